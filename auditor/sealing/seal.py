"""Write the PDF of a report with everything that it takes to verify it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from auditor.canonical import canonical
from auditor.engine.pack import Pack
from auditor.evidence.attach import Attached
from auditor.output import json, pdf
from auditor.output.detail import Detail
from auditor.output.documents import Pictures
from auditor.output.enclosed import Enclosed, Relation
from auditor.report import Report
from auditor.sealing.archive import archive_of, folder_of
from auditor.sealing.manifest import (
    AUDITED,
    FORMAT_VERSION,
    MANIFEST,
    RESULT,
    RULES,
    Asked,
    Audited,
    Listed,
    Manifest,
)
from auditor.valuation import Valuation

_JSON, _ZIP = "application/json", "application/zip"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report was made from: packs, options, and the file itself where it is to go along.

    `frameworks` are the bytes of outcome frameworks beside those of the packs, by id.
    """

    packs: Sequence[Pack]
    frameworks: Mapping[str, bytes] = field(default_factory=dict)
    as_at: date | None = None
    stage: str | None = None
    process: str = ""
    mapping: tuple[str, ...] = ()
    file: bytes | None = None
    detail: Detail = Detail.ALL


def sealed(
    report: Report,
    basis: Basis,
    valuation: Valuation | None = None,
    pictures: Pictures = MappingProxyType({}),
    attached: Sequence[Attached] = (),
) -> bytes:
    """Return the report as PDF with its result, its rules and a manifest of all that is in it."""
    enclosed = enclosures(report, basis, attached)
    return pdf.render(report, valuation, pictures, attached, enclosed, basis.detail)


def enclosures(
    report: Report, basis: Basis, attached: Sequence[Attached] = ()
) -> tuple[Enclosed, ...]:
    """Return the files that go into the PDF of a report, beside evidence documents."""
    result = canonical(json.as_data(report))
    rules = archive_of(basis.packs, basis.frameworks)
    files = [
        Enclosed(RESULT, "The result as canonical JSON", _JSON, Relation.DATA, result),
        Enclosed(RULES, "The rules and parameters used", _ZIP, Relation.SUPPLEMENT, rules),
    ]
    if basis.file is not None:
        name = f"{AUDITED}{PurePath(report.file.name).suffix}"
        title = "The audited file"
        files.append(Enclosed(name, title, pdf.ANY_FILE, Relation.SOURCE, basis.file))
    listed = tuple(_listed(each) for each in [*files, *map(pdf.document, attached)])
    data = canonical(_manifest(report, basis, listed))
    title = "What this report was made of"
    return (*files, Enclosed(MANIFEST, title, _JSON, Relation.SUPPLEMENT, data))


def _manifest(report: Report, basis: Basis, listed: tuple[Listed, ...]) -> Manifest:
    file = next((each.name for each in listed if each.relation == Relation.SOURCE), "")
    return Manifest(
        format_version=FORMAT_VERSION,
        engine=report.engine,
        digest=report.digest,
        audited=Audited(report.file.name, report.file.sha256, file),
        asked=Asked(
            packs=tuple(folder_of(pack) for pack in basis.packs),
            as_at=basis.as_at.isoformat() if basis.as_at else "",
            stage=basis.stage or "",
            process=basis.process,
            mapping=basis.mapping,
            documents=bool(report.documents),
            detail=basis.detail,
        ),
        attachments=listed,
        conventions=report.conventions,
        libraries=pdf.libraries(),
    )


def _listed(file: Enclosed) -> Listed:
    return Listed(file.name, file.title, file.relation, len(file.data), file.sha256)
