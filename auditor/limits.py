"""Limit what this process may take, before it opens what a stranger wrote."""

from contextlib import suppress


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


def _set(what: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, hard))
