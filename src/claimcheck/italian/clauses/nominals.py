"""Statements carried by a noun: la tesi di Mosca è che …; il bilancio del ministero è di 300 morti."""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimcheck.italian.clauses.contents import Content
from claimcheck.italian.clauses.extents import clause_end, phrase_stop, trim
from claimcheck.italian.clauses.phrases import Phrase, can_speak, head_noun, phrase_from
from claimcheck.italian.clauses.surface import lowered, sentence_bounds
from claimcheck.italian.clauses.types import Report
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import statement_nouns
from claimcheck.italian.grammar import DA, DI, ESSERE
from claimcheck.italian.names import Names
from claimcheck.italian.nouns import noun_class

_REACH = 16  # tokens from the noun to its verb
HOW = "noun"


def nominal_reports(doc: Doc, names: Names, cues: tuple[CueMatch, ...]) -> Iterator[Report]:
    """The statements of the Doc that a noun, its owner and the verb to be report, in order."""
    nouns = statement_nouns()
    for i, word in enumerate(lowered(doc)[:-2]):
        if word not in nouns or doc[i].pos_ != "NOUN":
            continue
        end = sentence_bounds(doc, i)[1]
        copula = _copula(doc, i, end)
        owner = _owner(doc, i, copula) if copula is not None else None
        begin = _complement(doc, copula + 1, end) if copula is not None else None
        if copula is None or owner is None or begin is None:
            continue
        stop = clause_end(doc, begin, end, cues)
        stop = trim(doc, begin, stop if doc[begin - 1].lower_ == "che" else phrase_stop(doc, begin, stop))
        if stop > begin + 1:
            content = Content(begin, stop, HOW)
            yield Report(i, copula, None, names.resolve(owner), owner, HOW, content)


def _copula(doc: Doc, noun: int, end: int) -> int | None:
    """The verb to be that the noun is the subject of: nothing but its own complements between."""
    for k in range(noun + 1, min(noun + _REACH, end)):
        if doc[k].lower_ in ESSERE and doc[k].pos_ in ("AUX", "VERB"):
            return k
        finite = doc[k].pos_ in ("AUX", "VERB") and "Fin" in doc[k].morph.get("VerbForm", [])
        if finite or (doc[k].is_punct and not doc[k].is_bracket) or doc[k].is_quote:
            return None
    return None


def _owner(doc: Doc, noun: int, copula: int) -> Phrase | None:
    """Whose statement it is: a person, a body or a place's government right before the verb, after di or da."""
    for k in range(noun + 1, copula):
        if doc[k].lower_ not in DI | DA:
            continue
        phrase = phrase_from(doc, k + 1, copula)
        head = head_noun(doc, phrase) if phrase else None
        if phrase is None or head is None or phrase[1] != copula or not can_speak(doc, phrase):
            continue
        if head.ent_type_ or noun_class(head.text) in ("person", "body"):
            return phrase
    return None


def _complement(doc: Doc, i: int, end: int) -> int | None:
    """è che …, è di …, è quello di …: where the statement begins."""
    while i < end and doc[i].pos_ == "ADV":
        i += 1
    if i < end and doc[i].lower_ in ("quello", "quella"):
        i += 1
    return i + 1 if i + 1 < end and (doc[i].lower_ == "che" or doc[i].lower_ in DI) else None
