"""Claims of articles and a corpus of them as library calls; the command line makes the same steps one by one."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from claimcheck.checking import renew, store
from claimcheck.corpus import Corpus
from claimcheck.model import Article, Change, Head, Reading


def extract(
    articles: Iterable[Article], *, pipeline: str | None = None, workers: int | None = 1
) -> tuple[Reading, ...]:
    """The claims of each article, in the order given.

    `pipeline` names a spaCy pipeline or a folder (None: it_core_news_sm when installed, else the bundled one);
    `workers` is the number of processes (None: what the machine and the amount of text are worth; a script that uses
    more than one needs `if __name__ == "__main__":`). Raises PipelineError when the pipeline cannot be loaded.
    """
    from claimcheck.pipeline import load

    return tuple(load(pipeline).read(articles, workers))


def add(
    articles: Iterable[Article], corpus: Corpus, *, pipeline: str | None = None, workers: int | None = 1
) -> Iterator[tuple[Head, Change]]:
    """Put articles into the corpus; for one whose text and day of publication are stored already nothing is done.

    Takes the articles as they are needed and yields the head of each once it is stored; what has been given stays
    stored whatever happens later. Raises DuplicateIdError when the corpus has an article of the same id from another
    source, CorpusError when it cannot be written, PipelineError when the pipeline cannot be loaded; `workers` as in
    `extract`.
    """
    deque(renew(corpus), maxlen=0)
    given = iter(articles)
    for first in given:
        head = _known(first, corpus)
        if head is None:
            break
        yield head, "unchanged"
    else:
        return
    from claimcheck.pipeline import load

    reader = load(pipeline)
    unchanged: deque[Head] = deque()
    for reading in reader.read(chain([first], _changed(given, corpus, unchanged)), workers):
        change = store(corpus, reading, reader.label)
        yield corpus.head(reading.article.id), change
        while unchanged:
            yield unchanged.popleft(), "unchanged"
    for head in unchanged:
        yield head, "unchanged"


def _changed(articles: Iterator[Article], corpus: Corpus, unchanged: deque[Head]) -> Iterator[Article]:
    """The articles that have to be read; the heads of the others go to `unchanged`."""
    for article in articles:
        head = _known(article, corpus)
        if head is None:
            yield article
        else:
            unchanged.append(head)


def _known(article: Article, corpus: Corpus) -> Head | None:
    """The head of an article that is stored as it is, with title and address brought up to date, else None."""
    if corpus.change(article) != "unchanged":
        return None
    corpus.rename(article)
    return corpus.head(article.id)
