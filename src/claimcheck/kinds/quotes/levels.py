"""How two quotes of one statement relate: the ordered levels, first that applies wins."""

from claimcheck.italian.sameness import homes, is_medium, same_source, share_source, speaks_for
from claimcheck.italian.stems import content
from claimcheck.italian.wording import change, contrary, part_of, plain, strengths, within
from claimcheck.kinds.base import Details, Kind, Level, Side, outlets
from claimcheck.kinds.wordings import (
    addition,
    comparable,
    relayed,
    respelt_name,
    respelt_speaker,
    said,
    speaker,
    wording,
)

_RIVAL_WORDS = 4
_TRANSLATED = 0.5


def _same_words(a: Side, b: Side) -> bool:
    return plain(a.claim.text) == plain(b.claim.text)


def _kin(a: Side, b: Side) -> bool:
    """True if one speaker speaks for the other or merely passes on the words."""
    one, other = speaker(a), speaker(b)
    return is_medium(one) or is_medium(other) or speaks_for(one, other, a.article.text, b.article.text)


def _strangers(a: Side, b: Side) -> bool:
    """True for two named speakers; a description (`l'accordo`, `i russi`) may mean the other one."""
    one, other = speaker(a) or "", speaker(b) or ""
    named = any(c.isupper() for c in one) and any(c.isupper() for c in other)
    return named and not same_source(one, other) and not share_source(one, other)


def same_words(a: Side, b: Side) -> Details | None:
    """The same words, said by the same person or by nobody else we know of."""
    return said(a, b) if _same_words(a, b) and not _strangers(a, b) else None


def relay(a: Side, b: Side) -> Details | None:
    """The same words, or a part of them, once of a person and once of the agency that carried them."""
    alike = _same_words(a, b) or within(a.claim.text, b.claim.text) or within(b.claim.text, a.claim.text)
    return relayed(a, b) if alike else None


def near_speaker(a: Side, b: Side) -> Details | None:
    """The same words of a leader and of his country, or through an agency."""
    return said(a, b) if _same_words(a, b) and _kin(a, b) else None


def other_speaker(a: Side, b: Side) -> Details | None:
    """The same sentence, long enough not to be a coincidence, given to two different speakers, each found for sure."""
    if not (_same_words(a, b) and _strangers(a, b) and _sure(a) and _sure(b)):
        return None
    return said(a, b) if len(content(a.claim.text)) >= _RIVAL_WORDS else None


def _sure(side: Side) -> bool:
    """True unless the rule that found the speaker is one that may be wrong."""
    return side.claim.evidence.get("confidence", "high") == "high"


def shared_phrase(a: Side, b: Side) -> Details | None:
    """A short phrase that two speakers use."""
    return said(a, b) if _same_words(a, b) else None


def reversed_words(a: Side, b: Side) -> Details | None:
    """One quote of one speaker whose two renderings differ by a negation, an opposite or a number."""
    if _strangers(a, b) or not (speaker(a) and speaker(b)):
        return None
    what = change(a.claim.text, b.claim.text)
    return said(a, b, what=what) if what else None


def hardened(a: Side, b: Side) -> Details | None:
    """One quote of one speaker in which one side has him go further: `mai` and `per ora`."""
    if _strangers(a, b) or not (speaker(a) and speaker(b)):
        return None
    pair = strengths(a.claim.text, b.claim.text)
    return said(a, b, what=f"{pair[0]} / {pair[1]}") if pair else None


def translation(a: Side, b: Side) -> Details | None:
    """One statement of a foreign speaker in two Italian wordings."""
    first, second = set(content(a.claim.text)), set(content(b.claim.text))
    alike = len(first & second) >= _TRANSLATED * max(min(len(first), len(second)), 1)
    return wording(a, b) if alike and _foreign(a, b) else None


def _foreign(a: Side, b: Side) -> bool:
    """True for one speaker of one state that is not Italy."""
    one, other = speaker(a), speaker(b)
    found = homes(one, a.article.text) | homes(other, b.article.text)
    return same_source(one, other) and len(found) == 1 and "italia" not in found


def cut(a: Side, b: Side) -> Details | None:
    """One quote stands word for word inside the other."""
    if _strangers(a, b) and not _kin(a, b):
        return None
    if part_of(a.claim.text, b.claim.text):
        return said(a, b, short=a.claim.text, **outlets(a, b))
    return said(a, b, short=b.claim.text, **outlets(b, a)) if part_of(b.claim.text, a.claim.text) else None


