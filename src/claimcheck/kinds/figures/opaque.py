"""What looks like a figure and is none: names (Cinque Stelle, Sole 24 Ore) and idioms (quattro chiacchiere)."""

from collections.abc import Mapping
from functools import cache

from claimcheck.italian.calendar import month
from claimcheck.italian.lexicon import load
from claimcheck.kinds.figures.scan import PACKAGE, Scan, word_set


def opaque(scan: Scan, i: int) -> int:
    """The token after the name or idiom that begins at token `i`, 0 if none does; names are written with a capital."""
    for parts, named in _phrases().get(scan.tokens[i].key, ()):
        last = i + len(parts) - 1
        if scan.keys(i, parts) and (not named or scan.tokens[last].capital):
            return last + 1
    return _street(scan, i) or _reading_time(scan, i)


def _reading_time(scan: Scan, i: int) -> int:
    """The token after what a page says of its own length: LETTURA: 4 minuti, Tempo di lettura 3 min."""
    if scan.key(i) not in word_set("reading") or not (
        scan.key(i + 1) == ":" or scan.key(i - 2) == "tempo" or scan.starts_line(i)
    ):
        return 0
    j = i + 1 + (scan.key(i + 1) == ":")
    return j + 2 if scan.is_digits(j) and scan.key(j + 1) in word_set("reading", "units") else 0


def _street(scan: Scan, i: int) -> int:
    """The token after a street named after a day: piazza Sei Febbraio, via XX Settembre, viale 1° Maggio."""
    if scan.tokens[i].key not in word_set("street"):
        return 0
    j = i + 2 + (scan.key(i + 2) in ("°", "º"))
    return j + 1 if month(scan.key(j)) is not None and (scan.tokens[j].capital or scan.tokens[i].capital) else 0


@cache
def openings() -> frozenset[str]:
    """The words at which a name, an idiom, a street or a reading time can begin."""
    return frozenset(_phrases()) | word_set("street") | word_set("reading")


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """The phrases by their first word, the longest first, and whether each is a name."""
    table: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    rows = [
        (tuple(p.split()), section == "names")
        for section in ("idioms", "names")
        for p in load(PACKAGE)["opaque"][section]
    ]
    for parts, named in sorted(rows, key=lambda row: -len(row[0])):
        table[parts[0]] = (*table.get(parts[0], ()), (parts, named))
    return table
