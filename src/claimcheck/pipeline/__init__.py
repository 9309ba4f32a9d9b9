"""From articles to claims: one spaCy pipeline, the claim components, batches and workers."""

from claimcheck.pipeline.extraction import Pipeline, load

__all__ = ["Pipeline", "load"]
