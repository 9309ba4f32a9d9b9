"""What a reader should see first: findings by news value, pairs by gravity, no explanation said twice."""

import re
from collections.abc import Iterable

from claimcheck.model import Alignment, ClaimRef, Pair
from claimcheck.model.relations import STRENGTH

TYPES = ("value", "date", "set", "stance", "speaker", "name", "wording", "precision")
"""Types of difference, the most newsworthy first."""
MINOR = frozenset({"publication-day", "window", "granularity", "clock"})
"""Codes of differences that only the point of view makes; they come last."""
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|(?<![\w-])\d+")


def gravity(pair: Pair) -> tuple[int, bool, int, float, ClaimRef, ClaimRef]:
    """Sorts the pairs of a finding: the gravest relation first, then news value, then the surest."""
    kind = TYPES.index(pair.type) if pair.type else len(TYPES)
    return STRENGTH[pair.relation], pair.evidence.get("code") in MINOR, kind, -pair.score, pair.a, pair.b


def news_value(alignment: Alignment) -> tuple[bool, int, int]:
    """Sorts findings: figures and dates, then stance and speakers, then wording and precision; many sources first."""
    _, minor, kind, *_ = gravity(min(alignment.pairs, key=gravity))
    return minor, kind, -len({ref.article for ref in alignment.claims})


def importance(alignment: Alignment) -> tuple[int, tuple[bool, int, int], float, str]:
    """Sorts all findings: conflicts first, then by news value, then the surest."""
    surest = max(pair.score for pair in alignment.pairs)
    return STRENGTH[alignment.relation], news_value(alignment), -surest, alignment.id


def distinct(explanations: Iterable[str]) -> list[str]:
    """The explanations without those that set the same words and numbers against each other, in whatever order."""
    found: dict[frozenset[str], str] = {}
    for text in explanations:
        found.setdefault(frozenset(QUOTED.findall(text)) or frozenset({text}), text)
    return list(found.values())
