"""What contradicts itself inside one article: both figures in their sentences."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import Pair, Reading
from claimcheck.report.passages import passage
from claimcheck.report.safe import clean
from claimcheck.report.terminal.canvas import QUIET, SECTION, TITLE, Page, hanging, paragraph


def inner(
    readings: Sequence[Reading], findings: Sequence[Pair], page: Page, names: Mapping[str, str]
) -> Iterator[RenderableType]:
    """A section with one entry for each finding, in the order given; nothing when there is none."""
    if not findings:
        return
    articles = {reading.article.id: reading.article for reading in readings}
    claims = {(reading.article.id, claim.id): claim for reading in readings for claim in reading.claims}
    yield page.section(f"{page.words['inner']} ({len(findings)})", SECTION["conflict"])
    for number, pair in enumerate(findings, 1):
        name = pair.a.article
        yield Text("")
        yield hanging(f"{number}.", Text(clean(pair.explanation), style=TITLE))
        yield paragraph(Text(names[name], style=QUIET), 4)
        first, second = (claims[name, ref.claim] for ref in (pair.a, pair.b))
        for group in [[first, second]] if first.sentence == second.sentence else [[first], [second]]:
            yield paragraph(page.passage(passage(articles[name], group)), 6)
