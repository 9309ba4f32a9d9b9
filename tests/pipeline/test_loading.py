from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from claimcheck.errors import PipelineError
from claimcheck.pipeline import load
from claimcheck.pipeline.loading import BUNDLED, PUBLISHED, UNUSED, bundled_path, load_base


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    load_base.cache_clear()


def test_the_published_pipeline_is_used_whenever_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def loader(name: str, exclude: list[str]) -> Language:
        asked.append(name)
        nlp = spacy.blank("it")
        nlp.add_pipe("parser")
        nlp.add_pipe("ner")
        nlp.meta.update(name="core_news_sm", version="3.8.0")
        return nlp

    monkeypatch.setattr(spacy.util, "is_package", lambda name: name == PUBLISHED)
    monkeypatch.setattr(spacy, "load", loader)
    assert load_base()[1] == "it_core_news_sm 3.8.0"
    assert asked == [PUBLISHED]


@pytest.mark.pipeline
def test_the_bundled_pipeline_is_used_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy.util, "is_package", lambda name: False)
    nlp, label = load_base()
    assert label.split()[0] == BUNDLED
    assert not set(UNUSED) & set(nlp.pipe_names)


def test_the_weights_fit_in_a_wheel_and_carry_their_licence() -> None:
    size = sum(f.stat().st_size for f in bundled_path().rglob("*") if f.is_file())
    assert 0 < size <= 25_000_000
    assert "CC BY-NC-SA 4.0" in (bundled_path().parent / "LICENSE").read_text(encoding="utf-8")
    assert spacy.util.load_meta(bundled_path() / "meta.json")["license"] == "CC BY-NC-SA 4.0"


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_a_missing_pipeline_is_one_clear_error(name: str) -> None:
    with pytest.raises(PipelineError, match="cannot be loaded"):
        load(name)


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(PipelineError, match="no Italian pipeline"):
        load(str(tmp_path / "en"))


@pytest.mark.pipeline
def test_words_that_hold_a_lost_space_or_line_are_two() -> None:
    nlp, _ = load_base(str(bundled_path()))
    doc = nlp("Il sindaco ha detto:«Chiude il ponte di VerdelloEntrambi i lati restano fermi». Lo scrive su WhatsApp.")
    words = [t.text for t in doc]
    assert {"detto", ":", "Verdello", "Entrambi", "WhatsApp"} <= set(words)
    assert doc[words.index("Entrambi")].is_sent_start
