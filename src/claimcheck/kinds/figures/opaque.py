"""What looks like a figure and is none: names (Cinque Stelle, Sole 24 Ore) and idioms (quattro chiacchiere)."""

from collections.abc import Mapping
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.kinds.figures.scan import PACKAGE, Scan


def opaque(scan: Scan, i: int) -> int:
    """The token after the name or idiom that begins at token `i`, 0 if none does; names are written with a capital."""
    for parts in _phrases("idioms").get(scan.key(i), ()):
        if scan.keys(i, parts):
            return i + len(parts)
    for parts in _phrases("names").get(scan.key(i), ()):
        last = i + len(parts) - 1
        if scan.keys(i, parts) and scan.tokens[last].capital:
            return last + 1
    return 0


@cache
def _phrases(section: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a table by their first word, the longest first."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(load(PACKAGE)["opaque"][section], key=lambda p: -len(p.split())):
        parts = tuple(phrase.split())
        table[parts[0]] = (*table.get(parts[0], ()), parts)
    return table
