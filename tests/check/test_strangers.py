"""What papers and forms of other offices taught: looks that are right though unusual, and faults that stand between such looks."""

from __future__ import annotations

import pytest

from notice_gen.check import rules
from notice_gen.vietnamese import loi_go
from tests.check.test_mutations import broken
from tests.helpers.docx import p, r
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH, doan, line
from tests.helpers.spoil import Change, after, drop, words
from tests.helpers.spoil import spoilt as docx

_SUBJECT, _DATE = "Kết quả kiểm tra công tác văn thư", "Huế, ngày 05 tháng 3 năm 2026"

SILENT: dict[str, tuple[bytes, Change, set[str]]] = {
    "spaces that do not break": (QUYET_DINH, words("thi hành Quyết định", "thi\u00a0hành Quyết\u00a0định"), set()),
    "a date to be filled in": (THONG_BAO, words(_DATE, "Huế, ngày …… tháng …… năm 2026"), {"DN08", "DN09", "DN10"}),
    "a line of recipients to be filled in": (THONG_BAO, words("- Lưu: VT, VP.", "- Lưu: ……"), {"NN08", "NN09", "NN12"}),
    "a basis below the addressees": (
        TO_TRINH, after("Kính gửi:", doan(r("- Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", "i"))), {"KG07", "KG08"},
    ),
    "boxes to tick below a subject": (
        THONG_BAO, after(_SUBJECT, line("□ Thông báo lần đầu □ Thông báo bổ sung", "sz=24")), {"TY02", "TY03"},
    ),
    "for whom it is, below a subject": (THONG_BAO, after(_SUBJECT, p(r("(Áp dụng đối với hộ gia đình)", "i"), jc="center")), {"TY03"}),
    "a field with what it is to hold": (
        THONG_BAO, after("2. Văn phòng Sở", doan("3. Danh sách các hộ nêu trên: kèm theo"), doan("Sở chờ kết quả.")), {"PC15"},
    ),
    "annexes of a paper without its number": (
        docx(THONG_BAO, words("Số: 15/TB-SNV", "Số: …/TB-…")), words("số 15/TB-SNV", "số .../TB-...", every=True), {"PL16"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_a_stranger_s_right_look_is_let_pass(name):
    paper, change, wrong = SILENT[name]
    said = codes(docx(paper, change))
    assert not said & wrong if wrong else said == set()


def codes(paper: bytes) -> set[str]:
    names = broken(paper)
    return {entry.rule.code for entry in rules.all_rules() if entry.rule.name in names}


FOUND = {
    "authority in small letters": (THONG_BAO, words("KT. GIÁM ĐỐC", "Kt. Giám đốc"), "KY03"),
    "a citation behind spaces that do not break": (
        THONG_BAO, words("Thực hiện Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026", "Thực hiện Kế\u00a0hoạch số\u00a008/KH-SNV"), "TD01",
    ),
    "a code in another paper's subject": (
        CONG_VAN, words("các cơ quan quan tâm, thực hiện", "các cơ quan thực hiện Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban"
        " nhân dân thành phố ban hành Kế hoạch thực hiện Nghị định số 30/2020/QĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"), "TD16",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_a_fault_among_them_is_found(name):
    paper, change, rule = FOUND[name]
    assert rule in codes(docx(paper, change))


def test_a_date_of_the_paper_named_above_is_not_this_paper_s():
    noted = docx(THONG_BAO, drop(_DATE), after("Độc lập", p("Ban hành kèm theo Thông tư số 119/2021/TT-BCA"), p("ngày 08/12/2021")))
    assert "DN01" in codes(noted)
    assert "DN10" not in codes(noted)


@pytest.mark.parametrize(
    "right",
    [
        "Nơi đó dễ vi phạm pháp luật.", "Tổ chức buổi sửa học sinh đọc sai.", "Hủy nhiệm vụ đã giao.",
        "Yêu cầu các đơn vị gửi báo cáo trước ngày 15/01/2099.",
    ],
)  # fmt: skip
def test_right_words_are_let_pass(right):
    rows = [row for row in loi_go.cac_dong() if row["ma"].startswith("CT")]
    assert [row["ma"] for row in rows for _ in loi_go.tim(row, right)] == []
