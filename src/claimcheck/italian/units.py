"""Units of measure and currencies of data/units.toml, read at a token."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.italian.lexicon import load
from claimcheck.italian.tokens import Token, tokenize

PACKAGE = "claimcheck.italian.data"
_LONGEST = 5


class Unit(NamedTuple):
    """A unit at tokens [.., stop); the code is canonical (km, EUR), None for a currency without a country."""

    code: str | None
    stop: int


@cache
def _names(section: str) -> Mapping[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for code, names in load(PACKAGE, "units.toml")[section].items():
        for name in names:
            table[tuple(t.key for t in tokenize(name))] = code
    return table


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load(PACKAGE, "units.toml")[section]["words"])


@cache
def _firsts(section: str) -> frozenset[str]:
    """The words with which the names of a section begin: most tokens are none of them."""
    return frozenset(name[0] for name in _names(section))


def _longest(section: str, tokens: Sequence[Token], i: int) -> Unit | None:
    if tokens[i].key not in _firsts(section):
        return None
    table = _names(section)
    for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
        code = table.get(tuple(t.key for t in tokens[i : i + length]))
        if code is not None:
            return Unit(code or None, i + length)
    return None


def measure(tokens: Sequence[Token], i: int, *, in_digits: bool) -> Unit | None:
    """The unit of measure at token `i`; letter symbols (m, l, t) only after a number in digits."""
    if i >= len(tokens):
        return None
    found = _longest("measures", tokens, i)
    symbol = found and found.stop == i + 1 and tokens[i].key in _words("symbols")
    return None if symbol and not in_digits else found


def is_symbol(key: str) -> bool:
    """True for unit symbols that may stick to their number: 29km, 2l."""
    return key in _words("symbols")


def is_weak(key: str) -> bool:
    """True for unit words that mostly mean something else in the singular: un grado, un piede."""
    return key in _words("weak")


def is_magnitude(key: str) -> bool:
    """True for magnitudo, which stands before its number."""
    return key in _words("magnitude")


def is_engine(key: str) -> bool:
    """True for words about engines, beside which cavalli are a unit of power."""
    return key in _words("engine")


def currency(tokens: Sequence[Token], i: int) -> Unit | None:
    """The currency word or symbol at token `i`."""
    return _longest("currencies", tokens, i) if i < len(tokens) else None


def is_hundredth(key: str) -> bool:
    """True for centesimi and pence."""
    return key in _words("hundredths")


@cache
def currency_words() -> frozenset[str]:
    """The first words and symbols of currencies, which may stand before their number: € 20."""
    return _firsts("currencies")
