"""Every report of a Doc with its source resolved: the reading shared by quotes and attributions.

A report is a reporting verb or a source frame, whose words it passes on, and the content it governs. Sources are
resolved left to right, because a null subject (Ha aggiunto che …) speaks for whoever spoke or acted before.
"""

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from claimcheck.italian.clauses.contents import A_FAMILY, QUOTE_OPEN, Content, clause_end, content_of, trim
from claimcheck.italian.clauses.phrases import CONDITIONAL, DI, Phrase, can_speak, head_noun, phrase_from
from claimcheck.italian.clauses.sources import SourceFrame, come_frames, find_sources
from claimcheck.italian.clauses.subjects import Subject, agrees, sentence_bounds, subject_of
from claimcheck.italian.clauses.verbgroups import CueMatch, find_cues
from claimcheck.italian.cues import table
from claimcheck.italian.marks import Marked, pair
from claimcheck.italian.names import Names
from claimcheck.italian.nouns import noun_class, plurals

KEY = "claimcheck_reports"
_CLOSING = frozenset('"”»“’')
_QUOTE_REACH = 14
_HOST_WORDS = 3
_JOINT = frozenset({"due", "entrambi", "entrambe"})


@dataclass(frozen=True, slots=True)
class Report:
    """Who says what: `cue` tokens [first, last], resolved `source`, its `mention` phrase, `content`, `via`."""

    first: int
    last: int
    match: CueMatch | None
    source: str | None
    mention: Phrase | None
    how: str
    content: Content | None = None
    via: tuple[str, ...] = ()
    frame: SourceFrame | None = None
    turn: bool = False


@dataclass(slots=True)
class _Discourse:
    """What has been said so far, for subjects that are left out."""

    last: str | None = None
    position: int = -1
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """One Doc read for reports: its marks, names, cues and reports in order."""

    marks: tuple[Marked, ...]
    names: Names
    cues: tuple[CueMatch, ...]
    reports: tuple[Report, ...]


def scene(doc: Doc) -> Scene:
    """The reports of a Doc, read once and kept with it."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = _read(doc)
    found: Scene = doc.user_data[KEY]
    return found


def _read(doc: Doc) -> Scene:
    marks = pair(doc.text)
    names = Names(doc)
    cues = tuple(c for c in find_cues(doc) if not _quoted(doc, c, marks))
    asides = come_frames(doc, cues)
    frames = (*find_sources(doc), *asides.values())
    state = _Discourse()
    inside = {f.last for f in asides.values()}
    spoken = [c for c in cues if c.last not in inside]
    events: list[CueMatch | SourceFrame] = sorted([*spoken, *frames], key=lambda e: e.first)
    for event in events:
        if isinstance(event, SourceFrame):
            report = _frame_report(doc, event, names, cues, state)
        else:
            report = _verb_report(doc, event, names, cues, state)
            if report.content is None and not _beside_quote(doc, event):
                continue
        state.reports.append(report)
        if report.source:
            state.last, state.position = report.source, report.first
    return Scene(marks, names, cues, tuple(_with_relays(doc, state.reports)))


def _beside_quote(doc: Doc, match: CueMatch) -> bool:
    """True if quoted words stand next to the verb: before it, after it, or after its subject or a colon."""
    if follows_quote(doc, match.first) or match.clitic:
        return True
    _, end = sentence_bounds(doc, match.verb)
    window = doc[match.last + 1 : min(end + 1, match.last + _QUOTE_REACH)]
    return any(t.text in QUOTE_OPEN or t.text == ":" for t in window)


def _quoted(doc: Doc, cue: CueMatch, marks: tuple[Marked, ...]) -> bool:
    """True for a verb inside somebody's quoted words, not for an aside between dashes in them."""
    at = doc[cue.verb].idx
    inside = next((m for m in marks if m.start <= at < m.end), None)
    if inside is None:
        return False
    before = doc.text[inside.start : doc[cue.first].idx].rstrip()
    return not before.endswith(("–", "—", " -"))


def follows_quote(doc: Doc, first: int) -> bool:
    """True if a closing mark, a comma or a dash after one stands right before token `first`."""
    i = first
    while i > 0 and (doc[i - 1].pos_ == "ADV" or doc[i - 1].text in ",–—-.:" or doc[i - 1].is_space):
        i -= 1
    dash = first > 0 and doc[first - 1].text in "–—"
    return dash or (i > 0 and doc[i - 1].text in _CLOSING and bool(doc[i - 1].whitespace_ or i < first))


def _verb_report(doc: Doc, match: CueMatch, names: Names, cues: tuple[CueMatch, ...], state: _Discourse) -> Report:
    after = follows_quote(doc, match.first) or _opens_with_lo(doc, match) or _parenthetical(doc, match)
    subject = subject_of(doc, match, after_quote=after)
    source, mention = _resolve(doc, match, subject, names, state)
    content = content_of(doc, match, cues)
    if subject.how == "inversion" and (content is None or content.construction in ("obj", "as", "acc")):
        content = _host_clause(doc, match)
    return Report(match.first, match.last, match, source, mention, subject.how, content, turn="turn" in match.cue.use)


