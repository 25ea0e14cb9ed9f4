"""Read the workbook that `auditor new --as xlsx` writes, wherever people have moved its parts."""

from auditor.load.template.marks import is_template
from auditor.load.template.reader import read_template

__all__ = ["is_template", "read_template"]
