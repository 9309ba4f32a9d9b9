"""Opening hours and the like: weekdays and hours of every week, which name no day of the calendar."""

from claimcheck.italian.calendar import weekday
from claimcheck.kinds.figures.scan import Scan, word_set


def scheduled(scan: Scan, i: int) -> bool:
    """True if the sentence around token `i` tells opening hours: `Aperto sabato dalle 10 alle 13`."""
    tokens = scan.sentence(i)
    if not any(token.key in word_set("schedule") for token in tokens):
        return False
    days = sum(weekday(token.key) is not None for token in tokens)
    hours = any(token.key == "dalle" for token in tokens) and any(token.key == "alle" for token in tokens)
    return days > 0 and hours
