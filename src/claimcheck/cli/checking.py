"""What `check` does: find the claims, look them up, write the verdicts, store the articles when asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from claimcheck.checking import check, store
from claimcheck.cli.corpus.storing import storable
from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.output import screen, show, working
from claimcheck.cli.places import places
from claimcheck.cli.progress import renewed
from claimcheck.cli.reports import Report, shared, spoken
from claimcheck.cli.selecting import tell_aside
from claimcheck.cli.steps import find_claims, finish
from claimcheck.corpus import Corpus
from claimcheck.model import Article, Check, Relation
from claimcheck.reading import ReadResult
from claimcheck.report import archive
from claimcheck.report.facts import as_comparison
from claimcheck.report.json import dump
from claimcheck.report.selection import select_results


def run(path: Path, result: ReadResult, job: Job, add: bool) -> None:
    """Check the articles against the corpus at `path` and leave with the exit code that the job asks for."""
    problems = list(result.problems)
    with Corpus(path, create=add) as corpus:
        articles = tuple(storable(corpus, result.articles, problems))
        relations = checked(corpus, articles, job, add)
    finish(problems, relations, job.fail_on)


def checked(corpus: Corpus, articles: Sequence[Article], job: Job, add: bool) -> list[Relation]:
    """Write what the corpus has on the articles and store them when `add`; the relations of the pairs found."""
    readings, label = find_claims(articles, job.pipeline, job.workers, job.quiet)
    renewed(corpus, job.quiet)
    with working("corpus", job.quiet):
        found = check(readings, corpus, spoken(job).value)
    selected, aside = select_results(found, job.wanted)
    tell_aside(aside, job.quiet)
    text = render(selected, label, job, aside)
    show(text, job.output, job.pager and job.format == ReportFormat.text)
    for reading in readings if add else ():
        store(corpus, reading, label)
    return [pair.relation for one in selected.results for pair in one.pairs]


def render(found: Check, label: str, job: Job, aside: Mapping[str, str]) -> str:
    """The verdicts in the format of the job."""
    if job.format == ReportFormat.json:
        return dump(archive.check_document(found, label))
    if job.format == ReportFormat.jsonl:
        return archive.result_lines(found)
    if job.format == ReportFormat.csv:
        return archive.result_table(found)
    if job.format != ReportFormat.text:
        fresh = frozenset(reading.article.id for reading in found.readings)
        return shared(Report(as_comparison(found), label, spoken(job), fresh, aside), job)
    from claimcheck.report.terminal import check_report

    width, colour = screen(job.output)
    links = places((*found.readings, *found.evidence)) if colour else {}
    whole = not job.wanted.narrow
    return check_report(found, spoken(job).value, width=width, colour=colour, whole=whole, links=links)
