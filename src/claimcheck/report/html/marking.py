"""An article's text as a stream of pieces for the page: words, and the marks that open and close around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.report.safe import printable


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of a text to be marked; `css` are its classes, `id` its anchor.

    `facts` are the numbers of its facts, the gravest first. Marks may nest and cross.
    """

    start: int
    end: int
    css: str
    id: str = ""
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """What the page writes next: the opening or the close of a mark, words, or the number of a fact after its claim."""

    type: Literal["open", "close", "words", "fact"]
    words: str = ""
    mark: Mark = field(default_factory=lambda: Mark(0, 0, ""))
    first: bool = False
    fact: int = 0


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text with its marks properly nested: one that crosses another is closed and opened again.

    Every character of the text comes out once, but for those that would steer a terminal or turn a line around.
    """
    waiting = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end, m.css))
    edges = sorted({0, len(text), *(m.start for m in waiting), *(m.end for m in waiting)})
    opened: list[Mark] = []
    at = 0
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        yield from _close(opened, edge)
        while at < len(waiting) and waiting[at].start == edge:
            opened.append(waiting[at])
            yield Piece("open", mark=waiting[at], first=True)
            at += 1
        if following is not None and following > edge:
            yield Piece("words", printable(text[edge:following]))


def _close(opened: list[Mark], edge: int) -> Iterator[Piece]:
    """Close the marks that end here; those opened later that go on are closed too and opened again."""
    ending = [m for m in opened if m.end <= edge]
    if not ending:
        return
    lowest = opened.index(ending[0])
    crossing = [m for m in opened[lowest:] if m.end > edge]
    for mark in reversed(opened[lowest:]):
        yield Piece("close", mark=mark)
        if mark.end <= edge:
            yield from (Piece("fact", fact=number) for number in mark.facts)
    del opened[lowest:]
    for mark in crossing:
        opened.append(mark)
        yield Piece("open", mark=mark)
