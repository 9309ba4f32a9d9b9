"""`claimcheck search`: claims of the corpus by their words."""

from datetime import date
from typing import TYPE_CHECKING, cast

from claimcheck.cli import options
from claimcheck.cli.options import Format
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.steps import corpus_path

if TYPE_CHECKING:
    from claimcheck.model import ClaimKind


def command(
    query: options.QueryText,
    corpus: options.Corpus = None,
    kind: options.KindOption = None,
    source: options.FromSource = None,
    speaker: options.Speaker = None,
    entity: options.Entity = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: options.Limit = 20,
    format: options.FormatOption = Format.text,  # noqa: A002 (the name of the option)
    output: options.Output = None,
    lang: options.LangOption = None,
) -> None:
    """Find stored claims by their words.

    Words in the claim come first, then words around it, newest first; case and accents do not matter.
    """
    from claimcheck.corpus import Corpus, Query
    from claimcheck.report import archive
    from claimcheck.report.json import dump, dump_line

    days = _day(since, "--since"), _day(until, "--until")
    asked = Query(query, cast("ClaimKind | None", kind), source, speaker, entity, *days)
    with Corpus(corpus_path(corpus)) as store:
        hits = store.search(asked, limit)
    if format is Format.text:
        from claimcheck.report.terminal import hit_report

        width, colour = screen(output)
        write(hit_report(hits, language(lang).value, width=width, colour=colour), output)
    elif format is Format.json:
        write(dump(archive.search_document(query, hits)), output)
    elif format is Format.jsonl:
        write("".join(dump_line(archive.hit_shape(hit)) for hit in hits), output)
    else:
        write(archive.hit_table(hits), output)


def _day(given: str | None, option: str) -> date | None:
    from claimcheck.reading.records import iso_date

    return date.fromisoformat(iso_date(given, option)[:10]) if given else None
