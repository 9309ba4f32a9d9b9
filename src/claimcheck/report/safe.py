"""Untrusted text made fit to be shown: no escape sequences, no direction overrides."""

import re
import unicodedata

JOINER = "\u200d"
"""Zero width joiner: part of letters in some scripts and of emoji, harmless in a terminal."""
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text without control and format characters (ESC, C0, C1, bidi), white space as single blanks."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if c == JOINER or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


def clean(text: str) -> str:
    """The text on one line, without control and format characters, white space collapsed and trimmed."""
    return " ".join(visible(text).split())


def printable(text: str) -> str:
    """The text as a page may show it: line breaks kept, control and format characters (bidi, NUL) left out."""
    return "\n".join(visible(line) for line in BREAK.split(text))
