"""Parts of the year and longer times: autunno del 2023, anni '40, II secolo, a Natale, terzo trimestre."""

import re
from datetime import date, timedelta

from claimcheck.italian import calendar
from claimcheck.italian.calendar import add_months, weekday, words
from claimcheck.italian.numerals import cardinal, ordinal
from claimcheck.kinds.figures.months import dated, month_at, shift_word, year_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")

_HUNDREDS = {"duecento": 12, "trecento": 13, "quattrocento": 14, "cinquecento": 15, "seicento": 16, "settecento": 17}
_HUNDREDS |= {"ottocento": 18, "novecento": 19}


def season(scan: Scan, i: int) -> Found | None:
    """autunno del 2023, estate scorsa, quest'inverno, in primavera."""
    shift = shift_word(scan, i)
    j = i if shift is None else i + 1
    key = scan.key(j)
    if key not in words("seasons") or (scan.tokens[j].capital and not scan.starts_line(j)):
        return None
    stop = j + 1
    year = year_at(scan, stop + (scan.key(stop) in ("del", "di", "dell")))
    if year:
        return dated(i, year[1], calendar.season(key, year[0], scan.anchor), "season")
    after = shift_word(scan, stop)
    if after in (-1, 1):
        shift, stop = after, stop + 1
    if shift == 0 and scan.anchor:
        return dated(i, stop, calendar.season(key, scan.anchor.year, scan.anchor), "season")
    if shift is None and scan.key(j - 1) not in word_set("near", "season_before"):
        return None
    ahead = shift == 1 or scan.future(i) or (shift is None and len(scan.tokens) < 4)
    return dated(i, stop, calendar.season(key, None, scan.anchor, direction="future" if ahead else "past"), "season")


def decade(scan: Scan, i: int) -> Found | None:
    """anni '40, anni Settanta, fine degli anni 70."""
    j = i
    if scan.key(i) in ("fine", "inizio", "meta", "inizi"):
        j += 1 + (scan.key(i + 1) in ("degli", "anni"))
        j -= scan.key(i + 1) == "anni"
    if scan.key(j) != "anni" or scan.is_digits(j - 1) or cardinal(scan.key(j - 1)):
        return None
    k = j + 1
    quoted = scan.key(k) in ("'", "’", "‘")
    k += quoted
    key, value = scan.key(k), words("decades").get(scan.key(k))
    if (
        scan.is_digits(k)
        and key.isdigit()
        and int(key) % 10 == 0
        and (len(key) == 4 or (len(key) == 2 and int(key) > 0))
    ):
        value = int(key) if len(key) == 4 else (1900 + int(key))
    elif value is None and scan.is_word(k):
        spelled = cardinal(key)
        value = spelled if spelled and 1000 < spelled < 2100 and spelled % 10 == 0 else None
    if value is None or (not quoted and scan.key(j - 1) not in word_set("near", "decade_articles")):
        return None
    return dated(i, k + 1, f"{value // 10:03d}", "decade")


def century(scan: Scan, i: int) -> Found | None:
    """II secolo, XX secolo, diciannovesimo secolo, l'Ottocento."""
    key = scan.key(i)
    if scan.key(i + 1) == "secolo" and scan.is_word(i):
        value = roman(scan.tokens[i].text) or ordinal(key)
        return (
            dated(i, i + 2, f"{value - 1:02d}", "century")
            if value and value < 30 and key not in ("primo", "secondo", "terzo")
            else None
        )
    capital = scan.is_word(i) and scan.tokens[i].capital and scan.key(i - 1) in word_set("near", "century_articles")
    return dated(i, i + 1, f"{_HUNDREDS[key]}", "century") if capital and key in _HUNDREDS else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to XXXIX, None for other words."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    return sum(-v if k + 1 < len(values) and v < values[k + 1] else v for k, v in enumerate(values))


def holiday(scan: Scan, i: int) -> Found | None:
    """a Natale, Ferragosto 2023, vigilia di Capodanno, Pasqua."""
    for name in (*words("holidays"), *words("easter")):
        parts = name.split()
        if scan.key(i) != parts[0] or not scan.keys(i, parts):
            continue
        previous = scan.tokens[i - 1] if i else None
        said = previous is None or previous.key in word_set("near", "feast_before")
        if not said or (len(parts) == 1 and i + 1 < len(scan.tokens) and scan.tokens[i + 1].capital):
            return None
        stop = i + len(parts)
        year = year_at(scan, stop + (scan.key(stop) == "del"))
        timex = calendar.holiday(name, year[0] if year else None, scan.anchor, future=scan.future(i))
        return dated(i, year[1] if year else stop, timex, "feast")
    return None


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
    if unit in ("trimestre", "semestre") and 1 <= count <= (4 if unit == "trimestre" else 2):
        return _part_of_year(scan, i, stop, f"{'Q' if unit == 'trimestre' else 'H'}{count}")
    number = weekday(unit)
    if (number is None and unit not in ("settimana", "giorno")) or scan.key(stop) not in ("di", "del", "in", "dell"):
        return None
    span = _span_at(scan, stop + 1)
    if span is None:
        return None
    first, last, end = span
    found = _nth(first, last, count, number, unit)
    return dated(i, end, found, "nth day or week") if found else None


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


def _part_of_year(scan: Scan, i: int, stop: int, part: str) -> Found:
    j = stop + (scan.key(stop) in ("del", "di", "dell"))
    year = year_at(scan, j)
    if year:
        return dated(i, year[1], f"{year[0]:04d}-{part}", "part of a year")
    if scan.keys(stop, ("di", "quest", "anno")):
        return dated(i, stop + 3, f"{scan.anchor.year:04d}-{part}" if scan.anchor else None, "part of a year")
    return dated(i, stop, f"{scan.anchor.year:04d}-{part}" if scan.anchor else None, "part of a year")
