"""Percentages, money and measures: what an amount is an amount of."""

import re
from dataclasses import replace

from claimcheck.italian.numbers import simple
from claimcheck.italian.numerals import table
from claimcheck.italian.units import Unit, currency, is_engine, is_hundredth, is_magnitude, is_weak, measure
from claimcheck.kinds.figures.bounds import amount, article_amount
from claimcheck.kinds.figures.comparators import Amount, after, bounded
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure, FigureKind

_ENGLISH = re.compile(r"[1-9]\d{0,2},000|[1-9]\d{1,2},\d{3}")
_LARGEST_QUAKE = 10
_ENGINE_REACH = 8
_ELLIPSIS = 14
_WHOLE = 100
_SMALL = 1000
_TOO_MUCH = 1e17
_FEW_POINTS = 30


def figure_of(of: Amount, kind: FigureKind, unit: str | None = None, noun: str | None = None) -> Figure:
    """The figure of an amount in its unit, whole numbers as integers."""
    low = None if of.low is None else _tidy(of.low)
    high = None if of.high is None else _tidy(of.high)
    return Figure(kind, low, high, of.approx, unit, noun)


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else round(value, 12)


def percent(scan: Scan, i: int) -> Found | None:
    """5%, il 5 per cento, cinque punti percentuali (unit pp), lo 0,5 per mille (unit ‰)."""
    found = amount(scan, i)
    if found is None:
        return None
    j, unit = found.stop, "%"
    if scan.key(j) in ("%", "percento"):
        j += 1
    elif scan.keys(j, ("per", "cento")):
        j += 2
    elif scan.key(j) == "‰" or scan.keys(j, ("per", "mille")):
        j, unit = j + 1 + (scan.key(j) == "per"), "‰"
    elif scan.key(j) in ("punti", "punto") and scan.key(j + 1) in ("percentuali", "percentuale"):
        j, unit = j + 2, "pp"
    elif _points_of_percent(scan, found):
        j, unit = j + 1, "pp"
    elif not _percent_again(scan, found):
        return None
    done = after(scan, replace(found, stop=j))
    return Found(done.start, done.stop, figure_of(done, "percent", unit, complement(scan, done.stop)), "percent")


def _the_million(scan: Scan, i: int) -> Amount | None:
    """il milione di euro promesso: one of them."""
    said = scan.key(i) in word_set("opening", "scale") and scan.key(i - 1) in (
        "il",
        "del",
        "al",
        "dal",
        "quel",
        "nel",
        "sul",
    )
    value = table("scales").get(scan.key(i), 1)
    return Amount(i, i, i + 1, value, value) if said else None


def _percent_again(scan: Scan, found: Amount) -> bool:
    """il 53 per cento contro | il 46 della rivale: the per cent was said before, in the same sentence."""
    i = found.number
    said = scan.is_digits(i) and scan.key(i - 1) in word_set("near", "percent_before") and found.single <= _WHOLE
    return said and _said_percent(scan, range(i - _ELLIPSIS, i)) and not scan.noun(found.stop)


def _said_percent(scan: Scan, places: range) -> bool:
    """True if per cent is said at one of the tokens, with no end of a sentence among them."""
    for k in reversed(places):
        if scan.key(k) == "%" or scan.keys(k, ("per", "cento")):
            return True
        if scan.key(k) in (".", ";") or (k >= 0 and scan.tokens[k].breaks):
            return False
    return False


def _points_of_percent(scan: Scan, found: Amount) -> bool:
    """sale al 62,6% (+0,2 punti): points of a share named just before."""
    if scan.key(found.stop) not in ("punti", "punto") or scan.key(found.stop + 1) in word_set("near", "other_points"):
        return False
    return found.single < _FEW_POINTS and _said_percent(scan, range(found.start - _ELLIPSIS, found.start))


