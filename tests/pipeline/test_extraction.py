import os
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from claimcheck.errors import PipelineError
from claimcheck.kinds.component import claims
from claimcheck.model import Article
from claimcheck.pipeline import Pipeline, extraction
from claimcheck.pipeline.extraction import AHEAD, BATCH, CHUNK, COMPONENTS, MOST, SHARE, WORTH, chunks, worth

TEXT = (
    "Il ministro Carlo Bianchi ha detto: «Servono oltre 300 milioni di euro».\n\n"
    "Secondo la procura, l’uomo avrebbe agito da solo il 3 marzo 2024."
)


class Endless:
    """Articles without end, and how many of them have been taken."""

    taken = 0

    def __iter__(self) -> Iterator[Article]:
        while True:
            self.taken += 1
            yield Article(str(self.taken), TEXT)


@pytest.mark.pipeline
def test_the_three_kinds_with_exact_offsets(pipeline: Pipeline) -> None:
    reading = pipeline.extract(Article(id="a", text=TEXT, published="2024-03-05"))
    assert {c.kind for c in reading.claims} == {"quote", "figure", "attribution"}
    assert all(TEXT[c.start : c.end] == c.text for c in reading.claims)
    assert all(c.sentence[0] <= c.start and c.end <= c.sentence[1] for c in reading.claims if c.kind == "figure")
    assert len({c.id for c in reading.claims}) == len(reading.claims)


@pytest.mark.pipeline
def test_a_figure_in_a_quote_carries_its_speaker(pipeline: Pipeline) -> None:
    reading = pipeline.extract(Article(id="a", text=TEXT))
    figure = next(c for c in reading.claims if c.figure and c.figure.unit == "EUR")
    assert figure.attribution is not None
    assert figure.attribution.source == "Carlo Bianchi"


@pytest.mark.pipeline
@pytest.mark.parametrize(
    ("text", "stance"),
    [("A bordo ci sarebbero 65 prigionieri.", "hedged"), ("A bordo ci sono 65 prigionieri.", None)],
)
def test_a_conditional_of_hearsay_hedges_its_figure(text: str, stance: str | None, pipeline: Pipeline) -> None:
    (figure,) = pipeline.extract(Article(id="a", text=text)).claims
    assert (figure.attribution.stance if figure.attribution else None) == stance


@pytest.mark.pipeline
def test_furniture_is_marked(pipeline: Pipeline) -> None:
    article = Article(id="a", text=TEXT, furniture=((0, TEXT.index("\n")),))
    marked = {c.furniture for c in pipeline.extract(article).claims if c.start < TEXT.index("\n")}
    assert marked == {True}
    assert not any(c.furniture for c in pipeline.extract(article).claims if c.start > TEXT.index("\n"))


@pytest.mark.pipeline
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "“",
        "…",
        "\x1b[31mrosso\x1b[0m",
        "a" * 10_000,
        "\u202eabc\u202c «def»",
        "😀 «Ciao» 😀",
        "secondo",
        "ha detto",
    ],
)
def test_odd_texts_are_read_without_a_word_lost(text: str, pipeline: Pipeline) -> None:
    reading = pipeline.extract(Article(id="a", text=text))
    assert all(text[c.start : c.end] == c.text for c in reading.claims)


PIECES = (
    'ha detto|secondo|che|“|”|«|»|"|’|,|.|:|–|\n|Rossi|il ministro|non|di|fare|oltre 20|citando|come riporta|lo|è stato'
    "|negato|da|se|si|per"
).split("|")


