"""Read a workbook as a file: one that this program wrote, or the value map that it holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.errors import Problem, UsageError
from auditor.load.document import Remark
from auditor.load.template import is_template, read_template
from auditor.load.value_map import read_value_map
from auditor.load.value_map.corrections import corrections
from auditor.load.workbook_reader import open_workbook


def read_workbook(
    raw: bytes, *, name: str, mapping: Iterable[str] = ()
) -> tuple[Any, Mapping[str, str], tuple[Remark, ...]]:
    """Return the data of a workbook, the cell of every value, and remarks.

    Raises Fault, InputError for cells that cannot be read, and UsageError for corrections to a
    workbook that needs none.
    """
    wanted = tuple(mapping)
    said = corrections(wanted)
    workbook = open_workbook(raw, name=name)
    if not is_template(workbook):
        return read_value_map(workbook, name=name, said=said)
    if wanted:
        hint = "leave --map out"
        raise UsageError(Problem("this workbook is no value map to be corrected", name, hint))
    return read_template(workbook, name=name)
