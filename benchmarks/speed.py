"""Extraction against the bare spaCy pipeline: `python benchmarks/speed.py [ARTICLES.jsonl [NUMBER]]`.

Without a file the sample articles, several times over. Prints times and ratios: one process against the same pipeline
without our components, on the same text in the same run; two processes against one; long articles.
"""

import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice

import spacy

import claimcheck
from claimcheck.model import Article
from claimcheck.pipeline import Pipeline, load
from claimcheck.pipeline.loading import UNUSED, bundled_path
from claimcheck.reading.read import scan
from claimcheck.reading.samples import samples

ROUNDS = 3
MANY = 200
BATCHES = (16, 24, 32, 64)
WORDS = (12_500, 25_000, 50_000, 100_000)


def best(work: Callable[[], object], rounds: int = ROUNDS, clock: Callable[[], float] = time.process_time) -> float:
    """The shortest of a few runs, in seconds of processor time: other work on the machine hardly counts."""
    times = []
    for _ in range(rounds):
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def given() -> list[Article]:
    """The articles named on the command line, else samples."""
    if len(sys.argv) < 2:
        return [*samples().articles] * 8
    number = int(sys.argv[2]) if len(sys.argv) > 2 else MANY
    return list(islice((found for found in scan([sys.argv[1]]) if isinstance(found, Article)), number))


def one_process(pipeline: Pipeline, articles: Sequence[Article]) -> None:
    """Print the time with our components beside that of the bare pipeline in its best batches."""
    texts = [article.text for article in articles]
    bare = spacy.load(bundled_path(), exclude=list(UNUSED))
    bare.max_length = pipeline.nlp.max_length
    alone = min(best(lambda n=size: list(bare.pipe(texts, batch_size=n))) for size in BATCHES)  # type: ignore[misc]
    full = best(lambda: list(pipeline.read(articles)))
    size = sum(map(len, texts))
    print(f"articles     {len(articles)}, {size} characters")
    print(f"bare spaCy   {1000 * alone / len(articles):7.1f} ms an article, {size / alone / 1000:.0f} characters a ms")
    print(f"with claims  {1000 * full / len(articles):7.1f} ms an article: {alone / full:.2f} of the bare throughput")


def main() -> None:
    """Print the times."""
    start = time.perf_counter()
    pipeline = load(str(bundled_path()))
    print(f"pipeline     {pipeline.label}, loaded in {time.perf_counter() - start:.2f} s")
    articles = given()
    one_process(pipeline, articles)
    one, two = (best(lambda n=n: list(pipeline.read(articles, n)), 1, time.perf_counter) for n in (1, 2))  # type: ignore[misc]
    print(f"two workers  {1000 * two / len(articles):7.1f} ms an article by the clock, their start included,")
    print(f"             {1000 * one / len(articles):7.1f} ms with one: {one / two:.2f} times as fast")
    readings = claimcheck.extract(samples().articles)
    compared = best(lambda: claimcheck.compare(readings))
    print(f"comparison   {1000 * compared:7.1f} ms for the {len(readings)} samples")
    words = " ".join(article.text for article in articles).split(" ")
    for length in (length for length in WORDS if length <= len(words)):
        long = Article("long", " ".join(words[:length]))
        seconds = best(lambda a=long: pipeline.extract(a), 1)  # type: ignore[misc]
        print(f"one article  of {length:6} words: {seconds:6.1f} s, {1e6 * seconds / length:.0f} µs a word")


if __name__ == "__main__":
    main()
