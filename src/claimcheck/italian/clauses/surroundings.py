"""Where a reporting verb stands: beside a quote, inside one, after a comma, around a host clause."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from claimcheck.italian.clauses.agreement import agrees, plural_verb
from claimcheck.italian.clauses.contents import Content
from claimcheck.italian.clauses.extents import clause_end, trim
from claimcheck.italian.clauses.mentions import seat
from claimcheck.italian.clauses.phrases import Phrase, can_speak, coordinated, head_noun, phrase_from
from claimcheck.italian.clauses.surface import sentence_bounds, surface
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.grammar import DA, DEICTIC, ESSERE, FLOATING, OPPOSING, QUOTE_CLOSE, QUOTE_OPEN, RELATIVES
from claimcheck.italian.marks import Marked
from claimcheck.italian.nouns import noun_class

_QUOTE_REACH = 14
_HOST_WORDS = 3
_APPOSED = 7  # tokens between a speaker and the comma that ends the aside
_NESTING = 8  # marks looked back at for the one around a verb


def beside_quote(doc: Doc, match: CueMatch) -> bool:
    """True if quoted words stand next to the verb: before it, after it, or after its subject or a colon."""
    if follows_quote(doc, match.first) or match.clitic:
        return True
    _, end = sentence_bounds(doc, match.verb)
    window = doc[match.last + 1 : min(end + 1, match.last + _QUOTE_REACH)]
    return any(t.text in QUOTE_OPEN or t.text == ":" for t in window)


def quoted(doc: Doc, cue: CueMatch, marks: tuple[Marked, ...]) -> bool:
    """True for a verb inside somebody's quoted words, not for an aside between dashes in them."""
    at = doc[cue.verb].idx
    before_it = bisect_right(marks, at, key=lambda m: m.start)
    inside = next((m for m in reversed(marks[max(0, before_it - _NESTING) : before_it]) if at < m.end), None)
    if inside is None:
        return False
    before = surface(doc)[inside.start : doc[cue.first].idx].rstrip()
    return not before.endswith(("–", "—", " -"))


def tokens_within(doc: Doc, marks: tuple[Marked, ...]) -> frozenset[int]:
    """The indices of the tokens that stand between quotation marks."""
    spans = (doc.char_span(m.start, m.end, alignment_mode="expand") for m in marks if m.level == 0)
    return frozenset(t.i for span in spans if span is not None for t in span)


def follows_quote(doc: Doc, first: int) -> bool:
    """True if a closing mark, a comma or a dash after one stands right before token `first`."""
    i = first
    while i > 0 and (doc[i - 1].pos_ == "ADV" or doc[i - 1].text in ",–—-.:" or doc[i - 1].is_space):
        i -= 1
    dash = first > 0 and doc[first - 1].text in "–—-" and bool(doc[first - 1].whitespace_)
    return dash or (i > 0 and doc[i - 1].text in QUOTE_CLOSE and bool(doc[i - 1].whitespace_ or i < first))


def host_clause(doc: Doc, match: CueMatch) -> Content | None:
    """Rossi e Conti avranno colloqui su “…”, ha dichiarato X: the words around the quote are reported too."""
    start, _ = sentence_bounds(doc, match.verb)
    begin = next((k for k in range(start, match.first) if not doc[k].is_space), match.first)
    stop = trim(doc, begin, match.first)
    if stop > begin and doc[stop - 1].lower_ in RELATIVES:  # i musei che, ricorda il direttore, …
        return None
    outside = [doc[k] for k in _outside_marks(doc, begin, stop)]
    verbal = any(t.pos_ in ("VERB", "AUX") for t in outside)
    return Content(begin, stop, "host") if verbal and sum(t.is_alpha for t in outside) >= _HOST_WORDS else None


def clause_in(doc: Doc, start: int, end: int) -> bool:
    """True if a finite verb stands in the tokens [start, end)."""
    return any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in doc[start:end])


