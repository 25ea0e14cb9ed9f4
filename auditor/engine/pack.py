"""Read a folder of YAML into a checked pack, or one precise error."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from auditor.engine.admission import refuse_unmeant
from auditor.engine.clauses import FILE as CLAUSES
from auditor.engine.clauses import read_clauses
from auditor.engine.frameworks import Frameworks, frameworks_of_pack
from auditor.engine.in_common import Common, read_common, read_sources
from auditor.engine.levels import FILE as LEVELS
from auditor.engine.levels import StagedModel, read_levels
from auditor.engine.pack_files import digest_lines, digest_of_lines, files_of_pack
from auditor.engine.pack_parts import Clause, PackInfo, Parameter, Source, Thresholds
from auditor.engine.parameters import parameter_types, read_parameters
from auditor.engine.read import checked, place, read_plain, read_rule
from auditor.engine.ready import ReadyRule, make_ready
from auditor.engine.rule import Cite, Rule
from auditor.errors import Problem, RulesError, UsageError
from auditor.finding import Citation
from auditor.model.describe import FieldType
from auditor.resources import rules_folder

ALL = "all"
_NOT_RULES = ("pack.yaml", CLAUSES, LEVELS, "sources.yaml")


@dataclass(frozen=True, eq=False)
class Pack:
    """A pack ready to run, with the digest of everything it was read from; equal only to itself."""

    info: PackInfo
    folder: Path
    sha256: str
    rules: tuple[ReadyRule, ...]
    clauses: tuple[Clause, ...]
    levels: StagedModel | None
    sources: tuple[Source, ...]
    parameters: Mapping[str, Parameter]
    frameworks: Frameworks
    thresholds: Thresholds


def published_packs() -> tuple[str, ...]:
    """Return the ids of the packs that come with the program, in order."""
    folders = (path.parent.name for path in rules_folder().glob("*/pack.yaml"))
    return tuple(sorted(folders))


def is_published(pack: Pack) -> bool:
    """Say whether a pack came with the program, where its own tests prove it."""
    return pack.folder.parent == rules_folder()


def load_packs(names: Iterable[str] = (), *, with_cases: bool = False) -> tuple[Pack, ...]:
    """Load packs by id or folder; `all`, or no name, stands for all that are published.

    Raises UsageError for a name that is not a pack, RulesError for a pack that is broken.
    """
    named = tuple(names) or (ALL,)
    wanted = [each for name in named for each in (published_packs() if name == ALL else (name,))]
    folders = {_folder(name).resolve(): _folder(name) for name in wanted}
    common = read_common()
    packs = tuple(_load(folder, common, with_cases=with_cases) for folder in folders.values())
    _refuse_clashes(packs)
    return packs


def _refuse_clashes(packs: tuple[Pack, ...]) -> None:
    """Refuse packs that cannot be applied together: each counts and names its own findings."""
    ids: dict[str, Path] = {}
    rules: dict[str, str] = {}
    numbers: dict[str, Parameter] = {}
    frameworks: dict[str, Path] = {}
    for pack in packs:
        if pack.info.id in ids:
            problem = f"two packs have the id `{pack.info.id}`: {ids[pack.info.id]}, {pack.folder}"
            hint = "name one of them, or give one another id in its pack.yaml"
            raise UsageError(Problem(problem, hint=hint))
        ids[pack.info.id] = pack.folder
        for ready in pack.rules:
            if ready.rule.id in rules:
                problem = f"rule `{ready.rule.id}` is defined twice, also in {rules[ready.rule.id]}"
                raise RulesError(Problem(problem, ready.where, "an id is never used twice"))
            rules[ready.rule.id] = ready.where
        for name, parameter in pack.parameters.items():
            if numbers.setdefault(name, parameter) != parameter:
                problem = f"parameter `{name}` is not the same as in another pack"
                where, hint = f"{pack.info.id}/parameters", "give one of them another id"
                raise RulesError(Problem(problem, where, hint))
        for name, path in pack.frameworks.files.items():
            if frameworks.setdefault(name, path) != path:
                problem = f"outcome framework `{name}` is also one of another pack"
                where, hint = f"{pack.info.id}/frameworks", "give one of them another id"
                raise RulesError(Problem(problem, where, hint))


def _refuse_unsourced(parameters: Mapping[str, Parameter], sources: Mapping[str, Source]) -> None:
    """Refuse a parameter that cites what no list of sources describes."""
    for parameter in parameters.values():
        for cite in (cite for value in parameter.values for cite in value.cite):
            if cite.source not in sources:
                raise _undefined(cite, sources, f"parameters/{parameter.id}.yaml")


def _refuse_unread(folder: Path) -> None:
    """Refuse a file that looks like a rule and would not be read as one."""
    unread = sorted(folder.glob("*.yml")) + sorted(folder.glob("parameters/*.yml"))
    if unread:
        hint = f"rename it {unread[0].stem}.yaml"
        raise RulesError(Problem("a file that ends in .yml is not read", place(unread[0]), hint))


def _folder(name: str) -> Path:
    known = published_packs()
    if name in known:
        return rules_folder() / name
    own = Path(name)
    if (own / "pack.yaml").is_file():
        return own
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean `{close[0]}`? " if close else ""
    hint += f"the packs are {', '.join(known)}; a folder that holds a pack.yaml also works"
    raise UsageError(Problem(f"there is no rule pack `{name}`", hint=hint))


def load_pack(folder: Path, *, with_cases: bool = False) -> Pack:
    """Load one pack from its folder."""
    return _load(folder, read_common(), with_cases=with_cases)


def _load(folder: Path, common: Common, *, with_cases: bool) -> Pack:
    info = checked(folder / "pack.yaml", PackInfo, read_plain(folder / "pack.yaml"))
    sources = _sources(common, folder)
    parameters = read_parameters([folder / "parameters"], common.parameters)
    param = parameter_types(parameters)
    by_id = {source.id: source for source in sources}
    _refuse_unsourced(parameters, by_id)
    _refuse_unread(folder)
    paths = sorted(path for path in folder.glob("*.yaml") if path.name not in _NOT_RULES)
    rules = tuple(_rule(path, info.id, by_id, param, with_cases) for path in paths)
    if not rules:
        hint = "`auditor rules new` drafts one"
        raise RulesError(Problem("this pack holds no rule", folder.absolute().name, hint))
    for ready in rules:
        refuse_unmeant(ready, parameters)
    return Pack(
        info=info,
        folder=folder,
        sha256=digest_of_lines(common.lines, digest_lines(files_of_pack(folder))),
        rules=rules,
        clauses=read_clauses(folder, {ready.rule.id for ready in rules}),
        levels=read_levels(folder, by_id),
        sources=sources,
        parameters=parameters,
        frameworks=frameworks_of_pack(common.folder, folder),
        thresholds=common.thresholds,
    )


def _sources(common: Common, folder: Path) -> tuple[Source, ...]:
    sources = (*common.sources, *read_sources(folder))
    twice = sorted(
        name for name, times in Counter(each.id for each in sources).items() if times > 1
    )
    if twice:
        path = folder / "sources.yaml"
        where = place(path if path.is_file() else common.folder / "sources.yaml")
        raise RulesError(Problem(f"source `{twice[0]}` is defined twice", where))
    return sources


def _rule(
    path: Path, pack: str, sources: Mapping[str, Source], param: FieldType, with_cases: bool
) -> ReadyRule:
    rule = checked(path, Rule, read_rule(path, with_cases=with_cases))
    where = place(path)
    name, _, words = path.stem.partition(f"{rule.id}-")
    if name or not words or len(words.split("-")) > 5:
        hint = f"name it {rule.id}-at-most-five-words.yaml"
        problem = "the file's name is not the rule's id and at most five words"
        raise RulesError(Problem(problem, where, hint))
    citations = tuple(_citation(cite, sources, where) for cite in rule.cite)
    return make_ready(rule, pack=pack, where=where, citations=citations, param=param)


def _citation(cite: Cite, sources: Mapping[str, Source], where: str) -> Citation:
    source = sources.get(cite.source)
    if source is None:
        raise _undefined(cite, sources, where)
    return Citation(source.id, source.title, cite.where, source.url, cite.confidence)


def _undefined(cite: Cite, sources: Mapping[str, Source], where: str) -> RulesError:
    close = get_close_matches(cite.source, sources, n=1)
    hint = f"did you mean `{close[0]}`?" if close else "add it to sources.yaml"
    return RulesError(Problem(f"source `{cite.source}` is not defined", f"{where}, cite", hint))
