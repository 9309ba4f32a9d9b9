"""The whole comparison on articles made by hand: pairs, groups, independence of order, corner cases."""

import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.comparison import compare, decide
from claimcheck.kinds.base import Side
from claimcheck.model import Article, Claim, ClaimKind, Comparison, Pair, Reading
from claimcheck.model.relations import STRENGTH
from claimcheck.pipeline import Pipeline
from claimcheck.reading.samples import samples
from tests.alignment.build import FIRE_A, claim, fires, reading


def words(found: Comparison) -> dict[tuple[str, str], Pair]:
    text = {(r.article.id, c.id): c.text for r in found.readings for c in r.claims}
    return {(text[p.a.article, p.a.claim], text[p.b.article, p.b.claim]): p for a in found.alignments for p in a.pairs}


@pytest.mark.parametrize(
    ("pair", "relation", "type_", "code"),
    [
        (("undici operai", "Undici lavoratori"), "agree", None, "equal"),
        (("oltre 3 milioni di euro", "4 milioni di euro"), "compatible", "value", "bound"),
        (("1998", "1998"), "agree", None, "equal"),
        (
            ("La fabbrica resterà chiusa fino alla fine delle indagini", "La fabbrica resterà chiusa"),
            "compatible",
            "wording",
            "cut",
        ),
    ],
)
def test_one_event_is_aligned(pair: tuple[str, str], relation: str, type_: str | None, code: str) -> None:
    found = words(compare(fires()))[pair]
    assert (found.relation, found.type, found.evidence["code"]) == (relation, type_, code)
    assert 0 < found.score <= 1
    assert pair[0][:20] in found.explanation or pair[1][:20] in found.explanation


def test_reported_statement_through_two_sources_is_aligned() -> None:
    pair = ("le fiamme sono partite dal deposito dei solventi", "le fiamme siano partite dal deposito dei solventi")
    assert words(compare(fires()))[pair].relation != "conflict"


def test_other_events_are_never_paired() -> None:
    assert all({p.a.article, p.b.article} == {"alfa", "beta"} for a in compare(fires()).alignments for p in a.pairs)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_input_does_not_matter(order: tuple[int, ...]) -> None:
    readings = fires()
    assert compare([readings[i] for i in order]) == compare(readings)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_claims_does_not_matter(dice: random.Random) -> None:
    shuffled = [Reading(r.article, tuple(dice.sample(r.claims, len(r.claims)))) for r in fires()]
    assert compare(shuffled).alignments == compare(fires()).alignments


@settings(max_examples=20, deadline=None)
@given(st.permutations(["alfa", "beta", "gamma", "omega"]))
def test_names_of_articles_do_not_matter(names: list[str]) -> None:
    renamed = [replace(r, article=replace(r.article, id=name)) for r, name in zip(fires(), names, strict=False)]

    def bare(found: Comparison) -> set[tuple[frozenset[str], str, str | None]]:
        return {(frozenset(pair), p.relation, p.type) for pair, p in words(found).items()}

    assert bare(compare(renamed)) == bare(compare(fires()))


def test_groups_hold_their_pairs() -> None:
    for alignment in compare(fires()).alignments:
        assert set(alignment.claims) == {ref for p in alignment.pairs for ref in (p.a, p.b)}
        assert alignment.relation == min((p.relation for p in alignment.pairs), key=lambda r: STRENGTH[r])
        assert all(p.a < p.b for p in alignment.pairs)
        assert alignment.id.startswith(alignment.kind[0])


def test_every_article_has_one_origin() -> None:
    found = compare(fires())
    assert sorted(name for group in found.origins for name in group) == ["alfa", "beta", "gamma"]


def test_furniture_is_never_aligned() -> None:
    readings = fires()
    chrome = tuple(replace(c, furniture=True) for c in readings[1].claims)
    assert compare([readings[0], Reading(readings[1].article, chrome)]).alignments == ()


