"""Prints src/claimcheck/report/examples.toml: what is said of the example pairs that only a pipeline can read.

`make docs` writes it, so that `claimcheck rules` shows real explanations and still starts without a pipeline.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.comparison import decide
from claimcheck.kinds.base import Side
from claimcheck.model import Article, ClaimKind
from claimcheck.pipeline import Pipeline, load
from claimcheck.pipeline.loading import bundled_path
from claimcheck.report.rules import sentences
from claimcheck.report.words import Lang

LANGUAGES: tuple[Lang, ...] = ("it", "en")


def table(pipeline: Pipeline) -> str:
    """The whole table, as TOML."""
    return "\n".join(_lines(pipeline)) + "\n"


def _lines(pipeline: Pipeline) -> Iterator[str]:
    yield "# What is said of the examples that only a pipeline can read; written by `make docs`."
    for lang in LANGUAGES:
        yield f"\n[{lang}]"
        for name, kind, row in sentences():
            first, second = _sides(kind, row, pipeline)
            decided = decide(first, second, lang)
            if decided is None:
                raise SystemExit(f"{name}: its example is no pair")
            yield f"{json.dumps(name)} = {json.dumps(decided[1].explanation, ensure_ascii=False)}"


def _sides(kind: ClaimKind, row: Mapping[str, Any], pipeline: Pipeline) -> Iterator[Side]:
    """The marked claims of the two sentences, as the pipeline reads them."""
    for name, day in zip("ab", row.get("published", (None, None)), strict=True):
        start = row[name].index("[[")
        text = row[name].replace("[[", "").replace("]]", "")
        reading = pipeline.extract(Article(name, text, published=day))
        yield next(Side(reading.article, c) for c in reading.claims if c.kind == kind and c.start == start)


if __name__ == "__main__":
    print(table(load(str(bundled_path()))), end="")
