"""The store of articles and claims: put, read, remove; every change is one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from claimcheck.corpus import index, meaning
from claimcheck.corpus.database import connect, snapshot, told, transaction
from claimcheck.corpus.heads import COLUMNS, head_of, statistics
from claimcheck.corpus.index import Index, Near
from claimcheck.corpus.rows import ARTICLE, CLAIM, article_of, article_row, claim_of, claim_row
from claimcheck.corpus.search import Query, find
from claimcheck.errors import CorpusError, DuplicateIdError
from claimcheck.model import Article, Change, Head, Hit, Reading, Revision, Stats

_BATCH = 500  # articles read at once when all are read


class Corpus:
    """Articles and claims in one file; use it in a `with` statement.

    `Corpus(path)` opens a corpus there is, `Corpus(path, create=True)` makes one where there is none. Every method
    raises CorpusError when the file cannot be used, with the cure. Several processes may read and write at once.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self._db = connect(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the corpus cannot be used afterwards."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is done inside is stored wholly or not at all; other processes wait."""
        with told(self.path), transaction(self._db):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is one state of the corpus, whatever other processes write meanwhile."""
        with told(self.path), snapshot(self._db):
            yield

    def change(self, article: Article) -> Change:
        """What storing the article would do: it is `unchanged` when text and day of publication are those stored.

        Raises DuplicateIdError when the id is that of an article of another source.
        """
        with told(self.path):
            row = self._db.execute(
                "SELECT source, published, text FROM articles WHERE id = ?", (article.id,)
            ).fetchone()
        if row is None:
            return "added"
        source, published, text = row
        if source != article.source:
            raise DuplicateIdError(
                f"{article.path or article.id}: the corpus has an article {article.id!r} of another source "
                f"({source or 'unnamed'}, not {article.source or 'unnamed'}); give this one another `id`"
            )
        return "unchanged" if (published, text) == (article.published, article.text) else "replaced"

    def put(self, reading: Reading, marks: Index, reader: str, copies: Iterable[str] = ()) -> Change:
        """Store an article with its claims; a changed one takes the place of the old, which goes to its history.

        `marks` finds it again, `reader` is the label of the pipeline, `copies` the ids of articles that are the same
        text. Raises DuplicateIdError as `change` does.
        """
        with self.transaction():
            change = self.change(reading.article)
            if change == "unchanged":
                self.rename(reading.article)
                return change
            key = self._retire(reading.article) if change == "replaced" else self._insert(reading.article)
            self._fill(key, reading, reader)
            index.write(self._db, key, reading, marks)
            index.link(self._db, key, copies)
        return change

    def outdated(self, rules: str) -> list[str]:
        """The ids of the articles whose index was made by other rules than these."""
        with told(self.path):
            return index.outdated(self._db, rules)

    def renew(self, name: str, marks: Index, copies: Iterable[str]) -> None:
        """Index a stored article anew; its text, its claims and the words for the search stay as they are."""
        with self.transaction():
            key = self._key(name)
            index.renew(self._db, key, marks)
            index.link(self._db, key, copies)

    def remove(self, name: str) -> None:
        """Remove an article with its claims and its history; CorpusError when there is none of this id."""
        with self.transaction():
            key = self._key(name)
            index.erase(self._db, key, self._reading(key))
            self._db.execute("DELETE FROM articles WHERE key = ?", (key,))

    def rename(self, article: Article) -> None:
        """Take title, address and path of an article whose text is stored; they leave no history."""
        values = (article.title, article.url, article.path)
        with told(self.path):
            query = "SELECT title, url, path FROM articles WHERE id = ?"
            if self._db.execute(query, (article.id,)).fetchone() not in (None, values):
                query = "UPDATE articles SET title = ?, url = ?, path = ? WHERE id = ?"
                self._db.execute(query, (*values, article.id))

    def head(self, name: str) -> Head:
        """An article without its text; CorpusError when there is none of this id."""
        with told(self.path):
            row = self._db.execute(f"SELECT {COLUMNS} FROM articles WHERE key = ?", (self._key(name),)).fetchone()
            return head_of(row)

    def heads(self) -> Iterator[Head]:
        """All articles without their texts, newest first, then by id."""
        with told(self.path):
            order = "ORDER BY day DESC, id"
            yield from map(head_of, self._db.execute(f"SELECT {COLUMNS} FROM articles {order}"))

    def reading(self, name: str) -> Reading:
        """An article with its claims; CorpusError when there is none of this id."""
        with told(self.path):
            return self._reading(self._key(name))

    def reader(self, name: str) -> str:
        """The label of the pipeline that found the claims of an article."""
        with told(self.path):
            query = "SELECT reader FROM articles WHERE key = ?"
            return str(self._db.execute(query, (self._key(name),)).fetchone()[0])

    def readings(self) -> Iterator[Reading]:
        """All articles with their claims, by id, a few in memory at a time."""
        last = ""
        query = "SELECT key, id FROM articles WHERE id > ? ORDER BY id LIMIT ?"
        while True:
            with told(self.path):
                rows = self._db.execute(query, (last, _BATCH)).fetchall()
                if not rows:
                    return
                found = [self._reading(key) for key, _ in rows]
            yield from found
            last = rows[-1][1]

    def history(self, name: str) -> tuple[Revision, ...]:
        """The versions of an article that newer ones replaced, oldest first."""
        with told(self.path):
            query = "SELECT revision, title, published, text FROM revisions WHERE article = ? ORDER BY revision"
            return tuple(Revision(*row) for row in self._db.execute(query, (self._key(name),)))

    def stats(self) -> Stats:
        """Counts, days, readers, size."""
        with told(self.path):
            return statistics(self._db)

    def near(self, marks: Index, days: tuple[int, int] | None, most: int) -> list[Near]:
        """The articles that share the most telling stems with `marks`, closest first, at most `most`.

        `days` are the ordinals of the first and last day of publication to look at, undated articles apart, which
        always count; None for all.
        """
        with told(self.path):
            return index.near(self._db, marks.stems, days, most)

    def sharing(self, marks: Index) -> list[tuple[str, str]]:
        """The id and text of articles that may be copies: they share much of the sketch, those most alike first."""
        with told(self.path):
            return index.sharing(self._db, marks.sketch)

    def origin(self, name: str) -> str:
        """The least id among the copies of an article, itself included."""
        with told(self.path):
            return index.origin(self._db, self._key(name))

    def search(self, query: Query, most: int) -> list[Hit]:
        """The claims that match, at most `most`, best first; CorpusError when the query holds no word."""
        with told(self.path):
            return find(self._db, query, most)

    def pending(self) -> int:
        """How many sentences have no vector yet."""
        with told(self.path):
            return meaning.pending(self._db)

    def embed(self) -> Iterator[int]:
        """Make the vectors that are missing; gives, batch by batch, how many sentences have become theirs.

        What has been given stays, whatever happens later. Raises SemanticError without the extra `semantic`.
        """
        with told(self.path):
            yield from meaning.embed(self._db)

    def alike(self, query: Query, most: int) -> list[Hit]:
        """The claims in the sentences nearest in meaning to the text of a query, nearest first, at most `most`.

        Sentences without a vector are not found: see `embed`. The filters hold as in `search`. Raises CorpusError when
        query or filter is empty, SemanticError without the extra `semantic`.
        """
        with told(self.path):
            return meaning.alike(self._db, self.path, query, most)

    def _key(self, name: str) -> int:
        row = self._db.execute("SELECT key FROM articles WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise CorpusError(f"{self.path}: holds no article {name!r}; see `claimcheck corpus list`")
        return int(row[0])

    def _reading(self, key: int) -> Reading:
        row = self._db.execute(f"SELECT {', '.join(ARTICLE)} FROM articles WHERE key = ?", (key,)).fetchone()
        article = article_of(row)
        query = f"SELECT {', '.join(CLAIM)} FROM claims WHERE article = ? ORDER BY place"
        return Reading(article, tuple(claim_of(r, article.text) for r in self._db.execute(query, (key,))))

    def _insert(self, article: Article) -> int:
        names, values = ", ".join(ARTICLE), article_row(article)
        unset = "0, 1, '', 0"  # set by _fill
        query = f"INSERT INTO articles ({names}, day, revision, reader, claims) VALUES ({_marks(values)}, {unset})"
        return int(self._db.execute(query, values).lastrowid or 0)

    def _retire(self, article: Article) -> int:
        """Move the stored version of an article to its history and put the new text in its place."""
        key = self._key(article.id)
        old = "SELECT key, revision, title, published, text FROM articles WHERE key = ?"
        self._db.execute(f"INSERT INTO revisions (article, revision, title, published, text) {old}", (key,))
        index.erase(self._db, key, self._reading(key))
        for table in ("claims", "sentences", "copies"):
            self._db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
        self._db.execute("DELETE FROM copies WHERE other = ?", (key,))
        columns = ", ".join(f"{name} = ?" for name in ARTICLE)
        self._db.execute(
            f"UPDATE articles SET {columns}, revision = revision + 1 WHERE key = ?", (*article_row(article), key)
        )
        return key

    def _fill(self, key: int, reading: Reading, reader: str) -> None:
        day = reading.article.published_on
        facts = (day.toordinal() if day else 0, reader, len(reading.claims), key)
        self._db.execute("UPDATE articles SET day = ?, reader = ?, claims = ? WHERE key = ?", facts)
        rows = [(key, place, *claim_row(claim)) for place, claim in enumerate(reading.claims)]
        names = ", ".join(("article", "place", *CLAIM))
        self._db.executemany(f"INSERT INTO claims ({names}) VALUES ({_marks(('', '', *CLAIM))})", rows)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
