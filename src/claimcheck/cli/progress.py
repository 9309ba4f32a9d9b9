"""How far long work has come, on standard error: done of all, rate, remaining time."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """The rate, empty until it is known."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


@contextmanager
def progress(message: str, total: int | None, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on standard error; what it yields is called when one more is done. Nothing when quiet or no terminal.

    Without a `total` it shows how many are done and the rate.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(message, total=total)
        yield lambda: bar.advance(task)
