"""`claimcheck check`: what the corpus has on each claim of new articles."""

from dataclasses import replace

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.steps import corpus_path, load_to_compare


def command(
    paths: options.Paths,
    corpus: options.Corpus = None,
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.SourceOrOnly = None,
    published: options.Published = None,
    add: options.Add = False,
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
    """Check new articles against the stored corpus.

    \b
    claimcheck check new.txt
    claimcheck check new.txt --add -f html -o new.html

    Before: claimcheck corpus add FOLDER stores the articles to check against.
    """
    from claimcheck.cli.checking import run
    from claimcheck.cli.selecting import wanted

    result, told_by = load_to_compare(paths, source, published)
    selection = replace(wanted(only, kind, top, min_score, baseline, suppress), articles=told_by)
    job = Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager)
    run(corpus_path(corpus), result, job, add)
