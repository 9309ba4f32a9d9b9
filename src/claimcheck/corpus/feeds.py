"""Articles for the store: everything `read` reads, and the pages of web archives (WARC, ISO 28500), by warcio."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.errors import ReadError
from claimcheck.model import Article
from claimcheck.reading.decode import decode
from claimcheck.reading.html import page
from claimcheck.reading.inputs import STDIN, expand
from claimcheck.reading.read import article_of, read, scan

ARCHIVES = (".warc", ".warc.gz")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Note:
    """What is worth saying about an input that is no problem."""

    message: str


def feed(
    paths: Sequence[str], *, source: str | None = None, published: str | None = None
) -> Iterator[Article | Note | str]:
    """The articles of files, folders, standard input and web archives, one after the other; a string is a problem.

    `source` and `published` are as in `read`, and then all is read at once. The id of a page of an archive is its
    address, so that a later copy of it takes the place of an earlier one.
    """
    archives = [path for path in paths if is_archive(path)]
    others = [path for path in paths if not is_archive(path)]
    if source or published:
        found = read(others, source=source, published=published)
        yield from found.articles
        yield from found.problems
    else:
        yield from scan(others)
    for path in archives:
        yield from _pages(path)


def size(paths: Sequence[str]) -> int | None:
    """How many articles a feed gives, about; None where only reading it would tell."""
    total = 0
    for path in paths:
        for found in () if is_archive(path) else expand(path):
            if isinstance(found, str):
                continue
            if found.path == STDIN or found.path.lower().endswith(".json"):
                return None
            total += found.count() if found.path.lower().endswith(".jsonl") else 1
        if is_archive(path):
            return None
    return total


def is_archive(path: str) -> bool:
    """True for the name of a web archive."""
    return path.lower().endswith(ARCHIVES)


def _pages(path: str) -> Iterator[Article | Note | str]:
    """The articles of an archive, then a note on the pages that hold none, or a problem when no page holds any."""
    faults: list[str] = []
    found = 0
    try:
        for address, data in _responses(path):
            try:
                yield _page(path, address, data)
            except ReadError as error:
                faults.append(str(error))
            else:
                found += 1
    except ReadError as error:
        yield str(error)
        return
    if not found:
        yield f"{path}: the archive holds no article{': ' if faults else ''}{''.join(faults[:1])}"
    elif faults:
        yield Note(f"{path}: pages without an article, left out: {len(faults)}")


def _page(path: str, address: str, data: bytes) -> Article:
    text, warnings = decode(data)
    record = page(address, address, text)
    return article_of(path, replace(record, warnings=warnings + record.warnings, url=record.url or address))


def _responses(path: str) -> Iterator[tuple[str, bytes]]:
    """Address and body of the web pages of an archive that were delivered; ReadError when it cannot be read."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise ReadError(f'{path}: WARC needs warcio: pip install "claimcheck-it[warc]"') from error
    try:
        with Path(path).open("rb") as stream:
            for record in ArchiveIterator(stream):
                if _is_page(record):
                    yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read()
    except (OSError, ValueError, EOFError) as error:
        raise ReadError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except ArchiveLoadFailed as error:
        raise ReadError(f"{path}: is no web archive (WARC), or it is damaged: {error}") from error


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in _HTML
