"""Does an article agree with itself? Sums whose parts do not fit the whole, headlines that the body contradicts.

A finding is a pair of two figures of one article, the one that comes first as `a`. Precision comes first: parts must
exclude one another by their names, and a headline is doubted only where no figure of the body can mean the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import content, tokens
from claimcheck.italian.text import fold
from claimcheck.kinds.base import Side, first_level
from claimcheck.kinds.figures import qualifiers, values
from claimcheck.kinds.figures.levels import KIND
from claimcheck.model import Claim, ClaimRef, Pair, Reading

TEXTS = {
    "arithmetic": {
        "it": "«{whole}»: le parti, {parts}, fanno {total}.",
        "en": "“{whole}”: the parts, {parts}, make {total}.",
    },
    "headline": {
        "it": "Il titolo dice «{head}», il testo «{body}».",
        "en": "The headline says “{head}”, the text “{body}”.",
    },
}
LONGEST_HEADLINE = 220
LEAST_BODY = 200
LEAD = 900
"""Characters of the body in which the figure of a headline is told again."""
SHARED = 2
"""Telling words in common that an age, or one of several values of the thing, needs; elsewhere one is enough."""
NEAR_AGES = 10
"""Ages of one person differ by no more."""
ROUNDED, LARGE = 0.05, 1000
"""How far a headline may round a large number."""
_OPENS = re.compile(
    r"[^.\n\d]{0,25}(?::|\(|,? (?:di cui|dei quali|delle quali|(?:tra|fra) (?:cui|i quali|le quali|loro)))\s*",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:\s+[a-zà-ÿ'’]+){0,3}?\s*(?:,|;|(?:, )?(?:e|ed|più|mentre))\s+(?:altr[ie]\s+)?(?:gli|i|le|sono)?\s*"
)
_TAIL = re.compile(r"(?:\s*[a-zà-ÿ'’]+){0,3}")
_ENDED = re.compile(r"[.!?…]\s*$")


def findings(reading: Reading, lang: str = "it") -> tuple[Pair, ...]:
    """What contradicts itself in one article, in Italian (`it`) or English (`en`), in the order of the text."""
    sides = [Side(reading.article, c) for c in reading.claims if c.kind == "figure" and not c.furniture]
    sides.sort(key=lambda side: (side.claim.start, side.claim.end))
    found = [*_sums(sides, lang), *_headline(sides, lang)]
    return tuple(sorted(found, key=lambda pair: [(s.claim.start, s.claim.end) for s in sides if _ref(s) == pair.a]))


def _sums(sides: Sequence[Side], lang: str) -> Iterator[Pair]:
    """Wholes and the parts told right after them: `5 feriti: 2 gravi e 4 lievi`."""
    for place, whole in enumerate(sides):
        parts = _parts(whole, sides[place + 1 :])
        complete, told = _group(parts), _count(whole.claim) or 0
        total = sum(_count(part.claim) or 0 for part in parts)
        if complete is None or total == told or (total < told and not complete):
            continue
        quoted = ", ".join(f"«{part.claim.text}»" if lang == "it" else f"“{part.claim.text}”" for part in parts)
        words = {"whole": whole.claim.text, "parts": quoted, "total": str(total)}
        yield _pair("arithmetic", whole, parts[-1], words, lang)


def _parts(whole: Side, after: Sequence[Side]) -> list[Side]:
    """The counts that follow a whole in its sentence, linked by no more than commas and `e`."""
    text, found = whole.article.text, list[Side]()
    if _count(whole.claim) is None or qualifiers.is_part(whole):
        return found
    last, link = whole, _OPENS
    for side in after:
        between = text[last.claim.end : side.claim.start]
        if side.claim.sentence != whole.claim.sentence or _count(side.claim) is None or not link.fullmatch(between):
            break
        found.append(side)
        last, link = side, _LINKS
    return found


def _count(claim: Claim) -> int | None:
    """The whole number that a figure counts, exactly; None for anything else."""
    figure = claim.figure
    plain = figure is not None and figure.kind == "quantity" and figure.unit is None and figure.interval.exact
    return int(figure.low) if figure and plain and figure.low and figure.low == int(figure.low) else None


def _group(parts: Sequence[Side]) -> bool | None:
    """None unless the parts exclude one another by their names; then whether together they are the whole."""
    if len(parts) < 2:
        return None
    named = [{fold(word) for _, _, word in tokens(part.claim.text + _tail(part))} for part in parts]
    for kinds, whole in _groups():
        members = [[i for i, kind in enumerate(kinds) if words & kind] for words in named]
        if all(len(found) == 1 for found in members) and len({found[0] for found in members}) == len(parts):
            return whole and len(parts) == len(kinds)
    return None


def _tail(part: Side) -> str:
    """The words after a count that say which part it is: `10` in carcere, `due` in modo grave."""
    found = _TAIL.match(part.article.text, part.claim.end)
    return re.split(r"\b(?:e|ed|più|mentre)\b", found[0])[0] if found else ""


@cache
def _groups() -> tuple[tuple[tuple[frozenset[str], ...], bool], ...]:
    table = load("claimcheck.italian.data", "partitions.toml")["group"]
    return tuple(
        (tuple(frozenset(map(fold, kind)) for kind in group["kinds"]), group.get("whole", False)) for group in table
    )


def _headline(sides: Sequence[Side], lang: str) -> Iterator[Pair]:
    """Figures of the headline that the body gives otherwise and never as the headline does."""
    if not sides:
        return
    end = headline_end(sides[0].article.text)
    heads, body = [s for s in sides if s.claim.end <= end], [s for s in sides if s.claim.start >= end]
    for head in heads:
        told = [side for side in body if _same_thing(head, side)]
        enough = 1 if len(_values(told)) == 1 and values.figure_of(head).kind != "age" else SHARED
        rivals = [side for side in told if _shared(head, side) >= enough]
        if not rivals or any(_explains(head, side) for side in body) or _summed(head, told):
            continue
        rival = rivals[0]
        if rival.claim.start < end + LEAD and not qualifiers.is_part(rival):
            yield _pair("headline", head, rival, {"head": head.claim.text, "body": rival.claim.text}, lang)


def headline_end(text: str) -> int:
    """Where the headline ends: the first line, when it is short, ends no sentence and a body follows; else 0."""
    start = len(text) - len(text.lstrip())
    line, _, rest = text[start:].partition("\n")
    fits = len(line) <= LONGEST_HEADLINE and not _ENDED.search(line) and len(rest.strip()) >= LEAST_BODY
    return start + len(line) if fits else 0


def _same_thing(head: Side, side: Side) -> bool:
    """True if a figure of the body counts what the headline counts: the same noun, money, the age of somebody."""
    first, second = values.figure_of(head), values.figure_of(side)
    if first.kind != second.kind or not KIND.comparable(head, side):
        return False
    if first.kind == "age":
        return abs((first.low or 0) - (second.low or 0)) <= NEAR_AGES
    return first.kind == "money" or (first.kind == "quantity" and bool(set(_counted(head)) & set(_counted(side))))


def _shared(head: Side, side: Side) -> int:
    """How many telling words the headline and a sentence of the body have in common, besides what is counted."""
    noun = () if values.figure_of(head).kind == "age" else _counted(head)
    around = set(content(head.sentence)) & set(content(side.sentence)) - set(noun)
    return sum(not word[0].isdigit() for word in around)


def _values(sides: Sequence[Side]) -> set[tuple[float | None, float | None]]:
    return {(i.low, i.high) for i in (values.measured(values.figure_of(side)) for side in sides)}


def _counted(side: Side) -> tuple[str, ...]:
    figure = values.figure_of(side)
    words = content(figure.of or "") or content(side.claim.text)
    return tuple(word for word in words if not word[0].isdigit())[:1]


def _explains(head: Side, side: Side) -> bool:
    """True if a figure of the body may be the one the headline means, whatever it counts."""
    first, second = values.measured(values.figure_of(head)), values.measured(values.figure_of(side))
    if not KIND.comparable(head, side) or second.low is second.high is None:
        return False
    gap = values.gap(first, second)
    if first.overlaps(second) or (gap is not None and gap <= ROUNDED and (first.low or 0) >= LARGE):
        return True
    decided = first_level(KIND, head, side)
    return decided is not None and decided[0].relation != "conflict"


def _summed(head: Side, told: Sequence[Side]) -> bool:
    """True if the headline adds up counts of the body."""
    numbers = [values.measured(values.figure_of(side)).low or 0.0 for side in told]
    wanted = values.measured(values.figure_of(head)).low or 0.0
    pairs = {first + second for k, first in enumerate(numbers) for second in numbers[k + 1 :]}
    return wanted in pairs or wanted == sum(numbers)


def _pair(code: str, first: Side, second: Side, words: dict[str, str], lang: str) -> Pair:
    text = TEXTS[code]["it" if lang == "it" else "en"].format_map(words)
    return Pair(_ref(first), _ref(second), "conflict", "value", 1.0, text, {"code": code})


def _ref(side: Side) -> ClaimRef:
    return ClaimRef(side.article.id, side.claim.id)
