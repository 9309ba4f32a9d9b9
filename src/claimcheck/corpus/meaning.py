"""Search by meaning: the sentences whose vectors are nearest to that of a query.

The vectors stand in the store, a signed byte a dimension. Beyond EXACT of them an index beside the file (usearch:
hierarchical navigable small worlds, Malkov and Yashunin 2020) names the nearest in little time and memory. It holds
nothing of its own: it is made anew when it is missing or damaged, and grows when TAIL sentences are not in it.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.corpus.database import snapshot, transaction
from claimcheck.corpus.search import Query, bounds, check_filters, hits, holds
from claimcheck.errors import CorpusError, SemanticError
from claimcheck.italian.text import words
from claimcheck.model import Hit
from claimcheck.semantic import BATCH, MISSING, SIZE, vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes = NDArray[np.int8]

EXACT = 20_000
"""Sentences up to which all are compared with the query."""
TAIL = 10_000
"""Sentences that may be missing in the index: they are compared one by one."""
NEAREST = 200
"""Sentences asked of the index; where filters leave too few of them, all are compared."""
_BLOCK = 20_000  # vectors in memory at once
_PENDING = """
    SELECT s.key, a.id, a.revision, s.start, s.stop, a.text FROM sentences AS s JOIN articles AS a ON a.key = s.article
    WHERE s.key > ? AND NOT EXISTS (SELECT 1 FROM vectors WHERE sentence = s.key) ORDER BY s.key LIMIT ?
"""
_KEEP = """
    INSERT OR IGNORE INTO vectors (sentence, vector)
    SELECT s.key, ? FROM sentences AS s JOIN articles AS a ON a.key = s.article
    WHERE s.key = ? AND a.id = ? AND a.revision = ? AND s.start = ? AND s.stop = ?
