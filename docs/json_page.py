"""Prints docs/json.md, the reference of the JSON documents, from their schema: `make docs` writes it."""

from collections.abc import Iterator
from typing import Any

from claimcheck.report.schema import DOCUMENTS, schema

INTRO = """\
# JSON reference

`--format json` writes one document, described here; `claimcheck schema` prints the same as JSON Schema (draft 2020-12).
Offsets are Unicode code points into the article's `text`: `text[start:end]` is the claim, in Python as it stands, in
JavaScript after `Array.from(text)`. The same input gives the same bytes; ids do not depend on the order of the input.
This page is written by `make docs` from the types that the code writes.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines(schema()["$defs"])) + "\n"


def _lines(definitions: dict[str, Any]) -> Iterator[str]:
    yield INTRO
    documents = [shape.__name__ for shape in DOCUMENTS]
    for title, names in (("Documents", documents), ("Parts", [n for n in definitions if n not in documents])):
        yield f"## {title}\n"
        for name in names:
            yield from _type(name, definitions[name])


def _type(name: str, found: dict[str, Any]) -> Iterator[str]:
    """A type: what it is, and a row for each key."""
    yield f"### {_title(name)}\n"
    yield found["description"].replace("\n\n", "\n") + "\n" if "description" in found else ""
    if "properties" not in found:
        yield f"{_kind(found)}\n"
        return
    yield "| key | value |\n|---|---|"
    for key, value in found["properties"].items():
        yield f"| `{key}`{'' if key in found['required'] else ' (may be missing)'} | {_kind(value)} |"
    yield ""


def _kind(value: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in value:
        name = value["$ref"].removeprefix("#/$defs/")
        return f"[{_title(name)}](#{_title(name).lower()})"
    if "anyOf" in value:
        return " or ".join(_kind(one) for one in value["anyOf"])
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}"
    if isinstance(value.get("additionalProperties"), dict):
        return f"object of {_kind(value['additionalProperties'])}"
    return str(value.get("type", "anything"))


def _title(name: str) -> str:
    return name.removesuffix("Shape")


if __name__ == "__main__":
    print(page(), end="")
