"""Same fact? Vetoes first, then a logistic sum of named features; every score can be read back term by term."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.alignment.events import days_apart
from claimcheck.alignment.features import Profile, Topic, rarity
from claimcheck.alignment.figures import figure_features, same_measure
from claimcheck.alignment.passages import bears_conflict, many_things, one_passage
from claimcheck.alignment.tables import weights
from claimcheck.alignment.thin import thin
from claimcheck.italian.sameness import same_source, share_source, speaks_for
from claimcheck.italian.wording import plain

Features = Mapping[str, float]
_LEAD = 500
_WHOLE = 5  # words


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims of one event, how surely they state one fact, and what speaks for it."""

    a: Profile
    b: Profile
    score: float
    features: Features


def score(a: Profile, b: Profile, one: Topic, other: Topic) -> Candidate | None:
    """The candidate of two claims of one event, None when a veto holds or the sum stays below the family's `least`.

    `one` and `other` are the topics of the articles of `a` and `b`.
    """
    features = pair_features(a, b, one, other)
    if features is None:
        return None
    table = weights(row(a, b))
    sure = probability(features, table)
    return Candidate(a, b, sure, features) if sure >= table["least"] and one_passage(a.side, b.side) else None


def probability(features: Features, table: Mapping[str, float]) -> float:
    """How surely two claims state one fact: the logistic function of the weighted sum of their features."""
    total = table["bias"] + math.fsum(table.get(name, 0.0) * value for name, value in sorted(features.items()))
    return 1 / (1 + math.exp(-total))


def sure_enough(candidate: Candidate) -> bool:
    """True if a pair is sure enough to bear a conflict: its score, its days and the passages around must carry it.

    A denial names what it denies and needs no score. Where a day of publication is missing the claims may tell of
    different days and must be surer, denials too; numbers of different days are two readings of what moves on.
    """
    least = weights(row(candidate.a, candidate.b))["conflict"]
    one, other = candidate.a.side, candidate.b.side
    dated = bool(one.article.published_on and other.article.published_on)
    if not dated:
        least = max(least, weights("event")["undated"])
    told = candidate.score >= least or (dated and candidate.features.get("denial", 0.0) > 0)
    if candidate.a.family in ("amount", "span") and days_apart(one.article, other.article) > _reach(candidate):
        return False
    return told and (candidate.a.family == "age" or bears_conflict(one, other))


def _reach(candidate: Candidate) -> float:
    """Days between two articles whose numbers may still be at odds."""
    live = many_things(candidate.a.side.article.text) or many_things(candidate.b.side.article.text)
    return weights("event")["number_days_live" if live else "number_days"]


def row(a: Profile, b: Profile) -> str:
    """The row of weights.toml for two claims."""
    return a.family if a.family == b.family else "span"


def pair_features(a: Profile, b: Profile, one: Topic, other: Topic) -> Features | None:
    """What speaks for two claims of one event, None when a veto holds: other kind, other measure, nothing telling."""
    if a.side.claim.kind != b.side.claim.kind:
        return None
    said = a.family in ("quote", "report")
    if thin(a, b, one, other) if said else not same_measure(a, b):
        return None
    around = _context(a, b, one, other)
    if a.family == "report":
        return {**_words(a, b, one, other), **around, **_report(a, b, one, other)}
    if a.family == "quote":
        return _quote(a, b, {**_words(a, b, one, other), **around})
    return figure_features(a, b, around)


def _context(a: Profile, b: Profile, one: Topic, other: Topic) -> Features:
    """Shared words of the two sentences, in absolute terms and as a share of the poorer sentence."""
    shared = a.around.keys() & b.around.keys()
    named = {key for key in shared if key in one.names or key in other.names}
    worth = {key: rarity(one, other, key) * min(a.around[key], b.around[key]) for key in shared}
    value = math.fsum(worth.values()) - 0.3 * math.fsum(worth[key] for key in named)
    first = math.fsum(rarity(one, other, key) * weight for key, weight in a.around.items())
    second = math.fsum(rarity(one, other, key) * weight for key, weight in b.around.items())
    names = len(a.names & b.names)
    return {
        "context": min(value, 9) / 6,
        "share": value / max(min(first, second), 6.0),
        "names": min(names, 4) / 4,
        "plain": min(len(shared - named), 4) / 4,
        "lead": float(_leading(a) and _leading(b)),
    }


