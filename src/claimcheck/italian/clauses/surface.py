"""The text of a Doc, joined once."""

from spacy.tokens import Doc

_KEY = "claimcheck_text"


def surface(doc: Doc) -> str:
    """`doc.text`, kept with the Doc: spaCy joins it anew from all tokens at every call, which is slow in long texts."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return text
