"""Change a report as somebody would who wants it to say something else."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pikepdf

from auditor.canonical import canonical, digest
from auditor.sealing.contents import contents
from tests.sealing import made


def with_pdf(change: Callable[[pikepdf.Pdf], None], raw: bytes | None = None) -> bytes:
    """Return the report after a change to its PDF."""
    with pikepdf.open(io.BytesIO(raw or made.pdf())) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def with_files(files: dict[str, bytes], raw: bytes | None = None) -> bytes:
    """Return the report with files in place of its own."""

    def change(pdf: pikepdf.Pdf) -> None:
        for name, data in files.items():
            pdf.attachments[name].obj.EF.F.write(data)

    return with_pdf(change, raw)


def files() -> dict[str, bytes]:
    """Return the files of the report."""
    return dict(contents(made.pdf()).files)


def with_result(change: Callable[[dict[str, Any]], None], raw: bytes | None = None) -> bytes:
    """Return the report with another result whose digest, and the manifest, are made to fit."""
    held = files()
    result = json.loads(held["result.json"])
    change(result)
    totals = result.pop("totals")
    stated = digest(canonical({**result, "digest": ""}))
    data = canonical({**result, "digest": stated, "totals": totals})
    fits = {"result.json": data, "manifest.json": fitting(held, data, stated)}
    return with_files(fits, raw)


def fitting(held: dict[str, bytes], result: bytes, stated: str) -> bytes:
    """Return the manifest that fits another result."""
    manifest = json.loads(held["manifest.json"])
    manifest["digest"] = stated
    for each in manifest["attachments"]:
        data = result if each["name"] == "result.json" else held[each["name"]]
        each["sha256"], each["size"] = digest(data), len(data)
    return canonical(manifest)


def with_rules(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return the archive of rules after a change to its files."""
    with zipfile.ZipFile(io.BytesIO(files()["rules.zip"])) as archive:
        rules = {name: archive.read(name) for name in archive.namelist()}
    change(rules)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in rules.items():
            archive.writestr(name, data)
    return written.getvalue()


def with_page(change: Callable[[bytes], bytes], number: int = 0) -> bytes:
    """Return the report after a change to how a page is drawn."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[number]
        page.Contents.write(change(page.Contents.read_bytes()))

    return with_pdf(edit)
