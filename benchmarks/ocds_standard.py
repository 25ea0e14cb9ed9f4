"""Put together the standard as `libcoveocds` reads it offline, from published source packages.

Run `python -m benchmarks.ocds_standard REGISTRY.tar.gz OCDSKIT.tar.gz STANDARD.zip` with the source
packages of `ocdsextensionregistry` 0.7 and `ocdskit` 1.7, which hold the schema of OCDS 1.1.5
among their tests. Codelists hold only the codes that the schema itself names.
"""

import json
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from typing import Any

_FOLDER = "standard-1.1.5/"
_RELEASE = "/tests/fixtures/release-schema.json"
_VERSIONED = "/tests/fixtures/versioned-release-validation-schema.json"
_PACKAGE = "/tests/fixtures/a/release-package-schema-dereferenced.json"


def main() -> None:
    """Write the archive."""
    registry, kit, target = sys.argv[1:]
    release = _read(registry, _RELEASE)
    package = _read(kit, _PACKAGE)
    package["properties"]["releases"]["items"] = {"$ref": release["id"]}
    files: dict[str, Any] = {
        "release-schema.json": release,
        "versioned-release-validation-schema.json": _read(registry, _VERSIONED),
        "release-package-schema.json": package,
    }
    codes: dict[str, list[str]] = {}
    for name, found in _codelists(release):
        codes[name] = codes.get(name) or found
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(_FOLDER, "")
        for name, schema in files.items():
            archive.writestr(f"{_FOLDER}schema/{name}", json.dumps(schema))
        for name, listed in codes.items():
            rows = "".join(f"{code},{code},\n" for code in listed)
            archive.writestr(f"{_FOLDER}schema/codelists/{name}", f"Code,Title,Description\n{rows}")


def _read(path: str, end: str) -> Any:
    with tarfile.open(path) as archive:
        name = next(each for each in archive.getnames() if each.endswith(end))
        file = archive.extractfile(name)
        return json.load(file) if file else None


def _codelists(schema: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield each codelist that a schema names, with the codes that stand beside it."""
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if isinstance(schema, dict):
        if isinstance(name := schema.get("codelist"), str):
            listed = schema.get("enum") or schema.get("items", {}).get("enum", [])
            yield name, [code for code in listed if code]
        for each in schema.values():
            yield from _codelists(each)


if __name__ == "__main__":
    main()
