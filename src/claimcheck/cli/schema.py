"""`claimcheck schema`: the JSON Schema of what `--format json` writes."""

from claimcheck.cli import options
from claimcheck.cli.options import SchemaFormat
from claimcheck.cli.output import write


def command(
    format: options.SchemaFormatOption = SchemaFormat.json,  # noqa: A002 (the name of the option)
    output: options.Output = None,
) -> None:
    """Print the JSON Schema of what --format json writes.

    \b
    claimcheck schema --output claimcheck.schema.json
    """
    from claimcheck.report.json import dump
    from claimcheck.report.schema import schema

    write(dump(schema()), output)
