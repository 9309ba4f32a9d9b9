"""Calendar dates said by day, month or year: 19 giugno 2024, 08/03/2026, settembre 2023, '88, dal 13 al 15 luglio."""

import re
from dataclasses import dataclass
from datetime import date

from claimcheck.italian.calendar import century_year, day, month, nearest, nearest_month, weekday, words
from claimcheck.italian.numbers import cardinal
from claimcheck.italian.units import currency, measure
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/])")
_DMY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/,])")
_MY = re.compile(r"(\d{1,2})/(\d{4})(?![\d/])")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/%])")
_YEAR = re.compile(r"[12]\d{3}")
_SHORT_YEARS = re.compile(r"([12]\d{3})\s?[-/–]\s?(\d{2})(?![\d.,])")
_LONG_SEASON = re.compile(r"([12]\d{3})/([12]\d{3})(?![\d/])")
_SINGULAR = frozenset({"nel", "dal", "del", "al", "il", "nell", "dall", "dell", "all", "l", "sul", "sull", "anno"})
_QUOTES = frozenset("'’‘")


def dated(start: int, stop: int, timex: str | None, rule: str) -> Found:
    """A date figure."""
    return Found(start, stop, Figure("date", timex=timex), rule)


def token_after(scan: Scan, offset: int) -> int:
    """The first token that begins at or after a character offset."""
    return next((k for k, t in enumerate(scan.tokens) if t.start >= offset), len(scan.tokens))


def numeric(scan: Scan, i: int) -> Found | None:
    """08/03/2026, 2015-3-3, 3/2015, il 15/2."""
    if weekday(scan.key(i)) is not None and scan.is_digits(i + 1):
        found = numeric(scan, i + 1)
        return found if found and found.start == i else None
    if not scan.is_digits(i) or (scan.glued(i) and scan.key(i - 1) in "/-."):
        return None
    token = scan.tokens[i]
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
    said = (
        before in ("il", "l", "del", "dell", "dal", "dall", "al", "all")
        or weekday(before) is not None
        or 12 < day_ <= 31
    )
    stop = token_after(scan, match.end())
    if not said or not day(2024, month_, day_):
        return None
    found = nearest(month_, day_, scan.anchor, future=scan.future(i))
    other = _DM.match(scan.text, match.end() + 1) if scan.text[match.end() : match.end() + 1] in ("-", "–") else None
    if other and found:
        last = day(found.year, int(other[2]), int(other[1]))
        return dated(i, token_after(scan, other.end()), f"{found}/{last}", "range of days") if last else None
    return dated(i, stop, found.isoformat() if found else None, "day and month in digits")


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
    j = stop + (scan.key(stop) in ("del", "di", "dell", ",", "nel"))
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
    """marzo dell'anno scorso, giugno di quest'anno."""
    anchor = scan.anchor
    if scan.keys(stop, ("di", "quest", "anno")):
        return MonthAt(number, anchor.year if anchor else None, stop + 3)
    for tail, step in (
        (("dell", "anno", "scorso"), -1),
        (("dello", "scorso", "anno"), -1),
        (("dell", "anno", "prossimo"), 1),
        (("del", "prossimo", "anno"), 1),
    ):
        if scan.keys(stop, tail):
            return MonthAt(number, anchor.year + step if anchor else None, stop + 3)
    return MonthAt(number, None, stop)


