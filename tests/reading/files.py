"""Files to read, written for one test."""

from pathlib import Path

from claimcheck.model import Article
from claimcheck.reading import read

TEXT = "Il ministro ha detto che i posti sono 300.\n"


def put(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def one(folder: Path, name: str, data: str | bytes) -> Article:
    result = read([put(folder, name, data)])
    assert result.problems == ()
    (article,) = result.articles
    return article


def problem(folder: Path, name: str, data: str | bytes) -> str:
    path = put(folder, name, data)
    result = read([path])
    assert result.articles == ()
    (message,) = result.problems
    assert message.startswith(path)
    return message
