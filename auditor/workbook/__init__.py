"""Write the workbook that people fill in, empty or with what a file states."""

from auditor.workbook.write import new_workbook

__all__ = ["new_workbook"]
