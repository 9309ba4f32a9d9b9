"""Hand-made readings in a store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from claimcheck.checking import store
from claimcheck.corpus import Corpus
from claimcheck.model import Change, Reading

READER = "by hand 1.0"


def put(corpus: Corpus, *readings: Reading) -> list[Change]:
    return [store(corpus, reading, READER) for reading in readings]


def revised(reading: Reading, more: str = " Altro da aggiungere.") -> Reading:
    """The same article with more text after its claims."""
    return replace(reading, article=replace(reading.article, text=reading.article.text + more))


def renamed(reading: Reading, name: str, source: str | None = None) -> Reading:
    return replace(reading, article=replace(reading.article, id=name, source=source or name))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite sees it."""
    db = sqlite3.connect(path)
    try:
        yield db
        db.commit()
    finally:
        db.close()


def counts(path: Path) -> dict[str, int]:
    """Rows of every table of ours, and of the postings of the full text."""
    tables = ("articles", "revisions", "claims", "sentences", "topics", "blocks", "marks", "copies")
    with raw(path) as db:
        db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, instance)")
        found = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
        return found | {"words": db.execute("SELECT count(*) FROM vocabulary").fetchone()[0]}


def sound(path: Path) -> bool:
    """True if SQLite finds no fault: pages, foreign keys, full text."""
    with raw(path) as db:
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        pages = db.execute("PRAGMA integrity_check").fetchall()
        return pages == [("ok",)] and not db.execute("PRAGMA foreign_key_check").fetchall()
