"""A whole corpus written out piece by piece: claims or pairs as JSON, JSON lines, CSV, Parquet, with stable columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent

from claimcheck.consistency import findings
from claimcheck.model import Claim, ClaimKind, Pair, Reading
from claimcheck.report.json import DIGITS, article_shape, dump, dump_line, pair_shape, tool
from claimcheck.report.rows import CLAIM_COLUMNS, Cell, claim_lines, claim_row, lines
from claimcheck.report.shapes import SCHEMA_VERSION, PairShape, StoredPairShape

STORED_PAIR_COLUMNS = (
    "kind", "relation", "type", "score", "a_article", "a_source", "a_published", "a_claim", "a_text", "b_article",
    "b_source", "b_published", "b_claim", "b_text", "explanation",
)  # fmt: skip
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A pair of stored claims in their articles; `a` and `b` are those of the pair."""

    kind: ClaimKind
    pair: Pair
    a: tuple[Reading, Claim]
    b: tuple[Reading, Claim]


def claims_json(readings: Iterable[Reading]) -> Iterator[str]:
    """The document of `extract` over all articles, byte for byte as if it were written at once."""
    found: list[PairShape] = []

    def articles() -> Iterator[str]:
        for reading in readings:
            found.extend(pair_shape(pair) for pair in findings(reading))
            yield dump(article_shape(reading))

    yield from _document("articles", articles(), lambda: {"findings": found})


def claims_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Each claim a line, as `extract` writes them."""
    return (claim_lines([reading]) for reading in readings)


def claims_csv(readings: Iterable[Reading]) -> Iterator[str]:
    """CSV with a header, each claim a row, as `extract` writes them."""
    yield lines([CLAIM_COLUMNS])
    yield from (lines(rows) for rows in claim_rows(readings))


def claim_rows(readings: Iterable[Reading]) -> Iterator[list[Row]]:
    """The claims of each article as values of CLAIM_COLUMNS."""
    return ([claim_row(reading, claim) for claim in reading.claims] for reading in readings)


def pairs_json(pairs: Iterable[StoredPair]) -> Iterator[str]:
    """One document with all pairs."""
    yield from _document("pairs", (dump(_pair(pair)) for pair in pairs))


def pairs_jsonl(pairs: Iterable[StoredPair]) -> Iterator[str]:
    """Each pair a line."""
    return (dump_line(_pair(pair)) for pair in pairs)


def pairs_csv(pairs: Iterable[StoredPair]) -> Iterator[str]:
    """CSV with a header, each pair a row."""
    yield lines([STORED_PAIR_COLUMNS])
    yield from (lines(rows) for rows in pair_rows(pairs))


def pair_rows(pairs: Iterable[StoredPair]) -> Iterator[list[Row]]:
    """Each pair as values of STORED_PAIR_COLUMNS."""
    for stored in pairs:
        pair = stored.pair
        sides = [
            cell
            for reading, claim in (stored.a, stored.b)
            for cell in (reading.article.id, reading.article.source, reading.article.published, claim.id, claim.text)
        ]
        score = round(pair.score, DIGITS)
        yield [(stored.kind, pair.relation, pair.type, score, *sides, pair.explanation)]


def _pair(stored: StoredPair) -> StoredPairShape:
    return {**pair_shape(stored.pair), "kind": stored.kind, "a_text": stored.a[1].text, "b_text": stored.b[1].text}


def _document(key: str, items: Iterable[str], last: Callable[[], Mapping[str, object]] = dict) -> Iterator[str]:
    """A document whose list `key` is written item by item: the items are indented where they stand.

    `last` gives what stands after the list, once all items are written.
    """
    head, tail = dump({"schema_version": SCHEMA_VERSION, "tool": tool(None), key: []}).rsplit("[]", 1)
    yield f"{head}["
    mark = "\n"
    for item in items:
        yield mark + indent(item.rstrip("\n"), "    ")
        mark = ",\n"
    rest = last()
    yield ("" if mark == "\n" else "\n  ") + "]" + (f",\n{dump(rest).partition(chr(10))[2]}" if rest else tail)
