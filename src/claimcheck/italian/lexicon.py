"""The word tables of the Italian side: the loader of the package under the name the rules use."""

from claimcheck.tables import load

__all__ = ["load"]
