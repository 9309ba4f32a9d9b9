"""Article → Doc → Claims, one at a time or over a pool of workers with the same result."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.errors import PipelineError
from claimcheck.kinds.component import PUBLISHED, claims, register
from claimcheck.model import Article, Reading
from claimcheck.pipeline.linking import link
from claimcheck.pipeline.loading import load_base

COMPONENTS = ("claimcheck_figures", "claimcheck_quotes", "claimcheck_attributions")
CHUNK = 5_000  # characters parsed at once: memory stays flat however long the article, and small batches are faster
UNBROKEN = 500  # characters without a space parsed at once
BATCH = 24  # chunks in one batch of the network: 16 are slower, 32 no faster and cost 90 MB more
SHARE = 8  # articles given to a worker at once: fewer make small batches, more leave workers idle at the end
AHEAD = 4  # shares that wait for each worker: enough to keep it busy, few enough for any amount of input
WORTH = 400_000  # characters that keep one process busy several times as long as starting others takes
MOST = 8  # processes used unless more are asked for: beyond that they wait for the one that takes the claims


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline: `label` names it in every document, `read` finds the claims of articles."""

    name: str | None
    label: str
    nlp: Language = field(repr=False, compare=False)
    components: tuple[Callable[[Doc], Doc], ...] = field(default=(), repr=False, compare=False)

    def read(self, articles: Iterable[Article], workers: int | None = 1) -> Iterator[Reading]:
        """The claims of each article, in the order given; the number of workers never changes a byte.

        `workers` is the number of processes, None for as many as the machine and the amount of text are worth. The
        articles are taken as they are needed, a few ahead. Raises PipelineError when a worker dies.
        """
        given = iter(articles)
        if workers is None:
            workers, given = worth(given)
        yield from _in_workers(self.name, given, workers) if workers > 1 else self._all(given)

    def extract(self, article: Article) -> Reading:
        """The claims of one article, in order of appearance."""
        (reading,) = self._all([article])
        return reading

    def _all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        register()
        for article, doc in self._parsed(articles):
            doc._.set(PUBLISHED, article.published)
            for component in self.components:
                doc = component(doc)
            yield Reading(article, link(article, claims(doc)))

    def _parsed(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
        """The articles parsed, their chunks batched across articles: what else is in a batch never changes a tag."""
        begun: deque[tuple[Article, int]] = deque()

        def pieces() -> Iterator[str]:
            for article in articles:
                own = list(chunks(article.text)) or [""]
                begun.append((article, len(own)))
                yield from own

        docs = self.nlp.pipe(pieces(), batch_size=BATCH)
        for doc in docs:
            article, number = begun.popleft()
            yield article, self._joined(article.text, [doc, *islice(docs, number - 1)])

    def _joined(self, text: str, docs: list[Doc]) -> Doc:
        joined = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
        if joined is None or joined.text != text:
            raise PipelineError(f"pipeline {self.label!r} changes the text it reads, so offsets would lie; use another")
        return joined


def chunks(text: str) -> Iterator[str]:
    """The text in pieces of at most CHUNK characters, cut after a paragraph, else after a sentence, else at a space.

    A run without any space is cut every UNBROKEN characters: spaCy's tokenizer is quadratic in its length.
    """
    start = 0
    while len(text) - start > CHUNK:
        end = start + _cut(text[start : start + CHUNK])
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _cut(window: str) -> int:
    for mark in ("\n", ". ", " "):
        place = window.rfind(mark, CHUNK // 2)
        if place >= 0:
            return place + len(mark)
    return UNBROKEN


def load(name_or_path: str | None = None) -> Pipeline:
    """Load a pipeline by name or path; without one, the installed it_core_news_sm or else the bundled one.

    Raises PipelineError with the cure when it cannot be loaded.
    """
    nlp, label = load_base(name_or_path)
    components = tuple(nlp.create_pipe(name) for name in COMPONENTS)
    return Pipeline(name_or_path, label, nlp, components)


def worth(articles: Iterator[Article]) -> tuple[int, Iterator[Article]]:
    """How many workers the articles are worth, and the articles: one for little text, else one a core, at most MOST."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    held: list[Article] = []
    size = 0
    while cores > 1 and size < WORTH:
        article = next(articles, None)
        if article is None:
            return 1, iter(held)
        held.append(article)
        size += len(article.text)
    return min(cores, MOST), chain(held, articles)


def _in_workers(name: str | None, articles: Iterator[Article], workers: int) -> Iterator[Reading]:
    shares = iter(lambda: list(islice(articles, SHARE)), [])
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    waiting: deque[Future[list[Reading]]] = deque()
    try:
        for share in shares:
            waiting.append(pool.submit(_extract_in_worker, name, share))
            if len(waiting) > AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise PipelineError(
            "a worker process died, most likely for want of memory: use fewer `--workers`; "
            "in a script of your own, call claimcheck under `if __name__ == '__main__':`"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _extract_in_worker(name: str | None, articles: list[Article]) -> list[Reading]:
    return list(load(name).read(articles))
