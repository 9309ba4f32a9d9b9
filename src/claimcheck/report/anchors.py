"""Addresses inside a document: the same for an article and a claim whatever else is compared."""

from urllib.parse import quote, urlsplit

from claimcheck.model import Alignment, ClaimRef


def fact_anchor(alignment: Alignment) -> str:
    """The address of a fact."""
    return f"fact-{alignment.id}"


def claim_anchor(ref: ClaimRef) -> str:
    """The address of a claim."""
    return f"claim-{quote(ref.article, safe='')}-{ref.claim}"


def article_anchor(key: str) -> str:
    """The address of an article, given its id."""
    return f"article-{quote(key, safe='')}"


def web(url: str | None) -> str:
    """An address that a reader may follow, empty for anything but http and https."""
    try:
        return url.strip() if url and urlsplit(url.strip()).scheme in ("http", "https") else ""
    except ValueError:
        return ""
