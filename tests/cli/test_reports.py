"""Formats for the web and for other tools, and the options that choose findings, with a fake pipeline."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import claimcheck.comparison
import claimcheck.pipeline
from claimcheck.cli import pager
from claimcheck.cli.places import place
from claimcheck.model import Article
from claimcheck.reading import read
from tests.cli import fakes
from tests.cli.test_commands import Run


@pytest.fixture(autouse=True)
def _fakes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: fakes.FakePipeline())
    monkeypatch.setattr(claimcheck.comparison, "compare", fakes.compare)
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    monkeypatch.setenv("CLAIMCHECK_CORPUS", str(tmp_path / "corpus.sqlite"))
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "CLAIMCHECK_PIPELINE", "CLAIMCHECK_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(monkeypatch, capsys)


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    texts = {"a": "I posti sono 300.", "b": "I posti sono 250.", "c": "I posti sono 300 davvero."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"---\nsource: Fonte {name}\n---\n{text}", encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in texts]


@pytest.mark.parametrize(
    ("written", "begins"),
    [("html", "<!DOCTYPE html>"), ("markdown", "# Confronto"), ("sarif", "{"), ("jsonld", "{")],
)
def test_every_format_of_a_comparison(run: Run, three: list[Path], written: str, begins: str) -> None:
    code, out, err = run("compare", *three, "--format", written)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert "300" in out
    assert run("compare", *three, "--format", written)[1] == out


@pytest.mark.parametrize("written", ["html", "markdown", "sarif", "jsonld"])
def test_every_format_of_a_check(run: Run, three: list[Path], written: str) -> None:
    assert run("corpus", "add", three[0])[0] == 0
    code, out, err = run("check", three[1], "--format", written)
    assert (code, err) == (0, "")
    assert out.startswith({"html": "<!DOCTYPE html>", "markdown": "# Confronto"}.get(written, "{"))


def test_prose_is_in_the_language_of_the_locale(run: Run, three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert '<html lang="en">' in run("compare", *three, "--format", "html")[1]
    assert run("compare", *three, "--format", "markdown")[1].startswith("# Articles compared")
    assert '"language": "it"' in run("compare", *three, "--format", "sarif")[1]
    monkeypatch.setenv("CLAIMCHECK_LANG", "it")
    assert '<html lang="it">' in run("compare", *three, "--format", "html")[1]


def pairs(run: Run, *args: object) -> list[tuple[str, str]]:
    document = json.loads(run("compare", *args, "--format", "json")[1])
    return [(p["a"]["article"], p["b"]["article"]) for a in document["alignments"] for p in a["pairs"]]


def test_findings_are_chosen(run: Run, three: list[Path]) -> None:
    assert len(pairs(run, *three)) == 3
    assert pairs(run, *three, "--only", "agree") == [("a", "c")]
    assert pairs(run, *three, "--only", "conflict") == [("a", "b"), ("b", "c")]
    assert len(pairs(run, *three, "--top", 1)) == 1
    assert pairs(run, *three, "--kind", "quote") == []
    assert pairs(run, *three, "--min-score", 0.6) == []
    assert pairs(run, *three, "--min-score", "conflict=0.6") == [("a", "c")]
    for wrong in ("2", "x", "conflitto=0.5", "conflict="):
        assert run("compare", *three, "--min-score", wrong)[0] == 2
    text = run("compare", *three, "--only", "agree")[1]
    assert "Concordano (1)" in text
    assert "Si contraddicono" not in text
    assert "fonte sola" not in text


def test_findings_of_one_source(run: Run, three: list[Path]) -> None:
    three[0].write_text("---\nsource: Ansa\n---\nI posti sono 300.", encoding="utf-8")
    assert len(pairs(run, *three)) == 3
    for name in ("Ansa", "ansa", "a"):  # its name in whatever case, or the id of an article
        assert pairs(run, *three, "--source", name) == [("a", "b"), ("a", "c")]
    assert pairs(run, *three, "--source", "ansa", "--only", "agree") == [("a", "c")]
    assert run("compare", *three, "--source", "Rai") == (
        2, "", "claimcheck: --source: no article is of 'Rai'; there are Ansa, Fonte b, Fonte c\n"
    )  # fmt: skip
    code, out, _ = run("compare", three[1], "--source", "Rai", "-f", "json")  # a single article: its name
    assert (code, json.loads(out)["articles"][0]["source"]) == (0, "Rai")
    assert run("compare", *three, "--published", "2024-06-19")[0] == 2


@pytest.mark.parametrize("written", ["html", "markdown"])
def test_a_choice_never_says_that_what_it_left_out_is_not_there(run: Run, three: list[Path], written: str) -> None:
    text = run("compare", *three, "--only", "agree", "-f", written)[1]
    assert "Nessuna contraddizione" not in text
    assert "0 contraddizioni" not in text
    assert 'value="conflict"' not in text


@pytest.mark.parametrize("written", ["json", "sarif"])
def test_only_what_is_not_in_the_baseline(run: Run, three: list[Path], tmp_path: Path, written: str) -> None:
    before = tmp_path / "prima"
    assert run("compare", *three[:2], "--format", written, "--output", before)[0] == 0
    assert pairs(run, *three, "--baseline", before) == [("a", "c"), ("b", "c")]
    assert run("compare", *three[:2], "--baseline", before, "--fail-on", "any")[0] == 0
    assert run("compare", *three, "--baseline", before, "--fail-on", "any")[0] == 1
    log = json.loads(run("compare", *three, "--baseline", before, "--format", "sarif")[1])
    assert {result["baselineState"] for result in log["runs"][0]["results"]} == {"new"}


def test_suppressed_findings_are_left_out_with_a_word(run: Run, three: list[Path], tmp_path: Path) -> None:
    aside = tmp_path / "visti.toml"
    aside.write_text('[[suppress]]\nreason = "rettificato"\narticles = ["a", "b"]\n', encoding="utf-8")
    assert pairs(run, *three, "--suppress", aside) == [("a", "c"), ("b", "c")]
    code, out, err = run("compare", *three, "--suppress", aside, "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert [r["suppressions"][0]["justification"] for r in results if "suppressions" in r] == ["rettificato"]
    assert (code, err) == (0, "claimcheck: findings set aside: 1 (rettificato)\n")
    assert run("compare", *three, "--suppress", aside, "--quiet")[2] == ""


BAD: dict[str, tuple[str, str, str]] = {
    "no such file": ("--baseline", "", "cannot be read"),
    "not json": ("--baseline", "x", "is no earlier result"),
    "other json": ("--baseline", '{"a": 1}', "is no earlier result"),
    "a list": ("--baseline", "[1]", "is no earlier result"),
    "extract": ("--baseline", '{"articles": []}', "is no earlier result"),
    "not toml": ("--suppress", "x", "is not TOML"),
    "other toml": ("--suppress", "x = 1", "is no file of suppressions; write [[suppress]]"),
    "one table": ("--suppress", '[suppress]\nreason = "boh"', "is no file of suppressions; write [[suppress]]"),
    "no reason": ("--suppress", '[[suppress]]\ntype = "date"', "suppression 1: reason: is missing"),
    "nothing named": ("--suppress", '[[suppress]]\nreason = "boh"', "something that the finding must have"),
    "unknown key": ("--suppress", '[[suppress]]\nreason = "boh"\ntipo = "x"', "tipo: is unknown; known are alignment"),
    "no text": ("--suppress", '[[suppress]]\nreason = "boh"\ntext = 1', "text: should be a valid string, is 1"),
    "no list": ("--suppress", '[[suppress]]\nreason = "boh"\narticles = "a"', "articles: should be a valid list"),
    "no such kind": ("--suppress", '[[suppress]]\nreason = "boh"\nkind = "cifra"', "kind: should be 'quote', 'figure'"),
    "empty": ("--suppress", "", "cannot be read"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_file_that_cannot_be_used_is_told_with_the_cure(
    run: Run, three: list[Path], tmp_path: Path, case: str
) -> None:
    option, text, message = BAD[case]
    path = tmp_path / "file"
    if text:
        path.write_text(text, encoding="utf-8")
    code, out, err = run("compare", *three, option, path)
    assert (code, out) == (2, "")
    assert message in err
    assert str(path) in err


@pytest.mark.parametrize(
    ("raw", "lines", "offset"),
    [
        (b"---\nsource: X\n---\nUno.\nDue.", 3, 18),
        (b"\xef\xbb\xbfUno.\nDue.", 0, 0),
        (b"---\r\nsource: X\r\n---\r\nUno.\r\nDue.", 3, None),
    ],
)
def test_an_article_is_found_again_in_its_file(tmp_path: Path, raw: bytes, lines: int, offset: int | None) -> None:
    path = tmp_path / "a b.txt"
    path.write_bytes(raw)
    (article,) = read([str(path)]).articles
    where = place(article)
    assert where is not None
    assert (where.lines, where.offset) == (lines, offset)
    assert where.address(5, 9).startswith("file:///")
    assert ("#char=" in where.address(5, 9)) == (offset is not None)


@pytest.mark.parametrize("path", [None, "-", "", "/non/esiste.txt", "/"])
def test_an_article_without_a_file_has_no_place(path: str | None) -> None:
    assert place(Article("x", "testo", path=path)) is None


def test_a_file_that_has_changed_has_no_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Altro.", encoding="utf-8")
    assert place(Article("x", "testo", path=str(path))) is None


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A terminal of 24 lines on which PAGER is what is asked for."""
    for name in ("LESS", "LESSCHARSET"):
        monkeypatch.delenv(name, raising=False)

    def on(command: str) -> None:
        for name in ("stdin", "stdout"):
            monkeypatch.setattr(sys, name, type("Terminal", (), {"isatty": lambda self: True})())
        for key, value in {"PAGER": command, "LINES": "24", "COLUMNS": "80"}.items():
            monkeypatch.setenv(key, value)

    return on


def test_a_long_report_goes_through_the_pager(tmp_path: Path, terminal: Callable[[str], None]) -> None:
    seen = tmp_path / "visto"
    terminal(f"sh -c 'cat > {seen}; echo $LESSCHARSET $LESS >> {seen}'")
    assert not pager.paged("corto\n")
    assert pager.paged("così\n" * 30)
    assert seen.read_text(encoding="utf-8") == "così\n" * 30 + "utf-8 FRX\n"  # accents whatever the locale


@pytest.mark.parametrize("asked", ["", "cat", "/non/esiste", "false"])
def test_without_a_pager_the_report_is_written(terminal: Callable[[str], None], asked: str) -> None:
    terminal(asked)
    assert not pager.paged("riga\n" * 30)
