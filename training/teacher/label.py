"""Everything the bundled pipeline learns from: python -m teacher.label TREEBANK_DIR NER_DIR NEWS_JSONL_XZ WORK_DIR

Writes train.spacy. Each document has syntax and entities: gold where there is gold, the teacher's answer in the
conventions of ISDT and the namer's in those of Wikinews elsewhere (knowledge distillation on unlabelled text, Hinton
et al. 2015; for parsers, Kuncoro et al. 2016).
"""

import json
import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import prepare
import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from claimcheck.italian.sentences import sentence_starts

from .batches import encode
from .gazetteer import priors
from .predict import annotate, give_names, load
from .vectors import WordMeans

# Whose conventions are those of ISDT; on the other treebanks' trees the teacher gives tags and relations anew.
SAME_CONVENTIONS = {"isdt", "partut", "pud"}
ENTITIES = {"WN_train": 3, "WN_dev": 3, "ADG_train": 1, "ADG_dev": 1, "ADG_test": 1}
TIMES = {"isdt-dev": 6, "pud-test": 3, "partut-train": 3, "partut-dev": 3, "partut-test": 3}
OTHER_TIMES = 2
MOST_WORDS = 1_200_000  # of news
MOST_PIECES = 512  # the encoder has places for no more
MOST_TABS = 5  # an article with more is a table
PARAGRAPH_WORDS = 100  # longer paragraphs are cut at a full stop
Answers = Callable[[list[Doc]], list[Doc]]
PAUSES = frozenset(":;,")  # after which NERMuD's lines end too
CAPITALS = 0.02  # share of documents learnt in capitals too, for headlines


def paragraphs(nlp: Language, path: Path) -> Iterator[Doc]:
    """The paragraphs and titles of the articles, tokenised, none longer than about PARAGRAPH_WORDS."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["text"].count("\t") > MOST_TABS:
                continue
            for paragraph in [article["title"] or "", *re.split(r"\s*\n\s*", article["text"])]:
                clean = re.sub(r"\s+", " ", paragraph).strip()
                if len(clean.split()) >= 3:
                    yield from pieces(bare(nlp.make_doc(clean), sentence_starts(clean)))


def drawn(docs: list[Doc], rng: random.Random) -> list[Doc]:
    """Documents drawn at random, MOST_WORDS in all."""
    total, out = 0, []
    for doc in rng.sample(docs, len(docs)):
        if total < MOST_WORDS:
            out.append(doc)
            total += len(doc)
    return out


def pieces(doc: Doc) -> Iterator[Doc]:
    start = 0
    for token in doc[:-1]:
        long = token.i + 1 - start >= PARAGRAPH_WORDS
        if (long and doc[token.i + 1].is_sent_start) or token.i + 1 - start >= 2 * PARAGRAPH_WORDS:
            yield doc[start : token.i + 1].as_doc()
            start = token.i + 1
    yield doc[start:].as_doc()


def bare(doc: Doc, starts: Iterable[int]) -> Doc:
    """The words of a document and where its sentences start, in characters."""
    known = {0, *starts}
    words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    return Doc(doc.vocab, words, spaces, sent_starts=[t.idx in known for t in doc])


def own_starts(doc: Doc) -> set[int]:
    """Where sentences start in a window of entity sentences: by the surface rule, and after a title."""
    own = {t.idx for t in doc if t.is_sent_start and t.i and doc[t.i - 1].text not in PAUSES}
    return own | set(sentence_starts(doc.text))


def bare_tree(doc: Doc) -> Doc:
    """The words of a document and the head of each."""
    words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    return Doc(doc.vocab, words, spaces, heads=[t.head.i for t in doc], deps=["dep"] * len(doc))


def with_entities(doc: Doc, entities: Doc) -> Doc:
    """The document with another's entities, open words left open."""
    doc.set_ents(
        [Span(doc, e.start, e.end, label=e.label_) for e in entities.ents],
        missing=[doc[t.i : t.i + 1] for t in entities if not t.ent_iob],
        default="outside",
    )
    return doc


def rewritten(doc: Doc, words: list[str]) -> Doc:
    return with_entities(prepare.with_words(doc, words), doc)


