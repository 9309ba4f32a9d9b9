"""The file: made, brought up to date, refused with a reason."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.corpus import Corpus
from claimcheck.corpus.database import APPLICATION
from claimcheck.corpus.migrations import scripts
from claimcheck.errors import CorpusError
from tests.alignment.build import fires
from tests.corpus.build import put, raw, renamed, sound

ROOT = Path(__file__).parents[2]
PUBLISHED: tuple[str, ...] = ()
"""SHA-256 of each migration of a published version: they are never changed, only followed by others."""


def test_migrations_only_grow() -> None:
    found = tuple(hashlib.sha256(script.encode()).hexdigest() for script in scripts())
    assert found[: len(PUBLISHED)] == PUBLISHED


def test_a_new_file_is_marked_and_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "cartella" / "corpus.sqlite"
    Corpus(path, create=True).close()
    with raw(path) as db:
        names = ("application_id", "user_version", "journal_mode")
        facts = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert facts == [APPLICATION, len(scripts()), "wal"]


def test_foreign_keys_hold(tmp_path: Path) -> None:
    fault = pytest.raises(CorpusError, match="FOREIGN KEY")
    with Corpus(tmp_path / "c", create=True) as corpus, fault, corpus.transaction():
        corpus._db.execute("INSERT INTO sentences (article, start, stop) VALUES (99, 0, 1)")


@pytest.mark.parametrize("name", ["manca.sqlite", "no/such/folder/c.sqlite"])
def test_a_missing_corpus_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="no corpus yet; make one with `claimcheck corpus add"):
        Corpus(tmp_path / name)


@pytest.mark.parametrize("create", [True, False])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "articolo.txt"
    path.write_text("Non è un corpus, è un articolo. " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(CorpusError, match=r"articolo.txt: is not a corpus of claimcheck.*--corpus"):
        Corpus(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "altro.db"
    with raw(path) as db:
        db.execute("CREATE TABLE articles (id)")
    before = path.read_bytes()
    with pytest.raises(CorpusError, match="is not a corpus of claimcheck"):
        Corpus(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_schema_is_refused(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "c.sqlite"
    Corpus(path, create=True).close()
    with raw(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(CorpusError, match=r"newer claimcheck \(schema 99, this one knows \d+\); upgrade"):
        Corpus(path, create=create)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(CorpusError, match=r"is damaged|is not a corpus"), Corpus(path) as corpus:
        list(corpus.readings())


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be opened"):
        Corpus(tmp_path, create=True)
    (tmp_path / "file").touch()
    with pytest.raises(CorpusError, match="the folder cannot be made"):
        Corpus(tmp_path / "file" / "c.sqlite", create=True)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    one = fires()[0]
    with Corpus(path, create=True) as corpus:
        put(corpus, one)
        pages = corpus._db.execute("PRAGMA page_count").fetchone()[0]
        corpus._db.execute(f"PRAGMA max_page_count = {pages + 20}")
        stored = ["alfa"]

        def fill() -> None:
            for n in range(1000):
                put(corpus, renamed(one, f"n{n:03}"))
                stored.append(f"n{n:03}")

        with pytest.raises(CorpusError, match="disk is full; what was reported as stored is safe: free some space"):
            fill()
        assert sorted(head.id for head in corpus.heads()) == stored
        assert len(stored) > 1
    assert sound(path)


AS_ANOTHER = """
import os, sys
from pathlib import Path
from claimcheck.corpus import Corpus
from claimcheck.corpus.migrations import scripts
from claimcheck.errors import CorpusError
scripts()  # read before rights are given up
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
path = Path(sys.argv[1])
with Corpus(path) as corpus:
    sys.stdout.write(f"{len(list(corpus.readings()))} ")
    try:
        corpus.remove("alfa")
    except CorpusError as error:
        sys.stdout.write(str(error))
for name in (path, path.with_name("nuovo.sqlite")):
    try:
        Corpus(name, create=True).remove("alfa")
    except CorpusError as error:
        sys.stdout.write(f"|{error}")
"""


def test_a_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "sola-lettura"
    path = folder / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
    folder.chmod(0o555)
    path.chmod(0o444)
    for parent in folder.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, str(path)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    read, write, new = done.stdout.split("|")
    assert read.startswith("3 ")
    assert "read-only" in read
    assert "read-only" in write
    assert "cannot be opened" in new


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
    grown = (*scripts(), "CREATE TABLE later (key INTEGER PRIMARY KEY);\nINSERT INTO later VALUES (7);\n")
    monkeypatch.setattr("claimcheck.corpus.database.scripts", lambda: grown)
    with Corpus(path) as corpus:
        assert len(list(corpus.readings())) == 3
    with raw(path) as db:
        assert db.execute("SELECT key FROM later").fetchall() == [(7,)]
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(grown)


def test_a_failed_migration_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.sqlite"
    Corpus(path, create=True).close()
    grown = (*scripts(), "CREATE TABLE later (key INTEGER PRIMARY KEY);\nINSERT INTO nowhere VALUES (7);\n")
    with monkeypatch.context() as patched:
        patched.setattr("claimcheck.corpus.database.scripts", lambda: grown)
        with pytest.raises(CorpusError, match="nowhere"):
            Corpus(path)
    with Corpus(path) as corpus:
        assert list(corpus.heads()) == []
    with raw(path) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("SELECT * FROM later")
