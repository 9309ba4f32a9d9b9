"""What `check` does: find the claims, look them up, write the verdicts, store the articles when asked."""

from collections.abc import Sequence

from claimcheck.checking import check, store
from claimcheck.cli.options import Format, Job, Lang
from claimcheck.cli.output import language, screen, working, write
from claimcheck.cli.steps import find_claims
from claimcheck.corpus import Corpus
from claimcheck.model import Article, Check, Relation
from claimcheck.report import archive
from claimcheck.report.json import dump


def run(corpus: Corpus, articles: Sequence[Article], job: Job, add: bool) -> list[Relation]:
    """Write what the corpus has on the articles and store them when `add`; the relations of the pairs found."""
    readings, label = find_claims(articles, job.pipeline, job.workers, job.quiet)
    lang = language(job.lang) if job.format is Format.text else job.lang or Lang.it
    with working("corpus", job.quiet):
        found = check(readings, corpus, lang.value)
    write(render(found, label, lang, job), job.output)
    for reading in readings if add else ():
        store(corpus, reading, label)
    return [pair.relation for checked in found.results for pair in checked.pairs]


def render(found: Check, label: str, lang: Lang, job: Job) -> str:
    """The verdicts in the format of the job."""
    if job.format is Format.json:
        return dump(archive.check_document(found, label))
    if job.format is Format.jsonl:
        return archive.result_lines(found)
    if job.format is Format.csv:
        return archive.result_table(found)
    from claimcheck.report.terminal import check_report

    width, colour = screen(job.output)
    return check_report(found, lang.value, width=width, colour=colour)
