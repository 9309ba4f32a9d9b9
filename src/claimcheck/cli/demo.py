"""`claimcheck demo`: `compare` on the sample articles that come with the package."""

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat


def command(
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
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
    """Compare the five sample articles that come with claimcheck.

    \b
    claimcheck demo --lang en
    claimcheck demo -f html -o demo.html

    Next: claimcheck compare FOLDER compares your own articles.
    """
    from claimcheck.cli.comparing import run
    from claimcheck.cli.selecting import wanted
    from claimcheck.reading.samples import samples

    selection = wanted(only, kind, top, min_score, baseline, suppress)
    run(samples(), Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager))
