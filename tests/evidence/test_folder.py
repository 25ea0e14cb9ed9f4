"""Nothing outside the folder is opened, whatever a path says and whatever stands in the folder."""

import errno
import os
import resource
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.evidence import folder as listing
from auditor.evidence.folder import NotOpened, open_folder

SECRET = "what stands outside"


@pytest.fixture
def inside(tmp_path):
    """Return a folder of evidence beside a file that is none of it."""
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "secret.txt").write_text(SECRET)
    folder = tmp_path / "evidence"
    (folder / "papers").mkdir(parents=True)
    (folder / "note.txt").write_text("a note")
    (folder / "papers" / "report.txt").write_text("a report")
    return folder


def content(folder: Path, path: str) -> str:
    with open_folder(folder) as opened, opened.opened(path) as file:
        return file.read().decode()


def refusal(folder: Path, path: str) -> NotOpened:
    with pytest.raises(NotOpened) as refused:
        content(folder, path)
    return refused.value


def test_a_file_in_the_folder_is_opened(inside):
    assert content(inside, "note.txt") == "a note"


def test_a_file_further_down_is_opened(inside):
    assert content(inside, "papers/report.txt") == "a report"


def test_a_file_that_is_not_there_is_missing(inside):
    refused = refusal(inside, "papers/none.txt")
    assert refused.missing
    assert refused.why == "it is not in the folder"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "papers/../../secret.txt", "./note.txt", "papers/./report.txt", "..", ".",
        "", "/", "papers//report.txt", "papers/", "/etc/passwd", "~/note.txt/..",
        "C:\\note.txt", "C:note.txt", "\\\\server\\share\\note.txt", "papers\\report.txt",
        "note.txt:stream", "note.txt.", "note.txt ", " note.txt", "note\x00.txt", "note\n.txt",
        "note?.txt", "no*.txt", 'note".txt', "note|.txt", "<note>.txt",
    ],
)  # fmt: skip
def test_a_path_that_could_lead_outside_on_any_system_is_refused(inside, path):
    assert not refusal(inside, path).missing


@pytest.mark.parametrize("name", ["CON", "nul.txt", "aux", "papers/COM1.pdf", "lpt9", "PRN .txt"])
def test_a_device_of_windows_is_refused_everywhere(inside, name):
    (inside / name).write_text("an ordinary file here")
    assert "device of Windows" in refusal(inside, name).why


def test_a_link_to_a_file_outside_is_not_followed(inside):
    (inside / "link.txt").symlink_to(inside.parent / "secret.txt")
    assert "links are not followed" in refusal(inside, "link.txt").why


def test_a_link_to_a_file_inside_is_not_followed_either(inside):
    (inside / "link.txt").symlink_to("note.txt")
    assert "links are not followed" in refusal(inside, "link.txt").why


def test_a_link_to_nothing_is_a_link_and_not_a_missing_file(inside):
    (inside / "link.txt").symlink_to("nowhere")
    assert not refusal(inside, "link.txt").missing


def test_a_folder_that_is_a_link_is_not_entered(inside):
    (inside / "way-out").symlink_to(inside.parent / "other")
    assert "links are not followed" in refusal(inside, "way-out/secret.txt").why


def test_a_link_that_leads_in_a_circle_is_refused(inside):
    (inside / "circle").symlink_to("circle")
    assert "links are not followed" in refusal(inside, "circle").why


def test_a_folder_that_is_swapped_for_a_link_meanwhile_leads_nowhere(inside):
    with open_folder(inside) as opened:
        inside.rename(inside.parent / "moved")
        (inside.parent / "other").rename(inside)
        with pytest.raises(NotOpened), opened.opened("secret.txt"):
            pass
        with opened.opened("note.txt") as file:
            assert file.read() == b"a note"


def test_a_pipe_is_refused_without_waiting_for_it(inside):
    os.mkfifo(inside / "pipe.txt")
    assert "no ordinary file" in refusal(inside, "pipe.txt").why


def test_a_socket_is_refused(inside, monkeypatch):
    monkeypatch.chdir(inside)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        assert "no ordinary file" in refusal(inside, "socket.txt").why


def test_a_folder_is_no_file(inside):
    assert "no ordinary file" in refusal(inside, "papers").why


def test_a_file_is_no_folder(inside):
    assert refusal(inside, "note.txt/report.txt").missing


def test_capitals_count_on_every_system_and_the_other_name_is_given(inside):
    refused = refusal(inside, "Note.TXT")
    assert refused.missing
    assert "“note.txt”, with other capitals" in refused.why


def test_a_letter_with_its_accent_apart_is_the_same_letter(inside):
    (inside / "re\u0301sume\u0301.txt").write_text("composed otherwise")
    assert content(inside, "r\u00e9sum\u00e9.txt") == "composed otherwise"


def test_a_folder_that_is_not_there_is_a_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="cannot be opened"), open_folder(tmp_path / "none"):
        pass


def test_a_file_is_no_folder_of_evidence(inside):
    with pytest.raises(UsageError, match="cannot be opened"), open_folder(inside / "note.txt"):
        pass


def test_a_name_that_two_files_have_in_other_letters_is_neither_of_them(inside):
    for name in ("e\u0323\u0307.txt", "\u1eb9\u0307.txt"):
        (inside / name).write_text("one of two")
    refused = refusal(inside, "\u0117\u0323.txt")
    assert not refused.missing
    assert "several files have its name" in refused.why


def test_of_a_folder_that_was_not_listed_whole_nothing_is_said_to_be_missing(inside, monkeypatch):
    monkeypatch.setattr(listing, "MAX_NAMES", 1)
    refused = refusal(inside, "none.txt")
    assert not refused.missing
    assert "more than 1 names" in refused.why


def test_documents_are_found_while_others_are_opened_beside_them(inside):
    names = [f"{number}.txt" for number in range(200)]
    for name in names:
        (inside / name).write_text(name)
    with open_folder(inside) as folder, ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda name: _read(folder, name), names * 5)) == names * 5


def test_a_file_that_changes_while_it_is_read_is_none_of_its_versions(inside):
    def changing() -> None:
        with open_folder(inside) as folder, folder.opened("note.txt") as file:
            (inside / "note.txt").write_text("another, longer note")
            file.read()

    with pytest.raises(NotOpened, match="changed while it was read"):
        changing()


def test_a_file_that_is_replaced_while_it_is_read_is_the_one_that_was_opened(inside):
    (inside / "new.txt").write_text("another note")
    with open_folder(inside) as folder, folder.opened("note.txt") as file:
        (inside / "new.txt").replace(inside / "note.txt")
        assert file.read() == b"a note"


def test_a_fault_of_the_disk_says_nothing_about_the_folder(inside):
    def failing() -> None:
        with open_folder(inside) as folder, folder.opened("note.txt"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(NotOpened) as refused:
        failing()
    assert not refused.value.missing
    assert refused.value.why == "it cannot be read (Input/output error)"


def test_where_no_more_files_can_be_opened_none_is_said_to_be_missing(inside):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with open_folder(inside) as folder:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        try:
            with pytest.raises(NotOpened) as refused, folder.opened("note.txt"):
                pass
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (refused.value.missing, refused.value.why) == (
        False, "it cannot be read (Too many open files)",
    )  # fmt: skip


def _read(folder: listing.Folder, name: str) -> str:
    with folder.opened(name) as file:
        return file.read().decode()
