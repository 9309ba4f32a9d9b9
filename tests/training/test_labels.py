import pytest
from hypothesis import given
from hypothesis import strategies as st
from teacher.labels import apply_rule, lemma_rule


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [
        ("firmano", "firmare", "l2re"),
        ("Città", "città", "l0"),
        ("Roma", "Roma", "n0"),
        ("della", "di il", "=di il"),
        ("è", "essere", "=essere"),
    ],
)
def test_lemma_rule(word: str, lemma: str, rule: str) -> None:
    assert lemma_rule(word, lemma) == rule
    assert apply_rule(rule, word) == lemma


def test_rule_cuts_no_more_than_there_is() -> None:
    assert apply_rule("l4re", "va") is None


@given(st.text("abcàèìo", min_size=1, max_size=9), st.text("abcàèìo", min_size=1, max_size=9))
def test_rule_gives_the_lemma_back(word: str, lemma: str) -> None:
    assert apply_rule(lemma_rule(word, lemma), word) == lemma
