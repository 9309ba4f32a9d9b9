"""What a stored corpus gives back: heads of articles, hits of a search, verdicts on the claims of a new article."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from claimcheck.model.claims import Claim, Reading
from claimcheck.model.relations import ClaimRef, Pair

Change = Literal["added", "replaced", "unchanged"]
Verdict = Literal["conflict", "corroborated", "compatible", "new"]
VERDICTS: tuple[Verdict, ...] = ("conflict", "corroborated", "compatible", "new")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Head:
    """A stored article without its text: `revision` counts its versions from 1, `claims` those of the present one."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    url: str | None
    revision: int
    claims: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of an article that a newer one has replaced."""

    number: int
    title: str | None
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that a search found, with its sentence."""

    head: Head
    claim: Claim
    sentence: str


@dataclass(frozen=True, slots=True)
class Stats:
    """What a corpus holds: counts, the days it spans, the pipelines that read it, its size in bytes."""

    articles: int
    sources: int
    claims: Mapping[str, int]
    replaced: int
    first: str | None
    last: str | None
    readers: Mapping[str, int]
    bytes: int


@dataclass(frozen=True, slots=True)
class Result:
    """One claim of a new article against the corpus.

    `pairs` are newest and closest first, those of the gravest relation before the others; `origins` counts the
    independent texts that agree with the claim: copies count once, copies of the new article not at all.
    """

    claim: ClaimRef
    verdict: Verdict
    pairs: tuple[Pair, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Check:
    """New articles against the corpus; `evidence` holds the stored articles that the pairs name, in order of id.

    `origins` names, by the id of each such article, the text it is a copy of: the least id among its copies.
    """

    readings: tuple[Reading, ...]
    results: tuple[Result, ...]
    evidence: tuple[Reading, ...]
    origins: Mapping[str, str]
