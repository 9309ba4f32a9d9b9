"""Numbers with their comparators and ranges: the interval the words assert and the tokens that say it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from claimcheck.italian.lexicon import load
from claimcheck.italian.numbers import Number, read
from claimcheck.italian.numerals import cardinal
from claimcheck.italian.units import is_symbol
from claimcheck.kinds.figures.scan import PACKAGE, Scan, word_set

_LONGEST = 5
_DASHES = frozenset("-–—")
_RANGE_ENDS = {
    "da": ("a", "ad"),
    "dai": ("ai",),
    "dagli": ("agli", "ai"),
    "dalle": ("alle",),
    "dal": ("al", "all"),
    "dall": ("al", "all"),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """An asserted interval over tokens [start, stop); `number` is where the bare number begins.

    `compared` tells that a comparator took part, `ranged` that two numbers did.
    """

    start: int
    number: int
    stop: int
    low: float | None
    high: float | None
    approx: bool = False
    compared: bool = False
    ranged: bool = False
    read: Number | None = None

    @property
    def single(self) -> float:
        """The number said, whatever the bound."""
        value = self.low if self.low is not None else self.high
        return value or 0.0

    @property
    def read_scaled(self) -> bool:
        """True if the number was read with mila, milioni, decine and the like."""
        return self.read is not None and (self.read.scaled or self.read.crowd)

    @property
    def read_fraction(self) -> bool:
        """True for due terzi and 3/4."""
        return self.read is not None and self.read.fraction


@cache
def _comparators(section: str) -> Mapping[tuple[str, ...], str]:
    """Every comparator as a word sequence with its kind of bound."""
    lexicon = load(PACKAGE)
    table: dict[tuple[str, ...], str] = {}
    for bound, phrases in lexicon[section].items():
        for phrase in phrases:
            slots = [lexicon["expand"][w[1:-1]] if w.startswith("{") else [w] for w in phrase.split()]
            table |= {tuple(choice): bound for choice in product(*slots)}
    return table


def amount(scan: Scan, i: int) -> Amount | None:
    """The amount whose number begins at token `i`, None where there is none or it is part of a name or code."""
    if i not in scan.memo:
        scan.memo[i] = _amount(scan, i)
    found: Amount | None = scan.memo[i]
    return found


def _amount(scan: Scan, i: int) -> Amount | None:
    number = read(scan.tokens, i)
    if number is None or _in_code(scan, i, number.stop):
        return None
    bare = Amount(i, i, number.stop, number.low, number.high, number.approx, read=number)
    return bounded(scan, _signed(scan, _ranged(scan, bare)))


def article_amount(scan: Scan, i: int) -> Amount | None:
    """`un`, `uno`, `una` read as one, for units only: un'ora, uno yen."""
    if scan.key(i) not in ("un", "uno", "una") or read(scan.tokens, i):
        return None
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
        return before.key not in ("eur", "usd", "gbp", "us", "euro")
    if not scan.glued(i - 1):
        return before.text in "_="
    return before.text in "/:_.=" or (before.text in _DASHES and not scan.is_digits(i - 2))


def _code_after(scan: Scan, i: int) -> bool:
    if not scan.glued(i) or scan.run_on(i):
        return False
    if scan.key(i) in ("/", ":", "_", "=") and scan.glued(i + 1) and scan.is_digits(i + 1):
        return True
    return scan.is_word(i) and not (is_symbol(scan.key(i)) or scan.key(i) in word_set("glued"))


def _ranged(scan: Scan, first: Amount) -> Amount:
    """tra 3 e 5, da 3 a 5, 3-5, due o tre: the second number widens the interval."""
    if first.low is None:
        return first
    link = _link(scan, first)
    second = read(scan.tokens, link[1]) if link and link[1] < len(scan.tokens) else None
    if second is None or link is None:
        return first
    start, _, word = link
    low, high = _shared_scale(scan, first, second)
    if not low < high or (word == "o" and high > 4 * low):
        return first
    if scan.key(start) in ("tra", "fra") and scan.key(start - 1) in ("compreso", "compresa", "compresi", "comprese"):
        start -= 1
    return replace(first, start=start, stop=second.stop, low=low, high=high, ranged=True)


