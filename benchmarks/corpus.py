"""The corpus at scale: `python benchmarks/corpus.py STEP FILE [NUMBER]`. Each step prints what it measures.

build FILE ARTICLES [BULK]  a corpus of synthetic articles (33 claims each): rate, size
check FILE [NUMBER]    new articles of about 500 words against it, extraction included: times, peak memory
search FILE [NUMBER]   words, phrases and filters: times
brute FILE [NUMBER]    claims against all stored claims by string similarity (rapidfuzz), for comparison: times
recall FILE            each stored article against the rest, by blocks and by brute force: pairs found
archive FILE [NUMBER]  each stored article against the rest: times, verdicts, strongest conflicts; for real articles
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

import synthetic
from rapidfuzz import fuzz, process

from claimcheck.alignment.events import same_event
from claimcheck.checking import check, pairs, store
from claimcheck.comparison import prepare, relate
from claimcheck.corpus import Corpus, Query
from claimcheck.model import Article, Check, ClaimRef, Pair, Reading
from claimcheck.pipeline import load

SEED = 0
MEGABYTE = 1_000_000
LEAST_ALIKE = 80
BULK = 500
QUERIES = ("common word", "two words", "phrase", "prefix", "kind", "source", "since", "particles")


class Took(NamedTuple):
    """Seconds that work takes: by the clock, and of the processor, which other work on the machine does not change."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    """What the work takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - clock, time.process_time() - processor)


def percentile(times: Sequence[float], share: float) -> float:
    """The time below which this share of the times lies."""
    return sorted(times)[min(int(share * len(times)), len(times) - 1)]


def tell(what: str, took: Sequence[Took]) -> None:
    """Median, 95th percentile and worst in milliseconds of processor time, and the percentile by the clock."""
    times = [one.processor for one in took]
    p50, p95 = (1000 * percentile(times, share) for share in (0.5, 0.95))
    clock = 1000 * percentile([one.clock for one in took], 0.95)
    worst = 1000 * max(times)
    print(
        f"{what:24} p50 {p50:6.1f} p95 {p95:6.1f} max {worst:7.1f} ms, by the clock p95 {clock:7.1f} ({len(took)} runs)"
    )


