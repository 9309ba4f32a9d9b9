"""Italian numbers over tokens: digits, words, scales, fractions, crowds (decine di), and the interval they assert."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.italian.lexicon import load
from claimcheck.italian.numerals import PACKAGE, cardinal, digits, elided, ordinal, table, words
from claimcheck.italian.text import APOSTROPHES
from claimcheck.italian.tokens import Token

_DENOMINATORS = (2, 3, 4, 5, 8, 10)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens [.., stop): the interval it asserts; `words` if not written in digits.

    `scaled` marks a number that ends in mila, milioni, ...; `half` one that began with mezzo; `crowd` decine,
    centinaia and the like, which take `di` before their noun.
    """

    low: float
    high: float
    stop: int
    approx: bool = False
    words: bool = False
    scaled: bool = False
    half: bool = False
    crowd: bool = False
    fraction: bool = False


def read(tokens: Sequence[Token], i: int) -> Number | None:
    """The longest number that begins at token `i`, None if there is none.

    `un`/`uno`/`una` count only with a scale (un milione), a collective (una ventina) or a fraction (un terzo).
    """
    gathered = None if _is_digits(tokens, i) else _crowd(tokens, i) or _collective(tokens, i)
    return gathered or _fraction(tokens, i) or _scaled(tokens, i)


def _key(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].key if 0 <= i < len(tokens) else ""


def _crowd(tokens: Sequence[Token], i: int) -> Number | None:
    crowds: Mapping[str, tuple[int, int]] = load(PACKAGE, "numerals.toml")["crowds"]
    bounds = crowds.get(_key(tokens, i))
    if not bounds:
        return None
    low, high = bounds
    stop = i + 1
    units = table("crowd_units")
    while _key(tokens, stop) in ("e", "di") and _key(tokens, stop + 1) in (*crowds, *units):
        if _key(tokens, stop) == "di" and _key(tokens, stop + 1) in units:
            unit = int(units[_key(tokens, stop + 1)])
            low, high = low * unit, (high + 1) * unit - 1
        stop += 2
    return Number(low, high, stop, words=True, crowd=True)


def _collective(tokens: Sequence[Token], i: int) -> Number | None:
    first, name = _key(tokens, i), _key(tokens, i + 1)
    value = table("collectives").get(name, 0)
    if first in words("halves") and name in words("halved"):
        return Number(value / 2, value / 2, i + 2, words=True, crowd=True)
    if first not in words("one") or not value:
        return _known_collective(tokens, i)
    if _key(tokens, i + 2) == "di" and _key(tokens, i + 3) in table("crowd_units"):
        value *= table("crowd_units")[_key(tokens, i + 3)]
        return Number(value, value, i + 4, approx=True, words=True, scaled=True, crowd=True)
    return Number(value, value, i + 2, approx=True, words=True, crowd=True)


def _known_collective(tokens: Sequence[Token], i: int) -> Number | None:
    """nella | ventina di persone, un altro | centinaio di casi: about so many after another word than un."""
    value = table("collectives").get(_key(tokens, i), 0)
    said = value and _key(tokens, i - 1) in words("before_collectives") and _key(tokens, i + 1) == "di"
    return Number(value, value, i + 1, approx=True, words=True, crowd=True) if said else None


def _fraction(tokens: Sequence[Token], i: int) -> Number | None:
    """due terzi, un quarto, 3/4, uno su tre, 2 e 1/4."""
    whole = simple(tokens, i)
    if whole is None:
        return None
    stop = whole.stop
    mark = _key(tokens, stop)
    if mark == "/" and tokens[stop].glued and _is_digits(tokens, stop + 1) and tokens[stop + 1].glued:
        below = digits(tokens[stop + 1].text)
        after = _key(tokens, stop + 2)
        small = below in _DENOMINATORS and 0 < whole.low < below and not _many(tokens, stop + 2)
        return _ratio(whole.low, below, stop + 2) if small and after != "/" else None
    if mark == "su" and whole.low >= 1:
        below_number = simple(tokens, stop + 1)
        if below_number and below_number.low > whole.low:
            return _ratio(whole.low, below_number.low, below_number.stop)
    part = ordinal(mark)
    if part and part > 2 and mark != "centesimi" and mark[-1] in ("i" if whole.low > 1 else "o"):
        return _ratio(whole.low, part, stop + 1)
    return None


def _many(tokens: Sequence[Token], i: int) -> bool:
    """0/3 | anni, 2/3 | giorni: what follows is counted, so the slash joins two numbers; not 2/3 dei voti."""
    counted = i < len(tokens) and tokens[i].kind == "word" and not tokens[i].breaks and len(tokens[i].key) > 2
    return counted and tokens[i].key[-1] in ("i", "e") and _key(tokens, i) not in words("after_fraction")


def _ratio(above: float, below: float | None, stop: int) -> Number | None:
    return Number(above / below, above / below, stop, words=True, fraction=True) if below else None


def simple(tokens: Sequence[Token], i: int) -> Number | None:
    """One number without scale: digits, a word, `un`, two words (novanta cinque, cento e uno), `virgola`."""
    if not 0 <= i < len(tokens):
        return None
    token = tokens[i]
    if token.kind == "digits":
        value = digits(token.text)
        return None if value is None else Number(value, value, i + 1)
    if token.key in words("one"):
        word: int | None = 1
    else:
        word = cardinal(token.key) if token.kind == "word" else None
        if word is None and token.text[-1] in APOSTROPHES:
            word = elided(token.key)
    if word is None:
        return None
    total, stop = float(word), i + 1
    if _key(tokens, stop) == "virgola":
        return _decimals(tokens, stop + 1, total)
    while (step := _addend(tokens, stop, total)) is not None:
        total, stop = total + step[0], step[1]
    return Number(total, total, stop, words=True)


