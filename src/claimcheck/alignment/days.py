"""Features of two days, years or hours, and of a duration counted back to one: may they date one event?"""

from collections.abc import Mapping

from claimcheck.alignment.clauses import one_act, one_occasion
from claimcheck.alignment.features import Profile
from claimcheck.alignment.people import strangers
from claimcheck.italian import timex
from claimcheck.kinds.figures import values
from claimcheck.kinds.figures.moments import NEAR_YEARS
from claimcheck.model import Figure

Features = Mapping[str, float]
_NEAR_DAYS = 3
_YEAR = 366
_ALIKE = 0.3  # share of the poorer sentence that a year beside the derived one needs


def moment_features(a: Profile, b: Profile, around: Features) -> Features | None:
    """The features of two days, months, years or hours, None when a veto holds."""
    first, second = values.days_of(a.side), values.days_of(b.side)
    words = float(set(a.own) == set(b.own) and bool(a.own))
    if first is None or second is None:
        same = a.side.claim.text.casefold() == b.side.claim.text.casefold()
        return {**around, "equal": 1.0, "same_words": words} if same and around["context"] > 0.6 else None
    missing = values.missing_year(a.side, b.side) or values.missing_year(b.side, a.side)
    listed = missing is not None and _nearest_year(a, b, missing)
    if _clocks(a) != _clocks(b):
        return None
    equal = first == second
    inside = first.contains(second) or second.contains(first) or first.overlaps(second)
    if not (equal or inside or listed):
        return _close_days(a, b, first, second, around)
    if not equal and (_idle(a, b) or strangers(a, b, around)):
        return None
    if not (around["context"] or around["lead"]):
        return None
    return {
        **around,
        "equal": float(equal),
        "inside": float(inside and not equal),
        "listed": float(listed and not inside),
        "telling": _telling_day(a) * _telling_day(b) if equal or inside else 0.0,
        "same_words": words,
        "alone": _alone(a, b),
    }


def _idle(a: Profile, b: Profile) -> bool:
    """True for a long period that merely holds a day: this year and this morning, or two acts."""
    for day, period in ((a, b), (b, a)):
        inner, outer = values.days_of(day.side), values.days_of(period.side)
        if inner and outer and inner.length <= 7 and outer.length > 31:
            return _telling_day(day) < 0.5 or (_current(day) and not one_act(a.side, b.side))
    return False


def _current(profile: Profile) -> bool:
    """True for a day within a year of publication, which many periods hold."""
    days, published = values.days_of(profile.side), profile.side.article.published_on
    return bool(days and published and abs((days.first - published).days) <= _YEAR)


def _alone(a: Profile, b: Profile) -> float:
    """1 when one year stands in a list of years and the other by itself: fires of 1975 and 1990, a fire in 1990."""
    first, second = set(values.listed_years(a.side)), set(values.listed_years(b.side))
    return float(min(len(first), len(second)) == 1 < max(len(first), len(second)))


def _clocks(profile: Profile) -> bool:
    figure = profile.side.claim.figure
    return bool(figure and timex.minutes(figure.timex))


def _nearest_year(a: Profile, b: Profile, missing: str) -> bool:
    """True if the year beside the missing one is the nearest that the other list holds."""
    lacking, other = (b, a) if a.side.claim.text.find(missing) >= 0 else (a, b)
    figure = lacking.side.claim.figure
    years = [int(year) for year in values.listed_years(lacking.side)]
    if figure is None or not (figure.timex or "").isdigit() or not years or other is lacking:
        return False
    return int(figure.timex or 0) == min(years, key=lambda year: (abs(year - int(missing)), year))


def _close_days(a: Profile, b: Profile, first: timex.Days, second: timex.Days, around: Features) -> Features | None:
    """Two different days a few days apart, or years a few years apart, may date one event; the context must carry it.

    What happens once in a story, a funeral or a verdict, carries more than other words.
    """
    near = _nearness(a, b, first, second)
    once = one_occasion(a.side, b.side) and not (a.names and b.names and not around["names"])
    told = around["context"] >= 0.6 and around["share"] >= 0.22 and around["plain"] >= 0.5
    if near is None or not (told or once) or not one_act(a.side, b.side):
        return None
    return {**around, "near": near, "listed": 0.4, "occasion": float(once)}


def _nearness(a: Profile, b: Profile, first: timex.Days, second: timex.Days) -> float | None:
    """How close two single days, or two single years, lie to each other; None when too far apart."""
    figures = a.side.claim.figure, b.side.claim.figure
    if all(figure and values.is_day(figure) for figure in figures):
        apart, reach = abs((first.first - second.first).days), _NEAR_DAYS
    elif all(figure and values.is_year(figure) for figure in figures) and not _years_listed(a, b):
        apart, reach = abs(first.first.year - second.first.year), NEAR_YEARS
    else:
        return None
    return 1 - apart / (reach + 1) if apart <= reach else None


def _years_listed(a: Profile, b: Profile) -> bool:
    return max(len(values.listed_years(p.side)) for p in (a, b)) > 1


def _telling_day(profile: Profile) -> float:
    """A year or day far from publication seldom coincides by chance; today's date often does."""
    days, published = values.days_of(profile.side), profile.side.article.published_on
    if days is None:
        return 0.0
    if published is None or days.length > 31:
        return 1.0 if published is None or days.last.year != published.year else 0.4
    return min(abs((days.first - published).days) / 30, 1.0)


def derived_features(a: Profile, b: Profile, around: Features) -> Features | None:
    """A duration counted back from publication against a date: 30 years in June 2024 and the year 1994."""
    span, moment = (a, b) if a.family == "span" else (b, a)
    year, days = values.derived_year(span.side), values.days_of(moment.side)
    if year is None or days is None or days.length > 366 or _telling_day(moment) < 0.5:
        return None
    apart = abs(year - days.first.year)
    if apart > (around["share"] >= _ALIKE):
        return None
    telling = 1.0 if (span.side.claim.figure or Figure("duration")).low not in (None, 1) else 0.5
    alone = float(len(values.listed_years(moment.side)) > 1)
    return {**around, "equal": float(apart == 0), "inside": float(apart == 1), "telling": telling, "alone": alone}
