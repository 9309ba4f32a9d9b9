"""The architecture of the published Italian pipelines, for timing: two tok2vec passes and a fine-grained tagger."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

TAGS = [f"tag{i}" for i in range(39)]  # as many as the fine-grained tags of the ISDT treebank
SAMPLE = "Il ministro ha firmato."


def published_architecture(path: Path) -> Language:
    """The pipeline at `path` built as it_core_news_sm is, giving the same answers.

    Its ner gets a copy of the tok2vec for its own, and a tagger (of new weights) reads the shared one.
    """
    nlp = spacy.load(path)
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    listener = nlp.config.interpolate()["components"]["parser"]["model"]["tok2vec"]
    model = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}
    tagger = nlp.add_pipe("tagger", config={"model": model}, after="morphologizer")
    sample = [Example(nlp.make_doc(SAMPLE), nlp.make_doc(SAMPLE))]
    tagger.initialize(lambda: sample, nlp=nlp, labels=TAGS)  # type: ignore[attr-defined]
    return nlp
