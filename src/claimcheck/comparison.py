"""Do they agree? Aligns the claims of several articles and walks each kind's ordered levels, first hit wins."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from claimcheck.alignment.assign import groups, keep
from claimcheck.alignment.blocking import article_pairs, claim_pairs
from claimcheck.alignment.features import profiles, topic
from claimcheck.alignment.origins import origins
from claimcheck.alignment.scoring import Candidate, score, sure_enough
from claimcheck.italian.wording import closed, negated, plain, within
from claimcheck.kinds.attributions import levels as attributions
from claimcheck.kinds.base import Details, Kind, Side
from claimcheck.kinds.figures import levels as figures
from claimcheck.kinds.quotes import levels as quotes
from claimcheck.model import Alignment, Claim, ClaimKind, ClaimRef, Comparison, Pair, Reading
from claimcheck.model.relations import STRENGTH

KINDS: Mapping[ClaimKind, Kind] = {k.name: k for k in (figures.KIND, quotes.KIND, attributions.KIND)}
_JOINED = {"left", "right", "who", "whom", "shorter"}
_SPELT = {"it": ("una fonte non nominata", " e "), "en": ("an unnamed source", " and ")}
_OUTLETS = {
    "it": {"opener": "Una fonte", "outlet": "una fonte", "other": "l'altra fonte"},
    "en": {"opener": "One source", "outlet": "one source", "other": "the other source"},
}
_LONG = 110


@dataclass(frozen=True, slots=True)
class _Aligned:
    kind: ClaimKind
    pair: Pair
    repeats: bool  # one claim is word for word the other, or a part of it


def compare(readings: Sequence[Reading], lang: str = "it") -> Comparison:
    """Align the claims of the readings and say how each pair relates, in Italian (`it`) or English (`en`).

    Claims of one article, page chrome and articles of different events are never paired. Article ids must differ. The
    result does not depend on the order of `readings`; it lists them by article id.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    topics = [topic(reading.article) for reading in ordered]
    found = [profiles(reading, about) for reading, about in zip(ordered, topics, strict=True)]
    claims = {ClaimRef(reading.article.id, c.id): c for reading in ordered for c in reading.claims}
    pairs: list[_Aligned] = []
    for i, j in article_pairs(topics):
        scored = (score(a, b, topics[i], topics[j]) for a, b in claim_pairs(found[i], found[j]))
        kept = keep([candidate for candidate in scored if candidate])
        related = [aligned for candidate in kept if (aligned := _relate(candidate, lang))]
        pairs += _outermost(_settled(related, claims, ordered[i], ordered[j]), claims)
    grouped = (a for kind in KINDS for a in _align(kind, [p.pair for p in pairs if p.kind == kind]))
    alignments = sorted(grouped, key=lambda a: (STRENGTH[a.relation], a.claims, a.id))
    return Comparison(tuple(ordered), tuple(alignments), origins([reading.article for reading in ordered]))


def decide(a: Side, b: Side, lang: str = "it") -> tuple[str, Pair] | None:
    """The code and the pair of the first level that applies to two claims of one kind, None when they do not compare.

    The score of the pair is 1: whether the claims speak of one fact is not asked here.
    """
    kind = KINDS[a.claim.kind]
    if a.claim.kind != b.claim.kind or not kind.comparable(a, b):
        return None
    for level in kind.levels:
        details = level.test(a, b)
        if details is not None:
            text = (level.it if lang == "it" else level.en).format_map(_words(details, lang))
            refs = ClaimRef(a.article.id, a.claim.id), ClaimRef(b.article.id, b.claim.id)
            return level.code, Pair(*refs, level.relation, level.type, 1.0, text, {"code": level.code})
    return None


def _settled(
    found: Sequence[_Aligned], claims: Mapping[ClaimRef, Claim], first: Reading, second: Reading
) -> list[_Aligned]:
    """Without the conflicts of claims that the other article repeats: what it says itself cannot contradict it.

    The `a` of each pair is a claim of `first`, the `b` one of `second`.
    """
    repeated = {ref for p in found if p.repeats for ref in (p.pair.a, p.pair.b)}

    def settled(pair: Pair) -> bool:
        again = _said_again(claims[pair.a], second) or _said_again(claims[pair.b], first)
        return again or bool(repeated & {pair.a, pair.b})

    return [p for p in found if p.pair.relation != "conflict" or not settled(p.pair)]


def _said_again(claim: Claim, reading: Reading) -> bool:
    """True if the words of a quote stand in a quote of the article, whoever says them there."""
    return claim.kind == "quote" and any(_repeats(claim, other) for other in reading.claims if other.kind == "quote")


def _outermost(found: Sequence[_Aligned], claims: Mapping[ClaimRef, Claim]) -> list[_Aligned]:
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


def _relate(candidate: Candidate, lang: str) -> _Aligned | None:
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
    return _Aligned(a.claim.kind, scored, _repeats(a.claim, b.claim))


def _repeats(one: Claim, other: Claim) -> bool:
    part = one.kind == "quote" and (within(one.text, other.text) or within(other.text, one.text))
    same = part and negated(one.text) == negated(other.text)
    return same or plain(one.text) == plain(other.text)


def _align(kind: ClaimKind, pairs: Sequence[Pair]) -> list[Alignment]:
    return [_alignment(kind, group) for group in groups(pairs)]


def _alignment(kind: ClaimKind, pairs: Sequence[Pair]) -> Alignment:
    claims = tuple(sorted({ref for pair in pairs for ref in (pair.a, pair.b)}))
    relation = min((pair.relation for pair in pairs), key=lambda relation: STRENGTH[relation])
    key = "|".join(f"{ref.article} {ref.claim}" for ref in claims)
    name = f"{kind[0]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    return Alignment(name, kind, claims, relation, tuple(pairs))
