"""Seasons, feasts and long times: autunno del 2023, a Natale, anni '40, II secolo, V secolo a.C."""

import re
from datetime import date
from functools import cache

from claimcheck.italian import calendar
from claimcheck.italian.calendar import words
from claimcheck.italian.numerals import cardinal, ordinal
from claimcheck.kinds.figures.months import QUOTES, dated, edge, shift_word, tail_at, year_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_ROMAN = re.compile(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}
_LAST_CENTURY = 29
_HALF_YEAR = 6
_WEEKS = 45
_FIRST_HUNDREDS, _LAST_HUNDREDS = 1100, 2000
_QUOTED_CENTURY = re.compile(r"[2-9]00")


def season(scan: Scan, i: int) -> Found | None:
    """autunno del 2023, estate scorsa, quest'inverno, in primavera."""
    shift = shift_word(scan, i)
    j = i if shift is None else i + 1
    key = scan.key(j)
    if key not in words("seasons") or (scan.tokens[j].capital and not scan.starts_line(j)):
        return None
    stop = j + 1
    year = year_at(scan, stop + (scan.key(stop) in word_set("grammar", "of_year")))
    if year:
        return dated(i, year[1], calendar.season(key, year[0], scan.anchor), "season")
    after = shift_word(scan, stop)
    if after in (-1, 1):
        shift, stop = after, stop + 1
    if shift == 0 and scan.anchor:
        over = scan.past(i) and calendar.SEASON_MONTHS[words("seasons")[key]] > scan.anchor.month
        return dated(i, stop, calendar.season(key, scan.anchor.year - over, scan.anchor), "season")
    if shift is None and scan.key(j - 1) not in word_set("near", "season_before"):
        return None
    ahead = shift == 1 or (shift is None and (scan.future(i) or len(scan.tokens) < 4 or _soon(scan, i, key)))
    return dated(i, stop, calendar.season(key, None, scan.anchor, direction="future" if ahead else "past"), "season")


def _soon(scan: Scan, i: int, key: str) -> bool:
    """True where the sentence has no past tense and the season begins within half a year."""
    start = calendar.SEASON_MONTHS[words("seasons")[key]]
    return scan.anchor is not None and 1 <= (start - scan.anchor.month) % 12 <= _HALF_YEAR and not scan.past(i)


def decade(scan: Scan, i: int) -> Found | None:
    """anni '40, anni Settanta, fine degli anni 70, primi anni Duemila."""
    j = edge(scan, i)
    if scan.key(j) != "anni":
        quoted = scan.key(j) in QUOTES and scan.key(j - 1) in word_set("near", "decade_plurals")
        found = _decade_at(scan, j) if quoted or (j == i and _after_decade(scan, i)) else None
        return dated(i, found[1], f"{found[0] // 10:03d}", "decade") if found else None
    if scan.is_digits(j - 1) or cardinal(scan.key(j - 1)):
        return None
    found = _decade_at(scan, j + 1)
    named = scan.key(j + 1) in QUOTES or (j + 1 < len(scan.tokens) and scan.tokens[j + 1].capital)
    if found is None or (not named and scan.key(j - 1) not in word_set("near", "decade_articles")):
        return None
    return dated(i, found[1], f"{found[0] // 10:03d}", "decade")


def _decade_at(scan: Scan, k: int) -> tuple[int, int] | None:
    """The first year of the decade named at token `k` (’80, 70, 1990, Settanta) and the token after it."""
    k += scan.key(k) in QUOTES
    key = scan.key(k)
    if scan.is_digits(k):
        round_year = key.isdigit() and len(key) in (2, 4) and int(key) % 10 == 0 and int(key) > 0
        return (int(key) if len(key) == 4 else 1900 + int(key), k + 1) if round_year else None
    value = words("decades").get(key) or (cardinal(key) if scan.is_word(k) else None)
    return (int(value), k + 1) if value and 1000 < value < 2100 and value % 10 == 0 else None


def _after_decade(scan: Scan, i: int) -> bool:
    """True for the second of anni ’80 e | ’90, dagli anni 80 ai | 90, anni Settanta e | Ottanta."""
    j = i - 1
    while scan.key(j) in word_set("near", "decade_links"):
        j -= 1
    if j == i - 1 or _decade_at(scan, j) is None:
        return False
    j -= 1 + (scan.key(j - 1) in QUOTES)
    return scan.key(j) == "anni" or _after_decade(scan, j + 1)


def century(scan: Scan, i: int) -> Found | None:
    """II secolo, secolo XIX, diciannovesimo secolo, V secolo a.C., tra XV e XVI secolo, l'Ottocento, fine '700."""
    j = edge(scan, i)
    found = _numbered_century(scan, j) or _named_century(scan, j, said=j > i)
    if found is None:
        return None
    value, stop = found
    era = tail_at(scan, stop, "eras")
    if scan.key(j) in word_set("near", "century_or_not") and not era:
        return None
    before_christ = era is not None and era[0] < 0
    return dated(i, era[1] if era else stop, f"{'BC' if before_christ else ''}{value:02d}", "century")


