"""Compare the text on the pages of a report with its attached result."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from unicodedata import bidirectional

from auditor.output import arrange, html, pdf, words
from auditor.output.enclosed import Enclosed, Relation
from auditor.output.printable import BREAK
from auditor.report import Report
from auditor.sealing.blocks import Block, blocks_of
from auditor.sealing.held import Held
from auditor.sealing.manifest import MANIFEST, RESULT, RULES

_UNSEEN = ("\0", BREAK)
_BROKEN = ("\x02", "\ufffe")  # how a hyphen at the end of a line is read back
_ALIKE = str.maketrans("()[]{}<>«»", "||||||||||")  # brackets turn with the text around them
_LEFTWARD = frozenset({"R", "AL", "AN"})
_RUN = re.compile(r"[A-Za-z0-9]{3,}")
_MOST = 20
_FOOTER = "Factual findings by software. No assurance is given."
_MARKER = "•"


def differences(held: Held, pages: Sequence[str]) -> list[str]:
    """Return in what the pages differ from the result that is held: nothing, if they agree.

    Page one may hold nothing else; of the others every paragraph, heading, item and row that the
    result gives is looked for. Raises Lacking where there is no result.
    """
    report = held.report
    page = html.page(report, attached=_entries(held), enclosed=_enclosed(held), safe=pdf.printed,
                     detail=held.manifest.asked.detail)  # fmt: skip
    blocks = blocks_of(page)
    bare = [_bare(text) for text in pages]
    shown = [
        _without_margins(text, number, len(bare), report) for number, text in enumerate(bare, 1)
    ]
    first = shown[0] if shown else ""
    found = [
        *_numbers(bare),
        *_headline(report, first),
        *_added(blocks, first),
        *_missing(blocks, shown),
    ]
    return found[:_MOST]


def _numbers(pages: Sequence[str]) -> Iterator[str]:
    """Yield every page, without spaces, that does not carry its own number."""
    for number, text in enumerate(pages, 1):
        if _bare(f"Page {number} of {len(pages)}") not in text:
            yield f"page {number} does not say: Page {number} of {len(pages)}"


def _headline(report: Report, first: str) -> Iterator[str]:
    """Yield where page one does not give the conclusion, the figure and the digest."""
    verdict = words.VERDICT[report.conclusion.overall]
    if _bare(f"Conclusion{verdict}") not in first:
        yield f"page 1 does not give the conclusion: {verdict}"
    claim = arrange.headline_claim(report)
    if claim:
        both = words.cut(claim.claimed, 24), words.cut(claim.recomputed, 24) or "–"
        if _bare("ClaimedRecomputed" + "".join(map(pdf.printed, both))) not in first:
            yield f"page 1 does not give the figures: {both[0]} claimed, {both[1]} recomputed"
    if words.short(report.digest) not in first:
        yield f"page 1 does not give the digest: {words.short(report.digest)}"


def _added(blocks: Sequence[Block], first: str) -> Iterator[str]:
    """Yield what page one holds beside what the result puts there, by its letters."""
    own = [block for block in blocks if block.on_page_one]
    expected = Counter("".join(_bare(block.text) for block in own).translate(_ALIKE))
    expected[_MARKER] += sum(block.is_item for block in own)
    more = Counter(first.translate(_ALIKE)) - expected
    if more:
        letters = "".join(sorted(more.elements()))
        yield f"page 1 holds text that the result does not give; its letters: {letters[:80]}"


def _missing(blocks: Sequence[Block], pages: Sequence[str]) -> Iterator[str]:
    """Yield every block of the result that stands nowhere on the pages.

    Text that is written from right to left is read back in another order: of a block with some,
    the runs of Latin letters and digits are looked for.
    """
    whole = "".join(pages)
    for block in blocks:
        bare = _bare(block.text)
        parts = _RUN.findall(block.text) if _turns(bare) else [bare]
        if not block.is_drawn and not all(part in whole for part in parts):
            yield f"the pages do not say: {words.cut(block.text, 120)}"


def _turns(text: str) -> bool:
    return not text.isascii() and any(bidirectional(letter) in _LEFTWARD for letter in text)


def _without_margins(shown: str, number: int, pages: int, report: Report) -> str:
    """Return the text of a page without its header and footer."""
    title = pdf.printed(words.cut(report.file.title, 70))
    margins = [_FOOTER, f"Page {number} of {pages}"]
    if number > 1:
        margins += [f"Verification report · {title}", f"Digest {words.short(report.digest)}"]
    for margin in margins:
        before, _, after = shown.rpartition(_bare(margin))
        shown = before + after
    return shown


def _bare(text: str) -> str:
    """Return text as it is compared: without spaces, wherever its lines end."""
    for hyphen in _BROKEN:
        text = text.replace(hyphen, "-")
    for mark in _UNSEEN:
        text = text.replace(mark, "")
    return "".join(text.split())


def _entries(held: Held) -> list[str]:
    """Return the entries of the evidence register whose documents are in the PDF."""
    documents = held.report.documents
    names = {each.entry: f"{each.entry}-{PurePosixPath(each.file).name}" for each in documents}
    return [entry for entry, name in names.items() if name in held.files]


def _enclosed(held: Held) -> list[Enclosed]:
    """Return the files that the report lists, as it lists them."""
    manifest = held.manifest
    listed = [each for each in manifest.attachments if each.name in held.files]
    own = {RESULT, RULES, manifest.audited.attachment}
    files = [
        Enclosed(each.name, each.title, "", Relation(each.relation), held.files[each.name])
        for each in listed
        if each.name in own
    ]
    title = "What this report was made of"
    return [*files, Enclosed(MANIFEST, title, "", Relation.SUPPLEMENT, held.files[MANIFEST])]
