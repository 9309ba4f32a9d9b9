"""The screenshots of the docs, made from the sample articles: nothing in them is cut or wider than the window.

`make screens` writes them to docs/screens; otherwise they go to a temporary folder.
"""

import io
import os
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

from claimcheck.comparison import compare
from claimcheck.model import Comparison
from claimcheck.pipeline import Pipeline
from claimcheck.reading.samples import samples
from claimcheck.report.facts import Table
from claimcheck.report.html import comparison_page
from claimcheck.report.terminal import comparison_report
from tests.report.html.conftest import CHROMIUM

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium"),
    pytest.mark.pipeline,
]
LINES = 46
"""Lines of a terminal; what is shown of a report ends with a finding."""


@pytest.fixture(scope="module")
def comparison(pipeline: Pipeline) -> Comparison:
    return compare(list(pipeline.read(samples().articles)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where screenshots go."""
    target = Path(os.environ.get("CLAIMCHECK_SCREENS") or tmp_path)
    target.mkdir(parents=True, exist_ok=True)
    return target


def shoot(browser: Any, html: str, target: Path, size: tuple[int, int], **options: Any) -> Any:
    """The page with its screenshot taken; nothing of it is wider than the window."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, **options)
    page.set_content(html) if not html.startswith("file:") else page.goto(html)
    page.screenshot(path=target)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert target.stat().st_size > 10_000
    return page


def test_the_sample_page_is_light(comparison: Comparison) -> None:
    assert len(comparison_page(comparison, "it", "fake").encode()) < 500_000


@pytest.mark.parametrize(
    ("name", "scheme", "opened"),
    [("table", "light", ""), ("dark", "dark", ""), ("side", "light", "figure"), ("quotes", "dark", "quote")],
)
def test_screenshots_of_the_page(
    browser: Any, comparison: Comparison, folder: Path, tmp_path: Path, name: str, scheme: str, opened: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(comparison_page(comparison, "it", "fake"), encoding="utf-8")
    facts = (fact for fact in Table(comparison).facts if fact.alignment.kind == opened and len(fact.cells) == 2)
    fragment = f"#fact-{next(facts).alignment.id}" if opened else ""
    page = shoot(browser, f"{path.as_uri()}{fragment}", folder / f"{name}.png", (1280, 800), color_scheme=scheme)
    assert page.is_visible(".panes" if opened else ".facts")
    for mark in page.locator("mark.on").all() if opened else ():
        box = mark.bounding_box()
        assert 0 <= box["x"] <= 1280
    page.close()


@pytest.mark.parametrize("width", [72, 140])
def test_screenshots_of_the_terminal(browser: Any, comparison: Comparison, folder: Path, width: int) -> None:
    drawn = comparison_report(comparison, "it", width=width, colour=True)
    console = Console(record=True, width=width, file=io.StringIO())
    lines = drawn.split("\n")[:LINES]
    whole = lines[: max(n for n, line in enumerate(lines) if not line.strip())]
    console.print(Text.from_ansi("\n".join(whole)))
    html = console.export_html(theme=DEFAULT_TERMINAL_THEME, inline_styles=True)
    styled = html.replace(
        "</head>", "<style>pre { font: 15px 'DejaVu Sans Mono', monospace !important }</style></head>"
    )
    page = shoot(browser, styled, folder / f"terminal-{width}.png", (width * 9 + 40, len(whole) * 18 + 40))
    page.close()
