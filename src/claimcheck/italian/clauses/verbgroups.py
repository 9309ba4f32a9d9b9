"""Reporting verbs in a Doc: the whole verb group, its voice, its polarity."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.phrases import can_speak, phrase_from, phrase_to
from claimcheck.italian.clauses.surface import surface_of
from claimcheck.italian.cues import Cue, CueForm, cue_forms, speech_nouns
from claimcheck.italian.grammar import AVERE, CLITICS, DI, DUTY, ESSERE, MODAL, NOUN_SIGNS, QUOTE_CLOSE, STATO
from claimcheck.italian.verbs import Form

_WINDOW = 6

Voice = Literal["active", "passive", "impersonal"]


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A reporting verb group: tokens [first, last], `verb` its main verb, `si` an impersonal or reflexive clitic."""

    cue: Cue
    form: Form
    first: int
    last: int
    verb: int
    voice: Voice
    negated: bool
    clitic: str = ""

    @property
    def finite(self) -> bool:
        """True unless the group is a bare gerund, infinitive or participle."""
        return self.first < self.verb or self.form.mood not in ("gerund", "infinitive", "participle")


def find_cues(doc: Doc) -> tuple[CueMatch, ...]:
    """Every reporting verb group of the Doc, in order; longer cues (rendere noto) win over their verb alone."""
    return tuple(_find(doc))


def _find(doc: Doc) -> Iterator[CueMatch]:
    table = cue_forms()
    for i, word in enumerate(surface_of(doc).plain):
        for entry in table.get(word, ()):
            match = _match(doc, doc[i], entry)
            if match is not None:
                yield match
                break


def _match(doc: Doc, token: Token, entry: CueForm) -> CueMatch | None:
    last = _tail(doc, token.i, entry.cue)
    if last is None or (entry.cue.governs and not _governs(doc, token.i, last)):
        return None
    if entry.form.mood == "participle":
        return _compound(doc, token, entry, last)
    if entry.form.mood == "infinitive":
        return _infinitive(doc, token, entry, last)
    if _looks_nominal(doc, token, entry.form) or _bare_participle(token, entry.form):
        return None
    if "turn" in entry.cue.use and "che" not in entry.cue.use and _goes_on_to(doc, last + 1):
        return None
    first, clitic = _leading(doc, token.i)
    if clitic == "si" and _middle(entry.cue):
        return None
    voice: Voice = "impersonal" if clitic == "si" and not entry.cue.reflexive else "active"
    if entry.cue.impersonal and voice == "active" and entry.cue.name == "leggere":
        return None
    if entry.cue.reflexive and clitic != "si" and not token.lower_.endswith("si"):
        return None
    return CueMatch(entry.cue, entry.form, first, last, token.i, voice, _negated(doc, first, token.i), clitic)


def _bare_participle(token: Token, form: Form) -> bool:
    """Tutte le regioni, escluse Umbria e Marche: a participle spelt like a past tense (escluse, ammesse)."""
    return form.mood == "past" and "Part" in token.morph.get("VerbForm", [])


def _middle(cue: Cue) -> bool:
    """si è chiusa la gara, si chiama Rossi: with si these verbs report nothing."""
    return cue.naming or ("turn" in cue.use and "che" not in cue.use and not cue.reflexive)


def _goes_on_to(doc: Doc, i: int) -> bool:
    """continueranno a opporsi: what goes on is a deed, not a speech."""
    return i < len(doc) and doc[i].lower_ in ("a", "ad")


def _tail(doc: Doc, i: int, cue: Cue) -> int | None:
    """The last token of the cue: its own verb, or the end of the words that complete it."""
    if not cue.tails:
        return i
    following = surface_of(doc).plain
    for tail in cue.tails:
        words = _tokens_of(tail)
        for start in range(i + 1, i + 4):
            if following[start : start + len(words)] == words:
                return start + len(words) - 1
    return None


def _governs(doc: Doc, verb: int, last: int) -> bool:
    """è [fermamente] convinto che, è certa di: nothing but adverbs inside the cue, che or di right after it."""
    inside = all(doc[k].pos_ == "ADV" for k in range(verb + 1, last))
    return inside and last + 1 < len(doc) and (doc[last + 1].lower_ == "che" or doc[last + 1].lower_ in DI)


@cache
def _tokens_of(tail: tuple[str, ...]) -> tuple[str, ...]:
    """Words as the Italian tokenizer splits them: l'attenzione is two tokens."""
    words: list[str] = []
    for word in tail:
        head, mark, rest = word.replace("’", "'").partition("'")
        words.extend([head + mark, rest] if mark and rest else [word])
    return tuple(words)


def _compound(doc: Doc, token: Token, entry: CueForm, last: int) -> CueMatch | None:
    """ha detto, è stato annunciato, si è detto, avendo chiarito; a bare participle is no report."""
    for i in range(token.i - 1, max(-1, token.i - _WINDOW), -1):
        word = doc[i].lower_
        if word in AVERE:
            first, clitic = _leading(doc, i)
            return CueMatch(
                entry.cue, entry.form, first, last, token.i, "active", _negated(doc, first, token.i), clitic
            )
        if word in ESSERE and (word != "e'" or doc[i].pos_ != "CCONJ"):
            return _with_essere(doc, (i, token.i, last), entry)
        if not (
            (doc[i].pos_ in ("ADV", "PUNCT") and doc[i].text not in ".:;!?")
            or word in STATO
            or word in CLITICS
            or word in MODAL
        ):
            return None
    return None