"""


def pending(db: sqlite3.Connection) -> int:
    """How many sentences have no vector yet."""
    query = "SELECT (SELECT count(*) FROM sentences) - (SELECT count(*) FROM vectors)"
    return int(db.execute(query).fetchone()[0])


def embed(db: sqlite3.Connection) -> Iterator[int]:
    """Make the vectors that are missing, a batch in a transaction; gives the number of sentences after each."""
    last = -1
    while rows := db.execute(_PENDING, (last, BATCH)).fetchall():
        made = _bytes(vectors().of([text[start:stop] for *_, start, stop, text in rows], "passage"))
        with transaction(db):
            db.executemany(_KEEP, [(one.tobytes(), *place) for one, (*place, _) in zip(made, rows, strict=True)])
        yield len(rows)
        last = rows[-1][0]


def alike(db: sqlite3.Connection, path: Path, query: Query, most: int) -> list[Hit]:
    """The claims in the sentences nearest in meaning to a query, nearest first, at most `most`; see Corpus.alike."""
    check_filters(query)
    if not query.text.strip():
        raise CorpusError("the query is empty; say what to look for, in a few words or a sentence")
    found: list[Hit] = []
    entity = tuple(words(query.entity or ""))
    with snapshot(db):
        for sentence in _nearest(db, path, query):
            place = db.execute("SELECT article, start, stop FROM sentences WHERE key = ?", (sentence,)).fetchone()
            given = hits(db, place, query)
            found += [hit for hit in given if not entity or holds(words(hit.sentence), (entity, False))]
            if len(found) >= most:
                break
    return found[:most]


def beside(path: Path) -> Path:
    """The file of the index that stands beside a corpus."""
    return path.with_name(f"{path.name}.usearch")


def _nearest(db: sqlite3.Connection, path: Path, query: Query) -> Iterator[int]:
    """The keys of the sentences published on the days of the query, nearest first."""
    (asked,) = _bytes(vectors().of([query.text], "query"))
    first, last = bounds(query)
    seen: list[int] = []
    if db.execute("SELECT count(*) FROM vectors").fetchone()[0] > EXACT:
        seen = _indexed(db, beside(path), asked)
        yield from (sentence for sentence in seen if first <= sentence <= last)
    rows = db.execute("SELECT sentence, vector FROM vectors WHERE sentence BETWEEN ? AND ?", (first, last))
    known = set(seen)
    yield from (sentence for sentence in _ranked(rows, asked) if sentence not in known)


def _indexed(db: sqlite3.Connection, file: Path, asked: "Bytes") -> list[int]:
    """The NEAREST sentences by the index and what is not in it yet; none when there can be no index."""
    index, last = _index(db, file)
    if index is None:
        return []
    keys = [int(key) for key in index.search(asked, NEAREST).keys]
    query = f"SELECT sentence, vector FROM vectors WHERE key > ? OR key IN ({', '.join('?' * len(keys))})"
    return _ranked(db.execute(query, (last, *keys)), asked)[:NEAREST]


def _ranked(rows: Iterable[tuple[int, bytes]], asked: "Bytes") -> list[int]:
    """Sentences by the cosine of their vectors with the one asked for, then by key."""
    import numpy as np

    given = iter(rows)
    sentences: list[int] = []
    scores: list[NDArray[np.float32]] = []
    while block := list(islice(given, _BLOCK)):
        found = np.frombuffer(b"".join(vector for _, vector in block), dtype=np.int8).reshape(-1, SIZE)
        matrix = found.astype(np.float32)
        scores.append(matrix @ asked.astype(np.float32) / np.sqrt(np.einsum("ij,ij->i", matrix, matrix)))
        sentences += [sentence for sentence, _ in block]
    if not sentences:
        return []
    order = np.lexsort((np.array(sentences), -np.concatenate(scores)))
    return [sentences[place] for place in order]


def _bytes(rows: "NDArray[np.float32]") -> "Bytes":
    """The directions of vectors in signed bytes: the greatest number of each becomes 127."""
    import numpy as np

    made: NDArray[np.int8] = np.rint(rows * (127 / np.abs(rows).max(axis=1, keepdims=True))).astype(np.int8)
    return made


def _index(db: sqlite3.Connection, file: Path) -> tuple[Any, int]:
    """The index, up to date but for TAIL vectors, and the greatest key in it; None when it cannot be written."""
    try:
        from usearch.index import Index
    except ImportError as error:
        raise SemanticError(MISSING) from error
    newest = db.execute("SELECT max(key) FROM vectors").fetchone()[0]
    index, last = None, 0
    with suppress(OSError, ValueError, RuntimeError):
        index = Index.restore(str(file), view=True)
        last = int(index.keys.__array__().max()) if index else 0
    if last > newest:  # of another corpus, or of a later state of this one
        index, last = None, 0
    if db.execute("SELECT count(*) FROM vectors WHERE key > ?", (last,)).fetchone()[0] <= TAIL:
        return index, last
    if not os.access(file.parent, os.W_OK):
        return None, 0
    grown = Index.restore(str(file)) if index else Index(ndim=SIZE, metric="cos", dtype="i8")
    _fill(grown, db, last)
    _save(grown, file)
    return grown, newest


def _fill(index: Any, db: sqlite3.Connection, last: int) -> None:
    """Add the vectors after a key; on one thread, so that the same vectors make the same index."""
    import numpy as np

    rows = db.execute("SELECT key, vector FROM vectors WHERE key > ? ORDER BY key", (last,))
    while block := rows.fetchmany(_BLOCK):
        keys = np.array([key for key, _ in block], dtype=np.uint64)
        matrix = np.frombuffer(b"".join(vector for _, vector in block), dtype=np.int8).reshape(-1, SIZE)
        index.add(keys, matrix, threads=1)


def _save(index: Any, file: Path) -> None:
    """Put the file in place at once; where that fails the index is made anew the next time."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError, RuntimeError):
        index.save(str(part))
        part.replace(file)
    part.unlink(missing_ok=True)
