"""Check what of PDF/A-3a and PDF/UA-1 can be checked without a validator, by pikepdf."""

import io
import itertools
import re
from pathlib import Path

import pikepdf
import pytest

from auditor.finding import Status
from auditor.output import arrange, html, pdf
from auditor.output.enclosed import Enclosed, Relation
from auditor.output.pdf_conform import conform
from auditor.output.signed import HEIGHT, WIDTH
from tests.output import sample

FILES = (
    Enclosed("result.json", "The result", "application/json", Relation.DATA, b"{}"),
    Enclosed("Übersicht \U0001f600.txt", "Text", "text/plain", Relation.SOURCE, b"same"),
    Enclosed("again.txt", "The same bytes", "text/plain", Relation.SUPPLEMENT, b"same"),
)
STANDARD = re.compile(
    "/(Document|Sect|Art|Div|P|L|LI|LBody|Lbl|Span|Link|Table|THead|TBody|TR|TH|TD|Figure|Form"
    "|NonStruct|H[1-4])"
)


@pytest.fixture(scope="module")
def made():
    with pikepdf.open(io.BytesIO(pdf.render(sample.report(), enclosed=FILES))) as opened:
        yield opened


def elements(element):
    """Yield every structure element below one, in the order of the tree."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


@pytest.fixture(scope="module")
def tags(made):
    return list(elements(made.Root.StructTreeRoot.K[0]))


def kinds(tags):
    return [str(tag.S) for tag in tags]


def test_both_standards_are_named(made):
    packet = made.Root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="3"' in packet
    assert 'pdfaid:conformance="A"' in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "/Filter" not in made.Root.Metadata


def test_the_document_has_a_language_and_shows_its_title(made):
    assert str(made.Root.Lang) == "en-GB"
    assert made.Root.ViewerPreferences.DisplayDocTitle
    assert str(made.docinfo["/Title"]).startswith("Verification report: ")
    assert made.Root.MarkInfo.Marked


def test_only_the_tags_of_the_standard_are_used(tags):
    assert [kind for kind in kinds(tags) if not STANDARD.fullmatch(kind)] == []


def test_headings_begin_with_the_first_level_and_leave_none_out(tags):
    levels = [int(kind[2:]) for kind in kinds(tags) if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_table_has_headers_that_say_what_they_head(tags):
    tables = [tag for tag in tags if tag.S == "/Table"]
    heads = [[each for each in elements(table) if each.S == "/TH"] for table in tables]
    assert len(tables) > 5
    assert all(heads)
    scopes = {str(head.A.Scope) for some in heads for head in some}
    assert scopes == {"/Column", "/Row"}


def test_every_figure_has_words_for_it(tags):
    figures = [tag for tag in tags if tag.S == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_every_section_has_a_bookmark_that_leads_somewhere(made):
    with made.open_outline() as outline:
        assert len(outline.root) > 5
        assert all(item.destination for item in outline.root)


def test_every_font_on_every_page_is_embedded_and_gives_its_characters(made):
    fonts = {font.objgen: font for page in made.pages for font in page.Resources.Font.values()}
    assert len(fonts) >= 3
    for font in fonts.values():
        described = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(described.keys())
        assert "/ToUnicode" in font


def titles(items):
    for item in items:
        yield item.title
        yield from titles(item.children)


def test_every_chapter_and_departure_has_its_bookmark(made):
    report = sample.report()
    with made.open_outline() as outline:
        found = [" ".join(title.split()) for title in titles(outline.root)]
    chapters = {"Findings by framework", "What could not be concluded", "Sources", "Limits"}
    assert chapters <= set(found)
    for each in arrange.having(report, Status.DEPARTS):
        assert f"{each.rule} {each.title}" in found


def test_every_table_is_whole(tags):
    """Each row has a header of its own or heads the columns, and all rows are equally wide."""
    for table in (tag for tag in tags if tag.S == "/Table"):
        rows = [[str(cell.S) for cell in row.K] for row in elements(table) if row.S == "/TR"]
        assert len({len(row) for row in rows}) == 1
        assert set(rows[0]) == {"/TH"}


def test_every_list_holds_items_and_nothing_else(tags):
    lists = [tag for tag in tags if tag.S == "/L"]
    assert lists
    for each in lists:
        assert {str(item.S) for item in each.K} == {"/LI"}
        assert all("/LBody" in {str(part.S) for part in item.K} for item in each.K)


def test_headers_and_footers_are_no_part_of_the_text(made):
    root = made.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    marked = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in made.pages:
        stream = page.Contents.read_bytes()
        owners = marked[int(page.StructParents)]
        named = {int(number) for number in re.findall(rb"/MCID (\d+)", stream)}
        assert named == {number for number, owner in enumerate(owners) if owner is not None}
    assert b"/Artifact" in made.pages[1].Contents.read_bytes()


def test_text_belongs_to_its_cell_or_paragraph_and_each_leads_to_the_other(made, tags):
    """A span that stands alone for one piece of text would double the objects of a report."""
    holders = ("/P", "/TD", "/TH", "/H1", "/LBody")
    kids = [kid for tag in tags if tag.S in holders for kid in tag.K]
    assert not [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.S == "/Span"
                and isinstance(kid.K[0], int) and len(kid.K) == 1]  # fmt: skip
    numbers = made.Root.StructTreeRoot.ParentTree.Nums
    pages = {page.objgen: numbers[2 * int(page.StructParents) + 1] for page in made.pages}
    held = {
        (tag.Pg.objgen, kid): tag.objgen for tag in tags for kid in tag.K if isinstance(kid, int)
    }
    owners = {(page, number): owner.objgen for page, owners in pages.items()
              for number, owner in enumerate(owners) if owner is not None}  # fmt: skip
    assert held == owners
    assert len(held) > 100


def test_every_enclosed_file_says_what_it_is_to_the_report(made):
    names = made.Root.Names.EmbeddedFiles.Names
    by_name = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    assert set(by_name) == {each.name for each in FILES}
    for each in FILES:
        file = by_name[each.name]
        assert file.AFRelationship == f"/{each.relation}"
        assert str(file.Desc) == each.title
        assert file.EF.F.read_bytes() == each.data
        assert file.EF.F.Subtype == f"/{each.media_type}"


def test_every_enclosed_file_is_associated_once_and_in_order(made):
    names = made.Root.Names.EmbeddedFiles.Names
    associated = [file.objgen for file in made.Root.AF]
    assert associated == [names[at].objgen for at in range(1, len(names), 2)]
    assert len(set(associated)) == len(FILES)
    written = [bytes(names[at]) for at in range(0, len(names), 2)]
    assert written == sorted(written)


def test_no_stream_of_objects_is_long():
    raw = pdf.render(sample.report())
    sizes = [int(size) for size in re.findall(rb"/N (\d+)", raw)]
    assert len(sizes) > 3
    assert max(sizes) <= 100


def test_packing_anew_gives_the_same_bytes_each_time(made):
    raw = io.BytesIO()
    made.save(raw, deterministic_id=True)
    assert conform(raw.getvalue(), FILES) == conform(raw.getvalue(), FILES)


def test_the_place_for_a_signature_is_an_empty_field_that_its_tag_leads_to(made, tags):
    (field,) = made.Root.AcroForm.Fields
    assert (field.FT, "/V" in field) == ("/Sig", False)
    assert field.objgen in [each.objgen for each in field.P.Annots]
    (tag,) = (each for each in tags if each.S == "/Form")
    assert tag.K.Obj.objgen == field.objgen
    numbers = made.Root.StructTreeRoot.ParentTree.Nums
    ways = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert ways[int(field.StructParent)].objgen == tag.objgen


def test_the_field_is_as_large_as_the_room_that_the_pages_keep():
    style = (Path(html.__file__).parent / "templates" / "report.css").read_text()
    assert f".signature {{ width: {WIDTH}pt; height: {HEIGHT}pt;" in style


def test_a_report_with_nothing_enclosed_has_no_place_for_a_signature():
    with pikepdf.open(io.BytesIO(pdf.render(sample.report()))) as opened:
        assert "/AcroForm" not in opened.Root
