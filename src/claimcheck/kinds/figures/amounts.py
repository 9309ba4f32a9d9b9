"""Amounts, ages, ranks and durations of one fact side by side: a test gives the words of its explanation, or None."""

import re

from claimcheck.italian.stems import stem
from claimcheck.kinds.base import Details, Side
from claimcheck.kinds.figures import qualifiers, values
from claimcheck.kinds.figures.values import figure_of, said, stressed
from claimcheck.model import Interval

_ABOUT = 0.25
_RECKONS = re.compile(
    r"\b(?:(?:è|era|sarà|fu|sia|sarebbe|per|come)(?: stat[oa])?(?: già| ormai)? (?:il|la|l['’])"
    r"|(?:al|alla|col|con il|il|la|nel|nella)? ?(?:suo|sua|loro)|tratta (?:del|della|dell['’]))\s*$",
    re.IGNORECASE,
)
_UNLIMITED = frozenset({"age", "ordinal"})


def _numbers(a: Side, b: Side) -> tuple[Interval, Interval] | None:
    first, second = figure_of(a), figure_of(b)
    if values.temporal(first) or values.temporal(second):
        return None
    one, other = values.measured(first), values.measured(second)
    empty = (None, None)
    return None if (one.low, one.high) == empty or (other.low, other.high) == empty else (one, other)


def same_amount(a: Side, b: Side) -> Details | None:
    """The same number or interval, units converted; both exact or both about."""
    both = _numbers(a, b)
    if both is None or not values.same_value(*both) or both[0].approx != both[1].approx:
        return None
    return None if stressed(a) != stressed(b) else said(a, b)


def about(a: Side, b: Side) -> Details | None:
    """The same or nearly the same number, once exactly and once about."""
    both = _numbers(a, b)
    if both is None:
        return None
    if values.same_value(*both):
        return said(a, b)
    reserve = both[0].approx or both[1].approx or qualifiers.vague(a) or qualifiers.vague(b)
    return said(a, b) if reserve and values.apart(*both) <= _ABOUT else None


def bound(a: Side, b: Side) -> Details | None:
    """One interval reaches into the other: `oltre 7.000` and `più di 6.000`, `almeno 20` and `23`."""
    both = _numbers(a, b)
    if both is None or (values.point(both[0]) is not None and values.point(both[1]) is not None):
        return None
    return said(a, b) if both[0].overlaps(both[1]) else None


def other_ceiling(a: Side, b: Side) -> Details | None:
    """Two highest sentences for one charge: `rischia 12 anni` and `fino a 15 anni di carcere`.

    Who risks twelve years risks at most twelve: both give the end of the range, and only one end can be right.
    """
    both = _numbers(a, b)
    if both is None or not (_ceiling(a) and _ceiling(b)) or both[0].approx or both[1].approx:
        return None
    first, second = both[0].high, both[1].high
    return said(a, b) if first is not None and second is not None and first != second else None


def _ceiling(side: Side) -> bool:
    """True for the years of a sentence that somebody risks, or that the law allows at most."""
    figure = figure_of(side)
    if figure.kind != "duration" or figure.high is None:
        return False
    if figure.low is None:
        return qualifiers.in_prison(side)
    return figure.low == figure.high and qualifiers.told(side, "risk")


def rounding(a: Side, b: Side) -> Details | None:
    """One number is the other in fewer digits: `3,5 miliardi` and `3,47 miliardi`."""
    both = _numbers(a, b)
    return said(a, b) if both and (values.is_rounding(*both) or values.almost_meets(*both)) else None


def points(a: Side, b: Side) -> Details | None:
    """Per cent against percentage points: two different measures of one change."""
    percents = {figure_of(a).unit, figure_of(b).unit} <= {"%", "pp"}
    return said(a, b) if percents and _in_points(a) != _in_points(b) else None


def _in_points(side: Side) -> bool:
    return figure_of(side).unit == "pp" or " punt" in side.claim.text.casefold()


def scope(a: Side, b: Side) -> Details | None:
    """Two values with other limits: unemployment and youth unemployment, whole and part, month and year."""
    both = _numbers(a, b)
    if both is None or figure_of(a).kind in _UNLIMITED:
        return None
    if not _turned(a, b) and (both[0].overlaps(both[1]) or about(a, b) or rounding(a, b)):
        return None
    return said(a, b) if qualifiers.is_part(a) != qualifiers.is_part(b) or _limits_differ(a, b) else None


def _limits_differ(a: Side, b: Side) -> bool:
    """True if a limit is named on one side only; a state counts only where both sides name one."""
    first, second = qualifiers.scopes(a), qualifiers.scopes(b)
    apart = first ^ second
    named = {limit for limit in apart if limit.startswith("in ")}
    rivals = any(limit in named for limit in first) and any(limit in named for limit in second)
    return bool(apart - named) or rivals


