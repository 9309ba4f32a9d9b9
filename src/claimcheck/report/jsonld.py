"""The comparison as linked data: W3C Web Annotations on the articles, their bodies schema.org quotations and claims.

No ClaimReview: the tool gives no verdict of truth. Positions count Unicode code points, as the annotation model asks.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from claimcheck.italian.timex import days
from claimcheck.model import Article, Claim, ClaimRef, Comparison, Figure, Reading
from claimcheck.model.values import TEMPORAL
from claimcheck.report.anchors import article_anchor, claim_anchor, web
from claimcheck.report.findings import fingerprints
from claimcheck.report.json import number
from claimcheck.report.words import Lang

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
AROUND = 40
"""Characters before and after a claim that its quote selector holds."""


def linked_data(comparison: Comparison, lang: Lang) -> dict[str, Any]:
    """The document: articles, an annotation for each claim, an annotation for each pair. Page chrome is left out."""
    graph = [node for reading in comparison.readings for node in _reading(reading)]
    return {"@context": CONTEXT, "@graph": [*graph, *_pairs(comparison, lang)]}


def _reading(reading: Reading) -> Iterator[dict[str, Any]]:
    article = reading.article
    yield _article(article)
    for claim in reading.claims:
        if not claim.furniture:
            yield _annotation(article, claim)


def _article(article: Article) -> dict[str, Any]:
    known = {
        "schema:headline": article.title,
        "schema:datePublished": article.published,
        "schema:publisher": {"type": "schema:Organization", "schema:name": article.source} if article.source else None,
        "schema:url": web(article.url) or None,
    }
    shown = {key: value for key, value in known.items() if value}
    return {"id": f"#{article_anchor(article.id)}", "type": "schema:NewsArticle", **shown, "schema:text": article.text}


def _annotation(article: Article, claim: Claim) -> dict[str, Any]:
    """A claim: what it is as its body, where it stands as its target."""
    bodies: list[dict[str, Any]] = [_body(article, claim)]
    if claim.attribution and claim.attribution.stance != "asserted":
        bodies.append(_word(claim.attribution.stance, "classifying"))
    return {
        "id": f"#{claim_anchor(ClaimRef(article.id, claim.id))}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": {"source": f"#{article_anchor(article.id)}", "selector": _selectors(article, claim)},
    }


def _selectors(article: Article, claim: Claim) -> list[dict[str, Any]]:
    text = article.text
    return [
        {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
        {
            "type": "TextQuoteSelector",
            "exact": claim.text,
            "prefix": text[max(claim.start - AROUND, 0) : claim.start],
            "suffix": text[claim.end : claim.end + AROUND],
        },
    ]


def _body(article: Article, claim: Claim) -> dict[str, Any]:
    """A quotation with its speaker, a term, or a claim with its author or its value."""
    if claim.form == "term":
        return {"type": "schema:DefinedTerm", "schema:name": claim.text}
    speaker = claim.attribution.source if claim.attribution else None
    if claim.kind == "quote":
        said = {"schema:spokenByCharacter": {"schema:name": speaker}} if speaker else {}
        return {"type": "schema:Quotation", "schema:text": claim.text, **said}
    said = {"schema:author": {"schema:name": speaker}} if speaker else {}
    about = _value(claim.figure) if claim.figure else {}
    where = {"schema:appearance": {"id": f"#{article_anchor(article.id)}"}}
    return {"type": "schema:Claim", "schema:text": claim.text, **said, **about, **where}


def _value(figure: Figure) -> dict[str, Any]:
    """What a figure asserts: days of the calendar, or a range of numbers with its unit or what it counts."""
    span = days(figure.timex) if figure.kind in TEMPORAL else None
    if span:
        covered = span.first.isoformat() if span.first == span.last else f"{span.first}/{span.last}"
        return {"schema:temporalCoverage": covered}
    known = {
        "schema:minValue": number(figure.low),
        "schema:maxValue": number(figure.high),
        "schema:unitText": figure.unit or figure.of,
    }
    shown = {key: value for key, value in known.items() if value is not None}
    return {"schema:about": {"type": "schema:QuantitativeValue", **shown}} if shown else {}


def _pairs(comparison: Comparison, lang: Lang) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for _, pair, mark in fingerprints(comparison):
        seen[mark] += 1
        again = f"-{seen[mark]}" if seen[mark] > 1 else ""
        differs = [_word(pair.type, "tagging")] if pair.type else []
        told = {**_word(pair.explanation, "describing"), "language": lang}
        yield {
            "id": f"#pair-{mark}{again}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [_word(pair.relation, "classifying"), *differs, told],
            "target": [f"#{claim_anchor(pair.a)}", f"#{claim_anchor(pair.b)}"],
        }


def _word(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
