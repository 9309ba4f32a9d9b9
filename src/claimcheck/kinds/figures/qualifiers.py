"""What the words around a figure say of it: its limits, its direction, whether it is the last word."""

import re
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.sameness import states
from claimcheck.italian.stems import stem, tokens
from claimcheck.italian.text import fold
from claimcheck.kinds.base import Side
from claimcheck.kinds.figures.values import figure_of

_NUMBER = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;:.()]")
_REACH = 6
_NIGHT = 14  # characters around a day in which its night is named
_DAY = len("2024-06-19")
_OF = frozenset({"di", "del", "dello", "della", "dell", "dei", "degli", "delle", "d"})
_TO = frozenset({"a", "al", "allo", "alla", "all", "ai"})
_THE = frozenset({"lo", "il", "l"})
_WINDOW = re.compile(
    r"\b(?:in|negli|nelle ultime|da|dal|dalla|dai|dopo|consecutiv\w+|di fila|stagional\w+|stagione|storia)\b"
)


def scopes(side: Side) -> frozenset[str]:
    """The limits named in the clause of a figure, places included: `disoccupazione giovanile al 20,5%` gives young."""
    words = {fold(word) for _, _, word in tokens(clause(side))}
    found = {name for name, marks in _table("scopes").items() if words & marks}
    return frozenset(found | {f"in {state}" for state in states(clause(side))})


def is_part(side: Side) -> bool:
    """True for a figure that is introduced as part of another: `di cui 12 gravi`, `altri 12`."""
    before = f" {' '.join(word for _, _, word in tokens(_before(side))).casefold()}"
    return any(before.endswith(f" {word}") for word in load("claimcheck.kinds.figures", "words.toml")["parts"]["words"])


def direction(side: Side) -> str | None:
    """`up` or `down` for an amount by which something changes: `in calo del 2%`, `+0,2%`; None where it is none."""
    text, start = side.article.text, side.claim.start
    sign = side.claim.text[:1] if side.claim.text[:1] in "+-−" else text[max(start - 1, 0) : start]
    if sign in ("+", "−") or (sign == "-" and text[max(start - 2, 0) : start - 1] in ("", " ", "(")):
        return "up" if sign == "+" else "down"
    words = [fold(word) for _, _, word in tokens(_before(side))]
    if len(words) < 2 or "non" in words[-_REACH:]:
        return None
    moved = words[-1] in _THE and stem(words[-2]) in moving()
    if words[-1] not in _OF and not moved:
        return None
    near = {stem(word) for word in words[-_REACH - 1 : -1]}
    told = {name for name in ("up", "down") if near & _stems("directions", name)}
    return told.pop() if len(told) == 1 else None


def trend(side: Side) -> str | None:
    """`up` or `down` for a level that something has moved to: `è sceso a 12 milioni`; None where it is none."""
    words = [fold(word) for _, _, word in tokens(_before(side))]
    if len(words) < 2 or words[-1] not in _TO or "non" in words[-_REACH:]:
        return None
    told = [name for name in ("up", "down") if stem(words[-2]) in _stems("directions", name)]
    return told[0] if len(told) == 1 else None


def moving() -> frozenset[str]:
    """The stems of the words of change: they say that something moved, not what."""
    return _stems("directions", "up") | _stems("directions", "down")


def marked(side: Side, group: str) -> bool:
    """True if the sentence of a figure holds a word of a group of `words.toml`: provisional, moved, series."""
    words = " ".join(fold(word) for _, _, word in tokens(side.sentence))
    for phrase in load("claimcheck.kinds.figures", "words.toml")["phrases"]:
        words = words.replace(phrase, "")
    return bool(set(words.split()) & _listed(group))


def vague(side: Side) -> bool:
    """True for a number in words that nobody counted: `decine di`, `migliaia di`."""
    return bool({fold(word) for _, _, word in tokens(side.claim.text)} & _listed("vague"))


def at_night(side: Side) -> bool:
    """True for a day said by its night: `sabato notte`, `nella notte di sabato`."""
    near = side.article.text[max(side.claim.start - _NIGHT, side.claim.sentence[0]) : side.claim.end + _NIGHT]
    return any(fold(word) in _listed("night") for _, _, word in tokens(near))


def told(side: Side, group: str) -> bool:
    """True if the clause of a figure holds a word of a group of `words.toml`, by its stem: sentence, risk."""
    return any(stem(word) in _stems(group) for _, _, word in tokens(clause(side)))


def in_prison(side: Side) -> bool:
    """True for a time that somebody is sentenced to, or risks: `12 anni di carcere`."""
    return told(side, "sentence") or told(side, "risk")


def shared(a: Side, b: Side, group: str) -> bool:
    """True if both sentences hold one and the same word of a group, by its stem."""
    known = _stems(group)
    first, second = ({stem(word) for _, _, word in tokens(side.sentence)} & known for side in (a, b))
    return bool(first & second)


def later(a: Side, b: Side) -> Side | None:
    """The side published later, by the day, or as written by the hour where both give one; None where not known."""
    first, second = a.article.published or "", b.article.published or ""
    timed = min(len(first), len(second)) > _DAY
    if not (first and second) or first == second or (first[:_DAY] == second[:_DAY] and not timed):
        return None
    return a if first > second else b


def counts(side: Side, group: str) -> bool:
    """True if what a figure counts is of a group of `words.toml`: growing, shifting."""
    words = f"{side.claim.text} {figure_of(side).of or ''}"
    return any(stem(word) in _stems(group) for _, _, word in tokens(words))


def windowed(side: Side) -> bool:
    """True if the words after a rank limit what it counts over: `prima sconfitta in 30 anni`, `terza di fila`."""
    return bool(_WINDOW.search(fold(side.article.text[side.claim.end : max(side.claim.sentence[1], side.claim.end)])))


def _before(side: Side) -> str:
    """The words of the sentence before a figure, from the number before it on."""
    text = side.article.text[side.claim.sentence[0] : side.claim.start]
    numbers = [match.end() for match in _NUMBER.finditer(text)]
    return text[numbers[-1] if numbers else 0 :]


def clause(side: Side) -> str:
    """The words around a figure, from the number before it to the next comma or number."""
    after = side.article.text[side.claim.end : max(side.claim.sentence[1], side.claim.end)]
    cuts = [match.start() for match in (_CLAUSE.search(after), _NUMBER.search(after)) if match]
    return f"{_before(side)}{side.claim.text}{after[: min(cuts, default=len(after))]}"


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    table = load("claimcheck.kinds.figures", "words.toml")[name]
    return {key: frozenset(map(fold, words)) for key, words in table.items()}


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(map(fold, load("claimcheck.kinds.figures", "words.toml")[group]))


@cache
def _stems(group: str, key: str = "") -> frozenset[str]:
    table = load("claimcheck.kinds.figures", "words.toml")[group]
    return frozenset(stem(word) for word in (table[key] if key else table))