def _leading(profile: Profile) -> bool:
    """True for a claim in the opening of its article, where the event itself is told."""
    return profile.side.claim.start < max(_LEAD, len(profile.side.article.text) // 8)


def _words(a: Profile, b: Profile, one: Topic, other: Topic) -> dict[str, float]:
    first, second = set(a.own), set(b.own)
    named = {key for key in first & second if key in one.names or key in other.names}
    shared = _weigh(first & second, one, other)
    common = shared - 0.5 * _weigh(named, one, other)
    small = min(_weigh(first, one, other), _weigh(second, one, other))
    large = _weigh(first | second, one, other)
    sources = _source(a), _source(b)
    return {
        "common": min(common, 14) / 14,
        "contained": common / max(small, 5.0),
        "overlap": common / max(large, 5.0),
        "same_source": float(same_source(*sources) or share_source(*sources)),
    }


def _weigh(keys: Iterable[str], one: Topic, other: Topic) -> float:
    return math.fsum(rarity(one, other, key) for key in keys)


def _source(profile: Profile) -> str | None:
    attribution = profile.side.claim.attribution
    return attribution.source if attribution else None


def _stance(profile: Profile) -> str:
    attribution = profile.side.claim.attribution
    return attribution.stance if attribution else "asserted"


def _report(a: Profile, b: Profile, one: Topic, other: Topic) -> Features:
    both = a.anaphoric and b.anaphoric
    return {
        "numbers": float(bool(a.numbers & b.numbers)),
        "denial": 1.0 if both and _alike(a, b) else _denied(a, b, one, other),
    }


def _alike(a: Profile, b: Profile) -> bool:
    return _stance(a) == _stance(b) and share_source(_source(a), _source(b))


def _denied(a: Profile, b: Profile, one: Topic, other: Topic) -> float:
    """How much of a claim stands in the sentences before the other article's denial of `these accusations`.

    None of it where those who deny have made the claim: nobody accuses himself.
    """
    for denial, claim in ((a, b), (b, a)):
        if denial.anaphoric and not claim.anaphoric and _stance(denial) == "denied" and _stance(claim) != "denied":
            if _own_words(denial, claim):
                return 0.0
            shared = set(set(claim.own) & denial.around.keys())
            return min(_weigh(shared, one, other), 12) / 12
    return 0.0


def _own_words(denial: Profile, claim: Profile) -> bool:
    """True if somebody who denies made the claim, or speaks for who made it: Mosca and a Russian minister."""
    deniers, teller = _source(denial), _source(claim)
    return share_source(deniers, teller) or speaks_for(deniers, teller, *(p.side.article.text for p in (denial, claim)))


def _quote(a: Profile, b: Profile, features: dict[str, float]) -> Features | None:
    equal = a.own == b.own and bool(a.own)
    terms = "term" in (a.side.claim.form, b.side.claim.form)
    if (terms and not equal) or not (a.own and b.own):
        return None
    run = _runs(a.own, 1) & _runs(b.own, 1)
    loose = (_runs(a.own, 1) | _runs(a.own, 2)) & (_runs(b.own, 1) | _runs(b.own, 2))
    whole = _whole(a.side.claim.text, b.side.claim.text)
    alone = len(set(a.own) & set(b.own)) < 2
    if alone and not (equal or whole):
        return None
    sure = len(a.own) > 1 or len(a.own[0]) > 5 or features["context"] > 0.5
    return {**features, "run": 1.0 if run else 0.6 if loose else 0.0, "equal": float(whole or (equal and sure))}


def _whole(one: str, other: str) -> bool:
    """True if a quote of some length stands word for word in the other, function words and all."""
    short, long = sorted((plain(one), plain(other)), key=len)
    size = len(short)
    return size >= _WHOLE and any(long[i : i + size] == short for i in range(len(long) - size + 1))


def _runs(stems: tuple[str, ...], step: int) -> set[tuple[str, str]]:
    return set(zip(stems, stems[step:], strict=False))
