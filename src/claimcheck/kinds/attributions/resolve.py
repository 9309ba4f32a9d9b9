"""Stance and extent of reported content, from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import table
from claimcheck.italian.grammar import DISSOCIATION, POSSIBILITY, QUOTE_OPEN
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_GOVERNOR = 4  # tokens before a cue in which the report that governs it ends with che
_FLIPPED: dict[str, Stance] = {"denied": "hedged", "hedged": "denied"}


def stance_of(doc: Doc, match: CueMatch | None, start: int, end: int) -> Stance:
    """The stance of the content tokens [start, end) under its cue.

    The cue's own stance first (negare, ipotizzare), turned when the cue is negated (non esclude); then the conditional
    of dissociation, of the cue (avrebbe minacciato di) or of the content's first finite verb (avrebbe regalato).
    """
    if match is not None and match.cue.stance != "asserted":
        return _FLIPPED[match.cue.stance] if match.negated else match.cue.stance
    if match is not None and match.cue.name in table("hearsay", "verbs") and _rumour(doc, match):
        return "hedged"
    if match is not None and _said_on_hearsay(doc, match):
        return "hedged"
    if match is not None and _future_in_past(doc, match):
        return "asserted"
    return "hedged" if dissociated(doc, start, end, strict=False) else "asserted"


def _rumour(doc: Doc, match: CueMatch) -> bool:
    """si dice che: nobody says so; not nel convegno si è detto che."""
    return match.voice == "impersonal" and match.clitic == "si" and match.form.mood == "present"


def _said_on_hearsay(doc: Doc, match: CueMatch) -> bool:
    """avrebbe detto che: who says so is hearsay; not in a question, under se, under another report, after nessuno."""
    if match.negated or not any(t.lower_ in DISSOCIATION for t in doc[match.first : match.verb]):
        return False
    sentence = doc[match.verb].sent
    before = {t.lower_ for t in doc[max(sentence.start, match.first - _GOVERNOR) : match.first]}
    supposed = any(t.lower_ in ("se", "qualora") for t in sentence) or sentence.text.rstrip('»”" ').endswith("?")
    return not supposed and not before & {"che", "chi", "nessuno", "nessuna", "mai"}


def _future_in_past(doc: Doc, match: CueMatch) -> bool:
    """aveva promesso che sarebbe tornato: a future seen from the past, no hearsay."""
    past = match.first < match.verb or match.form.mood in ("past", "imperfect")
    pluperfect = any(t.lower_ in ("aveva", "avevano") for t in doc[match.first : match.verb])
    return past and (match.cue.promise or pluperfect)


def dissociated(doc: Doc, start: int, end: int, *, strict: bool = True) -> bool:
    """True if the first finite verb is a conditional of hearsay, outside if-clauses and quotation.

    `strict` asks for a compound verb (avrebbe preso); under a source of its own any will do (sarebbe vuota).
    """
    for i in _outside_brackets(doc, start, end):
        token = doc[i]
        if token.lower_ in ("se", "qualora") or token.text in '“«"':
            return False
        if token.lower_ in DISSOCIATION:
            there_is = i > start and doc[i - 1].lower_ in ("ci", "vi", "c'", "c’")
            label = i + 1 < end and doc[i + 1].text in QUOTE_OPEN  # sarebbe “un errore”
            return not strict or there_is or label or any(_participle(doc, k) for k in range(i + 1, min(i + 4, end)))
        if token.lower_ in POSSIBILITY:
            return True
        if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []):
            return False
    return False


def _outside_brackets(doc: Doc, start: int, end: int) -> Iterator[int]:
    """The tokens [start, end) without what stands between round brackets."""
    depth = 0
    for i in range(start, end):
        depth += (doc[i].text == "(") - (doc[i].text == ")" and depth > 0)
        if depth == 0:
            yield i


def _participle(doc: Doc, i: int) -> bool:
    return "Part" in doc[i].morph.get("VerbForm", []) or doc[i].lower_.endswith(
        ("ato", "ata", "ito", "ita", "uto", "uta", "ati", "ate", "iti", "ite", "uti", "ute")
    )
