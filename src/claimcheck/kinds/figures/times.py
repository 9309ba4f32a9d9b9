"""Times said from the day of publication or by the clock: ieri sera, la settimana scorsa, due anni fa, alle 11.05."""

import re
from datetime import date, timedelta

from claimcheck.italian import calendar
from claimcheck.italian.calendar import add_days, add_months, shifted, weekday, weekday_near, words
from claimcheck.italian.numbers import cardinal, ordinal
from claimcheck.kinds.figures.dates import dated, month_at, part_of_day, shift_word, year_at
from claimcheck.kinds.figures.periods import Period, period, unit_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_HUNDREDS = {"duecento": 12, "trecento": 13, "quattrocento": 14, "cinquecento": 15, "seicento": 16, "settecento": 17}
_HUNDREDS |= {"ottocento": 18, "novecento": 19}


def deictic(scan: Scan, i: int) -> Found | None:
    """oggi, ieri sera, l'altro ieri, stamattina, questa notte, domani in serata."""
    if not scan.is_word(i):
        return None
    start, stop, shift = i, i + 1, words("deictic").get(scan.key(i))
    if scan.keys(i, ("l", "altro", "ieri")) or scan.keys(i, ("ieri", "l", "altro")):
        stop, shift = i + 3, -2
    elif scan.key(i) in ("questa", "questo", "quest") and scan.key(i + 1) in words("part_of_day")["words"]:
        return _day(scan, i, i + 2, 0)
    elif scan.key(i) == "in" and scan.key(i + 1) == "giornata" and scan.key(i + 2) not in ("di", "del", "della"):
        return _day(scan, i, i + 2, 0)
    if shift is None or _in_name(scan, i):
        return None
    return _day(scan, start, part_of_day(scan, stop), shift)


def _day(scan: Scan, start: int, stop: int, shift: int) -> Found:
    found = add_days(scan.anchor, shift) if scan.anchor else None
    return dated(start, stop, found.isoformat() if found else None, "day from publication")


def _in_name(scan: Scan, i: int) -> bool:
    """Italia Oggi, Domani (the newspaper): a capital letter within a line after another capital."""
    token, before = scan.tokens[i], scan.tokens[i - 1]
    return token.capital and not scan.starts_line(i) and before.kind == "word" and not before.text.isupper()


def named_weekday(scan: Scan, i: int) -> Found | None:
    """mercoledì, lunedì scorso, il prossimo venerdì, martedì sera, giovedì 21, ogni sabato."""
    j, direction = i, "past"
    shift = shift_word(scan, i)
    if shift is not None and weekday(scan.key(i + 1)) is not None:
        j, direction = i + 1, {-1: "before", 0: "this", 1: "future"}[shift]
    number = weekday(scan.key(j)) if scan.is_word(j) else None
    if number is None or (
        scan.tokens[j].capital
        and j + 1 < len(scan.tokens)
        and scan.tokens[j + 1].capital
        and not scan.tokens[j + 1].breaks
    ):
        return None
    if scan.key(j - 1) == "ogni":
        return dated(j - 1, j + 1, f"XXXX-WXX-{number + 1}", "weekday")
    stop = j + 1
    after = shift_word(scan, stop)
    if after in (-1, 1):
        stop, direction = stop + 1, "before" if after < 0 else "future"
    elif j == i and scan.future(i):
        direction = "future"
    week = _week_said(scan, stop)
    if week and scan.anchor:
        target = weekday_near(number, scan.anchor + timedelta(7 * week[0]), "this")
        return dated(i, week[1], target.isoformat(), "weekday")
    on = weekday_near(number, scan.anchor, direction) if scan.anchor else None
    with_day = _numbered(scan, stop, number)
    if with_day:
        return dated(i, stop + 1, with_day.isoformat(), "weekday")
    return dated(i, part_of_day(scan, stop), on.isoformat() if on else None, "weekday")


def _week_said(scan: Scan, i: int) -> tuple[int, int] | None:
    for tail, step in (
        (("di", "questa", "settimana"), 0),
        (("della", "scorsa", "settimana"), -1),
        (("della", "settimana", "scorsa"), -1),
        (("della", "prossima", "settimana"), 1),
        (("della", "settimana", "prossima"), 1),
    ):
        if scan.keys(i, tail):
            return step, i + 3
    return None


def _numbered(scan: Scan, i: int, number: int) -> date | None:
    """giovedì 21: the nearest 21st that is a Thursday."""
    text = scan.key(i)
    value = int(text) if scan.is_digits(i) and text.isdigit() and len(text) < 3 else cardinal(text)
    if not value or not 1 <= value <= 31 or scan.anchor is None or scan.noun(i + 1):
        return None
    days = [add_days(scan.anchor, k) for step in range(45) for k in (-step, step)]
    return next((d for d in days if d and d.day == value and d.weekday() == number), None)


def ago(scan: Scan, i: int) -> Found | None:
    """due anni fa, un mese fa, 1 mese e 21 giorni fa; fra tre giorni."""
    found = period(scan, i)
    if found is None:
        return None
    if scan.key(found.stop) == "fa" or scan.keys(found.stop, ("or", "sono")):
        stop = found.stop + (1 if scan.key(found.stop) == "fa" else 2)
        return Found(
            found.amount.start,
            stop,
            Figure("date", approx=found.amount.approx, timex=_away(scan, found, -1)),
            "time ago",
        )
    if (
        scan.key(found.amount.start - 1) in ("tra", "fra")
        and scan.key(found.stop) not in ("e", "ed")
        and not found.amount.ranged
    ):
        return Found(
            found.amount.start - 1,
            found.stop,
            Figure("date", approx=found.amount.approx, timex=_away(scan, found, 1)),
            "time from now",
        )
    return None


