"""The reports for the terminal: what stands in them, how they fit, what they never let through."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck.model import Alignment, Article, Attribution, Check, Claim, Comparison, Figure, Reading, Result
from claimcheck.report.passages import Passage, differing, fitted, passage
from claimcheck.report.places import Place
from claimcheck.report.safe import clean
from claimcheck.report.terminal import check_report, comparison_report, extract_report
from claimcheck.report.words import Lang, Words, names
from tests.report.html.pages import three
from tests.report.sample import COMPARISON, DATE_A, DATES, FIRST, QUOTE_A, READINGS, SECOND, claim, pair

ESC = "\x1b"


def report(comparison: Comparison = COMPARISON, lang: Lang = "it", width: int = 100, colour: bool = False) -> str:
    return comparison_report(comparison, lang, width=width, colour=colour)


def test_the_whole_report() -> None:
    assert (
        report(width=72)
        == """\
Confronto fra articoli
2 articoli, 2 fonti, 5 affermazioni: 1 contraddizione, 1 differenza
compatibile, 0 accordi

Si contraddicono (1) ───────────────────────────────────────────────────

 1. Data. Il voto è il 18 o il 19 giugno.
    Gazzetta · 18 giugno 2024 · valore: 18 giugno 2024
      Il voto sarà **martedì 18 giugno**.
    Corriere · 19 giugno 2024 · valore: 19 giugno 2024
      Il voto è **mercoledì 19 giugno**.

Diversi ma compatibili (1) ─────────────────────────────────────────────

 1. Parole. Le parole sono diverse.
    Gazzetta · 18 giugno 2024 · a dirlo: Mario Rossi · tramite Ansa ·
    con riserva
      Il ministro Mario Rossi ha detto che servono «**_oltre 300_ posti
      nuovi**».
    Corriere · 19 giugno 2024 · a dirlo: Rossi
      Secondo Rossi servono «**_più di 250_ posti nuovi _e veri_**».

Concordano (0) ─────────────────────────────────────────────────────────
  Nessun accordo trovato.

Lo dice una fonte sola ─────────────────────────────────────────────────
  Corriere · 19 giugno 2024
    · La spesa è **2,5 milioni**.

Avvertenze ─────────────────────────────────────────────────────────────
  Corriere: not UTF-8: decoded as cp1252, check the accented letters
