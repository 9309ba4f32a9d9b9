"""The one loader of word tables: TOML files shipped with the package, checked when read."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.errors import LexiconError


@cache
def load(package: str, name: str = "lexicon.toml") -> dict[str, Any]:
    """The table `name` of a package, e.g. `load("claimcheck.kinds.figures")`.

    Raises LexiconError when the file is missing, not TOML, or holds an empty table: a silent empty table would
    find nothing without a word.
    """
    try:
        text = files(package).joinpath(name).read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"word table {package}/{name}: {error}; reinstall claimcheck-it") from error
    empty = [key for key, value in table.items() if value in ({}, [], "")]
    if not table or empty:
        raise LexiconError(f"word table {package}/{name} is empty at {empty or 'the top'}; reinstall claimcheck-it")
    return table
