"""Stance and extent of reported content, from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.grammar import DISSOCIATION, POSSIBILITY, QUOTE_OPEN
from claimcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FLIPPED: dict[str, Stance] = {"denied": "hedged", "hedged": "denied"}


def stance_of(doc: Doc, match: CueMatch | None, start: int, end: int) -> Stance:
    """The stance of the content tokens [start, end) under its cue.

    The cue's own stance first (negare, ipotizzare), turned when the cue is negated (non esclude); then the conditional
    of dissociation in the content's first finite verb (avrebbe regalato).
    """
    if match is not None and match.cue.stance != "asserted":
        return _FLIPPED[match.cue.stance] if match.negated else match.cue.stance
    return "hedged" if dissociated(doc, start, end) else "asserted"


def dissociated(doc: Doc, start: int, end: int) -> bool:
    """True if the first finite verb is a conditional of hearsay, outside if-clauses and quotation."""
    for i in range(start, end):
        token = doc[i]
        if token.lower_ in ("se", "qualora") or token.text in '“«"':
            return False
        if token.lower_ in DISSOCIATION:
            there_is = i > start and doc[i - 1].lower_ in ("ci", "vi", "c'", "c’")
            label = i + 1 < end and doc[i + 1].text in QUOTE_OPEN  # sarebbe “un errore”
            return there_is or label or any(_participle(doc, k) for k in range(i + 1, min(i + 4, end)))
        if token.lower_ in POSSIBILITY:
            return True
        if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []):
            return False
    return False


def _participle(doc: Doc, i: int) -> bool:
    return "Part" in doc[i].morph.get("VerbForm", []) or doc[i].lower_.endswith(
        ("ato", "ata", "ito", "ita", "uto", "uta")
    )
