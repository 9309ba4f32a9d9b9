"""Times said from the day of publication: ieri sera, lunedì scorso, la settimana prossima, due anni fa."""

import re
from datetime import date, timedelta
from functools import cache

from claimcheck.italian.calendar import add_days, add_months, shifted, weekday, weekday_near, words
from claimcheck.italian.numerals import cardinal
from claimcheck.italian.text import fold
from claimcheck.italian.verbs import forms
from claimcheck.kinds.figures.months import dated, edge, part_of_day, shift_word, tail_at
from claimcheck.kinds.figures.periods import Period, period, unit_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.kinds.figures.schedules import EVERY_WEEK, scheduled
from claimcheck.model import Figure

_FARTHEST = 1500
_NEAREST = 100
_SOON = 3
_AFTER_AUXILIARY = re.compile(r"..[ts][oaie]$")
_PARTICIPLE = re.compile(r"..(?:at|ut|it|rs|rt|st|tt|es)[oaie]$")


def deictic(scan: Scan, i: int) -> Found | None:
    """oggi, ieri sera, l'altro ieri, stamattina, questa notte, domani in serata."""
    if not scan.is_word(i):
        return None
    start, stop, shift = i, i + 1, words("deictic").get(scan.key(i))
    if scan.keys(i + 1, ("altro", "ieri")) or scan.keys(i, ("ieri", "l", "altro")):
        start, stop, shift = i + (scan.key(i) not in ("l", "ieri")), i + 3, -2
    elif (scan.key(i) in word_set("grammar", "this") and scan.key(i + 1) in words("part_of_day")["words"]) or (
        scan.key(i) == "in"
        and scan.key(i + 1) == "giornata"
        and scan.key(i + 2) not in word_set("grammar", "of_something")
    ):
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
    if number is None or _surname(scan, j) or _forename(scan, j):
        return None
    every = _every(scan, j)
    if every is not None:
        return dated(every, j + 1, f"{EVERY_WEEK}-{number + 1}", "weekday")
    stop = j + 1
    after = shift_word(scan, stop)
    if after in (-1, 1):
        stop, direction = stop + 1, "before" if after < 0 else "future"
    elif j == i and (
        scan.key(stop) == ":" or ((scan.future(i) or _presently(scan, j, number)) and not _just_happened(scan, i))
    ):
        direction = "future"
    if scan.key(stop) in word_set("grammar", "following"):
        return dated(i, stop, None, "weekday")
    if scheduled(scan, i):
        return dated(i, stop, f"{EVERY_WEEK}-{number + 1}", "weekday")
    week = tail_at(scan, stop, "week_tails")
    if week and scan.anchor:
        target = weekday_near(number, scan.anchor + timedelta(7 * week[0]), "this")
        return dated(i, week[1], target.isoformat(), "weekday")
    on = weekday_near(number, scan.anchor, direction) if scan.anchor else None
    if _day_follows(scan, stop):
        with_day = _numbered(scan, stop, number)
        return dated(i, stop + 1, with_day.isoformat() if with_day else None, "weekday")
    return dated(i, part_of_day(scan, stop), on.isoformat() if on else None, "weekday")


def _presently(scan: Scan, j: int, number: int) -> bool:
    """debutta venerdì, si parte giovedì, sabato alle 15: no past tense, and the day is at most three days ahead."""
    if scan.anchor is None or scan.past(j):
        return False
    away = (number - scan.anchor.weekday()) % 7
    if away and (scan.keys(j - 2, ("fino", "a")) or scan.key(j - 1) == "entro"):
        return True
    if not 1 <= away <= _SOON:
        return False
    before = scan.tokens[j - 1] if j else None
    tag = scan.tags.get(before.start) if before else None
    if tag == "VERB" and before is not None and not _PARTICIPLE.search(before.key):
        return True
    at = scan.key(j + 1) in word_set("near", "clock_openers") and scan.is_digits(j + 2 + (scan.key(j + 2) == "ore"))
    return at or any(t.key in _planning_words() for t in scan.sentence(j))


