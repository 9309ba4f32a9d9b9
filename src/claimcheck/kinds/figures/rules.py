"""Figures: every expression of quantity or calendar time, found by named rules on the surface of the text.

The rules are tried at every token, the most precise first; the first that applies wins and its tokens are spent.
A tagger, where the Doc has one, only helps to tell nouns from other words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.italian.calendar import words as calendar_words
from claimcheck.italian.lexicon import load
from claimcheck.italian.numerals import cardinal, elided, number_words, ordinal
from claimcheck.italian.units import currency_words
from claimcheck.kinds.component import CLAIMS, ClaimComponent, published, sentence_of
from claimcheck.kinds.figures import (
    ages,
    clock,
    counts,
    dates,
    eras,
    multiples,
    ordinals,
    parts,
    periods,
    quantities,
    times,
    years,
)
from claimcheck.kinds.figures.eras import roman
from claimcheck.kinds.figures.intervals import join_intervals
from claimcheck.kinds.figures.opaque import opaque
from claimcheck.kinds.figures.resolve import attach_days, share_currency, share_unit
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan, word_set
from claimcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way of reading the tokens from one place on."""

    name: str
    read: Callable[[Scan, int], Found | None]


RULES: tuple[Rule, ...] = (
    Rule("numeric date", dates.numeric),
    Rule("range of days", dates.day_range),
    Rule("day and month", dates.calendar_day),
    Rule("week of a day", dates.week_of_day),
    Rule("day of the month", dates.day_of_month),
    Rule("day of a list", dates.listed_day),
    Rule("month", dates.month_date),
    Rule("part of a period", parts.nth_part),
    Rule("season", eras.season),
    Rule("decade", eras.decade),
    Rule("century", eras.century),
    Rule("feast", eras.holiday),
    Rule("weekday", times.named_weekday),
    Rule("day from publication", times.deictic),
    Rule("relative time", times.relative),
    Rule("time ago", times.ago),
    Rule("clock time", clock.clock),
    Rule("part of the day", clock.part_of_day),
    Rule("age", ages.age),
    Rule("percent", quantities.percent),
    Rule("money", quantities.money),
    Rule("duration", periods.duration),
    Rule("year", years.year),
    Rule("magnitude", quantities.magnitude),
    Rule("measure", quantities.measured),
    Rule("multiple", multiples.multiple),
    Rule("ordinal", ordinals.ordinal),
    Rule("share", counts.share),
    Rule("counted noun", counts.counted),
    Rule("bare number", counts.bare),
)


@cache
def may_begin(word: str) -> bool:
    """True if some rule can begin at this folded word: a number, a calendar word or a word that opens one."""
    return word in opening_words() or bool(
        cardinal(word) is not None or ordinal(word) or elided(word) or word.endswith(("enne", "enni"))
    )


@cache
def opening_words() -> frozenset[str]:
    """The words of the tables that a figure can begin with."""
    calendar_sections = (
        "months",
        "months_short",
        "weekdays",
        "weekdays_short",
        "weekdays_plural",
        "seasons",
        "deictic",
        "decades",
    )
    opening = {word for section in calendar_sections for word in calendar_words(section)}
    opening |= {name.split()[0] for section in ("holidays", "easter") for name in calendar_words(section)}
    for name in load(PACKAGE)["relative"]:
        opening |= word_set("relative", name)
    opening |= number_words() | currency_words() | set(load(PACKAGE)["multiple"]) | word_set("opening")
    opening |= set(multiples.multiplying_verbs())
    return frozenset(opening)


def find(scan: Scan) -> list[Found]:
    """All figures of a text, in order, none overlapping another."""
    founds: list[Found] = []
    i = floor = 0
    while i < len(scan.tokens):
        passed = opaque(scan, i)
        if passed:
            i = floor = passed
            continue
        found = _first(scan, i)
        if found is None:
            i += 1
            continue
        founds.append(Found(max(found.start, floor), found.stop, found.figure, found.rule))
        i = floor = max(found.stop, i + 1)
    return attach_days(scan, join_intervals(scan, share_unit(scan, share_currency(scan, founds))))


def _first(scan: Scan, i: int) -> Found | None:
    token = scan.tokens[i]
    if token.kind == "code" or (token.kind == "word" and not may_begin(token.key) and not roman(token.text)):
        return None
    return next((f for rule in RULES if (f := rule.read(scan, i))), None)


def match(doc: Doc) -> list[Claim]:
    """The figures of a Doc as claims; relative dates are resolved against `doc._.claimcheck_published`.

    Works on the surface of the text (`spacy.blank("it")` will do); part-of-speech tags are used when present.
    """
    tags = {t.idx: t.pos_ for t in doc} if doc.has_annotation("POS") else {}
    scan = Scan.of(doc.text, published(doc), tags)
    claims = []
    for found in find(scan):
        start, end = scan.tokens[found.start].start, scan.tokens[found.stop - 1].end
        claims.append(
            Claim(
                kind="figure",
                start=start,
                end=end,
                text=scan.text[start:end],
                sentence=sentence_of(doc, start, end),
                figure=found.figure,
                evidence={"rule": found.rule},
            )
        )
    return claims


@Language.factory("claimcheck_figures", assigns=[f"doc._.{CLAIMS}"])
def make_figures(nlp: Language, name: str) -> ClaimComponent:
    """The spaCy component that writes figure claims."""
    return ClaimComponent(match)