def money(scan: Scan, i: int) -> Found | None:
    """3,5 milioni di euro, € 20, 10$, un euro e venti centesimi."""
    ahead = currency(scan.tokens, i)
    if ahead and (scan.is_digits(ahead.stop) or (scan.key(i) == "lire" and amount(scan, ahead.stop))):
        return _money_ahead(scan, i, ahead)
    found = amount(scan, i) or article_amount(scan, i) or _the_million(scan, i)
    if found is None:
        return None
    found = english_thousands(scan, found)
    j = found.stop + (scan.key(found.stop) in ("di", "d"))
    unit = currency(scan.tokens, j)
    brands = unit is not None and scan.key(j) == "marchi" and unit.stop == j + 1 and found.single < _WHOLE
    if unit is None or brands or (scan.key(j) == "real" and unit.code is None):
        return None
    if (
        found.read
        and found.read.low == 1
        and not found.compared
        and scan.key(found.number) in ("un", "una")
        and is_hundredth(scan.key(j))
    ):
        return None
    done = _with_hundredths(scan, replace(_short_scale(found), stop=unit.stop), unit)
    done = after(scan, done)
    return Found(done.start, done.stop, figure_of(done, "money", unit.code, complement(scan, done.stop)), "money")


def _short_scale(found: Amount) -> Amount:
    """1,8 trilioni di rubli: no such sum exists, so the word is the English trillion, 10^12."""
    if found.single < _TOO_MUCH:
        return found
    low, high = (None if value is None else round(value / 1e6, 6) for value in (found.low, found.high))
    return replace(found, low=low, high=high)


def _money_ahead(scan: Scan, i: int, ahead: Unit) -> Found | None:
    word = scan.is_word(i)
    if (
        word
        and ahead.stop == i + 1
        and not (
            scan.tokens[i].text.isupper()
            or scan.glued(ahead.stop)
            or scan.key(i) in word_set("grammar", "currencies_ahead")
        )
    ):
        return None
    found = amount(scan, ahead.stop)
    if found is None:
        return None
    if scan.key(i) in ("euro",) and not found.read:
        return None
    priced = scan.key(i - 1) in word_set("money", "priced")
    if (
        word
        and not priced
        and scan.key(i) == "euro"
        and found.single in (2, 3, 4, 5, 6, 7, 2000, 2016, 2020, 2024, 2028)
    ):
        return None
    outer = _from_sign(scan, i, found)
    return Found(outer.start, outer.stop, figure_of(outer, "money", ahead.code, complement(scan, outer.stop)), "money")


def _from_sign(scan: Scan, i: int, found: Amount) -> Amount:
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
    """260.000 tonnellate, 37°C, un chilometro, 3 milioni di litri, mezzo litro, 5 gradi sotto zero."""
    found = amount(scan, i) or article_amount(scan, i) or _half_unit(scan, i)
    if found is None:
        return None
    found = english_thousands(scan, found)
    j = found.stop + (scan.key(found.stop) in ("di", "d"))
    unit = measure(scan.tokens, j, in_digits=scan.is_digits(found.stop - 1) or scan.is_digits(found.number))
    if unit is None or _other_meaning(scan, found, j, unit):
        return None
    if unit.code == "m" and scan.key(unit.stop) == "e" and found.low is not None and found.low == found.high:
        found, unit = _with_centimetres(scan, found, unit)
    done = after(scan, _and_half(scan, replace(found, stop=unit.stop)))
    if unit.code and unit.code.startswith("°"):
        done = _below_zero(scan, done)
    figure = figure_of(done, "measure", unit.code, complement(scan, done.stop))
    return Found(done.start, done.stop, figure, "measure")


def _and_half(scan: Scan, found: Amount) -> Amount:
    """cinque chilometri e mezzo."""
    if scan.key(found.stop) != "e" or scan.key(found.stop + 1) not in ("mezzo", "mezza") or scan.noun(found.stop + 2):
        return found
    low, high = (None if value is None else value + 0.5 for value in (found.low, found.high))
    return replace(found, low=low, high=high, stop=found.stop + 2)


def magnitude(scan: Scan, i: int) -> Found | None:
    """una scossa di magnitudo 5.6, magnitudo ML 3,2: the size of an earthquake."""
    if not is_magnitude(scan.key(i)):
        return None
    j = i + 1
    while j - i < 4 and (scan.is_word(j) or scan.key(j) in (",", ":")) and not amount(scan, j):
        j += 1
    found = amount(scan, j)
    if found is None or found.single > _LARGEST_QUAKE:
        return None
    return Found(i, found.stop, figure_of(found, "measure", "magnitude"), "magnitude")


