"""`claimcheck corpus remove ID...`: stored articles go, with their claims and their history."""

from claimcheck.cli import options
from claimcheck.cli.options import Format, Job
from claimcheck.cli.output import write
from claimcheck.cli.steps import corpus_path


def command(
    names: options.Names,
    corpus: options.Corpus = None,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
) -> None:
    """Remove stored articles.

    \b
    claimcheck corpus remove a001 a002

    Their claims and their history go with them: all of those named, or none when one is not there.
    """
    from claimcheck.cli.corpus.storing import written
    from claimcheck.corpus import Corpus
    from claimcheck.report.archive import removed_shape

    with Corpus(corpus_path(corpus)) as store, store.transaction():
        heads = [store.head(name) for name in dict.fromkeys(names)]
        for head in heads:
            store.remove(head.id)
    changes = [removed_shape(head) for head in heads]
    write(written(changes, Job(format, output, None, 1, lang, True, None)), output)
