"""Encodings: Unicode with and without marks, and what came before."""

from pathlib import Path

import pytest

from tests.reading.files import one


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32-le")],
)
def test_unicode_encodings(tmp_path: Path, encoding: str, warned: str) -> None:
    text = "Perché l’accordo “nuovo” vale 30 €? La città attende una risposta.\n"
    article = one(tmp_path, "a.txt", text.encode(encoding))
    assert article.text == text
    assert [warned in w for w in article.warnings] == ([True] if warned else [])


SHORT = [
    "Città",
    "È già così.\n",
    "Perché no?",
    "Caffè a 3 lire",
    "C'è libertà, più libertà.\n" * 9,
    "Il 1961 è già là",
]
LONG = "La città è più cara: così ha detto il sindaco, perché i prezzi sono già saliti del 3%. Non è verità.\n" * 3


@pytest.mark.parametrize(
    ("encoding", "named", "text"),
    [
        *(("latin-1", "cp1252 (Latin-1)", text) for text in (*SHORT, LONG)),
        ("cp1252", "cp1252 (Latin-1)", "Disse: “Sì, perché no”. L’attacco è finito – costa 30 €…"),
        ("mac_roman", "Mac Roman", LONG),
        ("cp850", "cp850", LONG),
    ],
)
def test_older_encodings_are_detected_and_named(tmp_path: Path, encoding: str, named: str, text: str) -> None:
    article = one(tmp_path, "a.txt", text.encode(encoding))
    assert article.text == text
    assert f"decoded as {named}," in article.warnings[0]


def test_one_bad_byte_does_not_spoil_the_other_letters(tmp_path: Path) -> None:
    article = one(tmp_path, "a.txt", LONG.encode() + b"\xe8 vero")
    assert article.text == LONG + "\ufffd vero"
    assert "UTF-8, damaged" in article.warnings[0]
