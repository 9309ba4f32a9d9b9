"""Sources named without a verb of their own: secondo X, stando a X, a detta di X, secondo cui, come riporta X."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.italian.clauses.phrases import (
    Phrase,
    can_speak,
    complement_start,
    coordinated,
    head_noun,
    phrase_from,
    phrase_to,
)
from claimcheck.italian.clauses.subjects import NULL, Subject, sentence_bounds, subject_of
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import source_prepositions, speech_nouns, table
from claimcheck.italian.grammar import ARTICULATED, DA, PRONOUNS, RELATIVES_OBLIQUE
from claimcheck.italian.nouns import noun_class, plurals


@dataclass(frozen=True, slots=True)
class SourceFrame:
    """A source phrase: its cue tokens [first, last], who it names, and where it ends (commas included)."""

    first: int
    last: int
    subject: Subject
    end: int
    citing: Phrase | None = None


def find_sources(doc: Doc) -> tuple[SourceFrame, ...]:
    """Every prepositional source frame of the Doc, in order; secondo l'accordo and the ordinal secondo are none."""
    return tuple(_find(doc))


def _find(doc: Doc) -> Iterator[SourceFrame]:
    lowered = [t.lower_.replace("’", "'").rstrip("'") for t in doc]
    prepositions = source_prepositions()
    own = {tuple(phrase.split()) for phrase in table("source", "own")}
    firsts = {p[0] for p in prepositions}
    for i, word in enumerate(lowered):
        if word == "per":
            per = _per(doc, i)
            if per is not None:
                yield per
        if tuple(lowered[i : i + 3]) in own:
            yield SourceFrame(i, i + 2, Subject(((i, i + 3),), "pronoun-own"), i + 3)
        if word not in firsts:
            continue
        words = next((p for p in prepositions if tuple(lowered[i : i + len(p)]) == p), None)
        if words is None:
            continue
        frame = _frame(doc, i, i + len(words) - 1)
        if frame is not None:
            yield frame


def _frame(doc: Doc, first: int, last: int) -> SourceFrame | None:
    _, end = sentence_bounds(doc, first)
    nxt = last + 1
    while nxt < end and doc[nxt].lower_ in ("sempre", "anche", "quindi"):
        nxt += 1
    if nxt >= end:
        return None
    if doc[nxt].lower_ == "quanto":
        return _quanto(doc, first, nxt, end)
    if _relative_at(doc, nxt, end):
        return _antecedent(doc, first, nxt, end)
    if doc[nxt].lower_ in PRONOUNS:
        return SourceFrame(first, last, Subject(((nxt, nxt + 1),), "pronoun-after"), nxt + 1)
    phrase = phrase_from(doc, nxt, end)
    if phrase is None or _ordinal(doc, first, nxt) or not _is_source(doc, phrase):
        return None
    named = tuple(whose_words(doc, p) for p in coordinated(doc, phrase, end))
    return _with_citation(doc, SourceFrame(first, last, Subject(named, "secondo"), phrase[1]), end)


def whose_words(doc: Doc, phrase: Phrase) -> Phrase:
    """Who stands behind a noun of speech: la versione di Mosca is Mosca's, le parole del ministro the minister's."""
    head = head_noun(doc, phrase)
    cut = complement_start(doc, phrase)
    if head is None or head.lower_ not in speech_nouns() or cut + 1 >= phrase[1]:
        return phrase
    return phrase_from(doc, cut + 1, phrase[1]) or phrase


def _per(doc: Doc, i: int) -> SourceFrame | None:
    """Per gli oratori, …; Per Salvini è «una follia»: only at the head of a sentence, before a comma, mark or verb."""
    start, end = sentence_bounds(doc, i)
    if i + 1 < end and _relative_at(doc, i + 1, end):
        frame = _antecedent(doc, i, i + 1, end)
        spoken = frame.subject.phrases if frame else ()
        return frame if spoken and can_speak(doc, spoken[0]) else None
    lead = [t for t in doc[start:i] if t.is_alpha]
    if len(lead) > 1 or any(t.pos_ not in ("CCONJ", "ADV") for t in lead):
        return None
    phrase = phrase_from(doc, i + 1, end)
    head = head_noun(doc, phrase) if phrase else None
    if phrase is None or head is None or phrase[1] >= end:
        return None
    named = head.ent_type_ in ("PER", "ORG") or (noun_class(head.text) and doc[i + 1].pos_ == "DET")
    after = doc[phrase[1]]
    follows = after.text in ',"“«' or after.lower_ in ("è", "sono")
    return SourceFrame(i, i, Subject((phrase,), "per"), phrase[1]) if named and follows else None


