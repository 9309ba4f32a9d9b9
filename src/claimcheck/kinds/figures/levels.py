"""How two figures of one fact relate: the ordered levels, first that applies wins."""

from functools import cache

from claimcheck.italian import timex
from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import stem
from claimcheck.kinds.base import Details, Kind, Level, Side
from claimcheck.kinds.figures import values
from claimcheck.model import Figure, Interval

_ABOUT = 0.25
_WINDOW_YEARS = 2


def comparable(a: Side, b: Side) -> bool:
    """True if the two figures measure the same: calendar with calendar (or a duration), amounts of one dimension."""
    first, second = _figure(a), _figure(b)
    kinds = {values.dimension(first), values.dimension(second)}
    return len(kinds) == 1 or kinds == {"calendar", "time"} or kinds == {"%", "pp"}


def _figure(side: Side) -> Figure:
    return side.claim.figure or Figure("quantity")


def _said(a: Side, b: Side, **more: str) -> Details:
    return {"a": a.claim.text, "b": b.claim.text, **more}


def _calendar(a: Side, b: Side) -> tuple[timex.Days, timex.Days] | None:
    first, second = values.days_of(a), values.days_of(b)
    return (first, second) if first and second else None


def _numbers(a: Side, b: Side) -> tuple[Interval, Interval] | None:
    first, second = _figure(a), _figure(b)
    if values.temporal(first) or values.temporal(second):
        return None
    one, other = values.measured(first), values.measured(second)
    empty = (None, None)
    return None if (one.low, one.high) == empty or (other.low, other.high) == empty else (one, other)


def same_deictic(a: Side, b: Side) -> Details | None:
    """`oggi` inside two renderings of one statement, not resolved in one of them."""
    first, second = _figure(a), _figure(b)
    if not (values.temporal(first) and values.temporal(second)) or (first.timex and second.timex):
        return None
    return _said(a, b) if a.claim.text.casefold() == b.claim.text.casefold() else None


def same_time(a: Side, b: Side) -> Details | None:
    """One day, month or year, whatever the words."""
    both = _calendar(a, b)
    if both is None or both[0] != both[1]:
        return None
    clocks = timex.minutes(_figure(a).timex), timex.minutes(_figure(b).timex)
    if (clocks[0] or clocks[1]) and (clocks[0] != clocks[1] or _loose(a) or _loose(b)):
        return None
    return _said(a, b)


def _loose(side: Side) -> bool:
    """True for a time said with reserve: `intorno alle 21`, `dopo le 20.30`."""
    words = side.claim.text.casefold()
    return _figure(side).approx or any(mark in words for mark in ("dopo", "prima", "poco", "intorno", "verso", "circa"))


def near_clock(a: Side, b: Side) -> Details | None:
    """Times of one day that differ only by the reserve they are said with."""
    first, second = timex.minutes(_figure(a).timex), timex.minutes(_figure(b).timex)
    both = _calendar(a, b)
    if not (first and second and both and both[0] == both[1]):
        return None
    apart = max(first[0], second[0]) - min(first[1], second[1])
    return _said(a, b) if apart <= (60 if _loose(a) or _loose(b) else 0) else None


def granularity(a: Side, b: Side) -> Details | None:
    """One time lies inside the other: `settembre 2023` in `l'anno scorso`."""
    both = _calendar(a, b)
    if both is None or both[0] == both[1]:
        return None
    if both[0].contains(both[1]) or both[1].contains(both[0]):
        inner = a if both[1].contains(both[0]) else b
        return _said(a, b, inner=inner.claim.text)
    return _said(a, b, inner=b.claim.text) if both[0].overlaps(both[1]) else None


def derived(a: Side, b: Side) -> Details | None:
    """A duration that leads back to the named year: `prima visita in 24 anni`, published in 2024, and `dal 2000`."""
    found = _counted_back(a, b)
    if found is None:
        return None
    span, moment, year, days = found
    exact = days.length >= 365 and days.first.year == year and not _stressed(span)
    return _said(a, b, year=str(year), span=span.claim.text, moment=moment.claim.text) if exact else None


def derived_near(a: Side, b: Side) -> Details | None:
    """A duration that leads back to the day or, within a month or so, to the year named."""
    found = _counted_back(a, b)
    if found is None or abs(found[3].first.year - found[2]) > 1:
        return None
    span, moment, year, days = found
    if days.first.year != year and days.length >= 365:
        return None
    return _said(a, b, year=str(year), span=span.claim.text, moment=moment.claim.text)


def derived_window(a: Side, b: Side) -> Details | None:
    """A year that lies inside the window a duration opens: 2000 and `secondo viaggio in venticinque anni`."""
    found = _counted_back(a, b)
    if found is None or not found[2] < found[3].first.year <= found[2] + _WINDOW_YEARS:
        return None
    return _said(a, b, year=str(found[2]), span=found[0].claim.text, moment=found[1].claim.text)


def _counted_back(a: Side, b: Side) -> tuple[Side, Side, int, timex.Days] | None:
    for span, moment in ((a, b), (b, a)):
        year, days = values.derived_year(span), values.days_of(moment)
        if year is not None and days is not None:
            return span, moment, year, days
    return None


