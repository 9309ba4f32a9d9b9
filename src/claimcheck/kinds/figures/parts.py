"""Counted parts of a time: terzo trimestre del 2018, primo martedì di ottobre, ultima settimana di settembre."""

from datetime import date, timedelta

from claimcheck.italian import calendar
from claimcheck.italian.calendar import add_months, weekday
from claimcheck.italian.numerals import ordinal
from claimcheck.kinds.figures.eras import roman
from claimcheck.kinds.figures.months import dated, month_at, tail_at, year_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_PARTS = {"trimestre": ("Q", 4), "semestre": ("H", 2)}


def nth_part(scan: Scan, i: int) -> Found | None:
    """terzo trimestre del 2018, primo martedì di ottobre, ultima settimana di settembre 2014."""
    key = scan.key(i)
    count = (
        -1 if key in ("ultimo", "ultima") else (roman(scan.tokens[i].text) if scan.is_word(i) else None) or ordinal(key)
    )
    unit, stop = scan.key(i + 1), i + 2
    if scan.is_digits(i) and unit in ("°", "º", "o") and scan.glued(i + 1) and scan.tokens[i].text in "1234":
        count, unit, stop = int(scan.tokens[i].text), scan.key(i + 2), i + 3
    if count is None:
        return None
    if unit in _PARTS:
        letter, last = _PARTS[unit]
        return _part_of_year(scan, i, stop, f"{letter}{last if count < 0 else count}") if count <= last else None
    number = weekday(unit)
    if (number is None and unit not in ("settimana", "giorno")) or scan.key(stop) not in word_set("grammar", "of_span"):
        return None
    span = _span_at(scan, stop + 1)
    if span is None:
        return None
    found = _nth(span[0], span[1], count, number, unit)
    return dated(i, span[2], found, "nth day or week") if found else None


def _nth(first: date, last: date, count: int, number: int | None, unit: str) -> str | None:
    days = [first + timedelta(k) for k in range((last - first).days + 1)]
    if unit == "settimana":
        weeks = list(dict.fromkeys(calendar.week(d) for d in days if d.weekday() == 3))
        index = count if count < 0 else count - 1
        return weeks[index] if -len(weeks) <= index < len(weeks) else None
    if unit == "giorno" and (last - first).days > 31:
        return None
    chosen = [d for d in days if number is None or d.weekday() == number]
    index = count if count < 0 else count - 1
    return chosen[index].isoformat() if -len(chosen) <= index < len(chosen) else None


def _span_at(scan: Scan, i: int) -> tuple[date, date, int] | None:
    """The first and last day of the month or year named at token `i`."""
    month_ = month_at(scan, i)
    year = year_at(scan, i)
    if month_ and (month_.year or scan.anchor):
        year_number = month_.year or (scan.anchor.year if scan.anchor else 0)
        first = date(year_number, month_.number, 1)
        return first, add_months(first, 1) - timedelta(1), month_.stop
    if year:
        return date(year[0], 1, 1), date(year[0], 12, 31), year[1]
    if scan.anchor and scan.key(i) in ("questo", "quest") and scan.key(i + 1) in ("mese", "anno"):
        anchor = scan.anchor
        first = anchor.replace(day=1) if scan.key(i + 1) == "mese" else date(anchor.year, 1, 1)
        return first, add_months(first, 1 if scan.key(i + 1) == "mese" else 12) - timedelta(1), i + 2
    return None


def _part_of_year(scan: Scan, i: int, stop: int, part: str) -> Found | None:
    year = year_at(scan, stop + (scan.key(stop) in word_set("grammar", "of_year")))
    if year:
        return dated(i, year[1], f"{year[0]:04d}-{part}", "part of a year")
    tail = tail_at(scan, stop, "year_tails")
    if tail is None and scan.key(i) in ("ultimo", "ultima"):
        return None
    timex = f"{scan.anchor.year + (tail[0] if tail else 0):04d}-{part}" if scan.anchor else None
    return dated(i, tail[1] if tail else stop, timex, "part of a year")
