"""The spaCy side every kind shares: a pure `match`, one `annotate` that writes, a component that joins them."""

from collections.abc import Callable, Iterable
from datetime import date

from spacy.tokens import Doc

from claimcheck.model import Claim

CLAIMS = "claimcheck_claims"
PUBLISHED = "claimcheck_published"
Match = Callable[[Doc], Iterable[Claim]]


def register() -> None:
    """Declare the Doc extensions the components write and read; safe to call twice."""
    for name, default in ((CLAIMS, ()), (PUBLISHED, None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()


def claims(doc: Doc, kind: str | None = None) -> tuple[Claim, ...]:
    """The claims written on a Doc so far, of one kind or of all."""
    found: tuple[Claim, ...] = doc._.get(CLAIMS)
    return tuple(c for c in found if kind is None or c.kind == kind)


def published(doc: Doc) -> date | None:
    """The publication date given to a Doc, the anchor of relative dates."""
    day: date | None = doc._.get(PUBLISHED)
    return day


def annotate(doc: Doc, new: Iterable[Claim]) -> Doc:
    """Write claims on a Doc, in order of appearance; the only place that writes."""
    merged = {(c.kind, c.start, c.end): c for c in (*claims(doc), *new)}
    doc._.set(CLAIMS, tuple(sorted(merged.values(), key=lambda c: (c.start, -c.end, c.kind))))
    return doc


class ClaimComponent:
    """A spaCy component around one pure match function."""

    def __init__(self, match: Match) -> None:
        self.match = match

    def __call__(self, doc: Doc) -> Doc:
        """Match and annotate."""
        return annotate(doc, self.match(doc))


def sentence_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The [start, end) characters of the sentence that holds character `start`, trimmed of white space."""
    span = doc.char_span(start, max(end, start + 1), alignment_mode="expand")
    if span is None or not doc.has_annotation("SENT_START"):
        return _paragraph(doc.text, start, end)
    first = span[0].sent
    last = span[-1].sent
    text = doc[first.start : last.end].text  # doc.text is joined anew from all tokens at every call
    lead = len(text) - len(text.lstrip())
    return first.start_char + lead, first.start_char + len(text.rstrip())


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, len(text) if stop < 0 else stop
