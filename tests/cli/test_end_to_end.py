"""The whole way with the trained pipeline: the demo, its report, its documents."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from claimcheck.report.schema import schema

pytestmark = pytest.mark.pipeline
ARTICLES = Path(__file__).parents[2] / "data" / "articles"
SECONDS = 10


def claimcheck(*arguments: object) -> str:
    kept = {**os.environ, "COLUMNS": "200", "LANG": "it_IT.UTF-8", "LC_ALL": "it_IT.UTF-8"}
    command = [sys.executable, "-m", "claimcheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=kept, check=True).stdout


@pytest.fixture(scope="module")
def demo() -> tuple[str, float]:
    start = time.perf_counter()
    text = claimcheck("demo")
    return text, time.perf_counter() - start


@pytest.mark.parametrize(
    "words",
    [
        ["oltre 11.000 contenitori", "più di 10.000 container"],
        ["2001", "1961"],
        ["martedì 18 giugno", "mercoledì"],
        ["avrebbe regalato", "ha anche regalato"],
        ["assistenza reciproca in caso di aggressione contro una delle parti"],
    ],
)
def test_the_report_names_the_findings_of_the_samples(demo: tuple[str, float], words: list[str]) -> None:
    findings = demo[0].split("Lo dice una fonte sola")[0].split("\n\n")
    assert any(all(word in finding.replace("**", "").replace("_", "") for word in words) for finding in findings)


def test_the_demo_is_quick(demo: tuple[str, float]) -> None:
    assert demo[1] < SECONDS


def test_documents_are_valid_and_the_same_whatever_the_order_and_the_workers() -> None:
    paths = sorted(ARTICLES.glob("*.txt"))
    one = json.loads(claimcheck("compare", *paths, "--format", "json"))
    two = json.loads(claimcheck("compare", *reversed(paths), "--format", "json", "--workers", 2))
    jsonschema.validate(one, schema())
    assert {a["id"]: a for a in one["articles"]} == {a["id"]: a for a in two["articles"]}
    assert one["alignments"] == two["alignments"]
    for article in one["articles"]:
        for claim in article["claims"]:
            assert article["text"][claim["start"] : claim["end"]] == claim["text"]


def test_page_chrome_is_never_aligned() -> None:
    document = json.loads(claimcheck("demo", "--format", "json"))
    chrome = {(a["id"], c["id"]) for a in document["articles"] for c in a["claims"] if c["furniture"]}
    aligned = {(ref["article"], ref["claim"]) for alignment in document["alignments"] for ref in alignment["claims"]}
    assert chrome
    assert chrome & aligned == set()
