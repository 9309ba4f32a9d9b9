"""Whose words a quote holds, by named passes, most precise first; each later pass sees quotes that are nobody's yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.italian.clauses.phrases import can_speak, phrase_from
from claimcheck.italian.clauses.surface import sentence_bounds, surface
from claimcheck.italian.clauses.types import Report, Scene
from claimcheck.italian.cues import cue_forms, speech_nouns, table
from claimcheck.italian.grammar import DA, DI
from claimcheck.kinds.quotes.colons import after_colon, after_name_and_colon, colon_before, named, once_more, signature
from claimcheck.kinds.quotes.orphans import after_it, before_it, handed_on
from claimcheck.kinds.quotes.types import Quoted, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_AFTER_GAP = 4  # tokens between a closing mark and its verb
_FREE_GAP = 9  # words between a verb without content of its own and the quote it introduces
_VERB_TO_NAME = 4  # tokens from any verb to the name of its subject
_LO_GAP = 4  # tokens from a quote to the end of its sentence
_AFTER_REACH = 14
_BEFORE_REACH = 8
_NESTED_REACH = 9  # tokens from an impersonal verb inside a quote to the quote inside that


def voice_of(doc: Doc, quoted: Quoted, view: Scene, previous: tuple[Quoted, Voice] | None) -> Voice:
    """Whose words the quote holds: the first pass that answers, else the speaker of `previous` when it goes on."""
    nested = _nested(doc, quoted, view, previous)
    if nested is not None:
        return nested
    for rule, find in PASSES:
        voice = find(doc, quoted, view)
        if voice is not None:
            return voice if voice.rule else Voice(voice.source, voice.mention, voice.cue, voice.via, rule)
    handed = handed_on(doc, quoted, previous) if previous is not None else None
    if handed is not None:
        return handed
    if previous is not None and _floats(doc, quoted, previous[0]):
        held = previous[1]
        return Voice(held.source, None, None, held.via, "floating")
    return Voice(None, None, None, (), "no-cue")


def _nested(doc: Doc, quoted: Quoted, view: Scene, previous: tuple[Quoted, Voice] | None) -> Voice | None:
    """“… si è affermato che è ‘ingiusto’”, dice X: words inside X's words that X gives to nobody; X passes them on."""
    if quoted.mark.level == 0 or previous is None or not previous[0].start <= quoted.start < previous[0].end:
        return None
    reach = range(quoted.first - _NESTED_REACH, quoted.first)
    cue = next((c for c in view.inner if c.voice == "impersonal" and c.last in reach), None)
    if cue is None:
        return None
    outer = previous[1]
    via = (*outer.via, *([outer.source] if outer.source else []))
    return Voice(None, None, (cue.first, cue.last + 1), via, "nested")


def _of_report(report: Report, rule: str) -> Voice:
    source = None if report.how == "impersonal" else report.source  # si legge nel testo: nobody is named
    return Voice(source, report.mention, (report.first, report.last + 1), report.via, f"{rule}/{report.how}")


def _hosts(report: Report) -> bool:
    return report.match is not None and bool(report.match.cue.use & {"quote", "che", "as", "obj", "di"})


