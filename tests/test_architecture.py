"""Keep the layout: who may import whom, and what may stand where."""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).parent.parent

# A module imports only from its own row or a lower one. The longest name that fits decides, and a
# name stands for everything inside it.
LAYERS: Mapping[str, int] = MappingProxyType(
    {
        "auditor.errors": 0,
        "auditor.limits": 0,
        "auditor.resources": 0,
        "auditor.version": 0,
        "auditor.counted": 0,
        "auditor.load": 1,
        "auditor.model": 1,
        "auditor.schema": 1,
        "auditor.finding": 1,
        "auditor.canonical": 1,
        "auditor.write": 1,
        "auditor.evidence.result": 1,
        "auditor.value": 2,
        "auditor.evidence": 2,
        "auditor.facts": 2,
        "auditor.analysis": 3,
        "auditor.engine": 3,
        "auditor.conclusion": 4,
        "auditor.gates": 4,
        "auditor.levels": 4,
        "auditor.report": 5,
        "auditor.assemble": 6,
        "auditor.assemble_coverage": 6,
        "auditor.assemble_documents": 6,
        "auditor.audit": 6,
        "auditor.comparison": 6,
        "auditor.valuation": 6,
        "auditor": 7,  # the front door re-exports the audit; nothing below it goes through it
        "auditor.output": 7,
        "auditor.engine.examples": 7,
        "auditor.impact": 6,
        "auditor.import_file": 7,
        "auditor.remember": 8,
        "auditor.scaffold": 7,
        "auditor.scaffold_fields": 7,
        "auditor.scaffold_file": 7,
        "auditor.workbook": 7,
        "auditor.report_schema": 7,
        "auditor.report_schema.verification": 8,
        "auditor.report_schema.__main__": 8,
        "auditor.sealing": 8,
        "auditor.cli": 9,
    }
)

# Each library of other people is imported in one place, so that it can be replaced.
LIBRARIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "click": ("auditor.cli",),
        "cryptography": ("auditor.sealing.certificate",),
        "docx": ("auditor.evidence.word",),
        "holidays": ("auditor.engine.calendar",),
        "ijson": ("auditor.load.ocds.events",),
        "jinja2": ("auditor.output.html",),
        "jsonschema": ("auditor.schema.check",),
        "numpy": ("auditor.analysis.draws",),
        "ocdsmerge": ("auditor.load.ocds.merge",),
        "openpyxl": ("auditor.load.workbook_reader",),
        "pikepdf": (
            "auditor.output.pdf_conform",
            "auditor.output.signature",
            "auditor.sealing.contents",
            "auditor.sealing.objects",
        ),
        "pydantic": (
            "auditor.model",
            "auditor.engine",
            "auditor.schema",
            "auditor.report_schema",
        ),
        "pyhanko": ("auditor.sealing.sign", "auditor.sealing.signatures"),
        "pypdfium2": ("auditor.evidence.pdf", "auditor.evidence.pdf_shown"),
        "rfc8785": ("auditor.canonical",),
        "weasyprint": ("auditor.output.pdf",),
        "xlsxwriter": ("auditor.workbook.xlsx",),
        "yaml": ("auditor.load.yaml_reader", "auditor.load.yaml_writer"),
    }
)
PACKAGE_NAMES = {"docx": "python-docx", "yaml": "pyyaml"}
PARTS = {"pydantic_core": "pydantic", "pyhanko_certvalidator": "pyhanko"}


def inside(module: str, place: str) -> bool:
    """Say whether a module is this place or stands inside it."""
    return module == place or module.startswith(f"{place}.")


def layer(module: str) -> int | None:
    """Return the row of a module, or None where the table does not name it."""
    fits = [name for name in LAYERS if inside(module, name)]
    best = max(fits, key=len, default="auditor")
    unnamed = best == "auditor" and module != "auditor"
    return None if unnamed else LAYERS[best]


