"""Reasons of claims and pairs on articles made by hand: what kept two claims apart, the sum, agreement with compare."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.alignment.tables import weights
from claimcheck.alternatives import CHANGES, LIFTS, SUPPLIES
from claimcheck.comparison import compare
from claimcheck.explaining import Explainer, PairReasons
from claimcheck.model import Claim, ClaimKind, ClaimRef, Reading
from claimcheck.tables import load
from tests.alignment.build import FIRE_A, FIRE_B, claim, fires, reading

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
BURNT = (
    "Nel rogo della cartiera Bassani sono bruciate {} tonnellate di carta, dicono i vigili del fuoco di Porto Verde."
)
RISK = "il rischio di nuovi crolli impone di tenere lontani gli abitanti dalle vie intorno al deposito"
FAMILIES = ("report", "quote", "moment", "span", "amount", "age", "rank")


def two(a: tuple[str, Claim], b: tuple[str, Claim], days: tuple[str | None, str | None]) -> list[Reading]:
    return [reading("alfa", a[0], a[1], published=days[0]), reading("beta", b[0], b[1], published=days[1])]


def explained(readings: Sequence[Reading]) -> PairReasons:
    """The reasons of the only claims of two articles."""
    one, other = (ClaimRef(r.article.id, r.claims[0].id) for r in readings)
    return Explainer(readings).pair(one, other)


def pair(
    more: tuple[str, str],
    words: tuple[str, str],
    kind: ClaimKind,
    fields: tuple[dict[str, Any], dict[str, Any]],
    days: tuple[str | None, str | None] = ("2024-03-02", "2024-03-02"),
) -> list[Reading]:
    """Two articles on one fire, each with one more sentence and a claim in it."""
    texts = f"{FIRE_A} {more[0]}", f"{FIRE_B} {more[1]}"
    a, b = ((text, claim(text, said, kind, **field)) for text, said, field in zip(texts, words, fields, strict=True))
    return two(a, b, days)


def burnt(one: int, other: int, *days: str | None) -> list[Reading]:
    tons = [f"{number} tonnellate di carta" for number in (one, other)]
    fields = [{"figure": "measure", "low": n, "high": n, "unit": "t", "of": "carta"} for n in (one, other)]
    given = (days[0], days[1]) if days else ("2024-03-02", "2024-03-02")
    return pair((BURNT.format(one), BURNT.format(other)), (tons[0], tons[1]), "figure", (fields[0], fields[1]), given)


def counted(first: str, second: str, numbers: tuple[int, int], nouns: tuple[str, str]) -> list[Reading]:
    fields = [{"low": n, "high": n, "of": noun} for n, noun in zip(numbers, nouns, strict=True)]
    words = [f"{n} {noun}" for n, noun in zip(numbers, nouns, strict=True)]
    return pair((first, second), (words[0], words[1]), "figure", (fields[0], fields[1]))


def failed(reasons: PairReasons) -> list[str]:
    return [step.name for step in reasons.steps if not step.passed]


@pytest.mark.parametrize(
    ("readings", "stopped"),
    [
        pytest.param(burnt(70, 90), None, id="pair"),
        pytest.param(burnt(70, 90, "2024-03-02", "2024-06-02"), "days", id="other days"),
        pytest.param(burnt(70, 90, "2024-03-02", "2024-03-22"), "conflict_days", id="counts of other days"),
        pytest.param(
            counted(
                "Il rogo è costato 70 fusti.",
                "Nel magazzino della cartiera restano 9000 fusti da smaltire.",
                (70, 9000),
                ("fusti", "fusti"),
            ),
            "sentence",
            id="far values in unlike sentences",
        ),
        pytest.param(
            counted(
                "Nel rogo sono arrivate 70 autobotti.", "Nel rogo 90 pompieri.", (70, 90), ("autobotti", "pompieri")
            ),
            "noun",
            id="other noun",
        ),
        pytest.param(
            counted(
                "Carlo Verdi e Anna Bruni hanno salvato 12 operai.",
                "Luca Neri e Paola Gallo hanno salvato 15 operai.",
                (12, 15),
                ("operai", "operai"),
            ),
            "actor",
            id="other actor",
        ),
        pytest.param(
            pair(
                (
                    "Secondo il sindaco la zona è a rischio.",
                    f"La procura: {RISK}.",
                ),
                ("la zona è a rischio", RISK),
                "attribution",
                ({"source": "sindaco"}, {"source": "procura"}),
            ),
            "thin",
            id="one everyday word",
        ),
    ],
)
def test_what_keeps_two_claims_apart(readings: list[Reading], stopped: str | None) -> None:
    reasons = explained(readings)
    assert reasons.stopped == stopped
    assert reasons.paired == (stopped is None) == bool(compare(readings).alignments)


def test_other_units_are_told_whatever_else_fails() -> None:
    readings = burnt(70, 70)
    figure = replace(readings[1].claims[0].figure, kind="money", unit="EUR")  # type: ignore[type-var]
    other = Reading(readings[1].article, (replace(readings[1].claims[0], figure=figure),))
    assert "unit" in failed(explained([readings[0], other]))


def test_other_events_kinds_and_page_chrome_are_told() -> None:
    first, second, match = fires()
    why = Explainer([first, second, match])
    workers, quote = (ClaimRef("alfa", c.id) for c in first.claims[:2])
    assert why.pair(workers, ClaimRef("gamma", match.claims[0].id)).stopped == "event"
    assert why.pair(quote, ClaimRef("beta", second.claims[0].id)).stopped == "kind"
    chrome = Reading(second.article, tuple(replace(c, furniture=True) for c in second.claims))
    hidden = Explainer([first, chrome])
    assert hidden.pair(workers, ClaimRef("beta", chrome.claims[0].id)).stopped == "page"
    assert hidden.claim(ClaimRef("beta", chrome.claims[0].id)).aside == "furniture"


def test_two_issues_of_one_column_are_told() -> None:
    readings = burnt(70, 90)
    titles = ("Oroscopo di oggi, 20 gennaio", "Oroscopo di oggi, 21 gennaio")
    issues = [replace(r, article=replace(r.article, title=t)) for r, t in zip(readings, titles, strict=True)]
    assert explained(issues).stopped == "issues"


def test_a_better_counterpart_is_named() -> None:
    text = f"{FIRE_B} {BURNT.format(70)} {BURNT.format(90)}"
    fields: dict[str, Any] = {"figure": "measure", "unit": "t", "of": "carta"}
    same = claim(text, "70 tonnellate di carta", "figure", low=70, high=70, **fields)
    other = claim(text, "90 tonnellate di carta", "figure", low=90, high=90, **fields)
    readings = [burnt(70, 90)[0], reading("beta", text, same, other)]
    reasons = Explainer(readings).pair(ClaimRef("alfa", readings[0].claims[0].id), ClaimRef("beta", other.id))
    assert reasons.stopped == "best"
    assert reasons.rivals == (ClaimRef("beta", same.id),)


def test_claims_of_one_article_are_no_pair_unless_it_contradicts_itself() -> None:
    first = fires()[0]
    one, other = (ClaimRef("alfa", c.id) for c in first.claims[:2])
    reasons = Explainer([first]).pair(one, other)
    assert (reasons.paired, reasons.stopped) == (False, "articles")
    text = "Nello scontro ci sono 5 feriti: 2 uomini e 4 donne."
    people = [
        claim(text, f"{n} {noun}", "figure", low=n, high=n, of=noun)
        for n, noun in ((5, "feriti"), (2, "uomini"), (4, "donne"))
    ]
    itself = reading("alfa", text, *people)
    found = compare([itself]).findings[0]
    reasons = Explainer([itself]).pair(found.b, found.a)
    assert (reasons.paired, reasons.stopped, reasons.level) == (True, None, found)


def test_the_sum_is_the_score_of_the_pair() -> None:
    readings = burnt(70, 90)
    found = compare(readings).alignments[0].pairs[0]
    total = explained(readings).sum
    assert total is not None
    assert total.family == "amount"
    assert math.isclose(total.score, 1 / (1 + math.exp(-total.total)))
    assert round(total.score, 4) == found.score
    assert {t.feature: round(t.value, 4) for t in total.terms if t.value} == {
        name: value for name, value in found.evidence.items() if name != "code"
    }
    assert [abs(t.share) for t in total.terms] == sorted((abs(t.share) for t in total.terms), reverse=True)


def test_a_claim_offers_the_keys_that_its_pair_shares() -> None:
    readings = burnt(70, 90)
    why = Explainer(readings)
    offers = [set(why.claim(ClaimRef(r.article.id, r.claims[0].id)).keys) for r in readings]
    shared = set(explained(readings).keys)
    assert shared == offers[0] & offers[1]
    assert {"figure cart", "measure amount t"} <= shared
    assert any(key.startswith("value 70") for key in offers[0] - offers[1])


def test_what_compare_does_is_what_explain_says() -> None:
    _same_as_compare(
        [*fires(), *(replace(r, article=replace(r.article, id=f"z{n}")) for n, r in enumerate(burnt(7, 9)))]
    )


def _same_as_compare(readings: Sequence[Reading]) -> None:
    """Every pair of compare has no failed step and its own level; everything else is stopped by something."""
    found = {(p.a, p.b): p for a in compare(readings).alignments for p in a.pairs}
    why, seen = Explainer(readings), set()
    for first, second in combinations(sorted(readings, key=lambda r: r.article.id), 2):
        for one in first.claims:
            for other in second.claims:
                refs = ClaimRef(first.article.id, one.id), ClaimRef(second.article.id, other.id)
                reasons = why.pair(*refs)
                assert reasons.paired == (refs in found)
                if reasons.paired:
                    seen.add(refs)
                    assert (failed(reasons), reasons.level) == ([], found[refs])
                else:
                    assert reasons.stopped
    assert seen == found.keys()


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(dice: random.Random) -> None:
    readings = fires()
    shuffled = [Reading(r.article, tuple(dice.sample(r.claims, len(r.claims)))) for r in dice.sample(readings, 3)]
    one, other = (ClaimRef(r.article.id, r.claims[0].id) for r in readings[:2])
    assert Explainer(shuffled).pair(other, one) == Explainer(readings).pair(one, other)


def test_steps_of_a_story_are_told_apart_by_the_act() -> None:
    told = (
        "Scandalo alla banca Sella. Il direttore Ugo Testa {} con l'accusa di peculato aggravato ai danni dei clienti."
    )
    made = []
    for name, words, marked, timex in (
        ("a", "è stato arrestato lunedì", "lunedì", "2024-03-04"),
        ("b", "sarà mercoledì a processo", "mercoledì", "2024-03-06"),
    ):
        text = f"{told.format(words)} La procura indaga sui conti. Il sindaco attende. La sede è chiusa. Silenzio."
        made.append(reading(name, text, claim(text, marked, "figure", figure="date", timex=timex)))
    assert "act" in failed(explained(made))


def test_unknown_claims_are_errors() -> None:
    with pytest.raises(KeyError):
        Explainer(fires()).claim(ClaimRef("alfa", "f-000000000000"))


def test_every_name_has_words_in_both_languages() -> None:
    table = load("claimcheck.report", "explain.toml")
    shape = {
        lang: {key: set(rows) if isinstance(rows, dict) else None for key, rows in table[lang].items()}
        for lang in table
    }
    assert shape["it"] == shape["en"]
    features = {name for family in FAMILIES for name in weights(family)} - {"bias", "least", "conflict"}
    assert features <= set(table["it"]["feature"])
    steps = {*LIFTS, *SUPPLIES, *(step.name for step in explained(burnt(70, 90)).steps)}
    assert steps <= set(table["it"]["step"])
    assert {name for rows in CHANGES.values() for name, _ in rows} | {"day"} <= set(table["it"]["change"])


@pytest.mark.pipeline
def test_what_compare_does_with_the_samples_is_what_explain_says() -> None:
    _same_as_compare(claimcheck.extract(claimcheck.read([ARTICLES]).articles))
