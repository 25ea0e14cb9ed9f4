"""Write plain data as YAML that people can read and the reader takes back unchanged."""

from decimal import Decimal
from typing import Any

import yaml

from auditor.load.fault import Refused
from auditor.load.plain_scalar import plain_value

_WIDE = 100
_FLAT = 3
"""A record with no more names than this, and nothing inside them, stands on one line."""


class _Plain(yaml.SafeDumper):
    """Writes numbers with the digits that they have, and never an anchor."""

    def ignore_aliases(self, data: Any) -> bool:
        """Say that a value is written out wherever it stands."""
        return True


def _number(dumper: _Plain, value: Decimal) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")


def _text(dumper: _Plain, value: str) -> yaml.Node:
    """Quote a text that our reader, unlike the library's, would refuse or take otherwise."""
    resolved = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    left_plain = resolved == _TEXT
    style = '"' if left_plain and not _is_plain(value) else None
    return dumper.represent_scalar(_TEXT, value, style=style)


_TEXT = "tag:yaml.org,2002:str"


def _is_plain(text: str) -> bool:
    if not text.isascii() and not all(each.isprintable() or each == "\n" for each in text):
        return False
    try:
        return plain_value(text) == text
    except Refused:
        return False


def _record(dumper: _Plain, value: dict[str, Any]) -> yaml.Node:
    flat = not any(isinstance(each, dict | list) for each in value.values())
    node = dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    node.flow_style = flat and len(str(value)) < _WIDE and len(value) <= _FLAT
    return node


def _list(dumper: _Plain, value: list[Any]) -> yaml.Node:
    flat = not any(isinstance(each, dict | list) for each in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flat)


_Plain.add_representer(Decimal, _number)
_Plain.add_representer(str, _text)
_Plain.add_representer(dict, _record)
_Plain.add_representer(list, _list)


def yaml_text(data: dict[str, Any], *, comment: str) -> str:
    """Return the text of a file, below a comment of one or more lines."""
    lines = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    body = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=_WIDE)
    return lines + body
