"""Calendar arithmetic on Italian words: TIMEX3 values resolved against the day of publication.

Values follow ISO-TimeML (2024-06-19, 2024-06, 2024-W25, 2024-SU, 2024-Q2, 194 for the forties, P2Y). Choices where
the words leave the year or the week open follow news use as in HeidelTime: the nearest past, the future only when
the sentence says so.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from claimcheck.italian.lexicon import load

PACKAGE = "claimcheck.italian.data"
_MONTHS = {"month": 1, "bimester": 2, "quarter": 3, "four-month": 4, "half": 6, "year": 12, "biennium": 24}
_MONTHS |= {"triennium": 36, "lustrum": 60, "decade": 120, "vicennium": 240, "tricennium": 360}
_MONTHS |= {"century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_CLOCK = {"h": "H", "min": "M", "second": "S"}


@cache
def words(section: str) -> Mapping[str, Any]:
    """A section of data/calendar.toml, by folded word."""
    table: dict[str, Any] = load(PACKAGE, "calendar.toml")[section]
    return table


def month(key: str, *, short: bool = False) -> int | None:
    """1 to 12 for a folded month name; abbreviations only with `short`, for they are words of their own."""
    found: int | None = words("months").get(key) or (words("months_short").get(key) if short else None)
    return found


def weekday(key: str, *, short: bool = False) -> int | None:
    """0 (Monday) to 6 for a folded weekday name."""
    tables = ("weekdays", "weekdays_plural", "weekdays_short") if short else ("weekdays", "weekdays_plural")
    return next((number for table in tables if (number := words(table).get(key)) is not None), None)


def day(year: int, month_: int, day_: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month_, day_)
    except ValueError:
        return None


def century_year(two_digits: int, anchor: date | None) -> int:
    """The full year of '88 or 31/10/74: the latest that is at most ten years after publication."""
    latest = (anchor.year if anchor else 2030) + 10
    return max(y for y in (1900 + two_digits, 2000 + two_digits) if y <= max(latest, 1999))


