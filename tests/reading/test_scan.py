"""Reading one article after the other: the same as reading all at once, without holding all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.model import Article
from claimcheck.reading import read
from claimcheck.reading.inputs import Input
from claimcheck.reading.read import scan


def row(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


FILES = {
    "a.txt": "Sono 300 posti.",
    "b.jsonl": "\ufeff"
    + "\n".join([row(text="Uno: è così."), "", row(id="x", text="Due.\u2028Due."), "{", row(text=" "), "[]"]),
    "c.json": row(id="x", text="Due volte x."),
    "crlf.jsonl": row(text="Riga\r\nRiga") + "\r\n" + row(text="Altra") + "\r\n",
    "vuoto.jsonl": " \n\n",
    "d.html": f"<html><body><article><p>{'Una pagina con un testo piuttosto lungo. ' * 20}</p></article></body></html>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "latin.jsonl").write_bytes(row(text="La città è più bella").encode("cp1252"))
    (tmp_path / "utf16.jsonl").write_bytes(row(text="La città è più bella").encode("utf-16"))
    (tmp_path / "finto.jsonl").write_bytes(b"%PDF-1.7\xff\xfe")
    return tmp_path


def test_scanning_finds_what_reading_finds(folder: Path) -> None:
    paths = [*sorted(map(str, folder.iterdir())), str(folder / "manca.txt")]
    found = list(scan(paths))
    result = read(paths)
    assert [item for item in found if isinstance(item, Article)] == list(result.articles)
    assert sorted(item for item in found if isinstance(item, str)) == sorted(result.problems)
    assert len(result.articles) == 8
    assert len(result.problems) == 7


def test_lines_are_read_as_the_whole_file_would_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [str(folder / name) for name in ("b.jsonl", "crlf.jsonl", "vuoto.jsonl")]
    by_line = read(paths)
    monkeypatch.setattr(Input, "plain", lambda self: False)
    assert read(paths) == by_line


def test_a_long_file_of_lines_is_never_held_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "molti.jsonl"
    path.write_text("".join(row(text=f"Articolo {n}.") + "\n" for n in range(1000)), encoding="utf-8")
    monkeypatch.setattr(Input, "data", lambda self: pytest.fail("the whole file is read"))
    taken = 0
    lines = Input.lines

    def counted(self: Input) -> Iterator[tuple[int, str]]:
        nonlocal taken
        for found in lines(self):
            taken += 1
            yield found

    monkeypatch.setattr(Input, "lines", counted)
    first, second = (next(articles) for articles in [scan([str(path)])] * 2)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, second.id, taken) == ("molti-1", "molti-2", 2)


def test_lines_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "molti.jsonl"
    path.write_text("{}\n" * 70, encoding="utf-8")
    assert Input(str(path)).count() == 70
    assert Input(str(tmp_path / "manca.jsonl")).count() == 0
