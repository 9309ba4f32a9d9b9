"""Amounts: numbers with their ranges, signs and comparators, and the tokens that say them."""

import re
from dataclasses import replace
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.numbers import Number, read
from claimcheck.italian.numerals import cardinal
from claimcheck.italian.text import fold
from claimcheck.italian.units import is_symbol
from claimcheck.italian.verbs import forms
from claimcheck.kinds.figures.comparators import Amount, between_bounds, bounded
from claimcheck.kinds.figures.scan import PACKAGE, Scan, word_set

_CHANGE_REACH = 8
_UP_TO = 10
_FEW = 4  # una o due settimane
_DASHES = frozenset("-–—")
_LONG_CODE = re.compile(r"0\d{3,}|\d{10,}")  # telephone numbers and the like
_MARGINS = ("±", "+ / -", "+ -")


def amount(scan: Scan, i: int) -> Amount | None:
    """The amount whose number begins at token `i`, None where there is none or it is part of a name or code."""
    key = ("amount", i)
    if key not in scan.memo:
        scan.memo[key] = _amount(scan, i)
    found: Amount | None = scan.memo[key]
    return found


def _amount(scan: Scan, i: int) -> Amount | None:
    if _LONG_CODE.fullmatch(scan.tokens[i].text):
        return None
    number = read(scan.tokens, i)
    if number is None or _in_code(scan, i, number.stop):
        return None
    bare = Amount(i, i, number.stop, number.low, number.high, number.approx, read=number)
    return between_bounds(scan, bounded(scan, _signed(scan, _ranged(scan, bare))))


def article_amount(scan: Scan, i: int) -> Amount | None:
    """`un`, `uno`, `una` read as one, for units only: un'ora, uno yen."""
    key = ("article", i)
    if key not in scan.memo:
        scan.memo[key] = _article_amount(scan, i)
    found: Amount | None = scan.memo[key]
    return found


def _article_amount(scan: Scan, i: int) -> Amount | None:
    if scan.key(i) not in ("un", "uno", "una") or read(scan.tokens, i):
        return None
    second = read(scan.tokens, i + 2) if scan.key(i + 1) == "o" and i + 2 < len(scan.tokens) else None
    if second and 1 < second.high == second.low <= _FEW:
        number = Number(1, second.high, second.stop, words=True)
        return bounded(scan, Amount(i, i, second.stop, 1, second.high, ranged=True, read=number))
    return bounded(scan, Amount(i, i, i + 1, 1, 1, read=Number(1, 1, i + 1, words=True)))


def _in_code(scan: Scan, i: int, stop: int) -> bool:
    """F16, Il-76, 3D, 11/9, 12:30:05, 118bis: digits that name something."""
    if scan.tokens[i].kind != "digits":
        dashed = scan.glued(i) and scan.key(i - 1) in _DASHES and scan.glued(i - 1)
        return dashed and cardinal(scan.key(i - 2)) is None
    return _code_before(scan, i) or _code_after(scan, stop)


def _code_before(scan: Scan, i: int) -> bool:
    if not scan.glued(i):
        return False
    before = scan.tokens[i - 1]
    if before.kind == "word" and before.text[-1] not in "'’":
        return before.key not in word_set("grammar", "glued_currencies")
    if not scan.glued(i - 1):
        return before.text in "_="
    return before.text in "/:_.=" or (before.text in _DASHES and (not scan.is_digits(i - 2) or scan.glued(i - 1)))


def _code_after(scan: Scan, i: int) -> bool:
    if not scan.glued(i) or scan.run_on(i):
        return False
    if scan.key(i) in ("/", ":", "_", "=") and scan.glued(i + 1) and scan.is_digits(i + 1):
        return not _slash_range(scan, i)
    return scan.is_word(i) and not (is_symbol(scan.key(i)) or scan.key(i) in word_set("glued"))


def _slash_range(scan: Scan, j: int) -> bool:
    """8 | /10 millimetri, 2/3 giorni: two small numbers of what is named in the plural."""
    small = scan.key(j) == "/" and all(scan.key(k).isdigit() and len(scan.key(k)) < 3 for k in (j - 1, j + 1))
    counted = bool(scan.noun_phrase(j + 2)) and scan.key(j + 2)[-1:] in ("i", "e")
    return small and counted and not scan.glued(j + 2) and scan.key(j - 2) != "/"


