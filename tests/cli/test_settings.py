"""Settings in claimcheck.toml and pyproject.toml: found, checked, overruled by the environment and the command line."""

import json
from pathlib import Path

import pytest

import claimcheck.comparison
import claimcheck.pipeline
from tests.cli import fakes
from tests.cli.test_commands import Run


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str | None]:
    """The pipelines that were asked for; the working folder is empty but for two articles."""
    names: list[str | None] = []

    def load(name: str | None = None) -> fakes.FakePipeline:
        names.append(name)
        return fakes.FakePipeline()

    monkeypatch.setattr(claimcheck.pipeline, "load", load)
    monkeypatch.setattr(claimcheck.comparison, "compare", fakes.compare)
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    ours = [f"CLAIMCHECK_{name}" for name in ("PIPELINE", "CORPUS", "LANG", "CONFIG", "WORKERS")]
    for name in ("LC_ALL", "LC_MESSAGES", *ours):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for name, text in (("uno", "---\nsource: ansa.it\n---\nI posti sono 300."), ("due", "I posti sono 250.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return names


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(monkeypatch, capsys)


SETTINGS = """\
pipeline = "mia"
lang = "en"
fail-on = "conflict"
corpus = "archivio.sqlite"

[sources]
"ansa.it" = "ANSA"
due = "Gazzetta"
"""


def test_settings_are_the_defaults(run: Run, tmp_path: Path, asked: list[str | None]) -> None:
    (tmp_path / "claimcheck.toml").write_text(SETTINGS, encoding="utf-8")
    code, out, _ = run("compare", "uno.txt", "due.txt")
    assert (code, asked) == (1, ["mia"])
    assert "Articles compared" in out
    assert "ANSA" in out
    assert "Gazzetta" in out
    assert json.loads(run("info", "--format", "json")[1])["corpus"] == str(tmp_path / "archivio.sqlite")


def test_settings_of_a_folder_above_and_of_a_project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = SETTINGS.replace("[sources]", "[tool.claimcheck.sources]")
    (tmp_path / "pyproject.toml").write_text(f"[tool.claimcheck]\n{project}", encoding="utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    code, out, _ = run("compare", "../../uno.txt", "../../due.txt")
    assert code == 1
    assert "ANSA" in out


def test_environment_and_command_line_go_first(
    run: Run, tmp_path: Path, asked: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claimcheck.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("CLAIMCHECK_PIPELINE", "altra")
    assert "Confronto fra articoli" in run("compare", "uno.txt", "due.txt", "--lang", "it")[1]
    run("extract", "uno.txt", "--pipeline", "terza")
    assert asked == ["altra", "terza"]


def test_a_file_may_be_named(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "altro.toml"
    other.write_text('lang = "en"', encoding="utf-8")
    assert "Articles compared" in run("--config", other, "compare", "uno.txt", "due.txt")[1]
    assert "Confronto" in run("compare", "uno.txt", "due.txt")[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1", "claimcheck.toml: colour: is unknown; known are baseline"),
        ("workers = 'due'", "claimcheck.toml: workers: should be a valid integer, is 'due'"),
        ("workers = true", "workers: should be a valid integer, is True"),
        ("workers = 0", "workers: should be greater than or equal to 1, is 0"),
        ("x", "is not TOML"),
        ("sources = 1", "sources: should be a valid table, is 1; write a table of names"),
        ("[sources]\na = 1", "sources.a: should be a valid string, is 1; write a table of names"),
        ('lang = "fr"', "claimcheck.toml: lang: should be 'it' or 'en', is 'fr'"),
        ("min-score = 7", "min-score.every: should be less than or equal to 1, is 7"),
        ("[min-score]\ncitazione = 0.5", "min-score.citazione: should be 'every', 'quote', 'figure'"),
        ('quiet = "no"', "quiet: should be a valid boolean, is 'no'"),
    ],
)
def test_settings_that_cannot_be_used_are_told(run: Run, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "claimcheck.toml").write_text(text, encoding="utf-8")
    code, out, err = run("compare", "uno.txt", "due.txt")
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_project_without_a_table_for_claimcheck_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nclaimcheck = 3", encoding="utf-8")
    code, _, err = run("compare", "uno.txt", "due.txt")
    assert code == 2
    assert "tool.claimcheck: must be a table, is 3; write [tool.claimcheck]" in err
    (tmp_path / "pyproject.toml").write_text("tool = 3", encoding="utf-8")
    assert run("compare", "uno.txt", "due.txt")[0] == 0


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("min-score = 0.4", 1),
        ("min-score = 0.6", 0),
        ("[min-score]\nconflict = 0.6", 0),
        ("[min-score]\nagree = 0.6", 1),
        ("[min-score]\nfigure = 0.6", 0),
        ("[min-score]\nquote = 1\nevery = 0", 1),
    ],
)
def test_thresholds_for_all_pairs_for_a_kind_for_a_relation(run: Run, tmp_path: Path, text: str, left: int) -> None:
    (tmp_path / "claimcheck.toml").write_text(text, encoding="utf-8")
    found = json.loads(run("compare", "uno.txt", "due.txt", "-f", "json")[1])
    assert len(found["alignments"]) == left
    again = json.loads(run("compare", "uno.txt", "due.txt", "-f", "json", "--min-score", "conflict=0.1")[1])
    assert len(again["alignments"]) == 1  # the command line goes first


def test_a_named_file_must_be_there(run: Run) -> None:
    code, _, err = run("--config", "manca.toml", "info")
    assert code == 2
    assert "manca.toml: cannot be read" in err
