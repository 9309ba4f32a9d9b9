"""Mutated quotation marks: `python benchmarks/mutate.py [TEXTS] [--first N] [--marks] [--workers N]`.

Marks of one paragraph of a short text are deleted, inserted or swapped. Nothing may raise, every claim must be its
span of the text, and the claims of the other paragraph must stay what they were. `--marks` pairs the marks only, a
hundred times faster than the whole pipeline. The texts (1000 unless said) follow from their numbers, counted from
`--first`, so a failure can be made again.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context

from spacy.tokens import Doc

from claimcheck.italian.marks import MARKS, pair
from claimcheck.kinds.component import claims, register
from claimcheck.pipeline import Pipeline, load

PARAGRAPHS = (
    "Il ministro Carlo Bianchi ha detto: «Non firmeremo mai quel decreto».",
    "“La riforma arriverà in aula”, ha assicurato la presidente Elena Moretti. “Poi si vedrà”, ha aggiunto.",
    "L'assessora Lia Conti ha spiegato: \"Il progetto 'Rinascita' parte a marzo\".",
    "Secondo la procura, l’uomo avrebbe agito “da solo” negli anni ’90. La 'ndrangheta non c’entra.",
    "«Abbiamo perso tempo – ha ammesso il sindaco Dario Conti – ma ora si riparte».",
    "Il gol è arrivato al 45' del primo tempo; l’“eroe” della serata pesa un po’ meno di 70 kg.",
    "La replica di Anna Greco: «Il progetto “Rinascita” costerà poco».",
)
INSERTED = "“”«»\"‘'’„‹›"
_MOST = 4  # mutations of one text
_TEXTS = 2  # paragraphs of one text
_BATCH = 256  # texts parsed at once
_SHARE = 2000  # texts given to a worker at once

Spans = list[tuple[str, int, int, str]]
Reader = Callable[[str], Spans]


def mutated(number: int) -> tuple[list[str], list[str], int]:
    """Text `number`: its paragraphs before and after, and which of them was changed."""
    chance = random.Random(number)
    before = chance.sample(PARAGRAPHS, _TEXTS)
    at = chance.randrange(_TEXTS)
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


def changes(number: int, kept: Spans, found: Spans) -> list[str]:
    """What is wrong with the reading `found` of text `number`, `kept` being that of the text without mutations."""
    before, after, at = mutated(number)
    changed = "\n".join(after)
    wrong = [f"{number}: [{s}:{e}] is not {t!r}" for _, s, e, t in found if changed[s:e] != t]
    for k in set(range(_TEXTS)) - {at}:
        if _of(kept, before, k) != _of(found, after, k):
            wrong.append(f"{number}: paragraph {k} changed: {_of(kept, before, k)} {_of(found, after, k)}")
    return wrong


def _of(spans: Spans, paragraphs: list[str], k: int) -> Spans:
    """The spans of paragraph `k`, counted from its beginning."""
    start = sum(len(p) + 1 for p in paragraphs[:k])
    end = start + len(paragraphs[k])
    return [(kind, s - start, e - start, t) for kind, s, e, t in spans if start <= s < end]


def faults(number: int, read: Reader) -> list[str]:
    """What is wrong with text `number` as `read` reads it."""
    before, after, _ = mutated(number)
    return changes(number, read("\n".join(before)), read("\n".join(after)))


def read_marks(text: str) -> Spans:
    """What stands between the marks of a text."""
    return [("mark", m.start, m.end, text[m.start : m.end]) for m in pair(text)]


def _spans(pipeline: Pipeline, doc: Doc) -> Spans:
    for component in pipeline.components:
        doc = component(doc)
    return [(c.kind, c.start, c.end, c.text) for c in claims(doc)]


def faults_of(pipeline: Pipeline, numbers: Iterable[int]) -> Iterator[str]:
    """What is wrong with the texts of these numbers as the whole pipeline reads them, in batches."""
    register()
    whole: dict[str, Spans] = {}
    given = iter(numbers)
    for batch in iter(lambda: list(islice(given, _BATCH)), []):
        texts = [("\n".join(before), "\n".join(after)) for before, after, _ in map(mutated, batch)]
        fresh = sorted({before for before, _ in texts} - whole.keys())
        read: dict[str, Spans] = {}
        for doc in pipeline.nlp.pipe(dict.fromkeys((*fresh, *(after for _, after in texts))), batch_size=_BATCH):
            try:
                read[doc.text] = _spans(pipeline, doc)
            except Exception as error:
                yield f"{doc.text!r} raises {error!r}"
        whole.update((text, read[text]) for text in fresh if text in read)
        for number, (before, after) in zip(batch, texts, strict=True):
            if before in whole and after in read:
                yield from changes(number, whole[before], read[after])


@cache
def _pipeline() -> Pipeline:
    return load(None)


def _share(numbers: range, *, marks: bool) -> list[str]:
    """The faults of one worker's texts."""
    if marks:
        return list(chain.from_iterable(faults(number, read_marks) for number in numbers))
    return list(faults_of(_pipeline(), numbers))


def main(arguments: list[str]) -> int:
    """Read the texts; print and count the faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--marks", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args(arguments)
    started = time.perf_counter()
    end = given.first + given.texts
    shares = [range(i, min(i + _SHARE, end)) for i in range(given.first, end, _SHARE)]
    work = partial(_share, marks=given.marks)
    if given.workers > 1:
        with ProcessPoolExecutor(given.workers, mp_context=get_context("spawn")) as pool:
            wrong = list(chain.from_iterable(pool.map(work, shares)))
    else:
        wrong = list(chain.from_iterable(map(work, shares)))
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    print(f"{given.texts} texts, {len(wrong)} faults, {time.perf_counter() - started:.0f} s")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
