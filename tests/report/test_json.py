"""The JSON documents, their schema, and the rows."""

import csv
import io
import json
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from claimcheck.model import Comparison, Figure, Reading
from claimcheck.report.json import claim_shape, compare_document, dump, dump_line, extract_document, number
from claimcheck.report.rows import claim_lines, claim_table, pair_lines, pair_table
from claimcheck.report.schema import schema
from tests.report.sample import COMPARISON, DATES, FIRST, MONEY, QUOTE_A, READINGS

VALID = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["oneOf"][:2] == [{"$ref": "#/$defs/ExtractDocument"}, {"$ref": "#/$defs/CompareDocument"}]
    assert all(found["$ref"].removeprefix("#/$defs/") in schema()["$defs"] for found in schema()["oneOf"])


@pytest.mark.parametrize("label", ["it_core_news_sm 3.8.0", None])
def test_documents_are_valid(label: str | None) -> None:
    for document in (extract_document(READINGS, label), compare_document(COMPARISON, label)):
        VALID.validate(json.loads(dump(document)))
        assert document["tool"]["pipeline"] == label


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("tool"),
        lambda d: d.update(schema_version="2"),
        lambda d: d["articles"][0].update(extra=1),
        lambda d: d["articles"][0]["claims"][0].update(kind="rumour"),
        lambda d: d["articles"][0]["claims"][0].pop("attribution"),
        lambda d: d["alignments"][0].update(relation="agrees"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_have(spoil: Callable[[Any], object]) -> None:
    document = json.loads(dump(compare_document(COMPARISON, None)))
    spoil(document)
    assert not VALID.is_valid(document)


def test_a_claim_has_the_keys_of_its_kind() -> None:
    quote, figure = claim_shape(QUOTE_A), claim_shape(MONEY)
    assert ("form" in quote, "figure" in quote) == (True, False)
    assert ("form" in figure, "figure" in figure) == (False, True)
    assert figure["attribution"] is None
    assert figure["figure"]["low"] == 2_500_000
    assert quote["attribution"] is not None
    assert quote["attribution"]["via"] == ["Ansa"]
    assert quote["attribution"]["mention"] == {"start": 12, "end": 23, "text": "Mario Rossi"}
    assert quote["sentence"] == {"start": 0, "end": 69}


def test_offsets_hold_in_the_document() -> None:
    for article in extract_document(READINGS, None)["articles"]:
        for claim in article["claims"]:
            assert article["text"][claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, None), (3.0, 3), (2.5, 2.5), (math.inf, None), (math.nan, None), (1e300, 10**300), (-0.0, 0)],
)
def test_numbers(value: float | None, written: float | None) -> None:
    found = number(value)
    assert found == written or (written == 10**300 and found == int(1e300))
    assert type(found) is (type(written) if value != 1e300 else int)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert dump(compare_document(COMPARISON, "x")) == dump(compare_document(replace(COMPARISON), "x"))


def test_infinite_bounds_and_strange_characters_are_written() -> None:
    odd = replace(MONEY, figure=Figure("quantity", 1.0, math.inf))
    article = replace(READINGS[1].article, title="\x1b[31m\0")
    text = dump(extract_document([Reading(article, (odd,))], None))
    assert "\\u001b[31m\\u0000" in text
    VALID.validate(json.loads(text))


def test_claim_lines_and_table_hold_every_claim() -> None:
    lines = [json.loads(line) for line in claim_lines(READINGS).splitlines()]
    table = list(csv.DictReader(io.StringIO(claim_table(READINGS))))
    assert [(row["article"], row["id"]) for row in lines] == [(row["article"], row["claim"]) for row in table]
    assert len(table) == 6
    assert table[0]["speaker"] == "Mario Rossi"
    assert table[0]["sentence"] == FIRST.text[:69]
    assert (table[5]["low"], table[5]["unit"], table[5]["approx"]) == ("2500000", "EUR", "false")
    assert [row["furniture"] for row in table] == ["false", "false", "true", "false", "false", "false"]


def test_pair_lines_and_table_hold_every_pair() -> None:
    lines = [json.loads(line) for line in pair_lines(COMPARISON).splitlines()]
    table = list(csv.DictReader(io.StringIO(pair_table(COMPARISON))))
    assert [row["alignment"] for row in lines] == [row["alignment"] for row in table] == ["al-1", "al-2"]
    assert (table[0]["a_text"], table[0]["b_text"]) == ("mercoledì 19 giugno", "martedì 18 giugno")
    assert lines[0]["evidence"] == {"code": "x", "overlap": 0.3333}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd", "'+cmd"),
        ("-5%", "-5%"),
        ("+1,2%", "+1,2%"),
        ("a=b", "a=b"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    article = replace(FIRST, text=text, furniture=())
    odd = replace(QUOTE_A, start=0, end=len(text), text=text, sentence=(0, len(text)))
    (row,) = csv.DictReader(io.StringIO(claim_table([Reading(article, (odd,))])))
    assert (row["text"], row["sentence"]) == (cell, cell)


def test_nothing_aligned_is_valid_too() -> None:
    empty = Comparison((), (), ())
    VALID.validate(json.loads(dump(compare_document(empty, None))))
    assert pair_lines(empty) == ""
    assert pair_table(empty).count("\n") == 1
    assert DATES.pairs[0].a.article == "due"


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\x1c"])
def test_json_holds_no_character_that_ends_lines_or_steers_terminals(character: str) -> None:
    for text in (dump({"a": f"x{character}y"}), dump_line({"a": f"x{character}y"})):
        assert character not in text
        assert json.loads(text) == {"a": f"x{character}y"}
    assert len(dump_line({"a": character}).splitlines()) == 1
