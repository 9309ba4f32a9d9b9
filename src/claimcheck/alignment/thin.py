"""A veto on chance: a few everyday words that a short claim shares with a much longer one do not make one fact."""

from functools import cache

from claimcheck.alignment.features import Profile, Topic
from claimcheck.italian.lexicon import load
from claimcheck.italian.stems import stem

FEW = 5
"""Shared words up to which a pair is thin."""
PHRASE = 2
"""Shared words that may be no more than a stock phrase, however rare (`buona volontà`)."""
LONGER = 3
"""How many times as many words as they share the longer claim has."""
LONG = 10
"""Content words of a claim that is much longer than another; below that a few shared words are a good part of both."""
_KIN = 6


def thin(a: Profile, b: Profile, one: Topic, other: Topic) -> bool:
    """True if two claims share at most FEW words, common ones, out of a much longer claim, and nothing else ties.

    A word is telling when it is neither common in news at large (`common.toml`) nor a name of the event. A tie is also
    a telling word beside the short claim that the long one holds, or two words of one root (`costituzionale`,
    `costituzionalità`). A claim found whole in the other is not thin.
    """
    short, long = sorted((a, b), key=lambda profile: (len(profile.own), profile.article))
    few, many = set(short.own), set(long.own)
    shared = few & many
    if few <= many or len(shared) > FEW or len(many) < max(LONGER * len(shared), LONG):
        return False
    if short.anaphoric or long.anaphoric:
        return False
    beside = set(short.around) & (many - few)
    kin = {word for word in few - many if any(_kin(word, found) for found in many - few)}
    ties = beside | kin | (shared if len(shared) > PHRASE else set())
    return not any(_telling(word, one, other) for word in ties)


def _telling(word: str, one: Topic, other: Topic) -> bool:
    return not common(word) and word not in one.names and word not in other.names


def common(word: str) -> bool:
    """True if a stem is common in news at large (`common.toml`)."""
    return word in _common()


def _kin(one: str, other: str) -> bool:
    return one[:_KIN] == other[:_KIN] and min(len(one), len(other)) >= _KIN


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in load("claimcheck.alignment", "common.toml")["words"])
