"""What `claimcheck explain` says, as a JSON document, and its sentences in Italian and English."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from claimcheck.alternatives import Change
from claimcheck.explaining import ClaimReasons, PairReasons, Step, Sum
from claimcheck.kinds.base import Side
from claimcheck.model import Claim, ClaimRef, Difference, Relation
from claimcheck.report.json import DIGITS, claim_shape, pair_shape, tool
from claimcheck.report.safe import clean
from claimcheck.report.shapes import SCHEMA_VERSION, ClaimRefShape, ClaimShape, PairShape, Tool
from claimcheck.report.words import Lang, Words
from claimcheck.tables import load

_closed = with_config(ConfigDict(extra="forbid"))


@_closed
class ClaimReasonsShape(TypedDict):
    """A claim, its sentence, the block keys it offers; `aside` tells why it is never paired, null when it may be."""

    article: str
    claim: ClaimShape
    sentence: str
    keys: list[str]
    aside: str | None


@_closed
class StepShape(TypedDict):
    """A test on the way to a pair; what was measured and the limit where it measures something."""

    step: str
    passed: bool
    value: float | None
    limit: float | None


@_closed
class TermShape(TypedDict):
    """A feature in the sum; its share is value times weight."""

    feature: str
    value: float
    weight: float
    share: float


@_closed
class SumShape(TypedDict):
    """Bias and shares make the total, the logistic function of it the score; `least` is what a pair needs."""

    family: str
    bias: float
    terms: list[TermShape]
    total: float
    score: float
    least: float


@_closed
class AlternativeShape(TypedDict):
    """Something made alike in both claims, and how they would relate then."""

    change: str
    relation: Relation
    type: Difference | None
    code: str
    text: str


@_closed
class PairReasonsShape(TypedDict):
    """Why two claims are a pair or not: `stopped` is the first test that fails, null for a pair.

    `level` is how they relate, or would if they were a pair; `rivals` are claims that one of them is paired with
    instead.
    """

    a: ClaimRefShape
    b: ClaimRefShape
    paired: bool
    stopped: str | None
    steps: list[StepShape]
    keys: list[str]
    sum: SumShape | None
    level: PairShape | None
    changes: list[AlternativeShape]
    rivals: list[ClaimRefShape]


@_closed
class ExplainDocument(TypedDict):
    """What `claimcheck explain --format json` writes; `claims` holds the claims of the pairs too."""

    schema_version: Literal["1"]
    tool: Tool
    claims: list[ClaimReasonsShape]
    pairs: list[PairReasonsShape]


def explain_document(
    claims: Sequence[ClaimReasons], pairs: Sequence[PairReasons], lang: Lang, pipeline: str | None
) -> ExplainDocument:
    """The document of `explain`; `pipeline` is the label of the spaCy pipeline used."""
    told = Told(lang)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(pipeline),
        "claims": [_claim(reasons) for reasons in claims],
        "pairs": [_pair(reasons, told) for reasons in pairs],
    }


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of one language."""

    lang: Lang

    def __getitem__(self, key: str) -> str:
        text: str = self._table[key]
        return text

    def label(self, group: str, key: str) -> str:
        """The words for a step, a feature, a stance; the name itself where the table has none."""
        return str(self._table[group].get(key, key))

    def more(self, n: int) -> str:
        """`… and {n} more`."""
        one, many = self._table["more"]
        return str(one if n == 1 else many).format(n=n)

    def change(self, change: Change, a: Claim, b: Claim) -> str:
        """What both claims would share, and how they would relate then."""
        wide = max((a, b), key=lambda claim: claim.figure is not None and claim.figure.low != claim.figure.high)
        first, second = (self._what(change.name, claim) for claim in (a, b))
        what = self.label("change", change.name).format(a=first, b=second, wide=clean(wide.text))
        return self.label("would", change.relation).format(what=what, code=change.code)

    def _what(self, name: str, claim: Claim) -> str:
        """What a claim has of the thing that would be alike."""
        said = claim.attribution
        if name == "stance":
            return self.label("stance_of", said.stance if said else "asserted")
        if name == "speaker":
            return clean(said.source or "") if said else ""
        return (Words(self.lang).meaning(claim.figure) if claim.figure else "") or f"«{clean(claim.text)}»"

    @property
    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = load("claimcheck.report", "explain.toml")[self.lang]
        return table


def _claim(reasons: ClaimReasons) -> ClaimReasonsShape:
    side = reasons.side
    return {
        "article": side.article.id,
        "claim": claim_shape(side.claim),
        "sentence": side.sentence,
        "keys": list(reasons.keys),
        "aside": reasons.aside,
    }


def _pair(reasons: PairReasons, told: Told) -> PairReasonsShape:
    a, b = reasons.a.claim, reasons.b.claim
    return {
        "a": _side(reasons.a),
        "b": _side(reasons.b),
        "paired": reasons.paired,
        "stopped": reasons.stopped,
        "steps": [_step(step) for step in reasons.steps],
        "keys": list(reasons.keys),
        "sum": _sum(reasons.sum) if reasons.sum else None,
        "level": pair_shape(reasons.level) if reasons.level else None,
        "changes": [
            {"change": c.name, "relation": c.relation, "type": c.type, "code": c.code, "text": told.change(c, a, b)}
            for c in reasons.changes
        ],
        "rivals": [_ref(ref) for ref in reasons.rivals],
    }


def _side(side: Side) -> ClaimRefShape:
    return {"article": side.article.id, "claim": side.claim.id}


def _ref(ref: ClaimRef) -> ClaimRefShape:
    return {"article": ref.article, "claim": ref.claim}


def _step(step: Step) -> StepShape:
    value = None if step.value is None else round(step.value, DIGITS)
    return {"step": step.name, "passed": step.passed, "value": value, "limit": step.limit}


def _sum(found: Sum) -> SumShape:
    return {
        "family": found.family,
        "bias": found.bias,
        "terms": [
            {
                "feature": term.feature,
                "value": round(term.value, DIGITS),
                "weight": term.weight,
                "share": round(term.share, DIGITS),
            }
            for term in found.terms
        ],
        "total": round(found.total, DIGITS),
        "score": round(found.score, DIGITS),
        "least": found.least,
    }
