"""Read Excel workbooks (.xlsx, .xlsm) into cells, safely."""

from auditor.load.workbook_reader.package import open_workbook

__all__ = ["open_workbook"]
