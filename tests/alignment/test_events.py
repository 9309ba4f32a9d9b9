"""One event or two: issues of a column, likeness, days apart."""

import pytest

from claimcheck.alignment.events import bears_conflicts, days_apart, likeness, same_event, two_issues
from claimcheck.alignment.features import topic
from claimcheck.model import Article
from tests.alignment.build import FIRE_A, FIRE_B, MATCH


def titled(title: str) -> Article:
    return Article("a", "Testo.", title=title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oroscopo di oggi, sabato 20 gennaio 2024", "Oroscopo di oggi, domenica 21 gennaio 2024"),
        ("Le Borse di oggi, 22 gennaio. L'Europa rallenta", "Le Borse di oggi, 24 gennaio. Listini positivi"),
        ("Eventi 19 gennaio a Bologna", "Gli eventi del 20 gennaio a Bologna"),
    ],
)
def test_issues_of_one_column(one: str, other: str) -> None:
    assert two_issues(titled(one), titled(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oroscopo di oggi, sabato 20 gennaio", "L'oroscopo di oggi, 20 gennaio"),
        ("Sciopero del 24 gennaio, gli orari", "Treni, rinviato il blocco del 26 gennaio"),
        ("24 gennaio, sciopero dei treni", "25 gennaio, si ferma la metropolitana"),
        ("Oroscopo di oggi", "Oroscopo di domani"),
        ("", "Oroscopo di oggi, 21 gennaio"),
    ],
)
def test_no_two_issues(one: str, other: str) -> None:
    assert not two_issues(titled(one), titled(other))


def test_days_apart() -> None:
    first, second = (Article("a", "Testo.", published=day) for day in ("2024-01-20", "2024-01-23T08:00:00Z"))
    assert days_apart(first, second) == 3
    assert days_apart(first, Article("c", "Testo.")) == 0


def test_likeness_tells_events_apart() -> None:
    a, b, c = (topic(Article(name, text)) for name, text in (("a", FIRE_A), ("b", FIRE_B), ("c", MATCH)))
    assert likeness(a, b) > likeness(a, c)
    assert same_event(a, b)
    assert bears_conflicts(a, b)
    assert not same_event(a, c)
    assert not bears_conflicts(a, c)
