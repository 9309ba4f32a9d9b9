"""What keeps a pair apart, or from bearing a conflict, beside its score."""

from dataclasses import replace
from typing import Any

import pytest

from claimcheck import comparison
from claimcheck.alignment import days, figures, scoring
from claimcheck.alignment.features import Profile, Topic, profiles, topic
from claimcheck.alignment.scoring import Candidate, score, sure_enough
from claimcheck.kinds.base import Side
from claimcheck.model import Article, Reading
from tests.alignment.build import FIRE_A, FIRE_B, claim, reading

SURE = 0.99


def profile(name: str, text: str, words: str, published: str | None = "2024-03-02") -> Profile:
    made = reading(name, text, claim(text, words, "figure", low=11, high=11, of="operai"), published=published)
    return profiles(made, topic(made.article))[0]


def report(text: str, words: str, published: str | None) -> Profile:
    made = reading("b", text, claim(text, words, "attribution", source="procura"), published=published)
    return profiles(made, topic(made.article))[0]


@pytest.mark.parametrize(("day", "borne"), [("2024-03-02", True), ("2024-03-05", True), ("2024-03-06", False)])
def test_numbers_of_far_days_are_two_readings(day: str, borne: bool) -> None:
    one = profile("a", FIRE_A, "undici operai")
    assert sure_enough(Candidate(one, profile("b", FIRE_B, "Undici lavoratori", day), SURE, {})) is borne


@pytest.mark.parametrize(("day", "borne"), [("2024-03-02", True), (None, False)])
def test_a_denial_needs_no_score_where_the_days_are_known(day: str | None, borne: bool) -> None:
    one = report(FIRE_A, "le fiamme sono partite dal deposito dei solventi", "2024-03-02")
    other = report(FIRE_B, "le fiamme siano partite dal deposito dei solventi", day)
    assert sure_enough(Candidate(one, other, 0.3, {"denial": 1.0})) is borne


def test_unlike_passages_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = profile("a", FIRE_A, "undici operai"), profile("b", FIRE_B, "Undici lavoratori")
    one, other = topic(a.side.article), topic(b.side.article)
    assert score(a, b, one, other) is not None
    monkeypatch.setattr(scoring, "one_passage", lambda *_: False)
    assert score(a, b, one, other) is None


TWO_SPEAKERS = (
    "{who} ha detto: «Il ponte di Borgo riaprirà al traffico soltanto dopo il collaudo». Il ponte di Borgo è chiuso.",
    ("Mario Rossi", "Luca Bianchi"),
)


def of_two_speakers(**evidence: str) -> list[Reading]:
    text, names = TWO_SPEAKERS
    words = "Il ponte di Borgo riaprirà al traffico soltanto dopo il collaudo"
    made = []
    for name in names:
        body = text.format(who=name)
        found = replace(claim(body, words, "quote", source=name, form="direct"), evidence=evidence)
        made.append(reading(name, body, found))
    return made


def relations(readings: list[Reading]) -> list[str]:
    return [p.relation for a in comparison.compare(readings).alignments for p in a.pairs]


def test_articles_hardly_alike_bear_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    assert relations(of_two_speakers()) == ["conflict"]
    monkeypatch.setattr(comparison, "bears_conflicts", lambda *_: False)
    assert relations(of_two_speakers()) == []


@pytest.mark.parametrize(("confidence", "found"), [("high", True), ("medium", False), ("low", False)])
def test_speakers_found_by_a_rule_that_may_be_wrong_are_not_at_odds(confidence: str, found: bool) -> None:
    assert ("conflict" in relations(of_two_speakers(confidence=confidence))) is found


def test_mentions_of_one_age_share_countries_and_names() -> None:
    text = "La 23enne ucraina ha vinto il torneo di Borgo. Per Olena Sala, 23 anni, era la prima finale."
    made = Reading(
        Article("a", text),
        tuple(claim(text, w, "figure", figure="age", low=23, high=23) for w in ("23enne", "23 anni")),
    )
    found = profiles(made, topic(made.article))
    assert {p.homes for p in found} == {frozenset({"ucraina"})}
    assert found[0].names == found[1].names >= {"borg", "olen"}


FUNERAL = (
    "Crolla un muro a Borgo, morta Ada Neri. I funerali saranno {}. Il muro di mattoni fu alzato nel {} da una ditta.",
    "A Borgo un muro uccide Ada Neri. Il muro di mattoni era stato alzato nel {} da una ditta. I funerali {}.",
)


def dated(name: str, text: str, day: str, timex: str) -> Reading:
    return reading(name, text, claim(text, day, "figure", figure="year" if len(timex) == 4 else "date", timex=timex))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("sabato", "2024-03-09"), ("domenica", "2024-03-10"), ["conflict"]),
        (("sabato", "2024-03-09"), ("sabato", "2024-03-09"), ["agree"]),
        (("1961", "1961"), ("1963", "1963"), ["conflict"]),
        (("1961", "1961"), ("1989", "1989"), []),
    ],
)
def test_days_of_a_funeral_and_years_of_one_act_may_be_at_odds(
    one: tuple[str, str], other: tuple[str, str], found: list[str]
) -> None:
    first, second = (word for word, _ in (one, other))
    year = first.isdigit()
    a = FUNERAL[0].format("presto" if year else first, first if year else "dopoguerra")
    b = FUNERAL[1].format(second if year else "dopoguerra", "presto" if year else second)
    assert relations([dated("a", a, *one), dated("b", b, *other)]) == found


