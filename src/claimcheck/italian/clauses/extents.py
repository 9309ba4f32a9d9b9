"""Where reported content ends: before the next report, at a lost full stop, before words of its own in quotes."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.phrases import phrase_from
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.grammar import AVERE, CLITICS, DETERMINERS, OPPOSING, QUOTE_CLOSE, QUOTE_OPEN, TIMES, A

SENTENCE_END = frozenset(".;!?…")
_BREAK = frozenset("•|·▪")  # bullets between a text and the furniture of its page
_QUOTE_NEAR = 6  # tokens from a verb that reports only beside a quote to that quote
_QUOTED_CLAUSE = 4  # words of a quotation after a comma that speaks for itself


def clause_end(doc: Doc, start: int, end: int, cues: tuple[CueMatch, ...]) -> int:
    """Where content that starts at `start` ends: before the next report joined to this one, else with its sentence."""
    for cue in cues[bisect_right(cues, start, key=_first) : bisect_left(cues, end, key=_first)]:
        joint = _joint_before(doc, cue, start)
        if joint is not None:
            return joint
    return next((i for i in range(start + 1, end) if _ends_before(doc, start, i, end)), end)


def _ends_before(doc: Doc, start: int, i: int, end: int) -> bool:
    """True if content from `start` ends before token `i`."""
    text, following = doc[i].text, doc[i + 1] if i + 1 < end else None
    if text in _BREAK:
        return True
    if following is None:
        return False
    if text == ":":
        framed = following.lower_ == "a" and i + 2 < end and doc[i + 2].lower_ == "quanto"
        return framed or _next_word(doc, i + 1, end).text in QUOTE_OPEN
    if text == ",":
        return (
            following.lower_ == "mentre"
            or (following.lower_ in ("secondo", "come") and _source_tail(doc, i + 1, end))
            or (following.text in QUOTE_OPEN and _speaks_for_itself(doc, start, i, end))
        )
    stop = text in SENTENCE_END and bool(doc[i].whitespace_) and following.text not in QUOTE_CLOSE
    return stop and not _opened(doc, start, i)


def _next_word(doc: Doc, i: int, end: int) -> Token:
    """The token at `i`, white space skipped."""
    while i + 1 < end and doc[i].is_space:
        i += 1
    return doc[i]


def _speaks_for_itself(doc: Doc, start: int, comma: int, end: int) -> bool:
    """…, “ma avevo un impegno”: a quoted clause after a comma is direct speech, not part of the reported clause."""
    if _opened(doc, start, comma):
        return False
    close = next((k for k in range(comma + 2, end) if doc[k].text in QUOTE_CLOSE), end)
    words = doc[comma + 2 : close]
    if not words or not (words[0].text[:1].isupper() or words[0].lower_ in OPPOSING):
        return False
    finite = any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in words)
    return finite and sum(t.is_alpha for t in words) >= _QUOTED_CLAUSE


def main_verb(doc: Doc, start: int, end: int) -> int:
    """X, spiegando che il piano è pronto, ha lasciato l'aula: the comma after which the sentence's own verb stands."""
    for i in range(start + 1, end - 1):
        following = doc[i + 1]
        finite = following.pos_ in ("VERB", "AUX") and "Fin" in following.morph.get("VerbForm", [])
        if doc[i].text == "," and finite and not _opened(doc, start, i):
            return i
    return end


def object_stop(doc: Doc, match: CueMatch, start: int, end: int) -> int:
    """Where a reported noun phrase ends: before the next verb that is none of its own."""
    stop = phrase_stop(doc, start, end)
    joined = (k for k in range(start + 2, stop) if _second_verb(doc, match, k, stop) or _next_verb(doc, start, k, stop))
    return next(joined, stop)


def _second_verb(doc: Doc, match: CueMatch, i: int, end: int) -> bool:
    """ha ribadito l'accusa [e attaccato il governo]: a participle with an object of its own shares the auxiliary."""
    compound = any(t.lower_ in AVERE for t in doc[match.first : match.verb])
    if not compound or doc[i].lower_ not in ("e", "ed", "ma", "o"):
        return False
    k = i + 1
    while k < end and doc[k].pos_ == "ADV":
        k += 1
    if k + 1 >= end or not doc[k].lower_.endswith(("to", "so")) or "Part" not in doc[k].morph.get("VerbForm", []):
        return False
    k += 1
    while k < end and (doc[k].pos_ == "ADV" or doc[k].lower_ in TIMES | {"più"}):
        k += 1
    return k < end and (doc[k].lower_ in DETERMINERS | {"che"} or doc[k].pos_ == "PROPN")