def modules(package: Path) -> dict[str, str]:
    """Read every module of a package: dotted name to source."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = path.read_text(encoding="utf-8")
    return found


def imports(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, module and imported name ("" for `import module`) of every import statement."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, module, alias.name) for alias in node.names)


def internal(tree: Mapping[str, str], module: str) -> Iterator[tuple[int, str]]:
    """Yield line and target of every import of our own; `from a import b` may mean module a.b."""
    for line, target, name in imports(tree[module]):
        if inside(target, "auditor"):
            deeper = f"{target}.{name}"
            reexported = target == "auditor" and name == "audit"
            yield line, deeper if deeper in tree and not reexported else target


def upward_imports(tree: Mapping[str, str]) -> list[str]:
    """Name every import that reaches into a higher row, and every module without a row."""
    wrong = [f"{module}: has no row in LAYERS" for module in tree if layer(module) is None]
    for module in tree:
        for line, target in internal(tree, module):
            here, there = layer(module), layer(target)
            if here is not None and there is not None and there > here:
                wrong.append(f"{module}:{line} (row {here}) imports {target} (row {there})")
    return wrong


def cycle(tree: Mapping[str, str]) -> list[str]:
    """Return one circle of imports, or nothing."""
    edges = {m: sorted({t for _, t in internal(tree, m) if t in tree} - {m}) for m in tree}
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        for target in edges[module]:
            if found := walk(target, [*path, module]):
                return found
        done.add(module)
        return []

    return next((found for module in tree if (found := walk(module, []))), [])


def misplaced_libraries(tree: Mapping[str, str]) -> list[str]:
    """Name every import of a library outside the one place that it has."""
    wrong = []
    for module, source in tree.items():
        for line, target, _ in imports(source):
            top = PARTS.get(target.partition(".")[0], target.partition(".")[0])
            if target.startswith("."):
                wrong.append(f"{module}:{line} imports relatively: write the full name")
            elif top != "auditor" and top not in sys.stdlib_module_names:
                places = LIBRARIES.get(top, ())
                if not any(inside(module, place) for place in places):
                    allowed = " or ".join(places) or "nowhere"
                    wrong.append(f"{module}:{line} imports {top}, which is allowed in {allowed}")
    return wrong


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Say whether a handler catches everything."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = [ast.unparse(kind) if kind else "" for kind in kinds]
    return any(name in {"", "Exception", "BaseException"} for name in names)


# At the top of the command line, and around other people's parsers of a PDF from a stranger.
MAY_CATCH_ALL = ("auditor.cli.guard", "auditor.sealing.contents")


def broad_handlers(tree: Mapping[str, str]) -> list[str]:
    """Name every handler that catches everything, but for those that report a fault as such."""
    return [
        f"{module}:{node.lineno} catches everything"
        for module, source in tree.items()
        if module not in MAY_CATCH_ALL
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]


def printing(tree: Mapping[str, str]) -> list[str]:
    """Name every place outside the command line that writes to the terminal or ends the program."""
    calls = {"print", "input", "exit", "quit"}
    streams = {"sys.stdout", "sys.stderr", "sys.exit"}
    wrong = []
    for module, source in tree.items():
        for node in ast.walk(ast.parse(source)):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            touched = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
            if (called in calls or touched in streams) and not inside(module, "auditor.cli"):
                wrong.append(f"{module}:{node.lineno} uses {called or touched}")
    return wrong


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    return modules(ROOT / "auditor")


CHECKS = [upward_imports, cycle, misplaced_libraries, broad_handlers, printing]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_layout_is_kept(check, tree):
    found = check(tree)
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    ("check", "broken", "says"),
    [
        (
            upward_imports,
            {"auditor.value.x": "\ndef f():\n    from auditor import report", "auditor.report": ""},
            "auditor.value.x:3 (row 2) imports auditor.report (row 5)",
        ),
        (
            upward_imports,
            {"auditor.load.x": "from auditor import load_packs", "auditor": ""},
            "auditor.load.x:1 (row 1) imports auditor (row 7)",
        ),
        (
            upward_imports,
            {"auditor.engine.pack": "import auditor.engine.examples"},
            "auditor.engine.pack:1 (row 3) imports auditor.engine.examples (row 7)",
        ),
        (upward_imports, {"auditor.helpers": ""}, "auditor.helpers: has no row in LAYERS"),
        (
            cycle,
            {"auditor.a": "from auditor.b import x", "auditor.b": "import auditor.a"},
            "auditor.b",
        ),
        (
            misplaced_libraries,
            {"auditor.audit": "import yaml"},
            "auditor.audit:1 imports yaml, which is allowed in auditor.load.yaml_reader"
            " or auditor.load.yaml_writer",
        ),
        (
            misplaced_libraries,
            {"auditor.audit": "import requests"},
            "auditor.audit:1 imports requests, which is allowed in nowhere",
        ),
        (
            misplaced_libraries,
            {"auditor.audit": "from . import report"},
            "auditor.audit:1 imports relatively: write the full name",
        ),
        (
            broad_handlers,
            {"auditor.audit": "try: f()\nexcept (ValueError, Exception): pass"},
            "auditor.audit:2 catches everything",
        ),
        (broad_handlers, {"auditor.x": "try: f()\nexcept: pass"}, "auditor.x:2 catches everything"),
        (printing, {"auditor.audit": "print(1)"}, "auditor.audit:1 uses print"),
        (printing, {"auditor.x": "import sys\nsys.exit(1)"}, "auditor.x:2 uses sys.exit"),
    ],
)
def test_a_broken_layout_is_named(check, broken, says):
    assert says in check(broken)


def test_every_dependency_has_its_place():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {requirement.split(">")[0] for requirement in declared}
    assert names == {PACKAGE_NAMES.get(library, library) for library in LIBRARIES}


def test_every_library_is_used_where_it_may_be(tree):
    used = {
        target.partition(".")[0] for source in tree.values() for _, target, _ in imports(source)
    }
    assert set(LIBRARIES) - used == set()
