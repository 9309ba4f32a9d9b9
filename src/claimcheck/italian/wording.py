"""Two wordings side by side: the same words, a cut, a reversal; positions and words only, no similarity score."""

from difflib import SequenceMatcher

from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import carries, content, stem, tokens
from claimcheck.italian.text import fold

_ALIKE = 0.75
_LONGEST = 400
_FEW = 5


def plain(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, marks and punctuation."""
    return tuple(fold(word) for _, _, word in tokens(text))


def within(short: str, long: str) -> bool:
    """True if the words of one text stand in the other in one run, articles and prepositions at the edges aside."""
    needle, hay = content(short), content(long)
    if not needle or len(needle) >= len(hay):
        return False
    return any(hay[i : i + len(needle)] == needle for i in range(len(hay) - len(needle) + 1))


def differing(one: str, other: str) -> dict[str, str]:
    """The content words that only one of two texts has, as `only_a` and `only_b`; the whole texts where many differ."""
    first, second = ([w for _, _, w in tokens(text) if carries(w)] for text in (one, other))
    left, right = set(map(stem, first)), set(map(stem, second))
    only = [w for w in first if stem(w) not in right], [w for w in second if stem(w) not in left]
    if max(map(len, only)) > _FEW or not any(only):
        return {"only_a": one, "only_b": other}
    return {"only_a": " ".join(only[0]) or "…", "only_b": " ".join(only[1]) or "…"}


def negated(text: str) -> bool:
    """True if a text holds an odd number of negations."""
    return _negations(text) % 2 == 1


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


def change(one: str, other: str) -> str | None:
    """What turns one sentence into its opposite: a negation, an opposite, a number; None when anything else differs.

    The two texts must otherwise be the same words, so that nothing but the change can be meant.
    """
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
