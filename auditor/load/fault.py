"""Say what is wrong in a text, and at which line and column."""

from auditor.errors import Problem


class Fault(Exception):
    """One thing that keeps a text from being read.

    `line` and `column` count from 1, columns in characters; both are 0 where the fault is of the
    whole file. It blames nobody: the caller turns it into an InputError or a RulesError.
    """

    def __init__(
        self, problem: str, *, name: str, line: int = 0, column: int = 0, hint: str = ""
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.name = name
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def where(self) -> str:
        """Return the place as a person would say it: `file.yaml, line 3, column 5`."""
        return f"{self.name}, line {self.line}, column {self.column}" if self.line else self.name

    def as_problem(self) -> Problem:
        """Return the fault in the form that every error of the program takes."""
        return Problem(self.problem, self.where, self.hint)


class Refused(ValueError):
    """A word or number that cannot be taken as it stands; its reader knows where it stands."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset into a text whose lines end in a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def shown(text: str, *, longest: int = 40) -> str:
    """Return a piece of the user's text short enough for a message."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
