"""Features of two figures: what their values have to do with each other, what they count, how telling they are."""

import math
from collections.abc import Mapping
from functools import cache

from claimcheck.alignment.clauses import one_measure
from claimcheck.alignment.days import derived_features, moment_features
from claimcheck.alignment.features import Profile
from claimcheck.alignment.people import one_person, strangers, two_people
from claimcheck.italian.lexicon import load
from claimcheck.italian.sameness import states
from claimcheck.italian.stems import content, stem
from claimcheck.kinds.figures import qualifiers, values
from claimcheck.kinds.figures.levels import comparable
from claimcheck.model import Figure

Features = Mapping[str, float]
_NEAR = 0.30
_TOLD = 0.5
_FAR = 0.5
_ONE_PERSON = 0.1  # share of the poorer sentence that two ages of a person need where no name is shared
_MUCH_ALIKE = 0.5  # share of the poorer sentence that numbers far apart need
_ONE_NAME = 0.75  # how near two ages count that stand beside one full name, whatever they are


@cache
def _nouns(group: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.alignment", "nouns.toml")[group])


def figure_features(a: Profile, b: Profile, around: Features) -> Features | None:
    """The features of two figures that `same_measure` lets pass, None when a veto holds."""
    if a.family == "moment" and b.family == "moment":
        return moment_features(a, b, around)
    if a.family != b.family:
        return derived_features(a, b, around)
    return _amounts(a, b, around)


def same_measure(a: Profile, b: Profile) -> bool:
    """True if two figures may measure one thing: two moments, a duration and a moment, two amounts of one dimension."""
    if a.side.claim.figure is None or b.side.claim.figure is None:
        return False
    if {a.family, b.family} in ({"moment"}, {"moment", "span"}):
        return True
    return a.family == b.family and comparable(a.side, b.side)


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
        "sole": float(a.sole and b.sole and noun == 1) * around["lead"],
        "digits": float(_slip(first, second)),
    }
    if not (equal or inside) and (strangers(a, b, around) or _far(a, b, gap, around)):
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
        return 0.8 if heads[0] == heads[1] or _meant(a, b, heads) else 0.0
    if heads[0] and heads[0] == heads[1]:
        return 1.0
    shared = set(a.own) & set(b.own)
    return 0.6 * len(shared) / min(len(set(a.own)), len(set(b.own))) if shared else 0.0


def _meant(a: Profile, b: Profile, heads: tuple[str, str]) -> bool:
    """True if a bare rank may stand for the act that the other names: `vittoria … è la sesta`, `la quinta vittoria`.

    The act is in its sentence, unless another act is.
    """
    bare, act = (a, heads[1]) if not heads[0] else (b, heads[0])
    others = _nouns("acts") & bare.around.keys()
    return act in _nouns("acts") and (act in others or not others)


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
