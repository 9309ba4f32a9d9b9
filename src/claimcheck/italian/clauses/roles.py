"""Roles that stand for a person: the words of a description, and the offices that have several names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.phrases import Phrase
from claimcheck.italian.grammar import DETERMINERS, DI
from claimcheck.italian.lexicon import load
from claimcheck.italian.nouns import country_words, masculine_names, stem
from claimcheck.italian.text import words

_STOP = DETERMINERS | DI | {"e", "ed", "anche", "ex", "attuale", "neo"}


@dataclass(frozen=True, slots=True)
class Role:
    """A description beside a name: head noun, other words, office, genders it may have, whose it is, where."""

    head: str
    modifiers: frozenset[str]
    office: str | None
    genders: frozenset[str]
    name: str
    position: int


def modifiers(tokens: Iterable[Token]) -> frozenset[str]:
    """The stems of a description's words after its head; the adjective of a country counts as the country."""
    stems = [stem(t.text) for t in tokens if t.is_alpha and t.lower_ not in _STOP]
    return frozenset(stem(w) for s in stems for w in country_words().get(s, (s,)))


def gender(doc: Doc, phrase: Phrase) -> str | None:
    """m or f where the article of a phrase shows it: il premier, la premier; a woman is il capo too."""
    article = doc[phrase[0]].lower_
    if phrase[0] + 1 < phrase[1] and doc[phrase[0] + 1].lower_ in ("capo", "numero", "inquilino"):
        return None
    return "m" if article in ("il", "lo", "del", "dal", "al") else "f" if article in ("la", "alla") else None


def genders(doc: Doc, phrase: Phrase, name: str) -> frozenset[str]:
    """The genders a role and its name show: il ministro Anna Riva may be la ministra later; none shown, any fits."""
    forename = "f" if clashes("il", name) else "m" if clashes("la", name) else None
    return frozenset(g for g in (gender(doc, phrase), forename) if g)


def clashes(article: str, name: str) -> bool:
    """True if the gender of an article is not that of a forename by its ending: la and Alvaro, il and Maria."""
    forename = next(iter(words(name)), "")
    if article == "la":
        return forename.endswith("o")
    return article in ("il", "lo") and forename.endswith("a") and forename not in masculine_names()


def fits(role: Role, shown: str | None) -> bool:
    """True unless a phrase shows another gender than the role it should stand for."""
    return shown is None or not role.genders or shown in role.genders


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    rows = load("claimcheck.italian.data", "sources.toml")["office"].items()
    names = ((name, key) for key, listed in rows for name in listed)
    return tuple(sorted(names, key=lambda row: (-len(row[0]), row)))


def office(doc: Doc, phrase: Phrase) -> str | None:
    """The office that a phrase names: capo del governo and premier are one, capo della Casa Bianca another."""
    text = "".join(t.lower_.replace("’", "'") + t.whitespace_ for t in doc[phrase[0] : phrase[1]])
    return next((key for name, key in _offices() if f" {name} " in f" {text.replace(chr(39), chr(39) + ' ')} "), None)
