"""Cut the file of each earlier stage from a whole one; what goes at each stage is data."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from auditor.load.yaml_reader import load_plain
from auditor.load.yaml_writer import yaml_text

FOLDER = Path(__file__).parent.parent.parent / "examples" / "life"
CUTS = Path(__file__).parent / "cuts.yaml"
_HEAD = "# yaml-language-server: $schema=../../schemas/{kind}-file.schema.json\n"
_SAID = (
    "FICTIONAL from end to end. The file as it stood on {day}: cut by\n"
    "scripts/life from {whole}, as its cuts.yaml says. Change those, not this file."
)
_NAMES = ("id", "at", "reference")


def cut(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Yield name and text of the file of each earlier stage, the latest first."""
    cuts = load_plain(CUTS.read_text(encoding="utf-8"), name=CUTS.name)
    for each in cuts["wholes"]:
        whole = each["whole"]
        data = load_plain((folder / whole).read_text(encoding="utf-8"), name=whole)
        for stage in each["stages"]:
            for path in stage.get("without", ()):
                _drop(data, path.split("."))
            for path, field in cuts["dated"].items():
                _drop_later(data, path.split("."), field, stage["day"])
            for path, value in stage["set"].items():
                _set(data, path.split("."), value)
            data["stage"] = stage["stage"]
            _drop_uses(data, {entry["id"] for entry in data["evidence"]})
            head = _HEAD.format(kind=data["kind"])
            said = _SAID.format(day=stage["day"], whole=whole)
            yield stage["file"], head + yaml_text(data, comment=said)


def _entries(part: Any, key: str) -> Sequence[Any]:
    """Return the keys or places of a part that a step of a path means."""
    if isinstance(part, dict):
        return list(part) if key == "*" else [key] if key in part else []
    if not isinstance(part, list):
        return []
    named = (i for i, each in enumerate(part) if key == "*" or key in _names(each))
    return list(named)


def _names(entry: Any) -> list[Any]:
    return [entry.get(name) for name in _NAMES] if isinstance(entry, dict) else []


def _drop(part: Any, path: Sequence[str]) -> bool:
    """Take what a path means out of a part; a list of which nothing is left goes too."""
    found = False
    for key in reversed(_entries(part, path[0])):
        if len(path) == 1:
            del part[key]
            found = True
        elif _drop(part[key], path[1:]):
            found = True
            if not part[key]:
                del part[key]
    return found


def _drop_later(part: Any, path: Sequence[str], field: str, day: str) -> None:
    """Take from a list, or from each that a path means, what is dated after a day."""
    for key in reversed(_entries(part, path[0])):
        if len(path) > 1:
            _drop_later(part[key], path[1:], field, day)
        elif isinstance(part[key], list):
            part[key] = [e for e in part[key] if (e[field] if field else e) <= day]
            if not part[key]:
                del part[key]


def _set(part: Any, path: Sequence[str], value: Any) -> None:
    for key in path[:-1]:
        part = part[_entries(part, key)[0]]
    part[path[-1]] = value


def _drop_uses(part: Any, known: set[str]) -> None:
    """Take out each use of evidence that is not in the register."""
    for each in part.values() if isinstance(part, dict) else part:
        if isinstance(each, dict | list):
            _drop_uses(each, known)
    if isinstance(part, dict) and isinstance(uses := part.get("evidence"), list):
        if all(isinstance(use, str) for use in uses):
            part["evidence"] = [use for use in uses if use in known]
        if not part["evidence"]:
            del part["evidence"]


def write(folder: Path = FOLDER) -> None:
    """Write the files of the earlier stages."""
    for name, text in cut(folder):
        (folder / name).write_text(text, encoding="utf-8")
