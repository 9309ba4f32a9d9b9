"""Our figure reader on test cases taken from the suites of other readers: `python benchmarks/peers.py CASES.jsonl`.

A case is `{"suite", "text", "reference_date", "expected": [{"start", "end", "kind", "low", "high", "unit", "timex",
"timex_alt", "kind_alt"}], "scope"}`. An expected figure is read when one of ours overlaps it and has its kind and its
value with its unit, or one of its accepted TIMEX3 values: the rule the others were measured by. `--write` keeps the
result in docs/suite.json, from which docs/figures.md is filled.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from math import isclose
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimcheck.italian.timex import length
from claimcheck.kinds.component import PUBLISHED
from claimcheck.kinds.figures.rules import match
from claimcheck.model import Claim

RESULT = Path(__file__).parents[1] / "docs" / "suite.json"
FAMILY = {"year": "date", "time": "date"}
UNITS = {None: "", "years": "year", "€": "EUR", "$": "USD"}

Expected = Mapping[str, Any]


def values(item: Expected, key: str) -> list[Any]:
    """The value of a key and the other ones accepted."""
    other = item.get(f"{key}_alt")
    return [item.get(key), *(other if isinstance(other, list) else [other] if other else [])]


def same_time(expected: str | None, given: str | None) -> bool:
    """True for one TIMEX3 value, durations by their length: PT1.5H is PT1H30M."""
    lengths = length(expected), length(given)
    return expected == given or (None not in lengths and isclose(lengths[0] or 0, lengths[1] or 0))


def same_number(expected: float | None, given: float | None) -> bool:
    """True for one number, or for both unbounded."""
    if expected is None or given is None:
        return expected is given
    return isclose(expected, given, rel_tol=1e-6, abs_tol=1e-9)


def reads(item: Expected, claim: Claim) -> bool:
    """True if the claim overlaps the expected figure and says the same."""
    figure = claim.figure
    if figure is None or claim.start >= item["end"] or item["start"] >= claim.end:
        return False
    kinds = {FAMILY.get(kind, kind) for kind in values(item, "kind")}
    if FAMILY.get(figure.kind, figure.kind) not in kinds:
        return False
    timed = [t for t in values(item, "timex") if t]
    if timed and any(same_time(t, figure.timex) for t in timed):
        return True
    if item["kind"] in ("date", "year", "time"):
        return False
    bounds = same_number(item.get("low"), figure.low) and same_number(item.get("high"), figure.high)
    return bounds and UNITS.get(item.get("unit"), item.get("unit")) == UNITS.get(figure.unit, figure.unit)


def in_scope(case: Mapping[str, Any], claims: Iterable[Claim]) -> list[Claim]:
    """The claims of the kinds that are annotated in this case."""
    scope = case.get("scope", "all")
    if scope == "all":
        return list(claims)
    allowed = {FAMILY.get(kind, kind) for kind in ([scope] if isinstance(scope, str) else scope)}
    return [c for c in claims if c.figure and FAMILY.get(c.figure.kind, c.figure.kind) in allowed]


def measure(path: Path, nlp: Language) -> dict[str, Any]:
    """How many expected figures of each kind are read, and how many texts without one are left alone."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        doc = nlp.make_doc(case["text"])
        doc._.set(PUBLISHED, case.get("reference_date"))
        found = in_scope(case, match(doc))
        for item in case["expected"]:
            kind = FAMILY.get(item["kind"], item["kind"])
            total[kind] += 1
            right[kind] += any(reads(item, claim) for claim in found)
        if not case["expected"]:
            total["negative"] += 1
            right["negative"] += not found
    return {kind: {"right": right[kind], "of": total[kind]} for kind in sorted(total)}


def main() -> int:
    """Print the shares, and keep them with --write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the result in docs/suite.json")
    given = parser.parse_args()
    result = measure(given.cases, spacy.blank("it"))
    for kind, row in result.items():
        print(f"{kind:10} {row['right'] / row['of']:.3f}  ({row['right']} of {row['of']})")
    if given.write:
        RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
