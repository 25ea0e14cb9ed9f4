"""Verify the PDF of a report: whether its parts agree, and whether its result comes out again."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.canonical import digest
from auditor.cli.emit import progress
from auditor.cli.exits import Exit
from auditor.cli.options import format_option
from auditor.cli.pdf_file import file_bytes, pdf_bytes

if TYPE_CHECKING:
    from auditor.sealing.answer import Answer

_EPILOG = """
\b
Examples:
  auditor verify report.pdf                        # the PDF contains the audited file
  auditor verify report.pdf --file my-file.yaml
  auditor verify report.pdf --no-rerun --format json
  auditor verify report.pdf --trust auditor.pem    # signed with a key that you trust

\b
Each question is answered yes, no or cannot say, with the reason. Exit codes:
  0   all that was asked holds
  1   something does not hold
  2   wrong usage
  3   a file that cannot be read, or is no PDF
  5   something that was asked cannot be said, and nothing is known not to hold
  70  program fault
A signature that is there must be valid, of the whole file. With --require-signature one
must be there; with --trust it must be that of somebody whom a certificate vouches for.
Nothing is fetched: whether a certificate was revoked is not asked.
"""


@click.command("verify", epilog=_EPILOG)
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.option("--file", type=click.Path(path_type=Path), metavar="FILE",
              help="The audited file, where the PDF does not contain it.")  # fmt: skip
@click.option("--evidence", type=click.Path(path_type=Path), metavar="DIR",
              help="The folder of the documents that the audit examined.")  # fmt: skip
@click.option("--no-rerun", is_flag=True, help="Do not make the audit again.")
@click.option("--require-signature", is_flag=True,
              help="Fail where the report has no valid signature.")  # fmt: skip
@click.option("--trust", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="A certificate that you trust, as PEM or DER: that of the signer, or of who "
              "vouches for it or for a timestamp; may be given several times.")  # fmt: skip
@format_option("the answers")
def command(
    report: Path,
    file: Path | None,
    evidence: Path | None,
    no_rerun: bool,
    require_signature: bool,
    trust: tuple[Path, ...],
    form: str,
) -> None:
    """Verify the PDF of a report: files, rules, printed text, and the result made again."""
    from auditor.sealing.answer import INSIDE, MADE_AGAIN, SIGNATURES
    from auditor.sealing.ask import ask
    from auditor.sealing.certificate import certificates
    from auditor.sealing.given import Given
    from auditor.sealing.show import as_json, as_text

    raw = pdf_bytes(report)
    trusted = tuple(each for path in trust for each in certificates(file_bytes(path), str(path)))
    given = Given(file_bytes(file) if file else None, evidence, trusted, datetime.now(UTC))
    progress("Verifying the report…")
    asked = [*SIGNATURES, *INSIDE, *([] if no_rerun else MADE_AGAIN)]
    answers = ask(raw, asked, given)
    signed = _is_signed(answers)
    if form == "json":
        click.echo(as_json(answers, name=report.name, sha256=digest(raw)))
    else:
        click.echo(as_text(answers, signed=signed))
    sys.exit(_exit(answers, required=require_signature or bool(trust), trust=bool(trust)))


def _is_signed(answers: "Sequence[Answer]") -> bool:
    """Say whether there is a signature, or may be one that could not be read."""
    from auditor.sealing.answer import Question

    return not any(each.of_unsigned for each in answers if each.question is Question.SIGNATURE)


def _exit(answers: "Sequence[Answer]", *, required: bool, trust: bool) -> Exit:
    """Return the exit code: what is asked of signatures must hold, not only not be known to fail.

    The signer is asked about only with certificates that are trusted.
    """
    from auditor.sealing.answer import SIGNATURES, Question, Verdict

    of_signature = {each.question: each.verdict for each in answers if each.question in SIGNATURES}
    if not trust:
        del of_signature[Question.SIGNER]
    if required and set(of_signature.values()) != {Verdict.YES}:
        return Exit.DEPARTURES
    others = {each.verdict for each in answers if _counts(each)}
    verdicts = others | (set(of_signature.values()) if _is_signed(answers) else set())
    if Verdict.NO in verdicts:
        return Exit.DEPARTURES
    return Exit.TOO_LITTLE if Verdict.CANNOT_SAY in verdicts else Exit.CLEAN


def _counts(answer: "Answer") -> bool:
    """Say whether an answer counts: that pages cannot be set again here is no matter."""
    from auditor.sealing.answer import SIGNATURES, Question, Verdict

    cannot = answer.question is Question.PAGES and answer.verdict is Verdict.CANNOT_SAY
    return answer.question not in SIGNATURES and not cannot
