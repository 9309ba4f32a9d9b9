"""The day a text says it was published: its dateline, read from the first lines only."""

import re
from datetime import date

from claimcheck.tables import load

_WORDS = load("claimcheck.reading", "dateline.toml")
_MONTHS: list[str] = _WORDS["months"]
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?\\.?" for m in _MONTHS)
_WEEKDAY = f"(?:(?:{'|'.join(_WORDS['weekdays'])}),? )?"
_DAY = (
    rf"(?:(?P<d>\d{{1,2}})[°º]? (?P<m>{_MONTH}) (?P<y>(?:19|20)\d\d)|"
    r"(?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<y2>(?:19|20)\d\d))"
)
_CLOCK = r"(?:,? ?(?:-|alle|ore|h)? ?(?:ore )?\d{1,2}[:.]\d\d)?"
_FLAGS = re.IGNORECASE
LABELLED = re.compile(rf"^\W*(?:{'|'.join(_WORDS['labels'])})\b(?: (?:il|in data))?:? ?{_WEEKDAY}{_DAY}", _FLAGS)
ALONE = re.compile(rf"^\W*{_WEEKDAY}{_DAY}{_CLOCK}\W*$", _FLAGS)
_PLACE = r"(?:\W*[^\W\d][^\n.!?:;\d]{1,60}[,)] ?)?"
PLACED = re.compile(rf"^{_PLACE}{_WEEKDAY}{_DAY} ?(?:\([^)\n]{{1,30}}\) ?)?[-–—]", _FLAGS)
LINES = 6
"""Non-blank lines searched."""


def dateline(text: str) -> str | None:
    """The ISO date of the dateline ("Roma, 24 gennaio 2024 –", "Pubblicato il 24/01/2024", a line with a date alone).

    None when there is none, when it lacks the year, or when the day does not exist.
    """
    lines = [line.strip() for line in text[:5000].split("\n") if line.strip()][:LINES]
    for pattern in (LABELLED, PLACED, ALONE):
        for line in lines:
            found = pattern.match(line[:160])
            if found:
                return _iso(found)
    return None


def _iso(found: re.Match[str]) -> str | None:
    if found["d"]:
        prefix = found["m"][:3].lower()
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(prefix))
        day, year = found["d"], found["y"]
    else:
        month, day, year = int(found["m2"]), found["d2"], found["y2"]
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
