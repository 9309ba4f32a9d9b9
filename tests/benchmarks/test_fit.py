"""Fitting the weights of alignment."""

import tomllib

from fit import TOML, Row, fitted, rewritten

from claimcheck.alignment.features import profiles, topic
from tests.alignment.build import FIRE_A, claim, reading

PRIOR = {"bias": -1.0, "context": 2.0, "least": 0.4}
MADE = reading("a", FIRE_A, claim(FIRE_A, "undici operai", "figure", low=11, high=11, of="operai"))
PROFILE = profiles(MADE, topic(MADE.article))[0]


def row_of(context: float, *, paired: bool | None) -> Row:
    return Row(PROFILE, PROFILE, {"context": context}, paired, frozenset())


def test_no_example_moves_no_weight() -> None:
    assert fitted([], PRIOR) == PRIOR
    assert fitted([row_of(1.0, paired=None)], PRIOR) == PRIOR


def test_examples_move_the_weights_their_way() -> None:
    for_it = fitted([row_of(1.0, paired=True)] * 40 + [row_of(0.0, paired=False)] * 40, PRIOR)
    against = fitted([row_of(1.0, paired=False)] * 40 + [row_of(0.0, paired=True)] * 40, PRIOR)
    assert for_it["context"] > PRIOR["context"] > against["context"]
    assert for_it["least"] == PRIOR["least"]


def test_rewriting_keeps_comments_and_limits() -> None:
    text = TOML.read_text(encoding="utf-8")
    before = tomllib.loads(text)
    changed = rewritten(text, {"age": {**before["age"], "noun": 7.25}})
    after = tomllib.loads(changed)
    assert after["age"].pop("noun") == 7.25
    assert after["age"] == {k: v for k, v in before["age"].items() if k != "noun"}
    assert {k: v for k, v in after.items() if k != "age"} == {k: v for k, v in before.items() if k != "age"}
    assert [line for line in changed.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
