"""The findings that are asked for on the command line, in an earlier result, in a file of suppressions."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from claimcheck.cli.options import Kind, Only
from claimcheck.cli.output import complain
from claimcheck.cli.shapes import SuppressionShape, checked
from claimcheck.cli.thresholds import thresholds
from claimcheck.errors import ReadError
from claimcheck.report.findings import fingerprint
from claimcheck.report.selection import Selection, Suppression

if TYPE_CHECKING:
    from claimcheck.model import ClaimKind, Relation

WRITE = 'write [[suppress]] tables, such as reason = "corrected on 20 June" and type = "date"'
RUN_AGAIN = "name a result of `claimcheck compare` or `check` written with --format json or --format sarif"


def wanted(
    only: Only | None,
    kind: Kind | None,
    top: int | None,
    min_score: Sequence[str] | None,
    baseline: Path | None,
    suppress: Path | None,
) -> Selection:
    """The selection that the options ask for; ReadError when a file they name cannot be used."""
    return Selection(
        cast("Relation | None", only and only.value),
        cast("ClaimKind | None", kind and kind.value),
        top=top,
        least=thresholds(min_score or ()),
        known=baseline_of(baseline) if baseline else None,
        suppressions=suppressions_of(suppress) if suppress else (),
    )


def tell_aside(aside: Mapping[str, str], quiet: bool) -> None:
    """Say on standard error what suppressions left out."""
    if aside and not quiet:
        reasons = "; ".join(sorted(set(aside.values())))
        complain(f"findings set aside: {len(aside)} ({reasons})")


def baseline_of(path: Path) -> frozenset[str]:
    """The fingerprints in an earlier JSON document or SARIF log; ReadError when the file holds neither."""
    try:
        document = json.loads(_read(path))
        marks = _sarif_marks(document) if "runs" in document else _document_marks(document)
        return frozenset(marks)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(f"{path}: is no earlier result of claimcheck; {RUN_AGAIN}") from error


def suppressions_of(path: Path) -> tuple[Suppression, ...]:
    """The findings set aside; ReadError when a table lacks a reason or names something that findings do not have."""
    try:
        table = tomllib.loads(_read(path))
    except ValueError as error:
        raise ReadError(f"{path}: is not TOML: {error}; {WRITE}") from error
    rows = table.get("suppress")
    if not isinstance(rows, list) or set(table) != {"suppress"}:
        raise ReadError(f"{path}: is no file of suppressions; {WRITE}")
    return tuple(_suppression(row, f"{path}: suppression {n}") for n, row in enumerate(rows, 1))


def _suppression(row: object, where: str) -> Suppression:
    found: Suppression = checked(SuppressionShape, row, where)
    if not found.reason.strip() or found == SuppressionShape(found.reason):
        raise ReadError(f"{where}: needs a reason, and something that the finding must have; {WRITE}")
    return found


def _sarif_marks(log: Mapping[str, Any]) -> Iterator[str]:
    from claimcheck.report.sarif import FINGERPRINT

    for run in log["runs"]:
        for result in run["results"]:
            yield result["partialFingerprints"][FINGERPRINT].split(":")[0]


def _document_marks(document: Mapping[str, Any]) -> Iterator[str]:
    """The fingerprints of the pairs of `compare` or `check`."""
    known = [*document["articles"], *document.get("corpus", {}).get("articles", ())]
    claims = {(article["id"], claim["id"]): claim for article in known for claim in article["claims"]}
    groups = document["results" if "results" in document else "alignments"]
    for pair in (*document.get("findings", ()), *(pair for group in groups for pair in group["pairs"])):
        a, b = ((side["article"], claims[side["article"], side["claim"]]) for side in (pair["a"], pair["b"]))
        yield fingerprint(a[1]["kind"], pair["relation"], (a[0], a[1]["text"]), (b[0], b[1]["text"]))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}; check the path") from error
