"""Choose the sheets that hold the map and its inputs; ask where several could."""

from dataclasses import dataclass

from auditor.errors import InputError, Problem
from auditor.load.sheets import Sheet, Workbook
from auditor.load.value_map.corrections import Corrections
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.headings import find_heading
from auditor.load.value_map.join import Headed, sides

_NO_MAP = (
    "A value map has titles for a quantity, a value (financial proxy), deadweight, attribution "
    'and so on in one row. Say where they are: --map "sheet=Value map" --map "heading=7" '
    '--map "H=deadweight". For a form to fill in: auditor new commissioning.'
)


@dataclass(frozen=True)
class Chosen:
    """The sheets of the map and those that only list inputs, each with its heading.

    Sheets that are `joined` say different things of the same outcomes.
    """

    maps: list[Headed]
    inputs: list[Headed]
    joined: bool = False


def choose(book: Workbook, said: Corrections, *, name: str) -> Chosen:
    """Return the sheets that are to be read.

    Raises InputError where no sheet holds a map, and where several visible sheets each do.
    """
    named = _named(book, said, name=name)
    searched = named or [sheet for sheet in book.sheets if not sheet.hidden]
    headed = [
        (grid, heading)
        for sheet in searched
        if (heading := find_heading(grid := Grid(sheet), said))
    ]
    maps = [each for each in headed if each[1].is_map or (named and said.heading)]
    inputs = [each for each in headed if each[1].is_inputs]
    together = sides(maps, [each for each in headed if each not in maps])
    if together:
        return Chosen(together, [each for each in inputs if each not in together], joined=True)
    if not maps:
        raise InputError(Problem("no sheet of this workbook was recognised as a value map",
                                 _where(name, book), _NO_MAP))  # fmt: skip
    if len(maps) > 1 and not named:
        titles = [grid.sheet.name for grid, _ in maps]
        options = " or ".join(f'--map "sheet={title}"' for title in titles)
        problem = f"{len(maps)} sheets look like value maps: {', '.join(titles)}"
        hint = f"Say which: {options}; several may be given where they are parts of one map."
        raise InputError(Problem(problem, name, hint))
    return Chosen(maps, inputs)


def _named(book: Workbook, said: Corrections, *, name: str) -> list[Sheet]:
    by_name = {sheet.name: sheet for sheet in book.sheets}
    for title in said.sheets:
        if title not in by_name:
            hint = f"Its sheets are: {', '.join(by_name)}."
            raise InputError(Problem(f"there is no sheet “{title}”", name, hint))
    return [by_name[title] for title in dict.fromkeys(said.sheets)]


def _where(name: str, book: Workbook) -> str:
    hidden = sum(sheet.hidden for sheet in book.sheets)
    return f"{name} ({hidden} hidden sheets were not searched)" if hidden else name
