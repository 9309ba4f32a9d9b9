"""What a figure counts, read from the parse: the noun its number modifies, is said of or shares with another number.

`i feriti sono 12`, `dieci gli arresti`, `i contagi passano da 320 a 450`, `13 tra medici e infermieri`,
`otto persone, di cui due gravi`. Where a noun stands right beside the number, the surface pattern has found it and the
parse says how far its complement reaches. Without a parse the surface pattern stands.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.text import fold
from claimcheck.italian.verbs import forms
from claimcheck.kinds.figures.bounds import changing_words
from claimcheck.kinds.figures.comparators import bounding_verbs
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan, word_set
from claimcheck.kinds.figures.tree import Tree

_SUBJECT = ("nsubj", "nsubj:pass")
_LEADING = frozenset({"amod", "det", "det:poss", "nummod"})
_TELLING = frozenset({"acl", "amod"})
_THOSE = frozenset({"quelli", "quelle"})
_COUNTING = frozenset({"quantity", "ordinal"})
_MEASURING = frozenset({"money", "measure", "duration", "age"})
_REACH = 250


def count_nouns(scan: Scan, tree: Tree, founds: Sequence[Found]) -> list[Found]:
    """The figures with what they count as the parse has it; other kinds than quantities and ordinals unchanged."""
    done: list[Found] = []
    for found in founds:
        if found.figure.of:
            found = _beside(scan, tree, found, done) if found.figure.kind in _COUNTING else found
        elif found.figure.kind in _MEASURING:
            found = _counting(found, _measured(scan, tree, found))
        elif found.rule == "bare number" and found.figure.kind == "quantity":
            found = _counting(found, _elsewhere(scan, tree, found, done))
        done.append(found)
    return done


def _counting(found: Found, of: str | None) -> Found:
    return replace(found, figure=replace(found.figure, of=of))


def _beside(scan: Scan, tree: Tree, found: Found, before: Sequence[Found]) -> Found:
    """The noun beside the number with its complement, the longer of the two readings.

    `di cui tre gravi` counts what was counted last; `due ben più giovani rivali` reaches over the words between.
    """
    of = found.figure.of or ""
    begin = scan.text.find(of, scan.tokens[found.start].start)
    head = tree.at(begin)
    while tree.deps[head] in _LEADING and head < tree.heads[head]:
        head = tree.heads[head]
    if tree.tags[head] == "ADJ" and _partitive(scan, found):
        return _counting(found, _last_counted(scan, found, before) or of)
    if begin < 0 or tree.starts[head] >= begin + len(of) or tree.tags[head] not in ("NOUN", "PROPN", "ADJ"):
        return found
    start, end = tree.phrase(head)
    return _counting(found, scan.text[start : max(end, begin + len(of))])


def _elsewhere(scan: Scan, tree: Tree, found: Found, before: Sequence[Found]) -> str | None:
    """The noun a number counts that does not stand right beside it, None where the parse shows none."""
    if _partitive(scan, found):
        return _last_counted(scan, found, before)
    number = tree.top(tree.at(scan.tokens[found.start].start), tree.at(scan.tokens[found.stop - 1].start))
    among = _among(tree, number)
    if among is not None:
        return _text(tree, among, joined=True)
    noun = _noun(tree, number)
    if noun is not None:
        return _text(tree, noun)
    head = tree.heads[number]
    shared = next((other for other in reversed(before) if _holds(scan, tree, other, head)), None)
    if shared:
        return shared.figure.of
    return _last_counted(scan, found, before) if _of_these(tree, head) else _those(tree, number)


def _noun(tree: Tree, number: int) -> int | None:
    """The head of what a number counts: said of it, modified by it, or the subject of the verb that brings it."""
    copula = tree.child(number, "cop")
    places = (number,) if copula is None else (number, copula)
    said_of = next((child for place in places for child in tree.children(place, *_SUBJECT)), None)
    if said_of is not None:
        return _counted(tree, said_of)
    head = tree.heads[number]
    if tree.deps[number] == "nummod" and tree.tags[head] != "VERB":
        return _modified(tree, head) if tree.child(number, "case") is None else None
    if tree.deps[number] in _SUBJECT:
        whole = _whole(tree, head, number)
        return whole if whole is not None else _predicate(tree, head)
    if tree.key(head) in _bringing():
        brought = tree.child(head, "obj") if tree.deps[number] != "obj" else None
        subject = brought if brought is not None and brought != number else tree.child(head, *_SUBJECT)
        return _counted(tree, subject) if subject is not None and subject != number else None
    return None


def _modified(tree: Tree, head: int) -> int | None:
    """The noun itself; `quattro più esperti e forti avversari` counts the noun joined to what is graded."""
    graded = tree.child(head, "advmod")
    joined = next((c for c in tree.children(head, "conj") if tree.named(c)), None) if graded is not None else None
    if joined is not None:
        return joined
    return head if tree.countable(head) else _predicate(tree, head)


def _counted(tree: Tree, noun: int) -> int | None:
    """The noun itself, or what it numbers: il numero delle vittime, il totale degli iscritti."""
    if tree.key(noun) in word_set("counting", "measures"):
        return next(filter(tree.countable, tree.children(noun, "nmod")), None)
    return noun if tree.countable(noun) else None


def _whole(tree: Tree, head: int, number: int) -> int | None:
    """dei 65 prigionieri 23 ..., su 120 candidati 45 ..., tra gli arrestati tre ...: the set a number is part of."""
    for child in tree.children(head, "obl", "nmod"):
        case = tree.child(child, "case")
        opens = case is not None and tree.key(case) in word_set("counting", "whole_of")
        if child < number and opens and tree.countable(child):
            return child
    return None


def _predicate(tree: Tree, head: int) -> int | None:
    """sette sono latitanti: the noun or adjective said of the number."""
    said = head if tree.child(head, "cop") is not None else tree.child(head, "xcomp")
    plural = said is not None and tree.tags[said] in ("NOUN", "ADJ") and tree.key(said)[-1:] in ("i", "e")
    return said if said is not None and plural and tree.child(said, "case") is None else None


def _among(tree: Tree, number: int) -> int | None:
    """13 tra alberghi e ostelli: the nouns whose sum a number is."""
    case = number + 1
    opens = case < len(tree.heads) and tree.deps[case] == "case" and tree.key(case) in ("tra", "fra")
    joint = opens and tree.child(tree.heads[case], "conj") is not None
    return tree.heads[case] if joint and tree.heads[case] > number else None


def _measured(scan: Scan, tree: Tree, found: Found) -> str | None:
    """una multa di 500 euro, un vertice di due giorni, ville del valore di un milione: the noun right before."""
    first = tree.at(scan.tokens[found.start].start)
    top = tree.top(first, tree.at(scan.tokens[found.stop - 1].start))
    case, head = tree.child(top, "case"), tree.heads[top]
    joining = word_set("counting", "lasting_by" if found.figure.kind == "duration" else "measured_by")
    joined = case is not None and tree.key(case) in joining and tree.deps[top] == "nmod"
    beside = range(head + 1, first - 1)
    if not joined or head >= first or any(tree.deps[k] != "amod" or tree.heads[k] != head for k in beside):
        return None
    if tree.key(head) in word_set("counting", "values"):
        head = tree.heads[head] if tree.deps[head] == "nmod" else top
    told = tree.named(head) and head < first and tree.key(head) not in word_set("counting", "spans")
    return tree.text[tree.starts[head] : tree.ends[head]] if told else None


def _partitive(scan: Scan, found: Found) -> bool:
    """di cui quattro, tra queste due, tre di loro, due dei quali: part of what was counted last."""
    i, j = found.start, found.stop
    before = (scan.key(i - 2), scan.key(i - 1 - (scan.key(i - 1) == ",")))
    behind = scan.key(j) in word_set("counting", "part_of") and scan.key(j + 1) in word_set("counting", "these")
    return behind or (before[0] in word_set("counting", "part_of") and before[1] in word_set("counting", "these"))


def _last_counted(scan: Scan, found: Found, before: Sequence[Found]) -> str | None:
    """What the last quantity before a figure counts."""
    for other in reversed(before):
        if scan.tokens[found.start].start - scan.tokens[other.start].start > _REACH:
            return None
        if other.figure.kind == "quantity" and other.figure.of and not _partitive(scan, other):
            return other.figure.of
    return None


def _holds(scan: Scan, tree: Tree, found: Found, i: int) -> bool:
    return (
        found.figure.kind == "quantity"
        and scan.tokens[found.start].start <= tree.starts[i] < scan.tokens[found.stop - 1].end
    )


def _of_these(tree: Tree, head: int) -> bool:
    """ne ha feriti 40, 14 of questi: the number's head is a pronoun for what was counted last, or has one."""
    return tree.key(head) in word_set("counting", "these") or any(
        tree.key(child) == "ne" for child in tree.children(head) if tree.tags[child] == "PRON"
    )


def _those(tree: Tree, number: int) -> str | None:
    """sono 12 quelli arrivati ieri: a pronoun with what is told of it right behind."""
    for those in (tree.heads[number], *tree.children(number, *_SUBJECT)):
        told = those + 1 < len(tree.heads) and tree.heads[those + 1] == those and tree.deps[those + 1] in _TELLING
        if told and tree.key(those) in _THOSE:
            return tree.text[tree.starts[those] : tree.ends[those + 1]]
    return None


def _text(tree: Tree, noun: int, *, joined: bool = False) -> str:
    start, end = tree.phrase(noun, joined=joined)
    return tree.text[start:end]


@cache
def _bringing() -> frozenset[str]:
    """Every form of the verbs whose subject or object the number after them counts: salire a, superare, ammontare."""
    verbs = load(PACKAGE)["counting"]["verbs"]
    return changing_words() | bounding_verbs().keys() | {fold(form.text) for verb in verbs for form in forms(verb)}
