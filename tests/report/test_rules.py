"""The list of finding types and families: complete, with an example each, the same everywhere."""

import json

import jsonschema
import pytest

from claimcheck.comparison import KINDS
from claimcheck.report.json import dump
from claimcheck.report.rules import FOLDERS, families, findings, rules_document, rules_markdown
from claimcheck.report.schema import schema
from claimcheck.report.terminal import rules_report
from claimcheck.report.words import Lang
from claimcheck.tables import load


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_level_is_listed_once_with_an_example(lang: Lang) -> None:
    found = findings(lang)
    levels = {f"{level.relation}/{kind}/{level.code}" for kind, table in KINDS.items() for level in table.levels}
    assert sorted(f.id for f in found) == sorted(levels)
    assert all(text.count("[[") == 1 for f in found for text in (f.first, f.second))
    assert all(f.says.endswith(".") and "{" not in f.says for f in found)


def test_every_family_with_a_claim_is_listed() -> None:
    groups = {
        (kind, row["group"])
        for kind, folder in FOLDERS.items()
        for row in load(f"claimcheck.kinds.{folder}", "examples.toml")["example"]
        if "[[" in row["text"]
    }
    assert {(family.kind, family.name) for family in families()} == groups


@pytest.mark.parametrize("kind", ["quote", "figure", "attribution"])
def test_a_kind_alone(kind: str) -> None:
    document = json.loads(dump(rules_document("it", kind)))  # type: ignore[arg-type]
    jsonschema.validate(document, schema())
    assert {row["kind"] for key in ("findings", "families") for row in document[key]} == {kind}


def test_the_lists_for_people() -> None:
    text, table = rules_report("it", None, width=100, colour=False), rules_markdown("it")
    for found in findings("it"):
        assert found.id in text
        assert f"| `{found.id}` |" in table
    assert "Arriva **martedì 18 giugno**." in text
    assert "Arriva <b>martedì 18 giugno</b>." in table
    assert all(len(line) <= 60 for line in rules_report("it", None, width=60, colour=False).split("\n"))
