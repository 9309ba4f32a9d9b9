"""Findings inside one article: sums and headlines, read from sentences by the pipeline; near misses stay silent."""

from dataclasses import replace

import pytest

from claimcheck.comparison import compare
from claimcheck.consistency import LEAST_BODY, findings, headline_end
from claimcheck.model import Article, Reading
from claimcheck.pipeline import Pipeline
from tests.alignment.build import claim, reading

ENOUGH = 5
FILLER = (
    " Gli organizzatori hanno ringraziato i volontari e le forze dell'ordine. La giornata è finita senza incidenti "
    "e il traffico è tornato regolare in serata, come ha comunicato il Comune. A breve si riunirà il consiglio."
)
SUMS = [
    ("Nello schianto 5 feriti: 2 gravi e 4 lievi.", "5 feriti", "4 lievi", "fanno 6"),
    ("Il bilancio è di 12 morti, di cui 7 donne e 6 bambini.", "12 morti", "6 bambini", "fanno 13"),
    (
        "La squadra ha giocato 20 partite: 10 vittorie, 6 pareggi e 5 sconfitte.",
        "20 partite",
        "5 sconfitte",
        "fanno 21",
    ),
    ("Gli arrestati sono 30: 18 italiani e 10 stranieri.", "30", "10 stranieri", "fanno 28"),
    ("Coinvolte 10 persone: 3 morti e 8 feriti.", "10 persone", "8 feriti", "fanno 11"),
    ("Hanno votato 300 deputati: 180 favorevoli, 100 contrari e 25 astenuti.", "300 deputati", "25 astenuti", "305"),
    ("Eseguiti 14 arresti: 10 in carcere e 5 ai domiciliari.", "14 arresti", "5", "fanno 15"),
]
SUMS_THAT_HOLD = [
    "Nello schianto 6 feriti: 2 gravi e 4 lievi.",
    "Nello schianto 9 feriti: 2 gravi e 4 lievi.",  # the others are not told
    "Gli arrestati sono 12: 10 stranieri e 5 minorenni.",  # a foreigner may be a minor
    "Nello schianto 5 feriti. A Pavia altri 2 gravi e 4 lievi.",
    "Circa 5 feriti: 2 gravi e 4 lievi.",
    "Nel 2019 ha raccolto 12 punti, 7 vittorie e 6 pareggi.",
    "Al corteo 20 sindaci e 5 deputati: 3 uomini e 2 donne.",
]
HEADLINES = [
    (
        "Mille persone in piazza per la pace",
        "Circa 700 persone sono scese in piazza ieri per chiedere la pace.",
        "Mille persone",
        "Circa 700 persone",
    ),
    (
        "Scontro sulla statale, motociclista di 42 anni perde la vita",
        "Il motociclista, 43 anni, viaggiava sulla statale.",
        "42 anni",
        "43 anni",
    ),
    (
        "Rapina in banca, bottino da 80mila euro",
        "La rapina in banca ha fruttato 50mila euro in contanti.",
        "80mila euro",
        "50mila euro",
    ),
    (
        "Maxi sequestro al porto di Genova: 12 container di scarpe false",
        "I finanzieri hanno sequestrato nel porto di Genova 20 container di scarpe.",
        "12 container",
        "20 container",
    ),
    (
        "Scuola, assunti 900 docenti in provincia di Lecce",
        "Sono 640 i nuovi assunti: a Lecce la scuola prende 640 docenti.",
        "900 docenti",
        "640 docenti",
    ),
]
HEADLINES_THAT_HOLD = [
    ("Mille persone in piazza per la pace", "Oltre 900 persone sono scese in piazza ieri per chiedere la pace."),
    ("Mille persone in piazza per la pace", "Circa mille manifestanti in piazza per la pace, 700 persone al concerto."),
    (
        "Sei feriti nello scontro sulla statale",
        "Due feriti sono gravi. Nello scontro sulla statale quattro feriti.",
    ),
    ("Appalto del ponte da 14 milioni di euro", "L'appalto del ponte vale 14,2 milioni di euro."),
    ("Motociclista di 42 anni perde la vita", "Il motociclista, 42enne, viaggiava con un amico di 39 anni."),
    (
        "Rapina in banca, bottino da 80mila euro.",
        "La rapina in banca ha fruttato 50mila euro.",
    ),  # a sentence, no headline
    ("Tre arresti per droga a Bari", "A Bari dodici agenti hanno eseguito gli arresti per droga."),
]


