"""What two figures assert, brought to one measure: dimensions, intervals in base units, days of the calendar."""

import math
import re
from dataclasses import replace
from functools import cache

from claimcheck.italian import timex
from claimcheck.italian.lexicon import load
from claimcheck.kinds.base import Details, Side
from claimcheck.model import Figure, Interval
from claimcheck.model.values import TEMPORAL

_YEAR = re.compile(r"(?<![\w.,])(1[5-9]\d{2}|20\d{2})(?!\d|[.,]\d)")
_YEARS = re.compile(
    r"(?<![\w.,])\d{4}(?:(?:\s*,|\s+(?:e|ed|o|poi))+(?:\s+(?:poi|anche|infine))?(?:\s+(?:nel|del|al|il|dal|in))?\s+\d{4}(?!\d|[.,]\d))+"
)
_AGES = range(12, 111)
_AGE_BEFORE = re.compile(r"(?:\b(?:a|di)|,)\s*$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"\s*(?:di\b|fa\b|dopo\b|prima\b|e mezzo\b|dal|da\b|\d)", re.IGNORECASE)
_LARGE = 1000
_ROUND = 95
_TWENTIETH = 0.0527  # of the finer number: 950,000 and a million lie a twentieth of the million apart
_SCALES = (1e3, 1e6, 1e9)
_YEARLIKE = re.compile(r"\d{4}")
_DAYLIKE = re.compile(r"\d{4}-\d{2}-\d{2}[^/]*")


@cache
def _units() -> dict[str, tuple[str, float]]:
    tables = load("claimcheck.kinds.figures", "units.toml")
    return {unit: (dimension, factor) for dimension, row in tables.items() for unit, factor in row.items()}


def temporal(figure: Figure) -> bool:
    """True if the figure is a place in the calendar, not an amount."""
    return figure.kind in TEMPORAL


def dimension(figure: Figure) -> str:
    """What the figure measures: `money EUR`, `percent`, `mass`, `time`, `rank`, `count` …; only equals compare."""
    if temporal(figure):
        return "calendar"
    if figure.kind in ("ordinal", "multiple", "age"):
        return figure.kind
    if figure.kind == "duration":
        return "time"
    if figure.unit is None:
        return "count"
    return _units().get(figure.unit, (figure.unit, 1.0))[0]


def measured(figure: Figure) -> Interval:
    """The asserted interval in the base unit of its dimension; durations in days."""
    days = timex.length(figure.timex) if figure.kind == "duration" else None
    if days is not None and figure.low is None and figure.high is None:
        return Interval(days, days, figure.approx)
    factor = _units().get(figure.unit or "", ("", 1.0))[1] if figure.kind != "age" else 1.0
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    return Interval(low, high, figure.approx)


def same_value(one: Interval, other: Interval) -> bool:
    """True if both assert the same bounds; about 300 and 300 have the same bounds."""
    return _close(one.low, other.low) and _close(one.high, other.high) and one != Interval(None, None, one.approx)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6)


def point(interval: Interval) -> float | None:
    """The one number asserted, exactly or about; None for a true interval."""
    return interval.low if interval.low is not None and interval.low == interval.high else None


def gap(one: Interval, other: Interval) -> float | None:
    """The distance of two single numbers relative to the larger; None when one is an interval."""
    first, second = point(one), point(other)
    if first is None or second is None:
        return None
    return abs(first - second) / max(abs(first), abs(second), 1e-12)


def apart(one: Interval, other: Interval) -> float:
    """The distance of the nearest numbers of two intervals relative to the larger; 0 where they overlap."""
    if one.overlaps(other):
        return 0.0
    first, second = _nearest(one, other)
    return abs(first - second) / max(abs(first), abs(second), 1e-12)


def _nearest(one: Interval, other: Interval) -> tuple[float, float]:
    """The nearest bounds of two intervals that do not overlap, the smaller first."""
    low, high = sorted((one, other), key=lambda i: (i.high is None, i.high or 0.0, i.low or 0.0))
    return low.high or 0.0, high.low or 0.0


def almost_meets(one: Interval, other: Interval) -> bool:
    """True if an interval ends where rounding begins: `oltre 12 milioni` and `11,9 milioni`; not for small counts."""
    if point(one) is not None and point(other) is not None:
        return False
    near = _nearest(one, other)
    rough = near[0] >= _ROUND or any(number != int(number) for number in near)
    return not one.overlaps(other) and rough and apart(one, other) <= _TWENTIETH


def is_rounding(one: Interval, other: Interval) -> bool:
    """True if one number is the other written with fewer digits: 3.5 billion for 3.47 billion.

    One digit is enough for large or fractional numbers within a twentieth: a million for 950,000, 6% for 6.1%.
    """
    first, second = point(one), point(other)
    if first is None or second is None or first == second or first <= 0 or second <= 0:
        return False
    return any(_rounds(coarse, fine) for coarse, fine in ((first, second), (second, first)))


