"""Claims: quotes, figures and attributions with their exact place and the rule that found them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.model.text import Article, Span
from claimcheck.model.values import Figure

ClaimKind = Literal["quote", "figure", "attribution"]
Form = Literal["direct", "partial", "term"]
Stance = Literal["asserted", "denied", "hedged"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it. `source` is the fullest name in the article (joint sources joined by "; "), None when unknown.

    `mention` and `cue` are the words that name the source and report the statement; `via` lists the
    intermediaries, outermost first.
    """

    source: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserted"


@dataclass(frozen=True, slots=True)
class Claim:
    """A quoted statement, figure or reported statement: `article.text[start:end] == text`.

    `sentence` is the [start, end) of the sentence around it. `form` belongs to quotes, `figure` to figures;
    `evidence` names the rule and whatever the rule wants to show.
    """

    kind: ClaimKind
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    furniture: bool = False
    form: Form | None = None
    figure: Figure | None = None
    attribution: Attribution | None = None
    evidence: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """Stable within an article: the same text gives the same id on every machine."""
        key = f"{self.kind}|{self.start}|{self.end}|{self.text}"
        return f"{self.kind[0]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the claims found in it, in order of appearance."""

    article: Article
    claims: tuple[Claim, ...] = ()
