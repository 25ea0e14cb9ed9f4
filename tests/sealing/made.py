"""Make a small report with all that it is verified by, once for all tests."""

from functools import cache
from pathlib import Path

from auditor.audit import CaseFile, prepare, read_bytes, report_on
from auditor.engine.pack import Pack, load_packs
from auditor.engine.subject import Subject
from auditor.output.detail import Detail
from auditor.report import Report
from auditor.sealing.seal import Basis, sealed
from auditor.valuation import value_of
from tests.cli.conftest import GOOD

NAME = "good.yaml"
FILE = GOOD.encode()
PACKS = ("evidence",)


@cache
def packs() -> tuple[Pack, ...]:
    return load_packs(PACKS)


def case() -> CaseFile:
    return read_bytes(FILE, name=NAME)


@cache
def subject() -> Subject:
    return prepare(case(), packs())


@cache
def report() -> Report:
    return report_on(case(), subject(), packs())


@cache
def pdf(*, with_file: bool = True, detail: Detail = Detail.ALL) -> bytes:
    basis = Basis(packs(), file=FILE if with_file else None, detail=detail)
    return sealed(report(), basis, value_of(case(), subject()))


def write(path: Path, *, with_file: bool = True) -> Path:
    path.write_bytes(pdf(with_file=with_file))
    return path
