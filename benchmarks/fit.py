"""Fit the weights of alignment on annotated events: `python benchmarks/fit.py [--write] EVENT...`.

An EVENT is a folder of annotated articles with pairs.json (see gold.py), or a folder of such folders. Logistic
regression for each family of claims, drawn towards the weights in use by a Gaussian prior, so that few examples move
them little (maximum a posteriori). Each event is measured with the weights fitted on the others: `fitted` starts from
the weights in use, which know these events already; `blank` from none, which nobody has tuned. The last lines are the
conflicts of whole comparisons with the same weights. `--write` then puts those fitted on all events into weights.toml.
Thresholds are left as they are. `--meaning` (extra semantic) adds two columns: two more features, the cosines of the
vectors of the two claims and of their sentences.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from gold import annotated, extracted, pairs
from gold import events as homes
from score import Gold, Place, Score, items_of, place_of, score_pairs

import claimcheck
from claimcheck.alignment.assign import keep
from claimcheck.alignment.blocking import claim_pairs
from claimcheck.alignment.features import Profile
from claimcheck.alignment.scoring import Candidate, Features, pair_features, probability, row
from claimcheck.alignment.tables import weights
from claimcheck.comparison import decide, prepare
from claimcheck.model import Reading
from claimcheck.semantic import vectors

FAMILIES = ("report", "quote", "moment", "span", "amount", "age", "rank")
LIMITS = {"least", "conflict"}
PRIOR = 5.0  # precision of the prior on each weight: how many units of curvature the present weight is worth
BLANK_PRIOR = 1.0  # the same where there is no weight to be drawn to
MEANING = {"claim_meaning": 0.0, "sentence_meaning": 0.0}
UNRELATED = 0.8  # cosine of two texts that have nothing in common, in this model
ROUNDS = 30
TOML = Path(claimcheck.__file__).parent / "alignment" / "weights.toml"
Table = Mapping[str, float]
Tables = Mapping[str, Table]


@dataclass(frozen=True)
class Row:
    """Two claims of one event: their features, and whether the annotators paired them (None: may be or not)."""

    a: Profile
    b: Profile
    features: Features
    paired: bool | None
    keys: frozenset[frozenset[Place]]

    @property
    def family(self) -> str:
        """The row of weights.toml."""
        return row(self.a, self.b)


@dataclass(frozen=True)
class Event:
    """The candidate pairs of one event and the pairs its annotators want found."""

    name: str
    readings: Sequence[Reading]
    gold: Gold
    pairs: Sequence[dict[str, Any]]
    rows: Sequence[Row]
    strong: frozenset[frozenset[Place]]


def read(folder: Path) -> Event:
    """The event in a folder, its claims extracted by claimcheck."""
    articles = list(annotated(folder))
    gold: Gold = {article.name: article.items for article in articles}
    wanted = {frozenset(map(place_of, (p["a"], p["b"]))): p for p in pairs(folder)}
    strong = frozenset(key for key, p in wanted.items() if not p.get("weak"))
    readings = extracted(articles)
    return Event(folder.name, readings, gold, pairs(folder), list(rows(readings, gold, wanted)), strong)


def rows(readings: Sequence[Reading], gold: Gold, wanted: Mapping[frozenset[Place], Any]) -> Iterator[Row]:
    """Every pair of claims that blocking and the vetoes let pass."""
    items = items_of(readings, gold)
    for one, other in combinations([prepare(r) for r in sorted(readings, key=lambda r: r.article.id)], 2):
        for a, b in claim_pairs(one.profiles, other.profiles):
            features = pair_features(a, b, one.topic, other.topic)
            if features is not None:
                first, second = (items.get((p.article, p.side.claim.id), set()) for p in (a, b))
                keys = frozenset(frozenset((x, y)) for x in first for y in second if x and y) & wanted.keys()
                weak = bool(keys) and all(wanted[key].get("weak") for key in keys)
                neutral = not keys and (None in first or None in second)
                yield Row(a, b, features, None if weak or neutral else bool(keys), keys)


def fitted(found: Sequence[Row], prior: Table, blank: bool = False) -> dict[str, float]:
    """The weights of greatest posterior probability, by Newton's method."""
    names = [name for name in prior if name not in LIMITS]
    data = [r for r in found if r.paired is not None]
    x = np.array([[1.0 if name == "bias" else r.features.get(name, 0.0) for name in names] for r in data])
    y = np.array([float(bool(r.paired)) for r in data])
    start = np.array([0.0 if blank else prior[name] for name in names])
    if not len(data):
        return dict(prior)
    held = np.array([BLANK_PRIOR if blank or name in MEANING else PRIOR for name in names])
    w = start.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        curvature = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(held)
        w = w - np.linalg.solve(curvature, x.T @ (p - y) + held * (w - start))
    return {**prior, **dict(zip(names, (round(float(v), 2) for v in w), strict=True))}


