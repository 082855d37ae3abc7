"""How far a run has come: a bar on a terminal, plain lines elsewhere."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

BAR_AFTER_SECONDS = 1.0


class Progress:
    """Where a run is told of: here as plain lines, without a bar."""

    def advance(self) -> None:
        """Count one more seed."""

    def echo(self, line: str, *, err: bool = False) -> None:
        """Print a line on standard output or standard error."""
        click.echo(line, err=err)


class ProgressBar(Progress):
    """A bar on the terminal, with the lines above it."""

    def __init__(self, label: str, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._console = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
        self.bar = Bar(console=self._console, transient=True, redirect_stdout=False, redirect_stderr=False)
        self._task = self.bar.add_task(label, total=total)

    def advance(self) -> None:
        """Move the bar by one seed."""
        self.bar.advance(self._task)

    def echo(self, line: str, *, err: bool = False) -> None:
        """Print above the bar what goes to the same terminal."""
        if err or sys.stdout.isatty():
            self._console.print(line)
        else:
            super().echo(line)


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Progress]:
    """Yield where to tell of a run; on a terminal a bar appears once it takes over a second."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    shown = ProgressBar(label, total)
    timer = threading.Timer(BAR_AFTER_SECONDS, shown.bar.start)
    timer.start()
    try:
        yield shown
    finally:
        timer.cancel()
        timer.join()
        shown.bar.stop()
