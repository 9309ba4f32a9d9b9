"""What would have made two claims agree: one thing made alike, and the levels asked again."""

from typing import Any

import pytest

from claimcheck.alternatives import changes
from claimcheck.comparison import decide
from claimcheck.kinds.base import Side
from claimcheck.model import ClaimKind
from tests.alignment.build import claim, reading

SAID = "Gli operai della cartiera erano stati avvisati del pericolo di esplosione"
FLAMES = "le fiamme sono state appiccate di proposito da due persone"


def side(name: str, text: str, words: str, kind: ClaimKind, fields: dict[str, Any]) -> Side:
    found = claim(text, words, kind, **fields)
    return Side(reading(name, text, found).article, found)


def tons(low: float | None, high: float | None, words: str) -> tuple[str, str, ClaimKind, dict[str, Any]]:
    fields = {"figure": "measure", "low": low, "high": high, "unit": "t", "of": "carta"}
    return f"Nel rogo sono bruciate {words}.", words, "figure", fields


def day(timex: str, words: str) -> tuple[str, str, ClaimKind, dict[str, Any]]:
    return f"La cartiera riaprirà {words}.", words, "figure", {"figure": "date", "timex": timex}


def quote(words: str, source: str) -> tuple[str, str, ClaimKind, dict[str, Any]]:
    return f"«{words}», ha detto {source}.", words, "quote", {"source": source, "form": "direct"}


def report(verb: str, stance: str, words: str = FLAMES) -> tuple[str, str, ClaimKind, dict[str, Any]]:
    return f"La procura {verb} {words}.", words, "attribution", {"source": "procura", "stance": stance}


Given = tuple[str, str, ClaimKind, dict[str, Any]]


@pytest.mark.parametrize(
    ("a", "b", "level", "closer"),
    [
        pytest.param(
            tons(70, 70, "70 tonnellate"), tons(90, 90, "90 tonnellate"), "value", [("value", "agree")], id="value"
        ),
        pytest.param(
            tons(70, None, "oltre 70 tonnellate"),
            tons(50, 50, "50 tonnellate"),
            "bound-conflict",
            [("inside", "compatible"), ("value", "agree")],
            id="range",
        ),
        pytest.param(
            tons(50, 50, "50 tonnellate"),
            tons(70, None, "oltre 70 tonnellate"),
            "bound-conflict",
            [("inside", "compatible"), ("value", "agree")],
            id="range on the other side",
        ),
        pytest.param(
            day("2024-03-04", "lunedì 4 marzo"),
            day("2024-03-05", "martedì 5 marzo"),
            "date",
            [("day", "agree")],
            id="day",
        ),
        pytest.param(
            quote(SAID, "Luca Neri"), quote(SAID, "Paola Gallo"), "speaker", [("speaker", "agree")], id="speaker"
        ),
        pytest.param(
            quote(SAID, "Luca Neri"),
            quote(SAID.replace("erano", "non erano"), "Luca Neri"),
            "negation",
            [("words", "agree")],
            id="words of a quote",
        ),
        pytest.param(
            report("conferma che", "asserted"),
            report("smentisce che", "denied"),
            "stance",
            [("stance", "agree")],
            id="stance",
        ),
        pytest.param(
            report("conferma che", "asserted"),
            report("conferma che", "asserted", FLAMES.replace("sono", "non sono")),
            "negation",
            [("words", "agree")],
            id="words of a statement",
        ),
        pytest.param(tons(70, 70, "70 tonnellate"), tons(70, 70, "70 tonnellate"), "equal", [], id="nothing to mend"),
    ],
)
def test_each_change_brings_the_claims_closer(a: Given, b: Given, level: str, closer: list[tuple[str, str]]) -> None:
    one, other = side("alfa", *a), side("beta", *b)
    decided = decide(one, other)
    assert decided is not None
    assert decided[0] == level
    assert [(change.name, change.relation) for change in changes(one, other, decided[1])] == closer


def test_a_rise_against_a_fall_needs_the_whole_statement_or_the_value() -> None:
    fields: dict[str, Any] = {"figure": "percent", "low": 2, "high": 2, "unit": "%"}
    one = side("alfa", "Le vendite sono in crescita del 2%.", "2%", "figure", fields)
    other = side("beta", "Le vendite sono in calo del 2%.", "2%", "figure", fields)
    decided = decide(one, other)
    assert decided is not None
    assert decided[0] == "sign"
    found = list(changes(one, other, decided[1]))
    assert (found[-1].name, found[-1].relation) == ("statement", "agree")
