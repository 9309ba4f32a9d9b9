"""What `export` does: stored articles stream through, so that a corpus of any size can be written out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimcheck.checking import pairs
from claimcheck.cli.options import ExportFormat, Lang, What
from claimcheck.cli.output import writing
from claimcheck.cli.progress import progress, renewed
from claimcheck.cli.steps import corpus_path
from claimcheck.corpus import Corpus
from claimcheck.errors import OutputError
from claimcheck.model import Reading
from claimcheck.report import exports
from claimcheck.report.rows import CLAIM_COLUMNS

CLAIMS: Mapping[ExportFormat, Callable[[Iterable[Reading]], Iterator[str]]] = {
    ExportFormat.json: exports.claims_json,
    ExportFormat.jsonl: exports.claims_jsonl,
    ExportFormat.csv: exports.claims_csv,
}
PAIRS: Mapping[ExportFormat, Callable[[Iterable[exports.StoredPair]], Iterator[str]]] = {
    ExportFormat.json: exports.pairs_json,
    ExportFormat.jsonl: exports.pairs_jsonl,
    ExportFormat.csv: exports.pairs_csv,
}


@dataclass(frozen=True, slots=True)
class Export:
    """What is asked for."""

    corpus: Path | None
    what: What
    format: ExportFormat
    output: Path | None
    lang: Lang
    quiet: bool


def run(job: Export) -> None:
    """Write the corpus out; CorpusError, OutputError."""
    with Corpus(corpus_path(job.corpus)) as store:
        if job.what is What.pairs:
            renewed(store, job.quiet)
        total = store.stats().articles
        with progress("export", total, job.quiet) as step:
            if job.format is ExportFormat.parquet:
                _parquet(job, store, step)
                return
            parts = (
                CLAIMS[job.format](_stepped(store.readings(), step))
                if job.what is What.claims
                else PAIRS[job.format](_stored(store, job.lang, step))
            )
            with writing(job.output) as put:
                for part in parts:
                    put(part)


def _parquet(job: Export, store: Corpus, step: Callable[[int], None]) -> None:
    from claimcheck.report.parquet import write_parquet

    if job.output is None:
        raise OutputError("standard output: Parquet is not text; name a file with --output")
    if job.what is What.claims:
        write_parquet(job.output, CLAIM_COLUMNS, exports.claim_rows(_stepped(store.readings(), step)))
    else:
        rows = exports.pair_rows(_stored(store, job.lang, step))
        write_parquet(job.output, exports.STORED_PAIR_COLUMNS, rows)


def _stepped(readings: Iterable[Reading], step: Callable[[int], None]) -> Iterator[Reading]:
    for reading in readings:
        yield reading
        step(1)


def _stored(store: Corpus, lang: Lang, step: Callable[[int], None]) -> Iterator[exports.StoredPair]:
    """All pairs of the corpus, the articles in order of id."""
    for one, found in pairs(store, lang.value):
        for aligned, other in found:
            sides = {r.reading.article.id: r for r in (one, other)}
            a, b = (
                (sides[ref.article].reading, sides[ref.article].claims[ref]) for ref in (aligned.pair.a, aligned.pair.b)
            )
            yield exports.StoredPair(aligned.kind, aligned.pair, a, b)
        step(1)
