"""Do two articles report one event? Close in time, much the same words and names, and not two issues of one column."""

import math
import re
from collections.abc import Mapping
from functools import cache

from claimcheck.alignment.features import Topic
from claimcheck.alignment.tables import weights
from claimcheck.italian import calendar
from claimcheck.italian.stems import content
from claimcheck.model import Article


def same_event(one: Topic, other: Topic) -> bool:
    """True if two articles report one event: close in time, and much the same words and names."""
    limits = weights("event")
    if days_apart(one.article, other.article) > limits["days"] or two_issues(one.article, other.article):
        return False
    if other_actors(one, other):
        return False
    short = min(one.sentences, other.sentences) < limits["short"]
    return likeness(one, other) >= (limits["least_short"] if short else limits["least"])


def other_actors(one: Topic, other: Topic) -> bool:
    """True if two articles that both name somebody name hardly anybody in common: alike events of other people."""
    limits = weights("event")
    named = min(len(one.names), len(other.names)) >= limits["named"]
    return named and cosine(one.names, other.names) < limits["least_names"]


def bears_conflicts(one: Topic, other: Topic) -> bool:
    """True if two articles of one event are alike enough for their claims to be at odds."""
    return likeness(one, other) >= weights("event")["least_conflict"]


def likeness(one: Topic, other: Topic) -> float:
    """How much two articles share, in [0, 1]: the mean of the cosines of their stems and of their names."""
    return (cosine(one.spread, other.spread) + cosine(one.names, other.names)) / 2


def cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The cosine of two counts, each count n as 1 + log n; 0 where one of them is empty."""
    product = math.fsum(_damp(one[key]) * _damp(other[key]) for key in one.keys() & other.keys())
    norms = math.fsum(_damp(n) ** 2 for n in one.values()) * math.fsum(_damp(n) ** 2 for n in other.values())
    return product / math.sqrt(norms) if norms else 0.0


def two_issues(one: Article, other: Article) -> bool:
    """True for two issues of one column: the titles name different days after the same words.

    `Oroscopo di oggi, sabato 20 gennaio` and `Oroscopo di oggi, domenica 21 gennaio` tell of two days.
    """
    first, second = _issue(one.title or ""), _issue(other.title or "")
    if first is None or second is None or first[1] == second[1]:
        return False
    return bool(first[0]) and first[0] == second[0]


def _issue(title: str) -> tuple[frozenset[str], tuple[int, int | None]] | None:
    """The stems of the words before the day that a title names, and that day; None where it names none."""
    found = _dated().search(title)
    if found is None:
        return None
    before = frozenset(content(title[: found.start()])) - _weekdays()
    return before, (int(found[1]), calendar.month(found[2].casefold()))


def days_apart(one: Article, other: Article) -> int:
    """Days between two publications, 0 where one of them is not known."""
    first, second = one.published_on, other.published_on
    return abs((first - second).days) if first and second else 0


def _damp(count: int) -> float:
    return 1 + math.log(count)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\b(\d{{1,2}})[°º]?\s+({'|'.join(sorted(calendar.words('months')))})\b", re.IGNORECASE)


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(stem for word in calendar.words("weekdays") for stem in content(word))
