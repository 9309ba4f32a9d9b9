"""Who a report's words belong to, resolved left to right: a null subject speaks for whoever spoke or acted before."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.asides import whose_words
from claimcheck.italian.clauses.phrases import Phrase, can_speak, head_noun, phrase_from, phrase_to
from claimcheck.italian.clauses.subjects import Subject
from claimcheck.italian.clauses.surface import sentence_bounds
from claimcheck.italian.clauses.types import Report
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import speech_nouns
from claimcheck.italian.grammar import (
    AVERE,
    DA,
    DI,
    DISSOCIATION,
    ESSERE,
    IN,
    INDEFINITE,
    INFINITIVE_AUXILIARY,
    JOINT,
    RELATIVES,
)
from claimcheck.italian.lexicon import load
from claimcheck.italian.names import Names
from claimcheck.italian.nouns import noun_class
from claimcheck.italian.sameness import two_states

_PLACE_REACH = 3  # tokens from an impersonal verb to the document its words stand in


@dataclass(slots=True)
class Discourse:
    """What has been said so far, for subjects that are left out; `quoted` are the tokens inside quotation marks."""

    last: str | None = None
    position: int = -1
    quoted: frozenset[int] = frozenset()
    reports: list[Report] = field(default_factory=list)


def resolve(
    doc: Doc, match: CueMatch, subject: Subject, names: Names, state: Discourse
) -> tuple[str | None, Phrase | None]:
    """The source and the phrase that names it; a pronoun or null subject takes its source from the discourse."""
    if subject.how == "impersonal":
        document = _document(doc, match)
        return (names.resolve(document), document) if document else (None, None)
    if subject.how == "no-agent":
        return None, None
    if subject.how == "relative":  # le dichiarazioni di X, che ha detto …
        subject = Subject(tuple(whose_words(doc, p) for p in subject.phrases), subject.how)
    if subject.explicit and not subject.how.startswith("pronoun"):
        return name_all(doc, subject, names, match.first), (subject.phrases[0][0], subject.phrases[-1][1])
    mention = subject.phrases[0] if subject.phrases else None
    return _left_out(doc, match, names, state), mention


def name_all(doc: Doc, subject: Subject, names: Names, before: int) -> str | None:
    """The full names of a subject's phrases joined by "; "; `i due leader` are the last two people named."""
    first = subject.phrases[0]
    together = any(doc[k].lower_ in JOINT for k in range(*first))
    if together and len(subject.phrases) == 1:
        joint = _two(doc, first, names, before)
        if joint:
            return joint
    resolved = [names.resolve(p) for p in subject.phrases]
    return "; ".join(dict.fromkeys(r for r in resolved if r)) or None


def _two(doc: Doc, phrase: Phrase, names: Names, before: int) -> str | None:
    """Whom `i due paesi`, `entrambi i leader` are; None for bodies, which have too many names."""
    nouns, table = {doc[k].lower_ for k in range(*phrase)}, load("claimcheck.italian.data", "places.toml")["pairs"]
    if nouns & set(table["states"]):
        return two_states(doc.text)
    return None if nouns & set(table["bodies"]) else names.joint(before)


def _document(doc: Doc, match: CueMatch) -> Phrase | None:
    """Si legge nel comunicato, emerge dal rapporto, negli atti si parla di: where the words stand, in a noun phrase."""
    start, end = sentence_bounds(doc, match.verb)
    for k in range(match.last + 1, min(end, match.last + _PLACE_REACH)):
        if doc[k].lower_ in IN | DA:
            phrase = phrase_from(doc, k + 1, end)
            return phrase if phrase and can_speak(doc, phrase) else None
        if doc[k].pos_ != "ADV":
            break
    for k in range(match.first - 1, start - 1, -1):
        if doc[k].is_punct or doc[k].pos_ in ("VERB", "AUX"):
            return None
        if doc[k].lower_ in IN | DA:
            phrase = phrase_from(doc, k + 1, match.first)
            return phrase if phrase and phrase[1] == match.first and can_speak(doc, phrase) else None
    return None


