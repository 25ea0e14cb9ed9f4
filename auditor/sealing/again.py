"""Say whether the audit of a report, made again, gives the same result and the same pages."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.errors import AuditorError
from auditor.output import pdf
from auditor.sealing.answer import Answer, Question, Verdict, cannot_say, no, yes
from auditor.sealing.contents import Unreadable
from auditor.sealing.differences import differences
from auditor.sealing.given import Given
from auditor.sealing.held import Held
from auditor.sealing.objects import added, unlike
from auditor.sealing.remade import Remade, Unmade, remade

_MOST = 20


def answers(
    held: Held, raw: bytes, given: Given, questions: Iterable[Question]
) -> Iterator[Answer]:
    """Answer what can be asked once the audit is made again, each as soon as it can be."""
    asked = tuple(questions)
    try:
        with remade(held, given, pictures=Question.PAGES in asked) as made:
            for each in asked:
                yield _result(made) if each is Question.AGAIN else _pages(made, raw)
    except Unmade as why:
        for each in asked:
            verdict = why.verdict if each is Question.AGAIN else Verdict.CANNOT_SAY
            yield Answer(each, verdict, why.reason)


def _result(both: Remade) -> Answer:
    """Say whether the audit gives the same digest again, and if not, what differs."""
    asked, stated, made = Question.AGAIN, both.stated, both.report
    if stated.digest == made.digest:
        return yes(asked, f"the audit gives the same digest again: {made.digest[:12]}…")
    differing = differences(stated, made)
    older = stated.engine != made.engine
    versions = f"made by version {stated.engine.version}, made again by {made.engine.version}"
    if differing:
        why = f"the audit gives another result{f' ({versions})' if older else ''}"
        return no(asked, why, differing)
    if older:
        return yes(asked, f"the audit gives the same findings and figures again ({versions})")
    why = f"the result states the digest {stated.digest[:12]}…, and it is {made.digest[:12]}…"
    return no(asked, why)


def _pages(both: Remade, raw: bytes) -> Answer:
    """Say whether the same PDF comes out again, to which nothing but a signature was added."""
    asked = Question.PAGES
    if both.stated.digest != both.report.digest:
        return cannot_say(asked, "the audit does not give the same result again")
    try:
        others = _others(both.manifest.libraries, pdf.libraries())
        if others:
            why = "the libraries that set the pages are not those that set them here"
            return Answer(asked, Verdict.CANNOT_SAY, why, others)
        return _compared(both.pdf(), raw)
    except AuditorError as error:
        return cannot_say(asked, f"the pages cannot be set here: {error.problems[0].problem}")
    except Unreadable as error:
        return cannot_say(asked, str(error))


def _others(stated: Mapping[str, str], here: Mapping[str, str]) -> tuple[str, ...]:
    """Name the libraries of which another version is here than set the pages of the report."""
    return tuple(
        f"{name}: {stated.get(name, 'none')} set them, {here.get(name, 'none')} is here"
        for name in sorted({*stated, *here})
        if stated.get(name) != here.get(name)
    )


def _compared(made: bytes, raw: bytes) -> Answer:
    asked = Question.PAGES
    if raw == made:
        return yes(asked, "the same file comes out again, byte for byte")
    if not raw.startswith(made):
        why = "what comes out again is another file, by the same libraries"
        return no(asked, why, list(unlike(made, raw))[:_MOST])
    others = list(added(made, raw))[:_MOST]
    if others:
        return no(asked, "more than a signature was added to what comes out again", others)
    return yes(asked, "the same bytes come out again, and nothing but a signature follows them")
