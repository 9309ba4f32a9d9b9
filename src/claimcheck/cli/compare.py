"""`claimcheck compare`: what several articles say about the same facts."""

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.steps import load_articles


def command(
    paths: options.Paths,
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    only: options.OnlyOption = None,
    kind: options.KindOption = None,
    top: options.Top = None,
    min_score: options.MinScore = 0.0,
    baseline: options.Baseline = None,
    suppress: options.Suppress = None,
    pager: options.Pager = True,
    quiet: options.Quiet = False,
    fail_on: options.FailOnOption = None,
) -> None:
    """Compare articles: conflicts, differences, agreements.

    \b
    claimcheck compare articles/
    claimcheck compare a.txt b.txt --only conflict
    claimcheck compare articles/ -f html -o page.html
    claimcheck compare articles/ --baseline before.json --fail-on conflict

    Next: claimcheck explain articles/ says why two claims are a finding.
    """
    from claimcheck.cli.comparing import run
    from claimcheck.cli.selecting import wanted

    selection = wanted(only, kind, top, min_score, baseline, suppress)
    job = Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager)
    run(load_articles(paths, source, published), job)
