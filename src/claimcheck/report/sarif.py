"""The comparison as SARIF 2.1.0 (OASIS): one rule per finding type, one result per pair, both passages located.

Conflicts are errors, compatible differences notes, agreements passed checks. Regions count Unicode code points.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from claimcheck.comparison import KINDS
from claimcheck.model import Article, Claim, ClaimKind, ClaimRef, Comparison, Pair, Relation
from claimcheck.report.findings import claims_of, fingerprints, rule
from claimcheck.report.json import DIGITS, tool
from claimcheck.report.places import Place
from claimcheck.report.safe import clean
from claimcheck.report.words import Lang, names

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Relation, str] = {"conflict": "error", "compatible": "note", "agree": "none"}
FINGERPRINT = "claimcheckPair/v1"
PLACEHOLDER = re.compile(r"\{\w+\}")
SPECIAL = re.compile(r"[\\\[\]]")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known beside the comparison: where articles begin in their files, by id; findings set aside, and why."""

    places: Mapping[str, Place] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    new: bool = False


def sarif_log(comparison: Comparison, lang: Lang, pipeline: str, notes: Notes | None = None) -> dict[str, Any]:
    """The log of a comparison.

    Articles without a place in a file of their own are artifacts that hold their text. `notes.reasons` gives, by
    fingerprint, why a finding is suppressed; with `notes.new` every result is new against a baseline.
    """
    log = _Log(comparison, lang, notes or Notes())
    results = list(log.results())
    named = tool(pipeline)
    driver = {"name": named["name"], "semanticVersion": named["version"], "language": lang, "rules": log.rules}
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "artifacts": [log.artifact(r.article) for r in comparison.readings],
        "results": results,
        "properties": {"pipeline": pipeline},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


class _Log:
    def __init__(self, comparison: Comparison, lang: Lang, notes: Notes) -> None:
        self.comparison, self.lang, self.notes = comparison, lang, notes
        self.articles = {r.article.id: r.article for r in comparison.readings}
        self.index = {key: n for n, key in enumerate(self.articles)}
        self.claims = claims_of(comparison.readings)
        self.names = names(self.articles.values())
        self.rules = [_rule(name, text, relation) for name, (relation, text) in _known(lang).items()]
        self.numbers = {known["id"]: n for n, known in enumerate(self.rules)}

    def results(self) -> Iterator[dict[str, Any]]:
        seen: Counter[str] = Counter()
        for kind, pair, mark in fingerprints(self.comparison):
            seen[mark] += 1
            yield self._result(kind, pair, mark, seen[mark])

    def artifact(self, article: Article) -> dict[str, Any]:
        """An article as a file of its own, or with its text inside."""
        shown: dict[str, Any] = {"location": {"uri": self._uri(article)}, "encoding": "utf-8"}
        if article.title:
            shown["description"] = {"text": clean(article.title)}
        return shown if article.id in self.notes.places else shown | {"contents": {"text": article.text}}

    def _result(self, kind: ClaimKind, pair: Pair, mark: str, occurrence: int) -> dict[str, Any]:
        name = rule(kind, pair)
        if name not in self.numbers:
            self.numbers[name] = len(self.rules)
            self.rules.append(_rule(name, name, pair.relation))
        result: dict[str, Any] = {
            "ruleId": name,
            "ruleIndex": self.numbers[name],
            "kind": "pass" if pair.relation == "agree" else "fail",
            "level": LEVELS[pair.relation],
            "message": {"text": _message(pair.explanation)},
            "locations": [self._location(pair.a)],
            "relatedLocations": [{"id": 1, **self._location(pair.b)}],
            "partialFingerprints": {FINGERPRINT: f"{mark}:{occurrence}"},
            "properties": {"relation": pair.relation, "type": pair.type, "score": round(pair.score, DIGITS)},
        }
        if self.notes.new:
            result["baselineState"] = "new"
        if mark in self.notes.reasons:
            result["suppressions"] = [{"kind": "external", "justification": self.notes.reasons[mark]}]
        return result

    def _location(self, ref: ClaimRef) -> dict[str, Any]:
        article, claim = self.articles[ref.article], self.claims[ref]
        artifact = {"uri": self._uri(article), "index": self.index[article.id]}
        physical = {"artifactLocation": artifact, "region": self._region(article, claim)}
        return {"physicalLocation": physical, "message": {"text": _message(self.names[article.id])}}

    def _region(self, article: Article, claim: Claim) -> dict[str, Any]:
        place = self.notes.places.get(article.id, Place())
        start, end = (_line(article.text, at) for at in (claim.start, claim.end))
        region: dict[str, Any] = {
            "startLine": start[0] + place.lines,
            "startColumn": start[1],
            "endLine": end[0] + place.lines,
            "endColumn": end[1],
        }
        if place.offset is not None:
            region |= {"charOffset": claim.start + place.offset, "charLength": claim.end - claim.start}
        return region | {"snippet": {"text": claim.text}}

    def _uri(self, article: Article) -> str:
        """The path of a file of its own, else a name made of the article's id."""
        if article.id not in self.notes.places or article.path is None:
            return f"article/{quote(article.id, safe='')}"
        path = Path(article.path)
        return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _known(lang: Lang) -> dict[str, tuple[Relation, str]]:
    """Every rule by its id, with its relation and its sentence."""
    levels = ((kind, level) for kind, table in KINDS.items() for level in table.levels)
    return {
        f"{level.relation}/{kind}/{level.code}": (level.relation, level.it if lang == "it" else level.en)
        for kind, level in levels
    }


def _rule(name: str, sentence: str, relation: Relation) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": PLACEHOLDER.sub("…", sentence)},
        "defaultConfiguration": {"level": LEVELS[relation]},
    }


def _line(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from one."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _message(text: str) -> str:
    """Text in which SARIF finds neither links nor placeholders (3.11.5, 3.11.6)."""
    return SPECIAL.sub(r"\\\g<0>", clean(text)).replace("{", "{{").replace("}", "}}")
