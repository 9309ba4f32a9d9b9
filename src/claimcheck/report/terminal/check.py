"""New articles against the corpus: what contradicts, what is confirmed, what differs, what is new."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import Article, Check, Claim, ClaimRef, Pair, Reading, Result, Verdict
from claimcheck.model.archive import VERDICTS
from claimcheck.report.passages import Passage, differing, passage
from claimcheck.report.places import Place
from claimcheck.report.safe import clean
from claimcheck.report.terminal.alone import entry
from claimcheck.report.terminal.canvas import QUIET, SECTION, TITLE, Page, hanging, paragraph, room
from claimcheck.report.words import Lang, Words, names

MOST = 3
"""Stored versions shown of one claim, newest and closest first."""
LISTED = 12
"""Confirmed and new claims listed of one article."""
STYLE = {"conflict": SECTION["conflict"], "compatible": SECTION["compatible"], "corroborated": SECTION["agree"]}


def check_report(
    check: Check,
    lang: Lang,
    *,
    width: int,
    colour: bool,
    whole: bool = True,
    links: Mapping[str, Place] | None = None,
) -> str:
    """The whole report, `width` columns wide; escape sequences only when `colour` is true.

    Without `whole` results were left out: articles and verdicts without any are not told. `links` gives, by the id of
    an article, its file.
    """
    return CheckReport(check, Page(Words(lang), width, colour, links or {}), whole).draw()


class CheckReport:
    """One check on one page."""

    def __init__(self, check: Check, page: Page, whole: bool = True) -> None:
        self.check, self.whole = check, whole
        self.page = page
        self.words = page.words
        known = (*check.evidence, *check.readings)
        self.articles = {r.article.id: r.article for r in known}
        self.claims = {(r.article.id, c.id): c for r in known for c in r.claims}
        self.names = names(self.articles.values())

    def draw(self) -> str:
        """The page as text."""
        return self.page.draw(self.parts())

    def parts(self) -> Iterator[RenderableType]:
        """The report from top to bottom."""
        w, results = self.words, self.check.results
        counts = Counter(result.verdict for result in results)
        given = [w.count("articles", len(self.check.readings)), w.count("checked", len(results))]
        found = [f"{w.label('verdict', v)} {counts[v]}" for v in VERDICTS if counts[v] or self.whole]
        yield Text(w["check_title"], style=TITLE)
        yield Text(f"{', '.join(given)}, {w.count('with_stored', len(self.check.evidence))}")
        yield Text(" · ".join(found) or w["nothing_left"])
        for reading in self.check.readings:
            yield from self._article(reading)

    def _article(self, reading: Reading) -> Iterator[RenderableType]:
        article = reading.article
        results = [r for r in self.check.results if r.claim.article == article.id]
        if not results and not self.whole:
            return
        yield self.page.section(f"{self.names[article.id]} · {self.words.day(article)}")
        for warning in article.warnings:
            yield paragraph(Text(f"{self.words['warnings']}: {clean(warning)}", style=QUIET), 2)
        if not results:
            yield paragraph(Text(self.words["no_claims"], style=QUIET), 2)
        for verdict in VERDICTS:
            yield from self._verdict(verdict, [r for r in results if r.verdict == verdict])

    def _verdict(self, verdict: Verdict, results: Sequence[Result]) -> Iterator[RenderableType]:
        if not results:
            return
        title = f"{self.words.label('verdict', verdict)} ({len(results)})"
        yield Text("")
        yield paragraph(Text(title, style=STYLE.get(verdict, TITLE)), 1)
        if verdict in ("conflict", "compatible"):
            for number, result in enumerate(results, 1):
                yield from self._finding(number, result)
            return
        for result in results[:LISTED]:
            yield self.page.line(self._listed(result))
        if len(results) > LISTED:
            yield self.page.line(Text(self.words.count("more", len(results) - LISTED), style=QUIET))

    def _finding(self, number: int, result: Result) -> Iterator[RenderableType]:
        """A claim, why it differs, and the stored versions."""
        first = result.pairs[0]
        label = self.words.label("type", first.type) if first.type else None
        title = Text().append(f"{label}. " if label else "", style=TITLE)
        yield hanging(f"{number}.", title.append(clean(first.explanation), style=TITLE))
        if result.origins:
            yield paragraph(Text(self.words.count("origins", result.origins), style=QUIET), 4)
        yield from self._version(result.claim, self._other(result, first), self.words["here"])
        for pair in result.pairs[:MOST]:
            other = self._other(result, pair)
            article, _ = self._look(other)
            yield from self._version(other, result.claim, f"{self.names[article.id]} · {self.words.day(article)}")
        if len(result.pairs) > MOST:
            yield paragraph(Text(self.words.count("more", len(result.pairs) - MOST), style=QUIET), 6)

    def _version(self, ref: ClaimRef, other: ClaimRef, name: str) -> Iterator[RenderableType]:
        """One side of a pair: where it stands, who says it, the words in their sentence."""
        article, claim = self._look(ref)
        facts = " · ".join((name, *self.words.told([claim])))
        yield paragraph(Text(facts, style=QUIET), 4)
        shown = self.page.passage(self._shown(article, claim, other))
        yield paragraph(self.page.linked(shown, article, claim), 6)

    def _shown(self, article: Article, claim: Claim, other: ClaimRef) -> Passage:
        mine = passage(article, [claim])
        opposite, counterpart = self._look(other)
        return differing(mine, passage(opposite, [counterpart])) if claim.kind == "quote" else mine

    def _listed(self, result: Result) -> Text:
        """`claim — confirmed by two independent sources: names`, on one line."""
        tail = ""
        if result.origins:
            refs = [self._other(result, pair).article for pair in result.pairs if pair.relation == "agree"]
            sources = ", ".join(dict.fromkeys(self.names[name] for name in refs))
            tail = f" — {self.words.count('origins', result.origins)}: {sources}"[: self.page.width // 2]
        article, claim = self._look(result.claim)
        left = room(self.page.width, "  ", "· ", tail)
        text = Text("· ").append_text(entry(article, claim, self.page, left))
        text.truncate(left + 2, overflow="ellipsis")
        return text.append(tail, style=QUIET)

    def _other(self, result: Result, pair: Pair) -> ClaimRef:
        return pair.b if pair.a == result.claim else pair.a

    def _look(self, ref: ClaimRef) -> tuple[Article, Claim]:
        return self.articles[ref.article], self.claims[ref.article, ref.claim]
