"""What a figure counts, and the day that a clock time belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.kinds.figures.schedules import scheduled

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REACH = 600
_BESIDE = 3
_LINK = 2
_SENTENCE = 20
_NEWS_DAYS = 90


def complement(scan: Scan, stop: int, head: int | None = None) -> str | None:
    """What is counted or measured, as in the text: the noun at [head, stop) and its `di` complement.

    Without a head the complement alone: `3 milioni di euro di evasione` measures `evasione`. None if there is none.
    """
    end = stop
    if stop < len(scan.tokens) and scan.key(stop) in word_set("expand", "di") and not scan.tokens[stop].breaks:
        end = _whole(scan, scan.noun_phrase(stop + 1)) or stop
    if head is not None:
        return scan.slice(head, end) or None
    return scan.slice(stop + 1, end) or None if end > stop else None


def _whole(scan: Scan, end: int) -> int:
    """The token after the complement with the rest of its name or its adjective: della polizia | penitenziaria."""
    if not end or end >= len(scan.tokens) or not scan.is_word(end) or scan.tokens[end].breaks:
        return end
    named = scan.tokens[end - 1].capital
    while named and end < len(scan.tokens) and scan.tokens[end].capital and not scan.tokens[end].breaks:
        end += 1  # della Industria | Italiana Autobus
    tag = scan.tags.get(scan.tokens[end].start) if end < len(scan.tokens) else None
    adjective = tag == "ADJ" or (not scan.tags and scan.relational(end))
    small = end < len(scan.tokens) and scan.tokens[end].text.islower() and not scan.tokens[end].breaks
    return end + (adjective and small and scan.key(end) not in word_set("function"))


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
    after = _day_after(scan, founds, position)
    if after:
        return after.figure.timex, scan.slice(after.start, after.stop)
    opened = not scan.is_digits(founds[position].start)
    for k in range(position - 1, -1, -1):
        earlier = founds[k]
        if here - scan.tokens[earlier.start].start > _REACH:
            break
        if not opened and founds[position].start - earlier.stop > _BESIDE:
            break
        if earlier.figure.kind == "date" and _DAY.fullmatch(earlier.figure.timex or ""):
            beside = _one_sentence(scan, earlier.stop, founds[position].start)
            if not beside and _long_ago(scan, earlier.figure.timex or ""):
                break
            return earlier.figure.timex, scan.slice(earlier.start, earlier.stop) if beside else ""
    anchor: date | None = scan.anchor
    return (anchor.isoformat(), "") if anchor else (None, "")


def _day_after(scan: Scan, founds: Sequence[Found], position: int) -> Found | None:
    """The day of alle 21 di | domenica, tra le 18 e le 19 di | domenica, alle 15 | oggi."""
    found = founds[position]
    following = founds[position + 1] if position + 1 < len(founds) else None
    if following is None or following.start - found.stop > _LINK:
        return None
    if following.figure.kind == "time" and scan.key(found.stop) in word_set("near", "hour_links"):
        return _day_after(scan, founds, position + 1)
    linked = following.start == found.stop or scan.key(found.stop) in word_set("grammar", "of_day")
    return following if linked and _DAY.fullmatch(following.figure.timex or "") else None


def _one_sentence(scan: Scan, start: int, stop: int) -> bool:
    """True if no sentence ends among the tokens [start, stop), and they are few."""
    ends = any(scan.key(k) in (".", "!", "?", ";") or scan.tokens[k].breaks for k in range(start, stop))
    return stop - start <= _BESIDE or (stop - start <= _SENTENCE and not ends)


def _long_ago(scan: Scan, day: str) -> bool:
    """True for a day months away from publication, told of something else."""
    return scan.anchor is not None and abs((date.fromisoformat(day) - scan.anchor).days) > _NEWS_DAYS


def _later(clock: str, words: str) -> str:
    """ieri sera, alle 7: the evening's seven."""
    hour = int(clock[1:3]) if clock[1:3].isdigit() else 24
    said = word_set("near", "later_half").intersection(words.lower().split())
    first = 1 if "pomeriggio" in said else 5
    return f"T{hour + 12:02d}{clock[3:]}" if said and first <= hour < 12 else clock
