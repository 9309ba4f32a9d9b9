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
    """A description beside a name: head noun, other words, office, gender of its article, whose it is, where."""

    head: str
    modifiers: frozenset[str]
    office: str | None
    gender: str | None
    name: str
    position: int


def modifiers(tokens: Iterable[Token]) -> frozenset[str]:
    """The stems of a description's words after its head; the adjective of a country counts as the country."""
    stems = [stem(t.text) for t in tokens if t.is_alpha and t.lower_ not in _STOP]
    return frozenset(stem(w) for s in stems for w in country_words().get(s, (s,)))


def gender(doc: Doc, phrase: Phrase, name: str = "") -> str | None:
    """m or f where the article of a phrase shows it (il premier, la premier), `name` first."""
    if name and clashes("il", name):
        return "f"
    if name and clashes("la", name):
        return "m"
    article = doc[phrase[0]].lower_
    if phrase[0] + 1 < phrase[1] and doc[phrase[0] + 1].lower_ in ("capo", "numero", "inquilino"):
        return None  # a woman is il capo too
    return "m" if article in ("il", "lo", "del", "dal", "al") else "f" if article in ("la", "alla") else None


def clashes(article: str, name: str) -> bool:
    """True if the gender of an article is not that of a forename by its ending: la and Alvaro, il and Maria."""
    forename = next(iter(words(name)), "")
    if article == "la":
        return forename.endswith("o")
    return article in ("il", "lo") and forename.endswith("a") and forename not in masculine_names()


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    rows = load("claimcheck.italian.data", "sources.toml")["office"].items()
    names = ((name, key) for key, listed in rows for name in listed)
    return tuple(sorted(names, key=lambda row: (-len(row[0]), row)))


def office(doc: Doc, phrase: Phrase) -> str | None:
    """The office that a phrase names: capo del governo and premier are one, capo della Casa Bianca another."""
    text = "".join(t.lower_.replace("’", "'") + t.whitespace_ for t in doc[phrase[0] : phrase[1]])
    return next((key for name, key in _offices() if f" {name} " in f" {text.replace(chr(39), chr(39) + ' ')} "), None)
