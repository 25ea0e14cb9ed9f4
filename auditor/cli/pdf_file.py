"""Read the PDF, or another file, that a command is given to verify."""

from pathlib import Path

from auditor.errors import InputError, Problem

MOST_BYTES = 500_000_000


def pdf_bytes(path: Path) -> bytes:
    """Return the bytes of a PDF; raises InputError where there is none."""
    raw = file_bytes(path)
    if b"%PDF-" not in raw[:1024]:
        hint = "Name the PDF that `auditor report` wrote."
        raise InputError(Problem("this is no PDF", str(path), hint))
    return raw


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises InputError where they cannot be read."""
    try:
        if path.is_dir():
            hint = "Name the file inside it."
            raise InputError(Problem("this is a folder, not a file", str(path), hint))
        if not path.is_file():
            raise InputError(Problem("there is no such file", str(path), "Check the name."))
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror or error}"
        raise InputError(Problem(problem, str(path), "Ask its owner for it.")) from error
    if len(raw) > MOST_BYTES:
        problem = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
        raise InputError(Problem(problem, str(path), "Name another one."))
    return raw
