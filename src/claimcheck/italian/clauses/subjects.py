"""Whose words: the subject, agent or antecedent of a reporting verb, by named passes, most precise first."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.agreement import agrees, plural_verb
from claimcheck.italian.clauses.mentions import (
    can_be_somebody,
    has_person,
    in_marks,
    named_end,
    outside_marks,
    person_starts,
    seat,
    the_latter,
    with_apposition,
)
from claimcheck.italian.clauses.phrases import (
    Phrase,
    can_speak,
    coordinated,
    head_noun,
    is_nominal,
    phrase_from,
    phrase_to,
)
from claimcheck.italian.clauses.surface import sentence_bounds
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import table
from claimcheck.italian.grammar import (
    ARTICULATED,
    DA,
    DI,
    FLOATING,
    PRONOUNS,
    RELATIVES,
    TIMES,
)
from claimcheck.italian.nouns import noun_class

_PASSING = frozenset({"ADV"})
_BREAK = frozenset(".;:!?\n")
_ASIDE_REACH = 10  # tokens of an aside between che and its verb
_AGENT_REACH = 8  # tokens from a passive to its agent, quoted words not counted
_ASIDES = 2  # phrases between verb and subject: ha dichiarato [durante una conferenza stampa] il portavoce


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrases that name who speaks (none for a null subject) and the pass that found them."""

    phrases: tuple[Phrase, ...]
    how: str

    @property
    def explicit(self) -> bool:
        """True when the text names somebody."""
        return bool(self.phrases)


NULL = Subject((), "null-subject")


def subject_of(doc: Doc, match: CueMatch, *, after_quote: bool = False) -> Subject:
    """Who the reporting verb's words belong to.

    `after_quote` says that the verb follows quoted or reported words (“…”, ha detto X), where the subject stands after
    the verb in nine cases of ten (counts over UD Italian).
    """
    start, end = sentence_bounds(doc, match.verb)
    if match.voice == "passive":
        return _agent(doc, match.last + 1, end) or Subject((), "no-agent")
    if match.voice == "impersonal":
        return _reflexive(doc, match, (start, end)) or Subject((), "impersonal")
    if match.form.mood == "gerund" and match.first == match.verb:
        return Subject((), "controlled")
    passes = (_after, _marked) if after_quote else (_relative, _before, _announced, _parsed)
    for find in passes:
        found = find(doc, match, (start, end))
        if found:
            return found
    return Subject((), "impersonal") if match.cue.name in table("hearsay", "rising") else NULL


