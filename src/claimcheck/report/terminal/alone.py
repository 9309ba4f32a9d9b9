"""What one article says and no other: a short list for each."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import Article, Claim, Comparison
from claimcheck.report.facts import mostly_quoted
from claimcheck.report.passages import fitted
from claimcheck.report.safe import clean
from claimcheck.report.terminal.canvas import QUIET, TITLE, Page, paragraph
from claimcheck.report.words import Words

MOST = 8
"""Claims listed for one article."""
TEMPORAL = frozenset({"date", "year", "time", "ordinal"})
PHRASE = 3
"""Words that make a quoted phrase worth listing early."""
INDENT = 4


def alone(comparison: Comparison, page: Page, names: Mapping[str, str]) -> Iterator[RenderableType]:
    """For each article, its claims that are in no alignment, the most telling first."""
    aligned = {(ref.article, ref.claim) for alignment in comparison.alignments for ref in alignment.claims}
    yield page.section(page.words["alone"])
    for reading in comparison.readings:
        article = reading.article
        own = [c for c in reading.claims if not c.furniture and (article.id, c.id) not in aligned]
        left = [c for c in own if not mostly_quoted(c, reading.claims)]
        if reading.claims and not left:
            continue
        yield paragraph(
            Text().append(names[article.id], style=TITLE).append(f" · {page.words.day(article)}", style=QUIET), 2
        )
        entries = (entry(article, claim, page, page.width - INDENT) for claim in sorted(left, key=_weight))
        lines = list({line.plain: line for line in entries}.values())
        for line in lines[:MOST]:
            yield page.line(Text("· ").append_text(line), INDENT)
        if len(lines) > MOST:
            yield page.line(Text(page.words.count("more", len(lines) - MOST), style=QUIET), INDENT)
        if not reading.claims:
            yield page.line(Text(page.words["no_claims"], style=QUIET), INDENT)


def entry(article: Article, claim: Claim, page: Page, room: int) -> Text:
    """One claim in about `room` columns: the words and who says them, or a figure in a little of its sentence."""
    if claim.kind == "figure":
        return page.passage(fitted(article, claim, room))
    who = speaker(claim, page.words, via=False)
    words = clean(claim.text)
    shown = f"“{words}”" if claim.kind == "quote" else words
    return Text().append(f"{who}: " if who else "", style=QUIET).append(shown)


def speaker(claim: Claim, words: Words, *, via: bool = True) -> str:
    """`Mario Rossi (tramite Ansa, con riserva)`, empty when the text names nobody; `via` asks for the middlemen."""
    said = claim.attribution
    if said is None:
        return ""
    through = words["via"].format(via=clean(", ".join(said.via))) if via and said.via else None
    reserve = ", ".join(filter(None, (through, words.label("stance", said.stance))))
    name = clean(said.source or "")
    return f"{name} ({reserve})" if name and reserve else name or reserve


def _weight(claim: Claim) -> tuple[int, int]:
    """Whole quotes, then amounts, longer phrases, reported statements, the rest; each as they stand in the text."""
    if claim.kind == "attribution":
        return 3, claim.start
    if claim.kind == "figure":
        return (4 if claim.figure and claim.figure.kind in TEMPORAL else 1), claim.start
    phrase = 2 if len(claim.text.split()) >= PHRASE else 4
    return {"direct": 0, "partial": phrase}.get(claim.form or "term", 5), claim.start
