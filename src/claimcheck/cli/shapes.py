"""The shapes of the files of settings and suppressions, checked by pydantic: every fault told with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StrictBool, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from claimcheck.errors import ReadError
from claimcheck.report.selection import Suppression

Score = Annotated[float, Field(ge=0, le=1, strict=True)]
SettingsShape = TypedDict(
    "SettingsShape",
    {
        "pipeline": str,
        "corpus": str,
        "lang": Literal["it", "en"],
        "workers": Annotated[int, Field(ge=1, strict=True)],
        "min-score": dict[Literal["every", "quote", "figure", "attribution", "conflict", "compatible", "agree"], Score],
        "fail-on": Literal["conflict", "any"],
        "baseline": str,
        "suppress": str,
        "pager": StrictBool,
        "quiet": StrictBool,
        "sources": dict[str, str],
    },
    total=False,
)
"""What a file may set: options by their long names, and the table of sources."""
with_config(ConfigDict(extra="forbid"))(SettingsShape)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class SuppressionShape(Suppression):
    """A table of a file of suppressions."""


TOML = {"Input ": "", "dictionary": "table", "tuple": "list"}
"""How pydantic names things, and how a reader of TOML does."""
UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
"""The errors of pydantic for a key that a table or a dataclass does not have."""


def checked(shape: Any, given: object, where: str, hints: Mapping[str, str] | None = None) -> Any:
    """What is given as the shape has it; ReadError that names the file or table `where` and each faulty key.

    `hints` gives, by key, what to write instead.
    """
    adapter = TypeAdapter(shape)
    try:
        return adapter.validate_python(given)
    except ValidationError as error:
        known = adapter.json_schema().get("properties", {})
        raise ReadError(f"{where}: {'; '.join(_faults(error, known, hints or {}))}") from error


def _faults(error: ValidationError, known: Mapping[str, Any], hints: Mapping[str, str]) -> Iterator[str]:
    for fault in error.errors():
        place = ".".join(str(step) for step in fault["loc"] if step != "[key]")
        hint = hints.get(str(fault["loc"][0]) if fault["loc"] else "", "")
        if fault["type"] in UNKNOWN:
            yield f"{place}: is unknown; known are {', '.join(sorted(known))}"
            continue
        if fault["type"] == "missing":
            yield f"{place}: is missing"
            continue
        told = fault["msg"]
        for ours, theirs in TOML.items():
            told = told.replace(ours, theirs)
        yield f"{place}: {told}, is {fault['input']!r}{f'; {hint}' if hint else ''}"
