"""Wordings side by side and the stems under them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian.stems import content, stem, tokens
from claimcheck.italian.wording import (
    MOST_WORDS,
    Contrast,
    added,
    apart,
    change,
    closed,
    contrasts,
    negated,
    open_ended,
    opening,
    opposites,
    plain,
    respelling,
    strengths,
    within,
)


def test_content_words_only() -> None:
    assert content("Più di 10.000 container sono stati forniti alla Russia") == (
        "10.000",
        stem("contenitori"),
        stem("fornito"),
        stem("russa"),
    )


def test_synonyms_share_a_stem() -> None:
    assert stem("contenitore") == stem("container")
    assert stem("viaggio") == stem("visite")
    assert stem("viaggio") != stem("vertice")


@given(st.text(max_size=80))
def test_tokens_are_places_in_the_text(text: str) -> None:
    assert all(text[start:end] == word for start, end, word in tokens(text))
    assert len(content(text)) <= len(tokens(text))


@pytest.mark.parametrize(
    ("short", "long", "inside"),
    [
        ("comunicazione strategica", "rafforzeremo la comunicazione strategica", True),
        ("la comunicazione strategica", "la strategica comunicazione", False),
        ("assistenza reciproca", "assistenza reciproca", False),
        ("", "assistenza reciproca", False),
    ],
)
def test_within(short: str, long: str, inside: bool) -> None:
    assert within(short, long) is inside


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("Tratteremo con questo governo", "Non tratteremo con questo governo", True),
        ("Il Pil è cresciuto dello 0,2%", "Il Pil è calato dello 0,2%", True),
        ("Assumeremo 300 persone entro maggio", "Assumeremo 500 persone entro maggio", True),
        ("Tratteremo con questo governo", "Tratteremo con quel governo", False),
        ("Non tratteremo mai con questo governo", "Per ora tratteremo con cautela su tutto", False),
        ("Tratteremo con questo governo", "Tratteremo con questo governo", False),
        ("", "", False),
    ],
)
def test_change(one: str, other: str, changed: bool) -> None:
    assert (change(one, other) is not None) is changed
    assert (change(other, one) is not None) is changed


def test_opposites_need_one_word_on_each_side() -> None:
    assert opposites("il bilancio è approvato", "il bilancio è respinto") == ("approvato", "respinto")
    assert opposites("approvato e poi respinto", "respinto") is None


@pytest.mark.parametrize(("text", "odd"), [("non lo sa", True), ("non lo sa nessuno", False), ("lo sa", False)])
def test_negated(text: str, odd: bool) -> None:
    assert negated(text) is odd


def test_plain() -> None:
    assert plain("«Perché no?»") == ("perche", "no")


TREATY = "L’accordo globale di partenariato firmato oggi prevede la fornitura di assistenza reciproca"
TRANSLATED = "Il trattato di partenariato globale firmato oggi prevede l’assistenza reciproca"


@pytest.mark.parametrize(
    ("one", "other", "only_a", "only_b"),
    [
        pytest.param(
            TREATY,
            TRANSLATED,
            "L’accordo globale di partenariato",
            "Il trattato di partenariato globale",
            id="a word that moved joins its stretch",
        ),
        pytest.param("patto globale", "patto solenne", "patto globale", "patto solenne", id="the word before"),
        pytest.param("il patto è una vergogna", "il patto è una vera infamia", "vergogna", "vera infamia", id="run"),
        pytest.param("Cambia.", "Rosso verde giallo.", "Cambia", "Rosso verde giallo", id="nothing in common"),
        pytest.param("", "Rosso", "", "Rosso", id="empty"),
    ],
)
def test_apart(one: str, other: str, only_a: str, only_b: str) -> None:
    assert apart(one, other) == {"only_a": only_a, "only_b": only_b}
    assert apart(other, one) == {"only_a": only_b, "only_b": only_a}


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("pieno sostegno", "pieno sostegno con riferimento alla guerra", "con riferimento alla guerra"),
        ("firmato", "firmato a Roma", "a Roma"),
    ],
)
def test_added(one: str, other: str, more: str) -> None:
    assert added(one, other) == Contrast("", more)
    assert added(other, one) == Contrast(more, "")


@pytest.mark.parametrize(("one", "other"), [("patto globale", "patto solenne"), ("il patto", "un patto"), ("", "")])
def test_nothing_added(one: str, other: str) -> None:
    assert added(one, other) is None


@given(st.text(), st.text())
def test_stretches_stand_in_the_texts(one: str, other: str) -> None:
    for contrast in contrasts(one, other):
        assert contrast.left or contrast.right
        assert len(plain(contrast.left)) <= MOST_WORDS + 2 >= len(plain(contrast.right))
        assert "…" not in (contrast.left, contrast.right)
        assert plain(contrast.left) == () or " ".join(plain(contrast.left)) in " ".join(plain(one))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fornire armi a Mosca Una guerra devastante in UcrainaEntrambi", "fornire armi a Mosca"),
        ("fornire armi alla RussiaEntrambi hanno negato", "fornire armi alla Russia"),
        ("il direttore del Corriere Della Sera ha scritto", "il direttore del Corriere Della Sera ha scritto"),
        ("Una guerra devastante", "Una guerra devastante"),
    ],
)
def test_opening(text: str, first: str) -> None:
    assert opening(text) == first


def test_a_cut_text_has_no_open_marks() -> None:
    assert closed("continueranno a “opporsi” a chi vuole “di") == "continueranno a opporsi a chi vuole di"
    assert closed("«sì» e “no”") == "«sì» e “no”"


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("Con loro non tratteremo mai", "Con loro per ora non tratteremo", ("mai", "per ora")),
        ("Tutti i lavoratori saranno riassunti", "Alcuni lavoratori saranno riassunti", ("tutti", "alcuni")),
        ("Con loro non tratteremo mai", "Con loro non tratteremo", None),
        ("Non tratteremo mai", "Per ora il piano resta fermo", None),
        ("", "", None),
    ],
)
def test_strengths(one: str, other: str, pair: tuple[str, str] | None) -> None:
    assert strengths(one, other) == pair
    assert strengths(other, one) == (pair[::-1] if pair else None)


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("il capo Khamenei parla", "il capo Kamenei parla", ("Khamenei", "Kamenei")),
        ("Mario Rossi parla", "Mario Russo parla", None),
        ("il capo Khamenei parla", "il leader Kamenei tace", None),
        ("parla", "parla ora chiaro", None),
        ("", "", None),
    ],
)
def test_respelling(one: str, other: str, pair: tuple[str, str] | None) -> None:
    assert respelling(one, other) == pair


@pytest.mark.parametrize(
    ("text", "left_open"), [("non è ancora approvato", True), ("non è approvato", False), ("è ancora aperto", False)]
)
def test_open_ended(text: str, left_open: bool) -> None:
    assert open_ended(text) is left_open
