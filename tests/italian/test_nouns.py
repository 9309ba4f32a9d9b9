import pytest

from claimcheck.italian.nouns import noun_class, plurals


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
