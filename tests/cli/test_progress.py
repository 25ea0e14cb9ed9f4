from auditor.cli.progress import Progress


def test_nothing_is_said_for_two_seconds_and_then_how_far_it_is(tmp_path, capsys):
    path = tmp_path / "releases.json"
    path.write_bytes(b"x" * 3_000_000)
    times = iter([0.0, 1.0, 2.5, 3.0, 5.0])
    progress = Progress(path, now=lambda: next(times))
    progress.bytes_read(1_000_000)
    progress.bytes_read(2_000_000)
    progress.audited()
    progress.audited()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == ["Read 2 of 3 MB…", "Audited 2 processes…"]


def test_a_quiet_run_says_nothing(tmp_path, capsys):
    times = iter([0.0, 3.0, 6.0])
    progress = Progress(tmp_path / "none", quiet=True, now=lambda: next(times))
    progress.bytes_read(1_000_000)
    progress.audited()
    assert capsys.readouterr().err == ""
