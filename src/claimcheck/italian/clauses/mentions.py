"""Phrases that may name a speaker: in quotation marks, with their apposition, at the end of a longer phrase."""

from spacy.tokens import Doc

from claimcheck.italian.clauses.phrases import Phrase, can_speak, coordinated, head_noun, phrase_from
from claimcheck.italian.grammar import DETERMINERS, DI, IN, QUOTE_CLOSE, QUOTE_OPEN, TIMES, A
from claimcheck.italian.nouns import noun_class

_MARKED_REACH = 9  # tokens of a subject in quotation marks


def outside_marks(doc: Doc, i: int, end: int) -> list[int]:
    """The tokens [i, end) that stand in no quotation marks: whom quoted words name says nothing."""
    found: list[int] = []
    inside = False
    for k in range(i, end):
        if doc[k].text in QUOTE_OPEN | QUOTE_CLOSE and doc[k].text not in "‘’":
            inside = not inside
        elif not inside:
            found.append(k)
    return found


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
    other = doc[k].ent_iob_ == "B" and doc[k].ent_type_ == "PER" and previous.text[:1].isupper()  # su Twitter Rossi
    return named and (untitled or other or previous.like_num)


def the_latter(doc: Doc, i: int) -> bool:
    """quest'ultimo, in two tokens."""
    return doc[i].lower_.startswith("quest") and i + 1 < len(doc) and doc[i + 1].lower_.startswith("ultim")


def seat(doc: Doc, phrase: Phrase) -> bool:
    """True for a body whose people speak: dal Comune, dalla procura; not da casa."""
    head = head_noun(doc, phrase)
    if head is None or head.lower_ == "casa":
        return False
    return head.ent_type_ == "ORG" or noun_class(head.text) == "body"


def has_person(doc: Doc, phrase: Phrase) -> bool:
    """True if a person's name stands in the phrase."""
    return any(doc[k].ent_type_ == "PER" for k in range(*phrase))


def with_apposition(doc: Doc, phrase: Phrase, end: int) -> Phrase:
    """A role with the name that belongs to it: il segretario del Pd, Elly Schlein; l'assessore alla Casa Ugo Conti.

    The name follows after a comma, after a complement of the role (alla Casa, delle Infrastrutture e Trasporti), or
    ends a second description (il proprietario, l'imprenditore Conti).
    """
    head = head_noun(doc, phrase)
    if head is None or noun_class(head.text) != "person" or has_person(doc, phrase) or phrase[1] + 1 >= end:
        return phrase
    complement = _complement(doc, phrase, end)
    if complement is not None and has_person(doc, complement):
        return (phrase[0], complement[1])
    if complement is not None and complement[1] < end and doc[complement[1]].ent_type_ == "PER":
        named = phrase_from(doc, complement[1], end)  # alla Casa [Ugo Conti]: two names for the recogniser
        return (phrase[0], named[1]) if named else phrase
    comma = complement[1] if complement else phrase[1]
    following = phrase_from(doc, comma + 1, end) if comma < end and doc[comma].text == "," else None
    if following is None:
        return phrase
    following = coordinated(doc, following, end)[-1]
    described = head_noun(doc, (comma + 1, following[1]))
    second = described is not None and described.i <= comma + 2 and noun_class(described.text) == "person"
    apposed = doc[following[0]].ent_type_ == "PER" or (second and has_person(doc, following))
    return (phrase[0], following[1]) if apposed else phrase


def with_post(doc: Doc, phrase: Phrase, end: int) -> Phrase:
    """l'ambasciatore [alle Nazioni Unite], …: a role with the place of its post, up to a comma."""
    head = head_noun(doc, phrase)
    if head is None or noun_class(head.text) != "person" or has_person(doc, phrase) or phrase[1] + 1 >= end:
        return phrase
    post = _complement(doc, phrase, end) if doc[phrase[1]].lower_ in A | IN | {"per", "presso"} else None
    return (phrase[0], post[1]) if post and post[1] < end and doc[post[1]].text == "," else phrase


def _complement(doc: Doc, phrase: Phrase, end: int) -> Phrase | None:
    """What a role is for or of: assessore [alla Casa], ministro delle Infrastrutture [e dei Trasporti Conti]."""
    i = phrase[1]
    if doc[i].lower_ in A | IN | {"per", "con", "presso", "contro"}:
        return phrase_from(doc, i + 1, end)
    if doc[i].lower_ not in ("e", "ed") or not any(doc[k].lower_ in DI for k in range(*phrase)):
        return None
    i += 2 if doc[i + 1].lower_ in DI else 1
    return phrase_from(doc, i, end) if i < end and doc[i].lower_ not in DETERMINERS and not doc[i].ent_type_ else None


def can_be_somebody(doc: Doc, phrase: Phrase) -> bool:
    """False for phrases that cannot be anybody: bare pronouns, measures, times."""
    head = head_noun(doc, phrase)
    return head is not None and head.text[:1].isalpha() and not head.like_num and head.lower_ not in TIMES
