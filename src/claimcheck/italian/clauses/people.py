"""The people a recogniser found: whole names, fuller forms it missed, no outlets and no places named after somebody."""

from spacy.tokens import Doc, Span

from claimcheck.italian.clauses.phrases import HYPHENS
from claimcheck.italian.clauses.surface import lowered
from claimcheck.italian.cues import outlet_nouns
from claimcheck.italian.nouns import named_after

_FORENAMES = 2  # proper nouns taken in before a known surname
_OUTLET_REACH = 4  # tokens between an outlet noun and its name
_NO_FORENAMES = frozenset({"usa", "ue", "uk", "onu"})


def personal(name: Span) -> bool:
    """False for initials and for what is no person: l'agenzia ceca Ctk, piazza Cavour, l'ospedale Gaslini."""
    before = name.doc[max(0, name.start - _OUTLET_REACH) : name.start]
    outlet = len(name) == 1 and any(t.lower_ in outlet_nouns() for t in before)
    place = name.start > 0 and name.doc[name.start - 1].lower_ in named_after()
    return not outlet and not place and any(t.is_alpha and len(t) > 1 for t in name)


def whole(doc: Doc, name: Span) -> Span:
    """A name with the parts a hyphen or the parser joins to it: Lee Soo-jin, Park Min [Ho]."""
    end = name.end
    start = name.start + (len(name) > 1 and name[0].lower_ in _NO_FORENAMES)  # il presidente Usa Trump
    name = Span(doc, start, end, label="PER")
    while end < len(doc) and doc[end].dep_ == "flat:name" and doc[end].is_title and name.start <= doc[end].head.i < end:
        end += 1
    if end < len(doc) and doc[end - 1].text in HYPHENS and not doc[end - 1].whitespace_:
        end += 1  # the recogniser stopped at the hyphen
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2
    return Span(doc, name.start, end, label="PER")


def with_full_names(doc: Doc, people: list[Span]) -> tuple[Span, ...]:
    """The people, and the fuller forms the recogniser missed: a run of proper nouns that ends in a known surname."""
    surnames = {p[-1].text for p in people}
    found = {p.end: p for p in people if not _compound(p, surnames)}
    inner = {t.i for p in people for t in p[1:]}
    spelt = {surname.lower() for surname in surnames}
    for token in (doc[i] for i, word in enumerate(lowered(doc)) if word in spelt):
        if token.text not in surnames or token.i in inner:
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].is_title and doc[start - 1].whitespace_:
            start -= 1
        if start == token.i and token.pos_ == "PROPN" and not token.ent_type_:
            found.setdefault(token.i + 1, Span(doc, start, token.i + 1, label="PER"))
        if 0 < token.i - start <= _FORENAMES:
            known = found.get(token.i + 1)
            if known is None or len(known) == 1:
                found[token.i + 1] = Span(doc, start, token.i + 1, label="PER")
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


def _compound(name: Span, surnames: set[str]) -> bool:
    """True for two people joined by a hyphen: l'incontro Rossi-Bianchi, not Park Min-ho."""
    first, hyphen, second = name.text.partition("-")
    return bool(hyphen) and second[:1].isupper() and first.split()[-1:] != [] and first.split()[-1] in surnames
