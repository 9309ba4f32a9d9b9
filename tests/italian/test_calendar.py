"""Calendar arithmetic: TIMEX3 values from the day of publication."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian import calendar
from claimcheck.italian.calendar import century_year, duration, nearest, nearest_month, shifted, weekday_near

WEDNESDAY = date(2024, 6, 19)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", -1, "2024-06-18"),
        ("week", 1, "2024-W26"),
        ("weekend", 0, "2024-W25-WE"),
        ("month", -6, "2023-12"),
        ("year", -1, "2023"),
        ("quarter", 1, "2024-Q3"),
        ("half", 0, "2024-H1"),
        ("decade", 0, "202"),
        ("century", -1, "19"),
        ("h", 1, None),
        ("day", 10**9, None),
    ],
)
def test_shifted(unit: str, count: int, value: str | None) -> None:
    assert shifted(WEDNESDAY, unit, count) == value


@pytest.mark.parametrize(
    ("wanted", "direction", "day"),
    [
        (2, "past", 19),
        (1, "past", 18),
        (3, "past", 13),
        (2, "before", 12),
        (2, "future", 26),
        (4, "future", 21),
        (0, "this", 17),
    ],
)
def test_weekdays(wanted: int, direction: str, day: int) -> None:
    assert weekday_near(wanted, WEDNESDAY, direction) == date(2024, 6, day)


@pytest.mark.parametrize(
    ("month", "day", "future", "value"),
    [
        (6, 18, False, date(2024, 6, 18)),
        (12, 25, False, date(2023, 12, 25)),
        (6, 18, True, date(2025, 6, 18)),
        (2, 29, False, date(2024, 2, 29)),
        (2, 30, False, None),
    ],
)
def test_nearest_day(month: int, day: int, future: bool, value: date | None) -> None:
    assert nearest(month, day, WEDNESDAY, future=future) == value


def test_nearest_day_needs_a_publication() -> None:
    assert nearest(6, 18, None) is None


@pytest.mark.parametrize(
    ("month", "future", "strict", "value"),
    [
        (9, False, False, "2023-09"),
        (6, False, False, "2024-06"),
        (6, False, True, "2023-06"),
        (9, True, False, "2024-09"),
        (1, True, False, "2025-01"),
    ],
)
def test_nearest_month(month: int, future: bool, strict: bool, value: str) -> None:
    assert nearest_month(month, WEDNESDAY, future=future, strict=strict) == value


@pytest.mark.parametrize(("digits", "year"), [(88, 1988), (24, 2024), (31, 2031), (45, 1945)])
def test_two_digit_years(digits: int, year: int) -> None:
    assert century_year(digits, WEDNESDAY) == year


@pytest.mark.parametrize(
    ("year", "day"), [(2017, "2017-04-16"), (2024, "2024-03-31"), (2000, "2000-04-23"), (1961, "1961-04-02")]
)
def test_easter(year: int, day: str) -> None:
    assert calendar.easter(year).isoformat() == day


def test_feasts_lie_near_publication() -> None:
    assert calendar.holiday("natale", None, date(2024, 1, 10)) == "2023-12-25"
    assert calendar.holiday("natale", None, date(2024, 1, 10), future=True) == "2024-12-25"
    assert calendar.holiday("pasqua", 2017, None) == "2017-04-16"
    assert calendar.holiday("natale", None, None) is None


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ({"h": 1.5}, "PT1H30M"),
        ({"h": 24}, "PT24H"),
        ({"min": 90}, "PT90M"),
        ({"year": 3.5}, "P3Y6M"),
        ({"decade": 2}, "P20Y"),
        ({"year": 2, "month": 1, "day": 21}, "P2Y1M21D"),
        ({"week": 3}, "P3W"),
        ({}, None),
    ],
)
def test_duration(parts: dict[str, float], value: str | None) -> None:
    assert duration(parts) == value


@pytest.mark.parametrize(
    ("key", "direction", "value"),
    [
        ("autunno", "past", "2023-FA"),
        ("inverno", "past", "2023-WI"),
        ("primavera", "future", "2024-SP"),
        ("estate", "future", "2024-SU"),
    ],
)
def test_seasons(key: str, direction: str, value: str) -> None:
    assert calendar.season(key, None, date(2024, 2, 1), direction=direction) == value


@given(
    st.dates(),
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade"]),
    st.integers(-5000, 5000),
)
def test_shifting_never_raises(anchor: date, unit: str, count: int) -> None:
    value = shifted(anchor, unit, count)
    assert value is None or re.match(r"\d{3}", value)