def _host_clause(doc: Doc, match: CueMatch) -> Content | None:
    """Putin e Kim avranno negoziati su “…”, ha dichiarato X: the words around the quote are reported too."""
    start, _ = sentence_bounds(doc, match.verb)
    begin = next((k for k in range(start, match.first) if not doc[k].is_space), match.first)
    stop = trim(doc, begin, match.first)
    outside = [t for t in doc[begin:stop] if not _within_marks(doc, t.i, begin, stop)]
    verbal = any(t.pos_ in ("VERB", "AUX") for t in outside)
    return Content(begin, stop, "host") if verbal and sum(t.is_alpha for t in outside) >= _HOST_WORDS else None


def _within_marks(doc: Doc, i: int, begin: int, stop: int) -> bool:
    """True between an opening and a closing mark of the stretch [begin, stop)."""
    opened = max((k for k in range(begin, i + 1) if doc[k].text in '“«"'), default=None)
    return opened is not None and not any(doc[k].text in '”»"' for k in range(opened + 1, i)) and i < stop


def _opens_with_lo(doc: Doc, match: CueMatch) -> bool:
    """Lo ha detto X: the clitic opens the sentence or follows a comma."""
    i = match.first
    start, _ = sentence_bounds(doc, i)
    opens = i == start or doc[i - 1].is_space
    return "che" in match.cue.use and (
        (match.clitic == "lo" and (opens or doc[i - 1].is_punct)) or (match.clitic == "l'" and opens)
    )


def _parenthetical(doc: Doc, match: CueMatch) -> bool:
    """…, spiega il ministro, …: a verb between a comma and its subject, nothing that speaks before the comma."""
    i = match.first
    if i == 0 or doc[i - 1].text not in ",–—" or match.form.mood == "gerund":
        return False
    following = phrase_from(doc, match.last + 1, sentence_bounds(doc, match.verb)[1])
    if following is None or match.clitic in ("l'", "la", "li", "le") or not can_speak(doc, following):
        return False
    return agrees(doc, match, following) and "quote" in match.cue.use


def _resolve(
    doc: Doc, match: CueMatch, subject: Subject, names: Names, state: _Discourse
) -> tuple[str | None, Phrase | None]:
    if subject.how in ("impersonal", "no-agent"):
        return None, None
    if subject.explicit and not subject.how.startswith("pronoun"):
        return _name_all(doc, subject, names, match.first), (subject.phrases[0][0], subject.phrases[-1][1])
    mention = subject.phrases[0] if subject.phrases else None
    return _left_out(doc, match, names, state), mention


def _name_all(doc: Doc, subject: Subject, names: Names, before: int) -> str | None:
    first = subject.phrases[0]
    together = any(doc[k].lower_ in _JOINT for k in range(*first))
    if together and len(subject.phrases) == 1:
        joint = names.joint(before)
        if joint:
            return joint
    resolved = [names.resolve(p) for p in subject.phrases]
    return "; ".join(dict.fromkeys(r for r in resolved if r)) or None


def _left_out(doc: Doc, match: CueMatch, names: Names, state: _Discourse) -> str | None:
    """The source of a null subject: the last speaker for a turn, else the nearer of last speaker and last subject."""
    if "turn" in match.cue.use and state.last:
        return state.last
    if doc[match.verb].i > match.first and any(t.lower_ in CONDITIONAL for t in doc[match.first : match.verb]):
        return names.protagonist(match.first)  # avrebbe detto: told of somebody, not by the last speaker
    worded = _worded(doc, match, names)
    if worded is not None:
        return worded
    acting = _acting(doc, match, names)
    if acting is not None and acting[1] > state.position:
        return acting[0]
    return state.last or (acting[0] if acting else None)


def _worded(doc: Doc, match: CueMatch, names: Names) -> str | None:
    """Nella dichiarazione di X ai media, ha chiarito che: a noun of speech before the verb names who speaks."""
    start, _ = sentence_bounds(doc, match.verb)
    speech = table("noun", "speech")
    for i in range(match.first - 1, start, -1):
        if doc[i].lower_ in DI and doc[i - 1].lower_ in speech | {p for n in speech for p in plurals(n)}:
            phrase = phrase_from(doc, i + 1, match.first)
            head = head_noun(doc, phrase) if phrase else None
            if phrase and head and (head.ent_type_ in ("PER", "ORG") or noun_class(head.text) == "person"):
                return names.resolve(phrase)
    return None


def _acting(doc: Doc, match: CueMatch, names: Names) -> tuple[str, int] | None:
    """The last active, definite subject that can speak: in this sentence before the verb or in the one before."""
    start, _ = sentence_bounds(doc, match.verb)
    same_paragraph = start > 0 and "\n" not in doc[start - 1].text
    floor = sentence_bounds(doc, start - 1)[0] if same_paragraph else start
    for i in range(match.first - 1, floor - 1, -1):
        token = doc[i]
        if token.dep_ != "nsubj" or token.head.dep_ not in ("ROOT", "conj") or not (token.ent_type_ in ("PER", "ORG") or noun_class(token.text) == "person"):
            continue
        phrase = phrase_from(doc, min([token.i, *(t.i for t in token.lefts)]), match.first)
        if phrase is None or doc[phrase[0]].lower_ in ("un", "una", "un'", "un’", "uno"):
            continue
        name = names.resolve(phrase)
        if name:
            return name, i
    return None


