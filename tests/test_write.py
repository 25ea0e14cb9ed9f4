"""An output is written whole or not at all, and a place that cannot be written is named."""

import errno
import os
import resource
import stat
import threading
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.write import _staged, make_folder, write_together, write_whole
from tests.rights import open_folder, ordinary_user

__all__ = ["open_folder"]


def test_the_bytes_are_written_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "report.pdf", b"%PDF")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"report.pdf": b"%PDF"}


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"an older and longer report")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_any_new_file_has(tmp_path):
    (tmp_path / "other").touch()
    write_whole(tmp_path / "report.pdf", b"new")
    assert (tmp_path / "report.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_reader_sees_the_old_file_or_the_new_one_but_never_a_part(tmp_path):
    path = tmp_path / "report.pdf"
    whole = [b"a" * 1_000_000, b"b" * 1_500_000]
    write_whole(path, whole[0])
    seen, done = set(), threading.Event()

    def look():
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(20):
        write_whole(path, whole[turn % 2])
    done.set()
    reader.join()
    assert seen
    assert seen <= set(whole)


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "report.pdf", tmp_path / "report.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"through")
    reader.join()
    assert received == [b"through"]
    assert pipe.is_fifo()


def refusal(path: Path):
    with pytest.raises(UsageError) as caught:
        write_whole(path, b"new")
    (problem,) = caught.value.problems
    assert problem.where == str(path)
    return problem


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    problem = refusal(tmp_path / "missing" / "report.pdf")
    assert problem.problem == f"there is no folder {tmp_path / 'missing'}"
    assert problem.hint


def test_a_file_in_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "notes").write_text("")
    problem = refusal(tmp_path / "notes" / "report.pdf")
    assert problem.problem == f"{tmp_path / 'notes'} is not a folder"


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_folder_is_not_written_over(tmp_path, name):
    problem = refusal(tmp_path / name)
    assert problem.problem == "this is a folder, not a file"


def test_a_name_that_the_system_refuses_is_reported(tmp_path):
    problem = refusal(tmp_path / ("a" * 5_000))
    assert problem.problem == f"this cannot be written: {os.strerror(errno.ENAMETOOLONG)}"
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_fails_half_way_leaves_everything_as_it_was(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"kept")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(UsageError, match="this cannot be written: "):
            write_whole(path, b"new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"kept"


def test_a_folder_without_the_right_to_write_stays_as_it_was(open_folder):
    open_folder.chmod(0o555)
    with ordinary_user():
        assert refusal(open_folder / "report.pdf").problem == "you are not allowed to write here"
    assert list(open_folder.iterdir()) == []


def test_a_file_that_may_not_be_written_is_not_replaced(open_folder):
    path = open_folder / "report.pdf"
    path.write_bytes(b"kept")
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with ordinary_user():
        assert refusal(path).problem == "you are not allowed to write here"
    assert path.read_bytes() == b"kept"
    assert list(open_folder.iterdir()) == [path]


def test_a_link_to_a_file_that_does_not_exist_yet_makes_that_file(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "report.pdf"
    link.symlink_to(tmp_path / "real" / "report.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "report.pdf").read_bytes() == b"new"


def test_a_link_into_a_folder_that_does_not_exist_names_that_folder(tmp_path):
    (tmp_path / "report.pdf").symlink_to(tmp_path / "missing" / "report.pdf")
    problem = refusal(tmp_path / "report.pdf")
    assert problem.problem == f"there is no folder {tmp_path / 'missing'}"


def test_links_that_go_round_in_a_circle_stay_as_they_are(tmp_path):
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    one.symlink_to(other)
    other.symlink_to(one)
    problem = refusal(one)
    assert problem.problem == f"this cannot be written: {os.strerror(errno.ELOOP)}"
    assert one.is_symlink()
    assert other.is_symlink()


def test_a_folder_is_made_with_all_it_stands_in(tmp_path):
    make_folder(tmp_path / "one" / "other")
    make_folder(tmp_path / "one" / "other")
    assert (tmp_path / "one" / "other").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path, open_folder):
    (tmp_path / "notes").write_text("")
    with pytest.raises(UsageError, match=f"{tmp_path / 'notes'} is not a folder"):
        make_folder(tmp_path / "notes" / "pack")
    open_folder.chmod(0o555)
    with ordinary_user(), pytest.raises(UsageError, match="you are not allowed to write here"):
        make_folder(open_folder / "pack")


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_several_files_are_written_together_and_replace_what_was_there(tmp_path):
    (tmp_path / "a.html").write_bytes(b"old")
    write_together({tmp_path / "a.html": b"page", tmp_path / "a.json": b"{}"})
    assert held(tmp_path) == {"a.html": b"page", "a.json": b"{}"}


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_where_one_of_several_cannot_be_written_none_is(tmp_path, missing):
    (tmp_path / "a0").write_bytes(b"old")
    paths = [tmp_path / f"a{number}" for number in range(3)]
    paths[missing] = tmp_path / "no" / "folder"
    with pytest.raises(UsageError, match="there is no folder"):
        write_together(dict.fromkeys(paths, b"new"))
    assert held(tmp_path) == {"a0": b"old"}


def test_where_one_of_several_cannot_take_its_place_the_others_are_as_they_were(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    staged = [_staged(tmp_path / name, (b"new",)) for name in ("a", "b", "c")]
    (tmp_path / "c").mkdir()
    staged[0].place(last=False)
    staged[1].place(last=False)
    with pytest.raises(OSError):
        staged[2].place(last=True)
    for each in reversed(staged):
        each.clear(done=False)
    assert held(tmp_path) == {"a": b"old"}


def test_two_names_of_one_file_are_refused(tmp_path):
    (tmp_path / "a.html").symlink_to(tmp_path / "a.json")
    with pytest.raises(UsageError, match="two outputs would be one file"):
        write_together({tmp_path / "a.html": b"page", tmp_path / "a.json": b"{}"})
    assert held(tmp_path) == {}


def test_a_pipe_among_several_outputs_is_written_to(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    read = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_together({tmp_path / "pipe": b"sent", tmp_path / "file": b"kept"})
    reader.join()
    assert (read, (tmp_path / "file").read_bytes()) == ([b"sent"], b"kept")
