"""Documents and rows about a stored corpus: lists, changes, statistics, hits of a search, verdicts of a check."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from claimcheck.model import Change, Check, Claim, Head, Hit, Reading, Result, Stats
from claimcheck.report.json import DIGITS, article_shape, claim_shape, dump_line, pair_shape, tool
from claimcheck.report.rows import Cell, table
from claimcheck.report.shapes import (
    SCHEMA_VERSION,
    ChangeDocument,
    ChangeShape,
    CheckDocument,
    EvidenceShape,
    HeadShape,
    HitShape,
    ListDocument,
    ResultShape,
    SearchDocument,
    StatsDocument,
)

HEAD_COLUMNS = ("id", "source", "title", "published", "url", "revision", "claims")
CHANGE_COLUMNS = ("id", "change", "revision", "claims")
HIT_COLUMNS = (
    "article", "source", "published", "claim", "kind", "form", "start", "end", "text", "speaker", "stance", "sentence",
)  # fmt: skip
RESULT_COLUMNS = (
    "article", "claim", "kind", "text", "verdict", "origins", "relation", "type", "score", "other_article",
    "other_source", "other_published", "other_claim", "other_text", "explanation",
)  # fmt: skip
Changed = tuple[Head, Change]


def list_document(heads: Iterable[Head]) -> ListDocument:
    """The document of `corpus list`."""
    return {"schema_version": SCHEMA_VERSION, "tool": tool(None), "stored": [head_shape(head) for head in heads]}


def stats_document(stats: Stats) -> StatsDocument:
    """The document of `corpus stats`."""
    return {"schema_version": SCHEMA_VERSION, "tool": tool(None), "stats": asdict(stats)}  # type: ignore[typeddict-item]


def change_document(changes: Iterable[ChangeShape]) -> ChangeDocument:
    """The document of `corpus add` and `corpus remove`."""
    return {"schema_version": SCHEMA_VERSION, "tool": tool(None), "changes": list(changes)}


def search_document(query: str, hits: Iterable[Hit]) -> SearchDocument:
    """The document of `search`."""
    found = [hit_shape(hit) for hit in hits]
    return {"schema_version": SCHEMA_VERSION, "tool": tool(None), "query": query, "hits": found}


def check_document(check: Check, pipeline: str | None) -> CheckDocument:
    """The document of `check`; `pipeline` is the label of the spaCy pipeline used."""
    named = {ref for result in check.results for pair in result.pairs for ref in (pair.a, pair.b)}
    wanted = {(ref.article, ref.claim) for ref in named}
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(pipeline),
        "articles": [article_shape(reading) for reading in check.readings],
        "results": [_result(result) for result in check.results],
        "corpus": {"articles": [_evidence(r, check.origins[r.article.id], wanted) for r in check.evidence]},
    }


def head_shape(head: Head) -> HeadShape:
    """A stored article without its text."""
    return {
        "id": head.id,
        "source": head.source,
        "title": head.title,
        "published": head.published,
        "url": head.url,
        "revision": head.revision,
        "claims": head.claims,
    }


def change_shape(head: Head, change: Change) -> ChangeShape:
    """What happened to one article."""
    return {"id": head.id, "change": change, "revision": head.revision, "claims": head.claims}


def removed_shape(head: Head) -> ChangeShape:
    """What is left to say of an article that has been removed."""
    return {"id": head.id, "change": "removed", "revision": head.revision, "claims": head.claims}


def hit_shape(hit: Hit) -> HitShape:
    """A claim that a search found."""
    return {"article": head_shape(hit.head), "claim": claim_shape(hit.claim), "sentence": hit.sentence}


def head_table(heads: Iterable[Head]) -> str:
    """CSV, one stored article a row."""
    return table(HEAD_COLUMNS, (tuple(getattr(head, name) for name in HEAD_COLUMNS) for head in heads))


def change_table(changes: Iterable[ChangeShape]) -> str:
    """CSV, one change a row."""
    return table(CHANGE_COLUMNS, ((c["id"], c["change"], c["revision"], c["claims"]) for c in changes))


def hit_table(hits: Iterable[Hit]) -> str:
    """CSV, one claim a row."""
    return table(HIT_COLUMNS, map(_hit_row, hits))


def result_lines(check: Check) -> str:
    """JSON lines: each result as in the document, with kind, text, number of origins."""
    claims = _claims(check.readings)
    return "".join(
        dump_line({**_result(r), "kind": _of(claims, r).kind, "text": _of(claims, r).text, "origins": r.origins})
        for r in check.results
    )


def result_table(check: Check) -> str:
    """CSV, one pair a row; a claim without pairs has one row."""
    return table(RESULT_COLUMNS, _result_rows(check))


def _result(result: Result) -> ResultShape:
    return {
        "article": result.claim.article,
        "claim": result.claim.claim,
        "verdict": result.verdict,
        "pairs": [pair_shape(pair) for pair in result.pairs],
    }


def _evidence(reading: Reading, origin: str, wanted: set[tuple[str, str]]) -> EvidenceShape:
    article = reading.article
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "origin": origin,
        "claims": [claim_shape(claim) for claim in reading.claims if (article.id, claim.id) in wanted],
    }


def _hit_row(hit: Hit) -> tuple[Cell, ...]:
    claim, said = hit.claim, hit.claim.attribution
    speech = (said.source, said.stance) if said else (None, None)
    place = (claim.id, claim.kind, claim.form, claim.start, claim.end, claim.text)
    return hit.head.id, hit.head.source, hit.head.published, *place, *speech, hit.sentence


def _result_rows(check: Check) -> Iterator[tuple[Cell, ...]]:
    claims = _claims((*check.readings, *check.evidence))
    stored = {reading.article.id: reading.article for reading in check.evidence}
    for result in check.results:
        claim = _of(claims, result)
        mine = (result.claim.article, claim.id, claim.kind, claim.text, result.verdict, result.origins)
        if not result.pairs:
            yield (*mine, *(None,) * 9)
        for pair in result.pairs:
            ref = pair.b if pair.a == result.claim else pair.a
            article, other = stored[ref.article], claims[ref.article, ref.claim]
            how = (pair.relation, pair.type, round(pair.score, DIGITS))
            yield *mine, *how, article.id, article.source, article.published, other.id, other.text, pair.explanation


def _claims(readings: Sequence[Reading]) -> dict[tuple[str, str], Claim]:
    return {(r.article.id, c.id): c for r in readings for c in r.claims}


def _of(claims: dict[tuple[str, str], Claim], result: Result) -> Claim:
    return claims[result.claim.article, result.claim.claim]
