"""Measure the bundled pipeline, and it_core_news_sm where installed; write the table of the model card.

Usage: evaluate.py WORK_DIR, where prepare.py wrote test_syntax.spacy (isdt-test), test_ner.spacy (nermud_WN_test) and
dev.spacy (held out of isdt-dev, vit-dev and WN_dev).
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from architectures import published_architecture
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from claimcheck.reading.samples import samples

ROOT = Path(__file__).parents[1]
BUNDLED = ROOT / "src/claimcheck/pipeline/bundled"
PIPELINE = BUNDLED / "it_claimcheck_news_sm"
CARD = BUNDLED / "README.md"
START, END = "<!-- figures -->", "<!-- /figures -->"
CORE = "it_core_news_sm"
# it_core_news_sm 3.8.0 as published in its own model card (its NER is scored on WikiNER, not on news).
PUBLISHED = {"UPOS": ".970", "morphology": ".970", "lemma": ".972", "UAS": ".900", "LAS": ".859", "sentences F": ".975"}
SYNTAX = {"pos_acc": "UPOS", "morph_acc": "morphology", "lemma_acc": "lemma", "dep_uas": "UAS", "dep_las": "LAS",
          "sents_f": "sentences F"}  # fmt: skip
Scores = dict[tuple[str, str], float]  # (measure, test set)


def read(nlp: Language, path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def curly(docs: list[Doc]) -> list[Doc]:
    """The same documents with ’ for ' and “ ” for straight quotation marks, which open anew with each sentence."""
    out = []
    for doc in docs:
        opened, words = False, []
        for token in doc:
            opened = opened and not token.is_sent_start
            if token.text == '"':
                opened = not opened
                words.append("“" if opened else "”")
            else:
                words.append(token.text.replace("'", "’"))
        out.append(Doc(
            doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], pos=[t.pos_ for t in doc],
            morphs=[str(t.morph) for t in doc], lemmas=[t.lemma_ for t in doc], heads=[t.head.i for t in doc],
            deps=[t.dep_ for t in doc],
        ))  # fmt: skip
    return out


def evaluate(nlp: Language, docs: list[Doc]) -> dict[str, Any]:
    result: dict[str, Any] = nlp.evaluate([Example(nlp.make_doc(d.text), d) for d in docs])
    return result


def sample_sentences(nlp: Language) -> float:
    """F1 of the sentence starts of the sample articles, against those checked by eye (sample_sentences.json)."""
    gold = json.loads((Path(__file__).parent / "sample_sentences.json").read_text(encoding="utf-8"))
    right = found = wanted = 0
    for article in samples().articles:
        starts = {t.idx for s in nlp(article.text).sents for t in [t for t in s if not t.is_space][:1]}
        right += len(starts & set(gold[article.id]))
        found, wanted = found + len(starts), wanted + len(gold[article.id])
    return 2 * right / (found + wanted)


def accuracy(nlp: Language, work: Path) -> Scores:
    test = read(nlp, work / "test_syntax.spacy")
    held = [d for d in read(nlp, work / "dev.spacy") if d.has_annotation("DEP")]
    out: Scores = {}
    for name, docs in (
        ("isdt-test", test),
        ("isdt-test with ’ “ ”", curly(test)),
        ("held out of isdt-dev, vit-dev", held),
    ):
        scores = evaluate(nlp, docs)
        out.update({(label, name): scores[key] for key, label in SYNTAX.items()})
    out["sentences F", "sample articles"] = sample_sentences(nlp)
    entities = evaluate(nlp, read(nlp, work / "test_ner.spacy"))
    out["entities F", "nermud_WN_test"] = entities["ents_f"]
    for label, row in sorted(entities["ents_per_type"].items()):
        out[f"entities F, {label}", "nermud_WN_test"] = row["f"]
    return out


def speeds(pipelines: list[Language], texts: list[str]) -> list[float]:
    """Words a second on one core, the best of five rounds in which the pipelines take turns."""
    words = sum(len(pipelines[0].make_doc(t)) for t in texts)
    best = [0.0] * len(pipelines)
    for _ in range(5):
        for i, nlp in enumerate(pipelines):
            start = time.perf_counter()
            list(nlp.pipe(texts))
            best[i] = max(best[i], words / (time.perf_counter() - start))
    return best


def timed(call: Callable[[], Language]) -> tuple[Language, float]:
    start = time.perf_counter()
    return call(), time.perf_counter() - start


def table(nlp: Language, work: Path) -> str:
    ours, core = accuracy(nlp, work), None
    if spacy.util.is_package(CORE):
        core = accuracy(spacy.load(CORE), work)
    rows = [
        f"| measure | test set | bundled | {CORE}, {'here' if core else '3.8.0 as published'} |",
        "|---|---|---|---|",
    ]
    for (measure, test), value in ours.items():
        other = f"{core[measure, test]:.3f}" if core else PUBLISHED.get(measure, "") if test == "isdt-test" else ""
        rows.append(f"| {measure} | {test} | {value:.3f} | {other} |")
    return "\n".join(rows)


def costs(nlp: Language, loading: float, work: Path) -> str:
    texts = [d.text for d in read(nlp, work / "test_ner.spacy")]
    ours, theirs = speeds([nlp, published_architecture(PIPELINE)], texts)
    size = sum(f.stat().st_size for f in BUNDLED.rglob("*") if f.is_file()) / 2**20
    return (
        f"{round(ours, -2):.0f} words a second on one core, {ours / theirs:.2f} times the published architecture (two "
        f"tok2vec passes and a tagger more, the same widths) in the same run; {size:.1f} MiB; loaded in {loading:.1f} s"
    )


def main(work: Path) -> None:
    nlp, loading = timed(lambda: spacy.load(PIPELINE))
    figures = f"{table(nlp, work)}\n\n{costs(nlp, loading, work)}"
    print(figures)
    before, _, rest = CARD.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    CARD.write_text(f"{before}{START}\n{figures}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
