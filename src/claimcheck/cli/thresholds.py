"""`--min-score [NAME=]X`: how sure pairs must be that they state one fact, all of them, of a kind, of a relation."""

from collections.abc import Iterable
from typing import get_args

import typer

from claimcheck.model import ClaimKind, Relation
from claimcheck.report.selection import EVERY

NAMES = (EVERY, *get_args(ClaimKind), *get_args(Relation))


def thresholds(texts: Iterable[str]) -> dict[str, float]:
    """`0.6` and `conflict=0.8` as scores by name; typer.BadParameter for another name or no number from 0 to 1."""
    return dict(map(_threshold, texts))


def _threshold(text: str) -> tuple[str, float]:
    name, named, score = text.rpartition("=")
    name = name if named else EVERY
    if name not in NAMES:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(NAMES)}", param_hint="--min-score")
    try:
        least = float(score)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise typer.BadParameter(f"{score!r} is not a number from 0 to 1", param_hint="--min-score")
    return name, least
