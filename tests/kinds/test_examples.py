"""Every marked sentence of quotes and attributions: exact count, exact spans, every value given."""

import pytest

from claimcheck.model import Article, Claim
from claimcheck.pipeline import Pipeline
from tests.marked import Example, examples

CASES = [(kind, e) for kind in ("quotes", "attributions") for e in examples(kind)]


def told(claim: Claim, key: str) -> object:
    held = claim.attribution
    if key == "form":
        return claim.form
    if key == "source":
        return (held.source if held else None) or ""
    if key == "cue":
        return held.cue.text if held and held.cue else None
    if key == "via":
        return list(held.via) if held else []
    assert key == "stance"
    return held.stance if held else None


@pytest.mark.pipeline
@pytest.mark.parametrize(("kind", "example"), CASES, ids=[f"{k}-{e.id}" for k, e in CASES])
def test_example(kind: str, example: Example, pipeline: Pipeline) -> None:
    reading = pipeline.extract(Article(id=example.id, text=example.text, published=example.published))
    found = [c for c in reading.claims if f"{c.kind}s" == kind]
    assert [(c.start, c.end) for c in found] == list(example.spans), [c.text for c in found]
    for claim, wanted in zip(found, example.expect, strict=True):
        assert {key: told(claim, key) for key in wanted} == wanted
