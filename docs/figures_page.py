"""The page on figures: prints docs/figures.md from the marked examples, read anew, and the measurements kept beside it.

`python docs/fill.py` writes the page; nothing on it is typed by hand but the sentences that hold it together.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy

from claimcheck.kinds.component import PUBLISHED
from claimcheck.kinds.figures.rules import match
from claimcheck.model import Figure
from claimcheck.pipeline import load

DOCS = Path(__file__).parent
KINDS = ("quantity", "ordinal", "money", "percent", "measure", "age", "duration", "date", "negative")
NAMES = {"negative": "left alone"}
NEGATIVE = "negative: "
MARKS = re.compile(r"\[\[|\]\]")

HEAD = """# Figures

Every expression of quantity or calendar time: its exact span, its kind, the interval its words assert (`low` and
`high`, `null` where unbounded), whether they say *about*, the unit, what is counted (`of`), and for times the TIMEX3
value, resolved against the day of publication. Without that day a relative date stays unresolved. This page is written
by `make docs` from the marked examples of `src/claimcheck/kinds/figures/examples.toml`, read anew, and from
measurements kept beside it.
"""

LEFT_ALONE = """## What is left alone

The same file holds {count} sentences with numbers and number words that are no figures, one of each group here.
"""

BESIDE = """## Beside other readers

Italian test cases taken from the suites of other readers, {total} expected figures and texts without one on our side.
The share that is read: right kind, right value and unit (or one of the accepted TIMEX3 values), overlapping span. Ours
is measured on the half of the collection that was open to us while the rules were written, theirs on the half kept
aside ({cases}), by the same rule; the two halves are drawn alike, and our own figure for the
other half is not known to us. A dash: the tool does not claim to read that kind in Italian.
"""

SOURCES = """Cases and tools: {source}.

`python benchmarks/peers.py CASES.jsonl --write` measures our side again.
"""

COUNTED = """## What is counted

`of` comes from the parse where the Doc has one: the noun a number is said of (*i feriti sono 12*), modifies from afar
or shares with another number (*undici, di cui quattro*), the set it is part of, the noun a sum of money, a length or
an age measures (*una multa di 500 euro*), and how far the noun's complement reaches. Where a noun stands right beside
the number the surface pattern has found it and keeps it; without a parse the surface pattern stands alone. Against
the counted nouns written down in hand-annotated articles, 143 in all (22 November 2026), words for words: 82 by the
surface alone, 103 with the parse; the head of the noun phrase: 102 and 118. No other measure of the figures changed.
What is left are mostly nouns of an earlier clause (*i redditi conseguiti … per 250mila euro*), of lengths of time and
of ages.
"""

SPEED = """## Time

Reading the figures of 10,000 sentences of Italian news beside the spaCy pipeline's own time on the same sentences, both
in one run on one core in turns, the part of the reader that asks the parse included. As printed on 22 November 2026, on
a machine with other work to do:

```text
{printed}
```
"""

DRAWN = """## On news at random

Sentences drawn at random, among those with a digit or a number word, from some 2,900 Italian news articles nobody
annotated; every one read by eye. Wrong is a figure with another value, kind or unit than its words say, one that is
missed, or something that is no figure; what was wrong was mended as a family before the next hundred was drawn (the
hundreds 6002 and 6003 were read together). One reader judged, who also writes the rules.
"""


def examples() -> list[dict[str, Any]]:
    """The rows of examples.toml."""
    text = files("claimcheck.kinds.figures").joinpath("examples.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["example"]
    return rows


def told(figure: Figure) -> str:
    """A figure in one line of code font: `money 3500000..3500000 EUR`."""
    bounds = [("null" if v is None else f"{v:.12g}") for v in (figure.low, figure.high)]
    timed = figure.kind in ("date", "year", "time")
    parts: list[str] = [figure.kind]
    if not timed:
        parts.append(bounds[0] if bounds[0] == bounds[1] else "..".join(bounds))
    parts += ["about"] * figure.approx
    parts += [figure.unit] if figure.unit else []
    parts += [f"of {figure.of}"] if figure.of else []
    parts += [figure.timex or "unresolved"] if timed or figure.timex else []
    return f"`{' '.join(parts)}`"


def families() -> Iterator[str]:
    """A table row for every group: its first example that has figures, and how they are read now."""
    blank, parser = spacy.blank("it"), load(None).nlp
    seen: set[str] = set()
    for row in examples():
        if row["group"] in seen or row["group"].startswith(NEGATIVE) or "[[" not in row["text"]:
            continue
        seen.add(row["group"])
        doc = (parser if row.get("parsed") else blank)(MARKS.sub("", row["text"]))
        doc._.set(PUBLISHED, row.get("published"))
        shown = row["text"].replace("[[", "**").replace("]]", "**")
        on = f" *({row['published']})*" if row.get("published") else ""
        read = "<br>".join(told(claim.figure) for claim in match(doc) if claim.figure)
        yield f"| {row['group']} | {shown}{on} | {read} |"


def left_alone() -> Iterator[str]:
    """A list item for every group of hard negatives."""
    seen: set[str] = set()
    for row in examples():
        group = row["group"].removeprefix(NEGATIVE)
        if row["group"].startswith(NEGATIVE) and group not in seen:
            seen.add(group)
            yield f"- {group}: {row['text']}"


def share(row: Mapping[str, int] | None) -> str:
    """A share to three digits, a dash where there is none."""
    return f"{row['right'] / row['of']:.3f}" if row else "–"


def beside(ours: Mapping[str, Mapping[str, int]], peers: Mapping[str, Any]) -> Iterator[str]:
    """The table of shares, one reader a row."""
    yield f"| reader | {' | '.join(NAMES.get(k, k) for k in KINDS)} |"
    yield f"|---|{'---|' * len(KINDS)}"
    yield f"| **claimcheck** | {' | '.join(share(ours.get(k)) for k in KINDS)} |"
    for peer in peers["peer"]:
        yield f"| {peer['name']} | {' | '.join(f'{peer[k]:.3f}' if k in peer else '–' for k in KINDS)} |"


def drawn(draws: Mapping[str, Any]) -> Iterator[str]:
    """The table of random draws."""
    yield "| draw | sentences | figures | wrong or missed | error rate |"
    yield "|---|---|---|---|---|"
    for draw in draws["draw"]:
        rate = draw["wrong"] / draw["figures"]
        yield f"| seed {draw['seed']} | {draw['sentences']} | {draw['figures']} | {draw['wrong']} | {rate:.1%} |"


def page() -> str:
    """The whole page."""
    ours = json.loads((DOCS / "suite.json").read_text(encoding="utf-8"))
    peers = tomllib.loads((DOCS / "peers.toml").read_text(encoding="utf-8"))
    draws = tomllib.loads((DOCS / "draws.toml").read_text(encoding="utf-8"))
    negatives = sum(row["group"].startswith(NEGATIVE) for row in examples())
    total = sum(row["of"] for row in ours.values())
    table = ["| family | sentence | read as |", "|---|---|---|", *families()]
    return "\n".join(
        [
            HEAD,
            "## What is read\n",
            *table,
            "",
            LEFT_ALONE.format(count=negatives),
            *left_alone(),
            "",
            BESIDE.format(total=total, cases=peers["cases"]),
            *beside(ours, peers),
            "",
            SOURCES.format(source=peers["source"]),
            COUNTED,
            SPEED.format(printed=(DOCS / "figures-speed.txt").read_text(encoding="utf-8").rstrip()),
            DRAWN,
            *drawn(draws),
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(page())
