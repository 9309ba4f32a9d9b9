"""Why: step by step what made two claims a pair, or kept them apart, and what would have made them agree.

Nothing is decided here. Every answer is asked of the functions that align and compare, one after the other; what they
do not say by name is found by changing one thing and asking again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.alignment.assign import keep
from claimcheck.alignment.blocking import KEY_CAP, block_keys, claim_pairs
from claimcheck.alignment.events import days_apart, likeness, same_event, two_issues
from claimcheck.alignment.features import Profile, Topic
from claimcheck.alignment.figures import same_measure
from claimcheck.alignment.scoring import Candidate, Features, pair_features, probability, row, score
from claimcheck.alignment.tables import weights
from claimcheck.alignment.thin import thin
from claimcheck.alternatives import Change, changes, lacks, lifts
from claimcheck.comparison import Prepared, decide, prepare, relate
from claimcheck.consistency import findings
from claimcheck.kinds.base import Side
from claimcheck.model import ClaimRef, Pair, Reading


@dataclass(frozen=True, slots=True)
class Step:
    """One test on the way to a pair: whether it is passed, and what was measured against which limit, if anything."""

    name: str
    passed: bool
    value: float | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One feature of a pair in the sum: its value times its weight is its share."""

    feature: str
    value: float
    weight: float

    @property
    def share(self) -> float:
        """What the feature adds to the sum."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum behind a score: a row of weights.toml, its bias, the terms, the largest first; the score it makes."""

    family: str
    bias: float
    terms: tuple[Term, ...]
    score: float
    least: float

    @property
    def total(self) -> float:
        """The bias and all shares; the score is its logistic function."""
        return self.bias + sum(term.share for term in self.terms)


@dataclass(frozen=True, slots=True)
class ClaimReasons:
    """A claim in its article, the block keys it offers, and why it is never paired (None when it may be).

    `aside` is `furniture` for page chrome, `page` for a date that the page gives of itself.
    """

    side: Side
    keys: tuple[str, ...]
    aside: str | None


@dataclass(frozen=True, slots=True)
class PairReasons:
    """Two claims, the keys both offer, the steps in order, the sum, the level that applies, what would improve it.

    `paired` is true if comparing the two articles gives this pair; else `stopped` is the first step that fails.
    `rivals` are the claims that one of the two is paired with instead.
    """

    a: Side
    b: Side
    paired: bool
    steps: tuple[Step, ...]
    keys: tuple[str, ...] = ()
    sum: Sum | None = None
    level: Pair | None = None
    changes: tuple[Change, ...] = ()
    rivals: tuple[ClaimRef, ...] = ()

    @property
    def stopped(self) -> str | None:
        """The step at which the two claims part, None for a pair."""
        return None if self.paired else next((step.name for step in self.steps if not step.passed), None)


class Explainer:
    """Articles that have been read; gives reasons for their claims and pairs, in Italian (`it`) or English (`en`).

    Article ids must differ. Raises KeyError for a claim that is not there.
    """

    def __init__(self, readings: Sequence[Reading], lang: str = "it") -> None:
        self.readings = {reading.article.id: reading for reading in readings}
        self.lang = lang
        self._known: dict[str, Prepared] = {}
        self._meetings: dict[tuple[str, str], _Meeting] = {}

    def claim(self, ref: ClaimRef) -> ClaimReasons:
        """What one claim is made of and offers."""
        known = self._prepared(ref.article)
        claim = known.claims[ref]
        keys = next((block_keys(p) for p in known.profiles if p.side.claim.id == ref.claim), set[str]())
        aside = None if keys else "furniture" if claim.furniture else "page"
        return ClaimReasons(Side(known.reading.article, claim), tuple(sorted(keys)), aside)

    def pair(self, one: ClaimRef, other: ClaimRef) -> PairReasons:
        """What makes two claims a pair, or keeps them apart; their order does not matter."""
        first, second = sorted((self._prepared(ref.article) for ref in (one, other)), key=lambda k: k.topic.article.id)
        a, b = (
            Side(k.reading.article, k.claims[ref]) for k, ref in zip((first, second), sorted((one, other)), strict=True)
        )
        if first is second:
            return self._inside(first.reading, a, b)
        key = first.topic.article.id, second.topic.article.id
        if key not in self._meetings:
            self._meetings[key] = _Meeting(first, second, self.lang)
        return self._meetings[key].reasons(a, b)

    def _inside(self, reading: Reading, a: Side, b: Side) -> PairReasons:
        """Two claims of one article: never a pair, unless the article contradicts itself with them."""
        found = [pair for pair in findings(reading, self.lang) if {pair.a, pair.b} == {_ref(a), _ref(b)}]
        return PairReasons(a, b, bool(found), (Step("articles", bool(found)),), level=found[0] if found else None)

    def _prepared(self, article: str) -> Prepared:
        if article not in self._known:
            self._known[article] = prepare(self.readings[article])
        return self._known[article]


