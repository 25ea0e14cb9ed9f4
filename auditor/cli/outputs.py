"""Choose what a report is written as and under which names, and render it so."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from auditor.cli.options import Decorator, refuse_overwriting
from auditor.engine.pack import Pack
from auditor.engine.subject import Subject
from auditor.errors import Problem, UsageError
from auditor.evidence.result import Examination
from auditor.output import FORMATS, SUFFIXES
from auditor.output.detail import Detail
from auditor.output.documents import Pictures
from auditor.report import Report
from auditor.valuation import Valuation

_ENDS = {suffix: form for form, suffix in SUFFIXES.items()}
_DEFAULT = "pdf"
PAGES = frozenset({"pdf", "html"})
"""The formats that challenge the value claims and show pictures of passages."""

formats_option: Decorator = click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    help=f"What to write: {', '.join(FORMATS)}; default: what the name of --output ends in. May be "
    "given several times, and --output is then the name without its end.",
)
detail_option: Decorator = click.option(
    "--detail",
    type=click.Choice([each.value for each in Detail]),
    default=Detail.ALL.value,
    show_default=True,
    callback=lambda _, __, value: Detail(value),
    help="How much PDF and HTML print: all, or in full what departs and the rest in short. The "
    "result that is attached always has all of it.",
)


def chosen(
    output: Path, forms: Iterable[str], *, read: Iterable[Path], frameworks: Iterable[Path]
) -> dict[str, Path]:
    """Return the file of each format that is wanted; none is one that is read.

    Raises UsageError where that makes no sense.
    """
    files = tuple(read)
    own = tuple(each for path in frameworks for each in _files_of(path))
    _refuse_loss([output], files, own)
    found = named(output, forms)
    _refuse_loss(found.values(), files, own)
    return found


def named(output: Path, forms: Iterable[str]) -> dict[str, Path]:
    """Return the file of each format that is wanted; raises UsageError where that makes no sense.

    One format is written to just the name that is given; without any, its end says which it is.
    """
    wanted = tuple(dict.fromkeys(forms))
    suffix = output.suffix.lower()
    if len(wanted) > 1:
        return _several(output, wanted)
    form = wanted[0] if wanted else _ENDS.get(suffix, "" if suffix else _DEFAULT)
    if not form:
        known = ", ".join(SUFFIXES.values())
        hint = f"give a name that ends in {known}, or say with --format what to write"
        raise UsageError(Problem(f"no format has names that end in {suffix}", str(output), hint))
    if _ENDS.get(suffix, form) != form:
        problem = f"the name is that of {_ENDS[suffix]}, but --format is {form}"
        raise UsageError(
            Problem(problem, str(output), f"give a name that ends in {SUFFIXES[form]}")
        )
    return {form: output}


def _several(output: Path, wanted: Iterable[str]) -> dict[str, Path]:
    if output.is_dir():
        hint = f"name the files inside it: {output / 'report'}"
        raise UsageError(Problem("this is a folder, not a file", str(output), hint))
    stem = output.stem if output.suffix.lower() in _ENDS else output.name
    return {form: output.with_name(f"{stem}{SUFFIXES[form]}") for form in wanted}


def _files_of(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else [path]


def _refuse_loss(
    outputs: Iterable[Path], files: Sequence[Path], frameworks: Sequence[Path]
) -> None:
    """Refuse to write over the file, the key or an outcome framework; raises UsageError."""
    for path in outputs:
        refuse_overwriting(path, files)
        refuse_overwriting(path, frameworks, what="an outcome framework")


def refuse_documents(
    outputs: Mapping[str, Path], looked: Examination | None, folder: Path | None
) -> None:
    """Refuse to write over a document of the evidence; raises UsageError."""
    documents = looked.examined.documents if looked else ()
    named_there = [folder / each.file for each in documents if folder and each.file]
    for path in outputs.values():
        there = filter(Path.exists, named_there)
        refuse_overwriting(path, there, what="a document of the evidence")


def refuse_without_pdf(outputs: Mapping[str, Path], options: Mapping[str, object]) -> None:
    """Refuse options that only a PDF has where none is written; raises UsageError."""
    given = [option for option, value in options.items() if value]
    if given and "pdf" not in outputs:
        problem = f"only a PDF can do this, and {', '.join(outputs)} is what is to be written"
        raise UsageError(Problem(problem, given[0], "add --format pdf, or leave the option out"))


@dataclass(frozen=True, slots=True)
class Made:
    """A report with what it was made from; `pdf` sets it as PDF, with all that goes along."""

    report: Report
    subject: Subject
    packs: Sequence[Pack]
    pictures: Pictures
    valued: Callable[[], Valuation]
    pdf: Callable[[], bytes]
    detail: Detail

    def written_as(self, outputs: Mapping[str, Path]) -> dict[Path, bytes]:
        """Return what is to be written to each file."""
        return {path: self._rendered(form) for form, path in outputs.items()}

    def _rendered(self, form: str) -> bytes:
        if form == "pdf":
            return self.pdf()
        if form == "html":
            from auditor.output import html

            return html.render(self.report, self.valued(), self.pictures, self.detail)
        if form == "xlsx":
            from auditor.output import tables_parameters, xlsx

            return xlsx.render(self.report, tables_parameters.parameters(self.packs, self.subject))
        return FORMATS[form](self.report)
