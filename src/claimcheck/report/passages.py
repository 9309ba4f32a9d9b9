"""A claim inside its sentence, cut to what a reader needs, with the words that differ from another version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from claimcheck.italian.text import WORD, fold
from claimcheck.model import Article, Claim
from claimcheck.report.safe import clean, visible

Role = Literal["context", "claim", "differs"]

CONTEXT = 140
"""Characters of the sentence kept on each side of the claim."""
LEAST_CONTEXT = 8
"""Less context than this says nothing and is left out."""
FRAME = 8
"""Characters that marks and ellipses take on a line."""
LONGEST = 700
"""Characters of a claim shown."""
MOST_WORDS = 300
"""Longer quotes are shown without word marks: the comparison is quadratic."""
LEAST_ALIKE = 0.35
"""Quotes less alike than this (share of words in common) are shown without marks: everything differs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article in pieces: context, claims, words of a claim that differ; all of it cleaned."""

    pieces: tuple[tuple[str, Role], ...]

    @property
    def claim(self) -> str:
        """The claims alone."""
        return "".join(words for words, role in self.pieces if role != "context")


def passage(article: Article, claims: Sequence[Claim], context: int = CONTEXT) -> Passage:
    """Claims of one sentence in it, at most `context` characters around and between them, cut between words.

    The claims stand in the order of the text and do not overlap.
    """
    first, last = claims[0], claims[-1]
    start, end = min(first.sentence[0], first.start), max(last.sentence[1], last.end)
    pieces: list[tuple[str, Role]] = [(_tail(_spaced(article.text[start : first.start]), context), "context")]
    for n, claim in enumerate(claims):
        if n:
            pieces.append((_head(_spaced(article.text[claims[n - 1].end : claim.start]), context), "context"))
        pieces.append((_head(clean(claim.text), LONGEST), "claim"))
    pieces.append((_head(_spaced(article.text[last.end : end]), context), "context"))
    return Passage(tuple((words, role) for words, role in pieces if words))


def fitted(article: Article, claim: Claim, room: int) -> Passage:
    """The claim with as much of its sentence around it as fits in `room` characters; a long claim is cut."""
    context = (room - len(claim.text) - FRAME) // 2
    if context < LEAST_CONTEXT:
        return Passage(((_head(clean(claim.text), max(room - FRAME, 1)), "claim"),))
    return passage(article, [claim], context)


def differing(mine: Passage, other: Passage) -> Passage:
    """The passage of one claim with the words that the other claim lacks or has elsewhere marked."""
    stretches = unlike(mine.claim, other.claim)
    if not stretches:
        return mine
    marked = tuple(_marked(mine.claim, stretches))
    return Passage(tuple(p for piece in mine.pieces for p in (marked if piece[1] == "claim" else (piece,))))


def unlike(mine: str, other: str) -> list[tuple[int, int]]:
    """The stretches of `mine` whose words `other` lacks or has elsewhere; none when nearly everything differs."""
    own, theirs = list(WORD.finditer(mine)), [fold(m.group()) for m in WORD.finditer(other)]
    if not own or max(len(own), len(theirs)) > MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [fold(m.group()) for m in own], theirs, autojunk=False)
    blocks = matcher.get_matching_blocks()
    if sum(block.size for block in blocks) < LEAST_ALIKE * min(len(own), len(theirs)):
        return []
    same = {i for block in blocks for i in range(block.a, block.a + block.size)}
    return _stretches([m.span() for i, m in enumerate(own) if i not in same], mine)


def _stretches(words: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Neighbouring words joined into one stretch where nothing but signs stands between them."""
    joined: list[tuple[int, int]] = []
    for start, end in words:
        if joined and not WORD.search(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _marked(text: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[str, Role]]:
    at = 0
    for start, end in stretches:
        if start > at:
            yield text[at:start], "claim"
        yield text[start:end], "differs"
        at = end
    if at < len(text):
        yield text[at:], "claim"


def _spaced(text: str) -> str:
    """Cleaned text that keeps one space at an end where there was white space."""
    shown = visible(text)
    words = " ".join(shown.split())
    if not words:
        return " " * bool(shown)
    return " " * shown.startswith(" ") + words + " " * shown.endswith(" ")


def _head(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    cut = text.rfind(" ", 0, size)
    return text[: cut if cut > size // 2 else size].rstrip() + " …"


def _tail(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    cut = text.find(" ", len(text) - size)
    return "… " + text[cut if 0 <= cut < len(text) - size // 2 else len(text) - size :].lstrip()
