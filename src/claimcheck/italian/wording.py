"""Two wordings side by side: the same words, a cut, a reversal; positions and words only, no similarity score."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.italian.lexicon import load
from claimcheck.italian.sameness import one_name
from claimcheck.italian.stems import carries, content, determiners, link_words, stem, tokens
from claimcheck.italian.text import fold

_ALIKE = 0.75
_LONGEST = 400
_SHARED = 0.4
_MOVED = 3
_REACH = 0.6
_TOLD = 2
_SPARED = 2
_GLUED = re.compile(r"(?<=[^\W\d_][a-zàèéìòù])([A-ZÀÈÉÌÒÙ])")
_CAPITAL = re.compile(r"(?<=[^\W_] )([A-ZÀÈÉÌÒÙ][a-zàèéìòù]+)\b")
MOST_WORDS = 8
"""Words quoted of each side where two wordings part."""


def plain(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, marks and punctuation."""
    return tuple(fold(word) for _, _, word in tokens(text))


def within(short: str, long: str) -> bool:
    """True if the words of one text stand in the other in one run, articles and prepositions at the edges aside."""
    needle, hay = content(short), content(long)
    if not needle or len(needle) >= len(hay):
        return False
    return any(hay[i : i + len(needle)] == needle for i in range(len(hay) - len(needle) + 1))


def part_of(short: str, long: str) -> bool:
    """True if one text is cut from the other: its words stand there in one run, link words at its edges aside.

    >>> part_of("nessuno aveva visto", "Nessuno aveva visto crepe"), part_of("solo polvere", "soltanto la polvere")
    (True, False)
    """
    needle, hay = _trimmed(short), plain(long)
    if not needle or len(needle) >= len(_trimmed(long)):
        return False
    return any(hay[i : i + len(needle)] == needle for i in range(len(hay) - len(needle) + 1))


def _trimmed(text: str) -> tuple[str, ...]:
    """The words of a text without the articles, prepositions and conjunctions at its edges."""
    words = plain(text)
    kept = [place for place, word in enumerate(words) if word not in link_words()]
    return words[kept[0] : kept[-1] + 1] if kept else ()


@dataclass(frozen=True, slots=True)
class Contrast:
    """A stretch in which two wordings part, as each has it; empty where one merely lacks the words."""

    left: str
    right: str


def contrasts(one: str, other: str) -> list[Contrast]:
    """The stretches in which two texts differ, at most MOST_WORDS words a side, the most telling first.

    A stretch that replaces another comes before one that is merely added, more content words before fewer. Stretches
    parted only by function words, or by a word that has moved, are one. Differences without content words do not count.
    """
    first, second = tokens(one)[:_LONGEST], tokens(other)[:_LONGEST]
    left, right = [fold(w) for _, _, w in first], [fold(w) for _, _, w in second]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found: list[tuple[tuple[bool, int], Contrast]] = []
    for i, j, k, m in _stretches(codes, left, right):
        gone, come = _telling(left[i:j]), _telling(right[k:m])
        if gone or come:
            if i and k and j - i == m - k == 1 and left[i - 1] == right[k - 1]:
                i, k = i - 1, k - 1  # one word against one reads better with the word before
            sides = _quoted(one, first[i:j]) if gone else "", _quoted(other, second[k:m]) if come else ""
            found.append(((bool(gone and come), len(gone) + len(come)), Contrast(*sides)))
    return [contrast for _, contrast in sorted(found, key=lambda item: item[0], reverse=True)]


def apart(one: str, other: str) -> dict[str, str]:
    """`only_a` and `only_b`: where two wordings part most; their beginnings when they share little."""
    found = contrasts(one, other) if _kin(one, other) else []
    left, right = (next((c.left for c in found if c.left), ""), next((c.right for c in found if c.right), ""))
    if not (left and right):
        left, right = _quoted(one, tokens(one)) or one, _quoted(other, tokens(other)) or other
    return {"only_a": left, "only_b": right}


