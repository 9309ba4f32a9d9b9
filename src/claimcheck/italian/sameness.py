"""Are two names of sources one and the same, or one the voice of the other? Decided on words, never on similarity."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from claimcheck.italian.cues import outlet_nouns
from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import stopwords
from claimcheck.italian.text import fold

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[jkwxy]|(?<![cg])h|[^aeiou]$")
_VOWELS = re.compile(r"[aeiouyjw]")
_NEAR = 60
_CONSONANTS = 3


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without articles and prepositions: `l'agenzia Ansa` gives agenzia, ansa."""
    found = _WORD.findall(name)
    return tuple(fold(w) for w in found if w[0].isupper() or fold(w) not in stopwords()) or tuple(map(fold, found))


def same_source(one: str | None, other: str | None) -> bool:
    """True if two sources (joint ones joined by "; ") are the same people or bodies, in any order."""
    if not one or not other:
        return False
    first, second = one.split(";"), other.split(";")
    if len(first) != len(second):
        return False
    return all(any(_same(a, b) for b in second) for a in first) and all(any(_same(a, b) for a in first) for b in second)


def share_source(one: str | None, other: str | None) -> bool:
    """True if some member of one source is a member of the other."""
    return any(_same(a, b) for a in (one or "").split(";") for b in (other or "").split(";") if a.strip() and b.strip())


@lru_cache(maxsize=50_000)
def _same(one: str, other: str) -> bool:
    """Full name against surname, transliterations (Lee Soo-jin, Lee Soo Jin; Petrovsky, Petrovskij); never forenames.

    Only foreign names are transliterated: Mario Rossi is not Mario Russo.
    """
    a, b = _shortest(name_words(one)), _shortest(name_words(other))
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    if not any(_FOREIGN.search(word) for word in (*a, *b)):
        return False
    short, long = sorted(([_skeleton(w) for w in a], [_skeleton(w) for w in b]), key=len)
    if len(short) == len(long):
        return short == long and sum(map(len, short)) >= max(3, 6 - len(short))
    return all(len(word) >= 4 and word in long for word in short)


def _shortest(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with the long names of bodies in it put as the short ones: `portavoce Nazioni Unite`."""
    found: list[str] = []
    place = 0
    while place < len(words):
        runs = (words[place : place + size] for size in range(_longest_alias(), 0, -1))
        run = next((run for run in runs if run in _aliases()), words[place : place + 1])
        found.extend(_aliases().get(run, run))
        place += len(run)
    return tuple(found)


@cache
def _aliases() -> dict[tuple[str, ...], tuple[str, ...]]:
    groups = load("claimcheck.italian.data", "aliases.toml")["names"]
    return {name_words(name): name_words(short) for short, *long in groups for name in long}


@cache
def _longest_alias() -> int:
    return max(map(len, _aliases()))


def respelt(one: str | None, other: str | None) -> bool:
    """True if two sources are the same and a name of theirs is spelt in two ways: `Choe Son-hui`, `Choi Sun Hee`."""
    if not same_source(one, other):
        return False
    first, second = (set(_shortest(name_words((name or "").replace(";", " ")))) for name in (one, other))
    return not (first <= second or second <= first)


def one_name(one: str, other: str) -> bool:
    """True if two words are spellings of one foreign name: `Zelensky`, `Zelenskij`; not `Rossi`, `Russo`."""
    first, second = (_skeleton(fold(word)) for word in (one, other))
    foreign = _FOREIGN.search(fold(one)) or _FOREIGN.search(fold(other))
    return bool(foreign) and first == second and len(first) >= _CONSONANTS and fold(one) != fold(other)


def homes(source: str | None, *texts: str) -> frozenset[str]:
    """The states a source belongs to: those it names, else those that a text names just before the person."""
    return states(source or "") or frozenset(_beside(source or "", texts))


def _skeleton(word: str) -> str:
    for group, letter in (("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "k"), ("h", ""), ("k", "c"), ("q", "c")):
        word = word.replace(group, letter)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))


@cache
def _states() -> dict[str, str]:
    return {
        fold(name): key
        for key, names in load("claimcheck.italian.data", "places.toml")["states"].items()
        for name in names
    }


@cache
def _media() -> tuple[frozenset[str], frozenset[str]]:
    names = load("claimcheck.italian.data", "places.toml")["media"]["names"]
    return frozenset(map(fold, outlet_nouns())), frozenset(map(fold, names))


@lru_cache(maxsize=20_000)
def states(text: str) -> frozenset[str]:
    """The states whose name, capital, seat of power or people a text mentions."""
    found = [fold(word) for word in _WORD.findall(text)]
    runs = (" ".join(found[i : i + n]) for n in (1, 2, 3) for i in range(len(found)))
    return frozenset(_states()[run] for run in runs if run in _states())


def two_states(text: str) -> str | None:
    """The two states a text mentions most, joined by "; ": what `i due paesi` are; None where it mentions fewer."""
    found = [fold(word) for word in _WORD.findall(text)]
    runs = (" ".join(found[i : i + n]) for n in (1, 2, 3) for i in range(len(found)))
    counts = Counter(_states()[run] for run in runs if run in _states())
    chief = sorted(sorted(counts), key=lambda key: -counts[key])[:2]
    return "; ".join(sorted(_spelt(key) for key in chief)) if len(chief) == 2 else None


def _spelt(key: str) -> str:
    name: str = load("claimcheck.italian.data", "places.toml")["states"][key][0]
    return " ".join(word if word in ("del", "della") else word.capitalize() for word in name.split())


def is_medium(source: str | None) -> bool:
    """True if a source passes on the words of others: an agency, a newspaper, the media."""
    words, names = _media()
    parts = name_words(source or "")
    return bool(words.intersection(parts)) or " ".join(parts) in names


def speaks_for(one: str | None, other: str | None, *texts: str) -> bool:
    """True if one source is a state and the other a body of it or somebody of a name whom a text puts beside it.

    `Lisbona` and `Rui Costa` in an article that has `il ministro portoghese Rui Costa`.
    """
    first, second = states(one or ""), states(other or "")
    if first and second:
        return bool(first & second)
    if not (first or second):
        return False
    person = (other if first else one) or ""
    if not any(word[:1].isupper() for word in person.split()):
        return False
    return bool((first or second) & frozenset(_beside(person, texts)))


def _beside(person: str, texts: tuple[str, ...]) -> Iterator[str]:
    surname = (name_words(person) or ("",))[-1]
    if len(surname) < 3:
        return
    for text in map(fold, texts):
        for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
            yield from states(text[max(match.start() - _NEAR, 0) : match.start()])
