"""The acceptance points of quotes and attributions that count cases: constructions by names, against thresholds.

Every case is one short text made of a frame, a name and a statement; the rate of right answers over a construction is
held against its threshold. What needs gold articles is measured by benchmarks/score.py, not here.
"""

from collections.abc import Callable, Iterable
from itertools import cycle

import pytest

from claimcheck.model import Article, Claim
from claimcheck.pipeline import Pipeline

pytestmark = pytest.mark.pipeline

PEOPLE = (
    "Carlo Bianchi",
    "Maria Verdi",
    "Paolo Ferri",
    "Elena Moretti",
    "Ugo Ferrari",
    "Lia Conti",
    "Marco Sala",
    "Anna Riva",
    "Piero Costa",
    "Giulia Serra",
    "Aldo Marini",
    "Carla Neri",
    "Dario Conti",
    "Silvia Marchi",
    "Bruno Galli",
)
SAID = (
    "Il ponte riaprirà a giugno",
    "I fondi non bastano",
    "La gara è chiusa",
    "Serve una legge nuova",
    "Il voto sarà rinviato",
    "Le scuole resteranno chiuse",
    "Il bilancio è in ordine",
    "La strada è sicura",
    "I lavori partono lunedì",
    "Non ci saranno altri tagli",
    "Il museo aprirà in autunno",
    "La rete regge",
    "Il contratto va rivisto",
    "I treni torneranno puntuali",
    "La raccolta è finita",
)
PAST = ("ha detto", "ha spiegato", "ha dichiarato", "ha assicurato", "ha ribadito")
NOW = ("dice", "spiega", "avverte", "assicura", "replica")
CASES = tuple(zip(PEOPLE, SAID, cycle(PAST), cycle(NOW), strict=False))

FRAMES = {
    "before": "{name} {past}: «{said}».",
    "inversion": "«{said}», {past} {name}.",
    "inversion, present": "«{said}», {now} {name}.",
    "inversion, role": "«{said}», {past} il segretario {name}.",
    "apposition": "{name}, segretario del partito, {past}: «{said}».",
    "relative": "È intervenuto anche {name}, che {past}: «{said}».",
    "gerund": "{name} ha lasciato l’aula, definendo il voto «una farsa».",
    "clitic": "«{said}». Lo {past} {name}.",
    "inside": "«{said} – {past} {name} – e tutti lo sanno».",
    "colon": "{name}: «{said}».",
    "headline": "Manovra, {name}: «{said}»",
    "noun": "La replica di {name}: «{said}».",
    "words of": "«{said}»: sono le parole di {name}.",
    "signature": "«{said}» – {name}",
    "secondo": "Secondo {name}, «{lower}».",
}
LENIENT = {"noun": 0.85, "words of": 0.85, "headline": 0.85, "signature": 0.85}
INDIRECT = {
    "che": "{name} {past} che {lower}.",
    "secondo": "Secondo {name}, {lower}.",
    "a detta di": "A detta di {name}, {lower}.",
    "passive": "È stato annunciato da {name} che {lower}.",
    "host": "{said}, {past} {name}.",
    "come": "Come {now} {name}, {lower}.",
    "lo": "{said}. Lo {past} {name}.",
}


def texts(frame: str) -> list[tuple[str, str]]:
    """A frame filled with each case: the text and whose words it holds."""
    return [(frame.format(name=n, said=s, lower=s[0].lower() + s[1:], past=p, now=v), n) for n, s, p, v in CASES]


def claims(pipeline: Pipeline, text: str, kind: str) -> list[Claim]:
    return [c for c in pipeline.extract(Article(id="x", text=text)).claims if c.kind == kind]


def sources(found: Iterable[Claim]) -> list[str | None]:
    return [c.attribution.source if c.attribution else None for c in found]


def rate(cases: Iterable[tuple[str, str]], right: Callable[[str, str], bool]) -> float:
    answers = [right(text, wanted) for text, wanted in cases]
    return sum(answers) / len(answers)


@pytest.mark.parametrize("frame", FRAMES)
def test_speakers_by_construction(pipeline: Pipeline, frame: str) -> None:
    """Points 4 and 9: fifteen cases of each construction."""

    def right(text: str, name: str) -> bool:
        found = sources(claims(pipeline, text, "quote"))
        return bool(found) and set(found) == {name}

    assert rate(texts(FRAMES[frame]), right) >= (
        0.85 if frame in ("noun", "words of", "headline", "signature") else 0.9
    )


@pytest.mark.parametrize("frame", INDIRECT)
def test_sources_of_indirect_statements(pipeline: Pipeline, frame: str) -> None:
    """Points 7 and 9: fifteen cases of each construction, content exact in six of ten."""

    def right(text: str, name: str) -> bool:
        return name in sources(claims(pipeline, text, "attribution"))

    def exact(text: str, name: str) -> bool:
        said = dict(zip(PEOPLE, SAID, strict=True))[name]
        return any(c.text.casefold() == said.casefold() for c in claims(pipeline, text, "attribution"))

    assert rate(texts(INDIRECT[frame]), right) >= 0.85
    assert rate(texts(INDIRECT[frame]), exact) >= 0.6


