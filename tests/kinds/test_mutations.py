"""Marks deleted, inserted and swapped: nothing raises, offsets are exact, the other paragraph keeps its claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutate import PARAGRAPHS, faults, faults_of, mutated, read_marks

from claimcheck.italian.marks import MARKS
from claimcheck.pipeline import Pipeline

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
@settings(max_examples=5, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=30))
def test_claims_of_mutated_texts(pipeline: Pipeline, numbers: list[int]) -> None:
    assert list(faults_of(pipeline, numbers)) == []
