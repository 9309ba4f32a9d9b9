"""Why a claim was found and what it offers; what made two claims a pair or kept them apart, sum and tests laid open."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.explaining import ClaimReasons, PairReasons, Step, Sum
from claimcheck.kinds.base import Side
from claimcheck.model import ClaimRef, Span
from claimcheck.report.explained import Told
from claimcheck.report.passages import passage
from claimcheck.report.safe import clean
from claimcheck.report.terminal.canvas import QUIET, SECTION, TITLE, Page, hanging, paragraph
from claimcheck.report.words import Words, names

KEYS = 24
"""Keys shown of a pair or a claim."""
AT_MOST = frozenset({"days"})
"""Steps that measure what must not be more than the limit."""
PASSED, FAILED = "✓", "✗"
LABEL = 18
"""Columns of the names of facts."""


def explain_report(claims: Sequence[ClaimReasons], pairs: Sequence[PairReasons], page: Page, note: str = "") -> str:
    """The reasons as a page, claims first; `note` is the key of what is said where there is nothing to explain."""
    told = Told(page.words.lang)
    sides = [reasons.side for reasons in claims] + [side for reasons in pairs for side in (reasons.a, reasons.b)]
    called = names({side.article.id: side.article for side in sides}.values())
    return page.draw(_Why(page, told, called).parts(claims, pairs, note))


class _Why:
    def __init__(self, page: Page, told: Told, called: Mapping[str, str]) -> None:
        self.page, self.told, self.called = page, told, called
        self.words: Words = page.words

    def parts(
        self, claims: Sequence[ClaimReasons], pairs: Sequence[PairReasons], note: str
    ) -> Iterator[RenderableType]:
        yield Text(self.told["title"], style=TITLE)
        if not claims and not pairs:
            yield Text(self.told[note])
        for reasons in claims:
            yield Text("")
            yield from self._claim(reasons)
        for number, pair in enumerate(pairs, 1):
            yield Text("")
            yield from self._pair(number, pair)

    def _claim(self, reasons: ClaimReasons) -> Iterator[RenderableType]:
        t, side = self.told, reasons.side
        yield paragraph(self._place(side), 2)
        yield paragraph(self.page.passage(passage(side.article, [side.claim])), 4)
        rows = [*self._facts(side)]
        if reasons.aside:
            rows.append((t["aside"], t.label("aside_of", reasons.aside)))
        elif reasons.keys:
            rows.append((t["offers"], self._keys(reasons.keys)))
        yield self._table(rows)

    def _pair(self, number: int, reasons: PairReasons) -> Iterator[RenderableType]:
        t, level = self.told, reasons.level
        said = clean(level.explanation) if level else ""
        if reasons.paired and level:
            title = Text(f"{t.label('relation', level.relation).capitalize()}. ", style=SECTION[level.relation])
            yield hanging(f"{number}.", title.append(said, style=TITLE))
        else:
            stop = t.label("step", reasons.stopped) if reasons.stopped else ""
            yield hanging(f"{number}.", Text(f"{t['apart']}. {FAILED} {stop}", style=TITLE))
        for side in (reasons.a, reasons.b):
            yield paragraph(self._place(side), 4)
            yield paragraph(self.page.passage(passage(side.article, [side.claim])), 6)
            yield self._table([*self._facts(side)], 6)
        yield from self._reasons(reasons)
        if level and level.evidence.get("code"):
            how = " · ".join(
                [str(level.evidence["code"]), t.label("relation", level.relation), *self._type(level.type)]
            )
            yield self._heading(
                t["level" if reasons.paired else "would_be"], how if reasons.paired else f"{how}. {said}"
            )
        yield from self._closer(reasons)

    def _reasons(self, reasons: PairReasons) -> Iterator[RenderableType]:
        """Keys, sum, tests, rivals."""
        t = self.told
        if reasons.keys or reasons.sum:
            yield self._heading(t["keys"], self._keys(reasons.keys) or t["no_keys"])
        if reasons.sum:
            yield from self._sum(reasons.sum)
        yield self._heading(t["steps"])
        for step in reasons.steps:
            yield self._step(step)
        if reasons.rivals:
            yield self._heading(t["rivals"], ", ".join(map(_written, reasons.rivals)))

    def _closer(self, reasons: PairReasons) -> Iterator[RenderableType]:
        if reasons.changes:
            yield self._heading(self.told["closer"])
        for change in reasons.changes:
            text = self.told.change(change, reasons.a.claim, reasons.b.claim)
            yield paragraph(Text(f"· {text}"), 6)

    def _place(self, side: Side) -> Text:
        """`ANSA · 19 giugno 2024 · cifra o data · ansa:f-0123456789ab`."""
        facts = (self.words.day(side.article), self.told.label("kind", side.claim.kind), _written(_ref(side)))
        text = Text(self.called[side.article.id], style=TITLE)
        return self.page.linked(text.append(f" · {' · '.join(facts)}", style=QUIET), side.article, side.claim)

    def _facts(self, side: Side) -> Iterator[tuple[str, str]]:
        """The rule, and what was read out of the words."""
        t, claim = self.told, side.claim
        others = [f"{key} {value}" for key, value in claim.evidence.items() if key != "rule"]
        yield t["rule"], claim.evidence.get("rule", "")
        if claim.form:
            yield t["read"], self.words.label("form", claim.form) or claim.form
        if claim.figure:
            kind, meaning = t.label("figure_of", claim.figure.kind), self.words.meaning(claim.figure)
            yield t["read"], " · ".join(filter(None, (kind, meaning, _span(claim.figure.timex))))
            yield t["counted"], claim.figure.of or ""
        if claim.attribution:
            said = claim.attribution
            yield t["source"], " · ".join(filter(None, (said.source, _span(said.mention))))
            yield t["cue"], _span(said.cue)
            yield t["via"], ", ".join(said.via)
            yield t["stance"], t.label("stance_of", said.stance)
        yield t["evidence"], ", ".join(others)

    def _table(self, rows: Sequence[tuple[str, str]], indent: int = 4) -> RenderableType:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=LABEL)
        grid.add_column()
        for label, words in rows:
            if words:
                grid.add_row(Text(label, style=QUIET), Text(clean(words)))
        return Padding(grid, (0, 0, 0, indent))

    def _sum(self, found: Sum) -> Iterator[RenderableType]:
        """Value times weight, line by line, down to the score."""
        t = self.told
        numbers = (self._number(found.score), self._number(found.least))
        yield self._heading(t["same_fact"].format(score=numbers[0], least=numbers[1], family=found.family))
        grid = Table.grid(padding=(0, 2, 0, 0))
        for justify in ("left", "right", "right"):
            grid.add_column(justify=justify)
        for term in found.terms:
            if term.share:
                product = f"{self._number(term.value)} × {self._number(term.weight)}"
                grid.add_row(Text(t.label("feature", term.feature)), product, self._signed(term.share))
        grid.add_row(Text(t["bias"]), "", self._signed(found.bias))
        grid.add_row(Text(t["total"], style=TITLE), "", self._signed(found.total))
        yield Padding(grid, (0, 0, 0, 6))

    def _step(self, step: Step) -> RenderableType:
        text = Text(f"{PASSED if step.passed else FAILED} ", style=SECTION["agree" if step.passed else "conflict"])
        text.append(self.told.label("step", step.name), style="" if step.passed else TITLE)
        if step.value is not None and step.limit is not None:
            value, limit = self._number(step.value), self._number(step.limit)
            bound = self.told["most" if step.name in AT_MOST else "least"]
            text.append(f" ({bound.format(value=value, limit=limit)})", style=QUIET)
        return paragraph(text, 6)

    def _heading(self, title: str, words: str = "") -> RenderableType:
        return paragraph(Text(title, style=TITLE).append(f": {words}" if words else "", style="none"), 4)

    def _keys(self, keys: Sequence[str]) -> str:
        """The keys as a reader may take them: stems without the claim's kind, values and measures by name."""
        shown = list(dict.fromkeys(self._key(clean(key)) for key in keys))
        rest = [self.told.more(len(shown) - KEYS)] if len(shown) > KEYS else []
        return ", ".join([*shown[:KEYS], *rest])

    def _key(self, key: str) -> str:
        kind, *rest = key.split(" ")
        told = " ".join(word.removeprefix("=") for word in rest if word != "None")
        return f"{self.told[f'{kind}_key']} {told}" if kind in ("value", "measure") else told

    def _type(self, kind: str | None) -> list[str]:
        label = self.words.label("type", kind) if kind else None
        return [label.lower()] if label else []

    def _number(self, value: float) -> str:
        text = f"{value:.2f}".removesuffix(".00")
        return text.replace(".", ",") if self.words.lang == "it" else text

    def _signed(self, value: float) -> str:
        text = f"{value:+.2f}".replace("-", "−")
        return text.replace(".", ",") if self.words.lang == "it" else text


def _ref(side: Side) -> ClaimRef:
    return ClaimRef(side.article.id, side.claim.id)


def _written(ref: ClaimRef) -> str:
    return f"{clean(ref.article)}:{ref.claim}"


def _span(words: Span | str | None) -> str:
    """`«ha detto» [24, 32)`; a plain value as it is."""
    if isinstance(words, Span):
        return f"«{clean(words.text)}» [{words.start}, {words.end})"
    return words or ""
