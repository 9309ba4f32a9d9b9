"""What one kind owes another: figures inside a reported statement carry its attribution; chrome is marked."""

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.model import Article, Claim


def link(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of one article, in order, with furniture marked and figures attributed to what holds them."""
    ordered = sorted(claims, key=lambda c: (c.start, -c.end, c.kind))
    holders = [c for c in ordered if c.kind != "figure" and c.attribution is not None]
    linked = []
    for claim in ordered:
        if claim.kind == "figure" and claim.attribution is None:
            inside = [h for h in holders if h.start <= claim.start and claim.end <= h.end]
            holder = min(inside, key=lambda h: (h.end - h.start, h.start), default=None)
            claim = replace(claim, attribution=holder.attribution if holder else None)
        linked.append(replace(claim, furniture=article.is_furniture(claim.start, claim.end)))
    return tuple(linked)
