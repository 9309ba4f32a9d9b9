"""Percentages, money, measures, multiples and counted nouns: what an amount is an amount of."""

from dataclasses import replace

from claimcheck.italian.lexicon import load
from claimcheck.italian.numbers import simple
from claimcheck.italian.units import Unit, currency, is_hundredth, is_weak, measure
from claimcheck.kinds.figures.bounds import Amount, after, amount, article_amount, bounded
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan, word_set
from claimcheck.model import Figure, FigureKind

_ARTICLES = frozenset(
    {
        "il",
        "lo",
        "la",
        "l",
        "un",
        "una",
        "al",
        "alla",
        "all",
        "dal",
        "dalla",
        "dall",
        "del",
        "della",
        "dell",
        "nel",
        "nella",
        "sul",
        "sulla",
    }
)
_PLURAL_ARTICLES = frozenset(
    {
        "i",
        "gli",
        "le",
        "dei",
        "degli",
        "delle",
        "ai",
        "agli",
        "alle",
        "dai",
        "dagli",
        "dalle",
        "nei",
        "negli",
        "nelle",
        "sui",
        "sugli",
        "sulle",
        "tutti",
        "tutte",
        "entrambi",
        "questi",
        "queste",
        "quei",
        "quelle",
        "quegli",
    }
)


def _figure(of: Amount, kind: FigureKind, unit: str | None, noun: str | None, factor: float = 1) -> Figure:
    low = of.low if of.low is None else _tidy(of.low * factor)
    high = of.high if of.high is None else _tidy(of.high * factor)
    return Figure(kind, low, high, of.approx, unit, noun)


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else round(value, 12)


def percent(scan: Scan, i: int) -> Found | None:
    """5%, il 5 per cento, cinque punti percentuali (unit pp)."""
    found = amount(scan, i)
    if found is None:
        return None
    j, unit = found.stop, "%"
    if scan.key(j) in ("%", "percento"):
        j += 1
    elif scan.keys(j, ("per", "cento")):
        j += 2
    elif scan.key(j) in ("punti", "punto") and scan.key(j + 1) in ("percentuali", "percentuale"):
        j, unit = j + 2, "pp"
    else:
        return None
    done = after(scan, replace(found, stop=j))
    return Found(done.start, done.stop, _figure(done, "percent", unit, complement(scan, done.stop)), "percent")


def money(scan: Scan, i: int) -> Found | None:
    """3,5 milioni di euro, € 20, 10$, un euro e venti centesimi."""
    ahead = currency(scan.tokens, i)
    if ahead and scan.is_digits(ahead.stop):
        return _money_ahead(scan, i, ahead)
    found = amount(scan, i) or article_amount(scan, i)
    if found is None:
        return None
    j = found.stop + (scan.key(found.stop) in ("di", "d"))
    unit = currency(scan.tokens, j)
    if unit is None or (scan.key(j) == "real" and unit.code is None):
        return None
    if (
        found.read
        and found.read.low == 1
        and not found.compared
        and scan.key(found.number) in ("un", "una")
        and is_hundredth(scan.key(j))
    ):
        return None
    done = _with_hundredths(scan, replace(found, stop=unit.stop), unit)
    done = after(scan, done)
    return Found(done.start, done.stop, _figure(done, "money", unit.code, complement(scan, done.stop)), "money")


def _money_ahead(scan: Scan, i: int, ahead: Unit) -> Found | None:
    word = scan.is_word(i)
    if (
        word
        and ahead.stop == i + 1
        and not (scan.tokens[i].text.isupper() or scan.glued(ahead.stop) or scan.key(i) in ("dollari", "euro"))
    ):
        return None
    found = amount(scan, ahead.stop)
    if found is None:
        return None
    if scan.key(i) in ("euro",) and not found.read:
        return None
    if word and scan.key(i) == "euro" and found.single in (2, 3, 4, 5, 6, 7, 2000, 2016, 2020, 2024, 2028):
        return None
    outer = amount_before(scan, i, found)
    return Found(outer.start, outer.stop, _figure(outer, "money", ahead.code, complement(scan, outer.stop)), "money")


def amount_before(scan: Scan, i: int, found: Amount) -> Amount:
    """The amount with the comparator that stands before its currency sign: circa $ 35 milioni."""
    return bounded(scan, replace(found, start=i)) if found.low == found.high else replace(found, start=i)