def clause_after(doc: Doc, match: CueMatch, mention: Phrase | None, cues: tuple[CueMatch, ...]) -> Content | None:
    """Le due strutture, specifica la Finanza, non avrebbero dichiarato …: the clause goes on after the aside."""
    _, end = sentence_bounds(doc, match.verb)
    i = mention[1] if mention and mention[0] > match.last else match.last + 1
    comma = next((k for k in range(i, min(i + _APPOSED, end)) if doc[k].text == ","), i)
    if not clause_in(doc, i, comma):
        i = comma  # gli esperti [interpellati ieri], è che …
    if i + 1 >= end or doc[i].text not in ",–" or doc[match.first - 1].text not in ",–":
        return None
    following = doc[i + 1]
    named = following.lower_ in ("secondo", "stando", "come") or following.lower_ in OPPOSING
    if named or following.like_num or "Ger" in following.morph.get("VerbForm", []):
        return None
    apposed = phrase_from(doc, i + 1, end)  # commenta Rossi, professore che insegna a Pisa
    head = head_noun(doc, apposed) if apposed else None
    if apposed and head and apposed[1] < end and doc[i + 1].pos_ != "DET":
        role = noun_class(head.text) == "person" and doc[apposed[1]].pos_ not in ("VERB", "AUX", "CCONJ")
        if role or doc[apposed[1]].lower_ in RELATIVES:
            return None
    if doc[i + 1].lower_ == "che":  # a relative clause still belongs to the subject before the aside
        i = next((k for k in range(i + 2, end) if doc[k].text == ","), end)
    stop = trim(doc, i + 1, clause_end(doc, i + 1, end, cues)) if i + 1 < end else i
    return Content(i + 1, stop, "around") if clause_in(doc, i + 1, stop) else None


def _outside_marks(doc: Doc, begin: int, stop: int) -> Iterator[int]:
    """The tokens [begin, stop) without the marks of quotations and what stands between them."""
    inside = False
    for k in range(begin, stop):
        opens = doc[k].text in '“«"'
        inside = inside or opens
        if not inside:
            yield k
        elif not opens and doc[k].text in '”»"':
            inside = False


def opens_with_lo(doc: Doc, match: CueMatch) -> bool:
    """Lo ha detto X: the clitic opens the sentence or follows a comma."""
    i = match.first
    start, _ = sentence_bounds(doc, i)
    opens = i == start or doc[i - 1].is_space
    return "che" in match.cue.use and (
        (match.clitic == "lo" and (opens or doc[i - 1].is_punct)) or (match.clitic == "l'" and opens)
    )


def that_is_what(doc: Doc, match: CueMatch) -> bool:
    """È quanto ha riferito X, È quello che ha detto X: who said the sentence before."""
    i = match.first - 1
    if i > 0 and doc[i].lower_ == "che" and doc[i - 1].lower_ in DEICTIC | {"quello"}:
        i -= 1
    if i < 1 or doc[i].lower_ not in DEICTIC | {"quanto", "quello"}:
        return False
    opens = doc[i - 1].is_sent_start or (i > 1 and doc[i - 2].is_sent_start and doc[i - 2].lower_ in ("ed", "questo"))
    return bool(opens) and doc[i - 1].lower_ in ESSERE


def parenthetical(doc: Doc, match: CueMatch) -> bool:
    """…, spiega il ministro, …: a verb between a comma and its subject, nothing that speaks before the comma."""
    i = match.first
    if i == 0 or doc[i - 1].text not in ",–—" or match.form.mood == "gerund":
        return False
    end = sentence_bounds(doc, match.verb)[1]
    k = match.last + 1
    while k + 1 < end and (doc[k].lower_ in FLOATING or (doc[k].pos_ in ("ADV", "ADJ") and doc[k + 1].pos_ == "DET")):
        k += 1
    whence = phrase_from(doc, k + 1, end) if k + 1 < end and doc[k].lower_ in DA else None
    if whence and plural_verb(doc[match.first : match.verb + 1]) and seat(doc, whence):
        return True  # Venne fermato, spiegano dal commissariato, per un controllo
    following = phrase_from(doc, k, end)
    if following is None or match.clitic in ("l'", "la", "li", "le") or not can_speak(doc, following):
        return False
    several = len(coordinated(doc, following, end)) > 1
    return (several or agrees(doc, match, following)) and "quote" in match.cue.use
