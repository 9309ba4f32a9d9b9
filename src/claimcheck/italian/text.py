"""Words and sentences on the surface of a text, without a parser; offsets are code points."""

import re
import unicodedata

APOSTROPHES = "'’ʼ"
WORD = re.compile(r"\w+(?:[.,]\d+)*", re.UNICODE)
PARAGRAPH = re.compile(r"[^\n]+")


def fold(text: str) -> str:
    """Case and accents folded, for comparing words: `Perché` and `perche'` differ only in the apostrophe."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The words of a text, folded: runs of letters and digits, numbers with their separators kept whole."""
    return [fold(m.group()) for m in WORD.finditer(text)]
