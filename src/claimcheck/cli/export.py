"""`claimcheck export`: the claims and pairs of the corpus for other programs."""

from claimcheck.cli import options
from claimcheck.cli.options import ExportFormat, What


def command(
    corpus: options.Corpus = None,
    what: options.WhatOption = What.claims,
    format: options.ExportFormatOption = ExportFormat.json,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
    quiet: options.Quiet = False,
) -> None:
    """Write out the stored claims, or their pairs.

    \b
    claimcheck export --format jsonl --output claims.jsonl
    claimcheck export --what pairs --format csv --output pairs.csv
    """
    from claimcheck.cli.exporting import Export, run

    run(Export(corpus, what, format, output, lang or options.Lang.it, quiet))
