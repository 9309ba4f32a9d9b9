"""Widening an interval, or saying it with reserve, never turns figures that can both be true into a conflict."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.comparison import decide
from claimcheck.kinds.base import Side
from claimcheck.model import Article, Claim, Figure, FigureKind

MEASURES: tuple[tuple[FigureKind, str | None, str | None], ...] = (
    ("quantity", None, "operai"),
    ("quantity", None, "morti"),
    ("quantity", None, "dispersi"),
    ("money", "EUR", None),
    ("percent", "%", None),
    ("measure", "km", None),
    ("measure", "t", None),
    ("duration", "year", None),
    ("age", "year", None),
)
SENTENCES = ("Sono [[X]].", "Prima visita in [[X]].", "Il prezzo è in calo del [[X]].", "Al Sud, di cui [[X]] donne.")
NUMBERS = st.one_of(
    st.integers(1, 120).map(float),
    st.integers(1, 9999).map(lambda n: n / 10),
    st.integers(1, 99).map(lambda n: n * 10.0**5),
    st.sampled_from([3.5e9, 3.47e9, 1e6, 9.5e5, 62_000, 61_847, 3e6, 3e9]),
)
DAYS = st.sampled_from([None, "2024-03-01", "2024-03-04"])


def figures(measure: tuple[FigureKind, str | None, str | None]) -> st.SearchStrategy[Figure]:
    kind, unit, of = measure

    def made(low: float, span: float, shape: str, approx: bool) -> Figure:
        bounds = {"point": (low, low), "range": (low, low + span), "least": (low, None), "most": (None, low)}[shape]
        return Figure(kind, *bounds, approx and shape == "point", unit, of)

    shapes = st.sampled_from(["point", "point", "range", "least", "most"])
    return st.builds(made, NUMBERS, NUMBERS, shapes, st.booleans())


def side(name: str, sentence: str, figure: Figure, published: str | None) -> Side:
    text = sentence.replace("[[X]]", f"tanto{name}")
    start = text.index("tanto")
    return Side(
        Article(name, text, published=published),
        Claim("figure", start, start + 6, text[start : start + 6], (0, len(text)), figure=figure),
    )


def widened(figure: Figure, below: float | None, above: float | None, reserve: bool) -> Figure:
    low = None if below is None or figure.low is None else max(figure.low - below, 0.0)
    high = None if above is None or figure.high is None else figure.high + above
    assume(low is not None or high is not None)
    return replace(figure, low=low, high=high, approx=figure.approx or (reserve and low == high))


@settings(max_examples=1500)
@given(st.data())
def test_widening_brings_no_conflict(data: st.DataObject) -> None:
    measure = data.draw(st.sampled_from(MEASURES))
    one, other = data.draw(figures(measure)), data.draw(figures(measure))
    sentences = data.draw(st.sampled_from(SENTENCES)), data.draw(st.sampled_from(SENTENCES))
    days = data.draw(DAYS), data.draw(DAYS)
    b = side("b", sentences[1], other, days[1])
    before = decide(side("a", sentences[0], one, days[0]), b)
    assume(before is None or before[1].relation != "conflict")
    steps = st.one_of(st.just(0.0), NUMBERS, st.none())
    wide = widened(one, data.draw(steps), data.draw(steps), data.draw(st.booleans()))
    after = decide(side("a", sentences[0], wide, days[0]), b)
    assert after is None or after[1].relation != "conflict", (before, after)


@settings(max_examples=300)
@given(st.dates(), st.sampled_from([4, 7]), st.sampled_from([4, 7, 10]), st.dates())
def test_a_coarser_date_brings_no_conflict(day: object, coarse: int, fine: int, rival: object) -> None:
    """The month or the year of a day conflicts with nothing; only two single days do."""
    whole = side("a", "Era il [[X]].", Figure("date", timex=str(day)[:coarse]), None)
    decided = decide(whole, side("b", "Era il [[X]].", Figure("date", timex=str(rival)[:fine]), None))
    assert decided is None or decided[1].relation != "conflict"
