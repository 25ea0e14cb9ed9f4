"""Render a report as PDF/A-3a and PDF/UA-1 at once, the same bytes on every machine."""

import ctypes.util
import gc
import io
import re
import sys
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from auditor.errors import AuditorError, Problem
from auditor.evidence.attach import Attached
from auditor.output import documents, html
from auditor.output.detail import Detail
from auditor.output.enclosed import Enclosed, Relation
from auditor.output.pdf_conform import conform, packing_libraries
from auditor.output.pdf_tags import repair_tags
from auditor.output.printable import BREAK, printable
from auditor.output.rule_book import RuleBook
from auditor.output.signed import Signed
from auditor.report import Report
from auditor.valuation import Valuation

FONTS = Path(__file__).parent / "fonts"
# Family, weight and file of each bundled font; no other resource is ever fetched.
FACES = (
    ("Report Sans", 400, "SourceSans3-Regular.ttf"),
    ("Report Sans", 600, "SourceSans3-Semibold.ttf"),
    ("Report Code", 400, "SourceCodePro-Regular.ttf"),
    ("Report Symbols", 400, "DejaVuSans.ttf"),
)
LONG_WORD = 100  # longer than a digest or a usual web address, which stay whole
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")
_PIECES = re.compile(r".{1,20}")
SCHEME = "bundled-font:"
ANY_FILE = "application/octet-stream"
INSTALL = (
    "Debian or Ubuntu: apt-get install --no-install-recommends libpangoft2-1.0-0 "
    "libharfbuzz-subset0. macOS: brew install pango. Windows: install MSYS2, then "
    "pacman -S mingw-w64-ucrt-x86_64-pango. Every other format works without them."
)


def render(
    report: Report,
    valuation: Valuation | None = None,
    pictures: documents.Pictures = MappingProxyType({}),
    attached: Sequence[Attached] = (),
    enclosed: Sequence[Enclosed] = (),
    detail: Detail = Detail.ALL,
) -> bytes:
    """Return the report as PDF, in A4, with the bundled fonts and without the network.

    `pictures` show passages of evidence documents; `attached` are documents that go with it, and
    `enclosed` what else does, by which it can be verified.
    """
    entries = [each.entry for each in attached]
    with _without_collector():
        page = html.page(report, valuation, pictures=pictures, attached=entries, enclosed=enclosed,
                         safe=printed, detail=detail)  # fmt: skip
        return conform(
            _written(page, "pdf/a-3a", repair_tags), [*enclosed, *map(document, attached)]
        )


def book(rules: RuleBook) -> bytes:
    """Return rules as PDF, in A4, set and packed like a report."""
    with _without_collector():
        return conform(
            _written(html.book(rules, safe=printed, paged=True), "pdf/a-3a", repair_tags)
        )


def signature_block(signed: Signed) -> bytes:
    """Return what is drawn in the place for a signature, as a PDF of one page of its size."""
    return _written(html.signature_block(signed, safe=printed), "pdf/a-3u", None)


def read_templates() -> None:
    """Read every template as the pages of a PDF do."""
    html.read_templates(safe=printed)


def _written(text: str, variant: str, finisher: Callable[[object, Any], None] | None) -> bytes:
    weasyprint, fonts = _renderer()
    fetch = _fetcher(weasyprint)
    configuration = fonts.FontConfiguration()
    faces = weasyprint.CSS(string=_font_faces(), font_config=configuration, url_fetcher=fetch)
    page = weasyprint.HTML(string=text, url_fetcher=fetch)
    written = page.write_pdf(
        pdf_variant=variant,
        stylesheets=[faces],
        font_config=configuration,
        finisher=finisher,
        uncompressed_pdf=finisher is repair_tags,  # what packs a report anew packs it, once
    )
    return bytes(written)


def libraries() -> dict[str, str]:
    """Return the versions of the libraries that the bytes of a PDF depend on."""
    weasyprint, _ = _renderer()
    from weasyprint.text import ffi

    known = _native(ffi)
    major, rest = divmod(int(known.fontconfig.FcGetVersion()), 10_000)
    return {
        "fontconfig": f"{major}.{rest // 100}.{rest % 100}",
        "harfbuzz": ffi.ffi.string(known.harfbuzz.hb_version_string()).decode(),
        "pango": ffi.ffi.string(known.pango.pango_version_string()).decode(),
        "weasyprint": str(weasyprint.__version__),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: version(name) for name in ("pillow", "pydyf", "pypdfium2")},
        **packing_libraries(),
    }


@cache
def _native(ffi: Any) -> Any:
    """Let the libraries that WeasyPrint has loaded be asked for their versions."""
    ffi.ffi.cdef(
        "const char *hb_version_string(void); const char *pango_version_string(void); "
        "int FcGetVersion(void);"
    )
    return ffi


def document(attached: Attached) -> Enclosed:
    """Return an evidence document as a file that goes into a PDF."""
    return Enclosed(attached.name, attached.title, ANY_FILE, Relation.SUPPLEMENT, attached.data)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Leave memory alone while laying out: looking for cycles takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _renderer() -> tuple[Any, Any]:
    """Import WeasyPrint late: it is slow, and it needs libraries that pip does not install."""
    try:
        with redirect_stdout(io.StringIO()), _named_libraries():  # it prints before it fails
            import weasyprint
            from weasyprint.text import fonts
    except OSError as missing:
        problem = f"a library that PDF needs cannot be loaded ({str(missing).splitlines()[0]})"
        raise AuditorError(Problem(problem, hint=INSTALL)) from missing
    return weasyprint, fonts


@contextmanager
def _named_libraries() -> Iterator[None]:
    """Spare each import a quarter of a second on Linux, where WeasyPrint also asks by full name.

    For each short name that it tries first, Python would start `ldconfig`, a compiler and a linker.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _fetcher(weasyprint: Any) -> Any:
    """Return a fetcher that knows the bundled fonts and refuses everything else."""

    class BundledFonts(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            names = {f"{SCHEME}{name}": name for _, _, name in FACES}
            if url.startswith(documents.PNG):  # the picture itself, not where one is
                return super().fetch(url, headers)
            if url not in names:
                raise ValueError(f"a report fetches nothing: {url[:80]}")
            return weasyprint.urls.URLFetcherResponse(url, (FONTS / names[url]).read_bytes())

    return BundledFonts()


def _font_faces() -> str:
    faces = (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'src: url("{SCHEME}{name}"); }}'
        for family, weight, name in FACES
    )
    return "\n".join(faces)


def printed(text: str) -> str:
    """Make text printable with the bundled fonts, and let very long words break.

    Without the break opportunities one word of 5,000 letters takes seconds to lay out.
    """
    shown = printable(text, covers=_covered)
    if len(shown) < LONG_WORD:
        return shown
    return _LONG.sub(lambda word: BREAK.join(_PIECES.findall(word[0])), shown)


def _covered(character: str) -> bool:
    """Say whether a bundled font has the character; another font would differ by machine."""
    starts, ends = _coverage()
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


@cache
def _coverage() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Read the ranges of characters that the bundled fonts can show."""
    lines = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    ranges = [line.split("-") for line in lines]
    return tuple(int(r[0], 16) for r in ranges), tuple(int(r[-1], 16) for r in ranges)
