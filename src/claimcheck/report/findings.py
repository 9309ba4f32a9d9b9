"""A finding known again in another run: its rule, and a fingerprint that does not move with the text around it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.model import Claim, ClaimKind, ClaimRef, Comparison, Pair, Reading


def rule(kind: ClaimKind, pair: Pair) -> str:
    """The rule behind a pair, as `claimcheck rules` lists it: `conflict/figure/exact`."""
    return f"{pair.relation}/{kind}/{pair.evidence.get('code', pair.type or 'other')}"


def fingerprint(kind: str, relation: str, a: tuple[str, str], b: tuple[str, str]) -> str:
    """Sixteen hexadecimal digits for two claims, each given as (article id, words): offsets play no part."""
    return hashlib.sha256("\x1f".join((kind, relation, *a, *b)).encode()).hexdigest()[:16]


def mark_of(kind: ClaimKind, pair: Pair, claims: Mapping[ClaimRef, Claim]) -> str:
    """The fingerprint of a pair."""
    a, b = ((ref.article, claims[ref].text) for ref in (pair.a, pair.b))
    return fingerprint(kind, pair.relation, a, b)


def fingerprints(comparison: Comparison) -> Iterator[tuple[ClaimKind, Pair, str]]:
    """Every pair of a comparison, those inside one article last, with its kind and fingerprint."""
    claims = claims_of(comparison.readings)
    across = [(alignment.kind, pair) for alignment in comparison.alignments for pair in alignment.pairs]
    for kind, pair in (*across, *((claims[pair.a].kind, pair) for pair in comparison.findings)):
        yield kind, pair, mark_of(kind, pair, claims)


def claims_of(readings: Iterable[Reading]) -> Mapping[ClaimRef, Claim]:
    """The claims of articles by reference."""
    return {ClaimRef(r.article.id, c.id): c for r in readings for c in r.claims}
