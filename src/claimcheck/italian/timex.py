"""TIMEX3 values as ranges of days, minutes of the day and lengths: pure functions, no clock.

The value grammar is that of TimeML (ISO 8601 plus seasons, halves, quarters, parts of the day); values that name no
place in the calendar (`PRESENT_REF`, `XXXX-06-19`) have no range.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(.*))?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_SPAN = re.compile(r"(\d{4})-(SP|SU|FA|WI|H[12]|Q[1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_DECADE = re.compile(r"(\d{2,3})X?|(\d{2})XX")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?")
_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_SPAN_MONTHS = {
    "SP": (3, 6),
    "SU": (6, 9),
    "FA": (9, 12),
    "WI": (12, 15),
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}
_PARTS = {"MO": (360, 719), "MI": (690, 780), "AF": (720, 1079), "EV": (1080, 1439), "NI": (1200, 1439)}
_LENGTH_DAYS = (365.25, 30.4375, 7.0, 1.0, 1 / 24, 1 / 1440, 1 / 86400)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def contains(self, other: "Days") -> bool:
        """True if every day of `other` is one of these."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Days") -> bool:
        """True if some day is in both."""
        return self.first <= other.last and other.first <= self.last


def days(value: str | None) -> Days | None:
    """The days a TIMEX3 value names, None when it names no place in the calendar.

    `2023-09` is the whole month; seasons are the three months that begin in March, June, September and December, with
    the month after, since newspapers count them loosely. An interval (`2024-06-13/2024-06-15`) is all its days.
    """
    first, slash, last = (value or "").partition("/")
    try:
        opening, closing = _days(first), _days(last) if slash else None
    except ValueError:
        return None
    if not slash or opening is None:
        return opening
    return Days(opening.first, closing.last) if closing and opening.first <= closing.last else None


def _days(value: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return Days(day, day)
    if match := _SPAN.fullmatch(value):
        first, last = _SPAN_MONTHS[match[2]]
        return _months(int(match[1]), first, last)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Days(monday + timedelta(5 if match[3] else 0), monday + timedelta(6))
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _YEAR.fullmatch(value):
        return _months(int(match[1]), 1, 12)
    if match := _DECADE.fullmatch(value):
        digits = match[1] or match[2]
        width = 10 ** (4 - len(digits))
        return Days(date(int(digits) * width, 1, 1), date(int(digits) * width + width - 1, 12, 31))
    return None


def _months(year: int, first: int, last: int) -> Days:
    after = date(year + last // 12, last % 12 + 1, 1)
    return Days(date(year, first, 1), after - timedelta(1))


def minutes(value: str | None) -> tuple[int, int] | None:
    """The minutes of the day, first and last, of a time such as `2024-01-23T20:30`, `T21` or `2024-01-23TEV`."""
    _, mark, clock = (value or "").partition("T")
    if not mark or (value or "").startswith("P"):
        return None
    if clock in _PARTS:
        return _PARTS[clock]
    match = _CLOCK.match(clock)
    if match is None or int(match[1]) > 24:
        return None
    minute = int(match[1]) * 60 + int(match[2] or 0)
    return minute, minute


def length(value: str | None) -> float | None:
    """The length in days of a TIMEX3 duration (`P24Y`, `PT1H30M`), None for anything else."""
    match = _LENGTH.fullmatch(value or "")
    if match is None or not any(match.groups()):
        return None
    try:
        return sum(float(part or 0) * unit for part, unit in zip(match.groups(), _LENGTH_DAYS, strict=True))
    except ValueError:
        return None


def contains(outer: str | None, inner: str | None) -> bool:
    """True if every day of the second value is a day of the first (`2023` contains `2023-09`)."""
    first, second = days(outer), days(inner)
    return first is not None and second is not None and first.contains(second)


def overlaps(one: str | None, other: str | None) -> bool:
    """True if the two values share a day (`2023-FA` and `2023-09`)."""
    first, second = days(one), days(other)
    return first is not None and second is not None and first.overlaps(second)


def years_before(anchor: date, value: str | None) -> int | None:
    """The calendar year that lies a duration of whole years before a day: P24Y before 2024-06-19 is 2000."""
    match = re.fullmatch(r"P(\d+)Y", value or "")
    year = anchor.year - int(match[1]) if match else 0
    return year if year > 0 else None
