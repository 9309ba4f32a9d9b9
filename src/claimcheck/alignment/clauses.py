"""Vetoes by the clause around a figure: the act that a day belongs to, the thing that a percentage measures."""

import re
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import content, stem
from claimcheck.kinds.base import Side
from claimcheck.kinds.figures import qualifiers
from claimcheck.kinds.figures.values import figure_of

_BREAK = re.compile(
    r"[,;:.()«»“”\"–—\n]|\b(?:e|ma|che|cui|dopo|prima|quando|mentre|dove|poi|perché|per poi)\b", re.IGNORECASE
)


def one_act(a: Side, b: Side) -> bool:
    """True if two days may belong to one act: their clauses share a word and are not of two steps of a story.

    `la salma è arrivata venerdì dopo l'autopsia` and `l'autopsia eseguita giovedì` share none, arrest and trial are two
    steps.
    """
    first, second = set(_clause(a)), set(_clause(b))
    steps = [{name for name, words in _steps().items() if words & clause} for clause in (first, second)]
    return bool(first & second) and not (all(steps) and not steps[0] & steps[1])


def one_occasion(a: Side, b: Side) -> bool:
    """True if both sentences name one thing that happens once in a story: a funeral, a verdict, a referendum."""
    return bool(set(content(a.sentence)) & set(content(b.sentence)) & _occasions())


def one_measure(a: Side, b: Side) -> bool:
    """True unless two percentages lack a word for what they measure: `traffico` and `passeggeri` grow by their own."""
    if {figure_of(a).unit, figure_of(b).unit} != {"%"}:
        return True
    first, second = (set(content(qualifiers.clause(side))) - qualifiers.moving() for side in (a, b))
    return any(not word[0].isdigit() for word in first & second)


def _clause(side: Side) -> tuple[str, ...]:
    """The stems of the words around a claim up to the next break on each side."""
    text, claim = side.article.text, side.claim
    before, after = text[claim.sentence[0] : claim.start], text[claim.end : max(claim.sentence[1], claim.end)]
    breaks = [match.end() for match in _BREAK.finditer(before) if match.end() < len(before.rstrip())]
    cut = _BREAK.search(after)
    return content(before[breaks[-1] if breaks else 0 :] + " " + after[: cut.start() if cut else len(after)])


@cache
def _steps() -> dict[str, frozenset[str]]:
    table = load("claimcheck.alignment", "nouns.toml")["steps"]
    return {name: frozenset(map(stem, words)) for name, words in table.items()}


@cache
def _occasions() -> frozenset[str]:
    return frozenset(map(stem, load("claimcheck.alignment", "nouns.toml")["occasions"]))
