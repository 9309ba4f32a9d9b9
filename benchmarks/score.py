"""Score claims and pairs against hand annotation: `python benchmarks/score.py [FOLDER]`.

FOLDER (default: data) holds `articles/`, read like any input, and `gold/`: one <id>.json per article with `quotes`,
`figures` and `attributions`, and pairs.json. A claim counts as found when it overlaps an annotated span of its kind by
half (intersection over union), one to one; page chrome counts for nothing. A pair is found when both its claims are.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.model import Claim, Comparison, Reading

KINDS = {"quotes": "quote", "figures": "figure", "attributions": "attribution"}
HALF = 0.5
Gold = dict[str, dict[str, Any]]
Place = tuple[str, str, int]


@dataclass
class Score:
    """True positives, false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __str__(self) -> str:
        p = self.tp / (self.tp + self.fp) if self.tp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"F1 {f:.3f}  precision {p:.3f}  recall {r:.3f}  ({self.tp} found, {self.fp} extra, {self.fn} missed)"


def overlap(item: dict[str, Any], claim: Claim) -> float:
    """Intersection over union of two spans."""
    common = min(item["end"], claim.end) - max(item["start"], claim.start)
    return float(max(common, 0) / (max(item["end"], claim.end) - min(item["start"], claim.start)))


def assign(items: list[dict[str, Any]], claims: list[Claim]) -> dict[int, Claim]:
    """Annotated items and the claims that stand for them, best overlap first."""
    scored = [(overlap(item, c), i, j) for i, item in enumerate(items) for j, c in enumerate(claims)]
    found: dict[int, Claim] = {}
    used: set[int] = set()
    for value, i, j in sorted(scored, key=lambda row: (-row[0], row[1:])):
        if value >= HALF and i not in found and j not in used:
            found[i] = claims[j]
            used.add(j)
    return found


def neutral(gold: dict[str, Any], claim: Claim) -> bool:
    """Page chrome, marked by the tool or the annotator, and what the annotator calls optional."""
    extra = [i for group in (gold.get("optional") or {}).values() for i in group]
    chrome = [i for key in KINDS for i in gold[key] if i.get("furniture")]
    return claim.furniture or any(overlap(i, claim) > 0.3 for i in (*extra, *chrome))


def score_claims(readings: tuple[Reading, ...], gold: Gold) -> dict[str, Score]:
    """How many annotated claims of each kind are found."""
    scores = {key: Score() for key in KINDS}
    for reading in readings:
        annotated = gold[reading.article.id]
        for key, kind in KINDS.items():
            items = [i for i in annotated[key] if not i.get("furniture")]
            claims = [c for c in reading.claims if c.kind == kind]
            found = assign(items, claims)
            spare = [c for c in claims if c not in found.values() and not neutral(annotated, c)]
            scores[key].tp += len(found)
            scores[key].fn += len(items) - len(found)
            scores[key].fp += len(spare)
    return scores


def score_pairs(comparison: Comparison, gold: Gold, pairs: list[dict[str, Any]]) -> dict[str, Score]:
    """How many annotated pairs are found, and how many of the conflicts reported are annotated as such.

    Pairs the annotator calls weak may be found or not; soft conflicts may be called conflict or compatible.
    """
    wanted = {frozenset((place_of(p["a"]), place_of(p["b"]))): p for p in pairs}
    items = items_of(comparison.readings, gold)
    scores = {"pairs": Score(), "conflicts": Score()}
    hit: set[frozenset[Place]] = set()
    flagged: set[frozenset[Place]] = set()
    for pair in (p for alignment in comparison.alignments for p in alignment.pairs):
        a, b = (items.get((ref.article, ref.claim), set()) for ref in (pair.a, pair.b))
        keys = {frozenset((x, y)) for x in a for y in b if x and y} & wanted.keys()
        if not keys and (None in a or None in b):
            continue
        hit |= keys
        scores["pairs"].tp += bool(keys)
        scores["pairs"].fp += not keys
        if pair.relation == "conflict":
            right = {key for key in keys if _may_conflict(wanted[key])}
            flagged |= right
            scores["conflicts"].tp += bool(right)
            scores["conflicts"].fp += not right and not any(wanted[key].get("weak") for key in keys)
    strong = {key: p for key, p in wanted.items() if not p.get("weak")}
    scores["pairs"].fn = len(strong.keys() - hit)
    sure = {key for key, p in strong.items() if p["relation"] == "conflict" and not p.get("soft")}
    scores["conflicts"].fn = len(sure - flagged)
    return scores


def items_of(readings: Sequence[Reading], gold: Gold) -> dict[tuple[str, str], set[Place | None]]:
    """The annotated items each claim stands for; None where the claim is neutral."""
    items: dict[tuple[str, str], set[Place | None]] = {}
    for reading in readings:
        name = reading.article.id
        for claim in reading.claims:
            found = items.setdefault((name, claim.id), {None} if neutral(gold[name], claim) else set())
            found |= {
                (name, key, n) for key in KINDS for n, i in enumerate(gold[name][key]) if overlap(i, claim) >= HALF
            }
    return items


def _may_conflict(pair: dict[str, Any]) -> bool:
    return pair["relation"] == "conflict" or "conflict" in (pair.get("relation_alt") or []) or bool(pair.get("soft"))


def place_of(side: list[Any]) -> Place:
    """An annotated item: article, group, number."""
    return side[0], side[1], side[2]


def main(folder: Path) -> None:
    """Print one line a measure."""
    paths = [p for p in sorted((folder / "gold").glob("*.json")) if p.stem != "pairs"]
    gold: Gold = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in paths}
    pairs = json.loads((folder / "gold" / "pairs.json").read_text(encoding="utf-8"))
    annotated = [p for p in pairs if p["a"][1] in KINDS and p["b"][1] in KINDS]
    readings = claimcheck.extract(claimcheck.read([folder / "articles"]).articles)
    comparison = claimcheck.compare(readings)
    for name, score in (score_claims(readings, gold) | score_pairs(comparison, gold, annotated)).items():
        print(f"{name:13} {score}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "data"))
