"""What a figure asserts: an interval of numbers, a unit, a counted noun, a TIMEX3 value."""

from dataclasses import dataclass
from typing import Literal

FigureKind = Literal[
    "quantity", "money", "percent", "measure", "age", "ordinal", "multiple", "duration", "date", "year", "time"
]

TEMPORAL: frozenset[str] = frozenset({"date", "year", "time"})


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers the words assert, bounds included; None is unbounded. `approx` where the words say about."""

    low: float | None
    high: float | None
    approx: bool = False

    @property
    def exact(self) -> bool:
        """One value, said without reserve."""
        return self.low is not None and self.low == self.high and not self.approx

    def contains(self, other: "Interval") -> bool:
        """True if every number of `other` is one of these."""
        above = self.low is None or (other.low is not None and self.low <= other.low)
        below = self.high is None or (other.high is not None and other.high <= self.high)
        return above and below

    def overlaps(self, other: "Interval") -> bool:
        """True if some number is in both."""
        lows = [x for x in (self.low, other.low) if x is not None]
        highs = [x for x in (self.high, other.high) if x is not None]
        return not lows or not highs or max(lows) <= min(highs)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or calendar time as asserted.

    `low` and `high` bound the value in `unit` (None: unbounded; both None for dates). `unit` is canonical (EUR, %, t,
    km, h, year ...) or None for counted nouns. `of` is what is counted or measured. `timex` is a TIMEX3 value
    (ISO 8601 based), resolved against the publication date where the text allows it.
    """

    kind: FigureKind
    low: float | None = None
    high: float | None = None
    approx: bool = False
    unit: str | None = None
    of: str | None = None
    timex: str | None = None

    @property
    def interval(self) -> Interval:
        """The asserted interval; meaningless for dates, years and times."""
        return Interval(self.low, self.high, self.approx)
