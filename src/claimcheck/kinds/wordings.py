"""What quotes and attributions share when compared: who speaks, the words for explanations, the levels on wording."""

from claimcheck.italian.wording import added, apart, plain
from claimcheck.kinds.base import Details, Side, outlets


def comparable(a: Side, b: Side) -> bool:
    """True if both have words to compare."""
    return bool(plain(a.claim.text) and plain(b.claim.text))


def speaker(side: Side) -> str | None:
    """Who is said to have uttered or reported the words."""
    return side.claim.attribution.source if side.claim.attribution else None


def said(a: Side, b: Side, **more: str) -> Details:
    """The words of both sides and who says them, for the templates of a level."""
    return {"a": a.claim.text, "b": b.claim.text, "left": speaker(a) or "", "right": speaker(b) or "", **more}


def addition(a: Side, b: Side) -> Details | None:
    """One statement, to which one side adds words and puts none of its own in the place of others."""
    found = added(a.claim.text, b.claim.text)
    if found is None:
        return None
    return said(a, b, more=found.left or found.right, **(outlets(a, b) if found.left else outlets(b, a)))


def wording(a: Side, b: Side) -> Details | None:
    """One statement in other words: translation, shortening, memory."""
    return said(a, b, **apart(a.claim.text, b.claim.text), **outlets(a, b))
