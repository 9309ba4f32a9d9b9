"""Phrases that may name a speaker: in quotation marks, with their apposition, at the end of a longer phrase."""

from spacy.tokens import Doc

from claimcheck.italian.clauses.phrases import Phrase, can_speak, head_noun, phrase_from
from claimcheck.italian.grammar import DI, QUOTE_CLOSE, QUOTE_OPEN, TIMES
from claimcheck.italian.nouns import noun_class

_MARKED_REACH = 9  # tokens of a subject in quotation marks


def in_marks(doc: Doc, i: int, floor: int) -> Phrase | None:
    """“fonti della Difesa” hanno ammesso: a subject in quotation marks."""
    if doc[i - 1].text not in QUOTE_CLOSE:
        return None
    opening = next((k for k in range(i - 2, max(floor, i - _MARKED_REACH) - 1, -1) if doc[k].text in QUOTE_OPEN), None)
    phrase = phrase_from(doc, opening + 1, i - 1) if opening is not None else None
    named = phrase is not None and (doc[phrase[0]].text[:1].isupper() or can_speak(doc, phrase))
    return phrase if phrase and phrase[1] == i - 1 and named else None


def named_end(doc: Doc, phrase: Phrase) -> Phrase | None:
    """le ong per i diritti umani Human Rights Watch: the name that a longer phrase after a preposition ends in."""
    start = next((k for k in range(phrase[0], phrase[1]) if doc[k].text[:1].isupper()), phrase[1])
    return (start, phrase[1]) if phrase[0] < start < phrase[1] and doc[start - 1].lower_ not in DI else None


def person_starts(doc: Doc, k: int) -> bool:
    """una conferenza stampa Guo Jiakun, nel 2020 Rossi: a name after a number or a noun that is nobody's title."""
    previous = doc[k - 1]
    named = doc[k].pos_ == "PROPN" and k + 1 < len(doc) and doc[k + 1].pos_ == "PROPN"
    named = named or (doc[k].ent_iob_ == "B" and doc[k].ent_type_ == "PER")
    named = named or (previous.like_num and doc[k].pos_ == "PROPN" and doc[k].is_title)
    untitled = previous.is_lower and previous.pos_ == "NOUN" and noun_class(previous.text) != "person"
    return named and (untitled or previous.like_num)


def the_latter(doc: Doc, i: int) -> bool:
    """quest'ultimo, in two tokens."""
    return doc[i].lower_.startswith("quest") and i + 1 < len(doc) and doc[i + 1].lower_.startswith("ultim")


def has_person(doc: Doc, phrase: Phrase) -> bool:
    """True if a person's name stands in the phrase."""
    return any(doc[k].ent_type_ == "PER" for k in range(*phrase))


def with_apposition(doc: Doc, phrase: Phrase, end: int) -> Phrase:
    """il segretario del Pd, Elly Schlein: a name after the comma belongs to the role before it."""
    comma = phrase[1]
    head = head_noun(doc, phrase)
    role = head is not None and noun_class(head.text) == "person"
    if role and comma + 1 < end and doc[comma].text == "," and not has_person(doc, phrase):
        following = phrase_from(doc, comma + 1, end)
        if following and doc[following[0]].ent_type_ == "PER":
            return (phrase[0], following[1])
    return phrase


def can_be_somebody(doc: Doc, phrase: Phrase) -> bool:
    """False for phrases that cannot be anybody: bare pronouns, measures, times."""
    head = head_noun(doc, phrase)
    return head is not None and head.is_alpha and not head.like_num and head.lower_ not in TIMES
