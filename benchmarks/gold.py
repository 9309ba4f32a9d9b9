"""Reading hand annotation: a folder with <id>.txt and <id>.json for each article and, for an event, pairs.json.

The annotation of an article has `article` (id, source, published) and a list for each of `quotes`, `figures` and
`attributions`; a pair has two ends `a` and `b`, each [article, list, number], and may be `weak`: to be found or not.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.italian.sentences import sentence_starts
from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure, Form, Reading, Stance

Item = dict[str, Any]
KINDS: dict[str, ClaimKind] = {"quotes": "quote", "figures": "figure", "attributions": "attribution"}
FORMS: dict[str, Form] = {"direct": "direct", "partial": "partial", "term": "term"}
STANCES: dict[str, Stance] = {"asserted": "asserted", "denied": "denied", "hedged": "hedged"}
FIGURE = ("kind", "low", "high", "approx", "unit", "of", "timex")


@dataclass(frozen=True)
class Annotated:
    """An article and what is annotated in it."""

    path: Path
    items: dict[str, Any]

    @property
    def name(self) -> str:
        """The name of its file, by which pairs refer to it."""
        return self.path.stem

    @property
    def text(self) -> str:
        """The article as it stands in its file: all offsets count from its start."""
        return self.path.read_bytes().decode("utf-8")


def annotated(folder: Path, everywhere: bool = False) -> Iterator[Annotated]:
    """The annotated articles of a folder in order of name, those of its folders too if `everywhere`."""
    for path in sorted(folder.rglob("*.json") if everywhere else folder.glob("*.json")):
        text = path.with_suffix(".txt")
        if text.is_file():
            found = json.loads(path.read_text(encoding="utf-8"))
            if KINDS.keys() <= found.keys():
                yield Annotated(text, found)


def events(folder: Path) -> list[Path]:
    """The folders of annotated events in a folder, or the one that it is."""
    if (folder / "pairs.json").exists():
        return [folder]
    return sorted(path.parent for path in folder.glob("*/pairs.json"))


def pairs(event: Path) -> list[Item]:
    """The annotated pairs of claims of an event; pairs with other things than claims are left out."""
    found: list[Item] = json.loads((event / "pairs.json").read_text(encoding="utf-8"))
    return [pair for pair in found if {pair["a"][1], pair["b"][1]} <= KINDS.keys()]


def extracted(articles: Sequence[Annotated]) -> list[Reading]:
    """The articles as claimcheck reads them, each dated as its annotation says."""
    days = {article.name: article.items["article"]["published"] for article in articles}
    found = claimcheck.read([article.path for article in articles]).articles
    return list(claimcheck.extract([replace(article, published=days[article.id]) for article in found]))


def as_annotated(article: Annotated, name: str) -> tuple[Reading, dict[tuple[str, int], str]]:
    """The article with its annotated claims in place of extracted ones, and the claim's id for each item.

    `name` is the id it is given. Page chrome is left out.
    """
    head, text = article.items["article"], article.text
    items = [(key, n, item) for key in KINDS for n, item in enumerate(article.items[key]) if not item.get("furniture")]
    claims = {(key, n): claim(key, item, text) for key, n, item in items}
    made = Article(name, text, head.get("source"), published=head.get("published"))
    return Reading(made, tuple(claims.values())), {place: found.id for place, found in claims.items()}


def claim(key: str, item: Item, text: str) -> Claim:
    """An annotated item of the list `key` as the claim that extracting it should give."""
    start, end = item["start"], item["end"]
    starts = [*sentence_starts(text), len(text)]
    sentence = max(s for s in starts if s <= start), min((s for s in starts if s >= end), default=len(text))
    who = item.get("source") if key == "attributions" else item.get("speaker")
    said = Attribution(who, None, None, tuple(item.get("via") or ()), STANCES.get(item.get("stance") or "", "asserted"))
    figure = Figure(**{name: item[name] for name in FIGURE if item.get(name) is not None}) if key == "figures" else None
    form = FORMS.get(item["kind"]) if key == "quotes" else None
    kind = KINDS[key]
    return Claim(kind, start, end, text[start:end], sentence, False, form, figure, None if figure else said)
