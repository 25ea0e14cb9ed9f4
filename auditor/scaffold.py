"""Draft a new rule: a file that says what to fill in, in the order it is read."""

import json
import re
import unicodedata
from pathlib import Path

from auditor.engine.pack import published_packs
from auditor.errors import Problem, UsageError
from auditor.resources import rules_folder, schemas_folder

SCHEMA = "rule.schema.json"
"""What lets an editor explain and complete a rule; a pack of one's own gets a copy."""
_DRAFT = """\
# yaml-language-server: $schema={schema}
# A draft: replace what stands in capitals, then run `auditor rules check {pack}`.
id: {id}
title: {title}
severity: minor                   # critical | major | minor | advisory
stages: [options, decision]       # due from these stages on
when: has(case.summary)           # remove this line if the rule always applies
check: stated(case.needs.assessed_on)
message: THE FILE SAYS NOTHING OF A NEEDS ASSESSMENT THAT WAS DATED.
fix: SAY WHAT THE HOLDER OF THE FILE CAN DO ABOUT IT.
requires: SAY IN PLAIN WORDS WHAT IS REQUIRED.
why: SAY WHY IT MATTERS, AND TO WHOM.
basis: stated                     # recomputed | cross_checked | stated
cite:
  - {{source: {source}, where: "PAGE OR PARAGRAPH", confidence: {confidence}}}
cases:
  - name: A DATED NEEDS ASSESSMENT CONFORMS
    given: {{needs: {{assessed_on: "2025-01-15"}}}}
    expect: conforms
  - name: AN EXPLICIT NIL DEPARTS
    given: {{needs: {{none: "No assessment was made"}}}}
    expect: departs
  - name: A FILE THAT SAYS NOTHING CANNOT BE JUDGED
    given: {{needs: null}}
    expect: cannot_conclude
"""
_PACK = """\
format_version: "1"
id: {id}
title: {title}
version: 0.1.0
about: Rules of our own, written beside the published packs.
"""
_OURS = "our-source"
_SOURCES = f"""\
# The documents that the rules of this pack rest on. Replace what stands in capitals, and the year.
- id: {_OURS}
  title: THE DOCUMENT THAT ASKS FOR IT
  publisher: YOUR ORGANISATION
  year: 2000
"""
_PREFIX = 6
"""The most letters and digits that stand before the number of a rule's id."""


def draft_rule(pack: str, title: str) -> dict[Path, str]:
    """Return the files to write for a new rule in a pack: the draft, and the pack if it is new.

    `pack` is the id of a published pack or a folder. Raises UsageError for an unusable name.
    """
    folder, title = _folder(pack), title.strip()
    number, prefix = _next(folder)
    if not 8 <= len(title) <= 140 or not title.isprintable():
        hint = "say what is true of a good file: “Every outcome has an indicator”"
        raise UsageError(Problem("a title is one line of 8 to 140 characters", hint=hint))
    rule_id = f"{prefix}-{number:02d}"
    own = folder.parent != rules_folder()
    schema = SCHEMA if own else f"../../schemas/{SCHEMA}"
    text = _DRAFT.format(id=rule_id, title=_quoted(title), pack=folder.as_posix(), schema=schema,
                         source=_source(folder) if own else "auditor-proposal",
                         confidence="seen" if own else "proposed")  # fmt: skip
    files = {folder / f"{rule_id}-{_words(title)}.yaml": text}
    if not (folder / "pack.yaml").exists():
        files[folder / "pack.yaml"] = _new_pack(folder.absolute().name)
    if own and not (folder / SCHEMA).exists():
        files[folder / SCHEMA] = (schemas_folder() / SCHEMA).read_text(encoding="utf-8")
    if own and not (folder / "sources.yaml").exists():
        files[folder / "sources.yaml"] = _SOURCES
    return files


def _source(folder: Path) -> str:
    """Return the first source that a pack of one's own names, or the one that is drafted for it."""
    path = folder / "sources.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    named = re.search(r"^- id: ([a-z][a-z0-9-]+)", text, re.MULTILINE)
    return named[1] if named else _OURS


def _folder(pack: str) -> Path:
    if pack in published_packs():
        return rules_folder() / pack
    folder = Path(pack)
    if folder.exists() and not folder.is_dir():
        raise UsageError(Problem("this is a file, not a folder", pack, "name a pack or a folder"))
    if not pack.strip() or not pack.isprintable():
        raise UsageError(Problem("this is not the name of a folder", repr(pack)))
    return folder


def _next(folder: Path) -> tuple[int, str]:
    """Return the next free number and the prefix of a pack's ids."""
    ids = [re.match(r"([A-Z][A-Z0-9]*)-(\d+)", path.name) for path in folder.glob("*.yaml")]
    found = [(match[1], int(match[2])) for match in ids if match]
    if not found:
        return 1, _prefix(folder.absolute().name)
    prefixes = [prefix for prefix, _ in found]
    prefix = max(sorted(set(prefixes)), key=prefixes.count)
    return 1 + max(number for name, number in found if name == prefix), prefix


def _prefix(name: str) -> str:
    """Return a prefix from the name of a pack, so that the rules of two packs differ.

    A name of one word gives its first letters (handbook: HANDBO), a longer one the beginning of the
    first word and the initials of the rest (youth-team-rules: YOUTR).
    """
    words = _plain_words(name)
    first, rest = "".join(words[:1]), words[1:]
    short = first[:3] + "".join(word[0] for word in rest) if rest else first
    prefix = short[:_PREFIX].upper()
    usable = re.fullmatch(r"[A-Z][A-Z0-9]+", prefix) and prefix not in _taken()
    return prefix if usable else "OWN"


def _taken() -> set[str]:
    return {path.name.partition("-")[0] for path in rules_folder().glob("*/[A-Z]*-*.yaml")}


def _new_pack(name: str) -> str:
    slug = "-".join(_plain_words(name))[:30].strip("-")
    usable = slug[:1].isalpha() and len(slug) > 1 and slug not in published_packs()
    title = f"Own rules: {''.join(c for c in name if c.isprintable())[:100]}"
    return _PACK.format(id=slug if usable else f"own-{slug}".rstrip("-"), title=_quoted(title))


def _words(title: str) -> str:
    """Return up to five words of a title for the name of a file."""
    return "-".join(_plain_words(title)[:5])[:80].strip("-") or "rule"


def _plain_words(text: str) -> list[str]:
    """Return the words of a text in plain letters, which every system takes in a name."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", letters.lower()))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a text in JSON is one in YAML too
