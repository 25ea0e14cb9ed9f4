"""Read the files of a report into what they stand for: manifest, result and rules."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from auditor.canonical import canonical, digest
from auditor.errors import InputError
from auditor.report import Report
from auditor.report_schema.typed import typed
from auditor.sealing.archive import files_in
from auditor.sealing.manifest import MANIFEST, RESULT, RULES, Manifest

_Kind = TypeVar("_Kind")


class Lacking(Exception):
    """The PDF lacks something that a report holds, or holds it in no form that can be read."""


@dataclass(frozen=True)
class Held:
    """The files of a report by name, and what they stand for, which is read once."""

    files: Mapping[str, bytes]

    @cached_property
    def manifest(self) -> Manifest:
        """Return the manifest; raises Lacking."""
        return _typed(Manifest, self.file(MANIFEST), MANIFEST)

    @cached_property
    def report(self) -> Report:
        """Return the report whose result is held; raises Lacking."""
        data = self.file(RESULT)
        return _typed(Report, data, RESULT)

    @cached_property
    def rules(self) -> dict[str, bytes]:
        """Return the files of the rules by their names in the archive; raises Lacking."""
        try:
            return files_in(self.file(RULES))
        except InputError as error:
            raise Lacking(str(error.problems[0].problem)) from error

    def file(self, name: str) -> bytes:
        """Return a file; raises Lacking."""
        if name not in self.files:
            raise Lacking(f"the PDF holds no {name}")
        return self.files[name]


def _typed(kind: type[_Kind], data: bytes, name: str) -> _Kind:
    try:
        return typed(kind, data)
    except (ValueError, RecursionError) as error:
        raise Lacking(f"{name} has not the form that it should have") from error


def digest_of_result(data: bytes) -> str:
    """Return the digest that follows from a result, whatever digest it states.

    Raises Lacking where it is no result in canonical form.
    """
    try:
        parts = {name: canonical(part) for name, part in json.loads(data).items()}
        if _joined(parts) != data:
            raise Lacking(f"{RESULT} is not in canonical form")
        del parts["totals"]
        return digest(_joined({**parts, "digest": canonical("")}))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise Lacking(f"{RESULT} is no result") from error


def _joined(parts: Mapping[str, bytes]) -> bytes:
    """Return the canonical form of an object whose parts are in it: each is written once only."""
    named = (canonical(name) + b":" + parts[name] for name in sorted(parts))
    return b"{" + b",".join(named) + b"}"
