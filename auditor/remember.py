"""Make the file that spares each run the reading of the published rules and of the templates."""

from auditor.engine.examples import base_case
from auditor.engine.memory import FILE, PARTS, as_bytes, memory
from auditor.engine.pack import load_packs
from auditor.engine.ready import ReadyRule
from auditor.model.stages import STAGES
from auditor.output import html, pdf
from auditor.resources import rules_folder
from auditor.write import write_whole


def remember() -> bytes:
    """Read every published rule and template as a report does, and return what that came to."""
    learned = memory()
    for part in PARTS:
        getattr(learned, part).clear()
    learned.learns = True
    for pack in load_packs():
        for ready in pack.rules:
            _trace(ready)
    for kind in STAGES:
        base_case(kind)
    html.read_templates()
    pdf.read_templates()
    learned.learns = False
    return as_bytes(learned)


def _trace(ready: ReadyRule) -> None:
    """Compile what an audit runs, and runs again where a rule does not simply conform."""
    each = (ready.each.listed, ready.each.keep) if ready.each else ()
    for expression in (ready.when, ready.check, ready.before, ready.stands_where, *each):
        _ = expression and (expression.function, expression.traced)
    _ = ready.traced_check


if __name__ == "__main__":
    write_whole(rules_folder() / FILE, remember())
