"""The README speaks of commands, options, targets and files that exist."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from claimcheck.cli.app import app

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


def test_blocks_of_the_readme_are_filled() -> None:
    blocks = re.findall(
        r"<!-- run: (claimcheck[^\n]*?)(?:, first \d+ lines)? -->\n(.*?)<!-- end -->", README, re.DOTALL
    )
    assert blocks
    for command, body in blocks:
        assert body.startswith(f"```text\n$ {command}\n")


def test_the_help_in_the_readme_is_fresh() -> None:
    for name, command in COMMANDS.items():
        help_line = (command.get_short_help_str(300)).split(".")[0][:40]
        assert name in README
        assert help_line in README
