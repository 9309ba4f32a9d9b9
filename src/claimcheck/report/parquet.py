"""Rows as a Parquet file, by pyarrow (the extra `parquet`); columns have the same types whatever the rows."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimcheck.errors import OutputError
from claimcheck.report.rows import Cell

GROUP = 20_000
"""Rows in one group of the file, and in memory."""
_TYPES = {"start": "int64", "end": "int64", "score": "float64", "low": "float64", "high": "float64"}
_FLAGS = {"approx", "furniture"}


def write_parquet(path: Path, columns: Sequence[str], batches: Iterable[Sequence[Sequence[Cell]]]) -> None:
    """Write batches of rows to a file; OutputError when pyarrow is missing or the file cannot be written."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise OutputError(f'{path}: Parquet needs pyarrow: pip install "claimcheck-it[parquet]"') from error
    types = {name: "bool" if name in _FLAGS else _TYPES.get(name, "string") for name in columns}
    schema = pyarrow.schema([(name, getattr(pyarrow, "bool_" if t == "bool" else t)()) for name, t in types.items()])
    held: list[Sequence[Cell]] = []
    try:
        with ParquetWriter(path, schema) as writer:
            for batch in batches:
                held += batch
                if len(held) >= GROUP:
                    writer.write_table(pyarrow.Table.from_pylist(_records(columns, held), schema))
                    held = []
            writer.write_table(pyarrow.Table.from_pylist(_records(columns, held), schema))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _records(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[dict[str, object]]:
    return [{name: _value(name, cell) for name, cell in zip(columns, row, strict=True)} for row in rows]


def _value(name: str, cell: Cell) -> object:
    if name in _FLAGS:
        return None if cell is None else cell == "true"
    return float(cell) if name in ("low", "high") and cell is not None else cell