def _away(scan: Scan, found: Period, sign: int) -> str | None:
    if scan.anchor is None or any(n > 20000 for _, n in found.parts):
        return None
    grain, value = found.parts[-1]
    if len(found.parts) == 1:
        if grain == "year" and value != int(value):
            grain, value = "month", value * 12
        return shifted(scan.anchor, grain, sign * round(value))
    on: date | None = scan.anchor
    for unit, count in found.parts:
        months = {"year": 12, "month": 1}.get(unit)
        days = {"week": 7, "day": 1}.get(unit, 0)
        on = (
            add_months(on, sign * months * round(count))
            if months and on
            else add_days(on, sign * days * round(count))
            if on
            else None
        )
    return on.isoformat() if on else None


def relative(scan: Scan, i: int) -> Found | None:
    """la settimana scorsa, l'anno prossimo, questo weekend, inizio anno, fine della scorsa settimana."""
    j = _edge(scan, i)
    found = _relative_unit(scan, j) or (_edge_unit(scan, j) if j > i else None)
    if found is None:
        return None
    unit, shift, stop = found
    timex = shifted(scan.anchor, unit, shift) if scan.anchor else None
    return dated(i, stop, timex, "relative time")


def _edge(scan: Scan, i: int) -> int:
    edges = word_set("relative", "begin") | word_set("relative", "end") | word_set("relative", "middle")
    if scan.key(i) not in edges or scan.keys(i, ("fine", "settimana")):
        return i
    j = i + 1
    while scan.key(j) in ("di", "del", "della", "dell", "dello"):
        j += 1
    return j


def _edge_unit(scan: Scan, i: int) -> tuple[str, int, int] | None:
    unit = unit_at(scan, i)
    if unit not in ("year", "month", "decade", "century") or scan.key(i) not in ("anno", "mese", "decennio", "secolo"):
        return None
    return unit, 0, i + 1


def _relative_unit(scan: Scan, i: int) -> tuple[str, int, int] | None:
    shift = shift_word(scan, i)
    name = i + 1 if shift is not None else i
    unit, stop = _unit_name(scan, name)
    if unit is None or unit in ("h", "min", "second", "day", "night"):
        return None
    if shift is not None:
        if scan.key(i) in word_set("relative", "last") or (
            scan.key(i) in ("quest", "questo", "questa") and unit == "century" and False
        ):
            return None
        return unit, shift, stop
    after = shift_word(scan, stop)
    if after in (-1, 1) and scan.key(stop) not in word_set("relative", "last"):
        return unit, after, stop + 1
    if scan.keys(stop, ("in", "corso")) and unit in ("year", "month", "week", "quarter"):
        return unit, 0, stop + 2
    if scan.keys(stop, ("in", "arrivo")):
        return unit, 1, stop + 2
    if scan.keys(stop, ("dopo", "il", "prossimo")):
        return unit, 2, stop + 3
    if unit == "weekend" and scan.key(i - 1) in ("nel", "il", "del", "a", "al", "in", ""):
        return unit, 0, stop
    return None


def _unit_name(scan: Scan, i: int) -> tuple[str | None, int]:
    if scan.keys(i, ("fine", "settimana")) or scan.keys(i, ("week", "-", "end")):
        return "weekend", i + (2 if scan.key(i) == "fine" else 3)
    if scan.key(i) in ("weekend", "finesettimana"):
        return "weekend", i + 1
    key = scan.key(i)
    return (
        (unit_at(scan, i), i + 1)
        if key in ("anno", "mese", "settimana", "trimestre", "semestre", "decennio", "secolo")
        else (None, i)
    )


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
    if shift is None and scan.key(j - 1) not in (
        "in",
        "d",
        "l",
        "la",
        "dall",
        "dell",
        "nell",
        "della",
        "nella",
        "dalla",
        "di",
        "questa",
        "fine",
        "inizio",
        "",
    ):
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
    if value is None or (
        not quoted
        and scan.key(j - 1)
        not in (
            "gli",
            "negli",
            "degli",
            "dagli",
            "agli",
            "sugli",
            "di",
            "",
            "fine",
            "inizio",
            "meta",
            "primi",
            "favolosi",
        )
    ):
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
    capital = (
        scan.is_word(i)
        and scan.tokens[i].capital
        and scan.key(i - 1) in ("il", "l", "nel", "nell", "del", "dell", "dal", "dall", "primo", "tardo", "secondo")
    )
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
        said = previous is None or previous.key in (
            "a",
            "di",
            "per",
            "dopo",
            "da",
            "fino",
            "il",
            "la",
            "del",
            "della",
            "dal",
            "dalla",
            "al",
            "alla",
            "entro",
            "durante",
            "prima",
            "scorso",
            "prossimo",
            "scorsa",
            "prossima",
            "e",
            "l",
        )
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
    if count is None or not scan.is_word(i):
        return None
    unit, stop = scan.key(i + 1), i + 2
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