def _ordinal(doc: Doc, first: int, nxt: int) -> bool:
    """il secondo viaggio, un secondo aereo: a determiner before, no article after."""
    if doc[first].lower_ != "secondo":
        return False
    previous = doc[first - 1] if first else None
    return (
        previous is not None and (previous.pos_ == "DET" or previous.lower_ in ARTICULATED) and doc[nxt].pos_ != "DET"
    )


def _is_source(doc: Doc, phrase: Phrase) -> bool:
    head = head_noun(doc, phrase)
    if head is None or head.like_num:
        return False
    criteria = table("source", "criteria")
    plural = {p for c in criteria for p in plurals(c)}
    if head.ent_type_ or noun_class(head.text):
        return head.lower_ not in criteria | plural or bool(head.ent_type_)
    if doc[phrase[0]].lower_ in ("i", "gli", "le") and phrase[1] - phrase[0] == 2:
        return head.lower_ not in criteria | plural
    named = any(doc[k].ent_type_ or doc[k].pos_ == "PROPN" for k in range(*phrase))
    return (named and head.lower_ not in criteria | plural) or head.lower_ in table("noun", "speech")


def _quanto(doc: Doc, first: int, i: int, end: int) -> SourceFrame | None:
    """secondo quanto riferito da X, stando a quanto si apprende da X; without X the source is unnamed."""
    for k in range(i + 1, min(i + 7, end)):
        if doc[k].lower_ in DA:
            phrase = phrase_from(doc, k + 1, end)
            if phrase:
                return SourceFrame(
                    first, k - 1, Subject(tuple(coordinated(doc, phrase, end)), "secondo-quanto"), phrase[1]
                )
        if doc[k].text == ",":
            return SourceFrame(first, k - 1, Subject((), "unnamed"), k)
    phrase = phrase_from(doc, min(i + 3, end - 1), end)
    if doc[i + 1].lower_ in ("ha", "hanno") and phrase:
        return SourceFrame(first, phrase[0] - 1, Subject((phrase,), "secondo-quanto"), phrase[1])
    phrase = phrase_from(doc, min(i + 2, end - 1), end)
    return SourceFrame(first, i + 1, Subject((phrase,), "secondo-quanto"), phrase[1]) if phrase else None


def _relative_at(doc: Doc, i: int, end: int) -> bool:
    return doc[i].lower_ in RELATIVES_OBLIQUE or (i + 1 < end and doc[i + 1].lower_ in RELATIVES_OBLIQUE)


def _antecedent(doc: Doc, first: int, i: int, end: int) -> SourceFrame | None:
    """fonti ucraine, secondo le quali …: the source stands before."""
    start, _ = sentence_bounds(doc, first)
    before = first - 1 if first > start and doc[first - 1].text == "," else first
    phrase = phrase_to(doc, before, start)
    last = i if doc[i].lower_ in RELATIVES_OBLIQUE else i + 1
    subject = Subject((whose_words(doc, phrase),), "secondo-cui") if phrase else NULL
    return SourceFrame(first, last, subject, last + 1)


def _with_citation(doc: Doc, frame: SourceFrame, end: int) -> SourceFrame:
    """Secondo i media, citando X, …: X is the source, the media pass it on."""
    for k in range(frame.end, min(frame.end + 3, end)):
        if doc[k].lower_ in ("citando", "citato", "citati", "citata", "citate"):
            nxt = k + 2 if k + 1 < end and doc[k + 1].lower_ in DA else k + 1
            phrase = phrase_from(doc, nxt, end)
            if phrase:
                return SourceFrame(frame.first, frame.last, frame.subject, phrase[1], citing=phrase)
    return frame


def come_frames(doc: Doc, cues: tuple[CueMatch, ...]) -> dict[int, SourceFrame]:
    """Asides that name a source with a verb (come riporta X, come riferito da X), by the index of come."""
    found: dict[int, SourceFrame] = {}
    by_first = {cue.first: cue for cue in cues}
    verbs = table("source", "quanto") | {"citato", "citata", "citati", "citate"}
    for token in doc[:-2]:
        if token.lower_ != "come":
            continue
        i = token.i + 1
        while i < len(doc) - 1 and doc[i].pos_ == "ADV":
            i += 1
        end = sentence_bounds(doc, token.i)[1]
        if i in by_first and by_first[i].form.mood != "gerund":
            subject = subject_of(doc, by_first[i], after_quote=True)
            last = by_first[i].last
        elif doc[i].lower_ in verbs and doc[i + 1].lower_ in DA:
            phrase = phrase_from(doc, i + 2, end)
            subject, last = Subject((phrase,), "agent") if phrase else NULL, i
        else:
            continue
        if subject.explicit:
            named = Subject(subject.phrases, "come")
            found[token.i] = SourceFrame(token.i, last, named, max(p[1] for p in subject.phrases))
    return found
