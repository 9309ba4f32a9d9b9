"""The command `claimcheck`."""

import sys
from typing import Annotated

import typer

from claimcheck.cli import (
    check,
    compare,
    corpus,
    demo,
    explain,
    export,
    extract,
    info,
    options,
    rules,
    schema,
    search,
    settings,
)
from claimcheck.cli.output import complain
from claimcheck.errors import ClaimcheckError

app = typer.Typer(
    name="claimcheck",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("extract")(extract.command)
app.command("compare")(compare.command)
app.command("check")(check.command)
app.add_typer(corpus.app, name="corpus")
app.command("explain")(explain.command)
app.command("search")(search.command)
app.command("export")(export.command)
app.command("demo")(demo.command)
app.command("rules")(rules.command)
app.command("schema")(schema.command)
app.command("info")(info.command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"claimcheck {version('claimcheck-it')}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    config: options.ConfigFile = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Quotes, figures and attributions in Italian news, compared across sources.

    \b
    claimcheck demo                                   compares the five sample articles
    claimcheck compare articles/                      compares your own
    claimcheck compare articles/ -f html -o page.html one page to read and send on
    claimcheck corpus add archive/                    stores articles
    claimcheck check new.txt                          checks a new one against them

    Settings may stand in claimcheck.toml or in pyproject.toml under [tool.claimcheck].
    """
    settings.apply(context, settings.load(config))


def main() -> None:
    """Run the command; an error meant for the user becomes one line and exit code 2."""
    try:
        app()
    except ClaimcheckError as error:
        complain(str(error))
        sys.exit(2)
