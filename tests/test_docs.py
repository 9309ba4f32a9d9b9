"""The README speaks of commands, options, targets and files that exist."""

import re
import shlex
from difflib import SequenceMatcher
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from spacy.util import is_package
from typer.main import get_command

from claimcheck.cli.app import app
from claimcheck.pipeline.loading import PUBLISHED

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
SPOKEN = sorted(set(re.findall(r"(?:^\$ |`|run: )(claimcheck [^`\n,>]+)", README, re.MULTILINE)))
TARGETS = sorted(
    set(re.findall(r"\bmake ([a-z]+)\b(?=[ `]|$)", "\n".join(re.findall(r"`[^`]+`|^make .*$", README, re.M))))
)


@pytest.mark.parametrize("line", SPOKEN)
def test_every_command_of_the_readme_exists(line: str) -> None:
    words = shlex.split(line.replace(" --> ", " ").strip(" -"))[1:]
    if not words or words[0].startswith("-"):
        assert set(words) <= {"--help", "--version"}
        return
    command = COMMANDS[words[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_the_readme_names_every_command() -> None:
    assert {name for name in COMMANDS if f"claimcheck {name}" not in README} == set()


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_readme_gives_the_test_command_that_ci_runs() -> None:
    assert "make test" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def _fill() -> ModuleType:
    spec = spec_from_file_location("fill", ROOT / "docs" / "fill.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILL = _fill()
ALIKE = 0.95
BLOCKS = {found["command"]: found for found in FILL.BLOCK.finditer(README)}


def test_the_readme_has_generated_blocks() -> None:
    why = 'claimcheck explain data/articles --pair "oltre 11.000 contenitori" "più di 10.000 container" --lang en'
    assert BLOCKS.keys() == {"claimcheck --help", "claimcheck demo --lang it", "python benchmarks/score.py", why}
    assert README.count("<!-- run: ") == README.count("<!-- end -->") == len(BLOCKS)


@pytest.mark.parametrize(
    "command", [pytest.param(c, marks=[] if "--help" in c else pytest.mark.pipeline) for c in sorted(BLOCKS)]
)
def test_generated_blocks_of_the_readme_are_fresh(command: str) -> None:
    """Word for word but for a few: another version of typer or another processor may move one."""
    if "--help" not in command and is_package(PUBLISHED):
        pytest.skip(f"the README shows the bundled pipeline, {PUBLISHED} is installed and would be used")
    shown, fresh = BLOCKS[command][0].split(), FILL.block(BLOCKS[command]).split()
    same = SequenceMatcher(None, shown, fresh, autojunk=False).ratio()
    assert same >= ALIKE, f"{same:.3f} of the block is as the command prints it now: run `make docs`"


PAGES = [path for path in sorted((ROOT / "docs").glob("*.md")) if FILL.BLOCK.search(path.read_text(encoding="utf-8"))]


@pytest.mark.pipeline
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_generated_blocks_of_the_docs_are_fresh(page: Path) -> None:
    if is_package(PUBLISHED):
        pytest.skip(f"the docs show the bundled pipeline, {PUBLISHED} is installed and would be used")
    shown = page.read_text(encoding="utf-8")
    fresh = FILL.BLOCK.sub(FILL.block, shown)
    assert SequenceMatcher(None, shown.split(), fresh.split(), autojunk=False).ratio() >= ALIKE, "run `make docs`"


@pytest.mark.parametrize("name", ["docs/findings.md", "docs/json.md"])
def test_generated_pages_are_fresh(name: str) -> None:
    shown, fresh = (ROOT / name).read_text(encoding="utf-8"), FILL.output(FILL.PAGES[name])
    assert SequenceMatcher(None, shown.split(), fresh.split(), autojunk=False).ratio() >= ALIKE, "run `make docs`"
