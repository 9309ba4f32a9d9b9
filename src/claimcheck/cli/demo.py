"""`claimcheck demo`: `compare` on the sample articles that come with the package."""

from claimcheck.cli import compare, options
from claimcheck.cli.options import Format, Job


def command(
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    quiet: options.Quiet = False,
    fail_on: options.FailOnOption = None,
) -> None:
    """Compare the five sample articles that come with claimcheck."""
    from claimcheck.reading.samples import samples

    compare.run(samples(), Job(format, output, pipeline, workers, lang, quiet, fail_on))