def english_thousands(scan: Scan, found: Amount) -> Amount:
    """11,000 persone: three decimals, all nought or of a number of two or three digits, are English thousands."""
    text = scan.tokens[found.number].text
    whole = found.stop == found.number + 1 and found.low is not None and found.low == found.high
    if not whole or not _ENGLISH.fullmatch(text):
        return found
    value = found.single * 1000
    return replace(found, low=value, high=value)


def changed(scan: Scan, i: int) -> Found | None:
    """dal 75 | al 50%, dai 3 | ai 5 milioni di euro: the unit of the first value is said with the second."""
    if not scan.is_digits(i) or scan.key(i - 1) not in word_set("near", "change_from"):
        return None
    found = amount(scan, i)
    if found is None or found.compared or found.ranged or scan.key(found.stop) not in word_set("near", "change_to"):
        return None
    second = next((f for read in (percent, money) if (f := read(scan, found.stop + 1))), None)
    if second is None or second.start != found.stop + 1:
        return None
    value = rescaled(scan, found.single, second)
    figure = figure_of(replace(found, low=value, high=value), second.figure.kind, second.figure.unit)
    return Found(found.start, found.stop, figure, f"{second.rule} by context")


def rescaled(scan: Scan, value: float, second: Found) -> float:
    """da 5 a 3 milioni: the scale said once belongs to both values."""
    scale = max(table("scales").get(scan.key(k), 1) for k in range(second.start, second.stop))
    return value if scale == 1 or value >= _SMALL else _tidy(value * scale)


def _below_zero(scan: Scan, found: Amount) -> Amount:
    """5 gradi sotto zero, meno 5 gradi: below nought; fino a 5 sotto zero reaches down, not up."""
    start, stop = found.start, found.stop
    if scan.key(stop) == "sotto" and "zero" in (scan.key(stop + 1), scan.key(stop + 2)):
        stop += 2 if scan.key(stop + 1) == "zero" else 3
    elif scan.key(start - 1) == "meno" and not found.compared:
        start -= 1
    else:
        return found
    low = None if found.high is None else -found.high
    high = None if found.low is None else -found.low
    return replace(found, low=low, high=high, start=start, stop=stop)


def _other_meaning(scan: Scan, found: Amount, j: int, unit: Unit) -> bool:
    """3° is an ordinal, 1.8T an engine, `12 ha riferito` a channel, `un grado di fiducia` no angle."""
    if scan.key(j) == "°" and unit.stop == j + 1:
        return found.single <= 30 or scan.noun(j + 1)
    token = scan.tokens[j]
    if token.kind == "word" and len(token.key) == 1 and (token.text[-1] in "'’" or token.capital):
        return True
    if token.key == "ha" and not scan.glued(j) and scan.key(j + 1) not in ("di", "d", ",", "."):
        return True
    if unit.code == "hp" and unit.stop == j + 1:
        return not _near_engine(scan, j)
    return scan.key(found.number) in ("un", "uno", "una") and found.single == 1 and is_weak(token.key)


def _near_engine(scan: Scan, i: int) -> bool:
    return any(is_engine(scan.key(k)) for k in range(i - _ENGINE_REACH, i + _ENGINE_REACH))


def _with_centimetres(scan: Scan, found: Amount, unit: Unit) -> tuple[Amount, Unit]:
    """1 metro e 30."""
    rest = simple(scan.tokens, unit.stop + 1)
    if rest is None or not 10 <= rest.low < 100 or measure(scan.tokens, rest.stop, in_digits=True):
        return found, unit
    value = (found.low or 0) + rest.low / 100
    return replace(found, low=value, high=value), Unit(unit.code, rest.stop)


def _half_unit(scan: Scan, i: int) -> Amount | None:
    """mezzo litro, mezza tonnellata."""
    return Amount(i, i, i + 1, 0.5, 0.5) if scan.key(i) in ("mezzo", "mezza") else None
