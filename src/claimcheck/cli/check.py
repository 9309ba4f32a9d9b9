"""`claimcheck check`: what the corpus has on each claim of new articles."""

from claimcheck.cli import options
from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.steps import corpus_path, finish, load_articles


def command(
    paths: options.Paths,
    corpus: options.Corpus = None,
    format: options.ReportFormatOption = ReportFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    add: options.Add = False,
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
    """Check new articles against the stored corpus."""
    from claimcheck.cli.checking import run
    from claimcheck.cli.corpus.storing import storable
    from claimcheck.cli.selecting import wanted
    from claimcheck.corpus import Corpus

    selection = wanted(only, kind, top, min_score, baseline, suppress)
    found = load_articles(paths, source, published)
    problems = list(found.problems)
    with Corpus(corpus_path(corpus), create=add) as store:
        articles = tuple(storable(store, found.articles, problems))
        job = Job(format, output, pipeline, workers, lang, quiet, fail_on, selection, pager)
        relations = run(store, articles, job, add)
    finish(problems, relations, fail_on)
