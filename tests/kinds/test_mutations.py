"""Marks deleted, inserted and swapped: nothing raises, offsets are exact, the other paragraphs keep their quotes."""

import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.italian.marks import MARKS
from claimcheck.model import Article
from claimcheck.pipeline import Pipeline

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "mutate.py"))
PARAGRAPHS, faults, mutated, read_marks = (SCRIPT[n] for n in ("PARAGRAPHS", "faults", "mutated", "read_marks"))
NUMBERS = st.integers(min_value=0, max_value=10**9)


@given(NUMBERS)
def test_a_mutation_changes_marks_and_one_paragraph_only(number: int) -> None:
    before, after, at = mutated(number)
    assert [p for k, p in enumerate(before) if k != at] == [p for k, p in enumerate(after) if k != at]
    assert "".join(c for c in before[at] if c not in MARKS) == "".join(c for c in after[at] if c not in MARKS)
    assert set(before) <= set(PARAGRAPHS)


@settings(max_examples=3000)
@given(NUMBERS)
def test_marks_of_untouched_paragraphs_stay(number: int) -> None:
    assert faults(number, read_marks) == []


@pytest.mark.pipeline
@settings(max_examples=60)
@given(NUMBERS)
def test_claims_of_mutated_texts(pipeline: Pipeline, number: int) -> None:
    def read(text: str) -> list[tuple[int, int, str]]:
        claims = pipeline.extract(Article(id="x", text=text)).claims
        assert all(text[c.start : c.end] == c.text for c in claims)
        return [(c.start, c.end, c.text) for c in claims if c.kind == "quote"]

    assert faults(number, read) == []