def _next_verb(doc: Doc, begin: int, i: int, end: int) -> bool:
    """conferma l'effrazione [e cerca gli autori]: the subject's next verb, no clause of the object's own before it."""
    if doc[i].lower_ not in ("e", "ed", "ma") or any(_finite(doc, k) for k in range(begin, i)):
        return False
    k = i + 1
    while k < end and (doc[k].pos_ == "ADV" or doc[k].lower_ in CLITICS | {"non"}):
        k += 1
    return k < end and _finite(doc, k)


def _finite(doc: Doc, i: int) -> bool:
    return doc[i].pos_ in ("VERB", "AUX") and "Fin" in doc[i].morph.get("VerbForm", [])


def phrase_stop(doc: Doc, start: int, end: int) -> int:
    """Where a reported noun phrase ends: before a gerund, a participle or the main verb of its sentence."""
    for i in range(start + 1, end - 1):
        following = doc[i + 1]
        form = following.morph.get("VerbForm", [])
        added = "Ger" in form or ("Part" in form and following.pos_ == "VERB") or following.lower_.endswith("ndosi")
        finite = following.pos_ in ("VERB", "AUX") and "Fin" in following.morph.get("VerbForm", [])
        if "Ger" in form and not _opened(doc, start, i + 1):
            return i if doc[i].text == "," else i + 1
        if doc[i].text == "," and (added or finite) and not _opened(doc, start, i):
            return i
    return end


def _first(cue: CueMatch) -> int:
    return cue.first


def _joint_before(doc: Doc, cue: CueMatch, start: int) -> int | None:
    """The token where a coordinated or parenthetical report begins, None for one embedded in the content."""
    i = cue.first
    while i > start and doc[i - 1].pos_ == "ADV":
        i -= 1
    if i - 2 > start and doc[i - 1].pos_ == "NOUN" and doc[i - 2].lower_ in A:  # e ai colleghi avrebbe detto
        i -= 2
    if i <= start:
        return None
    previous = doc[i - 1]
    if previous.text in (",", "–", "-") and (cue.form.mood == "gerund" or cue.clitic == "lo" or _inverted(doc, cue)):
        return i - 1
    subject = doc[start].text in QUOTE_OPEN and not any(doc[k].text in QUOTE_CLOSE for k in range(start + 1, i - 1))
    if previous.text in QUOTE_CLOSE and previous.whitespace_ != "" and not subject and _inverted(doc, cue):
        return i
    beside_only = not cue.cue.use - {"quote", "turn"}
    marks = any(t.text in QUOTE_OPEN or t.text == ":" for t in doc[cue.last + 1 : cue.last + _QUOTE_NEAR])
    if beside_only and not marks:
        return None  # aprì e chiuse due pub
    if previous.lower_ in ("e", "ed", "ma") and cue.form.mood not in ("gerund", "infinitive"):
        return i - 2 if i - 2 > start and doc[i - 2].text == "," else i - 1
    return None


def _inverted(doc: Doc, cue: CueMatch) -> bool:
    """, ha detto X: what follows the verb is its subject, not its content."""
    following = doc[cue.last + 1] if cue.last + 1 < len(doc) else None
    if following is None or following.is_punct:  # insulti, urla, pugni: a noun in a list
        return False
    return following.lower_ not in ("che", "di", "a", "ad") and "quote" in cue.cue.use


def _source_tail(doc: Doc, i: int, end: int) -> bool:
    """True for a source named at the very end: …, secondo la procura."""
    if doc[i].lower_ == "come":
        return any(
            doc[k].lower_ in ("riferito", "riportato", "riporta", "riferisce", "scrive", "spiega")
            for k in range(i, min(i + 4, end))
        )
    phrase = phrase_from(doc, i + 1, end)
    return phrase is not None and all(doc[k].is_punct for k in range(phrase[1], end))


def trim(doc: Doc, start: int, end: int) -> int:
    """The end without closing punctuation, a closing mark kept when its opening is inside."""
    while end > start:
        token = doc[end - 1]
        stray = token.text in QUOTE_CLOSE and not _opened(doc, start, end - 1)
        if not (stray or token.is_space or token.text in ".,;:!?…–-"):
            break
        end -= 1
    return end


def _opened(doc: Doc, start: int, closing: int) -> bool:
    count = sum(doc[k].text in QUOTE_OPEN | QUOTE_CLOSE for k in range(start, closing))
    return count % 2 == 1
