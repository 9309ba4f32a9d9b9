"""Documents as padded tensors."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from spacy.tokens import Doc
from torch import Tensor

from .labels import ENTITY_TAGS, OUTSIDE, Labels, lemma_rule, tag

BOS, EOS, PAD = 0, 2, 1
Pieces = Callable[[str, bool], list[int]]


@dataclass
class Batch:
    """What goes in: pieces, where words begin and end in them, which conventions, which words share a sentence."""

    docs: list[Doc]
    ids: Tensor
    padding: Tensor
    ends: Tensor
    group: Tensor  # batch × 4: tags, dependencies, sentence starts, entities
    mask: Tensor  # batch × words: a word is here


def encode(doc: Doc, pieces: Pieces) -> tuple[list[int], list[tuple[int, int]]]:
    ids, ends = [BOS], []
    for token in doc:
        spaced = token.i == 0 or bool(doc[token.i - 1].whitespace_)
        own = pieces(token.text, spaced)
        ends.append((len(ids), len(ids) + len(own) - 1))
        ids += own
    return [*ids, EOS], ends


def batch(docs: list[Doc], groups: list[list[int]], pieces: Pieces) -> Batch:
    encoded = [encode(d, pieces) for d in docs]
    width, words = max(len(i) for i, _ in encoded), max(len(e) for _, e in encoded)
    ids = torch.full((len(docs), width), PAD)
    ends, mask = torch.zeros(len(docs), words, 2, dtype=torch.long), torch.zeros(len(docs), words, dtype=torch.bool)
    for row, (own, places) in enumerate(encoded):
        ids[row, : len(own)] = torch.tensor(own)
        ends[row, : len(places)] = torch.tensor(places)
        mask[row, : len(places)] = True
    return Batch(docs, ids, ids == PAD, ends, torch.tensor(groups), mask)


def sentences(starts: Tensor, mask: Tensor) -> Tensor:
    """batch × words × words: the two words stand in one sentence. A padding word is its own sentence."""
    number = torch.cumsum(starts, 1)
    number = torch.where(mask, number, -1 - torch.arange(starts.shape[1]))
    return number[:, :, None] == number[:, None, :]


def syntax_gold(b: Batch, labels: Labels) -> dict[str, Tensor]:
    """Gold numbers, batch × words; OUTSIDE where a label is rare or the word is padding."""
    tables = {"tags": {k: i for i, k in enumerate(labels.tags)}, "lemmas": {k: i for i, k in enumerate(labels.lemmas)},
              "relations": {k: i for i, k in enumerate(labels.relations)}}  # fmt: skip
    gold = {k: torch.full(b.mask.shape, OUTSIDE) for k in (*tables, "heads", "starts")}
    for row, doc in enumerate(b.docs):
        for token in doc:
            gold["tags"][row, token.i] = tables["tags"].get(tag(token), OUTSIDE)
            gold["lemmas"][row, token.i] = tables["lemmas"].get(lemma_rule(token.text, token.lemma_), OUTSIDE)
            gold["relations"][row, token.i] = tables["relations"].get(token.dep_, OUTSIDE)
            gold["heads"][row, token.i] = token.head.i
            gold["starts"][row, token.i] = int(bool(token.is_sent_start) or token.i == 0)
    return gold


def entity_gold(b: Batch) -> Tensor:
    gold = torch.full(b.mask.shape, OUTSIDE)
    for row, doc in enumerate(b.docs):
        for token in doc:
            name = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
            gold[row, token.i] = ENTITY_TAGS.index(name)
    return gold
