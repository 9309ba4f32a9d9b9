"""How far long work has come, on standard error: done of all, rate, remaining time."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

if TYPE_CHECKING:
    from claimcheck.corpus import Corpus


class Rate(ProgressColumn):
    """Things done in a second."""

    def render(self, task: Task) -> Text:
        """The rate, empty until it is known."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


@contextmanager
def progress(message: str, total: int | None, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; what it yields is called with how many more are done. Nothing when quiet or no terminal.

    Without a `total` it shows how many are done and the rate.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(message, total=total)
        yield lambda count: bar.advance(task, count)


def renewed(corpus: "Corpus", quiet: bool) -> None:
    """Index anew what older rules indexed, with a bar; nothing when all is up to date."""
    from claimcheck.checking import renew, rules

    outdated = len(corpus.outdated(rules()))
    with progress("index", outdated, quiet or not outdated) as step:
        for _ in renew(corpus):
            step(1)


def embedded(corpus: "Corpus", quiet: bool) -> None:
    """Make the sentence vectors that are missing, with a bar; nothing when all have one."""
    pending = corpus.pending()
    with progress("vectors", pending, quiet or not pending) as step:
        for count in corpus.embed():
            step(count)
