"""Calendar dates said by day or month: 19 giugno 2024, 08/03/2026, settembre 2023, dal 13 al 15 luglio."""

import re
from dataclasses import replace

from claimcheck.italian.calendar import century_year, day, month, nearest, nearest_month, weekday
from claimcheck.kinds.figures.months import (
    MonthAt,
    dated,
    day_number,
    day_timex,
    edge,
    month_at,
    part_of_day,
    shift_word,
    token_after,
    year_at,
)
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_SOON = 2
_HALF_YEAR = 6
_FEW = 4
_QUOTES = frozenset("\"“”«»'‘’")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/])")

_DMY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|,\d)")

_MY = re.compile(r"(\d{1,2})/(\d{4})(?![\d/])")

_DM = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/%])")


def numeric(scan: Scan, i: int) -> Found | None:
    """08/03/2026, 2015-3-3, 3/2015, il 15/2."""
    if weekday(scan.key(i)) is not None and scan.is_digits(i + 1):
        found = numeric(scan, i + 1)
        return found if found and found.start == i else None
    if not scan.is_digits(i) or (scan.glued(i) and scan.key(i - 1) in "/-."):
        return None
    token = scan.tokens[i]
    label = scan.key(i - 2) if scan.key(i - 1) == "." else scan.key(i - 1)
    if label in word_set("label"):
        return None
    for pattern, order in ((_ISO, "ymd"), (_DMY, "d-my"), (_MY, "my")):
        match = pattern.match(scan.text, token.start)
        if match:
            timex = _numeric_timex(scan, match, order)
            stop = token_after(scan, match.end())
            start = i - 1 if weekday(scan.key(i - 1)) is not None else i
            return dated(start, stop, timex, "numeric date") if timex else None
    return _day_and_month(scan, i)


def _numeric_timex(scan: Scan, match: re.Match[str], order: str) -> str | None:
    if order == "my":
        ok = 1 <= int(match[1]) <= 12
        return f"{match[2]}-{int(match[1]):02d}" if ok else None
    if order == "ymd":
        found = day(int(match[1]), int(match[2]), int(match[3]))
    else:
        year = int(match[4]) if len(match[4]) == 4 else century_year(int(match[4]), scan.anchor)
        found = day(year, int(match[3]), int(match[1]))
    return found.isoformat() if found else None


def _day_and_month(scan: Scan, i: int) -> Found | None:
    match = _DM.match(scan.text, scan.tokens[i].start)
    if not match:
        return None
    day_, month_ = int(match[1]), int(match[2])
    before = scan.key(i - 1)
    said = before in word_set("near", "day_articles") or weekday(before) is not None or 12 < day_ <= 31
    stop = token_after(scan, match.end())
    if not said or not day(2024, month_, day_):
        return None
    found = nearest(month_, day_, scan.anchor, future=scan.future(i))
    other = _DM.match(scan.text, match.end() + 1) if scan.text[match.end() : match.end() + 1] in ("-", "–") else None
    if other and found:
        last = day(found.year, int(other[2]), int(other[1]))
        return dated(i, token_after(scan, other.end()), f"{found}/{last}", "range of days") if last else None
    return dated(i, stop, found.isoformat() if found else None, "day and month in digits")


def calendar_day(scan: Scan, i: int) -> Found | None:
    """mercoledì 19 giugno, il 2 settembre 2023, primo marzo, 16. Nov. 2016, Settembre 16, 2024."""
    j, named = i, weekday(scan.key(i), short=True) if scan.is_word(i) else None
    if named is not None:
        j += 1 + (scan.key(j + 1) in (",", "."))
        j += scan.key(j) in ("il", "l")
    return _day_month(scan, i, j) or _month_day(scan, i, j)


def _day_month(scan: Scan, i: int, j: int) -> Found | None:
    number = day_number(scan, j)
    if number is None or (scan.glued(j) and scan.key(j - 1) in "-/" and j > i and scan.is_digits(j - 2)):
        return None
    k = number[1]
    k += scan.key(k) in (".", "-") and scan.glued(k)
    k += scan.key(k) == "di"
    found = month_at(scan, k, short=True)
    if found is None or (
        month(scan.key(k)) is None
        and scan.key(k) in ("set", "mar")
        and not scan.tokens[k].capital
        and found.year is None
        and weekday(scan.key(i)) is None
        and scan.key(i - 1) not in word_set("grammar", "day_articles")
    ):
        return None
    if _quoted_name(scan, i, found):
        return None
    return dated(i, part_of_day(scan, found.stop), day_timex(scan, i, number[0], found), "day and month")


