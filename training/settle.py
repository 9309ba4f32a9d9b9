"""Settle the trained pipeline in the conventions of gold text: settle.py TREEBANK_DIR NER_DIR WORK_DIR MODEL OUT

Last rounds at a low and falling learning rate, weights averaged as in training. First the whole pipeline on the
documents of train.spacy that are treebank or Wikinews text, whose trees or entities are gold. Then the parser alone on
treebank text: news, split by a rule, has taught it sentence ends that ISDT does not have (none after a colon). Then the
entity recogniser alone on Wikinews. How long it learns was chosen on dev.spacy.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import prepare
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, fix_random_seed

WORDS, DROPOUT = 1000, 0.1
RATE = 3e-4
ROUNDS: tuple[tuple[str | None, int], ...] = ((None, 800), ("parser", 600), ("ner", 1500))  # what learns, steps
WIKINEWS = ("WN_train", "WN_dev")


def letters(documents: Iterator[Doc]) -> set[str]:
    """The letters of every window of some gold text: how its documents are found again among all others."""
    return {prepare.letters(d.text) for d in documents}


def treebank_windows(nlp: Language, treebank: Path) -> Iterator[Doc]:
    for name in prepare.SYNTAX:
        yield from prepare.windows(list(prepare.syntax_docs(nlp, treebank / f"{name}.conllu")))


def wikinews_windows(nlp: Language, ner: Path, banned: set[str]) -> Iterator[Doc]:
    for name in WIKINEWS:
        docs = prepare.entity_docs(nlp, ner / f"nermud_{name}.tsv", None)
        yield from prepare.windows(prepare.unseen(docs, banned))


def more_steps(nlp: Language, docs: Sequence[Doc], steps: int, only: str | None) -> None:
    """Train the pipeline, or `only` one component of it, and leave the averages of its weights in it."""
    rng, done = random.Random(0), 0
    frozen = [name for name in nlp.pipe_names if only and name != only]
    optimiser = Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    while done < steps:
        examples = [Example(nlp.make_doc(d.text), d) for d in rng.sample(docs, len(docs))]
        for part in minibatch_by_words(examples, WORDS):
            if done < steps:
                optimiser.learn_rate = RATE * (1 - done / steps)
                annotating = ["tok2vec"] if "tok2vec" in frozen else []
                nlp.update(part, sgd=optimiser, drop=DROPOUT, exclude=frozen, annotates=annotating)
                done += 1
    for _, component in nlp.pipeline:
        averaged: Any = component
        for node in averaged.model.walk():
            for name in node.param_names:
                key = (node.id, name)
                if node.has_param(name) and key in optimiser.averages:
                    node.set_param(name, optimiser.averages[key])


def loaded(model: Path) -> Language:
    nlp = spacy.load(model)  # anew for each round: listeners must not remember the one before
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}  # spaCy forgets it on disk
    return nlp


def main(treebank: Path, ner: Path, work: Path, model: Path, out: Path) -> None:
    fix_random_seed(0)
    blank = spacy.blank("it")
    trees = letters(treebank_windows(blank, treebank))
    names = letters(wikinews_windows(blank, ner, prepare.banned_letters(work)))
    wanted = {None: trees | names, "parser": trees, "ner": names}
    for only, steps in ROUNDS:
        nlp = loaded(model)
        docs = DocBin().from_disk(work / "train.spacy").get_docs(nlp.vocab)
        more_steps(nlp, [d for d in docs if prepare.letters(d.text) in wanted[only]], steps, only)
        nlp.to_disk(out)
        model = out


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:6]))
