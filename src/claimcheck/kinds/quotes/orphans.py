"""Quotes without a verb of their own: the sentence after or before says whose they are; answers of an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.italian.clauses.mentions import with_apposition
from claimcheck.italian.clauses.phrases import Phrase, can_speak, phrase_from
from claimcheck.italian.clauses.surface import sentence_bounds, surface
from claimcheck.italian.cues import cue_forms, speech_nouns, table
from claimcheck.italian.grammar import DA, DI, ESSERE, FLOATING, STATO, SU, TIMES
from claimcheck.kinds.quotes.colons import named
from claimcheck.kinds.quotes.types import Quoted, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimcheck.italian.clauses.types import Scene

_NOUN_REACH = 7  # tokens from È, Questo to the noun of speech
_OWNER_REACH = 4  # tokens from that noun to di
_INFINITIVE_REACH = 14  # tokens from A dirlo to è
_ANSWERS = 3  # quotes after a question that make an interview
_ANSWER_WORDS = 3
_INFINITIVE = re.compile(r"\w+[aei]r(?:e|lo|la|li|le|ne|si)$")
_QUESTION = re.compile(r"\?\s*$")
_STOP = re.compile(r"[.?!…:»”\"]\s*$|\n\s*$")


def after_it(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """“…”. Così il sindaco; È l'annuncio del club; A dirlo è Rossi; L'allarme arriva dall'Unicef; Ne è convinto X."""
    bounds = _following(doc, quoted)
    lead = doc[sentence_bounds(doc, quoted.first)[0] : quoted.first]
    if bounds is None or any(t.is_alpha for t in lead):
        return None
    for find in (_thus, _noun, _to_say_it, _idiom):
        phrase = find(doc, *bounds)
        if phrase is not None and can_speak(doc, phrase):
            return named(doc, with_apposition(doc, phrase, bounds[1]), view, "after-it")
    return None


def before_it(doc: Doc, quoted: Quoted, view: Scene) -> Voice | None:
    """Il sindaco ha annunciato la chiusura. “…”: who speaks in the sentence right before a quote that stands alone."""
    start = sentence_bounds(doc, quoted.first)[0]
    text = surface(doc)
    gap = text[doc[start - 1].idx : quoted.start] if start else "\n"
    alone = not any(t.is_alpha for t in doc[start : quoted.first])
    if start == 0 or not alone or "\n" in gap:
        return None
    begin, end = sentence_bounds(doc, start - 1)
    if any(m.start < doc[end - 1].idx and doc[begin].idx < m.end for m in view.marks):
        return None  # a quote stands there: it hands on its own speaker
    report = next((r for r in reversed(view.between(begin, end)) if r.match is not None and r.source), None)
    if report is None or report.mention is None or not can_speak(doc, report.mention) or report.how == "impersonal":
        return None
    return Voice(report.source, None, None, report.via, "before-it")


def handed_on(doc: Doc, quoted: Quoted, last: tuple[Quoted, Voice]) -> Voice | None:
    """The speaker of the quote before for the first words of an article under a headline of his, and for a new topic.

    Conti: «Non mollo» / «Vado avanti», at the head of the text; Sul bilancio: «…», in the paragraph of a quote of his.
    """
    text, (before, voice) = surface(doc), last
    gap = text[before.end : quoted.start]
    headline = "\n" not in text[: before.start].strip() and voice.rule.startswith("colon")
    if headline and gap.count("\n") >= 1 and not any(c.isalnum() for c in gap):
        return Voice(voice.source, None, None, voice.via, "headline")
    start = sentence_bounds(doc, quoted.first)[0]
    lead = doc[start : quoted.first]
    topic = len(lead) > 1 and lead[0].lower_ in SU and not any(_finite(doc, t.i) for t in lead)
    announced = text[: quoted.start].rstrip(" \"“«‘'„")[-1:] == ":"
    if topic and announced and "\n" not in gap:
        return Voice(voice.source, None, None, voice.via, "topic")
    return None


def answers(doc: Doc, view: Scene) -> dict[int, Voice]:
    """The answers of an interview by their first character: quotes that stand alone, three or more after a question.

    The one who answers is the speaker of the headline's quote (Rossi: «…»), else whoever is named most before.
    """
    text = surface(doc)
    alone = [m for m in view.marks if m.level == 0 and _STOP.search(text[: m.outer_start][-8:])]
    alone = [m for m in alone if len(text[m.start : m.end].split()) >= _ANSWER_WORDS]
    asked = [m for m in alone if _QUESTION.search(text[: m.outer_start][-8:])]
    if len(asked) < _ANSWERS:
        return {}
    start = next((t.i for t in doc if t.idx >= asked[0].start), len(doc))
    name = view.names.protagonist(start) if any(p.end <= start for p in view.names.people) else None
    return {m.start: Voice(name, None, None, (), "answer") for m in alone if m.start >= asked[0].start and name}


