"""Every finding type and every family of claims with an example, read from the tables that the code runs on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from typing_extensions import TypedDict

from claimcheck.comparison import KINDS, decide
from claimcheck.kinds.base import Level, Side
from claimcheck.model import Article, Attribution, Claim, ClaimKind, Difference, Figure, Relation, Span
from claimcheck.model.relations import STRENGTH
from claimcheck.report.json import tool
from claimcheck.report.markdown import escape
from claimcheck.report.shapes import SCHEMA_VERSION, Tool
from claimcheck.report.words import Lang, Words
from claimcheck.tables import load

FOLDERS: Mapping[ClaimKind, str] = {"figure": "figures", "quote": "quotes", "attribution": "attributions"}
PLACEHOLDER = re.compile(r"\{\w+\}")
FIGURE_KEYS = ("kind", "low", "high", "approx", "unit", "of", "timex")


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding type: how the claims relate, what differs, two sentences that show it and what is said of them.

    The claims stand between `[[` and `]]`.
    """

    id: str
    kind: ClaimKind
    relation: Relation
    type: Difference | None
    first: str
    second: str
    says: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of claims that is found, with one sentence in which the claims stand between `[[` and `]]`."""

    kind: ClaimKind
    name: str
    example: str


class RulesDocument(TypedDict):
    """What `claimcheck rules --format json` writes."""

    schema_version: Literal["1"]
    tool: Tool
    findings: list[Finding]
    families: list[Family]


def findings(lang: Lang, kind: ClaimKind | None = None) -> tuple[Finding, ...]:
    """The finding types, conflicts first, then as the levels are tried."""
    found = [
        f
        for name, table in KINDS.items()
        if kind in (None, name)
        for level in table.levels
        for f in _finding(name, level, lang)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: STRENGTH[f.relation]))


def families(kind: ClaimKind | None = None) -> tuple[Family, ...]:
    """The families of claims, in the order of their tables."""
    return tuple(family for name in FOLDERS if kind in (None, name) for family in _families(name))


def rules_document(lang: Lang, kind: ClaimKind | None = None) -> dict[str, Any]:
    """Both lists as a RulesDocument."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(None),
        "findings": [asdict(found) for found in findings(lang, kind)],
        "families": [asdict(family) for family in families(kind)],
    }


def rules_markdown(lang: Lang, kind: ClaimKind | None = None) -> str:
    """Both lists as Markdown: a table of finding types for each relation, a table of families for each kind."""
    return "\n".join(_lines(lang, kind)) + "\n"


def _lines(lang: Lang, kind: ClaimKind | None) -> Iterator[str]:
    w = Words(lang)
    yield from (f"# {w['rules_title']}", "", w["rules_intro"])
    for relation in STRENGTH:
        yield from (
            "",
            f"## {w[relation]}",
            "",
            w[f"{relation}_means"],
            "",
            f"| {w['rule']} | {w['differs']} | {w['example']} | {w['says']} |",
            "|---|---|---|---|",
        )
        for found in findings(lang, kind):
            if found.relation == relation:
                both = f"{marked(found.first)}<br>{marked(found.second)}"
                label = w.label("type", found.type) if found.type else "–"
                yield f"| `{found.id}` | {label} | {both} | {escape(found.says)} |"
    for name, title in (("quote", "quotes"), ("figure", "figures"), ("attribution", "attributions")):
        if kind in (None, name):
            yield from ("", f"## {w[title]}", "", f"| {w['family']} | {w['example']} |", "|---|---|")
            yield from (f"| {escape(f.name)} | {marked(f.example)} |" for f in families(kind) if f.kind == name)


def marked(sentence: str) -> str:
    """An example as Markdown: escaped, its claims bold."""
    return escape(sentence).replace("\\[\\[", "<b>").replace("\\]\\]", "</b>")


def sentences() -> Iterator[tuple[str, ClaimKind, Mapping[str, Any]]]:
    """The finding types whose example only a pipeline can read: name, kind, the row of the example pair."""
    for kind, table in KINDS.items():
        for level in table.levels:
            row = _example(kind, level)
            if row and isinstance(row["a"], str):
                yield _name(kind, level), kind, row


def _finding(kind: ClaimKind, level: Level, lang: Lang) -> Iterator[Finding]:
    """The finding type of a level, shown by its example pair."""
    row = _example(kind, level)
    if row:
        first, second = (row[side] if isinstance(row[side], str) else row[side]["text"] for side in "ab")
        says = _says(kind, level, row, lang)
        yield Finding(_name(kind, level), kind, level.relation, level.type, first, second, says)


def _name(kind: ClaimKind, level: Level) -> str:
    return f"{level.relation}/{kind}/{level.code}"


def _example(kind: ClaimKind, level: Level) -> Mapping[str, Any] | None:
    """The example pair of a level: one that it can decide here, else the first, None without any."""
    rows = [row for row in load(f"claimcheck.kinds.{FOLDERS[kind]}", "pairs.toml")["pair"] if _shows(row, level)]
    return min(rows, key=lambda row: isinstance(row["a"], str), default=None)


def _shows(row: Mapping[str, Any], level: Level) -> bool:
    return (row.get("code"), row["relation"]) == (level.code, level.relation)


def _says(kind: ClaimKind, level: Level, row: Mapping[str, Any], lang: Lang) -> str:
    """The explanation of an example, as noted in examples.toml where only a pipeline can read the sentences."""
    if isinstance(row["a"], str):
        bare = PLACEHOLDER.sub("…", level.it if lang == "it" else level.en)
        return str(load("claimcheck.report", "examples.toml")[lang].get(_name(kind, level), bare))
    decided = decide(_side("a", kind, row["a"]), _side("b", kind, row["b"]), lang)
    return decided[1].explanation if decided else ""


def _side(name: str, kind: ClaimKind, row: Mapping[str, Any]) -> Side:
    """One side of an example pair as the levels see it."""
    start, stop = row["text"].index("[["), row["text"].index("]]") - 2
    text = row["text"].replace("[[", "").replace("]]", "")
    cue = row.get("cue")
    where = text.index(cue) if cue else 0
    said = Attribution(
        row.get("source"),
        cue=Span.of(text, where, where + len(cue)) if cue else None,
        stance=row.get("stance", "asserted"),
    )
    figure = Figure(**{key: row[key] for key in FIGURE_KEYS if key in row}) if kind == "figure" else None
    claim = Claim(kind, start, stop, text[start:stop], (0, len(text)), figure=figure, attribution=said)
    return Side(Article(name, text, published=row.get("published")), claim)


def _families(kind: ClaimKind) -> Iterator[Family]:
    """The first example of each group that holds a claim."""
    seen: set[str] = set()
    for row in load(f"claimcheck.kinds.{FOLDERS[kind]}", "examples.toml")["example"]:
        if row["group"] not in seen and "[[" in row["text"]:
            seen.add(row["group"])
            yield Family(kind, row["group"], row["text"])
