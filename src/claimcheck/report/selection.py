"""Which findings a report shows: by relation, kind, source and score, neither in a baseline nor set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from claimcheck.model import Alignment, Check, Claim, ClaimKind, ClaimRef, Comparison, Difference, Pair, Relation
from claimcheck.model.relations import STRENGTH
from claimcheck.report.findings import claims_of, mark_of
from claimcheck.report.ranking import importance

EVERY = "every"
"""The name of the threshold that holds for every pair."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that somebody has looked at and set aside, and why: all that is given must fit.

    `alignment` is the id in the documents, `fingerprint` that of SARIF; `articles` must be of the pair, `text` must
    stand in one of its claims.
    """

    reason: str
    alignment: str | None = None
    fingerprint: str | None = None
    kind: ClaimKind | None = None
    relation: Relation | None = None
    type: Difference | None = None
    articles: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; `known` are the fingerprints of a baseline, None without one.

    `articles` are the ids of those that a pair must be of, None for all. `least` are scores from 0 to 1 that a pair
    must reach, by kind, by relation, or for EVERY pair: all that fit it.
    """

    only: Relation | None = None
    kind: ClaimKind | None = None
    articles: frozenset[str] | None = None
    top: int | None = None
    least: Mapping[str, float] = field(default_factory=dict)
    known: frozenset[str] | None = None
    suppressions: tuple[Suppression, ...] = ()

    @property
    def narrow(self) -> bool:
        """True if something may be left out: what one source says alone is then not told."""
        return self != Selection()


@dataclass(frozen=True, slots=True)
class Selected:
    """The comparison with what is left, and why each finding that was set aside is, by fingerprint."""

    comparison: Comparison
    aside: Mapping[str, str]


def select(comparison: Comparison, wanted: Selection) -> Selected:
    """The comparison with the alignments and pairs that are wanted; articles and claims stay."""
    sieve = Sieve(claims_of(comparison.readings), wanted)
    left = [found for alignment in comparison.alignments if (found := sieve.alignment(alignment))]
    kept = [alignment for alignment in left if wanted.only in (None, alignment.relation)]
    if wanted.top is not None:
        first = {alignment.id for alignment in sorted(kept, key=importance)[: wanted.top]}
        kept = [alignment for alignment in kept if alignment.id in first]
    inside = () if wanted.only not in (None, "conflict") else sieve.inside(comparison.findings)
    return Selected(replace(comparison, alignments=tuple(kept), findings=inside), sieve.aside)


def select_results(check: Check, wanted: Selection) -> tuple[Check, Mapping[str, str]]:
    """The check with the results that have a wanted pair, all of it when nothing is asked for; what was set aside."""
    if not wanted.narrow:
        return check, {}
    sieve = Sieve(claims_of((*check.readings, *check.evidence)), wanted)
    results = []
    for result in check.results:
        pairs = sieve.pairs(sieve.claims[result.claim].kind, "", result.pairs)
        shown = tuple(pair for pair in pairs if wanted.only in (None, pair.relation))
        if shown:
            results.append(replace(result, pairs=shown))
    return replace(check, results=tuple(results[: wanted.top])), sieve.aside


class Sieve:
    """Lets through the pairs that are wanted; `aside` gathers what suppressions hold back."""

    def __init__(self, claims: Mapping[ClaimRef, Claim], wanted: Selection) -> None:
        self.claims, self.wanted = claims, wanted
        self.aside: dict[str, str] = {}

    def alignment(self, alignment: Alignment) -> Alignment | None:
        """The alignment with the pairs that are wanted and their claims; None without any."""
        pairs = self.pairs(alignment.kind, alignment.id, alignment.pairs)
        if len(pairs) == len(alignment.pairs):
            return alignment
        if not pairs:
            return None
        claims = tuple(sorted({ref for pair in pairs for ref in (pair.a, pair.b)}))
        relation = min((pair.relation for pair in pairs), key=STRENGTH.__getitem__)
        return replace(alignment, claims=claims, relation=relation, pairs=pairs)

    def inside(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """The contradictions inside one article that are wanted."""
        return tuple(pair for pair in pairs if self.pairs(self.claims[pair.a].kind, "", [pair]))

    def pairs(self, kind: ClaimKind, alignment: str, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """The pairs of one alignment that are wanted."""
        if self.wanted.kind not in (None, kind):
            return ()
        ours = self.wanted.articles
        told = (pair for pair in pairs if ours is None or ours & {pair.a.article, pair.b.article})
        return tuple(pair for pair in told if self._wanted(kind, alignment, pair))

    def _wanted(self, kind: ClaimKind, alignment: str, pair: Pair) -> bool:
        mark = mark_of(kind, pair, self.claims)
        facts = {
            "alignment": alignment,
            "fingerprint": mark,
            "kind": kind,
            "relation": pair.relation,
            "type": pair.type,
        }
        suppression = next((one for one in self.wanted.suppressions if self._fits(one, facts, pair)), None)
        if suppression:
            self.aside[mark] = suppression.reason
        return not suppression and self._sure(kind, pair) and mark not in (self.wanted.known or ())

    def _sure(self, kind: ClaimKind, pair: Pair) -> bool:
        """True for a pair that reaches every threshold that fits it."""
        return all(pair.score >= self.wanted.least.get(name, 0.0) for name in (EVERY, kind, pair.relation))

    def _fits(self, one: Suppression, facts: Mapping[str, str | None], pair: Pair) -> bool:
        articles = {pair.a.article, pair.b.article}
        said = any(one.text in self.claims[ref].text for ref in (pair.a, pair.b))
        return said and articles >= set(one.articles) and all(getattr(one, key) in (None, facts[key]) for key in facts)
