"""Claims of articles as a library call; the command line makes the same steps one by one."""

from collections.abc import Iterable

from claimcheck.model import Article, Reading
from claimcheck.pipeline import load


def extract(articles: Iterable[Article], *, pipeline: str | None = None, workers: int = 1) -> tuple[Reading, ...]:
    """The claims of each article, in the order given.

    `pipeline` names a spaCy pipeline or a folder (None: it_core_news_sm when installed, else the bundled one);
    `workers` is the number of processes. Raises PipelineError when the pipeline cannot be loaded.
    """
    return tuple(load(pipeline).read(articles, workers))
