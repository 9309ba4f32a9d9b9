"""Page chrome: whole lines of the page are marked, lines of the article never."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Article
from claimcheck.reading.furniture import furniture
from claimcheck.reading.samples import samples

GOLD = Path(__file__).parents[2] / "data" / "gold"
STORY = "Il governo ha approvato il decreto che stanzia 300 milioni di euro per le scuole di tutto il Paese."

CHROME = [
    "READ  Il terremoto di ieri, decine di feriti in Giappone",
    "LEGGI ANCHE: Manovra, tutte le misure",
    "LEGGI ANCHE",
    "Leggi anche:—>Riaperto il ponte dopo sei giorni",
    "Leggi anche > Manovra, tutte le misure",
    "Da leggere in 2 minuti",
    "Tempo di lettura: 3 minuti",
    "2' di lettura",
    "5 min read",
    "Ascolta la versione audio dell'articolo",
    "Mario Rossi/Ansa",
    "Stringer/Getty Images",
    "Ivan Bianchi/Pool/AFP/Getty Images",
    "(Foto Ansa)",
    "(Ansa)",
    "Foto: LaPresse",
    "Foto di Mario Rossi",
    "Riproduzione riservata",
    "© Riproduzione riservata",
    "Riproduzione riservata © Copyright ANSA",
    "© 2024 Tutti i diritti riservati",
    "Notizie correlate",
    "Articoli correlati:",
    "Potrebbe interessarti",
    "Condividi su Facebook",
    "Facebook Twitter WhatsApp",
    "Iscriviti alla newsletter per ricevere le notizie ogni mattina",
    "Segui il nostro canale WhatsApp",
    "Resta aggiornato: entra nel nostro canale Telegram",
    "Clicca qui per leggere tutte le notizie",
    "Home > Esteri > Europa",
    "Internazionale • Israele • Libano",
    "Pubblicato il 24 gennaio 2024 alle 10:30",
    "Aggiornato alle 12:45",
    "lunedì, Settembre 16, 2024",
    "24/01/2024 10:30",
    "Questo articolo è stato aggiornato.",
    "Pubblicità",
    "Loading...",
]

ARTICLE = [
    "Il presidente, a destra, stringe la mano al ministro a Roma il 19 giugno 2024.",
    "“Non leggi anche quello che non ti piace”, ha detto il sindaco.",
    "Leggi anche più severe non basterebbero, secondo il procuratore.",
    "Foto rubate alla ex fidanzata: arrestato un uomo di 26 anni",
    "Home restaurant, ecco le nuove regole del governo",
    "Copyright, la Ue approva la riforma con 348 voti a favore",
    "Aggiornato a 30 anni il limite di età per i concorsi",
    "Pubblicata la graduatoria: ammessi 1.200 candidati su 8.000",
    "I numeri sono lì, tutti da leggere",
    "Ucraina/Russia, la guerra entra nel terzo anno",
    "La pubblicità è cresciuta del 5% nel 2023.",
    "Segue la nota del ministero.",
    "La priorità assoluta",
    "Generali 2024, conti in crescita",
    "Roma, 24 gennaio 2024 – Il governo vara il decreto.",
]


@pytest.mark.parametrize("line", CHROME)
def test_page_chrome_is_marked(line: str) -> None:
    text = f"Il titolo della storia\n\n{line}\n\n{STORY}\n"
    assert [text[start:end] for start, end in furniture(text)] == [line]


@pytest.mark.parametrize("line", ARTICLE)
def test_lines_of_the_article_are_not(line: str) -> None:
    assert furniture(f"Il titolo della storia\n\n{line}\n\n{STORY}\n") == ()


def test_a_date_alone_in_the_middle_heads_a_section() -> None:
    lines = [STORY] * 5 + ["3 settembre 2025"] + [STORY] * 5
    assert furniture("\n".join(lines)) == ()


def test_a_cut_headline_is_chrome_where_the_full_one_stands() -> None:
    full = "Il governo approva il decreto sulle scuole e stanzia trecento milioni"
    text = f"NotizieIl governo approva il decreto sulle scuole e...\n\n{full}\n\n{STORY}"
    assert [text[s:e] for s, e in furniture(text)] == ["NotizieIl governo approva il decreto sulle scuole e..."]
    assert furniture(text.replace(full, "Un altro titolo")) == ()


def test_a_long_line_is_never_chrome() -> None:
    assert furniture("LEGGI ANCHE: " + STORY * 4 + "\n" + STORY) == ()


@pytest.mark.parametrize(
    "text", ["LEGGI ANCHE: Manovra, le misure", "Riproduzione riservata\nPubblicità\n", "", "\n\n"]
)
def test_a_text_of_nothing_but_chrome_is_left_alone(text: str) -> None:
    assert furniture(text) == ()


@given(st.text())
def test_stretches_are_whole_lines_of_any_text(text: str) -> None:
    for start, end in furniture(text):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"


@pytest.mark.parametrize("article", samples().articles, ids=lambda a: a.id)
def test_samples_mark_what_the_annotators_marked(article: Article) -> None:
    gold = json.loads((GOLD / f"{article.id}.json").read_text(encoding="utf-8"))
    items = [item for key in ("quotes", "figures", "attributions") for item in gold[key]]
    wrong = [i["text"] for i in items if article.is_furniture(i["start"], i["end"]) != bool(i.get("furniture"))]
    assert wrong == []