def test_null_subjects(pipeline: Pipeline) -> None:
    """Point 6: sixty texts whose last verb has no subject of its own, half of them turns of the same speaker."""
    opening = (
        "{n} ha parlato in aula. «{s}», ha detto.",
        "«Buongiorno a tutti», ha esordito {n}. «{s}», ha aggiunto.",
        "{n} ha incontrato i sindaci. Ha spiegato: «{s}».",
        "{n} ha scritto: «Grazie». «{s}», ha concluso.",
    )
    cases = [(o.format(n=n, s=s), n) for o in opening for n, s, _, _ in CASES]
    assert len(cases) == 60
    assert rate(cases, lambda text, name: sources(claims(pipeline, text, "quote"))[-1:] == [name]) >= 0.8


def test_turns_of_one_speaker(pipeline: Pipeline) -> None:
    """Point 6: verbs that go on."""
    verbs = ("ha aggiunto", "ha proseguito", "ha concluso", "ha ribadito")
    cases = [(f"«Il piano è pronto», ha detto {n}. «{s}», {v}.", n) for n, s, _, _ in CASES for v in verbs]
    assert rate(cases, lambda text, name: sources(claims(pipeline, text, "quote")) == [name, name]) >= 0.95


def test_namesakes_and_principals_never_merge(pipeline: Pipeline) -> None:
    """Point 5: same surname and another forename, spokesperson and principal, country and leader."""
    for n, s, _, _ in CASES:
        surname = n.split()[1]
        other = f"Tommaso {surname}"
        kin = f"{n} è morto nel 2010. Il figlio {other} ha detto: «{s}»."
        spokesman = f"Il portavoce di {n} ha detto: «{s}»."
        country = f"Il presidente turco {n} è a Roma. «{s}», ha detto la Turchia."
        assert sources(claims(pipeline, kin, "quote")) == [other]
        assert sources(claims(pipeline, spokesman, "quote")) == [f"portavoce di {n}"]
        assert sources(claims(pipeline, country, "quote")) == ["Turchia"]


@pytest.mark.parametrize("outlet", ["Ansa", "Tass", "Interfax", "Reuters", "Adnkronos"])
def test_chains(pipeline: Pipeline, outlet: str) -> None:
    """Point 8: the outlet told and the outlet that passes on are no speakers."""
    for n, s, _, _ in CASES[:4]:
        for text in (f"«{s}», ha detto {n} all’agenzia {outlet}.", f"Secondo l’agenzia {outlet}, {n} ha detto: «{s}»."):
            (quote,) = claims(pipeline, text, "quote")
            assert quote.attribution
            assert (quote.attribution.source, quote.attribution.via) == (n, (outlet,)), text


CRITERIA = (
    "la legge",
    "il contratto",
    "le regole",
    "il programma",
    "le norme",
    "i criteri",
    "il calendario",
    "i piani",
)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_secondo_and_a_criterion(pipeline: Pipeline, criterion: str) -> None:
    """Point 7: no false source."""
    for text in (f"Secondo {criterion}, la gara comincia alle nove.", f"Tutto procede secondo {criterion}."):
        assert claims(pipeline, text, "attribution") == []


HEARSAY = (
    "l’uomo avrebbe agito da solo",
    "il denaro sarebbe finito all’estero",
    "la banda avrebbe rubato tre auto",
    "il contabile avrebbe falsificato i bilanci",
    "la nave sarebbe affondata in pochi minuti",
    "i due avrebbero litigato",
    "l’incendio sarebbe partito dal tetto",
    "il camion avrebbe invaso la corsia",
)
SOURCES = ("la procura", "gli inquirenti", "la polizia", "i testimoni", "i media locali")
PLAIN = (
    "Il ministro ha detto che se arrivassero i fondi la scuola sarebbe aperta.",
    "Il ministro aveva promesso che la scuola sarebbe stata aperta.",
    "Il sindaco ha detto che vorrebbe un incontro.",
    "La società aveva annunciato che avrebbe chiuso lo stabilimento.",
    "Secondo la procura, l’uomo ha agito da solo.",
    "Il sindaco ha promesso che avrebbe riaperto il ponte.",
    "Il tecnico ha detto che se piovesse il fiume avrebbe superato gli argini.",
    "L’allenatore aveva assicurato che sarebbe rimasto.",
)


def test_the_conditional_of_hearsay(pipeline: Pipeline) -> None:
    """Point 10: forty hearsays, forty that are none."""
    cases = [(f"Secondo {who}, {what}.", "hedged") for who in SOURCES for what in HEARSAY]
    assert len(cases) == 40

    def told(text: str, stance: str) -> bool:
        return [c.attribution.stance for c in claims(pipeline, text, "attribution") if c.attribution] == [stance]

    assert rate(cases, told) >= 0.9
    plain = [
        text.replace("Il ministro", f"Il {who}")
        for text in PLAIN
        for who in ("ministro", "premier", "questore", "prefetto", "rettore")
    ]
    alarms = [
        text
        for text in plain
        if any(c.attribution and c.attribution.stance == "hedged" for c in claims(pipeline, text, "attribution"))
    ]
    assert len(plain) == 40
    assert len(alarms) <= 2, alarms


def test_figures_inherit_the_stance(pipeline: Pipeline) -> None:
    """Point 10: a number in hearsay is hearsay."""
    for who in SOURCES:
        found = claims(pipeline, f"Secondo {who}, la banda avrebbe rubato 30 auto.", "figure")
        assert [c.attribution.stance for c in found if c.attribution] == ["hedged"]


def test_every_claim_says_why(pipeline: Pipeline) -> None:
    """Point 11: the rule, and a speaker or the reason there is none."""
    for frame in (*FRAMES.values(), *INDIRECT.values()):
        for text, _ in texts(frame)[:3]:
            for claim in pipeline.extract(Article(id="x", text=text)).claims:
                assert claim.evidence["rule"]
