"""Write the converted cases and the page about them again from the facts held for the tests."""

from pathlib import Path

from scripts.convert_claims import main

from .source import read_source
from .table import document

ROOT = Path(__file__).parent.parent.parent
FACTS = ROOT / "tests" / "data" / "claims"
FILES = ROOT / "examples" / "claims"
PAGE = ROOT / "docs" / "published-claims.md"

if __name__ == "__main__":
    main(FACTS, FILES)
    sources = tuple(read_source(path) for path in sorted(FACTS.glob("*.json")))
    PAGE.write_text(document(sources), encoding="utf-8")