def year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i` and the token after it: 2024, duemilaventiquattro, '88."""
    if scan.is_digits(i):
        text = scan.tokens[i].text
        glued_unit = scan.glued(i + 1) and (scan.is_word(i + 1) or scan.key(i + 1) == "%")
        return (int(text), i + 1) if _YEAR.fullmatch(text) and 1000 <= int(text) <= 2100 and not glued_unit else None
    if scan.key(i) in _QUOTES and scan.is_digits(i + 1) and scan.glued(i + 1) and len(scan.key(i + 1)) == 2:
        return century_year(int(scan.key(i + 1)), scan.anchor), i + 2
    value = cardinal(scan.key(i)) if scan.is_word(i) and scan.key(i).startswith(("mille", "duemila")) else None
    return (value, i + 1) if value and 1000 < value <= 2100 else None


def _day_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """The day of a month at token `i` and the token after it: 19, diciannove, primo, 1°."""
    if scan.is_digits(i) and scan.tokens[i].text.isdigit() and len(scan.tokens[i].text) <= 2:
        value, stop = int(scan.tokens[i].text), i + 1
        if scan.key(stop) in ("°", "º", "o") and scan.glued(stop) and value == 1:
            stop += 1
    elif scan.key(i) == "primo" or scan.key(i) == "prima" and False:
        value, stop = 1, i + 1
    else:
        value, stop = cardinal(scan.key(i)) or 0, i + 1
    return (value, stop) if 1 <= value <= 31 else None


def calendar_day(scan: Scan, i: int) -> Found | None:
    """mercoledì 19 giugno, il 2 settembre 2023, primo marzo, 16. Nov. 2016, Settembre 16, 2024."""
    j, named = i, weekday(scan.key(i), short=True) if scan.is_word(i) else None
    if named is not None:
        j += 1 + (scan.key(j + 1) in (",", "."))
        j += scan.key(j) in ("il", "l")
    return _day_month(scan, i, j) or _month_day(scan, i, j)


def _day_month(scan: Scan, i: int, j: int) -> Found | None:
    number = _day_number(scan, j)
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
        and scan.key(i - 1) not in ("il", "l", "del", "dal", "al")
    ):
        return None
    return dated(i, _part_of_day(scan, found.stop), day_timex(scan, i, number[0], found), "day and month")


def _month_day(scan: Scan, i: int, j: int) -> Found | None:
    """Settembre 16, 2024; Settembre, il ventuno, 1978."""
    if not scan.is_word(j) or month(scan.key(j)) is None:
        return None
    k = j + 1
    comma = scan.key(k) == ","
    k += comma
    article = scan.key(k) in ("il", "l")
    k += article
    number = _day_number(scan, k)
    if number is None or (comma and not article):
        return None
    k = number[1] + (scan.key(number[1]) == ",")
    year = year_at(scan, k)
    if year is None:
        return None
    month_ = MonthAt(month(scan.key(j)) or 1, year[0], year[1])
    return dated(i, year[1], day_timex(scan, i, number[0], month_), "day and month")


def day_timex(scan: Scan, i: int, number: int, month_: MonthAt) -> str | None:
    """The day of that month as ISO date; without a year the nearest one."""
    if month_.year is not None:
        found = day(month_.year, month_.number, number)
    elif scan.anchor and month_.shift:
        year = int(nearest_month(month_.number, scan.anchor, future=month_.shift > 0, strict=False)[:4])
        found = day(year, month_.number, number)
    else:
        found = nearest(
            month_.number, number, scan.anchor, future=scan.future(i) and not _past_near(scan, i, number, month_)
        )
    return found.isoformat() if found else None


def _past_near(scan: Scan, i: int, number: int, month_: MonthAt) -> bool:
    """A day within the last two months is meant even where the sentence looks ahead."""
    found: date | None = nearest(month_.number, number, scan.anchor)
    return bool(found and scan.anchor and 0 < (scan.anchor - found).days <= 60)


def _part_of_day(scan: Scan, stop: int) -> int:
    """ieri sera, 15 febbraio al mattino: the token after the part of the day."""
    j = stop + (scan.key(stop) in ("al", "in", "nella", "nel", "alla", "di"))
    return j + 1 if scan.key(j) in words("part_of_day")["words"] and not (scan.tokens[j].breaks) else stop


part_of_day = _part_of_day


def month_date(scan: Scan, i: int) -> Found | None:
    """settembre 2023, fine marzo 2024, lo scorso novembre, dic. 2013, agosto."""
    j = i
    edge = word_set("relative", "begin") | word_set("relative", "end") | word_set("relative", "middle")
    if scan.key(i) in edge:
        j += 1 + (scan.key(i + 1) in ("di", "del", "mese"))
    shift = _shift_word(scan, j)
    j += shift is not None
    found = month_at(scan, j) or month_at(scan, j, short=True)
    if (
        found is None
        or (month(scan.key(j)) is None and found.year is None)
        or (found.number and month(scan.key(j)) is None and scan.key(j) == "set" and not found.year)
    ):
        return None
    if _is_name(scan, j, found):
        return None
    return dated(i, found.stop, _month_timex(scan, i, found, shift or found.shift), "month")


def _is_name(scan: Scan, j: int, found: MonthAt) -> bool:
    following = scan.tokens[found.stop] if found.stop < len(scan.tokens) else None
    token = scan.tokens[j]
    before = scan.tokens[j - 1] if j else None
    capital = (
        before is not None and before.capital and not scan.starts_line(j - 1) and token.capital and not token.breaks
    )
    return found.year is None and capital and bool(following)


def _shift_word(scan: Scan, i: int) -> int | None:
    for name, step in (("past", -1), ("next", 1), ("this", 0), ("last", -1)):
        if scan.key(i) in word_set("relative", name):
            return step
    return None


shift_word = _shift_word


def _month_timex(scan: Scan, i: int, found: MonthAt, shift: int) -> str | None:
    if found.year is not None:
        return f"{found.year:04d}-{found.number:02d}"
    if scan.anchor is None:
        return f"XXXX-{found.number:02d}"
    return nearest_month(
        found.number, scan.anchor, future=shift > 0 or (shift == 0 and _ahead(scan, i, found)), strict=shift != 0
    )


def _ahead(scan: Scan, i: int, found: MonthAt) -> bool:
    return scan.future(i) and scan.key(i - 1) not in ("da", "dallo", "dal", "dalla")


def day_range(scan: Scan, i: int) -> Found | None:
    """dal 13 al 15 luglio, 13-15 luglio, tra il 3 e il 12 di settembre: one interval of days."""
    first = _day_number(scan, i)
    if first is None or not (scan.is_digits(i) or scan.key(i - 1) in ("dal", "dall", "il", "l", "tra", "fra")):
        return None
    j, start = first[1], i
    opening = scan.key(i - 1)
    if scan.key(j) in "-–" and scan.key(j):
        j += 1
    elif opening in ("dal", "dall") and scan.key(j) in ("al", "all", "fino"):
        j, start = j + 1 + (scan.key(j) == "fino"), i - 1
    elif (opening in ("tra", "fra") or scan.key(i - 2) in ("tra", "fra")) and scan.key(j) == "e":
        j, start = j + 1 + (scan.key(j + 1) in ("il", "l")), i - (1 if opening in ("tra", "fra") else 2)
    else:
        return None
    last = _day_number(scan, j)
    if last is None or last[0] <= first[0] or (last[0] == first[0] + 1 and opening in ("il", "l")):
        return None
    month_ = month_at(scan, last[1] + (scan.key(last[1]) == "di"), short=True)
    if month_ is None:
        return None
    ends = [day_timex(scan, i, n, month_) for n in (first[0], last[0])]
    return dated(start, month_.stop, "/".join(e for e in ends if e) if all(ends) else None, "range of days")


def listed_day(scan: Scan, i: int) -> Found | None:
    """The 3 and the 4 of `il 3, 4 e 5 maggio`; the 7 of `tra il 7 e l'8 marzo`."""
    first = _day_number(scan, i)
    if (
        first is None
        or not scan.is_digits(i)
        or scan.key(i - 1)
        not in ("il", "l", ",", "e", "del", "dell", "al", "all", "dal", "dall", "i", "tra", "fra", "nei")
    ):
        return None
    j = first[1]
    for _ in range(8):
        if scan.key(j) not in (",", "e", "ed", "o", "al", "all", "fino"):
            return None
        j += 1
        while scan.key(j) in ("il", "l", "del", "dell", "al", "all", "dal"):
            j += 1
        following = _day_number(scan, j)
        if following is None or not scan.is_digits(j):
            return None
        j = following[1]
        month_ = month_at(scan, j)
        if month_:
            return dated(i, first[1], day_timex(scan, i, first[0], month_), "day of a list")
    return None


