"""Let LibreOffice open and save workbooks of this program: `python -m scripts.saved_workbooks`.

What it makes of them is test data, so that the tests need no LibreOffice.
"""

import subprocess
import tempfile
from pathlib import Path

from auditor.audit import read_file
from auditor.workbook import new_workbook

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "tests" / "data" / "saved-workbooks"
EXAMPLES = ("health-precinct",)
NOTHING: frozenset[str] = frozenset()


def main() -> None:
    """Write the workbooks anew."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        drafts = [draft(ROOT / "examples" / f"{name}.yaml", Path(folder)) for name in EXAMPLES]
        save(drafts, TARGET, Path(folder) / "profile")


def draft(source: Path, folder: Path) -> Path:
    """Write what a file states as a workbook into a folder."""
    file = read_file(source)
    path = folder / f"{source.stem}.xlsx"
    raw = new_workbook(file.case.kind, asked=NOTHING, data=file.document.data)
    path.write_bytes(raw)
    return path


def save(workbooks: list[Path], into: Path, profile: Path) -> None:
    """Open each workbook in LibreOffice and save it again into another folder."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(into), *map(str, workbooks)],
        check=True, capture_output=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