def added(one: str, other: str) -> Contrast | None:
    """What one text has more than the other, the longest stretch, when the other has nothing that the one lacks."""
    found = contrasts(one, other)
    if not found or (any(c.left for c in found) and any(c.right for c in found)):
        return None
    return found[0]


def _kin(one: str, other: str) -> bool:
    first, second = set(content(one)), set(content(other))
    return len(first & second) >= _SHARED * min(len(first), len(second))


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if carries(word)]


def _stretches(
    codes: Sequence[tuple[str, int, int, int, int]], left: Sequence[str], right: Sequence[str]
) -> list[tuple[int, int, int, int]]:
    """The places that differ; those parted by function words only, or by a few words over which one moved, joined."""
    found: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, m in codes:
        if tag == "equal":
            continue
        if found:
            a, b, c, d = found[-1]
            between = left[b:i]
            moved = set(_telling(left[a:b])) & set(_telling(right[k:m])) | set(_telling(right[c:d])) & set(
                _telling(left[i:j])
            )
            if (not _telling(between) and len(between) <= 2) or (moved and len(between) <= _MOVED):
                found[-1] = (a, j, c, m)
                continue
        found.append((i, j, k, m))
    return found


def _quoted(text: str, words: Sequence[tuple[int, int, str]]) -> str:
    """The words as they stand in the text, at most MOST_WORDS of them, no dangling function word where it is cut."""
    if not words:
        return ""
    kept = list(words if len(words) <= MOST_WORDS + _SPARED else words[:MOST_WORDS])
    cut = len(kept) < len(words)
    while len(kept) > 1 and not carries(kept[-1][2]):
        kept.pop()
    shown = text[kept[0][0] : kept[-1][1]]
    return closed(" ".join(shown.split())) + ("…" if cut else "")