def _ranged(scan: Scan, first: Amount) -> Amount:
    """tra 3 e 5, da 3 a 5, 3-5, due o tre: the second number widens the interval."""
    if first.low is None:
        return first
    if _from_one(scan, first):
        return replace(first, start=first.number - 3, low=1, ranged=True)
    link = _link(scan, first)
    second = read(scan.tokens, link[1]) if link and link[1] < len(scan.tokens) else None
    if second is None or link is None:
        return first
    start, _, word = link
    low, high = _shared_scale(scan, first, second)
    if word in _MARGINS:
        return replace(first, stop=second.stop, low=low - high, high=low + high, ranged=True)
    if not low < high or (word == "o" and high > 4 * low):
        return first
    if scan.key(start) in ("tra", "fra") and scan.key(start - 1) in word_set("grammar", "included"):
        start -= 1
    return replace(first, start=start, stop=second.stop, low=low, high=high, ranged=True)


def _from_one(scan: Scan, first: Amount) -> bool:
    """da uno a | tre chilometri, da una a | due ore."""
    i = first.number
    said = scan.key(i - 1) == "a" and scan.key(i - 2) in ("uno", "una") and scan.key(i - 3) == "da"
    return said and first.low == first.high and 1 < first.single <= _UP_TO


def _link(scan: Scan, first: Amount) -> tuple[int, int, str] | None:
    """Where the range begins, where its second number stands, and the word between them."""
    i, j = first.number, first.stop
    before, word = scan.key(i - 1), scan.key(j)
    article = before in word_set("expand", "i")
    if word in ("e", "ed") and (scan.key(i - 2) if article else before) in ("tra", "fra"):
        return i - 1 - article, j + 1 + (scan.key(j + 1) in word_set("expand", "i")), word
    ends = load(PACKAGE)["range_ends"].get(before)
    if ends:
        step = word == "fino"
        if scan.key(j + step) in ends and not _changes(scan, i - 1):
            return i - 1, j + 1 + step, word
    margin = next((m for m in _MARGINS if scan.keys(j, m.split())), None)
    if margin:
        return first.start, j + len(margin.split()), margin
    if word == "o" or _slash_range(scan, j) or (word in _DASHES and scan.glued(j) == scan.glued(j + 1)):
        return first.start, j + 1, word
    return None


def _changes(scan: Scan, i: int) -> bool:
    """passa da 320 a 360: from one value to another, no range."""
    for k in range(i - 1, max(-1, i - _CHANGE_REACH), -1):
        if scan.tokens[k].kind == "mark":
            return False
        if scan.key(k) in changing_words():
            return True
    return False


@cache
def changing_words() -> frozenset[str]:
    """Every form of the verbs after which da X a Y tells two values, and the nouns of such changes."""
    verbs = (fold(form.text) for verb in word_set("changing", "verbs") for form in forms(verb))
    return word_set("changing", "forms") | frozenset(verbs)


def _shared_scale(scan: Scan, first: Amount, second: Number) -> tuple[float, float]:
    """tra 3 e 5 milioni, due-trecento, tre o quattromila: the scale said once belongs to both."""
    low = first.low or 0.0
    last = scan.key(second.stop - 1)
    for ending, value in load(PACKAGE)["shared_endings"].items():
        if last != ending and last.endswith(ending) and second.high % value == 0 and low * value < second.high:
            return low * value, second.high
    if second.scaled and not first.read_scaled and low < 1000:
        last = scan.key(second.stop - 1)
        low *= 1e3 if last == "mila" else 1e9 if last.startswith(("miliard", "mld")) else 1e6
    elif scan.tokens[second.stop - 1].text.endswith(".000") and low < second.high / 1000:
        low *= 1e3
    return low, second.high


def _signed(scan: Scan, bare: Amount) -> Amount:
    """-5 gradi: a minus sign that stands free on its left; ±5: the interval around zero."""
    i = bare.number
    margin = next((m.split() for m in _MARGINS if scan.keys(i - len(m.split()), m.split())), None)
    if margin and bare.low is not None and bare.low == bare.high and not scan.is_digits(i - len(margin) - 1):
        return replace(bare, start=i - len(margin), low=-bare.low)
    minus = scan.key(i - 1) in ("-", "−") and scan.glued(i) and not scan.glued(i - 1)
    if not minus or scan.is_digits(i - 2) or bare.ranged or bare.low is None or bare.high is None:
        return bare
    return replace(bare, start=i - 1, low=-bare.high, high=-bare.low)
