"""Workbooks from strangers (.xlsx, .ods, .xls): each is refused within bounds with its file, and nothing is fetched or written."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from notice_gen.reader.rows import zipped
from tests.reader.rows.test_books import BOF, HEAD, HEADINGS, MAIN, NAME, REL, RELS, X, biff, compound, good, ods, parts
from tests.security.limits import needs_fork, refused
from tests.security.test_findings import BATCH

pytestmark = [pytest.mark.slow, needs_fork]
# A book may have 100 MB of text and 100,000 rows of 25 columns: what is as large is refused no sooner than that would be read.
MOST, SECONDS = 600_000_000, 30
SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9)) + "]>"
EXTERNAL = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
VALUE = '<c r="B2"><v>1</v></c></row>'


def archive(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return out.getvalue()


def xlsx(*rows: str, after: str = "", **more: str | bytes) -> bytes:
    """A workbook of these rows below the headings (one good row if there are none), with other parts."""
    return archive({**parts(HEAD + ("".join(rows) or NAME + VALUE), after=after), **more})


def shared(count: str, strings: str) -> bytes:
    cell = f'{NAME}<c r="B2" t="s"><v>{count}</v></c></row>'
    rels = parts("")["xl/_rels/workbook.xml.rels"].replace("</Relationships>", f'<Relationship Id="rId3" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    return xlsx(cell, **{SHARED: strings, "xl/_rels/workbook.xml.rels": rels})


def sheets(count: int, **parts_: str) -> bytes:
    """A workbook of many sheets, all of them one and the same part, which holds nothing."""
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(count))
    return xlsx(**{"xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{named}</sheets></workbook>', **parts_})


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def central(data: bytes, offset: int, new: bytes) -> bytes:
    """*data* with other bytes in the directory's first entry."""
    return patched(data, data.index(b"PK\1\2") + offset, new)


def book(rows: str, more: str = "", **its: str | bytes) -> bytes:
    """An .ods of these rows below the headings, with other parts."""
    with tempfile.TemporaryDirectory() as folder:
        return ods(Path(folder), rows, more, **its).read_bytes()  # type: ignore[arg-type]


