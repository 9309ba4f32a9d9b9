"""What stands around a figure and bears on it: a conditional of hearsay, a quotation that holds a relative day."""

from collections.abc import Mapping

from claimcheck.kinds.figures.scan import Found, Scan, word_set

_CONDITIONAL = ("rebbe", "rebbero")
_REACH = 15
_RELATIVE = frozenset({"day from publication", "weekday", "relative time", "time ago", "time from now"})


def surroundings(scan: Scan, found: Found) -> Mapping[str, str]:
    """Evidence beyond the rule: `conditional`, the verb that hedges the figure; `quoted`, what a relative day rests on.

    Inside a quotation the day of speaking is not the day of publication; the day given is the one counted from
    publication, and `quoted` says so.
    """
    evidence = {}
    verb = _conditional(scan, found.start)
    if verb:
        evidence["conditional"] = verb
    if found.rule in _RELATIVE and found.figure.timex and _quoted(scan.text, scan.tokens[found.start].start):
        evidence["quoted"] = "counted from publication"
    return evidence


def _conditional(scan: Scan, i: int) -> str | None:
    """`ammonterebbe` in `il danno ammonterebbe a 3 milioni`; none where `se` makes it a condition."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        token = scan.tokens[k]
        if scan.tokens[k + 1].breaks or token.key in ".;:!?":
            return None
        if token.key.endswith(_CONDITIONAL) and token.key not in word_set("conditional", "wishes"):
            said = (t.key for t in scan.sentence(i))
            return None if word_set("conditional", "conditions").intersection(said) else token.text
    return None


def _quoted(text: str, start: int) -> bool:
    """True if a quotation mark stands open before the offset in its paragraph."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.count('"') % 2 == 1 or any(before.rfind(o) > before.rfind(c) for o, c in ("“”", "«»"))
