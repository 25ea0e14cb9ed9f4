"""Answer what can be asked of the PDF alone: its files, its rules, its printed text."""

from collections.abc import Iterator, Mapping

from auditor.canonical import digest
from auditor.engine.in_common import COMMON
from auditor.engine.pack import published_packs
from auditor.engine.pack_files import digest_of_pack, files_of_pack
from auditor.resources import rules_folder
from auditor.sealing.answer import Answer, Question, cannot_say, no, yes
from auditor.sealing.archive import PUBLISHED
from auditor.sealing.contents import Unreadable, texts
from auditor.sealing.held import Held, Lacking, digest_of_result
from auditor.sealing.manifest import MANIFEST, RESULT
from auditor.sealing.printed import differences


def attachments(held: Held) -> Answer:
    """Say whether the files in the PDF are those that its manifest names."""
    asked = Question.ATTACHMENTS
    try:
        wrong = [*_unlike_manifest(held), *_at_odds(held)]
    except Lacking as lacking:
        return no(asked, str(lacking))
    if wrong:
        return no(asked, "the files in the PDF are not those that its manifest names", wrong)
    number = len(held.files)
    return yes(asked, f"all {number} files are there, and each has the digest in the manifest")


def _unlike_manifest(held: Held) -> Iterator[str]:
    listed = {each.name: each for each in held.manifest.attachments}
    for name, each in listed.items():
        if name not in held.files:
            yield f"{name} is in the manifest and not in the PDF"
        elif digest(held.files[name]) != each.sha256:
            yield f"{name} is not the file that the manifest names: its digest is another one"
    for name in held.files:
        if name not in listed and name != MANIFEST:
            yield f"{name} is in the PDF and not in the manifest"


def _at_odds(held: Held) -> Iterator[str]:
    """Yield where the manifest, the result and the rules do not speak of the same report."""
    manifest, report = held.manifest, held.report
    made = digest_of_result(held.file(RESULT))
    if made != report.digest:
        yield f"the result states the digest {report.digest[:12]}, and its own is {made[:12]}"
    if manifest.digest != report.digest:
        yield "the manifest names the digest of another result"
    if manifest.audited.sha256 != report.file.sha256:
        yield "the manifest names another audited file than the result"
    if manifest.engine != report.engine:
        yield "the manifest names another program than the result"
    file = manifest.audited.attachment
    if file and digest(held.files.get(file, b"")) != report.file.sha256:
        yield f"{file} is not the file that the result is about"
    rules = held.rules
    found = [_digest(rules, pack) for pack in manifest.asked.packs]
    if found != [pack.sha256 for pack in report.packs]:
        yield "the rules in the PDF are not those that the result names"


def rules(held: Held) -> Answer:
    """Say whether the rules in the PDF are those that the installed release publishes."""
    asked = Question.RULES
    try:
        packs, files = held.manifest.asked.packs, held.rules
        versions = {pack.id: pack.version for pack in held.report.packs}
    except Lacking as lacking:
        return cannot_say(asked, str(lacking))
    known = {f"{PUBLISHED}/{name}": name for name in published_packs()}
    common = files_of_pack(rules_folder() / COMMON)
    differ, strange = [], []
    for pack in packs:
        if pack not in known:
            strange.append(pack.rpartition("/")[2])
        elif _digest(files, pack) != digest_of_pack(common, _installed(known[pack])):
            name = known[pack]
            changed = ", ".join(_changed(files, name, common)) or "no file"
            differ.append(f"{name} (version {versions.get(name, 'unknown')}): {changed}")
    if differ:
        return no(asked, "rules differ from published", differ)
    if strange:
        listed = ", ".join(strange)
        return cannot_say(asked, f"this release publishes no rule pack of this name: {listed}")
    which = "rule pack is one" if len(packs) == 1 else f"{len(packs)} rule packs are those"
    return yes(asked, f"the {which} that this release publishes")


def _installed(name: str) -> dict[str, bytes]:
    return files_of_pack(rules_folder() / name)


def _changed(files: Mapping[str, bytes], name: str, common: Mapping[str, bytes]) -> list[str]:
    """Name the files of a pack, and of what all have in common, that are not as installed."""
    installed = {
        **{f"{COMMON}/{each}": data for each, data in common.items()},
        **{f"{name}/{each}": data for each, data in _installed(name).items()},
    }
    attached = {
        f"{folder}/{each}": data
        for folder in (COMMON, name)
        for each, data in _part(files, f"{PUBLISHED}/{folder}/").items()
    }
    both = sorted({*installed, *attached})
    return [each for each in both if installed.get(each) != attached.get(each)][:20]


def _digest(files: Mapping[str, bytes], pack: str) -> str:
    return digest_of_pack(_part(files, f"{PUBLISHED}/{COMMON}/"), _part(files, f"{pack}/"))


def _part(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    found = {name: data for name, data in files.items() if name.startswith(folder)}
    return {name.removeprefix(folder): data for name, data in found.items()}


def printed(held: Held, raw: bytes) -> Answer:
    """Say whether the pages print what the attached result says."""
    asked = Question.PRINTED
    try:
        wrong = differences(held, texts(raw))
    except (Lacking, Unreadable) as error:
        return cannot_say(asked, str(error))
    if wrong:
        return no(asked, "the pages do not print what the attached result says", wrong)
    return yes(asked, "the pages print the conclusion, figures, counts and findings of the result")
