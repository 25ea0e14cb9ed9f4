"""Look at the formulas of a value map: are they alike, whole, and as their saved values say."""

from auditor.load.value_map.formulas.defects import remark_on_formulas

__all__ = ["remark_on_formulas"]
