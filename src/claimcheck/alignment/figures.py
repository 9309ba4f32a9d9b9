"""Features of two figures: what their values have to do with each other, what they count, how telling they are."""

import math
from collections.abc import Mapping
from functools import cache

from claimcheck.alignment.clauses import one_act, one_measure, one_occasion
from claimcheck.alignment.features import Profile
from claimcheck.alignment.people import one_person, two_people
from claimcheck.italian import timex
from claimcheck.italian.lexicon import load
from claimcheck.italian.sameness import states
from claimcheck.italian.stems import content, stem
from claimcheck.kinds.figures import qualifiers, values
from claimcheck.kinds.figures.levels import comparable
from claimcheck.kinds.figures.moments import NEAR_YEARS
from claimcheck.model import Figure

Features = Mapping[str, float]
_NEAR_DAYS = 3
_NEAR = 0.30
_TOLD = 0.5
_NAMED = 2
_FAR = 0.5
_ONE_PERSON = 0.1  # share of the poorer sentence that two ages of a person need where no name is shared
_MUCH_ALIKE = 0.5  # share of the poorer sentence that numbers far apart need
_ONE_NAME = 0.75  # how near two ages count that stand beside one full name, whatever they are
_ALIKE = 0.3  # share of the poorer sentence that a year beside the derived one needs


