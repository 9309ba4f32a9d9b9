"""Ages of two people."""

import pytest

from claimcheck.alignment.features import Profile, profiles, topic
from claimcheck.alignment.people import two_people
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
