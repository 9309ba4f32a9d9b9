"""What is reported: the content clause a reporting verb governs. Token indices, ends excluded."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.italian.clauses.extents import SENTENCE_END, clause_end, main_verb, object_stop, trim
from claimcheck.italian.clauses.phrases import Phrase, phrase_from
from claimcheck.italian.clauses.surface import sentence_bounds
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.cues import table
from claimcheck.italian.grammar import (
    ADJUNCT,
    BEFORE_CHE,
    CLITICS,
    DA,
    DETERMINERS,
    DI,
    IN,
    INDEFINITE,
    INSTEAD,
    NOBODY,
    QUOTE_OPEN,
    SU,
    SUBJUNCTIVE,
    TIMES,
    A,
)

_REACH = 16  # che may stand this many tokens after its verb: ha dichiarato in una conferenza stampa con X che
_LABEL_REACH = 9  # tokens from chiamare to the name it gives
_INFINITIVE = ("are", "ere", "ire", "rre")
_ENCLITIC_INFINITIVE = ("rsi", "rlo", "rla", "rli", "rle", "rne", "rgli", "rci", "rvi")


Finder = Callable[[Doc, CueMatch, int], int | None]


@dataclass(frozen=True, slots=True)
class Content:
    """Reported content tokens [start, end) and the construction that holds it."""

    start: int
    end: int
    construction: str


def content_of(doc: Doc, match: CueMatch, cues: tuple[CueMatch, ...]) -> Content | None:
    """The content governed by a reporting verb, None when it governs none (it may still introduce a quote)."""
    start, end = sentence_bounds(doc, match.verb)
    if _nobody(doc, match.first):
        return None
    if match.voice == "passive":
        return _of_passive(doc, match, (start, end), cues)
    unmarked = _unmarked(doc, match, end) if match.cue.stance == "hedged" and "che" in match.cue.use else None
    if unmarked is not None:
        return _bounded(doc, match, (unmarked, end), cues, "che")
    for use, find in _FINDERS:
        if use in match.cue.use:
            begin = find(doc, match, end)
            if begin is not None and begin < end:
                return _bounded(doc, match, (begin, end), cues, use)
    return None


def _nobody(doc: Doc, first: int) -> bool:
    """nessuno ha confermato che: a statement that was not made."""
    return first > 0 and doc[first - 1].lower_ in NOBODY


def _bounded(doc: Doc, match: CueMatch, span: Phrase, cues: tuple[CueMatch, ...], use: str) -> Content | None:
    begin, end = span
    while begin < end and (doc[begin].text in ",;:–-" or doc[begin].is_space):
        begin += 1
    stop = clause_end(doc, begin, end, cues)
    if use == "obj":
        stop = next((k for k in range(begin + 2, stop) if doc[k].lower_ in ADJUNCT), stop)
    if use in ("obj", "as"):
        stop = object_stop(doc, match, begin, stop)
    if match.form.mood == "gerund" and match.first == match.verb and doc[match.first - 1].text == ",":
        stop = main_verb(doc, begin, stop)
    stop = next((k for k in range(begin + 2, stop) if _occasion(doc, k, stop)), stop)
    stop = trim(doc, begin, stop)
    return Content(begin, stop, use) if stop > begin else None


def _occasion(doc: Doc, i: int, end: int) -> bool:
    """True where the circumstance of speaking begins: in una dichiarazione rilasciata a X, in un'intervista."""
    if doc[i].lower_ not in IN or i + 2 >= end or doc[i + 1].lower_ not in INDEFINITE:
        return False
    return doc[i + 2].lower_ in table("noun", "occasion")


def _che(doc: Doc, match: CueMatch, end: int) -> int | None:
    for i in range(match.last + 1, min(end, match.last + _REACH)):
        token = doc[i]
        if token.text == "," and i + 1 < end:
            return _che_after_aside(doc, i, min(end, i + _REACH))
        if token.lower_ == "che" and doc[i - 1].lower_ in BEFORE_CHE:
            return None
        told = match.cue.addressee or _told(doc, match.last + 1, i) or doc[i - 1].lower_ in TIMES
        objectless = "obj" not in match.cue.use or doc[match.last + 1].pos_ == "ADP"
        told = told or (objectless and _own_subject(doc, i + 1, end))
        if token.lower_ == "che" and (token.pos_ != "PRON" or i == match.last + 1 or told):
            return i + 1
        verbal = token.pos_ in ("VERB", "AUX") and "Part" not in token.morph.get("VerbForm", [])
        if token.text in SENTENCE_END or token.text in QUOTE_OPEN or token.text == ":" or verbal:
            return None
    return None