@cache
def _nouns(group: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.alignment", "nouns.toml")[group])


def figure_features(a: Profile, b: Profile, around: Features) -> Features | None:
    """The features of two figures that `same_measure` lets pass, None when a veto holds."""
    if a.family == "moment" and b.family == "moment":
        return _moments(a, b, around)
    if a.family != b.family:
        return _derived(a, b, around)
    return _amounts(a, b, around)


def same_measure(a: Profile, b: Profile) -> bool:
    """True if two figures may measure one thing: two moments, a duration and a moment, two amounts of one dimension."""
    if a.side.claim.figure is None or b.side.claim.figure is None:
        return False
    if {a.family, b.family} in ({"moment"}, {"moment", "span"}):
        return True
    return a.family == b.family and comparable(a.side, b.side)


def _moments(a: Profile, b: Profile, around: Features) -> Features | None:
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
    if not equal and (_idle(a, b) or _strangers(a, b, around)):
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
    """True for a long period that merely holds the days around publication: this year and this morning."""
    for day, period in ((a, b), (b, a)):
        inner, outer = values.days_of(day.side), values.days_of(period.side)
        if inner and outer and inner.length <= 7 and outer.length > 31 and _telling_day(day) < 0.5:
            return True
    return False


def _alone(a: Profile, b: Profile) -> float:
    """1 when one year stands in a list of years and the other by itself: treaties of 1961 and 2000, a visit in 2000."""
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


def _derived(a: Profile, b: Profile, around: Features) -> Features | None:
    """A duration counted back from publication against a date: 24 years in June 2024 and the year 2000."""
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


def _amounts(a: Profile, b: Profile, around: Features) -> Features | None:
    first, second = _figure(a), _figure(b)
    one, other = values.measured(first), values.measured(second)
    kin = float(_counts_people(a) and _counts_people(b))
    equal = values.same_value(one, other)
    noun = _noun(a, b, equal)
    gap = values.apart(one, other)
    bounded = values.point(one) is None or values.point(other) is None
    inside = not equal and (
        (bounded and one.overlaps(other)) or values.is_rounding(one, other) or _about(first, second, gap)
    )
    near = 0.0 if equal or inside else max(0.0, 1 - gap / _NEAR)
    closeness = 1.0
    if a.family == "age":
        years = abs((one.low or 0) - (other.low or 0))
        reach = 4 if around["names"] else 2
        near = 0.0 if equal or inside else max(0.0, 1 - years / 4) * (years < reach)
        near = near or (_ONE_NAME if not equal and one_person(a, b) else 0.0)
        closeness = max(0.0, 1 - years / 8)
    if not noun and _people_and_things(a, b):
        return None
    features = {
        **around,
        "equal": float(equal),
        "inside": closeness * inside,
        "near": near,
        "noun": noun,
        "kin": kin * (1 - noun),
        "telling": _telling(first) if equal else _closely(first, second),
        "digits": float(_slip(first, second)),
    }
    if not (equal or inside) and (_strangers(a, b, around) or _far(a, b, gap, around)):
        return None
    if not (equal or inside) and (two_people(a, b) if a.family == "age" else not one_measure(a.side, b.side)):
        return None
    return features if _comparable(a, features) else None


def _counts_people(profile: Profile) -> bool:
    words = f"{profile.side.claim.text} {_figure(profile).of or ''}"
    return bool(_nouns("people") & set(profile.own)) or bool(states(words))


def _people_and_things(a: Profile, b: Profile) -> bool:
    """True for a count of people and one of something else: `quattro vittime`, `quattro piani`."""
    return a.family == "amount" and bool(a.own and b.own) and _counts_people(a) != _counts_people(b)


def _figure(profile: Profile) -> Figure:
    return values.figure_of(profile.side)


def _far(a: Profile, b: Profile, gap: float, around: Features) -> bool:
    """True for numbers too far apart to be two reports of one, unless the sentences are much the same."""
    alike = around["share"] >= _MUCH_ALIKE or _slip(_figure(a), _figure(b))
    return a.family in ("amount", "span") and gap > _FAR and not alike


def _slip(one: Figure, other: Figure) -> bool:
    """True for digits that seldom coincide, on another scale: `2,4 milioni` and `2,4 miliardi`."""
    return values.scaled(one, other) and _telling(one) > _TOLD


def _strangers(a: Profile, b: Profile, around: Features) -> bool:
    """The actor is a veto: two sentences that name people and places, none in common, tell two different facts."""
    return a.family != "age" and around["names"] == 0 and min(len(a.names), len(b.names)) >= _NAMED


def _comparable(a: Profile, features: Features) -> bool:
    """The counted noun is a veto: other nouns pair only on equal numbers in much the same sentence."""
    equal, near, noun = features["equal"] > 0, features["near"], features["noun"]
    close = equal or features["inside"] > 0
    if a.family == "age":
        named = features["names"] > 0 and noun > 0
        return close or (near > 0 and (named or features["share"] >= _ONE_PERSON))
    if a.family == "rank":
        return noun > 0 and (equal or features["context"] > 0.1)
    if a.family == "span":
        return close or near > 0.5 or features["share"] >= _MUCH_ALIKE
    return noun > 0 or (equal and (features["kin"] > 0 or features["context"] > 0.6))


def _noun(a: Profile, b: Profile, equal: bool) -> float:
    """1 when both count the same thing, part of it when their nouns overlap; money counts by its unit."""
    first, second = _figure(a), _figure(b)
    if a.family == "span" and qualifiers.in_prison(a.side) and qualifiers.in_prison(b.side):
        return 1.0
    if equal and values.bare(first) != values.bare(second):
        return 0.6 if _telling(first) >= _TOLD else 0.0
    if first.kind == "money" or (first.unit not in (None, "year") and a.family == "amount"):
        return 0.6 if not (a.own and b.own) or set(a.own) & set(b.own) else 0.4
    heads = _head(first, a), _head(second, b)
    if a.family == "rank" and "" in heads:
        return 0.8 if heads[0] == heads[1] or _nouns("acts") & {*heads} else 0.0
    if heads[0] and heads[0] == heads[1]:
        return 1.0
    shared = set(a.own) & set(b.own)
    return 0.6 * len(shared) / min(len(set(a.own)), len(set(b.own))) if shared else 0.0


def _head(figure: Figure, profile: Profile) -> str:
    """The stem of the first counted word; `of` names it, else the words of the claim."""
    words = content(figure.of or "") or profile.own
    return next((word for word in words if not word[0].isdigit()), "")


def _about(one: Figure, other: Figure, gap: float) -> bool:
    return (one.approx or other.approx) and gap <= 0.25


def _telling(figure: Figure) -> float:
    """How seldom a number turns up by chance: 1, 2, 3 often, 11 or 700,000 seldom, 1,247 almost never."""
    number = figure.low or figure.high
    if number is None or number < 4:
        return 0.0
    digits = len(f"{number:.12g}".replace(".", "").strip("0"))
    return min(math.log10(number) / 4, 0.5) + min((digits - 1) / 4, 0.5)


def _closely(one: Figure, other: Figure) -> float:
    """Two large unround numbers within a tenth of each other are rarely two different facts."""
    first, second = one.low or one.high or 0.0, other.low or other.high or 0.0
    if not first or not second or one.unit != other.unit or abs(first - second) > 0.1 * max(first, second):
        return 0.0
    return min(_telling(one), _telling(other)) if min(first, second) >= 100 else 0.0
