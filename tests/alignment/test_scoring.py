"""Same fact? Vetoes and the features that speak for a pair."""

from dataclasses import replace
from typing import Any

import pytest

from claimcheck.alignment.events import same_event
from claimcheck.alignment.features import Profile, Topic, profiles, topic
from claimcheck.alignment.figures import figure_features
from claimcheck.alignment.scoring import Candidate, pair_features, score, sure_enough
from claimcheck.alignment.tables import weights
from tests.alignment.build import FIRE_A, FIRE_B, claim, fires, reading


def profile(name: str, text: str, words: str, **fields: Any) -> tuple[Profile, Topic]:
    made = reading(name, text, claim(text, words, fields.pop("kind", "figure"), **fields))
    about = topic(made.article)
    return profiles(made, about)[0], about


def scored(one: tuple[Profile, Topic], other: tuple[Profile, Topic]) -> float:
    found = score(one[0], other[0], one[1], other[1])
    return found.score if found else 0.0


OPERAI = profile("a", FIRE_A, "undici operai", low=11, high=11, of="operai")
EURO = profile("a", FIRE_A, "oltre 3 milioni di euro", figure="money", low=3e6, unit="EUR")
QUOTE = profile("a", FIRE_A, "La fabbrica resterà chiusa fino alla fine delle indagini", kind="quote", source="Rossi")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPERAI, profile("b", FIRE_B, "4 milioni di euro", figure="money", low=4e6, high=4e6, unit="EUR")),
        (OPERAI, profile("b", FIRE_B, "Undici lavoratori", figure="age", low=11, high=11, unit="year")),
        (EURO, profile("b", FIRE_B, "4 milioni di euro", figure="money", low=4e6, high=4e6, unit="USD")),
        (QUOTE, profile("b", FIRE_B, "le fiamme siano partite dal deposito", kind="attribution", source="procura")),
        (QUOTE, profile("b", FIRE_B, "La fabbrica resterà chiusa", kind="quote", form="term")),
        (QUOTE, profile("b", FIRE_B, "chiusa", kind="quote", source="Rossi")),
    ],
)
def test_vetoes(one: tuple[Profile, Topic], other: tuple[Profile, Topic]) -> None:
    assert scored(one, other) == 0.0


def test_equal_values_beat_other_values() -> None:
    eleven = profile("b", FIRE_B, "Undici lavoratori", low=11, high=11, of="lavoratori")
    twelve = profile("b", FIRE_B, "Undici lavoratori", low=12, high=12, of="lavoratori")
    sixty = profile("b", FIRE_B, "Undici lavoratori", low=60, high=60, of="lavoratori")
    assert scored(OPERAI, eleven) > scored(OPERAI, twelve) >= scored(OPERAI, sixty)


def test_score_is_symmetric() -> None:
    first, second = fires()[:2]
    one, other = topic(first.article), topic(second.article)
    for a in profiles(first, one):
        for b in profiles(second, other):
            forward, backward = score(a, b, one, other), score(b, a, other, one)
            assert (forward is None) == (backward is None)
            if forward and backward:
                assert forward.score == pytest.approx(backward.score)


def test_event_needs_shared_words() -> None:
    a, b, c = (topic(r.article) for r in fires())
    assert same_event(a, b)
    assert not same_event(a, c)


@pytest.mark.parametrize("family", ["report", "quote", "moment", "span", "amount", "age", "rank"])
def test_weights_are_complete(family: str) -> None:
    table = weights(family)
    assert table["bias"] < 0 < table["least"] < 1


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("Politica Edizione 12/03/2026 Il voto è vicino", "12/03/2026", False),
        ("Aggiornamenti 12/03/2026, 22:09 articolo aggiornato", "22:09", False),
        ("Pubblicato il 3 maggio alle 10", "3 maggio", False),
        ("L'accordo, pubblicato il 3 maggio, vale un anno", "3 maggio", True),
        ("La prima edizione si tenne il 3 maggio", "3 maggio", True),
        ("Il ritorno del re, di Eva Sala 15 Gennaio 2024 Le riprese", "15 Gennaio 2024", False),
        ("Le riprese iniziarono il 15 gennaio 2024 a Borgo", "15 gennaio 2024", True),
    ],
)
def test_dates_of_the_page_are_no_facts(text: str, words: str, kept: bool) -> None:
    made = reading("a", text, claim(text, words, "figure", figure="date", timex="2026-03-12"))
    assert bool(profiles(made, topic(made.article))) is kept


def test_ages_beside_two_names_are_of_two_people() -> None:
    def aged(words: str, text: str, years: float) -> Profile:
        return profile("a", text, words, figure="age", low=years, high=years, of="enne")[0]

    around = {"context": 0.9, "share": 0.4, "names": 0.5, "plain": 0.5, "lead": 0.0}
    carl = aged("77enne", "A corte anche il 77enne re Carl Gustaf.", 77)
    assert figure_features(carl, aged("75enne", "Il ricovero del 75enne re Carlo.", 75), around) is None
    assert figure_features(carl, aged("76enne", "Il brindisi del 76enne re Carl Gustaf.", 76), around) is not None


def test_undated_figures_must_be_surer() -> None:
    twelve = profile("b", FIRE_B, "Undici lavoratori", low=12, high=12, of="lavoratori")[0]
    assert sure_enough(Candidate(OPERAI[0], twelve, 0.6, {}))
    undated = replace(twelve, side=replace(twelve.side, article=replace(twelve.side.article, published=None)))
    assert not sure_enough(Candidate(OPERAI[0], undated, 0.6, {}))


@pytest.mark.parametrize(("named", "share"), [(False, 0.05), (True, 0.05), (False, 0.2)])
def test_two_ages_need_a_name_or_a_like_sentence(named: bool, share: float) -> None:
    a, _ = profile("a", "Arrestato un 40enne di Terni.", "40enne", figure="age", low=40, high=40, of="enne")
    b, _ = profile("b", "In cella un 41enne di Terni.", "41enne", figure="age", low=41, high=41, of="enne")
    around = {"context": 0.5, "share": share, "names": 0.25 * named, "plain": 0.5, "lead": 0.0}
    assert (figure_features(a, b, around) is not None) is (named or share > 0.1)


def test_a_man_and_a_woman_are_two_people() -> None:
    text = "Nello scontro di Verdello è rimasto ferito {} autista di Borgo, ricoverato a Bergamo."
    ages = []
    for name, words in (("a", "il 27enne"), ("b", "la 28enne"), ("c", "il 28enne")):
        made = text.format(words)
        ages.append(profile(name, made, words.split()[1], figure="age", low=float(words[3:5]), high=float(words[3:5])))
    assert scored(ages[0], ages[1]) == 0.0
    assert scored(ages[0], ages[2]) > 0.0


ACCUSED = "Seul accusa Mosca di avere rubato i progetti del motore. {who} ha detto che i progetti sono suoi."
DENIED = "Seul parla di progetti del motore rubati da Mosca. Mosca ha negato queste accuse sui progetti del motore."


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Seul", True),
        ("alcuni esperti", True),
        ("Mosca", False),
        ("Il Cremlino", False),
        ("L'ambasciatore russo", False),
    ],
)
def test_nobody_denies_what_he_says(who: str, told: bool) -> None:
    text = ACCUSED.format(who=who)
    one, about = profile("a", text, "i progetti sono suoi", kind="attribution", source=who)
    other, beyond = profile("b", DENIED, "queste accuse", kind="attribution", source="Mosca", stance="denied")
    found = pair_features(one, replace(other, anaphoric=True), about, beyond)
    assert found is not None
    assert (found["denial"] > 0) is told
