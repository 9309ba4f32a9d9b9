"""A light tokenizer for numbers and dates: words, digit groups and marks with exact offsets, without a pipeline."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.italian.text import APOSTROPHES, fold

TokenKind = Literal["word", "digits", "mark", "code"]

_TOKEN = re.compile(
    r"(?P<code>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*|[#@]\w+)"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d.])|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[Pp]i[uù]['’](?!\w)"
    r"|\b(?:[DdNn]ell|[Aa]ll|[Dd]all|[Ss]ull|[Ll])['’ʼ](?=\s\w)"  # elided, then a stray space: dall' 11
    r"|(?:[^\W\d_]|[\u0300-\u036f])+(?:['’ʼ](?=\w))?)"
    r"|(?P<mark>\S)",
)


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
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        piece = match.group()
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        key = piece
        if kind == "word":
            key = (piece.lower() if piece.isascii() else _folded(piece)).rstrip(APOSTROPHES)
        gap = text[last:start]
        breaks = not last or (gap != " " and ("\n" in gap or "\t" in gap))
        found.append(Token._make((start, end, piece, key, kind, not gap and start > 0, breaks)))
        last = end
    return tuple(found)
