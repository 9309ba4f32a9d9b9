"""Opening hours and the like: weekdays and hours of every week, which name no day of the calendar."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.italian.calendar import weekday
from claimcheck.italian.tokens import Token
from claimcheck.kinds.figures.scan import Scan, word_set

EVERY_WEEK = "XXXX-WXX"  # the TIMEX3 value of a weekday of no week in particular; a set of days asserts none of them
_REACH = 40
_ENDS = frozenset(".!?")


def scheduled(scan: Scan, i: int) -> bool:
    """True if the sentence around token `i` tells opening hours: `Aperto sabato dalle 10 alle 13`, `7 giorni su 7`."""
    tokens = _around(scan, i)
    if _every_week(tokens):
        return True
    if not any(token.key in word_set("schedule") for token in tokens):
        return False
    days = any(weekday(token.key) is not None or token.key in word_set("schedule", "daily") for token in tokens)
    opening = any(token.key in word_set("schedule", "from") for token in tokens)
    hours = opening and any(token.key == "alle" for token in tokens)
    return days and hours


def _around(scan: Scan, i: int) -> Sequence[Token]:
    """The tokens of the sentence around token `i`, semicolons passed over, at most REACH on either side."""
    low = high = i
    while low > 0 and i - low < _REACH and not scan.tokens[low].breaks and scan.key(low - 1) not in _ENDS:
        low -= 1
    last = len(scan.tokens) - 1
    while high < last and high - i < _REACH and not scan.tokens[high + 1].breaks and scan.key(high) not in _ENDS:
        high += 1
    return scan.tokens[low : high + 1]


def _every_week(tokens: Sequence[Token]) -> bool:
    """da lunedì a venerdì ore 9.30, tutti i giorni dalle 10 alle 12: days of every week with their hours."""
    keys = [token.key for token in tokens]
    daily = ("tutti", "i", "giorni") in zip(keys, keys[1:], keys[2:], strict=False) or ("ogni", "giorno") in pairwise(
        keys
    )
    if daily and "dalle" in keys and "alle" in keys:
        return True
    return any(
        keys[k] in ("da", "dal")
        and weekday(keys[k + 1]) is not None
        and keys[k + 2] in ("a", "al")
        and weekday(keys[k + 3]) is not None
        and word_set("schedule", "hours").intersection(keys[k + 4 : k + 6])
        for k in range(len(keys) - 5)
    )
