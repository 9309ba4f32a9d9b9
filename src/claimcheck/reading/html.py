"""Main text and metadata of a web page, by trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/)."""

from typing import Any

from claimcheck.errors import ReadError
from claimcheck.reading.records import ISO_DAY, Record

DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def page(where: str, name: str, text: str) -> Record:
    """The record of one page; offsets of claims will refer to the extracted main text.

    Raises ReadError when trafilatura is not installed or finds no main text.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ReadError(f'{where}: HTML needs trafilatura: pip install "claimcheck-it[html]"') from error
    found: Any = bare_extraction(text, include_comments=False, with_metadata=True, date_extraction_params=DATES)
    body = getattr(found, "text", None)
    if not body:
        raise ReadError(f"{where}: no main text found in the page; save the article as .txt instead")
    day = found.date if found.date and ISO_DAY.match(found.date) else None
    source = found.sitename or found.hostname
    return Record(where, name, body, source=source, title=found.title, published=day, url=found.url)