def _stressed(side: Side) -> bool:
    return _figure(side).approx or "esattamente" in side.claim.text.casefold()


def left_out(a: Side, b: Side) -> Details | None:
    """Two lists of years, one longer: the explanation names the year the other leaves out."""
    both = _calendar(a, b)
    if both is None or both[0].overlaps(both[1]):
        return None
    for lacking, full in ((a, b), (b, a)):
        missing = values.missing_year(full, lacking)
        if missing:
            return _said(
                a,
                b,
                missing=missing,
                list_a=", ".join(values.listed_years(a)),
                list_b=", ".join(values.listed_years(b)),
            )
    return None


def deictic_day(a: Side, b: Side) -> Details | None:
    """`oggi` in two articles published on different days: each means its own day."""
    both = _calendar(a, b)
    same = a.claim.text.casefold() == b.claim.text.casefold()
    if both is None or both[0].overlaps(both[1]) or not same or any(c.isdigit() for c in a.claim.text):
        return None
    return _said(a, b) if a.article.published_on != b.article.published_on else None


def other_day(a: Side, b: Side) -> Details | None:
    """Two different single days for one event."""
    both = _calendar(a, b)
    if both is None or both[0].overlaps(both[1]) or not (values.is_day(_figure(a)) and values.is_day(_figure(b))):
        return None
    return _said(a, b, day_a=both[0].first.isoformat(), day_b=both[1].first.isoformat())


def same_amount(a: Side, b: Side) -> Details | None:
    """The same number or interval, units converted; both exact or both about."""
    both = _numbers(a, b)
    if both is None or not values.same_value(*both) or both[0].approx != both[1].approx:
        return None
    return None if _stressed(a) != _stressed(b) else _said(a, b)


def about(a: Side, b: Side) -> Details | None:
    """The same or nearly the same number, once exactly and once about."""
    both = _numbers(a, b)
    if both is None:
        return None
    gap = values.gap(*both)
    if values.same_value(*both):
        return _said(a, b)
    reserve = both[0].approx or both[1].approx
    return _said(a, b) if reserve and gap is not None and gap <= _ABOUT else None


def bound(a: Side, b: Side) -> Details | None:
    """One interval reaches into the other: `oltre 11.000` and `più di 10.000`, `almeno 20` and `23`."""
    both = _numbers(a, b)
    if both is None or (values.point(both[0]) is not None and values.point(both[1]) is not None):
        return None
    return _said(a, b) if both[0].overlaps(both[1]) else None


def rounding(a: Side, b: Side) -> Details | None:
    """One number is the other in fewer digits: `3,5 miliardi` and `3,47 miliardi`."""
    both = _numbers(a, b)
    return _said(a, b) if both and values.is_rounding(*both) else None


def points(a: Side, b: Side) -> Details | None:
    """Per cent against percentage points: two different measures of one change."""
    return _said(a, b) if {_figure(a).unit, _figure(b).unit} == {"%", "pp"} else None


def other_rank(a: Side, b: Side) -> Details | None:
    """Ranks over different windows: `prima volta dal 2000` and `secondo viaggio in venticinque anni`."""
    both = _numbers(a, b)
    if both is None or _figure(a).kind != "ordinal" or values.same_value(*both):
        return None
    return _said(a, b)


def other_window(a: Side, b: Side) -> Details | None:
    """Durations of nearly one length that open different windows: `in 24 anni` and `in venticinque anni`."""
    both = _numbers(a, b)
    if both is None or {_figure(a).kind, _figure(b).kind} != {"duration"}:
        return None
    gap = values.gap(*both)
    window = all(_windowed(side) for side in (a, b))
    return _said(a, b) if gap is not None and 0 < gap <= 0.05 and window else None


def _windowed(side: Side) -> bool:
    before = side.article.text[max(side.claim.start - 12, 0) : side.claim.start].casefold().rstrip()
    return (
        before.endswith((" in", " dopo", " da", "negli ultimi", "ultimi", " di")) or "dopo" in side.sentence.casefold()
    )


def update(a: Side, b: Side) -> Details | None:
    """A count that only grows, reported higher on a later day: an update, not a contradiction."""
    both = _numbers(a, b)
    days = a.article.published_on, b.article.published_on
    if both is None or days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    first, second = values.point(both[0]), values.point(both[1])
    if first is None or second is None or not (_growing(a) and _growing(b)):
        return None
    earlier, later = (first, second) if days[0] < days[1] else (second, first)
    return _said(a, b) if earlier < later else None


def _growing(side: Side) -> bool:
    words = f"{side.claim.text} {_figure(side).of or ''}".replace("'", " ").replace("’", " ").split()
    return any(stem(word) in _growing_nouns() for word in words)


@cache
def _growing_nouns() -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.kinds.figures", "counts.toml")["growing"])


def outside(a: Side, b: Side) -> Details | None:
    """A bound that the other number breaks: `almeno 20` and `18`."""
    both = _numbers(a, b)
    if both is None or both[0].overlaps(both[1]):
        return None
    open_ended = any(values.point(interval) is None for interval in both)
    return _said(a, b) if open_ended else None


