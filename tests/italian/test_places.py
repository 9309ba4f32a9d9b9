"""Places in a sentence and which holds which."""

import pytest

from claimcheck.italian.places import once, places, tie


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'esplosione è avvenuta a Bagheria, in Sicilia", ("Bagheria", "Sicilia")),
        ("il vertice si terrà nella Repubblica Ceca", ("Repubblica Ceca",)),
        ("è nato all'Aquila, vicino a Reggio Emilia", ("Aquila", "Reggio Emilia")),
        ("in provincia di Vibo Valentia", ("Vibo Valentia",)),
        ("il vertice si terrà a giugno", ()),
        ("Roma e Milano", ()),
        ("", ()),
    ],
)
def test_places(text: str, found: tuple[str, ...]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("one", "other", "ties"),
    [
        ("Sicilia", "Palermo", "holds"),
        ("Palermo", "Italia", "inside"),
        ("Parigi", "Francia", "inside"),
        ("Palermo", "Messina", "apart"),
        ("Roma", "Milano", "apart"),
        ("Polonia", "Ungheria", "apart"),
        ("Lombardia", "Lecce", "apart"),
        ("Kiev", "Kyiv", None),
        ("Roma", "Roma", None),
        ("Casale", "Roma", None),
        ("", "", None),
    ],
)
def test_tie(one: str, other: str, ties: str | None) -> None:
    assert tie(one, other) == ties
    assert tie(other, one) == {"holds": "inside", "inside": "holds"}.get(ties or "", ties)


@pytest.mark.parametrize(
    ("text", "single"), [("l'esplosione è avvenuta", True), ("aprirà un negozio", False), ("", False)]
)
def test_once(text: str, single: bool) -> None:
    assert once(text) is single
