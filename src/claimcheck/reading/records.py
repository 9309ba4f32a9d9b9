"""What a format hands over: the fields of one article, and the problems met on the way."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claimcheck.errors import ReadError

FIELDS = ("id", "source", "title", "published", "url")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Record:
    """One article as the file gives it; `where` names the place for messages, e.g. "news.jsonl line 3".

    `name` is the id used when the file gives none.
    """

    where: str
    name: str
    text: str
    id: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


Outcome = Record | str
"""A record, or the message that says why there is none."""


def from_mapping(where: str, name: str, data: object, text: str | None = None) -> Record:
    """A record from a JSON object or front matter; `text` is given when the body stands outside the mapping.

    Raises ReadError naming the field that is missing, of the wrong type or not a date.
    """
    if not isinstance(data, Mapping):
        raise ReadError(f"{where}: an article must be a JSON object, not {_type(data)}")
    body = data.get("text") if text is None else text
    if not isinstance(body, str):
        fault = "is missing" if body is None else f"must be a string, not {_type(body)}"
        raise ReadError(f"{where}: `text` {fault}")
    identity, source, title, published, url = (_string(where, key, data.get(key)) for key in FIELDS)
    day = iso_date(published, where) if published else None
    return Record(where, name, body, identity, source, title, day, url)


def _string(where: str, key: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ReadError(f"{where}: `{key}` must be a string or null, not {_type(value)}")
    return value.strip() or None


def _type(value: object) -> str:
    names: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "a boolean"}
    return names.get(type(value), "null" if value is None else "a number")


def iso_date(value: str, where: str) -> str:
    """The value when it is an ISO 8601 date, or date and time (a blank between them, as YAML has it, becomes `T`).

    Raises ReadError otherwise.
    """
    try:
        if not ISO_DAY.match(value):
            raise ValueError
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ReadError(f"{where}: `published` is {value[:40]!r}, not an ISO date such as 2024-06-19") from None
    return moment.isoformat() if " " in value else value


def attempt(make: Callable[[], Record]) -> Outcome:
    """The record, or the message of the ReadError it raised."""
    try:
        return make()
    except ReadError as error:
        return str(error)
