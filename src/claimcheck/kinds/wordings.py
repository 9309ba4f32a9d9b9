"""What quotes and attributions share when compared: who speaks, the words for explanations, the levels on wording."""

from claimcheck.italian.sameness import respelt, share_source
from claimcheck.italian.wording import added, apart, contrary, plain, respelling
from claimcheck.kinds.base import Details, Side, outlets


def comparable(a: Side, b: Side) -> bool:
    """True if both have words to compare."""
    return bool(plain(a.claim.text) and plain(b.claim.text))


def speaker(side: Side) -> str | None:
    """Who is said to have uttered or reported the words."""
    return side.claim.attribution.source if side.claim.attribution else None


def through(side: Side) -> str | None:
    """The intermediaries, joined like sources; None where there are none."""
    return "; ".join(side.claim.attribution.via) or None if side.claim.attribution else None


def relayed(a: Side, b: Side) -> Details | None:
    """What one article gives as said by somebody, the other as said by the medium that passed it on."""
    for first, second in ((a, b), (b, a)):
        named = speaker(first)
        if named and share_source(named, through(second)) and not share_source(named, speaker(second)):
            return said(a, b, medium=named, voice=speaker(second) or "")
    return None


def respelt_speaker(a: Side, b: Side) -> Details | None:
    """The same words of one person whose name is spelt in two ways."""
    same = plain(a.claim.text) == plain(b.claim.text) and respelt(speaker(a), speaker(b))
    return said(a, b) if same else None


def respelt_name(a: Side, b: Side) -> Details | None:
    """The same statement but for the spelling of one name in it."""
    pair = respelling(a.claim.text, b.claim.text)
    return said(a, b, one=pair[0], other=pair[1]) if pair else None


def same_day(a: Side, b: Side) -> bool:
    """True unless the articles are known to be of two days, between which a statement may change."""
    days = a.article.published_on, b.article.published_on
    return None in days or days[0] == days[1]


def said(a: Side, b: Side, **more: str) -> Details:
    """The words of both sides and who says them, for the templates of a level."""
    return {"a": a.claim.text, "b": b.claim.text, "left": speaker(a) or "", "right": speaker(b) or "", **more}


def addition(a: Side, b: Side) -> Details | None:
    """One statement, to which one side adds words and puts none of its own in the place of others."""
    found = added(a.claim.text, b.claim.text)
    if found is None or contrary(a.claim.text, b.claim.text):
        return None
    return said(a, b, more=found.left or found.right, **(outlets(a, b) if found.left else outlets(b, a)))


def wording(a: Side, b: Side) -> Details | None:
    """One statement in other words: translation, shortening, memory."""
    return said(a, b, **apart(a.claim.text, b.claim.text), **outlets(a, b))
