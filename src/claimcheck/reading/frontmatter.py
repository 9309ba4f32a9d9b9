"""Front matter: YAML between two `---` lines at the top of a text file, as Jekyll and Hugo write it."""

import re
from collections.abc import Mapping

import yaml

from claimcheck.errors import ReadError

BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|\Z)")
NULL = ("", "~", "null", "Null", "NULL")


def split(text: str) -> tuple[dict[str, object], str]:
    r"""The front matter and the text after it, untouched; newlines must be `\n` already.

    Scalars are read as strings, so `id: 007` stays "007" and a date is not reinterpreted. A text that merely begins
    with a rule of dashes has no front matter. Raises ReadError when the block is meant as YAML but is not.
    """
    block = BLOCK.match(text)
    if block is None or (block[1].strip() and not KEY.match(block[1])):
        return {}, text
    try:
        data = yaml.load(block[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ReadError(f"front matter is not valid YAML{_line(error)}; quote values that contain `: `") from error
    fields = data if isinstance(data, Mapping) else {}
    return {str(key): None if value in NULL else value for key, value in fields.items()}, text[block.end() :]


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" at line {mark.line + 2}" if mark else ""
