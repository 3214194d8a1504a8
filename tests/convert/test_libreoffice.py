"""What LibreOffice itself makes of papers, where it is: the same words, and nothing fetched."""

from __future__ import annotations

import http.server
import io
import threading
import zipfile

import pytest

from notice_gen.check.read import read
from notice_gen.convert import DOCX, PDF, PDF_A, Paper, Target, convert, libreoffice
from tests.helpers.docx import c, docx, p, table
from tests.helpers.notices import TODAY
from tests.helpers.office import needs_writer

pytestmark = [needs_writer, pytest.mark.slow]
PAPER = docx(table(["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]), c("THÔNG BÁO", b=True), p(""), p("Ủy ban nhân dân thông báo: 96,5%."))
AS = {".doc": "doc:MS Word 97", ".odt": "odt:writer8", ".rtf": "rtf:Rich Text Format"}


def words(data):
    return [(paragraph.index, paragraph.text) for paragraph in read(data, TODAY).paragraphs]


def test_the_words_and_their_paragraphs_stay():
    old = [Paper(made, kind) for kind, to in AS.items() for _, made in convert([Paper(PAPER, ".docx")], Target(kind, to, bool, "."))]
    new = dict(convert(old, DOCX))
    assert [words(new[at]) for at in range(len(old))] == [words(PAPER)] * len(AS)


def test_pages_are_those_of_pdf_a_where_that_is_asked_for():
    [(_, plain)] = convert([Paper(PAPER, ".docx")], PDF)
    [(_, kept)] = convert([Paper(PAPER, ".docx")], PDF_A)
    assert b"pdfaid:part" not in plain
    assert b"<pdfaid:part>2</pdfaid:part>" in kept


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip

_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    "</m:manifest>"
)


def odt(body):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {_NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return Paper(out.getvalue(), ".odt")


@pytest.fixture
def fetched():
    """What was asked of a server that ``fetched.address`` names."""

    class Asked(list):
        address = ""

    asked = Asked()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the library's names

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        asked.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield asked
        server.shutdown()


@pytest.mark.parametrize(("settings", "is_safe"), [(libreoffice._SETTINGS, True), ((), False)], ids=["ours", "none"])
def test_no_link_is_followed(fetched, monkeypatch, settings, is_safe):
    """With settings of LibreOffice's own it follows some, or this test could not fail."""
    monkeypatch.setattr(libreoffice, "_SETTINGS", settings)
    kinds = [
        '<draw:image xlink:href="{}/a.png"/>', '<draw:object xlink:href="{}/b.odt"/>', '<draw:floating-frame xlink:href="{}/c.html"/>',
        '<draw:plugin xlink:href="{}/d"/>', '<draw:object-ole xlink:href="{}/e"/>',
    ]
    papers = [odt(f'<text:p><draw:frame svg:width="3cm" svg:height="3cm">{kind.format(fetched.address)}</draw:frame></text:p>') for kind in kinds]
    papers += [odt(f'<text:section text:name="s"><text:section-source xlink:href="{fetched.address}/f.odt"/></text:section>')]
    fields = ('INCLUDEPICTURE "{}/g.png" \\\\d', 'INCLUDETEXT "{}/h.docx"', 'DDEAUTO soffice "{}/i"')
    papers += [Paper(("{\\rtf1{\\field{\\*\\fldinst " + field.format(fetched.address) + "}{\\fldrslt x}}}").encode(), ".rtf") for field in fields]
    papers += [Paper((r"{\rtf1{\*\template " + fetched.address + "/k.dot}x}").encode(), ".rtf")]
    for target in (DOCX, PDF) if is_safe else (PDF,):
        assert all(isinstance(made, bytes) for _, made in convert(papers, target))
    assert (not fetched) == is_safe
