"""What a hint says to type, typed literally, is not refused at the same place: over forms, tables and kinds of values."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_gen.errors import NoticeGenError, Problem
from notice_gen.issue import issue
from tests.helpers.findings import TODAY, sample

# form, table, key, what is typed after "key = "
TYPED = [
    ("thong-bao", "[co_quan]", "viet_tat", "ubnd"), ("thong-bao", "[co_quan]", "viet_tat", '"ubnd"'), ("thong-bao", "[co_quan]", "viet_tat", "05"),
    ("thong-bao", "[co_quan]", "chu_quan", "UBND tỉnh X"), ("thong-bao", "[co_quan]", "chu_quan", '5'), ("thong-bao", "[co_quan]", "ten", "5"),
    ("cong-van", "[co_quan]", "dia_chi", "12/TB-UBND"), ("cong-van", "[co_quan]", "dia_chi", "0234 3000000"), ("cong-van", "[co_quan]", "dia_chi", '"a", "b"'),
    ("thong-bao", "[van_ban]", "so", '"12"'), ("thong-bao", "[van_ban]", "so", "012"), ("thong-bao", "[van_ban]", "so", "12/TB-UBND"),
    ("thong-bao", "[van_ban]", "so", "4,218"), ("thong-bao", "[van_ban]", "so", "12.5"), ("thong-bao", "[van_ban]", "so", "12 hồ sơ"),
    ("thong-bao", "[van_ban]", "so", '"12/TB-UBND"'), ("thong-bao", "[van_ban]", "ngay", '"ngày 05 tháng 11 năm 2026"'), ("thong-bao", "[van_ban]", "ngay", "5/11/2026"),
    ("thong-bao", "[van_ban]", "ngay", '"2026-11-5"'), ("thong-bao", "[van_ban]", "ngay", "05-11-2026,"), ("thong-bao", "[van_ban]", "ngay", '"05/11/2026 "'),
    ("thong-bao", "[van_ban]", "dia_danh", "hương trà"), ("thong-bao", "[van_ban]", "dia_danh", '["Hương Trà"]'), ("thong-bao", "[van_ban]", "dia_danh", '"xã Hương Trà"'),
    ("thong-bao", "[van_ban]", "khan", '"Hoả tốc"'), ("thong-bao", "[van_ban]", "khan", "KHẨN"), ("thong-bao", "[van_ban]", "luu_hanh", '"Lưu hành nội bộ"'),
    ("thong-bao", "[van_ban]", "trich_yeu", '5'), ("thong-bao", "[van_ban]", "trich_yeu", "Kết quả quý III"), ("thong-bao", "[van_ban]", "trich_yeu", "“Kết quả quý III”"),
    ("thong-bao", "[van_ban]", "trich_yeu", '["Kết quả", "quý III"]'), ("thong-bao", "[van_ban]", "trich_yeu", "98,7%"), ("thong-bao", "[van_ban]", "dien_tu", "Có"),
    ("cong-van", "[van_ban]", "kinh_gui", "Phòng Văn thư, Sở Nội vụ"), ("cong-van", "[van_ban]", "kinh_gui", "5/11/2026"), ("cong-van", "[van_ban]", "don_vi_soan", '["VP"]'),
    ("thong-bao", "[so_lieu]", "moi", "4,218"), ("thong-bao", "[so_lieu]", "moi", "1.250.000"), ("thong-bao", "[so_lieu]", "moi", "1.250,5"),
    ("thong-bao", "[so_lieu]", "moi", "012"), ("thong-bao", "[so_lieu]", "moi", "98,7%"), ("thong-bao", "[so_lieu]", "moi", "28/6/2026"),
    ("thong-bao", "[noi_nhan]", "luu", '["VT", "NV"]'), ("thong-bao", "[noi_nhan]", "luu", "VT, NV"), ("thong-bao", "[noi_nhan]", "so_ban", '"12 bản"'),
    ("thong-bao", "[noi_nhan]", "so_ban", "012"), ("thong-bao", "[noi_nhan]", "gui", '"Các thôn"'), ("thong-bao", "[noi_nhan]", "gui", "Các thôn"),
    ("thong-bao", "[noi_nhan]", "gui", '"Thôn Một", "Thôn Hai"'), ("thong-bao", "[noi_nhan]", "gui", "- Các thôn"), ("thong-bao", "[noi_nhan]", "nguoi_soan", "3"),
    ("thong-bao", "[ky]", "ho_ten", '["Nguyễn", "Văn B"]'), ("thong-bao", "[ky]", "ho_ten", '"Nguyễn Văn B'), ("thong-bao", "[ky]", "chuc_vu", "Chủ tịch"),
    ("giay-moi", "[giay_moi]", "thoi_gian", '"14h00, thứ 2 ngày 30/11/2026"'), ("giay-moi", "[giay_moi]", "thoi_gian", "14h00 30/11/2026"),
    ("giay-moi", "[giay_moi]", "thoi_gian", '"8 giờ 30 ngày 30 tháng 11 năm 2026"'), ("giay-moi", "[giay_moi]", "thoi_gian", '"2026-11-30 8h30"'),
    ("giay-moi", "[giay_moi]", "dia_diem", "Hội trường xã"), ("giay-moi", "[giay_moi]", "in_thu", "yes"), ("bien-ban", "[bien_ban]", "den_luc", '"11h30 02/12/2026"'),
    ("giay-nghi-phep", "[giay_nghi_phep]", "so_ngay", "6"), ("giay-nghi-phep", "[giay_nghi_phep]", "so_ngay", '"3 ngày"'), ("giay-nghi-phep", "[giay_nghi_phep]", "so_ngay", "05"),
    ("giay-nghi-phep", "[giay_nghi_phep]", "ngay_don", '"1/12/2026"'), ("giay-gioi-thieu", "[giay_gioi_thieu]", "den_ngay", "15.12.2026"),
    ("cong-dien", "[cong_dien]", "dien_toi", "Trưởng các thôn"), ("hop-dong", "[[ben]]", "ten", "5"), ("thu-cong", "[thu_cong]", "tieu_de", '["Thư", "khen"]'),
    ("thong-bao", "", "mau", '"Thông báo"'), ("thong-bao", "", "mau", "Thông báo"), ("thong-bao", "", "phien_ban", "2"), ("thong-bao", "", "phien_ban", '"1"'),
]  # fmt: skip
_ADVICE = re.compile(r"(?:Gõ|ví dụ|chỉ còn|dấu nháy thẳng): (?:(?P<key>\w+) = )?(?P<value>.+)", re.DOTALL)
_REMARK = re.compile(r" hoặc |, hoặc |; | / | \((?:không|khi|bỏ|lấy|trong|ngày|in) | nếu là | và để ")


def typed_in(text: str, table: str, key: str, raw: str) -> str:
    """*text* with ``key = raw`` as the only such line under the header *table*."""
    head, at, rest = text.partition(f"\n{table}" if table else "phien_ban = 1\n")
    assert at or not table, table
    if not table:
        return re.sub(rf"(?m)^{key} = .*$", lambda _: f"{key} = {raw}", text, count=1)
    own, below, others = rest.partition("\n[")
    own = re.sub(rf"(?m)^(?:# )?{key} = (?:\[\n(?:.*\n)*?\]|.*)\n?", "", own)
    line, _, more = own.partition("\n")
    return f"{head}{at}{line}\n{key} = {raw}\n{more}{below}{others}"


def told(text: str, tmp_path: Path) -> tuple[Problem, ...]:
    try:
        return issue(text.encode(), file="tep.toml", folder=tmp_path, today=TODAY).warnings
    except NoticeGenError as error:
        return error.problems


def at_the_key(problems: tuple[Problem, ...], key: str) -> list[Problem]:
    return [one for one in problems if one.place and re.match(rf"{key}\s*=", one.place.text) and one.code != "gia_tri_cua_tep_mau"]


def advised(problem: Problem) -> tuple[str, str]:
    match = _ADVICE.search(problem.hint_text())
    assert match, problem.hint_text()
    value = _REMARK.split(match["value"])[0]
    return match["key"] or "", value.removesuffix(".")


@pytest.mark.parametrize(("mau", "table", "key", "raw"), TYPED, ids=str)
def test_what_is_advised_is_not_told_of_again(mau, table, key, raw, tmp_path):
    text = sample(mau)
    faulty = typed_in(text, table, key, raw)
    problem, *others = at_the_key(told(faulty, tmp_path), key)
    assert others == []
    named, value = advised(problem)
    assert problem.place
    if named:
        assert named == key
        mended = typed_in(text, table, key, value)
    else:  # the piece under the caret alone
        lines, start = faulty.split("\n"), problem.place.column - 1
        line = lines[problem.place.line - 1]
        lines[problem.place.line - 1] = line[:start] + value + line[start + problem.place.width :]
        mended = "\n".join(lines)
    assert mended != faulty
    assert at_the_key(told(mended, tmp_path), key) == []


def test_a_key_out_of_place_is_told_beside_its_faulty_value(tmp_path):
    problems = at_the_key(told(typed_in(sample("thong-bao"), "[van_ban]", "kinh_gui", "Sở Nội vụ"), tmp_path), "kinh_gui")
    assert [one.text() for one in problems] == [
        "Thông báo không có chỗ cho “kinh_gui”: in ra sẽ mất nội dung.", "Chữ phải đặt trong dấu nháy kép; ở đây là: Sở Nội vụ",
    ]


@pytest.mark.parametrize(("raw", "message", "hint"), [
    ("4,5", "Phần thập phân viết sau dấu chấm, không phải dấu phẩy; ở đây là: 4,5", "Ghi một số nguyên, không có dấu nháy, không có phần lẻ: so_ngay = …"),
    ("true", "Cần một số nguyên, không phải true hay false.", "Gõ con số, không có dấu nháy; không dùng thì xóa dòng này."),
])  # fmt: skip
def test_a_fault_of_syntax_says_what_the_key_takes(raw, message, hint, tmp_path):
    (problem,) = at_the_key(told(typed_in(sample("giay-nghi-phep"), "[giay_nghi_phep]", "so_ngay", raw), tmp_path), "so_ngay")
    assert (problem.text(), problem.hint_text()) == (message, hint)