def _left_out(doc: Doc, match: CueMatch, names: Names, state: Discourse) -> str | None:
    """The source of a null subject: the last speaker for a turn, else the nearer of last speaker and last subject."""
    last = None if state.last and "; " in state.last and _singular(doc, match) else state.last
    if "turn" in match.cue.use and last:
        return last
    if any(t.lower_ in DISSOCIATION for t in doc[match.first : match.verb]):
        return names.protagonist(match.first)  # avrebbe detto: told of somebody, not by the last speaker
    infinitive = doc[match.first].lower_ in INFINITIVE_AUXILIARY  # dopo aver premesso …, Rossi ha detto
    if (infinitive or match.form.mood == "gerund") and state.position < sentence_bounds(doc, match.verb)[0]:
        controller = _controller(doc, match)
        if controller is not None:
            return names.resolve(controller) if can_speak(doc, controller) else None
    worded = _worded(doc, match, names)
    if worded is not None:
        return worded
    acting = _acting(doc, match, names, state.quoted)
    if acting is not None and acting[1] > state.position:
        return acting[0]
    return last or (acting[0] if acting else None)


def _singular(doc: Doc, match: CueMatch) -> bool:
    """True if the finite verb of the group is singular: ha detto is not said of two."""
    finite = next((t for t in doc[match.first : match.verb + 1] if t.lower_ in AVERE | ESSERE), doc[match.verb])
    return "Sing" in finite.morph.get("Number", []) and "Fin" in finite.morph.get("VerbForm", [])


def _controller(doc: Doc, match: CueMatch) -> Phrase | None:
    """I media giocano sul rapporto, descrivendoli come …: a gerund speaks for the subject of its main clause.

    Before the gerund, or after it when the gerund opens the sentence: Ipotizzando il reato di truffa, la Procura ….
    For whom the clause it hangs on tells of: tre donne che si sono rivolte al giudice facendo presente ….
    """
    start, end = sentence_bounds(doc, match.verb)
    for verb in (doc[match.verb].head, _verb_before(doc, match.first, start)):
        for child in verb.lefts if verb is not None else ():
            if child.dep_ in ("nsubj", "nsubj:pass") and child.lower_ in RELATIVES and start < child.i < match.first:
                return phrase_to(doc, child.i, start)
    main: list[Phrase] = []
    others: list[Phrase] = []
    for token in (*doc[start : match.first], *doc[match.last + 1 : end]):
        if token.dep_ not in ("nsubj", "nsubj:pass") or any(t.dep_ == "case" for t in token.lefts):
            continue  # con queste accuse
        governs = token.head.dep_ == "ROOT" or token.head.i == match.verb
        phrase = phrase_from(doc, _start(token), match.first if token.i < match.first else end)
        if phrase is not None and (governs or token.i < match.first):
            (main if governs else others).append(phrase)
    speaking = (p for p in (*main, *reversed(others)) if can_speak(doc, p))
    return next(speaking, main[0]) if main else None


def _verb_before(doc: Doc, i: int, start: int) -> Token | None:
    """The verb before token `i` with no comma between: che hanno scritto al preside facendo presente …."""
    for k in range(i - 1, start - 1, -1):
        if doc[k].is_punct:
            return None
        if doc[k].pos_ == "VERB":
            return doc[k]
    return None


def _start(head: Token) -> int:
    """Where the phrase of a head begins: its own determiners and adjectives, nothing the parser hangs on it besides."""
    return min([head.i, *(t.i for t in head.lefts if t.dep_.startswith(("det", "amod", "nummod")))])


def _worded(doc: Doc, match: CueMatch, names: Names) -> str | None:
    """Nella dichiarazione di X ai media, ha chiarito che: a noun of speech before the verb names who speaks."""
    start, _ = sentence_bounds(doc, match.verb)
    for i in range(match.first - 1, start, -1):
        if doc[i].lower_ in DI and doc[i - 1].lower_ in speech_nouns():
            phrase = phrase_from(doc, i + 1, match.first)
            head = head_noun(doc, phrase) if phrase else None
            if phrase and head and (head.ent_type_ in ("PER", "ORG") or noun_class(head.text) == "person"):
                return names.resolve(phrase)
    return None


def _acting(doc: Doc, match: CueMatch, names: Names, quoted: frozenset[int]) -> tuple[str, int] | None:
    """The last active, definite subject that can speak, outside quotes: in this sentence or in the one before."""
    start, _ = sentence_bounds(doc, match.verb)
    same_paragraph = start > 0 and "\n" not in doc[start - 1].text
    floor = sentence_bounds(doc, start - 1)[0] if same_paragraph else start
    for i in range(match.first - 1, floor - 1, -1):
        token = doc[i]
        if (
            i in quoted
            or token.dep_ != "nsubj"
            or token.head.dep_ not in ("ROOT", "conj")
            or not (token.ent_type_ or noun_class(token.text) == "person")
        ):
            continue
        phrase = phrase_from(doc, _start(token), match.first)
        if phrase is None or doc[phrase[0]].lower_ in INDEFINITE:
            continue
        name = names.resolve(phrase)
        if name:
            return name, i
    return None
