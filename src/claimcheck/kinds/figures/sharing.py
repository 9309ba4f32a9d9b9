"""Units said once for several figures: 600mila euro ... oltre 2,4 milioni; di nove e dodici anni."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.italian.calendar import duration
from claimcheck.kinds.figures.quantities import rescaled
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_FEW = 4
_MONEY_REACH = 300
_RATE_REACH = 150
_AGAIN = 120
_LARGE = 1000
_EURO = "EUR"
_MONEY_WINDOW = 8
_MONEY_AFTER = 3
_SHARED = frozenset({"age", "duration", "percent", "money", "measure"})


def share_currency(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """`600mila euro ... oltre 2,4 milioni`: a large number without a noun is of the money told just before."""
    done: list[Found] = []
    unit: str | None = None
    last = 0
    for found in founds:
        here = scan.tokens[found.start].start
        context = _currency_of(scan, found, unit, here - last)
        if context:
            found = replace(found, figure=replace(found.figure, kind="money", unit=context), rule="money by context")
        if found.figure.kind == "money":
            unit, last = found.figure.unit, here
        done.append(found)
    return done


def _currency_of(scan: Scan, found: Found, unit: str | None, away: int) -> str | None:
    """The currency of a number without one; `unit` was said `away` characters before."""
    if unit and away <= _RATE_REACH and _at_a_rate(scan, found):
        return unit
    if unit and away <= _AGAIN and _again(scan, found):
        return unit
    if not _may_be_money(scan, found):
        return None
    if unit and away <= _MONEY_REACH and not _counts_people(scan, found):
        return unit
    worth = _worth(scan, found) and not _counts_people(scan, found)
    of_money = found.rule == "counted noun" or _speaks_of_money(scan, found) or _milliards(scan, found)
    return _EURO if of_money or worth else None


def _at_a_rate(scan: Scan, found: Found) -> bool:
    """440,42 euro al mese, | 5.725,46 annui: an amount of the money told just before."""
    following = scan.key(found.stop) in word_set("expand", "a") and scan.key(found.stop + 1) in word_set("money", "per")
    return found.rule == "bare number" and (following or scan.key(found.stop) in word_set("money", "rates"))


def _worth(scan: Scan, found: Found) -> bool:
    """uno yacht da | 9 milioni; not da 1,18 milioni a 1,03 milioni."""
    changes = scan.key(found.stop) in word_set("near", "change_to")
    return scan.key(found.start - 1) == "da" and scan.is_word(found.start - 2) and not changes


def _again(scan: Scan, found: Found) -> bool:
    """100 euro, rivenduti per | 5000; 22-23.000 euro, oggi dai | 50.000 in su: a large number of no other thing."""
    value = found.figure.low or found.figure.high or 0
    plain = found.rule == "bare number" and found.figure.of is None and value >= _LARGE
    return plain and scan.key(found.start - 1) in word_set("money", "before_again") and not _counts_people(scan, found)


def _may_be_money(scan: Scan, found: Found) -> bool:
    """oltre 3,6 milioni; 20 miliardi di debiti."""
    if found.rule == "bare number":
        return any(scan.key(k) in word_set("money", "scales") for k in range(found.start, found.stop))
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
        linked = (
            changed or scan.key(first.stop) in word_set("grammar", "and_or_ed") or scan.keys(first.stop, ("sia", "da"))
        )
        linked = linked and 1 <= second.start - first.stop <= 2
        if first.rule != "bare number" or not linked or second.figure.kind not in _SHARED:
            continue
        unit = second.figure.unit
        timex = duration({unit: first.figure.low}) if unit and first.figure.low and second.figure.timex else None
        figure = replace(first.figure, kind=second.figure.kind, unit=unit, timex=timex)
        if changed and figure.low is not None and figure.low == figure.high:
            value = rescaled(scan, figure.low, second)
            figure = replace(figure, low=value, high=value)
        done[k] = replace(first, figure=figure, rule=f"{second.rule} by context")
    return done


def join_between(scan: Scan, founds: Sequence[Found]) -> list[Found]:
    """tra il 60% e il 70%, fra 3 km e 5 km: two amounts of one unit that close an interval."""
    done: list[Found] = []
    for found in founds:
        joined = _between(scan, done[-1], found) if done else None
        done[-1:] = [joined] if joined else [*done[-1:], found]
    return done


def _between(scan: Scan, first: Found, second: Found) -> Found | None:
    one, other = first.figure, second.figure
    i = first.start - (scan.key(first.start - 1) in word_set("expand", "i"))
    link = second.start - (scan.key(second.start - 1) in word_set("expand", "i")) - 1
    opened = scan.key(i - 1) in ("tra", "fra") and link == first.stop and scan.key(link) in ("e", "ed")
    alike = one.kind == other.kind and one.kind in _SHARED and one.unit == other.unit and one.unit is not None
    exact = one.low == one.high and other.low == other.high and None not in (one.low, other.low)
    if not (opened and alike and exact and (one.low or 0) < (other.low or 0)):
        return None
    return replace(second, start=i - 1, figure=replace(other, low=one.low, timex=None))
