"""Articles and claims as rows of the store and back, without loss."""

import json
from collections.abc import Sequence
from typing import Any

from claimcheck.model import Article, Attribution, Claim, Figure, Span

Row = Sequence[Any]
ARTICLE = (
    "id", "source", "title", "published", "published_from", "url", "path", "warnings", "furniture", "text",
)  # fmt: skip
"""Columns of an article, in the order `article_row` writes and `article_of` reads them."""
CLAIM = (
    "kind", "start", "stop", "sentence_start", "sentence_stop", "furniture", "form", "figure", "low", "high", "approx",
    "unit", "counted", "timex", "stance", "source", "mention_start", "mention_stop", "cue_start", "cue_stop", "via",
    "evidence",
)  # fmt: skip
"""Columns of a claim, in the order `claim_row` writes and `claim_of` reads them."""


def article_row(article: Article) -> tuple[Any, ...]:
    """The values of ARTICLE."""
    head = (article.id, article.source, article.title, article.published, article.published_from, article.url)
    return *head, article.path, _json(article.warnings), _json(article.furniture), article.text


def article_of(row: Row) -> Article:
    """The article of the values of ARTICLE."""
    *head, warnings, furniture, text = row
    key, source, title, published, published_from, url, path = head
    return Article(
        id=key,
        text=text,
        source=source,
        title=title,
        published=published,
        published_from=published_from,
        url=url,
        path=path,
        warnings=tuple(json.loads(warnings)),
        furniture=tuple((start, end) for start, end in json.loads(furniture)),
    )


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """The values of CLAIM."""
    figure, said = claim.figure, claim.attribution
    place = (claim.kind, claim.start, claim.end, *claim.sentence, claim.furniture, claim.form)
    value: tuple[Any, ...] = (None,) * 7
    if figure:
        value = (figure.kind, figure.low, figure.high, figure.approx, figure.unit, figure.of, figure.timex)
    speech: tuple[Any, ...] = (None,) * 7
    if said:
        speech = (said.stance, said.source, *_places(said.mention), *_places(said.cue), _json(said.via))
    return *place, *value, *speech, _json(dict(claim.evidence))


def claim_of(row: Row, text: str) -> Claim:
    """The claim of the values of CLAIM in the text of its article."""
    kind, start, stop, begin, end, furniture, form, *rest = row
    return Claim(
        kind=kind,
        start=start,
        end=stop,
        text=text[start:stop],
        sentence=(begin, end),
        furniture=bool(furniture),
        form=form,
        figure=_figure(rest[:7]),
        attribution=_attribution(rest[7:14], text),
        evidence=json.loads(rest[14]),
    )


def _figure(row: Row) -> Figure | None:
    kind, low, high, approx, unit, counted, timex = row
    return Figure(kind, low, high, bool(approx), unit, counted, timex) if kind else None


def _attribution(row: Row, text: str) -> Attribution | None:
    stance, source, mention_start, mention_stop, cue_start, cue_stop, via = row
    if not stance:
        return None
    mention, cue = _span(text, mention_start, mention_stop), _span(text, cue_start, cue_stop)
    return Attribution(source, mention, cue, tuple(json.loads(via)), stance)


def _span(text: str, start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span.of(text, start, stop)


def _places(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
