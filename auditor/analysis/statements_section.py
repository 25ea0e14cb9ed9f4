"""Set out what a file says about value in prose, and what is worth asking about it."""

from collections.abc import Iterator, Mapping

from auditor.analysis.section import Section, Table
from auditor.analysis.statements import Beside, Held, Said, Statements
from auditor.counted import count

_MOST = 60
_ANSWERS: Mapping[bool | None, str] = {True: "agree", False: "do not agree", None: "cannot be said"}
_FITS: Mapping[bool | None, str] = {True: "fits", False: "does not fit", None: "cannot be said"}


def statements_section(found: Statements) -> Section:
    """Return the statements, for people."""
    return Section(
        "statements", "What is said about value", tuple(_says(found)), tuple(_tables(found))
    )


def _says(found: Statements) -> Iterator[str]:
    open_ones = [each for each in found.said if not each.confirmed]
    if open_ones:
        yield (
            f"{count(len(open_ones), 'statement waits', 'statements wait')} for a person to confirm"
            " how it is read; until then nothing is held against them."
        )
    for pair in found.pairs:
        if pair.agree is False:
            yield _apart(pair)
    for pair in found.pairs:
        if pair.agree and pair.unlike and not pair.because:
            yield _alike(pair)
    for each in (*found.words, *found.places):
        if each.fits is False or each.rests_on_nothing:
            yield f"{each.what}: worth asking about, because {each.note}."
    if len(found.forms) > 1:
        forms = ", ".join(f"{form} ({count(number, 'time')})" for form, number in found.forms)
        yield f"Returns are put in {len(found.forms)} forms, which state the same: {forms}."
    left = [each for each in found.said if each.confirmed and each.leaves_open]
    if left:
        yield f"{count(len(left), 'statement leaves', 'statements leave')} something open."


def _apart(pair: Beside) -> str:
    said = f"{pair.about}: {pair.one} and {pair.other} cannot both be right as printed"
    if pair.because:
        return f"{said}. The file says why: {pair.because}."
    copied = (
        f" One of the numbers is also that of {pair.elsewhere}; a slip in copying is one"
        " explanation." if pair.elsewhere else ""
    )  # fmt: skip
    return f"{said}. It is worth asking which one was meant.{copied}"


def _alike(pair: Beside) -> str:
    unlike = "; ".join(pair.unlike)
    return (
        f"{pair.about}: {pair.one} and {pair.other} can both be right, and {unlike}."
        " It is worth asking whether the same is meant."
    )


def _tables(found: Statements) -> Iterator[Table]:
    columns = ("Statement", "Where", "About", "Says", "Leaves open")
    said = tuple(_said(each) for each in found.said[:_MOST])
    yield Table(_caption("Statements", len(found.said)), columns, said)
    if found.pairs:
        pairs = tuple(_pair(each) for each in found.pairs[:_MOST])
        columns = ("About", "One", "The other", "They", "What differs")
        yield Table(_caption("Stated more than once", len(found.pairs)), columns, pairs)
    held = [(each, _FITS) for each in found.words] + [(each, _ANSWERS) for each in found.places]
    if held:
        rows = tuple(_held(each, words) for each, words in held[:_MOST])
        caption = _caption("Words, repeats and references", len(held))
        yield Table(caption, ("What", "Result", "Why"), rows)


def _caption(words: str, number: int) -> str:
    return f"{words} (the first {_MOST} of {number:,})" if number > _MOST else words


def _said(each: Said) -> tuple[str, ...]:
    left = "; ".join(each.leaves_open) if each.confirmed else "not confirmed"
    return (each.id, each.where, each.subject, each.says, left)


def _pair(each: Beside) -> tuple[str, ...]:
    missing = (f"not stated of one: {', '.join(each.missing)}",) if each.missing else ()
    why = "; ".join((*each.apart, *each.unlike, *missing))
    answer = "are two quantities" if each.apart else _ANSWERS[each.agree]
    return (each.about, each.one, each.other, answer, why)


def _held(each: Held, words: Mapping[bool | None, str]) -> tuple[str, ...]:
    result = "rests on no number" if each.rests_on_nothing else words[each.fits]
    return (each.what, result, each.note)