def _following(doc: Doc, quoted: Quoted) -> Phrase | None:
    """The sentence after the quote's own in its paragraph, as tokens."""
    i = quoted.last + 1
    while i < len(doc) and not any(c.isalnum() for c in doc[i].text):
        if "\n" in doc[i].text:
            return None
        i += 1
    stop = surface(doc)[quoted.end : doc[i].idx] if i < len(doc) else ""
    ended = any(c in stop for c in ".!?") or surface(doc)[quoted.end - 1] in ".!?…"
    capital = i < len(doc) and doc[i].text[:1].isupper()
    return (i, sentence_bounds(doc, i)[1]) if ended and capital else None


def _skip(doc: Doc, i: int, end: int, words: frozenset[str]) -> int:
    while i < end and (doc[i].lower_ in words or doc[i].is_punct):
        i += 1
    return i


def _thus(doc: Doc, i: int, end: int) -> Phrase | None:
    """Così il sindaco [al termine della riunione]: no verb after him."""
    if doc[i].lower_ != "così":
        return None
    phrase = phrase_from(doc, _skip(doc, i + 1, end, FLOATING | TIMES), end)
    verb = phrase and any(_finite(doc, k) for k in range(phrase[1], _first_comma(doc, phrase[1], end)))
    return None if verb else phrase


def _noun(doc: Doc, i: int, end: int) -> Phrase | None:
    """È l'annuncio di X, Questo il verdetto della Corte, Parola di X; L'allarme arriva da X."""
    opens = doc[i].lower_ in ESSERE | table("orphan", "pointing")
    nouns = speech_nouns() | table("orphan", "noun")
    noun = next((k for k in range(i, min(i + _NOUN_REACH, end)) if doc[k].lower_ in nouns), None)
    if noun is None or any(doc[k].is_punct for k in range(i, noun)):
        return None
    if opens or doc[noun].lower_ == "parola":
        owner = next((k for k in range(noun + 1, min(noun + _OWNER_REACH, end)) if doc[k].lower_ in DI), None)
        return phrase_from(doc, owner + 1, end) if owner is not None else None
    arrives = noun <= i + 2 and noun + 2 < end and doc[noun + 1].lower_ in table("orphan", "arriving")
    return phrase_from(doc, noun + 3, end) if arrives and doc[noun + 2].lower_ in DA else None


def _to_say_it(doc: Doc, i: int, end: int) -> Phrase | None:
    """A dirlo è X, Ad annunciarlo è stata X, A tirare le somme è X."""
    if doc[i].lower_ not in ("a", "ad") or i + 2 >= end or not _INFINITIVE.match(doc[i + 1].lower_):
        return None
    verb = next((k for k in range(i + 2, min(i + _INFINITIVE_REACH, end)) if doc[k].lower_ in ESSERE), None)
    if verb is None:
        return None
    verb = _skip(doc, verb + 1, end, STATO | FLOATING)
    return phrase_from(doc, verb + (verb < end and doc[verb].pos_ == "ADV"), end)


def _idiom(doc: Doc, i: int, end: int) -> Phrase | None:
    """Non ha dubbi X, Ne è convinta X, Non usa mezzi termini X; Il sindaco non ha dubbi."""
    for words in (idiom.split() for idiom in table("orphan", "idiom")):
        if [doc[k].lower_ for k in range(i, min(i + len(words), end))] == words:
            return phrase_from(doc, _skip(doc, i + len(words), end, FLOATING), end)
    phrase = phrase_from(doc, i, end)
    verb = phrase[1] if phrase else end
    forms = cue_forms().get(doc[verb].lower_, ()) if verb < end and _finite(doc, verb) else ()
    if verb + 1 < end and (doc[verb + 1].lower_ == "che" or doc[verb + 1].text in ':«“"'):
        return None  # that verb has words of its own
    return phrase if any("quote" in f.cue.use and "obj" not in f.cue.use for f in forms) else None


def _first_comma(doc: Doc, i: int, end: int) -> int:
    return next((k for k in range(i, end) if doc[k].text in ",;:" or doc[k].lower_ in ("che", "cui")), end)


def _finite(doc: Doc, i: int) -> bool:
    return doc[i].pos_ in ("VERB", "AUX") and "Fin" in doc[i].morph.get("VerbForm", [])