def _unmarked(doc: Doc, match: CueMatch, end: int) -> int | None:
    """ritiene [che] sia un errore, ipotizzano [che] possa: a subjunctive right after the verb."""
    i = match.last + 1
    i += i < end and doc[i].lower_ in CLITICS | {"non"}
    bare = i < end and ("Sub" in doc[i].morph.get("Mood", []) or doc[i].lower_ in SUBJUNCTIVE)
    return match.last + 1 if bare else None


def _how(doc: Doc, match: CueMatch, end: int) -> int | None:
    """sottolinea come i fondi non bastino: come with a clause is what is said."""
    i = match.last + 1
    while i < end and doc[i].pos_ == "ADV" and doc[i].lower_ != "come":
        i += 1
    finite = any("Fin" in t.morph.get("VerbForm", []) or t.dep_ == "ccomp" for t in doc[i + 1 : end])
    return i + 1 if i < end and doc[i].lower_ == "come" and finite else None


def _own_subject(doc: Doc, i: int, end: int) -> bool:
    """che l'Alleanza continuerà: a clause whose subject stands before its verb is no relative one."""
    phrase = phrase_from(doc, i, end)
    if phrase is None:
        return False
    verb = next((k for k in range(phrase[1], end) if doc[k].lower_ not in CLITICS | {"non"}), end)
    return verb < end and doc[verb].pos_ in ("VERB", "AUX")


def _told(doc: Doc, start: int, che: int) -> bool:
    """ha detto a Conti che, è stato detto da Conti che: what stands between verb and che is who is told or tells."""
    phrase = phrase_from(doc, start + 1, che) if doc[start].lower_ in A | DA else None
    return phrase is not None and phrase[1] == che


def _che_after_aside(doc: Doc, comma: int, limit: int) -> int | None:
    """ha sottolineato, prima che la nomina fosse resa pubblica, che …: che right after the closing comma."""
    for i in range(comma + 2, limit - 1):
        if doc[i].text == "," and doc[i + 1].lower_ == "che":
            return i + 2
        if doc[i].text in SENTENCE_END or doc[i].text in QUOTE_OPEN:
            return None
    return None


def _infinitive(prepositions: frozenset[str]) -> Finder:
    def find(doc: Doc, match: CueMatch, end: int) -> int | None:
        for i in range(match.last + 1, min(end, match.last + 9)):
            if doc[i - 1].lower_ in INSTEAD:
                return None  # ha detto prima di partire
            if doc[i].lower_ in prepositions and _starts_infinitive(doc, i + 1, end):
                return i + 1
            if doc[i].text in SENTENCE_END or doc[i].text in (":", ",") or doc[i].lower_ == "che":
                return None
        return None

    return find


def _starts_infinitive(doc: Doc, i: int, end: int) -> bool:
    """di [non] [averlo] fare, di “opporsi …”."""
    while i < end and (doc[i].text in QUOTE_OPEN or doc[i].pos_ == "ADV" or doc[i].lower_ == "non"):
        i += 1
    if i >= end:
        return False
    bare = doc[i].pos_ in ("VERB", "AUX") and doc[i].lower_.endswith(_INFINITIVE)
    return bare or "Inf" in doc[i].morph.get("VerbForm", []) or doc[i].lower_.endswith(_ENCLITIC_INFINITIVE)


