import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian.marks import pair


def inner(text: str) -> list[str]:
    return [text[m.start : m.end] for m in pair(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ha detto «sì» e “no”.", ["sì", "no"]),
        ('Ha detto "sì, grazie".', ["sì, grazie"]),
        ("L’accordo è “storico“ per tutti.", ["storico"]),
        ('«Andremo avanti", ha detto.', ["Andremo avanti"]),
        ("Le ’perline’ protestano.", ["perline"]),
        ("La ‘voce del regime’ tace.", ["voce del regime"]),
        ("Dice: «Non è “nuovo” per noi».", ["Non è “nuovo” per noi", "nuovo"]),
        ('Prima " parola " con spazi.', ["parola"]),
        ('«Basta ": così ha detto.', ["Basta"]),
        ("Titolo: „Wir kommen“, ha scritto.", ["Wir kommen"]),
    ],
)
def test_pairs_by_place_not_by_shape(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L’azienda e l'epoca dell’oro.",
        "Un po' di tempo, un po’ di pace.",
        "Gli anni ’90 e gli anni '80.",
        "La ’ndrangheta e la 'ndrina di Platì.",
        "Alto 6' 2 e lungo 30 m.",
        "”",
        "»",
        "“”",
        "",
    ],
)
def test_apostrophes_and_stray_marks_open_nothing(text: str) -> None:
    assert inner(text) == []


def test_a_stray_mark_costs_no_more_than_its_paragraph() -> None:
    text = "Primo “paragrafo senza chiusura.\nSecondo «intero» e “pulito”."
    assert inner(text)[-2:] == ["intero", "pulito"]
    assert all(m.outer_end <= text.index("\n") or m.start > text.index("\n") for m in pair(text))


def test_an_unclosed_quote_ends_with_its_sentence() -> None:
    found = pair("Dice: “Non ci stiamo. Poi esce. Ma poi dice: “Torniamo”. Fine.")
    assert [(m.repaired, m.level) for m in found] == [(True, 0), (False, 0)]


def test_a_mark_opened_anew_at_each_paragraph_runs_to_the_end_of_the_one_before() -> None:
    assert inner("«Si chiude. Poi si vedrà.\n«Infine si riapre».") == ["Si chiude. Poi si vedrà.", "Infine si riapre"]


def test_levels_tell_a_quote_inside_a_quote() -> None:
    assert [m.level for m in pair("«Il progetto “Rinascita” parte»")] == [0, 1]


@given(st.text(alphabet='abc .,:\n“”«»"\'‘’„–-“”"', max_size=80))
def test_never_raises_and_every_span_is_in_the_text(text: str) -> None:
    for m in pair(text):
        assert 0 <= m.outer_start < m.start < m.end <= m.outer_end <= len(text)
        assert "\n" not in text[m.start : m.end]
        assert text[m.start : m.end] == text[m.start : m.end].strip()


CLEAN = "Rossi ha detto: «Noi andremo avanti».\n\nPoi “la svolta”, secondo Bianchi.\n\nInfine un “gesto”."


@given(st.integers(min_value=0, max_value=36), st.sampled_from("“”«»\"'"))
def test_a_mark_put_into_one_paragraph_leaves_the_others_alone(at: int, mark: str) -> None:
    mutated = CLEAN[:at] + mark + CLEAN[at:]
    after = mutated.index("\n")
    assert [mutated[m.start : m.end] for m in pair(mutated) if m.start > after] == ["la svolta", "gesto"]
