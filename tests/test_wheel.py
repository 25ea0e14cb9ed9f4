"""Build the wheel, install it alone, and use it from an empty folder."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from auditor.engine.memory import code_digest
from auditor.version import __version__

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "health-precinct.yaml"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of this checkout and must reach no package index."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    offline = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean | offline,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def tracked(*folders: str) -> dict[str, Path]:
    """Return the files under version control below these folders."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *folders], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    return {name: ROOT / name for name in listed if name and (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    built = run(*build, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("auditor-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of a new environment that holds the wheel.

    Its libraries are lent by the environment that runs the tests, so that nothing is fetched.
    """
    home = tmp_path_factory.mktemp("installed")
    made = run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    assert made.returncode == 0, made.stderr
    commands = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", commands / "python"]
    installation = run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home)
    assert installation.returncode == 0, installation.stderr
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(commands / "python", "-c", ask, cwd=home).stdout.strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands


def test_the_rules_and_schemas_travel_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    expected = tracked("rules", "schemas")
    assert {name.partition("/")[0] for name in expected} == {"rules", "schemas"}
    wrong = [
        n for n, path in expected.items() if packed.get(f"auditor/_data/{n}") != path.read_bytes()
    ]
    assert wrong == []


def test_everything_beside_the_code_travels_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    assert set(tracked("auditor")) - packed == set()
    assert any(name.endswith("licenses/LICENSE") for name in packed)
    assert {name.partition("/")[0].partition("-")[0] for name in packed} == {"auditor"}


def test_the_installed_program_is_the_one_in_the_wheel(installed, tmp_path):
    where = run(installed / "python", "-c", "import auditor; print(auditor.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)


def test_the_installed_program_says_the_version_of_the_wheel(wheel, installed, tmp_path):
    shown = run(installed / "auditor", "--version", cwd=tmp_path)
    assert (shown.returncode, shown.stdout) == (0, f"auditor, version {__version__}\n")
    assert wheel.name == f"auditor-{__version__}-py3-none-any.whl"


def test_the_installed_program_uses_what_the_checkout_remembers_of_the_rules(installed, tmp_path):
    ask = "from auditor.engine.memory import code_digest; print(code_digest())"
    there = run(installed / "python", "-c", ask, cwd=tmp_path).stdout.strip()
    assert there == code_digest()


def test_the_installed_program_finds_what_the_checkout_finds(installed, tmp_path):
    arguments = ["check", EXAMPLE, "--format", "json", "--fail-on", "never"]
    here = run(Path(sys.executable).parent / "auditor", *arguments, cwd=ROOT)
    there = run(installed / "auditor", *arguments, cwd=tmp_path)
    assert json.loads(there.stdout)["findings"]
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, "")


def test_the_installed_program_writes_a_report(installed, tmp_path):
    written = run(installed / "auditor", "report", EXAMPLE, "--output", "report.pdf", cwd=tmp_path)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-"), written.stderr
