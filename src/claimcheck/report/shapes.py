"""The shape of every JSON document, version "1"; the published JSON Schema is generated from these types.

Offsets are Unicode code points into the article's `text`.
"""

from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from claimcheck.model import Change, ClaimKind, Difference, FigureKind, Form, Relation, Stance, Verdict

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
    """Two claims on the same fact: how they relate, what differs, why; `findings` are of one article, others of two."""

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
    """What `claimcheck extract --format json` writes; `findings` as in `compare`."""

    schema_version: Literal["1"]
    tool: Tool
    articles: list[ArticleShape]
    findings: list[PairShape]


@_closed
class CompareDocument(TypedDict):
    """What `claimcheck compare --format json` writes; each of `origins` lists articles that are one text.

    `findings` are pairs of claims of one article that contradict each other: a headline and its body, a sum.
    """

    schema_version: Literal["1"]
    tool: Tool
    articles: list[ArticleShape]
    alignments: list[AlignmentShape]
    origins: list[list[str]]
    findings: list[PairShape]


@_closed
class EvidenceShape(TypedDict):
    """A stored article that pairs of a check name, with the claims they name.

    `origin` is the same for articles that are one text.
    """

    id: str
    source: str | None
    title: str | None
    published: str | None
    url: str | None
    origin: str
    claims: list[ClaimShape]


@_closed
class EvidenceListShape(TypedDict):
    """What a check found in the corpus."""

    articles: list[EvidenceShape]


@_closed
class ResultShape(TypedDict):
    """A claim of a new article, the verdict on it, and its pairs with stored claims, newest and closest first."""

    article: str
    claim: str
    verdict: Verdict
    pairs: list[PairShape]


@_closed
class CheckDocument(TypedDict):
    """What `claimcheck check --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    articles: list[ArticleShape]
    results: list[ResultShape]
    corpus: EvidenceListShape


@_closed
class HeadShape(TypedDict):
    """A stored article without its text; `revision` counts its versions from 1."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    url: str | None
    revision: int
    claims: int


@_closed
class HitShape(TypedDict):
    """A claim that a search found, and its sentence."""

    article: HeadShape
    claim: ClaimShape
    sentence: str


@_closed
class SearchDocument(TypedDict):
    """What `claimcheck search --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    query: str
    hits: list[HitShape]


@_closed
class ListDocument(TypedDict):
    """What `claimcheck corpus list --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    stored: list[HeadShape]


@_closed
class ChangeShape(TypedDict):
    """What `corpus add` or `corpus remove` did with one article."""

    id: str
    change: Change | Literal["removed"]
    revision: int
    claims: int


@_closed
class ChangeDocument(TypedDict):
    """What `claimcheck corpus add` and `corpus remove` write with `--format json`."""

    schema_version: Literal["1"]
    tool: Tool
    changes: list[ChangeShape]


@_closed
class StatsShape(TypedDict):
    """What a corpus holds; `readers` counts articles by the pipeline that read them."""

    articles: int
    sources: int
    claims: dict[ClaimKind, int]
    replaced: int
    first: str | None
    last: str | None
    readers: dict[str, int]
    bytes: int


@_closed
class StatsDocument(TypedDict):
    """What `claimcheck corpus stats --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    stats: StatsShape


@_closed
class StoredPairShape(PairShape):
    """A pair of stored claims with their kind and words."""

    kind: ClaimKind
    a_text: str
    b_text: str


@_closed
class PairsDocument(TypedDict):
    """What `claimcheck export --what pairs --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    pairs: list[StoredPairShape]
