"""Attributions: reported statements outside quotation marks, from the Doc's reports.

Named rules, each a source and a content: `che` and its kin (a reporting verb with its clause), `secondo` (a source
phrase with the clause around it), `lo-riporta` (the sentence before), `dissociation` (a conditional of hearsay that
continues a source). A content that is nothing but a quotation is left to the quotes.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from claimcheck.italian.clauses.extents import trim
from claimcheck.italian.clauses.nominals import HOW
from claimcheck.italian.clauses.phrases import Phrase, can_speak, head_noun
from claimcheck.italian.clauses.relays import relays_words, second_hand
from claimcheck.italian.clauses.reports import scene
from claimcheck.italian.clauses.surface import sentence_bounds, surface
from claimcheck.italian.clauses.types import Report, Scene
from claimcheck.italian.cues import table
from claimcheck.italian.grammar import DEICTIC, POSSIBILITY, QUOTE_OPEN, RUN_ON
from claimcheck.italian.marks import Marked
from claimcheck.kinds.attributions.resolve import dissociated, stance_of
from claimcheck.kinds.component import ClaimComponent, sentence_of
from claimcheck.kinds.confidence import confidence
from claimcheck.model import Attribution, Claim, Span, Stance

FACTORY = "claimcheck_attributions"
_COLON_REACH = 14  # tokens from a verb to the colon before its quote
_SHORTEST = 2  # words of a content worth a claim


@Language.factory(FACTORY, assigns=["doc._.claimcheck_claims"])
def make_attributions(nlp: Language, name: str) -> ClaimComponent:
    """The spaCy component: `nlp.add_pipe("claimcheck_attributions")`, after the parser and the ner."""
    return ClaimComponent(match)


def match(doc: Doc) -> list[Claim]:
    """The attributions of a Doc in order; pure. Offsets are characters of `doc.text`."""
    view = scene(doc)
    found: dict[tuple[int, int], Claim] = {}
    for report in view.reports:
        if _echo(report, view):
            continue
        for claim in _claims(doc, report, view):
            found.setdefault((claim.start, claim.end), claim)
    for claim in _dissociations(doc, view, list(found.values())):
        found.setdefault((claim.start, claim.end), claim)
    return sorted(found.values(), key=lambda c: (c.start, -c.end))


def _echo(report: Report, view: Scene) -> bool:
    """ha detto che spera che …: a second verb of the same speaker right where the first one's words begin."""
    return report.mention is None and any(
        r.content is not None and r.content.start == report.first and r.source == report.source
        for r in view.reports
        if r is not report
    )


def _claims(doc: Doc, report: Report, view: Scene) -> Iterator[Claim]:
    if report.content is None and report.source and _refers_back(doc, report):
        yield from _previous_sentence(doc, report, view)
    if report.content is None or _relay_only(doc, report, view):
        return
    content = (report.content.start, report.content.end)
    if report.match is not None and not _worth(doc, report):
        return
    stance: Stance = "hedged" if _supposed(doc, report) else stance_of(doc, report.match, *content)
    rule = f"{report.content.construction}/{report.how}"
    claim = _build(doc, content, report, stance, rule)
    if claim is not None and not _only_quote(claim, view.marks):
        yield claim


def _refers_back(doc: Doc, report: Report) -> bool:
    """Lo ha rivelato X; così si legge nel documento: what was said stands in the sentence before."""
    if report.match is None:
        return False
    thus = report.first > 0 and doc[report.first - 1].lower_ == "così" and bool(doc[report.first - 1].is_sent_start)
    preverbal = report.mention is not None and report.mention[0] < report.first  # X lo aveva anticipato: “…”
    announces = preverbal and any(t.text == ":" for t in doc[report.last + 1 : report.last + _COLON_REACH])
    if report.how == "echo":
        return True
    return (report.match.clitic == "lo" and "che" in report.match.cue.use and not announces) or thus


def _supposed(doc: Doc, report: Report) -> bool:
    """True for what a noun of supposition or seeming reports: l'ipotesi degli inquirenti è che …, sembra che …."""
    begin = report.content.start if report.content else 0
    if begin > 1 and doc[begin - 1].lower_ == "che" and doc[begin - 2].lower_ in table("source", "seeming"):
        return True
    return report.how == HOW and doc[report.first].lower_ in table("noun", "supposition")


def _relay_only(doc: Doc, report: Report, view: Scene) -> bool:
    """An outlet's source phrase around another report of the same sentence only passes it on."""
    if second_hand(doc, report, view.reports):
        return True
    if not relays_words(doc, report) or (report.frame is None and not _told_of(report, view)):
        return False
    start, end = sentence_bounds(doc, report.first)
    return any(r.match is not None and r.source for r in view.between(start, end) if r is not report)


def _told_of(report: Report, view: Scene) -> bool:
    """Lo ha detto Rossi, riporta l'Ansa: what the outlet reports is that another said it."""
    begin = report.content.start if report.content else -1
    return any(r.first == begin and r.match is not None and r.match.clitic == "lo" for r in view.reports)