def _rounds(coarse: float, fine: float) -> bool:
    digits = _significant(coarse)
    if digits >= _significant(fine):
        return False
    rough = (fine >= _LARGE or fine != int(fine)) and abs(coarse - fine) <= _TWENTIETH * fine * (1 + 1e-9)
    least = 1 if rough and coarse > fine * (1 - _TWENTIETH) else 2
    return any(
        math.isclose(_written(fine, kept), coarse, rel_tol=1e-9) for kept in {max(digits, least), max(digits, 2)}
    )


def _written(number: float, digits: int) -> float:
    """A number written with so many digits, half rounded up; 12 significant digits."""
    scale = 10.0 ** (math.floor(math.log10(number)) + 1 - digits)
    return float(f"{math.floor(number / scale + 0.5 + 1e-9) * scale:.12g}")


def _significant(number: float) -> int:
    return len(f"{number:.12g}".replace(".", "").split("e")[0].strip("0")) or 1


def other_currency(one: Figure, other: Figure) -> bool:
    """True if one sum is given in two currencies of different worth: 3 million euros and 3 million dollars."""
    alike = load("claimcheck.kinds.figures", "words.toml")["alike"]
    money = one.kind == other.kind == "money" and None not in (one.unit, other.unit) and one.unit != other.unit
    same = (one.low, one.high, one.approx) == (other.low, other.high, other.approx)
    return money and same and not any({one.unit, other.unit} == set(pair) for pair in alike)


def scaled(one: Figure, other: Figure) -> bool:
    """True if one number is the other times a thousand, a million or a billion: `3 milioni` and `3 miliardi`."""
    first, second = one.low, other.low
    if not first or not second or one.unit != other.unit:
        return False
    factor = max(first, second) / min(first, second)
    return any(math.isclose(factor, step, rel_tol=1e-9) for step in _SCALES)


def days_of(side: Side) -> timex.Days | None:
    """The calendar days a temporal figure names."""
    figure = side.claim.figure
    return timex.days(figure.timex) if figure and temporal(figure) else None


def is_day(figure: Figure) -> bool:
    """True if the figure names one day."""
    return bool(figure.timex and _DAYLIKE.fullmatch(figure.timex))


def is_year(figure: Figure) -> bool:
    """True if the figure names one year."""
    return bool(figure.timex and _YEARLIKE.fullmatch(figure.timex))


def derived_year(side: Side) -> int | None:
    """The year a duration counts back to from the day of publication: 30 years in June 2024 is 1994."""
    figure, published = side.claim.figure, side.article.published_on
    if figure is None or figure.kind != "duration" or published is None:
        return None
    value = figure.timex or (f"P{figure.low:.0f}Y" if figure.unit == "year" and figure.low else None)
    return timex.years_before(published, value)


def listed_years(side: Side) -> tuple[str, ...]:
    """The years named in the sentence of a claim, in order."""
    return tuple(dict.fromkeys(_YEAR.findall(side.sentence)))


def enumerated_years(side: Side) -> tuple[str, ...]:
    """The years of a sentence that stand in a list: `nel 1975, nel 1983 e nel 1990`; not `aperta nel 1998, …`."""
    found = [year for run in _YEARS.finditer(side.sentence) for year in _YEAR.findall(run[0])]
    return tuple(dict.fromkeys(found))


def missing_year(one: Side, other: Side) -> str | None:
    """The year of `one` that the list of years around `other` leaves out, when the two lists share another year."""
    first, second = set(enumerated_years(one)), set(listed_years(other))
    year = one.claim.figure.timex if one.claim.figure else None
    if year is None or year in second or year not in first:
        return None
    shared = first & second
    return year if shared and len(second) > 1 and second < first else None


def figure_of(side: Side) -> Figure:
    """The figure of a claim; a number of years that can only be somebody's age counts as one: `morto a 43 anni`."""
    figure = side.claim.figure or Figure("quantity")
    return replace(figure, kind="age") if _is_age(side, figure) else figure


def _is_age(side: Side, figure: Figure) -> bool:
    if (
        figure.kind != "duration"
        or figure.unit != "year"
        or figure.low != figure.high
        or (figure.low or 0) not in _AGES
    ):
        return False
    before = side.article.text[max(side.claim.start - 12, 0) : side.claim.start]
    after = side.article.text[side.claim.end : side.claim.end + 12]
    return bool(_AGE_BEFORE.search(before)) and not _AGE_AFTER.match(after)


def bare(figure: Figure) -> bool:
    """True for a number that names neither unit nor noun: `3,6 milioni`, `41`."""
    return figure.kind == "quantity" and figure.unit is None and figure.of is None


def said(a: Side, b: Side, **more: str) -> Details:
    """The words of both sides, for the explanation, in an order of their own: the smaller value first."""
    first, second = sorted((a, b), key=_size)
    return {"a": first.claim.text, "b": second.claim.text, **more}


def _size(side: Side) -> tuple[float, str, str]:
    interval = measured(figure_of(side))
    number = interval.low if interval.low is not None else interval.high
    return number or 0.0, figure_of(side).timex or "", side.claim.text


def stressed(side: Side) -> bool:
    """True if the words stress how exact or how rough the number is."""
    return figure_of(side).approx or "esattamente" in side.claim.text.casefold()
