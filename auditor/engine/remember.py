"""Make the file that spares each run the reading and checking of the published rules."""

from auditor.engine.memory import FILE, as_bytes, memory
from auditor.engine.pack import load_packs
from auditor.engine.ready import ReadyRule
from auditor.resources import rules_folder
from auditor.write import write_whole


def remember() -> bytes:
    """Read and check every published rule as an audit does, and return what that came to."""
    learned = memory()
    learned.texts.clear()
    learned.expressions.clear()
    learned.learns = True
    for pack in load_packs():
        for ready in pack.rules:
            _trace(ready)
    learned.learns = False
    return as_bytes(learned)


def _trace(ready: ReadyRule) -> None:
    """Compile what an audit runs again where a rule does not simply conform."""
    each = (ready.each.listed, ready.each.keep) if ready.each else ()
    for expression in (ready.when, ready.check, ready.before, *each):
        _ = expression and expression.traced
    _ = ready.traced_check


if __name__ == "__main__":
    write_whole(rules_folder() / FILE, remember())
