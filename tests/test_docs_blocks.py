"""The pages under docs: every command and every piece of code on them runs, every link leads somewhere."""

import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import claimcheck.pipeline
from claimcheck.cli.app import main
from claimcheck.model import Article, Reading
from claimcheck.pipeline import Pipeline

ROOT = Path(__file__).parents[1]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED = re.compile(r"# (\S+\.toml)\n")
LANGUAGES = {"sh", "python", "toml", "json", "text"}


def blocks(page: Path) -> list[tuple[str, str]]:
    """The language and text of each block of a page."""
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [(language, re.sub(f"^{indent}", "", text, flags=re.MULTILINE)) for indent, language, text in found]


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(re.sub(FENCE, "", page.read_text(encoding="utf-8"))):
        if not link.startswith(("http://", "https://", "#")):
            assert (page.parent / link.split("#")[0]).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_blocks_are_of_a_language_that_is_run_or_read(page: Path) -> None:
    assert {language for language, _ in blocks(page)} <= LANGUAGES


class Remembering:
    """Reads each text once, since the pages use the same articles again and again."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline, self.label = pipeline, pipeline.label
        self.known: dict[Article, Reading] = {}

    def read(self, articles: Iterable[Article], workers: int | None = None) -> Iterator[Reading]:
        for article in articles:
            if article not in self.known:
                (self.known[article],) = self.pipeline.read([article])
            yield self.known[article]


@pytest.fixture(scope="module")
def remembering(pipeline: Pipeline) -> Remembering:
    return Remembering(pipeline)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembering: Remembering) -> Path:
    """A folder as the pages suppose it: some articles, an archive of others, a new one."""
    samples = ROOT / "data" / "articles"
    for folder, names in {"articles": ("a001", "cnn"), "archive": ("a003",), "data/articles": ("a001", "cnn")}.items():
        (tmp_path / folder).mkdir(parents=True)
        for name in names:
            shutil.copy(samples / f"{name}.txt", tmp_path / folder)
    shutil.copy(samples / "a000.txt", tmp_path / "new.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCHECK_CORPUS", str(tmp_path / "corpus.sqlite"))
    monkeypatch.delenv("CLAIMCHECK_PIPELINE", raising=False)
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: remembering)
    return tmp_path


@pytest.mark.pipeline
@pytest.mark.parametrize("page", [p for p in PAGES if {"sh", "python"} & {lang for lang, _ in blocks(p)}], ids=named)
def test_everything_on_the_page_runs(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, object] = {}
    for language, text in blocks(page):
        if language == "toml":
            tomllib.loads(text)
            if found := NAMED.match(text):
                (desk / found[1]).write_text(text, encoding="utf-8")
        if language == "python":
            exec(compile(text, named(page), "exec"), names)  # the code of our own pages
        for line in text.splitlines() if language == "sh" else ():
            if line.startswith("claimcheck "):
                code, said = run(line, monkeypatch, capsys)
                assert code == 0 or (code == 1 and "fail-on" in text + settings(desk)), f"{line}: {said}"


def settings(desk: Path) -> str:
    path = desk / "claimcheck.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def run(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a command and what it says on standard error."""
    monkeypatch.setattr(sys, "argv", shlex.split(line, comments=True))
    with pytest.raises(SystemExit) as leaving:
        main()
    return int(leaving.value.code or 0), capsys.readouterr().err
