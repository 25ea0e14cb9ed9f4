"""Say every two seconds how far a long run has come, on standard error, unless it is quiet."""

import time
from collections.abc import Callable
from pathlib import Path

import click

_SECONDS = 2.0


class Progress:
    """Keep the time of a run, and say how far it has come in a file or in what is counted."""

    def __init__(
        self,
        path: Path,
        *,
        things: str = "processes",
        quiet: bool = False,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._size = path.stat().st_size if path.is_file() else 0
        self._quiet, self._now, self._last = quiet, now, now()
        self._things, self._audited = things, 0

    def bytes_read(self, number: int) -> None:
        """Note how much of the file has been read."""
        if self._due():
            click.echo(f"Read {number / 1e6:,.0f} of {self._size / 1e6:,.0f} MB…", err=True)

    def audited(self) -> None:
        """Note that one more of the things that are counted has been audited."""
        self._audited += 1
        if self._due():
            click.echo(f"Audited {self._audited:,} {self._things}…", err=True)

    def _due(self) -> bool:
        if self._quiet:
            return False
        now = self._now()
        due = now - self._last > _SECONDS
        self._last = now if due else self._last
        return due