def opposed(a: Side, b: Side) -> Details | None:
    """One says what another denies, in the same words: two opinions."""
    return (
        said(a, b)
        if _strangers(a, b) and contrary(a.claim.text, b.claim.text) and change(a.claim.text, b.claim.text)
        else None
    )


def strangers(a: Side, b: Side) -> Details | None:
    """Much the same words of two different speakers."""
    return (
        said(a, b)
        if _strangers(a, b) and not speaks_for(speaker(a), speaker(b), a.article.text, b.article.text)
        else None
    )


LEVELS = (
    Level(
        "name",
        "agree",
        "name",
        respelt_speaker,
        "Le stesse parole, «{a}»; di chi parla si scrive {left} e {right}.",
        "The same words, “{a}”; the speaker is spelt {left} and {right}.",
    ),
    Level("equal", "agree", None, same_words, "Le stesse parole: «{a}».", "The same words: “{a}”."),
    Level(
        "via",
        "compatible",
        "speaker",
        relay,
        "Le parole di {voice} («{a}»), che una fonte attribuisce a chi le ha riportate: {medium}.",
        "The words of {voice} (“{a}”), which one source gives to those who passed them on: {medium}.",
    ),
    Level(
        "spokesman",
        "compatible",
        "speaker",
        near_speaker,
        "Le stesse parole, «{a}», attribuite a {left} e a {right}: l'uno parla per l'altro.",
        "The same words, “{a}”, given to {left} and to {right}: one speaks for the other.",
    ),
    Level(
        "speaker",
        "conflict",
        "speaker",
        other_speaker,
        "Le stesse parole, «{a}», sono attribuite a {left} da una fonte e a {right} dall'altra.",
        "The same words, “{a}”, are given to {left} by one source and to {right} by the other.",
    ),
    Level(
        "phrase",
        "compatible",
        "speaker",
        shared_phrase,
        "«{a}» è attribuito a {left} e a {right}.",
        "“{a}” is given to {left} and to {right}.",
    ),
    Level(
        "negation",
        "conflict",
        "wording",
        reversed_words,
        "«{a}» e «{b}» si contraddicono: {what}.",
        "“{a}” and “{b}” contradict each other: {what}.",
    ),
    Level(
        "wording",
        "conflict",
        "wording",
        hardened,
        "«{a}» e «{b}»: non è la stessa dichiarazione ({what}).",
        "“{a}” and “{b}”: not the same statement ({what}).",
    ),
    Level(
        "name",
        "compatible",
        "name",
        respelt_name,
        "Le stesse parole; un nome è scritto in due modi: {one} / {other}.",
        "The same words; a name is spelt in two ways: {one} / {other}.",
    ),
    Level(
        "cut",
        "compatible",
        "wording",
        cut,
        "«{short}» è una parte della citazione: {other} la riporta più a lungo.",
        "“{short}” is part of the quote: {other} gives more of it.",
    ),
    Level(
        "opposed",
        "compatible",
        "speaker",
        opposed,
        "{left} («{a}») e {right} («{b}») dicono il contrario.",
        "{left} (“{a}”) and {right} (“{b}”) say the opposite.",
    ),
    Level(
        "speaker",
        "compatible",
        "speaker",
        strangers,
        "Parole simili attribuite a {left} («{a}») e a {right} («{b}»).",
        "Similar words given to {left} (“{a}”) and to {right} (“{b}”).",
    ),
    Level(
        "addition",
        "compatible",
        "wording",
        addition,
        "La stessa dichiarazione, a cui {outlet} aggiunge «{more}».",
        "The same statement, to which {outlet} adds “{more}”.",
    ),
    Level(
        "translation",
        "compatible",
        "wording",
        translation,
        "La stessa dichiarazione di {left}, tradotta in due modi: «{only_a}» ({outlet}) / «{only_b}» ({other}).",
        "The same statement of {left}, translated in two ways: “{only_a}” ({outlet}) / “{only_b}” ({other}).",
    ),
    Level(
        "wording",
        "compatible",
        "wording",
        wording,
        "La stessa dichiarazione in parole diverse: «{only_a}» ({outlet}) / «{only_b}» ({other}).",
        "The same statement in other words: “{only_a}” ({outlet}) / “{only_b}” ({other}).",
    ),
)

KIND = Kind("quote", comparable, LEVELS)
