"""A pipeline and a comparer that need no model: every number is a figure, equal numbers agree, others conflict."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from claimcheck.model import Alignment, Article, Claim, ClaimRef, Comparison, Figure, Pair, Reading


class FakePipeline:
    label = "fake 1.0"

    def read(self, articles: Iterable[Article], workers: int | None = 1) -> Iterator[Reading]:
        for article in articles:
            yield Reading(article, tuple(self.claims(article)))

    def claims(self, article: Article) -> Iterator[Claim]:
        for m in re.finditer(r"\d+", article.text):
            number = float(m.group())
            yield Claim("figure", *m.span(), m.group(), m.span(), figure=Figure("quantity", number, number))


def compare(readings: Iterable[Reading], lang: str = "it") -> Comparison:
    given = tuple(readings)
    pairs = [
        Pair(
            ClaimRef(a.article.id, x.id),
            ClaimRef(b.article.id, y.id),
            "agree" if x.text == y.text else "conflict",
            None if x.text == y.text else "value",
            0.5,
            f"spiegazione in {lang}",
        )
        for a, b in combinations(given, 2)
        for x in a.claims[:1]
        for y in b.claims[:1]
    ]
    alignments = tuple(Alignment(f"al-{n}", "figure", (p.a, p.b), p.relation, (p,)) for n, p in enumerate(pairs))
    return Comparison(given, alignments, tuple((r.article.id,) for r in given))