@pytest.mark.pipeline
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(PIECES), max_size=25))
def test_never_raises_on_shuffled_cues(parts: list[str], pipeline: Pipeline) -> None:
    text = " ".join(parts)
    reading = pipeline.extract(Article(id="a", text=text))
    assert all(text[c.start : c.end] == c.text for c in reading.claims)


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(min_value=0, max_value=3))
def test_chunks_join_to_the_text(text: str, times: int) -> None:
    long = text * (CHUNK // 100) * times
    pieces = list(chunks(long))
    assert "".join(pieces) == long
    assert all(len(p) <= CHUNK for p in pieces)


@pytest.mark.pipeline
def test_a_long_article_keeps_its_offsets(pipeline: Pipeline) -> None:
    text = "\n".join([TEXT] * (CHUNK // len(TEXT) + 40))
    reading = pipeline.extract(Article(id="a", text=text))
    assert len(text) > CHUNK
    assert reading.claims[-1].start > CHUNK
    assert all(text[c.start : c.end] == c.text for c in reading.claims)


@pytest.mark.pipeline
def test_an_article_is_read_the_same_whatever_stands_beside_it(pipeline: Pipeline) -> None:
    long = "\n".join([TEXT] * (CHUNK // len(TEXT) + 9))
    articles = [Article(str(n), text) for n, text in enumerate([TEXT, "", long, "Sì.", TEXT * 3, f"{TEXT} Sì."])]
    alone = [pipeline.extract(article) for article in articles]
    assert list(pipeline.read(articles)) == alone
    assert list(pipeline.read(reversed(articles))) == alone[::-1]
    tensors = [doc.tensor for doc in pipeline.nlp.pipe([TEXT, long[:CHUNK], "Sì."], batch_size=3)]
    singly = map(pipeline.nlp, [TEXT, long[:CHUNK], "Sì."])
    assert all((one.tensor == tensor).all() for one, tensor in zip(singly, tensors, strict=True))


@pytest.mark.pipeline
@pytest.mark.parametrize("batch", [1, 2, 3])
def test_the_size_of_a_batch_changes_nothing(batch: int, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "\n".join([TEXT] * (3 * CHUNK // len(TEXT)))
    articles = [Article(str(n), text) for n, text in enumerate(["", TEXT, long, " ", long, "", TEXT * 2, ""])]
    at_once = list(pipeline.read(articles))
    monkeypatch.setattr(extraction, "BATCH", batch)
    assert list(pipeline.read(articles)) == at_once
    assert [reading.article for reading in at_once] == articles


@pytest.mark.pipeline
def test_one_process_takes_a_batch_of_articles_ahead_and_no_more(pipeline: Pipeline) -> None:
    stream = Endless()
    readings = pipeline.read(stream)
    assert [next(readings).article.id for _ in range(BATCH + 1)] == [str(n) for n in range(1, BATCH + 2)]
    assert stream.taken <= 2 * BATCH + 1


@pytest.mark.pipeline
def test_parsing_grows_with_the_length_of_an_article_and_no_faster(pipeline: Pipeline) -> None:
    parser = replace(pipeline, components=())

    def seconds(times: int) -> float:
        text = " ".join(f"{TEXT} Nota {n}." for n in range(times))
        start = time.process_time()
        parser.extract(Article("a", text))
        return time.process_time() - start

    seconds(20)
    assert seconds(600) < 12 * min(seconds(100), seconds(100))  # six times the text; were it quadratic, 36 times


@pytest.mark.pipeline
def test_two_workers_read_what_one_reads(pipeline: Pipeline) -> None:
    articles = [Article(id=str(i), text=f"{TEXT} Articolo {i}.") for i in range(3)]
    assert list(pipeline.read(articles, workers=2)) == list(pipeline.read(articles, workers=1))


@pytest.mark.pipeline
def test_workers_take_the_articles_as_they_need_them(pipeline: Pipeline) -> None:
    stream = Endless()
    readings = pipeline.read(stream, workers=2)
    assert [next(readings).article.id for _ in range(3)] == ["1", "2", "3"]
    assert stream.taken <= SHARE * (2 * AHEAD + 1)
    del readings


@pytest.mark.parametrize(("cores", "texts", "workers"), [(1, 4, 1), (4, 1, 1), (4, 2, 4), (64, 9, MOST)])
def test_workers_are_chosen_from_the_machine_and_the_text(
    cores: int, texts: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: range(cores), raising=False)
    given = [Article(str(n), "a" * (WORTH // 2)) for n in range(texts)]
    chosen, articles = worth(iter(given))
    assert chosen == workers
    assert list(articles) == given


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_extract_in_worker", _die)
    with pytest.raises(PipelineError, match=r"a worker process died.*use fewer `--workers`.*__main__"):
        list(Pipeline("x", "x", spacy.blank("it")).read([Article("a", TEXT)] * 9, workers=2))


def _die(name: str | None, articles: list[Article]) -> None:
    os._exit(9)


@pytest.mark.pipeline
def test_components_work_in_anybodys_pipeline(pipeline: Pipeline) -> None:
    nlp = spacy.load(str(pipeline.name))
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert {c.kind for c in doc._.claimcheck_claims} == {"quote", "figure", "attribution"}
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert not any(analysis["problems"].values())


@pytest.mark.pipeline
def test_docs_with_claims_travel_between_processes_and_to_disk(pipeline: Pipeline) -> None:
    nlp = spacy.load(str(pipeline.name))
    for name in COMPONENTS:
        nlp.add_pipe(name)
    alone = list(nlp.pipe([TEXT, "Rossi ha detto: «Sì»."]))
    apart = list(nlp.pipe([TEXT, "Rossi ha detto: «Sì»."], n_process=2))
    back = list(DocBin(docs=alone, store_user_data=True).get_docs(nlp.vocab))
    found = [claims(doc) for doc in alone]
    assert all(found)
    assert [claims(doc) for doc in apart] == found
    assert [claims(doc) for doc in back] == found
