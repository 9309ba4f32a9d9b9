"""The library calls: articles stream into the corpus, what is known loads no pipeline, errors keep what is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import claimcheck
import claimcheck.pipeline
from claimcheck.corpus import Corpus
from claimcheck.errors import DuplicateIdError
from claimcheck.model import Article
from tests.cli.fakes import FakePipeline


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Corpus]:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: FakePipeline())
    with Corpus(tmp_path / "c.sqlite", create=True) as store:
        yield store


def article(name: str, text: str = "Sono 300 posti.") -> Article:
    return Article(name, f"{text} {name}", "fonte")


def changes(articles: Iterable[Article], corpus: Corpus) -> list[tuple[str, str]]:
    return [(head.id, change) for head, change in claimcheck.add(articles, corpus)]


def test_each_article_is_told_once(corpus: Corpus) -> None:
    assert changes([article("a"), article("c")], corpus) == [("a", "added"), ("c", "added")]
    later = [article("a"), article("b"), article("c"), replace(article("a"), title="Nuovo"), article("d")]
    assert sorted(changes(later, corpus)) == [
        ("a", "unchanged"), ("a", "unchanged"), ("b", "added"), ("c", "unchanged"), ("d", "added"),
    ]  # fmt: skip
    assert corpus.head("a").title == "Nuovo"


def test_what_is_stored_loads_no_pipeline(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    changes([article("a"), article("b")], corpus)
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: pytest.fail("the pipeline is loaded"))
    assert changes([article("b"), article("a")], corpus) == [("b", "unchanged"), ("a", "unchanged")]
    assert changes([], corpus) == []


def test_articles_are_taken_as_they_are_needed(corpus: Corpus) -> None:
    taken: list[str] = []

    def stream() -> Iterator[Article]:
        for n in range(1000):
            taken.append(str(n))
            yield article(f"{n:03}")

    added = claimcheck.add(stream(), corpus)
    assert [next(added)[0].id for _ in range(3)] == ["000", "001", "002"]
    assert len(taken) == 3
    del added
    assert [head.id for head in corpus.heads()] == ["000", "001", "002"]


def test_an_error_keeps_what_was_stored_before_it(corpus: Corpus) -> None:
    changes([article("b")], corpus)
    with pytest.raises(DuplicateIdError, match="'b' of another source"):
        changes([article("a"), replace(article("b"), source="altra"), article("c")], corpus)
    assert [head.id for head in corpus.heads()] == ["a", "b"]
