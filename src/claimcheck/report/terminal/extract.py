"""The claims of each article by kind: who says it, in which words, worth what."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import Article, Claim, Pair, Reading
from claimcheck.report.passages import passage
from claimcheck.report.safe import clean
from claimcheck.report.terminal.alone import speaker
from claimcheck.report.terminal.canvas import QUIET, TITLE, Page, hanging, paragraph
from claimcheck.report.terminal.inner import inner
from claimcheck.report.words import Lang, Words, names

CONTEXT = 40


def extract_report(
    readings: Sequence[Reading], lang: Lang, findings: Sequence[Pair] = (), *, width: int, colour: bool
) -> str:
    """The claims of each article and the `findings` inside one, `width` columns wide; escape sequences if `colour`."""
    page = Page(Words(lang), width, colour)
    return page.draw(_parts(readings, findings, page))


def _parts(readings: Sequence[Reading], findings: Sequence[Pair], page: Page) -> Iterator[RenderableType]:
    w = page.words
    called = names(r.article for r in readings)
    total = sum(not c.furniture for r in readings for c in r.claims)
    yield Text(w["extract_title"], style=TITLE)
    yield Text(f"{w.count('articles', len(readings))}, {w.count('claims', total)}")
    for reading in readings:
        article = reading.article
        yield page.section(f"{called[article.id]} · {w.day(article)}")
        if article.title:
            yield paragraph(Text(clean(article.title), style=TITLE), 2)
        for warning in article.warnings:
            yield paragraph(Text(f"{w['warnings']}: {clean(warning)}", style=QUIET), 2)
        yield from _claims(reading, page)
    yield from inner(readings, findings, page, called)


def _claims(reading: Reading, page: Page) -> Iterator[RenderableType]:
    shown = [c for c in reading.claims if not c.furniture]
    if not shown:
        yield paragraph(Text(page.words["no_claims"], style=QUIET), 2)
    for kind, title in (("quote", "quotes"), ("figure", "figures"), ("attribution", "attributions")):
        claims = [c for c in shown if c.kind == kind]
        if claims:
            yield paragraph(Text(f"{page.words[title]} ({len(claims)})", style=TITLE), 2)
        for claim in claims:
            yield hanging("·", _claim(reading.article, claim, page))


def _claim(article: Article, claim: Claim, page: Page) -> Text:
    w = page.words
    text = Text()
    if claim.figure:
        text.append_text(page.passage(passage(article, [claim], CONTEXT)))
        return text.append(f" = {w.value(claim.figure)}", style=QUIET)
    words = clean(claim.text)
    text.append(f"“{words}”" if claim.kind == "quote" else words)
    who = speaker(claim, w) or ("" if claim.form == "term" else w["unknown_speaker"])
    facts = [fact for fact in (who, w.label("form", claim.form)) if fact]
    return text.append(f" — {', '.join(facts)}", style=QUIET)
