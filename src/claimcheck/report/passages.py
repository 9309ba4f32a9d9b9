"""A claim inside its sentence, cut to what a reader needs, with the words that differ from another version."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from claimcheck.italian.text import WORD, fold
from claimcheck.model import Article, Claim
from claimcheck.report.safe import clean

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
    """What stands before the claim, the claim as runs of (words, differs), what stands after; all of it cleaned."""

    before: str
    runs: tuple[tuple[str, bool], ...]
    after: str

    @property
    def claim(self) -> str:
        """The claim alone."""
        return "".join(words for words, _ in self.runs)


def passage(article: Article, claim: Claim, context: int = CONTEXT) -> Passage:
    """The claim in its sentence, at most `context` characters of it on each side, cut between words."""
    start, end = min(claim.sentence[0], claim.start), max(claim.sentence[1], claim.end)
    before = _tail(_spaced(article.text[start : claim.start]), context)
    after = _head(_spaced(article.text[claim.end : end]), context)
    return Passage(before, ((_head(clean(claim.text), LONGEST), False),), after)


def fitted(article: Article, claim: Claim, room: int) -> Passage:
    """The claim with as much of its sentence around it as fits in `room` characters; a long claim is cut."""
    context = (room - len(claim.text) - FRAME) // 2
    if context < LEAST_CONTEXT:
        return Passage("", ((_head(clean(claim.text), max(room - FRAME, 1)), False),), "")
    return passage(article, claim, context)


def differing(mine: Passage, other: Passage) -> Passage:
    """The passage with the words of its claim that the other claim lacks or has elsewhere marked."""
    own, theirs = list(WORD.finditer(mine.claim)), [fold(m.group()) for m in WORD.finditer(other.claim)]
    if not own or max(len(own), len(theirs)) > MOST_WORDS:
        return mine
    matcher = SequenceMatcher(None, [fold(m.group()) for m in own], theirs, autojunk=False)
    blocks = matcher.get_matching_blocks()
    if sum(block.size for block in blocks) < LEAST_ALIKE * min(len(own), len(theirs)):
        return mine
    same = {i for block in blocks for i in range(block.a, block.a + block.size)}
    stretches = _stretches([m.span() for i, m in enumerate(own) if i not in same], mine.claim)
    return replace(mine, runs=tuple(_runs(mine.claim, stretches)))


def _stretches(words: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Neighbouring words joined into one stretch where nothing but signs stands between them."""
    joined: list[tuple[int, int]] = []
    for start, end in words:
        if joined and not WORD.search(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs(text: str, marked: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in marked:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _spaced(text: str) -> str:
    """Cleaned text that keeps one space at an end where there was white space."""
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return " " * lead + clean(text) + " " * (trail and bool(text.strip()))


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
