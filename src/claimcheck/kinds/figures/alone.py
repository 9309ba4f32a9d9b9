"""Whether a number without a noun says an amount: no score, list mark, telephone number, footnote, `tutti e tre`."""

import re

from claimcheck.italian.calendar import month
from claimcheck.italian.numerals import table
from claimcheck.kinds.figures.comparators import Amount
from claimcheck.kinds.figures.scan import Scan, word_set

_DASHES = frozenset("-–—/")
_LONGEST_PLAIN = 7
_PHONE = re.compile(r"0\d+[.,]\d{5,}|(?:800|840|848|199|892|3\d\d)(?:[ .]\d{3}){2}")
_NOTES = frozenset({("(", ")"), ("[", "]")})
_TITLES = frozenset({("“", "”"), ("«", "»"), ('"', '"')})
_WHOLE_DAY = 24
_BRACKET_REACH = 20


def stands_alone(scan: Scan, found: Amount) -> bool:
    """True if the number at `found`, which counts no noun and has no comparator, is an amount on its own."""
    i = found.number
    if _legal(scan, found) or _tie_break(scan, found) or scan.key(i - 1) in word_set("near", "epithets"):
        return False
    return _digits_alone(scan, found) if scan.is_digits(i) else _word_alone(scan, found)


def everybody(scan: Scan, found: Amount) -> bool:
    """tutti e tre."""
    return scan.key(found.number - 1) in ("e", "ed") and scan.key(found.number - 2) in ("tutti", "tutte")


def _word_alone(scan: Scan, found: Amount) -> bool:
    """Not `i due`, `tutti e tre`, `in due`, `sei` the verb."""
    if found.read_scaled or found.read_fraction:
        return True
    before = scan.key(found.number - 1)
    if (before in word_set("near", "plural_articles") or before == "l") and found.stop - found.number == 1:
        return False
    if before in word_set("near", "firsts") and scan.key(found.number - 2) in word_set("near", "plural_articles"):
        return False
    if _grown_ups(scan, found.stop):
        return True
    if before == "in":
        return scan.key(found.stop) in word_set("near", "in_all")
    if scan.tokens[found.number].capital and not scan.starts_line(found.number):
        return False
    return not everybody(scan, found) and not (scan.key(found.number) == "sei" and len(scan.tokens) > 3)


def _grown_ups(scan: Scan, i: int) -> bool:
    """due | 23enni, tre | trentenni: people counted by their age."""
    digits = scan.is_digits(i) and scan.key(i + 1) == "enni" and scan.glued(i + 1)
    return digits or scan.key(i).endswith("enni")


def _digits_alone(scan: Scan, found: Amount) -> bool:
    """Not 1) of a list, 2-0, 3/12, 0432, 06 1234567, 4.0, minute 75', 24 ore su 24."""
    i, j = found.number, found.stop
    text = scan.tokens[i].text
    if text in word_set("near", "emergency"):
        return found.compared or scan.key(i - 1) in word_set("near", "said_of")
    if month(scan.key(j)) is not None:  # “11 Agosto”, a name
        return False
    if scan.key(j - 1) in table("scales"):
        return True
    if found.ranged:
        return scan.key(found.start) in word_set("grammar", "range_openers") or scan.key(j) in ("", ".", ",")
    shots = found.read_fraction and scan.key(j) in word_set("near", "shots_after")
    if shots or _is_score(scan, i, j) or _PHONE.fullmatch(text):
        return False
    if scan.is_digits(i - 1) or scan.is_digits(j) or (scan.key(i - 1) == "su" and found.single <= _WHOLE_DAY):
        return False
    if _opens_item(scan, i, j):
        return False
    if found.start == i and scan.glued(i) and scan.key(i - 1) in _DASHES:
        return False
    if scan.glued(j) and (scan.key(j) in _DASHES or scan.key(j) in ("'", "’", "°", "ª", "º")):
        return False
    enclosed = (scan.key(i - 1), scan.key(j))
    if (len(text) < 3 and enclosed in _NOTES) or enclosed in _TITLES:
        return False
    listed = scan.key(j) == ")" and text.isdigit() and len(text) < 3 and not _in_brackets(scan, i)
    coded = text.isdigit() and (len(text) > _LONGEST_PLAIN or (text[0] == "0" and len(text) > 1))
    return not coded and not text.endswith(".0") and not (listed and i > 0)


def _opens_item(scan: Scan, i: int, j: int) -> bool:
    """1) il bilancio, 2 – Le nomine, … del regolamento. 7. I tuoi diritti: the mark of an item of a list."""
    mark = scan.key(j)
    capital = j + 1 < len(scan.tokens) and scan.tokens[j + 1].text[0].isupper()
    if scan.tokens[i].breaks or i == 0:
        titled = mark in ("“", "«", '"') and j == i + 1
        return (scan.glued(j) and mark in (")", ".", "-", "–", "/")) or (mark in _DASHES and capital) or titled
    opened = scan.starts_line(i) or scan.key(i - 1) in ("”", "»", ")", ":")
    return opened and scan.glued(j) and mark == "." and capital and len(scan.key(i)) < 3


def _in_brackets(scan: Scan, i: int) -> bool:
    """True if a bracket stands open before the token: (consensus a 49)."""
    for k in range(i - 1, max(-1, i - _BRACKET_REACH), -1):
        if scan.key(k) in ("(", ")"):
            return scan.key(k) == "("
    return False


def _is_score(scan: Scan, i: int, j: int) -> bool:
    """3 a 1: two small numbers on either side of `a`."""
    after = scan.key(j) in ("a", "ad") and scan.is_digits(j + 1) and len(scan.key(j + 1)) < 3
    before = scan.key(i - 1) in ("a", "ad") and scan.is_digits(i - 2) and len(scan.key(i - 2)) < 3
    change = scan.key(i - 1) in word_set("grammar", "from") or (
        before and scan.key(i - 3) in word_set("grammar", "from")
    )
    return len(scan.key(i)) < 3 and (after or before) and not change


def _tie_break(scan: Scan, found: Amount) -> bool:
    """76(6) 67(3) 62: sets of tennis."""
    i, j = found.number, found.stop
    ahead = scan.key(j) == "(" and scan.glued(j) and scan.is_digits(j + 1) and scan.key(j + 2) == ")"
    behind = scan.key(i - 1) == ")" and scan.is_digits(i - 2) and scan.key(i - 3) == "(" and scan.is_digits(i - 4)
    return ahead or behind


def _legal(scan: Scan, found: Amount) -> bool:
    """articoli 57, sesto comma, 80, secondo periodo: numbers of a law."""
    return scan.key(found.stop) == "," and scan.key(found.stop + 2) in word_set("near", "of_a_law")
