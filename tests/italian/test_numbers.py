"""Numbers: one word, one digit group, runs of tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian.numbers import read, simple
from claimcheck.italian.numerals import cardinal, digits, ordinal
from claimcheck.italian.tokens import tokenize
from claimcheck.italian.units import currency, measure

ONES = ["", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"]
ONES += ["tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"]
TENS = ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]


def spell(n: int) -> str:
    """The standard spelling below a million, written independently of the tables."""
    if n < 20:
        return ONES[n]
    if n < 100:
        ten, one = TENS[n // 10], n % 10
        return (ten[:-1] if one in (1, 8) else ten) + ONES[one]
    if n < 1000:
        return ("" if n < 200 else ONES[n // 100]) + "cento" + spell(n % 100)
    return ("mille" if n < 2000 else spell(n // 1000) + "mila") + spell(n % 1000)


@given(st.integers(1, 999_999))
def test_every_spelled_number_is_read_back(n: int) -> None:
    thousands = n // 1000
    spelled = spell(n) if thousands % 10 != 1 or thousands == 1 or thousands % 100 == 11 else spell(n % 1000 or 1)
    expected = n if spelled == spell(n) else (n % 1000 or 1)
    assert cardinal(spelled) == expected


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("ventitre", 23),
        ("ventun", 21),
        ("centotto", 108),
        ("milleunesimo", None),
        ("duemille", None),
        ("unmila", None),
        ("novantaotto", None),
        ("casa", None),
        ("", None),
        ("seicentomiladue", 600_002),
        ("zero", 0),
    ],
)
def test_cardinal(word: str, value: int | None) -> None:
    assert cardinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("primo", 1),
        ("seconda", 2),
        ("ottavi", 8),
        ("undicesimo", 11),
        ("ventitreesima", 23),
        ("trentaseiesimo", 36),
        ("milleunesimo", 1001),
        ("quattordicimillesimo", 14000),
        ("ennesimo", None),
        ("cristianesimo", None),
    ],
)
def test_ordinal(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", 1234.56),
        ("4,800", 4.8),
        ("2.5", 2.5),
        ("3.000.000", 3e6),
        ("10 000,00", 10000),
        ("0,77", 0.77),
        ("1.2.3", None),
        ("12.34.56", None),
        ("", None),
        ("9" * 40, None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert digits(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("due milioni e mezzo", 2.5e6, 2.5e6),
        ("10mila", 10_000, 10_000),
        ("1,2 mld", 1.2e9, 1.2e9),
        ("3/4", 0.75, 0.75),
        ("decine di migliaia di", 20_000, 99_999),
        ("centinaia", 200, 999),
        ("uno su tre", 1 / 3, 1 / 3),
        ("mezzo milione", 5e5, 5e5),
        ("un miliardo e mezzo milione", 1_000_500_000, 1_000_500_000),
        ("2 e 1/4", 2.25, 2.25),
        ("cento e uno", 101, 101),
        ("tre virgola uno quattro", 3.14, 3.14),
        ("1 milione 414 mila 219", 1_414_219, 1_414_219),
    ],
)
def test_read(text: str, low: float, high: float) -> None:
    number = read(tokenize(text), 0)
    assert number is not None
    assert (number.low, number.high) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["un uomo", "una casa", "mezzo vuoto", "casa", "tre"])
def test_articles_are_no_numbers(text: str) -> None:
    assert (read(tokenize(text), 0) is None) == (text != "tre")


def test_numbers_stop_where_the_next_begins() -> None:
    number = simple(tokenize("due tre quattro"), 0)
    assert number is not None
    assert (number.low, number.stop) == (2, 1)


@given(st.text(max_size=120))
def test_tokens_are_exact_and_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(text.split()) == "".join("".join(t.text.split()) for t in tokens)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("chilometri orari", "km/h"), ("chilometri", "km"), ("metri quadri", "m²"), ("km/h", "km/h"), ("case", None)],
)
def test_measure(text: str, unit: str | None) -> None:
    found = measure(tokenize(text), 0, in_digits=True)
    assert (found.code if found else None) == unit


def test_unit_letters_need_digits() -> None:
    assert measure(tokenize("l"), 0, in_digits=True)
    assert measure(tokenize("l"), 0, in_digits=False) is None


@pytest.mark.parametrize(
    ("text", "code"), [("€", "EUR"), ("lire turche", "TRY"), ("dollari canadesi", "CAD"), ("dollari", "USD")]
)
def test_currency(text: str, code: str) -> None:
    found = currency(tokenize(text), 0)
    assert found is not None
    assert found.code == code
