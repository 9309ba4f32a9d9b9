"""How sure a speaker or source is, by the pass that found it: high, medium or low."""

from typing import Literal

from claimcheck.italian.cues import table

Confidence = Literal["high", "medium", "low"]


def confidence(rule: str) -> Confidence:
    """The class of a rule `pass/how`: what stands in the text beside a verb is sure, what is handed on less so.

    >>> confidence("after/inversion"), confidence("after/null-subject"), confidence("floating")
    ('high', 'medium', 'low')
    """
    parts = set(rule.split("/"))
    if parts & table("confidence", "low"):
        return "low"
    return "medium" if parts & table("confidence", "medium") else "high"
