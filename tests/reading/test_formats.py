"""Every input format of the contract, and every way an input can be wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

from claimcheck.errors import ReadError
from claimcheck.reading import read
from tests.reading.files import TEXT, one, problem, put


@pytest.mark.parametrize("name", ["nota.txt", "nota.md", "nota.articolo", "nota"])
def test_text_is_unchanged_and_the_stem_is_the_id(tmp_path: Path, name: str) -> None:
    article = one(tmp_path, name, "  # Titolo\n\n" + TEXT)
    assert (article.id, article.text, article.path) == ("nota", "  # Titolo\n\n" + TEXT, str(tmp_path / name))
    assert (article.source, article.published, article.published_from, article.warnings) == (None, None, None, ())


def test_front_matter_describes_the_article_and_is_no_text(tmp_path: Path) -> None:
    head = "---\nid: 007\nsource: ANSA\ntitle: 'Posti: 300'\npublished: 2024-06-19\nurl: null\nautore: X\n---\n"
    article = one(tmp_path, "a.txt", head + "\n" + TEXT)
    assert (article.id, article.source, article.title) == ("007", "ANSA", "Posti: 300")
    assert (article.published, article.published_from, article.url) == ("2024-06-19", "metadata", None)
    assert article.text == "\n" + TEXT


@pytest.mark.parametrize(
    "text",
    [
        "---\nUn testo fra righe\n---\n",
        "---\nRoma: tensione nel governo\naltro\n---\n" + TEXT,
        "---\n" + TEXT,
        "--- ciao ---\n",
        "a\n---\nb: c\n---\n",
        "Uno\n---\nDue\n",
    ],
)
def test_dashes_that_are_no_front_matter_stay(tmp_path: Path, text: str) -> None:
    assert one(tmp_path, "a.txt", text).text == text


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ('"2024-06-19"', "2024-06-19"),
        ("2024-06-19T10:00:00Z", "2024-06-19T10:00:00Z"),
        ("2024-06-19 10:00", "2024-06-19T10:00:00"),
        ("2024-06-19 10:00:00 +0200", "2024-06-19T10:00:00+02:00"),
    ],
)
def test_dates_of_front_matter_are_iso(tmp_path: Path, written: str, published: str) -> None:
    assert one(tmp_path, "a.txt", f"---\nPublished: {written}\n---\n{TEXT}").published == published


def test_front_matter_that_never_ends_is_text_with_a_warning(tmp_path: Path) -> None:
    text = "---\nsource: ANSA\n\n" + TEXT
    article = one(tmp_path, "a.txt", text)
    assert (article.text, article.source) == (text, None)
    assert "without a closing" in article.warnings[0]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("title: Meloni: no alla riforma: mai", "not valid YAML at line 2"),
        ("published: ieri", "'ieri', not an ISO date"),
        ("published: 2024-02-31", "not an ISO date"),
        ("source: [a, b]", "`source` must be a string"),
    ],
)
def test_bad_front_matter_is_a_problem(tmp_path: Path, head: str, words: str) -> None:
    assert words in problem(tmp_path, "a.txt", f"---\n{head}\n---\n{TEXT}")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_become_one(tmp_path: Path, newline: str) -> None:
    data = "---\nid: x\n---\nUno\ndue\n".replace("\n", newline)
    assert one(tmp_path, "a.txt", data).text == "Uno\ndue\n"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, b"%PDF-1.7 text", b"PK\x03\x04abc", b"\x89PNG\r\n", bytes(range(256)) * 4]
)
def test_binary_files_are_told(tmp_path: Path, data: bytes) -> None:
    assert "binary" in problem(tmp_path, "a.txt", data)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"---\nid: x\n---\n"])
def test_nothing_to_read_is_a_problem(tmp_path: Path, data: bytes) -> None:
    assert "empty" in (message := problem(tmp_path, "a.txt", data)) or "no text" in message


@pytest.mark.parametrize("name", ["a.json", "a.data"])
def test_json_article_and_list(tmp_path: Path, name: str) -> None:
    record = {
        "id": "x",
        "source": "AGI",
        "title": "T",
        "published": "2024-06-19T10:00:00+02:00",
        "url": "http://x",
        "text": TEXT,
    }
    article = one(tmp_path, name, json.dumps(record))
    assert (article.id, article.text, article.published_from) == ("x", TEXT, "metadata")
    assert article.published == record["published"]
    listed = read([put(tmp_path, "lista.json", json.dumps([{"text": "Uno."}, {"text": "Due.", "id": "b"}]))])
    assert [(a.id, a.text) for a in listed.articles] == [("lista-1", "Uno."), ("b", "Due.")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "no article"),
        ("7", "must be a JSON object"),
        ('{"title": "T"}', "`text` is missing"),
        ('{"text": 5}', "`text` must be a string, not a number"),
        ('{"text": "x", "id": 5}', "`id` must be a string"),
        ('{"text": "x", "published": "19/06/2024"}', "not an ISO date"),
        ('{"text": "x", "published": true}', "not a boolean"),
        ('{"text": "  "}', "no text"),
    ],
)
def test_bad_json_is_a_problem(tmp_path: Path, data: str, words: str) -> None:
    assert words in problem(tmp_path, "a.json", data)


def test_a_bad_line_names_its_number_and_spares_the_others(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "Uno."}', "", "{oops", '{"text": 3}', '{"text": "Cinque."}']
    result = read([put(tmp_path, "n.jsonl", "\ufeff" + "\r\n".join(lines))])
    assert [a.id for a in result.articles] == ["a", "n-5"]
    assert ["line 3" in result.problems[0], "line 4" in result.problems[1], len(result.problems)] == [True, True, 2]


def test_lone_surrogates_and_nul_in_json(tmp_path: Path) -> None:
    article = one(tmp_path, "a.json", '{"text": "a\\ud800b\\u0000c", "source": "X\\udfff"}')
    assert (article.text, article.source) == ("a\ufffdb\0c", "X\ufffd")
    assert article.warnings == ("1 invalid characters replaced by U+FFFD",)


def test_equal_ids_name_both_places_and_keep_the_first(tmp_path: Path) -> None:
    first, second = put(tmp_path, "x/a.txt", "Uno."), put(tmp_path, "y/a.txt", "Due.")
    result = read([first, second])
    assert [a.text for a in result.articles] == ["Uno."]
    (message,) = result.problems
    assert first in message
    assert second in message


def test_a_folder_gives_its_articles_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "c.png", ".nascosto.txt", ".git/x.txt"):
        put(tmp_path, name, "Testo.")
    assert [a.id for a in read([tmp_path]).articles] == ["z", "b"]


@pytest.mark.parametrize("path", ["/nessun/file.txt", "nul\0byte", ""])
def test_missing_paths_are_problems_beside_good_articles(tmp_path: Path, path: str) -> None:
    result = read([path, put(tmp_path, "a.txt", "Testo.")])
    assert [a.id for a in result.articles] == ["a"]
    assert "no such file" in result.problems[0]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert "holds no article" in read([tmp_path]).problems[0]


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ("Testo.", ["stdin"]),
        ("[Roma] Testo.", ["stdin"]),
        ('{"text": "Uno."}', ["stdin"]),
        ('[{"text": "Uno."}, {"text": "Due."}]', ["stdin-1", "stdin-2"]),
        ('{"text": "Uno."}\n{"text": "Due.", "id": "b"}\n', ["stdin-1", "b"]),
        ('{\n "text": "Uno."\n}', ["stdin"]),
    ],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, data: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    result = read(["-"])
    assert ([a.id for a in result.articles], result.problems) == (ids, ())
    assert {a.path for a in result.articles} == {"-"}


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Testo.")))
    result = read(["-", "-"])
    assert [a.id for a in result.articles] == ["stdin"]
    assert "more than once" in result.problems[0]


def test_a_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read(["-"]).problems == ("standard input: is closed",)


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_may_stand_alone(tmp_path: Path, kind: type) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    assert read(kind(path)) == read([path])


def test_links_to_files_are_read_and_broken_ones_told(tmp_path: Path) -> None:
    put(tmp_path, "altrove/a.txt", TEXT)
    folder = tmp_path / "cartella"
    folder.mkdir()
    (folder / "b.txt").symlink_to(tmp_path / "altrove" / "a.txt")
    (folder / "c.txt").symlink_to(tmp_path / "manca.txt")
    result = read([folder])
    assert [a.id for a in result.articles] == ["b"]
    assert "c.txt: cannot be read" in result.problems[0]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no file names that are not UTF-8")
def test_file_names_that_are_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "citt\udce0.txt").write_text(TEXT)
    (article,) = read([tmp_path]).articles
    assert article.id == "citt\ufffd"


def test_source_and_published_describe_one_article(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", f"---\nsource: A\n---\n{TEXT}")
    (article,) = read([path], source="B", published="2024-01-02").articles
    assert (article.source, article.published, article.published_from) == ("B", "2024-01-02", "metadata")
    with pytest.raises(ReadError, match="single article"):
        read([path, put(tmp_path, "b.txt", TEXT)], source="B")
    with pytest.raises(ReadError, match="not an ISO date"):
        read([path], published="domani")


PAGE = """<html><head><title>Posti in più</title><meta property="og:site_name" content="Il Foglietto">
<meta property="article:published_time" content="2024-03-02T10:00:00+01:00"></head><body><nav>Home Esteri</nav>
<article><h1>Posti in più</h1><p>Il ministro ha detto che i posti sono oltre 300 e che la riforma partirà presto.</p>
<p>Secondo l'opposizione i posti sarebbero meno di 200. «Non basta», ha detto il segretario del partito.</p></article>
</body></html>"""


@pytest.mark.parametrize("name", ["p.html", "p.htm", "p.pagina"])
def test_html_main_text_and_metadata(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    article = one(tmp_path, name, PAGE)
    assert "oltre 300" in article.text
    assert "Home Esteri" not in article.text
    assert (article.source, article.title, article.published) == ("Il Foglietto", "Posti in più", "2024-03-02")


def test_html_without_trafilatura_names_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert 'pip install "claimcheck-it[html]"' in problem(tmp_path, "p.html", PAGE)


def test_html_without_text_is_a_problem(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    assert "no main text" in problem(tmp_path, "p.html", "<html><body></body></html>")
