"""Know what each model holds: the parts inside it, and the fields that refer to other parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from auditor.model.part import Nil, Part, Refers


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a model that hold parts, and those that hold ids, with the list they name."""

    parts: Mapping[str, type[Part]]
    references: Mapping[str, str]


@cache
def shape(model: type[Part]) -> Shape:
    """Read off a model's annotations which of its fields hold parts and which refer to parts."""
    fields = model.model_fields.items()
    pieces = {name: (*field.metadata, *_pieces(field.annotation)) for name, field in fields}
    return Shape(
        parts=_first(pieces, lambda piece: piece if _is_part(piece) else None),
        references=_first(pieces, lambda piece: piece.to if isinstance(piece, Refers) else None),
    )


@cache
def leads_to(model: type[Part], target: type[Part]) -> bool:
    """Say whether a model is another one, or holds it at any depth."""
    return model is target or any(leads_to(each, target) for each in shape(model).parts.values())


def _pieces(annotation: Any) -> Iterator[Any]:
    """Yield an annotation's members and marks at any depth: classes, `Refers` and the rest."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _pieces(annotation.__origin__)
    elif arguments := get_args(annotation):
        for argument in arguments:
            yield from _pieces(argument)
    else:
        yield annotation


def _is_part(piece: Any) -> bool:
    return isinstance(piece, type) and issubclass(piece, Part) and piece is not Nil


def _first(pieces: Mapping[str, tuple[Any, ...]], pick: Any) -> dict[str, Any]:
    picked = {name: [found for p in every if (found := pick(p))] for name, every in pieces.items()}
    return {name: found[0] for name, found in picked.items() if found}
