"""Articles on their way into the corpus: what `corpus add` and `check --add` share."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimcheck.cli.options import Format, Job
from claimcheck.cli.output import complain, language, screen, write, writing
from claimcheck.cli.progress import progress, renewed
from claimcheck.corpus import Corpus
from claimcheck.corpus.feeds import Note, feed
from claimcheck.errors import DuplicateIdError, ReadError
from claimcheck.model import Article
from claimcheck.report import archive
from claimcheck.report.json import dump, dump_line
from claimcheck.report.shapes import ChangeShape


def incoming(paths: Sequence[str], source: str | None, published: str | None, problems: list[str]) -> Iterator[Article]:
    """The articles one after the other; what is said about the others is printed, and problems are noted.

    Raises ReadError at once when there is not one article.
    """
    articles = _good(feed(paths, source=source, published=published), problems)
    first = next(articles, None)
    if first is None:
        raise ReadError("no article to work on")
    return chain([first], articles)


def _good(outcomes: Iterable[Article | Note | str], problems: list[str]) -> Iterator[Article]:
    for outcome in outcomes:
        if isinstance(outcome, Article):
            yield outcome
        elif isinstance(outcome, Note):
            complain(outcome.message)
        else:
            complain(outcome)
            problems.append(outcome)


def storable(corpus: Corpus, articles: Iterable[Article], problems: list[str]) -> Iterator[Article]:
    """Without the articles whose id belongs to an article of another source; each is told as a problem."""
    for article in articles:
        try:
            corpus.change(article)
        except DuplicateIdError as error:
            complain(str(error))
            problems.append(str(error))
        else:
            yield article


def save(corpus: Corpus, articles: Iterable[Article], job: Job, total: int | None) -> None:
    """Store the articles, about `total` of them, and write what happened to each; also when an error ends it early.

    JSON lines are written one by one, each once its article is stored.
    """
    from claimcheck import api

    changes: list[ChangeShape] = []
    lines = job.format is Format.jsonl
    renewed(corpus, job.quiet)
    finished = False
    try:
        with progress("corpus", total, job.quiet) as step, writing(job.output if lines else None) as put:
            for head, change in api.add(articles, corpus, pipeline=job.pipeline, workers=job.workers):
                changes.append(archive.change_shape(head, change))
                if lines:
                    put(dump_line(changes[-1]))
                step(1)
        finished = True
    finally:
        if not lines and (changes or finished):
            write(written(changes, job), job.output)


def written(changes: Sequence[ChangeShape], job: Job) -> str:
    """The changes as text, a JSON document, JSON lines or CSV."""
    if job.format is Format.json:
        return dump(archive.change_document(changes))
    if job.format is Format.jsonl:
        return "".join(map(dump_line, changes))
    if job.format is Format.csv:
        return archive.change_table(changes)
    from claimcheck.report.terminal import change_report

    width, colour = screen(job.output)
    return change_report(changes, language(job.lang).value, width=width, colour=colour)
