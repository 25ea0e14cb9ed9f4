"""Recognise an SROI value map in a workbook, whatever its columns are called and ordered."""

from auditor.load.value_map.read import read_value_map

__all__ = ["read_value_map"]
