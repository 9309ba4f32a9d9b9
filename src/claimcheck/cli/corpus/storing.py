"""Articles on their way into the corpus: what `corpus add` and `check --add` share."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.cli.options import Format, Job
from claimcheck.cli.output import complain, language, screen, write, writing
from claimcheck.cli.progress import progress
from claimcheck.corpus import Corpus
from claimcheck.corpus.feeds import read_feeds
from claimcheck.errors import DuplicateIdError, ReadError
from claimcheck.model import Article
from claimcheck.reading import ReadResult
from claimcheck.report import archive
from claimcheck.report.json import dump, dump_line
from claimcheck.report.shapes import ChangeShape


def load_feeds(paths: Sequence[str], source: str | None, published: str | None) -> ReadResult:
    """The articles; every problem is printed, and ReadError raised when nothing could be read."""
    feed = read_feeds(paths, source=source, published=published)
    for message in (*feed.problems, *feed.notes):
        complain(message)
    if not feed.articles:
        raise ReadError("no article to work on")
    return feed.result


def storable(corpus: Corpus, result: ReadResult) -> ReadResult:
    """Without the articles whose id belongs to an article of another source; each is told as a problem."""
    articles: list[Article] = []
    problems = list(result.problems)
    for article in result.articles:
        try:
            corpus.change(article)
        except DuplicateIdError as error:
            complain(str(error))
            problems.append(str(error))
        else:
            articles.append(article)
    return replace(result, articles=tuple(articles), problems=tuple(problems))


def save(corpus: Corpus, articles: Sequence[Article], job: Job) -> None:
    """Store the articles and write what happened to each; also when an error ends it early.

    JSON lines are written one by one, each once its article is stored.
    """
    from claimcheck import api

    changes: list[ChangeShape] = []
    lines = job.format is Format.jsonl
    try:
        with progress("corpus", len(articles), job.quiet) as step, writing(job.output if lines else None) as put:
            for head, change in api.add(articles, corpus, pipeline=job.pipeline, workers=job.workers):
                changes.append(archive.change_shape(head, change))
                if lines:
                    put(dump_line(changes[-1]))
                step()
    finally:
        if not lines and (changes or not articles):
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
