"""Turn the UD treebanks and the NERMuD files into spaCy documents.

Usage: prepare.py TREEBANK_DIR NER_DIR OUT_DIR

Writes what the teacher learns from (teacher_syntax.spacy, teacher_entities.spacy), dev.spacy (held out, for choosing
the best step), test_syntax.spacy (isdt-test) and test_ner.spacy (nermud_WN_test). The two test files are never trained
on: a training sentence whose letters equal those of a test or dev sentence is dropped.
"""

import random
import re
import sys
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training.converters.conllu_to_docs import conllu_to_docs

SYNTAX = ("isdt-dev", "vit-dev", "vit-test", "partut-train", "partut-dev", "partut-test", "pud-test",
          "parlamint-train", "parlamint-test", "markit-train", "markit-dev", "markit-test")  # fmt: skip
SYNTAX_TEST = "isdt-test"
ENTITIES = ("WN_train", "WN_dev", "ADG_train", "ADG_dev", "ADG_test")
ENTITIES_DEV, ENTITIES_TEST = "WN_dev", "WN_test"
WINDOW = 80  # words of consecutive sentences the teacher reads together
STYLES = 3  # copies of each text, each with other quotation marks and apostrophes
WEIGHT = {"isdt": 2, "WN": 2}  # the conventions of the two test sets
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


def with_words(doc: Doc, words: list[str]) -> Doc:
    """A copy of a syntax document with other word forms."""
    heads = [t.head.i for t in doc]
    return Doc(
        doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], pos=[t.pos_ for t in doc],
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
    """One sentence with entities only: its syntax stays missing but for where it starts."""
    words, spaces = attached(words)
    if rng is not None:
        words = restyle(words, rng)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[i == 0 for i in range(len(words))])
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


def styled(docs: list[Doc], turn: int, rng: random.Random) -> list[Doc]:
    """The documents as they are in half of the cases of the first turn, else in another newsroom's style."""
    return [with_words(d, restyle([t.text for t in d], rng)) if turn or rng.random() < 0.5 else d for d in docs]


def windows(docs: list[Doc], limits: Iterator[int] | None = None) -> Iterator[Doc]:
    """Consecutive sentences joined, each window up to the next of `limits` words, by default WINDOW."""
    limits = limits or repeat(WINDOW)
    part: list[Doc] = []
    limit = next(limits)
    for doc in docs:
        if part and sum(map(len, part)) + len(doc) > limit:
            yield Doc.from_docs(part)
            part, limit = [], next(limits)
        part.append(doc)
    if part:
        yield Doc.from_docs(part)


def family(name: str) -> str:
    """The treebank or text collection a file belongs to: isdt-dev, WN_train."""
    return re.split(r"[-_]", name)[0]


def marked(docs: Iterator[Doc], group: str) -> Iterator[Doc]:
    for doc in docs:
        doc.user_data["group"] = group
        yield doc


def unseen(docs: list[Doc], banned: set[str]) -> list[Doc]:
    return [d for d in docs if letters(d.text) not in banned]


def banned_letters(out: Path) -> set[str]:
    """The letters of every sentence held out for dev and test."""
    vocab = spacy.blank("it").vocab
    held = [
        d for n in ("dev", "test_syntax", "test_ner") for d in DocBin().from_disk(out / f"{n}.spacy").get_docs(vocab)
    ]
    return {letters(s.text) for d in held for s in d.sents}


def held_out(nlp: Language, treebank: Path, ner: Path) -> dict[str, list[Doc]]:
    """The dev and test documents."""
    dev = []
    for name in ("isdt-dev", "vit-dev"):
        groups = grouped(list(syntax_docs(nlp, treebank / f"{name}.conllu")), SENTENCES_PER_DOC)
        dev += list(groups)[::HELD_OUT_EVERY]
    dev += grouped(entity_docs(nlp, ner / f"nermud_{ENTITIES_DEV}.tsv", None)[::4], SENTENCES_PER_DOC)
    test = grouped(list(syntax_docs(nlp, treebank / f"{SYNTAX_TEST}.conllu")), 10)
    test_entities = grouped(entity_docs(nlp, ner / f"nermud_{ENTITIES_TEST}.tsv", None), 10)
    return {"dev": dev, "test_syntax": list(test), "test_ner": list(test_entities)}


def teacher_syntax(nlp: Language, treebank: Path, banned: set[str], rng: random.Random) -> Iterator[Doc]:
    for name in SYNTAX:
        kept = unseen(list(syntax_docs(nlp, treebank / f"{name}.conllu")), banned)
        for turn in range(STYLES * WEIGHT.get(family(name), 1)):
            yield from marked(windows(styled(kept, turn, rng)), family(name))


def teacher_entities(nlp: Language, ner: Path, banned: set[str], rng: random.Random) -> Iterator[Doc]:
    for name in ENTITIES:
        for _ in range(WEIGHT.get(family(name), 1)):
            docs = unseen(entity_docs(nlp, ner / f"nermud_{name}.tsv", rng), banned)
            yield from marked(windows(docs), family(name))


def main(treebank: Path, ner: Path, out: Path) -> None:
    nlp, rng = spacy.blank("it"), random.Random(0)
    out.mkdir(parents=True, exist_ok=True)
    held = held_out(nlp, treebank, ner)
    for name, docs in held.items():
        write(docs, out / f"{name}.spacy")
    banned = banned_letters(out)
    write(list(teacher_syntax(nlp, treebank, banned, rng)), out / "teacher_syntax.spacy")
    write(list(teacher_entities(nlp, ner, banned, rng)), out / "teacher_entities.spacy")


def write(docs: list[Doc], path: Path) -> None:
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    print(f"{path.name}: {len(docs)} documents, {sum(map(len, docs))} tokens")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