def other_value(a: Side, b: Side) -> Details | None:
    """Two exact numbers that cannot both be right."""
    both = _numbers(a, b)
    if both is None:
        return None
    return _said(a, b) if all(values.point(i) is not None for i in both) and not values.same_value(*both) else None


LEVELS = (
    Level(
        "deictic",
        "agree",
        "date",
        same_deictic,
        "«{a}» sta nella stessa dichiarazione: indica lo stesso giorno.",
        "“{a}” is part of the same statement and means the same day.",
    ),
    Level(
        "equal",
        "agree",
        None,
        same_time,
        "«{a}» e «{b}» indicano lo stesso momento.",
        "“{a}” and “{b}” name the same time.",
    ),
    Level(
        "clock",
        "compatible",
        "precision",
        near_clock,
        "«{a}» e «{b}» indicano la stessa ora con diversa precisione.",
        "“{a}” and “{b}” give the same hour with different precision.",
    ),
    Level(
        "granularity",
        "compatible",
        "precision",
        granularity,
        "«{a}» e «{b}» non si contraddicono: «{inner}» cade nel periodo indicato dall'altra fonte.",
        "“{a}” and “{b}” do not contradict each other: “{inner}” falls within the other's period.",
    ),
    Level(
        "derived",
        "agree",
        None,
        derived,
        "«{span}» prima della pubblicazione porta al {year}, come «{moment}».",
        "“{span}” before publication leads to {year}, like “{moment}”.",
    ),
    Level(
        "derived",
        "compatible",
        "precision",
        derived_near,
        "«{span}» prima della pubblicazione porta al {year}; «{moment}» è più o meno preciso.",
        "“{span}” before publication leads to {year}; “{moment}” is more or less precise.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        derived_window,
        "«{moment}» cade nel periodo di «{span}», che comincia nel {year}.",
        "“{moment}” falls within “{span}”, which begins in {year}.",
    ),
    Level(
        "set",
        "compatible",
        "set",
        left_out,
        "Una fonte elenca {list_a}, l'altra {list_b}: manca il {missing}.",
        "One source lists {list_a}, the other {list_b}: {missing} is missing.",
    ),
    Level(
        "publication-day",
        "compatible",
        "date",
        deictic_day,
        "«{a}» vale in ciascun articolo per il proprio giorno di pubblicazione.",
        "“{a}” counts from each article's own day of publication.",
    ),
    Level(
        "date",
        "conflict",
        "date",
        other_day,
        "«{a}» è il {day_a}, «{b}» è il {day_b}: le date non coincidono.",
        "“{a}” is {day_a}, “{b}” is {day_b}: the dates differ.",
    ),
    Level(
        "equal",
        "agree",
        None,
        same_amount,
        "«{a}» e «{b}» dicono lo stesso valore.",
        "“{a}” and “{b}” state the same value.",
    ),
    Level(
        "bound",
        "compatible",
        "value",
        bound,
        "«{a}» e «{b}» non si contraddicono: un intervallo sta dentro l'altro o lo tocca.",
        "“{a}” and “{b}” do not contradict each other: one range lies inside the other or meets it.",
    ),
    Level(
        "approximate",
        "compatible",
        "precision",
        about,
        "«{a}» e «{b}» dicono lo stesso valore con diversa precisione.",
        "“{a}” and “{b}” state the same value with different precision.",
    ),
    Level(
        "points",
        "compatible",
        "value",
        points,
        "«{a}» e «{b}» usano misure diverse: percentuale e punti percentuali.",
        "“{a}” and “{b}” use different measures: per cent and percentage points.",
    ),
    Level(
        "rounding",
        "compatible",
        "precision",
        rounding,
        "«{a}» e «{b}»: un valore è l'arrotondamento dell'altro.",
        "“{a}” and “{b}”: one value is the other rounded.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        other_rank,
        "«{a}» e «{b}» contano su periodi o insiemi diversi.",
        "“{a}” and “{b}” count over different periods or sets.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        other_window,
        "«{a}» e «{b}» guardano a periodi diversi, che possono valere entrambi.",
        "“{a}” and “{b}” look at different periods; both can hold.",
    ),
    Level(
        "update",
        "compatible",
        "value",
        update,
        "«{a}» e «{b}» sono conti dello stesso fatto in giorni diversi: il più recente aggiorna il primo.",
        "“{a}” and “{b}” count the same fact on different days: the later updates the earlier.",
    ),
    Level(
        "bound-conflict",
        "conflict",
        "value",
        outside,
        "«{a}» e «{b}» si escludono: il valore sta fuori dall'intervallo.",
        "“{a}” and “{b}” exclude each other: the value lies outside the range.",
    ),
    Level(
        "value",
        "conflict",
        "value",
        other_value,
        "«{a}» e «{b}»: i due valori non possono valere entrambi.",
        "“{a}” and “{b}”: the two values cannot both hold.",
    ),
)

KIND = Kind("figure", LEVELS)
