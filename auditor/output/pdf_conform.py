"""Make a PDF keep PDF/A-3a and PDF/UA-1 at once, with the files it encloses, as fixed bytes."""

import io
from collections.abc import Sequence

import pikepdf

from auditor.output import signature
from auditor.output.enclosed import Enclosed

_NO_DATE = "D:19700101000000Z"
# PDF/A asks that whatever it does not know itself be described (ISO 19005-3, 6.6.2.3.3).
_PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>
"""
_END = b"</rdf:RDF>"


def conform(raw: bytes, enclosed: Sequence[Enclosed] = ()) -> bytes:
    """Return a PDF/A-3a as one that is PDF/UA-1 as well, with files enclosed.

    It is packed anew: in streams of few objects, which a signature needs, and with an identifier
    that follows from its content.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        before, _, after = pdf.Root.Metadata.read_bytes().rpartition(_END)
        pdf.Root.Metadata.write(before + _PDF_UA + _END + after)
        if enclosed:
            _enclose(pdf, enclosed)
        signature.add_field(pdf)
        written = io.BytesIO()
        pdf.save(
            written,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return written.getvalue()


def packing_libraries() -> dict[str, str]:
    """Return the versions of the libraries that decide how a PDF is packed."""
    return {"pikepdf": pikepdf.__version__, "qpdf": pikepdf.__libqpdf_version__}


def _enclose(pdf: pikepdf.Pdf, enclosed: Sequence[Enclosed]) -> None:
    """Put files into a PDF: named once each, in the order of names that a name tree has."""
    ordered = sorted(enclosed, key=lambda each: bytes(pikepdf.String(each.name)))
    specifications = [(each.name, _specification(pdf, each)) for each in ordered]
    names = [part for pair in specifications for part in pair]
    if "/Names" not in pdf.Root:
        pdf.Root.Names = pikepdf.Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(names)))
    pdf.Root.AF = pikepdf.Array([specification for _, specification in specifications])


def _specification(pdf: pikepdf.Pdf, enclosed: Enclosed) -> pikepdf.Object:
    stream = pdf.make_stream(
        enclosed.data,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name(f"/{enclosed.media_type}"),
        Params=pikepdf.Dictionary(Size=len(enclosed.data), CreationDate=_NO_DATE, ModDate=_NO_DATE),
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=enclosed.name,
            UF=enclosed.name,
            Desc=enclosed.title,
            EF=pikepdf.Dictionary(F=stream, UF=stream),
            AFRelationship=pikepdf.Name(f"/{enclosed.relation}"),
        )
    )
