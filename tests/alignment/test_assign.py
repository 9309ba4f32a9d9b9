"""Groups of connected claims."""

from itertools import pairwise, permutations

from claimcheck.alignment.assign import GROUP_CAP, groups
from claimcheck.model import ClaimRef, Pair


def pair(a: str, b: str, score: float = 0.9) -> Pair:
    return Pair(ClaimRef(a, "c"), ClaimRef(b, "c"), "agree", None, score, "")


def test_connected_pairs_form_a_group() -> None:
    found = groups([pair("a", "b"), pair("b", "c"), pair("x", "y")])
    assert sorted(len(group) for group in found) == [1, 2]


def test_order_does_not_matter() -> None:
    pairs = [pair("a", "b", 0.9), pair("c", "d", 0.8), pair("b", "c", 0.7), pair("x", "y", 0.7)]
    results = {tuple(tuple(group) for group in groups(list(order))) for order in permutations(pairs)}
    assert len(results) == 1


def test_chains_end_and_no_pair_is_lost() -> None:
    names = [f"n{i:02}" for i in range(3 * GROUP_CAP)]
    chain = [pair(a, b) for a, b in pairwise(names)]
    found = groups(chain)
    assert sorted(p for group in found for p in [(q.a, q.b) for q in group]) == [(p.a, p.b) for p in chain]
    assert all(len({ref for p in group for ref in (p.a, p.b)}) <= GROUP_CAP for group in found)


def test_a_weak_link_joins_no_group() -> None:
    whole = [pair("a", "b", 0.99), pair("b", "c", 0.98), pair("a", "c", 0.97)]
    assert sorted(groups([*whole, pair("b", "x", 0.5)]), key=len) == [[pair("b", "x", 0.5)], sorted(whole, key=str)]


def test_two_facts_with_one_link_stay_two_groups_and_their_link() -> None:
    one, other = [pair("a", "b"), pair("b", "c"), pair("a", "c")], [pair("x", "y"), pair("y", "z"), pair("x", "z")]
    assert sorted(len(group) for group in groups([*one, *other, pair("c", "x", 0.4)])) == [1, 3, 3]


def test_repeated_claims_stay_together() -> None:
    refs = [(ClaimRef("a", n), ClaimRef("b", n)) for n in "123"]
    pairs = [Pair(one, other, "conflict", "value", 0.9, "") for one, other in refs]
    assert len(groups(pairs)) == len(pairs)
    first_of = {ref: first for both in refs for ref, first in zip(both, refs[0], strict=True)}
    assert len(groups(pairs, first_of)) == 1
