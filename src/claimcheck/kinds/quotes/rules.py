"""Quotes: what stands between quotation marks, with whose words they are, by named passes, most precise first.

Order of the passes: the verb that governs the quote, the verb after it (…, ha detto X), the verb before it, a colon
after a name (Rossi: «…»), a noun of speech (le parole di X), the report that holds the quote, a source phrase, the
speaker of the quote before. Each later pass sees only quotes that are still nobody's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.italian.clauses.phrases import Phrase, can_speak
from claimcheck.italian.clauses.reports import scene
from claimcheck.italian.clauses.surface import surface
from claimcheck.italian.clauses.types import Scene
from claimcheck.italian.marks import Marked
from claimcheck.kinds.component import ClaimComponent, sentence_of
from claimcheck.kinds.confidence import confidence
from claimcheck.kinds.quotes.colons import AGAIN
from claimcheck.kinds.quotes.orphans import answers
from claimcheck.kinds.quotes.resolve import form_of
from claimcheck.kinds.quotes.types import Quoted, Voice
from claimcheck.kinds.quotes.voices import voice_of
from claimcheck.model import Attribution, Claim, Span

FACTORY = "claimcheck_quotes"
_ASIDE = re.compile(r"\s[–—-][.,;:]?\s+(?=\S)")
_NAME = r"[A-ZÀ-Ý][\w-]+"
_AGAIN = re.compile(rf"(?:{'|'.join(sorted(AGAIN))}) (?:(?:il|la|lo) \w+ |l['’]\w+ )?{_NAME}(?: {_NAME})? [–—-]")
_LONGEST_ASIDE = 110
_OPENING = ' \t\n“«"‘„'


@Language.factory(FACTORY, assigns=["doc._.claimcheck_claims"])
def make_quotes(nlp: Language, name: str) -> ClaimComponent:
    """The spaCy component: `nlp.add_pipe("claimcheck_quotes")`, after the parser and the ner."""
    return ClaimComponent(match)


def match(doc: Doc) -> list[Claim]:
    """The quotes of a Doc in order; pure. Offsets are characters of `doc.text`, quotation marks excluded."""
    view = scene(doc)
    claims: list[Claim] = []
    previous: tuple[Quoted, Voice] | None = None
    interview = answers(doc, view)
    for quoted in _quotes(doc, view):
        voice = interview.get(quoted.start) or voice_of(doc, quoted, view, previous)
        claims.append(_claim(doc, quoted, voice))
        speaks = voice.mention is None or can_speak(doc, voice.mention)
        if voice.source is not None and quoted.mark.level == 0 and speaks:
            previous = (quoted, voice)
    return _reopened(surface(doc), _joined(doc, view, claims))


def _joined(doc: Doc, view: Scene, claims: list[Claim]) -> list[Claim]:
    """The parts of one quote that an aside breaks have one speaker: “A – ha detto X –. B”."""
    for mark in view.marks:
        parts = [i for i, c in enumerate(claims) if mark.level == 0 and mark.start <= c.start and c.end <= mark.end]
        parts = [i for i in parts if "level" not in claims[i].evidence]
        held = next((claims[i].attribution for i in parts if claims[i].attribution), None)
        for i in parts:
            if claims[i].attribution is None and held is not None:
                claims[i] = replace(claims[i], form="direct", attribution=replace(held, mention=None, cue=None))
    return claims


def _reopened(text: str, claims: list[Claim]) -> list[Claim]:
    """The parts of a quote whose mark is opened anew at each paragraph have one speaker: whichever part names it."""
    for order in (range(len(claims) - 2, -1, -1), range(len(claims) - 1)):
        for i in order:
            here, following = claims[i], claims[i + 1]
            if "marks" not in here.evidence or "\n" not in text[here.end : following.start]:
                continue
            if text[here.end : following.start].strip(_OPENING):
                continue
            if here.attribution is None and following.attribution is not None and following.attribution.source:
                claims[i] = replace(here, form="direct", attribution=following.attribution)
            elif following.attribution is None and here.attribution is not None and here.attribution.source:
                claims[i + 1] = replace(following, form="direct", attribution=here.attribution)
    return claims


def _quotes(doc: Doc, view: Scene) -> Iterator[Quoted]:
    """The marked stretches, those broken by an aside (“A – ha detto X – B”) in their parts."""
    for mark in view.marks:
        parts = list(_parts(doc, mark, view))
        for start, end in parts:
            words = doc.char_span(start, end, alignment_mode="expand")
            if words is not None:
                yield Quoted(start, end, words.start, words.end - 1, mark, broken=len(parts) > 1)


def _parts(doc: Doc, mark: Marked, view: Scene) -> Iterator[tuple[int, int]]:
    text, start = surface(doc), mark.start
    dashes = list(_ASIDE.finditer(text, mark.start, mark.end))
    i = 0
    while i < len(dashes):
        opening = dashes[i]
        closing = dashes[i + 1] if i + 1 < len(dashes) else None
        aside = (opening.end(), closing.start() if closing else mark.end)
        named = closing is not None and _AGAIN.match(text, aside[0])
        if aside[1] - aside[0] <= _LONGEST_ASIDE and (named or _holds_cue(doc, view, aside)):
            yield start, opening.start()
            start = closing.end() if closing else mark.end
            i += 1
        i += 1
    if start < mark.end:
        yield start, mark.end


def _holds_cue(doc: Doc, view: Scene, chars: tuple[int, int]) -> bool:
    return any(r.match is not None and chars[0] <= doc[r.first].idx < chars[1] for r in view.reports)


def _claim(doc: Doc, quoted: Quoted, voice: Voice) -> Claim:
    text = surface(doc)
    uttered = voice.source is not None or voice.cue is not None
    form = form_of(doc, quoted.start, quoted.end, uttered=uttered)
    if uttered and quoted.broken and form == "partial":
        form = "direct"  # one half of a quote that an aside breaks: “Il piano – ha detto X – è pronto”
    attribution = None
    if uttered and form != "term":
        attribution = Attribution(voice.source, _span(doc, voice.mention), _span(doc, voice.cue), voice.via)
    return Claim(
        kind="quote",
        start=quoted.start,
        end=quoted.end,
        text=text[quoted.start : quoted.end],
        sentence=sentence_of(doc, quoted.start, quoted.end),
        form=form,
        attribution=attribution,
        evidence={"rule": voice.rule, **_sure(voice),
                  **({"level": str(quoted.mark.level)} if quoted.mark.level else {}),
                  **({"marks": "repaired"} if quoted.mark.repaired else {})},
    )  # fmt: skip


def _sure(voice: Voice) -> dict[str, str]:
    """The confidence of a speaker that was found."""
    return {"confidence": confidence(voice.rule)} if voice.source is not None else {}


def _span(doc: Doc, phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    words = doc[phrase[0] : phrase[1]]
    return Span.of(surface(doc), words.start_char, words.end_char)
