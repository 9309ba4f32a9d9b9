"""`claimcheck demo`: `compare` on the sample articles that come with the package."""

from dataclasses import replace

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat


def command(
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.OnlySource = None,
    only: options.OnlyOption = None,
    kind: options.KindOption = None,
    top: options.Top = None,
    min_score: options.MinScore = None,
    baseline: options.Baseline = None,
    suppress: options.Suppress = None,
    pager: options.Pager = True,
    quiet: options.Quiet = False,
    fail_on: options.FailOnOption = None,
) -> None:
    """Compare the five sample articles that come with claimcheck.

    \b
    claimcheck demo --lang en
    claimcheck demo -f html -o demo.html

    Next: claimcheck compare FOLDER compares your own articles.
    """
    from claimcheck.cli.comparing import run
    from claimcheck.cli.selecting import wanted
    from claimcheck.cli.steps import of_source
    from claimcheck.reading.samples import samples

    articles = samples()
    told_by = of_source(articles.articles, source) if source else None
    selection = replace(wanted(only, kind, top, min_score, baseline, suppress), articles=told_by)
    run(articles, Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager))
