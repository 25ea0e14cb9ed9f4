import io
import zipfile

import pytest

from auditor.engine.pack import load_packs
from auditor.engine.pack_files import digest_of_pack
from auditor.errors import InputError
from auditor.sealing.archive import archive_of, files_in

PACKS = load_packs(["sroi", "evidence"])


def zipped(*files, packing=zipfile.ZIP_STORED):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packing) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return written.getvalue()


def part(files, folder):
    return {name.removeprefix(folder): data for name, data in files.items() if folder in name}


def test_the_digest_of_a_pack_follows_from_its_files_in_the_archive():
    files = files_in(archive_of(PACKS, {}))
    common = part(files, "rules/common/")
    for pack in PACKS:
        assert digest_of_pack(common, part(files, f"rules/{pack.info.id}/")) == pack.sha256


def test_a_framework_of_ones_own_stands_beside_the_packs():
    files = files_in(archive_of(PACKS, {"ours": b"id: ours"}))
    assert files["frameworks/ours.yaml"] == b"id: ours"


def test_the_archive_is_the_same_each_time_and_holds_no_date():
    first = archive_of(PACKS, {})
    assert first == archive_of(PACKS, {})
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


@pytest.mark.parametrize(
    "name",
    ["../rules/x.yaml", "/rules/x.yaml", "rules/../../x.yaml", "rules//x.yaml", "rules\\x.yaml",
     "C:/rules/x.yaml", "else/x.yaml", "rules/remembered.json", "x.yaml", "rules/a\nb.yaml"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(InputError, match="holds what is no file of rules"):
        files_in(zipped((name, "x")))


def test_a_packed_archive_is_refused_since_it_could_be_far_larger_than_it_looks():
    with pytest.raises(InputError, match="holds packed files"):
        files_in(zipped(("rules/a.yaml", "x" * 1000), packing=zipfile.ZIP_DEFLATED))


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputError, match="cannot be opened"):
        files_in(b"PK but no archive")
