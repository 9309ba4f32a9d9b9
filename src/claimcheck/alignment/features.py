"""What one claim offers for finding its counterparts: stems of its words and of its surroundings, value, source."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claimcheck.italian.lexicon import load
from claimcheck.italian.sameness import states
from claimcheck.italian.stems import carries, content, stem, tokens
from claimcheck.italian.text import fold
from claimcheck.kinds.base import Side
from claimcheck.kinds.figures.values import figure_of
from claimcheck.model import Article, Reading

Family = Literal["moment", "span", "amount", "age", "rank", "quote", "report"]
Age = tuple[float | None, float | None]
_BESIDE = 25  # characters in which a name belongs to an age
_MOMENTS = {"date", "year", "time"}
_WINDOW = 12
_BEFORE = 600
_DATELINE = 50
_OPENS = re.compile(r"\s*(?:[^\W\d_][\w'’ ]*(?:\([^)]*\)\s*)?,)?\s*$")
_LABEL = 30
_PAGE = re.compile(
    r"(?:Edizione|Aggiornament[oi]|Aggiornat[oa]|Pubblicat[oa]|Pubblicazione|Modificat[oa]|articolo aggiornato)"
    r"(?:\s+(?:il|del|dell['’]edizione|alle|ore))?\s*[:|]?\s*(?:[\d/.]+,?\s*)?$"
)
_STAMPED = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")  # a teaser's date: 15 Gennaio 2024
_DASH = re.compile(r"\s*[-–—]")
_ANAPHOR = re.compile(
    r"\b(?:quest|quell|tal|simil|ogni|tutt|qualsias|qualunque|l['’]|le |la )\w*\s*"
    r"(?:accus|ipotesi|notizi|voc|version|ricostruzion|addebit|circostanz|indiscrezion|coinvolgiment)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim in its article as scoring sees it.

    `own` are the stems of its words (of what is counted, for figures), `around` the weighted stems of its sentence
    without the claim, `names` the capitalised words of the sentence, `numbers` those in the claim's words. `homes` are
    the states named beside an age: `la 23enne ucraina`. `sole` is the only number that its article counts of a thing.
    """

    side: Side
    family: Family
    own: tuple[str, ...]
    around: Mapping[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    anaphoric: bool = False
    homes: frozenset[str] = frozenset()
    sole: bool = False

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.side.article.id


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: how many of its sentences hold each stem, and its capitalised words."""

    article: Article
    sentences: int
    spread: Mapping[str, int]
    names: Mapping[str, int]


def topic(article: Article) -> Topic:
    """The stems and names of a whole article."""
    pieces = [piece for piece in re.split(r"[.!?\n]+", article.text) if piece.strip()]
    spread = Counter(s for piece in pieces for s in set(content(piece)))
    names: Counter[str] = Counter()
    for piece in pieces:
        names.update({s for s, first in _capitals(piece) if not first or len(s) > 2})
    lower = {stem(w) for _, _, w in tokens(article.text) if w[0].islower()}
    return Topic(article, max(len(pieces), 1), spread, {n: k for n, k in names.items() if n not in lower})


def _capitals(text: str) -> Iterable[tuple[str, bool]]:
    for place, (_, _, word) in enumerate(tokens(text)):
        if word[0].isupper() and carries(word):
            yield stem(word), place == 0


def profiles(reading: Reading, about: Topic) -> list[Profile]:
    """The claims of a reading that may be aligned: no furniture, in order of appearance."""
    sides = [Side(reading.article, claim) for claim in reading.claims if not claim.furniture]
    sides = [side for side in sides if not (_in_dateline(side) or _of_the_page(side))]
    sides.sort(key=lambda side: (side.claim.start, side.claim.end, side.claim.kind))
    return _mark_sole(_merge_ages([_profile(side, about) for side in sides]))


def _in_dateline(side: Side) -> bool:
    """True for the date of an article's own dateline: `Roma, 24 gennaio 2024 – …` dates the article, not a fact."""
    claim, text = side.claim, side.article.text
    line = text[text.rfind("\n", 0, claim.start) + 1 : claim.start]
    return (
        claim.kind == "figure"
        and len(line) <= _DATELINE
        and bool(_DASH.match(text, claim.end))
        and _OPENS.match(line) is not None
    )


def _of_the_page(side: Side) -> bool:
    """True for a date the page gives of itself: `Edizione 12/03/2026`, `Aggiornato il 3 maggio alle 10`."""
    if side.claim.kind != "figure" or figure_of(side).kind not in _MOMENTS:
        return False
    before = side.article.text[max(side.claim.start - _LABEL, 0) : side.claim.start]
    return bool(_PAGE.search(before) or _STAMPED.fullmatch(side.claim.text))


def _merge_ages(found: list[Profile]) -> list[Profile]:
    """Mentions of one age in one article speak of one person: each sees the surroundings and the names of all."""
    ages = [p for p in found if p.family == "age"]
    around: defaultdict[Age, dict[str, float]] = defaultdict(dict)
    names: defaultdict[Age, frozenset[str]] = defaultdict(frozenset)
    homes: defaultdict[Age, frozenset[str]] = defaultdict(frozenset)
    for profile in ages:
        age = _age(profile)
        names[age] |= profile.names
        homes[age] |= states(profile.side.article.text[slice(*beside(profile.side))])
        for key, weight in profile.around.items():
            around[age][key] = max(weight, around[age].get(key, 0.0))
    merged = {id(p): replace(p, around=around[k], names=names[k], homes=homes[k]) for p in ages for k in [_age(p)]}
    return [merged.get(id(p), p) for p in found]


def _mark_sole(found: list[Profile]) -> list[Profile]:
    """Counts of a thing that the article counts but once: it gives other numbers of other things only."""
    counted = {id(p): p.own[0] for p in found if p.family == "amount" and p.own and figure_of(p.side).unit is None}
    numbers: defaultdict[str, set[Age]] = defaultdict(set)
    for profile in found:
        if id(profile) in counted:
            numbers[counted[id(profile)]].add(_age(profile))
    return [replace(p, sole=True) if id(p) in counted and len(numbers[counted[id(p)]]) == 1 else p for p in found]


def beside(side: Side) -> tuple[int, int]:
    """Where the whole words of the sentence within _BESIDE characters of a claim start and end."""
    text, claim = side.article.text, side.claim
    begin, finish = claim.sentence[0], max(claim.sentence[1], claim.end)
    found = tokens(text[begin:finish])
    starts = [begin + s for s, _, _ in found if claim.start - _BESIDE <= begin + s < claim.start]
    stops = [begin + e for _, e, _ in found if claim.end < begin + e <= claim.end + _BESIDE]
    return min(starts, default=claim.start), max(stops, default=claim.end)


def _age(profile: Profile) -> Age:
    figure = figure_of(profile.side)
    return figure.low, figure.high


def _profile(side: Side, about: Topic) -> Profile:
    claim = side.claim
    family = _family(side)
    anaphoric = family == "report" and len(content(claim.text)) <= 2 and bool(_ANAPHOR.search(claim.text))
    own = content(claim.text)
    if family in ("amount", "rank", "age", "span"):
        own = _counted(side)
    around = _around(side)
    if anaphoric:
        before = side.article.text[max(claim.sentence[0] - _BEFORE, 0) : claim.sentence[0]]
        around = {**around, **dict.fromkeys(content(before), 1.0)}
    capitals = {s for s, _ in _capitals(side.sentence) if s in about.names}
    numbers = frozenset(s for s in content(claim.text) if s[0].isdigit())
    return Profile(side, family, own, around, frozenset(capitals | states(side.sentence)), numbers, anaphoric)


def _family(side: Side) -> Family:
    claim = side.claim
    if claim.kind != "figure" or claim.figure is None:
        return "quote" if claim.kind == "quote" else "report"
    kind = figure_of(side).kind
    if kind in _MOMENTS:
        return "moment"
    if kind == "duration":
        return "span"
    return "age" if kind == "age" else "rank" if kind == "ordinal" else "amount"


def _counted(side: Side) -> tuple[str, ...]:
    figure = side.claim.figure
    words = f"{side.claim.text} {figure.of or ''}" if figure else side.claim.text
    stems = (s for s in content(words) if not s[0].isdigit() and s not in _numerals())
    return tuple(dict.fromkeys(stems))


@cache
def _numerals() -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.alignment", "numerals.toml")["words"])


def _around(side: Side) -> dict[str, float]:
    """Stems of the sentence without the claim, the nearer the heavier."""
    begin, finish = side.claim.sentence
    found = [(begin + s, begin + e, w) for s, e, w in tokens(side.article.text[begin:finish])]
    before = [w for s, _, w in reversed(found) if s < side.claim.start and carries(w)]
    after = [w for s, _, w in found if s >= side.claim.end and carries(w)]
    weights: dict[str, float] = {}
    for words in (before, after):
        for distance, word in enumerate(words[:_WINDOW]):
            key, weight = stem(word), 1 / (1 + distance / 6)
            weights[key] = max(weight, weights.get(key, 0.0))
    return weights


def rarity(one: Topic, other: Topic, key: str) -> float:
    """How telling a shared stem is in two articles: log(1 + sentences / sentences that hold it), in [0.5, ...)."""
    total = one.sentences + other.sentences
    return math.log(1 + total / max(one.spread.get(key, 0) + other.spread.get(key, 0), 1))


def folded(text: str) -> str:
    """The words of a text, folded and joined: equal for two texts that differ in marks and case only."""
    return " ".join(fold(word) for _, _, word in tokens(text))
