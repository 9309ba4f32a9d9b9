"""Synthetic news with claims, any amount of it: `python benchmarks/synthetic.py ARTICLES [SEED]` prints JSON lines.

Made from the hand annotation in data/gold: which kinds of claims there are, which kinds of figures with which units and
values, how long quotes and reported statements are. Words and names are coined from syllables, with frequencies that
fall as Zipf's law has it; function words are Italian. Stories run over a few days and several outlets, each of which
tells some of a story's facts: most alike, some rounded, cut short or in other words, a few otherwise. The same seed
gives the same articles.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.italian.stems import stopwords
from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure, FigureKind, Form, Reading, Span

GOLD = Path(__file__).parents[1] / "data" / "gold"
KINDS: dict[str, ClaimKind] = {"quotes": "quote", "figures": "figure", "attributions": "attribution"}
FIRST_DAY = date(2023, 1, 1)
A_DAY = 60  # articles published on a day, as in the real archive of one month
STORY = 8  # articles of a story, on average
FACTS, TOLD = 45, 33  # facts of a story, and those told in one article
POOL, NAMES, OUTLETS = 40_000, 20_000, 40
FIGURES = ("quantity", "money", "percent", "date", "year", "age")
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
SYLLABLES = [c + v for c in "b c d f g l m n p r s t v z br cr gr pr tr st sc".split() for v in "aeiou"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a story: the words around it, the words of the claim, the figure or the speaker."""

    kind: ClaimKind
    around: tuple[str, ...]
    words: tuple[str, ...]
    figure: Figure | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles tell."""

    name: str
    day: date
    words: tuple[str, ...]
    facts: tuple[Fact, ...]


@cache
def gold() -> dict[str, list[dict[str, Any]]]:
    """The annotated claims of the samples, page chrome apart."""
    found: dict[str, list[dict[str, Any]]] = {key: [] for key in KINDS}
    for path in sorted(GOLD.glob("*.json")):
        if path.stem != "pairs":
            annotated = json.loads(path.read_text(encoding="utf-8"))
            for key in KINDS:
                found[key] += [item for item in annotated[key] if not item.get("furniture")]
    return found


def coin(number: int) -> str:
    """The coined word of a number: different numbers, different words."""
    word = ""
    number += len(SYLLABLES)
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        word += SYLLABLES[rest]
    return word + "nto"


def name(dice: random.Random) -> str:
    """A person: few are in the news often, most seldom."""
    number = int(NAMES * dice.random() ** 3)
    return f"{coin(number % 300).title()} {coin(1000 + number).title()}"


def vocabulary(dice: random.Random) -> tuple[str, ...]:
    """The words of a story: some common ones, some seldom, some of its own."""
    common = [coin(int(POOL * dice.random() ** 4)) for _ in range(110)]
    return tuple(common + [coin(POOL + dice.randrange(50 * POOL)) for _ in range(50)])


def story(number: int, seed: int) -> Story:
    """The story of a number: its day, its words, its facts."""
    dice = random.Random(f"{seed} {number}")
    words, people = vocabulary(dice), [name(dice) for _ in range(6)]
    day = FIRST_DAY + timedelta(days=number * STORY // A_DAY)
    groups = list(KINDS)
    weights = [len(gold()[group]) for group in groups]
    facts = [_fact(dice, group, words, people, day) for group in dice.choices(groups, weights, k=FACTS)]
    return Story(f"s{number:06}", day, words, tuple(facts))


def _fact(dice: random.Random, group: str, words: Sequence[str], people: Sequence[str], day: date) -> Fact:
    item = dice.choice(gold()[group])
    around = tuple(dice.sample(words, 7))
    if group == "figures":
        figure = _figure(dice, item, dice.choice(words), day)
        return Fact("figure", around, (figure.of or "",), figure)
    length = max(2, min(len(item["text"].split()), 30))
    said = tuple(dice.choice(words) if i % 2 else dice.choice(_function_words()) for i in range(length))
    return Fact(KINDS[group], around, said, None, dice.choice(people))


def _figure(dice: random.Random, item: dict[str, Any], noun: str, day: date) -> Figure:
    kind: FigureKind = item["kind"] if item["kind"] in FIGURES else "quantity"
    if kind == "date":
        return Figure("date", timex=(day + timedelta(days=dice.randrange(-20, 20))).isoformat())
    if kind == "year":
        return Figure("year", timex=str(dice.randrange(1950, day.year)))
    base = float(item.get("low") or item.get("high") or 10)
    value = float(max(2, round(base * 10 ** dice.uniform(-0.7, 0.7))))
    value = float(dice.randrange(18, 95)) if kind == "age" else min(value, 100.0) if kind == "percent" else value
    unit = {"money": "EUR", "percent": "%", "age": "year"}.get(kind)
    return Figure(kind, value, value, unit=unit, of=noun if kind in ("quantity", "money") else None)


@cache
def _function_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in stopwords() if word.isalpha() and len(word) < 6))


def articles(count: int, seed: int = 0) -> Iterator[Reading]:
    """So many articles with their claims, story by story."""
    made = number = 0
    while made < count:
        dice = random.Random(f"{seed} {number} length")
        told = story(number, seed)
        for n in range(min(1 + int(dice.expovariate(1 / (STORY - 1))), count - made)):
            yield article(told, n, seed)
            made += 1
        number += 1


def article(told: Story, number: int, seed: int) -> Reading:
    """One outlet's telling of a story."""
    dice = random.Random(f"{seed} {told.name} {number}")
    pieces: list[str] = []
    claims: list[Claim] = []
    at = 0
    for fact in dice.sample(told.facts, TOLD):
        sentence, claim = _sentence(dice, fact, told.day, at)
        pieces.append(sentence)
        claims.append(claim)
        at += len(sentence) + 1
    day = told.day + timedelta(days=min(int(dice.expovariate(1)), 5))
    outlet = coin(int(OUTLETS * dice.random() ** 2)).title()
    return Reading(Article(f"{told.name}-{number}", " ".join(pieces), outlet, published=day.isoformat()), tuple(claims))


