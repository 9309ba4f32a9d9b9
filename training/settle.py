"""Settle the trained pipeline in the conventions of gold text: settle.py TREEBANK_DIR NER_DIR WORK_DIR MODEL OUT

Last rounds at a low and falling learning rate, weights averaged as in training. First the whole pipeline on the
documents of train.spacy that are treebank or Wikinews text, whose trees or entities are gold. Then the parser alone on
treebank text, some of its sentences numbered: news, split by a rule, has taught it sentence ends that ISDT does not
have (after the number of a heading) and none where ISDT has them (after a colon). Then the entity recogniser alone on
Wikinews, and the parser once more with the rare documents oftener in which a sentence ends with a colon. How long they
learn, and how often colons come, was chosen on dev.spacy, where more rounds on all of train.spacy, a wider recogniser,
the means of several recognisers and more dropout brought nothing.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import prepare
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, fix_random_seed

WORDS, DROPOUT = 1000, 0.1
RATE = 3e-4
HEADINGS = 0.04  # share of sentences that get a number, for the parser


class Round(NamedTuple):
    """From which documents, how long, and what learns: everything, unless one component is named."""

    texts: str
    steps: int
    only: str | None = None


ROUNDS = (
    Round("gold", 800),
    Round("trees", 1200, "parser"),
    Round("names", 1500, "ner"),
    Round("colons", 600, "parser"),
)
COLONS = 8  # times more that a document comes in which a sentence ends with a colon
WARM_UP = 100  # steps in which the learning rate rises
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


def headed(sentence: Span, rng: random.Random) -> Doc:
    """A sentence after a number and a full stop: in `858. Scolo delle acque` the number ends no sentence."""
    doc = sentence.as_doc()
    return Doc(
        doc.vocab,
        words=[str(rng.randint(1, 2000)), ".", *(t.text for t in doc)],
        spaces=[False, True, *(bool(t.whitespace_) for t in doc)],
        heads=[sentence.root.i - sentence.start + 2, 0, *(t.head.i + 2 for t in doc)],
        deps=["nummod", "punct", *(t.dep_ for t in doc)],
    )


def with_headings(doc: Doc, rng: random.Random) -> Doc:
    """The same sentences, some of them numbered."""
    return Doc.from_docs([headed(s, rng) if rng.random() < HEADINGS else s.as_doc() for s in doc.sents])


def examples(nlp: Language, docs: Sequence[Doc], headings: bool) -> Iterator[Example]:
    """The documents without end, in a new order each time."""
    rng = random.Random(0)
    while True:
        for doc in rng.sample(docs, len(docs)):
            gold = with_headings(doc, rng) if headings else doc
            yield Example(nlp.make_doc(gold.text), gold)


def more_steps(nlp: Language, docs: Sequence[Doc], learning: Round) -> None:
    """Train the pipeline, or one component of it, and leave the averages of its weights in it."""
    frozen = [name for name in nlp.pipe_names if learning.only and name != learning.only]
    annotating = ["tok2vec"] if "tok2vec" in frozen else []
    optimiser = Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    parts = minibatch_by_words(examples(nlp, docs, learning.only == "parser"), WORDS)
    for step, part in enumerate(islice(parts, learning.steps)):
        optimiser.learn_rate = RATE * min(1, (step + 1) / WARM_UP) * (1 - step / learning.steps)
        nlp.update(part, sgd=optimiser, drop=DROPOUT, exclude=frozen, annotates=annotating)
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
    blank = spacy.blank("it")
    trees = letters(treebank_windows(blank, treebank))
    names = letters(wikinews_windows(blank, ner, prepare.banned_letters(work)))
    wanted = {"gold": trees | names, "trees": trees, "names": names, "colons": trees}
    for learning in ROUNDS:
        fix_random_seed(0)
        nlp = loaded(model)
        docs = DocBin().from_disk(work / "train.spacy").get_docs(nlp.vocab)
        drawn = [d for d in docs if prepare.letters(d.text) in wanted[learning.texts]]
        if learning.texts == "colons":
            drawn += COLONS * [d for d in drawn if any(s[-1].text == ":" for s in d.sents)]
        more_steps(nlp, drawn, learning)
        nlp.to_disk(out)
        model = out


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:6]))
