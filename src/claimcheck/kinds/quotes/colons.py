"""Quotes after a colon: Rossi: «…»; La replica di Bianchi: «…»; Il premier rinnova la minaccia: «…»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.italian.clauses.asides import whose_words
from claimcheck.italian.clauses.phrases import Phrase, head_noun, phrase_from, phrase_to
from claimcheck.italian.clauses.surface import sentence_bounds
from claimcheck.italian.cues import speech_nouns, table
from claimcheck.italian.grammar import ARTICULATED, DA, DI, IN, SU, A
from claimcheck.italian.nouns import named_after, noun_class
from claimcheck.kinds.quotes.types import Quoted, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimcheck.italian.clauses.types import Scene


DASHES = ("–", "—", "-")
AGAIN = frozenset({"ancora", "sempre"})


def after_colon(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """Rossi: «…»; La replica di Bianchi: «…»; Il premier rinnova la minaccia: «…»."""
    i = colon_before(doc, quoted)
    if i is None:
        return None
    start, _ = sentence_bounds(doc, i)
    phrase = phrase_to(doc, _before_brackets(doc, i, start), start)
    voice = named(doc, phrase, view, "colon") if phrase and phrase[0] == start else None
    return voice or _clause_before_colon(doc, start, i, view)


def _before_brackets(doc: Doc, colon: int, start: int) -> int:
    """Conti (Federazione): «…»: the token after the name, brackets that say whose he is passed over."""
    if doc[colon].text != "):" and doc[colon - 1].text != ")":
        return colon
    return next((k for k in range(colon - 1, start, -1) if doc[k].text == "("), colon)


def colon_before(doc: Doc, quoted: Quoted) -> int | None:
    """The colon right before the quote, marks and spaces skipped; one that opens the text does not count."""
    i = quoted.first - 1
    while i >= 0 and (doc[i].is_quote or (doc[i].is_space and "\n" not in doc[i].text) or doc[i].text in "“«\"‘'–-"):
        i -= 1
    return i if i >= 1 and doc[i].text in (":", "):") else None


def after_name_and_colon(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """Zone blu, la vicesindaca Ferri: «…»: a capitalised run right before the colon, whatever the recogniser says."""
    colon = colon_before(doc, quoted)
    if colon is None:
        return None
    start, _ = sentence_bounds(doc, colon)
    colon, given = _before_brackets(doc, colon, start), colon
    bracketed = colon < given
    first = colon
    while first > start and doc[first - 1].text[:1].isupper():
        first -= 1
    unsure = first == start and colon - first == 1 and not doc[first].ent_type_ and not bracketed
    if first == colon or unsure:
        return None
    if _somewhere(doc, first) or _undergoes(doc, first):
        return None
    joint = [(first, colon)]
    if first - 1 > start and doc[first - 1].lower_ in ("e", "ed"):  # Lega e Forza Italia: «…»
        left = phrase_to(doc, first - 1, start)
        joint = [left, *joint] if left and left[0] == start and doc[left[0]].text[:1].isupper() else joint
    names = [view.names.resolve(p) for p in joint]
    return Voice("; ".join(n for n in names if n) or None, (joint[0][0], colon), None, (), "colon-name")


def _somewhere(doc: Doc, first: int) -> bool:
    """True for a name that says where or after whom: i lavori di corso Belgio: «…», strage a Milano: «…»."""
    before = doc[first - 1] if first else None
    if before is None:
        return False
    led = before.lower_ in A | IN | SU | DI | ARTICULATED or (before.pos_ == "DET" and doc[first - 2].pos_ == "ADP")
    place = led and doc[first].ent_type_ != "PER"
    return place or before.lower_ in named_after()


def _undergoes(doc: Doc, first: int) -> bool:
    """True for a name to whom a thing happened, who does not tell of it: la morte di Conti: «…», Caso Conti: «…»."""
    if first == 0:
        return False
    k = first - 1 - (first > 1 and doc[first - 1].lower_ in DI)
    while k and doc[k].pos_ in ("ADJ", "ADV"):
        k -= 1
    return doc[k].lower_ in table("orphan", "undergone")


def _clause_before_colon(doc: Doc, start: int, colon: int, view: Scene) -> Voice | None:
    """The subject of the clause before the colon when it can speak, else the last person named in it."""
    agent = phrase_to(doc, colon, start)
    if agent and agent[0] > start and doc[agent[0] - 1].lower_ in DA:
        voice = named(doc, agent, view, "colon-agent")
        if voice is not None:
            return voice
    head = head_noun(doc, agent) if agent else None
    aside = agent is not None and agent[0] > start + 1 and doc[agent[0] - 1].text in (",", "–", "|")
    aside = aside and agent is not None and doc[agent[0] - 2].ent_type_ != "PER"  # Anna Riva, il legale: him or her?
    if agent and head and aside and noun_class(head.text) == "person" and doc[agent[0]].pos_ == "DET":
        return named(doc, agent, view, "colon-person")  # Caso ponte, il legale: «…»
    last = next((p for p in view.names.people if p.end == colon and p.start > start), None)
    if last is not None and (doc[last.start - 1].is_punct or doc[last.start - 1].like_num):
        return named(doc, (last.start, last.end), view, "colon-person")  # Caso ponte, Conti: «…»
    for k in range(colon - 1, start - 1, -1):
        gathered = k == start and doc[k].dep_ == "ROOT" and doc[k + 1].lower_ in IN  # Tassisti in piazza: «…»
        event = doc[k].head.lower_ in table("orphan", "undergone")  # Morte X, due medici indagati: «…»
        if (doc[k].dep_ == "nsubj" and not event) or gathered:
            phrase = phrase_from(doc, min([k, *(t.i for t in doc[k].lefts)]), colon)
            if (
                phrase
                and not _undergoes(doc, phrase[0])
                and (doc[k].ent_type_ in ("PER", "ORG") or noun_class(doc[k].text) == "person")
            ):
                return named(doc, phrase, view, "colon-subject")
    inside = (p for p in view.names.people if start <= p.start and p.end <= colon)
    people = [p for p in inside if not _undergoes(doc, p.start)]
    if people and not _belongs(doc, people[-1].start, start):
        return named(doc, (people[-1].start, people[-1].end), view, "colon-person")
    return None


def _belongs(doc: Doc, i: int, start: int) -> bool:
    """True for a name in a complement: indagati per la morte del boss Conti: «…»."""
    k = i - 1
    while k > start and doc[k].pos_ in ("NOUN", "ADJ", "DET"):
        k -= 1
    return k >= start and doc[k].lower_ in DI


def signature(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """«…» – Rossi; «…» (Rossi): a name after a dash or in brackets, where the paragraph ends."""
    i = _dash_after(doc, quoted)
    phrase = phrase_from(doc, i + 1, sentence_bounds(doc, i)[1]) if i is not None else None
    if phrase is None:
        return None
    rest = doc[phrase[1]] if phrase[1] < len(doc) else None
    ends = rest is None or rest.is_space or rest.text in (")", ".") or rest.is_sent_start
    return named(doc, phrase, view, "signature") if ends else None


def once_more(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """«… – ancora Rossi – …»: an aside that has no verb."""
    i = _dash_after(doc, quoted)
    if i is None or doc[i + 1].lower_ not in AGAIN:
        return None
    phrase = phrase_from(doc, i + 2, sentence_bounds(doc, i)[1])
    closed = phrase is not None and phrase[1] < len(doc) and doc[phrase[1]].text in DASHES
    return named(doc, phrase, view, "once-more") if phrase and closed else None


def _dash_after(doc: Doc, quoted: Quoted) -> int | None:
    """The dash or bracket right after the quote, closing marks skipped, when something follows it."""
    i = quoted.last + 1
    while i < len(doc) and doc[i].is_quote:
        i += 1
    return i if i + 1 < len(doc) and doc[i].text in (*DASHES, "(") else None


def named(doc: Doc, phrase: Phrase, view: Scene, rule: str) -> Voice | None:
    """The speaker a phrase names; a noun of speech hands over to its complement (la replica di X)."""
    phrase = whose_words(doc, phrase)
    head = head_noun(doc, phrase)
    body = head is not None and noun_class(head.text) == "body" and rule == "colon"  # La difesa: «…»
    if head is None or (head.lower_ in speech_nouns() and not body):
        return None
    named = all(t.text[:1].isupper() or t.lower_ in DI for t in doc[head.i : phrase[1]] if t.is_alpha)
    if not (head.ent_type_ or (head.pos_ == "PROPN" and named) or noun_class(head.text)):
        return None
    return Voice(view.names.resolve(phrase), phrase, None, (), rule)
