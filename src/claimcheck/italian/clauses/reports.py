"""Every report of a Doc with its source resolved: the reading shared by quotes and attributions.

A report is a reporting verb or a source frame, whose words it passes on, and the content it governs. Sources are
resolved left to right, because a null subject (Ha aggiunto che …) speaks for whoever spoke or acted before.
"""

from collections import defaultdict

from spacy.tokens import Doc

from claimcheck.italian.clauses.asides import SourceFrame, cited_after, cited_by, come_frames, counted_before
from claimcheck.italian.clauses.contents import Content, content_of
from claimcheck.italian.clauses.discourse import Discourse, name_all, resolve
from claimcheck.italian.clauses.extents import clause_end, main_verb, trim
from claimcheck.italian.clauses.nominals import nominal_reports
from claimcheck.italian.clauses.phrases import can_speak, coordinated, head_noun, phrase_from
from claimcheck.italian.clauses.relays import passes_on, with_relays
from claimcheck.italian.clauses.sources import find_sources
from claimcheck.italian.clauses.subjects import subject_of
from claimcheck.italian.clauses.surface import sentence_bounds, surface
from claimcheck.italian.clauses.surroundings import (
    beside_quote,
    clause_after,
    clause_in,
    follows_quote,
    host_clause,
    opens_with_lo,
    parenthetical,
    quoted,
    that_is_what,
    tokens_within,
)
from claimcheck.italian.clauses.types import Report, Scene
from claimcheck.italian.clauses.verbgroups import CueMatch, find_cues
from claimcheck.italian.cues import table
from claimcheck.italian.grammar import QUOTE_OPEN, RELATIVES
from claimcheck.italian.marks import pair
from claimcheck.italian.names import Names
from claimcheck.italian.nouns import noun_class

KEY = "claimcheck_reports"
_MODIFIERS = 12  # tokens of what is said of a source before the comma


def scene(doc: Doc) -> Scene:
    """The reports of a Doc, read once and kept with it."""
    found: Scene | None = doc.user_data.get(KEY)
    if found is None:
        found = doc.user_data[KEY] = _read(doc)
    return found


def _read(doc: Doc) -> Scene:
    marks = pair(surface(doc))
    names = Names(doc)
    every = find_cues(doc)
    hidden = {c.verb for c in every if quoted(doc, c, marks)}
    cues = tuple(c for c in every if c.verb not in hidden)
    inner = tuple(c for c in every if c.verb in hidden)
    asides = come_frames(doc, cues)
    frames = (*find_sources(doc), *asides.values())
    state = Discourse(quoted=tokens_within(doc, marks))
    inside = {f.last for f in frames}
    spoken = [c for c in cues if c.last not in inside]
    neighbours: defaultdict[int, list[SourceFrame]] = defaultdict(list)
    for frame in frames:
        neighbours[sentence_bounds(doc, frame.first)[0]].append(frame)
    events: list[CueMatch | SourceFrame] = sorted([*spoken, *frames], key=lambda e: e.first)
    for event in events:
        if isinstance(event, SourceFrame):
            rivals = tuple(f for f in neighbours[sentence_bounds(doc, event.first)[0]] if f is not event)
            report = _frame_report(doc, event, names, state, _framed_content(doc, event, cues, rivals))
        else:
            report = _verb_report(doc, event, names, cues, state)
            beside = report.how == "echo" or beside_quote(doc, event)
            if _nickname(event, report.how) or (report.content is None and not beside):
                continue
        state.reports.append(report)
        if report.source and (report.mention is None or can_speak(doc, report.mention)):
            state.last, state.position = report.source, report.first
    nominal = [r for r in nominal_reports(doc, names, cues) if r.first not in state.quoted]
    reports = sorted([*state.reports, *nominal], key=lambda r: r.first)
    return Scene(marks, names, cues, tuple(with_relays(doc, reports, names, marks)), inner)


def _verb_report(doc: Doc, match: CueMatch, names: Names, cues: tuple[CueMatch, ...], state: Discourse) -> Report:
    echo = that_is_what(doc, match)
    after = follows_quote(doc, match.first) or opens_with_lo(doc, match) or parenthetical(doc, match) or echo
    subject = subject_of(doc, match, after_quote=after)
    source, mention = resolve(doc, match, subject, names, state)
    via: tuple[str, ...] = ()
    cited = cited_after(doc, mention) if mention else None
    outlet = mention and (passes_on(doc, mention) or doc[mention[1] - 1].ent_type_ == "ORG")
    if cited is not None and source and outlet:
        via = (source,)
        source, mention = names.resolve(cited), cited
    passing = cited_by(doc, mention) if mention else None
    relay = names.resolve(passing) if passing is not None else None
    via = (relay, *via) if relay else via
    if echo:
        return Report(match.first, match.last, match, source, mention, "echo", None, via)
    content = content_of(doc, match, cues)
    if match.verb in state.quoted:
        content = None  # “A – ha detto X, dopo la gara – B”: what stands around it is the quote
    elif subject.how in ("inversion", "whence") and (content is None or content.construction in ("obj", "as", "acc")):
        content = host_clause(doc, match)
        if content is None or not clause_in(doc, content.start, content.end):
            content = clause_after(doc, match, mention, cues) or content
    return Report(match.first, match.last, match, source, mention, subject.how, content, via)


