from auditor.audit import read_files
from benchmarks.ocds import write_package


def test_the_stream_has_the_size_that_was_asked_for_and_no_process_twice(tmp_path):
    path = tmp_path / "long.json"
    number = write_package(path, megabytes=1)
    assert 1_000_000 < path.stat().st_size < 1_200_000
    names = [file.case.procurement.process for file in read_files(path)]
    assert len(names) == len(set(names))
    assert len(names) <= number