def _frame_report(doc: Doc, frame: SourceFrame, names: Names, cues: tuple[CueMatch, ...], state: _Discourse) -> Report:
    via: tuple[str, ...] = ()
    if frame.subject.how.startswith("pronoun"):
        source = state.last or names.last_person(frame.first)
    else:
        source = _name_all(doc, frame.subject, names, frame.first) if frame.subject.explicit else None
    mention = (frame.subject.phrases[0][0], frame.subject.phrases[-1][1]) if frame.subject.explicit else None
    if frame.citing is not None:
        via = (source,) if source else ()
        source, mention = names.resolve(frame.citing), frame.citing
    content = _framed_content(doc, frame, cues)
    return Report(frame.first, frame.last, None, source, mention, frame.subject.how, content, via, frame)


def _framed_content(doc: Doc, frame: SourceFrame, cues: tuple[CueMatch, ...]) -> Content | None:
    start, end = sentence_bounds(doc, frame.first)
    after = frame.end
    while after < end and (doc[after].text in ",:–" or doc[after].is_space):
        after += 1
    after = _skip_apposition(doc, after, end)
    finite = any(doc[k].pos_ in ("VERB", "AUX") or doc[k].text in QUOTE_OPEN for k in range(after, end))
    if finite or frame.first <= start + 1:
        stop = trim(doc, after, clause_end(doc, after, end, cues))
        return Content(after, stop, "secondo") if stop > after + 1 else None
    begin = _clause_start(doc, start, frame.first)
    stop = trim(doc, begin, frame.first)
    return Content(begin, stop, "secondo-after") if stop > begin + 1 else None


def _skip_apposition(doc: Doc, i: int, end: int) -> int:
    """secondo X, presidente della Commissione, …: what X is stands between commas."""
    if i >= end or doc[i - 1].text != ",":
        return i
    phrase = phrase_from(doc, i, end)
    if phrase is None or phrase[1] >= end or doc[phrase[1]].text != ",":
        return i
    head = head_noun(doc, phrase)
    apposed = head is not None and (head.ent_type_ == "PER" or (head.i == i and noun_class(head.text) == "person"))
    return phrase[1] + 1 if apposed else i


def _clause_start(doc: Doc, start: int, before: int) -> int:
    for k in range(before - 2, start, -1):
        if doc[k].text in (";", ":"):
            return k + 1
    return start


def _with_relays(doc: Doc, reports: list[Report]) -> list[Report]:
    """Outlets that pass on another report of their sentence become its `via`, outermost first."""
    relays: dict[int, list[Report]] = {}
    for report in reports:
        if report.source and report.frame is not None and relays_words(doc, report):
            relays.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
    out = []
    for report in reports:
        outlets = [
            r.source for r in relays.get(sentence_bounds(doc, report.first)[0], []) if r is not report and r.source
        ]
        outlets += _reported_after(doc, report, reports)
        told = _told_to(doc, report) if report.match is not None else None
        names = [*outlets, *report.via, *([told] if told else [])]
        mine = tuple(dict.fromkeys(n for n in names if n and n != report.source))
        out.append(replace(report, via=mine) if report.match is not None else report)
    return out


def _reported_after(doc: Doc, report: Report, reports: list[Report]) -> list[str]:
    """The outlets of the next sentence's Lo riporta X."""
    _, end = sentence_bounds(doc, report.first)
    relays = [r for r in reports if end <= r.first <= end + 1 and r.match is not None and r.match.clitic == "lo"]
    return [r.source for r in relays if r.source and r.content is None and relays_words(doc, r)]


def relays_words(doc: Doc, report: Report) -> bool:
    """True if the source of a report is an outlet: an agency, a paper, the media."""
    if report.mention is None:
        return False
    head = head_noun(doc, report.mention)
    outlets = table("noun", "outlet")
    return report.how == "come" or (
        head is not None and head.lower_ in outlets | {p for o in outlets for p in plurals(o)}
    )


def _told_to(doc: Doc, report: Report) -> str | None:
    """ha dichiarato X all'agenzia TASS: the outlet that was told."""
    _, end = sentence_bounds(doc, report.first)
    outlets = table("noun", "outlet")
    for k in range(report.last + 1, min(end, report.last + 22)):
        if doc[k].lower_ in A_FAMILY and k + 1 < end and doc[k + 1].lower_ in outlets:
            phrase = phrase_from(doc, k + 1, end)
            if phrase:
                names = [e.text for e in doc.ents if phrase[0] <= e.start < phrase[1]]
                return names[-1] if names else doc[phrase[0] : phrase[1]].text
        if doc[k].lower_ == "che" or doc[k].text in _CLOSING:
            return None
    return None
