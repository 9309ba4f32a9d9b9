"""The store: what goes in comes out, changes are kept, nothing is left behind."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.corpus import Corpus
from claimcheck.corpus.rows import CLAIM, claim_of, claim_row
from claimcheck.errors import CorpusError, DuplicateIdError
from claimcheck.model import Article, Attribution, Claim, Figure, Reading, Span
from tests.alignment.build import fires
from tests.corpus.build import READER, counts, put, raw, renamed, revised, sound
from tests.report.sample import READINGS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corpus.sqlite"


def test_what_goes_in_comes_out(path: Path) -> None:
    given = [*fires(), *READINGS]
    with Corpus(path, create=True) as corpus:
        assert put(corpus, *given) == ["added"] * len(given)
    with Corpus(path) as corpus:
        assert [corpus.reading(r.article.id) for r in given] == given
        assert list(corpus.readings()) == sorted(given, key=lambda r: r.article.id)
        assert {corpus.reader(r.article.id) for r in given} == {READER}
    assert sound(path)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
BOUND = st.none() | st.floats(allow_nan=False)


@settings(max_examples=200)
@given(TEXT, TEXT, BOUND, BOUND, st.booleans(), st.dictionaries(TEXT, TEXT, max_size=2), st.data())
def test_any_claim_outlives_its_row(
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    flag: bool,
    evidence: dict[str, str],
    data: st.DataObject,
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span.of(text, start, end)
    claim = Claim(
        "figure",
        start,
        end,
        text[start:end],
        (0, len(text)),
        flag,
        "term" if flag else None,
        Figure("money", low, high, flag, words, words, words),
        Attribution(words, span, None if flag else span, (words, words), "hedged"),
        evidence,
    )
    row = claim_row(claim)
    assert len(row) == len(CLAIM)
    assert claim_of(row, text) == claim


def test_unchanged_text_is_left_alone(path: Path) -> None:
    first = fires()[0]
    with Corpus(path, create=True) as corpus:
        put(corpus, first)
        before = counts(path)
        titled = replace(first, article=replace(first.article, title="Nuovo titolo", url="https://example.org/a"))
        assert put(corpus, titled) == ["unchanged"]
        assert corpus.head("alfa").title == "Nuovo titolo"
        assert corpus.head("alfa").revision == 1
    assert counts(path) == before


def test_changed_text_is_replaced_and_the_old_kept(path: Path) -> None:
    first = fires()[0]
    with Corpus(path, create=True) as corpus:
        put(corpus, first)
        later = replace(revised(first), claims=first.claims[:2])
        assert put(corpus, later, revised(later)) == ["replaced", "replaced"]
        assert corpus.reading("alfa") == revised(later)
        assert [(r.number, r.text) for r in corpus.history("alfa")] == [
            (1, first.article.text),
            (2, later.article.text),
        ]
        assert (corpus.head("alfa").revision, corpus.head("alfa").claims) == (3, 2)
        assert corpus.stats().replaced == 2
    assert sound(path)


def test_another_day_of_publication_is_a_change(path: Path) -> None:
    first = fires()[0]
    with Corpus(path, create=True) as corpus:
        put(corpus, first)
        assert corpus.change(replace(first.article, published="2024-03-05")) == "replaced"


@pytest.mark.parametrize("source", ["beta", None])
def test_one_id_from_two_sources_is_an_error(path: Path, source: str | None) -> None:
    first = fires()[0]
    other = replace(revised(first), article=replace(first.article, source=source))
    with Corpus(path, create=True) as corpus:
        put(corpus, first)
        with pytest.raises(DuplicateIdError, match=r"'alfa' of another source .*give this one another `id`"):
            put(corpus, other)
        assert corpus.reading("alfa") == first


def test_nothing_is_left_of_what_is_removed(path: Path) -> None:
    with Corpus(path, create=True) as corpus:
        put(corpus, fires()[2])
        before = counts(path)
        one, two, _ = fires()
        put(corpus, one, two, renamed(one, "copia"), revised(one), revised(two))
        for name in ("alfa", "beta", "copia"):
            corpus.remove(name)
    assert counts(path) == before
    assert sound(path)


def test_an_unknown_id_is_told(path: Path) -> None:
    with Corpus(path, create=True) as corpus:
        for ask in (corpus.reading, corpus.head, corpus.remove, corpus.history, corpus.reader, corpus.origin):
            with pytest.raises(CorpusError, match="holds no article 'manca'"):
                ask("manca")


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    one, two, _ = fires()
    with Corpus(path, create=True) as corpus:
        put(corpus, one)
        before = counts(path)

        def fail() -> None:
            with corpus.transaction():
                assert put(corpus, two, revised(one)) == ["added", "replaced"]
                corpus.remove("manca")

        with pytest.raises(CorpusError, match="holds no article"):
            fail()
        assert corpus.reading("alfa") == one
    assert counts(path) == before


def test_heads_are_newest_first(path: Path) -> None:
    days = {"alfa": "2024-03-02", "beta": None, "gamma": "2025-01-01T10:00:00"}
    with Corpus(path, create=True) as corpus:
        put(corpus, *(replace(r, article=replace(r.article, published=days[r.article.id])) for r in fires()))
        assert [head.id for head in corpus.heads()] == ["gamma", "alfa", "beta"]


def test_statistics(path: Path) -> None:
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
        stats = corpus.stats()
    assert (stats.articles, stats.sources, stats.replaced) == (3, 3, 0)
    assert stats.claims == {"attribution": 2, "figure": 8, "quote": 3}
    assert (stats.first, stats.last) == ("2024-03-02", "2024-03-02")
    assert stats.readers == {READER: 3}
    with raw(path) as db:
        assert stats.bytes == db.execute("PRAGMA page_count").fetchone()[0] * 4096


def test_copies_are_one_origin(path: Path) -> None:
    one, two, _ = fires()
    with Corpus(path, create=True) as corpus:
        put(corpus, renamed(one, "zeta"), two, one, renamed(revised(one), "copia"))
        assert {name: corpus.origin(name) for name in ("alfa", "beta", "copia", "zeta")} == {
            "alfa": "alfa",
            "beta": "beta",
            "copia": "alfa",
            "zeta": "alfa",
        }
        corpus.remove("alfa")
        assert corpus.origin("zeta") == "copia"


def test_a_text_no_file_can_hold_is_told(path: Path) -> None:
    with Corpus(path, create=True) as corpus:
        with pytest.raises(CorpusError, match="characters no file can hold"):
            put(corpus, Reading(Article("a", "testo \ud800")))
        assert list(corpus.heads()) == []


def test_hostile_words_are_only_words(path: Path) -> None:
    name = "'); DROP TABLE articles; --"
    hostile = Reading(Article(name, 'Testo con "virgolette" e \x00 zero.', source=name, title=name))
    with Corpus(path, create=True) as corpus:
        put(corpus, hostile)
        assert corpus.reading(name) == hostile
        assert [head.id for head in corpus.heads()] == [name]
