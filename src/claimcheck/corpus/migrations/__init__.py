"""The schema of the store as SQL scripts, applied in order and never changed once published: only new ones follow."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FILES = ("0001_articles.sql", "0002_rules_and_vectors.sql")


@cache
def scripts() -> tuple[str, ...]:
    """The text of each migration, the first takes an empty file to version 1."""
    folder = files("claimcheck.corpus.migrations")
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in FILES)


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end the transaction around them."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
