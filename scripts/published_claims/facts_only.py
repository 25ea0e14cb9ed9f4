"""Copy published analyses without their prose: facts_only SOURCE_FOLDER OUTPUT.

What is left are names, numbers and the citation; remarks, descriptions of figures and lists of
oddities stay behind.
"""

import json
import sys
from pathlib import Path
from typing import Any

_PROSE = ("claim", "note", "anomalies", "conventions", "status", "timing", "annual_benefit_note")


def facts_only(value: Any) -> Any:
    """Return data without the prose in it."""
    if isinstance(value, dict):
        return {key: facts_only(each) for key, each in value.items() if key not in _PROSE}
    return [facts_only(each) for each in value] if isinstance(value, list) else value


def main(source_folder: Path, output: Path) -> None:
    """Copy every analysis of a folder."""
    output.mkdir(parents=True, exist_ok=True)
    for path in sorted(source_folder.glob("*.json")):
        data = facts_only(json.loads(path.read_text(encoding="utf-8")))
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (output / path.name).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
