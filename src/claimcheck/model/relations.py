"""How claims of different articles relate: aligned pairs, alignments, the whole comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.model.claims import ClaimKind, Reading

Relation = Literal["agree", "compatible", "conflict"]
Difference = Literal["value", "precision", "date", "set", "wording", "speaker", "stance", "name"]
STRENGTH: Mapping[str, int] = {"conflict": 0, "compatible": 1, "agree": 2}


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim by the id of its article and its own id."""

    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles that speak of the same fact, `a` before `b` in input-independent order.

    Among the `findings` of a comparison: two claims of one article that contradict each other, in order of appearance.

    `score` in [0, 1] says how surely they speak of the same fact; `type` names what differs; `explanation` is one
    sentence for the reader; `evidence` holds the finer `code` and the features that decided.
    """

    a: ClaimRef
    b: ClaimRef
    relation: Relation
    type: Difference | None
    score: float
    explanation: str
    evidence: Mapping[str, str | float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims of one fact across articles and the pairs between them; `relation` is the gravest of its pairs."""

    id: str
    kind: ClaimKind
    claims: tuple[ClaimRef, ...]
    relation: Relation
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything `compare` finds: the articles with their claims, the alignments, the groups of copied articles.

    `findings` are the pairs of claims of one article that contradict each other: a headline and its body, a sum.
    """

    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    origins: tuple[tuple[str, ...], ...]
    findings: tuple[Pair, ...] = ()
