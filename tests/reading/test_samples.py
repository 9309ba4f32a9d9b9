"""The sample articles as read, against the hand annotation shipped with them."""

import json
from pathlib import Path

import pytest

from claimcheck.reading.samples import samples

GOLD = Path(__file__).parents[2] / "data" / "gold"
ARTICLES = {a.id: a for a in samples().articles}
EXPECTED = {
    "a000": ("fonte-000", "2024-06-19"),
    "a001": ("fonte-001", "2024-06-18"),
    "a003": ("fonte-003", "2024-06-20"),
    "ansa": ("ANSA", "2025-09-03"),
    "cnn": ("CNN", "2024-06-19"),
}


def test_all_are_there_with_source_and_day() -> None:
    assert {key: (a.source, a.published) for key, a in ARTICLES.items()} == EXPECTED
    assert samples().problems == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_annotated_span_stands_in_the_text(name: str) -> None:
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    text = ARTICLES[name].text
    items = [item for key in ("quotes", "figures", "attributions") for item in gold[key]]
    assert len(items) > 5
    assert [i["text"] for i in items if text[i["start"] : i["end"]] != i["text"]] == []


def test_every_annotated_pair_points_at_annotations() -> None:
    pairs = json.loads((GOLD / "pairs.json").read_text(encoding="utf-8"))
    gold = {name: json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8")) for name in EXPECTED}
    sides = [
        side for pair in pairs for side in (pair["a"], pair["b"]) if side[1] in ("quotes", "figures", "attributions")
    ]
    assert sides
    assert all(index < len(gold[name][key]) for name, key, index in sides)
