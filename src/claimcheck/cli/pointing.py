"""The claims that somebody means: by id, by words, by their place in an article."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from claimcheck.errors import ClaimError
from claimcheck.model import Article, Claim, ClaimRef, Reading
from claimcheck.report.safe import clean

Found = list[tuple[Article, Claim]]
ID = re.compile(r"[qfa]-[0-9a-f]{1,12}")
LISTED = 6
"""Claims named in a message."""
WORDS = 40
"""Characters shown of a claim in a message."""


def claim_of(readings: Sequence[Reading], asked: str) -> ClaimRef:
    """The claim meant by an id or its beginning, or by words of it, with `ARTICLE:` before them where more would fit.

    Raises ClaimError when no claim fits, or several do.
    """
    within, wanted = _split(readings, asked)
    found = next(filter(None, _ways(within, wanted)), Found())
    if len(found) == 1:
        article, claim = found[0]
        return ClaimRef(article.id, claim.id)
    if found:
        raise ClaimError(f'{len(found)} claims fit "{asked}": {_listed(found)}; name one as ARTICLE:ID')
    raise ClaimError(
        f'no claim fits "{asked}"; give words of a claim, or an id that `claimcheck extract -f json` lists'
    )


def claims_at(readings: Sequence[Reading], asked: str) -> list[ClaimRef]:
    """The claims that cover a place `ARTICLE:OFFSET`, as they stand in the text; offsets count code points.

    Raises ClaimError when it is no such place, or no claim covers it.
    """
    within, offset = _split(readings, asked)
    if len(within) != 1 or not offset.isdecimal():
        ids = ", ".join(islice((reading.article.id for reading in readings), LISTED))
        raise ClaimError(f'"{asked}" is no place in an article; give ARTICLE:OFFSET, the articles are {ids}')
    reading, place = within[0], int(offset)
    article = reading.article
    found = [claim for claim in reading.claims if claim.start <= place < claim.end]
    if not found:
        near = sorted(reading.claims, key=lambda c: (max(c.start - place, place - c.end), c.start))[:2]
        shown = f"; the nearest are {_listed([(article, claim) for claim in near])}" if near else ""
        raise ClaimError(f"no claim at {asked}: the text has {len(article.text)} characters{shown}")
    return [ClaimRef(article.id, claim.id) for claim in found]


def _split(readings: Sequence[Reading], asked: str) -> tuple[Sequence[Reading], str]:
    """The one article named before a colon and the rest; all articles and all of it where none is named."""
    named = {reading.article.id: reading for reading in readings}
    for colon in re.finditer(":", asked):
        if asked[: colon.start()] in named:
            return [named[asked[: colon.start()]]], asked[colon.end() :]
    return readings, asked


def _ways(readings: Sequence[Reading], wanted: str) -> Iterator[Found]:
    """The claims that fit, the strictest way first: id, beginning of an id, all the words, some of the words."""
    words = clean(wanted).casefold()
    if not words:
        return
    yield _fitting(readings, lambda claim: claim.id == wanted)
    if ID.fullmatch(wanted):
        yield _fitting(readings, lambda claim: claim.id.startswith(wanted))
    yield _fitting(readings, lambda claim: clean(claim.text).casefold() == words)
    yield _fitting(readings, lambda claim: words in clean(claim.text).casefold())


def _fitting(readings: Sequence[Reading], fits: Callable[[Claim], bool]) -> Found:
    return [(reading.article, claim) for reading in readings for claim in reading.claims if fits(claim)]


def _listed(found: Found) -> str:
    """`uno:f-0123456789ab «300 posti»` for the first of them."""
    named = [f"{article.id}:{claim.id} «{_short(claim.text)}»" for article, claim in found[:LISTED]]
    return ", ".join([*named, "…"] if len(found) > LISTED else named)


def _short(text: str) -> str:
    words = clean(text)
    return words if len(words) <= WORDS else f"{words[:WORDS].rstrip()}…"
