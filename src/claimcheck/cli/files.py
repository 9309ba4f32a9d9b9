"""Files named on the command line, looked at before any work is done."""

import os
from pathlib import Path

from claimcheck.errors import OutputError


def writable(output: Path | None) -> Path | None:
    """The file to write to as it is, told before any work is done when it cannot be: OutputError."""
    if output is not None and output.is_dir():
        raise OutputError(f"{output}: is a folder; name a file")
    if output is not None and not output.parent.is_dir():
        raise OutputError(f"{output}: cannot be written: there is no folder {output.parent}; make it or name another")
    if output is not None and not os.access(output if output.exists() else output.parent, os.W_OK):
        raise OutputError(f"{output}: cannot be written: not allowed; name another file")
    return output
