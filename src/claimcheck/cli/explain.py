"""`claimcheck explain`: why a claim was found, why two claims are a pair or not."""

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.options import InfoFormat, Lang
from claimcheck.cli.output import language, show
from claimcheck.cli.steps import find_claims, finish, load_articles

ClaimOption = Annotated[
    str | None, typer.Option("--claim", metavar="CLAIM", help="A claim: its id, or words of it; ARTICLE: before them.")
]
PairOption = Annotated[
    tuple[str, str] | None, typer.Option("--pair", metavar="CLAIM CLAIM", help="Two claims, named in the same way.")
]
AtOption = Annotated[
    str | None, typer.Option("--at", metavar="ARTICLE:OFFSET", help="The claims at a place: characters from 0.")
]


def command(
    paths: options.Paths,
    claim: ClaimOption = None,
    pair: PairOption = None,
    at: AtOption = None,
    format: options.InfoFormatOption = InfoFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    pager: options.Pager = True,
    quiet: options.Quiet = False,
) -> None:
    """Explain claims and pairs: rules, weights, what would differ.

    \b
    claimcheck explain articles/
    claimcheck explain articles/ --claim "oltre 11.000 contenitori"
    claimcheck explain articles/ --at a001:1570

    Without --claim, --pair or --at every conflict among the articles is explained, the gravest first.
    """
    from claimcheck.cli.explaining import Asked, render

    result = load_articles(paths, source, published)
    readings, label = find_claims(result.articles, pipeline, workers, quiet)
    spoken = language(lang) if format is InfoFormat.text else lang or Lang.it
    text = render(readings, Asked(claim, pair, at), format, spoken, output, label)
    show(text, output, pager and format is InfoFormat.text)
    finish(result.problems)
