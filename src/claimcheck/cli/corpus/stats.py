"""`claimcheck corpus stats`: what the corpus holds, in numbers."""

from claimcheck.cli import options
from claimcheck.cli.options import InfoFormat
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.steps import corpus_path


def command(
    corpus: options.Corpus = None,
    format: options.InfoFormatOption = InfoFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
) -> None:
    """Count what the corpus holds.

    \b
    claimcheck corpus stats --corpus archive.sqlite
    """
    from claimcheck.corpus import Corpus

    with Corpus(corpus_path(corpus)) as store:
        stats = store.stats()
    if format is InfoFormat.json:
        from claimcheck.report.archive import stats_document
        from claimcheck.report.json import dump

        write(dump(stats_document(stats)), output)
        return
    from claimcheck.report.terminal import stats_report

    width, colour = screen(output)
    write(stats_report(stats, language(lang).value, width=width, colour=colour), output)
