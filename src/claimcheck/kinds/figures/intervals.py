"""Times that belong together: dal 2019 al 2021, da marzo a maggio, nella notte tra sabato e domenica."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.italian.lexicon import load
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan
from claimcheck.kinds.figures.schedules import EVERY_WEEK
from claimcheck.model import Figure

_NO_YEAR = "XXXX"  # of a weekday of every week, of a month where no day of publication tells the year
_SHAPES = tuple(
    re.compile(p) for p in (r"\d{4}", r"(?:\d{4}|XXXX)-\d{2}", r"\d{4}-\d{2}-\d{2}", r"\d{4}-(?:SP|SU|FA|WI|[QH]\d)")
)
_YEAR_SAID = re.compile(r"\d{4}")
_WEEK = timedelta(7)
_NIGHT_REACH = 3


def join_intervals(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """Two times of one grain that `da … a …` links become one interval (`2019/2021`); nights are put in order."""
    done: list[Found] = []
    for found in founds:
        joined = _interval(scan, done[-1], found) if done else None
        if joined:
            done[-1] = joined
        elif done and _one_night(scan, done[-1], found):
            done[-1:] = _night(scan, done[-1], found)
        else:
            done.append(found)
    return done


def _interval(scan: Scan, first: Found, second: Found) -> Found | None:
    ends = load(PACKAGE)["range_ends"].get(scan.key(first.start - 1), ())
    link = second.start - 1
    linked = link == first.stop or (link == first.stop + 1 and scan.key(first.stop) == "fino")
    if not linked or scan.key(link) not in ends or first.figure.kind != second.figure.kind:
        return None
    if first.figure.kind not in ("date", "year") or _shape(first.figure.timex) != _shape(second.figure.timex):
        return None
    timex = _timex(scan, first, second)
    if first.figure.timex and timex is None:
        return None
    return Found(first.start - 1, second.stop, Figure(first.figure.kind, timex=timex), "interval")


def _shape(timex: str | None) -> int | None:
    return next((k for k, shape in enumerate(_SHAPES) if shape.fullmatch(timex or "")), None)


def _timex(scan: Scan, first: Found, second: Found) -> str | None:
    one, other = first.figure.timex, second.figure.timex
    if one is None or other is None:
        return None
    if one.startswith(_NO_YEAR) and other.startswith(_NO_YEAR):
        return f"{one}/{other}"
    weekdays = first.rule == second.rule == "weekday" and not any(c.isdigit() for c in _said(scan, first, second))
    if weekdays:
        return _weekdays(scan, first, date.fromisoformat(one), date.fromisoformat(other))
    one_said, other_said = (bool(_YEAR_SAID.search(_said(scan, found, found))) for found in (first, second))
    if other_said and not one_said:
        year = int(other[:4])
        one = next((t for t in (f"{year}{one[4:]}", f"{year - 1}{one[4:]}") if t <= other), one)
    if len(one) > 4 and not other_said:
        year = int(one[:4])
        other = next((t for t in (f"{year}{other[4:]}", f"{year + 1}{other[4:]}") if t >= one), other)
    return f"{one}/{other}" if one < other else None


def _weekdays(scan: Scan, first: Found, one: date, other: date) -> str:
    """dal lunedì al venerdì is every week's, da venerdì a domenica one week's."""
    if scan.key(first.start - 1) != "da":
        return f"{EVERY_WEEK}-{one.isoweekday()}/{EVERY_WEEK}-{other.isoweekday()}"
    return f"{one}/{other if one < other else other + _WEEK}"


def _said(scan: Scan, first: Found, last: Found) -> str:
    return scan.slice(first.start, last.stop)


def _one_night(scan: Scan, first: Found, second: Found) -> bool:
    """True for two weekdays in a row in `nella notte tra sabato e domenica`."""
    if not (first.rule == second.rule == "weekday" and first.figure.timex and second.figure.timex):
        return False
    opened = scan.key(first.start - 1) in ("tra", "fra") and any(
        scan.key(k) == "notte" for k in range(first.start - _NIGHT_REACH, first.start)
    )
    return opened and second.start - first.stop == 1 and scan.key(first.stop) == "e" and first.figure.timex[0].isdigit()


def _night(scan: Scan, first: Found, second: Found) -> list[Found]:
    """The two days of one night; the night before publication where both readings would do."""
    one, other = (date.fromisoformat(f.figure.timex or "") for f in (first, second))
    if one.isoweekday() % 7 + 1 != other.isoweekday() or other == one + timedelta(1):
        return [first, second]
    if other < one:
        one = other - timedelta(1)
    else:
        other = one + timedelta(1)
    days = zip((first, second), (one, other), strict=True)
    return [replace(f, figure=replace(f.figure, timex=day.isoformat())) for f, day in days]
