"""The input formats: a decoded file becomes records, good ones and messages about bad ones side by side."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from claimcheck.errors import ReadError
from claimcheck.reading.decode import normalise
from claimcheck.reading.frontmatter import split, unclosed
from claimcheck.reading.html import page
from claimcheck.reading.records import Outcome, attempt, from_mapping

Format = Callable[[str, str, str], Iterator[Outcome]]
MARKUP = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*"')
UNCLOSED = "front matter without a closing `---` line: read as text"


def plain(where: str, name: str, text: str) -> Iterator[Outcome]:
    """Text or Markdown, with optional front matter; the body is the article's text."""
    clean, _ = normalise(text)
    try:
        fields, body = split(clean)
    except ReadError as error:
        yield f"{where}: {error}"
        return
    warnings = (UNCLOSED,) if unclosed(clean) else ()
    yield attempt(lambda: replace(from_mapping(where, name, fields, body), warnings=warnings))


def html(where: str, name: str, text: str) -> Iterator[Outcome]:
    """A web page."""
    yield attempt(lambda: page(where, name, text))


def json_document(where: str, name: str, text: str) -> Iterator[Outcome]:
    """One article, or a list of articles."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield f"{where}: not valid JSON: {_reason(error)}; mend it or save the text as .txt"
        return
    if not isinstance(data, list):
        yield attempt(lambda: from_mapping(where, name, data))
        return
    if not data:
        yield f"{where}: the list holds no article"
    for number, item in enumerate(data, 1):
        yield attempt(partial(from_mapping, f"{where} item {number}", f"{name}-{number}", item))


def json_lines(where: str, name: str, text: str) -> Iterator[Outcome]:
    """One article a line; blank lines are skipped, a bad line leaves the others alone."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.strip():
            yield json_line(f"{where} line {number}", f"{name}-{number}", line)


def json_line(where: str, name: str, line: str) -> Outcome:
    """The article of one line."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"{where}: not valid JSON: {_reason(error)}; mend it or save the text as .txt"
    return attempt(partial(from_mapping, where, name, data))


def sniffed(where: str, name: str, text: str) -> Iterator[Outcome]:
    """The format of standard input and of files with other suffixes, told from how the text begins."""
    if MARKUP.match(text):
        return html(where, name, text)
    if not OBJECT.match(text):
        return plain(where, name, text)
    first, _, rest = text.strip().partition("\n")
    lines = rest.lstrip().startswith("{") and _is_object(first)
    return (json_lines if lines else json_document)(where, name, text)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else "nested too deeply"


SUFFIXES: Mapping[str, Format] = {
    ".txt": plain,
    ".md": plain,
    ".html": html,
    ".htm": html,
    ".json": json_document,
    ".jsonl": json_lines,
}
