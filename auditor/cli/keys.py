"""Make a key to try signing with, and say what it is not."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from auditor.cli.exits import Exit
from auditor.cli.options import output_option
from auditor.cli.passphrase import passphrase, passphrase_option
from auditor.errors import Problem, UsageError
from auditor.write import write_secret, write_whole

_EPILOG = """
\b
Examples:
  auditor keys new --name "Ann Officer" --output auditor.p12
  auditor report my-file.yaml --output report.pdf --sign-with auditor.p12
  auditor verify report.pdf --trust auditor.pem

\b
Exit codes: 0 written, 2 wrong usage, or a file that cannot be written or is there
already, 70 program fault. Nothing is written unless all of it is.
"""
_SAID = """\
Written: {key} (the key: keep it to yourself) and {certificate} (its certificate: give it to others)
The SHA-256 of the certificate is {sha256}
This is a key to try signing with. Nobody vouches that it is yours: anybody can make one with
any name. Whoever is to trust it needs the certificate, or its SHA-256, from you in another way."""


@click.group("keys")
def command() -> None:
    """Make a key to try signing with."""


@command.command("new", epilog=_EPILOG)
@click.option("--name", required=True, metavar="TEXT", help="The name to put into it.")
@output_option("The key to write, as PKCS#12.")
@click.option("--certificate", type=click.Path(path_type=Path), metavar="FILE",
              help="Where to write its certificate; default: beside it, with .pem.")  # fmt: skip
@passphrase_option
def new(name: str, output: Path, certificate: Path | None, passphrase_fd: int | None) -> None:
    """Make a key with a certificate of its own, valid for a year.

    Nobody vouches for such a key. It shows that reports come from the same hand, to those who have
    its certificate from you; to sign for others, ask your organisation for one.
    """
    from auditor.sealing.certificate import MOST_NAME, certificates, new_key

    beside = certificate or output.with_suffix(".pem")
    if not 0 < len(name.strip()) <= MOST_NAME or not name.isprintable():
        problem = f"a name has 1 to {MOST_NAME} letters, on one line"
        raise UsageError(Problem(problem, "--name"))
    _refuse_overwriting(output, beside)
    secret = passphrase(output, passphrase_fd, twice=True)
    if not secret:
        hint = "Whoever gets the file could sign in your name."
        raise UsageError(Problem("a key needs a passphrase", str(output), hint))
    packed, pem = new_key(name.strip(), secret, datetime.now(UTC).replace(microsecond=0))
    (made,) = certificates(pem, str(beside))
    write_whole(beside, pem)
    try:
        write_secret(output, packed)
    except UsageError:
        beside.unlink()
        raise
    click.echo(_SAID.format(key=output, certificate=beside, sha256=made.sha256))
    sys.exit(Exit.CLEAN)


def _refuse_overwriting(output: Path, beside: Path) -> None:
    """Refuse to write over anything: a key that is gone signs nothing again."""
    if output == beside:
        hint = "name the certificate with --certificate, or a key that ends in .p12"
        raise UsageError(Problem("key and certificate need a file each", str(output), hint))
    for path in (output, beside):
        if path.exists() or path.is_symlink():
            raise UsageError(Problem("this is there already", str(path), "Choose another name."))