def _turned(a: Side, b: Side) -> bool:
    return {qualifiers.direction(a), qualifiers.direction(b)} == {"up", "down"}


def sign(a: Side, b: Side) -> Details | None:
    """A change upwards and a change downwards: `cresciuto dello 0,2%` and `calato dello 0,2%`."""
    return said(a, b) if _numbers(a, b) and _turned(a, b) else None


def other_trend(a: Side, b: Side) -> Details | None:
    """One level reached from two sides, which may count from two days: `sceso a 12 milioni`, `salito a 12 milioni`."""
    both = _numbers(a, b)
    if both is None or {qualifiers.trend(a), qualifiers.trend(b)} != {"up", "down"}:
        return None
    return said(a, b) if values.same_value(*both) else None


def unit(a: Side, b: Side) -> Details | None:
    """The same digits in another currency, unit or scale: euros and dollars, miles and kilometres, thousands."""
    both, first, second = _numbers(a, b), figure_of(a), figure_of(b)
    if both is None:
        return None
    if {first.kind, second.kind} == {"money"} and first.unit != second.unit:
        return said(a, b)
    if both[0].overlaps(both[1]) or values.point(both[0]) is None or values.point(both[1]) is None:
        return None
    same = first.low == second.low and first.unit != second.unit
    return said(a, b) if same or values.scaled(first, second) else None


def other_rank(a: Side, b: Side) -> Details | None:
    """Ranks over different windows: `prima volta dal 2000` and `secondo viaggio in venticinque anni`."""
    both = _numbers(a, b)
    if both is None or figure_of(a).kind != "ordinal" or values.same_value(*both):
        return None
    return said(a, b)


def rank(a: Side, b: Side) -> Details | None:
    """Ranks that both say how many there have been, over no window: `è il suo secondo mandato`, `il suo terzo`."""
    if other_rank(a, b) is None or not (_reckoned(a) and _reckoned(b)):
        return None
    first, second = (stem(figure_of(side).of or "") for side in (a, b))
    days = a.article.published_on, b.article.published_on
    return said(a, b) if first == second != "" and (None in days or days[0] == days[1]) else None


def _reckoned(side: Side) -> bool:
    before = side.article.text[max(side.claim.start - 24, side.claim.sentence[0]) : side.claim.start]
    return bool(_RECKONS.search(before)) and not qualifiers.windowed(side)


def other_window(a: Side, b: Side) -> Details | None:
    """Durations of nearly one length that open different windows: `in 30 anni` and `in trentuno anni`."""
    both = _numbers(a, b)
    if both is None or {figure_of(a).kind, figure_of(b).kind} != {"duration"}:
        return None
    gap = values.gap(*both)
    window = all(_windowed(side) for side in (a, b))
    return said(a, b) if gap is not None and 0 < gap <= 0.05 and window else None


def _windowed(side: Side) -> bool:
    before = side.article.text[max(side.claim.start - 12, 0) : side.claim.start].casefold().rstrip()
    return (
        before.endswith((" in", " dopo", " da", "negli ultimi", "ultimi", " di")) or "dopo" in side.sentence.casefold()
    )


def update(a: Side, b: Side) -> Details | None:
    """A count or quotation taken at two times: the later one replaces the earlier and does not contradict it."""
    both = _numbers(a, b)
    if both is None or both[0].overlaps(both[1]):
        return None
    days = a.article.published_on, b.article.published_on
    later = qualifiers.later(a, b)
    if later is None and None not in days:
        revised = qualifiers.marked(a, "provisional") or qualifiers.marked(b, "provisional")
        return said(a, b) if revised and _counted(a, b, "growing") else None
    if _counted(a, b, "shifting") or (later is not None and qualifiers.shared(a, b, "series")):
        return said(a, b)
    first, second = (i.high if i.low is None else i.low for i in both)
    if not _counted(a, b, "growing") or first is None or second is None:
        return None
    grown = later is None or (first < second) == (later is b)
    return said(a, b) if grown or qualifiers.marked(later or a, "provisional") else None


def _counted(a: Side, b: Side, group: str) -> bool:
    return qualifiers.counts(a, group) and qualifiers.counts(b, group)


def outside(a: Side, b: Side) -> Details | None:
    """A bound that the other number breaks: `almeno 20` and `18`."""
    both = _numbers(a, b)
    if both is None or both[0].overlaps(both[1]):
        return None
    open_ended = any(values.point(interval) is None for interval in both)
    return said(a, b) if open_ended else None


def other_value(a: Side, b: Side) -> Details | None:
    """Two exact numbers that cannot both be right."""
    both = _numbers(a, b)
    if both is None:
        return None
    return said(a, b) if all(values.point(i) is not None for i in both) and not values.same_value(*both) else None
