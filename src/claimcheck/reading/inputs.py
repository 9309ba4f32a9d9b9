"""Where articles come from: paths on the command line, folders, standard input; only bytes are read here."""

import codecs
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ReadError
from claimcheck.reading.decode import normalise
from claimcheck.reading.formats import SUFFIXES

STDIN = "-"
BLOCK = 1 << 20  # bytes looked at at once


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: the path as given and the name used for ids."""

    path: str

    @property
    def where(self) -> str:
        """The input as messages call it."""
        return "standard input" if self.path == STDIN else shown(self.path)

    @property
    def name(self) -> str:
        """The id of a single article in it."""
        return "stdin" if self.path == STDIN else Path(self.path).stem

    def data(self) -> bytes:
        """The bytes; ReadError says why they cannot be had."""
        if self.path == STDIN:
            return _standard_input()
        try:
            return Path(self.path).read_bytes()
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error

    def plain(self) -> bool:
        """True if the file is UTF-8 with more than white space in it, so that it can be read line by line."""
        decoder, filled = codecs.getincrementaldecoder("utf-8")(), False
        try:
            with Path(self.path).open("rb") as stream:
                while block := stream.read(BLOCK):
                    text = decoder.decode(block)
                    filled = filled or bool(text.strip("\ufeff \t\r\n"))
                    if "\0" in text:
                        return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error
        return filled

    def lines(self) -> Iterator[tuple[int, str]]:
        """Number, from 1, and text of each line of a plain file that is not blank; ReadError as in `data`."""
        try:
            with Path(self.path).open(encoding="utf-8-sig", newline="\n") as stream:
                yield from ((n, line.removesuffix("\n")) for n, line in enumerate(stream, 1) if line.strip())
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error

    def count(self) -> int:
        """How many lines the file has, about; 0 when it cannot be read."""
        try:
            with Path(self.path).open("rb") as stream:
                return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))
        except (OSError, ValueError):
            return 0

    def _unreadable(self, error: OSError | ValueError) -> ReadError:
        return ReadError(f"{self.where}: cannot be read: {getattr(error, 'strerror', None) or error}")


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise ReadError("standard input: is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise ReadError(f"standard input: cannot be read: {error.strerror or error}") from error


def shown(name: str) -> str:
    """A file name as UTF-8, whatever the locale of the process made of its bytes; what is no UTF-8 is U+FFFD."""
    try:
        data = os.fsencode(name)
    except UnicodeEncodeError:
        data = name.encode("utf-8", errors="replace")
    return normalise(data.decode("utf-8", errors="replace"))[0]


def expand(path: str) -> Iterator[Input | str]:
    """The files a path stands for: itself, or every article under a folder, sorted; messages where there is none."""
    if path == STDIN:
        yield Input(path)
        return
    try:
        folder, exists = os.path.isdir(path), os.path.lexists(path)
    except ValueError:
        folder = exists = False
    if not exists:
        yield f"{shown(path)}: no such file or folder; check the path"
    elif not folder:
        yield Input(path)
    else:
        yield from _folder(path)


def _folder(path: str) -> Iterator[Input | str]:
    problems: list[str] = []
    found: list[str] = []
    for root, folders, names in os.walk(path, onerror=lambda e: problems.append(f"{shown(e.filename)}: {e.strerror}")):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(root, n) for n in names if not n.startswith(".") and Path(n).suffix.lower() in SUFFIXES]
    yield from problems
    yield from (Input(name) for name in sorted(found))
    if not found:
        yield f"{shown(path)}: the folder holds no article ({', '.join(SUFFIXES)})"
