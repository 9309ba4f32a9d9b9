"""What `search` does: look up by words or by meaning, write what was found."""

from collections.abc import Sequence
from pathlib import Path

from claimcheck.cli.options import Format, Lang
from claimcheck.cli.output import language, screen, write
from claimcheck.cli.progress import embedded
from claimcheck.corpus import Corpus, Query
from claimcheck.model import Hit
from claimcheck.report import archive
from claimcheck.report.json import dump, dump_line


def find(corpus: Corpus, query: Query, most: int, semantic: bool, quiet: bool) -> list[Hit]:
    """The claims found, at most `most`; by meaning after the vectors that are missing are made."""
    if not semantic:
        return corpus.search(query, most)
    embedded(corpus, quiet)
    return corpus.alike(query, most)


def show(query: str, hits: Sequence[Hit], chosen: Format, output: Path | None, lang: Lang | None) -> None:
    """Write the claims found as a report, a JSON document, JSON lines or CSV."""
    if chosen is Format.text:
        from claimcheck.report.terminal import hit_report

        width, colour = screen(output)
        write(hit_report(hits, language(lang).value, width=width, colour=colour), output)
    elif chosen is Format.json:
        write(dump(archive.search_document(query, hits)), output)
    elif chosen is Format.jsonl:
        write("".join(dump_line(archive.hit_shape(hit)) for hit in hits), output)
    else:
        write(archive.hit_table(hits), output)
