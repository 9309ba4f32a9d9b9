"""Claims of Italian news articles, compared across sources.

>>> import claimcheck
>>> readings = claimcheck.extract(claimcheck.read(["data/articles"]).articles)
>>> comparison = claimcheck.compare(readings)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.api import add, extract
    from claimcheck.checking import check
    from claimcheck.comparison import compare
    from claimcheck.corpus import Corpus
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import (
        Alignment,
        Article,
        Attribution,
        Check,
        Claim,
        Comparison,
        Figure,
        Head,
        Pair,
        Reading,
        Result,
        Span,
    )
    from claimcheck.reading import ReadResult, read

_HOMES = {
    "add": "claimcheck.api",
    "extract": "claimcheck.api",
    "check": "claimcheck.checking",
    "Corpus": "claimcheck.corpus",
    "compare": "claimcheck.comparison",
    "ClaimcheckError": "claimcheck.errors",
    "read": "claimcheck.reading",
    "ReadResult": "claimcheck.reading",
}

__all__ = [
    "Alignment",
    "Article",
    "Attribution",
    "Check",
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "Corpus",
    "Figure",
    "Head",
    "Pair",
    "ReadResult",
    "Reading",
    "Result",
    "Span",
    "add",
    "check",
    "compare",
    "extract",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `import claimcheck` starts without spaCy (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "claimcheck.model")), name)
