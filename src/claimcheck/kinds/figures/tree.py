"""The parse of a text as plain columns, and the noun phrases read in it: a head with its adjectives and complements."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.italian.text import fold
from claimcheck.kinds.figures.scan import word_set

_LONGEST = 10
_NEAR = 40
_SHORTEST = 4  # min, ss, n. are none
_BESIDE = frozenset({"amod", "compound", "flat", "flat:name", "flat:foreign", "fixed"})
_BETWEEN = frozenset({"det", "amod", "det:poss", "nummod", "det:predet"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A dependency parse in Universal Dependencies labels, a column a property; tokens are counted from 0.

    `starts` and `ends` are offsets into `text`; `heads` gives each token's head, a root its own place.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    tags: Sequence[str]
    heads: Sequence[int]
    deps: Sequence[str]

    def at(self, offset: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def key(self, i: int) -> str:
        """The folded token, without the apostrophe of an elision."""
        return fold(self.text[self.starts[i] : self.ends[i]]).rstrip("'’")

    def children(self, i: int, *labels: str) -> Iterator[int]:
        """The tokens near a token that hang from it, in order, of these labels or of all."""
        first = max(0, i - _NEAR)
        near = [child for child, head in enumerate(self.heads[first : i + _NEAR], first) if head == i and child != i]
        return (child for child in near if not labels or self.deps[child] in labels)

    def child(self, i: int, *labels: str) -> int | None:
        """The first token of these labels that hangs from a token."""
        return next(self.children(i, *labels), None)

    def top(self, first: int, last: int) -> int:
        """The token of [first, last] on which the others hang; the last where there are several."""
        return next((i for i in range(last, first - 1, -1) if not first <= self.heads[i] <= last or self.root(i)), last)

    def root(self, i: int) -> bool:
        """True for the token on which its sentence hangs."""
        return self.heads[i] == i

    def named(self, i: int) -> bool:
        """True for a noun or a name."""
        return self.tags[i] in ("NOUN", "PROPN")

    def countable(self, i: int) -> bool:
        """True for a plural that a number can count: a noun, or another word after a plural article (i feriti).

        A plural is told by its article, else by its ending.
        """
        articles = [self.key(child) for child in self.children(i, "det")]
        if any(article in word_set("near", "plural_articles") for article in articles):
            return self.tags[i] in ("NOUN", "ADJ", "VERB")
        plural = self.key(i)[-1:] not in ("a", "o") or self.key(i) in word_set("invariable")
        return self.tags[i] == "NOUN" and not articles and plural and len(self.key(i)) >= _SHORTEST

    def phrase(self, head: int, *, joined: bool = False) -> tuple[int, int]:
        """The [start, end) characters of a head with the adjectives right behind it and its complements with `di`.

        `joined` takes in what `e` joins to it, as it always does inside a complement: episodi di tangenti e corruzione.
        """
        return self.starts[head], self.ends[self._last(head, head, joined=joined)]

    def _last(self, head: int, first: int, *, joined: bool) -> int:
        last = head
        while last + 1 < len(self.starts) and last - first < _LONGEST:
            found = self._next(head, last, first, joined=joined)
            if found is None:
                break
            last = found
        return last

    def _next(self, head: int, last: int, first: int, *, joined: bool) -> int | None:
        """The token up to which the phrase [first, last] goes on, None where it ends."""
        i = last + 1
        if "\n" in self.text[self.ends[last] : self.starts[i]]:
            return None
        if self.deps[i] in _BESIDE and first <= self.heads[i] <= last and self.tags[i] != "ADP":
            return i if all(child < i or self.deps[child] in ("cc", "conj") for child in self.children(i)) else None
        inner = self.heads[i]
        if self.deps[i] == "case" and self.key(i) in word_set("expand", "di"):
            belongs = self.deps[inner] == "nmod" and first <= self.heads[inner] <= last and self.named(inner)
            return self._last(inner, first, joined=True) if belongs and self._filled(i + 1, inner) else None
        if joined and self.deps[i] == "cc" and self.deps[inner] == "conj" and self.heads[inner] == head:
            return self._last(inner, first, joined=True) if self._filled(i + 1, inner) else None
        return None

    def _filled(self, start: int, stop: int) -> bool:
        """True if only articles and adjectives stand in [start, stop)."""
        return start <= stop and stop - start < _LONGEST and all(self.deps[k] in _BETWEEN for k in range(start, stop))
