"""Every number from 0 to 10^15, written as Italians write it, is read back as the same number.

The words come from num2words, which no part of the reader knows; its one slip in Italian is mended (`mended`).
"""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from claimcheck.italian.numbers import read, simple
from claimcheck.italian.numerals import ordinal
from claimcheck.italian.tokens import tokenize

LARGEST = 10**15
BOUNDARIES = sorted(
    {10**k + d for k in range(1, 16) for d in (-2, -1, 0, 1, 2, 3, 8, 11, 21, 28) if 10**k + d <= LARGEST}
    | {n * 10**k for n in (2, 8, 11, 21, 28, 88, 100, 101, 108, 180, 999) for k in (3, 6, 9) if n * 10**k <= LARGEST}
)
NUMBERS = st.one_of(
    st.integers(0, 9999), st.integers(0, 10**6), st.integers(0, LARGEST), st.integers(0, 12).map(lambda k: 10**k)
)
SCALES = {"mila": 10**3, "milioni": 10**6, "mln": 10**6, "miliardi": 10**9, "mld": 10**9, "bilioni": 10**12}


def mended(word: str) -> str:
    """num2words 0.5 writes 118 `centodicotto` for `centodiciotto`."""
    return word.replace("centodicott", "centodiciott")


def value(text: str) -> float | None:
    """The number a text is from its first to its last token, None if it is not just that."""
    tokens = tokenize(text)
    number = simple(tokens, 0) if text in ("uno", "1") else read(tokens, 0)
    whole = number is not None and number.stop == len(tokens) and number.low == number.high and not number.approx
    return number.low if number and whole else None


def spelled(n: int) -> str:
    return mended(num2words(n, lang="it"))


def grouped(n: int, mark: str) -> str:
    return f"{n:,}".replace(",", mark)


@given(NUMBERS)
@example(LARGEST)
def test_words_are_read_back(n: int) -> None:
    assert value(spelled(n)) == n


@pytest.mark.parametrize("n", BOUNDARIES)
def test_words_at_the_boundaries_are_read_back(n: int) -> None:
    assert value(spelled(n)) == n


def test_every_number_below_ten_thousand_is_read_back() -> None:
    assert [n for n in range(10_000) if value(spelled(n)) != n] == []


def test_numbers_of_every_length_are_read_back() -> None:
    draw = random.Random(20240619)
    numbers = [draw.randrange(10 ** (k - 1), 10**k) for k in range(1, 16) for _ in range(100)]
    assert [n for n in numbers if value(spelled(n)) != n] == []


@given(st.integers(1, 10**6 - 1))
def test_ordinal_words_are_read_back(n: int) -> None:
    assert ordinal(mended(num2words(n, lang="it", to="ordinal"))) == n


@given(NUMBERS, st.sampled_from([".", " ", "\u00a0", "\u202f", ""]))
def test_digits_are_read_back(n: int, mark: str) -> None:
    assert value(grouped(n, mark)) == n


@given(st.integers(0, 10**9), st.integers(1, 99), st.sampled_from([".", " ", ""]))
def test_decimals_are_read_back(whole: int, hundredths: int, mark: str) -> None:
    assert value(f"{grouped(whole, mark)},{hundredths:02d}") == pytest.approx(whole + hundredths / 100)


@given(st.integers(2, 999), st.sampled_from(sorted(SCALES)), st.sampled_from(["", " "]), st.booleans())
def test_scales_multiply_digits_and_words(n: int, scale: str, gap: str, in_words: bool) -> None:
    glued = spelled(n) + scale if scale == "mila" else f"{spelled(n)} {scale}"
    assert value(glued if in_words else f"{n}{gap}{scale}") == n * SCALES[scale]


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(["mila", "milioni", "mln", "miliardi", "mld"]))
def test_scales_multiply_decimals(n: int, tenth: int, scale: str) -> None:
    assert value(f"{n},{tenth} {scale}") == pytest.approx((n + tenth / 10) * SCALES[scale])


@given(st.integers(2, 999), st.sampled_from(["milioni", "miliardi", "bilioni"]))
def test_a_half_more(n: int, scale: str) -> None:
    assert value(f"{spelled(n)} {scale} e mezzo") == (n + 0.5) * SCALES[scale]


@given(st.integers(2, 999), st.integers(2, 999), st.integers(100, 999))
def test_scales_add_up(millions: int, thousands: int, rest: int) -> None:
    n = millions * 10**6 + thousands * 10**3 + rest
    assert value(f"{millions} milioni {thousands} mila {rest}") == n
    assert value(f"{spelled(millions)} milioni e {spelled(thousands * 1000 + rest)}") == n


@pytest.mark.parametrize(("text", "first"), [("due milioni e uno dei soci", 2e6), ("due miliardi, tre donne", 2e9)])
def test_what_follows_a_scale_need_not_belong_to_it(text: str, first: float) -> None:
    number = read(tokenize(text), 0)
    assert number is not None
    assert number.low == first
