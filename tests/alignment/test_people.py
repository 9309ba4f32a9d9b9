"""Ages of two people."""

import pytest

from claimcheck.alignment.features import Profile, profiles, topic
from claimcheck.alignment.people import one_person, two_people
from tests.alignment.build import claim, reading


def aged(text: str, words: str, years: float) -> Profile:
    made = reading("a", text, claim(text, words, "figure", figure="age", low=years, high=years, of="enne"))
    return profiles(made, topic(made.article))[0]


KNOWN = aged("Arianna Selva, 23 anni, vola in semifinale.", "23 anni", 23)


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Marco Donati supera il turno a Lugano. Il 22enne trentino sfida ora il numero uno.", True),
        ("Arianna Selva supera il turno a Lugano. La 22enne sfida ora la numero uno.", False),
        ("Una tennista di 22 anni supera il turno con Donati. La 22enne sfida ora la numero uno.", False),
        ("Il torneo si gioca a Lugano. La 22enne sfida ora la numero uno.", False),
        ("Supera il turno una 22enne. Con lei anche Donati.", False),
    ],
)
def test_who_is_spoken_of_as_known_is_the_one_named_before(text: str, two: bool) -> None:
    assert two_people(KNOWN, aged(text, "22enne", 22)) is two


@pytest.mark.parametrize(
    ("text", "words", "one"),
    [
        ("Il direttore Ugo Testa, 54 anni, si è dimesso.", "54 anni", True),
        ("Si è dimesso il 54enne Ugo Testa.", "54enne", True),
        ("Ugo Testa diventò direttore a 54 anni.", "54 anni", False),
        ("Lo annuncia Ada Testa, 54 anni.", "54 anni", False),
    ],
)
def test_ages_beside_one_full_name_are_of_one_person(text: str, words: str, one: bool) -> None:
    assert one_person(aged("Ugo Testa, 45 anni, si è dimesso.", "45 anni", 45), aged(text, words, 54)) is one