def memory() -> float:
    """The peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def build(path: Path, articles: int, bulk: int = BULK) -> None:
    """Store synthetic articles, `bulk` in a transaction: 1 is what `corpus add` does after the pipeline."""
    claims, start, work = 0, time.perf_counter(), time.process_time()
    given = synthetic.articles(articles, SEED)
    with Corpus(path, create=True) as corpus:
        while share := list(islice(given, bulk)):
            with corpus.transaction():
                for reading in share:
                    store(corpus, reading, "synthetic")
            claims += sum(len(reading.claims) for reading in share)
            if bulk > 1:
                print(f"{claims} claims, {time.perf_counter() - start:.0f} s", file=sys.stderr)
    seconds, work = time.perf_counter() - start, time.process_time() - work
    size = path.stat().st_size / MEGABYTE
    print(
        f"build  {articles} articles, {claims} claims: {seconds:.0f} s, {claims / seconds:.0f} claims/s, {size:.0f} MB"
    )
    print(f"       {bulk} articles in a transaction, {claims / work:.0f} claims a second of processor time")
    print(f"       {1e6 * size / claims:.0f} bytes a claim, peak memory {memory():.0f} MB")


def fresh(corpus: Corpus, number: int) -> Iterator[Article]:
    """New articles on stored stories, spread over the whole corpus, each of about 500 words."""
    stored = [head.id for head in corpus.heads()]
    for n in range(number):
        name = stored[n * len(stored) // number].split("-")[0]
        made = synthetic.article(synthetic.story(int(name[1:]), SEED), 1000 + n, SEED).article
        yield Article(made.id, made.text[: made.text.rfind(".", 0, 3400) + 1], "Nuova", published=made.published)


def check_articles(path: Path, number: int = 100) -> None:
    """The whole of `check` after the pipeline is loaded."""
    reader = load(None)
    reader.extract(Article("warm", "Il ministro ha detto: «Sono 300 posti»."))
    extracting, checking, verdicts, words, evidence = [], [], Counter[str](), [], []
    with Corpus(path) as corpus:
        claims = sum(corpus.stats().claims.values())
        for article in fresh(corpus, number):
            readings: list[Reading] = []
            extracting.append(timed(lambda a=article, r=readings: r.append(reader.extract(a))))  # type: ignore[misc]
            results: list[Check] = []
            checking.append(timed(lambda r=readings, f=results: f.append(check(r, corpus))))  # type: ignore[misc]
            (found,) = results
            verdicts.update(result.verdict for result in found.results)
            words.append(len(article.text.split()))
            evidence.append(len(found.evidence))
    print(f"check  against {claims} claims, articles of {sum(words) / number:.0f} words, {dict(verdicts)}")
    print(f"       {sum(evidence) / number:.1f} articles of evidence each")
    tell("  extraction", extracting)
    tell("  blocks and comparison", checking)
    tell(
        "  together",
        [Took(a.clock + b.clock, a.processor + b.processor) for a, b in zip(extracting, checking, strict=True)],
    )
    print(f"  peak memory {memory():.0f} MB")


def queries(number: int) -> Iterator[Query]:
    """Words as they stand in articles: common and seldom ones, phrases, prefixes, filters."""
    for n, reading in zip(range(number), synthetic.articles(number, SEED), strict=False):
        claim = reading.claims[n % len(reading.claims)]
        words = reading.article.text[slice(*claim.sentence)].split()
        common, seldom = synthetic.coin(n % 50), words[-1].strip(".»")
        yield (
            Query(common),
            Query(f"{words[0]} {words[1]}"),
            Query(f'"{words[0]} {words[1]} {words[2]}"'),
            Query(f"{seldom[:6]}*"),
            Query(common, kind="figure"),
            Query(common, source=reading.article.source),
            Query(words[1], since=synthetic.FIRST_DAY),
            Query("il la di", kind="quote"),
        )[n % len(QUERIES)]


def search(path: Path, number: int = 400) -> None:
    """Full-text search."""
    with Corpus(path) as corpus:
        claims = sum(corpus.stats().claims.values())
        times = [timed(lambda q=query: corpus.search(q, 20)) for query in queries(number)]  # type: ignore[misc]
    print(f"search {claims} claims")
    tell("  all queries", times)
    for kind, name in enumerate(
        ("common word", "two words", "phrase", "prefix", "kind", "source", "since", "particles")
    ):
        tell(f"  {name}", times[kind::8])


def brute(path: Path, number: int = 3) -> None:
    """Each claim of a new article against every stored claim, as a program without blocks would do it."""
    with Corpus(path) as corpus:
        stored = [claim.text for reading in corpus.readings() for claim in reading.claims]
        made = [synthetic.article(synthetic.story(n, SEED), 1000, SEED) for n in range(number)]
        checking = [timed(lambda r=reading: check([r], corpus)) for reading in made]  # type: ignore[misc]

    def compare(reading: Reading) -> None:
        for claim in reading.claims:
            process.extract(claim.text, stored, scorer=fuzz.token_set_ratio, score_cutoff=LEAST_ALIKE, limit=20)

    times = [timed(lambda r=reading: compare(r)) for reading in made]  # type: ignore[misc]
    slow, fast = (sum(one.processor for one in took) / number for took in (times, checking))
    print(f"brute  {len(stored)} claims in memory: {slow:.1f} s of processor time an article by rapidfuzz,")
    print(f"       {fast:.3f} s by blocks and comparison: {slow / fast:.0f} times as fast")


def recall(path: Path) -> None:
    """Pairs that the blocks find, of those that comparing every two articles of one event finds."""
    with Corpus(path) as corpus:
        known = [prepare(reading) for reading in corpus.readings()]
        found = {(p.pair.a, p.pair.b) for _, related in pairs(corpus) for p, _ in related}
    near = [(one, other) for one, other in combinations(known, 2) if same_event(one.topic, other.topic)]
    wanted = {(p.pair.a, p.pair.b) for one, other in near for p in relate(one, other)}
    claims = sum(len(one.claims) for one in known)
    print(f"recall {len(known)} articles, {claims} claims: {len(near)} pairs of articles of one event")
    print(
        f"       {len(wanted & found)} of {len(wanted)} pairs of claims found: {len(wanted & found) / len(wanted):.4f}"
    )
    print(f"       {len(found - wanted)} found that brute force does not have")


def archive(path: Path, strongest: int = 50) -> None:
    """Each article of a corpus against the others, and the conflicts of the highest scores, for reading by eye."""
    verdicts, times, with_evidence = Counter[str](), [], 0
    conflicts: dict[tuple[ClaimRef, ClaimRef], Pair] = {}
    with Corpus(path) as corpus:
        stats = corpus.stats()
        for reading in corpus.readings():
            results: list[Check] = []
            times.append(timed(lambda r=reading, f=results: f.append(check([r], corpus))))  # type: ignore[misc]
            (found,) = results
            verdicts.update(result.verdict for result in found.results)
            with_evidence += bool(found.evidence)
            every = (pair for result in found.results for pair in result.pairs)
            conflicts.update(((p.a, p.b), p) for p in every if p.relation == "conflict")
        size = path.stat().st_size / MEGABYTE
        print(f"archive {stats.articles} articles, {sum(stats.claims.values())} claims, {size:.1f} MB")
        print(f"        {with_evidence} articles with evidence, verdicts {dict(verdicts)}")
        print(f"        {sum(one.processor for one in times):.0f} s of processor time in all")
        print(f"        {len(conflicts)} pairs in conflict")
        tell("  check without extraction", times)
        print(f"  peak memory {memory():.0f} MB")
        ranked = sorted(conflicts.values(), key=lambda pair: (-pair.score, pair.a, pair.b))
        for number, pair in enumerate(ranked[:strongest], 1):
            print(f"\n{number}. {pair.score:.2f} {pair.type} {pair.explanation}")
            for ref in (pair.a, pair.b):
                print(f"   {told(corpus.reading(ref.article), ref.claim)}")


def told(reading: Reading, claim: str) -> str:
    """A claim in its sentence, with article and day."""
    text = reading.article.text
    found = next(c for c in reading.claims if c.id == claim)
    start, end = found.sentence
    said = f"{text[start : found.start]}[[{found.text}]]{text[found.end : end]}"
    return f"{reading.article.id} {reading.article.published}: {' '.join(said.split())}"


STEPS = {
    "build": build, "check": check_articles, "search": search, "brute": brute, "recall": recall, "archive": archive,
}  # fmt: skip


def main() -> None:
    """Run one step."""
    if len(sys.argv) < 3 or sys.argv[1] not in STEPS:
        sys.exit(__doc__)
    STEPS[sys.argv[1]](Path(sys.argv[2]), *map(int, sys.argv[3:]))  # type: ignore[operator]


if __name__ == "__main__":
    main()
