"""Sources named without a verb of their own: secondo X, stando a X, a detta di X, secondo cui, come riporta X."""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimcheck.italian.clauses.asides import (
    SourceFrame,
    agent_of_noun,
    bare_quanto,
    in_words,
    leads,
    quanto,
    whose_words,
    with_citation,
)
from claimcheck.italian.clauses.mentions import with_apposition, with_post
from claimcheck.italian.clauses.phrases import (
    Phrase,
    can_speak,
    coordinated,
    head_noun,
    phrase_from,
    phrase_to,
)
from claimcheck.italian.clauses.subjects import NULL, Subject
from claimcheck.italian.clauses.surface import sentence_bounds, surface_of
from claimcheck.italian.cues import source_prepositions, speech_nouns, table
from claimcheck.italian.grammar import (
    ARTICULATED,
    DA,
    DEMONSTRATIVE,
    DETERMINERS,
    DI,
    DISSOCIATION,
    ESSERE,
    FLOATING,
    IN,
    INDEFINITE,
    PRONOUNS,
    RELATIVES_OBLIQUE,
)
from claimcheck.italian.nouns import noun_class, plurals

_PARTICIPLES = ("ato", "ata", "uto", "uta", "ito", "ita", "so", "sa")


def find_sources(doc: Doc) -> tuple[SourceFrame, ...]:
    """Every prepositional source frame of the Doc, in order; secondo l'accordo and the ordinal secondo are none."""
    return tuple(_find(doc))


def _find(doc: Doc) -> Iterator[SourceFrame]:
    words = [word.rstrip("'") for word in surface_of(doc).plain]
    prepositions = source_prepositions()
    own = {tuple(phrase.split()) for phrase in table("source", "own")}
    firsts = {p[0] for p in (*prepositions, *own)}
    for i, (word, lower) in enumerate(zip(words, surface_of(doc).lower, strict=True)):
        special = _per(doc, i) if word == "per" else in_words(doc, i) if lower in IN else None
        special = special or (bare_quanto(doc, i) if word in ("a", "per", "da") else None)
        special = special or (_finding(doc, i) if lower in DA else None)
        if special is not None:
            yield special
        if word not in firsts:
            continue
        if tuple(words[i : i + 3]) in own:
            yield SourceFrame(i, i + 2, Subject(((i, i + 3),), "pronoun-own"), i + 3)
        passed = i + 1 < len(doc) and words[i + 1] in FLOATING  # stando sempre a X
        following = words[i + 2 : i + 6] if passed else words[i + 1 : i + 5]
        named = next((p for p in prepositions if (word, *following)[: len(p)] == p), None)
        if named is None:
            continue
        frame = _frame(doc, i, i + len(named) - 1 + passed)
        if frame is not None:
            yield frame


def _frame(doc: Doc, first: int, last: int) -> SourceFrame | None:
    _, end = sentence_bounds(doc, first)
    nxt = last + 1
    while nxt < end and doc[nxt].lower_ in ("sempre", "anche", "quindi"):
        nxt += 1
    if nxt >= end or doc[nxt].lower_ in ARTICULATED:
        return None
    if doc[nxt].lower_ == "quanto":
        return quanto(doc, first, nxt, end)
    if _relative_at(doc, nxt, end):
        return _antecedent(doc, first, nxt, end)
    if doc[nxt].lower_ in PRONOUNS:
        return SourceFrame(first, last, Subject(((nxt, nxt + 1),), "pronoun-after"), nxt + 1)
    phrase = _one_of(doc, nxt, end) or phrase_from(doc, nxt, end)
    if phrase is None or _ordinal(doc, first, nxt) or not _is_source(doc, phrase):
        return None
    agent = agent_of_noun(doc, phrase, end)
    if agent is not None:
        return SourceFrame(first, last, Subject((agent,), "secondo"), agent[1])
    phrase = with_post(doc, with_apposition(doc, phrase, end), end)
    joint = coordinated(doc, phrase, end)
    named = tuple(whose_words(doc, p) for p in joint)
    return with_citation(doc, SourceFrame(first, last, Subject(named, "secondo"), joint[-1][1]))


def _one_of(doc: Doc, i: int, end: int) -> Phrase | None:
    """secondo uno dei suoi legali, secondo una delle ipotesi: the whole phrase."""
    if doc[i].lower_ not in INDEFINITE or i + 2 >= end or doc[i + 1].lower_ not in DI:
        return None
    inner = phrase_from(doc, i + 2, end)
    return (i, inner[1]) if inner else None


