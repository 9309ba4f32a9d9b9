"""What one kind owes another: figures carry the attribution of the statement around them; chrome is marked."""

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.model import Article, Attribution, Claim


def link(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of one article, in order, with furniture marked and figures attributed to what holds them."""
    ordered = sorted(claims, key=lambda c: (c.start, -c.end, c.kind))
    holders = [c for c in ordered if c.kind != "figure" and c.attribution is not None]
    linked = []
    for claim in ordered:
        if claim.kind == "figure" and claim.attribution is None:
            claim = replace(claim, attribution=_attribution(claim, holders))
        linked.append(replace(claim, furniture=article.is_furniture(claim.start, claim.end)))
    return tuple(linked)


def _attribution(figure: Claim, holders: list[Claim]) -> Attribution | None:
    """That of the smallest statement around the figure; a conditional hedges it, not within somebody's own words."""
    inside = [h for h in holders if h.start <= figure.start and figure.end <= h.end]
    holder = min(inside, key=lambda h: (h.end - h.start, h.start), default=None)
    conditional = "conditional" in figure.evidence
    if holder is None or holder.attribution is None:
        return Attribution(stance="hedged") if conditional else None
    hedged = conditional and holder.kind == "attribution" and holder.attribution.stance == "asserted"
    return replace(holder.attribution, stance="hedged") if hedged else holder.attribution
