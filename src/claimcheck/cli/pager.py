"""A long report on a terminal goes through a pager: PAGER, else less; neither when what it gives fits the screen."""

import os
import shlex
import shutil
import subprocess
import sys

PLAIN = ("", "cat")
"""Values of PAGER that ask for none."""
LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less should know: a short text is no page, colours are kept, and the text is UTF-8 whatever the locale."""


def paged(text: str) -> bool:
    """Show the text in a pager; False, with nothing shown, when there is no terminal, no need or no pager."""
    if not (sys.stdout and sys.stdout.isatty() and sys.stdin and sys.stdin.isatty()):
        return False
    if text.count("\n") < shutil.get_terminal_size().lines:
        return False
    command = _command()
    if not command:
        return False
    try:
        shown = subprocess.run(command, input=text.encode(), env=LESS | os.environ, check=False)
    except OSError:
        return False
    return shown.returncode == 0


def _command() -> list[str]:
    asked = os.environ.get("PAGER")
    if asked is not None:
        return [] if asked.strip() in PLAIN else shlex.split(asked)
    found = shutil.which("less")
    return [found] if found else []
