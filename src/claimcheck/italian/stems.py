"""Content words of a text as Snowball stems: what two sentences share, without a parser.

Stems come from the Snowball Italian stemmer (Porter 2001, snowballstem.org). Function words and the verbs of saying,
being and having carry no fact and are dropped; they are listed in `data/stopwords.toml`.
"""

import re
import unicodedata
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
def link_words() -> frozenset[str]:
    """Folded articles, prepositions and conjunctions."""
    return _classes("articles", "prepositions", "conjunctions")


@cache
def determiners() -> frozenset[str]:
    """Folded articles and pronouns."""
    return _classes("articles", "pronouns")


def _classes(*names: str) -> frozenset[str]:
    table = load("claimcheck.italian.data", "stopwords.toml")
    return frozenset(fold(word) for name in names for word in table[name])


@cache
def _synonyms() -> dict[str, str]:
    """Group by folded word, and by stem where no other group has a word of that stem."""
    table = load("claimcheck.italian.data", "synonyms.toml")["groups"]
    words = {fold(word): name for name, group in table.items() for word in group}
    stems: dict[str, set[str]] = {}
    for word, name in words.items():
        stems.setdefault(f"-{_plain(word)}", set()).add(name)
    return words | {plain: min(names) for plain, names in stems.items() if len(names) == 1}


def _plain(word: str) -> str:
    return fold(_STEMMER.stemWord(unicodedata.normalize("NFC", word).casefold()))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word; words of one synonym group share a stem (`velivolo`, `aereo`)."""
    plain, groups = _plain(word), _synonyms()
    return groups.get(fold(word)) or groups.get(f"-{plain}") or plain


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