class _Meeting:
    """Two articles side by side: what comparing makes of all their claims, worked out once."""

    def __init__(self, first: Prepared, second: Prepared, lang: str) -> None:
        self.topics = first.topic, second.topic
        self.lang = lang
        self.profiles = {(p.article, p.side.claim.id): p for known in (first, second) for p in known.profiles}
        self.offers = [Counter(key for p in known.profiles for key in block_keys(p)) for known in (first, second)]
        blocked = claim_pairs(first.profiles, second.profiles)
        self.blocked = {(a.side.claim.id, b.side.claim.id) for a, b in blocked}
        scored = [found for a, b in blocked if (found := score(a, b, *self.topics))]
        self.kept = {(c.a.side.claim.id, c.b.side.claim.id) for c in keep(scored)}
        same = set(first.marks.values()) & set(second.marks.values())
        self.copied = {ref for known in (first, second) for ref, mark in known.marks.items() if mark in same}
        self.events = tuple(_event(*self.topics))
        together = all(step.passed for step in self.events)
        self.found = {(p.pair.a, p.pair.b): p.pair for p in relate(first, second, lang)} if together else {}

    def reasons(self, a: Side, b: Side) -> PairReasons:
        """The reasons of one pair; `a` belongs to the first article."""
        steps = [*self.events, Step("kind", a.claim.kind == b.claim.kind)]
        one, other = (self.profiles.get((side.article.id, side.claim.id)) for side in (a, b))
        steps += [Step("page", one is not None and other is not None)]
        if one is None or other is None or a.claim.kind != b.claim.kind:
            return PairReasons(a, b, False, tuple(steps))
        keys, features = self._shared(one, other), pair_features(one, other, *self.topics)
        both = a.claim.id, b.claim.id
        steps += [Step("key", both in self.blocked), *_vetoes(one, other, *self.topics)]
        if features is None:
            return PairReasons(a, b, False, tuple(steps), keys)
        weighed = _sum(one, other, features)
        steps += [Step("score", weighed.score >= weighed.least, weighed.score, weighed.least)]
        kept = both in self.kept
        if steps[-1].passed:
            steps += [Step("passage", score(one, other, *self.topics) is not None), Step("best", kept)]
        decided = (decide(a, b, self.lang) or (None, None))[1]
        steps += _levels(Candidate(one, other, weighed.score, features), decided, *self.topics)
        refs = _ref(a), _ref(b)
        level = self.found.get(refs, decided)
        if level and all(step.passed for step in steps):
            steps.append(self._last(level))
        better = tuple(changes(a, b, level, self.lang)) if level else ()
        rivals = () if kept else self._rivals(a, b)
        return PairReasons(a, b, refs in self.found, tuple(steps), keys, weighed, level, better, rivals)

    def _shared(self, one: Profile, other: Profile) -> tuple[str, ...]:
        """The keys both offer that are not too common to be looked at."""
        left, right = self.offers
        return tuple(sorted(k for k in block_keys(one) & block_keys(other) if left[k] * right[k] <= KEY_CAP))

    def _rivals(self, a: Side, b: Side) -> tuple[ClaimRef, ...]:
        """The counterparts that were kept in place of a pair."""
        beside_a = {ClaimRef(b.article.id, y) for x, y in self.kept if x == a.claim.id}
        beside_b = {ClaimRef(a.article.id, x) for x, y in self.kept if y == b.claim.id}
        return tuple(sorted(beside_a | beside_b))

    def _last(self, level: Pair) -> Step:
        """Whether the pair stands in the result; what took it out is another pair of one of its claims."""
        found = (level.a, level.b) in self.found
        others = {ref for pair in self.found.values() if pair.relation == level.relation for ref in (pair.a, pair.b)}
        if level.relation != "agree" and {level.a, level.b} <= self.copied:
            return Step("copied", found)
        repeated = level.relation == "conflict" and not others & {level.a, level.b}
        return Step("repeated" if repeated else "nested", found)


def _ref(side: Side) -> ClaimRef:
    return ClaimRef(side.article.id, side.claim.id)


def _event(one: Topic, other: Topic) -> Iterator[Step]:
    """Whether two articles report one event."""
    limits, apart, like = weights("event"), days_apart(one.article, other.article), likeness(one, other)
    least = limits["least_short" if min(one.sentences, other.sentences) < limits["short"] else "least"]
    near, columns = apart <= limits["days"], two_issues(one.article, other.article)
    yield Step("days", near, apart, limits["days"])
    yield Step("issues", not columns)
    yield Step("event", same_event(one, other) or (like >= least and (columns or not near)), like, least)


def _levels(candidate: Candidate, level: Pair | None, one: Topic, other: Topic) -> Iterator[Step]:
    """Whether a level applies, and what a conflict needs besides."""
    yield Step("level", level is not None)
    if level and level.relation == "conflict":
        yield from _sure(candidate)
        like, least = likeness(one, other), weights("event")["least_conflict"]
        yield Step("conflict_event", like >= least, like, least)


def _sure(candidate: Candidate) -> Iterator[Step]:
    """What a pair needs to bear a conflict."""
    least, lacking = weights(row(candidate.a, candidate.b))["conflict"], lacks(candidate)
    if not (candidate.a.side.article.published_on and candidate.b.side.article.published_on):
        least = max(least, weights("event")["undated"])
    denial = candidate.score < least and "conflict_score" not in lacking  # a denial names what it denies
    yield (
        Step("conflict_score", True)
        if denial
        else Step("conflict_score", candidate.score >= least, candidate.score, least)
    )
    for name in ("conflict_days", "conflict_passage"):
        yield Step(name, name not in lacking)


def _sum(a: Profile, b: Profile, features: Features) -> Sum:
    family = row(a, b)
    table = weights(family)
    terms = [Term(name, value, table.get(name, 0.0)) for name, value in features.items()]
    ordered = tuple(sorted(terms, key=lambda term: (-abs(term.share), term.feature)))
    return Sum(family, table["bias"], ordered, probability(features, table), table["least"])


def _vetoes(a: Profile, b: Profile, one: Topic, other: Topic) -> Iterator[Step]:
    """The vetoes on one fact. One that has no name of its own is named by what would lift it."""
    said = a.family in ("quote", "report")
    first = Step("thin", not thin(a, b, one, other)) if said else Step("unit", same_measure(a, b))
    yield first
    if first.passed and pair_features(a, b, one, other) is None:
        yield from (Step(name, False) for name in lifts(a, b, one, other) or ["match"])
