"""Settle the trained pipeline in the conventions of the treebanks: settle.py TREEBANK_DIR WORK_DIR MODEL OUT

A last round at a low and falling learning rate on the documents of train.spacy that are treebank text, whose sentences
and trees are gold: news, split by a rule, has taught the parser sentence ends that ISDT does not have (no end after a
colon). Weights are averaged as in training.
"""

import random
import sys
from pathlib import Path
from typing import Any

import prepare
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, fix_random_seed

STEPS, WORDS, RATE, DROPOUT = 600, 1000, 3e-4, 0.1


def treebank_letters(nlp: Language, treebank: Path) -> set[str]:
    """The letters of every window of treebank text."""
    windows = (
        d
        for name in prepare.SYNTAX
        for d in prepare.windows(list(prepare.syntax_docs(nlp, treebank / f"{name}.conllu")))
    )
    return {prepare.letters(d.text) for d in windows}


def settle(nlp: Language, docs: list[Doc], out: Path) -> None:
    """Train the pipeline for some more steps on the documents and write it."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}  # spaCy forgets it on disk
    rng, done = random.Random(0), 0
    optimiser = nlp.resume_training(sgd=Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True))
    while done < STEPS:
        examples = [Example(nlp.make_doc(d.text), d) for d in rng.sample(docs, len(docs))]
        for part in minibatch_by_words(examples, WORDS):
            if done < STEPS:
                optimiser.learn_rate = RATE * (1 - done / STEPS)
                nlp.update(part, sgd=optimiser, drop=DROPOUT)
                done += 1
    with nlp.use_params(optimiser.averages):
        nlp.to_disk(out)


def main(treebank: Path, work: Path, model: Path, out: Path) -> None:
    fix_random_seed(0)
    nlp = spacy.load(model)
    known = treebank_letters(spacy.blank("it"), treebank)
    docs = DocBin().from_disk(work / "train.spacy").get_docs(nlp.vocab)
    settle(nlp, [d for d in docs if prepare.letters(d.text) in known], out)


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
