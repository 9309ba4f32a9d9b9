"""Time of the figure reader beside the spaCy pipeline's own, same sentences: `python benchmarks/figures.py [PATH]`.

PATH holds one sentence a line, or articles in JSON lines (`text`); by default the sample articles, repeated. Both are
timed in one run on one core, in turns, and the reader works on the Docs the pipeline made, as it does in `extract`.
The program fails when the reader takes a tenth of the pipeline's time or more.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise, repeat
from pathlib import Path

from spacy.tokens import Doc

from claimcheck.italian.sentences import sentence_starts
from claimcheck.kinds.figures.rules import match
from claimcheck.pipeline import load
from claimcheck.reading.samples import samples

SENTENCES = 10_000
ROUND = 500  # sentences timed at a time, first by the one, then by the other: a busy machine disturbs both alike
ALLOWED = 0.1


def sentences(text: str) -> list[str]:
    """The sentences of a text, trimmed, empty ones left out."""
    starts = sorted({0, *sentence_starts(text), len(text)})
    pieces = (text[start:end].strip() for start, end in pairwise(starts))
    return [piece for piece in pieces if piece]


def texts(path: Path | None) -> Iterable[str]:
    """What the sentences are taken from: the lines of a file, or the sample articles."""
    if path is None:
        return (article.text for article in samples().articles)
    lines = path.read_text(encoding="utf-8").splitlines()
    return (json.loads(line)["text"] if line.startswith("{") else line for line in lines)


def gather(path: Path | None, count: int) -> list[str]:
    """The first `count` sentences, the texts read again from the start when they hold fewer."""
    found = list(islice(chain.from_iterable(map(sentences, texts(path))), count))
    if not found:
        sys.exit(f"{path}: no sentences; give a file with one sentence a line or articles in JSON lines")
    return list(islice(chain.from_iterable(repeat(found)), count))


def timed(given: Sequence[str], pipeline: str | None) -> tuple[float, float, int, str]:
    """Seconds of the pipeline, seconds of the reader, how many figures it found, and which pipeline it was."""
    loaded = load(pipeline)
    bare = reading = 0.0
    found = 0
    for start in range(0, len(given), ROUND):
        begun = time.process_time()
        docs: list[Doc] = list(loaded.nlp.pipe(given[start : start + ROUND]))
        parsed = time.process_time()
        found += sum(len(match(doc)) for doc in docs)
        bare, reading = bare + parsed - begun, reading + time.process_time() - parsed
    return bare, reading, found, loaded.label


def main() -> int:
    """Print both times and their ratio; 0 when the ratio is allowed, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="sentences, one a line, or articles in JSON lines")
    parser.add_argument("--count", type=int, default=SENTENCES, help=f"how many sentences (default {SENTENCES})")
    parser.add_argument("--pipeline", help="a spaCy pipeline by name or path (default: the one claimcheck uses)")
    given = parser.parse_args()
    bare, reading, found, label = timed(gather(given.path, given.count), given.pipeline)
    print(f"sentences  {given.count}, {found} figures")
    print(f"pipeline   {bare:7.2f} s  {label}")
    print(f"figures    {reading:7.2f} s  {1000 * reading / given.count:.3f} ms a sentence")
    print(f"ratio      {reading / bare:7.4f}  (allowed: less than {ALLOWED})")
    return int(reading / bare >= ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
