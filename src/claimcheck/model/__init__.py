"""Frozen values that flow through the package; no spaCy, no input or output."""

from claimcheck.model.archive import Change, Check, Head, Hit, Result, Revision, Stats, Verdict
from claimcheck.model.claims import Attribution, Claim, ClaimKind, Form, Reading, Stance
from claimcheck.model.relations import Alignment, ClaimRef, Comparison, Difference, Pair, Relation
from claimcheck.model.text import Article, Span
from claimcheck.model.values import Figure, FigureKind, Interval

__all__ = [
    "Alignment",
    "Article",
    "Attribution",
    "Change",
    "Check",
    "Claim",
    "ClaimKind",
    "ClaimRef",
    "Comparison",
    "Difference",
    "Figure",
    "FigureKind",
    "Form",
    "Head",
    "Hit",
    "Interval",
    "Pair",
    "Reading",
    "Relation",
    "Result",
    "Revision",
    "Span",
    "Stance",
    "Stats",
    "Verdict",
]
