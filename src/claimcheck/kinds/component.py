"""The spaCy side every kind shares: a pure `match`, one `annotate` that writes, a component that joins them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import srsly
from spacy.tokens import Doc

from claimcheck.italian.clauses.surface import Surface, sentence_bounds, surface
from claimcheck.italian.clauses.types import Scene
from claimcheck.model import Attribution, Claim, Figure, Span

CLAIMS = "claimcheck_claims"
PUBLISHED = "claimcheck_published"
_MARK = "__claimcheck_claim__"
Match = Callable[[Doc], Iterable[Claim]]


def register() -> None:
    """Declare the Doc extensions the components write and read; safe to call twice."""
    for name, default in ((CLAIMS, ()), (PUBLISHED, None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()


def _encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Claims as plain tables for spaCy's serialisation; surface and scene are read anew where they are needed."""
    if isinstance(value, Claim):
        return {_MARK: asdict(value)}
    if isinstance(value, Surface | Scene):
        return None
    return value if chain is None else chain(value)


def _decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(value, dict) and _MARK in value:
        return _claim(value[_MARK])
    return value if chain is None else chain(value)


def _claim(row: Mapping[str, Any]) -> Claim:
    held, figure = row["attribution"], row["figure"]
    spans = {key: Span(**held[key]) if held[key] else None for key in ("mention", "cue")} if held else {}
    return Claim(
        **{
            **row,
            "sentence": tuple(row["sentence"]),
            "figure": Figure(**figure) if figure else None,
            "attribution": Attribution(**{**held, **spans, "via": tuple(held["via"])}) if held else None,
        }
    )


srsly.msgpack_encoders.register("claimcheck", func=_encode)
srsly.msgpack_decoders.register("claimcheck", func=_decode)


def claims(doc: Doc, kind: str | None = None) -> tuple[Claim, ...]:
    """The claims written on a Doc so far, of one kind or of all."""
    found: tuple[Claim, ...] = doc._.get(CLAIMS)
    return tuple(c for c in found if kind is None or c.kind == kind)


def published(doc: Doc) -> date | None:
    """The publication date given to a Doc as an ISO date, the anchor of relative dates."""
    day: str | None = doc._.get(PUBLISHED)
    return date.fromisoformat(day[:10]) if day else None


def annotate(doc: Doc, new: Iterable[Claim]) -> Doc:
    """Write claims on a Doc, in order of appearance; the only place that writes."""
    merged = {(c.kind, c.start, c.end): c for c in (*claims(doc), *new)}
    doc._.set(CLAIMS, tuple(sorted(merged.values(), key=lambda c: (c.start, -c.end, c.kind))))
    return doc


class ClaimComponent:
    """A spaCy component around one pure match function."""

    def __init__(self, match: Match) -> None:
        self.match = match

    def __call__(self, doc: Doc) -> Doc:
        """Match and annotate."""
        return annotate(doc, self.match(doc))


def sentence_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The [start, end) characters of the sentence that holds character `start`, trimmed of white space."""
    span = doc.char_span(start, max(end, start + 1), alignment_mode="expand")
    if span is None or not doc.has_annotation("SENT_START"):
        return _paragraph(doc.text, start, end)
    begin = doc[sentence_bounds(doc, span.start)[0]].idx
    last = doc[sentence_bounds(doc, span.end - 1)[1] - 1]
    text = surface(doc)[begin : last.idx + len(last)]
    lead = len(text) - len(text.lstrip())
    return begin + lead, begin + len(text.rstrip())


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, len(text) if stop < 0 else stop
