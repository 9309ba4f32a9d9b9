"""Which spaCy pipeline reads the text: the published it_core_news_sm when installed, else the bundled one."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.errors import PipelineError
from claimcheck.italian.sentences import LOST_BREAK, sentence_starts

PUBLISHED = "it_core_news_sm"
BUNDLED = "it_claimcheck_news_sm"
NEEDED = ("parser", "ner")
GLUED_COLON = r"(?<=[^\W\d_])[:;,](?=[«“\"])"  # ha detto:«Il ponte è chiuso»
UNUSED = ("tagger", "lemmatizer", "trainable_lemmatizer")


@Language.component("claimcheck_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set the sentence boundaries before the parser, which keeps them: quotes never tear a sentence apart."""
    if len(doc):
        first = np.isin(doc.to_array(IDX), np.array(sentence_starts(doc.text), dtype=np.uint64))
        first[0] = True
        marks: Any = np.where(first, 1, -1).astype(np.uint64).reshape(-1, 1)
        doc.from_array([SENT_START], marks)
    return doc


def bundled_path() -> Path:
    """Where the package keeps its own trained pipeline."""
    return Path(str(files("claimcheck.pipeline"))) / "bundled" / BUNDLED


@cache
def load_base(name_or_path: str | None = None) -> tuple[Language, str]:
    """The spaCy pipeline and its label ("it_core_news_sm 3.8.0"), components nobody reads switched off.

    Without a name: it_core_news_sm when installed, else the bundled pipeline. Raises PipelineError when the named
    pipeline is missing or is not an Italian one with a parser and a named entity recogniser.
    """
    chosen = name_or_path or (PUBLISHED if spacy.util.is_package(PUBLISHED) else str(bundled_path()))
    try:
        nlp = spacy.load(chosen, exclude=list(UNUSED))
    except (OSError, ValueError) as error:
        cure = "name an installed spaCy pipeline or a folder, or leave --pipeline out to use the bundled one"
        raise PipelineError(f"pipeline {chosen!r} cannot be loaded: {str(error).splitlines()[0]} ({cure})") from error
    missing = [n for n in NEEDED if n not in nlp.pipe_names]
    if nlp.lang != "it" or missing:
        raise PipelineError(f"pipeline {chosen!r} is no Italian pipeline with {' and '.join(NEEDED)}; try {PUBLISHED}")
    infixes = [*nlp.Defaults.infixes, LOST_BREAK, GLUED_COLON]  # type: ignore[misc]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    nlp.add_pipe("claimcheck_sentences", before="parser")
    nlp.max_length = 10**9
    label = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    return nlp, label


def versions() -> dict[str, str]:
    """The versions of the libraries that decide the output."""
    return {"spacy": version("spacy")}
