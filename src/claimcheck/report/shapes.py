"""The shape of every JSON document, version "1"; the published JSON Schema is generated from these types.

Offsets are Unicode code points into the article's `text`.
"""

from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from claimcheck.model import ClaimKind, Difference, FigureKind, Form, Relation, Stance

SCHEMA_VERSION: Literal["1"] = "1"
_closed = with_config(ConfigDict(extra="forbid"))


@_closed
class Tool(TypedDict):
    """What wrote the document, and the spaCy pipeline that read the articles."""

    name: Literal["claimcheck"]
    version: str
    pipeline: str | None


@_closed
class SentenceShape(TypedDict):
    """The sentence around a claim, [start, end)."""

    start: int
    end: int


@_closed
class SpanShape(TypedDict):
    """A stretch of the article's text, [start, end)."""

    start: int
    end: int
    text: str


@_closed
class FigureShape(TypedDict):
    """What a figure asserts: an interval (null is unbounded), a unit, a counted noun, a TIMEX3 value."""

    kind: FigureKind
    low: int | float | None
    high: int | float | None
    approx: bool
    unit: str | None
    of: str | None
    timex: str | None


@_closed
class AttributionShape(TypedDict):
    """Who says it, through whom (outermost first), and how."""

    source: str | None
    mention: SpanShape | None
    cue: SpanShape | None
    via: list[str]
    stance: Stance


@_closed
class ClaimShape(TypedDict):
    """A claim; `form` stands in quotes only, `figure` in figures only."""

    id: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    sentence: SentenceShape
    furniture: bool
    form: NotRequired[Form]
    figure: NotRequired[FigureShape]
    attribution: AttributionShape | None
    evidence: dict[str, str]


@_closed
class ArticleShape(TypedDict):
    """An article with its claims, in order of appearance."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    published_from: Literal["metadata", "text"] | None
    url: str | None
    path: str | None
    text: str
    claims: list[ClaimShape]
    warnings: list[str]


@_closed
class ClaimRefShape(TypedDict):
    """A claim by the id of its article and its own id."""

    article: str
    claim: str


@_closed
class PairShape(TypedDict):
    """Two claims of different articles on the same fact: how they relate, what differs, why."""

    a: ClaimRefShape
    b: ClaimRefShape
    relation: Relation
    type: Difference | None
    score: float
    explanation: str
    evidence: dict[str, str | int | float]


@_closed
class AlignmentShape(TypedDict):
    """The claims of one fact and the pairs between them; `relation` is the gravest of its pairs."""

    id: str
    kind: ClaimKind
    claims: list[ClaimRefShape]
    relation: Relation
    pairs: list[PairShape]


@_closed
class ExtractDocument(TypedDict):
    """What `claimcheck extract --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    articles: list[ArticleShape]


@_closed
class CompareDocument(TypedDict):
    """What `claimcheck compare --format json` writes; each of `origins` lists articles that are one text."""

    schema_version: Literal["1"]
    tool: Tool
    articles: list[ArticleShape]
    alignments: list[AlignmentShape]
    origins: list[list[str]]
