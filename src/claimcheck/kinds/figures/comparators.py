"""Comparators around an amount: oltre, almeno, circa, 500 o più, and the verbs that bound one (supera i 118)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from claimcheck.italian.lexicon import load
from claimcheck.italian.numbers import Number, read
from claimcheck.italian.text import fold
from claimcheck.italian.verbs import forms
from claimcheck.kinds.figures.scan import PACKAGE, Scan, word_set

_LONGEST = 6


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


@cache
def _edges(section: str, place: int) -> frozenset[str]:
    """The first (0) or last (-1) words of the comparators of a section: most tokens are none of them."""
    return frozenset(phrase[place] for phrase in _comparators(section))


def bounded(scan: Scan, bare: Amount) -> Amount:
    """The amount with the comparator before or after it taken in."""
    bound, start = _before(scan, bare.start)
    if bound is None:
        bound = _verb_before(scan, bare.start)
    compared = replace(bare, start=start, compared=True) if bound else bare
    return after(scan, _apply(compared, bound))


def _before(scan: Scan, i: int) -> tuple[str | None, int]:
    if scan.key(i - 1) not in _edges("before", -1) | _edges("before_digits", -1):
        return None, i
    table = _comparators("before")
    for length in range(min(_LONGEST, i), 0, -1):
        words = tuple(t.key for t in scan.tokens[i - length : i])
        bound = table.get(words) or (_comparators("before_digits").get(words) if scan.is_digits(i) else None)
        if bound and not any(t.breaks for t in scan.tokens[i - length + 1 : i + 1]):
            outer, start = _before(scan, i - length)
            return (outer, start) if outer in ("low", "high") and bound == "approx" else (bound, i - length)
    return None, i


@cache
def bounding_verbs() -> Mapping[str, str]:
    """Every form of the verbs that bound the number after them, with their kind of bound."""
    rows = load(PACKAGE)["verbs"]
    return {fold(form.text): bound for bound, verbs in rows.items() for verb in verbs for form in forms(verb)}


def _verb_before(scan: Scan, i: int) -> str | None:
    """ha superato i 118 dollari: at least; non supera i 30: at most; sfiora i 100: about."""
    j = i - 1 if scan.key(i - 1) in word_set("expand", "i") else i
    j -= scan.key(j - 1) == "quota"
    bound = bounding_verbs().get(scan.key(j - 1))
    denied = any(scan.key(k) == "non" for k in range(max(0, j - 4), j - 1))
    return {"low": "high", "high": "low"}.get(bound) if bound and denied else bound


def _apply(bare: Amount, bound: str | None) -> Amount:
    if bound == "low":
        return replace(bare, high=None)
    if bound == "high":
        return replace(bare, low=None)
    return replace(bare, approx=True) if bound == "approx" else bare


def after(scan: Scan, bare: Amount) -> Amount:
    """500 o più, 300 circa: a comparator behind the number or its noun."""
    if bare.low is None or bare.high is None or scan.key(bare.stop) not in _edges("after", 0):
        return bare
    table = _comparators("after")
    for length in (4, 3, 2, 1):
        bound = table.get(tuple(scan.key(bare.stop + k) for k in range(length)))
        anywhere = scan.key(bare.stop) in word_set("near", "after_anywhere")
        if bound and not anywhere and _leads_on(scan, bare.stop + length):
            continue
        free = anywhere or bound == "approx"
        if bound and (length > 1 or free or scan.key(bare.stop + 1) in (",", ".", ")", "")):
            return replace(_apply(bare, bound), stop=bare.stop + length, compared=True)
    return bare


def between_bounds(scan: Scan, first: Amount) -> Amount:
    """superiore a 10 e inferiore a 20: two comparators that close an interval."""
    if first.low is None or first.high is not None or scan.key(first.stop) != "e":
        return first
    table = _comparators("before")
    for length in range(_LONGEST, 0, -1):
        j = first.stop + 1 + length
        second = read(scan.tokens, j) if j < len(scan.tokens) else None
        words = tuple(scan.key(k) for k in range(first.stop + 1, j))
        if second and table.get(words) == "high" and second.high > first.low:
            return replace(first, high=second.high, stop=second.stop, ranged=True)
    return first


def _leads_on(scan: Scan, i: int) -> bool:
    """3 barche e oltre | 7.000 casse, 30 anni e meno | di due mesi: the words bound what follows."""
    return scan.key(i) in word_set("grammar", "leads_on") or read(scan.tokens, i) is not None
