"""Two reported statements of one fact side by side: each test gives the words of its explanation, or None."""

import re

from claimcheck.italian.places import once, places, tie
from claimcheck.italian.sameness import homes, is_medium, same_source, share_source, speaks_for
from claimcheck.italian.stems import content, stem
from claimcheck.italian.wording import contrary, has_negation, negated, open_ended, opening, opposites, plain
from claimcheck.kinds.base import Details, Side, outlets
from claimcheck.kinds.wordings import relayed, said, same_day
from claimcheck.model import Attribution

_MUCH_MORE = 1.7
_SAME = 0.6
_HALF = 0.35
_NEARLY = 0.75
_LONG = 45  # content words
_BEFORE = 600  # characters in which a denial finds what it denies
_TOLD = 3
_NAMED = 2
_NONE = Attribution()
_CONDITIONAL = re.compile(
    r"\b(?:avrebbe|avrebbero|sarebbe|sarebbero)\b(?:\s+(?:stat\w|anche|già|poi))*"
    r"\s+(\w+(?:[aeiou]s|at|ut|it|ss|st|tt|rs|rt|lt|nt|ns)[oaie])\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


def _attribution(side: Side) -> Attribution:
    return side.claim.attribution or _NONE


def _same(a: Side, b: Side) -> bool:
    one, other = _attribution(a).source, _attribution(b).source
    return same_source(one, other) or share_source(one, other)


def _strangers(a: Side, b: Side) -> bool:
    one, other = _attribution(a).source, _attribution(b).source
    return bool(one and other) and not _same(a, b)


def _share(a: Side, b: Side) -> float:
    """The share of the shorter statement's words found in the longer one."""
    first, second = set(content(a.claim.text)), set(content(b.claim.text))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def denial(a: Side, b: Side) -> Details | None:
    """One named source denies what another asserts, in its own words or as `these accusations`."""
    stances = {_attribution(a).stance, _attribution(b).stance}
    if "denied" not in stances or len(stances) == 1 or _same(a, b):
        return None
    denier, asserter = (a, b) if _attribution(a).stance == "denied" else (b, a)
    who, whom = _attribution(denier).source, _attribution(asserter).source
    if not (who and whom) or has_negation(asserter.claim.text) or not _brief(a, b):
        return None
    least = min(len(content(side.claim.text)) for side in (a, b))
    named = least >= _NAMED and _share(a, b) >= _NEARLY
    meant = named or (len(content(denier.claim.text)) <= _NAMED and _refers(denier, asserter))
    return said(a, b, who=who, whom=whom, claim=opening(asserter.claim.text)) if meant else None


def reversal_of_stance(a: Side, b: Side) -> Details | None:
    """One source confirms and denies the same, on one day."""
    return _own_denial(a, b) if same_day(a, b) else None


def changed_stance(a: Side, b: Side) -> Details | None:
    """One source affirms on one day what it denies on another."""
    return _own_denial(a, b)


def _own_denial(a: Side, b: Side) -> Details | None:
    if {_attribution(a).stance, _attribution(b).stance} != {"asserted", "denied"} or not _same(a, b):
        return None
    if (
        any(has_negation(side.claim.text) for side in (a, b))
        or min(len(content(s.claim.text)) for s in (a, b)) < _NAMED
    ):
        return None
    who = _attribution(a).source or ""
    return said(a, b, who=who, claim=opening(a.claim.text)) if _share(a, b) >= _NEARLY and _brief(a, b) else None


def elsewhere(a: Side, b: Side) -> Details | None:
    """One event, told in the same words, in two places that lie apart."""
    pair = _two_places(a, b)
    return said(a, b, one=pair[0], other=pair[1]) if pair and tie(*pair) == "apart" and _same_event(a, b) else None


def place(a: Side, b: Side) -> Details | None:
    """The same statement with a place and one that holds it: `a Palermo` and `in Sicilia`."""
    pair = _two_places(a, b)
    ties = tie(*pair) if pair else None
    if pair is None or ties not in ("holds", "inside"):
        return None
    inner, outer = pair if ties == "inside" else pair[::-1]
    return said(a, b, inner=inner, outer=outer)


def _two_places(a: Side, b: Side) -> tuple[str, str] | None:
    """The one place named by each of two statements that are much the same otherwise."""
    first, second = places(a.claim.text), places(b.claim.text)
    if len(first) != 1 or len(second) != 1 or first == second or negated(a.claim.text) != negated(b.claim.text):
        return None
    left = set(content(a.claim.text)) - set(content(first[0]))
    right = set(content(b.claim.text)) - set(content(second[0]))
    alike = left & right and len(left & right) >= _NEARLY * min(len(left), len(right))
    return (first[0], second[0]) if alike else None


def _same_event(a: Side, b: Side) -> bool:
    return once(a.claim.text) and once(b.claim.text)


def _brief(a: Side, b: Side) -> bool:
    """True for statements of a sentence or two; in longer ones another fact is easily hit."""
    return max(len(content(a.claim.text)), len(content(b.claim.text))) <= _LONG


def _refers(denier: Side, asserter: Side) -> bool:
    """True if the sentences before a short denial tell what the other side asserts."""
    begin = denier.claim.sentence[0]
    before = denier.article.text[max(begin - _BEFORE, 0) : denier.claim.sentence[1]]
    return len(set(content(asserter.claim.text)) & set(content(before))) >= _TOLD


def negation(a: Side, b: Side) -> Details | None:
    """One statement negates the other in nearly the same words; of one source a few words are enough."""
    first, second = a.claim.text, b.claim.text
    if not contrary(first, second) or _share(a, b) < _SAME or _attribution(a).stance != _attribution(b).stance:
        return None
    if not same_day(a, b) and (open_ended(first) or open_ended(second)):
        return None
    one, other = set(content(first)), set(content(second))
    whole = _same(a, b) and (one <= other or other <= one) and len(one & other) >= _NAMED
    return said(a, b) if (whole or len(one & other) >= 3) and len(one ^ other) <= 4 else None


def reversal(a: Side, b: Side) -> Details | None:
    """Two statements that are alike but for two opposite words."""
    pair = opposites(a.claim.text, b.claim.text)
    if pair is None or _share(a, b) < _SAME or len(set(content(a.claim.text)) & set(content(b.claim.text))) < 3:
        return None
    return said(a, b, one=pair[0], other=pair[1])


def hedge(a: Side, b: Side) -> Details | None:
    """One reports as fact what the other reports with reserve: `ha regalato` and `avrebbe regalato`."""
    stances = {_attribution(a).stance, _attribution(b).stance}
    if stances != {"asserted", "hedged"} or _rivals(a, b) or not _same_act(a, b):
        return None
    sure, unsure = (a, b) if _attribution(a).stance == "asserted" else (b, a)
    return said(a, b, sure=sure.claim.text, unsure=unsure.claim.text, **outlets(sure, unsure))


def _rivals(a: Side, b: Side) -> bool:
    """True for two sources of different names or states: each answers for its own words, and neither paper for both.

    A medium may have passed on the other's words, and a description (`fonti locali`) may mean anybody.
    """
    one, other = _attribution(a).source, _attribution(b).source
    states = homes(one, a.article.text), homes(other, b.article.text)
    if all(states) and not states[0] & states[1]:
        return True
    named = all(source and any(c.isupper() for c in source) for source in (one, other))
    if not named or _same(a, b) or is_medium(one) or is_medium(other) or relayed(a, b):
        return False
    return not speaks_for(one, other, a.article.text, b.article.text)


def _same_act(a: Side, b: Side) -> bool:
    """True if the verb under the conditional is the one the other side uses, and they share what it acts on.

    What the other side merely quotes it does not vouch for.
    """
    unsure, sure = (a, b) if _attribution(a).stance == "hedged" else (b, a)
    if _CONDITIONAL.search(_with_cue(sure)):
        return False
    acts = {stem(match[1]) for match in _CONDITIONAL.finditer(_with_cue(unsure))}
    told = content(_QUOTED.sub(" ", _with_cue(sure)))
    shared = set(content(a.claim.text)) & set(content(b.claim.text))
    return bool(acts & set(told)) and len(shared - acts) >= 2 and _share(a, b) >= _HALF and _brief(a, b)


def _with_cue(side: Side) -> str:
    cue = _attribution(side).cue
    return f"{cue.text if cue else ''} {side.claim.text}"


def relay(a: Side, b: Side) -> Details | None:
    """The same statement, once of a person and once of the agency that carried it."""
    return relayed(a, b) if _share(a, b) >= _SAME else None


def same_statement(a: Side, b: Side) -> Details | None:
    """The same words of the same source, or both deny the same."""
    if _strangers(a, b):
        return None
    alike = plain(a.claim.text) == plain(b.claim.text) or (
        len(content(a.claim.text)) <= 2 >= len(content(b.claim.text))
    )
    return said(a, b) if alike and _attribution(a).stance == _attribution(b).stance else None


def confirmed(a: Side, b: Side) -> Details | None:
    """The same statement through another agency or paper."""
    media = is_medium(_attribution(a).source) and is_medium(_attribution(b).source)
    alike = _share(a, b) >= 0.75 and len(content(a.claim.text)) >= 4 <= len(content(b.claim.text))
    return said(a, b) if alike and media and _strangers(a, b) else None


def other_source(a: Side, b: Side) -> Details | None:
    """Two different sources say the same."""
    kin = speaks_for(_attribution(a).source, _attribution(b).source, a.article.text, b.article.text)
    return said(a, b) if _strangers(a, b) and not kin and not _detailed(a, b) and _share(a, b) < 0.35 else None


def quantities(a: Side, b: Side) -> Details | None:
    """Each gives a number that the other does not: the figures are compared on their own."""
    first = {w for w in plain(a.claim.text) if w[0].isdigit()}
    second = {w for w in plain(b.claim.text) if w[0].isdigit()}
    return said(a, b) if first - second and second - first else None


def precision(a: Side, b: Side) -> Details | None:
    """One statement says more than the other."""
    if not _detailed(a, b):
        return None
    full, brief = sorted((a, b), key=lambda side: -len(content(side.claim.text)))
    return said(a, b, full=full.claim.text, brief=brief.claim.text, **outlets(full, brief))


def _detailed(a: Side, b: Side) -> bool:
    first, second = len(content(a.claim.text)), len(content(b.claim.text))
    return max(first, second) >= _MUCH_MORE * max(min(first, second), 1)
