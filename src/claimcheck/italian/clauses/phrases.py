"""Noun phrases on tagged tokens: the one that starts here, the one that ends here. Token indices, ends excluded."""

from spacy.tokens import Doc, Token

from claimcheck.italian.grammar import DETERMINERS, DI, TIMES
from claimcheck.italian.nouns import noun_class, parts

NOMINAL = frozenset({"NOUN", "PROPN", "X"})
INNER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
HYPHENS = frozenset("-–‐")
PLACES = frozenset({"LOC", "GPE"})  # entity labels
_LONGEST = 28

Phrase = tuple[int, int]


def is_nominal(token: Token) -> bool:
    """True for nouns and names, and for what the tagger misreads: titles (aiutante), capitals within a sentence."""
    if token.pos_ in NOMINAL or token.ent_type_:
        return True
    if token.pos_ in ("ADJ", "ADV") and noun_class(token.text) == "person":
        return True
    if _surname(token):
        return True
    if token.pos_ == "ADJ" and noun_class(token.text) == "body" and _alone(token):
        return True
    return token.pos_ in ("ADJ", "ADV", "INTJ") and token.text[:1].isupper() and token.is_sent_start is not True


def _surname(token: Token) -> bool:
    """Piero Costa: a surname read as a verb."""
    named = token.pos_ == "VERB" and token.is_title and token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    return named and token.is_sent_start is not True


def _alone(token: Token) -> bool:
    """il quotidiano scrive: an adjective between a determiner and no noun is a noun."""
    before = token.i > 0 and token.nbor(-1).lower_ in DETERMINERS
    return before and token.i + 1 < len(token.doc) and token.nbor().pos_ not in ("NOUN", "ADJ")


def _misread(doc: Doc, i: int) -> bool:
    """True for an adjective tagged as a verb between its noun and the verb: il governo sudcoreano ha detto."""
    return i > 0 and doc[i].pos_ == "VERB" and doc[i].is_lower and doc[i - 1].pos_ == "NOUN" and not doc[i - 1].is_punct


def _hyphenated(doc: Doc, i: int) -> bool:
    """True for a hyphen glued between two words and the word after it: Soo-jin."""
    return _glued_hyphen(doc, i) or (i > 1 and _glued_hyphen(doc, i - 1))


def _glued_hyphen(doc: Doc, i: int) -> bool:
    return doc[i].text in HYPHENS and i > 0 and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def phrase_from(doc: Doc, i: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at token `i`, before token `limit`: article, noun, adjectives, di-complements."""
    j = _determiners(doc, i, limit)
    core = _core_end(doc, j, limit)
    if core == j or not any(is_nominal(doc[k]) or doc[k].pos_ == "PRON" for k in range(j, core)):
        return None
    end = core
    while end < limit and doc[end].lower_ in DI:
        inner = _core_end(doc, _determiners(doc, end + 1, limit), limit)
        if inner <= end + 1:
            break
        end = inner
    return (i, end)


def _determiners(doc: Doc, i: int, limit: int) -> int:
    while i < limit and (doc[i].lower_ in DETERMINERS or doc[i].pos_ == "DET") and doc[i].pos_ != "PUNCT":
        i += 1
    return i


def _core_end(doc: Doc, i: int, limit: int) -> int:
    start = i
    while i < limit and (doc[i].pos_ in INNER or is_nominal(doc[i]) or _hyphenated(doc, i)):
        if doc[i].pos_ == "VERB" and not _surname(doc[i]):
            break
        if i > start and _new_entity(doc, i):
            break
        i += 1
    return i


def _new_entity(doc: Doc, i: int) -> bool:
    """True where one person's name ends and another name starts with nothing between."""
    previous = doc[i - 1]
    person = previous.ent_type_ == "PER" and doc[i].ent_type_ != ""
    placed = previous.ent_type_ in PLACES and doc[i].ent_type_ == "PER"  # ha detto a Milano Rossi
    return doc[i].ent_iob_ == "B" and (person or placed)


def phrase_to(doc: Doc, end: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `end - 1`, not before token `floor`."""
    i = end
    while i > floor and end - i < _LONGEST:
        token = doc[i - 1]
        if token.lower_ in DI and i < end:
            i -= 1
            continue
        nominal = token.pos_ in INNER or is_nominal(token) or _hyphenated(doc, i - 1)
        nominal = nominal or (i == end and _misread(doc, i - 1))
        if nominal or token.lower_ in DETERMINERS or token.pos_ == "DET":
            i -= 1
            continue
        break
    while i < end and doc[i].lower_ in DI:
        i += 1
    start = _last_start(doc, i, end)
    found = phrase_from(doc, start, end)
    reached = found is not None and (found[1] == end or (found[1] == end - 1 and _misread(doc, end - 1)))
    return (start, end) if reached else None


def _last_start(doc: Doc, i: int, end: int) -> int:
    """Where the last of several adjacent phrases begins: an article opens a new one unless di holds it."""
    start = i
    for k in range(i + 1, end):
        opens = doc[k].lower_ in DETERMINERS and doc[k].pos_ in ("DET", "X") and not _hyphenated(doc, k)
        if (
            (opens and doc[k - 1].lower_ not in DI | DETERMINERS and doc[k - 1].pos_ != "DET")
            or _new_entity(doc, k)
            or (doc[k].ent_iob_ == "B" and doc[k - 1].lower_ in TIMES)
        ):
            start = k
    return start


def coordinated(doc: Doc, phrase: Phrase, limit: int) -> list[Phrase]:
    """The phrase and those joined to it by e/ed after it: `la Russia e la Corea del Nord`."""
    phrases, (_, end) = [phrase], phrase
    while end + 1 < limit and doc[end].lower_ in ("e", "ed"):
        start = end + 1
        if doc[start].pos_ == "ADP" and start + 1 < limit:
            start += 1
        following = phrase_from(doc, start, limit)
        if following is None:
            break
        end = following[1]
        if _second_place(doc, phrases[-1], start):
            phrases[-1] = (phrases[-1][0], end)
        else:
            phrases.append(following)
    return phrases


def _second_place(doc: Doc, phrase: Phrase, start: int) -> bool:
    """i sindaci di Prato [e Lucca]: the complement of several goes on."""
    head, last = head_noun(doc, phrase), phrase[1] - 1
    several = head is not None and head.i < last and "Plur" in head.morph.get("Number", [])
    places = doc[start].ent_type_ in PLACES and doc[last].ent_type_ in PLACES
    return several and places and any(doc[k].lower_ in DI for k in range(phrase[0], last))


def head_noun(doc: Doc, phrase: Phrase) -> Token | None:
    """The first common or proper noun of a phrase."""
    return next((doc[k] for k in range(*phrase) if is_nominal(doc[k])), None)


def can_speak(doc: Doc, phrase: Phrase) -> bool:
    """True if the head is a name or a noun for a person, a body or a document."""
    head = head_noun(doc, phrase)
    if head is None:
        return False
    cut = complement_start(doc, phrase)
    if head.lower_ in parts() and cut + 1 < phrase[1]:
        return can_speak(doc, (cut + 1, phrase[1]))
    named = any(doc[k].ent_type_ == "PER" for k in range(head.i, cut))  # il politologo Conti, whatever his trade
    return bool(head.ent_type_) or named or head.pos_ == "PROPN" or noun_class(head.text) is not None


def complement_start(doc: Doc, phrase: Phrase) -> int:
    """Where the first di-complement of a phrase begins, or its end."""
    return next((k for k in range(phrase[0] + 1, phrase[1]) if doc[k].lower_ in DI), phrase[1])
