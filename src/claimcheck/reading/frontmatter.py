"""Front matter: YAML between two `---` lines at the top of a text file, as Jekyll and Hugo write it."""

import re
from collections.abc import Mapping

import yaml

from claimcheck.errors import ReadError

BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
OPENING = re.compile(r"\A---[ \t]*\n")
KEY = re.compile(r"^(?:id|source|title|published|url)[ \t]*:(?:\s|\Z)", re.IGNORECASE | re.MULTILINE)
NULL = ("", "~", "null", "Null", "NULL")


def split(text: str) -> tuple[dict[str, object], str]:
    r"""The front matter and the text after it, untouched; newlines must be `\n` already.

    Scalars are read as strings, so `id: 007` stays "007" and a date is not reinterpreted; keys are in small letters.
    A text that merely begins with a rule of dashes has no front matter: the block must be empty or name one of the
    fields of an article. Raises ReadError when it does and is not YAML.
    """
    block = BLOCK.match(text)
    if block is None or (block[1].strip() and not KEY.search(block[1])):
        return {}, text
    try:
        data = yaml.load(block[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ReadError(f"front matter is not valid YAML{_line(error)}; quote values that contain `: `") from error
    fields = data if isinstance(data, Mapping) else {}
    return {str(key).lower(): None if value in NULL else value for key, value in fields.items()}, text[block.end() :]


def unclosed(text: str) -> bool:
    """True if the text begins like front matter whose second `---` is missing; it is then read as text."""
    head = text.split("\n\n", 1)[0]
    return bool(OPENING.match(text) and not BLOCK.match(text) and KEY.search(head))


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" at line {mark.line + 2}" if mark else ""
