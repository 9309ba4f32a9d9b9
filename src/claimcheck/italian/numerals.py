"""Italian number words and digit groups: the value of one of them.

The word grammar is generated (0 to 999, then mila and the scales) and strict: *duemille* and *novantaotto* are no
numbers, as in text2num. Formats follow Serianni, Italiano (2012), ch. VI, and Recognizers-Text's Italian cases.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product

from claimcheck.italian.lexicon import load

PACKAGE = "claimcheck.italian.data"
_KEPT = 2**16  # words remembered with their values
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")


@cache
def table(name: str) -> Mapping[str, float]:
    """A section of data/numerals.toml, by folded word."""
    found: dict[str, float] = load(PACKAGE, "numerals.toml")[name]
    return found


@cache
def words(name: str) -> frozenset[str]:
    """A word list of data/numerals.toml."""
    return frozenset(load(PACKAGE, "numerals.toml")[name]["words"])


@cache
def _below_thousand() -> Mapping[str, int]:
    """Every spelling of 0 to 999: ventuno and ventun, centotto and centootto."""
    units = {k: int(v) for k, v in table("units").items()}
    spelled = dict(units)
    for (ten, value), (unit, digit) in product(table("tens").items(), units.items()):
        if 0 < digit < 10:
            stem = ten[:-1] if digit in (1, 8) else ten
            spelled[stem + unit] = int(value) + digit
            if digit == 1:
                spelled[f"{stem}un"] = int(value) + 1
        spelled[ten] = int(value)
    small = {w: n for w, n in spelled.items() if n}
    for unit, hundred in [("", 1), *((u, d) for u, d in units.items() if 1 < d < 10)]:
        spelled[f"{unit}cento"] = hundred * 100
        for word, n in small.items():
            spelled[f"{unit}cento{word}"] = hundred * 100 + n
            if word.startswith("ott"):
                spelled[f"{unit}cent{word}"] = hundred * 100 + n
    return spelled


@cache
def number_words() -> frozenset[str]:
    """The words besides cardinals and ordinals that can begin a number: un, mezzo, decine, ventina."""
    numerals = load(PACKAGE, "numerals.toml")
    return frozenset(numerals["crowds"]) | frozenset(numerals["collectives"]) | words("halves") | words("one")


@lru_cache(maxsize=_KEPT)
def cardinal(word: str) -> int | None:
    """The value of one folded number word below a million (duecentotrentaquattro), None for any other word.

    >>> cardinal("seicentomiladue"), cardinal("duemille")
    (600002, None)
    """
    below = _below_thousand()
    if word in below:
        return below[word]
    head, mila, tail = word.partition("mila")
    if mila and below.get(head, 0) > 1 and (not tail or below.get(tail)):
        return below[head] * 1000 + (below[tail] if tail else 0)
    if word.startswith("mille"):
        tail = word.removeprefix("mille")
        return 1000 if not tail else 1000 + below[tail] if below.get(tail) else None
    return None


@lru_cache(maxsize=_KEPT)
def elided(word: str) -> int | None:
    """The value of a number word that lost its vowel before an apostrophe: vent'anni, cent'anni, ventiquattr'ore."""
    return next((v for v in (cardinal(word + vowel) for vowel in "iao") if v), None) if len(word) > 3 else None


@lru_cache(maxsize=_KEPT)
def ordinal(word: str) -> int | None:
    """The value of one folded ordinal word (primo, ventitreesima), None for any other word."""
    first = table("ordinals").get(word[:-1]) if word[-1:] in ("o", "a", "i", "e") else None
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
    return int(table("high_ordinals").get(stem, 0)) or None


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
