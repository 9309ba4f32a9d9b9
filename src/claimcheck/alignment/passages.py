"""The passage a claim stands in: an entry of a live blog, else the text around it.

A live blog tells of many things under one title: that two of them are alike says nothing of two of their entries.
"""

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from claimcheck.alignment.events import cosine
from claimcheck.alignment.tables import weights
from claimcheck.italian.stems import content
from claimcheck.kinds.base import Side

AROUND = 350
"""Characters of text on each side of a claim outside live blogs."""
ENTRIES = 4
"""How many clock stamps make a live blog."""
LONG = 12_000
"""Characters beyond which an article tells of many things, stamps or none."""
_STAMP = re.compile(
    r"(?:^|\n|(?<=[.!?»”\")])\s+)(?:ore\s+)?(?:[01]?\d|2[0-3])[:.][0-5]\d\s*[-–—|]?\s*(?=[«“\"A-ZÀ-Ý])", re.MULTILINE
)


@lru_cache(maxsize=256)
def entries(text: str) -> tuple[int, ...]:
    """Where the entries of a live blog start, () for any other text.

    >>> entries("10:05 Parla il sindaco. 10:20 Treni fermi. 10.41 - Riapre il ponte. 11:02 Due feriti.")
    (0, 23, 42, 67)
    """
    found = tuple(match.start() for match in _STAMP.finditer(text))
    return found if len(found) >= ENTRIES else ()


def many_things(text: str) -> bool:
    """True for a live blog, and for a text so long that it tells of many things."""
    return len(text) > LONG or bool(entries(text))


def one_passage(a: Side, b: Side) -> bool:
    """True if the passages of two claims may tell one thing: always, where both articles tell of one."""
    if not (many_things(a.article.text) or many_things(b.article.text)):
        return True
    return _alike(a, b) >= weights("event")["least_entry"]


def bears_conflict(a: Side, b: Side) -> bool:
    """True if the texts around two claims are alike enough for the claims to be at odds."""
    return _alike(a, b) >= weights("event")["least_passage"]


def _alike(a: Side, b: Side) -> float:
    first, second = (_stems(s.article.text, *_bounds(s)) for s in (a, b))
    return cosine(first, second)


def _bounds(side: Side) -> tuple[int, int]:
    """Where the passage of a claim starts and ends."""
    text, claim = side.article.text, side.claim
    starts = entries(text)
    if not starts:
        return max(claim.start - AROUND, 0), min(claim.end + AROUND, len(text))
    place = bisect_right(starts, claim.start)
    return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(text)


@lru_cache(maxsize=4096)
def _stems(text: str, start: int, end: int) -> Counter[str]:
    return Counter(content(text[start:end]))
