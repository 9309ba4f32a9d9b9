"""Years: dal 2000, nel 2022, classe '88, fine 2026, 1975-90."""

import re

from claimcheck.italian.calendar import century_year
from claimcheck.italian.units import currency, is_symbol, measure
from claimcheck.kinds.figures.months import QUOTES, edge, half, tail_at, token_after, year_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_SHORT = re.compile(r"([12]\d{3})\s?[-/–]\s?(\d{2})(?!\d|[.,]\d)")
_LONG = re.compile(r"([12]\d{3})/([12]\d{3})(?![\d/])")
_FULL = re.compile(r"([12]\d{3})[-–]([12]\d{3})(?![\d-])")
_SPACED = re.compile(r"([12]\d{3})\s?[-–]\s?([12]\d{3})(?![\d-])")
_TITLE_OPENS, _TITLE_CLOSES = frozenset('“«"'), frozenset('”»"')
_FIRST, _LAST = 1900, 2035
_OLDEST = 1400


def year(scan: Scan, i: int) -> Found | None:
    """dal 2000, nel 2022, classe '88, fine 2026, 1975-90."""
    j = edge(scan, i) if scan.key(i) != "primi" else i
    j += j > i and scan.key(j) == "anno"
    before_christ = _of_era(scan, j)
    if before_christ:
        return Found(i, before_christ[0], Figure("year", timex=before_christ[1]), "year of an era")
    found = _in_digits(scan, j) if scan.is_digits(j) else _in_words(scan, j)
    if found is None:
        return None
    stop, timex = found
    part = half(scan, i)
    if part and len(timex) == 4:
        return Found(i, stop, Figure("date", timex=f"{timex}-{part}"), "half of a year")
    return Found(i, stop, Figure("year", timex=timex), "year")


def _of_era(scan: Scan, j: int) -> tuple[int, str] | None:
    """44 a.C., 79 dopo Cristo: the token after it and the TIMEX3 year."""
    era = tail_at(scan, j + 1, "eras") if scan.is_digits(j) and scan.tokens[j].text.isdigit() else None
    if era is None or len(scan.tokens[j].text) > 4:
        return None
    return era[1], f"{'BC' if era[0] < 0 else ''}{int(scan.tokens[j].text):04d}"


def _in_words(scan: Scan, j: int) -> tuple[int, str] | None:
    """nel '68, classe '88, nel duemilaventi."""
    found = year_at(scan, j)
    if found is None:
        return None
    value, stop = found
    before = scan.key(j - 1)
    if scan.key(j) in QUOTES:
        said = before in word_set("near", "year_articles") or before in ("classe", "e", "-", "/", "estate")
        return (stop, f"{value:04d}") if said and scan.key(stop) not in (*QUOTES, "%") else None
    return (stop, f"{value:04d}") if before in word_set("grammar", "before_year_in_words") else None


def _in_digits(scan: Scan, j: int) -> tuple[int, str] | None:
    token = scan.tokens[j]
    if scan.key(j - 1) in word_set("grammar", "elided_articles") and scan.glued(j) and len(token.text) == 2:
        return _elided(scan, j)
    for pattern in (_SHORT, _LONG, *_full_years(scan.key(j - 1))):
        match = pattern.match(scan.text, token.start)
        second = int(match[1][: 4 - len(match[2])] + match[2]) if match else 0
        if match and second > int(match[1]):
            return token_after(scan, match.end()), f"{match[1]}/{second}"
    found = year_at(scan, j)
    return (found[1], f"{found[0]:04d}") if found and _means_year(scan, j, found[0]) else None


def _full_years(before: str) -> tuple[re.Pattern[str], ...]:
    """il piano 2014-2018 and nel periodo 2014 - 2018 are one interval, the years of (1980-1988) two."""
    if before in word_set("near", "periods"):
        return (_SPACED,)
    return () if before in ("(", "[") else (_FULL,)


def _elided(scan: Scan, j: int) -> tuple[int, str] | None:
    """nati nell'86; not dell'11% nor dell'11 settembre, which other rules read first."""
    following = scan.key(j + 1)
    counts = following in ("%", "per", "'", "’", "°") or scan.noun_phrase(j + 1) or currency(scan.tokens, j + 1)
    value = century_year(int(scan.tokens[j].text), scan.anchor)
    return (j + 1, f"{value:04d}") if not counts and value < 2000 else None


def _means_year(scan: Scan, j: int, value: int) -> bool:
    before = scan.key(j - 1)
    if _in_code(scan, j) or before in word_set("label") or _has_unit(scan, j):
        return False
    if before in word_set("near", "year_articles"):
        return True
    if before in word_set("near", "year_adjectives") and scan.key(j - 2) in word_set("near", "year_articles"):
        return True
    following = scan.key(j + 1)
    if before in _TITLE_OPENS and following in _TITLE_CLOSES:  # “1984”: a title
        return False
    enclosed = before in ("(", "-", "–", "e", ",") and following in ("-", "–", ")", ",", "e")
    old = value >= _OLDEST and (enclosed or _after_place(scan, j, value))
    if not (_FIRST <= value <= _LAST or old):
        return False
    round_count = value % 100 == 0 and scan.noun(j + 1)
    return not round_count and before not in word_set("near", "not_year_after")


def _after_place(scan: Scan, j: int, value: int) -> bool:
    """Verdi – Milano 1834: an old year after a place, no model (Vespa 1600)."""
    named = j > 0 and scan.tokens[j - 1].capital and not scan.tokens[j].breaks
    closed = j + 1 >= len(scan.tokens) or scan.tokens[j + 1].kind == "mark"
    return named and closed and value % 100 > 0


def _in_code(scan: Scan, j: int) -> bool:
    """CVE2021, 12/2021/3, 2017-13-12: four digits of something longer; not (Francia/2007)."""
    film = scan.key(j - 1) == "/" and scan.tokens[j - 2].capital and scan.key(j + 1) in (")", ",", "")
    if scan.glued(j) and not film:
        before = scan.tokens[j - 1]
        if (before.kind == "word" and before.text[-1] not in "'’") or before.text in "/._:=+":
            return True
    k = j + 1
    if scan.key(k) == "/":
        return True
    return (
        scan.key(k) == "-" and scan.glued(k) and scan.is_digits(k + 1) and scan.key(k + 2) == "-" and scan.glued(k + 2)
    )


def _has_unit(scan: Scan, j: int) -> bool:
    """2000 euro, € 2000, 2000 km, 2000 per cento, 2000 milioni."""
    k = j + 1
    if scan.key(k) == "%" or scan.keys(k, ("per", "cento")) or scan.key(k) in word_set("near", "not_year_before"):
        return True
    if currency(scan.tokens, k) or (j and scan.key(j - 1) != "euro" and currency(scan.tokens, j - 1)):
        return True
    unit = measure(scan.tokens, k, in_digits=True)
    return unit is not None and not (is_symbol(scan.key(k)) and len(scan.key(k)) < 3)
