"""The page as text: everything inside it, every link leads somewhere, article text is never markup."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from claimcheck.model import Comparison, Figure
from claimcheck.report.facts import Table
from claimcheck.report.html import comparison_page
from claimcheck.report.html.chart import LEFT, RIGHT, Chart, chart
from claimcheck.report.html.marking import Mark, pieces
from claimcheck.report.words import Words
from tests.report.html.pages import hostile, hundred, three
from tests.report.sample import COMPARISON, READINGS

VOID = {"meta", "input", "circle", "line", "path"}


class Outline(HTMLParser):
    """Elements, ids and links of a page; unbalanced tags are noted."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.broken: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)

    def all(self, name: str) -> list[str]:
        return [found for _, attributes in self.elements if (found := attributes.get(name)) is not None]


@cache
def page(name: str = "sample", lang: str = "it") -> str:
    made = {"sample": lambda: COMPARISON, "hostile": hostile, "three": three, "hundred": hundred}[name]()
    return comparison_page(made, "it" if lang == "it" else "en", "fake 1.0")


@pytest.mark.parametrize("name", ["sample", "hostile", "three", "hundred"])
def test_the_page_is_whole_and_every_link_leads_somewhere(name: str) -> None:
    outline = Outline(page(name))
    assert (outline.open, outline.broken) == ([], [])
    ids = Counter(outline.all("id"))
    assert max(ids.values()) == 1
    links = outline.all("href")
    assert {link[1:] for link in links if link.startswith("#")} <= ids.keys()
    assert all(re.match(r"#|https?://", link) for link in links)


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_nothing_comes_from_outside(name: str) -> None:
    outline = Outline(page(name))
    assert outline.all("src") == []
    assert {tag for tag, _ in outline.elements} & {"link", "img", "iframe", "object", "embed", "base"} == set()
    assert "@import" not in page(name)
    assert "url(" not in page(name)
    (policy,) = [a["content"] for tag, a in outline.elements if tag == "meta" and "http-equiv" in a]
    assert str(policy).startswith("default-src 'none'")
    assert "unsafe" not in str(policy)


def test_hostile_text_stays_text() -> None:
    outline, text = Outline(page("hostile")), page("hostile")
    assert Counter(tag for tag, _ in outline.elements)["script"] == 1
    assert not [name for _, attributes in outline.elements for name in attributes if name.startswith("on")]
    assert "&lt;script&gt;document.title" in text
    assert "{{ 7 * 7 }}" in text
    assert not any(sign in text for sign in "\u202e\u202c\x00\u2028")
    assert "javascript:" not in text
    assert "&lt;b&gt;300&lt;/b&gt; o {{ 250 }}" in text


@pytest.mark.parametrize("lang", ["it", "en"])
def test_the_same_comparison_gives_the_same_bytes(lang: str) -> None:
    assert page("three", lang) == comparison_page(three(), "it" if lang == "it" else "en", "fake 1.0")
    assert ('<html lang="it">' in page("three", lang)) == (lang == "it")


def test_cells_say_who_agrees_and_who_does_not() -> None:
    row = page("three").split('id="fact-al-1"')[1].split("</tr>")[0]
    cells = [re.sub(r"<[^>]+>|\s+", " ", cell) for cell in row.split("<td ")[1:]]
    assert ["versione A" in cell for cell in cells] == [True, True, False]
    assert "circa 3.000.000 EUR" in cells[1]
    assert all("contraddizione" in cell for cell in cells)
    absent = page().split('id="fact-al-1"')[1]
    assert "non ne parla" not in absent.split("</tr>")[0]


def test_what_one_article_contradicts_in_itself_is_told() -> None:
    assert "<b>Due</b>: Prima 3, poi 7." in page("three")
    assert "inner-title" not in page()


def test_a_hundred_articles_weigh_little() -> None:
    assert len(page("sample").encode()) < 100_000
    assert len(page("hundred").encode()) < 10_000_000
    assert 'class="facts stacked' in page("hundred")


def test_where_there_are_too_many_columns_each_fact_says_how_many_tell_it() -> None:
    assert "ne parlano 2 articoli su 100" in page("hundred")
    assert "ne parlano" not in page("three")


def test_a_part_of_the_findings_says_nothing_of_the_rest() -> None:
    assert 'id="alone"' in page()
    assert 'id="alone"' not in comparison_page(COMPARISON, "it", "fake", whole=False)


def test_new_articles_come_first() -> None:
    checked = comparison_page(COMPARISON, "it", "fake", frozenset({"due"}))
    assert "<title>Confronto con il corpus</title>" in checked
    heads = checked.split("<thead")[1].split("</thead>")[0]
    assert heads.index("Corriere") < heads.index("Gazzetta")
    assert heads.count("nuovo") == 1


def drawn(text: str, *marks: Mark) -> str:
    found = pieces(text, marks)
    return "".join(
        {"open": f"<{p.mark.css}>", "close": "</>", "words": p.words, "fact": f"[{p.fact}]"}[p.type] for p in found
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([Mark(1, 3, "x")], "a<x>bc</>def"),
        ([Mark(1, 5, "x"), Mark(2, 4, "y", facts=(7, 9))], "a<x>b<y>cd</>[7][9]e</>f"),
        ([Mark(0, 4, "x", facts=(1,)), Mark(2, 6, "y", facts=(2,))], "<x>ab<y>cd</></>[1]<y>ef</>[2]"),
        ([Mark(0, 6, "x"), Mark(0, 6, "y")], "<x><y>abcdef</></>"),
        ([Mark(3, 3, "x")], "abcdef"),
    ],
)
def test_marks_nest(marks: list[Mark], expected: str) -> None:
    assert drawn("abcdef", *marks) == expected


def test_every_character_comes_out_but_those_that_steer() -> None:
    assert drawn("a\r\nb\x1b[1m\u202ec\x00") == "a\nb[1mc"


def charted(comparison: Comparison) -> Chart | None:
    table = Table(comparison)
    return chart(table.facts[0], table.names, Words("it"))


def test_figures_stand_on_one_axis() -> None:
    found = charted(three())
    assert found is not None
    assert [(row.name, row.approx, row.left, row.right) for row in found.rows] == [
        ("Uno", False, False, False),
        ("Due", True, False, False),
        ("Tre", False, False, True),
    ]
    first, second, third = found.rows
    assert first.x1 == first.x2 == second.x1 < third.x1 < third.x2 == RIGHT
    assert first.x1 > LEFT
    assert found.spoken == "Uno: 3.000.000 EUR; Due: circa 3.000.000 EUR; Tre: almeno 5.000.000 EUR"


def test_days_stand_on_a_time_line() -> None:
    found = charted(COMPARISON)
    assert found is not None
    assert found.time
    assert found.spoken == "Gazzetta: 18 giugno 2024; Corriere: 19 giugno 2024"


@pytest.mark.parametrize(
    "figure",
    [
        Figure("date", timex="2024-06-18"),
        Figure("quantity", float("inf"), float("nan")),
        Figure("date", timex="XXXX-06"),
        Figure("quantity", 18.0, 18.0),
    ],
)
def test_there_is_no_chart_of_one_value_or_of_what_cannot_be_drawn(figure: Figure) -> None:
    claims = tuple(
        replace(c, figure=figure if c.text.startswith("mercoledì") else c.figure) for c in READINGS[1].claims
    )
    ids = {c.id: n.id for c, n in zip(READINGS[1].claims, claims, strict=True)}
    assert set(ids) == set(ids.values())
    assert charted(replace(COMPARISON, readings=(READINGS[0], replace(READINGS[1], claims=claims)))) is None
