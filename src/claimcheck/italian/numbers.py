"""Italian numbers in digits and words: reading one word, reading a run of tokens.

The word grammar is generated (0 to 999, then mila and the scales) and strict: *duemille* and *novantaotto* are no
numbers, as in text2num. Formats follow Serianni, Italiano (2012), ch. VI, and Recognizers-Text's Italian cases.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from claimcheck.italian.lexicon import load
from claimcheck.italian.tokens import Token

PACKAGE = "claimcheck.italian.data"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:[  ]\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
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


@cache
def _table(name: str) -> Mapping[str, float]:
    table: dict[str, float] = load(PACKAGE, "numerals.toml")[name]
    return table


@cache
def _below_thousand() -> Mapping[str, int]:
    """Every spelling of 0 to 999: ventuno and ventun, centotto and centootto."""
    units = {k: int(v) for k, v in _table("units").items()}
    words = dict(units)
    for (ten, value), (unit, digit) in product(_table("tens").items(), units.items()):
        if 0 < digit < 10:
            stem = ten[:-1] if digit in (1, 8) else ten
            words[stem + unit] = int(value) + digit
            if digit == 1:
                words[f"{stem}un"] = int(value) + 1
        words[ten] = int(value)
    small = {w: n for w, n in words.items() if n}
    for unit, hundred in [("", 1), *((u, d) for u, d in units.items() if 1 < d < 10)]:
        words[f"{unit}cento"] = hundred * 100
        for word, n in small.items():
            words[f"{unit}cento{word}"] = hundred * 100 + n
            if word.startswith("otto") or word.startswith("ottan"):
                words[f"{unit}cent{word}"] = hundred * 100 + n
    return words


@cache
def number_words() -> frozenset[str]:
    """The words besides cardinals and ordinals that can begin a number: un, mezzo, decine, una."""
    table = load(PACKAGE, "numerals.toml")
    return frozenset((*table["crowds"], *table["halves"]["words"], "un", "una", "uno"))


@cache
def cardinal(word: str) -> int | None:
    """The value of one folded number word below a million (duecentotrentaquattro), None for any other word.

    >>> cardinal("seicentomiladue"), cardinal("duemille")
    (600002, None)
    """
    below = _below_thousand()
    if word in below:
        return below[word]
    head, mila, tail = word.partition("mila")
    if mila and head in below and below[head] > 1 and not head.endswith(("uno",)):
        return below[head] * 1000 + (below.get(tail, -1) if tail else 0) if not tail or tail in below else None
    if word.startswith("mille"):
        tail = word.removeprefix("mille")
        return 1000 if not tail else 1000 + below[tail] if below.get(tail) else None
    return None


@cache
def ordinal(word: str) -> int | None:
    """The value of one folded ordinal word (primo, ventitreesima), None for any other word."""
    first = _table("ordinals").get(word[:-1]) if word[-1:] in ("o", "a", "i", "e") else None
    if first:
        return int(first)
    if not re.search(r"esim[oaie]$", word):
        return None
    stem = word[:-5]
    for candidate in (stem, *(stem + v for v in "oaie"), stem + "uno"[1:], stem.replace("mill", "mila"), stem + "e"):
        value = cardinal(candidate)
        if value and value > 10:
            return value
    if stem.endswith("mill"):
        return cardinal(stem[:-4] + "mila") or (1000 if stem == "mill" else None)
    return {"milion": 10**6, "miliard": 10**9}.get(stem)


def digits(text: str) -> float | None:
    """The value of a digit group as Italians write it: 1.234,56 and 3,5; a lone point before one or two digits is
    a decimal point (6.2).

    >>> digits("1.234,56"), digits("4,800"), digits("2.5")
    (1234.56, 4.8, 2.5)
    """
    if len(text) > 30:
        return None
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", ""))
    if _GROUPED.fullmatch(text) and not text.startswith("0"):
        return float(text.replace(".", "").replace(",", "."))
    if _SPACED.fullmatch(text):
        return float(re.sub(r"\s", "", text).replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", "."))
    return None


def read(tokens: Sequence[Token], i: int) -> Number | None:
    """The longest number that begins at token `i`, None if there is none.

    `un`/`uno`/`una` count only with a scale (un milione), a collective (una ventina) or a fraction (un terzo).
    """
    return _crowd(tokens, i) or _collective(tokens, i) or _fraction(tokens, i) or _scaled(tokens, i)


def _key(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].key if 0 <= i < len(tokens) else ""


def _crowd(tokens: Sequence[Token], i: int) -> Number | None:
    crowds: Mapping[str, tuple[int, int]] = load(PACKAGE, "numerals.toml")["crowds"]
    bounds = crowds.get(_key(tokens, i))
    if not bounds:
        return None
    low, high = bounds
    stop = i + 1
    while _key(tokens, stop) in ("e", "di") and _key(tokens, stop + 1) in (*crowds, "milioni", "miliardi"):
        word = _key(tokens, stop + 1)
        if _key(tokens, stop) == "di" and word != "centinaia":
            unit = {"migliaia": 1000, "milioni": 10**6, "miliardi": 10**9}.get(word, 1)
            low, high = low * unit, (high + 1) * unit - 1
        stop += 2
    return Number(low, high, stop, words=True, crowd=True)


def _collective(tokens: Sequence[Token], i: int) -> Number | None:
    first = _key(tokens, i)
    if first in ("mezza", "mezzo") and _key(tokens, i + 1) in ("dozzina", "migliaio"):
        value = _table("collectives")[_key(tokens, i + 1)] / 2
        return Number(value, value, i + 2, words=True, crowd=True)
    value = _table("collectives").get(_key(tokens, i + 1), 0)
    if first not in ("un", "una") or not value:
        return None
    if _key(tokens, i + 2) == "di" and _key(tokens, i + 3) in ("milioni", "miliardi", "migliaia"):
        value *= {"milioni": 1e6, "miliardi": 1e9, "migliaia": 1e3}[_key(tokens, i + 3)]
        return Number(value, value, i + 4, approx=True, words=True, scaled=True, crowd=True)
    return Number(value, value, i + 2, approx=True, words=True, crowd=True)


def _fraction(tokens: Sequence[Token], i: int) -> Number | None:
    """due terzi, un quarto, 3/4, uno su tre, 2 e 1/4."""
    whole = simple(tokens, i)
    if whole is None:
        return None
    stop = whole.stop
    mark = _key(tokens, stop)
    if mark == "/" and tokens[stop].glued and _is_digits(tokens, stop + 1) and tokens[stop + 1].glued:
        below = digits(tokens[stop + 1].text)
        small = below in _DENOMINATORS and whole.low < below
        after = _key(tokens, stop + 2)
        return _ratio(whole.low, below, stop + 2) if small and after != "/" else None
    if mark == "su" and whole.low >= 1:
        below_number = simple(tokens, stop + 1)
        if below_number and below_number.low > whole.low:
            return _ratio(whole.low, below_number.low, below_number.stop)
    part = ordinal(mark)
    if part and part > 2 and mark != "centesimi" and mark[-1] in ("i" if whole.low > 1 else "o"):
        return _ratio(whole.low, part, stop + 1)
    return None


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
    if token.key in ("un", "uno", "una"):
        word: int | None = 1
    else:
        word = cardinal(token.key) if token.kind == "word" else None
    if word is None:
        return None
    total, stop = float(word), i + 1
    if _key(tokens, stop) == "virgola":
        return _decimals(tokens, stop + 1, total)
    while (step := _addend(tokens, stop, total)) is not None:
        total, stop = total + step[0], step[1]
    return Number(total, total, stop, words=True)


def _addend(tokens: Sequence[Token], i: int, total: float) -> tuple[float, int] | None:
    """novanta | cinque, cento | e uno, tremila | e seicento: a smaller number that fills the zeros."""
    j = i + 1 if _key(tokens, i) == "e" else i
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
    ok = _key(tokens, i) in ("mezzo", "mezza") and _key(tokens, i + 1) in _table("scales")
    return Number(0.5, 0.5, i + 1, words=True, half=True) if ok else None


def _scaled(tokens: Sequence[Token], i: int) -> Number | None:
    """3,5 milioni, due milioni e mezzo, 10mila, seicento milioni e duemila."""
    part = _half(tokens, i) or simple(tokens, i)
    if part is None:
        return None
    total, ceiling = 0.0, float("inf")
    stop, scaled = i, False
    while part is not None:
        scale = _scale(tokens, part.stop)
        if part.low * scale >= ceiling:
            break
        total += round(part.low * scale, 6)
        stop = part.stop + (scale > 1)
        if scale == 1:
            break
        scaled, ceiling = True, scale
        if _key(tokens, stop) == "e" and _half_alone(tokens, stop + 1):
            return Number(total + scale / 2, total + scale / 2, stop + 2, words=True, scaled=True)
        part = _next_part(tokens, stop)
    first = tokens[i].key
    if not scaled and first in ("un", "una", "uno") and not (_mixed(tokens, stop)):
        return None
    number = Number(total, total, stop, words=tokens[i].kind == "word", scaled=scaled, half=first.startswith("mezz"))
    return _mixed_half(tokens, number)


def _half_alone(tokens: Sequence[Token], i: int) -> bool:
    return _key(tokens, i) in ("mezzo", "mezza") and _key(tokens, i + 1) not in _table("scales")


def _next_part(tokens: Sequence[Token], i: int) -> Number | None:
    j = i + 1 if _key(tokens, i) == "e" else i
    part = _half(tokens, j) or (simple(tokens, j) if _key(tokens, j) not in ("un", "una", "uno") else None)
    if part is None or (tokens[j].kind == "digits" and _scale(tokens, part.stop) == 1):
        return None
    return part if part.words or _scale(tokens, part.stop) > 1 else None


def _scale(tokens: Sequence[Token], i: int) -> float:
    return _table("scales").get(_key(tokens, i), 1)


def _mixed(tokens: Sequence[Token], i: int) -> bool:
    return _key(tokens, i) == "e" and (_key(tokens, i + 1) in ("mezzo", "mezza") or _quarter(tokens, i + 1) is not None)


def _quarter(tokens: Sequence[Token], i: int) -> Number | None:
    return _fraction(tokens, i) if i < len(tokens) else None


def _mixed_half(tokens: Sequence[Token], number: Number) -> Number:
    """cinque e un quarto, 2 e 1/4, uno e mezzo."""
    if _key(tokens, number.stop) != "e":
        return number
    if _key(tokens, number.stop + 1) in ("mezzo", "mezza"):
        return replace(number, low=number.low + 0.5, high=number.high + 0.5, stop=number.stop + 2)
    part = _quarter(tokens, number.stop + 1)
    if part and part.low < 1:
        return replace(number, low=number.low + part.low, high=number.high + part.low, stop=part.stop)
    return number
