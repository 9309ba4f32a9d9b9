"""The sample articles: inside an installed package, or in the source tree it is run from."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from claimcheck.errors import ReadError
from claimcheck.reading.read import ReadResult, read


def samples() -> ReadResult:
    """The five sample articles, with file names for paths; ReadError when the installation lacks them."""
    installed = Path(str(files("claimcheck"))) / "samples"
    source_tree = Path(__file__).parents[3] / "data" / "articles"
    folder = next((folder for folder in (installed, source_tree) if folder.is_dir()), None)
    if folder is None:
        raise ReadError("the sample articles are missing; reinstall claimcheck-it")
    result = read([folder])
    articles = tuple(replace(a, path=Path(a.path or "").name) for a in result.articles)
    return ReadResult(articles, result.problems)
