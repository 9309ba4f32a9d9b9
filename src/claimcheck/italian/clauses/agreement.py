"""Number: does a verb agree with a phrase, is it plural."""

from spacy.tokens import Doc, Span

from claimcheck.italian.clauses.phrases import Phrase, head_noun
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.grammar import CLITICS, PLURAL_ARTICLES


def agrees(doc: Doc, match: CueMatch, phrase: Phrase) -> bool:
    """False when the verb is plural and the phrase singular, or the other way round, both known."""
    group = [doc[k] for k in range(match.first, match.verb + 1)]
    finite = next(
        (t for t in group if t.lower_ not in CLITICS and t.pos_ in ("AUX", "VERB") and t.lower_ != "non"), None
    )
    head = head_noun(doc, phrase)
    number = head.morph.get("Number", []) if head is not None and head.pos_ == "NOUN" else []
    if finite is None or not number:
        return True
    several = "Plur" in number or doc[phrase[0]].lower_ in PLURAL_ARTICLES  # i media
    return finite.lower_.endswith(("no", "ro")) == several


def plural_verb(group: Span) -> bool:
    """True for a verb group in the third person plural: fanno sapere, hanno spiegato."""
    return any(t.lower_.endswith(("no", "ro")) and t.lower_ != "non" for t in group)
