"""What finds stored articles again: block keys for those of one event, sketches for copies, words for the search.

The index of an article is made by `alignment`; here it is only kept. Block keys are postings as in any search engine
(Zobel and Moffat 2006): a stem held by too many articles tells nothing, and looking it up stops there.
"""

import json
import math
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from claimcheck.model import Claim, Reading

HOLDER_CAP = 400
"""A stem held by more articles than this, in the days looked at, is no key."""
MARK_CAP = 200
"""A mark of a sketch held by more articles than this is boilerplate."""
LEAST_MARKS = 4
"""Marks that two copies share at least, or all there are: fewer are chance, or a text eight times as long."""
COPIES = 50
"""Articles compared in full with a new one to find its copies."""
WORDS = ("text", "speakers", "kinds", "outlet")
"""Columns of the full-text index."""
_PER_DAY = 32  # bits of a sentence's key below its day
_SHIFT = 1 << 63  # SQLite holds signed integers of 64 bits


@dataclass(frozen=True, slots=True)
class Index:
    """What finds an article again.

    `stems` are its block keys, all of them in `spread`, which counts the sentences that hold each stem; `names` counts
    its names; `sketch` holds the least hashes of its shingles, of 64 bits, without sign. `rules` names what made
    all this: an index made by other rules is to be made anew.
    """

    stems: tuple[str, ...]
    sentences: int
    spread: Mapping[str, int]
    names: Mapping[str, int]
    sketch: tuple[int, ...]
    rules: str


@dataclass(frozen=True, slots=True)
class Near:
    """A stored article that may report the same event, with what it is about; see Index."""

    id: str
    title: str | None
    published: str | None
    sentences: int
    spread: Mapping[str, int]
    names: Mapping[str, int]


def write(db: sqlite3.Connection, key: int, reading: Reading, marks: Index) -> None:
    """Keep the index of an article whose row and claims are stored."""
    _write_keys(db, key, marks)
    day = _day(db, key)
    rows = list(zip(count(_free_key(db, day)), _indexed(reading), strict=False))
    places = [(row, key, *place) for row, (place, _) in rows]
    db.executemany("INSERT INTO sentences (key, article, start, stop) VALUES (?, ?, ?, ?)", places)
    query = f"INSERT INTO words (rowid, {', '.join(WORDS)}) VALUES (?, ?, ?, ?, ?)"
    db.executemany(query, [(row, *words) for row, (_, words) in rows])


def erase(db: sqlite3.Connection, key: int, reading: Reading) -> None:
    """Forget the index of a stored article, before its row changes or goes; `reading` is what is stored."""
    _erase_keys(db, key)
    words = dict(_indexed(reading))
    places = db.execute("SELECT key, start, stop FROM sentences WHERE article = ?", (key,)).fetchall()
    gone = [(row, *words[start, stop]) for row, start, stop in places]
    db.executemany(f"INSERT INTO words (words, rowid, {', '.join(WORDS)}) VALUES ('delete', ?, ?, ?, ?, ?)", gone)


def outdated(db: sqlite3.Connection, rules: str) -> list[str]:
    """The ids of the articles indexed by other rules."""
    query = "SELECT id FROM articles WHERE key IN (SELECT article FROM topics WHERE rules <> ?) ORDER BY id"
    return [row[0] for row in db.execute(query, (rules,))]


def renew(db: sqlite3.Connection, key: int, marks: Index) -> None:
    """Put another index in the place of that of a stored article; the words for the search stay."""
    _erase_keys(db, key)
    db.execute("DELETE FROM copies WHERE article = ? OR other = ?", (key, key))
    _write_keys(db, key, marks)


def _write_keys(db: sqlite3.Connection, key: int, marks: Index) -> None:
    """Topic, block keys and sketch of an article."""
    topic = json.dumps([marks.sentences, dict(marks.spread), dict(marks.names)], ensure_ascii=False)
    sketch, day = [mark - _SHIFT for mark in marks.sketch], _day(db, key)
    db.execute("INSERT INTO topics VALUES (?, ?, ?, ?)", (key, topic, array("q", sketch).tobytes(), marks.rules))
    db.executemany("INSERT INTO blocks VALUES (?, ?, ?)", [(stem, day, key) for stem in sorted(set(marks.stems))])
    db.executemany("INSERT INTO marks VALUES (?, ?)", [(mark, key) for mark in sorted(sketch)])


def _erase_keys(db: sqlite3.Connection, key: int) -> None:
    topic, sketch = db.execute("SELECT topic, sketch FROM topics WHERE article = ?", (key,)).fetchone()
    day, (_, spread, _) = _day(db, key), json.loads(topic)
    blocks = [(stem, day, key) for stem in spread]
    db.executemany("DELETE FROM blocks WHERE stem = ? AND day = ? AND article = ?", blocks)
    marks = array("q")
    marks.frombytes(sketch)
    db.executemany("DELETE FROM marks WHERE mark = ? AND article = ?", [(mark, key) for mark in marks])
    db.execute("DELETE FROM topics WHERE article = ?", (key,))


