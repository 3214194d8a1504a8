"""What a paper says twice: in how many ways two places can be of one thing, and how alike two things may look."""

from __future__ import annotations

import pytest

from notice_gen.check import rules
from notice_gen.check.read import read
from tests.helpers.docx import p, table
from tests.helpers.notices import TODAY
from tests.helpers.paper import paper
from tests.helpers.papers import THONG_BAO
from tests.helpers.spoil import after, spoilt, words

_LINE = "2. Văn phòng Sở theo dõi việc thực hiện."
_ROWS = [["TT", "Xã", "Số hồ sơ"], ["1", "A", "300"], ["2", "B", "310"], ["", "Tổng cộng", "610"]]
_TABLE = table(*[[p(cell) for cell in row] for row in _ROWS], tblpr='<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>')
RULES = [entry for entry in rules.all_rules() if entry.rule.code.startswith("MT") or entry.rule.code == "TD21"]

TOLD = (
    ("MT01", "Kế hoạch số 08/KH-SNV ngày 19 tháng 01 năm 2026 của Sở Nội vụ được thực hiện."),
    ("MT01", "Theo Kế hoạch số 08/KH-SNV ngày 10/01/2026 của Sở Nội vụ."),
    ("MT02", "Theo Kế hoạch số 80/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ."),
    ("MT02", "Theo Quyết định số 766/QĐ-TTg ngày 23/6/2022. Thực hiện Quyết định số 776/QĐ-TTg ngày 23/6/2022."),
    ("MT02", "Theo Quyết định số 1204/QĐ-UBND ngày 23/6/2025. Thực hiện Quyết định số 124/QĐ-UBND ngày 23/6/2025."),
    ("MT03", "Danh sách tại Phụ lục III."),
    ("MT03", "Chi tiết theo phụ lục số 4 đính kèm."),
    ("MT03", "Chi tiết tại PL 05."),
    ("MT03", "Xem Phụ lục I, II, III kèm theo."),
    ("MT03", "Xem Phụ lục I và III."),
    ("MT03", "Xem các Phụ lục từ I đến IV."),
    ("MT03", "Xem Phụ lục I - III."),
    ("MT03", "Xem Phụ lục 1, 2 và 3 kèm theo."),
    ("MT03", "Theo mẫu tại Phụ lục III của Thông báo này."),
    ("MT01", "Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2025 của Sở Nội vụ được thực hiện."),
    ("MT02", "Theo Kế hoạch số 88/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ về kiểm tra công tác văn thư năm 2026."),
    ("TD21", "Theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Tài chính."),
    ("TD21", "Theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân thành phố."),
    ("MT04", "Tổng hồ sơ: 615 hồ sơ."),
    ("MT04", "Tổng số hồ sơ đã tiếp nhận 615 hồ sơ."),
    ("MT04", "Có tất cả 615 hồ sơ."),
    ("MT04", "Tổng số 615 hồ sơ đã tiếp nhận."),
    ("MT04", "Đã tiếp nhận tổng cộng 601 hồ sơ."),
    ("MT04", "Tổng số hồ sơ tiếp nhận là 615 hồ sơ."),
    ("MT04", "Tổng số hồ sơ: 615."),
    ("MT06", "Ông Nguyễn Văn B, Giám đốc Sở Nội vụ chủ trì. Ông Nguyễn Văn B, Phó Giám đốc Sở Nội vụ dự."),
    ("MT06", "Giao bà Trần Thị C, Trưởng phòng Tổ chức chủ trì; bà Trần Thị C - Phó Trưởng phòng Tổ chức phối hợp."),
    ("MT06", "Giao đồng chí Lê Văn D (Chánh Văn phòng Sở) chủ trì; đồng chí Lê Văn D, Phó Chánh Văn phòng Sở phối hợp."),
    ("MT06", "Chủ tịch UBND xã Bình Điền Lê Văn D chủ trì. Phó Chủ tịch UBND xã Bình Điền Lê Văn D dự."),
    ("MT06", "Ông Lê Văn D, Trưởng ban; ông Lê Văn D, Phó Trưởng ban."),
    ("MT06", "Thạc sĩ Lê Văn D, Giám đốc Sở Y tế dự; TS. Lê Văn D, Phó Giám đốc Sở Y tế phát biểu."),
    ("MT06", "Đồng chí Trưởng phòng Lê Văn D chủ trì, đồng chí Phó Trưởng phòng Lê Văn D dự."),
    ("MT06", "Phó Giám đốc Sở Nội vụ, ông Lê Văn D dự. Ông Lê Văn D, Giám đốc Sở Nội vụ chủ trì."),
    ("MT06", "Ông Nguyễn Văn A, Giám đốc Sở Nội vụ chủ trì."),  # who signs as a deputy
    ("MT07", "Theo Luật Lưu trữ ngày 11 tháng 11 năm 2011."),
    ("MT07", "Theo Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ."),
    ("MT07", "Theo Nghị định số 124/2014/NĐ-CP và Nghị định số 24/2014/NĐ-CP của Chính phủ."),
    ("MT07", "Thực hiện Luật Đất đai 2013 trên địa bàn."),
    ("MT07", "Thực hiện Luật Đất đai (2013) trên địa bàn."),
    ("MT07", "Theo Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025."),
    ("MT07", "Theo Luật Tổ chức chính quyền địa phương ngày 19/02/2025."),
    ("MT07", "Theo Luật Cán bộ công chức năm 2008."),
    ("MT07", "Áp dụng Bộ luật Lao động năm 2012."),
    ("MT07", "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13 đã được sửa đổi, bổ sung bởi Luật số 56/2024/QH15."),
    ("MT07", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật ấy ngày 22/11/2019."),
)
LET_PASS = (
    "Theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ thành phố.", "Theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của SNV.",
    "Theo Kế hoạch số 09/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ về kiểm tra công tác văn thư năm 2026.",
    "Xem Phụ lục I, II kèm theo.", "Xem Phụ lục III của Quy chế mẫu.", "Xem Phụ lục I đến II.", "Phụ lục I, 5 biểu.", "Phụ lục 2, 5 biểu.", "Tổng kết công tác năm 2026.", "Tổng hợp 615 ý kiến.",
    "Tất cả 615 hộ dân.", "Đồng chí Trưởng phòng Lê Văn D chủ trì, đồng chí Phó Trưởng phòng Lê Văn Em dự.", "Ông Lê Văn D, Trưởng ban; ông Lê Văn D, Phó Giám đốc Sở Nội vụ.",
    "Ông Lê Văn D, Giám đốc; ông Lê Văn D, Phó Giám đốc Sở Tài chính.",
    "Tổng số 610 hồ sơ.", "Có 2 xã, 610 hồ sơ.", "Tổng số hồ sơ: 610.", "Tổng số 12 văn bản.", "Danh sách tại Phụ lục II.",
    "Theo Quyết định số 12/QĐ-SNV ngày 23/02/2026. Thực hiện Quyết định số 13/QĐ-SNV ngày 23/02/2026.",
    "Bổ nhiệm chức vụ Trưởng phòng Nội vụ đối với ông Nguyễn Văn An, Phó Trưởng phòng Nội vụ.",
    "Mời Giám đốc Sở Nội vụ, ông Nguyễn Văn An, Phó Giám đốc Sở Nội vụ dự.",
    "Ông Lê Văn Dũng, Giám đốc Sở Nội vụ chủ trì; ông Lê Văn Dũng, Phó Giám đốc Sở Tài chính dự.",
    "Ông Lê Văn Dũng, Chủ tịch UBND xã Bình Điền; ông Lê Văn Dung, Phó Chủ tịch UBND xã Bình Điền.",
    "Ông Lê Văn Dũng, nguyên Giám đốc Sở Nội vụ; ông Lê Văn Dũng, Phó Giám đốc Sở Nội vụ.",
    "Chủ tịch UBND xã Lê Văn Dũng chủ trì; ông Lê Văn Dũng, Chủ tịch UBND xã báo cáo.", "Ông Nguyễn Văn A, Phó Giám đốc Sở Nội vụ chủ trì.",
    "Theo Luật Đất đai ngày 18 tháng 01 năm 2024.", "Theo Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.", "Theo Luật Tổ chức chính quyền địa phương năm 2025.",
    "Theo Luật Giáo dục năm 2019.", "Theo Luật Thanh tra năm 2025.",
    "Theo Luật Viên chức số 58/2010/QH12.",  # of a day before its successor's
    "Luật số 56/2024/QH15 sửa đổi Luật Ngân sách nhà nước số 83/2015/QH13.",
    "Căn cứ Nghị định số 170/2025/NĐ-CP thay thế Nghị định số 138/2020/NĐ-CP.", "Theo Luật Đầu tư công năm 2024.",
)  # fmt: skip


def told(text: str) -> list[str]:
    view = read(spoilt(THONG_BAO, after("Tổng hợp kết quả", _TABLE), words(_LINE, f"2. {text}")), TODAY)
    return [entry.rule.code for entry in RULES for _ in entry.faults(view)]


@pytest.mark.parametrize(("code", "text"), TOLD)
def test_what_is_said_twice_and_not_alike_is_told_once(code, text):
    assert told(text) == [code]


@pytest.mark.parametrize("text", LET_PASS)
def test_what_only_looks_so_is_let_pass(text):
    assert told(text) == []


def test_a_table_may_list_what_is_called_nearly_alike():
    own, other = "Trường Tiểu học Tân Hòa Bình", "Trường Tiểu học Tân Hóa Bình"
    text = [f"{own} báo cáo.", f"Giao {own} thực hiện."]
    [rule] = [entry for entry in RULES if entry.rule.code == "MT41"]
    assert [fault.span.text for fault in rule.faults(paper(*text, f"{other} phối hợp."))] == ["Hóa"]
    assert list(rule.faults(paper(*text, bang=[["TT", "Trường"], ["1", other], ["2", "Trường Tiểu học An Lộc"]]))) == []
