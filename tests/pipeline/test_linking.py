"""Figures carry the attribution of the statement around them; a conditional hedges those of an indirect one."""

import pytest

from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure
from claimcheck.pipeline.linking import link

TEXT = "Il sindaco ha detto che i danni ammonterebbero a 3 milioni."


def claim(kind: ClaimKind, words: str, attribution: Attribution | None = None, **evidence: str) -> Claim:
    start = TEXT.index(words)
    figure = Figure("money", 3e6, 3e6, unit="EUR") if kind == "figure" else None
    end = start + len(words)
    return Claim(kind, start, end, words, (0, len(TEXT)), attribution=attribution, figure=figure, evidence=evidence)


@pytest.mark.parametrize(("kind", "stance"), [("attribution", "hedged"), ("quote", "asserted")])
def test_a_conditional_hedges_within_an_indirect_statement_only(kind: ClaimKind, stance: str) -> None:
    holder = claim(kind, "i danni ammonterebbero a 3 milioni", Attribution("sindaco"))
    figure = claim("figure", "3 milioni", conditional="ammonterebbero")
    linked = link(Article("a", TEXT), [holder, figure])
    assert [c.attribution and (c.attribution.source, c.attribution.stance) for c in linked] == [
        ("sindaco", "asserted"),
        ("sindaco", stance),
    ]
