"""Which finding comes first, and which explanation is not said again."""

from dataclasses import replace
from itertools import pairwise

import pytest

from claimcheck.model import Alignment, Pair
from claimcheck.report.ranking import TYPES, distinct, gravity, news_value
from tests.report.sample import DATE_A, DATE_B, pair

BASE = pair(DATE_A, DATE_B, "compatible", "value", "x")


def finding(*pairs: Pair) -> Alignment:
    claims = tuple(sorted({ref for p in pairs for ref in (p.a, p.b)}))
    return Alignment("f-1", "figure", claims, pairs[0].relation, pairs)


def test_figures_before_speakers_before_words() -> None:
    found = [news_value(finding(replace(BASE, type=kind))) for kind in ("value", "date", "speaker", "wording")]
    assert all(one < other for one, other in pairwise(found))
    assert TYPES[-1] == "precision"


def test_what_only_the_point_of_view_makes_comes_last() -> None:
    window = replace(BASE, evidence={"code": "window"})
    assert news_value(finding(window)) > news_value(finding(replace(BASE, type="precision")))
    assert sorted([window, BASE], key=gravity) == [BASE, window]


def test_the_graver_relation_first() -> None:
    conflict = replace(BASE, relation="conflict", type="wording", score=0.1)
    assert min([BASE, conflict], key=gravity) is conflict


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (["«a» / «b».", "«b» / «a»."], ["«a» / «b»."]),
        (
            ["Uno elenca 1961 e 2000, due anche 2001.", "Tre 1961, 2000 e 2001."],
            ["Uno elenca 1961 e 2000, due anche 2001."],
        ),
        (["“a” and “b”", "“a” and “c”"], ["“a” and “b”", "“a” and “c”"]),
        (
            ["fonte-003 ha 1961, CNN anche 2001.", "fonte-003 ha 1961, fonte-000 anche 2001."],
            ["fonte-003 ha 1961, CNN anche 2001."],
        ),
        (["Uno.", "Due."], ["Uno.", "Due."]),
        ([], []),
    ],
)
def test_distinct(said: list[str], kept: list[str]) -> None:
    assert distinct(said) == kept
