"""Figures of one fact on one axis: a dot for a number, a line for an interval, an arrow where it is open; days too.

Geometry only, in units of the drawing; the template draws it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, log10

from claimcheck.italian.timex import days
from claimcheck.kinds.figures.values import dimension, measured, temporal
from claimcheck.model import Figure, Interval
from claimcheck.report.facts import Fact
from claimcheck.report.words import Words

WIDTH, LEFT, RIGHT = 392, 106, 230
"""The drawing, and the part of it that the axis takes; names stand to the left, values to the right."""
ROW, EDGE = 22, 8
"""Height of a row, and of the room above the first and below the last."""
MARGIN = 14
"""Room on the axis before the least and after the greatest value, where arrows go."""
MOST = 12
"""Rows of one chart."""
DECADES = 2.0
"""Values further apart than this power of ten stand on a logarithmic axis."""
NAME, VALUE = 15, 22
"""Letters shown of a name and of a value."""
CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Datum:
    """What one source asserts, in the base unit of `measure` (days for the calendar)."""

    name: str
    value: str
    measure: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Row:
    """A datum drawn from `x1` to `x2` at height `y`; `left` and `right` tell where the interval is open."""

    name: str
    value: str
    y: float
    x1: float
    x2: float
    left: bool
    right: bool
    approx: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and what it says in words; `time` for a time line, `lines` are where its values stand."""

    rows: tuple[Row, ...]
    lines: tuple[float, ...]
    height: int
    spoken: str
    time: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Places numbers between LEFT and RIGHT."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a number stands; logarithmic when the axis spans more than DECADES."""
        if self.low == self.high:
            return (LEFT + RIGHT) / 2
        share = (value - self.low) / (self.high - self.low)
        if self.low > 0 and log10(self.high / self.low) > DECADES:
            share = log10(value / self.low) / log10(self.high / self.low)
        return round(LEFT + MARGIN + share * (RIGHT - LEFT - 2 * MARGIN), 1)


def chart(fact: Fact, called: dict[str, str], words: Words) -> Chart | None:
    """The figures of a fact on one axis, under the names of `called`.

    None unless two articles give different numbers, or days, of one measure.
    """
    data = list(dict.fromkeys(_data(fact, called, words)))
    apart = {(d.interval.low, d.interval.high) for d in data}
    if len({d.measure for d in data}) != 1 or len({d.name for d in data}) < 2 or len(apart) < 2:
        return None
    shown = data[:MOST]
    bounds = sorted({bound for d in shown for bound in (d.interval.low, d.interval.high) if bound is not None})
    axis = Axis(bounds[0], bounds[-1])
    rows = tuple(_row(n, datum, axis) for n, datum in enumerate(shown))
    spoken = "; ".join(f"{d.name}: {d.value}" for d in shown)
    lines = tuple(sorted({axis.place(bound) for bound in bounds}))
    return Chart(rows, lines, 2 * EDGE + ROW * len(rows), spoken, data[0].measure == CALENDAR)


def _data(fact: Fact, called: dict[str, str], words: Words) -> Iterator[Datum]:
    for cell in fact.cells:
        for claim in cell.claims:
            measure, interval = _measured(claim.figure) if claim.figure else ("", Interval(None, None))
            if claim.figure and (interval.low is not None or interval.high is not None):
                yield Datum(called[cell.article.id], words.meaning(claim.figure), measure, interval)


def _measured(figure: Figure) -> tuple[str, Interval]:
    """What a figure measures and between which bounds; no bounds where it cannot be drawn."""
    if temporal(figure):
        found = days(figure.timex)
        if found is None:
            return CALENDAR, Interval(None, None)
        first, last = found.first.toordinal(), found.last.toordinal()
        return CALENDAR, Interval(float(first), float(last), figure.approx)
    interval = measured(figure)
    drawn = all(isfinite(bound) for bound in (interval.low, interval.high) if bound is not None)
    return dimension(figure), interval if drawn else Interval(None, None)


def _row(n: int, datum: Datum, axis: Axis) -> Row:
    low, high = datum.interval.low, datum.interval.high
    x1 = float(LEFT) if low is None else axis.place(low)
    x2 = float(RIGHT) if high is None else axis.place(high)
    y = EDGE + ROW * (n + 0.5)
    open_ends = low is None, high is None
    return Row(_cut(datum.name, NAME), _cut(datum.value, VALUE), y, x1, x2, *open_ends, datum.interval.approx)


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"
