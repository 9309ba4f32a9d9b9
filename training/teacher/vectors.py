"""A vector for each word: the means of the teacher's hidden states and of the namer's answers over its occurrences.

Static vectors from a contextual encoder, after Bommasani et al. 2020, the states reduced by PCA. The last columns say
how often the word begins or continues a person, place or body. Words are kept by frequency until the table is full.
Rarer names, and those of the gazetteer, get the row of a prototype: the mean of the kept names that begin and continue
entities of the same kinds as often. A row that many words share costs a table only their keys.
"""

from collections import defaultdict
from pathlib import Path
from zlib import crc32

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.vectors import Vectors

from .gazetteer import Priors
from .labels import ENTITY_TAGS

WIDTH = 64
STATES = WIDTH - len(ENTITY_TAGS)
LEAST = 3  # occurrences
MOST = 28000  # words in the table
NAMED = 2  # occurrences as a name (a capital that no sentence start or headline asks for) that outweigh all others
PROTOTYPES, ROUNDS = 64, 30  # of k-means
NAME = 0.4  # probability of being part of a name that makes a word one
UNKNOWN = 7  # one rare name in so many stays unknown, so that the pipeline learns to do without


class Means:
    """Sums of rows per key."""

    def __init__(self, width: int) -> None:
        self.sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(width))
        self.counts: dict[str, int] = defaultdict(int)

    def add(self, key: str, row: np.ndarray) -> None:
        self.sums[key] += row
        self.counts[key] += 1

    def __getitem__(self, key: str) -> np.ndarray:
        return self.sums[key] / self.counts[key]


class WordMeans:
    """Means per lower-cased word: `states` and `names` observe each document and its rows, one for each word."""

    def __init__(self, width: int) -> None:
        self.hidden, self.tags, self.tags_named = Means(width), Means(len(ENTITY_TAGS)), Means(len(ENTITY_TAGS))

    def states(self, doc: Doc, rows: np.ndarray) -> None:
        for token, row in zip(doc, rows, strict=True):
            self.hidden.add(token.lower_, row)

    def names(self, doc: Doc, rows: np.ndarray) -> None:
        for token, row in zip(doc, rows, strict=True):
            self.tags.add(token.lower_, row)
            if token.text[0].isupper() and not token.is_sent_start and not token.text.isupper():
                self.tags_named.add(token.lower_, row)

    def tag(self, word: str) -> np.ndarray:
        return (self.tags_named if self.tags_named.counts[word] >= NAMED else self.tags)[word]

    def vectors(self) -> tuple[list[str], np.ndarray]:
        """The kept words, most frequent first, and their vectors; the states are of unit mean length."""
        counts = self.hidden.counts
        words = sorted((w for w, n in counts.items() if n >= LEAST), key=lambda w: (-counts[w], w))[:MOST]
        means = np.stack([self.hidden[w] for w in words])
        means -= means.mean(0)
        _, _, axes = np.linalg.svd(means[:8000], full_matrices=False)
        reduced = means @ axes[:STATES].T
        reduced /= np.linalg.norm(reduced, axis=1).mean()
        return words, np.hstack([reduced, np.stack([self.tag(w) for w in words])])

    def rare_names(self, kept: set[str]) -> Priors:
        """The tags of the names of the text that are not kept, but for a share that stays unknown."""
        found = {w: self.tag(w) for w in sorted(self.tags.counts) if w not in kept and crc32(w.encode()) % UNKNOWN}
        return {w: row for w, row in found.items() if 1 - row[0] >= NAME}

    def save(self, path: Path, gazetteer: Priors) -> None:
        """Write a blank pipeline with these vectors: what the training configuration's `vectors` names."""
        words, table = self.vectors()
        prototypes = prototypes_of(table)
        nlp = spacy.blank("it")
        rows = np.vstack([table, prototypes])
        rows[:, STATES:] -= table[:, STATES:].mean(0)
        vectors = Vectors(strings=nlp.vocab.strings, data=rows.astype(np.float32), name="teacher")
        for row, word in enumerate(words):  # the same row at the head of a sentence and in capitals
            for form in (word, word.capitalize(), word.upper()):
                vectors.add(form, row=row)
        rare = self.rare_names(set(words))
        for word, prior in {**gazetteer, **{w.capitalize(): r for w, r in rare.items()}}.items():
            distances = ((prototypes[:, STATES:] - prior) ** 2).sum(1)
            vectors.add(word, row=len(words) + int(distances.argmin()))
        nlp.vocab.vectors = vectors
        nlp.to_disk(path)
        print(f"vectors: {len(words)} words, {len(rare)} rare names, {len(gazetteer)} of the gazetteer", flush=True)


def prototypes_of(table: np.ndarray) -> np.ndarray:
    """The mean rows of PROTOTYPES clusters of names that have like tags (k-means, Lloyd 1982)."""
    names = table[1 - table[:, STATES] >= NAME]
    tags = names[:, STATES:]
    centres = tags[np.random.default_rng(0).choice(len(tags), PROTOTYPES, replace=False)]
    for _ in range(ROUNDS):
        nearest = ((tags[:, None] - centres) ** 2).sum(-1).argmin(1)
        centres = np.stack([tags[nearest == i].mean(0) if (nearest == i).any() else c for i, c in enumerate(centres)])
    return np.stack([names[nearest == i].mean(0) for i in range(PROTOTYPES) if (nearest == i).any()])