"""
    )


def test_english() -> None:
    text = report(lang="en", width=80)
    assert "They contradict each other (1)" in text
    assert "Gazzetta · 18 June 2024 · said by Mario Rossi · through Ansa · hedged" in text


def test_findings_stand_in_the_order_a_journalist_needs() -> None:
    text = report()
    heads = ["Si contraddicono", "Diversi ma compatibili", "Concordano", "Lo dice una fonte sola"]
    assert sorted(heads, key=text.index) == heads


def test_agreements_fold_to_one_line() -> None:
    agreed = replace(
        COMPARISON.alignments[1],
        relation="agree",
        pairs=(replace(COMPARISON.alignments[1].pairs[0], relation="agree"),),
    )
    text = report(replace(COMPARISON, alignments=(agreed,)))
    assert "  · Rossi: “più di 250 posti nuovi e veri” — Gazzetta, Corriere\n" in text
    assert "Nessuna contraddizione trovata." in text


def test_a_single_article_says_so() -> None:
    text = report(Comparison(READINGS[:1], (), (("uno",),)))
    assert "Un solo articolo" in text
    assert "Si contraddicono" not in text
    assert "Menu" not in text


def test_copies_are_told() -> None:
    text = report(replace(COMPARISON, origins=(("due", "uno"),)))
    assert "contano come una fonte: Corriere, Gazzetta" in text


def test_long_lists_are_capped() -> None:
    text = " ".join(f"{n} case." for n in range(30))
    places = [(text.index(f"{n} case"), f"{n} case") for n in range(10, 30)]
    claims = tuple(
        Claim("figure", at, at + len(w), w, (at, at + len(w) + 1), figure=Figure("quantity", 1.0, 1.0))
        for at, w in places
    )
    drawn = report(Comparison((Reading(Article("x", text), claims),), (), (("x",),)))
    assert drawn.count("**") == 16
    assert "… e altre 12" in drawn


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
@pytest.mark.parametrize("lang", ["it", "en"])
def test_no_line_is_wider_than_asked(width: int, lang: Lang) -> None:
    for text in (report(width=width, lang=lang), extract_report(READINGS, lang, width=width, colour=False)):
        assert max(cell_len(line) for line in text.split("\n")) <= max(width, 40)


def test_colour_only_when_asked() -> None:
    assert ESC not in report()
    coloured = report(colour=True)
    assert ESC in coloured
    assert "**" not in coloured


HOSTILE = f"{ESC}[2J[bold]grassetto[/bold] \u202eabc\u2066 :smile: \x9b31m[link=http://x]y[/link]\x07\r\n\ttesto"


def hostile() -> Comparison:
    text = f"Ha detto {HOSTILE}. Altro."
    said = Attribution(HOSTILE, via=(HOSTILE,))
    claim = Claim("quote", 9, 9 + len(HOSTILE), HOSTILE, (0, 10 + len(HOSTILE)), form="direct", attribution=said)
    article = Article("x" + HOSTILE, text, source=HOSTILE, title=HOSTILE, warnings=(HOSTILE,))
    found = COMPARISON.alignments[0]
    explained = replace(found, pairs=(replace(found.pairs[0], explanation=HOSTILE),))
    return Comparison((*READINGS, Reading(article, (claim,))), (explained,), (("uno",), ("due",), (article.id,)))


def test_untrusted_text_is_shown_and_never_obeyed() -> None:
    comparison = hostile()
    for text in (report(comparison, width=200), extract_report(comparison.readings, "it", width=200, colour=False)):
        assert "[bold]grassetto[/bold] abc :smile: 31m[link=http://x]y[/link] testo" in text
        assert not set(text) & {ESC, "\x9b", "\x07", "\r", "\t", "\u202e", "\u2066"}


@given(st.text(max_size=60), st.text(min_size=1, max_size=40), st.text(max_size=60), st.integers(40, 120))
def test_any_text_can_be_drawn(before: str, words: str, after: str, width: int) -> None:
    text = before + words + after
    start, end = len(before), len(before) + len(words)
    claims = (
        Claim("quote", start, end, words, (0, len(text)), form="direct"),
        Claim("figure", start, end, words, (start, end), figure=Figure("quantity", None, 3.0, unit=words)),
        Claim("attribution", start, end, words, (0, len(text)), attribution=Attribution(None, stance="denied")),
    )
    reading = Reading(Article("x", text, source=after), claims)
    for drawn in (
        report(Comparison((reading,), (), (("x",),)), width=width),
        extract_report([reading], "en", width=width, colour=True),
    ):
        assert "\x9b" not in drawn
        assert max(cell_len(line) for line in drawn.split("\n") if ESC not in line) <= width


@given(st.text(max_size=80))
def test_clean_is_one_printable_line(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == clean(cleaned)
    assert all(c.isprintable() or c == "\u200d" or not c.isascii() for c in cleaned)
    assert "\n" not in cleaned


def test_figures_of_one_sentence_are_shown_in_it_once() -> None:
    first, second = (claim(FIRST, "figure", words, figure=Figure("quantity", 1.0)) for words in ("300", "18"))
    second = replace(second, sentence=first.sentence)
    other = claim(SECOND, "figure", "250", figure=Figure("quantity", 1.0))
    pairs = tuple(pair(mine, other, "compatible", "set", "Elenchi diversi.") for mine in (first, second))
    refs = (pairs[0].b, pairs[1].b, pairs[0].a)
    readings = (Reading(FIRST, (first, second)), Reading(SECOND, (other,)))
    text = report(Comparison(readings, (Alignment("x", "figure", refs, "compatible", pairs),), ()), width=89)
    assert "servono «oltre **300** posti nuovi». Il voto sarà martedì **18**" in " ".join(text.split())
    assert text.count("Il ministro Mario Rossi") == 1


def test_blanks_beside_a_claim_outlive_the_cleaning() -> None:
    text = "uno \u202e300\x07 due"
    shown = passage(Article("x", text), [Claim("figure", 5, 8, "300", (0, len(text)))])
    assert shown.pieces == (("uno ", "context"), ("300", "claim"), (" due", "context"))


def test_a_passage_is_cut_between_words() -> None:
    text = "parola " * 60 + "trecento posti" + " parola" * 60
    start = text.index("trecento")
    shown = passage(Article("x", text), [Claim("figure", start, start + 14, "trecento posti", (0, len(text)))], 30)
    before, words, after = shown.pieces
    assert before == ("… parola parola parola parola ", "context")
    assert words == ("trecento posti", "claim")
    assert after == (" parola parola parola parola …", "context")
    assert fitted(FIRST, DATE_A, 20) == Passage((("martedì 18 …", "claim"),))


@pytest.mark.parametrize(
    ("mine", "other", "marked"),
    [
        ("il patto di difesa", "il patto di difesa", []),
        ("Il Patto «nuovo» di difesa", "il patto di difesa", ["nuovo"]),
        ("il patto", "il patto di difesa reciproca", []),
        ("il patto di difesa, reciproca", "il patto", ["di difesa, reciproca"]),
        ("tutto diverso qui", "niente in comune", []),
        ("", "abc", []),
    ],
)
def test_words_that_differ_are_marked(mine: str, other: str, marked: list[str]) -> None:
    found = differing(Passage(((mine, "claim"),)), Passage(((other, "claim"),)))
    assert [words for words, role in found.pieces if role == "differs"] == marked
    assert found.claim == mine


@pytest.mark.parametrize(
    ("figure", "it", "en"),
    [
        (Figure("quantity", 11000.0, None), "almeno 11.000", "at least 11,000"),
        (Figure("quantity", None, 20.0), "al massimo 20", "at most 20"),
        (Figure("measure", 2.5, 2.5, unit="km"), "2,5 km", "2.5 km"),
        (Figure("quantity", 300.0, 300.0, approx=True), "circa 300", "about 300"),
        (Figure("quantity", 3.0, 5.0), "da 3 a 5", "3 to 5"),
        (Figure("date", timex="2024-06-19"), "2024-06-19", "2024-06-19"),
        (Figure("date"), "", ""),
    ],
)
def test_values_in_words(figure: Figure, it: str, en: str) -> None:
    assert (Words("it").value(figure), Words("en").value(figure)) == (it, en)


def test_names_that_two_articles_share_carry_the_id() -> None:
    twin = replace(SECOND, id="tre")
    found = names([FIRST, SECOND, twin, Article("quattro", ""), Article("cinque", "", title="Titolo")])
    assert list(found.values()) == ["Gazzetta", "Corriere (due)", "Corriere (tre)", "quattro", "Titolo"]


def test_the_extract_report() -> None:
    text = extract_report(READINGS, "it", width=72, colour=False)
    assert "  · “oltre 300 posti nuovi” — Mario Rossi (tramite Ansa, con riserva)," in text
    assert "  · La spesa è **2,5 milioni**. = 2.500.000 EUR" in text
    assert "Menu" not in text
    assert QUOTE_A.text in text


def test_an_article_without_claims() -> None:
    reading = Reading(Article("x", "Niente."), ())
    assert "Nessuna affermazione trovata." in extract_report([reading], "it", width=60, colour=False)
    assert "Nessuna affermazione trovata." in report(Comparison((reading,), (), (("x",),)))


def test_a_source_has_one_heading_and_each_of_its_voices_a_line() -> None:
    second = replace(DATE_A, attribution=Attribution("Bianchi"))
    other = READINGS[[r.article.id for r in READINGS].index("due")]
    pairs = tuple(pair(c, other.claims[0], "conflict", "stance", "Perché.") for c in (QUOTE_A, second))
    claims = tuple(sorted({ref for p in pairs for ref in (p.a, p.b)}))
    finding = Alignment("q-1", "quote", claims, "conflict", pairs)
    text = report(Comparison((Reading(FIRST, (QUOTE_A, second)), other), (finding,), (("uno",), ("due",))), width=80)
    assert text.count("Gazzetta · 18 giugno 2024\n") == 1
    assert "      a dirlo: Bianchi · valore: 18 giugno 2024\n" in text


def test_versions_stand_side_by_side_where_there_is_room() -> None:
    for width in (90, 120):
        (heads,) = [line for line in report(width=width).split("\n") if "Gazzetta" in line and "a dirlo" not in line]
        assert heads.index("Gazzetta · 18 giugno 2024") < heads.index("Corriere · 19 giugno 2024")
        assert all(cell_len(line) <= width for line in report(width=width).split("\n"))
    assert "    Corriere · 19 giugno 2024 · valore: 19 giugno 2024\n" in report(width=89)
    three_wide, three_narrow = report(three(), width=135), report(three(), width=134)
    assert any(all(f"{name} ·" in line for name in ("Uno", "Due", "Tre")) for line in three_wide.split("\n"))
    assert not any("Uno ·" in line and "Due ·" in line for line in three_narrow.split("\n"))


def test_the_outlier_stands_last() -> None:
    comparison = three()
    text = report(comparison)
    assert ["    Uno · versione A ·" in text, "    Tre · versione B ·" in text] == [True, True]
    assert "    Due · versione A · 19 giugno 2024 · valore: circa 3.000.000 EUR\n" in text
    found = [text.index(f"    {name} ·") for name in ("Uno", "Due", "Tre")]
    assert found == sorted(found)
    dates = {"uno": "2024-06-20", "due": "2024-06-19", "tre": "2024-06-18"}  # the outlier is the oldest
    dated = [replace(r, article=replace(r.article, published=dates[r.article.id])) for r in comparison.readings]
    text = report(replace(comparison, readings=tuple(dated)))
    assert text.index("    Due ·") < text.index("    Uno ·") < text.index("    Tre ·")


def test_what_is_left_of_a_choice_is_shown_alone() -> None:
    part = replace(COMPARISON, alignments=COMPARISON.alignments[:1])
    text = comparison_report(part, "it", width=72, colour=False, whole=False)
    assert "Si contraddicono (1)" in text
    assert not any(words in text for words in ("Concordano (", "compatibili (0)", "fonte sola"))
    nothing = comparison_report(replace(COMPARISON, alignments=()), "it", width=72, colour=False, whole=False)
    assert nothing.split("\n")[1:3] == ["2 articoli, 2 fonti, 5 affermazioni", "Nessun risultato con queste scelte."]


def test_passages_are_links_to_their_place_in_the_file() -> None:
    links = {"uno": Place(3, 40, "file:///a/uno.txt")}
    start = DATE_A.start + 40
    link = f"{ESC}]8;;file:///a/uno.txt#char={start},{start + len(DATE_A.text)}{ESC}\\"
    text = comparison_report(COMPARISON, "it", width=72, colour=True, links=links)
    assert link in text
    assert text == comparison_report(COMPARISON, "it", width=72, colour=True, links=links)
    assert "]8;" not in comparison_report(COMPARISON, "it", width=72, colour=False, links=links)
    mine = next(ref for ref in DATES.claims if ref.article == "uno")
    found = Check((READINGS[0],), (Result(mine, "conflict", DATES.pairs, 0),), (READINGS[1],), {})
    assert link in check_report(found, "it", width=72, colour=True, links=links)
    assert "valore: 18 giugno 2024" in check_report(found, "it", width=72, colour=False)
