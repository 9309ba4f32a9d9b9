"""Articles for the store: everything `read` reads, and the pages of web archives (WARC, ISO 28500), by warcio."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.errors import ReadError
from claimcheck.model import Article
from claimcheck.reading import ReadResult, read
from claimcheck.reading.decode import decode
from claimcheck.reading.html import page
from claimcheck.reading.read import article_of

ARCHIVES = (".warc", ".warc.gz")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Feed:
    """The articles of all inputs, the problems met, and notes on pages of archives that hold no article."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def result(self) -> ReadResult:
        """Articles and problems."""
        return ReadResult(self.articles, self.problems)


def read_feeds(paths: Sequence[str], *, source: str | None = None, published: str | None = None) -> Feed:
    """Read files, folders, standard input and web archives; `source` and `published` as in `read`.

    The id of a page of an archive is its address, so that a later copy of it takes the place of an earlier one.
    """
    archives = [path for path in paths if path.lower().endswith(ARCHIVES)]
    others = read([path for path in paths if path not in archives], source=source, published=published)
    articles, problems, notes = list(others.articles), list(others.problems), []
    for path in archives:
        try:
            pages, faults = _pages(path)
        except ReadError as error:
            problems.append(str(error))
            continue
        articles += pages
        if not pages:
            problems.append(f"{path}: the archive holds no article{': ' if faults else ''}{''.join(faults[:1])}")
        elif faults:
            notes.append(f"{path}: pages without an article, left out: {len(faults)}")
    return Feed(tuple(articles), tuple(problems), tuple(notes))


def _pages(path: str) -> tuple[list[Article], list[str]]:
    """The articles of an archive, and a message for each page that holds none."""
    found: list[Article] = []
    faults: list[str] = []
    for address, data in _responses(path):
        try:
            text, warnings = decode(data)
            record = page(address, address, text)
        except ReadError as error:
            faults.append(str(error))
        else:
            known = replace(record, warnings=warnings + record.warnings, url=record.url or address)
            found.append(article_of(path, known))
    return found, faults


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
