import json
import os
import pty
import stat
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from tests.cli.conftest import ROOT
from tests.sealing import authority

NOW = datetime.now(UTC)
LASTING = {"begins": NOW - timedelta(days=2), "ends": NOW + timedelta(days=2)}
REPORT = ("report", "good.yaml", "--output", "r.pdf", "--packs", "evidence", "--attach-file")
SECRET = "pass\n"


@pytest.fixture
def with_secret(folder):
    """Run a command with the passphrase on file descriptor 3."""

    def call(*arguments, secret=SECRET):
        reader, writer = os.pipe()
        os.write(writer, secret.encode())
        os.close(writer)
        try:
            return subprocess.run(
                ["bash", "-c", f'exec 3<&{reader}; exec "$@"', "-", sys.executable, "-m",
                 "auditor.cli.main", *arguments, "--passphrase-fd", "3"],
                cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
                text=True, check=False, pass_fds=(reader,), stdin=subprocess.DEVNULL,
            )  # fmt: skip
        finally:
            os.close(reader)

    return call


@contextmanager
def a_key(folder, **how):
    (folder / "key.p12").write_bytes(authority.p12(**{**LASTING, **how}))
    (folder / "root.pem").write_bytes(authority.root().der)
    yield


def of_authority(with_secret, *arguments):
    return with_secret(*arguments, secret=authority.PASSPHRASE.decode())


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_a_key_is_made_a_report_signed_with_it_and_verified(run, folder, with_secret):
    done = with_secret("keys", "new", "--name", "Ann Officer", "--output", "a.p12")
    assert done.returncode == 0, done.stderr
    assert "Nobody vouches that it is yours" in done.stdout
    assert stat.S_IMODE((folder / "a.p12").stat().st_mode) == 0o600
    done = with_secret(*REPORT, "--sign-with", "a.p12", "--role", "Auditor", "--reason", "Tried")
    assert done.returncode == 5, done.stderr  # too little could be checked
    with pikepdf.open(folder / "r.pdf") as pdf:
        said = str(pdf.Root.AcroForm.Fields[0].TU)
    assert said.startswith("Digitally signed by Ann Officer, Auditor, ")
    assert said.endswith("reason: Tried")
    done = run("verify", "r.pdf", "--no-rerun", "--trust", "a.pem", "--require-signature")
    assert done.returncode == 0, done.stdout
    assert "Is the signer trusted? Yes" in done.stdout
    done = run("verify", "r.pdf", "--no-rerun")
    assert done.returncode == 0
    assert "Is the signer trusted? Cannot say" in done.stdout
    done = run("verify", "r.pdf")
    assert done.returncode == 0
    assert "Do the same pages come out again? Yes" in done.stdout


def test_a_stranger_is_told_from_somebody_who_is_trusted(run, folder, with_secret):
    with a_key(folder, by="Another Root"):
        assert of_authority(with_secret, *REPORT, "--sign-with", "key.p12").returncode == 5
    assert run("verify", "r.pdf", "--no-rerun", "--require-signature").returncode == 0
    done = run("verify", "r.pdf", "--no-rerun", "--trust", "root.pem", "--format", "json")
    assert done.returncode == 1
    answers = {each["question"]: each["verdict"] for each in json.loads(done.stdout)["answers"]}
    assert (answers["signature"], answers["signer"], answers["unchanged"]) == ("yes", "no", "yes")


def test_an_unsigned_report_fails_where_somebody_is_trusted(run, folder):
    run(*REPORT)
    (folder / "root.pem").write_bytes(authority.root().der)
    assert run("verify", "r.pdf", "--no-rerun", "--trust", "root.pem").returncode == 1
    assert run("verify", "r.pdf", "--no-rerun", "--trust", "good.yaml").returncode == 3


def test_a_report_that_was_changed_after_it_was_signed_fails(run, folder, with_secret):
    with a_key(folder):
        of_authority(with_secret, *REPORT, "--sign-with", "key.p12")
    raw = (folder / "r.pdf").read_bytes()
    (folder / "r.pdf").write_bytes(raw + b"\n% more\n")
    done = run("verify", "r.pdf", "--no-rerun")
    assert done.returncode == 1
    assert "8 bytes were added after it was signed" in done.stdout