def read(text: str, pipeline: Pipeline) -> tuple[Reading, list[tuple[str, str, str, str]]]:
    """The reading of a text and its findings: code, the words of both sides, the explanation."""
    found = pipeline.extract(Article("uno", text, published="2024-03-01"))
    words = {c.id: c.text for c in found.claims}
    pairs = findings(found)
    assert all(p.a.article == p.b.article == "uno" and (p.relation, p.type) == ("conflict", "value") for p in pairs)
    return found, [(str(p.evidence["code"]), words[p.a.claim], words[p.b.claim], p.explanation) for p in pairs]


@pytest.mark.pipeline
@pytest.mark.parametrize(("text", "whole", "part", "says"), SUMS)
def test_a_sum_that_does_not_hold(text: str, whole: str, part: str, says: str, pipeline: Pipeline) -> None:
    _, found = read(text, pipeline)
    assert [(code, a, b) for code, a, b, _ in found] == [("arithmetic", whole, part)]
    assert says in found[0][3]


@pytest.mark.pipeline
@pytest.mark.parametrize("text", SUMS_THAT_HOLD)
def test_a_sum_that_holds_or_is_none(text: str, pipeline: Pipeline) -> None:
    assert read(text, pipeline)[1] == []


@pytest.mark.pipeline
@pytest.mark.parametrize(("title", "body", "a", "b"), HEADLINES)
def test_a_headline_that_the_body_contradicts(title: str, body: str, a: str, b: str, pipeline: Pipeline) -> None:
    _, found = read(f"{title}\n{body}{FILLER}", pipeline)
    assert [(code, *sides) for code, *sides, _ in found] == [("headline", a, b)]
    assert a in found[0][3]
    assert b in found[0][3]


@pytest.mark.pipeline
@pytest.mark.parametrize(("title", "body"), HEADLINES_THAT_HOLD)
def test_a_headline_that_holds(title: str, body: str, pipeline: Pipeline) -> None:
    assert read(f"{title}\n{body}{FILLER}", pipeline)[1] == []


def test_there_are_enough_examples() -> None:
    assert min(len(SUMS), len(SUMS_THAT_HOLD), len(HEADLINES), len(HEADLINES_THAT_HOLD)) >= ENOUGH


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Mille in piazza\n" + "a" * LEAST_BODY, "Mille in piazza"),
        ("\n\nMille in piazza\n" + "a" * LEAST_BODY, "\n\nMille in piazza"),
        ("Mille in piazza.\n" + "a" * LEAST_BODY, ""),
        ("Mille in piazza\nPoco testo", ""),
        ("a" * 300 + "\n" + "a" * LEAST_BODY, ""),
        ("", ""),
    ],
)
def test_headline(text: str, headline: str) -> None:
    assert text[: headline_end(text)] == headline


def sums() -> Reading:
    text = "Nello schianto 5 feriti: 2 gravi e 4 lievi."
    marks = [("5 feriti", 5), ("2 gravi", 2), ("4 lievi", 4)]
    return reading("uno", text, *(claim(text, words, "figure", low=n, high=n, of=words[2:]) for words, n in marks))


def test_findings_are_no_alignments() -> None:
    found = compare([sums()])
    assert [p.evidence["code"] for p in found.findings] == ["arithmetic"]
    assert found.alignments == ()


def test_explanations_in_english() -> None:
    assert findings(sums(), "en")[0].explanation == "“5 feriti”: the parts, “2 gravi”, “4 lievi”, make 6."


def test_page_chrome_is_not_doubted() -> None:
    marks = sums()
    chrome = tuple(replace(c, furniture=True) for c in marks.claims)
    assert findings(replace(marks, claims=chrome)) == ()
