"""Shares, counted nouns and numbers on their own."""

import re
from dataclasses import replace

from claimcheck.kinds.figures.bounds import amount, article_amount
from claimcheck.kinds.figures.comparators import Amount, after
from claimcheck.kinds.figures.quantities import english_thousands, figure_of
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_DASHES = frozenset("-–—/")
_LONGEST_PLAIN = 7
_PHONE = re.compile(r"0\d+[.,]\d{5,}|(?:800|840|848|199|892|3\d\d)(?:[ .]\d{3}){2}")
_NOTES = frozenset({("(", ")"), ("[", "]")})
_TITLES = frozenset({("“", "”"), ("«", "»"), ('"', '"')})
_WHOLE_DAY = 24
_MILLION = 1_000_000
_LARGEST_SHARE = 100


def share(scan: Scan, i: int) -> Found | None:
    """un italiano su quattro, tre famiglie su dieci: the part of a whole."""
    found = amount(scan, i) or article_amount(scan, i)
    if found is None or not scan.is_word(found.stop) or scan.key(found.stop + 1) != "su":
        return None
    end = found.stop + 1
    whole = amount(scan, end + 1)
    if whole is None or whole.single > _LARGEST_SHARE or whole.single <= found.single:
        return None
    low, high = (None if value is None else value / whole.single for value in (found.low, found.high))
    part = replace(found, low=low, high=high, stop=whole.stop)
    return Found(part.start, part.stop, figure_of(part, "quantity", None, scan.slice(found.stop, end)), "share")


def counted(scan: Scan, i: int) -> Found | None:
    """oltre 11.000 contenitori, decine di missili, otto delle vittime, un milione e mezzo di persone."""
    found = amount(scan, i)
    if found is None or found.read is None or _named(scan, found) or _ordinal_after_article(scan, found):
        return None
    found = english_thousands(scan, found)
    head = found.stop + _linked(scan, found)
    end = scan.noun_phrase(head) or _votes(scan, head)
    end += bool(end) and scan.relational(end)
    if (
        not end
        or _everybody(scan, found)
        or _rhetorical(scan, found)
        or _known_pair(scan, found)
        or _is_verb(scan, found, end)
    ):
        return None
    done = after(scan, replace(found, stop=end))
    figure = replace(figure_of(done, "quantity"), of=complement(scan, end, head=head))
    return Found(done.start, done.stop, figure, "counted noun")


def _rhetorical(scan: Scan, found: Amount) -> bool:
    """mille polemiche, mille dubbi: many, not a thousand."""
    return scan.key(found.number) == "mille" and not found.compared and scan.key(found.stop) in word_set("rhetorical")


def _ordinal_after_article(scan: Scan, found: Amount) -> bool:
    """un terzo attacco is one more, no third of anything."""
    one = scan.key(found.number) in ("un", "una", "uno")
    return found.read_fraction and one and not found.compared and scan.noun(found.stop)


def _votes(scan: Scan, i: int) -> int:
    """113 sì, 18 no: the token after the yes or no that was counted, 0 where there is none."""
    vote = 0 <= i < len(scan.tokens) and scan.tokens[i].text.casefold() in ("sì", "si'", "no")
    return i + 1 if vote and not scan.tokens[i].breaks and scan.is_digits(i - 1) else 0


def _linked(scan: Scan, found: Amount) -> bool:
    """True where `di` joins number and noun: decine di, milioni di, otto delle."""
    word = scan.key(found.stop)
    if found.read_fraction:
        return False
    written_out = found.single >= _MILLION and scan.is_digits(found.number)
    if written_out or (found.read and (found.read.crowd or found.read.scaled or found.read.half)):
        return word in word_set("near", "crowd_of")
    return word in ("dei", "degli", "delle") and not _year_like(scan, found)


def _year_like(scan: Scan, found: Amount) -> bool:
    text = scan.tokens[found.number].text
    return text.isdigit() and 1900 <= found.single <= 2035


def _is_verb(scan: Scan, found: Amount, end: int) -> bool:
    """`sei grassa`, `sei stato`: `sei` is a number only before what can be a plural."""
    i = found.number
    if scan.key(i) != "sei" or found.compared:
        return False
    alone = i == 0 or scan.key(i - 1) in word_set("near", "you_are")
    return alone or scan.key(end - 1)[-1:] not in "iea" or scan.key(end - 1) in ("stato", "stata", "stati", "state")


def _known_pair(scan: Scan, found: Amount) -> bool:
    """`i due leader`: a pair known from the context tells no number."""
    plain = scan.key(found.number) == "due" and not found.compared and not found.ranged
    return plain and scan.key(found.number - 1) in word_set("near", "plural_articles")