@pytest.mark.parametrize("readings", [[], fires()[:1], [Reading(r.article) for r in fires()]])
def test_nothing_to_compare(readings: list[Reading]) -> None:
    found = compare(readings)
    assert found.alignments == ()
    assert len(found.origins) == len(readings)


def test_articles_months_apart_are_not_one_event() -> None:
    readings = fires()[:2]
    later = replace(readings[1].article, published="2025-03-02")
    assert compare([readings[0], replace(readings[1], article=later)]).alignments == ()


def test_undated_articles_are_compared() -> None:
    undated = [replace(r, article=replace(r.article, published=None)) for r in fires()]
    assert len(compare(undated).alignments) == len(compare(fires()).alignments)


def test_english() -> None:
    italian, english = words(compare(fires(), "it")), words(compare(fires(), "en"))
    assert italian.keys() == english.keys()
    assert all(italian[key].explanation != english[key].explanation for key in italian)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["quote", "attribution", "figure"]))
def test_hostile_text_never_raises(one: str, other: str, kind: ClaimKind) -> None:
    def odd(name: str, text: str) -> Reading:
        whole = FIRE_A + " " + text
        start = len(FIRE_A) + 1
        mark = claim(FIRE_A, "undici operai", "figure", low=11, high=11, of=text)
        body = replace(mark, kind=kind, start=start, end=len(whole), text=text, sentence=(start, len(whole)))
        return reading(name, whole, body)

    found = compare([odd("uno", one), odd("due", other)])
    assert len(found.readings) == 2


def test_two_megabytes_stay_affordable() -> None:
    text = (FIRE_A + " ") * 4000
    places = range(0, len(text), len(FIRE_A) + 1)
    base = fires()[0].claims
    claims = tuple(
        replace(c, start=c.start + p, end=c.end + p, sentence=(c.sentence[0] + p, c.sentence[1] + p))
        for p in places
        for c in base
    )
    found: tuple[Claim, ...] = claims[:20_000]
    assert len(compare([reading("lungo", text, *found), fires()[1]]).readings) == 2


def test_words_the_other_article_repeats_bear_no_conflict() -> None:
    one = "Rossi ha vinto a Terni. «La corsa non è finita», ha avvertito."
    other = "Rossi ha vinto a Terni. Bianchi: «Mi congratulo, ma la corsa non è finita». Per Rossi «la corsa è finita»."
    rival = claim(other, "la corsa è finita", "quote", source="Rossi")
    echo = claim(other, "Mi congratulo, ma la corsa non è finita", "quote", source="Bianchi")
    first = reading("uno", one, claim(one, "La corsa non è finita", "quote", source="Rossi"))
    alone, together = (
        compare([first, reading("due", other, rival)]),
        compare([first, reading("due", other, rival, echo)]),
    )
    assert [p.relation for a in alone.alignments for p in a.pairs] == ["conflict"]
    assert "conflict" not in {p.relation for a in together.alignments for p in a.pairs}


def test_the_same_words_of_two_speakers_are_a_conflict() -> None:
    said = "Nessuno degli operai aveva ricevuto la mascherina contro i fumi"
    text = "Rogo alla cartiera Bassani di Porto Verde: undici operai feriti. «{}», ha detto {} ai cancelli."
    one, other = text.format(said, "Mario Rossi"), text.format(said, "Luca Bianchi")
    first = reading("uno", one, claim(one, said, "quote", source="Mario Rossi"))
    second = reading("due", other, claim(other, said, "quote", source="Luca Bianchi"))
    found = [p for a in compare([first, second]).alignments for p in a.pairs]
    assert [(p.relation, p.type) for p in found] == [("conflict", "speaker")]
    twice = f"{other} Anche Mario Rossi: «{said}»."
    both = [claim(twice, said, "quote", n, source=name) for n, name in enumerate(("Luca Bianchi", "Mario Rossi"))]
    third = reading("due", twice, *both)
    assert "conflict" not in {p.relation for a in compare([first, third]).alignments for p in a.pairs}


