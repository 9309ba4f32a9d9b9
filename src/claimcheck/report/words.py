"""The words of a report in its language: plurals, dates, names of sources, values of figures."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from claimcheck.italian.timex import Days, days
from claimcheck.model import Article, Attribution, Claim, Figure
from claimcheck.model.values import TEMPORAL
from claimcheck.report.json import number
from claimcheck.report.safe import clean
from claimcheck.tables import load

Lang = Literal["it", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language."""

    lang: Lang

    def __getitem__(self, key: str) -> str:
        text: str = self._table[key]
        return text

    @property
    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = load("claimcheck.report", "texts.toml")[self.lang]
        return table

    def count(self, key: str, n: int) -> str:
        """`{n} articoli`, singular where n is one."""
        one, many = self._table[key]
        return str(one if n == 1 else many).format(n=n)

    def label(self, group: str, key: str | None) -> str | None:
        """The word for a type, stance or form; None where the report says nothing about it."""
        word: str | None = self._table[group].get(key)
        return word

    def day(self, article: Article) -> str:
        """The day of publication in words."""
        return self.written(article.published_on) if article.published_on else self["undated"]

    def written(self, day: date) -> str:
        """`19 giugno 2024`."""
        month = self._table["months"][day.month - 1]
        return self["date"].format(day=day.day, month=month, year=day.year)

    def when(self, span: Days) -> str:
        """`19 giugno 2024`, `giugno 2024`, `2024`, or the first and the last day."""
        first, last = span.first, span.last
        if first == last:
            return self.written(first)
        whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if whole_months and first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
        if whole_months and (first.year, first.month) == (last.year, last.month):
            return f"{self._table['months'][first.month - 1]} {first.year}"
        return self["spans"].format(first=self.written(first), last=self.written(last))

    def meaning(self, figure: Figure) -> str:
        """What a figure asserts, days of the calendar in words; empty where the words of the text say it all."""
        span = days(figure.timex) if figure.kind in TEMPORAL else None
        return self.when(span) if span else self.value(figure)

    def speech(self, said: Attribution | None) -> list[str]:
        """Who says it, through whom and with what reserve, as short phrases."""
        if said is None:
            return []
        phrases = [self["by"].format(source=clean(said.source))] if said.source else []
        if said.via:
            phrases.append(self["via"].format(via=clean(", ".join(said.via))))
        stance = self.label("stance", said.stance)
        return [*phrases, stance] if stance else phrases

    def value(self, figure: Figure) -> str:
        """What a figure asserts: `almeno 11000`, `circa 300 km`, `2024-06-19`."""
        low, high = (self._number(figure.low), self._number(figure.high))
        if low is None and high is None:
            return clean(figure.timex or "")
        if low == high:
            text = f"{self['about']} {low}" if figure.approx else f"{low}"
        elif low is None or high is None:
            text = self["at_least" if high is None else "at_most"].format(low=low, high=high)
        else:
            text = self["between"].format(low=low, high=high)
        return clean(f"{text} {self._unit(figure)}")

    def _unit(self, figure: Figure) -> str:
        """The unit as people write it: `anni`, `km`, `EUR`."""
        one, many = self._table["unit"].get(figure.unit, (figure.unit or "",) * 2)
        return str(one if figure.low == figure.high == 1 else many)

    def gloss(self, claim: Claim) -> str:
        """What the words of a claim leave open: the value of a figure they do not spell out, or who says it."""
        if claim.figure is None:
            return ", ".join(self.speech(claim.attribution))
        said, words = self.meaning(claim.figure), " ".join(clean(claim.text).split())
        return "" if said.casefold() in words.casefold() else said

    def told(self, claims: Sequence[Claim]) -> list[str]:
        """Who says the claims of one sentence, and the values that the words of its figures leave open."""
        values = dict.fromkeys(filter(None, (self.gloss(claim) for claim in claims if claim.figure)))
        value = [self["read_as"].format(value=", ".join(values))] if values else []
        return [*self.speech(claims[0].attribution), *value]

    def _number(self, value: float | None) -> str | None:
        """A number as the language writes it: `7.000`, `2,5` in Italian."""
        exact = number(value)
        if exact is None:
            return None
        text = f"{exact:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "it" else text


def names(articles: Iterable[Article]) -> dict[str, str]:
    """What each article is called, by id: its source, else its title or id; the id is added where two share a name."""
    called = {a.id: clean(a.source or a.title or a.id) for a in articles}
    shared = Counter(called.values())
    return {key: name if shared[name] == 1 else f"{name} ({clean(key)})" for key, name in called.items()}
