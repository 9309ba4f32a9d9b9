"""What `explain` does: find the claims that are meant, ask for their reasons, write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cli.options import InfoFormat, Lang
from claimcheck.cli.output import screen
from claimcheck.cli.places import places
from claimcheck.cli.pointing import claim_of, claims_at
from claimcheck.explaining import Explainer
from claimcheck.model import ClaimRef, Comparison, Reading
from claimcheck.report.ranking import gravity, importance

Two = tuple[ClaimRef, ClaimRef]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be explained, as given on the command line; all None for every conflict."""

    claim: str | None = None
    pair: tuple[str, str] | None = None
    at: str | None = None


def render(
    readings: Sequence[Reading], asked: Asked, chosen: InfoFormat, lang: Lang, output: Path | None, label: str
) -> str:
    """The reasons as a report or a JSON document; ClaimError when a claim asked for cannot be told."""
    explainer = Explainer(readings, lang.value)
    claims, pairs = _meant(readings, asked, lang)
    reasons = [explainer.pair(*pair) for pair in pairs]
    if chosen is InfoFormat.json:
        from claimcheck.report.explained import explain_document
        from claimcheck.report.json import dump

        known = sorted({*claims, *(ref for pair in pairs for ref in pair)})
        return dump(explain_document([explainer.claim(ref) for ref in known], reasons, lang.value, label))
    from claimcheck.report.terminal.canvas import Page
    from claimcheck.report.terminal.explain import explain_report
    from claimcheck.report.words import Words

    width, colour = screen(output)
    page = Page(Words(lang.value), width, colour, places(readings) if colour else {})
    note = "nothing" if len(readings) > 1 else "one_article"
    return explain_report([explainer.claim(ref) for ref in claims], reasons, page, note)


def _meant(readings: Sequence[Reading], asked: Asked, lang: Lang) -> tuple[list[ClaimRef], list[Two]]:
    """The claims and pairs asked for; without any, the pairs in conflict."""
    claims = [claim_of(readings, asked.claim)] if asked.claim is not None else []
    claims += claims_at(readings, asked.at) if asked.at is not None else []
    if asked.pair is not None:
        one, other = (claim_of(readings, words) for words in asked.pair)
        return claims, [(one, other)]
    if claims:
        return claims, []
    from claimcheck.comparison import compare

    return [], conflicts(compare(readings, lang.value))


def conflicts(comparison: Comparison) -> list[Two]:
    """The pairs in conflict, the gravest first, then those inside one article."""
    found = sorted(comparison.alignments, key=importance)
    across = [pair for alignment in found for pair in sorted(alignment.pairs, key=gravity)]
    return [(p.a, p.b) for p in (*across, *comparison.findings) if p.relation == "conflict"]
