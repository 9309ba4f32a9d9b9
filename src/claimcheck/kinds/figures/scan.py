"""What every figure rule looks at: the tokens of a text, its publication day, part-of-speech tags if any."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from claimcheck.italian.calendar import month
from claimcheck.italian.lexicon import load
from claimcheck.italian.numerals import cardinal
from claimcheck.italian.tokens import Token, tokenize
from claimcheck.model import Figure

PACKAGE = "claimcheck.kinds.figures"
_STOPS = frozenset(".!?;")
_REACH = 25
_PARTICIPLES = re.compile(r"(?:[aiu]t|nt|mort|post|dispers|[cp]ompars|uccis|evas|offes|assunt|elett)[ie]$")
_RELATIONAL = re.compile(
    r"(?:istic|[nrtc]al|[tlc]ian|ean|ces|nes|des|gles|ghes|litar|clear|ucrain|alban|cub)i$"
    r"|(?:istich|[nrtc]al|[tlc]ian|ean|ces|nes|des|gles|ghes|litar|clear|ucrain|alban|cuban)e$|(?:russ|stranier|turch|grech)[ie]$"
)
_PERFECT = re.compile(r"..(?:(?:at|ut|it|rs|tt|rt|ss|is|us|st)[oaie]|nt[oai])$")
_SHORTEST_REMOTE = 6
_NOUN_SHAPES = re.compile(r"(?:ier[ei]|ion[ei]|ment[oi]|tor[ei]|ist[ie]|[ae]nz[ae]|ezz[ae]|aggi)$")
_VOWELS = "aeiou"
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X", "SYM"})


@cache
def word_set(section: str, key: str = "words") -> frozenset[str]:
    """A word list of the kind's lexicon."""
    return frozenset(load(PACKAGE)[section][key])


@cache
def endings(name: str) -> tuple[str, ...]:
    """Endings of verb forms, from the kind's lexicon."""
    return tuple(load(PACKAGE)["endings"][name])


