"""Bytes to text: UTF-8 first, then marks of UTF-16, then the encodings Italian files come in."""

import codecs
import re

from claimcheck.errors import ReadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DAMAGED = "UTF-8, damaged"
LEGACY = {DAMAGED: "utf-8", "cp1252 (Latin-1)": "cp1252", "Mac Roman": "mac_roman", "cp850": "cp850"}
"""What a file that is no UTF-8 may be: the name in the warning and the codec, the likelier first."""
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
EXPECTED = re.compile("[àèéìòùÀÈÉÌÒÙáíóúâêîôûäëïöüçñ“”‘’«»–—…€£§°ºª•©®]")
"""The characters beyond ASCII that Italian news are written with."""
FOREIGN = re.compile(r"[^\x00-\x7f]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
NEWLINE = re.compile(r"\r\n?")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file and the warnings about it; newlines are as in the file.

    Raises ReadError for binary files: known signatures, or more than one control character in a hundred.
    """
    if data.startswith(SIGNATURES):
        raise ReadError("is a binary file (PDF, image, archive, word processor), not text; save the text as .txt")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    warnings: tuple[str, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, warnings = _legacy(data)
    if "\0" in text:
        text, warnings = _unmarked_utf16(data)
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise ReadError("is a binary file, not text; save the text as .txt")
    return text, warnings


def _marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"starts as {encoding} but is damaged at byte {error.start}") from error
    return text, () if encoding == "utf-8" else (f"decoded as {encoding}",)


def _unmarked_utf16(data: bytes) -> tuple[str, tuple[str, ...]]:
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros.count(0) * 10 > len(zeros) * 8:
            return _marked(data, encoding)
    raise ReadError("is a binary file, not text; save the text as .txt")


def _legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in the encoding that yields most Italian characters and fewest others; the first where two tie."""
    readings = {name: data.decode(codec, errors="replace") for name, codec in LEGACY.items()}
    name = max(readings, key=lambda name: _italian(readings[name]))
    return readings[name], (f"not UTF-8: decoded as {name}, check the accented letters",)


def _italian(text: str) -> int:
    expected = len(EXPECTED.findall(text))
    return 2 * expected - len(FOREIGN.findall(text))


def normalise(text: str) -> tuple[str, tuple[str, ...]]:
    r"""The text as articles carry it: no byte order mark, CRLF and CR as one `\n`, no lone surrogates.

    A lone surrogate is no character and cannot be written: it becomes U+FFFD, one for one, with a warning.
    """
    text = NEWLINE.sub("\n", text.removeprefix("\ufeff"))
    clean, count = SURROGATE.subn("\ufffd", text)
    return clean, (f"{count} invalid characters replaced by U+FFFD",) if count else ()