def with_meaning(event: Event) -> Event:
    """The event with the cosines of claims and sentences among the features: 0 unrelated, 1 the same."""
    texts = [p.side.claim.text for r in event.rows for p in (r.a, r.b)]
    texts += [p.side.sentence for r in event.rows for p in (r.a, r.b)]
    rows_of = dict(zip(texts, vectors().of(texts), strict=True))

    def near(one: str, other: str) -> float:
        return max(float(rows_of[one] @ rows_of[other]) - UNRELATED, 0.0) / (1 - UNRELATED)

    def more(r: Row) -> Row:
        claim, sentence = near(r.a.side.claim.text, r.b.side.claim.text), near(r.a.side.sentence, r.b.side.sentence)
        return replace(r, features={**r.features, "claim_meaning": claim, "sentence_meaning": sentence})

    return replace(event, rows=[more(r) for r in event.rows])


def fit(events: Sequence[Event], more: Table | None = None, blank: bool = False) -> Tables:
    """The weights of every family; `more` are features that have no weight yet, `blank` forgets those there are."""
    together: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events:
        for found in event.rows:
            together[found.family].append(found)
    return {family: fitted(together[family], {**weights(family), **(more or {})}, blank) for family in FAMILIES}


def measure(event: Event, tables: Callable[[str], Table]) -> Score:
    """How many of the pairs wanted are found with some weights, and how many others."""
    between: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    known = {(r.a.article, r.a.side.claim.id, r.b.article, r.b.side.claim.id): r for r in event.rows}
    for r in event.rows:
        table = tables(r.family)
        if (sure := probability(r.features, table)) >= table["least"]:
            between[r.a.article, r.b.article].append(Candidate(r.a, r.b, sure, r.features))
    kept = [c for found in between.values() for c in keep(found) if decide(c.a.side, c.b.side)]
    found_rows = [known[c.a.article, c.a.side.claim.id, c.b.article, c.b.side.claim.id] for c in kept]
    hit = {key for r in found_rows for key in r.keys}
    right, wrong = sum(bool(r.keys) for r in found_rows), sum(r.paired is False for r in found_rows)
    return Score(right, wrong, len(event.strong - hit))


def cross_validated(events: Sequence[Event], more: Table | None = None, blank: bool = False) -> list[Score]:
    """Each event measured with the weights fitted on the others."""
    return [measure(e, fit([o for o in events if o is not e], more, blank).__getitem__) for e in events]


@contextmanager
def in_use(tables: Tables) -> Iterator[None]:
    """While it lasts, alignment weighs with these tables."""
    kept = {family: dict(weights(family)) for family in tables}
    for family, table in tables.items():
        weights(family).update(table)
    yield
    for family, table in kept.items():
        weights(family).update(table)


def conflicts(events: Sequence[Event], tables: Callable[[Event], Tables]) -> Score:
    """The conflicts of whole comparisons, each event compared with weights of its own."""
    scores = []
    for event in events:
        with in_use(tables(event)):
            scores.append(score_pairs(claimcheck.compare(event.readings), event.gold, list(event.pairs))["conflicts"])
    return total(scores)


def total(scores: Sequence[Score]) -> Score:
    """The sum of some scores."""
    return Score(*(sum(getattr(s, field) for s in scores) for field in ("tp", "fp", "fn")))


def rewritten(text: str, tables: Tables) -> str:
    """The text of weights.toml with other weights, its comments kept."""
    family, lines = "", []
    for line in text.splitlines():
        header, entry = re.fullmatch(r"\[(\w+)\]", line), re.match(r"(\w+) = (-?[\d.]+)", line)
        family = header[1] if header else family
        if entry and family in tables:
            line = f"{entry[1]} = {tables[family][entry[1]]:g}{line[entry.end() :]}"
        lines.append(line)
    return "\n".join([*lines, ""])


def main() -> None:
    """Print, event by event, the pairs found with the weights in use and with those fitted on the other events."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--meaning", action="store_true")
    given = parser.parse_args()
    events = [read(folder) for path in given.events for folder in homes(path)]
    columns = compared(events, given.meaning)
    for number, event in enumerate(events):
        for name, scores in columns.items():
            print(f"{event.name[:30]:30} {name:20} {scores[number]}")
    print(f"{len(events)} events, {sum(len(event.readings) for event in events)} articles")
    for name, scores in columns.items():
        print(f"{name:20} {total(scores)}")
    others = {event.name: [o for o in events if o is not event] for event in events}
    print(f"{'conflicts, in use':20} {conflicts(events, lambda _: {})}")
    print(f"{'conflicts, fitted':20} {conflicts(events, lambda event: fit(others[event.name]))}")
    print(f"{'conflicts, blank':20} {conflicts(events, lambda event: fit(others[event.name], blank=True))}")
    if given.write:
        TOML.write_text(rewritten(TOML.read_text(encoding="utf-8"), fit(events)), encoding="utf-8")


def compared(events: Sequence[Event], meaning: bool) -> Mapping[str, list[Score]]:
    """The score of each event with the weights in use and with those fitted on the others."""
    columns: dict[str, list[Score]] = {
        "in use": [measure(event, weights) for event in events],
        "fitted": cross_validated(events),
        "blank": cross_validated(events, blank=True),
    }
    if meaning:
        known = [with_meaning(event) for event in events]
        columns["fitted, with meaning"] = cross_validated(known, MEANING)
        columns["blank, with meaning"] = cross_validated(known, MEANING, blank=True)
    return columns


if __name__ == "__main__":
    main()
