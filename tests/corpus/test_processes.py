"""Killed at random moments, written by several at once: nothing reported is lost, nothing half is left."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.corpus import Corpus
from tests.corpus.build import put, sound
from tests.corpus.writer import given

ROOT = Path(__file__).parents[2]
KILLS = 10
COUNT = 60


def start(path: Path, prefix: str, count: int = COUNT) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.corpus.writer", str(path), prefix, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def killed_after(process: subprocess.Popen[str], lines: int, wait: float) -> list[str]:
    """What the process reported before it was killed: after so many lines and a moment more."""
    assert process.stdout is not None
    said = [line for _, line in zip(range(lines), process.stdout, strict=False)]
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    process.wait()
    return [line for line in "".join([*said, rest]).split("\n") if line]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_process_loses_nothing_and_leaves_nothing_half(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "c.sqlite"
    dice = random.Random(seed)
    reported = killed_after(start(path, "a"), dice.randrange(1, COUNT), dice.random() / 50)
    readings = given("a", COUNT)
    assert [line.split()[0] for line in reported] == [r.article.id for r in readings[: len(reported)]]
    assert sound(path)
    allowed = [{r.article.id: r for r in readings[:n]} for n in (len(reported), len(reported) + 1)]
    with Corpus(path) as corpus:
        stored = {r.article.id: r for r in corpus.readings()}
        assert stored in allowed  # what was reported, and at most the one article stored but not yet reported
        put(corpus, *readings[len(reported) :])
        assert {r.article.id: r for r in corpus.readings()} == {r.article.id: r for r in readings}
    assert sound(path)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    writers = [start(path, prefix) for prefix in ("a", "b", "a")]  # the last stores what the first stores
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with Corpus(path) as corpus:
        stored = {r.article.id: r for r in corpus.readings()}
    assert stored == {r.article.id: r for prefix in ("a", "b") for r in given(prefix, COUNT)}
    assert sound(path)
