"""Fine-tune the teacher: python -m teacher.train WORK_DIR (after prepare.py). Writes teacher.pt, prints the scores.

About fifty minutes on two cores. Seeds are fixed; the number of threads changes the last digits.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
import torch
from prepare import windows
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from torch import Tensor
from torch.nn.functional import cross_entropy

from .batches import Batch, batch, entity_gold, sentences, syntax_gold
from .labels import OUTSIDE, Labels
from .model import Teacher
from .predict import annotate

CYCLES = ((1350, 1.0), (1000, 0.5))  # steps, and the share of the learning rates a cycle starts from
BATCH, WARMUP = 8, 100
ENCODER_RATE, HEAD_RATE = 1.2e-4, 1e-3
Item = tuple[str, Doc]
KEYS = {"pos": "pos_", "lemma": "lemma_", "morph": "morph"}


def read(path: Path) -> list[Item]:
    """Documents and the treebank or text collection each comes from."""
    vocab = spacy.blank("it").vocab
    return [(d.user_data["group"], d) for d in DocBin(store_user_data=True).from_disk(path).get_docs(vocab)]


def batches(items: list[Item], labels: Labels, teacher: Teacher, rng: random.Random) -> Iterator[Batch]:
    """Batches without end, documents of like length together, every document once a round."""
    while True:
        order = sorted(rng.sample(items, len(items)), key=lambda x: len(x[1]) // 16)
        parts = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        for part in rng.sample(parts, len(parts)):
            yield batch([d for _, d in part], [[labels.groups.index(g)] * 4 for g, _ in part], teacher.encoder.pieces)


def entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=OUTSIDE)


def syntax_loss(teacher: Teacher, b: Batch, labels: Labels) -> Tensor:
    gold = syntax_gold(b, labels)
    tags, tree, starts, _ = teacher.words(b.ids, b.padding, b.ends, b.group)
    arcs = teacher.arc_scores(tree, sentences(gold["starts"].clamp(min=0), b.mask))
    relations = teacher.relation_scores(tree, gold["heads"].clamp(min=0))
    losses = [entropy(teacher.tags(tags), gold["tags"]), entropy(teacher.lemmas(tags), gold["lemmas"])]
    losses += [entropy(arcs, gold["heads"]), entropy(relations, gold["relations"])]
    losses += [entropy(teacher.starts(starts), gold["starts"])]
    return torch.stack(losses).sum()


def entity_loss(teacher: Teacher, b: Batch) -> Tensor:
    *_, words = teacher.words(b.ids, b.padding, b.ends, b.group)
    return entropy(teacher.entities(words), entity_gold(b))


def share(step: int) -> float:
    """The share of the learning rates at a step: each cycle warms up and falls (SGDR, Loshchilov & Hutter 2017)."""
    for steps, top in CYCLES:
        if step < steps:
            return top * min((step + 1) / WARMUP, max(0.02, 1 - step / steps))
        step -= steps
    return 0.0


class Learning:
    """AdamW with one rate for the encoder and one for the heads; `share` of them holds at each step."""

    def __init__(self, teacher: Teacher, rates: tuple[float, float], share: Callable[[int], float]) -> None:
        self.parameters = list(teacher.parameters())
        own = {id(p) for p in teacher.encoder.parameters()}
        encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
        heads = [p for p in self.parameters if id(p) not in own]
        groups = zip((encoder, heads), rates, strict=True)
        self.optimiser = torch.optim.AdamW([{"params": parameters, "lr": rate} for parameters, rate in groups])
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, share)

    def step(self) -> None:
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.schedule.step()


def train(teacher: Teacher, syntax: list[Item], entities: list[Item]) -> None:
    rng = random.Random(0)
    learning = Learning(teacher, (ENCODER_RATE, HEAD_RATE), share)
    streams = (batches(syntax, teacher.labels, teacher, rng), batches(entities, teacher.labels, teacher, rng))
    began, sums = time.perf_counter(), [0.0, 0.0]
    teacher.train()
    for step in range(1, sum(steps for steps, _ in CYCLES) + 1):
        for i, stream in enumerate(streams):
            b = next(stream)
            with torch.autocast("cpu", torch.bfloat16):
                loss = entity_loss(teacher, b) if i else syntax_loss(teacher, b, teacher.labels)
            loss.backward()
            sums[i] += float(loss.detach())
        learning.step()
        if step % 50 == 0:
            print(
                f"{step} {time.perf_counter() - began:.0f}s syntax {sums[0] / 50:.3f} entities {sums[1] / 50:.3f}",
                flush=True,
            )
            sums = [0.0, 0.0]


def scores(teacher: Teacher, path: Path, group: str) -> dict[str, float]:
    """spaCy's own scores of the teacher's answers, tokens and nothing else given."""
    vocab = spacy.blank("it").vocab
    whole = list(DocBin().from_disk(path).get_docs(vocab))
    gold = [w for d in whole for w in windows([s.as_doc() for s in d.sents])]
    bare = [Doc(vocab, [t.text for t in d], [bool(t.whitespace_) for t in d]) for d in gold]
    examples = [Example(p, g) for p, g in zip(annotate(teacher, bare, group), gold, strict=True)]
    out = {}
    for name in ("pos", "lemma", "morph"):
        out.update(Scorer.score_token_attr(examples, name, getter=lambda t, key: str(getattr(t, KEYS[key]))))
    out.update(Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct")))
    for name in ("sents", "ents"):
        out.update(Scorer.score_spans(examples, name))
    return {k: v for k, v in out.items() if isinstance(v, float)}


def save(teacher: Teacher, path: Path) -> None:
    state = {k: v for k, v in teacher.state_dict().items() if k != "encoder.words.weight"}
    torch.save({"labels": vars(teacher.labels), "state": state}, path)


def main(work: Path) -> None:
    torch.manual_seed(0)
    syntax, entities = read(work / "teacher_syntax.spacy"), read(work / "teacher_entities.spacy")
    groups = sorted({g for g, _ in [*syntax, *entities]})
    teacher = Teacher(Labels.of(syntax, groups))
    print({k: len(v) for k, v in vars(teacher.labels).items()}, len(syntax), len(entities), flush=True)
    train(teacher, syntax, entities)
    save(teacher, work / "teacher.pt")
    for name, group in (("dev", "isdt"), ("test_syntax", "isdt"), ("test_ner", "WN")):
        print(name, {k: round(v, 4) for k, v in scores(teacher, work / f"{name}.spacy", group).items()}, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
