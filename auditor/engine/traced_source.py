"""Write the source of a part of an expression so that a log sees what it reads and compares."""

from auditor.engine.trace import pointer_of

_ROOTS = ("case", "facts", "param")
_THROUGH_LOG = ("any", "all")
"""Calls that are answered in spite of what they find missing, which the log then passes over."""


def read_source(path: str) -> str:
    """Return the source that reads a path of a rule through its log.

    >>> read_source("case.sroi.rows"), read_source("row.proxy")
    ("_log.read(case, (('sroi', '/sroi'), ('rows', '/sroi/rows')))", "row.read(('proxy',))")
    """
    root, *names = path.split(".")
    if root not in _ROOTS:
        return f"{root}.read({tuple(names)!r})"
    ends = [pointer_of(".".join((root, *names[: n + 1]))) for n in range(len(names))]
    return f"_log.read({root}, {tuple(zip(names, ends, strict=True))!r})"


def path_call_source(name: str, path: str, read: str, *, traced: bool) -> str:
    """Return the source that asks about a path, of which `read` is the source that reads it.

    >>> path_call_source("has", "case.sroi.rows", "…", traced=False)
    "_has(case, ('sroi', 'rows'))"
    >>> path_call_source("nil", "row.proxy", "row.read(('proxy',))", traced=True)
    "_log.nil(lambda: row.read(('proxy',)))"
    """
    if name == "stated":
        return f"_stated({read})"
    root, *names = path.split(".")
    return f"_log.{name}(lambda: {read})" if traced else f"_{name}({root}, {tuple(names)!r})"


def call_source(name: str, *, traced: bool) -> str:
    """Return the source of a call; one that may pass something over is made through the log.

    >>> call_source("any", traced=True), call_source("sum", traced=True)
    ('_log.any', '_sum')
    """
    return f"_log.{name}" if traced and name in _THROUGH_LOG else f"_{name}"


def compare_source(left: str, sign: str, right: str, *, wanted: bool | None, side: str) -> str:
    """Return the source of a comparison; where something is expected, through the log.

    >>> compare_source("a", "<", "b", wanted=True, side="left")
    "_log.compare(True, '<', 'left', lambda: a, lambda: b)"
    """
    if wanted is None or not side:
        return f"({left} {sign} {right})"
    return f"_log.compare({wanted}, {sign!r}, {side!r}, lambda: {left}, lambda: {right})"