def copies(docs: list[Doc], times: int, rng: random.Random) -> Iterator[Doc]:
    """The documents as many times as wanted, from the second on in another newsroom's style; some in capitals."""
    for turn in range(times):
        for doc in docs:
            yield rewritten(doc, prepare.restyle([t.text for t in doc], rng)) if turn else doc
    for doc in docs:
        if rng.random() < CAPITALS:
            yield rewritten(doc, [t.text.upper() for t in doc])


def syntax(nlp: Language, teach: Answers, treebank: Path, banned: set[str], rng: random.Random) -> Iterator[Doc]:
    for name in prepare.SYNTAX:
        gold = prepare.unseen(list(prepare.syntax_docs(nlp, treebank / f"{name}.conllu")), banned)
        grouped = list(prepare.windows(gold))
        answers = teach([bare_tree(d) for d in grouped])
        same = sum(a.dep_ == g.dep_ for x, y in zip(answers, grouped, strict=True) for a, g in zip(x, y, strict=True))
        print(f"{name}: {same / sum(map(len, grouped)):.3f} of the words have the gold relation", flush=True)
        if prepare.family(name) in SAME_CONVENTIONS:
            answers = [with_entities(g, a) for g, a in zip(grouped, answers, strict=True)]
        answers = [with_lemmas(a, [t.lemma_ for t in g]) for a, g in zip(answers, grouped, strict=True)]
        yield from copies(answers, TIMES.get(name, OTHER_TIMES), rng)


def lemma_table(docs: list[Doc]) -> dict[tuple[str, str], str]:
    """The commonest lemma of each word and part of speech."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            counts[token.lower_, token.pos_][token.lemma_] += 1
    return {key: min(c, key=lambda lemma: (-c[lemma], lemma)) for key, c in counts.items()}


def with_lemmas(doc: Doc, lemmas: list[str]) -> Doc:
    """An empty lemma is one to learn nothing from."""
    for token, lemma in zip(doc, lemmas, strict=True):
        token.lemma_ = lemma
    return doc


def looked_up(docs: Iterable[Doc], table: dict[tuple[str, str], str]) -> list[Doc]:
    """The documents with the treebanks' lemmas; the teacher, who has too few of them to learn from, is not asked."""
    return [with_lemmas(d, [table.get((t.lower_, t.pos_), "") for t in d]) for d in docs]


def entities(nlp: Language, teach: Answers, ner: Path, banned: set[str], rng: random.Random) -> Iterator[Doc]:
    for name, times in ENTITIES.items():
        docs = prepare.unseen(prepare.entity_docs(nlp, ner / f"nermud_{name}.tsv", None), banned)
        grouped = list(prepare.windows(docs))
        answers = teach([bare(d, own_starts(d)) for d in grouped])
        yield from copies([with_entities(a, g) for a, g in zip(answers, grouped, strict=True)], times, rng)


def main(treebank: Path, ner: Path, news: Path, work: Path) -> None:
    torch.manual_seed(0)
    rng, nlp, teacher, namer = random.Random(2), spacy.blank("it"), load(work / "teacher.pt"), load(work / "names.pt")
    banned = prepare.banned_letters(work)
    means = WordMeans(teacher.encoder.width)

    def teach(docs: list[Doc]) -> list[Doc]:
        answers = list(annotate(teacher, docs, "isdt", observe=means.states))
        give_names(namer, answers, "WN", observe=means.names)
        return answers

    train = list(syntax(nlp, teach, treebank, banned, rng))
    print(f"treebanks: {len(train)} documents, {sum(map(len, train))} tokens", flush=True)
    table = lemma_table(train)
    named = looked_up(entities(nlp, teach, ner, banned, rng), table)
    print(f"entities: {len(named)} documents, {sum(map(len, named))} tokens", flush=True)
    short = [d for d in paragraphs(nlp, news) if len(encode(d, teacher.encoder.pieces)[0]) <= MOST_PIECES]
    raw = drawn(prepare.unseen(short, banned), rng)
    silver = looked_up(copies(teach(raw), 1, rng), table)
    print(f"news: {len(silver)} documents, {sum(map(len, silver))} tokens", flush=True)
    train += named + silver
    rng.shuffle(train)
    DocBin(docs=train).to_disk(work / "train.spacy")
    means.save(work / "vectors", priors(namer, set(means.tags.counts)))


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