def _with_essere(doc: Doc, group: tuple[int, int, int], entry: CueForm) -> CueMatch | None:
    auxiliary, verb, last = group
    first, clitic = _leading(doc, auxiliary)
    spoken = not (entry.cue.use <= {"quote", "turn"}) or entry.cue.reflexive
    if not spoken and any(doc[k].lower_ in STATO for k in range(auxiliary, verb)):
        return None  # il ponte è stato chiuso
    if clitic == "si" and _middle(entry.cue):
        return None
    reflexive = clitic == "si" or entry.cue.reflexive
    transitive = bool(entry.cue.use & {"che", "obj", "acc", "as"})
    voice: Voice = "passive" if transitive and not reflexive else "active"
    said = clitic == "si" and not (entry.cue.reflexive or entry.cue.tails)
    if entry.cue.impersonal or (said and any(t.lower_ == "che" for t in doc[last + 1 : last + 3])):
        voice = "impersonal"  # si è sostenuto perfino che
    return CueMatch(entry.cue, entry.form, first, last, verb, voice, _negated(doc, first, verb), clitic)


def _infinitive(doc: Doc, token: Token, entry: CueForm, last: int) -> CueMatch | None:
    """ha voluto sottolineare, tiene a precisare: the cue is the infinitive, the speaker the modal's subject."""
    for i in range(token.i - 1, max(-1, token.i - 4), -1):
        if doc[i].lower_ in DUTY and entry.cue.promise:
            return None  # ogni regione deve garantire i servizi: a duty, no promise
        if doc[i].lower_ in MODAL:
            start = i - 1 if i and doc[i - 1].lower_ in AVERE | ESSERE else i
            first, clitic = _leading(doc, start)
            return CueMatch(
                entry.cue, entry.form, first, last, token.i, "active", _negated(doc, first, token.i), clitic
            )
        if doc[i].lower_ not in ("a", "ad", "di") and doc[i].pos_ != "ADV":
            return None
    return None


def _looks_nominal(doc: Doc, token: Token, form: Form) -> bool:
    """True for la replica, una denuncia, il titolo: a noun spelt like the verb form."""
    if form.mood == "gerund":
        return False
    previous = doc[token.i - 1].lower_ if token.i else ""
    if previous in NOUN_SIGNS or previous in DI:
        return True
    if (
        token.i > 1
        and doc[token.i - 1].pos_ == "ADJ"
        and doc[token.i - 2].pos_ == "DET"
        and token.lower_ in speech_nouns()
    ):
        return True  # la tragica conferma che
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "ADV", "SCONJ", "CCONJ") and not _verbal(
        doc, token
    )


def _verbal(doc: Doc, token: Token) -> bool:
    """A mistagged verb still shows: che follows it, a quote or a name stands before it."""
    if token.i == 0 or token.i + 1 == len(doc):
        return False
    following, previous = doc[token.i + 1], doc[token.i - 1]
    quoted = previous.text in QUOTE_CLOSE or (previous.text in ",–" and doc[token.i - 2].text in QUOTE_CLOSE)
    named = bool(previous.ent_type_) and following.pos_ in ("DET", "NOUN", "PROPN", "SCONJ")
    if previous.lower_ in ("che", "cui") and token.is_lower:
        return True  # in cui ringrazia Conti
    phrase = phrase_to(doc, token.i, token.sent.start)
    acts = phrase is not None and doc[phrase[0]].pos_ == "DET" and phrase[0] == token.sent.start
    if acts and phrase and can_speak(doc, phrase) and (following.pos_ == "DET" or following.lower_ in DI):
        return True  # Il sindacato minaccia di …
    aside = phrase_from(doc, token.i + 1, token.sent.end) if previous.text == "," else None
    if aside and aside[1] < len(doc) and doc[aside[1]].text == "," and can_speak(doc, aside):
        return True  # , specifica la Finanza,
    governs = token.dep_ == "ROOT" and any(t.dep_ == "nsubj" and t.i < token.i for t in token.lefts)
    return following.lower_ == "che" or governs or (token.is_lower and (quoted or named))


def _leading(doc: Doc, i: int) -> tuple[int, str]:
    """The first token of the group once clitics and non are taken in, and the clitic."""
    clitic = ""
    while (
        i > 0
        and (doc[i - 1].lower_ in CLITICS or doc[i - 1].lower_ == "non")
        and doc[i - 1].pos_ not in ("NOUN", "PROPN")
    ):
        if doc[i - 1].lower_ in ("la", "le", "i", "gli") and doc[i - 1].pos_ == "DET":
            break
        i -= 1
        clitic = doc[i].lower_ if doc[i].lower_ != "non" else clitic
    return i, clitic.replace("’", "'")


def _negated(doc: Doc, first: int, verb: int) -> bool:
    """True if non stands in the group or right before it, not in what is reported."""
    return any(doc[k].lower_ == "non" for k in range(max(0, first - 1), verb))
