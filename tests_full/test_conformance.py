"""Let veraPDF, the reference validator, judge the reports made from the examples.

They keep PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import weasyprint
from pypdf import PdfReader

from auditor.engine.pack import load_packs
from auditor.output import pdf
from auditor.output.detail import Detail
from auditor.output.rule_book import rule_book
from auditor.sealing.seal import Basis, sealed
from tests.output import sample
from tests.sealing import authority, signed

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.suffix in {".yaml", ".json"}
)
JAXB = [
    Path("/usr/share/java") / f"{jar}.jar"
    for jar in (
        "jaxb-runtime",
        "jaxb-core",
        "istack-commons-runtime",
        "txw2",
        "javax.activation",
        "jaxb-api",
    )
]


STANDARDS = ("3a", "ua1")


def validate(*files: Path, standard: str) -> dict[str, list[str]]:
    """Return the faults of every file by a standard, by its base name."""
    class_path = ":".join(map(str, [ROOT / ".verapdf" / "engine.jar", *JAXB]))
    source = Path(__file__).parent / "Validate.java"
    command = ["java", "-cp", class_path, str(source), standard, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, f"veraPDF could not run: make test-full\n{run.stderr}"
    faults: dict[str, list[str]] = {}
    for line in run.stdout.splitlines():
        if line.startswith(" "):
            faults[next(reversed(faults))].append(line.strip())
        else:
            verdict, path, assertions = line.split("\t")
            faults[Path(path).name] = [] if verdict == "conforms" else [f"of {assertions} checks:"]
    return faults


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("reports")
    made = [folder / f"{example.stem}.pdf" for example in EXAMPLES]
    auditor = str(Path(sys.executable).parent / "auditor")
    for example, made_file in zip(EXAMPLES, made, strict=True):
        subprocess.run(
            [auditor, "report", str(example), "--output", str(made_file), "--fail-on", "never"],
            check=False,
            capture_output=True,
        )
        assert made_file.is_file(), f"no report was made from {example.name}"
    return made


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_example_report_conforms(reports, standard):
    assert len(reports) >= 3
    assert validate(*reports, standard=standard) == {report.name: [] for report in reports}


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_book_of_rules_conforms(tmp_path, standard):
    made = tmp_path / "rules.pdf"
    made.write_bytes(pdf.book(rule_book(load_packs(["eight-principles"]))))
    assert validate(made, standard=standard) == {"rules.pdf": []}


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("extreme")
    many = sample.report(sample.many(1500))
    made = {
        "300-findings": pdf.render(sample.report(sample.many(300))),
        "hostile": pdf.render(sample.hostile()),
        "in-short": pdf.render(many, detail=Detail.DEPARTURES),
    }
    for name, raw in made.items():
        (folder / f"{name}.pdf").write_bytes(raw)
    return [folder / f"{name}.pdf" for name in made]


@pytest.mark.parametrize("standard", STANDARDS)
def test_long_and_hostile_reports_conform(extreme, standard):
    assert validate(*extreme, standard=standard) == {file.name: [] for file in extreme}


def test_a_report_of_1500_findings_in_short_has_fewer_than_60_pages(extreme):
    assert 10 < len(PdfReader(extreme[-1]).pages) < 60


@pytest.fixture(scope="module")
def signed_reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return signed reports: usual, long, with any text, by any name, with a timestamp."""
    folder = tmp_path_factory.mktemp("signed")
    basis = Basis(load_packs(["evidence"]), file=b"the file")
    arabic = authority.signer("أمين الصندوق")
    made = {
        "usual": signed.report(),
        "long": signed.signed(raw=sealed(sample.report(sample.many(300)), basis)),
        "hostile": signed.signed(arabic, raw=sealed(sample.hostile(), basis)),
        "widest": signed.signed(authority.signer("W" * 64)),
    }
    with authority.timestamps() as address:
        made["stamped"] = signed.signed(stamped_by=address)
    for name, raw in made.items():
        (folder / f"{name}.pdf").write_bytes(raw)
    return sorted(folder.iterdir())


@pytest.mark.parametrize("standard", STANDARDS)
def test_signed_reports_conform(signed_reports, standard):
    faults = validate(*signed_reports, standard=standard)
    assert faults == {report.name: [] for report in signed_reports}


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_page_without_tags_is_found_to_fail(tmp_path, standard):
    page = tmp_path / "untagged.pdf"
    weasyprint.HTML(string="<html lang=en><title>x</title><p>x").write_pdf(page)
    assert validate(page, standard=standard)["untagged.pdf"] != []


@pytest.mark.parametrize(
    ("standard", "variant"), [*zip(STANDARDS, ("pdf/a-3a", "pdf/ua-1"), strict=True)]
)
def test_a_tagged_page_is_found_to_conform(tmp_path, standard, variant):
    page = tmp_path / "tagged.pdf"
    html = "<html lang=en><title>x</title><h1>x</h1><p>x"
    weasyprint.HTML(string=html).write_pdf(page, pdf_variant=variant)
    assert validate(page, standard=standard) == {"tagged.pdf": []}
