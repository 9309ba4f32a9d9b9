"""Measure the bundled pipeline on the two test files and write the table of its model card.

Usage: evaluate.py WORK_DIR, where prepare.py wrote test_syntax.spacy (isdt-test) and test_ner.spacy (nermud_WN_test).
"""

import sys
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

BUNDLED = Path(__file__).parents[1] / "src/claimcheck/pipeline/bundled"
CARD = BUNDLED / "README.md"
START, END = "<!-- figures -->", "<!-- /figures -->"
# it_core_news_sm 3.8.0 as published in its own model card (its NER is scored on WikiNER, not on news).
PUBLISHED = {"token_acc": ".998", "pos_acc": ".970", "morph_acc": ".970", "lemma_acc": ".972", "dep_uas": ".900",
             "dep_las": ".859", "sents_f": ".975", "ents_f": ".856 (WikiNER)"}  # fmt: skip
LABELS = {"pos_acc": "UPOS", "morph_acc": "morphology", "lemma_acc": "lemma", "dep_uas": "UAS", "dep_las": "LAS",
          "sents_f": "sentences F", "ents_f": "entities F"}  # fmt: skip


def examples(nlp: Language, path: Path) -> list[Example]:
    return [Example(nlp.make_doc(d.text), d) for d in DocBin().from_disk(path).get_docs(nlp.vocab)]


def speed(nlp: Language, texts: list[str]) -> float:
    """Words a second on one core, the best of three."""
    words = sum(len(nlp.make_doc(t)) for t in texts)
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        list(nlp.pipe(texts))
        best = max(best, words / (time.perf_counter() - start))
    return best


def table(nlp: Language, work: Path) -> str:
    syntax = nlp.evaluate(examples(nlp, work / "test_syntax.spacy"))
    entities = nlp.evaluate(examples(nlp, work / "test_ner.spacy"))
    scores = {**{k: syntax[k] for k in LABELS if k != "ents_f"}, "ents_f": entities["ents_f"]}
    rows = ["| measure | test set | bundled | it_core_news_sm 3.8.0 (published) |", "|---|---|---|---|"]
    for key, label in LABELS.items():
        test = "nermud_WN_test" if key == "ents_f" else "isdt-test"
        rows.append(f"| {label} | {test} | {scores[key]:.3f} | {PUBLISHED[key]} |")
    for label, row in sorted(entities["ents_per_type"].items()):
        rows.append(f"| entities F, {label} | nermud_WN_test | {row['f']:.3f} | |")
    texts = [d.text for d in DocBin().from_disk(work / "test_ner.spacy").get_docs(nlp.vocab)]
    rows.append(f"| words a second, one core | nermud_WN_test | {round(speed(nlp, texts), -2):.0f} | 10561 |")
    return "\n".join(rows)


def main(work: Path) -> None:
    nlp = spacy.load(BUNDLED / "it_claimcheck_news_sm")
    figures = table(nlp, work)
    print(figures)
    before, _, rest = CARD.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    CARD.write_text(f"{before}{START}\n{figures}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
