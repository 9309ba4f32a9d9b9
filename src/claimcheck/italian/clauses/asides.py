"""Parts of source frames: whose words a noun carries, who cites whom, quanto and come + verb, in the words of X."""

from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.italian.clauses.contents import Content
from claimcheck.italian.clauses.phrases import (
    Phrase,
    can_speak,
    complement_start,
    coordinated,
    head_noun,
    phrase_from,
    phrase_to,
)
from claimcheck.italian.clauses.subjects import NULL, Subject, subject_of
from claimcheck.italian.clauses.surface import lowered, sentence_bounds
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import cue_forms, speech_nouns, table
from claimcheck.italian.grammar import AVERE, CLITICS, DA, DETERMINERS, DI, ESSERE, FLOATING, OPPOSING, A
from claimcheck.italian.nouns import noun_class

_QUANTO_REACH = 7  # tokens from quanto to who says it


@dataclass(frozen=True, slots=True)
class SourceFrame:
    """A source phrase: cue tokens [first, last], who it names, where it ends; whom it cites, who cites it."""

    first: int
    last: int
    subject: Subject
    end: int
    citing: Phrase | None = None
    cited_by: Phrase | None = None


def whose_words(doc: Doc, phrase: Phrase) -> Phrase:
    """Who stands behind a noun of speech: la versione di Mosca is Mosca's, le parole del ministro the minister's."""
    head = head_noun(doc, phrase)
    cut = complement_start(doc, phrase)
    if head is None or head.lower_ not in speech_nouns() or cut + 1 >= phrase[1]:
        return phrase
    return phrase_from(doc, cut + 1, phrase[1]) or phrase


def agent_of_noun(doc: Doc, phrase: Phrase, end: int) -> Phrase | None:
    """un bilancio fornito dal ministero, le accuse mosse ieri dai soldati: who stands behind speech or data."""
    head = head_noun(doc, phrase)
    if head is None or not (head.lower_ in speech_nouns() or noun_class(head.text) == "document"):
        return None
    i = phrase[1]
    participle = doc[i - 1] if i < end and doc[i].lower_ in DA else doc[i] if i < end else doc[i - 1]
    if not participle.lower_.endswith(("to", "ta", "ti", "te", "so", "sa", "si", "se")) or participle.i == head.i:
        return None
    i = max(i, participle.i + 1)
    while i < end and (doc[i].pos_ == "ADV" or doc[i].lower_ in FLOATING):
        i += 1
    return phrase_from(doc, i + 1, end) if i < end and doc[i].lower_ in DA else None


def in_words(doc: Doc, i: int) -> SourceFrame | None:
    """Nella ricostruzione dei magistrati, …; nelle parole di X, …: between commas or at the head of a sentence."""
    start, end = sentence_bounds(doc, i)
    noun = i + 1
    if noun + 2 >= end or doc[noun].lower_ not in table("source", "wording") or doc[noun + 1].lower_ not in DI:
        return None
    lead = [t for t in doc[start:i] if t.is_alpha and t.lower_ not in FLOATING]
    phrase = phrase_from(doc, noun + 2, end)
    if phrase is None or phrase[1] >= end or doc[phrase[1]].text != "," or not can_speak(doc, phrase):
        return None
    before = doc[i - 2] if i > start + 1 and doc[i - 1].lower_ in FLOATING else doc[i - 1] if i > start else None
    if lead and (before is None or before.text != ","):
        return None
    return SourceFrame(i, noun, Subject((phrase,), "in-words"), phrase[1])


def bare_quanto(doc: Doc, i: int) -> SourceFrame | None:
    """A quanto dicono i testimoni, da quanto si apprende, per quanto riferito da X; a quanto pare names nobody."""
    start, end = sentence_bounds(doc, i)
    if i + 2 >= end or doc[i + 1].lower_ != "quanto" or (doc[i].lower_ == "da" and not leads(doc, i, start)):
        return None
    verbs = [doc[k].lower_ for k in range(i + 2, min(i + 5, end)) if doc[k].lower_ not in CLITICS | AVERE | ESSERE]
    says = bool(verbs) and (verbs[0] in cue_forms() or verbs[0] in table("source", "quanto"))
    return quanto(doc, i, i + 1, end) if says else None


def leads(doc: Doc, i: int, start: int) -> bool:
    """True for a token at the head of its sentence, after a comma or bracket, or after a joining word."""
    joined = doc[i - 1].pos_ in ("CCONJ", "ADV") and i - 1 == start if i > start else True
    return joined or doc[i - 1].text in ",(–-"


def quanto(doc: Doc, first: int, i: int, end: int) -> SourceFrame | None:
    """secondo quanto riferito da X, stando a quanto dice X; without X (si apprende) the source is unnamed."""
    impersonal = i + 1 < end and doc[i + 1].lower_ == "si"
    for k in range(i + 1, min(i + _QUANTO_REACH, end)):
        if doc[k].lower_ in DA:
            phrase = phrase_from(doc, k + 1, end)
            if phrase and doc[k - 1].lower_ in table("source", "ruling") and not _rules(doc, phrase):
                return None
            if phrase:
                subject = Subject(tuple(coordinated(doc, phrase, end)), "secondo-quanto")
                return with_citation(doc, SourceFrame(first, k - 1, subject, phrase[1]))
        if doc[k].is_punct:
            told = k > i + 1 and any(f.form.plural is False for f in cue_forms().get(doc[k - 1].lower_, ()))
            told = told and not impersonal and "Part" not in doc[k - 1].morph.get("VerbForm", [])
            return SourceFrame(first, k - 1, Subject((), "pronoun-null" if told else "unnamed"), k)
        if k == i + 2 and doc[k - 1].lower_ in table("source", "quanto") and doc[k].lower_ in DETERMINERS:
            return SourceFrame(first, k - 1, Subject((), "unnamed"), k)  # da quanto ricostruito il furgone avrebbe
        phrase = phrase_from(doc, k, end) if k > i + 1 and not impersonal else None
        if phrase is not None and can_speak(doc, phrase):
            return with_citation(doc, SourceFrame(first, k - 1, Subject((phrase,), "secondo-quanto"), phrase[1]))
    return SourceFrame(first, i + 2, Subject((), "unnamed"), i + 3) if impersonal and i + 3 < end else None


