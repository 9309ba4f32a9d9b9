"""The steps that commands share: read the articles, find their claims, end with the right exit code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from claimcheck.cli import settings
from claimcheck.cli.options import FailOn
from claimcheck.cli.output import complain, working
from claimcheck.errors import ReadError
from claimcheck.model import Article, Reading, Relation
from claimcheck.reading import ReadResult, read
from claimcheck.report.words import names

UNREADABLE = 2
FOUND = 1
COUNTED = {FailOn.conflict: ("conflict",), FailOn.any: ("conflict", "compatible")}


def corpus_path(asked: Path | None) -> Path:
    """The corpus file asked for, else the one in the user's data folder."""
    from platformdirs import user_data_path

    return asked or user_data_path("claimcheck") / "corpus.sqlite"


def load_articles(paths: Sequence[str], source: str | None = None, published: str | None = None) -> ReadResult:
    """The articles; every problem is printed, and ReadError raised when nothing could be read."""
    result = read(paths, source=source, published=published)
    for problem in result.problems:
        complain(problem)
    if not result.articles:
        raise ReadError("no article to work on; name text files, a folder, or - for standard input")
    return replace(result, articles=tuple(map(settings.current().named, result.articles)))


def load_to_compare(
    paths: Sequence[str], source: str | None, published: str | None
) -> tuple[ReadResult, frozenset[str] | None]:
    """The articles as `load_articles` gives them; `source` names a single one, of several it picks.

    The ids are those of the articles of that source, by name, display name or id; None when nothing is picked.
    """
    result = load_articles(paths, None, published)
    if source and len(result.articles) == 1:
        named = settings.current().named(replace(result.articles[0], source=source))
        return replace(result, articles=(named,)), None
    return result, of_source(result.articles, source) if source else None


def of_source(articles: Sequence[Article], source: str) -> frozenset[str]:
    """The ids of the articles of a source; ReadError that lists the sources when there is none."""
    called = names(articles)
    wanted = source.casefold()
    found = (a.id for a in articles if wanted in {(name or "").casefold() for name in (a.source, a.id, called[a.id])})
    ids = frozenset(found)
    if not ids:
        raise ReadError(f"--source: no article is of {source!r}; there are {', '.join(sorted(set(called.values())))}")
    return ids


def find_claims(
    articles: Sequence[Article], pipeline: str | None, workers: int | None, quiet: bool
) -> tuple[tuple[Reading, ...], str]:
    """The claims of the articles and the label of the pipeline that read them."""
    with working(f"articles to read: {len(articles)}", quiet):
        from claimcheck.pipeline import load

        reader = load(pipeline)
        return tuple(reader.read(articles, workers)), reader.label


def finish(problems: Sequence[str], relations: Iterable[Relation] = (), fail_on: FailOn | None = None) -> None:
    """Leave with 2 when there were problems with the input, with 1 when --fail-on asked for it, else normally."""
    if problems:
        raise typer.Exit(UNREADABLE)
    if fail_on and any(relation in COUNTED[fail_on] for relation in relations):
        raise typer.Exit(FOUND)