def test_a_signature_that_cannot_be_read_counts_as_one(run, folder, with_secret):
    with a_key(folder):
        of_authority(with_secret, *REPORT, "--sign-with", "key.p12")
    raw = (folder / "r.pdf").read_bytes()
    (folder / "r.pdf").write_bytes(raw.replace(b"/Type /SigRef", b"/Type /Type 1"))
    done = run("verify", "r.pdf", "--no-rerun")
    assert done.returncode == 5
    assert "Is the signature valid? Cannot say: the PDF cannot be read" in done.stdout
    assert "Without a signature" not in done.stdout


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"ends": NOW - timedelta(days=1)}, "of Ann Officer expired on"),
        ({"begins": NOW + timedelta(days=1)}, "of Ann Officer is not valid before"),
        ({"uses": ("key_agreement",)}, "is not meant for signing (key usage)"),
    ],
)
def test_a_key_that_may_not_sign_ends_it_before_any_work(how, says, folder, with_secret):
    with a_key(folder, **how):
        done = of_authority(with_secret, "report", "missing.yaml", "--output", "r.pdf",
                            "--sign-with", "key.p12")  # fmt: skip
    assert done.returncode == 3
    assert says in done.stderr
    assert "missing.yaml" not in done.stderr
    assert "r.pdf" not in names(folder)


def test_a_wrong_passphrase_ends_it_before_any_work(folder, with_secret):
    with a_key(folder):
        done = with_secret(*REPORT, "--sign-with", "key.p12", secret="wrong")
    assert done.returncode == 3
    assert "key.p12: the key cannot be opened" in done.stderr
    assert "r.pdf" not in names(folder)


def test_a_timestamp_is_fetched_where_it_is_asked_for(run, folder, with_secret):
    with a_key(folder), authority.timestamps(authority.Answering(NOW)) as address:
        done = of_authority(with_secret, *REPORT, "--sign-with", "key.p12", "--timestamp", address)
    assert done.returncode == 5, done.stderr
    done = run("verify", "r.pdf", "--no-rerun", "--trust", "root.pem")
    assert done.returncode == 0
    assert "by Time of Day (SHA-256" in done.stdout


def test_where_no_timestamp_is_to_be_had_nothing_is_written(folder, with_secret):
    with authority.timestamps() as address:
        pass
    with a_key(folder):
        before = names(folder)
        done = of_authority(with_secret, *REPORT, "--sign-with", "key.p12", "--timestamp", address)
    assert done.returncode == 2
    assert f"{address}: the timestamp authority gave no timestamp" in done.stderr
    assert names(folder) == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--timestamp", "http://x"), "there is nothing to sign with"),
        (("--role", "Auditor"), "there is nothing to sign with"),
        (("--sign-with", "k.p12", "--timestamp", "file:///etc"), "this is no web address"),
        (("--sign-with", "k.p12", "--reason", "a\nb"), "this must be one line"),
        (("--sign-with", "r.pdf"), "this would overwrite the file itself"),
        (("--sign-with", "key.p12"), "the passphrase cannot be asked for"),
    ],
)
def test_a_wrong_use_is_named(options, says, run, folder):
    with a_key(folder):
        done = run(*REPORT, *options)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_key_that_is_not_there_is_named(run):
    done = run(*REPORT, "--sign-with", "none.p12")
    assert done.returncode == 3
    assert "none.p12: there is no such file" in done.stderr


def test_a_new_key_never_takes_the_place_of_another_file(folder, with_secret):
    (folder / "a.pem").write_text("mine")
    before = names(folder)
    done = with_secret("keys", "new", "--name", "Ann", "--output", "a.p12")
    assert done.returncode == 2
    assert "a.pem: this is there already" in done.stderr
    assert names(folder) == before
    done = with_secret("keys", "new", "--name", "Ann", "--output", "a.p12", "--certificate",
                       "b.pem")  # fmt: skip
    assert done.returncode == 0
    assert names(folder) == before | {"a.p12", "b.pem"}


@pytest.mark.parametrize(
    ("options", "secret", "says"),
    [
        (("--name", "", "--output", "a.p12"), SECRET, "a name has 1 to 64 letters"),
        (("--name", "x" * 65, "--output", "a.p12"), SECRET, "a name has 1 to 64 letters"),
        (("--name", "A", "--output", "a.pem"), SECRET, "need a file each"),
        (("--name", "A", "--output", "a.p12"), "\n", "a key needs a passphrase"),
        (("--name", "A", "--output", "none/a.p12"), SECRET, "there is no folder"),
    ],
)
def test_no_key_is_made_where_something_is_wrong(options, secret, says, folder, with_secret):
    before = names(folder)
    done = with_secret("keys", "new", *options, secret=secret)
    assert done.returncode == 2
    assert says in done.stderr
    assert names(folder) == before


def test_on_a_terminal_the_passphrase_is_asked_for_twice_and_never_shown(folder):
    command = [sys.executable, "-m", "auditor.cli.main", "keys", "new", "--name", "Ann"]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        os.execve(sys.executable, [*command, "--output", "a.p12"], environment)
    shown = b""
    for prompt in (b"Passphrase of a.p12: ", b"Repeat for confirmation: "):
        while not shown.endswith(prompt):
            shown += os.read(terminal, 1000)
        os.write(terminal, b"very secret\n")
    with suppress(OSError):  # the end of what a terminal that was closed has to say
        while part := os.read(terminal, 1000):
            shown += part
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"very secret" not in shown
    assert (folder / "a.p12").is_file()
