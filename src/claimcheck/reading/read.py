"""From paths to articles: decode, split, check, date, mark page chrome; one bad input never stops the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import DuplicateIdError, ReadError
from claimcheck.model import Article
from claimcheck.reading.dateline import dateline
from claimcheck.reading.decode import decode, normalise
from claimcheck.reading.formats import SUFFIXES, Format, json_line, json_lines, sniffed
from claimcheck.reading.furniture import furniture
from claimcheck.reading.inputs import STDIN, Input, expand, shown
from claimcheck.reading.records import Outcome, Record, iso_date


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles read, in order of input, and a message for each input that could not be read."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def read(
    paths: str | Path | Sequence[str | Path], *, source: str | None = None, published: str | None = None
) -> ReadResult:
    """Read files, folders and standard input ("-"): one path or several.

    `source` and `published` (ISO date) describe a single article and win over what the file says. Raises ReadError
    when they are given for more than one article or `published` is no date; every other fault is a problem.
    """
    day = iso_date(published, "--published") if published else None
    found = list(_scanned([paths] if isinstance(paths, str | Path) else paths))
    records = [item for item in found if not isinstance(item, str)]
    if (source or day) and len(records) > 1:
        raise ReadError(f"--source and --published describe a single article, but {len(records)} were given")
    given = [(path, replace(r, source=source or r.source, published=day or r.published)) for path, r in records]
    outcomes = list(_unique(given))
    problems = [item for item in (*found, *outcomes) if isinstance(item, str)]
    return ReadResult(tuple(item for item in outcomes if isinstance(item, Article)), tuple(problems))


def scan(paths: Sequence[str | Path]) -> Iterator[Article | str]:
    """What `read` reads, one article after the other, and a message where there is none, in order of input.

    A file is held in memory while its articles are given, one of JSON lines in UTF-8 only a line at a time.
    """
    return _unique(_scanned(paths))


def _scanned(paths: Sequence[str | Path]) -> Iterator[tuple[str, Record] | str]:
    for found in _inputs(paths):
        if isinstance(found, str):
            yield found
            continue
        for outcome in _records(found):
            yield outcome if isinstance(outcome, str) else (found.path, outcome)


def _inputs(paths: Sequence[str | Path]) -> Iterator[Input | str]:
    """The files of all paths, or messages; standard input can be read only once."""
    read_stdin = False
    for path in map(str, paths):
        if path == STDIN and read_stdin:
            yield "standard input: is given more than once, but can be read only once"
            continue
        read_stdin = read_stdin or path == STDIN
        yield from expand(path)


def _records(source: Input) -> Iterator[Outcome]:
    reader = SUFFIXES.get(Path(source.path).suffix.lower(), sniffed) if source.path != STDIN else sniffed
    try:
        found = _lines(source) if reader is json_lines and source.plain() else _whole(source, reader)
        for outcome in found:
            if isinstance(outcome, str) or outcome.text.strip():
                yield outcome
            else:
                yield f"{outcome.where}: the article has no text; add it or leave the article out"
    except ReadError as error:
        yield str(error)


def _whole(source: Input, reader: Format) -> Iterator[Outcome]:
    data = source.data()
    if not data.strip():
        raise ReadError(f"{source.where}: is empty; put the article's text in it or leave it out")
    text, warnings = _decode(source, data)
    for outcome in reader(source.where, source.name, text):
        yield outcome if isinstance(outcome, str) else replace(outcome, warnings=warnings + outcome.warnings)


def _lines(source: Input) -> Iterator[Outcome]:
    for number, line in source.lines():
        yield json_line(f"{source.where} line {number}", f"{source.name}-{number}", line)


def _decode(source: Input, data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return decode(data)
    except ReadError as error:
        raise ReadError(f"{source.where}: {error}") from error


def _unique(records: Iterable[tuple[str, Record] | str]) -> Iterator[Article | str]:
    """The articles with the first of equal ids kept and a message naming both places for the others."""
    places: dict[str, str] = {}
    for found in records:
        if isinstance(found, str):
            yield found
            continue
        article = article_of(*found)
        where = found[1].where
        if article.id in places:
            yield str(_duplicate(article.id, places[article.id], where))
        else:
            places[article.id] = where
            yield article


def _duplicate(name: str, first: str, second: str) -> DuplicateIdError:
    return DuplicateIdError(f"{second}: the id {name!r} is already that of {first}; give one of them another `id`")


def article_of(path: str, record: Record) -> Article:
    """The article of a record read from `path`: dated by its dateline if need be, its page chrome marked."""
    text, warnings = normalise(record.text)
    clean = {key: _writable(getattr(record, key)) for key in ("source", "title", "published", "url")}
    day = None if record.published else dateline(text)
    return Article(
        id=_writable(record.id) or shown(record.name) or "article",
        text=text,
        source=clean["source"],
        title=clean["title"],
        published=clean["published"] or day,
        published_from="metadata" if record.published else "text" if day else None,
        url=clean["url"],
        path=shown(path),
        warnings=record.warnings + warnings,
        furniture=furniture(text),
    )


def _writable(value: str | None) -> str | None:
    """A field without characters that no encoding can write."""
    return None if value is None else normalise(value)[0]