def _after(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """“…”, ha detto X: a verb right after the closing mark or the dash of an aside."""
    _, end = sentence_bounds(doc, min(quoted.last + 1, len(doc) - 1))
    i = quoted.last + 1
    while i < len(doc) and (doc[i].is_punct or doc[i].is_space or doc[i].is_quote) and i <= quoted.last + 4:
        if doc[i].text in "«“" or (doc[i].text == ";") or "\n" in doc[i].text:
            return None
        i += 1
    for report in view.between(i, min(end, i + _AFTER_GAP)):
        if report.match is None or not _hosts(report) or report.how == "marked":
            continue
        between = [doc[k] for k in range(i, report.first)]
        if all(t.pos_ in ("ADV", "PRON", "CCONJ") or t.lower_ in ("come", "così", "ma") for t in between):
            if _tells_of(doc, report):
                continue
            if report.match.form.mood == "gerund" or _governs_later_quote(doc, report):
                continue
            return _announced(doc, quoted, view, _of_report(report, "after"))
    return None


def _announced(doc: Doc, quoted: Quoted, view: Scene, voice: Voice) -> Voice:
    """Lo ha rivelato X: “…”, ha detto; È stato X ad annunciarlo: “…”, ha scritto: who is named before the colon."""
    if voice.rule != "after/null-subject" or colon_before(doc, quoted) is None:
        return voice
    before = _before(doc, quoted, view)
    if (before is None or before.source is None) and voice.source is None:
        before = after_colon(doc, quoted, view)
    if before is None or before.source is None:
        return voice
    return Voice(before.source, before.mention, voice.cue, before.via, before.rule)


def _tells_of(doc: Doc, report: Report) -> bool:
    """Nel libro “…” si racconta la guerra: an impersonal verb with an object of its own."""
    following = doc[report.last + 1] if report.last + 1 < len(doc) else None
    return report.how == "impersonal" and following is not None and following.pos_ in ("DET", "NOUN")


def _agent_after(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """Il decreto, definito «un errore» dal ministro, …: a participle before the quote, who says so after it."""
    i, k = quoted.first - 2, quoted.last + 2
    if i < 0 or k >= len(doc) or not doc[i + 1].is_quote or not doc[k - 1].is_quote or doc[k].lower_ not in DA:
        return None
    labels = any(f.form.mood == "participle" and "as" in f.cue.use for f in cue_forms().get(doc[i].lower_, ()))
    phrase = phrase_from(doc, k + 1, sentence_bounds(doc, k)[1]) if labels else None
    return named(doc, phrase, view, "agent") if phrase else None


def _any_verb(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """“…”, fa i conti Alessandro De Nicola: any finite verb after the quote, a person's name after it."""
    i = quoted.last + 1
    while i < len(doc) and i <= quoted.last + 3 and doc[i].is_punct and doc[i].text not in ".;:«“(":
        i += 1
    if i >= len(doc) or doc[i - 1].text not in (",", "–", "-") or "Fin" not in doc[i].morph.get("VerbForm", []):
        return None
    end = sentence_bounds(doc, i)[1]
    person = next((p for p in view.names.people if i < p.start <= i + _VERB_TO_NAME and p.end <= end), None)
    if person is None or any(doc[k].is_punct or doc[k].lower_ in DI for k in range(i, person.start)):
        return None
    name = (person.start, person.end)
    return Voice(view.names.resolve(name), name, (i, person.start), (), "any-verb")


def _lo_after(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """“…”. Lo ha detto X: the next sentence names the speaker."""
    end = sentence_bounds(doc, min(quoted.last + 1, len(doc) - 1))[1]
    following = (r for r in view.between(end, end + 2) if r.match is not None and r.match.clitic == "lo")
    report = next(following, None) if end - quoted.last <= _LO_GAP else None
    return _of_report(report, "lo-after") if report is not None and report.content is None else None


def _governs_later_quote(doc: Doc, report: Report) -> bool:
    """“A” e ha affermato che “B”: a verb joined by e with a content of its own speaks of B."""
    joined = report.first > 0 and doc[report.first - 1].lower_ in ("e", "ed", "ma")
    return joined and report.content is not None


def _before(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """X ha detto: “…”, definendola “…”, ha promesso di “…”: the nearest reporting verb before, in the sentence."""
    start, _ = sentence_bounds(doc, quoted.first)
    for report in reversed(view.between(start, quoted.first)):
        if not _hosts(report):
            continue
        if (report.source is None and report.how == "no-agent") or _too_far(doc, report, quoted):
            continue
        if doc[report.last].idx >= quoted.start or _closed_between(doc, report, quoted):
            continue
        if report.how == "preverbal" and report.mention and not can_speak(doc, report.mention):
            continue
        return _of_report(report, "before")
    return None


def _too_far(doc: Doc, report: Report, quoted: Quoted) -> bool:
    """True for a verb without content whose quote stands away from it, with no colon between.

    Verbs that report only beside a quote (continua, attacca) must touch it.
    """
    if report.match is None or report.content is not None:
        return False
    beside_only = not report.match.cue.use - {"quote", "turn"}
    after = report.mention[1] if report.mention and report.mention[0] > report.last else report.last + 1
    gap = doc[after : quoted.first]
    if any(t.text == ":" for t in gap[-3:]):
        return _another_clause(report, gap)
    allowed = (report.match.form.mood == "gerund") if beside_only else _FREE_GAP
    return sum(t.is_alpha for t in gap) > allowed


def _another_clause(report: Report, gap: Span) -> bool:
    """“…”, scrive Renata, mentre Miguel non ci crede: “…”: the verb that follows a quote has had its quote."""
    finite = any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in gap)
    return report.how == "inversion" and finite and any(t.lower_ == "mentre" for t in gap)


def _closed_between(doc: Doc, report: Report, quoted: Quoted) -> bool:
    """True if the report's own words end before the quote begins, another clause between them."""
    content = report.content
    if content is None or content.construction == "secondo-after":
        gap = doc[report.last + 1 : quoted.first]
        return any(t.text in (";", ".") for t in gap)
    return content.end <= quoted.first - 1 and not _comma_joined(doc, content.end, quoted.first)


def _comma_joined(doc: Doc, end: int, first: int) -> bool:
    gap = doc[end:first]
    return len(gap) <= 10 and all(t.pos_ != "VERB" or "Ger" in t.morph.get("VerbForm", []) for t in gap)


def _speech_noun(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """Le parole di X: “…”; “…” sono le parole di X; La sfida di X a Y: “…”: a noun of speech beside the quote."""
    _, end = sentence_bounds(doc, quoted.last)
    begin, _ = sentence_bounds(doc, quoted.first)
    after = range(quoted.last + 1, min(end + 1, len(doc), quoted.last + _AFTER_REACH))
    before = range(quoted.first - 1, max(begin, quoted.first - _BEFORE_REACH) - 1, -1)
    for k in (*after, *before):
        announces = k < quoted.first and colon_before(doc, quoted) is not None
        nouns = speech_nouns() | table("orphan", "noun") if announces else speech_nouns()
        if k + 2 >= len(doc) or doc[k].lower_ not in nouns or doc[k + 1].lower_ not in DI:
            continue
        target = phrase_from(doc, k + 2, len(doc))
        if target and doc[k].pos_ == "NOUN" and (target[0] < quoted.first or k > quoted.last):
            return named(doc, target, view, "speech-noun")
    return None


def _held(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """The quote stands inside the content of a report: its source speaks."""
    near = view.between(sentence_bounds(doc, quoted.first)[0], sentence_bounds(doc, quoted.last)[1])
    held = [r for r in near if r.content and r.source]
    holding = [r for r in held if r.content and r.content.start <= quoted.first and quoted.last <= r.content.end]
    best = min(holding, key=lambda r: (r.content.end - r.content.start) if r.content else 0, default=None)
    return _of_report(best, "held") if best else None


def _framed(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """A source phrase in the sentence of the quote: secondo X, “…”."""
    start, _ = sentence_bounds(doc, quoted.first)
    _, end = sentence_bounds(doc, quoted.last)
    report = next((r for r in view.between(start, end) if r.frame is not None), None)
    return _of_report(report, "framed") if report else None


def _floats(doc: Doc, quoted: Quoted, previous: Quoted) -> bool:
    """A quote that is its own sentence, in the same paragraph and at most one sentence after the last one."""
    gap = surface(doc)[previous.end : quoted.start]
    if "\n" in gap or len(gap) > 160:
        return False
    begin, end = sentence_bounds(doc, quoted.first)[0], sentence_bounds(doc, quoted.last)[1]
    outside = [t for t in doc[begin:end] if t.is_alpha and not quoted.first <= t.i <= quoted.last]
    return len(outside) <= 3 or (
        len(gap) <= 40 and ". " not in gap and len(surface(doc)[quoted.start : quoted.end].split()) > 2
    )


Pass = Callable[["Doc", Quoted, Scene], Voice | None]
PASSES: tuple[tuple[str, Pass], ...] = (
    ("after", _after),
    ("once-more", once_more),
    ("before", _before),
    ("lo-after", _lo_after),
    ("colon", after_colon),
    ("held", _held),
    ("speech-noun", _speech_noun),
    ("framed", _framed),
    ("colon-name", after_name_and_colon),
    ("signature", signature),
    ("agent-after", _agent_after),
    ("any-verb", _any_verb),
    ("after-it", after_it),
    ("before-it", before_it),
)
