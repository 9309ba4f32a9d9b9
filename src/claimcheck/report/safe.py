"""Untrusted text made fit for a terminal: no escape sequences, no direction overrides, one line."""

import unicodedata

JOINER = "\u200d"
"""Zero width joiner: part of letters in some scripts and of emoji, harmless in a terminal."""


def clean(text: str) -> str:
    """The text on one line, white space collapsed, without control and format characters (ESC, C0, C1, bidi)."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    kept = (c for c in spaced if c == JOINER or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join("".join(kept).split())