def _named(scan: Scan, found: Amount) -> bool:
    """Gara 3, legge 194, il 118: a number that is a label."""
    i = found.number
    if found.compared:
        return False
    counts = bool(
        scan.noun_phrase(found.stop + (found.read_scaled and scan.key(found.stop) in word_set("near", "crowd_of")))
    )
    if _labelled(scan, i, counts=counts) and (scan.is_digits(i) or not counts):
        return True
    if scan.glued(i) and scan.key(i - 1) in _DASHES and scan.is_digits(i - 2) and not found.ranged:
        return True
    if not scan.is_digits(i):
        return i > 0 and scan.tokens[i].capital and scan.tokens[i - 1].capital and not scan.starts_line(i)
    if found.read_scaled:
        return False
    previous = scan.key(i - 1)
    decimal = "," in scan.tokens[i].text
    if previous in word_set("near", "articles") and found.single != 1 and not decimal:
        return True
    if i == 0 or scan.tokens[i].breaks or scan.tokens[i - 1].text.islower() or not scan.is_word(i - 1):
        return False
    if counts:
        return scan.tokens[found.stop].capital or _no_plural(scan, found)
    return not (scan.starts_line(i - 1) and (previous in word_set("function") or previous.endswith("no")))


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
    label = scan.key(j - 2) if previous in (".", "°", ":") else previous
    if scan.tokens[i].breaks:
        return False
    named = scan.tokens[j - 1].capital or not counts or _singular_after(scan, i)
    if label in word_set("label") or (named and label in word_set("label", "alone")):
        return True
    if j < i and not counts and j and scan.tokens[j - 1].capital and not scan.starts_line(j - 1):
        return True
    street = previous == "," and scan.tokens[j - 2].capital if j > 1 else False
    return street and any(scan.key(k) in word_set("street") for k in range(max(0, j - 6), j - 1))


def bare(scan: Scan, i: int) -> Found | None:
    """A number on its own: almeno 14, otto in tutto, due terzi; labels, scores and codes are left out."""
    found = amount(scan, i)
    if found is None or found.read is None or _ordinal_after_article(scan, found) or _rhetorical(scan, found):
        return None
    if scan.key(i) == "zero" and found.stop == i + 1:
        return None
    if found.compared:
        weak = found.number == found.start and not scan.is_digits(i) and found.single < 3
        return None if weak else _bare(scan, found)
    if _named(scan, found):
        return None
    alone = _digits_alone(scan, found) if scan.is_digits(i) else _word_alone(scan, found)
    return _bare(scan, found) if alone else None


def _bare(scan: Scan, found: Amount) -> Found:
    figure = replace(figure_of(found, "quantity"), of=complement(scan, found.stop))
    return Found(found.start, found.stop, figure, "bare number")


def _word_alone(scan: Scan, found: Amount) -> bool:
    """Not `i due`, `tutti e tre`, `in due`, `sei` the verb."""
    if found.read_scaled or found.read_fraction:
        return True
    before = scan.key(found.number - 1)
    if before in word_set("near", "plural_articles") or before in ("in", "l"):
        return False
    return not _everybody(scan, found) and not (scan.key(found.number) == "sei" and len(scan.tokens) > 3)


def _is_score(scan: Scan, i: int, j: int) -> bool:
    """3 a 1: two small numbers on either side of `a`."""
    after = scan.key(j) in ("a", "ad") and scan.is_digits(j + 1) and len(scan.key(j + 1)) < 3
    before = scan.key(i - 1) in ("a", "ad") and scan.is_digits(i - 2) and len(scan.key(i - 2)) < 3
    change = scan.key(i - 1) in ("da", "dai", "dal") or (before and scan.key(i - 3) in ("da", "dai", "dal"))
    return len(scan.key(i)) < 3 and (after or before) and not change


def _everybody(scan: Scan, found: Amount) -> bool:
    """tutti e tre."""
    return scan.key(found.number - 1) in ("e", "ed") and scan.key(found.number - 2) in ("tutti", "tutte")


def _digits_alone(scan: Scan, found: Amount) -> bool:
    """Not 1) of a list, 2-0, 3/12, 0432, 06 1234567, 4.0, minute 75', 24 ore su 24."""
    i, j = found.number, found.stop
    text = scan.tokens[i].text
    if found.ranged:
        return scan.key(found.start) in ("tra", "fra", "compreso", "da", "dai", "dal") or scan.key(j) in ("", ".", ",")
    shots = found.read_fraction and scan.key(j) in ("dal", "da", "dalla", "ai")
    if shots or _is_score(scan, i, j) or _PHONE.fullmatch(text):
        return False
    if scan.is_digits(i - 1) or scan.is_digits(j) or (scan.key(i - 1) == "su" and found.single <= _WHOLE_DAY):
        return False
    if scan.tokens[i].breaks and scan.glued(j) and scan.key(j) in (")", ".", "-", "–", "/"):
        return False
    if found.start == i and scan.glued(i) and scan.key(i - 1) in _DASHES:
        return False
    if scan.glued(j) and (scan.key(j) in _DASHES or scan.key(j) in ("'", "’", "°", "ª", "º")):
        return False
    enclosed = (scan.key(i - 1), scan.key(j))
    if (len(text) < 3 and enclosed in _NOTES) or enclosed in _TITLES:
        return False
    listed = scan.key(j) == ")" and scan.key(i - 1) != "(" and text.isdigit() and len(text) < 3
    coded = text.isdigit() and (len(text) > _LONGEST_PLAIN or (text[0] == "0" and len(text) > 1))
    return not coded and not text.endswith(".0") and not (listed and i > 0)
