"""Reads the marked sentences of examples.toml: [[ ]] around each claim."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Example:
    id: str
    text: str
    spans: tuple[tuple[int, int], ...]
    expect: tuple[dict[str, Any], ...]
    published: str | None
    parsed: bool = False


def parse(row: dict[str, Any]) -> Example:
    plain, last = "", 0
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in MARK.finditer(row["text"]):
        plain += row["text"][last : mark.start()]
        last = mark.end()
        if mark.group() == "[[":
            opened.append(len(spans))
            spans.append((len(plain), -1))
        else:
            i = opened.pop()
            spans[i] = (spans[i][0], len(plain))
    plain += row["text"][last:]
    expect = tuple(row["expect"])
    assert not opened, row["id"]
    assert len(spans) == len(expect), f"{row['id']}: {len(spans)} marks, {len(expect)} expectations"
    return Example(row["id"], plain, tuple(spans), expect, row.get("published"), row.get("parsed", False))


def examples(kind: str) -> list[Example]:
    """The examples of a kind's folder, e.g. `examples("quotes")`; ids are unique."""
    text = files(f"claimcheck.kinds.{kind}").joinpath("examples.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["example"]
    assert len({r["id"] for r in rows}) == len(rows)
    return [parse(r) for r in rows]
