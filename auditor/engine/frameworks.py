"""Read outcome frameworks: those that are published, those of a pack, those of a command."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from auditor.engine.read import checked, place, plain, read_text
from auditor.errors import Problem, RulesError, UsageError
from auditor.model.framework import Framework, KnownFramework
from auditor.resources import rules_folder

FOLDER = "frameworks"
_ELSE = "give one of them another id"
_NONE: Mapping[str, KnownFramework] = MappingProxyType({})


class Frameworks(Mapping[str, KnownFramework]):
    """Outcome frameworks by id: those that were given, and files each read when first asked for.

    Most files follow none, and a run for them reads none.
    """

    def __init__(
        self, files: Mapping[str, Path], given: Mapping[str, KnownFramework] = _NONE
    ) -> None:
        self.files = files
        self._known = dict(given)

    def __getitem__(self, name: str) -> KnownFramework:
        """Return a framework; raises KeyError where there is none, RulesError for a broken one."""
        if name not in self._known:
            self._known[name] = _in_pack(self.files[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids in order."""
        return iter(sorted({*self.files, *self._known}))

    def __len__(self) -> int:
        """Return how many there are."""
        return len({*self.files, *self._known})


def frameworks_of_pack(common: Path, folder: Path) -> Frameworks:
    """Return the frameworks of a pack: those that all have, and those in a folder of its own.

    Raises RulesError for one of its own that is broken, or that has the id of a common one.
    """
    files = {path.stem: path for path in _yaml_in(common / FOLDER)}
    for path in _yaml_in(folder / FOLDER):
        name = _in_pack(path).given.id
        if name in files:
            problem = f"outcome framework `{name}` is defined twice"
            raise RulesError(Problem(problem, place(path), _ELSE))
        files[name] = path
    return Frameworks(files)


def own_frameworks(paths: Iterable[Path]) -> dict[str, KnownFramework]:
    """Read frameworks of one's own, each a file or a folder of files.

    Raises UsageError where there is none, RulesError for one that is broken.
    """
    found: dict[str, KnownFramework] = {}
    for path in dict.fromkeys(file for each in paths for file in _files(each)):
        framework = _framework(path, read_text(path))
        if framework.given.id in found:
            problem = f"outcome framework `{framework.given.id}` is defined twice"
            raise RulesError(Problem(problem, place(path), _ELSE))
        found[framework.given.id] = framework
    return found


def bytes_of(paths: Iterable[Path]) -> dict[str, bytes]:
    """Return the bytes of frameworks of one's own by id, as `own_frameworks` reads them."""
    files = dict.fromkeys(file for each in paths for file in _files(each))
    return {_framework(path, read_text(path)).given.id: path.read_bytes() for path in files}


def together(held: Iterable[Frameworks], own: Mapping[str, KnownFramework]) -> Frameworks:
    """Return the frameworks that packs hold with those of one's own.

    Raises UsageError where an id stands for two different ones.
    """
    files = {name: path for some in held for name, path in some.files.items()}
    for name, framework in own.items():
        if name in files and _in_pack(files[name]).given != framework.given:
            problem = f"there is already an outcome framework `{name}`, and it is another one"
            raise UsageError(Problem(problem, "--framework", "give yours another id"))
    return Frameworks(files, own)


def _yaml_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.yaml")))


def _files(path: Path) -> tuple[Path, ...]:
    files = _yaml_in(path) if path.is_dir() else (path,) if path.exists() else ()
    if not files:
        problem = "there is no outcome framework here"
        hint = "name a YAML file, or a folder of files that end in .yaml"
        raise UsageError(Problem(problem, f"--framework {path}", hint))
    return files


def _in_pack(path: Path) -> KnownFramework:
    """Read a framework that is found by the name of its file."""
    framework = _framework(path, read_text(path))
    if path.stem != framework.given.id:
        problem, hint = "the file's name is not the framework's id", f"{framework.given.id}.yaml"
        raise RulesError(Problem(problem, place(path), f"name it {hint}"))
    return framework


@lru_cache(maxsize=64)
def _framework(path: Path, text: str) -> KnownFramework:
    """Read one framework; kept by its text, so that a file that changes is read again."""
    given = checked(path, Framework, plain(path, text))
    digest = sha256(path.read_bytes()).hexdigest()
    return KnownFramework(given, digest, published=path.is_relative_to(rules_folder()))
