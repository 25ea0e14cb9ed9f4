"""Let LibreOffice open workbooks and save them again."""

import subprocess
from pathlib import Path


def save_again(workbooks: list[Path], into: Path, profile: Path) -> None:
    """Open each workbook with the settings of a profile and save it into another folder."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(into), *map(str, workbooks)],
        check=True, capture_output=True,
    )  # fmt: skip
