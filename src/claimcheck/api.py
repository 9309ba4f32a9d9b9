"""Claims of articles and a corpus of them as library calls; the command line makes the same steps one by one."""

from collections.abc import Iterable, Iterator

from claimcheck.checking import store
from claimcheck.corpus import Corpus
from claimcheck.model import Article, Change, Head, Reading


def extract(articles: Iterable[Article], *, pipeline: str | None = None, workers: int = 1) -> tuple[Reading, ...]:
    """The claims of each article, in the order given.

    `pipeline` names a spaCy pipeline or a folder (None: it_core_news_sm when installed, else the bundled one);
    `workers` is the number of processes. Raises PipelineError when the pipeline cannot be loaded.
    """
    from claimcheck.pipeline import load

    return tuple(load(pipeline).read(articles, workers))


def add(
    articles: Iterable[Article], corpus: Corpus, *, pipeline: str | None = None, workers: int = 1
) -> Iterator[tuple[Head, Change]]:
    """Put articles into the corpus; for one whose text and day of publication are stored already nothing is done.

    Yields the head of each article once it is stored, unchanged ones first; what has been given stays stored whatever
    happens later. Raises DuplicateIdError, before anything is stored, when the corpus has an article of one of the ids
    from another source, CorpusError when it cannot be written, PipelineError when the pipeline cannot be loaded.
    """
    given = [(article, corpus.change(article)) for article in articles]
    for article, change in given:
        if change == "unchanged":
            corpus.rename(article)
            yield corpus.head(article.id), change
    unread = [article for article, change in given if change != "unchanged"]
    if not unread:
        return
    from claimcheck.pipeline import load

    reader = load(pipeline)
    for reading in reader.read(unread, workers):
        change = store(corpus, reading, reader.label)
        yield corpus.head(reading.article.id), change
