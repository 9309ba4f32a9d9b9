"""Figures: the marked examples, the component on a blank pipeline, and properties over arbitrary text."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.kinds.component import PUBLISHED, claims
from claimcheck.kinds.figures.rules import RULES, find, match
from claimcheck.kinds.figures.scan import Scan
from claimcheck.model import Article, Claim
from claimcheck.pipeline import Pipeline
from tests.marked import Example, examples

NLP = spacy.blank("it")
EXAMPLES = examples("figures")
PIECES = [
    "tre",
    "due milioni",
    "3,5",
    "1.234",
    "12/3",
    "'88",
    "il",
    "secondo",
    "prima",
    "anni",
    "%",
    "€",
    "di",
    "tra",
    "e",
    "-",
    "alle 8",
    "lunedì",
    "maggio",
    "fa",
    "scorso",
    "oltre",
    "mezzo",
    "decine",
    "°",
    "XX",
    "secolo",
    "sei",
    "un'ora",
    "\n",
    ".",
]


def read(text: str, published: str | None = None) -> list[Claim]:
    doc = NLP.make_doc(text)
    doc._.set(PUBLISHED, published)
    return match(doc)


@pytest.mark.parametrize("example", [pytest.param(e, id=e.id) for e in EXAMPLES if not e.parsed])
def test_example(example: Example) -> None:
    check(example, read(example.text, example.published))


@pytest.mark.pipeline
@pytest.mark.parametrize("example", [pytest.param(e, id=e.id) for e in EXAMPLES if e.parsed])
def test_parsed_example(example: Example, pipeline: Pipeline) -> None:
    check(example, parsed(example, pipeline))


def parsed(example: Example, pipeline: Pipeline) -> list[Claim]:
    reading = pipeline.extract(Article(id=example.id, text=example.text, published=example.published))
    return [claim for claim in reading.claims if claim.kind == "figure"]


def check(example: Example, found: list[Claim]) -> None:
    assert [(c.start, c.end) for c in found] == list(example.spans), [c.text for c in found]
    for claim, expected in zip(found, example.expect, strict=True):
        wanted = {key: None if value == "null" else value for key, value in expected.items()}
        assert {key: getattr(claim.figure, key) for key in expected} == wanted


ALIKE = 0.97
NEGATIVES = [e for e in EXAMPLES if not e.spans]


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 250
    assert len(NEGATIVES) >= 80


@pytest.mark.pipeline
def test_tags_seldom_change_what_the_surface_tells(pipeline: Pipeline) -> None:
    """The rules are surface rules: whichever tagger is used, nearly every example has the same values."""
    pairs = [(parsed(example, pipeline), read(example.text, example.published)) for example in EXAMPLES]
    same = [[values(c) for c in one] == [values(c) for c in other] for one, other in pairs]
    assert sum(same) / len(same) >= ALIKE


@pytest.mark.pipeline
def test_the_parse_counts_the_noun_that_the_surface_shows(pipeline: Pipeline) -> None:
    """Where a noun stands beside its number, the parse only says how far its complement reaches."""
    pairs = [
        (one.figure.of, other.figure.of)
        for example in EXAMPLES
        for one, other in zip(parsed(example, pipeline), read(example.text, example.published), strict=False)
        if one.figure and other.figure and values(one) == values(other) and other.figure.of
    ]
    same = [one is not None and one.startswith(other) for one, other in pairs]
    assert len(same) > 150
    assert sum(same) / len(same) >= ALIKE


def values(claim: Claim) -> tuple[object, ...]:
    assert claim.figure is not None
    return claim.start, claim.end, replace(claim.figure, of=None)


def test_component_writes_claims_with_rule_and_sentence() -> None:
    nlp = spacy.blank("it")
    nlp.add_pipe("claimcheck_figures")
    (claim,) = claims(nlp("Oggi piove.\nSono morte 41 persone a Beirut.")[8:].doc, "figure")[1:]
    assert (claim.text, claim.evidence["rule"]) == ("41 persone", "counted noun")
    assert claim.sentence == (12, 43)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Il danno ammonterebbe a 3 milioni di euro.", "ammonterebbe"),
        ("Sul velivolo ci sarebbero stati 65 prigionieri.", "sarebbero"),
        ("Se tutto va bene servirebbero 3 giorni.", None),
        ("Il sindaco vorrebbe 3 milioni di euro.", None),
        ("Potrebbe piovere. I morti sono 65.", None),
    ],
)
def test_a_conditional_of_hearsay_is_told(text: str, verb: str | None) -> None:
    assert read(text)[-1].evidence.get("conditional") == verb


def test_a_relative_day_in_a_quotation_is_told() -> None:
    inside, outside = read("«L'abbiamo visto ieri», dice. È partito ieri.", "2024-06-19")
    assert inside.evidence["quoted"] == "counted from publication"
    assert "quoted" not in outside.evidence


@pytest.mark.pipeline
def test_a_figure_carries_the_statement_that_holds_it(pipeline: Pipeline) -> None:
    text = "Il ministero della Difesa ha detto che i morti sono 65."
    figures = [c for c in pipeline.extract(Article(id="a", text=text)).claims if c.kind == "figure"]
    assert [(c.text, c.attribution and c.attribution.source) for c in figures] == [("65", "ministero della Difesa")]


def test_rules_are_named_once() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_relative_dates_move_with_publication() -> None:
    first, second = (read("È accaduto ieri.", day)[0] for day in ("2024-03-01", "2025-01-01"))
    assert first.figure is not None
    assert second.figure is not None
    assert (first.figure.timex, second.figure.timex) == ("2024-02-29", "2024-12-31")


def test_tags_tell_a_verb_from_a_noun() -> None:
    text = "Ne resta uno: otto cade fuori."
    counted, bare = (find(Scan.of(text, tags=tags)) for tags in ({}, {19: "VERB"}))
    assert [f.rule for f in counted] == ["counted noun"]
    assert [f.rule for f in bare] == ["bare number"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)))
def test_any_text_gives_exact_ordered_disjoint_spans(text: str) -> None:
    found = read(text, "2024-06-19")
    assert all(text[c.start : c.end] == c.text and c.start < c.end for c in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.dates())
def test_glued_text_and_any_day_never_raise(text: str, day: date) -> None:
    assert read(text, day.isoformat()) == read(text, day.isoformat())


def test_long_text_takes_linear_time() -> None:
    text = "Il 3 maggio 2024 alle 8 sono arrivati 12 treni. " * 400
    assert len(read(text)) == 1200


def test_what_is_counted_takes_its_adjective_and_the_rest_of_its_name() -> None:
    text = "Feriti tre agenti della polizia penitenziaria e 600 lavoratori della Industria Italiana Autobus."
    founds = find(Scan.of(text, tags={text.index("penitenziaria"): "ADJ"}))
    assert [f.figure.of for f in founds] == [
        "agenti della polizia penitenziaria",
        "lavoratori della Industria Italiana Autobus",
    ]
