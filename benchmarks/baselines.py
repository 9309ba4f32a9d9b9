"""Two usual ways to find quotes, beside claimcheck, on one gold folder: `python benchmarks/baselines.py GOLD`.

GOLD holds `<id>.txt` and `<id>.json` (keys `quotes` and `attributions`), in it or in folders of it. Both baselines are
small ports of the idea, with claimcheck's own list of Italian reporting verbs and its pipeline's parse:

- textacy style (textacy.extract.direct_quotations): marks paired in the order they come; the reporting verb nearest to
  the quote in the sentences it touches; the speaker is that verb's subject in the parse. An odd mark ends the text.
- Gender Gap style (GenderGapTracker, English): any pair of marks around 4 to 99 words with a reporting verb within five
  words; clauses under a reporting verb; according to X. The speaker is the subject's subtree, or the nearest name.

A quote counts as found when it overlaps an annotated one by half (intersection over union). A speaker counts as right
when answer and annotated name (or another the annotator accepts) share a word of three letters: kind to the baselines,
which resolve no name to a fuller one.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from gold import Item, annotated
from spacy.tokens import Doc, Token

from claimcheck.italian.cues import cue_forms
from claimcheck.italian.text import words
from claimcheck.model import Article
from claimcheck.pipeline import load

Found = list[tuple[int, int, str | None]]

_MARK = re.compile(r"[“”«»\"„]")
_PAIR = re.compile(r"[“«\"„]([^“”«»\"„\n]+)[”»\"“]")
_NEAR = 5  # words between a quote and its verb
_FEWEST, _MOST = 4, 99  # words of a quote
_HALF = 0.5
_WORD = 3  # letters of a word that tells one name from another


def reporting(token: Token) -> bool:
    """True for a form of a reporting verb that the parse calls a verb."""
    return token.pos_ == "VERB" and token.lower_ in cue_forms()


def subject(verb: Token) -> str | None:
    """The words of a verb's subject in the parse."""
    child = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return None if child is None else " ".join(t.text for t in child.subtree)


def textacy_style(doc: Doc) -> Found:
    """Marks one and two, three and four …; the nearest reporting verb; its subject."""
    places = [m.start() for m in _MARK.finditer(doc.text)]
    if len(places) % 2:
        return []  # textacy raises an error here
    found: Found = []
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        quote = doc.char_span(opening + 1, closing, alignment_mode="expand")
        if quote is None or closing - opening < 2:
            continue
        around = doc[quote[0].sent.start : quote[-1].sent.end]
        verbs = [t for t in around if reporting(t) and not quote.start <= t.i < quote.end]
        verb = min(verbs, key=lambda t: min(abs(t.i - quote.start), abs(t.i - quote.end)), default=None)
        if verb is not None:
            found.append((opening + 1, closing, subject(verb)))
    return found


def gender_gap_style(doc: Doc) -> Found:
    """Any marks with a reporting verb close by; the verb's subject, else the nearest name of a person."""
    found: Found = []
    for match in _PAIR.finditer(doc.text):
        quote = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        if quote is None or not _FEWEST <= len(quote) <= _MOST:
            continue
        near = [*doc[max(0, quote.start - _NEAR - 1) : quote.start], *doc[quote.end : quote.end + _NEAR + 1]]
        verb = next((t for t in near if reporting(t)), None)
        if verb is None:
            continue
        people = [e for e in verb.sent.ents if e.label_ == "PER" and not quote.start <= e.start < quote.end]
        nearest = min(people, key=lambda e: abs(e.start - verb.i), default=None)
        found.append((match.start(1), match.end(1), subject(verb) or (nearest.text if nearest else None)))
    return found


def clauses(doc: Doc) -> Found:
    """Gender Gap style, indirect: a clause under a reporting verb, a sentence with secondo and a noun."""
    found: Found = []
    for token in doc:
        if token.dep_ == "ccomp" and reporting(token.head):
            content = [t for t in token.subtree if t.lower_ not in ("che", ",")]
            found.append((content[0].idx, content[-1].idx + len(content[-1]), subject(token.head)))
        elif token.lower_ == "secondo" and token.dep_ == "case":
            source = list(token.head.subtree)
            rest = [t for t in token.sent if t.i > source[-1].i and not t.is_punct]
            if rest:
                found.append((rest[0].idx, rest[-1].idx + len(rest[-1]), " ".join(t.text for t in source[1:])))
    return found


def overlap(item: Item, start: int, end: int) -> float:
    """Intersection over union of an annotated span and a found one."""
    common = min(item["end"], end) - max(item["start"], start)
    return float(max(common, 0) / (max(item["end"], end) - min(item["start"], start)))


def same(item: Item, key: str, answer: str | None) -> bool:
    """True if the answer is a name the annotator accepts, by a word they share."""
    others = item.get(f"{key}_alt") or []
    accepted = [item[key], *(others if isinstance(others, list) else [others])]
    return any(bool(_content(name) & _content(answer)) or (name is None and answer is None) for name in accepted)


def _content(name: str | None) -> set[str]:
    return {word for word in words(name or "") if len(word) >= _WORD}


def measure(pairs: list[tuple[list[Item], Found]], key: str) -> str:
    """F1, precision and recall of the spans, and how many speakers of the found ones are right."""
    right = extra = missed = named = asked = 0
    for items, found in pairs:
        rest = list(found)
        for item in items:
            best = max(rest, key=lambda f: overlap(item, f[0], f[1]), default=None)
            if best is None or overlap(item, best[0], best[1]) < _HALF:
                missed += 1
                continue
            rest.remove(best)
            right += 1
            if item[key]:
                asked += 1
                named += same(item, key, best[2])
        extra += len(rest)
    f1 = 2 * right / max(2 * right + extra + missed, 1)
    precision, recall = right / max(right + extra, 1), right / max(right + missed, 1)
    return (
        f"F1 {f1:.2f}  precision {precision:.2f}  recall {recall:.2f}  who {named}/{asked} {named / max(asked, 1):.2f}"
    )


def main(folder: Path) -> None:
    """Print one line a system."""
    pipeline = load(None)
    articles = list(annotated(folder, everywhere=True))
    docs = [pipeline.nlp(article.text) for article in articles]

    def ours(kind: str) -> list[Found]:
        readings = (pipeline.extract(Article(article.name, article.text)) for article in articles)
        return [[(c.start, c.end, c.attribution.source if c.attribution else None)
                 for c in reading.claims if c.kind == kind] for reading in readings]  # fmt: skip

    def run(find: Callable[[Doc], Found]) -> list[Found]:
        return [find(doc) for doc in docs]

    quotes, statements = ([article.items[key] for article in articles] for key in ("quotes", "attributions"))
    rows: tuple[tuple[str, list[list[Item]], list[Found], str], ...] = (
        ("quotes, textacy style", quotes, run(textacy_style), "speaker"),
        ("quotes, Gender Gap style", quotes, run(gender_gap_style), "speaker"),
        ("quotes, claimcheck", quotes, ours("quote"), "speaker"),
        ("statements, Gender Gap style", statements, run(clauses), "source"),
        ("statements, claimcheck", statements, ours("attribution"), "source"),
    )
    print(f"{len(articles)} articles, {sum(map(len, quotes))} quotes, {sum(map(len, statements))} statements")
    for name, wanted, found, key in rows:
        print(f"{name:29} {measure(list(zip(wanted, found, strict=True)), key)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