def year(scan: Scan, i: int) -> Found | None:
    """dal 2000, nel 2022, classe '88, fine 2026, 1975-90."""
    j = i
    if scan.key(i) in ("fine", "inizio", "meta") and scan.tokens[i].kind == "word":
        j += 1 + (scan.key(i + 1) in ("del", "dell", "dal", "anno"))
    found = _digit_year(scan, j) if scan.is_digits(j) else _worded_year(scan, j)
    if found is None:
        return None
    stop, timex = found
    return Found(i, stop, Figure("year", timex=timex), "year")


def _worded_year(scan: Scan, j: int) -> tuple[int, str] | None:
    found = year_at(scan, j)
    if found is None:
        return None
    before = scan.key(j - 1)
    quoted = scan.key(j) in _QUOTES
    said = (
        before in (*_SINGULAR, "classe", "e", "-", "/", "estate", "mondiale")
        if quoted
        else before in ("nel", "dal", "del", "anno")
    )
    if quoted and scan.key(found[1]) in (*_QUOTES, "%"):
        return None
    return (found[1], f"{found[0]:04d}") if said and (quoted or found[0] < 2100) else None


def _digit_year(scan: Scan, j: int) -> tuple[int, str] | None:
    token, before = scan.tokens[j], scan.key(j - 1)
    if before in ("nell", "dell", "dall") and token.text.isdigit() and len(token.text) == 2 and scan.glued(j):
        following = scan.key(j + 1)
        plain = (
            following not in ("%", "per", "'", "’", "°")
            and not scan.noun_phrase(j + 1)
            and not currency(scan.tokens, j + 1)
        )
        value = century_year(int(token.text), scan.anchor)
        return (j + 1, f"{value:04d}") if plain and value < 2000 else None
    for pattern in (_SHORT_YEARS, _LONG_SEASON):
        match = pattern.match(scan.text, token.start)
        second = int(match[1][: 4 - len(match[2])] + match[2]) if match else 0
        if match and second > int(match[1]):
            return token_after(scan, match.end()), f"{match[1]}/{second}"
    found = year_at(scan, j)
    if found is None or not _means_year(scan, j, found[0]):
        return None
    return found[1], f"{found[0]:04d}"


