"""The teacher: a fine-tuned encoder with heads for sentence starts, tags, lemmas, dependencies and entities.

A biaffine parser (Dozat & Manning 2017) over a mixture of the encoder's layers (Kondratyuk & Straka 2019), told which
treebank a sentence comes from (Stymne et al. 2018), so that it can answer in the conventions of one of them.
"""

import torch
from torch import Tensor, nn

from .encoder import Encoder
from .labels import ENTITY_TAGS, Labels

GROUP_WIDTH, ARC_WIDTH, RELATION_WIDTH = 32, 384, 128


class Mix(nn.Module):
    """A learned weighted mean of all layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))

    def forward(self, states: list[Tensor]) -> Tensor:
        weights = torch.softmax(self.weights, 0)
        return sum((w * s for w, s in zip(weights, states, strict=True)), torch.zeros_like(states[0]))


class Biaffine(nn.Module):
    """Scores of every (dependent, head) pair: batch × out × words × words."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, width + 1, width + 1))

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        one = torch.ones_like(dependent[..., :1])
        return torch.einsum(
            "bxi,oij,byj->boxy", torch.cat([dependent, one], -1), self.weight, torch.cat([head, one], -1)
        )


def perceptron(width: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Dropout(0.2), nn.Linear(width, out), nn.GELU(), nn.Dropout(0.2))


class Teacher(nn.Module):
    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.encoder, self.labels = Encoder(), labels
        self.groups = nn.Embedding(len(labels.groups), GROUP_WIDTH)
        self.mixes = nn.ModuleList(Mix(self.encoder.depth + 1) for _ in range(4))
        width = self.encoder.width + GROUP_WIDTH
        self.tags = nn.Sequential(perceptron(width, 384), nn.Linear(384, len(labels.tags)))
        self.lemmas = nn.Sequential(perceptron(width, 384), nn.Linear(384, len(labels.lemmas)))
        self.starts = nn.Linear(width, 2)
        self.entities = nn.Sequential(perceptron(width, 384), nn.Linear(384, len(ENTITY_TAGS)))
        self.arcs = nn.ModuleList(perceptron(width, ARC_WIDTH) for _ in range(2))
        self.relations = nn.ModuleList(perceptron(width, RELATION_WIDTH) for _ in range(2))
        self.arc, self.relation = Biaffine(ARC_WIDTH, 1), Biaffine(RELATION_WIDTH, len(labels.relations))
        self.root = nn.Linear(ARC_WIDTH, 1)

    def words(self, ids: Tensor, padding: Tensor, ends: Tensor, group: Tensor) -> list[Tensor]:
        """Four vectors for each word: for tags, for dependencies, for sentence starts, for entities.

        ids, padding: batch × pieces; ends: batch × words × 2, the first and last piece of each word; group: batch × 4,
        whose conventions each of the four follows.
        """
        states = self.encoder(ids, padding)
        batch = torch.arange(len(ids))[:, None]
        kinds = self.groups(group)[:, :, None].expand(-1, -1, ends.shape[1], -1)
        mixed = [mix(states) for mix in self.mixes]
        own = [(m[batch, ends[..., 0]] + m[batch, ends[..., 1]]).float() / 2 for m in mixed]
        return [torch.cat([m, kinds[:, i]], -1) for i, m in enumerate(own)]

    def arc_scores(self, words: Tensor, allowed: Tensor) -> Tensor:
        """batch × dependent × head; the diagonal is the score of being the root; allowed: same sentence."""
        dependent, head = (mlp(words) for mlp in self.arcs)
        scores = self.arc(dependent, head)[:, 0]
        scores = scores - torch.diag_embed(torch.diagonal(scores, dim1=1, dim2=2))
        scores = scores + torch.diag_embed(self.root(dependent)[..., 0])
        return scores.masked_fill(~allowed, -1e4)

    def relation_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """batch × words × relations, for one head of each word."""
        dependent, head = (mlp(words) for mlp in self.relations)
        chosen = head[torch.arange(len(heads))[:, None], heads]
        one = torch.ones_like(dependent[..., :1])
        left, right = torch.cat([dependent, one], -1), torch.cat([chosen, one], -1)
        return torch.einsum("bxi,oij,bxj->bxo", left, self.relation.weight, right)
