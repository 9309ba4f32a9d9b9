"""Months, years and days of months as words and digits say them, with what follows: 2024, scorso, di quest'anno."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimcheck.italian.calendar import century_year, day, month, nearest, nearest_month, words
from claimcheck.italian.numerals import cardinal
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_YEAR = re.compile(r"[12]\d{3}")

QUOTES = frozenset("'’‘")
_YEAR_REACH = 80
_MONTH = 31
_FIRST_YEAR = 1800


def dated(start: int, stop: int, timex: str | None, rule: str) -> Found:
    """A date figure."""
    return Found(start, stop, Figure("date", timex=timex), rule)


def token_after(scan: Scan, offset: int) -> int:
    """The first token that begins at or after a character offset."""
    return bisect_left(scan.tokens, offset, key=lambda t: t.start)


@dataclass(frozen=True, slots=True)
class MonthAt:
    """A month with its year over tokens [.., stop); `shift` is +1 or -1 for prossimo and scorso."""

    number: int
    year: int | None
    stop: int
    shift: int = 0


def month_at(scan: Scan, i: int, *, short: bool = False) -> MonthAt | None:
    """The month at token `i` with what follows: a year, scorso, prossimo, dell'anno scorso."""
    key = scan.key(i)
    number = month(key) or (month(key, short=True) if short and scan.is_word(i) else None)
    if number is None or scan.tokens[i].kind != "word":
        return None
    stop = i + 1
    if (
        month(key) is None
        and scan.key(stop) == "."
        and scan.glued(stop)
        and (year_at(scan, stop + 1) or not _opens(scan, stop + 1))
    ):
        stop += 1
    j = stop + (scan.key(stop) in word_set("grammar", "month_year"))
    found = year_at(scan, j)
    if found and not (
        j > stop
        and scan.key(stop) == ","
        and scan.tokens[j].kind == "digits"
        and not _YEAR.fullmatch(scan.tokens[j].text)
    ):
        return MonthAt(number, found[0], found[1])
    if scan.key(stop) in word_set("relative", "past") | {"ultimo"}:
        return MonthAt(number, None, stop + 1, -1)
    if scan.key(stop) in word_set("relative", "next"):
        return MonthAt(number, None, stop + 1, 1)
    return _relative_year(scan, number, stop)


def _opens(scan: Scan, i: int) -> bool:
    return i >= len(scan.tokens) or scan.tokens[i].text[0].isupper()


def _relative_year(scan: Scan, number: int, stop: int) -> MonthAt:
    """marzo dell'anno scorso, giugno di quest'anno; agosto dello stesso anno, which is the one told before."""
    same = tail_at(scan, stop, "same_year")
    if same is not None:
        return MonthAt(number, _year_before(scan, stop), same[1])
    tail = tail_at(scan, stop, "year_tails")
    if tail is None:
        return MonthAt(number, None, stop)
    return MonthAt(number, scan.anchor.year + tail[0] if scan.anchor else None, tail[1])


def _year_before(scan: Scan, i: int) -> int:
    """The last year told before token `i`, 0 if there is none near."""
    years = (year_at(scan, k) for k in range(i - 1, max(-1, i - _YEAR_REACH), -1))
    return next((found[0] for found in years if found and found[0] >= _FIRST_YEAR), 0)