def _means_year(scan: Scan, j: int, value: int) -> bool:
    token, before, k = scan.tokens[j], scan.key(j - 1), j + 1
    if scan.glued(j) and scan.tokens[j - 1].kind == "word" and scan.tokens[j - 1].text[-1] not in "'’":
        return False
    if scan.glued(j) and before in ("/", ".", "_", ":", "=", "+") or before in word_set("label"):
        return False
    coded = (
        scan.key(k) in "-/"
        and scan.glued(k)
        and scan.is_digits(k + 1)
        and scan.key(k + 2) in "-/"
        and scan.glued(k + 2)
    )
    if (
        coded
        and scan.key(k)
        or scan.key(k) in ("%", "/")
        or currency(scan.tokens, k)
        or currency(scan.tokens, j - 1)
        and before != "euro"
        or measure(scan.tokens, k, in_digits=True)
        and scan.key(k) not in ("l", "in", "t", "m", "ha", "g", "q")
    ):
        return False
    if scan.keys(k, ("per", "cento")) or scan.key(k) in (
        "mila",
        "milioni",
        "miliardi",
        "anni",
        "ore",
        "giorni",
        "punti",
    ):
        return False
    if before in _SINGULAR:
        return True
    if not 1900 <= value <= 2035 and not (
        1400 <= value and before in ("(", "-", "–", "e", ",") and scan.key(k) in ("-", "–", ")", ",", "e")
    ):
        return False
    return not (value % 100 == 0 and scan.noun(k)) and before not in (
        "circa",
        "oltre",
        "quasi",
        "almeno",
        "i",
        "gli",
        "le",
        "dei",
        "delle",
        "piu",
    )
