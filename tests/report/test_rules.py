"""The list of finding types and families: complete, with an example each, the same everywhere."""

import json
import runpy
import tomllib
from pathlib import Path

import jsonschema
import pytest

from claimcheck.comparison import KINDS
from claimcheck.kinds.base import Level
from claimcheck.pipeline import Pipeline
from claimcheck.report.json import dump
from claimcheck.report.rules import (
    FOLDERS,
    PLACEHOLDER,
    families,
    findings,
    rules_document,
    rules_markdown,
    sentences,
)
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


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_example_is_really_explained(lang: Lang) -> None:
    """No bare sentence with gaps stands where the words of the example should: `make docs` notes new ones."""
    noted = load("claimcheck.report", "examples.toml")[lang]
    assert sorted(noted) == sorted(name for name, _, _ in sentences())
    said = {f.id: f.says for f in findings(lang)}
    assert all(said[name] == text for name, text in noted.items())
    bare = {
        PLACEHOLDER.sub("…", level.it if lang == "it" else level.en) for _, level in every_level() if has_gap(level)
    }
    assert not bare & set(said.values())


def every_level() -> list[tuple[str, Level]]:
    return [(kind, level) for kind, table in KINDS.items() for level in table.levels]


def has_gap(level: Level) -> bool:
    return PLACEHOLDER.search(level.it) is not None


@pytest.mark.pipeline
def test_the_noted_explanations_are_what_the_pipeline_finds(pipeline: Pipeline) -> None:
    made = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "examples_table.py"))
    assert tomllib.loads(made["table"](pipeline)) == load("claimcheck.report", "examples.toml"), "run `make docs`"


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