def nearest(month_: int, day_: int, anchor: date | None, *, future: bool = False) -> date | None:
    """The day and month without a year that lies nearest to publication, after it when `future`."""
    if anchor is None:
        return None
    near = [day(anchor.year + k, month_, day_) for k in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    days = [d for d in near if d and (not future or d >= anchor)]
    return min(days, key=lambda d: (_distance(d, anchor), d)) if days else None


def _distance(day_: date, anchor: date) -> float:
    """News looks back more than ahead: the past counts as a quarter nearer."""
    days = (day_ - anchor).days
    return days if days >= 0 else -days * 3 / 4


def nearest_month(month_: int, anchor: date, *, future: bool = False, strict: bool = False) -> str:
    """The month without a year as YYYY-MM: this or the last one, with `future` this or the next.

    `strict` leaves the month of publication out (lo scorso marzo said in March is last year's).
    """
    same = month_ == anchor.month and not strict
    if future:
        year = anchor.year if month_ > anchor.month or same else anchor.year + 1
    else:
        year = anchor.year if month_ < anchor.month or same else anchor.year - 1
    return f"{year:04d}-{month_:02d}"


def weekday_near(wanted: int, anchor: date, direction: str) -> date:
    """The weekday `past` (today included), `before` (strictly), `future` (strictly) or of `this` week."""
    back = (anchor.weekday() - wanted) % 7
    if direction == "past":
        return anchor - timedelta(back)
    if direction == "before":
        return anchor - timedelta(back or 7)
    if direction == "future":
        return anchor + timedelta((wanted - anchor.weekday()) % 7 or 7)
    return anchor + timedelta(wanted - anchor.weekday())


def add_months(anchor: date, count: int) -> date:
    """The same day `count` months away, or the last of that month; years are kept within the calendar."""
    total = min(max(anchor.year * 12 + anchor.month - 1 + count, 12), 9999 * 12 + 11)
    year, index = divmod(total, 12)
    for last in (anchor.day, 30, 29, 28):
        found = day(year, index + 1, last)
        if found:
            return found
    return anchor


def add_days(anchor: date, count: int) -> date | None:
    """The day `count` days away, None outside the calendar."""
    try:
        return anchor + timedelta(count)
    except OverflowError:
        return None


def shifted(anchor: date, unit: str, count: int) -> str | None:
    """The unit of time `count` units away, at its own grain: ("year", -1) in 2024 is 2023, ("week", 1) is 2024-W26."""
    if unit in _DAYS:
        found = add_days(anchor, count * _DAYS[unit])
        if found is None:
            return None
        if unit in ("week", "weekend"):
            return week(found) + ("-WE" if unit == "weekend" else "")
        return found.isoformat()
    if unit not in _MONTHS:
        return None
    found = add_months(anchor, count * _MONTHS[unit])
    if unit == "quarter":
        return f"{found.year:04d}-Q{(found.month + 2) // 3}"
    if unit == "half":
        return f"{found.year:04d}-H{(found.month + 5) // 6}"
    if unit == "month":
        return f"{found.year:04d}-{found.month:02d}"
    century = {"decade": 3, "century": 2, "millennium": 1}.get(unit, 4)
    return f"{found.year:04d}"[:century]


def week(of: date) -> str:
    """The ISO week as YYYY-Www."""
    year, number, _ = of.isocalendar()
    return f"{year:04d}-W{number:02d}"


def season(key: str, year: int | None, anchor: date | None, *, direction: str = "past") -> str | None:
    """YYYY-SP, -SU, -FA or -WI; without a year the one of publication's year, unless it is still to come or over."""
    code: str = words("seasons")[key]
    if year is None and anchor is None:
        return None
    if year is None and anchor is not None:
        start = SEASON_MONTHS[code]
        year = anchor.year
        if direction == "past" and start > anchor.month + 1 and code != "WI":
            year -= 1
        if direction == "past" and code == "WI" and anchor.month < 9:
            year -= 1
        if direction == "future" and anchor.month > start:
            year += 1
    return f"{year:04d}-{code}"


def holiday(name: str, year: int | None, anchor: date | None, *, future: bool = False) -> str | None:
    """The day of a feast in that year, without a year the nearest to publication."""
    if year is None and anchor is None:
        return None
    if name in words("easter"):
        shift = timedelta(words("easter")[name])
        years = [year] if year else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
        days = [easter(y) + shift for y in years if 1583 <= y < 9999]
        later = [d for d in days if not future or anchor is None or d >= anchor]
        return min(later, key=lambda d: abs((d - anchor).days) if anchor else 0).isoformat() if later else None
    month_, day_ = words("holidays")[name]
    found = day(year, month_, day_) if year else nearest(month_, day_, anchor, future=future)
    return found.isoformat() if found else None


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def duration(parts: Mapping[str, float]) -> str | None:
    """The TIMEX3 duration of amounts by unit: {"h": 1.5} is PT1H30M, {"decade": 2} is P20Y."""
    months = sum(n * _MONTHS[u] for u, n in parts.items() if u in _MONTHS)
    weeks, days = parts.get("week", 0) + parts.get("weekend", 0), parts.get("day", 0) + parts.get("night", 0)
    seconds = round(parts.get("h", 0) * 3600 + parts.get("min", 0) * 60 + parts.get("second", 0))
    clock = _clock(seconds, parts)
    years, rest = divmod(round(months, 6), 12)
    date_part = "".join(
        f"{n:g}{u}" if n < 1e6 else f"{n:.0f}{u}"
        for n, u in ((years, "Y"), (rest, "M"), (weeks, "W"), (days, "D"))
        if n
    )
    return f"P{date_part}{'T' + clock if clock else ''}" if date_part or clock else None


def _clock(seconds: int, parts: Mapping[str, float]) -> str:
    """Hours as said (24 ore stay PT24H), minutes above an hour as said (90 minuti stay PT90M)."""
    if "h" not in parts and seconds % 60 == 0 and seconds:
        return f"{seconds // 60}M"
    if set(parts) & set(_CLOCK) == {"second"}:
        return f"{seconds}S" if seconds else ""
    hours, rest = divmod(seconds, 3600)
    return "".join(f"{n}{u}" for n, u in ((hours, "H"), (rest // 60, "M"), (rest % 60, "S")) if n)
