"""Fine-tune a copy of the teacher on entities alone: python -m teacher.names NER_DIR WORK_DIR (after teacher.train).

Writes names.pt and prints the scores. What the teacher learns with trees and entities together is far from enough for
the entities: one more pass of about three rounds, in windows of many lengths, is worth five points on Wikinews. The
copy forgets its trees. About eighteen minutes on two cores.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import prepare
import spacy
import torch
from spacy.language import Language

from .batches import Batch, batch
from .model import Teacher
from .predict import load
from .train import Item, Learning, entity_loss, save, scores

STEPS, WARMUP = 1000, 60
ENCODER_RATE, HEAD_RATE = 1e-4, 6e-4
LEAST_SHARE = 0.02  # of the learning rates, at the end
SHORTEST, LONGEST = 40, 200  # words of a window
WORDS = 900  # of a batch
TIMES = {"WN": 3}  # Wikinews, whose conventions are wanted, against the rest


def one_round(nlp: Language, ner: Path, banned: set[str], rng: random.Random) -> Iterator[Item]:
    """All entity text once, in new windows and new styles, each with its collection's name."""
    for name in prepare.ENTITIES:
        group = prepare.family(name)
        for _ in range(TIMES.get(group, 1)):
            docs = prepare.unseen(prepare.entity_docs(nlp, ner / f"nermud_{name}.tsv", rng), banned)
            limits = iter(lambda: rng.randint(SHORTEST, LONGEST), 0)
            yield from ((group, window) for window in prepare.windows(docs, limits))


def parts(items: list[Item]) -> Iterator[list[Item]]:
    """Items in order, WORDS words together."""
    part: list[Item] = []
    for item in items:
        if part and sum(len(d) for _, d in part) + len(item[1]) > WORDS:
            yield part
            part = []
        part.append(item)
    yield part


def batches(teacher: Teacher, ner: Path, banned: set[str], rng: random.Random) -> Iterator[Batch]:
    """Batches without end, windows of like length together."""
    nlp, groups = spacy.blank("it"), teacher.labels.groups
    while True:
        items = list(one_round(nlp, ner, banned, rng))
        whole = list(parts(sorted(rng.sample(items, len(items)), key=lambda x: len(x[1]) // 16)))
        for part in rng.sample(whole, len(whole)):
            yield batch([d for _, d in part], [[groups.index(g)] * 4 for g, _ in part], teacher.encoder.pieces)


def share(step: int) -> float:
    """The share of the learning rates at a step: a warm-up, then a fall to almost nothing."""
    return min((step + 1) / WARMUP, max(LEAST_SHARE, 1 - step / STEPS))


def train(teacher: Teacher, stream: Iterator[Batch]) -> None:
    learning = Learning(teacher, (ENCODER_RATE, HEAD_RATE), share)
    began, total = time.perf_counter(), 0.0
    teacher.train()
    for step in range(1, STEPS + 1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = entity_loss(teacher, next(stream))
        loss.backward()
        total += float(loss.detach())
        learning.step()
        if step % 50 == 0:
            print(f"{step} {time.perf_counter() - began:.0f}s entities {total / 50:.3f}", flush=True)
            total = 0.0


def main(ner: Path, work: Path) -> None:
    torch.manual_seed(0)
    teacher = load(work / "teacher.pt")
    train(teacher, batches(teacher, ner, prepare.banned_letters(work), random.Random(0)))
    save(teacher, work / "names.pt")
    for name in ("dev", "test_ner"):
        print(name, f"entities F {scores(teacher, work / f'{name}.spacy', 'WN')['ents_f']:.4f}", flush=True)


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:3]))
