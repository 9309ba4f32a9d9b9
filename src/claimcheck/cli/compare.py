"""`claimcheck compare`: what several articles say about the same facts."""

from dataclasses import replace

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.steps import load_to_compare


def command(
    paths: options.Paths,
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.SourceOrOnly = None,
    published: options.Published = None,
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
    """Compare articles: conflicts, differences, agreements.

    \b
    claimcheck compare articles/
    claimcheck compare a.txt b.txt --only conflict
    claimcheck compare articles/ --source ANSA --top 5
    claimcheck compare articles/ -f html -o page.html
    claimcheck compare articles/ --baseline before.json --fail-on conflict

    Next: claimcheck explain articles/ says why two claims are a finding.
    """
    from claimcheck.cli.comparing import run
    from claimcheck.cli.selecting import wanted

    result, told_by = load_to_compare(paths, source, published)
    selection = replace(wanted(only, kind, top, min_score, baseline, suppress), articles=told_by)
    job = Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager)
    run(result, job)
