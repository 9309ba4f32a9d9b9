"""The weights and limits of alignment, read from weights.toml."""

from functools import cache

from claimcheck.italian.lexicon import load


@cache
def weights(family: str) -> dict[str, float]:
    """The weights of one family of claims, or the limits of `event`."""
    table: dict[str, float] = load("claimcheck.alignment", "weights.toml")[family]
    return table
