import pytest

from claimcheck.italian.cues import cue_forms
from claimcheck.italian.verbs import forms


@pytest.mark.parametrize(
    ("infinitive", "row", "expected"),
    [
        ("parlare", {}, {"parla", "parlano", "parlava", "parlò", "parlarono"}),
        ("parlare", {}, {"parlerà", "parlerebbe", "parlando", "parlato"}),
        ("annunciare", {}, {"annuncia", "annunciano", "annuncerà", "annunciato", "annunci"}),
        ("replicare", {}, {"replica", "replicherà", "replichi", "replicò"}),
        ("definire", {"isc": "yes"}, {"definisce", "definiscono", "definì", "definita", "definisca"}),
        ("dire", {"stem": "dic", "past": "disse", "participle": "detto", "future": "dir"},
         {"dice", "dicono", "diceva", "disse", "dissero", "dirà", "dicendo", "detta", "direbbero"}),
        ("aggiungere", {"past": "aggiunse", "participle": "aggiunto"}, {"aggiungerà", "aggiungerebbe", "aggiunge"}),
        ("leggere", {}, {"leggerà", "leggono"}),
        ("spiegare", {}, {"spiegherà", "spiegherebbe", "spieghi"}),
        ("fare", {"stem": "fac", "endings": "ere", "subjunctive": "facci", "present": "fa", "past": "fece"},
         {"fa", "faceva", "facevano", "fece", "facendo", "faccia", "facciano"}),
    ],
)  # fmt: skip
def test_forms(infinitive: str, row: dict[str, str], expected: set[str]) -> None:
    assert expected <= {f.text for f in forms(infinitive, row)}


def test_regular_conjugation_invents_nothing_irregular() -> None:
    generated = {
        f.text for f in forms("dire", {"stem": "dic", "past": "disse", "participle": "detto", "future": "dir"})
    }
    assert not generated & {"dicette", "dicuto", "dicerà"}


@pytest.mark.parametrize(
    ("form", "cue"),
    [
        ("ha", None),
        ("definendolo", "definire"),
        ("smentisce", "smentire"),
        ("rispose", "rispondere"),
        ("casa", None),
        ("sostengono", "sostenere"),
        ("sostenga", "sostenere"),
        ("ritengano", "ritenere"),
        ("propongano", "proporre"),
    ],
)
def test_every_form_finds_its_cue(form: str, cue: str | None) -> None:
    assert [f.cue.name for f in cue_forms().get(form, ())] == ([cue] if cue else [])


def test_longer_cues_come_first() -> None:
    names = [f.cue.name for f in cue_forms()["detto"]]
    assert names[-1] == "dire"
    assert len(names) > 1
