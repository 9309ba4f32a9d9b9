"""Where something happens: place names after a locative preposition, and which place holds which."""

import re
from functools import cache
from typing import Literal

from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import stem, tokens
from claimcheck.italian.text import fold

_DATA = "claimcheck.italian.data"
_NAME = r"[A-ZÀ-Ý][\w'’]*(?:[ -](?:(?:del|della|dei|di|d['’]) ?)?[A-ZÀ-Ý][\w'’]*)*"
_LOCATIVE = re.compile(
    rf"\b(?:a|ad|in|nel|nella|nei|negli|nelle|presso|vicino a|alle porte di|in provincia di) (?:l['’])?({_NAME})"
    rf"|\b(?:nell|all)['’]({_NAME})"
)
Ties = Literal["holds", "inside", "apart"]


def places(text: str) -> tuple[str, ...]:
    """The names after a locative preposition, as written: `esplosione a Bagheria, in Sicilia` gives both."""
    return tuple(dict.fromkeys(match[1] or match[2] for match in _LOCATIVE.finditer(text)))


def once(text: str) -> bool:
    """True if a text tells of something that happens once, in one place: `è avvenuta`, `si terrà`, `è nato`."""
    return any(stem(word) in _once() for _, _, word in tokens(text))


def tie(one: str, other: str) -> Ties | None:
    """What one known place has to do with another: it holds it, lies inside it or lies apart; None when not known."""
    first, second = _chain(fold(one)), _chain(fold(other))
    if not first or not second or first == second:
        return None
    if first == second[: len(first)]:
        return "holds"
    if second == first[: len(second)]:
        return "inside"
    return "apart"


@cache
def _chains() -> dict[str, tuple[str, ...]]:
    """Each known place with those that hold it, the widest first: palermo → italia, sicilia, palermo."""
    found: dict[str, tuple[str, ...]] = {}
    for state, (name, *others) in load(_DATA, "places.toml")["states"].items():
        found[fold(name)] = (state,)
        found |= {fold(other): (state, "seat") for other in others}  # Kiev and Kyiv are one
    for region, towns in load(_DATA, "areas.toml")["regions"].items():
        home = ("italia", fold(region))
        found[fold(region)] = home
        found |= {fold(town): (*home, fold(town)) for town in towns}
    return found


def _chain(name: str) -> tuple[str, ...]:
    return _chains().get(name, ())


@cache
def _once() -> frozenset[str]:
    return frozenset(stem(verb) for verb in load(_DATA, "areas.toml")["once"]["verbs"])
