"""A vector for each word: the mean of the teacher's hidden states over the word's occurrences, reduced by PCA.

Static vectors from a contextual encoder, after Bommasani et al. 2020; the frequent words of any text need them least
and the rare names most, so words are kept by frequency until the table is full.
"""

from collections import defaultdict
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.vectors import Vectors

WIDTH = 64
LEAST = 3  # occurrences
MOST = 28000  # words in the table


class WordMeans:
    """Sums of hidden states per lower-cased word; call it with a document and its states."""

    def __init__(self, width: int) -> None:
        self.sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(width, np.float32))
        self.counts: dict[str, int] = defaultdict(int)

    def __call__(self, doc: Doc, states: np.ndarray) -> None:
        for token, state in zip(doc, states, strict=True):
            self.sums[token.lower_] += state
            self.counts[token.lower_] += 1

    def vectors(self) -> tuple[list[str], np.ndarray]:
        """The kept words, most frequent first, and their vectors of unit mean length."""
        words = sorted((w for w, n in self.counts.items() if n >= LEAST), key=lambda w: (-self.counts[w], w))[:MOST]
        means = np.stack([self.sums[w] / self.counts[w] for w in words])
        means -= means.mean(0)
        _, _, axes = np.linalg.svd(means[:8000], full_matrices=False)
        reduced = means @ axes[:WIDTH].T
        return words, (reduced / np.linalg.norm(reduced, axis=1).mean()).astype(np.float32)

    def save(self, path: Path) -> None:
        """Write a blank pipeline with these vectors: what the training configuration's `vectors` names."""
        words, table = self.vectors()
        nlp = spacy.blank("it")
        vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=words, name="teacher")
        for row, word in enumerate(words):  # the same row at the head of a sentence and in capitals
            for form in {word.capitalize(), word.upper()} - {word}:
                vectors.add(form, row=row)
        nlp.vocab.vectors = vectors
        nlp.to_disk(path)
        print(f"vectors: {len(words)} words of width {WIDTH}", flush=True)
