"""Say in which places data is not what its class declares."""

from collections.abc import Iterable
from typing import NamedTuple


class Misfit(NamedTuple):
    """One value that is not as declared: the keys that lead to it, what sort of fault, in words.

    `sort` is `missing` or `unknown` for a key, `record` or `list` where one is wanted, otherwise
    `value` or a sort of the class's own.
    """

    at: tuple[str | int, ...]
    sort: str
    says: str


class Unfit(ValueError):
    """Data that does not fit a class, with every place where it does not."""

    def __init__(self, misfits: Iterable[Misfit]) -> None:
        self.misfits = tuple(misfits)
        places = (".".join(str(key) for key in each.at) or "all of it" for each in self.misfits)
        says = (each.says for each in self.misfits)
        super().__init__("; ".join(f"{at}: {text}" for at, text in zip(places, says, strict=True)))

    def below(self, key: str | int) -> Iterable[Misfit]:
        """Return the same misfits as seen from the record or list that holds this data."""
        return (each._replace(at=(key, *each.at)) for each in self.misfits)


def unfit(says: str, *, sort: str = "value") -> Unfit:
    """Return the error of one value that does not fit; its place is added on the way up."""
    return Unfit([Misfit((), sort, says)])
