"""`claimcheck explain`: what it shows, how claims are named, messages; readings made by hand, then the samples."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import claimcheck.pipeline
from claimcheck.cli.app import main
from claimcheck.model import Article, Reading
from claimcheck.report.schema import schema
from tests.alignment.build import FIRE_A, FIRE_B, claim

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
BURNT = (
    "Nel rogo della cartiera Bassani sono bruciate {} tonnellate di carta, dicono i vigili del fuoco di Porto Verde."
)
TEXTS = {"alfa": f"{FIRE_A} {BURNT.format(70)}", "beta": f"{FIRE_B} {BURNT.format(90)}"}


class Hand:
    """A pipeline that knows the claims of two articles by heart."""

    label = "by hand"

    def read(self, articles: Iterable[Article], workers: int | None = 1) -> Iterator[Reading]:
        for article in articles:
            text = article.text
            number = 70 if "70 tonnellate" in text else 90
            fields = {"low": float(number), "high": float(number), "unit": "t", "of": "carta"}
            tons = claim(text, f"{number} tonnellate di carta", "figure", figure="measure", **fields)  # type: ignore[arg-type]
            quote = claim(text, "La fabbrica resterà chiusa", "quote", source="Rossi", form="direct")
            said = replace(quote, evidence={"rule": "colon"})
            yield Reading(replace(article, published="2024-03-02"), (said, replace(tons, evidence={"rule": "unit"})))


@pytest.fixture(autouse=True)
def _hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: Hand())
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "CLAIMCHECK_PIPELINE", "CLAIMCHECK_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


class Run:
    """Runs `claimcheck explain` on the two articles; gives exit code, standard output, standard error."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys
        self.paths = [folder / f"{name}.txt" for name in TEXTS]
        for path, text in zip(self.paths, TEXTS.values(), strict=True):
            path.write_text(text, encoding="utf-8")

    def __call__(self, *args: str, paths: Iterable[Path] | None = None) -> tuple[int, str, str]:
        given = self.paths if paths is None else paths
        self.monkeypatch.setattr(sys, "argv", ["claimcheck", "explain", *map(str, given), *args])
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return int(leaving.value.code or 0), out, err


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(tmp_path, monkeypatch, capsys)


def test_without_options_every_conflict_is_laid_open(run: Run) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    for words in ("Si contraddicono.", "**70 tonnellate di carta**", "Regola", "unit", "Chiavi in comune", "somma"):
        assert words in out
    assert "Livello che decide: value" in out
    assert "lo stesso valore in entrambe, 70 t oppure 90 t: concorderebbero (livello equal)" in out
    assert "✗" not in out


def test_english(run: Run) -> None:
    out = run("--lang", "en")[1]
    assert "They contradict each other." in out
    assert "the same value in both, 70 t or 90 t: they would agree (level equal)" in out


def test_a_pair_is_named_by_words_and_what_stopped_it_is_told(run: Run) -> None:
    code, out, _ = run("--pair", "70 tonnellate", "beta:la fabbrica RESTERÀ")
    assert code == 0
    assert "Non sono una coppia. ✗ affermazioni dello stesso tipo" in out


def test_a_claim_is_named_by_its_id_or_the_beginning_of_it(run: Run) -> None:
    document = json.loads(run("--claim", "70 tonnellate", "-f", "json")[1])
    name = document["claims"][0]["claim"]["id"]
    whole, short = run("--claim", name), run("--claim", f"alfa:{name[:6]}")
    assert whole == short
    assert f"alfa:{name}" in whole[1]
    assert "Chiavi offerte" in whole[1]
    assert "fabbrica" not in whole[1]


def test_the_claims_at_a_place(run: Run) -> None:
    at = TEXTS["beta"].index("90 tonnellate") + 3
    code, out, _ = run("--at", f"beta:{at}")
    assert code == 0
    assert "**90 tonnellate di carta**" in out
    assert "alfa" not in out


@pytest.mark.parametrize("args", [[], ["--claim", "70 tonnellate"], ["--pair", "70 tonnellate", "90 tonnellate"]])
def test_json_follows_the_schema_whatever_the_order(run: Run, args: list[str]) -> None:
    one, two = run(*args, "-f", "json"), run(*args, "-f", "json", paths=reversed(run.paths))
    assert one == two
    document = json.loads(one[1])
    jsonschema.validate(document, schema())
    assert document["tool"]["pipeline"] == "by hand"
    assert document["claims"]


