"""Charts: what is drawn of which figures, in native parts that Word can edit, the same bytes every time; what cannot be drawn is told."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from notice_gen.apart import apart
from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.issue import issue
from tests.helpers import batches
from tests.helpers.findings import GOOD
from tests.helpers.word import paragraphs, part
from tests.test_main_job import SHARED, VALIDATOR, needs_validator

TODAY = date(2026, 11, 1)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
END = '\n[ket_thuc]\nnoi_dung = "Hết."\n'
OWN = """
[[muc.bieu_do]]
kieu = "cot"
ten = "Hồ sơ theo quý"
don_vi_tinh = "hồ sơ"
du_lieu = { cot = ["Quý", "Tiếp nhận", "Đã xong"], hang = [["Quý I", "{{ tiep_nhan }}", 300], ["Quý II", "1.250", "-"], ["Quý III", 98.5, 90]] }
"""
TABLE = """
[muc.bang]
don_vi_tinh = "hồ sơ"
cot = ["TT", "Đơn vị", "Tiếp nhận", "Đã xong", { ten = "Tỷ lệ (%)", ty_le = ["Đã xong", "Tiếp nhận"] }]
hang = [["I", "KHỐI XÃ", "", "", ""], [1, "Xã A", "1.250", 1000, ""], [2, "Xã B", 94, 47, ""], ["", "Cộng", 1344, 1047, ""]]
tong = true
"""
TWO = """
[muc.bang]
cot = ["Đơn vị", { tieu_de = "Năm 2025", cot = ["Nhận", "Xong"] }, { tieu_de = "Năm 2026", cot = ["Nhận", "Xong"] }]
hang = [["Xã A", 1, 2, 3, 4], ["Xã B", 5, 6, 7, 8]]
"""


def findings(*more: str, end: str = END) -> str:
    head, tail = GOOD.split("[noi_nhan]")
    return f"{head}{''.join(more)}{end}\n[noi_nhan]{tail}"


def chart(kieu="cot", data='du_lieu = { cot = ["Quý", "Số"], hang = [["I", 4], ["II", 9]] }', more="", table="muc"):
    return f'\n[[{table}.bieu_do]]\nkieu = "{kieu}"\nten = "Tên"\n{data}\n{more}\n'


def rows(*several, heads=("Quý", "Số")):
    return f"du_lieu = {{ cot = {[*heads]!r}, hang = {[list(row) for row in several]!r} }}".replace("'", '"')


def issued(text: str):
    return issue(text.encode(), file="a.toml", folder=Path("/nowhere"), today=TODAY)


def made(*more: str, end: str = END) -> bytes:
    return issued(findings(*more, end=end)).docx


def drawn(docx: bytes, number: int = 1) -> etree._Element:
    return etree.fromstring(part(docx, f"word/charts/chart{number}.xml").encode())


def series(docx: bytes, number: int = 1) -> dict[str, dict[str, str]]:
    """What a chart draws, by series and label."""
    found = {}
    for one in drawn(docx, number).iter(f"{C}ser"):
        labels = [point.findtext(f"{C}v") for point in one.find(f"{C}cat").iter(f"{C}pt")]
        values = {int(point.get("idx")): point.findtext(f"{C}v") for point in one.find(f"{C}val").iter(f"{C}pt")}
        found[one.find(f"{C}tx").findtext(f".//{C}v")] = {label: values[n] for n, label in enumerate(labels) if n in values}
    return found


def workbook(docx: bytes, number: int = 1):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read(f"word/embeddings/bieu-do-{number}.xlsx")))
    return [[cell.value for cell in row] for row in book["Số liệu"].iter_rows()]


def refused(*more: str, end: str = END) -> list[tuple[str, str]]:
    """What the program says, each with its line of the findings file."""
    with pytest.raises(InputError) as raised:
        made(*more, end=end)
    return [(problem.text(), problem.place.text) for problem in raised.value.problems]


# --- what is drawn --------------------------------------------------------------------------------------


def test_figures_of_its_own_are_drawn_and_lie_in_a_workbook():
    out = made(OWN)
    assert series(out) == {"Tiếp nhận": {"Quý I": "322", "Quý II": "1250", "Quý III": "98.5"}, "Đã xong": {"Quý I": "300", "Quý III": "90"}}
    assert workbook(out) == [["Quý", "Tiếp nhận", "Đã xong"], ["Quý I", 322, 300], ["Quý II", 1250, None], ["Quý III", 98.5, 90]]
    formulas = [one.text for one in drawn(out).iter(f"{C}f")]
    assert formulas[:3] == ["'Số liệu'!$B$1", "'Số liệu'!$A$2:$A$4", "'Số liệu'!$B$2:$B$4"]


def test_word_finds_the_chart_and_its_workbook():
    out = made(OWN)
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        names, kinds = archive.namelist(), archive.read("[Content_Types].xml").decode()
    assert len(names) == len(set(names))
    assert 'PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"' in kinds
    assert 'Extension="xlsx"' in kinds
    assert 'r:id="rIdBieuDo1"' in part(out)
    assert 'Id="rIdBieuDo1"' in part(out, "word/_rels/document.xml.rels")
    [link] = etree.fromstring(part(out, "word/charts/_rels/chart1.xml.rels").encode())
    assert f"word/charts/{link.get('Target')}".replace("charts/../", "") in names
    [data] = drawn(out).iter(f"{C}externalData")
    assert [*data.attrib.values()] == [link.get("Id")]


def test_a_chart_reads_as_its_figures_to_whoever_cannot_see_it():
    said = part(made(OWN))
    assert 'descr="Biểu đồ cột: Hồ sơ theo quý. Đơn vị tính: hồ sơ. Tiếp nhận: Quý I 322; Quý II 1.250; Quý III 98,5. Đã xong: Quý I 300' in said


def test_captions_are_numbered_through_the_document_and_kept_with_their_chart():
    annex = '\n[[phu_luc]]\ntieu_de = "Số liệu"\n' + chart(table="phu_luc.muc").replace("[[phu_luc.muc.bieu_do]]", "[[phu_luc.muc]]\n[[phu_luc.muc.bieu_do]]")
    annex += "[[phu_luc.bieu_do]]\nkieu = 'duong'\nten = 'Cuối'\n" + rows(("I", 1), ("II", 2)) + "\n"
    out = made(OWN, chart(more='chu_thich = "Nguồn: báo cáo."'), '\n[[muc]]\ntieu_de = "Mục sau"\n', chart(), end=END + annex)
    said = [line.replace("\u00a0", " ") for line in paragraphs(out)]
    captions = [line for line in said if line.startswith("Biểu đồ ")]
    assert captions == ["Biểu đồ 1. Hồ sơ theo quý", "Biểu đồ 2. Tên", "Biểu đồ 3. Tên", "Biểu đồ 4. Tên", "Biểu đồ 5. Cuối"]
    assert said[said.index("Biểu đồ 2. Tên") + 1] == "Nguồn: báo cáo."
    styles = {style.get(_W + "styleId"): style for style in etree.fromstring(part(out, "word/styles.xml").encode()).iter(_W + "style")}
    shown = [p for p in etree.fromstring(part(out).encode()).iter(_W + "p") if next(p.iter(f"{C}chart"), None) is not None]
    assert len(shown) == 5
    assert all(styles[p.find(f"{_W}pPr/{_W}pStyle").get(_W + "val")].find(f"{_W}pPr/{_W}keepNext") is not None for p in shown)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_chart_of_a_table_leaves_out_groups_and_totals():
    out = made(TABLE, chart("thanh", 'tu_bang = { cot = ["Tiếp nhận", "Tỷ lệ (%)"] }'))
    assert series(out) == {"Tiếp nhận": {"Xã A": "1250", "Xã B": "94"}, "Tỷ lệ (%)": {"Xã A": "80", "Xã B": "50"}}
    assert drawn(out).findtext(f".//{C}valAx//{A}t") == "Đơn vị tính: hồ sơ"


def test_columns_and_rows_of_a_table_are_called_by_name():
    asked = 'tu_bang = { nhan = "Đơn vị", cot = ["Năm 2026 Nhận", "năm 2025  nhận"], hang = ["Xã B"] }'
    assert series(made(TWO, chart("cot", asked))) == {"Năm 2026 Nhận": {"Xã B": "7"}, "Năm 2025 Nhận": {"Xã B": "5"}}


def test_the_second_table_of_a_section_is_asked_for_by_its_number():
    tables = '\nbang = [{ cot = ["A", "B"], hang = [["x", 1]] }, { cot = ["A", "B"], hang = [["y", 2]] }]\n'
    text = findings(chart("cot", 'tu_bang = { thu_tu = 2, cot = ["B"] }')).replace('tieu_de = "Kết quả"\n', f'tieu_de = "Kết quả"{tables}', 1)
    assert series(issued(text).docx) == {"B": {"y": "2"}}


# --- how it looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("several", "axis"),
    [
        ([("I", 4), ("II", 9)], ("0", "10", "2")), ([("I", 0), ("II", 0)], ("0", "1", "1")), ([("I", 99.5), ("II", 97)], ("0", "100", "20")),
        ([("I", -12.5), ("II", 3)], ("-15", "5", "5")), ([("I", 1234567)], ("0", "1250000", "250000")), ([("I", 0.3), ("II", 0.1)], ("0", "0.3", "0.1")),
    ],
)  # fmt: skip
def test_the_axis_begins_at_zero_and_ends_at_a_round_number(several, axis):
    found = drawn(made(chart("cot", rows(*several), 'don_vi_tinh = "%"' if several[0][1] == 99.5 else "")))
    value = found.find(f".//{C}valAx")
    assert (value.find(f".//{C}min").get("val"), value.find(f".//{C}max").get("val"), value.find(f"{C}majorUnit").get("val")) == axis


@pytest.mark.parametrize(("figure", "code"), [(1250, '[>=1000]#"."000;0'), (2000000, '[>=1000000]#"."000"."000;[>=1000]#"."000;0'), (98.25, "[$-42A]#,##0.00")])
def test_figures_are_written_as_an_office_writes_them(figure, code):
    found = drawn(made(chart("cot", rows(("I", figure)))))
    assert {one.get("formatCode") for one in found.iter(f"{C}dLbls") for one in one.iter(f"{C}numFmt")} == {code}


def lightness(fill: etree._Element) -> float:
    """How much white a fill leaves, from 0 to 1; a pattern is told by its lines."""
    colour = fill.find(f".//{A}srgbClr").get("val")
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_series_differ_without_colour():
    out = made(chart("cot-chong", rows(("I", 1, 2, 3, 4, 5, 6), heads=("Q", *"ABCDEF"))), chart("duong", rows(("I", 1, 2, 3), ("II", 1, 2, 3), heads=("Q", *"ABC"))))
    fills = [one.find(f"{C}spPr")[0] for one in drawn(out).iter(f"{C}ser")]
    solid = [lightness(fill) for fill in fills if fill.tag == f"{A}solidFill"]
    assert all(abs(one - other) > 0.15 for n, one in enumerate(solid) for other in solid[:n])
    assert len({fill.get("prst") for fill in fills if fill.tag == f"{A}pattFill"}) == len(fills) - len(solid) == 3
    marks = [(one.find(f".//{A}prstDash").get("val"), one.find(f".//{C}symbol").get("val")) for one in drawn(out, 2).iter(f"{C}ser")]
    assert len(set(marks)) == len({dash for dash, _ in marks}) == 3


def test_letters_are_times_new_roman():
    faces = {one.get("typeface") for one in drawn(made(OWN)).iter(f"{A}latin")}
    assert faces == {"Times New Roman"}


def test_labels_without_room_are_turned_or_smaller_and_values_left_out():
    wide = drawn(made(chart("cot", rows(*((f"xã Bình Điền {n}", 1000 + n) for n in range(1, 41))))))
    assert wide.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") == "-5400000"
    assert wide.find(f".//{C}dLbls") is None
    assert int(wide.find(f".//{C}catAx//{A}defRPr").get("sz")) == 800
    few = drawn(made(chart("cot", rows(("Xã A", 1), ("Xã B", 2)))))
    assert few.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") == "0"
    assert few.find(f".//{C}dLbls/{C}showVal").get("val") == "1"


def test_the_height_follows_the_labels_within_a_page_or_is_as_asked():
    heights = []
    for more in ("", "chieu_cao = 63"):
        for count in (2, 20, 45):
            out = part(made(chart("thanh", rows(*((f"Xã {n}", n) for n in range(1, count + 1))), more)))
            heights.append(int(out.partition("<wp:extent ")[2].partition('cy="')[2].partition('"')[0]) / 36000)
    assert 40 == heights[0] < heights[1] < heights[2] == 180
    assert heights[3:] == [63, 63, 63]


# --- many, apart, again ---------------------------------------------------------------------------------


def test_the_same_findings_give_the_same_bytes():
    assert made(OWN, TABLE, chart("thanh", 'tu_bang = { cot = ["Tiếp nhận"] }')) == made(OWN, TABLE, chart("thanh", 'tu_bang = { cot = ["Tiếp nhận"] }'))


def test_of_a_mailing_each_has_its_own_chart(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    base = batches.BASE.replace("[noi_nhan]", f"{OWN}{END}\n[noi_nhan]", 1)
    command = batches.put(batches.thon(3), base=base)
    batches.OUT.mkdir()
    assert run(command) == 0
    found = batches.made()
    assert sorted(workbook(docx)[1][1] for docx in found.values()) == [10, 20, 30]
    assert run(batches.put(batches.thon(3), base=base.replace('"Quý III", 98.5', '"Quý III", 99.5'))) == 0
    assert {workbook(docx)[3][1] for docx in batches.made().values()} == {99.5}


def test_an_annex_of_its_own_has_its_charts_and_no_others():
    annex = '\n[[phu_luc]]\ntieu_de = "Số liệu"\n' + chart("duong", table="phu_luc")
    whole = apart(issued(findings(OWN, end=END.replace("Hết.", "Số liệu tại Phụ lục kèm theo.") + annex)))
    [(_, other)] = whole.others
    assert [*series(whole.docx)] == ["Tiếp nhận", "Đã xong"]
    assert [*series(other, 2)] == ["Số"]
    for docx in (whole.docx, other):
        assert read(docx, TODAY).paragraphs
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            assert sum(name.startswith("word/charts/chart") for name in archive.namelist()) == 1


# --- what cannot be drawn -------------------------------------------------------------------------------

BAD = {
    "no figures": ((chart(data=""),), "chưa có số liệu", "[[muc.bieu_do]]"),
    "two sources": ((TABLE, chart(data=rows(("I", 1)) + '\ntu_bang = { cot = ["Tiếp nhận"] }')), "cả du_lieu và tu_bang", "tu_bang"),
    "no table": ((chart(data='tu_bang = { cot = ["Tiếp nhận"] }'),), "không có bảng nào", "tu_bang"),
    "no such table": ((TABLE, chart(data='tu_bang = { thu_tu = 2, cot = ["Tiếp nhận"] }')), "không có bảng thứ 2", "tu_bang"),
    "no such column": ((TABLE, chart(data='tu_bang = { cot = ["Tiếp nhân"] }')), "không có cột nào tên “Tiếp nhân”", "Tiếp nhân"),
    "two columns": ((TWO, chart(data='tu_bang = { cot = ["Nhận"] }')), "2 cột tên “Nhận”", "Nhận"),
    "no such row": ((TABLE, chart(data='tu_bang = { cot = ["Tiếp nhận"], hang = ["Xã C"] }')), "không có hàng nào ghi “Xã C”", "Xã C"),
    "no such labels": ((TABLE, chart(data='tu_bang = { nhan = "Xã", cot = ["Tiếp nhận"] }')), "không có cột nào tên “Xã”", "nhan"),
    "words": ((chart(data=rows(("I", 1), ("II", "chưa có"))),), "không phải số nên không vẽ được: “chưa có”", "chưa có"),
    "a date": ((chart(data='du_lieu = { cot = ["Q", "S"], hang = [["I", 2026-01-01]] }'),), "không phải số", "2026-01-01"),
    "nothing": ((chart(data=rows(("I", ""), ("II", "-"))),), "không có con số nào", "du_lieu"),
    "no label": ((chart(data=rows(("", 1), ("II", 3))),), "Hàng 1 không có nhãn", "du_lieu"),
    "ragged": ((chart(data=rows(("I", 1, 2), ("II", 3))),), "có 3 ô, số liệu của biểu đồ có 2 cột", "du_lieu"),
    "one column": ((chart(data='du_lieu = { cot = ["Q"], hang = [["I"]] }'),), "một cột nhãn và ít nhất một cột số", "du_lieu"),
    "too many series": ((chart(data=rows(("I", *range(7)), heads=("Q", *"ABCDEFG"))),), "7 dãy số, nhiều nhất 6", "du_lieu"),
    "too many labels": ((chart(data=rows(*((f"x{n}", n) for n in range(46)))),), "46 nhãn", "du_lieu"),
    "a number typed": ((chart().replace('ten = "Tên"', 'ten = "Biểu đồ 1. Tên"'),), "đã có số “Biểu đồ 1.”", "Biểu đồ 1. Tên"),
    "kind": ((chart("tron"),), "tron", "tron"),
    "height": ((chart(more="chieu_cao = 300"),), "nằm ngoài khoảng 40-180 mm", "chieu_cao"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "said", "where"), BAD.values(), ids=BAD)
def test_what_cannot_be_drawn_is_told_at_its_line(more, said, where):
    [(message, line)] = refused(*more)
    assert said in message
    assert where in line


def test_a_number_that_may_be_in_thousands_is_asked_about():
    [warning] = issued(findings(chart(data=rows(("I", 1.250), ("II", 640)).replace("1.25", "1.250")))).warnings
    assert (warning.code, warning.values["nguyen"]) == ("bang_o_hai_nghia", "1250")


def test_a_chart_that_a_text_names_is_there():
    said = findings(OWN, end=END.replace("Hết.", "Như Biểu đồ 1, Biểu đồ số 2 và biểu đồ 3 của Báo cáo số 12/BC-UBND; Biểu đồ 1.250."))
    assert [warning.found for warning in issued(said).warnings if warning.code == "vien_dan_noi_bo_sai"] == ["Biểu đồ số 2"]
    assert issued(findings(end=END.replace("Hết.", "Như Biểu đồ 7."))).warnings == ()


def test_a_paper_that_ends_with_a_chart_is_asked_for_a_sentence_below_it():
    [(message, _)] = refused(OWN, end="")
    assert "kết thúc bằng" in message


# --- what others make of it -----------------------------------------------------------------------------

EVERY = (
    OWN, TABLE, chart("thanh", 'tu_bang = { cot = ["Tiếp nhận"] }'), chart("thanh-chong", rows(("I", 1, 2), ("II", 3, 4), heads=("Q", "A", "B"))),
    chart("cot-chong", rows(("I", -1, 2.5), ("II", 3, ""), heads=("Q <&>", "A <&> “B”", "B"))), chart("duong", rows(("I", 1, 2), ("II", 3, ""), heads=("Q", "A", "B"))),
)  # fmt: skip


@needs_validator
def test_its_parts_are_valid(tmp_path):
    (tmp_path / "a.docx").write_bytes(made(*EVERY))
    done = subprocess.run([sys.executable, VALIDATOR, tmp_path / "a.docx"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    schemas = {name: etree.XMLSchema(etree.parse(SHARED / "tools" / "xsd" / f"{name}.xsd")) for name in ("dml-chart", "sml")}
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        for name in archive.namelist():
            if name.startswith("word/charts/chart"):
                schemas["dml-chart"].assertValid(etree.fromstring(archive.read(name)))
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(archive.read(name))) as book:
                    for inner in (one for one in book.namelist() if one.startswith("xl/") and one.endswith(".xml")):
                        schemas["sml"].assertValid(etree.fromstring(book.read(inner)))


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler")
def test_libreoffice_prints_it_and_keeps_it_when_it_saves(tmp_path):
    (tmp_path / "a.docx").write_bytes(made(*EVERY))
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/lo", "--convert-to"]
    for kind in ("pdf", "docx"):
        subprocess.run([*office, kind, "--outdir", tmp_path / "ra", tmp_path / "a.docx"], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "ra" / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "1.250" in text
    assert "98,5" in text
    assert "Đơn vị tính: hồ sơ" in text
    saved = (tmp_path / "ra" / "a.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        assert sum(name.startswith("word/charts/chart") for name in archive.namelist()) == 5
        assert sum(name.endswith(".xlsx") for name in archive.namelist()) == 5
    assert series(saved)["Tiếp nhận"] == {"Quý I": "322", "Quý II": "1250", "Quý III": "98.5"}


def edited(docx: bytes, old: bytes, new: bytes) -> bytes:
    """The same file with figures of its first chart changed, as whoever edits them in Word does."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if name == "word/charts/chart1.xml" else data)
    return out.getvalue()


