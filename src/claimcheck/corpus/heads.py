"""What a corpus holds, without the texts."""

import sqlite3
from datetime import date

from claimcheck.model import Head, Stats

COLUMNS = "id, source, title, published, url, revision, claims"
"""Columns of `articles` in the order of the fields of Head."""


def head_of(row: tuple[str, str | None, str | None, str | None, str | None, int, int]) -> Head:
    """The head of the values of COLUMNS."""
    return Head(*row)


def statistics(db: sqlite3.Connection) -> Stats:
    """Counts over the whole store, read from columns that do not touch the texts."""
    articles, sources, replaced = db.execute(
        "SELECT count(*), count(DISTINCT source), coalesce(sum(revision - 1), 0) FROM articles"
    ).fetchone()
    first, last = db.execute("SELECT min(day), max(day) FROM articles WHERE day > 0").fetchone()
    pages, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return Stats(
        articles=articles,
        sources=sources,
        claims=dict(db.execute("SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY kind")),
        replaced=replaced,
        first=date.fromordinal(first).isoformat() if first else None,
        last=date.fromordinal(last).isoformat() if last else None,
        readers=dict(db.execute("SELECT reader, count(*) FROM articles GROUP BY reader ORDER BY reader")),
        bytes=pages * size,
    )
