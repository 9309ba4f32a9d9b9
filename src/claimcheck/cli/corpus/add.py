"""`claimcheck corpus add`: articles and their claims into the corpus, those that are new or changed."""

from claimcheck.cli import options
from claimcheck.cli.options import Format, Job
from claimcheck.cli.steps import corpus_path, finish


def command(
    paths: options.Feeds,
    corpus: options.Corpus = None,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    quiet: options.Quiet = False,
) -> None:
    """Store articles and their claims.

    \b
    claimcheck corpus add archive/
    claimcheck corpus add archive/ --corpus archive.sqlite

    New articles are added, changed ones replaced, the others left alone.

    Next: claimcheck check new.txt says what they have on a new article.
    """
    from claimcheck.cli.corpus.storing import incoming, save, storable
    from claimcheck.corpus import Corpus
    from claimcheck.corpus.feeds import size

    problems: list[str] = []
    found = incoming(paths, source, published, problems)
    with Corpus(corpus_path(corpus), create=True) as store:
        job = Job(format, output, pipeline, workers, lang, quiet, None)
        save(store, storable(store, found, problems), job, size(paths))
    finish(problems)
