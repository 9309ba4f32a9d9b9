"""Reading: files, folders and standard input become articles; nothing here knows about claims."""

from claimcheck.reading.read import ReadResult, read

__all__ = ["ReadResult", "read"]
