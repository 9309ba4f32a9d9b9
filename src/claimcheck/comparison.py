"""Do they agree? Aligns the claims of several articles and walks each kind's ordered levels, first hit wins."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from claimcheck.alignment.assign import groups, keep
from claimcheck.alignment.blocking import article_pairs, claim_pairs
from claimcheck.alignment.events import bears_conflicts
from claimcheck.alignment.features import Profile, Topic, profiles, topic
from claimcheck.alignment.origins import origins
from claimcheck.alignment.scoring import Candidate, score, sure_enough
from claimcheck.consistency import findings
from claimcheck.italian.wording import closed, negated, plain, within
from claimcheck.kinds.attributions import levels as attributions
from claimcheck.kinds.base import Details, Kind, Side, first_level
from claimcheck.kinds.figures import levels as figures
from claimcheck.kinds.quotes import levels as quotes
from claimcheck.model import Alignment, Article, Claim, ClaimKind, ClaimRef, Comparison, Figure, Pair, Reading
from claimcheck.model.relations import STRENGTH

KINDS: Mapping[ClaimKind, Kind] = {k.name: k for k in (figures.KIND, quotes.KIND, attributions.KIND)}
_JOINED = {"left", "right", "who", "whom", "shorter", "voice", "medium"}
_SPELT = {"it": ("una fonte non nominata", " e "), "en": ("an unnamed source", " and ")}
_OUTLETS = {
    "it": {"opener": "Una fonte", "outlet": "una fonte", "other": "l'altra fonte"},
    "en": {"opener": "One source", "outlet": "one source", "other": "the other source"},
}
_LONG = 110
Mark = tuple[ClaimKind, tuple[str, ...], tuple[str, ...], Figure | None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as comparing sees it: what it is about, its claims by reference and as scoring sees them.

    Claims of equal `marks` are copies of one another.
    """

    reading: Reading
    topic: Topic
    profiles: Sequence[Profile]
    claims: Mapping[ClaimRef, Claim]
    marks: Mapping[ClaimRef, Mark]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A pair of claims of one kind; `repeats` when one is word for word the other, or a part of it.

    `first` are the first mentions, in their articles, of what the two claims say; None where they are these claims.
    """

    kind: ClaimKind
    pair: Pair
    repeats: bool
    first: tuple[ClaimRef, ClaimRef] | None = None


def compare(readings: Sequence[Reading], lang: str = "it") -> Comparison:
    """Align the claims of the readings and say how each pair relates, in Italian (`it`) or English (`en`).

    Claims of one article, page chrome and articles of different events are never paired. Article ids must differ. The
    result does not depend on the order of `readings`; it lists them by article id.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    known = [prepare(reading) for reading in ordered]
    near = article_pairs([one.topic for one in known])
    alignments = align([found for i, j in near for found in relate(known[i], known[j], lang)])
    inner = tuple(pair for reading in ordered for pair in findings(reading, lang))
    return Comparison(tuple(ordered), alignments, origins([reading.article for reading in ordered]), inner)


def prepare(reading: Reading, known: Topic | None = None) -> Prepared:
    """What comparing an article with others needs, made once; `known` is its topic where that is known already."""
    about = known or topic(reading.article)
    claims = {ClaimRef(reading.article.id, c.id): c for c in reading.claims}
    marks = {ref: _mark(claim, reading.article) for ref, claim in claims.items()}
    return Prepared(reading, about, profiles(reading, about), claims, marks)


def relate(one: Prepared, other: Prepared, lang: str = "it") -> list[Aligned]:
    """The pairs of claims of two articles of one event; the order of the two does not matter."""
    first, second = sorted((one, other), key=lambda known: known.topic.article.id)
    paired = claim_pairs(first.profiles, second.profiles)
    scored = (score(a, b, first.topic, second.topic) for a, b in paired)
    kept = keep([candidate for candidate in scored if candidate])
    related = [aligned for candidate in kept if (aligned := _relate(candidate, lang))]
    if not bears_conflicts(first.topic, second.topic):
        related = [aligned for aligned in related if aligned.pair.relation != "conflict"]
    claims = {**first.claims, **second.claims}
    settled = _settled(related, claims, first, second)
    return [_with_first(aligned, claims) for aligned in _outermost(settled, claims)]


def align(found: Sequence[Aligned]) -> tuple[Alignment, ...]:
    """The pairs gathered into alignments, the gravest first."""
    grouped = (a for kind in KINDS for a in _align(kind, [p for p in found if p.kind == kind]))
    return tuple(sorted(grouped, key=lambda a: (STRENGTH[a.relation], a.claims, a.id)))


def decide(a: Side, b: Side, lang: str = "it") -> tuple[str, Pair] | None:
    """The code and the pair of the first level that applies to two claims of one kind, None when they do not compare.

    The score of the pair is 1: whether the claims speak of one fact is not asked here.
    """
    kind = KINDS[a.claim.kind]
    if a.claim.kind != b.claim.kind or not kind.comparable(a, b):
        return None
    found = first_level(kind, a, b)
    if found is None:
        return None
    level, details = found
    text = (level.it if lang == "it" else level.en).format_map(_words(details, lang))
    refs = ClaimRef(a.article.id, a.claim.id), ClaimRef(b.article.id, b.claim.id)
    return level.code, Pair(*refs, level.relation, level.type, 1.0, text, {"code": level.code})


