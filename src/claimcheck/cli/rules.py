"""`claimcheck rules`: every finding type and every family of claims, with an example."""

from typing import TYPE_CHECKING, Literal, cast

from claimcheck.cli import options
from claimcheck.cli.options import RulesFormat
from claimcheck.cli.output import language, screen, show, write

if TYPE_CHECKING:
    from claimcheck.model import ClaimKind


def command(
    kind: options.KindOption = None,
    format: options.RulesFormatOption = RulesFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
    pager: options.Pager = True,
) -> None:
    """List finding types and families of claims, with examples.

    \b
    claimcheck rules --kind quote
    claimcheck rules --format markdown --lang en

    Next: claimcheck explain PATH... says which of them found what in articles.
    """
    from claimcheck.report import rules
    from claimcheck.report.json import dump

    spoken: Literal["it", "en"] = language(lang).value
    of = cast("ClaimKind | None", kind and kind.value)
    if format is RulesFormat.json:
        write(dump(rules.rules_document(spoken, of)), output)
    elif format is RulesFormat.markdown:
        write(rules.rules_markdown(spoken, of), output)
    else:
        from claimcheck.report.terminal import rules_report

        width, colour = screen(output)
        show(rules_report(spoken, of, width=width, colour=colour), output, pager)
