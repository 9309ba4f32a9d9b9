"""Where results and messages go: data to standard output or a file, messages and progress to standard error."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from claimcheck.cli.options import Lang
from claimcheck.cli.pager import paged
from claimcheck.errors import OutputError
from claimcheck.report.safe import clean

WIDTH = 100
"""Columns of a report that is not on a terminal, unless COLUMNS says otherwise."""


def write(text: str, output: Path | None) -> None:
    """The result, as UTF-8 with `\\n` line ends in a file; OutputError when it cannot be written."""
    with writing(output) as put:
        put(text)


def show(text: str, output: Path | None, pager: bool) -> None:
    """A report for people: through a pager when it is longer than the terminal, unless it goes to a file."""
    if output is not None or not pager or not paged(text):
        write(text, output)


@contextmanager
def writing(output: Path | None) -> Iterator[Callable[[str], None]]:
    """A function that writes piece after piece, each at once, so that nothing is lost when the process is killed."""
    if output is None:
        yield _to_screen
        return
    with _told(output), output.open("w", encoding="utf-8", newline="\n") as file:

        def put(text: str) -> None:
            with _told(output):
                file.write(text)
                file.flush()

        yield put


@contextmanager
def _told(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror or error}") from error


def _to_screen(text: str) -> None:
    """Standard output; a reader that went away (`| head`) is no error."""
    if sys.stdout is None:
        raise OutputError("standard output: is closed")
    if isinstance(sys.stdout, TextIOWrapper):
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(
            encoding=None if terminal else "utf-8", errors="replace", newline=None if terminal else "\n"
        )
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"standard output: cannot be written: {error.strerror or error}") from error


def complain(message: str) -> None:
    """One line on standard error, fit for a terminal."""
    if sys.stderr is not None:
        sys.stderr.write(f"claimcheck: {clean(message)}\n")


def suggest(next_step: str, quiet: bool) -> None:
    """What to do next, in one line on standard error; only where a person reads it."""
    if not quiet and sys.stderr is not None and sys.stderr.isatty() and sys.stdout is not None and sys.stdout.isatty():
        sys.stderr.write(f"{next_step}\n")


@contextmanager
def working(message: str, quiet: bool) -> Iterator[None]:
    """A spinner on standard error while something slow runs; nothing when quiet or not a terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield


def language(asked: Lang | None) -> Lang:
    """The language asked for, else that of the environment: English unless it is Italian or says nothing."""
    if asked is not None:
        return asked
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((name for name in named if name), "").lower()
    neutral = spoken.split(".")[0] in ("", "c", "posix")
    return Lang.it if neutral or spoken.startswith("it") else Lang.en


def screen(output: Path | None) -> tuple[int, bool]:
    """Columns, and whether to use colour: only on a terminal, and never with NO_COLOR (https://no-color.org)."""
    if output is not None:
        return WIDTH, False
    terminal = sys.stdout is not None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return columns(), colour


def columns() -> int:
    """Columns asked for by COLUMNS, else of the terminal: also when the report goes through a pager."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    for stream in (1, 2, 0):
        with suppress(OSError):
            return os.get_terminal_size(stream).columns or WIDTH
    return WIDTH
