"""Copy a trained pipeline into the package: package.py MODEL_DIR.

The averages of training are in it; the words of the training text are not, but for those that lemmas are made of.
"""

import shutil
import sys
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore

NAME, VERSION = "claimcheck_news_sm", "0.4.0"
TARGET = Path(__file__).parents[1] / "src/claimcheck/pipeline/bundled" / f"it_{NAME}"
if TARGET.name != "it_claimcheck_news_sm":
    raise SystemExit("the folder's name is what claimcheck.pipeline.loading looks for")
LIMIT = 25_000_000  # bytes of weights a wheel may carry


def needed_strings(nlp: Language) -> StringStore:
    """Labels, and what the lemmatizer's edit trees cut and put; everything else is read off the text."""
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]  # type: ignore[attr-defined]
    used = {tree[part] for tree in trees for part in ("orig", "subst") if part in tree}
    labels = {str(label) for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    return StringStore(sorted(labels | {s for s in nlp.vocab.strings if nlp.vocab.strings[s] in used}))


def main(model: Path) -> None:
    nlp = spacy.load(model)
    nlp.config["paths"].update(
        train=None, dev=None, vectors=None
    )  # where this machine kept the data is nobody's business
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Italian news: syntax from UD treebanks, entities from NERMuD; see the model card",
        author="the claimcheck authors",
        license="CC BY-NC-SA 4.0",
        sources=[
            {
                "name": "UD Italian treebanks",
                "url": "https://universaldependencies.org",
                "license": "CC BY-NC-SA 3.0, 4.0",
            },
            {
                "name": "multilingual-e5-small",
                "url": "https://huggingface.co/intfloat/multilingual-e5-small",
                "license": "MIT",
            },
            {"name": "GeoNames", "url": "https://www.geonames.org", "license": "CC BY 4.0"},
            {"name": "faker", "url": "https://github.com/joke2k/faker", "license": "MIT"},
            {"name": "KIND / NERMuD", "url": "https://github.com/dhfbk/KIND", "license": "CC BY-NC-SA 4.0"},
        ],
    )
    if TARGET.exists():
        shutil.rmtree(TARGET)
    strings = needed_strings(nlp)
    nlp.to_disk(TARGET)
    strings.to_disk(TARGET / "vocab" / "strings.json")
    size = sum(f.stat().st_size for f in TARGET.rglob("*") if f.is_file())
    if size > LIMIT:
        raise SystemExit(f"{TARGET.name} holds {size} bytes, more than the {LIMIT} a wheel may carry")
    print(f"{TARGET.name} {VERSION}: {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