def _per(doc: Doc, i: int) -> SourceFrame | None:
    """Per gli oratori, …; Per Salvini è «una follia»: only at the head of a sentence, before a comma, mark or verb."""
    start, end = sentence_bounds(doc, i)
    if i + 1 < end and _relative_at(doc, i + 1, end):
        frame = _antecedent(doc, i, i + 1, end)
        spoken = frame.subject.phrases if frame else ()
        return frame if spoken and _thinks(doc, spoken[0]) else None
    lead = [t for t in doc[start:i] if t.is_alpha]
    if (
        doc[i + 1 if i + 1 < end else i].lower_ in DEMONSTRATIVE
        or len(lead) > 1
        or any(t.pos_ not in ("CCONJ", "ADV") for t in lead)
    ):
        return None
    phrase = phrase_from(doc, i + 1, end)
    head = head_noun(doc, phrase) if phrase else None
    if phrase is None or head is None or phrase[1] >= end:
        return None
    named = head.ent_type_ in ("PER", "ORG") or (noun_class(head.text) and doc[i + 1].pos_ == "DET")
    after = doc[phrase[1]]
    follows = after.text in ',"“«' or after.lower_ in ("è", "sono") or _thinks_of(doc, phrase[1], end)
    return SourceFrame(i, i, Subject((phrase,), "per"), phrase[1]) if named and follows else None


def _finding(doc: Doc, i: int) -> SourceFrame | None:
    """Dalle prime ricostruzioni l'auto avrebbe sbandato, Dai rilievi sembra che: only before a clause of hearsay."""
    start, end = sentence_bounds(doc, i)
    phrase = phrase_from(doc, i + 1, end) if leads(doc, i, start) else None
    head = head_noun(doc, phrase) if phrase else None
    findings = table("source", "finding")
    if phrase is None or head is None or head.lower_ not in findings | {p for f in findings for p in plurals(f)}:
        return None
    finite = next((k for k in range(phrase[1], end) if "Fin" in doc[k].morph.get("VerbForm", [])), end)
    seems = finite + 1 < end and doc[finite].lower_ in table("source", "seeming") and doc[finite + 1].lower_ == "che"
    if not seems and (finite == end or doc[finite].lower_ not in DISSOCIATION):
        return None
    return SourceFrame(i, i, Subject((phrase,), "secondo"), phrase[1])


def _thinks(doc: Doc, phrase: Phrase) -> bool:
    """I magistrati, per i quali …; not la crisi del vetro, per cui …."""
    head = head_noun(doc, phrase)
    if phrase[0] > 1 and doc[phrase[0] - 2].lower_ in speech_nouns():
        return can_speak(doc, phrase)  # la versione di Lisbona, per la quale …
    who = head is not None and (head.ent_type_ in ("PER", "ORG") or noun_class(head.text) in ("person", "body"))
    return who and (phrase[0] == 0 or doc[phrase[0] - 1].pos_ != "ADP")


def _thinks_of(doc: Doc, i: int, end: int) -> bool:
    """Per Rossi l'accordo è un errore: a subject, the verb to be or a modal, no participle (la stagione è finita)."""
    subject = phrase_from(doc, i, end) if doc[i].lower_ in DETERMINERS else None
    if subject is None or subject[1] + 1 >= end or doc[subject[1]].lower_ not in ESSERE:
        return False
    label = doc[subject[1] + 1]
    return label.lower_ in DETERMINERS or (label.pos_ == "ADJ" and not label.lower_.endswith(_PARTICIPLES))


def _ordinal(doc: Doc, first: int, nxt: int) -> bool:
    """il secondo viaggio, un secondo aereo: a determiner before, no article after."""
    if doc[first].lower_ != "secondo":
        return False
    previous = doc[first - 1] if first else None
    return (
        previous is not None and (previous.pos_ == "DET" or previous.lower_ in ARTICULATED) and doc[nxt].pos_ != "DET"
    )


def _is_source(doc: Doc, phrase: Phrase) -> bool:
    head = head_noun(doc, phrase)
    if head is None or head.like_num:
        return False
    criteria = table("source", "criteria")
    plural = {p for c in criteria for p in plurals(c)}
    if head.ent_type_ or noun_class(head.text):
        return head.lower_ not in criteria | plural or bool(head.ent_type_)
    if doc[phrase[0]].lower_ in ("i", "gli", "le") and phrase[1] - phrase[0] == 2:
        return head.lower_ not in criteria | plural
    named = any(doc[k].ent_type_ or doc[k].pos_ == "PROPN" for k in range(*phrase))
    return (named and head.lower_ not in criteria | plural) or head.lower_ in table("noun", "speech")


def _relative_at(doc: Doc, i: int, end: int) -> bool:
    return doc[i].lower_ in RELATIVES_OBLIQUE or (i + 1 < end and doc[i + 1].lower_ in RELATIVES_OBLIQUE)


def _antecedent(doc: Doc, first: int, i: int, end: int) -> SourceFrame | None:
    """fonti ucraine, secondo le quali …: the source stands before."""
    start, _ = sentence_bounds(doc, first)
    before = first - 1 if first > start and doc[first - 1].text == "," else first
    phrase = phrase_to(doc, before, start)
    last = i if doc[i].lower_ in RELATIVES_OBLIQUE else i + 1
    subject = Subject((whose_words(doc, phrase),), "secondo-cui") if phrase else NULL
    return SourceFrame(first, last, subject, last + 1)
