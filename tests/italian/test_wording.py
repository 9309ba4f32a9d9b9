"""Wordings side by side and the stems under them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian.stems import content, stem, tokens
from claimcheck.italian.wording import change, differing, negated, opposites, plain, within


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


@pytest.mark.parametrize(
    ("one", "other", "only_a", "only_b"),
    [
        ("patto globale", "patto solenne", "globale", "solenne"),
        ("firmato", "firmato a Roma", "…", "Roma"),
        ("accordo firmato", "trattato firmato", "accordo firmato", "trattato firmato"),
        ("Cambia.", "Rosso verde giallo bianco nero viola.", "Cambia.", "Rosso verde giallo bianco nero viola."),
    ],
)
def test_differing(one: str, other: str, only_a: str, only_b: str) -> None:
    assert differing(one, other) == {"only_a": only_a, "only_b": only_b}
