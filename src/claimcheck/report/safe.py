"""Untrusted text made fit for a terminal: no escape sequences, no direction overrides, one line."""

import unicodedata

JOINER = "\u200d"
"""Zero width joiner: part of letters in some scripts and of emoji, harmless in a terminal."""


def visible(text: str) -> str:
    """The text without control and format characters (ESC, C0, C1, bidi), white space as single blanks."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if c == JOINER or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def clean(text: str) -> str:
    """The text on one line, without control and format characters, white space collapsed and trimmed."""
    return " ".join(visible(text).split())
