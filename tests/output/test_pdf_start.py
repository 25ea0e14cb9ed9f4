import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WATCHED = r"""
import ctypes.util, sys
search = ctypes.util.find_library
started = []
sys.addaudithook(lambda what, how: started.append(how[0]) if what == "subprocess.Popen" else None)
from auditor.output import pdf
found = pdf.libraries()
print(started, ctypes.util.find_library is search, sorted(found), sep="\n")
"""


def test_on_linux_no_compiler_or_linker_is_asked_where_the_libraries_of_the_pdf_are():
    made = subprocess.run(
        [sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    started, same_search, libraries = made.stdout.splitlines()
    assert started == "[]" or sys.platform != "linux"
    assert same_search == "True"
    assert "pango" in libraries