def test_json_holds_the_sum_the_steps_and_the_changes(run: Run) -> None:
    document = json.loads(run("-f", "json")[1])
    (pair,) = document["pairs"]
    assert (pair["paired"], pair["stopped"], pair["level"]["evidence"]["code"]) == (True, None, "value")
    total = pair["sum"]["bias"] + sum(term["value"] * term["weight"] for term in pair["sum"]["terms"])
    assert total == pytest.approx(pair["sum"]["total"], abs=0.01)
    assert pair["sum"]["score"] == pair["level"]["score"]
    assert all(step["passed"] for step in pair["steps"])
    assert [(c["change"], c["relation"]) for c in pair["changes"]] == [("value", "agree")]
    sides = {(pair[side]["article"], pair[side]["claim"]) for side in "ab"}
    assert {(c["article"], c["claim"]["id"]) for c in document["claims"]} == sides


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--claim", "f-000000000000"], 'no claim fits "f-000000000000"; give words of a claim'),
        (["--claim", ""], 'no claim fits ""'),
        (["--claim", "alfa:novanta"], 'no claim fits "alfa:novanta"'),
        (["--claim", "tonnellate di carta"], "2 claims fit"),
        (["--pair", "70 tonnellate", "boh"], 'no claim fits "boh"'),
        (["--at", "alfa"], "give ARTICLE:OFFSET, the articles are alfa, beta"),
        (["--at", "gamma:3"], "give ARTICLE:OFFSET"),
        (["--at", "alfa:x"], "give ARTICLE:OFFSET"),
        (["--at", "alfa:0"], "no claim at alfa:0: the text has"),
        (["--at", "alfa:99999"], "the nearest are alfa:f-"),
        (["--claim", "\x1b[31mrosso"], "no claim fits"),
    ],
)
def test_a_claim_that_cannot_be_told_is_one_message_with_its_cure(run: Run, args: list[str], message: str) -> None:
    code, out, err = run(*args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert "\x1b" not in err


def test_claims_that_fit_alike_are_listed_with_their_ids(run: Run) -> None:
    listed = run("--claim", "La fabbrica resterà chiusa")[2]
    assert "alfa:q-" in listed
    assert "beta:q-" in listed
    assert "name one as ARTICLE:ID" in listed


def test_one_article_and_articles_without_conflicts_say_what_can_be_asked(run: Run) -> None:
    assert "Un solo articolo: con --claim o --at" in run(paths=run.paths[:1])[1]
    run.paths[1].write_text(TEXTS["beta"].replace("90", "70"), encoding="utf-8")
    assert "Nessuna contraddizione da spiegare." in run()[1]


def test_untrusted_text_is_shown_and_never_obeyed(run: Run) -> None:
    hostile = TEXTS["alfa"].replace("Nel rogo", "[red]Nel\x1b[2J \u202erogo")
    run.paths[0].write_text(hostile, encoding="utf-8")
    out = run()[1]
    assert "[red]Nel" in out
    assert not {"\x1b", "\u202e"} & set(out)


def test_the_report_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "perche.txt"
    assert run("-o", str(target)) == (0, "", "")
    assert "Si contraddicono" in target.read_text(encoding="utf-8")


@pytest.mark.pipeline
def test_the_samples_end_to_end() -> None:
    environment = {**os.environ, "COLUMNS": "200", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "claimcheck", "explain", str(ARTICLES), "--lang", "it"]
    pair = ["--pair", "oltre 11.000 contenitori", "più di 10.000 container"]
    text = subprocess.run([*command, *pair], capture_output=True, text=True, env=environment, check=True).stdout
    assert "Livello che decide: bound · diversi ma compatibili · valore" in text
    assert "almeno 11.000 oppure almeno 10.000: concorderebbero (livello equal)" in text
    written = subprocess.run(
        [*command, "-f", "json"], capture_output=True, text=True, env=environment, check=True
    ).stdout
    document = json.loads(written)
    jsonschema.validate(document, schema())
    assert document["pairs"]
    assert all(pair["paired"] and pair["level"]["relation"] == "conflict" for pair in document["pairs"])
