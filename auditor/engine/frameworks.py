"""Read outcome frameworks: those that are published, those of a pack, those of a command."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from auditor.engine.read import checked, place, plain, read_text
from auditor.errors import Problem, RulesError, UsageError
from auditor.model.framework import Framework, KnownFramework
from auditor.resources import rules_folder

FOLDER = "frameworks"


def together(
    held: Iterable[Mapping[str, KnownFramework]], own: Mapping[str, KnownFramework]
) -> dict[str, KnownFramework]:
    """Return the frameworks that packs hold with those of one's own.

    Raises UsageError where an id stands for two different ones.
    """
    found = {name: each for some in held for name, each in some.items()}
    for name, each in own.items():
        if found.setdefault(name, each).given != each.given:
            problem = f"outcome framework `{name}` is already that of another framework"
            where, hint = each.given.title, "give yours another id"
            raise UsageError(Problem(problem, where, hint))
    return found


def read_frameworks(folders: Iterable[Path]) -> dict[str, KnownFramework]:
    """Read the frameworks in some folders, by id; raises RulesError for one that is broken.

    The same id twice is refused: a file that names it would be held to either.
    """
    return joined({}, (path for folder in folders for path in sorted(folder.glob("*.yaml"))))


def own_frameworks(paths: Iterable[Path]) -> dict[str, KnownFramework]:
    """Read frameworks of one's own, each a file or a folder of files.

    Raises UsageError where there is none, RulesError for one that is broken.
    """
    return joined({}, (file for path in paths for file in _files(path)))


def joined(known: Mapping[str, KnownFramework], paths: Iterable[Path]) -> dict[str, KnownFramework]:
    """Return what is known with the frameworks in some files beside it."""
    found = dict(known)
    for path in dict.fromkeys(paths):
        framework = _framework(path, read_text(path))
        if framework.given.id in found:
            problem = f"outcome framework `{framework.given.id}` is defined twice"
            raise RulesError(Problem(problem, place(path), "give one of them another id"))
        found[framework.given.id] = framework
    return found


def _files(path: Path) -> tuple[Path, ...]:
    if path.is_dir():
        files = tuple(sorted(path.glob("*.yaml")))
        if files:
            return files
        problem, hint = "this folder holds no outcome framework", "a framework ends in .yaml"
        raise UsageError(Problem(problem, str(path), hint))
    if path.is_file():
        return (path,)
    raise UsageError(Problem("there is no such file or folder", str(path), "see --framework"))


@lru_cache(maxsize=64)
def _framework(path: Path, text: str) -> KnownFramework:
    """Read one framework; kept by its text, so that a file that changes is read again."""
    given = checked(path, Framework, plain(path, text))
    digest = sha256(path.read_bytes()).hexdigest()
    return KnownFramework(given, digest, published=path.is_relative_to(rules_folder()))
