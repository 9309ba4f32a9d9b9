"""Figures: every expression of quantity or calendar time, found by named rules on the surface of the text.

The rules are tried at every token, the most precise first; the first that applies wins and its tokens are spent.
A tagger, where the Doc has one, only helps to tell nouns from other words.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.attrs import DEP, HEAD, IDX, LENGTH, POS, SENT_START
from spacy.language import Language
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

from claimcheck.italian.tokens import Token, TokenKind
from claimcheck.kinds.component import CLAIMS, ClaimComponent, published, sentence_of
from claimcheck.kinds.figures import (
    ages,
    clock,
    counts,
    dates,
    days,
    eras,
    multiples,
    ordinals,
    parts,
    periods,
    quantities,
    times,
    years,
)
from claimcheck.kinds.figures.counting import count_nouns
from claimcheck.kinds.figures.intervals import join_intervals
from claimcheck.kinds.figures.opaque import opaque, openings
from claimcheck.kinds.figures.openers import KEPT, classes
from claimcheck.kinds.figures.resolve import attach_days
from claimcheck.kinds.figures.scan import Found, Scan
from claimcheck.kinds.figures.schedules import EVERY_WEEK
from claimcheck.kinds.figures.sharing import join_between, share_currency, share_unit
from claimcheck.kinds.figures.surroundings import surroundings
from claimcheck.kinds.figures.tree import Tree
from claimcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way of reading the tokens from one place on; `opens` names the classes of token it can begin at."""

    name: str
    read: Callable[[Scan, int], Found | None]
    opens: str


RULES: tuple[Rule, ...] = (
    Rule("numeric date", dates.numeric, "digits weekday"),
    Rule("range of days", days.day_range, "digits number ordinal"),
    Rule("day and month", dates.calendar_day, "digits number ordinal weekday month"),
    Rule("week of a day", days.week_of_day, "period"),
    Rule("day of the month", days.day_of_month, "digits"),
    Rule("day of a list", days.listed_day, "digits"),
    Rule("month", dates.month_date, "month shift edge"),
    Rule("part of a period", parts.nth_part, "ordinal roman digits shift"),
    Rule("season", eras.season, "season shift"),
    Rule("decade", eras.decade, "years edge digits number quote"),
    Rule("century", eras.century, "digits number ordinal roman hundred period edge quote"),
    Rule("feast", eras.holiday, "feast"),
    Rule("weekday", times.named_weekday, "weekday shift"),
    Rule("day from publication", times.deictic, "day elision in shift"),
    Rule("relative time", times.relative, "period shift edge"),
    Rule("time ago", times.ago, "digits number one hour"),
    Rule("clock time", clock.clock, "digits number one hour"),
    Rule("part of the day", clock.part_of_day, "in"),
    Rule("age", ages.age, "digits number one age about hour"),
    Rule("first value of a change", quantities.changed, "digits"),
    Rule("percent", quantities.percent, "digits number"),
    Rule("money", quantities.money, "digits number one currency scale"),
    Rule("duration", periods.duration, "digits number one hour"),
    Rule("year", years.year, "digits number edge quote"),
    Rule("magnitude", quantities.magnitude, "quake"),
    Rule("measure", quantities.measured, "digits number one"),
    Rule("multiple", multiples.multiple, "digits number one multiple"),
    Rule("ordinal", ordinals.ordinal, "digits ordinal roman"),
    Rule("share", counts.share, "digits number one"),
    Rule("counted noun", counts.counted, "digits number one"),
    Rule("bare number", counts.bare, "digits number one"),
)


@lru_cache(maxsize=KEPT)
def _rules_at(kind: TokenKind, text: str, key: str) -> tuple[Rule, ...]:
    """The rules that can begin at such a token, in order."""
    own = classes(kind, text, key)
    return tuple(rule for rule in RULES if own.intersection(rule.opens.split())) if own else ()


def find(scan: Scan) -> list[Found]:
    """All figures of a text, in order, none overlapping another; days of every week (ogni martedì) are none."""
    founds: list[Found] = []
    i = floor = 0
    passed_over = openings()
    for position, token in enumerate(scan.tokens):
        if position < i:
            continue
        stop = opaque(scan, position) if token.key in passed_over else 0
        rules = () if stop else _rules_of(token)
        found = next((read for rule in rules if (read := rule.read(scan, position))), None) if rules else None
        if found is not None:
            founds.append(Found(max(found.start, floor), found.stop, found.figure, found.rule))
            stop = max(found.stop, position + 1)
        if stop:
            i = floor = stop
    founds = attach_days(scan, join_intervals(scan, join_between(scan, share_unit(scan, share_currency(scan, founds)))))
    return [found for found in founds if not (found.figure.timex or "").startswith(EVERY_WEEK)]


def _rules_of(token: Token) -> tuple[Rule, ...]:
    if token.kind == "word":
        return _rules_at("word", token.text if token.text.isupper() else "", token.key)
    return _rules_at(token.kind, "", "" if token.kind == "digits" else token.key)


def match(doc: Doc) -> list[Claim]:
    """The figures of a Doc as claims; relative dates are resolved against `doc._.claimcheck_published`.

    Works on the surface of the text (`spacy.blank("it")` will do); part-of-speech tags are used when present.
    """
    rows: list[list[int]] = doc.to_array([IDX, POS, SENT_START]).tolist()
    text = doc.text  # joined anew from all tokens at every call
    scan = Scan.of(text, published(doc), {offset: NAMES[tag] for offset, tag, _ in rows if tag})
    starts = [offset for offset, _, begins in rows if begins == 1] if any(row[2] for row in rows[1:]) else []
    claims = []
    founds = find(scan)
    tree = _tree(doc, text) if founds else None
    for found in count_nouns(scan, tree, founds) if tree else founds:
        start, end = scan.tokens[found.start].start, scan.tokens[found.stop - 1].end
        claims.append(
            Claim(
                kind="figure",
                start=start,
                end=end,
                text=scan.text[start:end],
                sentence=_sentence(scan.text, starts, start, end) if starts else sentence_of(doc, start, end),
                figure=found.figure,
                evidence={"rule": found.rule, **surroundings(scan, found)},
            )
        )
    return claims


def _tree(doc: Doc, text: str) -> Tree | None:
    """The parse of a Doc in columns, None where there is none."""
    if not doc.has_annotation("DEP"):
        return None
    starts, lengths, tags, deps = doc.to_array([IDX, LENGTH, POS, DEP]).T.tolist()
    heads = doc.to_array(HEAD).astype("int64").tolist()  # distances, some below nought
    label = cache(doc.vocab.strings.as_string)
    return Tree(
        text,
        starts,
        [start + length for start, length in zip(starts, lengths, strict=True)],
        [NAMES[tag] for tag in tags],
        [i + head for i, head in enumerate(heads)],
        [label(dep) for dep in deps],
    )


def _sentence(text: str, starts: list[int], start: int, end: int) -> tuple[int, int]:
    """The [start, end) characters of the sentences, which begin at `starts`, around a span, trimmed of white space."""
    after = bisect_right(starts, end - 1)
    begin = starts[max(bisect_right(starts, start) - 1, 0)]
    piece = text[begin : starts[after] if after < len(starts) else len(text)]
    lead = len(piece) - len(piece.lstrip())
    return begin + lead, begin + len(piece.rstrip())


@Language.factory("claimcheck_figures", assigns=[f"doc._.{CLAIMS}"])
def make_figures(nlp: Language, name: str) -> ClaimComponent:
    """The spaCy component that writes figure claims."""
    return ClaimComponent(match)
