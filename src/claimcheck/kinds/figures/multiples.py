"""Multiples: il doppio, più della metà, tre volte superiore, raddoppiati, più che dimezzato, un terzo in più."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.text import fold
from claimcheck.italian.verbs import Form, forms
from claimcheck.kinds.figures.bounds import amount
from claimcheck.kinds.figures.comparators import Amount, bounded
from claimcheck.kinds.figures.quantities import figure_of
from claimcheck.kinds.figures.resolve import complement
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan, word_set

_GOAL = 2  # raddoppiare is also to score the second goal


def multiple(scan: Scan, i: int) -> Found | None:
    """il doppio, almeno il triplo, la metà dei voti, tre volte più grande, un terzo in più, i costi raddoppiati."""
    value = load(PACKAGE)["multiple"].get(scan.key(i))
    if value is not None:
        return _named(scan, i, value)
    if scan.key(i) in multiplying_verbs():
        return _verb(scan, i)
    found = amount(scan, i)
    if found is None:
        return None
    if scan.key(found.start - 1) == "per" and scan.key(found.start - 2) in word_set("times", "multiplied"):
        return Found(found.start, found.stop, figure_of(found, "multiple"), "times")
    if found.read_fraction:
        return _more_or_less(scan, found)
    said = scan.key(found.stop) == "volte" and (
        scan.key(found.stop + 1) in word_set("times", "compare")
        or _grown(scan, found.start)
        or (
            scan.key(found.stop + 1) in word_set("expand", "i")
            and scan.key(found.stop + 2) in word_set("times", "base")
        )
    )
    return Found(found.start, found.stop + 1, figure_of(found, "multiple"), "times") if said else None


def _grown(scan: Scan, i: int) -> bool:
    """aumentato di tre volte."""
    return scan.key(i - 1) == "di" and scan.key(i - 2) in word_set("times", "grown")


def _named(scan: Scan, i: int, value: float) -> Found | None:
    article = scan.key(i - 1)
    if article not in word_set("near", "multiple_articles"):
        return None
    half = scan.key(i) == "meta"
    if half and (article == "alla" or scan.key(i + 1) not in word_set("near", "half_of")):
        return None
    if half and not scan.tokens[i].text.endswith(("à", "a'")):
        return None
    if not half and (scan.noun(i + 1) or scan.tokens[i].capital):
        return None
    contracted = article not in ("il", "la")
    begin = i if contracted else i - 1
    said = bounded(scan, Amount(begin, i, i + 1, value, value))
    start = said.start if said.start < begin else i - 1
    figure = replace(figure_of(said, "multiple"), of=complement(scan, i + 1))
    return Found(start, i + 1, figure, "multiple")


def _more_or_less(scan: Scan, found: Amount) -> Found | None:
    """un terzo in più is 4/3 of it, un quarto in meno 3/4."""
    sign = {"piu": 1, "meno": -1}.get(scan.key(found.stop + 1))
    if scan.key(found.stop) not in ("in", "di") or sign is None or found.single >= 1:
        return None
    low, high = (None if value is None else 1 + sign * value for value in (found.low, found.high))
    low, high = (high, low) if sign < 0 else (low, high)
    done = replace(found, low=low, high=high, stop=found.stop + 2)
    return Found(done.start, done.stop, figure_of(done, "multiple"), "more or less")


@cache
def multiplying_verbs() -> Mapping[str, tuple[float, Form]]:
    """Every form of raddoppiare, dimezzare and the like with its factor."""
    rows: Mapping[str, float] = load(PACKAGE)["multiple_verbs"]
    found = {fold(form.text): (value, form) for verb, value in rows.items() for form in forms(verb)}
    return found | {f"{verb[:-1]}si": (value, Form(verb, "infinitive")) for verb, value in rows.items()}


def _verb(scan: Scan, i: int) -> Found | None:
    """i prezzi sono raddoppiati, dimezza i costi, più che triplicate; not the second goal: ha raddoppiato Rossi."""
    value, form = multiplying_verbs()[scan.key(i)]
    said = bounded(scan, Amount(i, i, i + 1, value, value))
    if said.compared and value < 1:
        said = replace(said, low=said.high, high=said.low)
    if not (said.compared or _changes_amount(scan, i, form)):
        return None
    return Found(said.start, said.stop, figure_of(said, "multiple"), "multiplying verb")


def _changes_amount(scan: Scan, i: int, form: Form) -> bool:
    """True where a thing doubles: a passive or plural participle, or an object with its article."""
    doubles = multiplying_verbs()[scan.key(i)][0] == _GOAL
    if not doubles or (form.mood == "participle" and form.plural) or scan.key(i).endswith("rsi"):
        return True
    before = scan.key(i - 1)
    if form.mood == "participle" and before in word_set("times", "became"):
        return True
    return scan.key(i + 1) in word_set("expand", "i") and bool(scan.noun_phrase(i + 2))
