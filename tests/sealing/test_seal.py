import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from auditor.canonical import canonical, digest
from tests.sealing import made

ROOT = Path(__file__).parents[2]
DIGEST = (
    "import hashlib; from tests.sealing import made; print(hashlib.sha256(made.pdf()).hexdigest())"
)


@pytest.fixture(scope="module")
def opened():
    with pikepdf.open(io.BytesIO(made.pdf())) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def files(opened):
    return {name: file.get_file().read_bytes() for name, file in opened.attachments.items()}


@pytest.fixture(scope="module")
def manifest(files):
    return json.loads(files["manifest.json"])


def test_the_pdf_holds_result_rules_manifest_and_file(files):
    assert set(files) == {"result.json", "rules.zip", "manifest.json", "audited.yaml"}
    assert files["audited.yaml"] == made.FILE


def test_the_result_is_canonical_and_its_digest_follows_from_it(files):
    result = json.loads(files["result.json"])
    assert canonical(result) == files["result.json"]
    stated, result["digest"] = result["digest"], ""
    del result["totals"]
    assert digest(canonical(result)) == stated == made.report().digest


def test_the_manifest_names_the_digest_of_every_other_file(files, manifest):
    named = {each["name"]: each["sha256"] for each in manifest["attachments"]}
    assert named == {name: digest(files[name]) for name in files if name != "manifest.json"}
    assert manifest["audited"]["sha256"] == digest(made.FILE)


def test_the_manifest_names_every_library_that_decides_the_bytes(manifest):
    assert set(manifest["libraries"]) == {
        "fontconfig", "harfbuzz", "pango", "pikepdf", "pillow", "pydyf", "pypdfium2", "qpdf",
        "weasyprint", "zlib"
    }  # fmt: skip
    assert all(version[0].isdigit() for version in manifest["libraries"].values())


def test_every_file_says_what_it_is_to_the_report(opened):
    relations = {name: str(file.obj.AFRelationship) for name, file in opened.attachments.items()}
    assert relations == {
        "result.json": "/Data",
        "rules.zip": "/Supplement",
        "manifest.json": "/Supplement",
        "audited.yaml": "/Source",
    }


def test_the_same_report_is_the_same_bytes_in_another_process_place_and_time(tmp_path):
    expected = hashlib.sha256(made.pdf()).hexdigest()
    elsewhere = {"PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", DIGEST],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **elsewhere},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == expected
