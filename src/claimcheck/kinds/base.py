"""What every claim kind is made of: ordered comparison levels over claims seen in their articles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimcheck.model import Article, Claim, ClaimKind, Difference, Relation

LONGEST_OUTLET = 30


@dataclass(frozen=True, slots=True)
class Side:
    """One claim in its article: what a level looks at."""

    article: Article
    claim: Claim

    @property
    def sentence(self) -> str:
        """The words of the sentence around the claim."""
        start, end = self.claim.sentence
        return self.article.text[start:end]

    @property
    def outlet(self) -> str:
        """What the article is called in an explanation: its source, else its id; empty when too long to be read."""
        name = " ".join((self.article.source or self.article.id).split())
        return name if len(name) <= LONGEST_OUTLET else ""


def outlets(first: Side, second: Side) -> dict[str, str]:
    """The two outlets as `opener` (at the start of a sentence) or `outlet`, and `other`; empty where they share a name.

    Empty names are spelt out in the language of the explanation: `Una fonte`, `una fonte`, `l'altra fonte`.
    """
    one, other = first.outlet, second.outlet
    if not (one and other) or one.casefold() == other.casefold():
        one = other = ""
    return {"opener": one, "outlet": one, "other": other}


Details = Mapping[str, str]
Test = Callable[[Side, Side], Details | None]


@dataclass(frozen=True, slots=True)
class Level:
    """One way two claims of the same fact can relate.

    `test(a, b)` returns the words for the explanation when the level applies, None otherwise; `it` and `en` are
    `str.format` templates over those words. Levels are tried in order, the first that applies wins (splink).
    """

    code: str
    relation: Relation
    type: Difference | None
    test: Test
    it: str
    en: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A claim kind: whether two of its claims can be compared at all, and the ordered levels on which they are."""

    name: ClaimKind
    comparable: Callable[[Side, Side], bool]
    levels: tuple[Level, ...]


def first_level(kind: Kind, a: Side, b: Side) -> tuple[Level, Details] | None:
    """The first level of a kind that applies to two of its claims, with the words for its explanation."""
    for level in kind.levels:
        details = level.test(a, b)
        if details is not None:
            return level, details
    return None
