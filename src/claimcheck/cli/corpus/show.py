"""`claimcheck corpus show ID`: a stored article and its claims."""

from claimcheck.cli import options
from claimcheck.cli.extract import render
from claimcheck.cli.options import Format
from claimcheck.cli.output import write
from claimcheck.cli.steps import corpus_path


def command(
    name: options.Name,
    corpus: options.Corpus = None,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
) -> None:
    """Show a stored article and its claims.

    \b
    claimcheck corpus show a001 --format json
    """
    from claimcheck.corpus import Corpus

    with Corpus(corpus_path(corpus)) as store:
        reading, reader = store.reading(name), store.reader(name)
    write(render((reading,), reader, format, lang, output), output)
