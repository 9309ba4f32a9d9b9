"""Rows for spreadsheets and line tools: one claim a row for extract, one pair a row for compare."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from claimcheck.model import Claim, Comparison, Reading
from claimcheck.report.json import DIGITS, claim_shape, dump_line, number, pair_shape

Cell = str | int | float | None
CLAIM_COLUMNS = (
    "article", "source", "published", "claim", "kind", "form", "start", "end", "text", "speaker", "via", "stance",
    "figure_kind", "low", "high", "approx", "unit", "of", "timex", "furniture", "sentence",
)  # fmt: skip
PAIR_COLUMNS = (
    "alignment", "kind", "relation", "type", "score", "a_article", "a_claim", "a_text", "b_article", "b_claim",
    "b_text", "explanation",
)  # fmt: skip
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,])")


def claim_lines(readings: Iterable[Reading]) -> str:
    """JSON lines: each claim as in the JSON document, with its article's id first."""
    return "".join(dump_line({"article": r.article.id, **claim_shape(c)}) for r in readings for c in r.claims)


def pair_lines(comparison: Comparison) -> str:
    """JSON lines: each pair as in the JSON document, with its alignment's id and kind and the two texts."""
    claims = _claims(comparison)
    return "".join(
        dump_line(
            {
                "alignment": alignment.id,
                "kind": alignment.kind,
                **pair_shape(pair),
                "a_text": claims[pair.a.article, pair.a.claim].text,
                "b_text": claims[pair.b.article, pair.b.claim].text,
            }
        )
        for alignment in comparison.alignments
        for pair in alignment.pairs
    )


def claim_table(readings: Iterable[Reading]) -> str:
    """CSV with a header, one claim a row.

    Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    return table(CLAIM_COLUMNS, (claim_row(r, c) for r in readings for c in r.claims))


def pair_table(comparison: Comparison) -> str:
    """CSV with a header, one pair a row."""
    return table(PAIR_COLUMNS, _pair_rows(comparison))


def claim_row(reading: Reading, claim: Claim) -> tuple[Cell, ...]:
    """The values of CLAIM_COLUMNS."""
    article, figure, said = reading.article, claim.figure, claim.attribution
    start, end = claim.sentence
    speech = (said.source, "; ".join(said.via), said.stance) if said else (None, None, None)
    value: tuple[Cell, ...] = (None,) * 7
    if figure:
        bounds = (number(figure.low), number(figure.high))
        value = (figure.kind, *bounds, _flag(figure.approx), figure.unit, figure.of, figure.timex)
    place = (claim.id, claim.kind, claim.form, claim.start, claim.end, claim.text)
    sentence = article.text[start:end]
    return article.id, article.source, article.published, *place, *speech, *value, _flag(claim.furniture), sentence


def _pair_rows(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    claims = _claims(comparison)
    for alignment in comparison.alignments:
        for pair in alignment.pairs:
            sides = [
                cell
                for ref in (pair.a, pair.b)
                for cell in (ref.article, ref.claim, claims[ref.article, ref.claim].text)
            ]
            score = round(pair.score, DIGITS)
            yield alignment.id, alignment.kind, pair.relation, pair.type, score, *sides, pair.explanation


def _claims(comparison: Comparison) -> dict[tuple[str, str], Claim]:
    return {(r.article.id, c.id): c for r in comparison.readings for c in r.claims}


def _flag(value: bool) -> str:
    return "true" if value else "false"


def table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
    """CSV with a header; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return lines([columns]) + lines(rows)


def lines(rows: Iterable[tuple[Cell, ...]]) -> str:
    """CSV without a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