def _addend(tokens: Sequence[Token], i: int, total: float) -> tuple[float, int] | None:
    """novanta | cinque, cento | e uno, tremila | e seicento, mille | e 707: a smaller number that fills the zeros."""
    j = i + 1 if _key(tokens, i) == "e" else i
    if j > i and total and total % 1000 == 0 and re.fullmatch(r"[1-9]\d{2}", _key(tokens, j)):
        return int(_key(tokens, j)), j + 1
    word = cardinal(_key(tokens, j))
    gap = next((10**k for k in (6, 5, 4, 3, 2, 1) if total % 10**k == 0), 1) if total else 1
    if not word or word >= gap or total < 20 or (j > i and gap < 100):
        return None
    return word, j + 1


def _decimals(tokens: Sequence[Token], i: int, total: float) -> Number | None:
    figures = ""
    while (value := cardinal(_key(tokens, i))) is not None and len(figures) < 12:
        figures += str(value)
        i += 1
    return Number(float(f"{total:.0f}.{figures}"), float(f"{total:.0f}.{figures}"), i, words=True) if figures else None


def _is_digits(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind == "digits"


def _half(tokens: Sequence[Token], i: int) -> Number | None:
    """mezzo milione, mezza dozzina; the scale must follow."""
    ok = _key(tokens, i) in words("halves") and _key(tokens, i + 1) in table("scales")
    return Number(0.5, 0.5, i + 1, words=True, half=True) if ok else None


def _scaled(tokens: Sequence[Token], i: int) -> Number | None:
    """3,5 milioni, due milioni e mezzo, 10mila, seicento milioni e duemila."""
    part = _half(tokens, i) or simple(tokens, i)
    if part is None:
        return None
    total, ceiling = 0.0, float("inf")
    stop, scaled = i, False
    while part is not None:
        double = _thousands(tokens, part.stop)
        scale = _scale(tokens, part.stop) * (_scale(tokens, part.stop + 1) if double else 1)
        if part.low * scale >= ceiling:
            break
        total += round(part.low * scale, 6)
        stop = part.stop + (scale > 1) + double
        if scale == 1:
            break
        scaled, ceiling = True, scale
        if _key(tokens, stop) == "e" and _half_alone(tokens, stop + 1):
            return Number(total + scale / 2, total + scale / 2, stop + 2, words=True, scaled=True)
        part = _next_part(tokens, stop) or (_thousands_rest(tokens, stop) if scale == 1000 else None)
    first = tokens[i].key
    if not scaled and first in words("one") and not (_mixed(tokens, stop)):
        return None
    number = Number(total, total, stop, words=tokens[i].kind == "word", scaled=scaled, half=first.startswith("mezz"))
    return _mixed_half(tokens, number)


def _half_alone(tokens: Sequence[Token], i: int) -> bool:
    return _key(tokens, i) in words("halves") and _key(tokens, i + 1) not in table("scales")


def _next_part(tokens: Sequence[Token], i: int) -> Number | None:
    """The rest after a scale: milioni | e duecentomila, miliardi, | novecento milioni, un milione e | uno."""
    linked = _key(tokens, i) == "e"
    listed = _key(tokens, i) == ","
    j = i + 1 if linked or listed else i
    one = _key(tokens, j) in words("one") and _scale(tokens, j + 1) == 1
    if one and not (linked and _ends(tokens, j + 1)):
        return None
    part = _half(tokens, j) or simple(tokens, j)
    if part is None or (not part.words and _scale(tokens, part.stop) == 1):
        return None
    return part if not listed or (part.words and _scale(tokens, part.stop) > 1) else None


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """True where no word follows: `un milione e uno`, not `due milioni e uno dei soci`."""
    return i >= len(tokens) or tokens[i].kind == "mark"


def _thousands_rest(tokens: Sequence[Token], i: int) -> Number | None:
    """653 mila 161, 1 milione 414 mila 219, 59mila e 564."""
    j = i + (_key(tokens, i) == "e")
    return simple(tokens, j) if re.fullmatch(r"\d{3}", _key(tokens, j)) else None


def _scale(tokens: Sequence[Token], i: int) -> float:
    """What the scale at token `i` multiplies by, 1 where there is none."""
    return table("scales").get(_key(tokens, i), 1)


def _thousands(tokens: Sequence[Token], i: int) -> bool:
    """3mila | miliardi: thousands of a larger scale."""
    return _scale(tokens, i) == 1000 < _scale(tokens, i + 1)


def _mixed(tokens: Sequence[Token], i: int) -> bool:
    return _key(tokens, i) == "e" and (_key(tokens, i + 1) in words("halves") or _quarter(tokens, i + 1) is not None)


def _quarter(tokens: Sequence[Token], i: int) -> Number | None:
    return _fraction(tokens, i) if i < len(tokens) else None


def _mixed_half(tokens: Sequence[Token], number: Number) -> Number:
    """cinque e un quarto, 2 e 1/4, uno e mezzo."""
    if _key(tokens, number.stop) != "e":
        return number
    if _key(tokens, number.stop + 1) in words("halves"):
        return replace(number, low=number.low + 0.5, high=number.high + 0.5, stop=number.stop + 2)
    part = _quarter(tokens, number.stop + 1)
    if part and part.low < 1:
        return replace(number, low=number.low + part.low, high=number.high + part.low, stop=part.stop)
    return number
