"""Let the teacher annotate documents (sentences, tags, lemmas, dependencies, entities) and the namer name them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from spacy.tokens import Doc, Span
from torch import Tensor

from .batches import Batch, batch, sentences
from .labels import ENTITY_TAGS, WHOLE, Labels, apply_rule
from .model import Teacher
from .trees import spanning_tree

WORDS = 1600  # of a batch
SURE = 0.6  # a word whose entity label is less probable is left open, and with it the entity it stands in
Observer = Callable[[Doc, np.ndarray], None]


def load(path: Path) -> Teacher:
    saved = torch.load(path, weights_only=True)
    teacher = Teacher(Labels(**saved["labels"]))
    saved["state"]["encoder.words.weight"] = teacher.encoder.words.weight  # never trained, so not saved
    teacher.load_state_dict(saved["state"])
    teacher.eval()
    return teacher


@torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
def outputs(teacher: Teacher, b: Batch) -> dict[str, Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        tags, tree, starts, names = teacher.words(b.ids, b.padding, b.ends, b.group)
    first = teacher.starts(starts)[..., 1] > teacher.starts(starts)[..., 0]
    for row, doc in enumerate(b.docs):
        if doc.has_annotation("SENT_START"):
            first[row, : len(doc)] = torch.tensor([bool(t.is_sent_start) for t in doc])
    first[:, 0] = True
    same = sentences(first.long(), b.mask)
    arcs = torch.log_softmax(teacher.arc_scores(tree, same), -1)
    heads = torch.arange(arcs.shape[1]).repeat(len(arcs), 1)
    for row, doc in enumerate(b.docs):
        if doc.has_annotation("DEP"):
            heads[row, : len(doc)] = torch.tensor([t.head.i for t in doc])
            continue
        bounds = [*torch.nonzero(first[row, : len(doc)])[:, 0].tolist(), len(doc)]
        for start, end in pairwise(bounds):
            best = spanning_tree(arcs[row, start:end, start:end].numpy())
            heads[row, start:end] = torch.tensor(best) + start
    return {"starts": first, "heads": heads, "relations": teacher.relation_scores(tree, heads),
            "tags": teacher.tags(tags).argmax(-1), "lemmas": teacher.lemmas(tags).topk(5, -1).indices,
            "entities": torch.log_softmax(teacher.entities(names), -1),
            "states": (tags + tree + names)[..., : teacher.encoder.width]}  # fmt: skip


def entity_spans(doc: Doc, scores: np.ndarray) -> list[Span]:
    """The best tag sequence in which I-X follows B-X or I-X."""
    allowed = np.array([[not b.startswith("I") or a[2:] == b[2:] for b in ENTITY_TAGS] for a in ENTITY_TAGS])
    step = np.where(allowed, 0.0, -1e9)
    best, back = scores[0] + np.where([t.startswith("I") for t in ENTITY_TAGS], -1e9, 0.0), []
    for row in scores[1:]:
        totals = best[:, None] + step
        back.append(totals.argmax(0))
        best = totals.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    names = [ENTITY_TAGS[i] for i in reversed(path)]
    spans, start = [], None
    for i, name in enumerate([*names, "O"]):
        if start is not None and not name.startswith("I"):
            spans.append(Span(doc, start, i, label=names[start][2:]))
            start = None
        if name.startswith("B"):
            start = i
    return spans


def lemma(labels: Labels, ranked: list[int], word: str) -> str:
    for number in ranked:
        rule = labels.lemmas[number]
        found = apply_rule(rule, word)
        if found is not None and (not rule.startswith(WHOLE) or len(word) < 12):
            return found
    return word


def annotate(
    teacher: Teacher, docs: Iterable[Doc], group: str, ner_group: str = "WN", observe: Observer | None = None
) -> Iterator[Doc]:
    """The same documents, annotated: syntax in the conventions of treebank `group`, entities in those of `ner_group`.

    Where a document has sentence starts or heads they stand.
    observe is given each document and its hidden states, words × width.
    """
    docs, done = list(docs), {}
    for part, b in batches(teacher, docs, (group, group, group, ner_group)):
        out = outputs(teacher, b)
        for row, i in enumerate(part):
            done[i] = annotated(docs[i], out, row, teacher.labels)
            if observe is not None:
                observe(docs[i], out["states"][row, : len(docs[i])].numpy())
    yield from (done[i] for i in range(len(docs)))


def batches(teacher: Teacher, docs: list[Doc], groups: tuple[str, ...]) -> Iterator[tuple[list[int], Batch]]:
    """The documents in batches of like length, and which they are."""
    teacher.eval()
    numbers = [teacher.labels.groups.index(g) for g in groups]
    order = sorted(range(len(docs)), key=lambda i: len(docs[i]))
    part: list[int] = []
    for i in [*order, None]:
        if part and (i is None or (len(part) + 1) * len(docs[i]) > WORDS):
            yield part, batch([docs[k] for k in part], [numbers] * len(part), teacher.encoder.pieces)
            part = []
        if i is not None:
            part.append(i)


def give_names(namer: Teacher, docs: list[Doc], group: str, observe: Observer) -> None:
    """Give the documents entities in the conventions of `group`; words the namer is unsure of stay open.

    observe is given each document and the probabilities of ENTITY_TAGS, words × tags.
    """
    for doc, likely in likelihoods(namer, docs, group):
        set_entities(doc, likely)
        observe(doc, likely)


@torch.no_grad()  # type: ignore[untyped-decorator,unused-ignore]
def likelihoods(namer: Teacher, docs: list[Doc], group: str) -> Iterator[tuple[Doc, np.ndarray]]:
    """Each document, in another order, and the probabilities of ENTITY_TAGS, words × tags."""
    for part, b in batches(namer, docs, (group,) * 4):
        with torch.autocast("cpu", torch.bfloat16):
            *_, names = namer.words(b.ids, b.padding, b.ends, b.group)
        rows = torch.softmax(namer.entities(names).float(), -1).numpy()
        yield from ((docs[i], rows[row, : len(docs[i])]) for row, i in enumerate(part))


def set_entities(doc: Doc, likely: np.ndarray) -> None:
    spans = entity_spans(doc, np.log(likely + 1e-9))
    of_label = {"": likely[:, 0]}
    of_label |= {tag[2:]: likely[:, i] + likely[:, i + 1] for i, tag in enumerate(ENTITY_TAGS) if tag[0] == "B"}
    labels = [""] * len(doc)
    for span in spans:
        labels[span.start : span.end] = [span.label_] * len(span)
    unsure = {i for i, label in enumerate(labels) if of_label[label][i] < SURE}
    unsure |= {i for s in spans for i in range(s.start, s.end) if unsure & set(range(s.start, s.end))}
    sure = [s for s in spans if s.start not in unsure]
    doc.set_ents(sure, missing=[doc[i : i + 1] for i in sorted(unsure)], default="outside")


def annotated(doc: Doc, out: dict[str, Tensor], row: int, labels: Labels) -> Doc:
    size = len(doc)
    tags = [labels.tags[i].split("|", 1) for i in out["tags"][row, :size].tolist()]
    heads = out["heads"][row, :size].tolist()
    relations = out["relations"][row, :size].clone()
    root = labels.relations.index("ROOT")
    own = torch.tensor(heads) == torch.arange(size)
    relations[~own, root] = -1e9
    relations[own] = -1e9
    relations[own, root] = 0.0
    made = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        pos=[p for p, _ in tags], morphs=[m for _, m in tags],
        lemmas=[lemma(labels, r, t.text) for r, t in zip(out["lemmas"][row, :size].tolist(), doc, strict=True)],
        heads=heads, deps=[labels.relations[i] for i in relations.argmax(-1).tolist()],
    )  # fmt: skip
    for token, first in zip(made, out["starts"][row, :size].tolist(), strict=True):
        assert bool(token.is_sent_start) == bool(first), (made.text, token.i)
    made.set_ents(entity_spans(made, out["entities"][row, :size].numpy()), default="outside")
    made.user_data.update(doc.user_data)
    return made