def _quoted_name(scan: Scan, i: int, found: MonthAt) -> bool:
    """l'associazione “11 Agosto”: a day alone between quotation marks, its month with a capital."""
    quoted = scan.key(i - 1) in _QUOTES and scan.key(found.stop) in _QUOTES
    return quoted and found.year is None and scan.tokens[found.stop - 1].capital


def _month_day(scan: Scan, i: int, j: int) -> Found | None:
    """Settembre 16, 2024; Settembre, il ventuno, 1978."""
    if not scan.is_word(j) or month(scan.key(j)) is None:
        return None
    k = j + 1
    comma = scan.key(k) == ","
    k += comma
    article = scan.key(k) in ("il", "l")
    k += article
    number = day_number(scan, k)
    if number is None or (comma and not article):
        return None
    k = number[1] + (scan.key(number[1]) == ",")
    year = year_at(scan, k)
    if year is None:
        return None
    month_ = MonthAt(month(scan.key(j)) or 1, year[0], year[1])
    return dated(i, year[1], day_timex(scan, i, number[0], month_), "day and month")


def month_date(scan: Scan, i: int) -> Found | None:
    """settembre 2023, fine marzo 2024, lo scorso novembre, dic. 2013, agosto."""
    j = edge(scan, i)
    j += j > i and scan.keys(j, ("mese", "di"))
    shift = shift_word(scan, j)
    j += shift is not None
    found = month_at(scan, j) or month_at(scan, j, short=True)
    if (
        found is None
        or (month(scan.key(j)) is None and found.year is None)
        or (found.number and month(scan.key(j)) is None and scan.key(j) == "set" and not found.year)
    ):
        return None
    if _is_name(scan, j, found) or (found.year is None and _in_title(scan, j)):
        return None
    if scan.is_digits(j - 1) and _quoted_name(scan, j - 1, found):
        return None
    found = replace(found, year=found.year or _year_of_next(scan, found))
    return dated(i, found.stop, _month_timex(scan, i, found, shift or found.shift), "month")


def _year_of_next(scan: Scan, found: MonthAt) -> int | None:
    """tra gennaio e | marzo 2020: the year said with the later of two months is that of both."""
    if scan.key(found.stop) not in word_set("grammar", "and_or") or found.shift:
        return None
    following = month_at(scan, found.stop + 1)
    return following.year if following and following.number > found.number else None


def _is_name(scan: Scan, j: int, found: MonthAt) -> bool:
    following = scan.tokens[found.stop] if found.stop < len(scan.tokens) else None
    token = scan.tokens[j]
    before = scan.tokens[j - 1] if j else None
    capital = (
        before is not None and before.capital and not scan.starts_line(j - 1) and token.capital and not token.breaks
    )
    return found.year is None and capital and bool(following)


def _in_title(scan: Scan, j: int) -> bool:
    """al Teatro del Maggio: months take no article, so a capital after one makes a name."""
    return scan.tokens[j].text.istitle() and scan.key(j - 1) in word_set("near", "month_articles")


def _month_timex(scan: Scan, i: int, found: MonthAt, shift: int) -> str | None:
    if found.year is not None:
        year = f"{found.year:04d}" if found.year else "XXXX"
        return f"{year}-{found.number:02d}"
    if scan.anchor is None:
        return f"XXXX-{found.number:02d}"
    return nearest_month(
        found.number, scan.anchor, future=shift > 0 or (shift == 0 and _ahead(scan, i, found.number)), strict=shift != 0
    )


def _until(scan: Scan, i: int) -> bool:
    return scan.key(i - 1) in ("a", "ad") and scan.key(i - 2) in word_set("grammar", "deadline")


def _ahead(scan: Scan, i: int, number: int) -> bool:
    """True where the month to come is meant: a future verb, or no past tense and the month is at most two away."""
    if scan.key(i - 1) in word_set("grammar", "since"):
        return False
    away = (number - scan.anchor.month) % 12 if scan.anchor else 0
    if 1 <= away <= _HALF_YEAR and (scan.key(i - 1) == "entro" or _until(scan, i)):  # prorogato fino ad aprile
        return True
    near = 1 <= away <= _SOON
    return scan.future(i) or (near and not scan.past(i) and len(scan.tokens) > _FEW)
