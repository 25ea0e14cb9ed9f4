"""Say what went wrong, where, and what to do about it.

    AuditorError             everything the program refuses on purpose
    ├── UsageError      (2)  the command was called in a way that makes no sense
    ├── InputError      (3)  the user's file cannot be read or is not valid
    └── RulesError      (4)  a rule pack is broken; no audit is made with it

Any other exception is a fault of the program itself (exit code 70) and is never turned into a
statement about the file.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it is, what it is, what to do."""

    problem: str
    where: str = ""
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n    {self.hint}" if self.hint else ""
        return f"{place}{self.problem}{advice}"


class AuditorError(Exception):
    """Something the program refuses, as one or more problems."""

    exit_code = 70

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error needs at least one problem")
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class UsageError(AuditorError):
    """The command was called wrongly."""

    exit_code = 2


class InputError(AuditorError):
    """The file to be audited cannot be read or is not valid."""

    exit_code = 3


class RulesError(AuditorError):
    """A rule pack is broken, so nothing may be concluded with it."""

    exit_code = 4