def near(db: sqlite3.Connection, stems: Sequence[str], days: tuple[int, int] | None, most: int) -> list[Near]:
    """The stored articles that share the most telling stems, closest first; see Corpus.near."""
    weights: defaultdict[int, float] = defaultdict(float)
    for stem in sorted(set(stems)):
        holders = _holders(db, stem, days)
        if len(holders) <= HOLDER_CAP:
            worth = math.log(1 + HOLDER_CAP / max(len(holders), 1))
            for article in holders:
                weights[article] += worth
    closest = sorted(weights, key=lambda article: (-weights[article], article))[:most]
    return [_near(db, article) for article in closest]


def sharing(db: sqlite3.Connection, sketch: Sequence[int]) -> list[tuple[str, str]]:
    """The id and text of stored articles that share marks of a sketch, the most first."""
    shared: Counter[int] = Counter()
    least = min(LEAST_MARKS, len(sketch))
    for mark in sketch:
        query = "SELECT article FROM marks WHERE mark = ? LIMIT ?"
        holders = [row[0] for row in db.execute(query, (mark - _SHIFT, MARK_CAP + 1))]
        shared.update(holders if len(holders) <= MARK_CAP else ())
    likely = sorted((key for key, n in shared.items() if n >= least), key=lambda key: (-shared[key], key))
    query = "SELECT id, text FROM articles WHERE key = ?"
    return [db.execute(query, (key,)).fetchone() for key in likely[:COPIES]]


def link(db: sqlite3.Connection, key: int, copies: Iterable[str]) -> None:
    """Note that an article is one text with others, by their ids."""
    for name in copies:
        other = db.execute("SELECT key FROM articles WHERE id = ?", (name,)).fetchone()
        if other and other[0] != key:
            db.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?)", [(key, other[0]), (other[0], key)])


def origin(db: sqlite3.Connection, key: int) -> str:
    """The least id in the group of copies that holds an article."""
    query = """
        WITH RECURSIVE same (article) AS (
            VALUES (?) UNION SELECT other FROM copies JOIN same USING (article)
        )
        SELECT min(id) FROM articles WHERE key IN same
    """
    name: str = db.execute(query, (key,)).fetchone()[0]
    return name


def _holders(db: sqlite3.Connection, stem: str, days: tuple[int, int] | None) -> list[int]:
    """The articles that hold a stem, in the order of their days, one more than HOLDER_CAP at most."""
    if days is None:
        query, values = "SELECT article FROM blocks WHERE stem = ? LIMIT ?", (stem, HOLDER_CAP + 1)
        return [row[0] for row in db.execute(query, values)]
    query = """
        SELECT article FROM blocks WHERE stem = ? AND day BETWEEN ? AND ?
        UNION ALL SELECT article FROM blocks WHERE stem = ? AND day = 0 LIMIT ?
    """
    return [row[0] for row in db.execute(query, (stem, max(days[0], 1), days[1], stem, HOLDER_CAP + 1))]


def _near(db: sqlite3.Connection, key: int) -> Near:
    query = "SELECT id, title, published, topic FROM articles JOIN topics ON article = key WHERE key = ?"
    *head, topic = db.execute(query, (key,)).fetchone()
    return Near(*head, *json.loads(topic))


def _day(db: sqlite3.Connection, key: int) -> int:
    return int(db.execute("SELECT day FROM articles WHERE key = ?", (key,)).fetchone()[0])


def first_key(day: int) -> int:
    """The least key of a sentence published on a day: keys in order are days in order."""
    return day << _PER_DAY


def _free_key(db: sqlite3.Connection, day: int) -> int:
    bounds = first_key(day), first_key(day + 1) - 1
    last = db.execute("SELECT max(key) FROM sentences WHERE key BETWEEN ? AND ?", bounds).fetchone()[0]
    return int(last) + 1 if last is not None else bounds[0]


def _indexed(reading: Reading) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """The sentences with claims that are no page chrome, each with its WORDS."""
    found: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if not claim.furniture:
            found[claim.sentence].append(claim)
    for (start, stop), claims in sorted(found.items()):
        said = (c.attribution.source for c in claims if c.attribution and c.attribution.source)
        speakers, kinds = "; ".join(dict.fromkeys(said)), " ".join(sorted({c.kind for c in claims}))
        yield (start, stop), (reading.article.text[start:stop], speakers, kinds, reading.article.source or "")
