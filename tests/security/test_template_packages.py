"""Templates from strangers, each with one thing no page needs in a spelling that Word or LibreOffice reads: all refused, none fetches."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notice_gen import render, templates
from notice_gen.errors import TemplateError
from notice_gen.ooxml.package import Package
from notice_gen.render import trust
from tests.helpers.office import needs_writer
from tests.helpers.word import SECTION, W, p, paragraphs, part

OD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
V, O, A = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office", "http://schemas.openxmlformats.org/drawingml/2006/main"  # noqa: E741
WEB = "http://la.example/x"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
_BASE_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png", "dat": "image/png",
    "svg": "image/svg+xml", "emf": "image/x-emf",
}  # fmt: skip


def package(*body: str, relations: str = "", ns: str = "", types: str = "", **parts: str | bytes) -> bytes:
    """A template with that body, those relationships of its document (raw XML) and those other parts (``/`` written ``__``)."""
    defaults = "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in _BASE_TYPES.items())
    main = f'<Override PartName="/word/document.xml" ContentType="{WML}.document.main+xml"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{main}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="r1" Type="{OD}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{OD}"{ns}><w:body>{"".join(body)}{p("{{ x }}")}{SECTION}</w:body></w:document>',
    }
    if relations:
        files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PKG}">{relations}</Relationships>'
    files |= {name.replace("__", "/"): content for name, content in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relation(kind: str, target: str, mode: str = "", id_: str = "rId9", base: str = OD) -> str:
    return f'<Relationship Id="{id_}" Type="{base}/{kind}" Target="{target}"{mode}/>'


def override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


def printed(template: bytes) -> bytes:
    return render.render(render.compiled(template, "la.docx"), {"x": "a"}, title="", subject="", creator="", created=date(2026, 3, 5))


EXTERNAL = ' TargetMode="External"'
SETTINGS = {"relations": relation("settings", "settings.xml"), "types": override("word/settings.xml", f"{WML}.settings+xml")}
HEADER = {"relations": relation("header", "header1.xml"), "types": override("word/header1.xml", f"{WML}.header+xml")}


def settings(inner: str, ns: str = "") -> dict[str, str]:
    return {**SETTINGS, "word__settings.xml": f'<w:settings xmlns:w="{W}"{ns}>{inner}</w:settings>'}


def field(*pieces: str) -> str:
    """A field; each piece is the code in a run of its own, or markup as it is."""
    runs = [piece if piece.startswith(("<", "{")) else f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces]
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{"".join(runs)}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


HYPER = relation("hyperlink", WEB, EXTERNAL)
REFUSED = {
    # relationships
    "remote picture": package(relations=relation("image", WEB, EXTERNAL)),
    "mode spelt with a decimal reference": package(relations=relation("image", WEB, ' TargetMode="Extern&#97;l"')),
    "mode spelt with a hexadecimal reference": package(relations=relation("image", WEB, ' TargetMode="&#x45;xternal"')),
    "mode in other letters": package(relations=relation("image", WEB, ' TargetMode="EXTERNAL"')),
    "mode with a blank": package(relations=relation("image", WEB, ' TargetMode=" External"')),
    "mode in another order and quotes": package(relations=f"<Relationship TargetMode='External'\n Target='{WEB}' Type='{OD}/image'\tId='rId9'/>"),
    "no mode, a web address all the same": package(relations=relation("image", WEB)),
    "no mode, a share": package(relations=relation("image", "\\\\192.0.2.1\\a\\x.png")),
    "no mode, a share with slashes": package(relations=relation("image", "//192.0.2.1/a/x.png")),
    "type spelt with a reference": package(relations=f'<Relationship Id="r" Type="{OD}/attached&#84;emplate" Target="{WEB}" TargetMode="External"/>'),
    "attached template": package(relations=relation("attachedTemplate", WEB, EXTERNAL)),
    "attached template within": package(relations=relation("attachedTemplate", "x.dotx")),
    "hyperlink in the target of a picture": package(relations=relation("image", f"{WEB}/hyperlink", EXTERNAL)),
    "hyperlink in the id of a picture": package(relations=relation("image", WEB, EXTERNAL, id_="/hyperlink")),
    "a type that ends like hyperlink": package(relations=relation("x/hyperlink", WEB, EXTERNAL)),
    "a type of another world": package(relations=relation("hyperlink", WEB, EXTERNAL, base="http://la.example")),
    "hyperlink to a file of the machine": package(relations=relation("hyperlink", "file:///C:/x.exe", EXTERNAL)),
    "hyperlink to a share": package(relations=relation("hyperlink", "\\\\192.0.2.1\\x", EXTERNAL)),
    "hyperlink to a script": package(relations=relation("hyperlink", "javascript:alert(1)", EXTERNAL)),
    "hyperlink to a program of the system": package(relations=relation("hyperlink", "ms-msdt:/id PCWDiagnostic", EXTERNAL)),
    "picture through a hyperlink's id": package(f'<w:p><w:r><w:drawing><a:blip xmlns:a="{A}" r:link="rId9"/></w:drawing></w:r></w:p>', relations=HYPER),
    "VML picture through a hyperlink's id": package('<w:p><w:r><w:pict><v:imagedata r:href="rId9"/></w:pict></w:r></w:p>', relations=HYPER, ns=f' xmlns:v="{V}"'),
    "relationships under a prefix": package(**{"word___rels__document.xml.rels": f'<q:Relationships xmlns:q="{PKG}"><q:Relationship Id="r" Type="{OD}/image" Target="{WEB}" TargetMode="External"/></q:Relationships>'}),
    "relationships in UTF-16": package(**{"word___rels__document.xml.rels": f'<?xml version="1.0" encoding="UTF-16"?><Relationships xmlns="{PKG}">{relation("image", WEB, EXTERNAL)}</Relationships>'.encode("utf-16")}),
    "relationships with a comment within": package(**{"word___rels__document.xml.rels": f'<Relationships xmlns="{PKG}"><!-- <x> -->{relation("image", WEB, EXTERNAL)}</Relationships>'}),
    "relationships of the package": package(**{"_rels__.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="a" Type="{OD}/officeDocument" Target="word/document.xml"/>{relation("image", WEB, EXTERNAL)}</Relationships>'}),
    "relationships of a header": package(**{**HEADER, "word__header1.xml": f'<w:hdr xmlns:w="{W}"/>', "word___rels__header1.xml.rels": f'<Relationships xmlns="{PKG}">{relation("image", WEB, EXTERNAL)}</Relationships>'}),
    "a strict remote picture": package(relations=relation("image", WEB, EXTERNAL, base="http://purl.oclc.org/ooxml/officeDocument/relationships")),
    # what is carried
    "OLE called a picture": package(relations=relation("image", "media/a.dat"), **{"word/media/a.dat": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99}),
    "OLE by its relationship": package(relations=relation("oleObject", "media/a.dat"), **{"word/media/a.dat": b"\xd0\xcf\x11\xe0"}),
    "OLE by the strict relationship": package(relations=relation("oleObject", "media/a.dat", base="http://purl.oclc.org/ooxml/officeDocument/relationships"), **{"word/media/a.dat": b"x"}),
    "a program called a picture": package(relations=relation("image", "media/a.png"), **{"word/media/a.png": b"MZ\x90\0"}),
    "a package within": package(relations=relation("package", "media/a.dat"), **{"word/media/a.dat": b"PK"}),
    "a package called a picture": package(relations=relation("image", "media/a.png"), **{"word/media/a.png": b"PK\3\4"}),
    "a part of a foreign type": package(relations=relation("header", "h.xml"), types=override("word/h.xml", "application/vnd.ms-office.vbaProject"), **{"word/h.xml": "<x/>"}),
    "chunk": package('<w:altChunk r:id="rId9"/>', relations=relation("aFChunk", "a.htm"), types=override("word/a.htm", "text/html"), **{"word/a.htm": "<img src='x'>"}),
    "chunk under another prefix": package('<w:p/><k:altChunk xmlns:k="urn:x" r:id="rId9"/>'),
    "control": package(relations=relation("control", "a.xml"), **{"word/a.xml": "<x/>"}),
    "ribbon": package(**{"_rels__.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="a" Type="{OD}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" Target="ui.xml"/></Relationships>', "ui.xml": "<x/>"}),
    "key map": package(relations='<Relationship Id="k" Type="http://schemas.microsoft.com/office/2006/relationships/keyMapCustomizations" Target="k.xml"/>', **{"word/k.xml": "<x/>"}),
    "an SVG that fetches": package(relations=relation("image", "media/a.svg"), **{"word/media/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{WEB}"/></svg>'}),
    "an SVG that runs": package(relations=relation("image", "media/a.svg"), **{"word/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'}),
    "an SVG styled from elsewhere": package(relations=relation("image", "media/a.svg"), **{"word/media/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><style>@import "{WEB}";</style></svg>'}),
    "an SVG whose fill is elsewhere": package(relations=relation("image", "media/a.svg"), **{"word/media/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:url({WEB})"/></svg>'}),
    # elements
    "attachedTemplate in the settings": package(**settings('<w:attachedTemplate r:id="rId1"/>', f' xmlns:r="{OD}"')),
    "attachedTemplate under a prefix with a hyphen": package(**{**SETTINGS, "word__settings.xml": f'<a-b:settings xmlns:a-b="{W}"><a-b:attachedTemplate/></a-b:settings>'}),
    "attachedTemplate without a prefix": package(**{**SETTINGS, "word__settings.xml": f'<settings xmlns="{W}"><attachedTemplate/></settings>'}),
    "attachedTemplate under a Vietnamese prefix": package(**{**SETTINGS, "word__settings.xml": f'<mẫu:settings xmlns:mẫu="{W}"><mẫu:attachedTemplate/></mẫu:settings>'}),
    "attachedTemplate in UTF-16": package(**{**SETTINGS, "word__settings.xml": f'<w:settings xmlns:w="{W}"><w:attachedTemplate/></w:settings>'.encode("utf-16")}),
    "attachedTemplate in UTF-16 without a mark": package(**{**SETTINGS, "word__settings.xml": f'<w:settings xmlns:w="{W}"><w:attachedTemplate/></w:settings>'.encode("utf-16-le")}),
    "settings that say they are in UTF-7": package(**{**SETTINGS, "word__settings.xml": f'<?xml version="1.0" encoding="UTF-7"?><w:settings xmlns:w="{W}"/>'}),
    "mail merge": package(**settings("<w:mailMerge/>")),
    "saved through a program": package(**settings("<w:saveThroughXslt/>")),
    "a prefix w that means another": package(**{**SETTINGS, "word__settings.xml": '<w:settings xmlns:w="urn:x"/>'}),
    "OLE in VML": package(f'<w:p><w:r><w:pict><o:OLEObject xmlns:o="{O}"/></w:pict></w:r></w:p>'),
    "object": package("<w:p><w:r><w:object/></w:r></w:p>"),
    "sub-document": package('<w:subDoc r:id="rId9"/>'),
    "VML picture from the web": package(f'<w:p><w:r><w:pict><v:imagedata src="{WEB}"/></w:pict></w:r></w:p>', ns=f' xmlns:v="{V}"'),
    "VML picture by href": package(f'<w:p><w:r><w:pict><v:imagedata o:href="{WEB}"/></w:pict></w:r></w:p>', ns=f' xmlns:v="{V}" xmlns:o="{O}"'),
    "VML fill from the web": package(f'<w:p><w:r><w:pict><v:fill src="{WEB}"/></w:pict></w:r></w:p>', ns=f' xmlns:v="{V}"'),
    "VML source spelt with references": package('<w:p><w:r><w:pict><v:imagedata src="&#104;ttp://la.example"/></w:pict></w:r></w:p>', ns=f' xmlns:v="{V}"'),
    "macro of a form field": package('<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:fldChar></w:r></w:p>'),
    "a film": package(f'<w:p><w:r><w:drawing><a:videoFile xmlns:a="{A}" r:link="x"/></w:drawing></w:r></w:p>'),
    # fields
    "picture field": package(field(f' INCLUDEPICTURE "{WEB}" ')),
    "picture field in pieces": package(field(" INCLUDE", f'PICTURE "{WEB}" ')),
    "picture field with references": package(field(" &#73;NCLUDEPICTURE x")),
    "picture field with a comment within": package(field(f" INCLUDE<!-- -->PICTURE {WEB}")),
    "picture field with CDATA": package(field(f"<w:r><w:instrText> <![CDATA[INCLUDEPICTURE]]> {WEB}</w:instrText></w:r>")),
    "field kept out of sight by a condition": package(field(" PAGE ", "{% if 0 %}", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "{% endif %}", f" INCLUDEPICTURE {WEB}")),
    "field completed by a condition": package(field("<w:r><w:instrText>{% if 1 %}INCLUDETEXT x{% endif %}</w:instrText></w:r>")),
    "field cut by a tag in a text": package(field(" DATE ", "<w:r><w:t>{% if 0 %}</w:t></w:r>", " x ", "<w:r><w:t>{% endif %}</w:t></w:r>")),
    "field that a figure completes": package(field(" QUOTE {{ x }} ")),
    "field of a deleted run": package("<w:p><w:del><w:r><w:delInstrText>DDEAUTO x</w:delInstrText></w:r></w:del></w:p>"),
    "simple field with references": package("<w:p><w:fldSimple w:instr=' DDE&#65;UTO x'/></w:p>"),
    "field in a header": package(**{**HEADER, "word__header1.xml": f'<w:hdr xmlns:w="{W}">{field(" LINK x ")}</w:hdr>'}),
    "field in a note": package(relations=relation("footnotes", "f.xml"), types=override("word/f.xml", f"{WML}.footnotes+xml"), **{"word/f.xml": f'<w:footnotes xmlns:w="{W}">{field(" DATABASE x ")}</w:footnotes>'}),
    "field in the styles": package(relations=relation("styles", "s.xml"), types=override("word/s.xml", f"{WML}.styles+xml"), **{"word/s.xml": f'<w:styles xmlns:w="{W}">{field(" RD x ")}</w:styles>'}),
    # the package
    "DTD": package(**{**SETTINGS, "word__settings.xml": f'<!DOCTYPE a><w:settings xmlns:w="{W}"/>'}),
    "two types for one part": package(types=override("WORD/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
    "tables without end": package("<w:tbl>" * 300 + "</w:tbl>" * 300),
    "a filter of ours alone": package("<w:p><w:r><w:t>{{ x | __chu('&lt;w:altChunk/&gt;') }}</w:t></w:r></w:p>"),
    "a figure filter of ours alone": package(p("{{ '1e9' | __decimal }}")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_the_clerks_words(name):
    with pytest.raises(TemplateError) as caught:
        printed(REFUSED[name])
    said = " ".join(problem.text() for problem in caught.value.problems)
    assert "la.docx" in said
    assert caught.value.problems[0].hint_text()


CUSTOM = {
    "relations": relation("customXml", "../customXml/item1.xml") + relation("people", "people.xml", base="http://schemas.microsoft.com/office/2011/relationships"),
    "types": override("word/people.xml", f"{WML}.people+xml"),
    "customXml/item1.xml": "<x src='http://la.example'/>",
    "customXml/_rels/item1.xml.rels": f'<Relationships xmlns="{PKG}">{relation("customXmlProps", "itemProps1.xml")}</Relationships>',
    "customXml/itemProps1.xml": "<x/>",
    "word/people.xml": "<x/>",
}
ACCEPTED = {
    "customXml and people": package(**CUSTOM),
    "a web link": package('<w:p><w:hyperlink r:id="rId9"><w:r><w:t>trang</w:t></w:r></w:hyperlink></w:p>', relations=HYPER),
    "a mail link": package('<w:p><w:hyperlink r:id="rId9"/></w:p>', relations=relation("hyperlink", "mailto:vanthu@la.example", EXTERNAL)),
    "a picture": package(relations=relation("image", "media/a.png"), **{"word/media/a.png": PNG}),
    "a drawn picture": package(relations=relation("image", "media/a.svg"), **{"word/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'}),
    "remarks": package("<!-- {{ y }} --><w:p><w:r><w:t><![CDATA[chữ]]></w:t></w:r></w:p>"),
    "page fields": package(field(" PAGE "), field(" NUMPAGES \\* MERGEFORMAT "), field(" IF ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', " PAGE ", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ' = 1 "a" "b" ')),
    "a printer's settings": package(relations=relation("printerSettings", "printerSettings/printerSettings1.bin"), **{"word/printerSettings/printerSettings1.bin": b"x"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_honest_programs_save_is_printed(name):
    out = printed(ACCEPTED[name])
    assert "a" in paragraphs(out)
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        carried = set(archive.namelist())
    assert not any(word in one for one in carried for word in ("customXml", "people", "printer"))
    assert "<!--" not in part(out)
    assert "people" not in part(out, "[Content_Types].xml")


@pytest.mark.parametrize("word", sorted((Path(__file__).parents[2] / "templates" / "word").glob("*.docx")), ids=lambda path: path.stem)
def test_our_own_templates_pass_as_they_are(word):
    package_ = Package(word.read_bytes())
    parts = {name: package_.read(name) or b"" for name in package_.names}
    assert trust.trusted(parts) == (parts, [])


@pytest.mark.slow
@needs_writer
def test_a_template_saved_by_libreoffice_passes(tmp_path):
    import subprocess

    source = tmp_path / "mau.docx"
    source.write_bytes(templates.find("thong-bao").docx)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "ra"), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    saved = Package((tmp_path / "ra" / "mau.docx").read_bytes())
    assert trust.trusted({name: saved.read(name) or b"" for name in saved.names}).problems == []