@pytest.fixture
def paper(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(findings(*EVERY), "utf-8")
    assert run(["render", "a.toml", "-o", "a.docx"]) == 0
    return Path("a.docx")


def test_it_is_clean_under_the_checker(paper):
    assert run(["check", str(paper)]) == 0


def test_a_figure_changed_in_a_chart_is_seen_by_all_that_compare(paper, capsys):
    Path("b.docx").write_bytes(edited(paper.read_bytes(), b"<c:v>1250</c:v>", b"<c:v>1350</c:v>"))
    for command in (["diff", "a.docx", "b.docx"], ["verify", "b.docx", "--from", "a.toml"], ["take-edits", "a.toml", "b.docx"]):
        capsys.readouterr()
        assert run(command) == 1, command
        out, err = capsys.readouterr()
        assert "biểu đồ: " in out + err
        assert "350" in out + err
    assert run(["take-edits", "a.toml", "a.docx"]) == 0
    assert run(["verify", "a.docx", "--from", "a.toml"]) == 0


def test_an_import_says_which_charts_it_leaves_behind(paper, capsys):
    assert run(["import", str(paper), "-o", "b.toml"]) == 1
    assert "[biểu đồ cột: Tiếp nhận: Quý I 322" in capsys.readouterr().err.replace("\u00a0", " ")
    text = Path("b.toml").read_text("utf-8")
    assert "#   [biểu đồ thanh ngang chồng: A: I 1, II 3; B: I 2, II 4]" in text
    assert run(["render", "b.toml", "-o", "b.docx"]) == 0


def test_a_paper_with_charts_is_made_a_template_without_them(paper):
    assert run(["templates", "import", "a.docx", "--as", "thong-bao", "-o", "mau.docx"]) == 0
    with zipfile.ZipFile("mau.docx") as archive:
        assert [name for name in archive.namelist() if "chart" in name or "embed" in name] == []
        assert "chart" not in archive.read("word/_rels/document.xml.rels").decode() + archive.read("[Content_Types].xml").decode()
    assert run(["render", "a.toml", "--template", "mau.docx", "-o", "c.docx"]) == 0
    assert [series(Path("c.docx").read_bytes(), n) for n in range(1, 6)] == [series(paper.read_bytes(), n) for n in range(1, 6)]


@pytest.mark.parametrize("bad", [b"", b"<c:chartSpace", b"<!DOCTYPE a><a/>", b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'])
def test_a_chart_of_another_that_cannot_be_read_keeps_nobody_from_checking(paper, bad):
    out = io.BytesIO()
    with zipfile.ZipFile(paper) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, bad if name == "word/charts/chart1.xml" else source.read(name))
    view = read(out.getvalue(), TODAY)
    assert min(said for several in view.charts.values() for said in several) == "[biểu đồ ?: ]"
    assert len(view.charts) == 5
