"""Page chrome inside a text: menus, teasers, photo credits, reading time. Whole lines only, never part of one."""

import re

from claimcheck.tables import load

_WORDS = load("claimcheck.reading", "furniture.toml")
_LONGEST: int = _WORDS["longest"]
_LINES = re.compile("|".join(_WORDS["lines"]), re.IGNORECASE)
_EDGES = re.compile("|".join(_WORDS["edges"]), re.IGNORECASE)
_OPENINGS = re.compile("|".join(_WORDS["openings"]), re.IGNORECASE)
_ENDINGS = re.compile("(?:" + "|".join(_WORDS["endings"]) + r")\Z", re.IGNORECASE)
_AGENCIES = frozenset(_WORDS["agencies"])
_LINE = re.compile(r"[^\n]+")
_CUT = re.compile(r"\s*(?:\.{3}|…)\Z")
_CREDIT_WORDS = 4
_EDGE = 4
"""Lines from either end of a text that count as its edge."""
_SHARED = 25
"""Characters a cut headline must share with the full one."""


def furniture(text: str) -> tuple[tuple[int, int], ...]:
    """The [start, end) of each line that belongs to the page and not to the article.

    A text made of such lines only is left alone: then they are all there is to read.
    """
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    short = [m for m in lines if len(m.group()) <= _LONGEST]
    edge = {m.start() for m in (*lines[:_EDGE], *lines[-_EDGE:])}
    chrome = [
        m
        for m in short
        if _is_chrome(m.group().strip())
        or (m.start() in edge and _EDGES.fullmatch(m.group().strip()))
        or _is_cut_headline(m, lines)
    ]
    return tuple(m.span() for m in chrome) if len(chrome) < len(lines) else ()


def _is_chrome(line: str) -> bool:
    matched = _LINES.fullmatch(line) or _OPENINGS.match(line) or _ENDINGS.search(line)
    return bool(matched) or _is_credit(line)


def _is_credit(line: str) -> bool:
    """Names joined by slashes or bars, an agency among them: `Mario Rossi/Ansa`, `(Afp)`."""
    names = [name.strip(" .") for name in re.split(r"[/|]", line.strip("()[]. "))]
    few = all(0 < len(name.split()) <= _CREDIT_WORDS for name in names)
    bare = len(names) > 1 or line.startswith(("(", "["))
    return few and bare and any(name in _AGENCIES for name in names)


def _is_cut_headline(line: re.Match[str], lines: list[re.Match[str]]) -> bool:
    """True for `Section Headline cut sho...` where the full headline stands on a line of its own."""
    words = line.group().strip()
    stem = _CUT.sub("", words)
    if stem == words or len(stem) < _SHARED:
        return False
    return any(other is not line and _ends_as_begins(stem, other.group().strip()) for other in lines)


def _ends_as_begins(stem: str, full: str) -> bool:
    at = stem.find(full[:_SHARED])
    return len(full) > _SHARED and at >= 0 and full.startswith(stem[at:])
