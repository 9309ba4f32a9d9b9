"""Time per article, and how many times slower than the bare spaCy pipeline: `python benchmarks/speed.py`."""

import time
from collections.abc import Callable

import claimcheck
from claimcheck.pipeline import load
from claimcheck.reading.samples import samples

ROUNDS = 5


def best(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds: the least disturbed one."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the times."""
    articles = samples().articles
    start = time.perf_counter()
    pipeline = load(None)
    loading = time.perf_counter() - start
    readings = tuple(pipeline.read(articles))
    bare = best(lambda: [pipeline.nlp(a.text) for a in articles])
    full = best(lambda: tuple(pipeline.read(articles)))
    compared = best(lambda: claimcheck.compare(readings))
    print(f"pipeline     {pipeline.label}, loaded in {loading:.2f} s")
    print(f"bare spaCy   {1000 * bare / len(articles):7.1f} ms an article")
    print(f"with claims  {1000 * full / len(articles):7.1f} ms an article, {full / bare:.2f} times the bare pipeline")
    print(f"comparison   {1000 * compared:7.1f} ms for {len(articles)} articles")


if __name__ == "__main__":
    main()