@dataclass(frozen=True, slots=True)
class Found:
    """A figure over tokens [start, stop) and the rule that made it."""

    start: int
    stop: int
    figure: Figure
    rule: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A text cut into tokens; `tags` maps character offsets to universal part-of-speech tags, empty without a tagger.

    `memo` keeps what was read so far by kind and token, for several rules ask for the same.
    """

    text: str
    tokens: tuple[Token, ...]
    anchor: date | None = None
    tags: Mapping[int, str] = field(default_factory=dict)
    memo: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str, anchor: date | None = None, tags: Mapping[int, str] | None = None) -> "Scan":
        """The scan of a text published on `anchor`."""
        return cls(text, tokenize(text), anchor, tags or {})

    def key(self, i: int) -> str:
        """The folded token `i`, empty outside the text."""
        if i < 0:
            return ""
        try:
            return self.tokens[i].key
        except IndexError:
            return ""

    def is_digits(self, i: int) -> bool:
        """True for a digit group."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "digits"

    def is_word(self, i: int) -> bool:
        """True for a word."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "word"

    def glued(self, i: int) -> bool:
        """True if token `i` follows the one before it without white space."""
        return 0 < i < len(self.tokens) and self.tokens[i].glued

    def run_on(self, i: int) -> bool:
        """True if token `i` is the first word of a paragraph whose break was lost: `nel 2001Per l'incontro`."""
        if not self.glued(i) or not self.is_word(i):
            return False
        text = self.tokens[i].text
        return len(text) > 2 and text[0].isupper() and text[1:].islower() and self.key(i) not in word_set("glued")

    def keys(self, i: int, words: Sequence[str]) -> bool:
        """True if the words stand at token `i`."""
        return self.key(i) == words[0] and all(self.key(i + k) == w for k, w in enumerate(words))

    def starts_line(self, i: int) -> bool:
        """True if token `i` opens a line or a sentence."""
        return i <= 0 or self.tokens[i].breaks or self.key(i - 1) in _STOPS or self.key(i - 1) in '“"«:–—-'

    def sentence(self, i: int) -> tuple[Token, ...]:
        """The tokens of the sentence around token `i`, at most REACH on either side."""
        low = high = i
        while low > 0 and i - low < _REACH and not self.tokens[low].breaks and self.key(low - 1) not in _STOPS:
            low -= 1
        last = len(self.tokens) - 1
        while high < last and high - i < _REACH and not self.tokens[high + 1].breaks and self.key(high) not in _STOPS:
            high += 1
        return self.tokens[low : high + 1]

    def future(self, i: int) -> bool:
        """True if the sentence around token `i` speaks of what is to come."""
        return any(
            t.kind == "word"
            and ((t.text.endswith(endings("future")) and len(t.text) > 3) or t.key in word_set("future"))
            for t in self.sentence(i)
        )

    def past(self, i: int) -> bool:
        """True if the sentence around token `i` has a verb in a past tense."""
        tokens = self.sentence(i)
        planned = word_set("future") | word_set("planning", "participles")
        return any(
            t.kind == "word" and (t.text.lower() in word_set("past_tense") or t.text.endswith(endings("past")))
            for t in tokens
        ) or any(
            first.text in word_set("near", "being") and _PERFECT.search(second.key) and second.key not in planned
            for first, second in pairwise(tokens)
        )

    def noun(self, i: int) -> bool:
        """True if token `i` can be the noun a number counts."""
        if not self.is_word(i):
            return False
        token = self.tokens[i]
        if token.breaks or self.run_on(i) or self._no_noun(i) or (len(token.key) < 2 and self.key(i + 1) != "&"):
            return False
        if token.text[-1] in "'’":
            return False
        tag = self.tags.get(token.start)
        if self.key(i + 1) == "&":
            return True
        if token.key.endswith(endings("remote")) and len(token.key) > _SHORTEST_REMOTE:
            return False
        if tag:
            borrowed = tag in ("VERB", "ADV", "ADP") and token.key[-1] not in _VOWELS  # gol, set: no Italian verb
            shaped = tag == "VERB" and (_PARTICIPLES.search(token.key) or _NOUN_SHAPES.search(token.key))
            return tag in _NOUN_TAGS or borrowed or bool(shaped)
        return not token.key.endswith(endings("verb")) and not token.text.endswith(("rà", "ò"))

    def _no_noun(self, i: int) -> bool:
        """True for prepositions, auxiliaries, months; a capital inside a line makes a noun (due Stati)."""
        token = self.tokens[i]
        if token.key == "stati" and (self.is_digits(i - 1) or cardinal(self.key(i - 1))):
            return False  # undici stati del Paese
        if month(token.key) is not None:
            return True
        rate = token.key in word_set("money", "rates") and self.is_digits(i - 1)
        return rate or (token.key in word_set("function") and not (token.capital and len(token.key) > 4))

    def noun_phrase(self, i: int) -> int:
        """The token after the counted noun that begins at `i` (adjectives before it included), 0 if none does."""
        j = self.head(i)
        if not self.noun(j):
            return 0
        j += 1
        linked = self.key(j) == "&" or (self.key(j) == "d" and self.glued(j + 1))
        return j + 2 if linked and self.is_word(j + 1) else j

    def head(self, i: int) -> int:
        """The noun of the counted noun that begins at `i`, behind its adjectives."""
        j = i
        while j - i < 3 and self.premodifier(j) and (self.noun(j + 1) or self.premodifier(j + 1)):
            j += 1
        return j

    def relational(self, i: int) -> bool:
        """True for an adjective that belongs to the noun before it: missili balistici, soldati ucraini, posti letto."""
        if self.key(i) in word_set("compounds") and not self.tokens[i].breaks:
            return self.tokens[i].text.islower()
        if (
            not self.is_word(i)
            or self.tokens[i].breaks
            or self.tokens[i].capital
            or not _RELATIONAL.search(self.key(i))
        ):
            return False
        return self.tags.get(self.tokens[i].start, "ADJ") in ("ADJ", "NOUN")

    def premodifier(self, i: int) -> bool:
        """True for an adjective that can stand between a number and its noun."""
        if not self.is_word(i) or self.tokens[i].breaks:
            return False
        token = self.tokens[i]
        return token.key in word_set("premodifier") or (
            self.tags.get(token.start) == "ADJ"
            and i + 1 < len(self.tokens)
            and self.tags.get(self.tokens[i + 1].start) == "NOUN"
        )

    def slice(self, start: int, stop: int) -> str:
        """The text of tokens [start, stop)."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end] if stop > start else ""
