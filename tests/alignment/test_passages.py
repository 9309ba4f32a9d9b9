"""Entries of live blogs, and passages that tell one thing."""

import pytest

from claimcheck.alignment.passages import bears_conflict, entries, many_things, one_passage
from claimcheck.kinds.base import Side
from tests.alignment.build import claim, reading

LIVE = (
    "10:05 Scontro tra due autobus a Verdello: quattro feriti in ospedale. "
    "10:20 Sciopero dei macchinisti, sei treni soppressi a Milano. "
    "10:41 Borsa in calo a Tokyo, giù gli indici. "
    "11:02 Il portiere della Stella lascia la squadra dopo otto anni."
)
BUS = "A Verdello due autobus si sono scontrati in mattinata: cinque feriti sono in ospedale, nessuno è grave."


def side(text: str, words: str) -> Side:
    made = reading("a", text, claim(text, words, "figure"))
    return Side(made.article, made.claims[0])


def test_entries_start_at_clock_stamps() -> None:
    assert [LIVE[start:].split()[0] for start in entries(LIVE)] == ["10:05", "10:20", "10:41", "11:02"]


@pytest.mark.parametrize(
    "text",
    [
        "Il treno delle 10:05 è partito alle 10:20. Quello delle 11:02 è fermo.",
        "10:05 Parla il sindaco. 10:20 Treni fermi. 10:41 Riapre il ponte.",
        "",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert entries(text) == ()


def test_an_entry_is_compared_by_itself() -> None:
    bus = side(BUS, "cinque feriti")
    assert one_passage(side(LIVE, "quattro feriti"), bus)
    assert not one_passage(side(LIVE, "sei treni"), bus)
    assert not one_passage(side(LIVE, "otto anni"), bus)


def test_a_very_long_text_tells_of_many_things() -> None:
    long = BUS + " La Stella ha pareggiato davanti a mille tifosi infreddoliti." * 300
    assert not many_things(BUS)
    assert many_things(LIVE)
    assert many_things(long)
    assert one_passage(side(long, "cinque feriti"), side(BUS, "cinque feriti"))


def test_other_articles_ask_for_like_passages_only_in_conflicts() -> None:
    other = side("La Stella ha pareggiato davanti a cinque spettatori infreddoliti.", "cinque spettatori")
    assert one_passage(side(BUS, "cinque feriti"), other)
    assert not bears_conflict(side(BUS, "cinque feriti"), other)
