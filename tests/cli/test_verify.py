import json

import pypdf
import pytest

from tests.cli.conftest import ROOT, TOY


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    from tests.sealing import made

    folder = tmp_path_factory.mktemp("made")
    return made.write(folder / "with.pdf"), made.write(folder / "without.pdf", with_file=False)


def test_a_report_with_its_file_needs_nothing_else_to_be_verified(run, folder):
    done = run("report", "good.yaml", "--output", "r.pdf", "--packs", "evidence", "--attach-file")
    assert done.returncode == 5  # too little could be checked
    assert "will contain the audited file itself" in done.stderr
    first = " ".join(pypdf.PdfReader(folder / "r.pdf").pages[0].extract_text().split())
    assert "contains the audited file" in first
    (folder / "good.yaml").unlink()
    done = run("verify", "r.pdf")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(" Yes: ") == 5
    assert done.stdout.count("Cannot say: the report is not signed.") == 3
    assert "nothing shows who made this PDF" in done.stdout


def test_a_report_with_its_documents_needs_no_folder_of_them(run, folder):
    example = ROOT / "examples" / "evidence"
    asked = ("--packs", "evidence", "--evidence", str(example / "papers"), "--attach-file")
    for more, answers in ((("--attach", "10"), 5), ((), 3)):
        run("report", str(example / "morning-calls.yaml"), "--output", "r.pdf", *asked, *more)
        done = run("verify", "r.pdf")
        assert done.stdout.count(" Yes: ") == answers
        assert ("name their folder with --evidence" in done.stdout) == (not more)


def test_a_report_without_its_file_is_verified_with_it(run, folder, made):
    done = run("verify", str(made[1]))
    assert done.returncode == 5
    assert "name it with --file" in done.stdout
    assert run("verify", str(made[1]), "--file", "good.yaml").returncode == 0
    assert run("verify", str(made[1]), "--file", "departs.yaml").returncode == 1


def test_a_report_without_its_file_says_nothing_of_containing_it(made):
    first = pypdf.PdfReader(made[1]).pages[0].extract_text()
    assert "contains the audited" not in first


def test_an_unsigned_report_fails_where_a_signature_is_required(run, made):
    assert run("verify", str(made[0]), "--no-rerun").returncode == 0
    done = run("verify", str(made[0]), "--no-rerun", "--require-signature")
    assert done.returncode == 1


def test_the_answers_are_given_as_json(run, made):
    done = run("verify", str(made[0]), "--no-rerun", "--format", "json")
    answers = {each["question"]: each["verdict"] for each in json.loads(done.stdout)["answers"]}
    assert answers == {
        "signature": "cannot_say",
        "signer": "cannot_say",
        "unchanged": "cannot_say",
        "attachments": "yes",
        "rules": "yes",
        "printed": "yes",
    }


def test_rules_of_ones_own_are_attached_and_said_to_be_such(run):
    run("report", "good.yaml", "--output", "r.pdf", "--packs", TOY, "--attach-file")
    done = run("verify", "r.pdf")
    assert done.returncode == 5
    assert "this release publishes no rule pack of this name" in done.stdout
    assert "Does the audit give the same result again? Yes" in done.stdout


def test_what_is_no_pdf_is_refused(run):
    done = run("verify", "good.yaml")
    assert done.returncode == 3
    assert "this is no PDF" in done.stderr
    assert run("verify", "missing.pdf").returncode == 3


def test_a_damaged_pdf_gets_an_answer_and_no_traceback(run, folder, made):
    (folder / "damaged.pdf").write_bytes(made[0].read_bytes()[:300])
    done = run("verify", "damaged.pdf")
    assert done.returncode == 5
    assert "its parser failed" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_is_not_said_to_be_missing(run, folder):
    done = run("verify", ".")
    assert done.returncode == 3
    assert "this is a folder, not a file" in done.stderr


def test_the_files_of_a_report_are_extracted(run, folder, made):
    done = run("extract", str(made[0]), "--output", "files")
    assert done.returncode == 0
    assert (folder / "files" / "audited.yaml").read_text() == (folder / "good.yaml").read_text()
    assert json.loads((folder / "files" / "result.json").read_bytes())["file"]["name"]
    assert run("extract", str(made[0]), "--output", "files").returncode == 2
    assert run("extract", "good.yaml", "--output", "other").returncode == 3