def row(cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{cells}</table:table-row>"


def bound(at: int) -> tuple[int, bytes]:
    return 0x85, struct.pack("<IBB", at, 0, 0) + b"\1\0A"


def xls(*records: tuple[int, bytes], sheets: int = 1) -> bytes:
    """An old workbook whose sheets all begin at the same place and are these records."""
    first = biff(BOF, *[bound(4 + 16 + 13 * sheets + 4)] * sheets, (0x0A, b""))
    return large(first + biff(*records))


def large(workbook: bytes) -> bytes:
    """A compound file of 4,096-byte sectors with one stream: its table, its directory, the stream."""
    data = workbook.ljust(-(-max(len(workbook), 4096) // 4096) * 4096, b"\0")
    count = len(data) // 4096
    tables = -(-(count + 110) // 1024)
    fat = [*[0xFFFFFFFD] * tables, 0xFFFFFFFE, *(tables + n + 2 for n in range(count - 1)), 0xFFFFFFFE]
    entries = b""
    for name, kind, start, size in (("Root Entry", 5, 0xFFFFFFFE, 0), ("Workbook", 2, tables + 1, len(data))):
        spelt = name.encode("utf-16-le")
        entries += spelt.ljust(64, b"\0") + struct.pack("<HB", len(spelt) + 2, kind) + b"\0" * 49 + struct.pack("<IQ", start, size)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 4, 0xFFFE, 12, 6) + b"\0" * 10
    header += struct.pack("<IIIIIIII", tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *(list(range(tables)) + [0xFFFFFFFF] * 109)[:109])
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(4096 * tables, b"\xff")
    return header.ljust(4096, b"\0") + table + entries.ljust(4096, b"\0") + data


def looped(at: int, to: int) -> bytes:
    """A sound old workbook of one figure whose table of sectors says that *to* follows *at*."""
    data = compound({"Workbook": biff(BOF, bound(60), (0x0A, b"")).ljust(60, b"\0") + biff((0x203, struct.pack("<HHHd", 1, 1, 0, 1)), (0x0A, b""))})
    return patched(data, 512 + 4 * at, struct.pack("<I", to))


ALL_HIDDEN = '<col min="1" max="16384" hidden="1"/>'
UNKNOWN = '<c t="inlineStr"><is><t>chu</t></is></c>'
GOOD_RELS = parts("")["xl/_rels/workbook.xml.rels"]
XLSX: dict[str, Callable[[], bytes]] = {
    # tricks of XML
    **{f"entities that grow in {part}": lambda part=part: xlsx(**{part: f"{LAUGHS}<x>&a9;</x>"}) for part in (SHEET, SHARED, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels")},
    "a file of the machine for a string": lambda: shared("0", f"{EXTERNAL}<sst><si><t>&a;</t></si></sst>"),
    "a document type in UTF-16": lambda: xlsx(**{SHEET: f"{LAUGHS}<worksheet>{HEAD}</worksheet>".encode("utf-16")}),
    "a sheet in UTF-16": lambda: xlsx(**{SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>{HEAD}{NAME}{VALUE}</sheetData></worksheet>'.encode("utf-16")}),
    "a sheet that says it is in UTF-7": lambda: xlsx(**{SHEET: f'<?xml version="1.0" encoding="UTF-7"?><worksheet xmlns="{MAIN}"/>'}),
    "a sheet that is cut short": lambda: xlsx(**{SHEET: f"<worksheet><sheetData>{HEAD}"}),
    "a sheet with a zero byte": lambda: xlsx(**{SHEET: f"<worksheet>\0{HEAD}</worksheet>"}),
    "a sheet of 500,000 elements in each other": lambda: xlsx(**{SHEET: "<a>" * 500_000 + "</a>" * 500_000}),
    "a sheet of one name of 50 MB": lambda: xlsx(**{SHEET: f"<{'a' * 50_000_000}/>"}),
    "an attribute of 50 MB": lambda: xlsx(f'<row r="{"1" * 50_000_000}"/>'),
    # too much
    "a sheet of 150 MB": lambda: xlsx(" " * 150_000_000),
    "strings of 150 MB": lambda: shared("0", f"<sst><si><t>{'a' * 150_000_000}</t></si></sst>"),
    "three parts of 90 MB": lambda: xlsx(**{SHEET: " " * 90_000_000, SHARED: " " * 90_000_000, "xl/styles.xml": " " * 90_000_000}),
    "2^20 columns": lambda: xlsx('<row r="2">' + "<c><v>1</v></c>" * 2**20 + "</row>"),
    "a cell beyond the last column": lambda: xlsx('<row r="2"><c r="XFE2"><v>1</v></c></row>'),
    "a cell beyond the last row": lambda: xlsx('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
    "values at either end": lambda: xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a row that has another's cells": lambda: xlsx('<row r="2"><c r="A99"><v>1</v></c></row>'),
    "a cell of small letters": lambda: xlsx('<row r="2"><c r="a2"><v>1</v></c></row>'),
    "a row 0": lambda: xlsx('<row r="0"><c><v>1</v></c></row>'),
    "610,000 empty rows": lambda: xlsx("<row/>" * 610_000),
    "350,000 merged cells": lambda: xlsx(after="<mergeCells>" + '<mergeCell ref="A2:B3"/>' * 350_000 + "</mergeCells>"),
    "610,000 formats of columns": lambda: xlsx(f"</sheetData><cols>{'<col/>' * 610_000}</cols><sheetData>"),
    "50,000 times all columns hidden": lambda: xlsx(f'{NAME}<c r="XFD2"><v>1</v></c></row></sheetData><cols>{ALL_HIDDEN * 50_000}</cols><sheetData>'),
    "a formula's value in 300,000 pieces": lambda: xlsx(f'{NAME}<c r="B2" t="e"><f>A1</f><v>{"a<b/>" * 300_000}</v></c></row>'),
    "2,000 sheets of one part": lambda: sheets(2_000, **{SHEET: f"<worksheet><sheetData>{'<row/>' * 50_000}</sheetData></worksheet>"}),
    "6,000 parts": lambda: xlsx(**{f"xl/a{n}.xml": "" for n in range(6_000)}),
    "490 sheets of a part each": lambda: many_sheets(490),
    # what leads elsewhere
    "a sheet called ../../etc/passwd": lambda: xlsx(**{"xl/_rels/workbook.xml.rels": GOOD_RELS.replace("worksheets/sheet1.xml", "../../../../etc/passwd")}),
    "a sheet of the web": lambda: xlsx(**{"xl/_rels/workbook.xml.rels": GOOD_RELS.replace('Target="worksheets/sheet1.xml"', 'Target="http://la.example/x.xml" TargetMode="External"')}),
    "parts called ../": lambda: archive({f"../../{name}": data for name, data in good().items()}),
    "parts called by an absolute path": lambda: archive({f"/{name}": data for name, data in good().items()}),
    # values
    **{f"a figure {figure[:12]}": lambda figure=figure: xlsx(f'{NAME}<c r="B2"><v>{figure}</v></c></row>') for figure in ("1e999999999", "-1e999999999", "1e308", "nan", "inf", "0x1F", "9" * 10_000, "1_000", "{{ 1 }}", "=1+1", "1" * 500_000)},
    "a formula as text": lambda: xlsx(NAME + '<c r="B2" t="inlineStr"><is><t>=cmd|/c calc!A1</t></is></c></row>'),
    "a formula that was not calculated": lambda: xlsx(f'{NAME}<c r="B2"><f>WEBSERVICE("http://la.example")</f></c></row>'),
    "a string that is not there": lambda: shared("99999999999999999999", "<sst><si><t>a</t></si></sst>"),
    "a string of number -1": lambda: shared("-1", "<sst><si><t>a</t></si></sst>"),
    "a string of number nan": lambda: shared("nan", "<sst><si><t>a</t></si></sst>"),
    "a cell of an unknown kind": lambda: xlsx(f'{NAME}<c r="B2" t="q"><v>1</v></c></row>'),
    "a day of 1e308": lambda: xlsx(f'{NAME}<c r="B2" t="d"><v>1e308</v></c></row>'),
    "a name of 10 MB": lambda: xlsx(f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"chữ " * 2_000_000}</t></is></c>{VALUE}'),
    "a heading of 10 MB": lambda: xlsx(**{SHEET: f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c t="inlineStr"><is><t>{"chữ " * 2_000_000}</t></is></c></row></sheetData></worksheet>'}),
    "16,384 unknown headings": lambda: xlsx(**{SHEET: f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{UNKNOWN * 16_384}</row>{NAME}</row></sheetData></worksheet>'}),
    # the zip
    "a directory that is damaged": lambda: patched(xlsx(), xlsx().rindex(b"PK\5\6") + 16, b"\xff\xff\xff\x7f"),
    "a directory that is gone": lambda: xlsx()[: xlsx().index(b"PK\1\2")],
    "a part said to be empty": lambda: central(xlsx(), 24, b"\0\0\0\0"),
    "a part said to have 4 GB": lambda: central(xlsx(), 24, b"\xff\xff\xff\xff"),
    "a part that begins beyond the end": lambda: central(xlsx(), 42, b"\xff\xff\xff\x7f"),
    "a part packed in an unknown way": lambda: central(xlsx(), 10, b"\x63\0"),
    "a part with another checksum": lambda: central(xlsx(), 16, b"\1\2\3\4"),
    "a part with a password": lambda: central(xlsx(), 8, b"\1\0"),
    "two parts of one name": lambda: xlsx(**{SHEET.upper(): "<worksheet/>"}),
    "half of it": lambda: xlsx()[: len(xlsx()) // 2],
}  # fmt: skip


def many_sheets(count: int) -> bytes:
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" state="hidden" r:id="s{n}"/>' for n in range(count))
    related = "".join(f'<Relationship Id="s{n}" Type="{REL}/worksheet" Target="s{n}.xml"/>' for n in range(count))
    return archive({
        **good(), "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}">{related}</Relationships>',
        **{f"xl/s{n}.xml": f"<worksheet>{'<c/>' * 60_000}</worksheet>" for n in range(count)},
    })  # fmt: skip


ODS: dict[str, Callable[[], bytes]] = {
    "entities that grow": lambda: book("", **{"content.xml": f"{LAUGHS}<x>&a9;</x>"}),
    "entities that grow in the manifest": lambda: book(row(X.format("xã A")), **{"META-INF/manifest.xml": f"{LAUGHS}<x>&a9;</x>"}),
    "a document type in UTF-16": lambda: book("", **{"content.xml": f"{LAUGHS}<x/>".encode("utf-16")}),
    "content in UTF-16": lambda: book("", **{"content.xml": f"<x>{HEADINGS}</x>".encode("utf-16")}),
    "a row repeated to the end": lambda: book(row(X.format("A"), 'table:number-rows-repeated="1048575"')),
    "a row repeated 9,999,999 times": lambda: book(row(X.format("A"), 'table:number-rows-repeated="9999999"')),
    "a row repeated 2^64 times": lambda: book(row(X.format("A"), f'table:number-rows-repeated="{2**64}"')),
    "a row repeated -1 times": lambda: book(row(X.format("A"), 'table:number-rows-repeated="-1"')),
    "a cell repeated 9,999,999 times": lambda: book(row(X.format("A").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="9999999"', 1))),
    "2^20 columns": lambda: book(row(X.format("1") * 2**20)),
    "310,000 empty cells": lambda: book(row("<table-cell/>" * 310_000)),
    "100,000 merged cells": lambda: book(row('<table:table-cell table:number-columns-spanned="9" table:number-rows-spanned="9"/>' * 100_000)),
    "100,000 hidden columns": lambda: book('<table:table-column table:visibility="collapse" table:number-columns-repeated="9999999"/>' * 100_000 + row(X.format("A") * 3)),
    "50,000 times all columns hidden": lambda: book('<table:table-column table:visibility="collapse" table:number-columns-repeated="16384"/>' * 50_000 + row(X.format("xã A") + '<table:table-cell table:number-columns-repeated="16000"/>' + X.format("A"))),
    "a cell in 300,000 pieces": lambda: book(row(X.format("xã A") + '<table:table-cell office:value-type="string"><text:p>' + "a<text:s/>" * 300_000 + "</text:p></table:table-cell>")),
    "a figure of 1e999999999": lambda: book(row(X.format("xã A") + '<table:table-cell office:value-type="float" office:value="1e999999999"><text:p>1</text:p></table:table-cell>')),
    "a figure of 10,000 digits": lambda: book(row(X.format("xã A") + f'<table:table-cell office:value-type="float" office:value="{"9" * 10_000}"><text:p>1</text:p></table:table-cell>')),
    "content of 150 MB": lambda: book(" " * 150_000_000),
    "a password": lambda: book("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
    "500,000 tables in each other": lambda: book("<table:table>" * 500_000 + "</table:table>" * 500_000 + row(X.format("xã A") + X.format("hai"))),
    "50,000 tables after each other": lambda: book("</table:table>" + '<table:table table:name="a"></table:table>' * 50_000 + '<table:table table:name="b">'),
    "half of it": lambda: book(row(X.format("A")))[:400],
}
LABEL = (0x204, struct.pack("<HHH", 0, 0, 0) + struct.pack("<HB", 1, 0) + b"A")
XLS: dict[str, Callable[[], bytes]] = {
    "a stream that runs in circles": lambda: looped(3, 3),
    "a stream that goes back": lambda: looped(6, 3),
    "a directory that runs in circles": lambda: looped(1, 1),
    "a table that is its own": lambda: looped(0, 0),
    "a table of tables that runs in circles": lambda: patched(patched(looped(2, 3), 68, struct.pack("<II", 0, 1)), 512 + 508, struct.pack("<I", 0)),
    "sectors of 2 bytes": lambda: patched(looped(2, 3), 30, b"\1\0"),
    "sectors of 2^255 bytes": lambda: patched(looped(2, 3), 30, b"\xff\0"),
    "streams that all are small": lambda: small(40_000),
    "1,000 sheets of one place": lambda: xls(*[(0x203, struct.pack("<HHHd", 0, 0, 0, 1))] * 1_000, sheets=1_000),
    "350,000 records": lambda: xls(*[(0, b"")] * 350_000),
    "a book of 500,000 records": lambda: large(biff(BOF) + b"\0\0\0\0" * 500_000),
    "300,000 merged cells": lambda: xls(LABEL, *[(0xE5, struct.pack("<H", 1027) + struct.pack("<HHHH", 0, 1, 0, 1) * 1027)] * 292),
    "50,000 times all columns hidden": lambda: xls(*[(0x7D, struct.pack("<HHHHH", 0, 16383, 0, 0, 1) + b"\0\0")] * 50_000, (0x203, struct.pack("<HHHd", 1, 16383, 0, 1))),
    "a cell at the end": lambda: xls((0x203, struct.pack("<HHHd", 65535, 255, 0, 1)), (0x0A, b"")),
    "a record longer than the file": lambda: looped(2, 3).replace(struct.pack("<HH", 0x203, 14), struct.pack("<HH", 0x203, 0xFFFF)),
    "a sheet beyond the end": lambda: looped(2, 3).replace(struct.pack("<IBB", 60, 0, 0), struct.pack("<IBB", 0x7FFFFFFF, 0, 0)),
    "half of it": lambda: looped(2, 3)[:1500],
    "only its beginning": lambda: looped(2, 3)[:8],
    "noise": lambda: looped(2, 3)[:76] + bytes(range(256)) * 40,
}


def small(count: int) -> bytes:
    """Every stream is said to be small, and the table of small sectors runs in circles."""
    data = patched(large(b"\0" * 4096 * count), 56, struct.pack("<II", 0xFFFFFFFF, 3))
    at = data.index("Root Entry".encode("utf-16-le"))
    data = patched(data, at + 116, struct.pack("<I", 3))
    return patched(data, at + 128 + 116, struct.pack("<II", 0, 0xFFFFFFFE))


@pytest.fixture(autouse=True, scope="module")
def _warm(tmp_path_factory):
    """Everything that any command loads, loaded before the children that are measured."""
    folder = tmp_path_factory.mktemp("am")
    for data, name in ((xlsx(), "a.xlsx"), (book(row(X.format("xã A") * 2)), "a.ods"), (looped(2, 3), "a.xls")):
        run(_batch(folder, data, name))
    with pytest.MonkeyPatch.context() as patch:  # a tenth of what is allowed, and of what is too much
        patch.setattr(zipped, "_MOST_WORK", zipped._MOST_WORK // 10)
        yield


def _batch(folder: Path, data: bytes, name: str) -> list[str]:
    (folder / "chung.toml").write_text(BATCH, "utf-8")
    (folder / name).write_bytes(data)
    return ["batch", str(folder / "chung.toml"), "--data", str(folder / name), "-o", str(folder / "ra")]


@pytest.mark.parametrize("name", XLSX)
def test_an_xlsx_is_refused_within_bounds(name, tmp_path):
    refused(_batch(tmp_path, XLSX[name](), "a.xlsx"), tmp_path, "a.xlsx", most=MOST, seconds=SECONDS)


@pytest.mark.parametrize("name", ODS)
def test_an_ods_is_refused_within_bounds(name, tmp_path):
    refused(_batch(tmp_path, ODS[name](), "a.ods"), tmp_path, "a.ods", most=MOST, seconds=SECONDS)


@pytest.mark.parametrize("name", XLS)
def test_an_xls_is_refused_within_bounds(name, tmp_path):
    refused(_batch(tmp_path, XLS[name](), "a.xls"), tmp_path, "a.xls", most=MOST, seconds=SECONDS)

