"""Which scored pairs stay: the best of each claim and those nearly as good; then groups of connected claims."""

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.alignment.scoring import Candidate
from claimcheck.model import Claim, ClaimRef, Pair

MARGIN = 0.25
GROUP_CAP = 12


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


def groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs in groups of connected claims, surest pairs first; a group stops growing at GROUP_CAP claims.

    The result does not depend on the order of `pairs`.
    """
    where: dict[ClaimRef, int] = {}
    members: dict[int, set[ClaimRef]] = {}
    found: dict[int, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda p: (-p.score, p.a, p.b)):
        homes = sorted({where[ref] for ref in (pair.a, pair.b) if ref in where})
        together = {pair.a, pair.b}.union(*(members[home] for home in homes))
        if len(together) > GROUP_CAP:
            homes, together = homes[:1] if {pair.a, pair.b} <= members[homes[0]] else [], {pair.a, pair.b}
        label = homes[0] if homes else len(found)
        merged = [p for home in homes for p in found[home]]
        for home in homes:
            found[home] = []
            together |= members[home]
        found[label], members[label] = [*merged, pair], together
        for ref in together:
            where[ref] = label
    return [sorted(group, key=lambda p: (p.a, p.b)) for group in found.values() if group]
