"""``notice-gen new --from``: number, date, figures and deadlines emptied; words, comments and layout kept; old years told."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from notice_gen import templates
from notice_gen.cli import cmd_new
from notice_gen.cli.main import run

LAST = """#:schema notice-gen.schema.json
# Của Văn phòng. Chạy: notice-gen render kl-2025.toml
phien_ban = 1
mau = "thong-bao"

[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"

[van_ban]
so = 12                                   # số của văn thư
ngay = 2025-03-05
dia_danh = "Bình Điền"
trich_yeu = "Kết luận kiểm tra năm 2025"

[so_lieu]   # lấy ở báo cáo tháng
tiep_nhan = 1_250                         # hồ sơ
ty_le = 98.5
dat = "98,5%"
han_bao_cao = 2025-12-15
han_chu = "15/12/2025"
lop = "lớp A"

[mo_dau]
can_cu = ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Căn cứ Kế hoạch số 5/KH-UBND năm 2025"]
noi_dung = "Đã tiếp nhận {{ tiep_nhan }} hồ sơ; so với năm 2024 tăng."

[[muc]]
tieu_de = "Kết quả"
phat_hien = [
  { ma = "A1", noi_dung = "Còn hồ sơ quá hạn", han = 2025-12-15 },   # nhắc lại
  { han = 2025-11-15, noi_dung = "Trạm Y tế xây năm 2004" },
]
[[muc.bang]]
cot = ["TT", "Thôn", "Hồ sơ", "Tỷ lệ"]
rong = [1, 4, 2, 2]
hang = [
  [1, "Một", 1250, "98,5%"],              # xem sổ
  [2, "Hai", "1.350", "{{ ty_le }}"],
]

[ket_thuc]
noi_dung = "Báo cáo trước ngày 15 tháng 12 năm 2025"

[noi_nhan]
gui = ["Như trên"]
luu = "VT"
so_ban = 20

[ky]
chuc_vu = "Chủ tịch"
ho_ten = "Lê Văn Cường"
"""


@pytest.fixture(autouse=True)
def _in_2026(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cmd_new, "today", lambda: date(2026, 11, 24))
    Path("kl-2025.toml").write_text(LAST, "utf-8")


def begun(capsys, *args: str) -> tuple[str, str]:
    assert run(["new", "--from", "kl-2025.toml", *args]) == 0
    out, err = capsys.readouterr()
    return Path(out.strip()).read_text("utf-8"), err


def test_what_is_of_the_year_is_emptied_and_the_words_are_kept(capsys):
    text, said = begun(capsys)
    old, new = tomllib.loads(LAST), tomllib.loads(text)
    assert new["van_ban"] == {"dia_danh": "Bình Điền", "trich_yeu": "Kết luận kiểm tra năm 2025"}
    assert new["so_lieu"] == {
        "tiep_nhan": "(ghi số)", "ty_le": "(ghi số)", "dat": "(ghi số)", "han_bao_cao": "(ghi ngày)", "han_chu": "(ghi ngày)", "lop": "lớp A",
    }  # fmt: skip
    assert new["muc"][0]["phat_hien"] == [{"ma": "A1", "noi_dung": "Còn hồ sơ quá hạn"}, {"noi_dung": "Trạm Y tế xây năm 2004"}]
    assert new["muc"][0]["bang"][0]["hang"] == [[1, "Một", "(ghi số)", "(ghi số)"], [2, "Hai", "(ghi số)", "{{ ty_le }}"]]
    for table in ("co_quan", "mo_dau", "ket_thuc", "noi_nhan", "ky"):
        assert new[table] == old[table]
    assert "3 ô trong bảng" in said
    assert "van_ban.so, van_ban.ngay, so_lieu.tiep_nhan" in said


def test_comments_and_layout_stay(capsys):
    text, _ = begun(capsys)
    old, new = LAST.split("\n"), text.split("\n")
    assert len(old) == len(new)
    assert new[10].startswith("# so =")
    assert new[10].index("# số của văn thư") == old[10].index("# số của văn thư")
    assert "# lấy ở báo cáo tháng" in text
    assert "# nhắc lại" in text
    assert "# xem sổ" in text
    changed = [n for n, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    assert [new[n].split("=")[0].strip("# ") for n in changed][:3] == ["Của Văn phòng. Chạy: notice-gen render kl-2026.toml", "so", "ngay"]


def test_old_years_in_the_words_are_told_at_their_places_and_those_of_laws_are_not(capsys):
    _, said = begun(capsys)
    told = [line for line in said.splitlines() if "Lời văn còn năm" in line]
    assert [line.partition(": cảnh báo")[0].split(":")[:2] for line in told] == [["kl-2026.toml", n] for n in ("14", "25", "26", "43")]
    assert "gõ 2026; đúng là năm 2025 thì để nguyên" in said
    assert "gõ 2025; đúng là năm 2024 thì để nguyên" in said
    assert "Luật Tổ chức" not in "".join(told)


TYPED = {
    "Lĩnh vực đất đai: 03 hồ sơ": True, "đạt 98,5%": True, "850 m đường": True, "cử 02 người": True, "Kinh phí 1.250.000 đồng": True,
    "theo Điều 5 và khoản 2 Mục 3": False, "Kế hoạch số 5/KH-UBND": False, "quý 3 năm 2026": False, "Quyết định số 12/QĐ-UBND ngày 05 tháng 3": False,
    "Phụ lục 1": False, "lần thứ 5": False, "từ cấp III trở lên": False, "ngày 15/12": False,
}  # fmt: skip


@pytest.mark.parametrize("words", TYPED)
def test_figures_typed_in_the_words_are_told_by_their_lines(words, capsys):
    Path("kl-2025.toml").write_text(LAST.replace("Còn hồ sơ quá hạn", words), "utf-8")
    assert ("xem lại ở dòng: 31." in begun(capsys)[1]) is TYPED[words]


def test_the_new_paper_is_a_draft_that_asks_for_its_figures(capsys):
    begun(capsys)
    assert run(["render", "kl-2026.toml"]) == 0  # nothing is worked out of them: the draft shows what is to be filled in
    text = Path("kl-2026.toml").read_text("utf-8").replace("# so =   ", "so = 3  ").replace("# ngay =", "ngay = 2026-03-05")
    Path("kl-2026.toml").write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["render", "kl-2026.toml"]) == 3
    said = capsys.readouterr().err
    for place in ("17:", "18:", "19:", "20:", "21:", "38:", "39:"):
        assert f"kl-2026.toml:{place}" in said
    assert "tiep_nhan = 125" in said


def test_a_figure_that_is_not_filled_in_is_told_where_something_is_worked_out_of_it(capsys):
    Path("kl-2025.toml").write_text(LAST.replace("{{ tiep_nhan }} hồ sơ", "{{ tiep_nhan + 1 }} hồ sơ"), "utf-8")
    begun(capsys)
    assert run(["render", "kl-2026.toml"]) == 3
    assert "kl-2026.toml:17:13: lỗi: Số liệu “tiep_nhan” chưa điền: (ghi số)." in capsys.readouterr().err


NAMES = {"kl-2025.toml": "kl-2026.toml", "kl.toml": "kl-2026.toml", "2025/kl 2025 lần 2.toml": "2025/kl 2026 lần 2.toml"}


@pytest.mark.parametrize("name", NAMES)
def test_the_new_file_is_called_by_this_year(name, capsys):
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(LAST, "utf-8")
    assert run(["new", "--from", name]) == 0
    assert Path(capsys.readouterr().out.strip()) == Path(NAMES[name])
    assert Path(name).read_text("utf-8") == LAST


def test_last_year_s_file_is_never_written_over(capsys):
    assert run(["new", "--from", "kl-2025.toml", "-o", "kl-2025.toml", "--if-exists", "overwrite"]) == 2
    assert "trùng tên" in capsys.readouterr().err
    Path("kl-2026.toml").write_text("# của tôi", "utf-8")
    assert run(["new", "--from", "kl-2025.toml"]) == 4
    assert Path("kl-2026.toml").read_text("utf-8") == "# của tôi"
    assert Path("kl-2025.toml").read_text("utf-8") == LAST


@pytest.mark.parametrize("head", [
    'van_ban = { so = 12, ngay = 2025-01-02, dia_danh = "A" }', 'van_ban = { dia_danh = "A", so = 12, ngay = 2025-01-02 }',
    'van_ban = { so = 12, dia_danh = "A", ngay = 2025-01-02 }', 'van_ban.so = 12\nvan_ban.ngay = 2025-01-02\nvan_ban.dia_danh = "A"',
    'van_ban = {so=12,ngay=2025-01-02,dia_danh="A"}', '"van_ban".so = "tu-dong"\nvan_ban.dia_danh = "A"',
])  # fmt: skip
def test_however_the_keys_are_written(head, capsys):
    Path("kl-2025.toml").write_text(f"phien_ban = 1\n{head}\nso_lieu = {{ a = 1, b = 2025-01-02 }}\n", "utf-8")
    new = tomllib.loads(begun(capsys)[0])
    assert new == {"phien_ban": 1, "van_ban": {"dia_danh": "A"}, "so_lieu": {"a": "(ghi số)", "b": "(ghi ngày)"}}


def test_a_file_of_windows_stays_one():
    Path("kl-2025.toml").write_bytes(b"\xef\xbb\xbf" + LAST.replace("\n", "\r\n").encode())
    assert run(["new", "--from", "kl-2025.toml"]) == 0
    data = Path("kl-2026.toml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == LAST.count("\n")


@pytest.mark.parametrize("mau", templates.names())
def test_every_sample_can_be_begun_anew(mau, capsys):
    Path("kl-2025.toml").write_text(templates.sample(mau), "utf-8")
    text, _ = begun(capsys, "-o", "moi.toml")
    assert tomllib.loads(text)["mau"] == mau


def test_to_the_standard_output(capsys):
    assert run(["new", "--from", "kl-2025.toml", "-o", "-"]) == 0
    assert tomllib.loads(capsys.readouterr().out)["so_lieu"]["ty_le"] == "(ghi số)"


REFUSED = [
    (["new", "QĐ", "--from", "kl-2025.toml"], 2, "bỏ MẪU “QĐ”"),
    (["new", "--from", "khong.toml"], 3, "Không tìm thấy tệp"),
    (["new", "--from", "hong.toml"], 3, "hong.toml:1:"),
    (["new", "--from", "kl-2025.toml", "-o", "x.docx"], 2, "phải có đuôi .toml"),
]


@pytest.mark.parametrize(("args", "code", "said"), REFUSED)
def test_what_cannot_be_begun_anew_is_told(args, code, said, capsys):
    Path("hong.toml").write_text('a = "x', "utf-8")
    before = sorted(Path().iterdir())
    assert run(args) == code
    assert said in capsys.readouterr().err
    assert sorted(Path().iterdir()) == before
