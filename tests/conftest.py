"""Shared by the tests that need the trained pipeline: it is loaded once."""

import pytest
from hypothesis import settings

from claimcheck.pipeline import Pipeline, load
from claimcheck.pipeline.loading import bundled_path

settings.register_profile("claimcheck", deadline=None, derandomize=True)  # the same on a busy machine as on an idle one
settings.load_profile("claimcheck")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled pipeline, whatever else is installed: the examples are written for what ships."""
    return load(str(bundled_path()))
