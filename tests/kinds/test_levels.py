"""The example pairs beside each kind's levels, and the properties every level table must have."""

from typing import Any

import pytest

from claimcheck.comparison import KINDS, decide
from claimcheck.italian.lexicon import load
from claimcheck.kinds.base import Side
from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure, Span

FOLDERS: dict[ClaimKind, str] = {"figure": "figures", "quote": "quotes", "attribution": "attributions"}
FIGURE_KEYS = ("kind", "low", "high", "approx", "unit", "of", "timex")


def side(name: str, kind: ClaimKind, row: dict[str, Any]) -> Side:
    marked: str = row["text"]
    start, stop = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    cue = row.get("cue")
    attribution = Attribution(
        row.get("source"),
        cue=Span.of(text, text.index(cue), text.index(cue) + len(cue)) if cue else None,
        stance=row.get("stance", "asserted"),
    )
    figure = Figure(**{key: row[key] for key in FIGURE_KEYS if key in row}) if kind == "figure" else None
    claim = Claim(kind, start, stop, text[start:stop], (0, len(text)), figure=figure, attribution=attribution)
    return Side(Article(name, text, published=row.get("published")), claim)


def examples() -> list[Any]:
    return [
        pytest.param(kind, row, id=f"{folder}-{row['id']}")
        for kind, folder in FOLDERS.items()
        for row in load(f"claimcheck.kinds.{folder}", "pairs.toml")["pair"]
    ]


@pytest.mark.parametrize(("kind", "row"), examples())
def test_example_pair(kind: ClaimKind, row: dict[str, Any]) -> None:
    a, b = side("a", kind, row["a"]), side("b", kind, row["b"])
    for first, second in ((a, b), (b, a)):
        decided = decide(first, second)
        if row["relation"] == "none":
            assert decided is None
            continue
        assert decided is not None
        code, pair = decided
        assert (code, pair.relation, pair.type) == (row["code"], row["relation"], row.get("type"))
        assert row.get("says", "") in pair.explanation


@pytest.mark.parametrize(("kind", "row"), examples())
def test_explanations_name_the_words_in_both_languages(kind: ClaimKind, row: dict[str, Any]) -> None:
    a, b = side("a", kind, row["a"]), side("b", kind, row["b"])
    italian, english = decide(a, b, "it"), decide(a, b, "en")
    assert (italian is None) == (english is None) == (row["relation"] == "none")
    if italian and english:
        assert italian[1].explanation != english[1].explanation
        assert "{" not in italian[1].explanation + english[1].explanation
        assert italian[1].explanation.endswith(".")


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_level_has_an_example(kind: ClaimKind) -> None:
    rows = load(f"claimcheck.kinds.{FOLDERS[kind]}", "pairs.toml")["pair"]
    shown = {(row["code"], row["relation"]) for row in rows if row["relation"] != "none"}
    assert shown == {(level.code, level.relation) for level in KINDS[kind].levels}


@pytest.mark.parametrize("kind", FOLDERS)
def test_compatible_and_conflict_name_what_differs(kind: ClaimKind) -> None:
    for level in KINDS[kind].levels:
        assert level.code
        assert level.relation == "agree" or level.type is not None


def test_claims_of_different_kinds_do_not_compare() -> None:
    quote = side("a", "quote", {"text": "«[[Una vergogna]]»", "source": "Rossi"})
    report = side("b", "attribution", {"text": "è [[Una vergogna]]", "source": "Rossi"})
    assert decide(quote, report) is None
