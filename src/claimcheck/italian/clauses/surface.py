"""What is asked of a Doc again and again, read off it once: its text, its words, its sentences."""

from dataclasses import dataclass

from spacy.tokens import Doc

_KEY = "claimcheck_surface"


@dataclass(frozen=True, slots=True)
class Surface:
    """The text of a Doc; by token its lower-case word, the same with straight apostrophes, and its sentence."""

    text: str
    lower: tuple[str, ...]
    plain: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]


def surface_of(doc: Doc) -> Surface:
    """The surface of a Doc, kept with it: spaCy makes each text, word and sentence anew whenever it is asked."""
    found: Surface | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _read(doc)
    return found


def _read(doc: Doc) -> Surface:
    lower = tuple(token.lower_ for token in doc)
    plain = tuple(word.replace("’", "'") for word in lower)
    sentences = tuple(bounds for s in doc.sents for bounds in [(s.start, s.end)] * len(s))
    return Surface(doc.text, lower, plain, sentences)


def surface(doc: Doc) -> str:
    """`doc.text`."""
    return surface_of(doc).text


def lowered(doc: Doc) -> tuple[str, ...]:
    """`token.lower_` of every token."""
    return surface_of(doc).lower


def sentence_bounds(doc: Doc, i: int) -> tuple[int, int]:
    """The tokens [start, end) of the sentence around token `i`."""
    return surface_of(doc).sentences[i]
