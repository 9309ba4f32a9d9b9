"""Which pairs are worth a look."""

from dataclasses import replace

from claimcheck.alignment import blocking
from claimcheck.alignment.blocking import article_pairs, claim_pairs
from claimcheck.alignment.features import profiles, topic
from claimcheck.model import Reading
from tests.alignment.build import fires


def test_articles_of_one_event_only() -> None:
    assert list(article_pairs([topic(r.article) for r in fires()])) == [(0, 1)]


def test_names_find_the_same_pairs_among_many() -> None:
    topics = [topic(r.article) for r in fires()]
    brute = list(article_pairs(topics))
    copies = [replace(topics[2], names={f"nome{n}": 1}) for n in range(blocking.ARTICLE_CAP)]
    assert [pair for pair in article_pairs([*topics, *copies]) if max(pair) < 3] == brute


def test_claims_need_a_shared_key() -> None:
    first, second = (list(profiles(r, topic(r.article))) for r in fires()[:2])
    pairs = claim_pairs(first, second)
    assert pairs
    assert all(a.side.claim.kind == b.side.claim.kind for a, b in pairs)
    assert claim_pairs(first, []) == []


def test_keys_of_crowds_are_skipped() -> None:
    source = fires()[0]
    figure = source.claims[4]
    crowd = Reading(source.article, tuple(replace(figure, start=n, end=n + 4) for n in range(blocking.KEY_CAP)))
    many = profiles(crowd, topic(source.article))
    assert claim_pairs(many, many) == []
