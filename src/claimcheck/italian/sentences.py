"""Sentence boundaries on the surface: paragraphs first, then full stops that end no abbreviation."""

import re

from claimcheck.italian.grammar import ABBREVIATIONS
from claimcheck.italian.stems import stopwords

_GLUED = r"(?<=[a-zà-ù]{3})[.!?](?=[A-ZÀ-Ý][a-zà-ù]+\s)"  # a lost space: mille euro.Emerge dal rapporto
_LO = r"(?<=[\w”»\"])(?=\s+Lo (?:ha|hanno|aveva|avevano|scriv|riport|riferi|annunci|conferm|rivel|rend)[a-z]*\s)"
_OPENERS = "|".join(sorted(word.capitalize() for word in stopwords() if len(word) > 2))
_CAPITAL = "(?=[A-ZÀ-Ý])"  # asked first, it spares the openers at nearly every letter
LOST_BREAK = rf"{_CAPITAL}(?<=[a-zà-ù]{{4}})(?=(?:{_OPENERS})$)"
"""Where a word holds a lost line break (il ponte di VerdelloEntrambi i sindaci): a regular expression for one word."""
_BREAK = rf"{_CAPITAL}(?<=[a-zà-ù]{{4}})(?=(?:{_OPENERS})\s+[a-zà-ù])"
_MARK = r"[.!?…]+[\"”»’')\]]*(?=\s+[\"“«‘'(\[–—-]*\s?[A-ZÀ-Ý0-9])"
_STOP = re.compile(rf"(?=[A-ZÀ-Ý.!?…\s])(?:{_BREAK}|{_GLUED}|{_LO}|{_MARK}|\n+)")
_LAST_WORD = re.compile(r"(\w+)\.$")
_ENUMERATOR = re.compile(r"\s*\d{1,4}\.")  # 2. Le condizioni della tregua


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which a sentence starts, white space skipped; 0-length text has none.

    >>> sentence_starts("È l'on. Rossi. Poi tace.")
    (0, 15)
    >>> sentence_starts("Il piano. 2. La tregua.")
    (0, 10)
    >>> sentence_starts("La crisi energeticaDopo il voto")
    (0, 19)
    """
    starts = [0]
    for stop in _STOP.finditer(text):
        if _ENUMERATOR.fullmatch(text, starts[-1], stop.end()):
            continue
        if "\n" in stop.group() or not _abbreviated(text[max(0, stop.end() - 24) : stop.end()], stop.group()):
            starts.append(stop.end())
    return tuple(dict.fromkeys(s for s in (_skip_space(text, s) for s in starts) if s < len(text)))


def _skip_space(text: str, i: int) -> int:
    while i < len(text) and text[i].isspace():
        i += 1
    return i


def _abbreviated(tail: str, stop: str) -> bool:
    """True if the full stop belongs to an abbreviation or an initial (J. Biden)."""
    if stop != ".":
        return False
    word = _LAST_WORD.search(tail)
    if word is None:
        return False
    return word.group(1).casefold() in ABBREVIATIONS or (len(word.group(1)) == 1 and word.group(1).isupper())
