"""What the page shows, worked out from the table of facts: cells, charts, marked texts, anchors."""

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from claimcheck.model import Article, Claim, ClaimRef, Pair, Reading
from claimcheck.report.anchors import article_anchor, claim_anchor, fact_anchor, web
from claimcheck.report.facts import Cell, Fact, Table
from claimcheck.report.html.chart import Chart, chart
from claimcheck.report.html.marking import Mark, Piece, pieces
from claimcheck.report.passages import unlike
from claimcheck.report.safe import clean
from claimcheck.report.words import Words

SIGNS = {"conflict": "≠", "compatible": "≈", "agree": "="}
"""What stands for a relation wherever colour alone would say it."""
COLUMNS = 8
"""Articles that stand as columns; where there are more, each fact lists those that tell it."""
TOLD = 2
"""Claims of one article shown in a cell."""
LETTERS = 150
"""Letters of a claim shown in a cell or list."""
EXPLANATIONS = 4
"""Explanations shown of one fact."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in a few words: the words, what they mean or who says them, the anchor of its place in the article."""

    words: str
    gloss: str
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the table; `cell` is None where the article says nothing of the fact."""

    name: str
    anchor: str
    cell: Cell | None = None
    said: tuple[Said, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class FactView:
    """One row of the table."""

    fact: Fact
    anchor: str
    title: str
    others: tuple[str, ...]
    cells: tuple[CellView, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class InnerView:
    """Two claims of one article that contradict each other."""

    name: str
    why: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article: its text in marked pieces, the claims it has alone; `url` only where it is a web address."""

    article: Article
    anchor: str
    name: str
    day: str
    title: str
    url: str
    copies: str
    pieces: tuple[Piece, ...]
    alone: tuple[Said, ...]


class View:
    """The page of one table in one language; `fresh` are the ids of the articles that a check asks about."""

    def __init__(self, table: Table, words: Words, fresh: Set[str] = frozenset()) -> None:
        self.table, self.words = table, words
        self.readings = sorted(table.readings, key=lambda r: (r.article.id not in fresh, r.article.published or "9"))
        self.numbers: defaultdict[ClaimRef, list[int]] = defaultdict(list)
        for fact in table.facts:
            for ref in fact.alignment.claims:
                self.numbers[ref].append(fact.number)

    @property
    def stacked(self) -> bool:
        """True if there are too many articles for columns."""
        return len(self.table.readings) > COLUMNS

    def facts(self) -> list[FactView]:
        """The rows of the table."""
        return [self._fact(fact) for fact in self.table.facts]

    def articles(self) -> list[ArticleView]:
        """The articles, new ones first, then the oldest first."""
        return [self._article(reading) for reading in self.readings]

    def inner(self) -> list[InnerView]:
        """What contradicts itself inside one article."""
        return [self._inner(pair) for pair in self.table.comparison.findings]

    def _inner(self, pair: Pair) -> InnerView:
        article = self.table.articles[pair.a.article]
        said = tuple(self._said(article, self.table.claims[ref]) for ref in (pair.a, pair.b))
        return InnerView(self.table.names[article.id], clean(pair.explanation), said)

    def _fact(self, fact: Fact) -> FactView:
        first, *others = fact.explanations
        drawn = chart(fact, self.table.names, self.words)
        return FactView(
            fact, fact_anchor(fact.alignment), first, tuple(others[: EXPLANATIONS - 1]), tuple(self._cells(fact)), drawn
        )

    def _cells(self, fact: Fact) -> Iterator[CellView]:
        told = {cell.article.id: cell for cell in fact.cells}
        for key in told if self.stacked else [reading.article.id for reading in self.readings]:
            cell, name, place = told.get(key), self.table.names[key], article_anchor(key)
            if cell is None:
                yield CellView(name, place)
                continue
            said = tuple(self._said(cell.article, claim) for claim in cell.claims[:TOLD])
            yield CellView(name, place, cell, said, len(cell.claims) - len(said))

    def _said(self, article: Article, claim: Claim) -> Said:
        place = claim_anchor(ClaimRef(article.id, claim.id))
        text = _short(claim.text)
        return Said(f"«{text}»" if claim.kind == "quote" else text, self.words.gloss(claim), place, claim.kind)

    def _article(self, reading: Reading) -> ArticleView:
        article, names = reading.article, self.table.names
        copies = [names[key] for origin in self.table.copies() if article.id in origin for key in origin]
        return ArticleView(
            article,
            article_anchor(article.id),
            names[article.id],
            self.words.day(article),
            clean(article.title or ""),
            web(article.url),
            ", ".join(name for name in copies if name != names[article.id]),
            tuple(pieces(article.text, list(self._marks(reading)))),
            tuple(self._said(article, claim) for claim in self.table.alone(reading)),
        )

    def _marks(self, reading: Reading) -> Iterator[Mark]:
        """The claims of an article, the words in them that differ elsewhere, the page chrome."""
        key = reading.article.id
        yield from (Mark(start, end, "chrome") for start, end in reading.article.furniture)
        for claim in reading.claims:
            if claim.furniture:
                continue
            ref = ClaimRef(key, claim.id)
            yield Mark(claim.start, claim.end, claim.kind, claim_anchor(ref), tuple(self.numbers.get(ref, ())))
            rival = self.table.rivals.get(ref)
            if rival and claim.kind != "figure":
                stretches = unlike(claim.text, self.table.claims[rival].text)
                yield from (Mark(claim.start + start, claim.start + end, "differs") for start, end in stretches)


def _short(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= LETTERS else shown[: LETTERS - 1].rstrip() + "…"
