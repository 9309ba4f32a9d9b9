"""The example pairs beside each kind's levels, and the properties every level table must have."""

from collections import Counter
from typing import Any

import pytest

from claimcheck.comparison import KINDS, decide
from claimcheck.italian.lexicon import load
from claimcheck.kinds.base import Side
from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure, Span
from claimcheck.pipeline import Pipeline

FOLDERS: dict[ClaimKind, str] = {"figure": "figures", "quote": "quotes", "attribution": "attributions"}
FIGURE_KEYS = ("kind", "low", "high", "approx", "unit", "of", "timex")
ENOUGH = 5
TYPOLOGY = {
    "value": {"figure value conflict"},
    "bound": {"figure bound compatible"},
    "bound-conflict": {"figure bound-conflict conflict"},
    "precision": {"figure approximate compatible", "attribution precision compatible"},
    "rounding": {"figure rounding compatible"},
    "update": {"figure update compatible", "attribution update compatible"},
    "unit": {"figure unit conflict"},
    "points": {"figure points compatible"},
    "scope": {"figure scope compatible"},
    "date": {"figure date conflict"},
    "date-granularity": {"figure granularity compatible"},
    "derived": {"figure derived agree", "figure derived compatible"},
    "set": {"figure set compatible"},
    "ordinal": {"figure ordinal conflict"},
    "wording": {"quote wording conflict", "quote wording compatible"},
    "cut": {"quote cut compatible"},
    "translation": {"quote translation compatible"},
    "speaker": {"quote speaker conflict"},
    "via": {"quote via compatible", "attribution via compatible", "attribution via agree"},
    "stance": {"attribution stance conflict", "attribution denial conflict"},
    "hedge": {"attribution hedge conflict"},
    "negation": {"attribution negation conflict", "quote negation conflict"},
    "antonym": {"figure sign conflict", "attribution antonym conflict"},
    "name": {"quote name agree", "quote name compatible", "attribution name agree", "attribution name compatible"},
    "place": {"attribution place conflict", "attribution place compatible"},
    "omission": {"quote addition compatible", "attribution addition compatible"},
}
"""What decides each discrepancy that two claims can show: kind, code and relation of the levels."""
Rows = list[tuple[ClaimKind, dict[str, Any]]]


def side(name: str, kind: ClaimKind, row: dict[str, Any]) -> Side:
    marked: str = row["text"]
    start, stop = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    cue = row.get("cue")
    attribution = Attribution(
        row.get("source"),
        cue=Span.of(text, text.index(cue), text.index(cue) + len(cue)) if cue else None,
        via=tuple(row.get("via", ())),
        stance=row.get("stance", "asserted"),
    )
    figure = Figure(**{key: row[key] for key in FIGURE_KEYS if key in row}) if kind == "figure" else None
    claim = Claim(kind, start, stop, text[start:stop], (0, len(text)), figure=figure, attribution=attribution)
    return Side(Article(name, text, published=row.get("published")), claim)


def found(name: str, kind: ClaimKind, marked: str, published: str | None, pipeline: Pipeline) -> Side:
    """The marked claim of a sentence as the pipeline reads it."""
    place = marked.index("[["), marked.index("]]") - 2
    reading = pipeline.extract(Article(name, marked.replace("[[", "").replace("]]", ""), published=published))
    claims = [c for c in reading.claims if c.kind == kind and (c.start, c.end) == place]
    assert len(claims) == 1, [c.text for c in reading.claims]
    return Side(reading.article, claims[0])


def rows() -> Rows:
    return [
        (kind, row)
        for kind, folder in FOLDERS.items()
        for row in load(f"claimcheck.kinds.{folder}", "pairs.toml")["pair"]
    ]


def examples(read: bool) -> list[Any]:
    """The pairs whose claims are given, or those whose claims are to be read from sentences."""
    chosen = [(kind, row) for kind, row in rows() if isinstance(row["a"], str) is read]
    return [pytest.param(kind, row, id=f"{FOLDERS[kind]}-{row['id']}") for kind, row in chosen]


def check(row: dict[str, Any], a: Side, b: Side) -> None:
    for first, second in ((a, b), (b, a)):
        decided = decide(first, second)
        if row["relation"] == "none":
            assert decided is None
            continue
        assert decided is not None
        code, pair = decided
        assert (code, pair.relation, pair.type) == (row["code"], row["relation"], row.get("type"))
        assert row.get("says", "") in pair.explanation
        english = decide(first, second, "en")
        assert english is not None
        assert english[1].explanation != pair.explanation
        for text in (pair.explanation, english[1].explanation):
            assert text.endswith(".")
            assert "{" not in text


@pytest.mark.parametrize(("kind", "row"), examples(read=False))
def test_example_pair(kind: ClaimKind, row: dict[str, Any]) -> None:
    check(row, side("a", kind, row["a"]), side("b", kind, row["b"]))


@pytest.mark.pipeline
@pytest.mark.parametrize(("kind", "row"), examples(read=True))
def test_pair_of_sentences(kind: ClaimKind, row: dict[str, Any], pipeline: Pipeline) -> None:
    days = row.get("published", (None, None))
    check(row, *(found(name, kind, row[name], day, pipeline) for name, day in zip("ab", days, strict=True)))


@pytest.mark.parametrize("code", TYPOLOGY)
def test_every_discrepancy_has_examples_and_near_misses(code: str) -> None:
    """A near miss looks like the discrepancy but is decided by none of its levels."""
    decided = Counter((f"{kind} {row.get('code')} {row['relation']}", row.get("near")) for kind, row in rows())
    shown = sum(n for (level, _), n in decided.items() if level in TYPOLOGY[code])
    missed = {level: n for (level, near), n in decided.items() if near == code}
    assert shown >= ENOUGH
    assert sum(missed.values()) >= ENOUGH
    assert not TYPOLOGY[code] & missed.keys()


def test_examples_have_names_of_their_own_and_near_misses_known_codes() -> None:
    names = [(kind, row["id"]) for kind, row in rows()]
    assert len(names) == len(set(names))
    assert {row["near"] for _, row in rows() if "near" in row} <= TYPOLOGY.keys()


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_level_has_an_example(kind: ClaimKind) -> None:
    shown = {(row["code"], row["relation"]) for k, row in rows() if k == kind and row["relation"] != "none"}
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