def _rules(doc: Doc, phrase: Phrase) -> bool:
    """True for people and bodies who can foresee and decide; the decree and the article only hold."""
    head = head_noun(doc, phrase)
    return head is not None and (head.ent_type_ != "" or noun_class(head.text) in ("person", "body"))


def with_citation(doc: Doc, frame: SourceFrame) -> SourceFrame:
    """Secondo i media, citando X, …: X is the source, the media pass it on; secondo X, citata da Y: Y passes X on."""
    cited = cited_after(doc, (frame.first, frame.end))
    if cited is not None:
        return SourceFrame(frame.first, frame.last, frame.subject, cited[1], citing=cited)
    relay = cited_by(doc, (frame.first, frame.end))
    if relay is not None:
        return SourceFrame(frame.first, frame.last, frame.subject, relay[1], cited_by=relay)
    return frame


def cited_after(doc: Doc, phrase: Phrase) -> Phrase | None:
    """Who is cited right after a source: …, citando X; …, che cita X."""
    end = sentence_bounds(doc, phrase[0])[1]
    for k in range(phrase[1], min(phrase[1] + 3, end)):
        if doc[k].lower_ == "citando" or (doc[k].lower_.startswith("cita") and doc[k - 1].lower_ == "che"):
            return phrase_from(doc, k + 1, end) if k + 1 < end else None
    return None


def cited_by(doc: Doc, phrase: Phrase) -> Phrase | None:
    """Who passes a source on: …, citata da X; …, ripreso dall'Ansa."""
    end = sentence_bounds(doc, phrase[0])[1]
    for k in range(phrase[1], min(phrase[1] + 3, end - 1)):
        if doc[k].lower_ in table("relay", "passed") and doc[k + 1].lower_ in DA:
            return phrase_from(doc, k + 2, end)
    return None


def counted_before(doc: Doc, frame: SourceFrame, rivals: tuple[SourceFrame, ...]) -> Content | None:
    """mezzo milione secondo le autorità, ma almeno il doppio secondo alcune stime: each source has its own figure."""
    earlier = max((r.end for r in rivals if r.end <= frame.first), default=None)
    if doc[frame.first - 1].is_punct:
        return None
    if earlier is not None:
        begin = earlier
        while begin < frame.first and (doc[begin].is_punct or doc[begin].lower_ in OPPOSING | DI):
            begin += 1
        verbal = any(t.pos_ in ("VERB", "AUX") for t in doc[begin : frame.first])
        return Content(begin, frame.first, "secondo-after") if begin + 1 < frame.first and not verbal else None
    phrase = phrase_to(doc, frame.first, sentence_bounds(doc, frame.first)[0])
    number = next((k for k in range(*phrase) if doc[k].like_num or doc[k].pos_ == "NUM"), None) if phrase else None
    if phrase is None or number is None:
        return None
    begin = number
    while begin > phrase[0] and doc[begin - 1].pos_ in ("ADV", "NUM", "ADJ", "DET"):
        begin -= 1
    return Content(begin, frame.first, "secondo-after") if begin + 1 < frame.first else None


def come_frames(doc: Doc, cues: tuple[CueMatch, ...]) -> dict[int, SourceFrame]:
    """Asides that name a source with a verb (come riporta X, come riferito da X), by the index of come."""
    found: dict[int, SourceFrame] = {}
    by_first = {cue.first: cue for cue in cues}
    verbs = table("source", "quanto") | {"citato", "citata", "citati", "citate"}
    for come, word in enumerate(lowered(doc)[:-2]):
        if word != "come":
            continue
        i = come + 1
        while i < len(doc) - 1 and doc[i].pos_ == "ADV":
            i += 1
        end = sentence_bounds(doc, come)[1]
        if i in by_first and by_first[i].form.mood != "gerund":
            subject = subject_of(doc, by_first[i], after_quote=True)
            last = by_first[i].last
        elif doc[i].lower_ in verbs:
            agent = next((k for k in range(i + 1, min(i + _QUANTO_REACH, end)) if doc[k].lower_ in DA), end)
            clear = all(doc[k].lower_ in FLOATING | A or not doc[k].is_lower for k in range(i + 1, min(agent, end)))
            phrase = phrase_from(doc, agent + 1, end) if agent + 1 < end and clear else None
            subject, last = Subject((phrase,), "agent") if phrase and can_speak(doc, phrase) else NULL, i
        else:
            continue
        if subject.explicit:
            named = Subject(subject.phrases, "come")
            found[come] = SourceFrame(come, last, named, max(p[1] for p in subject.phrases))
    return found
