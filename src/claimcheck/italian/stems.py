"""Content words of a text as Snowball stems: what two sentences share, without a parser.

Stems come from the Snowball Italian stemmer (Porter 2001, snowballstem.org). Function words and the verbs of saying,
being and having carry no fact and are dropped; they are listed in `data/stopwords.toml`.
"""

import re
from functools import cache, lru_cache

import snowballstemmer

from claimcheck.italian.lexicon import load
from claimcheck.italian.text import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-&][^\W\d_]+)*")
_STEMMER = snowballstemmer.stemmer("italian")


@cache
def stopwords() -> frozenset[str]:
    """Folded words that name no fact of their own."""
    table = load("claimcheck.italian.data", "stopwords.toml")
    return frozenset(fold(word) for words in table.values() for word in words)


@cache
def _synonyms() -> dict[str, str]:
    table = load("claimcheck.italian.data", "synonyms.toml")["groups"]
    return {_plain(word): name for name, words in table.items() for word in words}


def _plain(word: str) -> str:
    result: str = _STEMMER.stemWord(fold(word))
    return result


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word; words of one synonym group share a stem (`container`, `contenitori`)."""
    plain = _plain(word)
    return _synonyms().get(plain, plain)


def tokens(text: str) -> list[tuple[int, int, str]]:
    """The words and numbers of a text with their places: (start, end, word as written)."""
    return [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]


def content(text: str) -> tuple[str, ...]:
    """The stems of the content words, in order; numbers stand for themselves."""
    return tuple(stem(word) for _, _, word in tokens(text) if carries(word))


def carries(word: str) -> bool:
    """True if a word is a content word: no function word, no single letter."""
    folded = fold(word)
    return folded.isdigit() or (len(folded) > 1 and folded not in stopwords())
