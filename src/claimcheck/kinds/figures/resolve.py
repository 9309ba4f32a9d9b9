"""What a figure counts, and the day that a clock time belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.italian.calendar import duration
from claimcheck.italian.numerals import table
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.kinds.figures.schedules import scheduled
from claimcheck.model import Figure

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REACH = 600
_BESIDE = 3
_NEWS_DAYS = 90
_SMALL = 1000
_FEW = 4
_MONEY_REACH = 300
_EURO = "EUR"
_MONEY_WINDOW = 8
_MONEY_AFTER = 3
_SHARED = frozenset({"age", "duration", "percent", "money", "measure"})


def complement(scan: Scan, stop: int, head: int | None = None) -> str | None:
    """What is counted or measured, as in the text: the noun at [head, stop) and its `di` complement.

    Without a head the complement alone: `3 milioni di euro di evasione` measures `evasione`. None if there is none.
    """
    end = stop
    if stop < len(scan.tokens) and scan.key(stop) in word_set("expand", "di") and not scan.tokens[stop].breaks:
        end = scan.noun_phrase(stop + 1) or stop
    if head is not None:
        return scan.slice(head, end) or None
    return scan.slice(stop + 1, end) or None if end > stop else None


def share_currency(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """`700mila euro ... oltre 3,6 milioni`: a large number without a noun is of the money told just before."""
    done: list[Found] = []
    unit: str | None = None
    last = 0
    for found in founds:
        figure, here = found.figure, scan.tokens[found.start].start
        if figure.kind == "money":
            unit, last = figure.unit, here
        elif _may_be_money(scan, found):
            told = unit if unit and here - last <= _MONEY_REACH and not _counts_people(scan, found) else None
            of_money = found.rule == "counted noun" or _speaks_of_money(scan, found) or _milliards(scan, found)
            context = told or (_EURO if of_money else None)
            if context:
                found = replace(found, figure=replace(figure, kind="money", unit=context), rule="money by context")
        done.append(found)
    return done


def _may_be_money(scan: Scan, found: Found) -> bool:
    """oltre 3,6 milioni; 20 miliardi di debiti."""
    if found.rule == "bare number":
        return scan.key(found.stop - 1) in word_set("money", "scales")
    return found.rule == "counted noun" and any(
        scan.key(k) in word_set("money", "scales") and scan.key(k + 1) == "di" and scan.key(k + 2) in word_set("money")
        for k in range(found.start, found.stop - 2)
    )


def _milliards(scan: Scan, found: Found) -> bool:
    """si è ridotto a 63 miliardi: in news, thousands of millions of nothing said are money."""
    told = scan.key(found.stop - 1) in word_set("money", "milliards") and len(scan.tokens) > _FEW
    return told and not _counts_people(scan, found)


def _counts_people(scan: Scan, found: Found) -> bool:
    """il numero a circa 11 milioni, una popolazione di 3 milioni: no money."""
    window = range(max(0, found.start - _MONEY_WINDOW), found.stop + _MONEY_AFTER)
    return any(scan.key(k) in word_set("money", "counted") for k in window)


def _speaks_of_money(scan: Scan, found: Found) -> bool:
    """stanzia 3 miliardi, una manovra da 24 miliardi: in Italian news these are euros."""
    window = range(max(0, found.start - _MONEY_WINDOW), found.stop + _MONEY_AFTER)
    return any(scan.key(k) in word_set("money") for k in window)


def share_unit(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """`di nove e dodici anni`, `il 3 e il 5 per cento`: a number before `e` or `o` has the unit of the next."""
    done = list(founds)
    for k in range(len(done) - 2, -1, -1):
        first, second = done[k], done[k + 1]
        changed = scan.key(first.stop) in ("a", "ad") and scan.key(first.start - 1) == "da"
        linked = (changed or scan.key(first.stop) in ("e", "ed", "o")) and 1 <= second.start - first.stop <= 2
        if first.rule != "bare number" or not linked or second.figure.kind not in _SHARED:
            continue
        unit = second.figure.unit
        timex = duration({unit: first.figure.low}) if unit and first.figure.low and second.figure.timex else None
        figure = replace(first.figure, kind=second.figure.kind, unit=unit, timex=timex)
        if changed:
            figure = _rescaled(scan, figure, second)
        done[k] = replace(first, figure=figure, rule=f"{second.rule} by context")
    return done


def _rescaled(scan: Scan, figure: Figure, second: Found) -> Figure:
    """da 5 a 3 milioni: the scale said once belongs to both."""
    scale = max(table("scales").get(scan.key(k), 1) for k in range(second.start, second.stop))
    small = figure.low is not None and figure.low == figure.high and figure.low < _SMALL
    if not small or not figure.low or scale == 1:
        return figure
    value = round(figure.low * scale, 6)
    value = int(value) if value == int(value) else value
    return replace(figure, low=value, high=value)


def attach_days(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """Clock times (T21:00) with the day they fall on: the date beside them, the last one told, or publication."""
    done: list[Found] = []
    for position, found in enumerate(founds):
        timex = found.figure.timex
        if found.figure.kind == "time" and timex and timex.startswith("T") and not scheduled(scan, found.start):
            day, words = _day_of(scan, founds, position)
            if day:
                clock = _later(timex, words)
                found = replace(found, figure=replace(found.figure, timex=f"{day}{clock}"))
        done.append(found)
    return done


def _day_of(scan: Scan, founds: Sequence[Found], position: int) -> tuple[str | None, str]:
    here = scan.tokens[founds[position].start].start
    following = founds[position + 1] if position + 1 < len(founds) else None
    if (
        following
        and following.start - founds[position].stop <= 2
        and scan.key(founds[position].stop) in ("di", "del", "dell")
    ) and _DAY.fullmatch(following.figure.timex or ""):
        return following.figure.timex, scan.slice(following.start, following.stop)
    opened = not scan.is_digits(founds[position].start)
    for k in range(position - 1, -1, -1):
        earlier = founds[k]
        if here - scan.tokens[earlier.start].start > _REACH:
            break
        if not opened and founds[position].start - earlier.stop > _BESIDE:
            break
        if earlier.figure.kind == "date" and _DAY.fullmatch(earlier.figure.timex or ""):
            beside = founds[position].start - earlier.stop <= _BESIDE
            if not beside and _long_ago(scan, earlier.figure.timex or ""):
                break
            return earlier.figure.timex, scan.slice(earlier.start, earlier.stop) if beside else ""
    anchor: date | None = scan.anchor
    return (anchor.isoformat(), "") if anchor else (None, "")


def _long_ago(scan: Scan, day: str) -> bool:
    """True for a day months away from publication, told of something else."""
    return scan.anchor is not None and abs((date.fromisoformat(day) - scan.anchor).days) > _NEWS_DAYS


def _later(clock: str, words: str) -> str:
    """ieri sera, alle 7: the evening's seven."""
    hour = int(clock[1:3]) if clock[1:3].isdigit() else 24
    said = word_set("near", "later_half").intersection(words.lower().split())
    first = 1 if "pomeriggio" in said else 5
    return f"T{hour + 12:02d}{clock[3:]}" if said and first <= hour < 12 else clock
