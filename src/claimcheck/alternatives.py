"""What would have made two claims a pair, or made them agree: one thing made alike in both, and all asked again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations

from claimcheck.alignment.features import Profile, Topic
from claimcheck.alignment.scoring import Candidate, pair_features, sure_enough
from claimcheck.comparison import decide
from claimcheck.kinds.base import Side
from claimcheck.model import Attribution, Claim, ClaimKind, Difference, Pair, Relation
from claimcheck.model.relations import STRENGTH
from claimcheck.model.values import TEMPORAL

Alike = Callable[[Side, Side], tuple[Side, Side] | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that, were it the same in both claims, would bring them closer: how they would relate, and the level.

    `name` is what changes: value, inside (a number within the other's range), day, stance, speaker, words, or
    statement (all of it).
    """

    name: str
    relation: Relation
    type: Difference | None
    code: str


def changes(a: Side, b: Side, level: Pair, lang: str = "it") -> Iterator[Change]:
    """The single things that, made alike, let two claims agree better than they do; the whole statement if none does.

    `level` is how they relate now. Each change brings them closer than the one before; none for claims that agree.
    """
    best = level.relation
    for name, alike in CHANGES[a.claim.kind]:
        sides = alike(a, b) if best != "agree" else None
        decided = decide(*sides, lang) if sides else None
        if decided is not None and STRENGTH[decided[1].relation] > STRENGTH[best]:
            code, pair = decided
            best = pair.relation
            yield Change(_named(name, a), pair.relation, pair.type, code)


def lifts(a: Profile, b: Profile, one: Topic, other: Topic) -> list[str]:
    """The things that, made alike, would lift the veto on two claims of one event, by name.

    `one` and `other` are the topics of their articles.
    """

    def lifted(names: Sequence[str]) -> bool:
        like = reduce(lambda profile, name: LIFTS[name](profile, b), names, a)
        return pair_features(like, b, one, other) is not None

    return [_named(name, b.side) for name in _fewest(tuple(LIFTS), lifted)]


def lacks(candidate: Candidate) -> list[str]:
    """What a pair lacks that is not sure enough to bear a conflict: conflict_score, conflict_days, conflict_passage."""

    def supplied(names: Sequence[str]) -> bool:
        return sure_enough(reduce(lambda found, name: SUPPLIES[name](found), names, candidate))

    return [] if sure_enough(candidate) else _fewest(tuple(SUPPLIES), supplied)


def _fewest(names: Sequence[str], enough: Callable[[Sequence[str]], bool]) -> list[str]:
    """Each of the names that is enough alone, else the first few that are enough together."""
    alone = [name for name in names if enough([name])]
    together = (some for size in range(2, len(names) + 1) for some in combinations(names, size) if enough(some))
    return alone or list(next(together, ()))


def _named(name: str, side: Side) -> str:
    figure = side.claim.figure
    return "day" if name == "value" and figure is not None and figure.kind in TEMPORAL else name


def _inside(a: Side, b: Side) -> tuple[Side, Side] | None:
    """A number of the range that one claim gives, in the other; None where both give a number, or both a range."""
    wide, narrow = (a, b) if _range(a) else (b, a)
    figure = wide.claim.figure
    if figure is None or not _range(wide) or _range(narrow):
        return None
    number = figure.low if figure.low is not None else figure.high
    told = replace(figure, low=number, high=number, approx=False)
    return wide, replace(narrow, claim=replace(narrow.claim, figure=told))


def _range(side: Side) -> bool:
    figure = side.claim.figure
    return figure is not None and figure.low != figure.high


def _value(a: Side, b: Side) -> tuple[Side, Side] | None:
    first, second = a.claim.figure, b.claim.figure
    told = replace(first, of=second.of) if first and second else first
    return a, replace(b, claim=replace(b.claim, figure=told, text=a.claim.text))


def _stance(a: Side, b: Side) -> tuple[Side, Side] | None:
    first, second = a.claim.attribution, b.claim.attribution
    return (a, _attributed(b, replace(second, stance=first.stance))) if first and second else None


def _speaker(a: Side, b: Side) -> tuple[Side, Side] | None:
    first, second = a.claim.attribution, b.claim.attribution
    if not (first and second and first.source):
        return None
    return a, _attributed(b, replace(second, source=first.source, via=first.via))


def _attributed(side: Side, attribution: Attribution) -> Side:
    return replace(side, claim=replace(side.claim, attribution=attribution))


def _words(a: Side, b: Side) -> tuple[Side, Side] | None:
    return a, replace(b, claim=replace(b.claim, text=a.claim.text))


def _statement(a: Side, b: Side) -> tuple[Side, Side] | None:
    """The other article saying all that the first says, in the same sentence and on the same day."""
    return a, Side(replace(a.article, id=b.article.id, source=b.article.source), a.claim)


CHANGES: Mapping[ClaimKind, tuple[tuple[str, Alike], ...]] = {
    "figure": (("inside", _inside), ("value", _value), ("statement", _statement)),
    "quote": (("speaker", _speaker), ("words", _words), ("statement", _statement)),
    "attribution": (("stance", _stance), ("speaker", _speaker), ("words", _words), ("statement", _statement)),
}
"""What is made alike, in the order in which it is tried."""


def _with(profile: Profile, claim: Claim) -> Profile:
    return replace(profile, side=replace(profile.side, claim=claim))


def _same_noun(a: Profile, b: Profile) -> Profile:
    figure, noun = a.side.claim.figure, b.side.claim.figure
    counted = replace(figure, of=noun.of) if figure and noun else figure
    return _with(replace(a, own=b.own), replace(a.side.claim, figure=counted, text=b.side.claim.text))


def _same_value(a: Profile, b: Profile) -> Profile:
    figure, value = a.side.claim.figure, b.side.claim.figure
    told = replace(value, of=figure.of) if figure and value else figure
    return _with(replace(a, family=b.family), replace(a.side.claim, figure=told))


def _same_place(a: Profile, b: Profile) -> Profile:
    claim = replace(b.side.claim, figure=a.side.claim.figure)
    return replace(a, side=Side(b.side.article, claim))


LIFTS: Mapping[str, Callable[[Profile, Profile], Profile]] = {
    "act": lambda a, b: _same_place(a, b) if a.family in ("moment", "amount") else a,
    "actor": lambda a, b: replace(a, names=b.names),
    "noun": _same_noun,
    "person": lambda a, b: _same_place(a, b) if a.family == "age" else a,
    "sentence": lambda a, b: replace(a, around=b.around),
    "value": _same_value,
    "words": lambda a, b: replace(a, own=b.own) if a.side.claim.kind == "quote" else a,
}
"""What of the second claim, given to the first, may lift a veto."""


def _same_day(candidate: Candidate) -> Candidate:
    day = candidate.a.side.article.published or candidate.b.side.article.published or "2000-01-01"
    a, b = (
        replace(p, side=replace(p.side, article=replace(p.side.article, published=day)))
        for p in (candidate.a, candidate.b)
    )
    return replace(candidate, a=a, b=b)


SUPPLIES: Mapping[str, Callable[[Candidate], Candidate]] = {
    "conflict_score": lambda candidate: replace(candidate, score=1.0),
    "conflict_days": _same_day,
    "conflict_passage": lambda candidate: replace(candidate, a=_same_passage(candidate.a, candidate.b)),
}
"""What a pair may lack to bear a conflict, supplied."""


def _same_passage(a: Profile, b: Profile) -> Profile:
    """The first claim where the second stands, on its own day."""
    place = _same_place(a, b).side
    return replace(a, side=replace(place, article=replace(place.article, published=a.side.article.published)))