def _object(doc: Doc, match: CueMatch, end: int) -> int | None:
    i = match.last + 1
    if match.clitic == "lo":  # ce lo chiede l'Europa: what follows is who asks
        return None
    while i < end and (doc[i].pos_ == "ADV" or doc[i].lower_ in ("anche", "inoltre")):
        i += 1
    if i + 1 < end and doc[i].lower_ == "con" and doc[i + 1].pos_ == "NOUN":
        i += 2  # ha denunciato con forza …
    label = i
    while label < end and (doc[label].lower_ in DETERMINERS or doc[label].pos_ in ("DET", "ADJ")):
        label += 1
    if label < end and doc[label].text in QUOTE_OPEN:
        return i
    phrase = phrase_from(doc, i, end)
    if phrase is not None and doc[phrase[1] - 1].lower_ in TIMES:
        i = phrase[1]  # ha segnalato più volte la mancanza …
        phrase = phrase_from(doc, i, end)
    counted = phrase is not None and doc[phrase[1] - 1].lower_ in TIMES
    opens = i < end and (doc[i].lower_ in DETERMINERS or doc[i].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM"))
    return i if phrase and opens and not counted else None


def _label(doc: Doc, match: CueMatch, end: int) -> int | None:
    """ha definito la nuova «alleanza» «un momento di svolta»: target and label; a clitic target leaves the label."""
    i = match.last + 1
    if match.cue.naming and not any(t.text in QUOTE_OPEN for t in doc[i : min(end, i + _LABEL_REACH)]):
        return None  # ha chiamato i soccorsi
    if doc[match.verb].lower_.endswith(("lo", "la", "li", "le")) and match.form.mood == "gerund":
        return i + 1 if i < end and doc[i].lower_ == "come" else None
    if i < end and doc[i].lower_ == "come":
        return i + 1
    judged = i
    while judged < end and doc[judged].pos_ == "ADV":
        judged += 1
    if match.clitic and judged < end and doc[judged].pos_ == "ADJ":
        return None  # quando lo ritiene opportuno
    if judged < end and doc[judged].pos_ == "ADJ":  # ritiene molto gravi le ipotesi, considera motivate
        return i
    return _object(doc, match, end)


def _accused(doc: Doc, match: CueMatch, end: int) -> int | None:
    """accusa Kiev di aver colpito: target and charge."""
    i = match.last + 1
    if i < end and doc[i].lower_ in DI and match.clitic:
        return i + 1
    phrase = phrase_from(doc, i, end)
    if phrase is None:
        return None
    charge = any(doc[k].lower_ in DI | {"per"} for k in range(phrase[0], min(phrase[1] + 2, end)))
    charge = charge or any(doc[k].ent_type_ for k in range(*phrase))
    return i if charge else None


def _about(doc: Doc, match: CueMatch, end: int) -> int | None:
    family = {"di": DI, "su": SU}.get(match.cue.prep, frozenset({match.cue.prep}))
    for i in range(match.last + 1, min(end, match.last + 4)):
        if doc[i].lower_ in family:
            return i + 1
        if doc[i].pos_ != "ADV":
            return None
    return None


def _of_passive(doc: Doc, match: CueMatch, bounds: Phrase, cues: tuple[CueMatch, ...]) -> Content | None:
    """queste accuse sono state negate da X; è stato descritto da X come …; è accusato di …; è stato riferito che …."""
    begin, end = bounds
    if "che" in match.cue.use:
        start = _che(doc, match, end)
        if start is not None:
            return _bounded(doc, match, (start, end), cues, "che")
    for i in range(match.last + 1, min(end, match.last + 9)):
        if doc[i].lower_ == "come" and "as" in match.cue.use:
            return _bounded(doc, match, (i + 1, end), cues, "as")
        if doc[i].lower_ in DI and "acc" in match.cue.use and i <= match.last + 2:
            return _bounded(doc, match, (i + 1, end), cues, "acc")
    if "obj" not in match.cue.use:
        return None
    start = begin
    for i in range(match.first - 1, begin - 1, -1):
        if doc[i].text in (",", ":", ";", "–"):
            start = i + 1
            break
    return Content(start, match.first, "passive") if start < match.first else None


_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("che", _che),
    ("how", _how),
    ("di", _infinitive(frozenset({"di", "d'", "d’"}))),
    ("a", _infinitive(A)),
    ("acc", _accused),
    ("as", _label),
    ("about", _about),
    ("obj", _object),
)
