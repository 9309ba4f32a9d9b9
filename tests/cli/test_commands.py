"""The commands with a fake pipeline: formats, exit codes, messages, hostile inputs."""

import json
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.main import get_command

import claimcheck.comparison
import claimcheck.pipeline
from claimcheck.cli.app import app, main
from claimcheck.cli.output import language
from claimcheck.report.schema import schema
from tests.cli import fakes


@pytest.fixture(autouse=True)
def _fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: fakes.FakePipeline())
    monkeypatch.setattr(claimcheck.comparison, "compare", fakes.compare)
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("LC_ALL", "LC_MESSAGES", "CLAIMCHECK_PIPELINE", "CLAIMCHECK_CORPUS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


class Run:
    """Runs the command in this process: `run(args)` gives exit code, standard output, standard error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *args: object) -> tuple[int, str, str]:
        self.monkeypatch.setattr(sys, "argv", ["claimcheck", *map(str, args)])
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return int(leaving.value.code or 0), out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(monkeypatch, capsys)


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "uno.txt", tmp_path / "due.txt"]
    for path, text in zip(paths, ("I posti sono 300.", "I posti sono 250."), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize("command", ["extract", "compare"])
@pytest.mark.parametrize("written", ["text", "json", "jsonl", "csv"])
def test_every_format_goes_to_standard_output(run: Run, two: list[Path], command: str, written: str) -> None:
    code, out, err = run(command, *two, "--format", written)
    assert (code, err) == (0, "")
    assert "300" in out
    assert out.endswith("\n")


@pytest.mark.parametrize("command", ["extract", "compare"])
def test_json_follows_the_schema(run: Run, two: list[Path], command: str) -> None:
    document = json.loads(run(command, *two, "-f", "json")[1])
    jsonschema.validate(document, schema())
    assert document["tool"]["pipeline"] == "fake 1.0"
    assert [a["path"] for a in document["articles"]] == [str(p) for p in two]


@pytest.mark.parametrize(("command", "written"), [("extract", "html"), ("extract", "sarif"), ("compare", "parquet")])
def test_formats_there_are_not_are_refused_with_those_there_are(
    run: Run, two: list[Path], command: str, written: str
) -> None:
    code, out, err = run(command, *two, "--format", written)
    assert (code, out) == (2, "")
    assert all(name in err for name in ("text", "json", "jsonl", "csv"))


def test_output_goes_to_a_file(run: Run, two: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "esito.json"
    assert run("compare", *two, "-f", "json", "-o", target) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["alignments"]


def test_an_unwritable_output_is_told(run: Run, two: list[Path], tmp_path: Path) -> None:
    code, out, err = run("compare", *two, "--output", tmp_path / "manca" / "esito.txt")
    assert (code, out) == (2, "")
    assert err.endswith(f"cannot be written: there is no folder {tmp_path / 'manca'}; make it or name another\n")
    code, out, err = run("extract", *two, "--output", tmp_path)
    assert (code, out, err) == (2, "", f"claimcheck: {tmp_path}: is a folder; name a file\n")


def test_an_unwritable_output_is_told_before_any_work(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: pytest.fail("was loaded"))
    assert run("demo", "--output", "manca/esito.txt")[0] == 2


@pytest.mark.parametrize(
    ("args", "code"),
    [([], 0), (["--fail-on", "conflict"], 1), (["--fail-on", "any"], 1), (["--fail-on", "agree"], 2)],
)
def test_findings_change_the_exit_code_only_when_asked(run: Run, two: list[Path], args: list[str], code: int) -> None:
    assert run("compare", *two, *args)[0] == code


def test_agreement_is_no_failure(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("I posti sono 300.", encoding="utf-8")
    assert run("compare", tmp_path, "--fail-on", "any")[0] == 0


HOSTILE = {
    "vuoto.txt": b"",
    "binario.txt": bytes(range(256)) * 10,
    "rotto.json": b'{"text": ',
    "tipi.jsonl": b'{"text": 7}\n',
    "testata.txt": b"---\ntitle: a: b: c\n---\nTesto.",
}


@pytest.mark.parametrize("name", [*HOSTILE, "manca.txt"])
@pytest.mark.parametrize("command", ["extract", "compare"])
def test_a_bad_input_is_told_and_the_good_ones_are_reported(
    run: Run, two: list[Path], tmp_path: Path, command: str, name: str
) -> None:
    if name in HOSTILE:
        (tmp_path / name).write_bytes(HOSTILE[name])
    code, out, err = run(command, *two, tmp_path / name, "--format", "json")
    assert code == 2
    assert [a["id"] for a in json.loads(out)["articles"]] == ["uno", "due"]
    (message,) = err.splitlines()
    assert message.startswith("claimcheck: ")
    assert name in message


def test_nothing_readable_is_an_error(run: Run, tmp_path: Path) -> None:
    code, out, err = run("compare", tmp_path / "manca.txt")
    assert (code, out, len(err.splitlines())) == (2, "", 2)


def test_equal_ids_name_both_files(run: Run, two: list[Path], tmp_path: Path) -> None:
    twin = tmp_path / "altro" / "uno.txt"
    twin.parent.mkdir()
    twin.write_text("Altri 200.", encoding="utf-8")
    code, out, err = run("compare", *two, twin, "-f", "json")
    assert code == 2
    assert str(two[0]) in err
    assert str(twin) in err
    assert len(json.loads(out)["articles"]) == 2


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_other_encodings_are_read_and_named(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("La città è più cara: i posti sono 300, perché così è già.".encode(encoding))
    code, out, _ = run("extract", path)
    assert code == 0
    assert "Avvertenze: " in out
    assert "città" in out or "300" in out


def test_an_article_without_claims(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Niente.", encoding="utf-8")
    assert "Nessuna affermazione trovata." in run("extract", path)[1]
    assert run("compare", path)[0] == 0


def test_two_megabytes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Il ministro ha detto che i posti sono pochi. " * 45_000 + "Sono 300.", encoding="utf-8")
    code, out, _ = run("extract", path, "-f", "json")
    assert (code, len(json.loads(out)["articles"][0]["claims"])) == (0, 1)


def test_escape_sequences_and_markup_do_not_reach_the_screen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text("\x1b[2J[bold]I posti[/bold] \u202e sono 300.", encoding="utf-8")
    _, out, err = run("extract", path, tmp_path / "\x1b]0;x\x07.txt")
    assert "\x1b" not in out + err
    assert "\u202e" not in out


@pytest.mark.parametrize(
    "args",
    [
        ["compare"],
        ["compare", "x", "--workers", "0"],
        ["compare", "x", "--lang", "fr"],
        ["extract", "x", "--fail-on", "any"],
        ["corpus", "add", "x"],
        ["boh"],
    ],
)
def test_wrong_use_is_2(run: Run, args: list[str]) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err


def test_source_and_published_are_for_one_article(run: Run, two: list[Path]) -> None:
    document = json.loads(run("extract", two[0], "--source", "ANSA", "--published", "2024-06-19", "-f", "json")[1])
    assert [(a["source"], a["published"]) for a in document["articles"]] == [("ANSA", "2024-06-19")]
    assert "single article" in run("extract", *two, "--source", "ANSA")[2]
    assert run("extract", two[0], "--published", "19/06/2024")[0] == 2


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ("it_IT.UTF-8", "it"),
        ("en_US.UTF-8", "en"),
        ("de_DE", "en"),
        ("C.UTF-8", "it"),
        ("C", "it"),
        ("POSIX", "it"),
        ("", "it"),
    ],
)
def test_the_locale_decides_the_language_of_the_report(
    run: Run, two: list[Path], monkeypatch: pytest.MonkeyPatch, locale: str, spoken: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert language(None) == spoken
    assert f"spiegazione in {spoken}" in run("compare", *two)[1]
    assert "spiegazione in it" in run("compare", *two, "-f", "json")[1]
    assert "spiegazione in en" in run("compare", *two, "-f", "json", "--lang", "en")[1]


def test_the_demo_compares_the_samples(run: Run) -> None:
    code, out, err = run("demo", "--format", "json")
    assert (code, err) == (0, "")
    articles = json.loads(out)["articles"]
    assert [a["path"] for a in articles] == ["a000.txt", "a001.txt", "a003.txt", "ansa.txt", "cnn.txt"]


def test_the_schema_is_printed(run: Run) -> None:
    assert json.loads(run("schema")[1]) == schema()


def test_info_names_versions_pipeline_and_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CORPUS", "/dati/corpus.sqlite")
    facts = json.loads(run("info", "--format", "json")[1])
    assert (facts["pipeline"], facts["origin"]) == ("fake 1.0", "installed")
    assert facts["corpus"] == "/dati/corpus.sqlite"
    text = run("info")[1]
    assert all(value in text for value in facts.values())


def test_info_and_schema_take_the_common_options(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "info.json"
    assert run("info", "--format", "json", "--corpus", "mio.sqlite", "--output", target) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["corpus"] == "mio.sqlite"
    assert json.loads(run("schema", "--format", "json")[1]) == schema()


def test_a_missing_pipeline_is_told(run: Run, two: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.pipeline import extraction

    monkeypatch.setattr(claimcheck.pipeline, "load", extraction.load)
    code, out, err = run("compare", *two, "--pipeline", "non_esiste")
    assert (code, out) == (2, "")
    assert "non_esiste" in err


def commands(group: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command with its name, those of groups included."""
    root: Any = group or get_command(app)
    for name, inner in root.commands.items():
        if hasattr(inner, "commands"):
            yield from commands(inner, (*path, name))
        else:
            yield " ".join((*path, name)), inner


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[name for name, _ in commands()])
def test_help_begins_with_examples_that_the_command_takes(name: str, command: Any, run: Run) -> None:
    code, out, _ = run(*name.split(), "--help")
    assert code == 0
    lines = [line.strip() for line in out.split("\n")]
    examples = [line.split(" | ")[-1] for line in lines if f"claimcheck {name} " in f"{line} " and "Usage" not in line]
    shown = [line for line in examples if not line.startswith("Next:")]
    assert shown
    assert lines.index(next(line for line in lines if shown[0] in line)) < 6
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    for line in shown:
        assert {word for word in shlex.split(line) if word.startswith("-") and word != "-"} <= known
