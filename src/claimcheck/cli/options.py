"""The options that commands share, once each."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.files import writable
from claimcheck.report.selection import Selection


class Format(StrEnum):
    """How results are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class ReportFormat(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"
    markdown = "markdown"
    sarif = "sarif"
    jsonld = "jsonld"


PROSE = (ReportFormat.text, ReportFormat.html, ReportFormat.markdown)
"""Formats for people: in the language of the locale."""


class InfoFormat(StrEnum):
    """How versions and paths are written."""

    text = "text"
    json = "json"


class RulesFormat(StrEnum):
    """How the rules are written."""

    text = "text"
    json = "json"
    markdown = "markdown"


class SchemaFormat(StrEnum):
    """How the schema is written: as what it is."""

    json = "json"


class Lang(StrEnum):
    """Language of reports and explanations."""

    it = "it"
    en = "en"


class FailOn(StrEnum):
    """Findings that make the exit code 1: conflicts, or any difference."""

    conflict = "conflict"
    any = "any"


class ExportFormat(StrEnum):
    """How the corpus is written out."""

    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class What(StrEnum):
    """What of the corpus is written out."""

    claims = "claims"
    pairs = "pairs"


class Only(StrEnum):
    """How claims relate."""

    conflict = "conflict"
    compatible = "compatible"
    agree = "agree"


class Kind(StrEnum):
    """The kinds of claims."""

    quote = "quote"
    figure = "figure"
    attribution = "attribution"


@dataclass(frozen=True, slots=True)
class Job:
    """What a comparison is asked to do, beside its articles."""

    format: Format | ReportFormat
    output: Path | None
    pipeline: str | None
    workers: int | None
    lang: Lang | None
    quiet: bool
    fail_on: FailOn | None
    wanted: Selection = field(default_factory=Selection)
    pager: bool = True


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Articles: .txt .md .html .json .jsonl, a folder, or - for standard input."),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the result.")]
ReportFormatOption = Annotated[ReportFormat, typer.Option("--format", "-f", help="How to write the result.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", callback=writable, help="Write to FILE, not the screen."),
]
PipelineOption = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        envvar="CLAIMCHECK_PIPELINE",
        metavar="NAME_OR_PATH",
        help="spaCy pipeline; without it it_core_news_sm when installed, else the bundled one.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        envvar="CLAIMCHECK_WORKERS",
        min=1,
        metavar="N",
        help="Processes that read articles; without it as many as the work is worth.",
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", envvar="CLAIMCHECK_LANG", help="Language of the report; the locale decides without it."),
]
Source = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Source of a single article.")]
SourceOrOnly = Annotated[
    str | None,
    typer.Option(
        "--source", metavar="NAME", help="Source of a single article; of several, only findings that it takes part in."
    ),
]
OnlySource = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Only findings that this source takes part in.")
]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Day of publication of a single article, YYYY-MM-DD.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit with 1 on conflicts, or on any difference.")
]
OnlyOption = Annotated[Only | None, typer.Option("--only", help="Only findings that relate like this.")]
Top = Annotated[int | None, typer.Option("--top", min=1, metavar="N", help="Only the N most important findings.")]
MinScore = Annotated[
    list[str] | None,
    typer.Option(
        "--min-score",
        metavar="[NAME=]X",
        help="Only pairs that are this sure to be one fact, 0 to 1; with a kind or a relation, only of those.",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Only what is not in an earlier result: JSON or SARIF."),
]
Suppress = Annotated[
    Path | None,
    typer.Option("--suppress", metavar="FILE", help="Leave out the findings set aside, with reasons, in a TOML file."),
]
Pager = Annotated[bool, typer.Option("--pager/--no-pager", help="Page a report longer than the terminal.")]
RulesFormatOption = Annotated[RulesFormat, typer.Option("--format", "-f", help="How to write the rules.")]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        envvar="CLAIMCHECK_CONFIG",
        metavar="FILE",
        help="Settings; without it claimcheck.toml or pyproject.toml here or above.",
    ),
]
SchemaFormatOption = Annotated[SchemaFormat, typer.Option("--format", "-f", help="The schema is always JSON.")]
Corpus = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        envvar="CLAIMCHECK_CORPUS",
        metavar="FILE",
        help="The stored corpus; without it a file in the user's data folder.",
    ),
]
InfoFormatOption = Annotated[InfoFormat, typer.Option("--format", "-f", help="How to write it.")]
ExportFormatOption = Annotated[ExportFormat, typer.Option("--format", "-f", help="How to write it.")]
WhatOption = Annotated[What, typer.Option("--what", help="Claims, or pairs of claims on the same fact.")]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="Only claims of this kind.")]
FromSource = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only articles of this source.")]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Only what this person or body says.")]
Entity = Annotated[str | None, typer.Option("--entity", metavar="NAME", help="Only sentences that name this.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on this day or before.")]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most N claims.")]
Semantic = Annotated[bool, typer.Option("--semantic", help="By meaning, not by words (extra `semantic`).")]
Add = Annotated[bool, typer.Option("--add", help="Store the articles in the corpus afterwards.")]
Name = Annotated[str, typer.Argument(metavar="ID", help="The id of a stored article.")]
Names = Annotated[list[str], typer.Argument(metavar="ID", help="The ids of stored articles.")]
QueryText = Annotated[
    str,
    typer.Argument(
        metavar="QUERY", help='Words that must all occur; "a phrase"; a beginning: incend*. With --semantic anything.'
    ),
]
Feeds = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="As for extract, and .warc or .warc.gz: the pages of a web archive."),
]
