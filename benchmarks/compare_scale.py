"""Comparing ever more articles: `python benchmarks/compare_scale.py GOLD [--sizes 125,250,500,1000] [--brute 250]`.

GOLD is a folder of annotated events (each with <id>.txt, <id>.json and pairs.json), or one such event. Every event is
told again and again by copies of its articles: each copy has other names (coined, as long as the old), other amounts
(multiplied by the copy's own number, other digits in the text) and the same days and words, so that nothing but names
and numbers keeps the copies apart. The claims are those annotated by hand: nothing is extracted.

For each size: seconds of `compare`, the annotated pairs it finds, pairs between different copies (all of them wrong).
Beside it, up to `--brute` articles, all claims of a kind against all by rapidfuzz (token_set_ratio of at least 80).
"""

import argparse
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gold import KINDS, annotated, as_annotated, events, pairs
from rapidfuzz import fuzz, process

from claimcheck.alignment.features import topic
from claimcheck.comparison import compare
from claimcheck.italian.stems import stem
from claimcheck.model import Article, Claim, ClaimRef, Reading

CONSONANTS, VOWELS = "bcdfglmnprstvzkq", "aeiou"
MULTIPLIED = ("quantity", "money", "measure")
ALIKE = 80
ROWS = 400  # claims set against all others at once by rapidfuzz
Link = frozenset[ClaimRef]


@dataclass(frozen=True, slots=True)
class Event:
    """The articles on one event and their annotated pairs: those that must be found, those that may be."""

    readings: tuple[Reading, ...]
    wanted: frozenset[Link]
    allowed: frozenset[Link]


def read(folder: Path) -> Event:
    """The event in a folder, its claims those annotated."""
    made = {article.name: as_annotated(article, f"{folder.name}/{article.name}") for article in annotated(folder)}
    places = {
        (name, *place): ClaimRef(reading.article.id, found)
        for name, (reading, claims) in made.items()
        for place, found in claims.items()
    }
    wanted: set[Link] = set()
    allowed: set[Link] = set()
    for pair in pairs(folder):
        ends = [places.get(tuple(pair[side])) for side in "ab"]
        if None not in ends:
            (allowed if pair.get("weak") else wanted).add(frozenset(end for end in ends if end))
    return Event(tuple(reading for reading, _ in made.values()), frozenset(wanted), frozenset(allowed))


def copies(event: Event, number: int) -> Event:
    """The event as it would be with other names and numbers; copy 0 is the event itself."""
    if not number:
        return event
    table = {name: _coined(name, number) for reading in event.readings for name in _names(reading.article)}
    renamed = {r.article.id: _copy(r, number, table) for r in event.readings}
    claims = {
        ClaimRef(r.article.id, old.id): ClaimRef(renamed[r.article.id].article.id, new.id)
        for r in event.readings
        for old, new in zip(r.claims, renamed[r.article.id].claims, strict=True)
    }

    def moved(links: frozenset[Link]) -> frozenset[Link]:
        return frozenset(frozenset(claims[ref] for ref in link) for link in links)

    return Event(tuple(renamed.values()), moved(event.wanted), moved(event.allowed))


def _names(article: Article) -> set[str]:
    """The capitalised words of an article that comparing takes for names."""
    names, words = topic(article).names, re.findall(r"\b[^\W\d_]{2,}\b", article.text)
    return {word for word in words if word[0].isupper() and stem(word) in names}


def _coined(word: str, number: int) -> str:
    """The name of a copy for a name: as long, a consonant for a consonant, a vowel for a vowel."""
    dice = random.Random(f"{number} {word.lower()}")
    letters = [dice.choice(VOWELS if letter.lower() in VOWELS else CONSONANTS) for letter in word]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, letters, strict=True))


def _copy(reading: Reading, number: int, names: dict[str, str]) -> Reading:
    """The reading with other names and numbers; every word keeps its length, so that every claim keeps its place."""

    def renamed(words: str) -> str:
        return re.sub(r"\b[^\W\d_]+\b", lambda match: names.get(match[0], match[0]), words)

    text = renamed(reading.article.text)
    for claim in reading.claims:
        if claim.figure and claim.figure.kind in MULTIPLIED:
            digits = re.sub(r"[1-9]", lambda m: str((int(m[0]) + number) % 9 + 1), text[claim.start : claim.end])
            text = text[: claim.start] + digits + text[claim.end :]
    name = f"{number:03}-{reading.article.id}"
    claims = (_copied(claim, text, renamed, number) for claim in reading.claims)
    return Reading(replace(reading.article, id=name, text=text), tuple(claims))