def _link(scan: Scan, first: Amount) -> tuple[int, int, str] | None:
    """Where the range begins, where its second number stands, and the word between them."""
    i, j = first.number, first.stop
    before, word = scan.key(i - 1), scan.key(j)
    article = before in ("i", "gli", "le", "il")
    if word in ("e", "ed") and (scan.key(i - 2) if article else before) in ("tra", "fra"):
        return i - 1 - article, j + 1 + (scan.key(j + 1) in ("i", "gli", "le", "il")), word
    if before in _RANGE_ENDS:
        step = word == "fino"
        if scan.key(j + step) in _RANGE_ENDS[before]:
            return i - 1, j + 1 + step, word
    if word == "o" or (word in _DASHES and scan.glued(j) == scan.glued(j + 1)):
        return first.start, j + 1, word
    return None


def _shared_scale(scan: Scan, first: Amount, second: Number) -> tuple[float, float]:
    """tra 3 e 5 milioni: the scale said once belongs to both."""
    low = first.low or 0.0
    if second.scaled and not first.read_scaled and low < 1000:
        last = scan.key(second.stop - 1)
        low *= 1e3 if last == "mila" else 1e9 if last.startswith(("miliard", "mld")) else 1e6
    elif scan.tokens[second.stop - 1].text.endswith(".000") and low < second.high / 1000:
        low *= 1e3
    return low, second.high


def _signed(scan: Scan, bare: Amount) -> Amount:
    """-5 gradi: a minus sign that stands free on its left."""
    i = bare.number
    minus = scan.key(i - 1) in ("-", "−") and scan.glued(i) and not scan.glued(i - 1)
    if not minus or scan.is_digits(i - 2) or bare.ranged or bare.low is None or bare.high is None:
        return bare
    return replace(bare, start=i - 1, low=-bare.high, high=-bare.low)


def bounded(scan: Scan, bare: Amount) -> Amount:
    """The amount with the comparator before or after it taken in."""
    bound, start = _before(scan, bare.start)
    if bound is None and _verb_before(scan, bare.start):
        bound = "low"
    compared = replace(bare, start=start, compared=True) if bound else bare
    return after(scan, _apply(compared, bound))


def _before(scan: Scan, i: int) -> tuple[str | None, int]:
    table = _comparators("before")
    for length in range(min(_LONGEST, i), 0, -1):
        bound = table.get(tuple(t.key for t in scan.tokens[i - length : i]))
        if bound and not any(t.breaks for t in scan.tokens[i - length + 1 : i + 1]):
            outer, start = _before(scan, i - length)
            return (outer, start) if outer in ("low", "high") and bound == "approx" else (bound, i - length)
    return None, i


def _verb_before(scan: Scan, i: int) -> bool:
    j = i - 1 if scan.key(i - 1) in ("i", "gli", "le", "il", "la", "l", "lo") else i
    return scan.key(j - 1) in word_set("verbs", "low")


def _apply(bare: Amount, bound: str | None) -> Amount:
    if bound == "low":
        return replace(bare, high=None)
    if bound == "high":
        return replace(bare, low=None)
    return replace(bare, approx=True) if bound == "approx" else bare


def after(scan: Scan, bare: Amount) -> Amount:
    """500 o più, 300 circa: a comparator behind the number or its noun."""
    if bare.low is None or bare.high is None:
        return bare
    table = _comparators("after")
    for length in (4, 3, 2, 1):
        bound = table.get(tuple(scan.key(bare.stop + k) for k in range(length)))
        if bound and _leads_on(scan, bare.stop + length):
            continue
        if bound and (length > 1 or bound == "approx" or scan.key(bare.stop + 1) in (",", ".", ")", "")):
            return replace(_apply(bare, bound), stop=bare.stop + length, compared=True)
    return bare


def _leads_on(scan: Scan, i: int) -> bool:
    """3 missili e oltre | 11.000 casse, 24 anni e meno | di due mesi: the words bound what follows."""
    return scan.key(i) in ("di", "d", "che", "dei", "delle", "del", "della") or read(scan.tokens, i) is not None
