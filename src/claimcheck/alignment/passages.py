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


def one_passage(a: Side, b: Side, *, strict: bool) -> bool:
    """True if the passages of two claims are alike enough to tell one thing; outside live blogs only `strict` asks."""
    limits = weights("event")
    live = entries(a.article.text) or entries(b.article.text)
    if not (live or strict):
        return True
    least = limits["least_entry"] if live else limits["least_passage"]
    return cosine(_stems(a), _stems(b)) >= least


def _stems(side: Side) -> Counter[str]:
    text, claim = side.article.text, side.claim
    begin, finish = max(claim.start - AROUND, 0), claim.end + AROUND
    starts = entries(text)
    if starts:
        place = bisect_right(starts, claim.start)
        begin = starts[place - 1] if place else 0
        finish = starts[place] if place < len(starts) else len(text)
    return Counter(content(text[begin:finish]))
