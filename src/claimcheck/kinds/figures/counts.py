"""Shares, counted nouns and numbers on their own."""

from dataclasses import replace

from claimcheck.italian.numerals import table
from claimcheck.kinds.figures.alone import everybody, stands_alone
from claimcheck.kinds.figures.bounds import amount, article_amount
from claimcheck.kinds.figures.comparators import Amount, after
from claimcheck.kinds.figures.labels import named
from claimcheck.kinds.figures.quantities import english_thousands, figure_of
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import Found, Scan, word_set

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
    """oltre 7.000 iscritti, decine di barche, otto delle vittime, una o due mani di vernice."""
    found = amount(scan, i) or article_amount(scan, i)
    if (
        found
        and found.read
        and scan.key(found.number) in ("un", "uno", "una")
        and not (found.ranged or amount(scan, i))
    ):
        return None
    if found is None or found.read is None or named(scan, found) or _other_word(scan, found):
        return None
    found = english_thousands(scan, found)
    head = found.stop + _linked(scan, found)
    if head == found.stop and _next_sentence(scan, found):
        return None
    end = scan.noun_phrase(head) or _votes(scan, head)
    end += bool(end) and scan.relational(end)
    if not end or everybody(scan, found) or _known_pair(scan, found):
        return None
    if _is_verb(scan, found, end) or _one_only(scan, found, end):
        return None
    done = after(scan, replace(found, stop=end))
    figure = replace(figure_of(done, "quantity"), of=complement(scan, end, head=scan.head(head)))
    return Found(done.start, done.stop, figure, "counted noun")


def _next_sentence(scan: Scan, found: Amount) -> bool:
    """4,4 miliardi | Hera presenta: millions take di before what they count; alle 21 | Corrado Rossi: an hour."""
    j = found.stop
    if not (scan.is_word(j) and scan.tokens[j].capital):
        return False
    return table("scales").get(scan.key(j - 1), 0) >= _MILLION or scan.key(found.start - 1) in ("alle", "dalle")


def _other_word(scan: Scan, found: Amount) -> bool:
    """un terzo attacco, mille polemiche, venti deboli: the word is no number."""
    if scan.key(found.number) == "zero" and not found.single:  # sotto lo zero, ripartire da zero
        return True
    return _ordinal_after_article(scan, found) or _rhetorical(scan, found) or _winds(scan, found)


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
    return word in word_set("grammar", "of_many") and not _year_like(scan, found)


def _year_like(scan: Scan, found: Amount) -> bool:
    text = scan.tokens[found.number].text
    return text.isdigit() and 1900 <= found.single <= 2035


def _is_verb(scan: Scan, found: Amount, end: int) -> bool:
    """`sei grassa`, `sei stato`: `sei` is a number only before what can be a plural."""
    i = found.number
    if scan.key(i) != "sei" or found.compared:
        return False
    alone = i == 0 or scan.key(i - 1) in word_set("near", "you_are")
    return alone or scan.key(end - 1)[-1:] not in "iea" or scan.key(end - 1) in word_set("grammar", "been")


def _one_only(scan: Scan, found: Amount, end: int) -> bool:
    """alle 17 | ingresso libero: a singular in -o or -a after a number above one is no counted noun; not due auto."""
    last = scan.tokens[end - 3 if scan.key(end - 2) == "d" else end - 1]  # 31 capi d'accusa
    singular = last.text[-1] in "oa" and last.text.islower() and last.key not in word_set("invariable")
    return singular and found.single > 1 and not found.read_fraction and not scan.relational(end - 1)


def _known_pair(scan: Scan, found: Amount) -> bool:
    """`i due leader`: a pair known from the context tells no number."""
    plain = scan.key(found.number) == "due" and not found.compared and not found.ranged
    return plain and scan.key(found.number - 1) in word_set("near", "plural_articles")


def bare(scan: Scan, i: int) -> Found | None:
    """A number on its own: almeno 14, otto in tutto, due terzi; labels, scores and codes are left out."""
    found = amount(scan, i)
    if found is None or found.read is None or _other_word(scan, found):
        return None
    if found.compared:
        weak = found.number == found.start and not scan.is_digits(i) and found.single < 3
        return None if weak else _bare(scan, found)
    if named(scan, found):
        return None
    return _bare(scan, found) if stands_alone(scan, found) else None


def _bare(scan: Scan, found: Amount) -> Found:
    part = found.read_fraction or found.read_scaled or scan.key(found.stop) not in word_set("near", "of_one")
    of = complement(scan, found.stop) if part else None
    return Found(
        found.start, found.stop, replace(figure_of(found, "quantity"), of=of or _inverted(scan, found)), "bare number"
    )


def _inverted(scan: Scan, found: Amount) -> str | None:
    """sono 41 | le vittime del raid, dieci gli arresti: the noun behind a plural article."""
    j = found.stop
    end = scan.noun_phrase(j + 1) if scan.key(j) in ("i", "gli", "le") and found.single > 1 else 0
    plural = end and not scan.tokens[j].breaks and scan.key(end - 1)[-1:] in ("i", "e")
    return complement(scan, end, head=scan.head(j + 1)) if plural else None


def _winds(scan: Scan, found: Amount) -> bool:
    """Venti deboli da nord, venti di guerra: no number."""
    following = scan.key(found.stop)
    return scan.key(found.number) == "venti" and (following in word_set("near", "winds"))
