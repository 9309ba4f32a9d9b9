"""One SQLite file: opened safely, brought up to date, its faults told in words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.corpus.migrations import scripts, statements
from claimcheck.errors import CorpusError

APPLICATION = 0x436C436B  # "ClCk", https://www.sqlite.org/pragma.html#pragma_application_id
WAIT = 60.0  # seconds to wait for another process that is writing
CACHE = 64  # MiB of pages kept in memory
_MISSING = "there is no corpus yet; make one with `claimcheck corpus add PATH...`"
_ALIEN = "is not a corpus of claimcheck; name another file with --corpus"
_OLDER = "was written by an older claimcheck and is read-only: make it writable once, to bring it up to date"
_SAFE = "what was reported as stored is safe"
_FAULTS = {
    sqlite3.SQLITE_NOTADB: _ALIEN,
    sqlite3.SQLITE_FULL: f"the disk is full; {_SAFE}: free some space and run the command again",
    sqlite3.SQLITE_IOERR: f"the disk cannot be read or written; {_SAFE}: check the disk and its free space",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only; change that or use --corpus",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check that the folder exists and may be read and written",
    sqlite3.SQLITE_PERM: "cannot be opened: no permission; change that or name another file with --corpus",
    sqlite3.SQLITE_BUSY: f"another process has been writing for over {WAIT:.0f} s; try again when it is done",
    sqlite3.SQLITE_LOCKED: "is locked by another process; try again when it is done",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy or build it anew with `claimcheck corpus add`",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns faults of SQLite into CorpusErrors that say what, where and the cure."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        fault = _FAULTS.get(code, f"the corpus cannot be used: {error}")
        raise CorpusError(f"{path}: {fault}") from error
    except UnicodeEncodeError as error:
        raise CorpusError(f"{path}: a text holds characters no file can hold: {error.reason}; remove them") from error


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """The opened file, made when `create` is true, brought up to the present schema.

    A file that cannot be written is opened for reading alone. Raises CorpusError when it is missing, alien, damaged or
    written by a newer version.
    """
    if not create and not _filled(path):
        raise CorpusError(f"{path}: {_MISSING}")
    with told(path):
        if create:
            _make_folder(path)
        db = _open(path, "rwc" if create else "rw")
        try:
            _settle(db, path)
        except sqlite3.OperationalError as error:
            db.close()
            if create or error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            db = _open(path, "ro&immutable=1")
            if _identify(db, path) < len(scripts()):
                db.close()
                raise CorpusError(f"{path}: {_OLDER}") from error
        except BaseException:
            db.close()
            raise
        return db


def _filled(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path}: cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusError(f"{path.parent}: the folder cannot be made: {error.strerror or error}") from error


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", timeout=WAIT, isolation_level=None, uri=True)


def _settle(db: sqlite3.Connection, path: Path) -> None:
    """Settings of the connection, then the schema; a file that has it is not written."""
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
    if _identify(db, path) < len(scripts()):
        _use_wal(db)
        _migrate(db, path)


def _identify(db: sqlite3.Connection, path: Path) -> int:
    """The version of the schema, 0 for an empty file; CorpusError when the file is not ours or too new."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    marked = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    if not marked and (version or db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]):
        raise CorpusError(f"{path}: {_ALIEN}")
    if version > len(scripts()):
        raise CorpusError(
            f"{path}: was written by a newer claimcheck (schema {version}, this one knows {len(scripts())}); "
            "upgrade with `pip install --upgrade claimcheck-it`"
        )
    return version


def _use_wal(db: sqlite3.Connection) -> None:
    """Write-ahead log: readers and one writer at a time; the switch itself does not wait for others, so try again."""
    deadline = time.monotonic() + WAIT
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    with transaction(db):
        version = _identify(db, path)
        for script in scripts()[version:]:
            for statement in statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(scripts())}")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; waits for other writers. Inside another one it is part of that."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """One state of the file for all that is read inside."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")