def _copied(claim: Claim, text: str, renamed: Any, number: int) -> Claim:
    said, figure = claim.attribution, claim.figure
    if said:
        said = replace(said, source=said.source and renamed(said.source), via=tuple(map(renamed, said.via)))
    if figure and figure.kind in MULTIPLIED:
        low, high = (None if bound is None else bound * (number + 1) for bound in (figure.low, figure.high))
        figure = replace(figure, low=low, high=high, of=figure.of and renamed(figure.of))
    return replace(claim, text=text[claim.start : claim.end], attribution=said, figure=figure)


def corpus(given: Sequence[Event], size: int) -> list[Event]:
    """Copies of the events, one after the other, until there are `size` articles."""
    found: list[Event] = []
    left, number = size, 0
    while left > 0:
        for event in given:
            one = copies(event, number)
            kept = one.readings[:left]
            names = {reading.article.id for reading in kept}
            links = [frozenset(k for k in old if {r.article for r in k} <= names) for old in (one.wanted, one.allowed)]
            found.append(Event(kept, *links))
            left -= len(kept)
            if left <= 0:
                break
        number += 1
    return found


def judged(found: set[Link], told: Sequence[Event]) -> str:
    """Precision and recall of pairs against the annotation, and how many pairs lie between two copies."""
    wanted, allowed = (frozenset().union(*(getattr(e, name) for e in told)) for name in ("wanted", "allowed"))
    home = {reading.article.id: n for n, event in enumerate(told) for reading in event.readings}
    strays = sum(len({home[ref.article] for ref in link}) > 1 for link in found)
    counted = found - allowed
    right = len(counted & wanted)
    return f"{right / max(len(counted), 1):.3f} | {right / max(len(wanted), 1):.3f} | {strays}"


def brute(readings: Sequence[Reading]) -> set[Link]:
    """All pairs of claims of one kind in two articles whose words are alike, every claim against every other."""
    found: set[Link] = set()
    for kind in KINDS.values():
        claims = [(ClaimRef(r.article.id, c.id), c.text) for r in readings for c in r.claims if c.kind == kind]
        texts = [text for _, text in claims]
        for first in range(0, len(texts), ROWS):
            rows = process.cdist(texts[first : first + ROWS], texts, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE)
            for i, j in _above(rows, first):
                if claims[i][0].article != claims[j][0].article:
                    found.add(frozenset((claims[i][0], claims[j][0])))
    return found


def _above(rows: Any, first: int) -> Iterator[tuple[int, int]]:
    lines, columns = (rows > 0).nonzero()
    for line, column in zip(lines.tolist(), columns.tolist(), strict=True):
        if column > first + line:
            yield first + line, column


def main() -> None:
    """Print one row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--sizes", default="125,250,500,1000")
    parser.add_argument("--brute", type=int, default=250, help="the most articles for rapidfuzz")
    asked = parser.parse_args()
    given = [read(folder) for folder in events(asked.gold)]
    print("| method | articles | claims | seconds | ms an article | pairs | precision | recall | between copies |")
    print("|---|---|---|---|---|---|---|---|---|")
    for size in map(int, asked.sizes.split(",")):
        told = corpus(given, size)
        readings = [reading for event in told for reading in event.readings]
        count = sum(len(reading.claims) for reading in readings)
        start = time.process_time()
        pairs = {frozenset((p.a, p.b)) for a in compare(readings).alignments for p in a.pairs}
        _row("claimcheck", size, count, time.process_time() - start, pairs, told)
        if size <= asked.brute:
            start = time.process_time()
            alike = brute(readings)
            _row("rapidfuzz", size, count, time.process_time() - start, alike, told)


def _row(method: str, size: int, claims: int, seconds: float, pairs: set[Link], told: Sequence[Event]) -> None:
    cost = f"{seconds:.1f} | {1000 * seconds / size:.0f}"
    print(f"| {method} | {size} | {claims} | {cost} | {len(pairs)} | {judged(pairs, told)} |", flush=True)


if __name__ == "__main__":
    main()
