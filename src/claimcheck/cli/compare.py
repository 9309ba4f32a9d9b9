"""`claimcheck compare`: what several articles say about the same facts."""

from claimcheck.cli import options
from claimcheck.cli.options import Format, Job, Lang
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.steps import find_claims, finish, load_articles
from claimcheck.model import Comparison
from claimcheck.reading import ReadResult


def command(
    paths: options.Paths,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    quiet: options.Quiet = False,
    fail_on: options.FailOnOption = None,
) -> None:
    """Compare articles: conflicts, differences, agreements."""
    run(load_articles(paths, source, published), Job(format, output, pipeline, workers, lang, quiet, fail_on))


def run(result: ReadResult, job: Job) -> None:
    """Compare the articles and write the result."""
    from claimcheck.comparison import compare

    readings, label = find_claims(result.articles, job.pipeline, job.workers, job.quiet)
    lang = language(job.lang) if job.format is Format.text else job.lang or Lang.it
    comparison = compare(readings, lang.value)
    write(render(comparison, label, lang, job), job.output)
    finish(result.problems, (alignment.relation for alignment in comparison.alignments), job.fail_on)


def render(comparison: Comparison, label: str, lang: Lang, job: Job) -> str:
    """The comparison in the format of the job."""
    if job.format is Format.text:
        from claimcheck.report.terminal import comparison_report

        width, colour = screen(job.output)
        return comparison_report(comparison, lang.value, width=width, colour=colour)
    from claimcheck.report import json, rows

    if job.format is Format.json:
        return json.dump(json.compare_document(comparison, label))
    return rows.pair_lines(comparison) if job.format is Format.jsonl else rows.pair_table(comparison)
