"""Limit what this process may take, before it opens what a stranger wrote, and say how it ended."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from signal import Signals

OUT_OF_MEMORY = 71
"""The exit code of a process that may take no more memory."""
_TIME_OVER = ("SIGXCPU", "SIGKILL")  # the second where the first was not obeyed


def limit_room(*, memory: int, written: int) -> None:
    """Let this process take no more memory, and write no more, than so many bytes."""
    with suppress(ImportError):  # on Windows
        import resource

        _set(resource.RLIMIT_AS, memory)
        _set(resource.RLIMIT_FSIZE, written)
        _set(resource.RLIMIT_CORE, 0)


def limit_time(seconds: int) -> None:
    """Let this process take no more processor time."""
    with suppress(ImportError):  # on Windows; the time is limited from outside
        import resource

        _set(resource.RLIMIT_CPU, seconds)


@contextmanager
def within_memory() -> Iterator[None]:
    """End this process with a code of its own where it may take no more memory."""
    try:
        yield
    except MemoryError:
        raise SystemExit(OUT_OF_MEMORY) from None


def how_it_ended(code: int) -> str:
    """Return in words how a process with limits came to its end, by its exit code."""
    if code == OUT_OF_MEMORY:
        return "it takes more memory to read than is allowed"
    if code >= 0:
        return "its reader ended before it was done"
    name = _name(-code)
    if name in _TIME_OVER:
        return "it takes more time to read than is allowed, or the system stopped its reader"
    return f"its reader broke down ({name})"


def _name(number: int) -> str:
    try:
        return Signals(number).name
    except ValueError:
        return f"signal {number}"


def _set(what: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, hard))
