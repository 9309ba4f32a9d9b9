"""A process that stores articles and reports each once it is stored: `python -m tests.corpus.writer FILE PREFIX N`.

Every third article is stored a second time with a changed text. No pipeline: the claims are made by hand.
"""

import sys
from dataclasses import replace

from claimcheck.corpus import Corpus
from claimcheck.model import Reading
from tests.alignment.build import fires
from tests.corpus.build import put, renamed, revised


def given(prefix: str, count: int) -> list[Reading]:
    """The readings in the order in which they are stored."""
    found: list[Reading] = []
    for n in range(count):
        base = fires()[n % 3]
        text = f"{base.article.text} Nota {prefix}{n}."
        one = renamed(replace(base, article=replace(base.article, text=text)), f"{prefix}{n}")
        found += [one, revised(one)] if n % 3 == 0 else [one]
    return found


def main() -> None:
    """Store and report."""
    path, prefix, count = sys.argv[1:]
    with Corpus(path, create=True) as corpus:
        for reading in given(prefix, int(count)):
            (change,) = put(corpus, reading)
            sys.stdout.write(f"{reading.article.id} {change}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