def closed(text: str) -> str:
    """A text cut from a longer one without the quotation marks that lost their partner."""
    for opening, closing in ("“”", "«»", "()"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def opening(text: str) -> str:
    """The first sentence of a text whose sentences ran together (`armi a Mosca Una guerra`, `in UcrainaEntrambi`)."""
    found = [m.start(1) for m in _GLUED.finditer(text)]
    words = load("claimcheck.italian.data", "openers.toml")["words"]
    for match in _CAPITAL.finditer(text):
        if fold(match[1]) in words:
            found.append(match.start())
    cut = text[: min(found, default=len(text))].rstrip()
    return cut if len(content(cut)) >= 3 else text


def strengths(one: str, other: str) -> tuple[str, str] | None:
    """Two words of other reach, one only in each of two otherwise like texts: `mai` and `per ora`."""
    first, second = set(content(one)), set(content(other))
    if len(first & second) < _REACH * max(min(len(first), len(second)), 1):
        return None
    left, right = (f" {' '.join(plain(text))} " for text in (one, other))
    for pair in load("claimcheck.italian.data", "opposites.toml")["strength"]["pairs"]:
        a, b = (f" {' '.join(plain(word))} " for word in pair)
        for x, y in ((a, b), (b, a)):
            if x in left and y in right and x not in right and y not in left:
                return x.strip(), y.strip()
    return None


def respelling(one: str, other: str) -> tuple[str, str] | None:
    """The spellings of one name by which two texts differ, when nothing else with content does."""
    left, right = ([w for _, _, w in tokens(text) if carries(w)] for text in (one, other))
    if len(left) != len(right):
        return None
    apart = [(a, b) for a, b in zip(left, right, strict=True) if stem(a) != stem(b)]
    named = [pair for pair in apart if all(word[0].isupper() for word in pair) and one_name(*pair)]
    return apart[0] if len(apart) == len(named) == 1 else None


def open_ended(text: str) -> bool:
    """True for a negation that time may lift: `non è ancora stato approvato`."""
    yet = load("claimcheck.italian.data", "opposites.toml")["negation"]["yet"]
    return negated(text) and any(word in yet for word in plain(text))


def negated(text: str) -> bool:
    """True if a text holds an odd number of negations."""
    return _negations(text) % 2 == 1


def contrary(one: str, other: str) -> bool:
    """True if one text negates and the other does not, and what a `senza` takes away stands in the other.

    >>> contrary("è uscito", "non è uscito"), contrary("è uscito di notte", "è uscito di notte senza scarpe")
    (True, False)
    """
    first, second = set(content(one)), set(content(other))
    return negated(one) != negated(other) and _taken(one) <= second and _taken(other) <= first


def _taken(text: str) -> set[str]:
    """The stems that a `senza` takes away: `è uscito senza feriti` gives that of feriti."""
    words = plain(text)
    without = load("claimcheck.italian.data", "opposites.toml")["negation"]["without"]
    found = (next((w for w in words[n + 1 :] if carries(w)), None) for n, word in enumerate(words) if word in without)
    return {stem(word) for word in found if word}


def has_negation(text: str) -> bool:
    """True if a text holds any negation."""
    return _negations(text) > 0


def _negations(text: str) -> int:
    words = load("claimcheck.italian.data", "opposites.toml")["negation"]["words"]
    return sum(word in words for word in plain(text))


def opposites(one: str, other: str) -> tuple[str, str] | None:
    """A pair of opposite words, one only in each text: `cresciuto` and `calato`."""
    left, right = set(content(one)), set(content(other))
    for first, second in load("claimcheck.italian.data", "opposites.toml")["antonyms"]["pairs"]:
        a, b = stem(first), stem(second)
        if a in left - right and b in right - left and a not in right:
            return first, second
        if b in left - right and a in right - left:
            return second, first
    return None


def _unnegated(text: str) -> tuple[str, ...]:
    """The words of a text without negations, articles and pronouns: `non c'è alcun pericolo` and `c'è un pericolo`."""
    words = load("claimcheck.italian.data", "opposites.toml")["negation"]["words"]
    return tuple(word for word in plain(text) if word not in words and word not in determiners())


def _other_number(one: Sequence[str], other: Sequence[str]) -> str | None:
    """The numbers of two texts that each hold one, where all else that the shorter says stands in the longer."""
    numbers = [[w for w in words if w[0].isdigit()] for words in (one, other)]
    left, right = ({w for w in words if not w[0].isdigit()} for words in (one, other))
    if not all(len(found) == 1 for found in numbers) or numbers[0] == numbers[1]:
        return None
    told = (left <= right or right <= left) and len(left & right) >= _TOLD
    return f"{numbers[0][0]} / {numbers[1][0]}" if told else None


def change(one: str, other: str) -> str | None:
    """What turns one sentence into its opposite: a negation, an opposite, a number; None when anything else differs.

    The two texts must otherwise be the same words, so that nothing but the change can be meant; of a negation
    (`non c'è alcun pericolo`, `c'è un pericolo`) articles and pronouns aside.
    """
    if len(content(one)) >= _TOLD and _unnegated(one) == _unnegated(other) and contrary(one, other):
        return "una delle due nega"
    if swapped := _other_number(content(one), content(other)):
        return swapped
    first, second = plain(one)[:_LONGEST], plain(other)[:_LONGEST]
    blocks = SequenceMatcher(None, first, second, autojunk=False)
    kept = sum(block.size for block in blocks.get_matching_blocks())
    if kept < _ALIKE * max(len(first), len(second)) or kept < 3:
        return None
    gone = [w for tag, i, j, _, _ in blocks.get_opcodes() if tag != "equal" for w in first[i:j]]
    come = [w for tag, _, _, i, j in blocks.get_opcodes() if tag != "equal" for w in second[i:j]]
    words = load("claimcheck.italian.data", "opposites.toml")["negation"]["words"]
    if [w for w in gone + come if w in words] and len(gone + come) <= 2:
        return "una delle due nega"
    numbers = [w for w in gone if w[0].isdigit()], [w for w in come if w[0].isdigit()]
    if numbers[0] and numbers[1] and len(gone) == len(numbers[0]) and len(come) == len(numbers[1]):
        return f"{' '.join(numbers[0])} / {' '.join(numbers[1])}"
    pair = opposites(" ".join(gone), " ".join(come))
    return f"{pair[0]} / {pair[1]}" if pair and len(gone) <= 2 and len(come) <= 2 else None
