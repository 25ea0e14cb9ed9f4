"""Write every workbook and let LibreOffice calculate it: `python -m scripts.value_maps`."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.libreoffice import save_again
from scripts.value_maps.case import Case, case_of
from scripts.value_maps.damaged import damaged
from scripts.value_maps.other_layouts import grouped, own_titles, split
from scripts.value_maps.template_layouts import long_report, shortened, template

TARGET = Path(__file__).parent.parent.parent / "tests" / "data" / "value-maps"
LAYOUTS: Mapping[str, tuple[str, Callable[[Case, Path], None]]] = {
    "template": ("health-precinct-2020", template),
    "long-report": ("ctbc-baseball-2018", long_report),
    "split-sheets": ("mumbai-child-health-2023", split),
    "own-titles": ("jvs-culinary-2014", own_titles),
    "grouped": ("health-precinct-2020", grouped),
    "shortened": ("jvs-refugee-2014", shortened),
    "damaged": ("jvs-culinary-2014", damaged),
}


def main() -> None:
    """Write all workbooks anew."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        drafts, made = Path(folder) / "drafts", Path(folder) / "made"
        drafts.mkdir()
        for name, (case, layout) in LAYOUTS.items():
            layout(case_of(case), drafts / f"{name}.xlsx")
        calculate(sorted(drafts.iterdir()), made, Path(folder) / "profile")
        for workbook in made.iterdir():
            shutil.copy(workbook, TARGET / workbook.name)


# By default LibreOffice trusts the values that another program saved with the formulas.
_ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def calculate(workbooks: list[Path], into: Path, profile: Path) -> None:
    """Open each workbook in LibreOffice, which works out every formula, and save it again."""
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS_CALCULATE, encoding="utf-8")
    save_again(workbooks, into, profile)


if __name__ == "__main__":
    main()
