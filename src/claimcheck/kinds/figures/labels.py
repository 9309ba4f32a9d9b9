"""Numbers that are labels: Gara 3, legge 194, il 118, via Mazzini 106, Roma Tre."""

from claimcheck.kinds.figures.comparators import Amount
from claimcheck.kinds.figures.scan import Scan, word_set

_DASHES = frozenset("-–—/")
_POSTAL = 5


def named(scan: Scan, found: Amount) -> bool:
    """Gara 3, legge 194, il 118: a number that is a label."""
    i = found.number
    if found.compared:
        return False
    counts = bool(
        scan.noun_phrase(found.stop + (found.read_scaled and scan.key(found.stop) in word_set("near", "crowd_of")))
    )
    if not found.read_scaled and _labelled(scan, i, counts=counts) and (scan.is_digits(i) or not counts):
        return True
    if scan.is_digits(i) and scan.glued(i - 1) and scan.key(i - 1) == "-" and scan.tokens[i - 2].capital:
        return True  # Il- 76
    if scan.glued(i) and scan.key(i - 1) in _DASHES and scan.is_digits(i - 2) and not found.ranged:
        return True
    if not scan.is_digits(i):
        if not scan.tokens[i].capital or i == 0 or scan.tokens[i].breaks or scan.key(i - 1) in (".", "!", "?"):
            return False
        titled = found.stop < len(scan.tokens) and scan.tokens[found.stop].capital  # le “Due Sessioni”
        inside = scan.tokens[i - 1].capital and not scan.starts_line(i)
        return titled or (inside and not (found.read_scaled or _common_plural(scan, found.stop)))
    if found.read_scaled:
        return False
    if _postal(scan, found):
        return True
    previous = scan.key(i - 1)
    if "," in scan.tokens[i].text:
        return False
    if previous in word_set("near", "articles") and found.single != 1:
        return True
    if i == 0 or scan.tokens[i].breaks or scan.tokens[i - 1].text.islower() or not scan.is_word(i - 1):
        return False
    if previous in word_set("near", "in_all") or previous in word_set("premodifier"):
        return False
    if counts:
        return scan.tokens[found.stop].capital or _no_plural(scan, found)
    opens = scan.starts_line(i - 1) and (previous.endswith("no") or previous in word_set("function"))
    return not opens


def _postal(scan: Scan, found: Amount) -> bool:
    """via Mazzini 106, 40138 Bologna: five digits without a point before a name."""
    i, j = found.number, found.stop
    written = scan.tokens[i].text.isdigit() and len(scan.tokens[i].text) == _POSTAL and j == i + 1
    return written and j < len(scan.tokens) and scan.tokens[j].capital and scan.tokens[j].text[1:].islower()


def _common_plural(scan: Scan, i: int) -> bool:
    """Israele Dodici esperti: a sentence that lost its break, unlike Roma Tre and i Cinque Stelle."""
    end = scan.noun_phrase(i)
    return bool(end) and not scan.tokens[i].capital and scan.key(end - 1)[-1:] in ("i", "e")


def _no_plural(scan: Scan, found: Amount) -> bool:
    """Euro Stoxx 50 viaggia: what follows the number of a name has no plural's ending."""
    i = found.number
    inside = i > 1 and scan.tokens[i - 2].capital and not scan.starts_line(i - 1)
    return inside and found.single > 1 and scan.key(found.stop)[-1:] in ("a", "o")


def _singular_after(scan: Scan, i: int) -> bool:
    """la linea 2 precisa: the next word is a singular, so nothing is counted."""
    return scan.key(i) != "1" and scan.is_word(i + 1) and scan.key(i + 1)[-1] in ("a", "o")


def _labelled(scan: Scan, i: int, *, counts: bool) -> bool:
    """articolo 5, n. 36, articoli 2, 3 e 13, via Mazzini, 106, Sea Watch 3 e 4; zona 3, unless a noun follows."""
    j = i
    while j > 1 and scan.key(j - 1) in (",", "e", "ed", "o", "(", "di") and scan.is_digits(j - 2):
        j -= 2
    previous = scan.key(j - 1)
    label = scan.key(j - 2) if previous in (".", "°", ":", "'", "’", "‘") else previous
    if scan.tokens[i].breaks:
        return False
    named = scan.tokens[j - 1].capital or not counts or _singular_after(scan, i)
    if label in word_set("label") or (named and label in word_set("label", "alone")):
        return True
    if j < i and not counts and j and scan.tokens[j - 1].capital and not scan.starts_line(j - 1):
        return True
    street = previous == "," and scan.tokens[j - 2].capital if j > 1 else False
    return street and any(scan.key(k) in word_set("street") for k in range(max(0, j - 6), j - 1))
