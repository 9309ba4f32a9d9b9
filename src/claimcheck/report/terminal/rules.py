"""Every finding type and every family of claims with an example, for the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model import ClaimKind
from claimcheck.model.relations import STRENGTH
from claimcheck.report.passages import Passage, Role
from claimcheck.report.rules import Finding, families, findings
from claimcheck.report.terminal.canvas import QUIET, SECTION, TITLE, Page, paragraph
from claimcheck.report.words import Lang, Words


def rules_report(lang: Lang, kind: ClaimKind | None, *, width: int, colour: bool) -> str:
    """The lists, `width` columns wide; escape sequences only when `colour` is true."""
    page = Page(Words(lang), width, colour)
    return page.draw(_parts(lang, kind, page))


def _parts(lang: Lang, kind: ClaimKind | None, page: Page) -> Iterator[RenderableType]:
    yield Text(page.words["rules_title"], style=TITLE)
    found = findings(lang, kind)
    for relation in STRENGTH:
        rules = [finding for finding in found if finding.relation == relation]
        if rules:
            yield page.section(f"{page.words[relation]} ({len(rules)})", SECTION[relation])
        for finding in rules:
            yield from _finding(finding, page)
    for name, title in (("quote", "quotes"), ("figure", "figures"), ("attribution", "attributions")):
        known = [family for family in families(kind) if family.kind == name]
        if known:
            yield page.section(f"{page.words[title]} ({len(known)})")
        for family in known:
            yield paragraph(Text(family.name, style=QUIET), 2)
            yield paragraph(page.passage(_marked(family.example)), 4)


def _finding(finding: Finding, page: Page) -> Iterator[RenderableType]:
    label = page.words.label("type", finding.type) if finding.type else None
    yield Text("")
    yield paragraph(Text().append(finding.id, style=TITLE).append(f" · {label}" if label else "", style=QUIET), 2)
    yield paragraph(Text(finding.says), 4)
    for sentence in (finding.first, finding.second):
        yield paragraph(page.passage(_marked(sentence)), 6)


def _marked(sentence: str) -> Passage:
    """An example as a passage: its claims stand between double brackets."""
    pieces: list[tuple[str, Role]] = []
    for part in sentence.replace("]]", "[[").split("[["):
        pieces.append((part, "claim" if len(pieces) % 2 else "context"))
    return Passage(tuple(pieces))
