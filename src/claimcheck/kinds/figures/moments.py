"""Dates, years and times of one fact side by side: each test gives the words of its explanation, or None."""

from claimcheck.italian import timex
from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import content
from claimcheck.kinds.base import Details, Side, outlets
from claimcheck.kinds.figures import qualifiers, values
from claimcheck.kinds.figures.values import figure_of, said, stressed

_WINDOW_YEARS = 2
_STATEMENT = 5
NEAR_YEARS = 3
"""Years that two reports of one event may lie apart; years further apart date two things."""


def _calendar(a: Side, b: Side) -> tuple[timex.Days, timex.Days] | None:
    first, second = values.days_of(a), values.days_of(b)
    return (first, second) if first and second else None


def same_deictic(a: Side, b: Side) -> Details | None:
    """`oggi` inside two renderings of one statement: one unresolved, or both quoted in like surroundings."""
    first, second = figure_of(a), figure_of(b)
    if not (values.temporal(first) and values.temporal(second)) or a.claim.text.casefold() != b.claim.text.casefold():
        return None
    if first.timex and second.timex:
        quoted = first.timex != second.timex and _quoted(a) and _quoted(b)
        alike = set(content(a.sentence)) & set(content(b.sentence))
        if not quoted or len(alike) < _STATEMENT or any(c.isdigit() for c in a.claim.text):
            return None
    return said(a, b)


def _quoted(side: Side) -> bool:
    """True if a quotation mark stands open before the claim in its paragraph."""
    text = side.article.text
    before = text[text.rfind("\n", 0, side.claim.start) + 1 : side.claim.start]
    return before.count('"') % 2 == 1 or any(before.rfind(o) > before.rfind(c) for o, c in ("“”", "«»"))


def same_time(a: Side, b: Side) -> Details | None:
    """One day, month or year, whatever the words."""
    both = _calendar(a, b)
    if both is None or both[0] != both[1]:
        return None
    clocks = timex.minutes(figure_of(a).timex), timex.minutes(figure_of(b).timex)
    if clocks[0] == clocks[1] and a.claim.text.casefold() == b.claim.text.casefold():
        return said(a, b)
    if (clocks[0] or clocks[1]) and (clocks[0] != clocks[1] or _loose(a) or _loose(b)):
        return None
    return said(a, b)


def _loose(side: Side) -> bool:
    """True for a time said with reserve: `intorno alle 21`, `dopo le 20.30`."""
    words = side.claim.text.casefold()
    return figure_of(side).approx or any(
        mark in words for mark in ("dopo", "prima", "poco", "intorno", "verso", "circa")
    )


def near_clock(a: Side, b: Side) -> Details | None:
    """Times of one day that differ only by the reserve they are said with."""
    first, second = timex.minutes(figure_of(a).timex), timex.minutes(figure_of(b).timex)
    both = _calendar(a, b)
    if not (first and second and both and both[0] == both[1]):
        return None
    apart = max(first[0], second[0]) - min(first[1], second[1])
    return said(a, b) if apart <= (60 if _loose(a) or _loose(b) else 0) else None


def granularity(a: Side, b: Side) -> Details | None:
    """One time lies inside the other: `settembre 2023` in `l'anno scorso`."""
    both = _calendar(a, b)
    if both is None or both[0] == both[1]:
        return None
    if both[0].contains(both[1]) or both[1].contains(both[0]):
        inner, outer = (a, b) if both[1].contains(both[0]) else (b, a)
        return said(a, b, inner=inner.claim.text, outer=outer.claim.text)
    first, second = sorted((a, b), key=lambda side: side.claim.text)
    return said(a, b, inner=first.claim.text, outer=second.claim.text) if both[0].overlaps(both[1]) else None


def derived(a: Side, b: Side) -> Details | None:
    """A duration that leads back to the named year: `prima sconfitta in 30 anni`, published in 2024, and `dal 1994`."""
    found = _counted_back(a, b)
    if found is None:
        return None
    span, moment, year, days = found
    exact = days.length >= 365 and days.first.year == year and not stressed(span)
    return said(a, b, year=str(year), span=span.claim.text, moment=moment.claim.text) if exact else None