def _nickname(match: CueMatch, how: str) -> bool:
    """Gli amici lo chiamavano “Lupo”, lo chiamano “Lupo”: a name, nobody's words."""
    habit = match.form.mood == "imperfect" or (how == "null-subject" and match.form.plural is True)
    return match.cue.naming and habit


def _frame_report(doc: Doc, frame: SourceFrame, names: Names, state: Discourse, content: Content | None) -> Report:
    via: tuple[str, ...] = ()
    if frame.subject.how.startswith("pronoun"):
        source = state.last or names.last_person(frame.first)
    else:
        source = name_all(doc, frame.subject, names, frame.first) if frame.subject.explicit else None
    mention = (frame.subject.phrases[0][0], frame.subject.phrases[-1][1]) if frame.subject.explicit else None
    if frame.citing is not None:
        via = (source,) if source else ()
        source, mention = names.resolve(frame.citing), frame.citing
    passing = names.resolve(frame.cited_by) if frame.cited_by is not None else None
    via = (passing, *via) if passing else via
    return Report(frame.first, frame.last, None, source, mention, frame.subject.how, content, via, frame)


def _framed_content(
    doc: Doc, frame: SourceFrame, cues: tuple[CueMatch, ...], rivals: tuple[SourceFrame, ...]
) -> Content | None:
    start, end = sentence_bounds(doc, frame.first)
    if rivals and frame.first > start + 1:
        counted = counted_before(doc, frame, rivals)
        if counted is not None:
            return counted
    after = frame.end
    while after < end and (doc[after].text in ",:–" or doc[after].is_space):
        after += 1
    after = _skip_apposition(doc, _skip_modifiers(doc, frame, after, end), end)
    finite = any(doc[k].pos_ in ("VERB", "AUX") or doc[k].text in QUOTE_OPEN for k in range(after, end))
    finite = finite and not (after < end and doc[after].lower_ in RELATIVES)  # secondo i funzionari, che …
    explained = frame.end < end and doc[frame.end].text == ":" and clause_in(doc, start, frame.first)
    if after + 1 < end and doc[after].lower_ in table("source", "seeming") and doc[after + 1].lower_ == "che":
        after += 2  # da una prima ricostruzione sembra che …
    if (finite and not explained) or frame.first <= start + 1:
        stop = clause_end(doc, after, end, cues)
        if frame.subject.how == "per":  # Per X la legge è un errore[, anche se il governo la difende]
            stop = next((k for k in range(after + 1, stop) if _concedes(doc, k, stop)), stop)
        stop = trim(doc, after, main_verb(doc, after, stop) if frame.subject.how == "secondo-cui" else stop)
        announces = any(c.last == stop - 1 for c in cues)  # secondo lui, X avrebbe detto: «…»
        return Content(after, stop, "secondo") if stop > after + 1 and not announces else None
    begin = _clause_start(doc, start, frame.first)
    stop = trim(doc, begin, frame.first)
    return Content(begin, stop, "secondo-after") if stop > begin + 1 else None


def _concedes(doc: Doc, i: int, end: int) -> bool:
    """, anche se; , sebbene: what the article holds against an opinion."""
    if doc[i].text != "," or i + 2 >= end:
        return False
    two = f"{doc[i + 1].lower_} {doc[i + 2].lower_}"
    return doc[i + 1].lower_ in table("source", "concessive") or two in table("source", "concessive")


def _skip_modifiers(doc: Doc, frame: SourceFrame, i: int, end: int) -> int:
    """Secondo il bilancio [presentato ieri a Roma], …; secondo fonti [vicine all'inchiesta], …: up to the comma."""
    if i > frame.end or frame.subject.how != "secondo":
        return i
    comma = next((k for k in range(i, min(i + _MODIFIERS, end)) if doc[k].text == ","), i)
    if any("Fin" in t.morph.get("VerbForm", []) or t.text in QUOTE_OPEN for t in doc[i:comma]):
        return i
    return comma + 1 if comma > i and clause_in(doc, comma + 1, end) else i


def _skip_apposition(doc: Doc, i: int, end: int) -> int:
    """secondo X, presidente della Commissione, …: what X is stands between commas."""
    if i >= end or doc[i - 1].text != ",":
        return i
    first = phrase_from(doc, i, end)
    phrase = coordinated(doc, first, end)[-1] if first else None
    if phrase is None or phrase[1] >= end or doc[phrase[1]].text != ",":
        return i
    head = head_noun(doc, (i, phrase[1]))
    apposed = head is not None and (head.ent_type_ == "PER" or (head.i == i and noun_class(head.text) == "person"))
    return phrase[1] + 1 if apposed else i


def _clause_start(doc: Doc, start: int, before: int) -> int:
    for k in range(before - 2, start, -1):
        if doc[k].text in (";", ":"):
            return k + 1
    return start
