"""Amounts, ages, ranks and durations of one fact side by side: a test gives the words of its explanation, or None."""

from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import stem
from claimcheck.kinds.base import Details, Side
from claimcheck.kinds.figures import values
from claimcheck.kinds.figures.values import figure_of, said, stressed
from claimcheck.model import Interval

_ABOUT = 0.25


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
    gap = values.gap(*both)
    if values.same_value(*both):
        return said(a, b)
    reserve = both[0].approx or both[1].approx
    return said(a, b) if reserve and gap is not None and gap <= _ABOUT else None


def bound(a: Side, b: Side) -> Details | None:
    """One interval reaches into the other: `oltre 11.000` and `più di 10.000`, `almeno 20` and `23`."""
    both = _numbers(a, b)
    if both is None or (values.point(both[0]) is not None and values.point(both[1]) is not None):
        return None
    return said(a, b) if both[0].overlaps(both[1]) else None


def rounding(a: Side, b: Side) -> Details | None:
    """One number is the other in fewer digits: `3,5 miliardi` and `3,47 miliardi`."""
    both = _numbers(a, b)
    return said(a, b) if both and values.is_rounding(*both) else None


def points(a: Side, b: Side) -> Details | None:
    """Per cent against percentage points: two different measures of one change."""
    percents = {figure_of(a).unit, figure_of(b).unit} <= {"%", "pp"}
    return said(a, b) if percents and _in_points(a) != _in_points(b) else None


def _in_points(side: Side) -> bool:
    return figure_of(side).unit == "pp" or " punt" in side.claim.text.casefold()


def other_rank(a: Side, b: Side) -> Details | None:
    """Ranks over different windows: `prima volta dal 2000` and `secondo viaggio in venticinque anni`."""
    both = _numbers(a, b)
    if both is None or figure_of(a).kind != "ordinal" or values.same_value(*both):
        return None
    return said(a, b)


def other_window(a: Side, b: Side) -> Details | None:
    """Durations of nearly one length that open different windows: `in 24 anni` and `in venticinque anni`."""
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
    """A count that only grows, reported higher on a later day, or on a day not known: no contradiction."""
    both = _numbers(a, b)
    if both is None or both[0].overlaps(both[1]) or not (_growing(a) and _growing(b)):
        return None
    days = a.article.published_on, b.article.published_on
    if days[0] is None or days[1] is None:
        return said(a, b)
    first, second = (i.high if i.low is None else i.low for i in both)
    if days[0] == days[1] or first is None or second is None:
        return None
    earlier, later = (first, second) if days[0] < days[1] else (second, first)
    return said(a, b) if earlier < later else None


def _growing(side: Side) -> bool:
    words = f"{side.claim.text} {figure_of(side).of or ''}".replace("'", " ").replace("’", " ").split()
    return any(stem(word) in _growing_nouns() for word in words)


@cache
def _growing_nouns() -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.kinds.figures", "words.toml")["growing"])


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
