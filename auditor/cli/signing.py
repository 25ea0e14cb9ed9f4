"""Sign the PDF of a report where that is asked for: with which key, as what, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.emit import progress
from auditor.cli.passphrase import passphrase, passphrase_option
from auditor.cli.pdf_file import file_bytes
from auditor.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from auditor.sealing.certificate import Key

_MOST = 200
_OPTIONS = (
    click.option("--sign-with", type=click.Path(path_type=Path), metavar="FILE",
                 help="Sign the PDF with the key in this PKCS#12 file (.p12 or .pfx). Its "
                 "passphrase is asked for."),
    passphrase_option,
    click.option("--timestamp", metavar="URL", default="",
                 help="Have a timestamp authority (RFC 3161) prove when it was signed. This is the "
                 "one thing for which the network is used."),
    click.option("--role", metavar="TEXT", default="",
                 help="As what you sign; it is shown beside your name."),
    click.option("--reason", metavar="TEXT", default="", help="Why you sign; it is shown too."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signing:
    """What was asked for about signing; nothing is signed without a file to do it with."""

    file: Path | None
    descriptor: int | None
    authority: str
    role: str
    reason: str

    def signer(self) -> "Signer | None":
        """Return what signs, once the key is open and may be used; raises UsageError, InputError.

        It is called before any other work, so that no work is done for nothing.
        """
        self._refuse()
        if self.file is None:
            return None
        from auditor.sealing.certificate import key, refusal

        raw = file_bytes(self.file)
        opened = key(raw, passphrase(self.file, self.descriptor), str(self.file))
        why = refusal(opened.certificate, _now())
        if why:
            hint = "Nothing was done. Sign with a certificate for signing that is valid today."
            raise InputError(Problem(why, str(self.file), hint))
        return Signer(self, opened)

    def _refuse(self) -> None:
        given = {
            "--timestamp": self.authority,
            "--role": self.role,
            "--reason": self.reason,
            "--passphrase-fd": self.descriptor is not None,
        }
        alone = next((name for name, value in given.items() if value), "")
        if self.file is None and alone:
            hint = "name the key with --sign-with"
            raise UsageError(Problem("there is nothing to sign with", alone, hint))
        if self.authority and not self.authority.startswith(("http://", "https://")):
            hint = "give an address that begins with https:// or http://"
            raise UsageError(Problem("this is no web address", "--timestamp", hint))
        for name, text in (("--role", self.role), ("--reason", self.reason)):
            if len(text) > _MOST or not text.isprintable():
                problem = f"this must be one line of at most {_MOST} letters"
                raise UsageError(Problem(problem, name))


@dataclass(frozen=True, slots=True)
class Signer:
    """An open key, and what was asked for about signing with it."""

    asked: Signing
    key: "Key"

    def signed(self, raw: bytes) -> bytes:
        """Return the PDF of a report signed; raises UsageError where no timestamp is to be had."""
        from auditor.output import pdf
        from auditor.output.signed import Signed
        from auditor.sealing.sign import Shown, sign

        asked, at = self.asked, _now()
        progress("Signing the report…")
        said = Signed(self.key.certificate.name, at, asked.role, asked.reason)
        shown = Shown(pdf.signature_block(said), said.sentence)
        return sign(raw, self.key, shown, at=at, reason=asked.reason, authority=asked.authority)


def _now() -> datetime:
    """Return the time: only a signature has one, never what is signed."""
    return datetime.now(UTC).replace(microsecond=0)


def signing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options about signing; the command gets them as one, `signing`."""

    @wraps(command)
    def combined(
        *given: Any,
        sign_with: Path | None,
        passphrase_fd: int | None,
        timestamp: str,
        role: str,
        reason: str,
        **others: Any,
    ) -> Any:
        signing = Signing(sign_with, passphrase_fd, timestamp, role, reason)
        return command(*given, signing=signing, **others)

    made: Callable[..., Any] = combined
    for option in reversed(_OPTIONS):
        made = option(made)
    return made
