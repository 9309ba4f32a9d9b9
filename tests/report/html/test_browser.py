"""The page in headless Chromium: it renders, filters, opens articles side by side, answers keys, passes axe.

Without Playwright or a Chromium of the system these tests are skipped. With CLAIMCHECK_SCREENS=FOLDER the screenshots
are written there (`make screens` fills docs/screens).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model import Comparison
from claimcheck.report.html import comparison_page
from tests.report.html.conftest import CHROMIUM
from tests.report.html.pages import hostile, hundred, three
from tests.report.sample import COMPARISON, DATES

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
Page = Any


class Desk:
    """Opens pages; whatever the console says is an error."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.said: list[str] = []

    def __call__(self, comparison: Comparison, fragment: str = "", width: int = 1280, **options: Any) -> Page:
        path = self.folder / "page.html"
        path.write_text(comparison_page(comparison, "it", "fake 1.0"), encoding="utf-8")
        page = self.browser.new_page(viewport={"width": width, "height": 800}, **options)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.said.append(request.url) if request.url[:5] != "file:" else None)
        page.goto(f"{path.as_uri()}{fragment}")
        return page


@pytest.fixture
def desk(browser: Any, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(browser, tmp_path)
    yield desk
    for context in browser.contexts:
        context.close()
    assert desk.said == []


def shown(page: Page) -> list[str]:
    """The anchors of the rows in sight."""
    found: list[str] = page.eval_on_selector_all(
        ".facts tbody tr", "rows => rows.filter(r => !r.hidden).map(r => r.id)"
    )
    return found


def panes(page: Page) -> list[str]:
    """The articles side by side."""
    found: list[str] = page.eval_on_selector_all(
        "#articles article", "all => all.filter(a => a.offsetParent).map(a => a.dataset.name)"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "#fact-al-2"])
@pytest.mark.parametrize("made", [lambda: COMPARISON, hostile, three], ids=["sample", "hostile", "three"])
def test_axe_finds_nothing(desk: Desk, made: Any, fragment: str, scheme: str) -> None:
    page = desk(made(), fragment, color_scheme=scheme)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_hostile_text_runs_nothing(desk: Desk) -> None:
    page = desk(hostile())
    assert page.title() == "Confronto fra articoli"
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.querySelectorAll('main svg:not(.chart), main img').length") == 0
    assert "<script>document.title = 'preso'</script>" in page.inner_text("#articles article >> nth=2")


def test_filters(desk: Desk) -> None:
    page = desk(COMPARISON)
    assert shown(page) == ["fact-al-1", "fact-al-2"]
    page.uncheck("input[value=conflict]")
    assert shown(page) == ["fact-al-2"]
    assert page.inner_text("#shown") == "1 fatto su 2"
    page.uncheck("input[value=quote]")
    assert shown(page) == []
    assert page.is_visible("#none")
    page.check("input[value=conflict]")
    assert shown(page) == ["fact-al-1"]


def test_the_source_filter(desk: Desk) -> None:
    page = desk(hostile())
    page.select_option("select[name=source]", index=1)
    name = page.input_value("select[name=source]")
    assert len(shown(page)) in (1, 2)
    assert page.locator(f'.facts tr:not([hidden]) td[data-article="{name}"]').count() == len(shown(page))


def test_a_cell_opens_the_articles_at_the_passage(desk: Desk) -> None:
    page = desk(three())
    page.click(".facts td >> nth=2")
    assert sorted(panes(page)) == ["Due", "Tre", "Uno"]
    assert page.evaluate("location.hash").startswith("#claim-tre-")
    assert page.locator("mark.on").all_inner_texts() == ["3 milioni", "circa 3 milioni", "oltre 5 milioni"]
    assert page.inner_text("#place") == "Fatto 1 di 1"
    assert page.locator("#told svg.chart").is_visible()
    assert not page.is_visible(".facts")
    page.keyboard.press("Escape")
    assert page.is_visible(".facts")
    assert page.evaluate("document.activeElement.className").startswith("said")


def test_passages_deep_in_long_articles_are_in_sight(desk: Desk) -> None:
    page = desk(hostile(), "#fact-al-3")
    for mark in page.locator("mark.on").all():
        box = mark.bounding_box()
        assert 0 < box["y"] < 800