def _sentence(dice: random.Random, fact: Fact, day: date, at: int) -> tuple[str, Claim]:
    """A sentence that starts at character `at` of its article, and the claim in it."""
    around = [w for word in dice.sample(fact.around, 6) for w in (dice.choice(_function_words()), word)]
    opening = " ".join(around[:7]).capitalize()
    figure = _retold(dice, fact.figure, day) if fact.figure else None
    if figure:
        words, before, after = _number(figure, fact.figure or figure), f"{opening} ", f" {' '.join(around[7:])}."
    else:
        words = _reworded(dice, fact)
        marks = ("«", "»") if fact.kind == "quote" else ("", "")
        before = f"{opening}. {fact.speaker} ha detto che {marks[0]}"
        before, after = (before if fact.kind == "attribution" else before.replace(" che ", ": ")), f"{marks[1]}."
    text = f"{before}{words}{after}"
    start, end = at + len(before), at + len(before) + len(words)
    said = None
    if fact.speaker:
        place = at + before.rindex(fact.speaker)
        mention = Span(place, place + len(fact.speaker), fact.speaker)
        cue = Span(mention.end + 1, mention.end + 9, "ha detto")
        said = Attribution(fact.speaker, mention, cue)
    begin = at + (len(opening) + 2 if fact.speaker else 0)
    form: Form | None = "direct" if fact.kind == "quote" else None
    place_of = (begin, at + len(text))
    return text, Claim(fact.kind, start, end, words, place_of, False, form, figure, said, {"rule": "synthetic"})


def _retold(dice: random.Random, figure: Figure, day: date) -> Figure:
    """The figure as one outlet gives it: seldom rounded, seldom another."""
    chance = dice.random()
    if figure.low is None:
        if chance < 0.95 or figure.kind != "date":
            return figure
        return Figure("date", timex=(day + timedelta(days=dice.randrange(-3, 4))).isoformat())
    if chance < 0.85:
        return figure
    value = round(figure.low, -1) if chance < 0.93 and figure.low > 20 else figure.low + dice.randrange(1, 9)
    return Figure(figure.kind, value, value, chance < 0.93, figure.unit, figure.of)


def _number(figure: Figure, original: Figure) -> str:
    if figure.timex and figure.kind == "date":
        day = date.fromisoformat(figure.timex)
        return f"{day.day} {MONTHS[day.month - 1]}"
    if figure.timex:
        return figure.timex
    number = f"{figure.low:,.0f}".replace(",", ".")
    unit = {"EUR": " euro", "%": "%", "year": " anni"}.get(figure.unit or "", "")
    noun = f" {original.of}" if figure.kind == "quantity" else ""
    return f"{'circa ' if figure.approx else ''}{number}{unit}{noun}"


def _reworded(dice: random.Random, fact: Fact) -> str:
    """The statement as one outlet gives it: whole, cut short, or with another word."""
    words, chance = list(fact.words), dice.random()
    if chance < 0.2 and len(words) > 6:
        words = words[: len(words) // 2]
    elif chance < 0.4:
        words[dice.randrange(len(words))] = coin(dice.randrange(POOL))
    return " ".join(words)


def main() -> None:
    """Print articles as input for `corpus add`."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for reading in articles(count, seed):
        found = reading.article
        row = {"id": found.id, "source": found.source, "published": found.published, "text": found.text}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
