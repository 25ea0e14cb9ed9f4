"""Convert published analyses into files of this product: convert_claims.py SOURCE_FOLDER OUTPUT.

Each JSON file of the source folder becomes one YAML file of the output folder. What the structure
of a case cannot tell is in published_claims/mappings; see the README there.
"""

import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a file, from any folder

from auditor.load.yaml_writer import yaml_text
from scripts.published_claims.convert import convert, read_mapping
from scripts.published_claims.source import Source, read_source

_SCHEMA = "# yaml-language-server: $schema=../../schemas/commissioning-file.schema.json\n"
_SAID = (
    "Real, published figures. What the publication does not say stays unsaid here. Converted by"
    " scripts/convert_claims.py; change its mapping, not this file."
)


def text_of(source: Source) -> str:
    """Return the file that an analysis becomes, as text."""
    cited = source.data["source"]
    where = [cited.get("doi") and f"doi {cited['doi']}", cited.get("url"), *cited.get("urls", [])]
    named = ". ".join([cited.get("citation") or source.data["title"], *filter(None, where)])
    parts = [_SAID, f"Source: {named}", f"Licence: {cited.get('licence', 'not stated')}"]
    comment = "\n".join(
        textwrap.fill(part, 96, break_long_words=False, break_on_hyphens=False) for part in parts
    )
    return _SCHEMA + yaml_text(convert(source, read_mapping(source.case)).data, comment=comment)


def main(source_folder: Path, output: Path) -> None:
    """Convert every analysis of a folder."""
    output.mkdir(parents=True, exist_ok=True)
    for path in sorted(source_folder.glob("*.json")):
        source = read_source(path)
        target = output / f"{source.case.replace('_', '-')}.yaml"
        target.write_text(text_of(source), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