def _reflexive(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """Il ministro si sfoga, Rossi si è detto: si after somebody is no impersonal."""
    phrase = phrase_to(doc, match.first, bounds[0]) if match.clitic == "si" else None
    if phrase is None or not can_speak(doc, phrase) or doc[max(phrase[0] - 1, 0)].pos_ == "ADP":
        return None
    head = head_noun(doc, phrase)
    somebody = head is not None and (head.ent_type_ == "PER" or noun_class(head.text) in ("person", "body"))
    return Subject((phrase,), "preverbal") if somebody and agrees(doc, match, phrase) else None


def _agent(doc: Doc, i: int, end: int) -> Subject | None:
    """è stato annunciato da X, le accuse negate dalla Russia e dalla Corea del Nord."""
    for k in outside_marks(doc, i, end)[:_AGENT_REACH]:
        if doc[k].lower_ in DA:
            phrase = phrase_from(doc, k + 1, end)
            if phrase and can_be_somebody(doc, phrase):
                return Subject(tuple(coordinated(doc, phrase, end)), "agent")
        if doc[k].text in _BREAK or doc[k].lower_ == "che" or "Inf" in doc[k].morph.get("VerbForm", []):
            return None
    return None


def _after(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """Inversion: ha detto [ieri] il premier, spiega Rossi."""
    i, end = match.last + 1, bounds[1]
    for _ in range(_ASIDES + 1):
        while i < end and (doc[i].lower_ in FLOATING or (doc[i].pos_ in _PASSING and not is_nominal(doc[i]))):
            i += 1
        if i + 1 < end and doc[i].pos_ == "ADJ" and doc[i + 1].pos_ == "DET" and not is_nominal(doc[i]):
            i += 1  # spiega gentile il sacerdote
        if i < end and (doc[i].lower_ in PRONOUNS or the_latter(doc, i)):
            return Subject(((i, i + 1),), "pronoun-after")
        whence = phrase_from(doc, i + 1, end) if i + 1 < end and doc[i].lower_ in DA else None
        if whence and plural_verb(doc[match.first : match.verb + 1]) and seat(doc, whence):  # fanno sapere dal Comune
            return Subject((whence,), "whence")
        phrase = phrase_from(doc, i, end) if i < end and doc[i].lower_ not in ARTICULATED else None
        if phrase is not None and doc[i].lower_ in TIMES:  # ieri pomeriggio l'assessore
            i += 1
            continue
        if phrase is not None:
            return _inverted(doc, match, phrase, end)
        if doc[min(i, end - 1)].lower_ in ("tra", "fra") and i + 2 < end and doc[i + 2].lower_.startswith("altr"):
            i += 3  # dice tra gli altri Rossi
            continue
        if match.clitic == "lo" and i + 1 < end and doc[i].lower_ in DA:  # lo si apprende da X
            i += 1
            continue
        led = i + 1 < end and (doc[i].pos_ == "ADP" or doc[i].lower_ in ARTICULATED)
        aside = phrase_from(doc, i + 1, end) if led else None
        if aside is None and led and doc[i + 1].like_num:
            i += 2  # ha detto alle 18 il sindaco
            continue
        if aside is None:
            return None
        told = head_noun(doc, aside)  # al segretario del Pd Elly Schlein: one who is told, whatever the name
        titled = told is not None and noun_class(told.text) == "person"
        person = next((k for k in range(aside[0] + 1, aside[1]) if not titled and person_starts(doc, k)), None)
        i = person if person is not None else aside[1]
    return None


def _inverted(doc: Doc, match: CueMatch, phrase: Phrase, end: int) -> Subject | None:
    if not can_be_somebody(doc, phrase):
        return None
    phrases = tuple(coordinated(doc, with_apposition(doc, phrase, end), end))
    if len(phrases) == 1 and not agrees(doc, match, phrase):
        return None
    return Subject(phrases, "inversion")


def _relative(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """Rossi, che ha detto …: the antecedent stands before the relative pronoun."""
    i = _skip_back(doc, match.first, bounds[0])
    if i > bounds[0] and doc[i - 1].lower_ not in RELATIVES:
        i = _relative_aside(doc, i, bounds[0])
    if i <= bounds[0]:
        return None
    k = i - 1
    while k > bounds[0] and (doc[k - 1].text == "," or doc[k - 1].lower_ in ("il", "la", "i", "le")):
        k -= 1
    phrase = in_marks(doc, k, bounds[0]) or phrase_to(doc, k, bounds[0])
    if phrase and phrase[0] - 1 > bounds[0] and doc[phrase[0] - 1].text == "," and not has_person(doc, phrase):
        named = phrase_to(doc, phrase[0] - 1, bounds[0])  # Marco Rossi, dottorando a Bologna, che …
        phrase = named if named and has_person(doc, named) else phrase
    if phrase and can_be_somebody(doc, phrase):
        return Subject((phrase,), "relative")
    return _across_commas(doc, k, bounds) if doc[k].text == "," else None


def _relative_aside(doc: Doc, i: int, floor: int) -> int:
    """X che, contattato da Y, spiega: the token after che, or 0 when a verb or another clause stands between."""
    for k in range(i - 1, max(floor, i - _ASIDE_REACH), -1):
        if doc[k].text == "," and doc[k - 1].lower_ == "che":
            return k
        if "Fin" in doc[k].morph.get("VerbForm", []) or doc[k].text in _BREAK:
            return 0
    return 0


def _before(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """X ha detto; X, portavoce di Y, ha detto; X, nel frattempo, ha detto."""
    i = _skip_back(doc, match.first, bounds[0])
    if i <= bounds[0]:
        return None
    if doc[i - 1].lower_ in PRONOUNS:
        return Subject(((i - 1, i),), "pronoun-before")
    if doc[i - 1].text in (",", "–", "-", ")"):
        return _across_commas(doc, i - 1, bounds)
    phrase = in_marks(doc, i, bounds[0]) or phrase_to(doc, i, bounds[0])
    if phrase is None or not can_be_somebody(doc, phrase) or _is_object(doc, phrase, bounds[0]):
        return None
    if phrase[0] > bounds[0] and doc[phrase[0] - 1].pos_ == "ADP":
        return _inside_complement(doc, phrase)
    return _joined_before(doc, phrase, bounds[0])


def _announced(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """Dopo la lettera interviene il governatore Conti: “…”: between an intransitive verb and a colon."""
    if match.cue.use & {"obj", "as", "acc"}:
        return None
    found = _after(doc, match, bounds)
    end = found.phrases[-1][1] if found and found.explicit else bounds[1]
    colon = end < bounds[1] and doc[end].text == ":"
    return Subject(found.phrases, "announced") if found and colon and can_speak(doc, found.phrases[0]) else None


def _marked(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """“fonti della Difesa” hanno ammesso che …: the words in marks are who speaks, not what is said."""
    i = match.first
    phrase = in_marks(doc, i, bounds[0]) if i > bounds[0] else None
    return Subject((phrase,), "marked") if phrase and can_speak(doc, phrase) and agrees(doc, match, phrase) else None


def _is_object(doc: Doc, phrase: Phrase, floor: int) -> bool:
    """True for la sala in `che ha prenotato la sala – ma …`: a verb stands right before."""
    return phrase[0] > floor and doc[phrase[0] - 1].pos_ in ("VERB", "AUX") and not doc[phrase[0] - 1].is_space


def _skip_back(doc: Doc, i: int, floor: int) -> int:
    while i > floor and (doc[i - 1].lower_ in FLOATING or (doc[i - 1].pos_ in _PASSING and not is_nominal(doc[i - 1]))):
        i -= 1
    return i


def _inside_complement(doc: Doc, phrase: Phrase) -> Subject | None:
    """In un'intervista al Corriere Rossi ha detto: only a person's name at the very end is the subject."""
    last = doc[phrase[1] - 1]
    if last.ent_type_ != "PER":
        return None
    start = phrase[1] - 1
    while start > phrase[0] and doc[start].ent_iob_ == "I":
        start -= 1
    if start == phrase[0] or doc[start - 1].lower_ in DI:
        return None
    return Subject(((start, phrase[1]),), "preverbal-name")


def _across_commas(doc: Doc, comma: int, bounds: tuple[int, int]) -> Subject | None:
    """The subject stands before an aside between commas, or the aside is the name itself."""
    for k in range(comma - 1, max(bounds[0], comma - 30), -1):
        if doc[k].text not in (",", "–", "(") or k == bounds[0]:
            continue
        phrase = phrase_to(doc, k, bounds[0])
        if phrase and can_be_somebody(doc, phrase) and not _is_object(doc, phrase, bounds[0]):
            aside = phrase_from(doc, k + 1, comma)
            named = aside is not None and aside[1] == comma and has_person(doc, aside)
            if phrase[0] > bounds[0] and doc[phrase[0] - 1].pos_ == "ADP":
                if named and aside and doc[k].text == ",":  # l'ambasciatore a Roma, Ugo Conti, ha detto
                    return Subject((aside,), "apposition")
                continue
            return Subject(((phrase[0], comma if named else phrase[1]),), "apposition")
    return None


def _joined_before(doc: Doc, phrase: Phrase, floor: int) -> Subject:
    """Filctem e Uiltec hanno detto: take in what e joins on the left."""
    start = phrase[0]
    if start - 1 > floor and doc[start - 1].lower_ in ("e", "ed"):
        left = phrase_to(doc, start - 1, floor)
        if left and has_person(doc, phrase) and with_apposition(doc, left, phrase[1])[1] == phrase[1]:
            return Subject(((left[0], phrase[1]),), "preverbal")  # il ministro delle Infrastrutture e Trasporti Conti
        if left and left[0] > floor and doc[left[0] - 1].pos_ == "ADP":
            left = named_end(doc, left)
        if left and can_be_somebody(doc, left):
            return Subject((left, phrase), "joint")
    return Subject((phrase,), "preverbal")


def _parsed(doc: Doc, match: CueMatch, bounds: tuple[int, int]) -> Subject | None:
    """What the parser calls the verb's subject, when it lies in the sentence and can speak."""
    if not doc.has_annotation("DEP"):
        return None
    for child in (*doc[match.verb].children, *(doc[match.last].children if match.cue.governs else ())):
        if child.dep_ in ("nsubj", "nsubj:pass") and child.lower_ not in RELATIVES:
            phrase = _around(doc, child, bounds)
            if phrase and phrase[0] > bounds[0] and doc[phrase[0] - 1].pos_ == "ADP":
                continue
            if phrase and phrase[0] == match.last + 1 and "obj" in match.cue.use:
                continue  # ringrazia Kim: whom the verb thanks, whatever the parser says
            if phrase and can_be_somebody(doc, phrase) and (phrase[1] <= match.first or phrase[0] > match.last):
                return Subject((phrase,), "parsed-subject")
    return None


def _around(doc: Doc, head: Token, bounds: tuple[int, int]) -> Phrase | None:
    start = max(bounds[0], min((t.i for t in head.lefts if t.dep_ in ("det", "amod", "nummod")), default=head.i))
    return phrase_from(doc, start, bounds[1])
