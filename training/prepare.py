"""Turn the UD treebanks and the NERMuD files into spaCy training data.

Usage: prepare.py TREEBANK_DIR NER_DIR OUT_DIR

Writes train.spacy (syntax and entity documents together), dev.spacy (held out, for choosing the best step),
test_syntax.spacy (isdt-test) and test_ner.spacy (nermud_WN_test). The two test files are never trained on:
a training sentence whose letters equal those of a test or dev sentence is dropped.
"""

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training.converters.conllu_to_docs import conllu_to_docs

# How often each file is seen, every time in another style of quotation marks and apostrophes: syntax is scarce
# beside the entities, and ISDT has the published pipeline's own conventions.
SYNTAX = {
    "isdt-dev": 6, "vit-dev": 3, "vit-test": 3, "partut-train": 3, "partut-dev": 3, "partut-test": 3,
    "pud-test": 3, "parlamint-train": 2, "parlamint-test": 2, "markit-train": 2, "markit-dev": 2, "markit-test": 2,
}  # fmt: skip
SYNTAX_TEST = "isdt-test"
ENTITIES = ("nermud_WN_train", "nermud_ADG_train")
ENTITIES_DEV, ENTITIES_TEST = "nermud_WN_dev", "nermud_WN_test"
SENTENCES_PER_DOC = 8
HELD_OUT_EVERY = 12  # one sentence group in twelve of isdt-dev and vit-dev goes to dev

QUOTE_STYLES = (("“", "”"), ("«", "»"), ('"', '"'))
NO_SPACE_BEFORE = set(".,;:!?)»”%")
NO_SPACE_AFTER = set("(«“")

Words = tuple[list[str], list[bool]]


def letters(text: str) -> str:
    """The letters of a text, case folded: how sentences shared by two treebanks are recognised."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def restyle(words: list[str], rng: random.Random) -> list[str]:
    """The same words with another newsroom's apostrophes and quotation marks."""
    style = rng.choice(QUOTE_STYLES)
    curly, opened, out = rng.random() < 0.6, False, []
    for word in words:
        if word in ('"', "“", "”", "«", "»", "``", "''"):
            word, opened = style[opened], not opened
        elif curly:
            word = word.replace("'", "’")
        out.append(word)
    return out


def syntax_docs(nlp: Language, path: Path) -> Iterator[Doc]:
    """Sentences of one treebank file, multiword tokens merged (what `spacy convert -T` does)."""
    text = path.read_text(encoding="utf-8")
    for group in conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True):  # type: ignore[no-untyped-call]
        yield Doc.from_docs([Doc(nlp.vocab).from_bytes(group.to_bytes())])


def with_words(nlp: Language, doc: Doc, words: list[str]) -> Doc:
    """A copy of a syntax document with other word forms."""
    heads = [t.head.i for t in doc]
    return Doc(
        nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], pos=[t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc], lemmas=[t.lemma_ for t in doc], heads=heads,
        deps=[t.dep_ for t in doc], sent_starts=[t.is_sent_start for t in doc],
    )  # fmt: skip


def grouped(docs: list[Doc], size: int) -> Iterator[Doc]:
    for i in range(0, len(docs), size):
        yield Doc.from_docs(docs[i : i + size])


def read_tagged(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of a KIND/NERMuD file: words and their BIO tags."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, tag = line.split("\t")[:2]
            words.append(word)
            tags.append(tag)
        elif words:
            yield words, tags
            words, tags = [], []


def attached(words: list[str]) -> Words:
    """Rebuild the running text: `l' Istituto` becomes `l'Istituto`, punctuation clings to its word."""
    spaces, open_quote = [], False
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == '"':
            open_quote = not open_quote
        clings_right = word in NO_SPACE_AFTER or (word == '"' and open_quote)
        elided = len(word) > 1 and word[-1] in "'’" and word[:-1].isalpha() and following[:1].isalpha()
        clings_left = following in NO_SPACE_BEFORE or (following == '"' and open_quote)
        spaces.append(not (clings_right or elided or clings_left))
    return words, spaces


def entity_doc(nlp: Language, words: list[str], tags: list[str], rng: random.Random | None) -> Doc:
    """One sentence with entities only: its syntax stays missing, so that only the ner learns from it."""
    words, spaces = attached(words)
    if rng is not None:
        words = restyle(words, rng)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    spans, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            spans.append(Span(doc, start, i, label=tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    doc.set_ents(spans, default="outside")
    return doc


def entity_docs(nlp: Language, path: Path, rng: random.Random | None) -> list[Doc]:
    return [entity_doc(nlp, words, tags, rng) for words, tags in read_tagged(path)]


def split_syntax(nlp: Language, treebank: Path) -> tuple[dict[str, list[Doc]], list[Doc]]:
    """The sentences of every training treebank, and the groups held out of two of them for dev."""
    syntax = {name: list(syntax_docs(nlp, treebank / f"{name}.conllu")) for name in SYNTAX}
    groups = [list(grouped(syntax[name], SENTENCES_PER_DOC)) for name in ("isdt-dev", "vit-dev")]
    return syntax, [group for held in groups for group in held[::HELD_OUT_EVERY]]


def styled(nlp: Language, docs: list[Doc], turn: int, rng: random.Random) -> list[Doc]:
    """The documents as they are in half of the cases of the first turn, else in another newsroom's style."""
    return [with_words(nlp, d, restyle([t.text for t in d], rng)) if turn or rng.random() < 0.5 else d for d in docs]


def main(treebank: Path, ner: Path, out: Path) -> None:
    rng = random.Random(0)
    nlp = spacy.blank("it")
    out.mkdir(parents=True, exist_ok=True)
    test = list(syntax_docs(nlp, treebank / f"{SYNTAX_TEST}.conllu"))
    test_entities = entity_docs(nlp, ner / f"{ENTITIES_TEST}.tsv", None)
    syntax, dev = split_syntax(nlp, treebank)
    banned = {letters(d.text) for d in [*test, *test_entities]} | {letters(s.text) for g in dev for s in g.sents}
    train: list[Doc] = []
    for name, times in SYNTAX.items():
        kept = [d for d in syntax[name] if letters(d.text) not in banned]
        for turn in range(times):
            train += grouped(styled(nlp, kept, turn, rng), SENTENCES_PER_DOC)
    dev += grouped(entity_docs(nlp, ner / f"{ENTITIES_DEV}.tsv", None)[::4], SENTENCES_PER_DOC)
    for name in ENTITIES:
        kept = [d for d in entity_docs(nlp, ner / f"{name}.tsv", rng) if letters(d.text) not in banned]
        train += grouped(kept, SENTENCES_PER_DOC)
    rng.shuffle(train)
    tests = {"test_syntax": list(grouped(test, 10)), "test_ner": list(grouped(test_entities, 10))}
    for name, docs in {"train": train, "dev": dev, **tests}.items():
        DocBin(docs=docs, store_user_data=True).to_disk(out / f"{name}.spacy")
        print(f"{name}: {len(docs)} documents, {sum(map(len, docs))} tokens")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
