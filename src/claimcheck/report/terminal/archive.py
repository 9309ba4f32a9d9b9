"""What a corpus holds, drawn for the terminal: articles, counts, what a search found, what was changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import Article, Head, Hit, Stats
from claimcheck.report.passages import Passage, passage
from claimcheck.report.safe import clean
from claimcheck.report.shapes import ChangeShape
from claimcheck.report.terminal.canvas import QUIET, TITLE, Page, paragraph
from claimcheck.report.words import Lang, Words

MEGABYTE = 1_000_000


def head_report(heads: Iterable[Head], lang: Lang, *, width: int, colour: bool) -> str:
    """One line for each stored article: id, source, day, claims, title."""
    page = Page(Words(lang), width, colour)
    lines = [page.line(_head(head, page.words), 0) for head in heads]
    return page.draw(lines or [Text(page.words["empty"])])


def stats_report(stats: Stats, lang: Lang, *, width: int, colour: bool) -> str:
    """What a corpus holds, in a few lines."""
    page = Page(Words(lang), width, colour)
    return page.draw(_stats(stats, page.words))


def change_report(changes: Sequence[ChangeShape], lang: Lang, *, width: int, colour: bool) -> str:
    """How many articles were added, replaced and left as they are."""
    page = Page(Words(lang), width, colour)
    counts = Counter(change["change"] for change in changes)
    table = [page.words.count(name, n) for name, n in counts.items()]
    return page.draw([Text(", ".join(table))])


def hit_report(hits: Sequence[Hit], lang: Lang, *, width: int, colour: bool) -> str:
    """Each claim in its sentence, under its article."""
    page = Page(Words(lang), width, colour)
    return page.draw(_hits(hits, page))


def _head(head: Head, words: Words) -> Text:
    day = words.written(date.fromisoformat(head.published[:10])) if head.published else words["undated"]
    facts = [clean(fact) for fact in (head.source or "", day, words.count("claims", head.claims)) if fact]
    text = Text().append(clean(head.id), style=TITLE).append(f" · {' · '.join(facts)}", style=QUIET)
    return text.append(f" · {clean(head.title)}") if head.title else text


def _stats(stats: Stats, w: Words) -> Iterator[RenderableType]:
    claims = sum(stats.claims.values())
    yield Text(w["stats_title"], style=TITLE)
    counted = [w.count("articles", stats.articles), w.count("sources", stats.sources), w.count("claims", claims)]
    yield Text(", ".join(counted))
    if stats.first and stats.last:
        first, last = (w.written(date.fromisoformat(day)) for day in (stats.first, stats.last))
        yield Text(w["spans"].format(first=first, last=last))
    for kind, key in (("quote", "quotes"), ("figure", "figures"), ("attribution", "attributions")):
        yield Text(f"  {w[key]}: {stats.claims.get(kind, 0)}")
    if stats.replaced:
        yield Text(w.count("revisions", stats.replaced))
    for reader, n in stats.readers.items():
        yield Text(f"{w['readers']} {clean(reader)}: {n}", style=QUIET)
    yield Text(w["size"].format(size=f"{stats.bytes / MEGABYTE:.1f}"), style=QUIET)


def _hits(hits: Sequence[Hit], page: Page) -> Iterator[RenderableType]:
    w = page.words
    yield Text(f"{w['search_title']} ({len(hits)})" if hits else w["no_hits"], style=TITLE)
    for hit in hits:
        yield Text("")
        yield page.line(_head(hit.head, w), 0)
        speech = " · ".join(w.speech(hit.claim.attribution))
        if speech:
            yield paragraph(Text(speech, style=QUIET), 2)
        yield paragraph(page.passage(_in_sentence(hit)), 2)


def _in_sentence(hit: Hit) -> Passage:
    """The claim in its sentence, as a passage of that sentence alone."""
    begin, length = hit.claim.sentence[0], len(hit.sentence)
    start, end = max(hit.claim.start - begin, 0), min(hit.claim.end - begin, length)
    claim = replace(hit.claim, start=start, end=end, text=hit.sentence[start:end], sentence=(0, length))
    return passage(Article(hit.head.id, hit.sentence), [claim])