def test_people_are_not_counted_with_things() -> None:
    text = "Il crollo della palazzina di Borgo ha fatto {} a Borgo, nella palazzina di {}. Il crollo di Borgo."
    one, other = text.format("quattro vittime", "tre piani"), text.format("molte vittime", "quattro piani")
    made = [
        reading("a", one, claim(one, "quattro vittime", "figure", low=4, high=4, of="vittime")),
        reading("b", other, claim(other, "quattro piani", "figure", low=4, high=4, of="piani")),
    ]
    assert relations(made) == []


def test_a_quote_of_common_words_that_stands_whole_in_another_is_the_same() -> None:
    text = "Rapina a Borgo. «{}», ha detto il questore Ada Neri dopo la rapina di Borgo."
    short, long = "Abbiamo lavorato giorno e notte", "Abbiamo lavorato giorno e notte per prenderli"
    made = []
    for name, words in (("a", short), ("b", long)):
        body = text.format(words)
        made.append(reading(name, body, claim(body, words, "quote", source="Ada Neri", form="direct")))
    assert relations(made) == ["compatible"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("2,4 miliardi di euro", 2.4e9), ("2,4 milioni di euro", 2.4e6), ["conflict"]),
        (("2,4 miliardi di euro", 2.4e9), ("7,1 milioni di euro", 7.1e6), []),
        (("2 miliardi di euro", 2e9), ("2 milioni di euro", 2e6), []),
    ],
)
def test_one_sum_on_two_scales_is_a_slip(one: tuple[str, float], other: tuple[str, float], found: list[str]) -> None:
    texts = (
        "Alluvione a Borgo. La Regione stanzia aiuti per {} dopo la piena del fiume. Il sindaco ringrazia. Scuole ok.",
        "Piena del fiume a Borgo. Gli aiuti della Regione valgono {}. Le scuole riaprono. Il sindaco è cauto.",
    )
    made = []
    for name, text, (words, value) in zip("ab", texts, (one, other), strict=True):
        body = text.format(words)
        fields: dict[str, Any] = {"figure": "money", "low": value, "high": value, "unit": "EUR", "of": "aiuti"}
        made.append(reading(name, body, claim(body, words, "figure", **fields)))
    assert relations(made) == found


SCORES = (
    "La Reali batte ancora il Bassano. {}. Il tecnico Piero Galli è contento. Lo stadio di Borgo applaude la Reali."
)


@pytest.mark.parametrize(
    ("told", "words", "rank", "of", "found"),
    [
        ("Con il Bassano è la quinta vittoria di fila per la Reali", "quinta vittoria", 5, "vittoria", True),
        ("Con il Bassano è la quinta sconfitta di fila per la Reali", "quinta sconfitta", 5, "sconfitta", False),
    ],
)
def test_a_bare_rank_counts_the_act_of_its_sentence(told: str, words: str, rank: int, of: str, found: bool) -> None:
    a = SCORES.format(told)
    b = SCORES.format("La vittoria con il Bassano per la Reali è la quinta di fila")
    made = [
        reading("a", a, claim(a, words, "figure", figure="ordinal", low=rank, high=rank, of=of)),
        reading("b", b, claim(b, "quinta", "figure", figure="ordinal", low=5, high=5)),
    ]
    assert bool(relations(made)) is found


@pytest.mark.parametrize(("more", "sole"), [("", True), (" Nel 2019 erano in 300 spettatori.", False)])
def test_the_only_number_of_a_thing_is_marked(more: str, sole: bool) -> None:
    text = "Allo stadio c'erano 21 mila spettatori." + more
    words = [("21 mila spettatori", 21000.0), *([("300 spettatori", 300.0)] if more else [])]
    found = [claim(text, w, "figure", low=n, high=n, of="spettatori") for w, n in words]
    made = reading("a", text, *found)
    assert {p.sole for p in profiles(made, topic(made.article))} == {sole}


BLAZE = "Il rogo alla cartiera Bassani di Porto Verde è scoppiato {} nel deposito dei solventi."
GROWTH = "Il traffico dell'aeroporto Bassani di Porto Verde è cresciuto del {} rispetto all'anno prima."


def told(name: str, text: str, words: str, **fields: Any) -> tuple[Profile, Topic]:
    whole = text.format(words)
    made = reading(name, whole, claim(whole, words, "figure", **fields))
    about = topic(made.article)
    return profiles(made, about)[0], about


def test_days_of_two_acts_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    (a, one), (b, other) = (
        told(name, BLAZE, words, figure="date", timex=timex)
        for name, words, timex in (
            ("a", "lunedì 26 febbraio", "2024-02-26"),
            ("b", "martedì 27 febbraio", "2024-02-27"),
        )
    )
    assert score(a, b, one, other) is not None
    monkeypatch.setattr(days, "one_act", lambda *_: False)
    assert score(a, b, one, other) is None


def test_percentages_of_two_things_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    (a, one), (b, other) = (
        told(name, GROWTH, f"{value}%", figure="percent", low=value, high=value, unit="%")
        for name, value in (("a", 15), ("b", 14))
    )
    assert scoring.pair_features(a, b, one, other) is not None
    monkeypatch.setattr(figures, "one_measure", lambda *_: False)
    assert scoring.pair_features(a, b, one, other) is None


@pytest.mark.parametrize(
    ("said", "code"),
    [("Il ponte non riaprirà con 12 corsie", "opposed"), ("Il ponte riaprirà con 14 corsie", "speaker")],
)
def test_two_speakers_are_opposed_by_a_negation_alone(said: str, code: str) -> None:
    a, b = (
        Side(Article(name, words), claim(words, words, "quote", source=name))
        for name, words in (("Mario Rossi", "Il ponte riaprirà con 12 corsie"), ("Luca Bianchi", said))
    )
    found = comparison.decide(a, b)
    assert found is not None
    assert found[0] == code
