"""A light tokenizer for numbers and dates: words, digit groups and marks with exact offsets, without a pipeline."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.italian.text import APOSTROPHES, fold

TokenKind = Literal["word", "digits", "mark", "code"]

_TOKEN = re.compile(
    r"(?P<gap>\s*+)(?:"
    r"(?P<code>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*|[#@]\w+)"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d.])|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[Pp]i[uù]['’](?!\w)"
    r"|\b(?:[DdNn]ell|[Aa]ll|[Dd]all|[Ss]ull|[Ll])['’ʼ](?=\s\w)"  # elided, then a stray space: dall' 11
    r"|(?:[^\W\d_]|[\u0300-\u036f])+(?:['’ʼ](?=\w))?)"
    r"|(?P<mark>\S))",
)
_BREAKS = frozenset("\n\t")


_folded = lru_cache(maxsize=2**16)(fold)


class Token(NamedTuple):
    """A piece of text: `text[start:end]`; `key` is folded for lookups; `glued` means no white space before it."""

    start: int
    end: int
    text: str
    key: str
    kind: TokenKind
    glued: bool
    breaks: bool

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of `text`; addresses, hash tags and mentions are one `code` token each.

    `breaks` marks the first token of a line or of a cell of a table (after a tab). An elided word keeps its apostrophe
    but not in its key: `l'` has key `l`.
    """
    found: list[Token] = []
    last = 0
    kind: TokenKind
    for gap, code, number, word, mark in _TOKEN.findall(text.rstrip()):  # faster than match objects
        if word:
            kind, piece = "word", word
            key = (word.lower() if word.isascii() else _folded(word)).rstrip(APOSTROPHES)
        elif number:
            kind, piece, key = "digits", number, number
        elif mark:
            kind, piece, key = "mark", mark, mark
        else:
            kind, piece, key = "code", code, code
        start = last + len(gap)
        breaks = not last or (gap != " " and not _BREAKS.isdisjoint(gap))
        last = start + len(piece)
        found.append(Token._make((start, last, piece, key, kind, not gap and start > 0, breaks)))
    return tuple(found)
