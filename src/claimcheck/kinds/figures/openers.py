"""With what a figure can begin: every token belongs to classes, and a rule is tried only at the classes it names.

Only speed depends on it: most words of a text begin no figure, and most that do begin one kind only.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from claimcheck.italian.calendar import words as calendar_words
from claimcheck.italian.lexicon import load
from claimcheck.italian.numerals import cardinal, elided, number_words, ordinal, words
from claimcheck.italian.tokens import TokenKind
from claimcheck.italian.units import currency_words
from claimcheck.kinds.figures.ages import in_word
from claimcheck.kinds.figures.eras import roman
from claimcheck.kinds.figures.months import QUOTES
from claimcheck.kinds.figures.multiples import multiplying_verbs
from claimcheck.kinds.figures.scan import PACKAGE, word_set

_CALENDAR = {
    "month": ("months", "months_short"),
    "weekday": ("weekdays", "weekdays_short", "weekdays_plural"),
    "season": ("seasons",),
    "day": ("deictic",),
    "hundred": ("hundreds",),
}
KEPT = 2**16  # words remembered with what they can begin
_SHIFTS = ("past", "next", "this", "last")
_EDGES = ("begin", "end", "middle", "halves")


@lru_cache(maxsize=KEPT)
def classes(kind: TokenKind, text: str, key: str) -> frozenset[str]:
    """The classes of a token: `digits`, `number`, `ordinal`, `month`, `shift` …; none for most words.

    `text` may be left empty but for words in capitals, which can be Roman numerals.
    """
    if kind == "digits":
        return frozenset({"digits"})
    found = {name for name, members in _tables().items() if key in members}
    if kind == "mark":
        return frozenset(found & {"currency", "quote"})
    if kind == "code":
        return frozenset()
    if cardinal(key) is not None or elided(key):
        found.add("number")
    if ordinal(key):
        found.add("ordinal")
    if roman(text):
        found.add("roman")
    if in_word(key) is not None:
        found.add("age")
    return frozenset(found)


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    """The words of each class that is a list."""
    lexicon = load(PACKAGE)
    tables = {name: frozenset().union(*map(calendar_words, sections)) for name, sections in _CALENDAR.items()}
    feasts = (*calendar_words("holidays"), *calendar_words("easter"))
    return tables | {
        "feast": frozenset(name.split()[0] for name in feasts),
        "shift": frozenset().union(*(word_set("relative", name) for name in _SHIFTS)),
        "edge": frozenset().union(*(word_set("relative", name) for name in _EDGES)),
        "number": number_words() - words("one"),
        "one": words("one"),
        "currency": currency_words(),
        "multiple": frozenset((*lexicon["multiple"], *multiplying_verbs())),
        "quote": QUOTES,
        **{name: word_set("opening", name) for name in lexicon["opening"]},
    }
