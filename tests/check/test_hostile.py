"""Files made to do harm, or by accident of another kind: each ends in one line, soon, in little memory."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import warnings
import zipfile

import pytest

from notice_gen.check.read import read
from notice_gen.errors import ExitCode, InputError
from notice_gen.office import checking
from notice_gen.office.checking import Job
from notice_gen.ooxml.package import Package
from tests.helpers.docx import NS, SECTION, c, docx, p, packed, table, unpacked
from tests.helpers.notices import TODAY

MEMORY = 1536 << 20
SECONDS = 60
RIGHT = docx(p("Xin chào"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def parts(**changed: str | bytes) -> bytes:
    """RIGHT with parts changed; ``/`` is written ``__``."""
    return packed(unpacked(RIGHT) | {name.replace("__", "/"): data for name, data in changed.items()})


def document(body: str) -> bytes:
    return parts(**{"word__document.xml": f"<w:document {NS}><w:body>{body}{SECTION}</w:body></w:document>"})


def judged(*blocks: str) -> bytes:
    """A paper that is judged, with these blocks for its text."""
    head = table([c("ỦY BAN NHÂN DÂN", b=True) + c("Số: 12/TB-UBND"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + c("Bình Điền, ngày 05 tháng 3 năm 2026")])
    return document("".join((head, c("THÔNG BÁO", b=True), *blocks, p("Nơi nhận:"), p("- Như trên;"), c("CHỦ TỊCH", b=True))))


def long_line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def styles(inner: str) -> bytes:
    return parts(**{"word__styles.xml": f"<w:styles {NS}>{inner}</w:styles>"})


def twice(name: str, of: str = "word/document.xml") -> bytes:
    held = io.BytesIO(RIGHT)
    with zipfile.ZipFile(held, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a second member of that name
        archive.writestr(name, unpacked(RIGHT)[of])
    return held.getvalue()


def truncated() -> bytes:
    return RIGHT[: len(RIGHT) * 2 // 3]


def flipped() -> bytes:
    """One bit of the deflated text."""
    at = RIGHT.index(b"word/document.xml") + 60
    return RIGHT[:at] + bytes([RIGHT[at] ^ 0x10]) + RIGHT[at + 1 :]


def encrypted_member() -> bytes:
    data = bytearray(RIGHT)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.rindex(sign) + offset, 1)
    return bytes(data)


def flat_bomb() -> bytes:
    return parts(**{"word__document.xml": b"<a>" + b" " * (40 << 20) + b"</a>"})


# What each is → its bytes and a word of the line that tells it.
REFUSED = {
    "empty": (lambda: b"", "Tệp rỗng"),
    "zeros": (lambda: bytes(10_000), "Tệp rỗng"),
    "spaces": (lambda: b" \r\n" * 10, "Tệp rỗng"),
    "text": (lambda: b"xin chao", "Đây là tệp chữ"),
    "pdf": (lambda: b"%PDF-1.7\n", "PDF"),
    "rtf": (lambda: rb"{\rtf1\ansi Xin chao}", "RTF"),
    "html": ("\ufeff<!DOCTYPE html><html><body>Xin chào</body></html>".encode, "HTML"),
    "html-utf-16": (lambda: "<html xmlns:w='urn:schemas-microsoft-com:office:word'>".encode("utf-16"), "HTML"),
    "mht": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related", ".mht"),
    "word-2003-xml": (lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "dạng XML"),
    "flat-opc": (lambda: b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "dạng XML"),
    "doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), ".doc"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "ole": (lambda: OLE + "Workbook".encode("utf-16-le"), "không phải văn bản Word"),
    "odt": (lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "OpenDocument"),
    "xlsx": (lambda: packed({"xl/workbook.xml": "<a/>"}), "Excel"),
    "pptx": (lambda: packed({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
    "zip": (lambda: packed({"anh.png": b"x"}), "không phải văn bản Word"),
    "docm": (lambda: parts(**{"[Content_Types].xml": unpacked(RIGHT)["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main", b"vnd.ms-word.document.macroEnabled.main")}), "macro"),
    "strict": (lambda: parts(**{"word__document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'}), "Strict"),
    "no-body": (lambda: parts(**{"word__document.xml": f"<w:document {NS}/>"}), "không có phần nội dung"),
    "no-document": (lambda: packed({k: v for k, v in unpacked(RIGHT).items() if k != "word/document.xml"}), "không phải văn bản Word"),
    "truncated": (truncated, "hỏng"),
    "flipped": (flipped, "hỏng"),
    "encrypted-member": (encrypted_member, "không an toàn"),
    "broken-xml": (lambda: document("<w:p>"), "hỏng ở phần word/document.xml"),
    "broken-relations": (lambda: parts(**{"word___rels__document.xml.rels": b"<Relationships"}), "hỏng ở phần word/_rels"),
    "not-xml": (lambda: parts(**{"word__styles.xml": b"\xff\xfe\x00\xd8\x00"}), "hỏng ở phần word/styles.xml"),
    "unknown-encoding": (lambda: parts(**{"word__styles.xml": b'<?xml version="1.0" encoding="x-no-such"?><a/>'}), "hỏng ở phần word/styles.xml"),
    "entities": (lambda: parts(**{"word__document.xml": '<!DOCTYPE a [<!ENTITY b "' + "x" * 1000 + '">' + "".join(
        f'<!ENTITY {chr(99 + n)} "{f"&{chr(98 + n)};" * 50}">' for n in range(12)) + f"]><w:document {NS}><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>"}), "không an toàn"),
    "entity-of-a-file": (lambda: parts(**{"word__document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}), "không an toàn"),
    "entities-utf-16": (lambda: parts(**{"word__document.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")}), "không an toàn"),
    "flat-bomb": (flat_bomb, "quá lớn"),
    "many-marks": (lambda: document("<w:p/>" * 3_100_000), "quá lớn"),
    "two-of-a-name": (lambda: twice("word/document.xml"), "không an toàn"),
    "two-but-for-case": (lambda: twice("WORD/Document.xml"), "không an toàn"),
    "climbs": (lambda: twice("../../evil.xml"), "không an toàn"),
    "absolute": (lambda: twice("/etc/evil.xml"), "không an toàn"),
    "drive": (lambda: twice("C:evil.xml"), "không an toàn"),
    "many-members": (lambda: packed({f"word/{n}.xml": "" for n in range(11_000)}), "quá lớn"),
    "many-paragraphs": (lambda: document("<w:p/>" * 200_001), "quá lớn"),
    "deep": (lambda: document("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), ""),
    "deep-tables": (lambda: document("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000), ""),
}  # fmt: skip

# What each is → its bytes; strange but readable, and soon.
READ = {
    "paragraphs": lambda: document("<w:p><w:r><w:t>Đoạn</w:t></w:r></w:p>" * 100_000),
    "paragraphs-judged": lambda: judged(*[p(f"Đoạn {n} thông báo về việc kiểm tra, đánh giá.") for n in range(5_000)]),
    "sections": lambda: judged(f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" * 10_000),
    "style-cycle": lambda: styles('<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'),
    "style-of-itself": lambda: styles('<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="A"/></w:style>'),
    "style-chain": lambda: styles("".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/><w:rPr><w:b/></w:rPr></w:style>' for n in range(20_000))),
    "style-parts": lambda: styles("".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n - 1}"/><w:tblStylePr w:type="t{n}"/></w:style>' for n in range(20_000))),
    "list-cycle": lambda: docx(
        p("Một", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering='<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
    "long-labels": lambda: docx(
        *[p("x", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')] * 5_000,
        numbering=f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3888"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="{"%1" * 50_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
    "tables-in-tables": lambda: document("<w:tbl><w:tr><w:tc>" * 60 + p("Trong cùng") + "</w:tc></w:tr></w:tbl>" * 60),
    "wide-table": lambda: docx(table(["x"] * 5000, ["y"] * 5000)),
    "long-table": lambda: judged(table(*[["x", "y"]] * 4_000)),
    "open-fields": lambda: document("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t></w:r>' * 30_000 + "</w:p>"),
    "page-breaks": lambda: document("<w:p>" + '<w:r><w:t>x</w:t><w:br w:type="page"/></w:r>' * 30_000 + "</w:p>"),
    "line-breaks": lambda: judged("<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t><w:br/></w:r><w:r><w:t>a</w:t><w:br/></w:r>" * 10_000 + "</w:p>"),
    "after-recipients": lambda: docx(p("Nơi nhận:"), "<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t><w:br/></w:r><w:r><w:t>a</w:t><w:br/></w:r>" * 10_000 + "</w:p>"),
    "one-long-line": lambda: judged(long_line("NGÀY a " * 50_000), table([long_line("ngày {{ 1" * 25_000), long_line("Căn cứ Điều 1 " * 25_000)])),
    "tags": lambda: document(long_line("{{" * 100_000)),
    "external": lambda: docx(p("x"), refs={"e": "http://localhost:1/x.xml"}),
    "leads-nowhere": lambda: docx(p("x"), refs={"e": "../../../../../etc/passwd", "f": "gone.xml"}),
    "nothing-said": lambda: packed({"word/document.xml": f"<w:document {NS}><w:body><w:p/></w:body></w:document>"}),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(REFUSED.keys() - {"flat-bomb", "many-marks", "deep", "deep-tables"}))
def test_what_is_no_word_file_is_said_in_one_line(name):
    make, says = REFUSED[name]
    with pytest.raises(InputError) as caught:
        read(make(), TODAY)
    [problem] = caught.value.problems
    assert says in problem.text()
    assert "\n" not in problem.text() + problem.hint_text()


CONVERTED = {"doc", "rtf"}
"""What the command hands to LibreOffice, see ``test_foreign.py``."""


@pytest.mark.slow
def test_every_hostile_file_ends_in_one_line_within_bounds(tmp_path):
    """All of them in one process whose memory and time are limited from outside."""
    resource = pytest.importorskip("resource")
    names = {f"{name}.docx": make for name, make in (READ | {name: make for name, (make, _) in REFUSED.items() if name not in CONVERTED}).items()}
    for name, make in names.items():
        (tmp_path / name).write_bytes(make())

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-m", "notice_gen", "check", "--jobs", "1", "--format", "json", *sorted(names)],
        cwd=tmp_path, capture_output=True, text=True, preexec_fn=limits, check=False, timeout=300,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 3
    for row in json.loads(done.stdout)["results"]:
        name = row["input"].removesuffix(".docx")
        if name in REFUSED:
            [problem] = row["problems"]
            assert REFUSED[name][1] in problem["message"], name
        else:
            assert row["status"] in {"not judged", "clean", "faults"}, row


def test_a_file_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    def endless(*_):
        while True:
            pass

    (tmp_path / "x.docx").write_bytes(RIGHT)
    monkeypatch.setattr("notice_gen.check.read.read", endless)
    checked = checking.check_one(Job(str(tmp_path / "x.docx"), frozenset(), TODAY, seconds=0.05))
    assert (checked.exit_code, "quá nhiều thời gian" in checked.problems[0].text()) == (ExitCode.INPUT, True)


def test_members_that_are_not_changed_are_copied_as_they_are():
    package = Package(RIGHT)
    again = package.with_parts({"word/document.xml": b"<a/>", "word/mới.xml": b"<b/>"})
    assert unpacked(again) == unpacked(RIGHT) | {"word/document.xml": b"<a/>", "word/mới.xml": b"<b/>"}
    assert list(unpacked(again))[:-1] == list(unpacked(RIGHT))
    assert zipfile.ZipFile(io.BytesIO(again)).testzip() is None
    assert unpacked(package.with_parts({})) == unpacked(RIGHT)
