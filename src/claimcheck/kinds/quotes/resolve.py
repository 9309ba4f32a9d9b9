"""Form of a quotation: a clause of somebody's words, a phrase of them, or a name nobody uttered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.italian.clauses.surface import surface
from claimcheck.italian.cues import speech_nouns, table, titled_nouns
from claimcheck.italian.grammar import PHRASE_OPENING, RELATIVES
from claimcheck.italian.sentences import sentence_starts
from claimcheck.model import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_CLAUSE_WORDS = 8
_TERM_WORDS = 4
_TITLE_WORDS = 12  # words of a title after a noun for works and events


def form_of(doc: Doc, start: int, end: int, *, uttered: bool) -> Form:
    """The form of the quoted characters [start, end); `uttered` says that a cue or speaker was found for them."""
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return "partial" if uttered else "term"
    count = sum(t.is_alpha for t in words)
    if _label(doc, words, count):
        return "term"
    if not uttered and not _headline(doc, words, start) and (count <= _TERM_WORDS and not _clause(words)):
        return "term"
    return "direct" if _direct(doc, words, start) else "partial"


def _headline(doc: Doc, words: Span, start: int) -> bool:
    """Tassisti in piazza: «Basta tagli»: words after a colon in the first line; not Il tema: «Donne e lavoro»."""
    before = surface(doc)[:start]
    if "\n" in before.strip() or not words.text[:1].isupper():
        return False
    titles = any(t.lower_ in table("noun", "heading") for t in doc[: words.start])
    return before.rstrip(" \"“«‘'„").endswith(":") and not titles


def _label(doc: Doc, words: Span, count: int) -> bool:
    """True for the name of the thing before it: il film “La neve”, not le parole “Mai più”, not un piano “vecchio”."""
    noun = doc[words.start - 2] if words.start > 1 and doc[words.start - 1].is_quote else None
    if noun is None or not noun.is_lower or noun.lower_ in speech_nouns() - titled_nouns():
        return False
    if noun.lower_ in titled_nouns():
        return words.text[:1].isupper() and count <= _TITLE_WORDS and not sentences_in(words.text)
    short = count <= _TERM_WORDS and not _clause(words)
    return noun.pos_ == "NOUN" and words.text[:1].isupper() and short


def _direct(doc: Doc, words: Span, start: int) -> bool:
    first = next((t for t in words if t.text[:1].isalpha()), None)
    if first is None:
        return False
    if sentences_in(words.text):
        return True
    finite = _clause(words)
    before = surface(doc)[max(0, start - 6) : start].rstrip(" \"“«‘'„")
    if before.endswith(":"):
        return finite or first.text[:1].isupper()
    alone = surface(doc)[:start].rstrip(" \"“«‘'„")[-1:] in ("", "\n", ".", "!", "?")
    if first.text[:1].isupper() and (alone or not first.ent_type_):
        return finite or len(words) > _CLAUSE_WORDS or (alone and first.text == "Non")  # «Non mollo mai»
    if first.lower_ in PHRASE_OPENING or not finite:
        return False
    if any("1" in t.morph.get("Person", []) and t.pos_ in ("VERB", "AUX") for t in words):
        return True
    return _own_subject(words) and sum(t.is_alpha for t in words) >= _CLAUSE_WORDS


def sentences_in(text: str) -> bool:
    """True if a sentence ends inside the words and another begins: no phrase of the article's own sentence does."""
    return len(sentence_starts(text)) > 1


def _clause(words: Span) -> bool:
    """True if a finite verb or an imperative stands in the words."""
    return any(
        t.pos_ in ("VERB", "AUX") and ("Fin" in t.morph.get("VerbForm", []) or t.morph.get("Mood", [])) for t in words
    )


def _own_subject(words: Span) -> bool:
    """True if the first finite verb has its subject before it; a relative che is none (diversità che causano)."""
    finite = next((t for t in words if t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", [])), None)
    return finite is not None and any(
        (t.dep_.startswith(("nsubj", "expl")) and t.lower_ not in RELATIVES) or t.lower_ in ("non", "io", "noi")
        for t in words[: finite.i - words.start]
    )
