"""Names of sources: one person, two persons, one the voice of the other."""

import pytest

from claimcheck.italian.sameness import (
    homes,
    is_medium,
    one_name,
    respelt,
    same_source,
    share_source,
    speaks_for,
    states,
    two_states,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Putin", "Putin"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Choe Son-hui", "Choi Sun Hee"),
        ("Volodymyr Zelensky", "Zelenskij"),
        ("Tass", "l’agenzia Tass"),
        ("Onu", "le Nazioni Unite"),
        ("portavoce delle Nazioni Unite", "portavoce dell'Onu"),
        ("pompieri", "vigili del fuoco"),
        ("Corea del Nord; Russia", "Russia; Corea del Nord"),
        ("Università di Bologna", "l'Università di Bologna"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert same_source(one, other)
    assert same_source(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mario Rossi", "Luca Rossi"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Massimo Strampelli", "Massimiliano Strampelli"),
        ("Russia", "Russia; Corea del Nord"),
        ("Moretti", "Morelli"),
        ("Mario Rossi", "Mario Russo"),
        (None, "Putin"),
        (None, None),
        ("", ""),
    ],
)
def test_not_same(one: str | None, other: str | None) -> None:
    assert not same_source(one, other)
    assert not same_source(other, one)


def test_share_one_of_joint_sources() -> None:
    assert share_source("Russia", "Corea del Nord; Russia")
    assert not share_source("Russia", "Cina; Iran")


@pytest.mark.parametrize(
    ("source", "medium"),
    [
        ("TASS", True),
        ("media statali russi", True),
        ("Le Monde", True),
        ("Vladimir Putin", False),
        ("governo", False),
        (None, False),
    ],
)
def test_medium(source: str | None, medium: bool) -> None:
    assert is_medium(source) is medium


def test_a_leader_speaks_for_his_country() -> None:
    text = "Il presidente russo Vladimir Putin è arrivato a Pyongyang."
    assert speaks_for("Mosca", "Vladimir Putin", text)
    assert speaks_for("Vladimir Putin", "Russia", text)
    assert speaks_for("Cremlino", "Russia")
    assert not speaks_for("Kiev", "Vladimir Putin", text)
    assert not speaks_for("Mario Rossi", "Luca Bianchi", text)


def test_states() -> None:
    assert states("il leader nordcoreano") == {"corea del nord"}
    assert states("la Corea del Sud e gli Stati Uniti") == {"corea del sud", "usa"}


def test_two_states() -> None:
    assert (
        two_states("Tokyo e Pechino trattano; il Giappone insiste, la Cina frena. A Roma si attende.")
        == "Cina; Giappone"
    )
    assert two_states("A Roma si attende.") is None


@pytest.mark.parametrize(
    ("one", "other", "two_ways"),
    [
        ("Choe Son-hui", "Choi Sun Hee", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskij", True),
        ("Kim Jong-un", "Kim Jong Un", False),
        ("Vladimir Putin", "Putin", False),
        ("Mario Rossi", "Mario Russo", False),
        (None, "Putin", False),
    ],
)
def test_respelt(one: str | None, other: str | None, two_ways: bool) -> None:
    assert respelt(one, other) is two_ways


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Khamenei", "Kamenei", True),
        ("Zelensky", "Zelenskij", True),
        ("Moretti", "Marotta", False),
        ("Kiev", "Kiev", False),
    ],
)
def test_one_name(one: str, other: str, same: bool) -> None:
    assert one_name(one, other) is same


def test_homes() -> None:
    assert homes("Mosca") == {"russia"}
    assert homes("Xi Jinping", "Il presidente cinese Xi Jinping è arrivato.") == {"cina"}
    assert homes("Mario Rossi", "Il sindaco Mario Rossi è arrivato.") == frozenset()
    assert homes(None) == frozenset()
