"""The JSON Schema (draft 2020-12) of the documents, generated from their types by pydantic."""

from typing import Any

from pydantic import TypeAdapter

from claimcheck.report.explained import ExplainDocument
from claimcheck.report.rules import RulesDocument
from claimcheck.report.shapes import (
    SCHEMA_VERSION,
    ChangeDocument,
    CheckDocument,
    CompareDocument,
    ExtractDocument,
    ListDocument,
    PairsDocument,
    SearchDocument,
    StatsDocument,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS = (
    ExtractDocument,
    CompareDocument,
    CheckDocument,
    ExplainDocument,
    SearchDocument,
    ListDocument,
    ChangeDocument,
    StatsDocument,
    PairsDocument,
    RulesDocument,
)


def schema() -> dict[str, Any]:
    """One schema for all documents: `oneOf` those of the commands, everything named under `$defs`."""
    documents: dict[str, Any] = {shape.__name__: shape for shape in DOCUMENTS}
    definitions: dict[str, Any] = {}
    for name, shape in documents.items():
        found = TypeAdapter(shape).json_schema(ref_template="#/$defs/{model}")
        definitions |= found.pop("$defs")
        definitions[name] = found
    return {
        "$schema": DIALECT,
        "title": f"claimcheck documents, version {SCHEMA_VERSION}",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": dict(sorted(definitions.items())),
    }
