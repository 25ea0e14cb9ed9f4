"""Let LibreOffice open and save workbooks of this program: `python -m scripts.saved_workbooks`.

What it makes of them is test data, so that the tests need no LibreOffice.
"""

import tempfile
from pathlib import Path

from auditor.audit import read_file
from auditor.workbook import new_workbook
from scripts.libreoffice import save_again

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "tests" / "data" / "saved-workbooks"
EXAMPLES = ("health-precinct",)
NOTHING: frozenset[str] = frozenset()


def main() -> None:
    """Write the workbooks anew."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        drafts = [draft(ROOT / "examples" / f"{name}.yaml", Path(folder)) for name in EXAMPLES]
        save_again(drafts, TARGET, Path(folder) / "profile")


def draft(source: Path, folder: Path) -> Path:
    """Write what a file states as a workbook into a folder."""
    file = read_file(source)
    path = folder / f"{source.stem}.xlsx"
    raw = new_workbook(file.case.kind, asked=NOTHING, data=file.document.data)
    path.write_bytes(raw)
    return path


if __name__ == "__main__":
    main()
