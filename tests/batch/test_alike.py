"""The notices of a mailing, each made from what it has in common with others, are those that each row gives alone: bytes, names, problems.

``NOTICE_GEN_MAILINGS=2000`` makes that many random common files and tables; a run of all tests makes some.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from notice_gen import alike, issue, reader, render, template_choice, templates, vietnamese
from notice_gen.back.writing import document
from notice_gen.batch import job, manifest
from notice_gen.errors import NoticeGenError
from notice_gen.left_open import Inspected
from notice_gen.reader import Layer
from notice_gen.register import taking
from tests.helpers.decrees import two_decrees  # noqa: F401 - a fixture
from tests.helpers.docx import packed, unpacked
from tests.helpers.findings import TODAY
from tests.helpers.generated import Made
from tests.test_pictures import png

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*.toml"))
MAILINGS = int(os.environ.get("NOTICE_GEN_MAILINGS", "40"))
DOCUMENT = "word/document.xml"


def layers_of(base, rows, folder=None):
    """Return the common file as a layer, and each of *rows*, dicts by dotted keys, as another."""
    common = reader.parse(base.encode(), file="chung.toml", folder=folder)
    below = [template_choice.defaults(template_choice.template_of([common])), common]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return common, [row.layer for row in reader.json_rows(lines, reader.merge(below), file="hàng")]


def both(base, rows, *, docx=None, strict=False, name="", folder=None):
    """Return what becomes of *rows* as a mailing, in chunks, and one by one; without a *base* they are findings files."""
    common, own = layers_of(base, rows, folder) if base else (None, [(f"{n}.toml", row.encode()) for n, row in enumerate(rows)])
    order = job.Job((common,) if common else (), docx, TODAY, name, strict, asks=True)
    shared, numbers = pickle.dumps(order), range(7, 7 + len(own))

    def alone(mau):
        used = template_choice.template_of([Layer("", "", {"mau": mau})])
        used = replace(used, label=docx[0], docx=docx[1]) if docx else used
        return used, template_choice.defaults(used), alike.Following(reader.read, None, issue.placed)

    together = []
    for at in range(0, len(own), 5):
        together += job.make(shared, pickle.dumps(own[at : at + 5]), numbers[at : at + 5])
    return together, [made for row, so in zip(own, numbers, strict=True) for made in job._make_together(order, alone, [(row, so)])]


def asked(result):
    """Return what a notice asks of the register, its findings and figures opened: the bytes of the same may differ."""
    request = result.request
    return request and request._replace(kem=taking.opened(request.kem, request.kem_chung), kem_chung=b"")


def same(base, rows, **more):
    """Hold the rows of a mailing against each alone; return what became of them."""
    together, alone = both(base, rows, **more)
    for one, other in zip(together, alone, strict=True):
        assert one._replace(docx=b"", request=None, means="") == other._replace(docx=b"", request=None)
        assert one.docx == other.docx
        assert asked(one) == asked(other)
    return together


@pytest.fixture
def printed(monkeypatch):
    """Counts how pages were printed: as another but for some values (True), or by the template (False)."""
    counted, filled = Counter(), render.filled

    def counting(*given):
        made = filled(*given)
        counted[made is not None] += 1
        return made

    monkeypatch.setattr(render, "filled", counting)
    return counted


UNITS = ["xã Bình Điền", "phường An Cựu", "xã A & B <c>", "Xã Lý Bôn", "thôn 3 xã Bình Tiến", "xã **Đậm**", "phường Thuận Hóa thuộc thành phố Huế có tên rất dài để tiêu đề phải ngắt thêm một dòng nữa"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_as_a_mailing(example, printed):
    base = example.read_text("utf-8")
    rows = [{"don_vi.ten": unit, "van_ban.so": n} for n, unit in enumerate(UNITS, start=4)]
    rows += [{"don_vi.ten": "xã Một", "van_ban.trich_yeu": "Về việc khác tại {{ don_vi.ten }}"}, {"don_vi.ten": "xã Hai", "van_ban.khan": "khẩn"}, {"don_vi.ten": "xã Ba", "noi_nhan.gui": ["Sở Nội vụ", "{{ don_vi.ten }}"]}, {"don_vi.ten": "xã Bốn", "van_ban.so": "x"}, {"van_ban.khan": "khẩn"}, {"don_vi.ten": "xã Năm"}, {"don_vi.ten": "xã Sáu"}]
    made = same(base, rows)
    ready = [result.status for result in made].count(job.READY)
    assert ready
    is_drawn = "bieu_do]" in base or "hinh]" in base
    assert printed[True] == 0 if is_drawn else printed[True] > 1 or ready == 1


def test_each_notice_has_its_own_findings_and_figures_noted(printed):
    found = '[[muc]]\ntieu_de = "Tồn tại"\nphat_hien = [{ ma = "K1", noi_dung = "{{ don_vi.ten }} còn {{ qua_han }} hồ sơ quá hạn", han = 2026-12-01 }, "Chưa niêm yết"]\n'
    made = same(BASE.replace("[noi_nhan]", f'{found}[ket_thuc]\nnoi_dung = "Hết."\n[noi_nhan]'), [{"don_vi.ten": f"xã {n}", "so_lieu.qua_han": n} for n in range(12, 22)])
    assert printed[True] > 6
    for n, result in enumerate(made, start=12):
        (noted,) = asked(result).kem
        assert (noted.don_vi, noted.kien_nghi[0][5], dict(noted.so_lieu)["qua_han"]) == (f"xã {n}", f"xã {n} còn {n} hồ sơ quá hạn", str(n))


# --- charts and pictures ---------------------------------------------------------------------------------

DRAWN = """
[[phu_luc]]
tieu_de = "Biểu số liệu"
noi_dung = "Số liệu của {{ don_vi.ten }}."
[[phu_luc.bieu_do]]
kieu = "cot"
ten = "Hồ sơ của {{ don_vi.ten }}"
du_lieu = { cot = ["Quý", "Số"], hang = [["I", "{{ quy_1_dung_han }}"], ["II", "{{ quy_2_dung_han }}"]] }
"""


def figures(docx):
    """Return the figures of each chart of a Word file: those that it draws, and those of the workbook behind it."""
    found = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for n in range(1, 1 + sum(name.startswith("word/charts/chart") for name in archive.namelist())):
            xml = archive.read(f"word/charts/chart{n}.xml").decode()
            drawn = [float(value) for series in re.findall("<c:val>(.*?)</c:val>", xml, re.DOTALL) for value in re.findall("<c:v>([^<]*)</c:v>", series)]
            sheet = openpyxl.load_workbook(io.BytesIO(archive.read(f"word/embeddings/bieu-do-{n}.xlsx"))).active
            kept = [float(value) for column in sheet.iter_cols(min_col=2, min_row=2, values_only=True) for value in column if value is not None]
            found.append((drawn, kept))
    return found


def test_each_notice_has_charts_of_its_own_figures(printed):
    base = next(path for path in EXAMPLES if path.stem == "bao-cao-bieu-do").read_text("utf-8").replace("[noi_nhan]", f"{DRAWN}\n[noi_nhan]")
    base = base.replace("(Biểu đồ 1)", "(Biểu đồ 1, chi tiết tại Phụ lục kèm theo)")
    rows = [{"don_vi.ten": f"xã {n}", "van_ban.so": n, "so_lieu.quy_1_dung_han": 10 * n, "so_lieu.quy_3_qua_han": n, "so_lieu.quy_2_dung_han": 7} for n in range(1, 9)]
    rows[3:3] = [{"don_vi.ten": "xã Hai", "so_lieu.quy_1_dung_han": "không"}, {"don_vi.ten": "xã Ba", "muc.1.noi_dung": "Không có gì thêm (Biểu đồ 1, Biểu đồ 2), xem Phụ lục."}]
    made = same(base, rows)
    assert [result.status for result in made].count(job.READY) == 9
    assert printed[True] == 0
    for row, result in zip(rows, made, strict=True):
        if result.status == job.READY and "van_ban.so" in row:
            n = row["van_ban.so"]
            charts = figures(result.docx)
            assert charts[0] == ([10 * n, 7, 21730, 1260, 984, n],) * 2
            assert charts[3] == ([10 * n, 7],) * 2
            assert all(drawn == kept for drawn, kept in charts)
            assert f"Quý I {vietnamese.so(10 * n)};" in unpacked(result.docx)[DOCUMENT].decode()


def test_findings_files_of_which_only_some_have_a_chart(printed):
    chart = 'bieu_do = [{ kieu = "cot", ten = "Hồ sơ", du_lieu = { cot = ["Loại", "Số"], hang = [["Nhận", "{{ tiep_nhan }}"], ["Quá hạn", 3]] } }]\n'
    files = [
        BASE.replace("tiep_nhan = 12", f"tiep_nhan = {n}").replace(
            "[noi_nhan]", f'[[muc]]\nnoi_dung = "Mục một."\n{"" if n % 3 else chart}[ket_thuc]\nnoi_dung = "Hết."\n[noi_nhan]'
        )
        for n in range(4, 16)
    ]
    made = same("", files)
    assert {result.status for result in made} == {job.READY}
    assert printed[True] > 3
    for n, result in enumerate(made, start=4):
        assert figures(result.docx) == ([] if n % 3 else [([n, 3],) * 2])


def test_each_notice_has_its_pictures(tmp_path, printed):
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.png").write_bytes(png(60, 90))
    shown = '[[muc]]\nnoi_dung = "Ảnh chụp tại {{ don_vi.ten }}:"\nhinh = [{ tep = "a.png", be_rong = 90, mo_ta = "Ảnh {{ don_vi.ten }}" }]\n[ket_thuc]\nnoi_dung = "Hết."\n'
    base = BASE.replace("[noi_nhan]", f"{shown}[noi_nhan]")
    rows = [{"don_vi.ten": f"xã {n}"} for n in range(4)] + [{"don_vi.ten": f"xã {n}", "muc.1.hinh.1.tep": "ab"[n % 2] + ".png"} for n in range(4)]
    made = same(base, rows, folder=tmp_path)
    assert {result.status for result in made} == {job.READY}
    assert printed[True] == 0
    for row, result in zip(rows, made, strict=True):
        parts = unpacked(result.docx)
        assert f'descr="Ảnh {row["don_vi.ten"]}"' in parts[DOCUMENT].decode()
        picture = (tmp_path / row.get("muc.1.hinh.1.tep", "a.png")).read_bytes()
        assert [data for name, data in parts.items() if name.startswith("word/media/")] == [picture]


# --- random common files and tables ---------------------------------------------------------------------

FIGURES = {"tiep_nhan": 1250, "da_giai_quyet": 1238, "qua_han": 9, "ty_trong": 12.5, "ghi_chu": "không có", "ten_la": "Lê Văn C"}
CODES = [
    "tiep_nhan", "qua_han", "ghi_chu", "don_vi.ten", "don_vi.ten | upper", "qua_han | ty_le(tiep_nhan)", "tong", "so_lieu.tiep_nhan",
    "tiep_nhan - qua_han", "ty_trong", "van_ban.so", "van_ban.ngay", "co_quan.ten", "ten_la", "qua_han | bang_chu", "'nhiều' if qua_han > 5 else 'ít'",
    "da_giai_quyet | ty_le(tiep_nhan)", "van_ban.so_ky_hieu", "don_vi.tinh",
]  # fmt: skip
CELLS = {
    "don_vi.ten": UNITS, "don_vi.ma": ["19777", "00004", "", "999", "07"], "van_ban.so": [5, 12, "tu-dong", 31, 0, "a"], "so_lieu.ten_la": ["Trần Thị D", "ông K", "**E**", 5, ""],
    "so_lieu.tiep_nhan": [1250, 2000000, 15, 0, "1.250", 12.5, "ba"], "so_lieu.qua_han": [0, 3, 7, 300, -2], "so_lieu.da_giai_quyet": [0, 4, 1238],
    "so_lieu.moi": [1, 300, "hai"], "van_ban.khan": ["khẩn", ""], "van_ban.trich_yeu": ["Kết luận tại {{ don_vi.ten }}", "Về việc khác", "{{ khong_co }}"],
    "van_ban.ngay": ["2026-10-05", "6/10/2026", "2030-01-01"], "muc.1.noi_dung": ["Một dòng khác.", "Có {{ qua_han }} hồ sơ, **gấp**.", "a\nb"],
    "ky.ho_ten": ["Trần Thị B", "Lê C"], "ky.chuc_vu": ["Phó Chủ tịch", "Phó Chủ tịch", "Chủ tịch"], "noi_nhan.luu": ["VT", "Lưu: VT, NV"], "ket_thuc.noi_dung": ["Hết./.", "Kính đề nghị {{ don_vi.ten }} thực hiện"],
    "mo_dau.noi_dung": ["Mở đầu {{ tiep_nhan }}."],
}  # fmt: skip


PLAIN = {"mau", "viet_tat", "ho_ten", "danh_so", "khan", "cap", "ngay", "so", "don_vi_soan", "nguoi_soan", "dia_danh", "cot", "don_vi_tinh"}


def sprinkled(made, part, share):
    """Return *part* with expressions behind some of its texts."""
    if isinstance(part, dict):
        return {key: value if key in PLAIN else sprinkled(made, value, share) for key, value in part.items()}
    if isinstance(part, list):
        return type(part)(sprinkled(made, each, share) for each in part)
    if isinstance(part, str) and part and made.random.random() < share:
        return f"{part.rstrip('.;:, ')} {{{{ {made.random.choice(CODES)} }}}}{made.random.choice(['', '', '.', ' **gấp**', ' hồ sơ, 3/4 đạt 75%'])}"
    return part


def mailing(seed):
    """Return a common file and rows, the same for the same seed."""
    made = Made(seed)
    random = made.random
    data = sprinkled(made, made.data, random.choice([0.05, 0.3, 0.6]))
    data["don_vi"] = {"ten": "xã Bình Tiến", "tinh": "thành phố Huế"}
    data["so_lieu"], data["so_lieu_tinh"] = FIGURES | random.choice([{}, {"moi": 0}]), {"tong": "tiep_nhan + qua_han"}
    data["kiem_tra"] = random.choice([[], [{"khong_am": ["tiep_nhan", "qua_han"]}], [{"dieu_kien": "qua_han <= tiep_nhan", "thong_bao": "Quá nhiều"}]])
    columns = ["don_vi.ten", *random.sample([*CELLS], random.randint(0, 5))]
    rows = []
    for _ in range(random.randint(3, 7)):
        filled = {column: random.choice(CELLS[column][: 2 if random.random() < 0.9 else None]) for column in columns if random.random() < 0.95}
        rows.append(filled)
    return document({key: value for key, value in data.items() if value != []}, {}), rows


@pytest.mark.parametrize("part", range(8))
def test_random_common_files_and_tables(part, printed):
    ready = refused = 0
    for seed in range(part, MAILINGS, 8):
        base, rows = mailing(seed)
        for result in same(base, rows, strict=seed % 16 == 0, name="{{ don_vi.ten | slug }}-{{ van_ban.so }}" if seed % 3 else ""):
            ready += result.status == job.READY
            refused += result.status == manifest.REFUSED
    assert ready > refused / 4, (ready, refused)
    assert printed[True] > ready / 4, (printed, ready)


# --- findings files that say much of what the one before says ---------------------------------------------

CHANGES = [  # of BASE, one after the other: what is typed, and what in its place
    ("so = 3", "so = 4"), ("qua_han = 3", "qua_han = 5"), ("qua_han = 3\n", ""), ("qua_han = 3", "qua_han = 3\nmoi = 1"),
    ("ghi_chu = \"không\"", "ghi_chu = \"của của\""), ('[don_vi]\nten = "xã Bình Tiến"', '[don_vi]\nten = "xã Hai"\nqua_han = 3'),
    ("[so_lieu]\ntiep_nhan = 12\nqua_han = 3\nghi_chu", "[don_vi.khac]\n[so_lieu]\nghi_chu"), ("[so_lieu]", "[so_lieuu]"),
    ("[noi_nhan]", "[la]\nla = 1\n[noi_nhan]"), ("[noi_nhan]", "[[muc]]\nnoi_dung = \"Một (hai.\"\n[noi_nhan]"),
    ("[noi_nhan]", "[[muc]]\nnoi_dung = \"Một (hai.\"\n[ket_thuc]\nnoi_dung = \"Hết).\"\n[noi_nhan]"), ("[noi_nhan]", "[ky]\n[noi_nhan]"),
    ("[noi_nhan]", "[[muc]]\nnoi_dung = \"\"\"\n[ky]\n\"\"\"\n[noi_nhan]"), ("luu = \"VT\"\n", ""), ("2026-03-05", "2026-03-06"),
    ("mau = \"thong-bao\"", "mau = \"bao-cao\""), ("[ky]", "[ky]\nquyen_hann = []"), ("[van_ban]", "[van_ban]\nkinh_gui = \"UBND xã\""),
    ("\"Chủ tịch\"", "\"Phó Chủ tịch\""), ("viet_tat = \"UBND\"\n", ""), ("[mo_dau]", "[van_ban.x]\n[mo_dau]"), ("[mo_dau]", "[so_lieu]\n[mo_dau]"),
]  # fmt: skip


def test_findings_files_each_changed_in_one_place():
    files = [BASE, BASE]
    for old, new in CHANGES:
        assert old in BASE
        changed = BASE.replace(old, new)
        files += [changed, changed.replace("so = 3", "so = 9"), BASE]
    made = same("", files)
    assert [result.status for result in made].count(job.READY) > len(files) / 2
    assert {result.status for result in made} == {job.READY, manifest.REFUSED}


def test_a_name_of_the_unit_is_none_of_a_figure():
    text = BASE[: BASE.index("[don_vi]")] + BASE[BASE.index("[van_ban]") :].replace("{{ don_vi.ten }}", "xã")
    figures = text[text.index("[so_lieu]") : text.index("[mo_dau]")]
    text = text.replace(figures, '[so_lieu]\nghi_chu = "không"\n').replace("{{ tiep_nhan }}", "12").replace("{{ qua_han }}", "3")
    one, other, again = same("", [text, text.replace("[so_lieu]", "[don_vi]"), text])
    assert (one.status, other.status, again.status) == (job.READY, manifest.REFUSED, job.READY)


def changed(random, text):
    """Return *text* with one line, or table, changed, gone, moved or of another file."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    heads = [n for n, line in enumerate(lines) if line.startswith("[")]
    way = random.randrange(6)
    if way == 0:
        lines[at] = re.sub(r"\d+", lambda _: str(random.randint(0, 400)), lines[at])
    elif way == 1:
        lines[at] = lines[at].replace('"', f'"{random.choice(["của của ", "xã Hai (", "**x ", "{{ qua_han }} ", ""])}', 1)
    elif way == 2:
        lines.insert(at, lines[other])
    elif way == 3:
        del lines[at]
    elif way == 4 and heads:
        start = random.choice(heads)
        end = next((n for n in heads if n > start), len(lines))
        lines[start:end], lines[:0] = [], lines[start:end] if random.random() < 0.3 else []
    else:
        lines.insert(at, random.choice(["[ky]", "[[muc]]", "[so_lieu]", "moi = 3", "so = 7", 'gui = ["Sở Nội vụ"]', "[muc.muc]", "# ghi chú"]))
    return "\n".join(lines)


@pytest.mark.parametrize("part", range(4))
def test_random_findings_files_changed_little_by_little(part):
    ready = 0
    for seed in range(part, MAILINGS, 4):
        base, _ = mailing(seed)
        random = Made(seed).random
        files = [base]
        for _ in range(8):
            files.append(changed(random, random.choice(files[-3:])))
        ready += [result.status for result in same("", files)].count(job.READY)
    assert ready > MAILINGS / 4


WRONG = {
    "so_lieu.ghi_chu": [[1, 2], True, "hai\ndòng", "  hai   khoảng  ", "a\u0300", "\u0007", {"a": 1}], "so_lieu.qua_han": [10**40, "12/TB", None, -0.5],
    "so_lieu.tiep_nhan": [1e400, ""], "don_vi.ten": [7, ["xã A", "xã B"], "xã A\nxã B", "UBND xã Hai"], "don_vi.tinh": ["tỉnh Không Có"],
    "van_ban.ngay": ["2026-13-01", 20260305], "van_ban.khan": ["gấp"], "ky.ho_ten": [5], "ky.la": ["thừa"], "la.la": ["thừa"],
}  # fmt: skip


@pytest.mark.parametrize("column", WRONG)
def test_what_is_wrong_in_one_row_is_told_of_that_row(column):
    wrong = WRONG[column]
    rows = [{"don_vi.ten": f"xã {n}", column: value} for n, value in enumerate([*wrong, *wrong], start=1)]
    plain = [{"don_vi.ten": "xã Ba"}, {"don_vi.ten": "xã Bốn"}]
    made = same(BASE, [*plain, *rows, *plain])
    assert {result.status for result in (*made[:2], *made[-2:])} == {job.READY}


@pytest.mark.usefixtures("two_decrees")
def test_rows_of_different_days_have_the_law_of_their_day():
    days = ["2026-12-30", "2027-03-01", "2026-12-31", "2027-03-02", "2026-11-02"]
    made = same(BASE.replace("ngay = 2026-03-05", "ngay = 2026-11-03"), [{"don_vi.ten": f"xã {day[-2:]}", "van_ban.ngay": day} for day in days])
    margins = [re.findall(r'w:bottom="(\d+)"', unpacked(result.docx)[DOCUMENT].decode())[0] for result in made]
    assert len({*margins[::2]}) == len({*margins[1::2]}) == 1
    assert margins[0] != margins[1]


def test_a_place_too_long_for_its_line_makes_the_head_smaller():
    places = ["Huế", "Thủ Đức", "Bà Rịa - Vũng Tàu và Côn Đảo", "Huế", "Bà Rịa - Vũng Tàu và Côn Đảo", "Thủ Đức"]
    made = same(BASE, [{"don_vi.ten": f"xã {n}", "van_ban.dia_danh": place} for n, place in enumerate(places)])
    assert {result.status for result in made} == {job.READY}
    sizes = [unpacked(result.docx)["word/styles.xml"] for result in made]
    assert sizes[0] == sizes[3] != sizes[2] == sizes[4]


# --- templates that look at what they print -------------------------------------------------------------

TAGS = [
    "{{ van_ban.dia_danh | upper }}", "{{ tiep_nhan }}", "{% if tiep_nhan %}{{ tiep_nhan }}{% else %}không{% endif %}",
    "{% if tiep_nhan > 3 %}nhiều{% else %}ít{% endif %}", "{{ don_vi.ten }}", "{{ don_vi.ten | length }}", "{{ moi | default('chưa có') }}",
    "{% if don_vi.ten == 'xã Bình Điền' %}A{% else %}B{% endif %}", "{{ qua_han if qua_han else 'không' }}", "{{ noi_nhan | join('; ') }}",
    "{{ noi_nhan | last }}", "{{ noi_nhan | length }}", "{% if (van_ban.be_rong | twips) == '5000' %}x{% else %}y{% endif %}",
    "{% for n in noi_nhan if n not in noi_nhan_duoi %}{{ n }}{% endfor %}", "{% if van_ban.trich_yeu is string %}có{% endif %}",
    "{{ van_ban.trich_yeu ~ '!' }}", "{{ tiep_nhan + 1 }}", "{{ tiep_nhan is defined }}", "{{ so_lieu.ghi_chu }}",
    "{% for k in so_lieu %}{{ k }}{% endfor %}", "{{ so_lieu.moi is defined }}", "{{ (van_ban.be_rong | twips) | length }}",
    "{% if 'Bình' in don_vi.ten %}A{% endif %}", "{{ don_vi.tinh | default('x') | upper }}", "{{ tiep_nhan or qua_han }}",
    "{{ van_ban.be_rong | indent_of(van_ban.duong_ke) }}", "{% if not qua_han %}không quá hạn{% endif %}", "{{ van_ban.trich_yeu | trim }}", "{{ [tiep_nhan, qua_han] | first }}", "{{ tai_lieu[0].noi_dung[0].chu }}",
]  # fmt: skip
BASE = """
phien_ban = 1
mau = "thong-bao"
[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Tiến"]
viet_tat = "UBND"
[don_vi]
ten = "xã Bình Tiến"
[van_ban]
so = 3
ngay = 2026-03-05
dia_danh = "Bình Tiến"
trich_yeu = "Kết luận kiểm tra tại {{ don_vi.ten }}"
[so_lieu]
tiep_nhan = 12
qua_han = 3
ghi_chu = "không"
[mo_dau]
noi_dung = "Tại {{ don_vi.ten }} có {{ tiep_nhan }} hồ sơ, quá hạn {{ qua_han }}, {{ ghi_chu }}."
[noi_nhan]
gui = ["UBND {{ don_vi.ten }}", "Sở Nội vụ"]
luu = "VT"
[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""
ROWS = [
    {"don_vi.ten": "xã Bình Điền", "so_lieu.tiep_nhan": 4, "so_lieu.qua_han": 1}, {"don_vi.ten": "phường An Cựu", "so_lieu.tiep_nhan": 2, "so_lieu.qua_han": 0},
    {"don_vi.ten": "xã Bình Điền", "so_lieu.tiep_nhan": 0, "so_lieu.qua_han": 0}, {"don_vi.ten": "xã Hai", "so_lieu.tiep_nhan": 5000, "so_lieu.qua_han": 7},
    {"don_vi.ten": "xã Ba", "so_lieu.moi": 3}, {"don_vi.ten": "xã **Tư**", "so_lieu.ghi_chu": "**gấp**"}, {"don_vi.ten": "xã Năm", "so_lieu.ghi_chu": "x"},
    {"don_vi.ten": UNITS[-1]}, {"don_vi.ten": f"{UNITS[-1]} và thêm mấy chữ"}, {"don_vi.ten": "xã Sáu", "so_lieu.moi": "hai"}, {"don_vi.ten": "xã Bảy", "so_lieu.tiep_nhan": 1.5},
]  # fmt: skip


def tagged(tag):
    """Return the Word file of a notice with *tag* behind its place name."""
    parts = unpacked(templates.find("thong-bao").docx)
    xml = parts[DOCUMENT].decode()
    assert xml.count("{{ van_ban.dia_danh }}") == 1
    parts[DOCUMENT] = xml.replace("{{ van_ban.dia_danh }}", "{{ van_ban.dia_danh }}" + tag.replace("<", "&lt;").replace(">", "&gt;")).encode()
    return packed(parts)


@pytest.mark.parametrize("tag", TAGS)
def test_a_template_that_looks_at_what_it_prints(tag):
    try:
        render.compiled(docx := tagged(tag), "mau.docx")
    except NoticeGenError:
        pytest.fail("the template cannot be read")
    same(BASE, ROWS, docx=("mau.docx", docx))
    same(BASE, [*reversed(ROWS)], docx=("mau.docx", docx))


def test_a_filter_that_takes_anything_is_given_no_hole(monkeypatch):
    common, _ = layers_of(BASE, [])
    used = replace(template_choice.template_of([common]), label="mau.docx", docx=tagged("{{ van_ban.dia_danh | slug }}"))
    made = issue.composed(issue.understood([template_choice.defaults(used), common], used, today=TODAY), today=TODAY)
    monkeypatch.setitem(made.placed.form.templates[DOCUMENT].environment.filters, "slug", lambda value: type(value).__name__)
    assert render.stencil(made.placed.form, made.context.page, [("van_ban", "thoi_gian")])
    with pytest.raises(Inspected):
        render.stencil(made.placed.form, made.context.page, [("van_ban", "dia_danh")])
