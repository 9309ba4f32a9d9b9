"""`claimcheck extract`: the claims of each article."""

from pathlib import Path

from claimcheck.cli import options
from claimcheck.cli.options import Format
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.steps import find_claims, finish, load_articles
from claimcheck.model import Pair, Reading


def command(
    paths: options.Paths,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    pipeline: options.PipelineOption = None,
    workers: options.Workers = None,
    lang: options.LangOption = None,
    source: options.Source = None,
    published: options.Published = None,
    quiet: options.Quiet = False,
) -> None:
    """Find the claims of each article.

    \b
    claimcheck extract article.txt
    claimcheck extract articles/ -f csv -o claims.csv
    curl -s https://example.org/a.txt | claimcheck extract - --source Example

    Next: claimcheck compare FOLDER compares the claims of several articles.
    """
    result = load_articles(paths, source, published)
    readings, label = find_claims(result.articles, pipeline, workers, quiet)
    write(render(readings, label, format, lang, output), output)
    finish(result.problems)


def render(
    readings: tuple[Reading, ...], label: str, chosen: Format, lang: options.Lang | None, output: Path | None
) -> str:
    """The claims as a report, a JSON document, JSON lines or CSV."""
    if chosen is Format.text:
        from claimcheck.report.terminal import extract_report

        width, colour = screen(output)
        spoken = language(lang)
        return extract_report(readings, spoken.value, _findings(readings, spoken), width=width, colour=colour)
    from claimcheck.report import json, rows

    if chosen is Format.json:
        return json.dump(json.extract_document(readings, label, _findings(readings, lang or options.Lang.it)))
    return rows.claim_lines(readings) if chosen is Format.jsonl else rows.claim_table(readings)


def _findings(readings: tuple[Reading, ...], lang: options.Lang) -> list[Pair]:
    from claimcheck.consistency import findings

    return [pair for reading in readings for pair in findings(reading, lang.value)]
