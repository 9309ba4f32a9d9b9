"""`claimcheck info`: versions, the pipeline in use, where the corpus lies."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from claimcheck.cli import options
from claimcheck.cli.options import InfoFormat
from claimcheck.cli.output import write
from claimcheck.cli.steps import corpus_path


def command(
    format: options.InfoFormatOption = InfoFormat.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    corpus: options.Corpus = None,
) -> None:
    """Show versions, the pipeline in use, the corpus path.

    \b
    claimcheck info --format json
    """
    from claimcheck.report.json import dump

    found = facts(pipeline, corpus)
    text = "".join(f"{key:10} {value}\n" for key, value in found.items())
    write(dump(found) if format is InfoFormat.json else text, output)


def facts(pipeline: str | None, corpus: Path | None) -> dict[str, str]:
    """What identifies an installation; PipelineError when the pipeline cannot be loaded."""
    from claimcheck.pipeline import load
    from claimcheck.pipeline.loading import BUNDLED

    label = load(pipeline).label
    return {
        "claimcheck": version("claimcheck-it"),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "pipeline": label,
        "origin": "bundled" if label.startswith(BUNDLED) else "path" if os.path.exists(pipeline or "") else "installed",
        "corpus": str(corpus_path(corpus)),
    }