def _numbered_century(scan: Scan, j: int) -> tuple[int, int] | None:
    marked = scan.is_digits(j) and scan.key(j + 1) in word_set("ordinal", "marks") and scan.key(j + 2) == "secolo"
    if marked and scan.key(j).isdigit() and 0 < int(scan.key(j)) <= _LAST_CENTURY:  # nel 18° secolo
        return int(scan.key(j)) - 1, j + 3
    if not scan.is_word(j):
        return None
    if scan.key(j) == "secolo" and scan.is_word(j + 1):
        value = roman(scan.tokens[j + 1].text)
        newspaper = scan.tokens[j].capital and not scan.starts_line(j)  # Il Secolo XIX
        return (value - 1, j + 2) if value and not newspaper else None
    value = roman(scan.tokens[j].text) or ordinal(scan.key(j))
    if not value or value > _LAST_CENTURY:
        return None
    if scan.key(j + 1) == "secolo":
        return value - 1, j + 2
    return (value - 1, j + 1) if _century_follows(scan, j + 1) or _after_centuries(scan, j) else None


def _century_follows(scan: Scan, k: int) -> bool:
    """True at the link of `tra il XII | e il XIII secolo`, `XV | al XVI secolo`."""
    if scan.key(k) not in word_set("near", "century_links"):
        return False
    k += 1 + (scan.key(k + 1) in word_set("expand", "i"))
    second = scan.is_word(k) and (roman(scan.tokens[k].text) or ordinal(scan.key(k)))
    return bool(second) and scan.key(k + 1) == "secolo"


def _after_centuries(scan: Scan, j: int) -> bool:
    """True for the numerals of `nei secoli XV e XVI`."""
    return bool(roman(scan.tokens[j].text)) and (
        scan.key(j - 1) == "secoli" or (scan.key(j - 1) in ("e", ",") and scan.key(j - 3) == "secoli")
    )


def _named_century(scan: Scan, j: int, *, said: bool) -> tuple[int, int] | None:
    """l'Ottocento, metà Novecento, nel '700."""
    said = said or scan.key(j - 1) in word_set("near", "century_articles")
    said = said or scan.key(j - 2) in word_set("near", "century_before_adjective")
    if scan.key(j) in QUOTES and scan.glued(j + 1) and _QUOTED_CENTURY.fullmatch(scan.key(j + 1)):
        return (int(scan.key(j + 1)[0]) + 10, j + 2) if said else None
    if _hundreds_in_digits(scan, j):
        return int(scan.key(j)[0]) + 10, j + 1
    spelled = cardinal(scan.key(j)) if scan.key(j).startswith("mille") and said else None
    if spelled and spelled % 100 == 0 and _FIRST_HUNDREDS <= spelled < _LAST_HUNDREDS and not scan.noun(j + 1):
        return spelled // 100, j + 1
    if not (said and scan.is_word(j) and scan.tokens[j].capital):
        return None
    value = words("hundreds").get(scan.key(j))
    return (value, j + 1) if value is not None and not scan.noun(j + 1) else None


def _hundreds_in_digits(scan: Scan, j: int) -> bool:
    """uno dei più importanti del | 900: the apostrophe forgotten, and nothing counted."""
    told = scan.key(j - 1) in word_set("near", "hundreds_articles") and _QUOTED_CENTURY.fullmatch(scan.key(j))
    closed = j + 1 >= len(scan.tokens) or scan.tokens[j + 1].kind == "mark" or scan.tokens[j + 1].capital
    return bool(told) and closed and scan.key(j + 1) not in ("%", "°", "€", "$")


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to LXXXIX, None for other words."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_LETTERS[c] for c in text]
    return sum(-v if k + 1 < len(values) and v < values[k + 1] else v for k, v in enumerate(values))


def holiday(scan: Scan, i: int) -> Found | None:
    """a Natale, Ferragosto 2023, vigilia di Capodanno, Pasqua, venerdì santo."""
    for name in _feasts():
        parts = name.split()
        if scan.key(i) != parts[0] or not scan.keys(i, parts):
            continue
        stop = i + len(parts)
        if not _is_feast(scan, i, stop):
            return None
        year = year_at(scan, stop + (scan.key(stop) == "del"))
        timex = calendar.holiday(name, year[0] if year else None, scan.anchor)
        if year is None and scan.future(i) and not _just_over(scan, timex):
            timex = calendar.holiday(name, None, scan.anchor, future=True)
        return dated(i, year[1] if year else stop, timex, "feast")
    return None


def _just_over(scan: Scan, timex: str | None) -> bool:
    """True for a feast of the last weeks, which is meant even where the sentence looks ahead: il caso di Capodanno."""
    return bool(timex and scan.anchor and 0 < (scan.anchor - date.fromisoformat(timex)).days <= _WEEKS)


@cache
def _feasts() -> tuple[str, ...]:
    """The names of feasts, the longest first."""
    return tuple(sorted((*words("holidays"), *words("easter")), key=lambda name: -len(name.split())))


def _is_feast(scan: Scan, i: int, stop: int) -> bool:
    """Not Babbo Natale, nor a name (Pasquale Natale Rossi), nor what goes with the feast (albero di Natale)."""
    if stop - i > 1 and scan.key(i) not in word_set("near", "saints"):
        return True
    if stop < len(scan.tokens) and scan.tokens[stop].capital and not scan.tokens[stop].breaks:
        return False
    before = scan.key(i - 1)
    if before == "di":
        return scan.key(i - 2) in word_set("near", "feast_of")
    return i == 0 or scan.tokens[i].breaks or before in word_set("near", "feast_before")
