"""Verify the PDF of a report: whether its parts agree, and whether its result comes out again."""

import sys
from pathlib import Path

import click

from auditor.canonical import digest
from auditor.cli.emit import progress
from auditor.cli.exits import Exit
from auditor.cli.options import format_option
from auditor.cli.pdf_file import file_bytes, pdf_bytes

_EPILOG = """
\b
Examples:
  auditor verify report.pdf                        # the PDF contains the audited file
  auditor verify report.pdf --file my-file.yaml
  auditor verify report.pdf --no-rerun --format json

\b
Each question is answered yes, no or cannot say, with the reason. Exit codes:
  0   all that was asked holds
  1   something does not hold
  2   wrong usage
  3   a file that cannot be read, or is no PDF
  5   something that was asked cannot be said, and nothing is known not to hold
  70  program fault
Signatures are asked about, and their absence is a failure, with --require-signature.
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
@format_option("the answers")
def command(
    report: Path,
    file: Path | None,
    evidence: Path | None,
    no_rerun: bool,
    require_signature: bool,
    form: str,
) -> None:
    """Verify the PDF of a report: files, rules, printed text, and the result made again."""
    from auditor.sealing.again import Given
    from auditor.sealing.answer import INSIDE, SIGNATURES, Question, Verdict
    from auditor.sealing.ask import ask
    from auditor.sealing.show import as_json, as_text

    raw = pdf_bytes(report)
    given = Given(file_bytes(file) if file else None, evidence)
    progress("Verifying the report…")
    asked = [*SIGNATURES, *INSIDE, *([] if no_rerun else [Question.AGAIN])]
    answers = ask(raw, asked, given)
    signed = any(each.verdict is not Verdict.CANNOT_SAY for each in answers[: len(SIGNATURES)])
    if form == "json":
        click.echo(as_json(answers, name=report.name, sha256=digest(raw)))
    else:
        click.echo(as_text(answers, signed=signed))
    counted = [
        each for each in answers if require_signature or signed or each.question not in SIGNATURES
    ]
    verdicts = {each.verdict for each in counted}
    lacking = require_signature and not signed
    if Verdict.NO in verdicts or lacking:
        sys.exit(Exit.DEPARTURES)
    sys.exit(Exit.TOO_LITTLE if Verdict.CANNOT_SAY in verdicts else Exit.CLEAN)
