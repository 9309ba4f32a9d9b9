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
