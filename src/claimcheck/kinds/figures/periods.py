"""Durations: amounts of calendar and clock units."""

from dataclasses import dataclass, replace

from claimcheck.italian.calendar import duration as timex_of
from claimcheck.italian.calendar import words as calendar_words
from claimcheck.kinds.figures.bounds import amount, article_amount
from claimcheck.kinds.figures.comparators import Amount, after, bounded
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure, FigureKind

_CANONICAL = {
    "second": "s",
    "lustrum": "year",
    "biennium": "year",
    "triennium": "year",
    "night": "night",
    "bimester": "month",
}

_FACTORS = {"lustrum": 5, "biennium": 2, "triennium": 3, "bimester": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """An amount of time over [amount.start, stop): the parts by unit, the main unit first."""

    amount: Amount
    unit: str
    parts: tuple[tuple[str, float], ...]
    stop: int
    plural: bool


def unit_at(scan: Scan, i: int) -> str | None:
    """The calendar or clock unit at token `i`."""
    found: str | None = calendar_words("units").get(scan.key(i))
    return found


def period(scan: Scan, i: int) -> Period | None:
    """2 anni, 1 mese e 21 giorni; un'ora e mezza; mezz'ora; un quarto d'ora; ventiquattr'ore."""
    key = ("period", i)
    if key not in scan.memo:
        scan.memo[key] = _period(scan, i)
    found: Period | None = scan.memo[key]
    return found


def _period(scan: Scan, i: int) -> Period | None:
    found = _special(scan, i) or _plain(scan, i)
    if found is None:
        return None
    if scan.key(found.amount.start - 1) in word_set("relative", "plural"):
        return found
    found = _clocked(scan, found)
    parts, stop = list(found.parts), found.stop
    while True:
        comma = scan.key(stop) == ","
        j = stop + comma + (scan.key(stop + comma) == "e")
        more = amount(scan, j) or article_amount(scan, j) if j > stop and j < len(scan.tokens) else None
        unit = unit_at(scan, more.stop) if more else None
        if more is None or unit is None or unit == "night" or more.low is None or _rank(unit) >= _rank(parts[-1][0]):
            return found
        parts.append((unit, more.low))
        stop = more.stop + 1
        if scan.key(j - 1) == "e":  # a comma alone begins a list: 30 anni, sei giorni
            found = replace(found, parts=tuple(parts), stop=stop)


def _clocked(scan: Scan, found: Period) -> Period:
    """2h35', 1h20: hours with the minutes stuck to them."""
    j = found.stop
    minutes = scan.key(j) if found.unit == "h" and scan.is_digits(j) and scan.glued(j) else ""
    if not (minutes.isdigit() and len(minutes) == _MINUTES and int(minutes) < _HOUR):
        return found
    closed = scan.glued(j + 1) and scan.key(j + 1) in ("'", "’", "m", "min")
    return replace(found, parts=(*found.parts, ("min", float(minutes))), stop=j + 1 + closed)


_MINUTES = 2  # digits
_HOUR = 60
_RANKS = ("second", "min", "h", "night", "day", "weekend", "week", "month", "bimester", "quarter", "half", "year")


def _rank(unit: str) -> int:
    return _RANKS.index(unit) if unit in _RANKS else len(_RANKS)


def _plain(scan: Scan, i: int) -> Period | None:
    found = amount(scan, i) or article_amount(scan, i)
    if found is None:
        return None
    j = found.stop
    if found.read and (found.read.crowd or found.read.scaled) and scan.key(j) in ("di", "d"):
        j += 1
    j += scan.key(j) in word_set("near", "long")
    unit = unit_at(scan, j)
    if scan.key(j) == "fine" and scan.key(j + 1) == "settimana":
        return None
    symbol = {"h": "h", "min": "min", "sec": "second", "ore": "h"}.get(scan.key(j)) if scan.is_digits(j - 1) else None
    unit = unit or symbol
    if scan.key(j) == "giornate" and any(t.key in word_set("near", "rounds") for t in scan.sentence(i)):
        return None
    if unit is None or (unit == "second" and found.single < 2 and scan.key(j) != "sec"):
        return None
    stop, extra = j + 1, 0.0
    if scan.key(stop) == "e" and scan.key(stop + 1) in ("mezza", "mezzo") and not unit_at(scan, stop + 2):
        stop, extra = stop + 2, 0.5
    low = None if found.low is None else found.low + extra
    high = None if found.high is None else found.high + extra
    done = after(scan, replace(found, low=low, high=high, stop=stop))
    value = found.single + extra
    return Period(done, unit, ((unit, value),), done.stop, plural=value != 1)


def _special(scan: Scan, i: int) -> Period | None:
    """mezz'ora, mezza giornata, un quarto d'ora, tre quarti d'ora, ventiquattr'ore, un'oretta."""
    key, value, stop, unit = scan.key(i), 0.0, i + 1, "h"
    if key in ("mezz", "mezza", "mezzo") and unit_at(scan, i + 1) in ("h", "day", "year", "century"):
        value, stop, unit = 0.5, i + 2, unit_at(scan, i + 1) or "h"
    elif key == "mezzora":
        value = 0.5
    elif scan.keys(i, ("un", "quarto", "d", "ora")):
        value, stop = 0.25, i + 4
    elif scan.keys(i, ("tre", "quarti", "d", "ora")):
        value, stop = 0.75, i + 4
    elif scan.keys(i, ("un", "quarto", "di", "secolo")):
        value, stop, unit = 0.25, i + 4, "century"
    if not value:
        return None
    found = bounded(scan, Amount(i, i, stop, value, value))
    return Period(found, unit, ((unit, value),), found.stop, plural=True)


def duration(scan: Scan, i: int) -> Found | None:
    """30 anni, quasi un anno, meno di due mesi, un'ora e mezza (PT1H30M)."""
    found = period(scan, i)
    if found is None or not (found.plural or _said_singular(scan, found)):
        return None
    start = _adjective_before(scan, found.amount.start)
    return Found(start, _adjective_after(scan, found.stop), period_figure(scan, found, "duration"), "duration")


def _said_singular(scan: Scan, found: Period) -> bool:
    """`un giorno` is mostly `one day`; a preposition or comparator makes it a length of time."""
    i = found.amount.number
    if scan.is_digits(i) or found.amount.compared or len(found.parts) > 1:
        return True
    if found.unit in ("h", "min"):
        return True
    before = scan.key(found.amount.start - 1)
    return before in word_set("near", "lasting") and found.unit in (
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "half",
    )


def _adjective_before(scan: Scan, i: int) -> int:
    said = scan.key(i - 1) in word_set("relative", "plural") and not scan.key(i - 1).startswith("passat")
    return i - 1 if said else i


def _adjective_after(scan: Scan, i: int) -> int:
    return i + 1 if scan.key(i) in word_set("relative", "plural") else i


def period_figure(scan: Scan, found: Period, kind: FigureKind) -> Figure:
    """The figure of a period: bounds in its main unit, the TIMEX3 duration unless it is a range."""
    factor = _FACTORS.get(found.unit, 1)
    smaller = sum(n * _in_main(u, found.unit) for u, n in found.parts[1:])
    low = None if found.amount.low is None else _number(found.amount.low * factor + smaller)
    high = None if found.amount.high is None else _number(found.amount.high * factor + smaller)
    parts = dict(found.parts)
    timex = timex_of(parts) if not found.amount.ranged else None
    unit = _CANONICAL.get(found.unit, found.unit)
    return Figure(kind, low, high, found.amount.approx, unit, complement(scan, found.stop), timex)


_SECONDS = {"second": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}


def _in_main(unit: str, main: str) -> float:
    """How many main units one smaller unit is (a month is a twelfth of a year)."""
    if (unit, main) == ("month", "year"):
        return 1 / 12
    return _SECONDS.get(unit, 0) / _SECONDS.get(main, 1)


def _number(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