def _with_hundredths(scan: Scan, found: Amount, unit: Unit) -> Amount:
    j = found.stop
    if scan.key(j) != "e" or unit.code in ("cent", "penny") or found.low is None:
        return found
    small = simple(scan.tokens, j + 1)
    if small is None or small.low > 99 or not is_hundredth(scan.key(small.stop)):
        return found
    high = None if found.high is None else found.high + small.low / 100
    return replace(found, low=found.low + small.low / 100, high=high, stop=small.stop + 1)


def measured(scan: Scan, i: int) -> Found | None:
    """260.000 tonnellate, 37°C, un chilometro, 3 milioni di litri, mezzo litro."""
    found = amount(scan, i) or article_amount(scan, i) or _half_unit(scan, i)
    if found is None:
        return None
    j = found.stop + (scan.key(found.stop) in ("di", "d"))
    in_digits = scan.is_digits(found.stop - 1)
    unit = measure(scan.tokens, j, in_digits=in_digits)
    if (
        unit is None
        or scan.key(j) == "°"
        and (found.single <= 30 or scan.noun(j + 1))
        or (scan.key(found.number) in ("un", "uno", "una") and found.single == 1 and is_weak(scan.key(j)))
    ):
        return None
    if unit.stop == j + 1 and len(scan.key(j)) == 1 and scan.is_word(j) and scan.tokens[j].text[-1] in "'’":
        return None
    done = after(scan, replace(found, stop=unit.stop))
    return Found(done.start, done.stop, _figure(done, "measure", unit.code, complement(scan, done.stop)), "measure")


def _half_unit(scan: Scan, i: int) -> Amount | None:
    """mezzo litro, mezza tonnellata."""
    return Amount(i, i, i + 1, 0.5, 0.5) if scan.key(i) in ("mezzo", "mezza") else None


def multiple(scan: Scan, i: int) -> Found | None:
    """il doppio, almeno il triplo, la metà dei voti, tre volte più grande."""
    value = load(PACKAGE)["multiple"].get(scan.key(i))
    if value is not None:
        return _named_multiple(scan, i, value)
    found = amount(scan, i)
    if found is None or scan.key(found.stop) != "volte":
        return None
    compared = scan.key(found.stop + 1) in word_set("times", "compare")
    if not compared or found.single > 1e6:
        return None
    return Found(found.start, found.stop + 1, _figure(found, "multiple", None, None), "times")


def _named_multiple(scan: Scan, i: int, value: float) -> Found | None:
    article = scan.key(i - 1)
    if (
        article not in ("il", "la", "del", "della", "al", "alla")
        or scan.key(i) == "meta"
        and not scan.tokens[i].text.endswith(("à", "a'"))
    ):
        return None
    if scan.key(i) == "meta":
        following = scan.key(i + 1)
        if article in ("alla", "al") or following not in (
            "dei",
            "degli",
            "delle",
            "del",
            "della",
            "dell",
            "di",
            ".",
            ",",
            "circa",
            "rispetto",
        ):
            return None
    elif scan.noun(i + 1) or scan.key(i + 1) in ("senso",):
        return None
    contracted = article[0] in "da" and article not in ("il", "la")
    found = Amount(i if contracted else i - 1, i, i + 1, value, value)
    bounded_ = amount_before(scan, i if contracted else i - 1, found)
    start = i - 1 if bounded_.start == i else bounded_.start
    return Found(start, i + 1, _figure(bounded_, "multiple", None, complement(scan, i + 1)), "multiple")


def counted(scan: Scan, i: int) -> Found | None:
    """oltre 11.000 contenitori, decine di missili, otto delle vittime, un milione e mezzo di persone."""
    found = amount(scan, i)
    if found is None or found.read is None or _named(scan, found):
        return None
    j = found.stop
    read_ = found.read
    if read_.crowd or (
        scan.key(j) in ("di", "d")
        and (read_.scaled or read_.half or scan.key(j - 1) in ("decine", "centinaia", "migliaia"))
    ):
        if scan.key(j) in ("di", "d", "dei", "degli", "delle", "di"):
            j += 1
    elif scan.key(j) in ("dei", "degli", "delle") and scan.noun_phrase(j + 1) and not _year_like(scan, found):
        j += 1
    end = scan.noun_phrase(j)
    if not end or _generic_pair(scan, found) or not _number_agrees(scan, found, end):
        return None
    done = after(scan, replace(found, stop=end))
    kind: FigureKind = "quantity"
    return Found(done.start, done.stop, _figure(done, kind, None, complement(scan, end, head=j)), "counted noun")


