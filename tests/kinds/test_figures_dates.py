"""Every date, written in several Italian ways, is read back to the same TIMEX3 value; so are the parts of years."""

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from claimcheck.kinds.component import PUBLISHED
from claimcheck.kinds.figures.rules import match
from claimcheck.model import Figure

NLP = spacy.blank("it")
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
SHORT = "gen feb mar apr mag giu lug ago set ott nov dic".split()
WEEKDAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
NEAR = st.integers(0, 60).map(timedelta)


def read(text: str, published: date | None = None) -> list[Figure]:
    doc = NLP.make_doc(text)
    doc._.set(PUBLISHED, published.isoformat() if published else None)
    return [c.figure for c in match(doc) if c.figure]


def words(n: int) -> str:
    spelled: str = num2words(n, lang="it")
    return spelled.replace("centodicott", "centodiciott")


def writings(day: date) -> dict[str, str]:
    """The day in full, written in the ways of Italian newspapers."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    spoken = "primo" if day.day == 1 else words(day.day)
    return {
        "long": f"Accadde il {day.day} {month} {day.year}.",
        "two digits": f"Accadde il {day.day:02d} {month.capitalize()} {day.year}.",
        "weekday": f"Accadde {weekday} {day.day} {month} {day.year}.",
        "first": f"Accadde il {'1°' if day.day == 1 else day.day} {month} {day.year}.",
        "del": f"Accadde il {day.day} {month} del {day.year}.",
        "words": f"Accadde il {spoken} {month} {words(day.year)}.",
        "short month": f"Verbale del {day.day} {SHORT[day.month - 1]}. {day.year}",
        "slashes": f"Edizione del {day.day:02d}/{day.month:02d}/{day.year}.",
        "points": f"Edizione del {day.day}.{day.month}.{day.year}.",
        "dashes": f"Edizione del {day.day:02d}-{day.month:02d}-{day.year}.",
        "iso": f"Edizione del {day.isoformat()}.",
    }


@given(DAYS)
def test_full_dates_are_read_back(day: date) -> None:
    read_back = {way: [f.timex for f in read(text)] for way, text in writings(day).items()}
    assert read_back == {way: [day.isoformat()] for way in read_back}


@given(DAYS, NEAR)
def test_dates_without_a_year_are_read_back_near_publication(published: date, back: timedelta) -> None:
    day = published - back
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    for text in (f"È accaduto il {day.day} {month}.", f"È accaduto {weekday} {day.day} {month} in centro."):
        assert [f.timex for f in read(text, published)] == [day.isoformat()], text


@given(DAYS, st.integers(0, 6))
def test_the_last_weekday_is_read_back(published: date, back: int) -> None:
    day = published - timedelta(back)
    assert [f.timex for f in read(f"È stato arrestato {WEEKDAYS[day.weekday()]} sera.", published)] == [day.isoformat()]


@given(DAYS, st.integers(1, 400))
def test_days_ago_and_from_now_are_read_back(published: date, days: int) -> None:
    spoken = "un giorno" if days == 1 else f"{words(days)} giorni"
    figures = read(f"Accadde {spoken} fa; si replica tra {days} giorni.", published)
    assert [f.timex for f in figures] == [(published + timedelta(k)).isoformat() for k in (-days, days)]


@given(st.integers(1000, 2099), st.integers(1, 12))
def test_months_and_years_are_read_back(year: int, month: int) -> None:
    name = MONTHS[month - 1]
    for text in (f"Accadde a {name} {year}.", f"Accadde nel {name} del {year}.", f"Scadenza a fine {name} {year}."):
        assert [f.timex for f in read(text)] == [f"{year:04d}-{month:02d}"], text
    assert [f.timex for f in read(f"Accadde nel {year}.")] == [f"{year:04d}"]


@given(DAYS, st.integers(1, 20))
def test_intervals_of_days_are_read_back(first: date, length: int) -> None:
    last = first + timedelta(length)
    ends = [f"{d.day} {MONTHS[d.month - 1]} {d.year}" for d in (first, last)]
    assert [f.timex for f in read(f"Aperto dal {ends[0]} al {ends[1]}.")] == [f"{first}/{last}"]


@given(st.integers(1200, 2090), st.integers(1, 9))
def test_intervals_of_years_are_read_back(first: int, length: int) -> None:
    assert [f.timex for f in read(f"Fu sindaco dal {first} al {first + length}.")] == [f"{first}/{first + length}"]


@given(st.integers(0, 23), st.integers(0, 59), DAYS)
def test_clock_times_are_read_back(hour: int, minute: int, day: date) -> None:
    for text in (f"È accaduto alle {hour}.{minute:02d}.", f"È accaduto alle ore {hour:02d}:{minute:02d}."):
        assert [f.timex for f in read(text, day)] == [f"{day}T{hour:02d}:{minute:02d}"], text


@given(st.integers(2, 99), st.integers(2, 11), st.integers(2, 29))
def test_durations_are_read_back(years: int, months: int, days: int) -> None:
    (figure,) = read(f"Condannato a {years} anni, {months} mesi e {words(days)} giorni.")
    assert (figure.kind, figure.timex) == ("duration", f"P{years}Y{months}M{days}D")


@pytest.mark.parametrize("century", range(1, 22))
def test_centuries_are_read_back(century: int) -> None:
    numeral = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()[century - 1]
    for text in (f"Una torre del {numeral} secolo.", f"Una torre del secolo {numeral}."):
        assert [f.timex for f in read(text)] == [f"{century - 1:02d}"], text
