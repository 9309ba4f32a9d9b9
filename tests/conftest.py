"""Shared by the tests that need the trained pipeline: it is loaded once."""

import pytest

from claimcheck.pipeline import Pipeline, load
from claimcheck.pipeline.loading import bundled_path


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled pipeline, whatever else is installed: the examples are written for what ships."""
    return load(str(bundled_path()))