def year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i` and the token after it: 2024, duemilaventiquattro, '88."""
    if scan.is_digits(i):
        text = scan.tokens[i].text
        glued_unit = scan.glued(i + 1) and (scan.is_word(i + 1) or scan.key(i + 1) == "%") and not scan.run_on(i + 1)
        return (int(text), i + 1) if _YEAR.fullmatch(text) and 1000 <= int(text) <= 2100 and not glued_unit else None
    if scan.key(i) in QUOTES and scan.is_digits(i + 1) and scan.glued(i + 1) and len(scan.key(i + 1)) == 2:
        return century_year(int(scan.key(i + 1)), scan.anchor), i + 2
    value = cardinal(scan.key(i)) if scan.is_word(i) and scan.key(i).startswith(("mille", "duemila")) else None
    return (value, i + 1) if value and 1000 < value <= 2100 else None


def day_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """The day of a month at token `i` and the token after it: 19, diciannove, primo, 1°."""
    if scan.is_digits(i) and scan.tokens[i].text.isdigit() and len(scan.tokens[i].text) <= 2:
        value, stop = int(scan.tokens[i].text), i + 1
        if scan.key(stop) in ("°", "º", "o") and scan.glued(stop) and value == 1:
            stop += 1
    elif scan.key(i) == "primo":
        value, stop = 1, i + 1
    else:
        value, stop = cardinal(scan.key(i)) or 0, i + 1
    return (value, stop) if 1 <= value <= 31 else None


def day_timex(scan: Scan, i: int, number: int, month_: MonthAt) -> str | None:
    """The day of that month as ISO date; without a year the nearest one."""
    if month_.year is not None:
        found = day(month_.year, month_.number, number)
    elif scan.anchor and month_.shift:
        year = int(nearest_month(month_.number, scan.anchor, future=month_.shift > 0, strict=False)[:4])
        found = day(year, month_.number, number)
    else:
        ahead = scan.future(i) and not _past_near(scan, number, month_)
        found = nearest(month_.number, number, scan.anchor, future=ahead)
        if found and not ahead and _long_before(scan, i, found):
            found = day(found.year - 1, found.month, found.day)
    return found.isoformat() if found else None


def _long_before(scan: Scan, i: int, found: date) -> bool:
    """era il 17 marzo e …, said in January: in the past tense a day more than a month ahead is last year's."""
    if scan.anchor is None or (found - scan.anchor).days <= _MONTH:
        return False
    pointed = word_set("near", "ahead").intersection((scan.key(i - 1), scan.key(i - 2)))
    return scan.past(i) and not scan.future(i) and not pointed


def _past_near(scan: Scan, number: int, month_: MonthAt) -> bool:
    """A day within the last two months is meant even where the sentence looks ahead."""
    found: date | None = nearest(month_.number, number, scan.anchor)
    return bool(found and scan.anchor and 0 < (scan.anchor - found).days <= 60)


def tail_at(scan: Scan, i: int, section: str) -> tuple[int, int] | None:
    """The value of a phrase of a calendar table at token `i` (di questa settimana: 0) and the token after it."""
    for phrase, value in words(section).items():
        parts = phrase.split()
        if scan.key(i) == parts[0] and scan.keys(i, parts):
            return value, i + len(parts)
    return None


def edge(scan: Scan, i: int) -> int:
    """The token after fine, inizio, metà (prima metà) and its preposition; `i` itself where none stands there."""
    j = i + (scan.key(i) in word_set("relative", "halves") and scan.key(i + 1) == "meta")
    if scan.key(j) not in edges() or scan.keys(j, ("fine", "settimana")):
        return i
    j += 1
    while scan.key(j) in word_set("relative", "edge_of"):
        j += 1
    return j


@cache
def edges() -> frozenset[str]:
    """fine, inizio, metà and the like."""
    return word_set("relative", "begin") | word_set("relative", "end") | word_set("relative", "middle")


def half(scan: Scan, i: int) -> str | None:
    """H1 or H2 for `prima metà`, `seconda metà` at token `i`."""
    if scan.key(i + 1) != "meta":
        return None
    return {"prima": "H1", "seconda": "H2"}.get(scan.key(i))


def part_of_day(scan: Scan, stop: int) -> int:
    """ieri sera, 15 febbraio al mattino: the token after the part of the day."""
    j = stop + (scan.tokens[stop].text in word_set("grammar", "part_prepositions") if stop < len(scan.tokens) else 0)
    return j + 1 if scan.key(j) in words("part_of_day")["words"] and not (scan.tokens[j].breaks) else stop


def shift_word(scan: Scan, i: int) -> int | None:
    """-1, 0 or 1 for scorso, questo, prossimo at token `i`."""
    for name, step in (("past", -1), ("next", 1), ("this", 0), ("last", -1)):
        if scan.key(i) in word_set("relative", name):
            return step
    return None
