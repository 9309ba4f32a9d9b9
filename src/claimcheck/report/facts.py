"""The comparison as a table, one fact a row and one article a column: what the written reports are drawn from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from claimcheck.comparison import Aligned, align
from claimcheck.model import (
    Alignment,
    Article,
    Check,
    Claim,
    ClaimRef,
    Comparison,
    Difference,
    Pair,
    Reading,
    Relation,
)
from claimcheck.model.relations import STRENGTH
from claimcheck.report.findings import claims_of
from claimcheck.report.ranking import distinct, gravity, importance
from claimcheck.report.safe import clean
from claimcheck.report.words import names

RELATIONS: tuple[Relation, ...] = ("conflict", "compatible", "agree")
"""The gravest first."""
COUNTS: Mapping[Relation, str] = {"conflict": "conflicts", "compatible": "differences", "agree": "agreements"}
"""The words that count each relation."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says about a fact.

    `claims` stand in the order of its text; `relation` is the gravest of their pairs; `version` is a letter shared by
    the articles that agree, empty where all do.
    """

    article: Article
    claims: tuple[Claim, ...]
    relation: Relation
    version: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what differs, why, and the articles that tell it, oldest first."""

    number: int
    alignment: Alignment
    type: Difference | None
    explanations: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def relation(self) -> Relation:
        """The gravest of its pairs."""
        return self.alignment.relation


class Table:
    """All facts of a comparison, the most newsworthy conflict first, with articles and claims by id.

    A comparison that is not `whole` lacks facts: what one article says alone cannot be told from it.
    """

    def __init__(self, comparison: Comparison, whole: bool = True) -> None:
        self.comparison, self.whole = comparison, whole
        self.readings = comparison.readings
        self.articles = {r.article.id: r.article for r in comparison.readings}
        self.claims = claims_of(comparison.readings)
        self.names = names(self.articles.values())
        ordered = sorted(comparison.alignments, key=importance)
        self.facts = tuple(self._fact(number, alignment) for number, alignment in enumerate(ordered, 1))
        self.rivals = rivals(comparison.alignments)

    def count(self, relation: Relation) -> int:
        """How many facts have this relation."""
        return sum(fact.relation == relation for fact in self.facts)

    def tells(self, relation: Relation) -> bool:
        """True if something can be said of a relation: it has facts, or nothing was left out and it has none."""
        return self.whole or self.count(relation) > 0

    def copies(self) -> Iterator[tuple[str, ...]]:
        """The ids of the articles that are one text, group by group."""
        return (origin for origin in self.comparison.origins if len(origin) > 1)

    def alone(self, reading: Reading) -> tuple[Claim, ...]:
        """The claims of an article that no other article has; none when facts are left out.

        Page chrome is no claim of the article, and what is said in a quote is listed once, as the quote.
        """
        if not self.whole:
            return ()
        shared = {ref for a in self.comparison.alignments for ref in a.claims}
        key = reading.article.id
        own = (c for c in reading.claims if not c.furniture and ClaimRef(key, c.id) not in shared)
        return tuple(claim for claim in own if not mostly_quoted(claim, reading.claims))

    def ref(self, article: Article, claim: Claim) -> ClaimRef:
        """How a claim of an article is named."""
        return ClaimRef(article.id, claim.id)

    def _fact(self, number: int, alignment: Alignment) -> Fact:
        pairs = sorted(alignment.pairs, key=gravity)
        gravest = [clean(p.explanation) for p in pairs if p.relation == alignment.relation]
        lesser = [clean(p.explanation) for p in pairs if p.relation != alignment.relation]
        cells = sorted(self._cells(alignment, pairs), key=lambda c: (c.article.published or "", c.article.id))
        return Fact(number, alignment, pairs[0].type, tuple(distinct([*gravest, *lesser])), tuple(cells))

    def _cells(self, alignment: Alignment, pairs: Sequence[Pair]) -> Iterator[Cell]:
        told: defaultdict[str, list[Claim]] = defaultdict(list)
        for ref in alignment.claims:
            told[ref.article].append(self.claims[ref])
        letters = versions(alignment)
        for key, claims in told.items():
            relation = min((p.relation for p in pairs if key in (p.a.article, p.b.article)), key=STRENGTH.__getitem__)
            ordered = tuple(sorted(claims, key=lambda c: c.start))
            yield Cell(self.articles[key], ordered, relation, letters.get(key, ""))


def mostly_quoted(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for a reported statement that is for the better part a quote, which is a claim by itself."""
    inside = (c for c in claims if c.kind == "quote" and claim.start <= c.start and c.end <= claim.end)
    return claim.kind == "attribution" and 2 * sum(len(c.text) for c in inside) > len(claim.text)


def as_comparison(check: Check) -> Comparison:
    """A check as a comparison of the new articles with the stored ones its pairs name, the new ones first."""
    kinds = {ClaimRef(r.article.id, c.id): c.kind for r in check.readings for c in r.claims}
    pairs = {(p.a, p.b): (kinds[result.claim], p) for result in check.results for p in result.pairs}
    copies: defaultdict[str, list[str]] = defaultdict(list)
    for name, origin in sorted(check.origins.items()):
        copies[origin].append(name)
    alone = [(reading.article.id,) for reading in check.readings]
    origins = (*alone, *(tuple(same) for same in copies.values()))
    found = align([Aligned(kind, pair, False) for kind, pair in pairs.values()])
    return Comparison((*check.readings, *check.evidence), found, origins)


def rivals(alignments: Iterable[Alignment]) -> dict[ClaimRef, ClaimRef]:
    """For each claim the one it differs from most, or agrees with where it differs from none."""
    found: dict[ClaimRef, ClaimRef] = {}
    for pair in sorted((pair for alignment in alignments for pair in alignment.pairs), key=gravity):
        found.setdefault(pair.a, pair.b)
        found.setdefault(pair.b, pair.a)
    return found


def versions(alignment: Alignment) -> dict[str, str]:
    """A letter for each article, the same for those that agree; the most told version is A, none if all agree."""
    camps = {key: {key} for key in sorted({ref.article for ref in alignment.claims})}
    clashing = {frozenset((p.a.article, p.b.article)) for p in alignment.pairs if p.relation != "agree"}
    for pair in alignment.pairs:
        one, other = camps[pair.a.article], camps[pair.b.article]
        if not any(frozenset((x, y)) in clashing for x in one for y in other):
            one |= other
            camps |= dict.fromkeys(other, one)
    ordered = sorted({id(camp): camp for camp in camps.values()}.values(), key=lambda camp: (-len(camp), sorted(camp)))
    if len(ordered) < 2:
        return {}
    return {key: _letter(n) for n, camp in enumerate(ordered) for key in camp}


def _letter(n: int) -> str:
    return ascii_uppercase[n] if n < len(ascii_uppercase) else str(n + 1)
