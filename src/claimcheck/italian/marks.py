"""Quotation marks paired on raw characters, paragraph by paragraph; odd marks never cost more than a sentence.

A mark opens or closes by where it stands, not by its shape alone, so “…“, "…” and «…" pair as well; apostrophes
(l’operazione, po’, anni ’90, ’ndrangheta) are told apart by the letters around them. Raw characters rather than
tokens follow CoreNLP's quote annotator, repair within the paragraph BookNLP and sayswho.
"""

import re
from dataclasses import dataclass

from claimcheck.italian.grammar import CUT_END, CUT_START

OPENERS = {"“": "”", "«": "»", "„": "“", "‹": "›", "‘": "’"}
CLOSERS = frozenset("”»›")
DOUBLE = frozenset('“”«»„"‟〝〞')
SINGLE = frozenset("‘’'‹›‚")
MARKS = DOUBLE | SINGLE
_BEFORE_OPEN = frozenset(" \t\u00a0\u202f([{-–—/:,;.'’“«\"‘")
_AFTER_CLOSE = frozenset(" \t\u00a0\u202f)]}-–—/:,;.!?…\"”»’'")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-Ý«“\"])")
_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE_REACH = 90  # a pair of single marks holds at most this many characters: longer ones are apostrophes


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks: [start, end) without them, [outer_start, outer_end) with them.

    `level` is 0 for an outermost quote, 1 for one inside it. `repaired` says that a mark was missing or odd.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    level: int = 0
    repaired: bool = False


@dataclass(slots=True)
class _Open:
    position: int
    single: bool


def pair(text: str) -> tuple[Marked, ...]:
    """Every stretch between quotation marks, in order of appearance; never raises.

    >>> [m.level for m in pair("Ha detto: «Non è “nuovo”», poi ha riso.")]
    [0, 1]
    """
    found: list[Marked] = []
    paragraphs = list(_PARAGRAPH.finditer(text))
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        reopens = following.group().lstrip()[:1] if following else ""
        found.extend(_pair_paragraph(text, paragraph.start(), paragraph.end(), reopens))
    return tuple(sorted(found, key=lambda m: (m.outer_start, -m.outer_end)))


def _pair_paragraph(text: str, begin: int, end: int, reopens: str) -> list[Marked]:
    """`reopens` is the first character of the next paragraph: «… \\n «… is one quote that runs on."""
    stack: list[_Open] = []
    found: list[Marked] = []
    for i in range(begin, end):
        if text[i] not in MARKS:
            continue
        role = _role(text, i, begin, end, stack)
        if role == "open":
            _drop_stale(text, stack, i, found)
            stack.append(_Open(i, text[i] in SINGLE))
        elif role == "close":
            _close(text, stack, i, found)
    while stack:
        opened = stack.pop()
        if not opened.single and text[opened.position] == reopens:
            _add(text, (opened.position, opened.position + 1, end, end), len(stack), True, found)
        else:
            _repair(text, opened, end, len(stack), found)
    return found


def _role(text: str, i: int, begin: int, end: int, stack: list[_Open]) -> str:
    """open, close or none for the mark at `i`."""
    before = text[i - 1] if i > begin else " "
    after = text[i + 1] if i + 1 < end else " "
    if text[i] in SINGLE:
        return _single_role(text, i, (before, after), end, stack)
    can_open = (before in _BEFORE_OPEN or before in MARKS) and not (after.isspace() or after in ",.;:!?)")
    can_close = not before.isspace() and (after in _AFTER_CLOSE or after in MARKS)
    opened = any(not o.single for o in stack)
    if text[i] in CLOSERS:
        return "close" if opened else "open" if text[i] == "”" and can_open and not can_close else "none"
    if text[i] == '"':
        if can_open != can_close:
            return "open" if can_open else "close" if opened else "none"
        return "close" if opened else "open"
    return "close" if opened and can_close and not can_open else "open"


def _single_role(text: str, i: int, around: tuple[str, str], end: int, stack: list[_Open]) -> str:
    before, after = around
    cut = _WORD.match(text, i + 1)
    if (before.isalnum() and after.isalnum()) or (cut and cut.group().lower() in CUT_START):
        return "none"
    if any(o.single for o in stack) and not before.isspace() and not after.isalnum():
        return "close"
    opening = (before in _BEFORE_OPEN or before in DOUBLE) and (after.isalpha() or after in DOUBLE)
    if opening and not any(o.single for o in stack) and _single_closes(text, i, end):
        return "open"
    return "none"


def _single_closes(text: str, i: int, end: int) -> bool:
    """True if a single mark further on can close the one at `i` (else it is an apostrophe: ’ndrangheta)."""
    for j in range(i + 2, min(end, i + _SINGLE_REACH)):
        if text[j] in "’'›" and not text[j - 1].isspace():
            if _word_before(text, j) in CUT_END:
                continue
            after = text[j + 1] if j + 1 < end else " "
            if not after.isalnum():
                return not (text[i] == "’" and text[j] == "’" and len(text[i + 1 : j].split()) > 4)
    return False


def _word_before(text: str, i: int) -> str:
    """The word that ends before character `i`, in lower case."""
    start = i
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start:i].lower()


def _drop_stale(text: str, stack: list[_Open], i: int, found: list[Marked]) -> None:
    """A second mark of the same shape opens: the first was never closed, so it ends with its own sentence."""
    while stack and stack[-1].single == (text[i] in SINGLE) and text[stack[-1].position] == text[i]:
        _repair(text, stack.pop(), i, len(stack), found)


def _close(text: str, stack: list[_Open], i: int, found: list[Marked]) -> None:
    single = text[i] in SINGLE
    while stack and stack[-1].single and not single:
        stack.pop()
    if single and not stack[-1].single:
        return
    opened = stack.pop()
    _add(text, (opened.position, opened.position + 1, i, i + 1), len(stack), False, found)


def _repair(text: str, opened: _Open, limit: int, level: int, found: list[Marked]) -> None:
    """Close an unclosed double mark at the end of its sentence; an unclosed single mark was an apostrophe."""
    if opened.single:
        return
    stop = _SENTENCE_END.search(text, opened.position + 1, limit)
    end = stop.end() if stop else limit
    if stop or limit == len(text) or text[limit] == "\n":
        _add(text, (opened.position, opened.position + 1, end, end), level, True, found)


def _add(text: str, bounds: tuple[int, int, int, int], level: int, repaired: bool, found: list[Marked]) -> None:
    outer_start, start, end, outer_end = bounds
    inner = text[start:end]
    lead = len(inner) - len(inner.lstrip())
    trimmed = inner.strip()
    if any(c.isalnum() for c in trimmed):
        found.append(Marked(start + lead, start + lead + len(trimmed), outer_start, outer_end, level, repaired))
