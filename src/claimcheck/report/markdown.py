"""The comparison as Markdown (GitHub flavoured), fit to be pasted into an issue, a wiki or a note."""

import re
from collections.abc import Iterator

from claimcheck.model import Article, Claim, Comparison
from claimcheck.report.facts import COUNTS, RELATIONS, Fact, Table
from claimcheck.report.passages import differing, passage
from claimcheck.report.safe import clean
from claimcheck.report.words import Lang, Words

ACTIVE = re.compile(r"[\\`*_\[\]<>|~&$#@]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
"""Signs that Markdown, or HTML inside it, would read: marks, links, tags, addresses."""
LIST = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+=]))(.)")
"""What would begin a list, a rule or a heading at the start of a line."""
CONTEXT = 90
"""Characters of the sentence kept on each side of a claim."""
LETTERS = 160
"""Letters of a claim in a list."""
MOST = 12
"""Claims listed of one article that no other has."""


def comparison_markdown(comparison: Comparison, lang: Lang, whole: bool = True) -> str:
    """The comparison as Markdown in Italian or English; article text is escaped and stays text.

    Without `whole` what one source says alone is left out, since findings were.
    """
    return "\n".join(_lines(Table(comparison, whole), Words(lang))) + "\n"


def escape(text: str) -> str:
    """The text on one line, every sign that Markdown would read escaped."""
    return LIST.sub(r"\1\\\2", ACTIVE.sub(lambda found: "\\" + found[0], clean(text)))


def _lines(table: Table, w: Words) -> Iterator[str]:
    yield f"# {w['title']}"
    yield ""
    given = (("articles", len(table.articles)), ("claims", sum(not c.furniture for c in table.claims.values())))
    told = [relation for relation in RELATIONS if table.tells(relation)]
    found = [w.count(COUNTS[relation], table.count(relation)) for relation in told]
    yield f"{', '.join(w.count(key, n) for key, n in given)}: {', '.join(found)}." if found else w["nothing_left"]
    yield ""
    for key, article in table.articles.items():
        title = f" · {escape(article.title)}" if article.title else ""
        yield f"- **{escape(table.names[key])}** · {w.day(article)}{title}"
    for relation in told:
        facts = [fact for fact in table.facts if fact.relation == relation]
        yield from ("", f"## {w[relation]} ({len(facts)})")
        if not facts:
            yield from ("", w[f"no_{relation}"])
        if relation == "agree" and facts:
            yield ""
        for fact in facts:
            yield from _agreement(fact, table) if relation == "agree" else _fact(fact, table, w)
    yield from _inside(table, w)
    yield from _alone(table, w)
    yield from _notes(table, w)


def _fact(fact: Fact, table: Table, w: Words) -> Iterator[str]:
    """A heading that says what differs, then a table with the words of each source."""
    label = w.label("type", fact.type) if fact.type else None
    first, *others = (escape(text) for text in fact.explanations)
    yield from ("", f"### {fact.number}. {f'{label}. ' if label else ''}{first}", "")
    for other in others[:2]:
        yield from (f"{w['also']}: {other}", "")
    yield from ("| | |", "|---|---|")
    for cell in fact.cells:
        head = f"**{escape(table.names[cell.article.id])}**<br>{w.day(cell.article)}"
        told = "<br>".join(_told(table, cell.article, claim, w) for claim in cell.claims)
        yield f"| {head} | {told} |"


def _told(table: Table, article: Article, claim: Claim, w: Words) -> str:
    """A claim in its sentence, bold, words that differ underscored; then what it means or who says it."""
    shown = passage(article, [claim], CONTEXT)
    rival = table.rivals.get(table.ref(article, claim))
    if rival and claim.kind != "figure":
        shown = differing(shown, passage(table.articles[rival.article], [table.claims[rival]], CONTEXT))
    marks = {"context": ("", ""), "claim": ("<b>", "</b>"), "differs": ("<b><u>", "</u></b>")}
    text = "".join(f"{marks[role][0]}{_inner(words)}{marks[role][1]}" for words, role in shown.pieces)
    gloss = w.gloss(claim)
    return f"{text}<br><i>{escape(gloss)}</i>" if gloss else text


def _agreement(fact: Fact, table: Table) -> Iterator[str]:
    claim = max((c for cell in fact.cells for c in cell.claims), key=lambda c: len(c.text))
    names = ", ".join(escape(table.names[cell.article.id]) for cell in fact.cells)
    yield f"- {_short(claim)} — {names}"


def _inside(table: Table, w: Words) -> Iterator[str]:
    """What contradicts itself inside one article."""
    if table.comparison.findings:
        yield from ("", f"## {w['inner']}", "")
    for pair in table.comparison.findings:
        both = " ≠ ".join(_short(table.claims[ref]) for ref in (pair.a, pair.b))
        yield f"- **{escape(table.names[pair.a.article])}**: {escape(pair.explanation)} {both}"


def _alone(table: Table, w: Words) -> Iterator[str]:
    if table.whole:
        yield from ("", f"## {w['alone']}")
    for reading in table.readings:
        claims = table.alone(reading)
        if not claims:
            continue
        yield from ("", f"**{escape(table.names[reading.article.id])}** ({len(claims)})", "")
        yield from (f"- {_line(claim, w)}" for claim in claims[:MOST])
        if len(claims) > MOST:
            yield f"- {w.count('more', len(claims) - MOST)}"


def _line(claim: Claim, w: Words) -> str:
    gloss = w.gloss(claim)
    return f"{_short(claim)} — {escape(gloss)}" if gloss else _short(claim)


def _notes(table: Table, w: Words) -> Iterator[str]:
    copies = [f"{w['same_text']}: {', '.join(escape(table.names[key]) for key in one)}" for one in table.copies()]
    told = [f"{escape(table.names[a.id])}: {escape(text)}" for a in table.articles.values() for text in a.warnings]
    if copies or told:
        yield from ("", f"## {w['warnings']}", "")
        yield from (f"- {note}" for note in (*copies, *told))


def _short(claim: Claim) -> str:
    text = clean(claim.text)
    short = escape(text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…")
    return f"«{short}»" if claim.kind == "quote" else short


def _inner(words: str) -> str:
    """Escaped, with the blanks at its ends kept: pieces of one sentence follow one another."""
    head, tail = " " * words.startswith(" "), " " * (words.endswith(" ") and bool(words.strip()))
    return f"{head}{escape(words)}{tail}"
