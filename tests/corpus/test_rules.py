"""An index made by other rules is made anew: nothing is lost, checks find what they would find in a fresh corpus."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import checking
from claimcheck.checking import check, pairs, renew, rules
from claimcheck.corpus import Corpus
from claimcheck.errors import CorpusError
from tests.alignment.build import fires
from tests.corpus.build import counts, put, raw, renamed, revised, sound

ALFA, BETA, GAMMA = fires()
COPY = renamed(revised(BETA), "copia")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, BETA, GAMMA, COPY)
    return path


def age(path: Path, *names: str) -> None:
    """As if other rules had indexed these articles: other stems, other marks."""
    with raw(path) as db:
        db.execute("PRAGMA foreign_keys = ON")
        for name in names:
            (key,) = db.execute("SELECT key FROM articles WHERE id = ?", (name,)).fetchone()
            db.execute(
                "UPDATE topics SET rules = 'older', topic = '[3, {\"vecchio\": 1}, {}]' WHERE article = ?", (key,)
            )
            db.execute("UPDATE topics SET sketch = x'0100000000000000' WHERE article = ?", (key,))
            for table in ("blocks", "marks", "copies"):
                db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
            db.execute("DELETE FROM copies WHERE other = ?", (key,))
            db.execute("INSERT INTO blocks SELECT 'vecchio', day, key FROM articles WHERE key = ?", (key,))
            db.execute("INSERT INTO marks VALUES (1, ?)", (key,))


def test_the_present_rules_need_nothing(path: Path) -> None:
    with Corpus(path) as corpus:
        assert corpus.outdated(rules()) == []
        assert list(renew(corpus)) == []


@pytest.mark.parametrize("old", [("beta",), ("copia", "beta", "gamma")])
def test_an_older_index_is_made_anew_by_what_needs_it(path: Path, old: tuple[str, ...]) -> None:
    with Corpus(path) as corpus:
        readings, before, found = list(corpus.readings()), counts(path), repr(check([ALFA], corpus))
    age(path, *old)
    with Corpus(path) as corpus:
        assert corpus.outdated(rules()) == sorted(old)
        assert repr(check([ALFA], corpus)) == found
        assert corpus.outdated(rules()) == []
        assert list(corpus.readings()) == readings
        assert corpus.origin("copia") == "beta"
    assert counts(path) == before
    assert sound(path)


def test_pairs_need_it_too(path: Path) -> None:
    with Corpus(path) as corpus:
        put(corpus, ALFA)
        found = repr([aligned.pair for _, related in pairs(corpus) for aligned, _ in related])
    age(path, "alfa", "beta", "copia", "gamma")
    with Corpus(path) as corpus:
        assert repr([aligned.pair for _, related in pairs(corpus) for aligned, _ in related]) == found


def test_stopped_half_way_it_goes_on_where_it_was(path: Path) -> None:
    age(path, "beta", "copia", "gamma")
    with Corpus(path) as corpus:
        assert next(renew(corpus)) == "beta"
    with Corpus(path) as corpus:
        assert corpus.outdated(rules()) == ["copia", "gamma"]
        assert list(renew(corpus)) == ["copia", "gamma"]


def test_a_file_of_the_first_schema_is_brought_up_to_date_and_indexed(path: Path) -> None:
    with Corpus(path) as corpus:
        found = repr(check([ALFA], corpus))
    with raw(path) as db:
        for statement in ("DROP INDEX topics_rules", "ALTER TABLE topics DROP COLUMN rules", "DROP TABLE vectors"):
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")
    with Corpus(path) as corpus:
        assert corpus.outdated(rules()) == ["beta", "copia", "gamma"]
        assert repr(check([ALFA], corpus)) == found
    assert sound(path)


def test_an_older_index_in_a_file_that_cannot_be_written_is_told(path: Path) -> None:
    age(path, "beta")
    with Corpus(path) as corpus:
        corpus._db.execute("PRAGMA query_only = ON")
        with pytest.raises(CorpusError, match="cannot be written"):
            check([ALFA], corpus)


def test_the_rules_have_one_name_in_every_process() -> None:
    program = "from claimcheck.checking import rules; print(rules())"
    names = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert names == {rules()}


def test_other_words_or_other_stems_are_other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = rules.__wrapped__
    monkeypatch.setattr(checking, "load", lambda *table: {"words": ["altro"]})
    other = fresh()
    monkeypatch.setattr(checking, "stems", lambda about: ("altro",))
    assert len({rules(), other, fresh()}) == 3
