"""Which findings are shown: by relation, kind, score, importance, baseline and suppressions."""

from dataclasses import replace

import pytest

from claimcheck.model import Check, Comparison, Relation, Result
from claimcheck.report.facts import Table, as_comparison, versions
from claimcheck.report.findings import fingerprints
from claimcheck.report.selection import Selection, Suppression, select, select_results
from tests.report.sample import COMPARISON, DATE_A, DATE_B, DATES, QUOTES, READINGS, pair

MARKS = [mark for _, _, mark in fingerprints(COMPARISON)]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Selection(), ["al-1", "al-2"]),
        (Selection(only="conflict"), ["al-1"]),
        (Selection(only="agree"), []),
        (Selection(kind="quote"), ["al-2"]),
        (Selection(top=1), ["al-1"]),
        (Selection(least={"every": 0.9}), []),
        (Selection(least={"conflict": 0.9, "quote": 0.1}), ["al-2"]),
        (Selection(least={"figure": 0.9}), ["al-2"]),
        (Selection(articles=frozenset({"due"})), ["al-1", "al-2"]),
        (Selection(articles=frozenset({"tre"})), []),
        (Selection(known=frozenset(MARKS[:1])), ["al-2"]),
        (Selection(suppressions=(Suppression("noto", type="wording"),)), ["al-1"]),
        (Selection(suppressions=(Suppression("noto", alignment="al-1"),)), ["al-2"]),
        (Selection(suppressions=(Suppression("noto", fingerprint=MARKS[1]),)), ["al-1"]),
        (Selection(suppressions=(Suppression("noto", articles=("uno", "due"), kind="figure"),)), ["al-2"]),
        (Selection(suppressions=(Suppression("noto", articles=("uno", "tre")),)), ["al-1", "al-2"]),
        (Selection(suppressions=(Suppression("noto", text="mercoledì"),)), ["al-2"]),
    ],
)
def test_what_is_left(wanted: Selection, left: list[str]) -> None:
    assert [alignment.id for alignment in select(COMPARISON, wanted).comparison.alignments] == left
    assert wanted.narrow == (wanted != Selection())


def test_what_is_set_aside_is_told_with_its_reason() -> None:
    selected = select(COMPARISON, Selection(suppressions=(Suppression("la data è stata corretta", type="date"),)))
    assert selected.aside == {MARKS[0]: "la data è stata corretta"}


def test_an_alignment_without_its_gravest_pair_is_less_grave() -> None:
    agreed = pair(DATE_A, DATE_B, "agree", None, "Lo stesso.", 0.5)
    both = replace(DATES, pairs=(*DATES.pairs, agreed))
    wanted = Selection(suppressions=(Suppression("noto", type="date"),))
    (left,) = select(replace(COMPARISON, alignments=(both,)), wanted).comparison.alignments
    assert (left.relation, left.pairs) == ("agree", (agreed,))


def results() -> Check:
    found = tuple(Result(alignment.pairs[0].a, "conflict", alignment.pairs, 0) for alignment in (DATES, QUOTES))
    return Check((READINGS[1],), found, (READINGS[0],), {"uno": "uno"})


def test_results_of_a_check_are_selected_alike() -> None:
    assert select_results(results(), Selection()) == (results(), {})
    (left,) = select_results(results(), Selection(only="compatible"))[0].results
    assert left.claim == QUOTES.pairs[0].a
    assert len(select_results(results(), Selection(top=1))[0].results) == 1
    assert select_results(results(), Selection(known=frozenset(MARKS)))[0].results == ()


def test_a_check_seen_as_a_comparison() -> None:
    comparison = as_comparison(results())
    assert [r.article.id for r in comparison.readings] == ["due", "uno"]
    assert [(a.kind, a.relation) for a in comparison.alignments] == [("figure", "conflict"), ("quote", "compatible")]


def test_the_table_has_the_gravest_first_and_the_oldest_source_first() -> None:
    table = Table(Comparison(READINGS, (QUOTES, DATES), ()))
    assert [(fact.number, fact.relation, fact.type) for fact in table.facts] == [
        (1, "conflict", "date"),
        (2, "compatible", "wording"),
    ]
    assert [cell.article.id for cell in table.facts[0].cells] == ["uno", "due"]
    assert table.rivals[DATES.pairs[0].a] == DATES.pairs[0].b
    assert [claim.text for claim in table.alone(READINGS[1])] == ["2,5 milioni"]
    assert Table(COMPARISON, whole=False).alone(READINGS[1]) == ()


def three(*relations: Relation) -> dict[str, str]:
    """The versions of three articles whose pairs a-b, a-c and b-c relate like this."""
    refs = [replace(DATES.pairs[0].a, article=name) for name in "abc"]
    sides = ((0, 1), (0, 2), (1, 2))
    pairs = tuple(
        replace(DATES.pairs[0], a=refs[i], b=refs[j], relation=relation)
        for (i, j), relation in zip(sides, relations, strict=True)
        if relation
    )
    return versions(replace(DATES, claims=tuple(refs), pairs=pairs))


def test_versions_show_the_outlier() -> None:
    assert three("agree", "conflict", "conflict") == {"a": "A", "b": "A", "c": "B"}
    assert three("conflict", "conflict", "agree") == {"a": "B", "b": "A", "c": "A"}
    assert three("agree", "agree", "agree") == {}
    assert three("agree", "conflict", "agree") == {"a": "A", "b": "A", "c": "B"}
