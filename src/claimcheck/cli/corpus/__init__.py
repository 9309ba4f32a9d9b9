"""`claimcheck corpus`: the stored articles and their claims."""

import typer

from claimcheck.cli.corpus import add, listing, remove, show, stats

app = typer.Typer(
    help="Add, list, show and remove stored articles.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("add")(add.command)
app.command("list")(listing.command)
app.command("show")(show.command)
app.command("remove")(remove.command)
app.command("stats")(stats.command)
