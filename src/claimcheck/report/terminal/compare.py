"""The comparison as a journalist reads it: conflicts, compatible differences, agreements, what each says alone."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from rich.console import Group, RenderableType
from rich.text import Text

from claimcheck.model import Alignment, Article, Claim, ClaimRef, Comparison, Pair, Relation
from claimcheck.report.facts import COUNTS, versions
from claimcheck.report.passages import Passage, differing, passage
from claimcheck.report.places import Place
from claimcheck.report.ranking import distinct, gravity, news_value
from claimcheck.report.safe import clean
from claimcheck.report.terminal.alone import alone, entry
from claimcheck.report.terminal.canvas import QUIET, SECTION, TITLE, Page, abreast, hanging, paragraph, room
from claimcheck.report.terminal.inner import inner
from claimcheck.report.words import Lang, Words, names

EXPLANATIONS = 2
"""Explanations shown for one finding."""
VERSIONS = 3
"""Places shown of one article in one finding."""
COLUMN = 45
"""Columns that a source needs to stand beside the others; without room for all they stand one below another."""
Key = tuple[str, str]


def comparison_report(
    comparison: Comparison,
    lang: Lang,
    *,
    width: int,
    colour: bool,
    whole: bool = True,
    links: Mapping[str, Place] | None = None,
) -> str:
    """The whole report, `width` columns wide; escape sequences only when `colour` is true.

    Without `whole`, findings were left out: what is found of each relation is shown without what one source says
    alone. `links` gives, by the id of an article, its file.
    """
    return Report(comparison, Page(Words(lang), width, colour, links or {}), whole).draw()


class Report:
    """One comparison on one page."""

    def __init__(self, comparison: Comparison, page: Page, whole: bool = True) -> None:
        self.comparison, self.whole = comparison, whole
        self.page = page
        self.words = page.words
        self.articles: dict[str, Article] = {r.article.id: r.article for r in comparison.readings}
        self.claims: dict[Key, Claim] = {(r.article.id, c.id): c for r in comparison.readings for c in r.claims}
        self.names = names(self.articles.values())

    def draw(self) -> str:
        """The page as text."""
        return self.page.draw(self.parts())

    def parts(self) -> Iterator[RenderableType]:
        """The report from top to bottom."""
        yield from self._heading()
        if len(self.articles) > 1:
            for relation in ("conflict", "compatible"):
                yield from self._findings(relation)
            yield from self._agreements()
        yield from inner(self.comparison.readings, self.comparison.findings, self.page, self.names)
        if self.whole:
            yield from alone(self.comparison, self.page, self.names)
        yield from self._warnings()

    def _heading(self) -> Iterator[RenderableType]:
        w = self.words
        found = self.comparison.alignments
        sources = len({a.source or a.id for a in self.articles.values()})
        claims = sum(not c.furniture for c in self.claims.values())
        yield Text(w["title"], style=TITLE)
        numbers = [(key, sum(a.relation == relation for a in found)) for relation, key in COUNTS.items()]
        counts = [w.count(key, n) for key, n in numbers if n or self.whole]
        counted = [w.count("articles", len(self.articles)), w.count("sources", sources), w.count("claims", claims)]
        yield Text(f"{', '.join(counted)}: {', '.join(counts)}" if counts else ", ".join(counted))
        if not counts and not self.comparison.findings:
            yield Text(w["nothing_left"], style=QUIET)
        for origin in self.comparison.origins:
            if len(origin) > 1:
                yield Text(f"{w['same_text']}: {', '.join(self.names[key] for key in origin)}", style=QUIET)
        if len(self.articles) == 1:
            yield Text(w["single"], style=QUIET)

    def _findings(self, relation: Relation) -> Iterator[RenderableType]:
        found = self._of(relation)
        if not found and not self.whole:
            return
        yield self.page.section(f"{self.words[relation]} ({len(found)})", SECTION[relation])
        if not found:
            yield paragraph(Text(self.words[f"no_{relation}"], style=QUIET), 2)
        for number, alignment in enumerate(found, 1):
            yield from self._finding(number, alignment)

    def _finding(self, number: int, alignment: Alignment) -> Iterator[RenderableType]:
        pairs = sorted(alignment.pairs, key=gravity)
        gravest = [p for p in pairs if p.relation == alignment.relation]
        first, *others = distinct([clean(p.explanation) for p in gravest])
        label = self.words.label("type", pairs[0].type) if pairs[0].type else None
        title = Text().append(f"{label}. " if label else "", style=SECTION[alignment.relation])
        yield Text("")
        yield hanging(f"{number}.", title.append(first, style=TITLE))
        for other in others[: EXPLANATIONS - 1]:
            yield paragraph(Text(f"{self.words['also']}: {other}", style=QUIET), 4)
        letters = versions(alignment)
        shared = len(set(letters.values())) < len(letters)  # then the outlier stands last
        refs = sorted(self._in_order(alignment.claims), key=lambda ref: letters.get(ref.article, "") * shared)
        told = groupby(refs, key=lambda ref: ref.article)
        camps = letters if alignment.relation == "conflict" and len(letters) > 2 else {}
        sources = [Group(*self._source(self.articles[name], list(own), pairs, camps.get(name))) for name, own in told]
        if self.page.width >= COLUMN * len(sources):
            yield abreast(sources)
        else:
            yield from sources

    def _source(
        self, article: Article, refs: list[ClaimRef], pairs: Sequence[Pair], version: str | None
    ) -> Iterator[RenderableType]:
        """One source's versions: those of the gravest pairs when there are many, in the order of its text."""
        rank = {ref: n for n, pair in reversed(list(enumerate(pairs))) for ref in (pair.a, pair.b)}
        kept = sorted(sorted(refs, key=lambda ref: rank.get(ref, len(pairs)))[:VERSIONS], key=refs.index)
        groups = list(self._by_sentence(kept))
        said = [" · ".join(self.words.told([self._look(ref)[1] for ref in group])) for group in groups]
        one = len(set(said)) == 1
        camp = self.words["version"].format(letter=version) if version else ""
        facts = " · ".join(filter(None, (camp, self.words.day(article), said[0] if one else "")))
        yield paragraph(Text().append(self.names[article.id], style=TITLE).append(f" · {facts}", style=QUIET), 4)
        for group, speech in zip(groups, said, strict=True):
            if speech and not one:
                yield paragraph(Text(speech, style=QUIET), 6)
            shown = self.page.passage(self._shown(group, pairs))
            yield paragraph(self.page.linked(shown, *self._look(group[0])), 6)
        if len(refs) > VERSIONS:
            yield paragraph(Text(self.words.count("more", len(refs) - VERSIONS), style=QUIET), 6)

    def _by_sentence(self, refs: Sequence[ClaimRef]) -> Iterator[list[ClaimRef]]:
        """Figures of one sentence together, since they are shown in it once; every other claim by itself."""
        for _, group in groupby(refs, key=lambda ref: self._look(ref)[1].sentence):
            same = list(group)
            claims = [self._look(ref)[1] for ref in same]
            apart = all(a.end <= b.start for a, b in pairwise(claims))
            yield from [same] if apart and claims[0].kind == "figure" else [[ref] for ref in same]

    def _shown(self, refs: Sequence[ClaimRef], pairs: Sequence[Pair]) -> Passage:
        """The claims in their sentence; in a quote, with the words that its gravest counterpart lacks marked."""
        ref = refs[0]
        article, claim = self._look(ref)
        mine = passage(article, [self._look(other)[1] for other in refs])
        partner = next((p.b if p.a == ref else p.a for p in pairs if ref in (p.a, p.b)), None)
        if claim.kind != "quote" or partner is None:
            return mine
        opposite, counterpart = self._look(partner)
        return differing(mine, passage(opposite, [counterpart]))

    def _agreements(self) -> Iterator[RenderableType]:
        found = self._of("agree")
        if not found and not self.whole:
            return
        yield self.page.section(f"{self.words['agree']} ({len(found)})", SECTION["agree"])
        if not found:
            yield paragraph(Text(self.words["no_agree"], style=QUIET), 2)
        for alignment in found:
            yield self.page.line(self._agreement(alignment))

    def _agreement(self, alignment: Alignment) -> Text:
        """`claim in a few words — first source, second source`, made to fit one line."""
        refs = self._in_order(alignment.claims)
        sources = ", ".join(dict.fromkeys(self.names[ref.article] for ref in refs))
        left = room(self.page.width, "  ", "· ", " — ", sources[: self.page.width // 2])
        article, claim = max((self._look(ref) for ref in refs), key=lambda found: len(found[1].text))
        text = Text("· ").append_text(entry(article, claim, self.page, left))
        text.truncate(left + 2, overflow="ellipsis")
        return text.append(f" — {sources}", style=QUIET)

    def _warnings(self) -> Iterator[RenderableType]:
        given = [(a.id, warning) for a in self.articles.values() for warning in a.warnings]
        if given:
            yield self.page.section(self.words["warnings"])
        for key, warning in given:
            yield paragraph(Text(f"{self.names[key]}: {clean(warning)}"), 2)

    def _of(self, relation: Relation) -> list[Alignment]:
        found = [a for a in self.comparison.alignments if a.relation == relation]
        return sorted(found, key=lambda a: (news_value(a), -max(p.score for p in a.pairs), a.id))

    def _in_order(self, refs: Sequence[ClaimRef]) -> list[ClaimRef]:
        """Oldest article first, then as the claims stand in it."""

        def place(ref: ClaimRef) -> tuple[str, str, int]:
            article, claim = self._look(ref)
            return article.published or "", self.names[article.id], claim.start

        return sorted(refs, key=place)

    def _look(self, ref: ClaimRef) -> tuple[Article, Claim]:
        return self.articles[ref.article], self.claims[ref.article, ref.claim]
