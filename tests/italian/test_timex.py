"""TIMEX3 values as days, minutes and lengths."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian import timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024-06-19T20:30", "2024-06-19", "2024-06-19"),
        ("2024-06-19TMO", "2024-06-19", "2024-06-19"),
        ("2023-09", "2023-09-01", "2023-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-FA", "2023-09-01", "2023-12-31"),
        ("2023-WI", "2023-12-01", "2024-03-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-W25", "2024-06-17", "2024-06-23"),
        ("2024-W25-WE", "2024-06-22", "2024-06-23"),
        ("199", "1990-01-01", "1999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    found = timex.days(value)
    assert found == timex.Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [None, "", "PRESENT_REF", "PAST_REF", "2024-13", "2024-02-30", "XXXX-06-19", "P24Y", "0000", "2024-W60", "9999-12"],
)
def test_no_place_in_the_calendar(value: str | None) -> None:
    assert timex.days(value) is None


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("2024-01-23T20:30", (1230, 1230)),
        ("2024-01-23T21", (1260, 1260)),
        ("T8:05", (485, 485)),
        ("2024-01-23TEV", (1080, 1439)),
        ("2024-01-23", None),
        ("2024-01-23T99", None),
        ("PT1H30M", None),
        (None, None),
    ],
)
def test_minutes(value: str | None, minutes: tuple[int, int] | None) -> None:
    assert timex.minutes(value) == minutes


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("P2D", 2),
        ("P1W", 7),
        ("PT12H", 0.5),
        ("PT90M", 0.0625),
        ("PT1H30M", 0.0625),
        ("P1Y", 365.25),
        ("P", None),
        ("P1.2.3Y", None),
        ("2024", None),
    ],
)
def test_length(value: str, days: float | None) -> None:
    assert timex.length(value) == pytest.approx(days)


@pytest.mark.parametrize(
    ("outer", "inner", "inside", "touching"),
    [
        ("2023", "2023-09", True, True),
        ("2023-09", "2023", False, True),
        ("2023-FA", "2023-09-15", True, True),
        ("2023", "2024", False, False),
        ("2023-WI", "2024-01", True, True),
        ("2023", None, False, False),
    ],
)
def test_contains_and_overlaps(outer: str, inner: str | None, inside: bool, touching: bool) -> None:
    assert timex.contains(outer, inner) is inside
    assert timex.overlaps(outer, inner) is touching
    assert timex.overlaps(inner, outer) is touching


@pytest.mark.parametrize(
    ("value", "year"), [("P24Y", 2000), ("P1Y", 2023), ("P3000Y", None), ("P2M", None), (None, None)]
)
def test_years_before(value: str | None, year: int | None) -> None:
    assert timex.years_before(date(2024, 6, 19), value) == year


@given(st.text(alphabet="0123456789-TWXQHPYMDSE:.", max_size=14))
def test_any_text_is_answered(value: str) -> None:
    found = timex.days(value)
    assert found is None or found.first <= found.last
    assert timex.length(value) is None or timex.length(value) >= 0  # type: ignore[operator]
    clock = timex.minutes(value)
    assert clock is None or 0 <= clock[0] <= clock[1]
