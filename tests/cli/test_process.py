"""The command as a process of its own: what it imports, closed and full streams, locales."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def python(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, env=kept, check=False)


HEAVY = ("spacy", "thinc", "numpy", "trafilatura", "rich.console", "sqlite3")


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"], ["boh"]])
def test_help_starts_without_heavy_imports(arguments: list[str]) -> None:
    program = f"""
import sys
sys.argv = ["claimcheck", *{arguments!r}]
from claimcheck.cli.app import main
try:
    main()
except SystemExit:
    pass
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    assert python("-c", program).stdout.splitlines()[-1] == "[]"


def test_importing_the_package_starts_without_spacy() -> None:
    program = "import sys, claimcheck; claimcheck.read([]); claimcheck.Article; print('spacy' in sys.modules)"
    assert python("-c", program).stdout == "False\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    program = f"{sys.executable} -m claimcheck schema | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


def test_results_are_utf8_whatever_the_terminal_says() -> None:
    done = python("-m", "claimcheck", "extract", "/non/esiste/è.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


@pytest.mark.parametrize(
    ("redirection", "message"),
    [
        (">&-", "claimcheck: standard output: is closed\n"),
        (">/dev/full", "claimcheck: standard output: cannot be written: No space left on device\n"),
        (">&- 2>&-", ""),
    ],
)
def test_a_standard_output_that_takes_nothing_is_an_error(redirection: str, message: str) -> None:
    program = f"{sys.executable} -m claimcheck schema {redirection}"
    done = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, message)


def test_file_names_do_not_depend_on_the_locale(tmp_path: Path) -> None:
    (tmp_path / "è.txt").write_text("", encoding="utf-8")
    program = (
        "import sys; from claimcheck.reading import read; print(ascii(read(sys.argv[1:]).problems[0].split(': ')[0]))"
    )
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert python("-c", program, str(tmp_path / "è.txt"), **plain).stdout.strip() == ascii(str(tmp_path / "è.txt"))
