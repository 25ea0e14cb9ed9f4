"""Open a workbook: its sheets, strings, formats and dates by openpyxl, its cells in one pass.

openpyxl reads either formulas or the values saved with them, and takes two seconds for each on
5,000 rows; `sheet_cells` reads both at once. Nothing is calculated, run or fetched: macros, links
to other workbooks and data connections stay closed, and a remark says that they are there.
"""

import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from openpyxl.formula.translate import Translator
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import WINDOWS_EPOCH
from openpyxl.xml.constants import SHARED_STRINGS

from auditor.load.archive import BROKEN_ARCHIVE, broken, damaged, open_archive
from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import Fault, shown
from auditor.load.sheets import Sheet, Workbook
from auditor.load.strict import in_usual_form
from auditor.load.workbook_reader.shared_strings import printable_text, read_strings
from auditor.load.workbook_reader.sheet_cells import Budget, Styles, read_cells

MAX_SHEETS = 200

_BROKEN_XML = (
    *BROKEN_ARCHIVE,
    ParseError,
    ExpatError,
    SyntaxError,  # how lxml says it, where it is installed
    TypeError,  # an attribute that is missing or not of its kind
    AttributeError,
    IndexError,
    ArithmeticError,
    AssertionError,
)


def open_workbook(raw: bytes, *, name: str) -> Workbook:
    """Return the filled cells of every sheet; raises Fault where that cannot be done safely."""
    archive = open_archive(raw, name=name)
    _refuse_other_kinds(archive, name=name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that only matter when one writes
        try:
            return _workbook(*in_usual_form(archive, raw), name=name)
        except _BROKEN_XML as error:
            raise broken(error, name=name) from None


def _refuse_other_kinds(archive: zipfile.ZipFile, *, name: str) -> None:
    members = set(archive.namelist())
    if "[Content_Types].xml" in members and "xl/workbook.bin" not in members:
        return
    kinds = {"xl/workbook.bin": "a binary Excel workbook (.xlsb)",
             "content.xml": "an OpenDocument file"}  # fmt: skip
    kind = next((says for part, says in kinds.items() if part in members), "no Excel workbook")
    raise Fault(f"this is {kind}; an Excel workbook (.xlsx) is wanted", name=name,
                hint="Open it and save it as an Excel workbook (.xlsx).")  # fmt: skip


def _workbook(archive: zipfile.ZipFile, raw: bytes, *, name: str) -> Workbook:
    reader = ExcelReader(BytesIO(raw), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    apply_stylesheet(archive, reader.wb)
    book: Any = reader.wb
    styles = Styles(
        strings=_strings(reader),
        formats=tuple(_formats(book)),
        days=frozenset(book._date_formats) - frozenset(book._timedelta_formats),
        from_1904=book.epoch != WINDOWS_EPOCH,
    )
    budget = Budget(name)
    sheets = tuple(
        _sheet(archive, title, target, styles, budget, hidden=state != "visible")
        for title, target, state in _listed(reader, name=name)
    )
    return Workbook(sheets, tuple(_remarks(archive, sheets)))


def _strings(reader: ExcelReader) -> tuple[str, ...]:
    """Return the shared texts; what nobody can see in them becomes a space."""
    manifest: Any = reader.package
    part = manifest.find(SHARED_STRINGS)
    if part is None:
        return ()
    with reader.archive.open(part.PartName[1:]) as source:
        return tuple(printable_text(text) for text in read_strings(source))


def _formats(book: Any) -> Iterator[str]:
    """Yield the number format of every style, in order."""
    for style in book._cell_styles:
        number = style.numFmtId
        if number < BUILTIN_FORMATS_MAX_SIZE:
            yield BUILTIN_FORMATS.get(number, "General")
        else:
            yield book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE]


def _listed(reader: ExcelReader, *, name: str) -> Sequence[tuple[str, str, str]]:
    """Return title, part and state of every worksheet, in order; charts have no cells."""
    held = set(reader.archive.namelist())
    found = [
        (printable_text(sheet.name or ""), str(relation.target), sheet.state or "visible")
        for sheet, relation in reader.parser.find_sheets()
        if "chartsheet" not in relation.Type
    ]
    if not found:
        raise damaged("the workbook lists no sheet of cells", name=name)
    lost = next((title for title, target, _ in found if target not in held), None)
    if lost is not None:
        raise damaged(f"the sheet “{shown(lost)}” is listed, and is not in the file", name=name)
    if len(found) > MAX_SHEETS:
        raise Fault(f"the workbook has {len(found):,} sheets; {MAX_SHEETS} are read at most",
                    name=name, hint="Copy the sheets that matter into a new file.")  # fmt: skip
    return found


def _sheet(
    archive: zipfile.ZipFile, title: str, part: str, styles: Styles, budget: Budget, *, hidden: bool
) -> Sheet:
    try:
        with archive.open(part) as source:
            cells, merged = read_cells(source, title, styles, budget, translated)
    except ExpatError as error:
        problem = f"the sheet breaks off or is broken in line {error.lineno} of {shown(part)}"
        raise damaged(problem, name=f"{budget.name}, {shown(title)}") from None
    return Sheet(title, cells, merged, hidden)


def translated(formula: str, start: str) -> Callable[[str], str]:
    """Return what writes a formula, shared by several cells, as it stands in another of them."""
    translator = Translator(formula, start)
    return lambda cell: str(translator.translate_formula(cell))


_CLOSED_PARTS = (
    ("xl/vbaproject", "The workbook holds macros. They were not run and not examined."),
    ("xl/externallinks/", "The workbook refers to other workbooks. They were not opened: the "
     "values saved with it were read."),
    ("xl/connections", "The workbook holds connections to outside data. Nothing was fetched."),
    ("xl/embeddings/", "The workbook holds embedded files. They were not opened."),
)  # fmt: skip


def _remarks(archive: zipfile.ZipFile, sheets: tuple[Sheet, ...]) -> Iterator[Remark]:
    """Say what was left closed, and what is hidden."""
    members = [member.lower() for member in archive.namelist()]
    for start, says in _CLOSED_PARTS:
        if any(member.startswith(start) for member in members):
            yield Remark(RemarkKind.READING, says)
    for sheet in sheets:
        if sheet.hidden:
            yield Remark(RemarkKind.READING, "This sheet is hidden.", sheet.name)
