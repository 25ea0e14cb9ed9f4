import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WATCHED = """
import ctypes.util, sys
search = ctypes.util.find_library
started = []
sys.addaudithook(lambda what, how: started.append(how[0]) if what == "subprocess.Popen" else None)
from auditor.output import pdf
found = pdf.libraries()
print(started, ctypes.util.find_library is search, sorted(found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the libraries are searched for")
def test_no_compiler_or_linker_is_asked_where_the_libraries_of_the_pdf_are():
    made = subprocess.run(
        [sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert made.stdout.startswith("[] True [")
    assert "pango" in made.stdout
