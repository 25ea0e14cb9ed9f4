"""An archive is opened only where each of its parts unpacks to what it says."""

import io
import struct
import zipfile

import pytest

from auditor.load.archive import open_archive
from auditor.load.fault import Fault


def packed(data, *, packing=zipfile.ZIP_DEFLATED):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", packing) as archive:
        archive.writestr("part.xml", data)
        archive.writestr("picture.png", data)
    return output.getvalue()


def problem(raw):
    with pytest.raises(Fault) as refused:
        open_archive(raw, name="a workbook")
    return refused.value.problem


def test_an_archive_whose_parts_are_what_they_say_is_opened():
    assert open_archive(packed(b"<a/>" * 1_000), name="a workbook").read("part.xml")


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused_before_it_is_unpacked_whole():
    size, said = 30_000_000, 1_000
    lying = packed(b" " * size).replace(struct.pack("<I", size), struct.pack("<I", said))
    assert problem(lying) == "its part part.xml unpacks to more than the archive says"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_as_no_office_program_does_is_refused(packing):
    raw = packed(b"<a/>", packing=packing)
    assert problem(raw) == "its part part.xml is packed as no office program does"


def test_an_archive_that_ends_too_early_is_damaged():
    raw = packed(b"<a/>" * 1_000)
    assert "damaged" in problem(raw[:20] + raw[60:])
