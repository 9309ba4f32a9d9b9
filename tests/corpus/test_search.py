"""Full text: what is found, in which order, and that no query is a command."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.corpus import Corpus, Query
from claimcheck.errors import CorpusError
from tests.alignment.build import fires
from tests.corpus.build import put, renamed, revised


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(tmp_path_factory.mktemp("ricerca") / "c.sqlite", create=True) as store:
        one, two, three = fires()
        later = replace(three, article=replace(three.article, published="2024-05-01"))
        undated = renamed(replace(one, article=replace(one.article, published=None)), "omega")
        put(store, one, two, later, undated)
        yield store


def found(corpus: Corpus, text: str, most: int = 50, **filters: Any) -> list[tuple[str, str]]:
    return [(hit.head.id, hit.claim.text) for hit in corpus.search(Query(text, **filters), most)]


SHUT = "La fabbrica resterà chiusa"


@pytest.mark.parametrize("text", ["FABBRICA resterà", "restera fabbrica", "«fabbrica resterà»", "fabbr* chiusa"])
def test_case_and_accents_are_folded_and_every_word_must_occur(corpus: Corpus, text: str) -> None:
    hits = found(corpus, text)
    assert ("beta", SHUT) in hits
    assert {name for name, _ in hits} == {"alfa", "beta", "omega"}


@pytest.mark.parametrize("text", ['"chiusa fabbrica"', "fabbrica rigore", "fabbri", "inesistente"])
def test_what_does_not_match(corpus: Corpus, text: str) -> None:
    assert found(corpus, text) == []


def test_newest_first_and_undated_last(corpus: Corpus) -> None:
    assert [name for name, words in found(corpus, "1998") if "1998" in words] == ["gamma", "alfa", "beta", "omega"] or [
        name for name, words in found(corpus, "1998") if "1998" in words
    ] == ["gamma", "beta", "alfa", "omega"]


def test_the_claims_own_words_come_before_those_around_it(corpus: Corpus) -> None:
    hits = corpus.search(Query("danni"), 50)
    own = ["danni" in hit.claim.text.lower() for hit in hits]
    assert hits
    assert own == sorted(own, reverse=True)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"kind": "quote"}, {"alfa", "beta", "omega"}),
        ({"kind": "attribution"}, set()),
        ({"source": "BETA"}, {"beta"}),
        ({"source": "bet"}, set()),
        ({"speaker": "mario rossi"}, {"alfa", "omega"}),
        ({"speaker": "Rossi"}, {"alfa", "beta", "omega"}),
        ({"speaker": "procura"}, set()),
        ({"entity": "Mario Rossi"}, {"alfa", "omega"}),
        ({"since": date(2024, 3, 2), "until": date(2024, 3, 2)}, {"alfa", "beta"}),
        ({"since": date(2024, 3, 3)}, set()),
        ({"until": date(2024, 3, 1)}, {"omega"}),
    ],
)
def test_filters(corpus: Corpus, filters: dict[str, Any], names: set[str]) -> None:
    assert {name for name, _ in found(corpus, "fabbrica", **filters)} == names


def test_the_limit_holds(corpus: Corpus) -> None:
    assert len(found(corpus, "fabbrica", most=2)) == 2


@pytest.mark.parametrize("text", ["", "  ", '""', "«»", "!?*"])
def test_a_query_without_words_is_told(corpus: Corpus, text: str) -> None:
    with pytest.raises(CorpusError, match="holds no word"):
        found(corpus, text)


@pytest.mark.parametrize("query", [Query("x", source=":"), Query("x", speaker=""), Query("x", entity=" - ")])
def test_a_filter_without_words_is_told(corpus: Corpus, query: Query) -> None:
    with pytest.raises(CorpusError, match="filter holds no word"):
        corpus.search(query, 5)


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_no_query_is_a_command(corpus: Corpus, text: str, speaker: str, entity: str) -> None:
    for hostile in (f"fabbrica {text}", f'fabbrica" OR text:* NEAR({text}', f"'; DROP TABLE claims; --{text}"):
        found(corpus, hostile, speaker=f"Rossi {speaker}", entity=f"Rossi {entity}", source=f"alfa {text}")
    assert corpus.stats().articles == 4


def test_replaced_and_removed_text_is_not_found(tmp_path: Path) -> None:
    with Corpus(tmp_path / "c", create=True) as store:
        one, two, _ = fires()
        put(store, one, two)
        put(store, replace(revised(one), claims=one.claims[:1]))
        assert {name for name, _ in found(store, "fabbrica")} == {"beta"}
        store.remove("beta")
        assert found(store, "fabbrica") == []
        assert {name for name, _ in found(store, "operai")} == {"alfa"}


def test_page_chrome_is_not_found(tmp_path: Path) -> None:
    one = fires()[0]
    chrome = replace(one, claims=tuple(replace(claim, furniture=True) for claim in one.claims))
    with Corpus(tmp_path / "c", create=True) as store:
        put(store, chrome)
        assert found(store, "fabbrica") == []
        assert store.reading("alfa") == chrome
