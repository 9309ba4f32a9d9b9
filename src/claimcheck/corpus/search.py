"""Full text over the sentences that hold claims: case and accents folded, phrases, prefixes, filters."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.corpus.heads import COLUMNS, head_of
from claimcheck.corpus.index import first_key
from claimcheck.corpus.rows import CLAIM, claim_of
from claimcheck.errors import CorpusError
from claimcheck.italian.text import fold, words
from claimcheck.model import Claim, ClaimKind, Hit

POOL = 4
"""Sentences looked at for each claim asked for: of more that match, the newest."""
Part = tuple[tuple[str, ...], bool]
"""A word or phrase, folded, and whether its last word is only the beginning of one."""
_PART = re.compile(r'["“”«»]([^"“”«»]*)["“”«»]|([^\s"“”«»]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for. `text` holds words that must all occur, phrases between quotation marks, prefixes (`incend*`).

    The filters: kind of claim, source of the article (its whole name), speaker of the claim, a name in the sentence,
    first and last day of publication.
    """

    text: str
    kind: ClaimKind | None = None
    source: str | None = None
    speaker: str | None = None
    entity: str | None = None
    since: date | None = None
    until: date | None = None


def find(db: sqlite3.Connection, query: Query, most: int) -> list[Hit]:
    """The claims whose own words match, newest first, then those whose sentences do, newest first, at most `most`."""
    asked = list(parts(query.text))
    if not asked:
        raise CorpusError(f"{query.text!r}: the query holds no word; give one, such as `claimcheck search sciopero`")
    check_filters(query)
    places = _sentences(db, query, _match(query, asked), POOL * most)
    found = [hit for place in places for hit in hits(db, place, query)]
    return sorted(found, key=lambda hit: _apart(hit, asked))[:most]


def check_filters(query: Query) -> None:
    """Raise CorpusError when a filter names nothing."""
    for name in (query.source, query.speaker, query.entity):
        if name is not None and not words(name):
            raise CorpusError(f"{name!r}: the filter holds no word; give a name or leave it out")


def bounds(query: Query) -> tuple[int, int]:
    """The least and the greatest key of a sentence published on the days of the query."""
    first = first_key(query.since.toordinal() if query.since else 0)
    return first, first_key(query.until.toordinal() + 1) - 1 if query.until else (1 << 63) - 1


def parts(text: str) -> Iterator[Part]:
    """The words and phrases of a query, folded, and whether the last word is a prefix.

    >>> list(parts('«Città vecchia» incend*'))
    [(('citta', 'vecchia'), False), (('incend',), True)]
    """
    for phrase, word in _PART.findall(text):
        found = tuple(words(phrase or word))
        if found:
            yield found, word.endswith("*")


def _match(query: Query, asked: Sequence[Part]) -> str:
    """The query in the language of FTS5; every word is quoted, so none can be an operator."""
    terms = [f"text : {_quoted(phrase)}{' *' if prefix else ''}" for phrase, prefix in asked]
    filters = {"text": query.entity, "speakers": query.speaker, "outlet": query.source, "kinds": query.kind}
    named = {column: tuple(words(value)) for column, value in filters.items() if value}
    return " AND ".join([*terms, *(f"{column} : {_quoted(phrase)}" for column, phrase in named.items() if phrase)])


def _quoted(phrase: Sequence[str]) -> str:
    return f'"{" ".join(phrase)}"'


def _sentences(db: sqlite3.Connection, query: Query, match: str, most: int) -> list[tuple[int, int, int]]:
    """Article, start and end of the sentences that match, newest first: their keys begin with the day."""
    sql = """
        SELECT article, start, stop FROM words JOIN sentences ON sentences.key = words.rowid
        WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid DESC LIMIT ?
    """
    return db.execute(sql, (match, *bounds(query), most)).fetchall()


def hits(db: sqlite3.Connection, place: tuple[int, int, int], query: Query) -> Iterator[Hit]:
    """The claims of one sentence, its article, start and end, that pass the filters on source, speaker and kind."""
    article, start, stop = place
    *head, text = db.execute(f"SELECT {COLUMNS}, text FROM articles WHERE key = ?", (article,)).fetchone()
    if query.source and fold(query.source) != fold(head[1] or ""):
        return
    sql = f"""
        SELECT {", ".join(CLAIM)} FROM claims
        WHERE article = ? AND sentence_start = ? AND sentence_stop = ? AND NOT furniture ORDER BY place
    """
    for row in db.execute(sql, (article, start, stop)).fetchall():
        claim = claim_of(row, text)
        if (query.kind in (None, claim.kind)) and _speaks(query.speaker, claim):
            yield Hit(head_of(head), claim, text[start:stop])


def _speaks(name: str | None, claim: Claim) -> bool:
    source = claim.attribution.source if claim.attribution else None
    return not name or holds(words(source or ""), (tuple(words(name)), False))


def _apart(hit: Hit, asked: Sequence[Part]) -> bool:
    """True if some words of the query stand outside the claim."""
    own = words(hit.claim.text)
    return not all(holds(own, part) for part in asked)


def holds(own: Sequence[str], part: Part) -> bool:
    """True if a word or phrase stands among words, folded as it is."""
    phrase, prefix = part
    size = len(phrase)
    for i in range(len(own) - size + 1):
        *most, last = own[i : i + size]
        if tuple(most) == phrase[:-1] and (last.startswith(phrase[-1]) if prefix else last == phrase[-1]):
            return True
    return False
