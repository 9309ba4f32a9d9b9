"""Which scored pairs stay: the best of each claim and those nearly as good; then groups of connected claims."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from claimcheck.alignment.scoring import Candidate
from claimcheck.model import Claim, ClaimRef, Pair

MARGIN = 0.25
GROUP_CAP = 12
COHESION = 0.5
"""Share of the pairs between two clusters of claims that must exist for them to speak of one fact."""


def keep(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of two articles that are the best, or nearly, of one of their claims.

    A claim whose value is found again in the other article is explained: pairs that set it against another value go.
    """
    explained = {
        claim for c in candidates if _agreeing(c) for claim in (_key(c.a.side.claim, 0), _key(c.b.side.claim, 1))
    }
    left = [c for c in candidates if _agreeing(c) or not _rival(c) or not explained.intersection(_keys(c))]
    best: defaultdict[tuple[int, str], float] = defaultdict(float)
    for candidate in left:
        for key in _keys(candidate):
            best[key] = max(best[key], candidate.score)
    return [c for c in left if any(c.score >= best[key] - MARGIN for key in _keys(c))]


def _agreeing(candidate: Candidate) -> bool:
    return candidate.features.get("equal", 0.0) == 1.0 or candidate.features.get("inside", 0.0) > 0.0


def _rival(candidate: Candidate) -> bool:
    """True for two figures with values that differ, items of two lists aside."""
    return candidate.a.side.claim.kind == "figure" and candidate.features.get("listed", 0.0) < 1.0


def _key(claim: Claim, side: int) -> tuple[int, str]:
    return side, claim.id


def _keys(candidate: Candidate) -> tuple[tuple[int, str], tuple[int, str]]:
    return _key(candidate.a.side.claim, 0), _key(candidate.b.side.claim, 1)


def groups(pairs: Sequence[Pair], first_of: Mapping[ClaimRef, ClaimRef] | None = None) -> list[list[Pair]]:
    """The pairs in groups that speak of one fact; the result does not depend on the order of `pairs`.

    `first_of` gives the first mention of claims that an article repeats; repeated claims stay together. Claims are
    gathered surest pair first; two clusters become one only when COHESION of the pairs that could link them exist
    (average linkage: Sokal and Michener 1958), so that a chain of weak links stays several groups. Pairs between two
    clusters form a group of their own.
    """
    ordered = sorted(pairs, key=lambda p: (-p.score, p.a, p.b))
    first_of = {ref: (first_of or {}).get(ref, ref) for p in ordered for ref in (p.a, p.b)}
    links = {frozenset((first_of[p.a], first_of[p.b])) for p in ordered}
    home = {ref: ref for ref in first_of.values()}
    members = {ref: {ref} for ref in home}
    for pair in ordered:
        first, second = sorted((home[first_of[pair.a]], home[first_of[pair.b]]))
        if first != second and _cohere(members[first], members[second], links):
            members[first] |= members.pop(second)
            home.update(dict.fromkeys(members[first], first))
    found: defaultdict[tuple[ClaimRef, ClaimRef], list[Pair]] = defaultdict(list)
    for pair in ordered:
        first, second = sorted((home[first_of[pair.a]], home[first_of[pair.b]]))
        found[first, second].append(pair)
    return [sorted(group, key=lambda p: (p.a, p.b)) for group in found.values()]


def _cohere(one: Set[ClaimRef], other: Set[ClaimRef], links: Set[frozenset[ClaimRef]]) -> bool:
    """True if enough of the possible pairs between two clusters exist; claims of one article are never paired."""
    possible = [frozenset((a, b)) for a in one for b in other if a.article != b.article]
    linked = sum(pair in links for pair in possible)
    return len(one) + len(other) <= GROUP_CAP and linked >= COHESION * len(possible)
