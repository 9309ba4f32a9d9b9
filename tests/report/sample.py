"""A small comparison made by hand, for the reports to draw."""

from typing import Any

from claimcheck.model import (
    Alignment,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    ClaimRef,
    Comparison,
    Difference,
    Figure,
    Pair,
    Reading,
    Relation,
    Span,
)

FIRST = Article(
    "uno",
    "Il ministro Mario Rossi ha detto che servono «oltre 300 posti nuovi». Il voto sarà martedì 18 giugno. Menu",
    source="Gazzetta",
    title="Posti",
    published="2024-06-18",
    published_from="metadata",
    furniture=((102, 106),),
)
SECOND = Article(
    "due",
    "Secondo Rossi servono «più di 250 posti nuovi e veri». Il voto è mercoledì 19 giugno. La spesa è 2,5 milioni.",
    source="Corriere",
    published="2024-06-19",
    published_from="text",
    warnings=("not UTF-8: decoded as cp1252, check the accented letters",),
)


def claim(article: Article, kind: ClaimKind, words: str, **more: Any) -> Claim:
    start = article.text.index(words)
    end = start + len(words)
    begin = article.text.rfind(". ", 0, start) + 2 if ". " in article.text[:start] else 0
    stop = article.text.find(". ", end)
    sentence = (begin, len(article.text) if stop < 0 else stop + 1)
    return Claim(kind, start, end, words, sentence, evidence={"rule": "by-hand"}, **more)


ROSSI = Attribution("Mario Rossi", Span.of(FIRST.text, 12, 23), Span.of(FIRST.text, 24, 32), ("Ansa",), "hedged")
QUOTE_A = claim(FIRST, "quote", "oltre 300 posti nuovi", form="partial", attribution=ROSSI)
QUOTE_B = claim(SECOND, "quote", "più di 250 posti nuovi e veri", form="direct", attribution=Attribution("Rossi"))
DATE_A = claim(FIRST, "figure", "martedì 18 giugno", figure=Figure("date", timex="2024-06-18"))
DATE_B = claim(SECOND, "figure", "mercoledì 19 giugno", figure=Figure("date", timex="2024-06-19"))
MONEY = claim(SECOND, "figure", "2,5 milioni", figure=Figure("money", 2.5e6, 2.5e6, unit="EUR", of="spesa"))
MENU = Claim("figure", 102, 106, "Menu", (102, 106), furniture=True, figure=Figure("quantity", 1.0, None))


def pair(a: Claim, b: Claim, relation: Relation, kind: Difference | None, why: str, score: float = 0.875) -> Pair:
    return Pair(
        ClaimRef("due", b.id), ClaimRef("uno", a.id), relation, kind, score, why, {"code": "x", "overlap": 1 / 3}
    )


def alignment(name: str, found: Pair, kind: ClaimKind) -> Alignment:
    return Alignment(name, kind, (found.a, found.b), found.relation, (found,))


DATES = alignment("al-1", pair(DATE_A, DATE_B, "conflict", "date", "Il voto è il 18 o il 19 giugno."), "figure")
QUOTES = alignment("al-2", pair(QUOTE_A, QUOTE_B, "compatible", "wording", "Le parole sono diverse."), "quote")
READINGS = (Reading(FIRST, (QUOTE_A, DATE_A, MENU)), Reading(SECOND, (QUOTE_B, DATE_B, MONEY)))
COMPARISON = Comparison(READINGS, (DATES, QUOTES), (("uno",), ("due",)))
