"""Copies of one text are one origin."""

from itertools import permutations

import pytest

from claimcheck.alignment.origins import origins, same_text, shingles
from claimcheck.model import Article
from tests.alignment.build import FIRE_A, FIRE_B, MATCH


def article(name: str, text: str) -> Article:
    return Article(name, text)


@pytest.mark.parametrize(
    "copy",
    [
        FIRE_A,
        FIRE_A.upper(),
        FIRE_A.replace("«", '"').replace("»", '"'),
        FIRE_A.replace("sono rimasti feriti", "risultano feriti"),
        "Porto Verde, 2 marzo. " + FIRE_A + " Continua a leggere.",
        FIRE_A[: len(FIRE_A) * 2 // 3],
    ],
)
def test_copies_are_one_origin(copy: str) -> None:
    assert origins([article("b", copy), article("a", FIRE_A)]) == (("a", "b"),)


def test_two_reports_of_one_event_are_two_origins() -> None:
    assert origins([article("a", FIRE_A), article("b", FIRE_B)]) == (("a",), ("b",))


def test_order_does_not_matter() -> None:
    found = [article("a", FIRE_A), article("b", FIRE_B), article("c", FIRE_A + " Fine."), article("d", MATCH)]
    results = {origins(order) for order in permutations(found)}
    assert results == {(("a", "c"), ("b",), ("d",))}


def test_copies_are_found_among_many_texts() -> None:
    others = [article(f"x{n:03}", f"{MATCH} {n} " + " ".join(f"parola{n}{i}" for i in range(200))) for n in range(60)]
    copied = [article("a", FIRE_A), article("b", FIRE_A + " Fine.")]
    assert ("a", "b") in origins([*others, *copied])


@pytest.mark.parametrize("text", ["", "Ciao.", "Sì sì."])
def test_tiny_texts(text: str) -> None:
    assert not same_text(shingles(text), shingles(text))
    assert origins([article("a", text), article("b", text)]) == (("a",), ("b",))
