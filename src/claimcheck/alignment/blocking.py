"""Which pairs are worth a look: articles of one event, claims of one kind that share a telling key; all blocks capped.

Blocking as in record linkage (Christen 2012): keys are cheap and generous, scoring decides. A key held by too many
claims tells nothing and is skipped, so two megabytes of text cost no more than their rare words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.alignment.events import same_event
from claimcheck.alignment.features import Profile, Topic
from claimcheck.alignment.thin import common

KEY_CAP = 400
PAIR_CAP = 40_000
ARTICLE_CAP = 200
NAME_CAP = 50


def article_pairs(topics: Sequence[Topic]) -> Iterator[tuple[int, int]]:
    """The places of articles that report one event, each pair once, in order.

    Up to ARTICLE_CAP articles every pair is looked at; beyond that only articles that share a name held by at most
    NAME_CAP articles.
    """
    near: Iterable[tuple[int, int]] = (
        ((i, j) for j in range(len(topics)) for i in range(j)) if len(topics) <= ARTICLE_CAP else _sharing_names(topics)
    )
    yield from sorted(pair for pair in near if same_event(topics[pair[0]], topics[pair[1]]))


def _sharing_names(topics: Sequence[Topic]) -> set[tuple[int, int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, topic in enumerate(topics):
        for name in topic.names:
            holders[name].append(place)
    return {(i, j) for found in holders.values() if len(found) <= NAME_CAP for j in found for i in found if i < j}


def stems(topic: Topic) -> tuple[str, ...]:
    """The block keys of an article in a store: its stems without those common in news at large, in order."""
    return tuple(sorted(stem for stem in topic.spread if not common(stem)))


def claim_pairs(first: Sequence[Profile], second: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
    """The pairs of claims of two articles that share a key, best supplied first when there are too many."""
    left, right = _index(first), _index(second)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for key in sorted(left.keys() & right.keys()):
        if len(left[key]) * len(right[key]) <= KEY_CAP:
            for i in left[key]:
                for j in right[key]:
                    shared[i, j] += 1
    ranked = sorted(shared, key=lambda pair: (-shared[pair], pair))[:PAIR_CAP]
    return [(first[i], second[j]) for i, j in sorted(ranked)]


def _index(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in block_keys(profile):
            index[key].append(place)
    return index


def block_keys(profile: Profile) -> set[str]:
    """The block keys of a claim: words of the claim, words around it, its value: each marked by the claim's kind."""
    claim = profile.side.claim
    keys = {f"{claim.kind} {stem}" for stem in (*profile.own, *profile.around)}
    if claim.figure:
        figure = claim.figure
        keys.add(f"value {figure.low} {figure.high} {figure.unit} {figure.timex}")
        keys.add(f"measure {profile.family} {figure.unit}")
    return keys