def _settled(
    found: Sequence[Aligned], claims: Mapping[ClaimRef, Claim], first: Prepared, second: Prepared
) -> list[Aligned]:
    """Without the conflicts of claims that the other article repeats: what it says itself cannot contradict it.

    Nor are two claims set apart when each stands word for word in the other's article: a copy differs in nothing. The
    `a` of each pair is a claim of `first`, the `b` one of `second`.
    """
    same = set(first.marks.values()) & set(second.marks.values())
    copied = {ref for one in (first, second) for ref, mark in one.marks.items() if mark in same}
    found = [p for p in found if p.pair.relation == "agree" or not {p.pair.a, p.pair.b} <= copied]
    repeated = {ref for p in found if p.repeats and p.pair.relation != "conflict" for ref in (p.pair.a, p.pair.b)}

    def settled(pair: Pair) -> bool:
        a, b = claims[pair.a], claims[pair.b]
        again = _said_again(a, second.reading, b) or _said_again(b, first.reading, a)
        return again or bool(repeated & {pair.a, pair.b})

    return [p for p in found if p.pair.relation != "conflict" or not settled(p.pair)]


def _mark(claim: Claim, article: Article) -> Mark:
    """What a claim has in common with its copy in another article: kind, words, sentence, value."""
    start, end = claim.sentence
    return claim.kind, plain(claim.text), plain(article.text[start:end]), claim.figure


def _said_again(claim: Claim, reading: Reading, rival: Claim) -> bool:
    """True if the words of a quote stand in another quote of the article than its rival, whoever says them there."""
    others = (other for other in reading.claims if other.kind == "quote" and other != rival)
    return claim.kind == "quote" and any(_repeats(claim, other) for other in others)


def _outermost(found: Sequence[Aligned], claims: Mapping[ClaimRef, Claim]) -> list[Aligned]:
    """Of a statement paired with two statements one of which holds the other, only the surer pair."""
    rivals: defaultdict[ClaimRef, list[Pair]] = defaultdict(list)
    for p in found:
        if p.kind == "attribution":
            rivals[p.pair.a].append(p.pair)
            rivals[p.pair.b].append(p.pair)
    return [
        p for p in found if not any(_lesser(p.pair, q, claims) for ref in (p.pair.a, p.pair.b) for q in rivals[ref])
    ]


def _lesser(one: Pair, other: Pair, claims: Mapping[ClaimRef, Claim]) -> bool:
    """True if `other`, of the same relation, is surer and one of its claims holds, or is held by, a claim of `one`."""
    if other.relation != one.relation or (other.score, other.a, other.b) <= (one.score, one.a, one.b):
        return False
    mine, theirs = (one.b, other.b) if one.a == other.a else (one.a, other.a)
    a, b = claims[mine], claims[theirs]
    return (b.start <= a.start and a.end <= b.end) or (a.start <= b.start and b.end <= a.end)


def _words(details: Details, lang: str) -> dict[str, str]:
    """Details as a sentence can carry them: long quotes shortened, joint and unknown sources spelt out."""
    unknown, joint = _SPELT["it" if lang == "it" else "en"]
    names = {key: (value or unknown).replace("; ", joint) for key, value in details.items() if key in _JOINED}
    outlets = {
        key: details[key] or spelt for key, spelt in _OUTLETS["it" if lang == "it" else "en"].items() if key in details
    }
    return {key: _cut(value) for key, value in details.items()} | names | outlets


def _cut(words: str) -> str:
    short = shorten(words, _LONG, placeholder="…")
    return closed(short) if short.endswith("…") else short


def _relate(candidate: Candidate, lang: str) -> Aligned | None:
    a, b = sorted((candidate.a.side, candidate.b.side), key=lambda s: (s.article.id, s.claim.start, s.claim.end))
    decided = decide(a, b, lang)
    if decided is None:
        return None
    code, pair = decided
    if pair.relation == "conflict" and not sure_enough(candidate):
        return None
    features = {name: round(value, 4) for name, value in sorted(candidate.features.items()) if value}
    evidence: dict[str, str | float] = {"code": code, **features}
    certain = round(candidate.score, 4)
    scored = Pair(pair.a, pair.b, pair.relation, pair.type, certain, pair.explanation, evidence)
    return Aligned(a.claim.kind, scored, _repeats(a.claim, b.claim))


def _repeats(one: Claim, other: Claim) -> bool:
    part = one.kind == "quote" and (within(one.text, other.text) or within(other.text, one.text))
    same = part and negated(one.text) == negated(other.text)
    return same or plain(one.text) == plain(other.text)


def _align(kind: ClaimKind, found: Sequence[Aligned]) -> list[Alignment]:
    first_of = {ref: first for p in found if p.first for ref, first in zip((p.pair.a, p.pair.b), p.first, strict=True)}
    return [_alignment(kind, group) for group in groups([p.pair for p in found], first_of)]


def _with_first(found: Aligned, claims: Mapping[ClaimRef, Claim]) -> Aligned:
    """The pair with the first mentions of the ages it sets side by side: an article gives a person one age."""
    ages = {ref: claim.figure.interval for ref, claim in claims.items() if claim.figure and claim.figure.kind == "age"}
    a, b = found.pair.a, found.pair.b
    if a not in ages or b not in ages:
        return found
    same = [next(r for r in ages if r.article == ref.article and ages[r] == ages[ref]) for ref in (a, b)]
    return replace(found, first=(same[0], same[1]))


def _alignment(kind: ClaimKind, pairs: Sequence[Pair]) -> Alignment:
    claims = tuple(sorted({ref for pair in pairs for ref in (pair.a, pair.b)}))
    relation = min((pair.relation for pair in pairs), key=lambda relation: STRENGTH[relation])
    key = "|".join(f"{ref.article} {ref.claim}" for ref in claims)
    name = f"{kind[0]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    return Alignment(name, kind, claims, relation, tuple(pairs))
