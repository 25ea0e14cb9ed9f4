"""Read a workbook as a file: the value map that it holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.load.document import Remark
from auditor.load.value_map import read_value_map
from auditor.load.value_map.corrections import corrections
from auditor.load.workbook_reader import open_workbook


def read_workbook(
    raw: bytes, *, name: str, mapping: Iterable[str] = ()
) -> tuple[Any, Mapping[str, str], tuple[Remark, ...]]:
    """Return the data of a workbook, the cell of every value, and remarks; raises Fault."""
    said = corrections(mapping)
    return read_value_map(open_workbook(raw, name=name), name=name, said=said)
