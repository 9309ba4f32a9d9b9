"""The JSON documents: values of the model in the shape of `shapes`; the same input gives the same bytes."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version

from claimcheck.model import Alignment, Attribution, Claim, ClaimRef, Comparison, Figure, Pair, Reading, Span
from claimcheck.report.shapes import (
    SCHEMA_VERSION,
    AlignmentShape,
    ArticleShape,
    AttributionShape,
    ClaimRefShape,
    ClaimShape,
    CompareDocument,
    ExtractDocument,
    FigureShape,
    PairShape,
    SpanShape,
    Tool,
)

ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029]")
"""Legal inside JSON strings as they are, but line ends to some readers (U+0085, U+2028) or terminal controls (C1)."""
DIGITS = 4
"""Decimals kept of a score."""


def extract_document(
    readings: Iterable[Reading], pipeline: str | None, findings: Iterable[Pair] = ()
) -> ExtractDocument:
    """The document of `extract`; `pipeline` labels the spaCy pipeline used, `findings` are what contradicts itself."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(pipeline),
        "articles": [article_shape(reading) for reading in readings],
        "findings": [pair_shape(pair) for pair in findings],
    }


def compare_document(comparison: Comparison, pipeline: str | None) -> CompareDocument:
    """The document of `compare`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(pipeline),
        "articles": [article_shape(reading) for reading in comparison.readings],
        "alignments": [_alignment(alignment) for alignment in comparison.alignments],
        "origins": [list(origin) for origin in comparison.origins],
        "findings": [pair_shape(pair) for pair in comparison.findings],
    }


def dump(document: Mapping[str, object]) -> str:
    """The document as text, two spaces of indent, letters as they are, one newline at the end."""
    return _encode(document, indent=2)


def dump_line(row: Mapping[str, object]) -> str:
    """One line of JSON lines, newline included."""
    return _encode(row, indent=None)


def _encode(value: Mapping[str, object], indent: int | None) -> str:
    """JSON in which nothing but the newlines between values ends a line or steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def article_shape(reading: Reading) -> ArticleShape:
    """One article with its claims."""
    article = reading.article
    origin = article.published_from
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "published_from": "metadata" if origin == "metadata" else "text" if origin == "text" else None,
        "url": article.url,
        "path": article.path,
        "text": article.text,
        "claims": [claim_shape(claim) for claim in reading.claims],
        "warnings": list(article.warnings),
    }


def claim_shape(claim: Claim) -> ClaimShape:
    """One claim; `form` and `figure` only where they belong."""
    shape: ClaimShape = {
        "id": claim.id,
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentence": {"start": claim.sentence[0], "end": claim.sentence[1]},
        "furniture": claim.furniture,
        "attribution": None,
        "evidence": dict(claim.evidence),
    }
    if claim.form is not None:
        shape["form"] = claim.form
    if claim.figure is not None:
        shape["figure"] = _figure(claim.figure)
    if claim.attribution is not None:
        shape["attribution"] = _attribution(claim.attribution)
    return shape


def pair_shape(pair: Pair) -> PairShape:
    """One pair of claims."""
    return {
        "a": _ref(pair.a),
        "b": _ref(pair.b),
        "relation": pair.relation,
        "type": pair.type,
        "score": round(pair.score, DIGITS),
        "explanation": pair.explanation,
        "evidence": {k: round(v, DIGITS) if isinstance(v, float) else v for k, v in pair.evidence.items()},
    }


def number(value: float | None) -> int | float | None:
    """A bound as JSON writes it: whole numbers without a decimal point, null for none and for the infinite."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def tool(pipeline: str | None) -> Tool:
    """What wrote a document; `pipeline` is None when no pipeline ran."""
    return {"name": "claimcheck", "version": version("claimcheck-it"), "pipeline": pipeline}


def _figure(figure: Figure) -> FigureShape:
    return {
        "kind": figure.kind,
        "low": number(figure.low),
        "high": number(figure.high),
        "approx": figure.approx,
        "unit": figure.unit,
        "of": figure.of,
        "timex": figure.timex,
    }


def _attribution(attribution: Attribution) -> AttributionShape:
    return {
        "source": attribution.source,
        "mention": _span(attribution.mention),
        "cue": _span(attribution.cue),
        "via": list(attribution.via),
        "stance": attribution.stance,
    }


def _span(span: Span | None) -> SpanShape | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _ref(ref: ClaimRef) -> ClaimRefShape:
    return {"article": ref.article, "claim": ref.claim}


def _alignment(alignment: Alignment) -> AlignmentShape:
    return {
        "id": alignment.id,
        "kind": alignment.kind,
        "claims": [_ref(ref) for ref in alignment.claims],
        "relation": alignment.relation,
        "pairs": [pair_shape(pair) for pair in alignment.pairs],
    }
