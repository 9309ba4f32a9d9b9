"""Copy a trained pipeline into the package: package.py MODEL_DIR. Averages of training are in it, nothing else is."""

import shutil
import sys
from pathlib import Path

import spacy

NAME, VERSION = "claimcheck_news_sm", "0.1.0"
TARGET = Path(__file__).parents[1] / "src/claimcheck/pipeline/bundled" / f"it_{NAME}"
if TARGET.name != "it_claimcheck_news_sm":
    raise SystemExit("the folder's name is what claimcheck.pipeline.loading looks for")
LIMIT = 20 * 2**20  # bytes of weights a wheel may carry


def main(model: Path) -> None:
    nlp = spacy.load(model)
    nlp.config["paths"].update(train=None, dev=None)  # where this machine kept the data is nobody's business
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
            {"name": "KIND / NERMuD", "url": "https://github.com/dhfbk/KIND", "license": "CC BY-NC-SA 4.0"},
        ],
    )
    if TARGET.exists():
        shutil.rmtree(TARGET)
    nlp.to_disk(TARGET)
    size = sum(f.stat().st_size for f in TARGET.rglob("*") if f.is_file())
    if size > LIMIT:
        raise SystemExit(f"{TARGET.name} holds {size} bytes, more than the {LIMIT} a wheel may carry")
    print(f"{TARGET.name} {VERSION}: {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
