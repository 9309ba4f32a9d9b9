"""What the passes of the quotes work on: a quoted stretch, and whose words it holds."""

from dataclasses import dataclass

from claimcheck.italian.clauses.phrases import Phrase
from claimcheck.italian.marks import Marked


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quoted stretch: characters [start, end), tokens [first, last], its mark; `broken` by an aside in it."""

    start: int
    end: int
    first: int
    last: int
    mark: Marked
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a quote holds and the pass that said so."""

    source: str | None
    mention: Phrase | None
    cue: Phrase | None
    via: tuple[str, ...]
    rule: str
