"""Nouns that can speak: people, bodies, documents (data/sources.toml), in the singular and the plural."""

from collections.abc import Mapping
from functools import cache

from claimcheck.italian.grammar import DI
from claimcheck.italian.lexicon import load
from claimcheck.italian.text import fold

_ENDINGS = (
    ("ista", ("isti", "iste")),
    ("co", ("chi", "ci")),
    ("go", ("ghi", "gi")),
    ("ca", ("che",)),
    ("ga", ("ghe", "ghi")),
    ("cia", ("cie", "ce")),
    ("gia", ("gie", "ge")),
    ("io", ("i",)),
    ("ma", ("mi", "me")),
    ("o", ("i",)),
    ("a", ("e",)),
    ("e", ("i",)),
)


def plurals(noun: str) -> tuple[str, ...]:
    """The regular plurals of a noun: ministro ministri, analista analisti analiste, città città."""
    for ending, many in _ENDINGS:
        if noun.endswith(ending):
            return tuple(noun[: -len(ending)] + m for m in many)
    return (noun,)


@cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, words in load("claimcheck.italian.data", "sources.toml")["noun"].items():
        for noun in words.split():
            for form in (noun, *plurals(noun)):
                table.setdefault(fold(form), name)
    return table


def noun_class(word: str) -> str | None:
    """person, body or document for a noun that can be the source of a statement, else None."""
    return _classes().get(fold(word))


@cache
def country_words() -> Mapping[str, tuple[str, ...]]:
    """The words of a country's name by the stem of its adjective or capital: russ -> (russia,), pechin -> (cina,)."""
    table: dict[str, tuple[str, ...]] = {}
    for name, *others in load("claimcheck.italian.data", "places.toml")["states"].values():
        full = tuple(fold(word) for word in name.split() if word not in DI)
        table.update({stem(other): full for other in others if " " not in other})
    return table


def stem(word: str) -> str:
    """A word without its gender and number ending: nordcoreano, nordcoreana, nordcoreani are one."""
    folded = fold(word)
    return folded.rstrip("aeio") if len(folded) > 4 else folded


@cache
def generic() -> frozenset[str]:
    """Nouns that may stand for any person already named, whatever the title: l'uomo, l'indagato, l'ufficiale."""
    return frozenset(load("claimcheck.italian.data", "sources.toml")["generic"].split())


@cache
def named_after() -> frozenset[str]:
    """Nouns of places and things that bear a person's name: piazza Cavour, il teatro Strehler."""
    return frozenset(load("claimcheck.italian.data", "sources.toml")["named_after"].split())


@cache
def chiefs() -> frozenset[str]:
    """Words for the head of a state or government, any of which may name the same person again."""
    return frozenset(load("claimcheck.italian.data", "sources.toml")["chief"].split())


@cache
def chief_stems() -> frozenset[str]:
    """The stems of `chiefs`."""
    return frozenset(map(stem, chiefs()))


@cache
def parts() -> frozenset[str]:
    """Nouns for a part or a crowd of what follows them: la metà del Paese, centinaia di lavoratori."""
    return frozenset(load("claimcheck.italian.data", "sources.toml")["part"].split())


@cache
def masculine_names() -> frozenset[str]:
    """Forenames of men that end in a: Andrea, Luca."""
    return frozenset(load("claimcheck.italian.data", "sources.toml")["masculine"].split())