@cache
def _planning_words() -> frozenset[str]:
    """The present tense of verbs said of what is planned: parte, si gioca, debutta, apre."""
    verbs = word_set("planning", "verbs")
    present = (fold(f.text) for verb in verbs for f in forms(verb) if f.mood == "present")
    return word_set("planning", "forms") | frozenset(present)


def _surname(scan: Scan, j: int) -> bool:
    """Ernesto Sabato, il signor Sabato: a capital after a capital within a line or after a title."""
    if scan.key(j - 1) in word_set("near", "titles"):
        return scan.tokens[j].capital
    before = scan.tokens[j - 1] if j else None
    inside = before is not None and before.capital and not scan.tokens[j].breaks and not scan.starts_line(j - 1)
    return inside and scan.tokens[j].capital and scan.key(j - 1) not in word_set("function")


def _forename(scan: Scan, j: int) -> bool:
    """Domenica Bianchi: a capital before a capital in one line."""
    after = scan.tokens[j + 1] if j + 1 < len(scan.tokens) else None
    return scan.tokens[j].capital and after is not None and after.capital and not after.breaks


def _every(scan: Scan, i: int) -> int | None:
    """Where ogni martedì, tutte le domeniche, (Di) sabato, (il) sabato begins; None for one weekday."""
    if scan.key(i - 1) == "ogni":
        return i - 1
    if scan.key(i - 1) in ("i", "le") and scan.key(i - 2) in ("tutti", "tutte"):
        return i - 2
    if scan.key(i - 1) == "di" and scan.starts_line(i - 1) and not scan.past(i):
        return i
    if scan.key(i - 1) in ("il", "la") and not scan.is_digits(i + 1) and shift_word(scan, i + 1) is None:
        return i if scan.key(i + 1) not in word_set("near", "one_day") else None
    return i if scan.key(i) in words("weekdays_plural") else None


def _just_happened(scan: Scan, i: int) -> bool:
    """eseguita lunedì, lunedì è intervenuto: a participle right before the day or a perfect tense right after."""
    for k in range(i + 1, min(i + 4, len(scan.tokens) - 1)):
        if scan.tokens[k].text in word_set("near", "auxiliaries") and _AFTER_AUXILIARY.search(scan.key(k + 1)):
            return scan.key(k + 1) not in word_set("future")
    before = scan.tokens[i - 1] if i else None
    planned = word_set("future") | word_set("planning", "participles") | _planning_words()
    return before is not None and bool(_PARTICIPLE.search(before.key)) and before.key not in planned


def _day_follows(scan: Scan, i: int) -> bool:
    """giovedì | 21, sabato | ventinove; not the hours of `sabato 11-13` nor `domenica 3 partite`."""
    value = _day_value(scan, i)
    hours = scan.key(i + 1) in ("-", "–", "/", ":", ".") and scan.glued(i + 1) and scan.is_digits(i + 2)
    counts = (
        scan.noun(i + 1) or unit_at(scan, i + 1) or scan.key(i + 1) in ("%", "°", "mila", "milioni", "miliardi", "euro")
    )
    return bool(value) and 1 <= value <= 31 and not scan.tokens[i].breaks and not hours and not counts


def _day_value(scan: Scan, i: int) -> int:
    text = scan.key(i)
    return int(text) if scan.is_digits(i) and text.isdigit() and len(text) < 3 else cardinal(text) or 0


def _numbered(scan: Scan, i: int, number: int) -> date | None:
    """giovedì 21: the nearest 21st that is a Thursday."""
    if scan.anchor is None:
        return None
    value = _day_value(scan, i)
    days = [add_days(scan.anchor, k) for step in range(_NEAREST) for k in (-step, step)]
    return next((d for d in days if d and d.day == value and d.weekday() == number), None)


