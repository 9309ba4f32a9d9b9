"""Articles and spans of their text. Offsets are Unicode code points into `Article.text`."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span [start, end) of `text`."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Article:
    """One news text and what is known about it.

    `published` is an ISO date (or date and time); `published_from` says where it was found: "metadata", "text"
    (the article's own dateline) or None. `furniture` holds [start, end) stretches of page chrome: menus, teasers,
    photo credits. `path` is the input path as given, "-" for standard input, None when made in memory.
    """

    id: str
    text: str
    source: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None
    path: str | None = None
    warnings: tuple[str, ...] = ()
    furniture: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    @property
    def published_on(self) -> date | None:
        """The day of publication, or None."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def is_furniture(self, start: int, end: int) -> bool:
        """True if the stretch [start, end) touches page chrome."""
        return any(start < stop and begin < end for begin, stop in self.furniture)