def _year_like(scan: Scan, found: Amount) -> bool:
    return scan.is_digits(found.number) and scan.tokens[found.number].text.isdigit() and 1900 <= found.single <= 2035


def _number_agrees(scan: Scan, found: Amount, end: int) -> bool:
    """`sei` is a verb, too (sei grassa); its noun must be able to be a plural."""
    if scan.key(found.number) != "sei" or found.compared:
        return True
    before = scan.tokens[found.number - 1] if found.number else None
    alone = (
        before is None
        or before.text in "“\"«‘’'"
        or before.key in ("tu", "che", "se", "non", "ci", "ti", "mi", "dove", "chi")
    )
    return (
        not alone and scan.key(end - 1)[-1:] in "iea" and scan.key(end - 1) not in ("stato", "stata", "stati", "state")
    )


def _generic_pair(scan: Scan, found: Amount) -> bool:
    """`i due leader`: a pair known from the context tells no number."""
    plain = scan.key(found.number) == "due" and not found.compared and not found.ranged
    return plain and scan.key(found.number - 1) in _PLURAL_ARTICLES


def _named(scan: Scan, found: Amount) -> bool:
    """Gara 3, legge 194, il 118: a number that is a label."""
    i = found.number
    if found.compared or not scan.is_digits(i):
        return False
    previous = scan.key(i - 1)
    label = scan.key(i - 2) if previous in (".", "°", ":") else previous
    if label in word_set("label") and not scan.tokens[i].breaks:
        return True
    if previous in _ARTICLES and found.single != 1 and not found.read_scaled:
        return True
    capital = i > 0 and scan.tokens[i - 1].capital and not scan.tokens[i].breaks
    return (
        capital
        and (not scan.noun_phrase(found.stop) or scan.tokens[found.stop].capital)
        and not scan.starts_line(i - 1)
    )


def bare(scan: Scan, i: int) -> Found | None:
    """A number on its own: almeno 14, otto in tutto, due terzi; labels, scores and codes are left out."""
    found = amount(scan, i)
    if found is None or found.read is None or scan.key(i) == "zero":
        return None
    if not found.compared and (_named(scan, found) or not _stands_alone(scan, found)):
        return None
    if found.compared and found.number == found.start and not scan.is_digits(i) and found.single < 3:
        return None
    return Found(found.start, found.stop, _figure(found, "quantity", None, complement(scan, found.stop)), "bare number")


def _stands_alone(scan: Scan, found: Amount) -> bool:
    i, j = found.number, found.stop
    word = scan.key(i)
    if not scan.is_digits(i):
        article = scan.key(i - 1) in _PLURAL_ARTICLES
        return not (
            article
            and not found.read_scaled
            and not found.read_fraction
            or (word == "sei" and len(scan.tokens) > 3)
            or scan.key(i - 1) == "e"
            and scan.key(i - 2) in ("tutti", "tutte")
        )
    text = scan.tokens[i].text
    if found.ranged and j < len(scan.tokens) and scan.key(j) not in (".", ","):
        return scan.key(found.start) in ("tra", "fra", "compreso")
    neighbours = scan.is_digits(i - 1) or scan.is_digits(j)
    listed = scan.tokens[i].breaks and scan.key(j) in (")", ".", "-", "–", "/") and scan.glued(j)
    dashed = (
        found.start == i
        and (scan.glued(i) and scan.key(i - 1) in "-–—/")
        or (scan.glued(j) and scan.key(j) in ("-", "–", "—", "/", "'", "’", "°", "ª", "º"))
    )
    coded = text.isdigit() and (len(text) > 7 or (text[0] == "0" and len(text) > 1)) or text.endswith((".0",))
    closed = scan.key(j) == ")" and scan.key(i - 1) not in ("(",) and i > 0
    return not (neighbours or listed or dashed or coded or closed)
