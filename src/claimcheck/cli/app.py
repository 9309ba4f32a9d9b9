"""The command `claimcheck`."""

import sys
from typing import Annotated

import typer

from claimcheck.cli import check, compare, corpus, demo, explain, export, extract, info, schema, search
from claimcheck.cli.output import complain
from claimcheck.errors import ClaimcheckError

app = typer.Typer(
    name="claimcheck",
    help="Quotes, figures and attributions in Italian news, compared across sources.",
    no_args_is_help=True,
    add_completion=False,
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
app.command("schema")(schema.command)
app.command("info")(info.command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"claimcheck {version('claimcheck-it')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Quotes, figures and attributions in Italian news, compared across sources."""


def main() -> None:
    """Run the command; an error meant for the user becomes one line and exit code 2."""
    try:
        app()
    except ClaimcheckError as error:
        complain(str(error))
        sys.exit(2)
