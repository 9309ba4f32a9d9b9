"""Vetoes by who is named: two sentences of other people and places, two ages of two people."""

import re
from collections.abc import Mapping

from claimcheck.alignment.features import Profile, beside
from claimcheck.alignment.thin import common
from claimcheck.italian.lexicon import load
from claimcheck.italian.places import places
from claimcheck.italian.stems import carries, stem, tokens
from claimcheck.italian.text import fold
from claimcheck.kinds.figures.values import figure_of

_NAMED = 2  # names from which on two sentences must share one
_FULL = 2  # words of a full name
_TOLD_BY = 3  # words before an age that may tell a man from a woman
_REACH = 25  # characters in which a word tells of an age
_CLOSING = (".", "!", "?", ":", "»", "”", '"')
_SPACE = 8  # characters before a word that tell whether it opens a sentence
_BEFORE = 200  # characters in which `il 22enne` finds the name it stands for


def strangers(a: Profile, b: Profile, around: Mapping[str, float]) -> bool:
    """The actor is a veto: two sentences that name people and places, none in common, tell two different facts."""
    return a.family != "age" and around["names"] == 0 and min(len(a.names), len(b.names)) >= _NAMED


def two_people(a: Profile, b: Profile) -> bool:
    """True for a man and a woman, and for two names or two countries of two ages: `la 23enne ucraina`."""
    if {_gender(a), _gender(b)} == {"man", "woman"}:
        return True
    names, countries = (_called(a), _called(b)), (a.homes, b.homes)
    return any(bool(first and second) and not first & second for first, second in (names, countries))


def one_person(a: Profile, b: Profile) -> bool:
    """True if two ages each stand beside one full name, of the person as of today: `Ugo Testa, 54 anni`."""
    return all(map(_apposed, (a, b))) and len(_called(a) & _called(b)) >= _FULL


def _apposed(profile: Profile) -> bool:
    """True for `, 54 anni`, `(54 anni)` and `54enne`; not for the age at which somebody did something."""
    claim, text = profile.side.claim, profile.side.article.text
    return _one_word(profile) or text[: claim.start].rstrip().endswith((",", "(", "–", "-"))


def _gender(profile: Profile) -> str | None:
    """`man` or `woman` where the words before an age tell: `la 27enne`, `un uomo di 44 anni`."""
    near = _words_before(profile)[-_TOLD_BY:]
    for gender in ("man", "woman"):
        if set(near) & set(_table(gender)) or (
            _one_word(profile) and set(near[-1:]) & set(_table(f"{gender}_articles"))
        ):
            return gender
    return None


def _called(profile: Profile) -> set[str]:
    """The names beside an age; where there are none, those before a person spoken of as known: `il 22enne`."""
    near = _names(profile.side.article.text, *beside(profile.side))
    return near or (_names_before(profile) if _known(profile) else set())


def _known(profile: Profile) -> bool:
    """True for `il 22enne` where nobody has been brought in by that age before: `un uomo di 22 anni`."""
    before = _words_before(profile)[-1:]
    known = _one_word(profile) and bool(set(before) & set(_table("known_articles")))
    age = f"{figure_of(profile.side).low or 0:.0f}"
    text = profile.side.article.text[: profile.side.claim.start]
    return known and not re.search(rf"\b{age}(?:\s+ann|enn)", text)


def _names_before(profile: Profile) -> set[str]:
    text, stop = profile.side.article.text, profile.side.claim.start
    start = max(stop - _BEFORE, 0)
    where = {fold(word) for place in places(text[start:stop]) for _, _, word in tokens(place)}
    return _names(text, start, stop) - where


def _names(text: str, start: int, stop: int) -> set[str]:
    """The capitalised words of a stretch of text, without those common in news that merely open a sentence."""
    found = (
        (start + place, word) for place, _, word in tokens(text[start:stop]) if word[0].isupper() and carries(word)
    )
    return {fold(word) for place, word in found if not (common(stem(word)) and _opens(text, place))}


def _opens(text: str, place: int) -> bool:
    """True at the beginning of a sentence or a paragraph."""
    before = text[max(place - _SPACE, 0) : place]
    words = before.rstrip()
    return "\n" in before[len(words) :] or words.endswith(_CLOSING) or (not words and place <= _SPACE)


def _words_before(profile: Profile) -> list[str]:
    start = profile.side.claim.start
    return [fold(word) for _, _, word in tokens(profile.side.article.text[max(start - _REACH, 0) : start])]


def _one_word(profile: Profile) -> bool:
    return " " not in profile.side.claim.text


def _table(group: str) -> list[str]:
    words: list[str] = load("claimcheck.alignment", "nouns.toml")[group]
    return words
