"""Comparisons made by hand for the page: three sources on one figure, texts that try to be markup, many articles."""

import runpy
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from claimcheck.model import Alignment, Article, Claim, ClaimRef, Comparison, Figure, Pair, Reading
from tests.report.sample import COMPARISON, DATES, READINGS, SECOND, claim

LONG = "parola" * 1700
EVIL = (
    "<script>document.title = 'preso'</script> ]]> --> </textarea></style>"
    " <img src=x onerror=\"document.title='preso'\">"
    f" {{{{ 7 * 7 }}}} \u202erovescio\u202c \x00 \u2028 {LONG} I posti sono 300."
)


def hostile() -> Comparison:
    """The sample with an article whose id, source, title, address and text try to be markup."""
    article = Article(
        "</script><b id='x'>", EVIL, source="<i>Gazzetta</i> & figli", title='"><svg onload=alert(1)>',
        published="2024-06-20", url="javascript:alert(1)",
    )  # fmt: skip
    number = claim(article, "figure", "300", figure=Figure("quantity", 300.0, 300.0, of="posti"))
    beside = claim(SECOND, "figure", "più di 250", figure=Figure("quantity", 251.0, None, of="posti"))
    readings = (Reading(article, (number,)), READINGS[0], Reading(SECOND, (*READINGS[1].claims, beside)))
    refs = replace(DATES.pairs[0].a, article=article.id, claim=number.id), replace(DATES.pairs[0].a, claim=beside.id)
    why = "<b>300</b> o {{ 250 }}: non si contraddicono."
    found = Pair(*refs, "compatible", "value", 0.8, why, {"code": "bound"})
    posts = Alignment("al-3", "figure", refs, "compatible", (found,))
    return Comparison(readings, (*COMPARISON.alignments, posts), ())


def three() -> Comparison:
    """Two sources that agree on a sum and one that does not; the second contradicts itself."""
    texts = {"uno": "Costa 3 milioni.", "due": "Costa circa 3 milioni, anzi 7.", "tre": "Costa oltre 5 milioni."}
    published = {"uno": "2024-06-18", "due": "2024-06-19", "tre": "2024-06-20"}
    found = {key: Article(key, text, source=key.title(), published=published[key]) for key, text in texts.items()}

    def money(key: str, words: str, low: float, high: float | None, approx: bool = False) -> Claim:
        return claim(found[key], "figure", words, figure=Figure("money", low, high, approx, "EUR"))

    one, two = money("uno", "3 milioni", 3e6, 3e6), money("due", "circa 3 milioni", 3e6, 3e6, True)
    other, seven = money("tre", "oltre 5 milioni", 5e6, None), money("due", "7", 7.0, 7.0)
    base = DATES.pairs[0]
    at = {key: replace(base.a, article=key, claim=c.id) for key, c in (("uno", one), ("due", two), ("tre", other))}
    inner = Pair(at["due"], replace(base.a, article="due", claim=seven.id), "conflict", "value", 1.0, "Prima 3, poi 7.")
    pairs = (
        Pair(at["due"], at["uno"], "agree", None, 0.9, "Lo stesso."),
        Pair(at["due"], at["tre"], "conflict", "value", 0.9, "«circa 3 milioni» e «oltre 5 milioni» non coincidono."),
        Pair(at["tre"], at["uno"], "conflict", "value", 0.9, "«3 milioni» e «oltre 5 milioni» non coincidono."),
    )
    readings = tuple(Reading(found[k], c) for k, c in (("uno", (one,)), ("due", (two, seven)), ("tre", (other,))))
    return Comparison(readings, (Alignment("al-1", "figure", tuple(at.values()), "conflict", pairs),), (), (inner,))


def hundred() -> Comparison:
    """A hundred synthetic articles of a dozen stories; facts are the claims that several tell in the same words."""
    synthetic = runpy.run_path(str(Path(__file__).parents[3] / "benchmarks" / "synthetic.py"))
    readings: list[Reading] = list(synthetic["articles"](100, 3))
    told: defaultdict[tuple[str, str], dict[str, ClaimRef]] = defaultdict(dict)
    for reading in readings:
        for c in reading.claims:
            told[c.kind, c.text].setdefault(reading.article.id, ClaimRef(reading.article.id, c.id))
    facts = [(kind, sorted(refs.values())) for (kind, _), refs in sorted(told.items()) if len(refs) > 1]
    alignments = tuple(_agreed(n, kind, refs) for n, (kind, refs) in enumerate(facts))
    return Comparison(tuple(readings), alignments, ())


def _agreed(n: int, kind: str, refs: list[ClaimRef]) -> Alignment:
    pairs = (Pair(a, b, "conflict", "value", 0.9, f"{a.article} e {b.article}.") for a, b in combinations(refs, 2))
    return Alignment(f"al-{n}", kind, tuple(refs), "conflict", tuple(pairs))  # type: ignore[arg-type]
