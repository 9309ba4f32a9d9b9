"""What the clause around a figure tells of its act and of what it measures."""

import pytest

from claimcheck.alignment.clauses import one_act, one_measure, one_occasion
from claimcheck.kinds.base import Side
from tests.alignment.build import claim, reading


def day(text: str, words: str) -> Side:
    made = reading("a", text, claim(text, words, "figure", figure="date", timex="2024-03-01"))
    return Side(made.article, made.claims[0])


def share(text: str, words: str) -> Side:
    made = reading("a", text, claim(text, words, "figure", figure="percent", low=5.0, high=5.0, unit="%"))
    return Side(made.article, made.claims[0])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Il corpo è stato trovato lunedì nel fiume", "Martedì un passante ha trovato il corpo", True),
        ("La salma è partita lunedì dopo l'autopsia", "L'autopsia, eseguita martedì a Bari, chiarirà", False),
        ("Il sindaco è stato arrestato lunedì", "Per il sindaco il processo comincia martedì", False),
        ("Il sindaco è stato arrestato lunedì", "L'arresto del sindaco risale a martedì", True),
        ("Il ministro ha firmato lunedì", "Martedì si vota in Senato", False),
        ("Il ministro ha firmato l'intesa lunedì", "L'intesa, ha detto, è stata firmata martedì", True),
    ],
)
def test_days_of_one_act_share_words_and_step(one: str, other: str, same: bool) -> None:
    sides = [day(text, "lunedì") for text in (one,)] + [
        day(other, word) for word in ("Martedì", "martedì") if word in other
    ]
    assert one_act(*sides) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Il traffico crescerà del 5%", "La crescita dei ricavi sarà del 7%", False),
        ("Il traffico crescerà del 5%", "Una crescita del traffico del 7%", True),
        ("Una crescita del 5%", "Un aumento del 7%", False),
    ],
)
def test_two_percentages_must_name_one_thing(one: str, other: str, same: bool) -> None:
    assert one_measure(share(one, "5%"), share(other, "7%")) is same


@pytest.mark.parametrize(
    ("one", "other", "once"),
    [
        ("I funerali si terranno lunedì a Bari", "I funerali saranno celebrati martedì", True),
        ("I funerali si terranno lunedì a Bari", "L'autopsia sarà eseguita martedì", False),
        ("La ministra ha incontrato lunedì i sindacati", "Un altro incontro si terrà martedì", False),
    ],
)
def test_some_things_happen_once(one: str, other: str, once: bool) -> None:
    assert one_occasion(day(one, "lunedì"), day(other, "martedì")) is once