def derived_near(a: Side, b: Side) -> Details | None:
    """A duration that leads back to the year of the day named, or is said with reserve: `30 anni`, `3 maggio 1994`."""
    found = _counted_back(a, b)
    if found is None or found[3].first.year != found[2]:
        return None
    span, moment, year, _ = found
    return said(a, b, year=str(year), span=span.claim.text, moment=moment.claim.text)


def derived_window(a: Side, b: Side) -> Details | None:
    """A year that lies inside the window a duration opens: 2000 and `secondo viaggio in venticinque anni`."""
    found = _counted_back(a, b)
    if found is None or not found[2] < found[3].first.year <= found[2] + _WINDOW_YEARS:
        return None
    return said(a, b, year=str(found[2]), span=found[0].claim.text, moment=found[1].claim.text)


def _counted_back(a: Side, b: Side) -> tuple[Side, Side, int, timex.Days] | None:
    for span, moment in ((a, b), (b, a)):
        year, days = values.derived_year(span), values.days_of(moment)
        if year is not None and days is not None:
            return span, moment, year, days
    return None


def left_out(a: Side, b: Side) -> Details | None:
    """Two lists of years, one longer: the explanation names the year the other leaves out."""
    both = _calendar(a, b)
    if both is None or both[0].overlaps(both[1]):
        return None
    for lacking, full in ((a, b), (b, a)):
        missing = values.missing_year(full, lacking)
        if missing:
            *years, last = sorted(values.listed_years(lacking))
            return said(a, b, missing=missing, shorter=f"{', '.join(years)}; {last}", **outlets(lacking, full))
    return None


def deictic_day(a: Side, b: Side) -> Details | None:
    """`oggi` in two articles published on different days: each means its own day."""
    both = _calendar(a, b)
    same = a.claim.text.casefold() == b.claim.text.casefold()
    if both is None or both[0].overlaps(both[1]) or not same or any(c.isdigit() for c in a.claim.text):
        return None
    return said(a, b) if a.article.published_on != b.article.published_on else None


def one_night(a: Side, b: Side) -> Details | None:
    """Two days in a row, one of which names a night, that lies in both: `sabato notte` and `domenica all'una`."""
    both = _calendar(a, b)
    nights = any(qualifiers.at_night(side) for side in (a, b))
    if both is None or not nights or abs((both[0].first - both[1].first).days) != 1:
        return None
    days = all(values.is_day(figure_of(side)) for side in (a, b))
    return said(a, b) if days and both[0].length == both[1].length == 1 else None


def moved_day(a: Side, b: Side) -> Details | None:
    """Two days for one event, one of which is said to have been put off or brought forward."""
    moved = qualifiers.marked(a, "moved") or qualifiers.marked(b, "moved")
    return other_day(a, b) if moved else None


def other_day(a: Side, b: Side) -> Details | None:
    """Two different single days for one event; hours are too often other hours of other days."""
    both = _calendar(a, b)
    if both is None or both[0].overlaps(both[1]) or not (values.is_day(figure_of(a)) and values.is_day(figure_of(b))):
        return None
    if timex.minutes(figure_of(a).timex) or timex.minutes(figure_of(b).timex):
        return None
    (first, early), (second, late) = sorted(zip(both, (a, b), strict=True), key=lambda found: found[0].first)
    return {"a": early.claim.text, "b": late.claim.text, **_days(first, second)}


def other_year(a: Side, b: Side) -> Details | None:
    """Two different years for one event, a few years apart, each the only one in its sentence."""
    both = _calendar(a, b)
    if both is None or not (values.is_year(figure_of(a)) and values.is_year(figure_of(b))):
        return None
    if not 0 < abs(both[0].first.year - both[1].first.year) <= NEAR_YEARS:
        return None
    return said(a, b) if len(values.listed_years(a)) == len(values.listed_years(b)) == 1 else None


def _days(one: timex.Days, other: timex.Days) -> Details:
    """The two days in Italian and in English."""
    names = load("claimcheck.kinds.figures", "words.toml")["months"]
    return {
        f"{side}_{lang}": f"{day.day} {names[lang][day.month - 1]} {day.year}"
        for side, day in (("day_a", one.first), ("day_b", other.first))
        for lang in ("it", "en")
    }
