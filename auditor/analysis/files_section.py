"""Set out whole files side by side, and what stands in the way of comparing them."""

from collections.abc import Iterator
from dataclasses import replace

from auditor.analysis.choice_section import choice_section, differences_table
from auditor.analysis.files import FilesCompared
from auditor.analysis.section import Section

CAVEAT = (
    "Analyses made by different people rest on different choices. Their ratios do not rank"
    " services, and a difference found here is a reason to look, not a result."
)


def files_section(found: FilesCompared) -> Section:
    """Return the files side by side, for people."""
    section = choice_section(found.choice)
    says = (*_says(found), *section.says, CAVEAT)
    return replace(
        section, says=says, tables=(*section.tables, *differences_table(found.differences))
    )


def _says(found: FilesCompared) -> Iterator[str]:
    if found.differences:
        what = ", ".join(each.what for each in found.differences)
        yield f"The files were not made on the same footing. They differ in: {what}."
    if found.silent:
        what = ", ".join(each.what for each in found.silent)
        yield f"No file states: {what}."
