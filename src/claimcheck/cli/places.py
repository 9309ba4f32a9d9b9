"""Where articles stand in their files, for reports that point into them."""

from collections.abc import Sequence
from pathlib import Path

from claimcheck.model import Article, Reading
from claimcheck.report.places import Place


def places(readings: Sequence[Reading]) -> dict[str, Place]:
    """By id, where the text begins, of the articles that are a text file of their own as it is now on the disk."""
    found = ((reading.article.id, place(reading.article)) for reading in readings)
    return {key: where for key, where in found if where}


def place(article: Article) -> Place | None:
    """Where the text of an article begins in its file, None when the file does not end with this very text."""
    if not article.path or article.path == "-" or not article.text:
        return None
    path = Path(article.path)
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return None
    plain = raw.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.endswith(article.text):
        return None
    head = plain[: len(plain) - len(article.text)]
    return Place(head.count("\n"), len(head) if plain == raw else None, path.resolve().as_uri())
