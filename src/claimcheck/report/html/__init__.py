"""The comparison as one self-contained page: no network, scripts and styles inside, article text always text."""

import base64
import hashlib
from collections.abc import Mapping, Set
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.model import Comparison
from claimcheck.report.facts import COUNTS, RELATIONS, Table
from claimcheck.report.html import chart
from claimcheck.report.html.view import SIGNS, View
from claimcheck.report.safe import clean
from claimcheck.report.words import Lang, Words
from claimcheck.tables import load


def comparison_page(
    comparison: Comparison, lang: Lang, pipeline: str, fresh: Set[str] = frozenset(), whole: bool = True
) -> str:
    """The page of a comparison in Italian or English; `pipeline` is the label of the spaCy pipeline used.

    `fresh` holds the ids of the new articles when the comparison is a check of them against the corpus;
    without `whole` what one source says alone is left out, since findings were.
    """
    words, table = Words(lang), Table(comparison, whole)
    view = View(table, words, fresh)
    style, script = _asset("style.css"), _asset("script.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            _summary(table, words),
            w=words,
            t=load("claimcheck.report.html", "texts.toml")[lang],
            title=words["check_title" if fresh else "title"],
            facts=view.facts(),
            articles=view.articles(),
            inner=view.inner(),
            stacked=view.stacked,
            fresh=fresh,
            whole=whole,
            signs=SIGNS,
            style=Markup(style),
            script=Markup(script),
            style_hash=_digest(style),
            script_hash=_digest(script),
            width=chart.WIDTH,
            left=chart.LEFT,
            right=chart.RIGHT,
            version=version("claimcheck-it"),
            pipeline=pipeline,
        )
    )


def _summary(table: Table, words: Words) -> Mapping[str, Any]:
    """What stands above the table: how many articles, sources, claims and facts; copies; warnings."""
    articles = table.articles.values()
    claims = sum(not claim.furniture for claim in table.claims.values())
    sources = len({article.source or article.id for article in articles})
    given = (("articles", len(articles)), ("sources", sources), ("claims", claims))
    return {
        "summary": ", ".join(words.count(key, n) for key, n in given),
        "relations": [(relation, COUNTS[relation]) for relation in RELATIONS if table.tells(relation)],
        "counted": {relation: table.count(relation) for relation in RELATIONS},
        "copies": [", ".join(table.names[key] for key in origin) for origin in table.copies()],
        "warnings": [f"{table.names[a.id]}: {clean(text)}" for a in articles for text in a.warnings],
    }


@cache
def _environment() -> Environment:
    loader = PackageLoader("claimcheck.report.html")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _asset(name: str) -> str:
    return files("claimcheck.report.html").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """A style or script as the page's content security policy names it: no other one runs."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
