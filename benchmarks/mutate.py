"""Mutated quotation marks: `python benchmarks/mutate.py [TEXTS] [--marks]` (default 1000 texts).

Marks of one paragraph of a short text are deleted, inserted or swapped. Nothing may raise, every claim must be its
span of the text, and the quotes of the other paragraphs must stay what they were. `--marks` pairs the marks only, a
thousand times faster than the whole pipeline. The texts follow from their number, so a failure can be made again.
"""

import random
import sys
import time
from collections.abc import Callable

from claimcheck.italian.marks import MARKS, pair
from claimcheck.model import Article
from claimcheck.pipeline import load

PARAGRAPHS = (
    "Il ministro Carlo Bianchi ha detto: «Non firmeremo mai quel decreto».",
    "“La riforma arriverà in aula”, ha assicurato la presidente Elena Moretti. “Poi si vedrà”, ha aggiunto.",
    "L'assessora Lia Conti ha spiegato: \"Il progetto 'Rinascita' parte a marzo\".",
    "Secondo la procura, l’uomo avrebbe agito “da solo” negli anni ’90. La 'ndrangheta non c’entra.",
    "«Abbiamo perso tempo – ha ammesso il sindaco Dario Conti – ma ora si riparte».",
    "Il gol è arrivato al 45' del primo tempo; l’“eroe” della serata pesa un po’ meno di 70 kg.",
    "Luca Neri ha spiegato: «Il progetto “Rinascita” costerà poco». La replica di Anna Greco: «È falso».",
)
INSERTED = "“”«»\"'‘’„‹›"
_MOST = 4  # mutations of one text

Spans = list[tuple[int, int, str]]
Reader = Callable[[str], Spans]


def mutated(number: int) -> tuple[list[str], list[str], int]:
    """Text `number`: its paragraphs before and after, and which of them was changed."""
    chance = random.Random(number)
    before = chance.sample(PARAGRAPHS, 3)
    at = chance.randrange(3)
    words = list(before[at])
    for _ in range(chance.randint(1, _MOST)):
        places = [i for i, c in enumerate(words) if c in MARKS]
        kind = chance.choice("dis") if places else "i"
        if kind == "d":
            del words[chance.choice(places)]
        elif kind == "s":
            words[chance.choice(places)] = chance.choice(INSERTED)
        else:
            words.insert(chance.randrange(1, len(words) + 1), chance.choice(INSERTED))
    return before, [*before[:at], "".join(words), *before[at + 1 :]], at


def faults(number: int, read: Reader) -> list[str]:
    """What is wrong with the reading of text `number`."""
    before, after, at = mutated(number)
    whole, changed = "\n".join(before), "\n".join(after)
    kept, found = read(whole), read(changed)
    wrong = [f"{number}: [{s}:{e}] is not {t!r}" for s, e, t in found if changed[s:e] != t]
    for k in {0, 1, 2} - {at}:
        if _of(kept, before, k) != _of(found, after, k):
            wrong.append(f"{number}: paragraph {k} changed: {_of(kept, before, k)} {_of(found, after, k)}")
    return wrong


def _of(spans: Spans, paragraphs: list[str], k: int) -> Spans:
    """The spans of paragraph `k`, counted from its beginning."""
    start = sum(len(p) + 1 for p in paragraphs[:k])
    end = start + len(paragraphs[k])
    return [(s - start, e - start, t) for s, e, t in spans if start <= s < end]


def read_marks(text: str) -> Spans:
    """What stands between the marks of a text."""
    return [(m.start, m.end, text[m.start : m.end]) for m in pair(text)]


def read_quotes() -> Reader:
    """A reader of the quotes of a text through the whole pipeline; every other claim must be its span too."""
    pipeline = load(None)

    def read(text: str) -> Spans:
        claims = pipeline.extract(Article(id="x", text=text)).claims
        if any(text[c.start : c.end] != c.text for c in claims):
            return [(0, 0, "a claim that is not its span")]
        return [(c.start, c.end, c.text) for c in claims if c.kind == "quote"]

    return read


def main(arguments: list[str]) -> int:
    """Read the texts; print and count the faults."""
    numbers = [int(a) for a in arguments if a.isdigit()]
    read = read_marks if "--marks" in arguments else read_quotes()
    total, started = (numbers or [1000])[0], time.perf_counter()
    wrong = [fault for number in range(total) for fault in faults(number, read)]
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    print(f"{total} texts, {len(wrong)} faults, {time.perf_counter() - started:.0f} s")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