@pytest.mark.parametrize(
    ("lang", "spelt"), [("it", "l'altra fonte la riporta più a lungo"), ("en", "the other source gives more")]
)
def test_outlets_of_one_name_are_not_told_apart(lang: str, spelt: str) -> None:
    short, long = "Rossi: «Il ponte riaprirà lunedì mattina».", "Rossi: «Il ponte riaprirà lunedì mattina alle sette»."
    a, b = (
        Side(Article(name, text, source="Gazzetta"), claim(text, text[8:-2], "quote", source="Rossi"))
        for name, text in (("a", short), ("b", long))
    )
    decided = decide(a, b, lang)
    assert decided is not None
    assert spelt in decided[1].explanation


PLACES, WHO = ("Terni", "Lodi", "Pavia", "Bari"), ("Mario Rossi", "Anna Verdi", "Luca Neri", "Elena Greco")


@st.composite
def reports(draw: st.DrawFn, name: str) -> Reading:
    """An article on the fire of a mill: some of a few facts, in any order, with values of its own."""
    place, who, hurt, cost = (draw(st.sampled_from(PLACES)), draw(st.sampled_from(WHO)), *draw_numbers(draw))
    facts: list[tuple[str, str, int | str]] = [
        (f"Nell'incendio della cartiera Bassani di {place} i feriti sono {hurt} operai.", f"{hurt} operai", hurt),
        (f"I danni della cartiera Bassani ammontano a {cost} milioni di euro.", f"{cost} milioni di euro", cost),
        (f"«La cartiera Bassani riaprirà entro {hurt} mesi», ha detto {who}.", "La cartiera Bassani riaprirà", who),
        (f"Secondo {who} le fiamme sono partite dal deposito dei solventi.", "le fiamme sono partite", who),
    ]
    chosen = draw(st.permutations(facts))[: draw(st.integers(1, len(facts)))]
    text = "Rogo alla cartiera Bassani di Porto Verde. " + " ".join(sentence for sentence, _, _ in chosen)
    claims = [marked(text, words, value) for _, words, value in chosen]
    return reading(name, text, *claims, published=draw(st.sampled_from(["2024-03-02", "2024-03-03", None])))


def draw_numbers(draw: st.DrawFn) -> tuple[int, int]:
    return draw(st.integers(11, 14)), draw(st.integers(3, 5))


def marked(text: str, words: str, value: int | str) -> Claim:
    if isinstance(value, str):
        return claim(text, words, "quote" if words[0].isupper() else "attribution", source=value)
    if "euro" in words:
        return claim(text, words, "figure", figure="money", low=value * 1e6, high=value * 1e6, unit="EUR", of="danni")
    return claim(text, words, "figure", low=value, high=value, of="operai")


@settings(max_examples=60)
@given(st.tuples(reports("uno"), reports("due"), reports("tre"), reports("quattro")), st.randoms(use_true_random=False))
def test_any_order_of_articles_gives_the_same(given: tuple[Reading, ...], dice: random.Random) -> None:
    whole = compare(given)
    assert compare(dice.sample(given, len(given))) == whole


@settings(max_examples=60)
@given(reports("uno"))
def test_an_article_agrees_with_its_copy(given: Reading) -> None:
    agrees_with_its_copy(given)


@pytest.mark.pipeline
def test_the_sample_articles_agree_with_their_copies(pipeline: Pipeline) -> None:
    for article in samples().articles:
        agrees_with_its_copy(pipeline.extract(article))


def agrees_with_its_copy(given: Reading) -> None:
    copy = replace(given, article=replace(given.article, id="zz-copia"))
    found = compare([copy, given])
    assert {p.relation for a in found.alignments for p in a.pairs} == {"agree"}
    assert found.origins == ((given.article.id, "zz-copia"),)