def _worth(doc: Doc, report: Report) -> bool:
    """False for verbs whose subject cannot speak and for statements that are denied to have been made."""
    match_, content = report.match, report.content
    if match_ is None or content is None:
        return True
    if report.mention is None and _asked(doc, report):
        return False
    if match_.negated and match_.cue.stance == "asserted":
        return False
    if report.mention is None:
        explicit_none = report.how in ("impersonal", "no-agent")
        unsaid = ("che", "acc") if report.how == "no-agent" else ("che", "about")
        return report.source is not None or (explicit_none and content.construction in unsaid)
    head = head_noun(doc, report.mention)
    if head is None or head.lower_ in DEICTIC:
        return False
    if content.construction in ("obj", "about", "as", "acc", "a", "passive"):
        return can_speak(doc, report.mention)
    return True


def _asked(doc: Doc, report: Report) -> bool:
    """Pensa che la legge serva?: a question to whoever is interviewed."""
    start, end = sentence_bounds(doc, report.first)
    lead = [t for t in doc[start : report.first] if t.is_alpha]
    return not lead and any(t.text == "?" for t in doc[max(start, end - 3) : end])


def _build(doc: Doc, content: Phrase, report: Report, stance: Stance, rule: str) -> Claim | None:
    start, end = doc[content[0]].idx, doc[content[1] - 1].idx + len(doc[content[1] - 1])
    if len(surface(doc)[start:end].split()) < _SHORTEST:
        return None
    return Claim(
        kind="attribution",
        start=start,
        end=end,
        text=surface(doc)[start:end],
        sentence=sentence_of(doc, start, end),
        attribution=Attribution(report.source, _span(doc, report.mention), _cue(doc, report), report.via, stance),
        evidence={"rule": rule, **({"confidence": confidence(rule)} if report.source else {"unknown": report.how})},
    )


def _span(doc: Doc, phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    words = doc[phrase[0] : phrase[1]]
    return Span.of(surface(doc), words.start_char, words.end_char)


def _cue(doc: Doc, report: Report) -> Span:
    words = doc[report.first : report.last + 1]
    return Span.of(surface(doc), words.start_char, words.end_char)


def _only_quote(claim: Claim, marks: tuple[Marked, ...]) -> bool:
    """True if the content is one quotation and nothing more."""
    return any(m.outer_start <= claim.start + 1 and claim.end <= m.outer_end + 1 for m in marks)


def _previous_sentence(doc: Doc, report: Report, view: Scene) -> Iterator[Claim]:
    """Lo ha rivelato X: what was said is the sentence before, unless it is a quotation or has its own source."""
    start, _ = sentence_bounds(doc, report.first)
    if start == 0:
        return
    before = sentence_bounds(doc, start - 1)
    if doc[start - 1].is_space and "\n\n" in doc[start - 1].text:
        return
    own = any(r.content is not None for r in view.between(*before))
    first = next((k for k in range(*before) if not doc[k].is_space), before[0])
    stop = trim(doc, first, before[1])
    if own or stop <= first:
        return
    claim = _build(doc, (first, stop), report, stance_of(doc, None, first, stop), "lo-riporta")
    if claim is not None and not _only_quote(claim, view.marks):
        yield claim


def _dissociations(doc: Doc, view: Scene, known: list[Claim]) -> Iterator[Claim]:
    """Il velivolo sarebbe stato abbattuto: hearsay that goes on from the source of the sentence before."""
    previous: Report | None = None
    for sentence in doc.sents:
        inside = view.between(sentence.start, sentence.end)
        first = next((t.i for t in sentence if not t.is_space), sentence.start)
        hearsay = not inside and dissociated(doc, first, sentence.end) and not _has_modal(sentence)
        hearsay = hearsay or (not inside and _runs_on(doc, first, sentence.end))
        if hearsay and previous is not None and previous.source and not _overlaps(sentence, known):
            report = Report(previous.first, previous.last, None, previous.source, None, "continued")
            first = _after_opener(doc, first, sentence.end)
            stance: Stance = "hedged" if dissociated(doc, first, sentence.end) else "asserted"
            claim = _build(doc, (first, trim(doc, first, sentence.end)), report, stance, "dissociation")
            if claim is not None and not _only_quote(claim, view.marks):
                yield claim
                continue  # the next sentence may go on from the same source
        previous = next((r for r in reversed(inside) if r.source), None)


def _runs_on(doc: Doc, first: int, end: int) -> bool:
    """E ancora: le donne dovrebbero “prendere coscienza”: more words of the source of the sentence before."""
    opened = _after_opener(doc, first, end) > first
    return opened and any(doc[k].text in QUOTE_OPEN for k in range(first, end))


def _after_opener(doc: Doc, first: int, end: int) -> int:
    """The token after E ancora:, E poi:, Ma; `first` when none of them opens the sentence."""
    i = first
    while i < end and doc[i].lower_ in RUN_ON:
        i += 1
    colon = i < end and doc[i].text == ":"
    return i + 1 if colon else i if i == first + 1 and doc[first].lower_ == "ma" else first


def _overlaps(sentence: SpacySpan, known: list[Claim]) -> bool:
    return any(c.start < sentence.end_char and sentence.start_char < c.end for c in known)


def _has_modal(words: SpacySpan) -> bool:
    return any(t.lower_ in POSSIBILITY for t in words)
