"""Which articles are one text: agency copy, a lightly edited release. Shingling after Broder (1997)."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from claimcheck.italian.text import words
from claimcheck.model import Article

SHINGLE = 4
COPIED = 0.60
ALIKE = 0.45
LEAST = 20
HOLDER_CAP = 50


def origins(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles in groups of one text each; every article is in exactly one group.

    Two articles are one text when they share ALIKE of all their four-word shingles, or when COPIED of the shorter one
    stands in the longer. The result does not depend on the order of input.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    prints = [shingles(article.text) for article in ordered]
    parent = list(range(len(ordered)))
    for i, j in _sharing(prints):
        if same_text(prints[i], prints[j]):
            first, second = sorted((_root(parent, i), _root(parent, j)))
            parent[second] = first
    together: defaultdict[int, list[str]] = defaultdict(list)
    for place, article in enumerate(ordered):
        together[_root(parent, place)].append(article.id)
    return tuple(sorted(tuple(group) for group in together.values()))


def shingles(text: str) -> frozenset[int]:
    """The four-word shingles of a text as stable 64-bit hashes; case, accents and punctuation do not count."""
    found = words(text)
    runs = (" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def sketch(prints: frozenset[int]) -> tuple[int, ...]:
    """The least HOLDER_CAP shingles: two texts that share many shingles share some of these (Broder 1997)."""
    return tuple(sorted(prints)[:HOLDER_CAP])


def same_text(one: frozenset[int], other: frozenset[int]) -> bool:
    """True if two sets of shingles come from one text."""
    small = min(len(one), len(other))
    if small < LEAST:
        return small > 0 and one == other
    shared = len(one & other)
    return shared / small >= COPIED or shared / len(one | other) >= ALIKE


def _sharing(prints: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs that share a shingle, found through each text's smallest hashes (a sketch) when there are many texts."""
    if len(prints) <= HOLDER_CAP:
        return [(i, j) for j in range(len(prints)) for i in range(j)]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(prints):
        for mark in sketch(found):
            holders[mark].append(place)
    return sorted({(i, j) for found in holders.values() for j in found for i in found if i < j})


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        place = parent[place]
    return place
