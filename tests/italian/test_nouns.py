import pytest

from claimcheck.italian.clauses.roles import clashes
from claimcheck.italian.nouns import noun_class, parts, plurals


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("ministro", "ministri"),
        ("analista", "analisti"),
        ("banca", "banche"),
        ("collega", "colleghe"),
        ("città", "città"),
        ("portavoce", "portavoci"),
        ("medico", "medici"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert expected in plurals(noun)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ministri", "person"), ("Procura", "body"), ("sondaggi", "document"), ("tavolo", None), ("accordo", None)],
)
def test_who_can_speak(word: str, expected: str | None) -> None:
    assert noun_class(word) == expected


def test_parts_are_no_nouns_of_their_own() -> None:
    assert {"metà", "centinaia"} <= parts()
    assert not {"ministro", "governo"} & parts()


@pytest.mark.parametrize(
    ("article", "name", "expected"),
    [
        ("la", "Alvaro Costa", True),
        ("la", "Marina Lodi", False),
        ("il", "Marina Lodi", True),
        ("il", "Andrea Lodi", False),
        ("l'", "Marina Lodi", False),
    ],
)
def test_article_and_forename(article: str, name: str, expected: bool) -> None:
    assert clashes(article, name) is expected
