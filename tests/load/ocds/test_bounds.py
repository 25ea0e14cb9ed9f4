"""However long the file is, memory holds one process at a time."""

import json
import subprocess
import sys
from pathlib import Path

from tests.load.ocds.data import TENDER

# A child begins with the peak of its parent's memory, so the file is written piece by piece.
MEASURE = """
import resource, sys
from pathlib import Path
from auditor.audit import read_files
number = sum(1 for _ in read_files(Path(sys.argv[1])))
print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
TENDER_OF_50_KB = {**TENDER["tender"], "description": "x" * 50_000}


def package(path: Path, number: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.write('{"releases": [')
        for position in range(number):
            release = {**TENDER, "ocid": f"ocds-x-{position}", "tender": TENDER_OF_50_KB}
            file.write(("," if position else "") + json.dumps(release))
        file.write("]}")
    return path


def measured(path: Path) -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    number, megabytes = done.stdout.split()
    return int(number), int(megabytes)


def test_memory_stays_flat_while_the_file_grows(tmp_path):
    few, little = measured(package(tmp_path / "few.json", 20))
    many, much = measured(package(tmp_path / "many.json", 1600))
    assert (few, many) == (20, 1600)
    assert much < little + 50  # the longer file alone has 80 MB