def test_numbers_in_the_articles_lead_back_to_the_facts(desk: Desk) -> None:
    page = desk(COMPARISON, "#fact-al-1")
    assert panes(page) == ["Gazzetta", "Corriere"]
    page.click("a.ref.compatible >> nth=0")
    assert page.evaluate("location.hash") == "#fact-al-2"
    assert page.locator("#told .why").inner_text() == "Le parole sono diverse."
    assert page.locator(".on .differs").all_inner_texts() == ["oltre 300", "più di 250", "e veri"]
    page.click("mark.figure[data-facts='1'] >> nth=0")
    assert page.evaluate("location.hash") == "#fact-al-1"
    page.go_back()
    assert page.locator("#told .why").inner_text() == "Le parole sono diverse."


def test_a_passage_of_two_facts_is_shown_in_both(desk: Desk) -> None:
    again = replace(DATES, id="al-3", relation="agree", pairs=(replace(DATES.pairs[0], relation="agree"),))
    comparison = replace(COMPARISON, alignments=(*COMPARISON.alignments, again))
    page = desk(comparison, "#fact-al-3")
    assert panes(page) == ["Gazzetta", "Corriere"]
    assert page.locator("mark.on").all_inner_texts() == ["martedì 18 giugno", "mercoledì 19 giugno"]
    assert page.locator("#articles article >> nth=0").locator("a.ref").all_inner_texts() == ["≈2", "≠1", "=3"]
    page.keyboard.press("Escape")
    page.click("#fact-al-3 a.said >> nth=1")  # the cell that is chosen says of which fact
    assert page.inner_text("#place") == "Fatto 3 di 3"
    page.keyboard.press("Escape")
    page.click("#fact-al-1 a.said >> nth=1")
    assert page.inner_text("#place") == "Fatto 1 di 3"


def test_keys_step_from_fact_to_fact(desk: Desk) -> None:
    page = desk(COMPARISON)
    places = []
    for key in ("j", "j", "ArrowRight", "ArrowLeft", "k", "k"):
        page.keyboard.press(key)
        places.append(page.inner_text("#place"))
    assert places == [f"Fatto {n} di 2" for n in (1, 2, 1, 2, 1, 2)]
    page.click("#back")
    assert page.is_visible(".facts")
    page.uncheck("input[value=conflict]")
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    assert page.inner_text("#place") == "Fatto 1 di 1"


def test_a_claim_has_an_address(desk: Desk) -> None:
    page = desk(COMPARISON)
    alone = page.locator("#alone details a").first
    page.click("#alone summary")
    address = alone.get_attribute("href")
    alone.click()
    assert panes(page) == ["Corriere"]
    assert page.inner_text("#place") == "Lo dice solo Corriere"
    again = desk(COMPARISON, address)
    assert again.locator("mark.on").all_inner_texts() == ["2,5 milioni"]


def test_the_page_works_without_script(desk: Desk) -> None:
    page = desk(COMPARISON, java_script_enabled=False)
    page.click("a.said >> nth=0")
    assert page.url.split("#")[1].startswith("claim-uno-")
    assert not page.is_visible(".hint")
    assert page.is_visible("#articles article >> nth=0")


@pytest.mark.parametrize("width", [360, 800, 1280, 1920])
@pytest.mark.parametrize("fragment", ["", "#fact-al-1"])
def test_nothing_is_wider_than_the_window(desk: Desk, width: int, fragment: str) -> None:
    for made in (COMPARISON, hostile()):
        page = desk(made, fragment, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_everything(desk: Desk) -> None:
    page = desk(COMPARISON)
    page.emulate_media(media="print")
    assert not page.is_visible("#filters")
    assert page.is_visible("#fact-al-1")
    assert page.is_visible("#articles article >> nth=1")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.is_visible("#fact-al-1 svg.chart")
    assert page.is_visible("#alone li")


@pytest.mark.parametrize("width", [718, 1046], ids=["upright", "sideways"])
def test_nothing_is_cut_on_paper(desk: Desk, width: int) -> None:
    for made in (COMPARISON, hostile(), hundred()):
        page = desk(made, "", width)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hundred_articles_open_and_step_quickly(desk: Desk) -> None:
    page = desk(hundred())
    spent = page.evaluate(
        """() => { const start = performance.now(), key = {key: 'j', bubbles: true};
        for (let n = 0; n < 20; n++) document.body.dispatchEvent(new KeyboardEvent('keydown', key));
        return (performance.now() - start) / 20; }"""
    )
    assert len(shown(page)) > 50
    assert spent < 500  # milliseconds; 80 measured beside seven busy processes
