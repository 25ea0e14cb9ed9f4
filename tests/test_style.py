"""Keep the house style where no linter does: sizes, first sentences, and words that stay out."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ("auditor", "benchmarks", "scripts")
FILE_LINES = 250
FUNCTION_LINES = 50
MEDIAN_LINES = 10
P90_LINES = 25
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "service", "common", "misc"}
# Spelt in two pieces, so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me|tm" + r"p)/",
            r"\b[Ii]ssue " + r"\d",
            r"pypi\." + r"org|files\.pythonhosted\." + r"org",
            r"TO" + r"DO|FIX" + r"ME|Not" + r"ImplementedError",
            r"mark\.(?:sk" + r"ip|xf" + r"ail)",
        ]
    )
)


def tracked(*suffixes: str) -> list[Path]:
    """List the files under version control, as they are in the working tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name]
    return [path for path in paths if path.is_file() and path.suffix in (suffixes or path.suffix)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def source_files(*folders: str) -> list[Path]:
    return [path for path in tracked(".py") if path.relative_to(ROOT).parts[0] in folders]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the place and the number of lines of every function, docstring included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{name_of(path)}:{node.lineno} {node.name}", lines


def is_sentence(docstring: str | None) -> bool:
    """Say whether the first line is a whole sentence."""
    first = (docstring or "").partition("\n")[0]
    return bool(re.fullmatch(r"[A-Z].{9,}[.]", first))


def test_no_file_is_longer_than_a_reader_wants():
    sizes = {name_of(p): p.read_text().count("\n") for p in source_files(*CODE)}
    assert {name: size for name, size in sizes.items() if size >= FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen():
    every = (each for path in source_files(*CODE, "tests") for each in functions(path))
    assert {place: lines for place, lines in every if lines > FUNCTION_LINES} == {}


def test_most_functions_are_short():
    lengths = [lines for path in source_files("auditor") for _, lines in functions(path)]
    assert statistics.median(lengths) <= MEDIAN_LINES
    assert statistics.quantiles(lengths, n=10)[-1] <= P90_LINES


def test_every_module_says_its_one_job_first():
    texts = {name_of(p): ast.get_docstring(ast.parse(p.read_text())) for p in source_files(*CODE)}
    assert [name for name, text in texts.items() if not is_sentence(text)] == []


def test_no_module_has_a_name_that_says_nothing():
    parts = {name_of(p): {*p.relative_to(ROOT).with_suffix("").parts} for p in source_files(*CODE)}
    assert [name for name, words in parts.items() if words & VAGUE_NAMES] == []


def test_nothing_unfinished_or_of_one_machine_is_in_the_tree():
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        hits = ((n, FORBIDDEN.search(line)) for n, line in enumerate(lines, 1))
        found += [f"{name_of(path)}:{n}: {hit.group()}" for n, hit in hits if hit]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see /wo" + "rk/shared/notes",
        "as issue" + " 12 asks",
        "# TO" + "DO later",
        "@pytest.mark.sk" + "ip",
    ],
)
def test_a_forbidden_word_is_seen(line):
    assert FORBIDDEN.search(line)


@pytest.mark.parametrize("text", [None, "", "no capital.", "No full stop", "Short."])
def test_what_is_no_sentence_is_seen(text):
    assert not is_sentence(text)
