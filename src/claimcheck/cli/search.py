"""`claimcheck search`: claims of the corpus by their words, or by meaning."""

from datetime import date
from typing import TYPE_CHECKING, cast

from claimcheck.cli import options
from claimcheck.cli.options import Format
from claimcheck.cli.steps import corpus_path

if TYPE_CHECKING:
    from claimcheck.model import ClaimKind


def command(
    query: options.QueryText,
    corpus: options.Corpus = None,
    semantic: options.Semantic = False,
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
    quiet: options.Quiet = False,
) -> None:
    """Find stored claims by their words, or by meaning.

    \b
    claimcheck search 'fabbrica chius*' --speaker Rossi
    claimcheck search '"pace giusta"' --kind quote --since 2024-01-01

    Words in the claim come first, then words around it, newest first; case and accents do not matter. With --semantic
    the nearest in meaning come first; the vectors of stored sentences are made at the first such search.
    """
    from claimcheck.cli.searching import find, show
    from claimcheck.corpus import Corpus, Query

    days = _day(since, "--since"), _day(until, "--until")
    asked = Query(query, cast("ClaimKind | None", kind), source, speaker, entity, *days)
    with Corpus(corpus_path(corpus)) as store:
        hits = find(store, asked, limit, semantic, quiet)
    show(query, hits, format, output, lang)


def _day(given: str | None, option: str) -> date | None:
    from claimcheck.reading.records import iso_date

    return date.fromisoformat(iso_date(given, option)[:10]) if given else None
