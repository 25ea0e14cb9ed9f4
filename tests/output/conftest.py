import io

import pytest
from pypdf import PdfReader

from auditor.output import pdf
from auditor.report import Report
from tests.output import sample


class Printed:
    """A report as PDF, with the text of its pages."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.data = pdf.render(report)
        self.reader = PdfReader(io.BytesIO(self.data))
        self.pages = [page.extract_text() for page in self.reader.pages]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.pages).split())


@pytest.fixture(scope="session")
def short() -> Printed:
    return Printed(sample.report())


@pytest.fixture(scope="session")
def long() -> Printed:
    return Printed(sample.report(sample.many(300)))


@pytest.fixture(scope="session")
def hostile() -> Printed:
    return Printed(sample.hostile())
