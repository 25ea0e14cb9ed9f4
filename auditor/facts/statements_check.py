"""Offer what was made of statements to rules: what agrees, what does not, what nobody can say."""

from dataclasses import dataclass

from auditor.facts.absent import is_denied
from auditor.facts.need import View
from auditor.facts.needs import Lack


@dataclass(frozen=True, slots=True)
class StatementCheck:
    """Statements of one quantity, or of one place in the text, held against each other.

    `agrees` is not stated where that cannot be told. `note` says it as an auditor would.
    """

    id: str
    label: str
    agrees: bool | None
    note: str
    file_pointer: str
    missing: tuple[str, ...] = ()
    otherwise: str = ""

    @property
    def shown(self) -> str:
        """What the statements say, as evidence."""
        return self.note

    def lack(self, view: View) -> Lack:
        """Return what keeps anyone from telling; not for rules."""
        return _lack(self.label, self.missing, self.otherwise, view)


@dataclass(frozen=True, slots=True)
class WordsCheck:
    """A multiple, a fraction or a rank in words, held against the numbers that it rests on.

    `fits` is not stated where the numbers, or the words, leave it open. `rests_on_nothing` says
    that the text gives no number behind its words, as the file records.
    """

    id: str
    label: str
    fits: bool | None
    rests_on_nothing: bool
    note: str
    file_pointer: str
    missing: tuple[str, ...] = ()
    otherwise: str = ""

    @property
    def shown(self) -> str:
        """What the numbers come to, as evidence."""
        return self.note

    def lack(self, view: View) -> Lack:
        """Return what keeps anyone from telling; not for rules."""
        return _lack(self.label, self.missing, self.otherwise, view)


def _lack(label: str, missing: tuple[str, ...], otherwise: str, view: View) -> Lack:
    return Lack(
        f"“{label}”",
        tuple(each for each in missing if not is_denied(view.case, each)),
        tuple(each for each in missing if is_denied(view.case, each)),
        (otherwise,) if otherwise and not missing else (),
    )