def ago(scan: Scan, i: int) -> Found | None:
    """due anni fa, un mese fa, 1 mese e 21 giorni fa; fra tre giorni."""
    found = period(scan, i)
    if found is None:
        return None
    start, stop = found.amount.start, found.stop
    if scan.key(stop) == "fa" or scan.keys(stop, ("or", "sono")):
        begin = found.amount.number if found.amount.high and found.amount.low is None else start
        figure = Figure("date", approx=found.amount.approx, timex=_away(scan, found, -1))
        return Found(begin, stop + (1 if scan.key(stop) == "fa" else 2), figure, "time ago")
    if scan.key(start - 1) in ("tra", "fra") and scan.key(stop) not in ("e", "ed") and not found.amount.ranged:
        figure = Figure("date", approx=found.amount.approx, timex=_away(scan, found, 1))
        return Found(start - 1, stop, figure, "time from now")
    return None


def _away(scan: Scan, found: Period, sign: int) -> str | None:
    vague = found.amount.low is not None and found.amount.high is not None and found.amount.low != found.amount.high
    if scan.anchor is None or vague or any(n > _FARTHEST for _, n in found.parts):
        return None
    grain, value = found.parts[-1]
    if len(found.parts) == 1:
        if grain == "year" and value != int(value):
            grain, value = "month", value * 12
        return shifted(scan.anchor, grain, sign * round(value))
    on: date | None = scan.anchor
    for unit, count in found.parts:
        on = _step(on, unit, sign * round(count))
    return on.isoformat() if on else None


def _step(on: date | None, unit: str, count: int) -> date | None:
    if on is None:
        return None
    if unit in ("year", "month"):
        return add_months(on, count * (12 if unit == "year" else 1))
    return add_days(on, count * {"week": 7, "day": 1}.get(unit, 0))


def relative(scan: Scan, i: int) -> Found | None:
    """la settimana scorsa, l'anno prossimo, questo weekend, inizio anno, fine della scorsa settimana."""
    j = edge(scan, i)
    found = _relative_unit(scan, j) or (_edge_unit(scan, j) if j > i else None)
    if found is None:
        return None
    unit, shift, stop = found
    timex = shifted(scan.anchor, unit, shift) if scan.anchor and shift is not None else None
    return dated(i, stop, timex, "relative time")


def _edge_unit(scan: Scan, i: int) -> tuple[str, int | None, int] | None:
    unit = unit_at(scan, i)
    if unit not in ("year", "month", "decade", "century") or scan.key(i) not in word_set("grammar", "edged_units"):
        return None
    return unit, 0, i + 1


def _relative_unit(scan: Scan, i: int) -> tuple[str, int | None, int] | None:
    """The unit, how many of it from publication (None: from a time told before) and the token after."""
    shift = shift_word(scan, i)
    name = i + 1 if shift is not None else i
    unit, stop = _unit_name(scan, name)
    if unit is None or unit in ("h", "min", "second", "day", "night"):
        return None
    if shift is not None:
        return None if scan.key(i) in word_set("relative", "last") else (unit, shift, stop)
    after = shift_word(scan, stop)
    if after in (-1, 1) and scan.key(stop) not in word_set("relative", "last"):
        return unit, after, stop + 1
    if scan.key(stop) in word_set("relative", "anaphoric"):
        return unit, None, stop + 1
    if scan.keys(stop, ("in", "corso")) and unit in ("year", "month", "week", "quarter"):
        return unit, 0, stop + 2
    if scan.keys(stop, ("in", "arrivo")):
        return unit, 1, stop + 2
    if scan.keys(stop, ("dopo", "il", "prossimo")):
        return unit, 2, stop + 3
    if unit == "weekend" and scan.key(i - 1) in word_set("grammar", "before_weekend"):
        return unit, 0, stop
    return None


def _unit_name(scan: Scan, i: int) -> tuple[str | None, int]:
    if scan.keys(i, ("fine", "settimana")) or scan.keys(i, ("week", "-", "end")):
        return "weekend", i + (2 if scan.key(i) == "fine" else 3)
    if scan.key(i) in ("weekend", "finesettimana"):
        return "weekend", i + 1
    key = scan.key(i)
    return (unit_at(scan, i), i + 1) if key in word_set("grammar", "relative_units") else (None, i)
