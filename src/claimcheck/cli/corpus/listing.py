"""`claimcheck corpus list`: the stored articles, newest first."""

from claimcheck.cli import options
from claimcheck.cli.options import Format
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.steps import corpus_path


def command(
    corpus: options.Corpus = None,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
) -> None:
    """List the stored articles, newest first.

    \b
    claimcheck corpus list --format csv --output articles.csv

    Next: claimcheck corpus show ID shows one of them.
    """
    from claimcheck.corpus import Corpus
    from claimcheck.report import archive
    from claimcheck.report.json import dump, dump_line

    with Corpus(corpus_path(corpus)) as store:
        heads = list(store.heads())
    if format is Format.text:
        from claimcheck.report.terminal import head_report

        width, colour = screen(output)
        text = head_report(heads, language(lang).value, width=width, colour=colour)
    elif format is Format.json:
        text = dump(archive.list_document(heads))
    elif format is Format.jsonl:
        text = "".join(dump_line(archive.head_shape(head)) for head in heads)
    else:
        text = archive.head_table(heads)
    write(text, output)
