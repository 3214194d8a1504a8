"""Names in a paper against its issuer: what another place, agency or signer is told by, and honest papers that look like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notice_gen import issue
from notice_gen.vietnamese.don_vi import tat_ca
from notice_gen.vietnamese.ten_don_vi import cac_ten, cung_ten
from notice_gen.vietnamese.ten_nguoi import cac_nguoi, khac_nguoi
from tests.helpers.findings import TODAY, changed, sample
from tests.helpers.notices import SMALLEST

ISSUER, PLACE = 'ten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"', 'dia_danh = "Bình Điền"'
KY = 'quyen_han = "TM. Ủy ban nhân dân"\nchuc_vu = "Chủ tịch"'
SO = 'chu_quan = "UBND thành phố Huế"\nten = "Sở Nội vụ"\nviet_tat = "SNV"'
PROVINCE = ((ISSUER, SO), (KY, 'chuc_vu = "Giám đốc"'), (PLACE, 'dia_danh = "Huế"'))


def codes(text: str, today: date = TODAY, folder: Path = Path("/nonexistent")) -> list[str]:
    return [problem.code for problem in issue.issue(text.encode(), file="tep.toml", folder=folder, today=today).warnings]


def told(*changes: tuple[str, str]) -> list[str]:
    return codes(changed(SMALLEST, *changes))


def province(*changes: tuple[str, str]) -> list[str]:
    return told(*PROVINCE, *changes)


# --- names -----------------------------------------------------------------------------------------------


def test_every_commune_of_today_is_named_by_its_whole_name():
    units = tat_ca(TODAY)
    said = [f"UBND {unit.loai.lower()} {unit.ten_rieng}, {unit.tinh.ten}" for unit in units]
    said += [f"ỦY BAN NHÂN DÂN {unit.ten.upper()} NĂM 2026" for unit in units]
    names = [unit.ten_rieng for unit in units] * 2
    wrong = [text for text, name in zip(said, names, strict=True) if not any(cung_ten(one.ten, name) for one in cac_ten(text)[:1])]
    assert wrong == []


def test_joint_issuers_on_a_line_each_have_a_dash_between_them():
    joint = changed(SMALLEST, (ISSUER, 'ten = ["Sở Nội vụ", "Sở Tài chính"]\nviet_tat = "SNV-STC"'), (KY, 'co_quan = "Sở Nội vụ"\nchuc_vu = "Giám đốc"'))
    joint += '\n[[ky_lien_tich]]\nco_quan = "Sở Tài chính"\nchuc_vu = "Giám đốc"\nho_ten = "Trần Thị B"\n'
    issued = issue.issue(joint.encode(), file="tep.toml", folder=Path("/nonexistent"), today=TODAY)
    assert issued.context.page.co_quan.ten == ("SỞ NỘI VỤ -", "SỞ TÀI CHÍNH")


# --- the place -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Phú Vang", "Huế", "Bình Điên", "Binh Dien", "Xã Phú Vang"])
def test_the_place_of_a_commune_s_paper_is_the_commune(typed):
    assert told((PLACE, f'dia_danh = "{typed}"')) == ["dia_danh_khac_co_quan"]


@pytest.mark.parametrize("typed", ["Hà Tĩnh", "Nghệ An", "Thành phố Hồ Chí Minh", "Huê", "Vũng Áng", "Tràng Tiền"])
def test_the_place_of_a_province_s_agency_is_not_another_province(typed):
    assert province(('dia_danh = "Huế"', f'dia_danh = "{typed}"')) == ["dia_danh_khac_co_quan"]


@pytest.mark.parametrize("typed", ["Huế", "Thuận Hóa", "Phú Xuân", "Bình Điền", "Thuận Hoá", "A"])
def test_an_agency_may_have_its_seat_in_a_commune_of_its_province(typed):
    assert province(('dia_danh = "Huế"', f'dia_danh = "{typed}"')) == []


@pytest.mark.parametrize(
    "co_quan",
    ['ten = "Cục Văn thư và Lưu trữ nhà nước"\nviet_tat = "VTLTNN"', 'chu_quan = "Bộ Nội vụ"\nten = "Văn phòng"\nviet_tat = "VP"', 'ten = "Trường Đại học Hà Tĩnh"\nviet_tat = "ĐHHT"'],
)
def test_where_no_name_tells_the_seat_any_place_may_be_it(co_quan):
    assert told((ISSUER, co_quan), (KY, 'chuc_vu = "Hiệu trưởng"' if "Trường" in co_quan else 'quyen_han = "TL. Bộ trưởng"\nchuc_vu = "Vụ trưởng"' if "Bộ" in co_quan else 'chuc_vu = "Cục trưởng"'), (PLACE, 'dia_danh = "Hà Nội"')) == []


@pytest.mark.parametrize("ten", ["Sở Nội vụ", "Văn phòng UBND tỉnh", "Phòng Kinh tế"])
@pytest.mark.parametrize(("typed", "expected"), [("Vinh", ["dia_danh_khong_co"]), ("Thành Vinh", []), ("Nghệ An", []), ("A", []), ("Xã X", [])])
def test_an_agency_without_a_place_in_its_name_is_still_at_some_place(ten, typed, expected):
    post = {"Sở": "Giám đốc", "Văn": "Chánh Văn phòng", "Phòng": "Trưởng phòng"}[ten.split()[0]]
    assert told((ISSUER, f'ten = "{ten}"\nviet_tat = "AB"'), (KY, f'chuc_vu = "{post}"'), (PLACE, f'dia_danh = "{typed}"')) == expected


def test_of_before_july_2025_a_province_is_not_asked_where_it_is():
    old = (('chu_quan = "UBND thành phố Huế"', 'chu_quan = "UBND tỉnh Thừa Thiên Huế"'), ("ngay = 2026-03-05", "ngay = 2024-06-12"))
    assert province(*old) == []


# --- symbol, authority, bases ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["UBND", "UBND-VP", "VP", "TTg", "BCĐ138", "CTUBND"])
def test_an_abbreviation_of_the_office_s_own_is_its_matter(typed):
    assert told(('viet_tat = "UBND"', f'viet_tat = "{typed}"')) == []


@pytest.mark.parametrize("typed", ["HĐND", "HDND", "SNV"])
def test_the_abbreviation_of_another_agency_is_told(typed):
    assert told(('viet_tat = "UBND"', f'viet_tat = "{typed}"')) == ["viet_tat_khac_co_quan"]


@pytest.mark.parametrize("ten", ["Sở Ngoại vụ", "Sở Nội vụ", "Văn phòng Sở Nội vụ"])
def test_letters_that_are_one_s_own_are_not_another_s(ten):
    assert province(('ten = "Sở Nội vụ"', f'ten = "{ten}"'), *([('chuc_vu = "Giám đốc"', 'chuc_vu = "Chánh Văn phòng"')] if "Văn" in ten else [])) == []


DECISION = sample("quyet-dinh")


def decision(base: str, tham_quyen: str = "Chủ tịch Ủy ban nhân dân xã Bình Điền") -> list[str]:
    text = changed(SMALLEST, ('mau = "thong-bao"', 'mau = "quyet-dinh"'), ('loai = "TB"', 'loai = "QĐ"'), (KY, 'chuc_vu = "Chủ tịch"'))
    text = changed(text, ("[ket_thuc]\nnoi_dung", f'[mo_dau]\ntham_quyen = "{tham_quyen}"\ncan_cu = ["{base}"]\n\n[[muc]]\nnoi_dung'))
    return [code for code in codes(text) if code != "trich_dan_nghi_sai"]


OTHER = "của Ủy ban nhân dân xã Phú Vang"


@pytest.mark.parametrize(
    "base",
    [
        f"Căn cứ Kế hoạch số 36/KH-UBND ngày 02 tháng 02 năm 2026 {OTHER} về chuyển đổi số", "Căn cứ Nghị quyết số 04/NQ-HĐND ngày 05 tháng 01 năm 2026 của HĐND phường Thuận Hóa",
        "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Phú Vang", f"Căn cứ Quy chế làm việc {OTHER}", "Xét đề nghị của Trưởng phòng Kinh tế xã Phú Vang",
    ],
)
def test_a_base_of_another_commune_is_told(base):
    assert decision(base) == ["can_cu_noi_khac"]


@pytest.mark.parametrize(
    "base",
    [
        f"Căn cứ Quyết định số 52/QĐ-UBND ngày 06 tháng 01 năm 2026 {OTHER} về việc điều động công chức", f"Căn cứ Công văn số 07/UBND-KT ngày 02 tháng 02 năm 2026 {OTHER} về việc phối hợp",
        "Căn cứ Kế hoạch số 36/KH-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân thành phố Huế", "Căn cứ Nghị quyết số 04/NQ-HĐND ngày 05 tháng 3 năm 2024 của Hội đồng nhân dân xã Bình Tiến",
        "Căn cứ Kế hoạch số 36/KH-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân xã về phát triển Hợp tác xã Thuận An", f"Căn cứ Biên bản làm việc ngày 02 tháng 02 năm 2026 với Phòng Kinh tế {OTHER[4:]}",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã Bình Điền", "Xét Đơn đề nghị của bà Trần Thị B, thường trú tại xã Phú Vang",
    ],
)
def test_a_base_that_may_be_of_another_is_not(base):
    assert decision(base) == []


@pytest.mark.parametrize("typed", ["Chủ tịch Ủy ban nhân dân xã", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "Chủ tịch UBND xã Bình Điền, thành phố Huế"])
def test_an_authority_said_otherwise_is_the_issuer_s(typed):
    assert decision("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", typed) == []


# --- addressees ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "UBND các xã, phường", "UBND xã Bình Điền", "UBND phường Thuận Hóa", "Ủy ban nhân dân xã Tân Tiến, tỉnh Đồng Nai", "Hợp tác xã Nông nghiệp Cửa Tunk", "Các xã: Bình Điền, Phú Vang", "Xã A",
        "Bảo hiểm xã hội cơ sở Phú Xuân", "Trạm Y tế xã Bình Điền", "Tỉnh ủy, Thành ủy", "Công an phường Phú Xuân thành phố Huế", "Đảng ủy xã Chân Mây - Lăng Cô", "UBND xã Bình Điền - thành phố Huế",
        "Phòng Văn hóa - Xã hội", "Trưởng thôn Đông Hòa, xã Bình Điền", "{{ don_vi.ten }}", "UBND xã Bình Tiến (cũ)", "UBND xã Phú Xuân, tỉnh Đắk Lắk", "UBND xã A Lưới 1", "UBND xã Quảng Châu",
    ],
)
def test_addressees_that_there_are(line):
    said = told(('gui = ["Các thôn"]', f'gui = ["{line}"]'), ("[van_ban]", '[don_vi]\nten = "thôn Một"\n\n[van_ban]'))
    assert said == ([] if "cũ" not in line else ["don_vi_khong_co"])


@pytest.mark.parametrize("line", ["UBND xã Cửa Tunk", "UBND phường Bình Điền", "Đảng ủy, UBND xã Bình Điên (để b/c)", "Công an xã Thuận Hóa", "UBND xã Phú Xuân"])
def test_addressees_that_there_are_not(line):
    said = told(('gui = ["Các thôn"]', f'gui = ["{line}"]'))
    assert said == ["don_vi_khong_co"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("UBND tỉnh Thừa Thiên Huế", ["tinh_khong_dung_ngay"]), ("UBND phường Tây Lộc", ["don_vi_khong_co"]), ("UBND huyện A Lưới", ["don_vi_khong_con"]),
        ("UBND xã Vinh Hưng, tỉnh Thừa Thiên Huế", ["don_vi_khong_co", "tinh_khong_dung_ngay"]), ("UBND thị trấn Sịa", ["don_vi_khong_con"]),
    ],
)  # fmt: skip
def test_a_unit_that_is_gone_is_told_once_at_its_place(line, expected):
    assert sorted(told(('gui = ["Các thôn"]', f'gui = ["{line}"]'))) == expected


def test_a_unit_of_the_office_s_own_list_is_one():
    own = '\n[[don_vi_rieng]]\nma = "99999"\nten = "xã Cửa Tunk"\n'
    assert codes(changed(SMALLEST, ('gui = ["Các thôn"]', 'gui = ["UBND xã Cửa Tunk"]')) + own) == []


LETTER = changed(
    SMALLEST, ('mau = "thong-bao"', 'mau = "cong-van"'), ('loai = "TB"', 'don_vi_soan = "VX"'), ('trich_yeu = "Kết', 'kinh_gui = "Các thôn"\ntrich_yeu = "Kết'),
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ủy ban nhân dân xã Bình Điền", True), ("UBND xã Bình Điền;", True), ("UBND xã", True), ("Ủy ban nhân dân xã Bình Điền, thành phố Huế", False), ("Chủ tịch Ủy ban nhân dân xã", False),
        ("Hội đồng nhân dân xã Bình Điền", False), ("Ủy ban nhân dân thành phố Huế", False), ("Ủy ban nhân dân xã Phú Vang", False), ("Ủy ban nhân dân các xã", False),
    ],
)
def test_a_letter_is_not_sent_to_its_issuer(line, said):
    assert codes(changed(LETTER, ('kinh_gui = "Các thôn"', f'kinh_gui = "{line}"'))) == (["gui_chinh_minh"] if said else [])


# --- the date --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("so", "ngay", "said"),
    [
        ("so = 12\n", "2026-12-24", []), ("so = 12\n", "2026-12-25", ["ngay_xa_hom_nay"]), ("so = 12\n", "2027-03-05", ["ngay_xa_hom_nay"]), ("", "2027-11-24", []), ("", "2027-11-25", ["ngay_xa_hom_nay"]),
        ("so = 12\n", "2025-03-05", []),
    ],
)
def test_a_paper_with_a_number_is_not_dated_far_ahead(so, ngay, said):
    assert told(("so = 12\n", so), ("2026-03-05", ngay)) == said


# --- who signs -------------------------------------------------------------------------------------------

OFFICE = """\
[ky]
quyen_han = "TM. Ủy ban nhân dân"
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"

[[nguoi_ky]]
ma = "pct"
quyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
chuc_vu = "Phó Chủ tịch"
ho_ten = "Trần Thị B"
"""
HALF = '[ky]\nho_ten = "Lê Văn C"\n'


@pytest.mark.parametrize(
    ("ky", "said"),
    [
        ("", []), ('[ky]\nnguoi_ky = "pct"\n', []), (HALF, ["nguoi_ky_lan_lon"]), ('[ky]\nnguoi_ky = "pct"\nho_ten = "Lê Văn C"\n', ["nguoi_ky_lan_lon"]),
        ('[ky]\nho_ten = "Nguyễn Văn A"\n', []), ('[ky]\nchuc_vu = "Chủ tịch Ủy ban nhân dân xã"\n', []), ('[ky]\nchuc_vu = "Q. Chủ tịch"\n', []),
        ('[ky]\nquyen_han = "TM. Ủy ban nhân dân"\nchuc_vu = "Chủ tịch"\nho_ten = "Lê Văn C"\n', ["nguoi_ky_lan_lon"]),
        ('[ky]\nquyen_han = "TM. Ủy ban nhân dân"\nchuc_vu = "Chủ tịch"\nho_ten = "Trần Thị B"\n', ["nguoi_ky_lan_lon"]),
        ('[ky]\nquyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]\nchuc_vu = "Phó Chủ tịch"\nho_ten = "Nguyễn Văn A"\n', ["nguoi_ky_lan_lon"]),
        ('[ky]\nquyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]\nchuc_vu = "Phó Chủ tịch"\nho_ten = "Lê Văn C"\n', []),
        ('[ky]\nquyen_han = "TL. Chủ tịch"\nchuc_vu = "Trưởng phòng"\nho_ten = "Lê Văn C"\n', []),
    ],
)
def test_post_and_name_are_of_one_signer(ky, said, tmp_path):
    (tmp_path / "notice-gen.toml").write_text(OFFICE, "utf-8")
    text = changed(SMALLEST[: SMALLEST.index("[ky]")], ("2026-03-05", "2026-11-20")) + ky
    assert codes(text, folder=tmp_path) == said


@pytest.mark.parametrize("co_quan", ["", '[co_quan]\nten = ["Ủy ban nhân dân", "xã Phú Vang"]\nviet_tat = "UBND"\n'])
def test_a_paper_of_long_ago_or_of_another_agency_had_other_signers(co_quan, tmp_path):
    (tmp_path / "notice-gen.toml").write_text(OFFICE + (co_quan and '[van_ban]\ndia_danh = "Phú Vang"\n' + co_quan), "utf-8")
    text = changed(SMALLEST, ('"Nguyễn Văn A"', '"Lê Văn C"'), ("2026-03-05", "2026-11-20" if co_quan else "2025-11-20"))
    assert codes(text, folder=tmp_path) == []


# --- names in texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("UBND xã Bình Điền, thành phố Huế", ["Bình Điền", "Huế"]), ("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", ["BÌNH ĐIỀN"]), ("PHÒNG VĂN HÓA - XÃ HỘI", []), ("thị xã Hương Trà", []), ("TỈNH ỦY NGHỆ AN", []),
        ("phường Văn Miếu - Quốc Tử Giám", ["Văn Miếu - Quốc Tử Giám"]), ("Phường 3", ["3"]), ("TP. Huế", ["Huế"]), ("xã, phường", []), ("Chủ tịch xã", []), ("xã Hội Sơn", ["Hội Sơn"]), ("", []),
    ],
)
def test_units_are_found_by_their_kind(text, named):
    assert [one.ten for one in cac_ten(text)] == named


def test_one_name_has_several_spellings():
    assert cung_ten("HOÀ BÌNH", "Hòa Bình")
    assert cung_ten("Bình Điền - Huế", "Bình Điền")
    assert not cung_ten("Bình Điền", "Bình Điên")


def test_persons_are_found_by_how_they_are_addressed():
    assert cac_nguoi("Giới thiệu ông Lê Văn C, Chuyên viên") == ["Lê Văn C"]
    assert cac_nguoi("ông Chánh Văn phòng; bà con; Bà Trần Thị B") == ["Trần Thị B"]
    assert khac_nguoi("Cử ông Lê Văn C", "Cử bà Trần Thị B")
    assert not khac_nguoi("Cử ông Lê Văn C", "Cử công chức đi tập huấn")
    assert not khac_nguoi("Cử ông Lê Văn C và bà Trần Thị B", "Cử bà Trần Thị B")


# --- copies ----------------------------------------------------------------------------------------------

COPY = """
[ban_sao]
hinh_thuc = "trích sao"
so = 5
ngay = 2026-11-22

[ban_sao.noi_nhan]
gui = ["Phòng Kinh tế"]
luu = "VT"

[ban_sao.ky]
quyen_han = ["TL. Chủ tịch"]
chuc_vu = "Chánh Văn phòng"
ho_ten = "Trần Thị B"
"""
OTHER = '[ban_sao.co_quan]\nten = ["Ủy ban nhân dân", "xã Phú Vang"]\nviet_tat = "UBND"\n\n[ban_sao.noi_nhan]'


def copied(*changes: tuple[str, str], folder: Path = Path("/nonexistent")) -> list[tuple[str, str]]:
    text = SMALLEST + changed(COPY, *changes)
    warnings = issue.issue(text.encode(), file="tep.toml", folder=folder, today=TODAY).warnings
    return [(problem.code, ".".join(map(str, problem.path))) for problem in warnings]


def test_an_honest_copy_is_quiet():
    assert copied() == []
    assert copied(("[ban_sao.noi_nhan]", OTHER), ("so = 5", 'so = 5\ndia_danh = "Phú Vang"')) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([('"Trần Thị B"', '"TRẦN THỊ B"')], ("ho_ten_viet_hoa", "ban_sao.ky.ho_ten")),
        ([('"Chánh Văn phòng"', '"Trưởng Công an xã"')], ("ngoai_co_cau", "ban_sao.ky.chuc_vu")),
        ([('"Chánh Văn phòng"', '"Chánh Văn phòng UBND xã Phú Vang"')], ("chuc_vu_noi_khac", "ban_sao.ky.chuc_vu")),
        ([('"TL. Chủ tịch"', '"TL. Chủ tịch UBND xã Phú Vang"')], ("chuc_vu_noi_khac", "ban_sao.ky.quyen_han.0")),
        ([("so = 5", 'so = 5\ndia_danh = "Phú Vang"')], ("dia_danh_khac_co_quan", "ban_sao.dia_danh")),
        ([("[ban_sao.noi_nhan]", OTHER)], ("dia_danh_khac_co_quan", "ban_sao")),
        ([("[ban_sao.noi_nhan]", OTHER.replace("UBND", "HĐND")), ("so = 5", 'so = 5\ndia_danh = "Phú Vang"')],
         ("viet_tat_khac_co_quan", "ban_sao.co_quan.viet_tat")),
        ([("[ban_sao.noi_nhan]", OTHER.replace("UBND", "ubnd")), ("so = 5", 'so = 5\ndia_danh = "Phú Vang"')],
         ("viet_tat_chu_thuong", "ban_sao.co_quan.viet_tat")),
        ([('["Phòng Kinh tế"]', '["Phòng Kinh tế", "Phòng Kinh tế"]')], ("noi_nhan_trung", "ban_sao.noi_nhan.gui.1")),
        ([('["Phòng Kinh tế"]', '["UBND xã Bình Điềng"]')], ("don_vi_khong_co", "ban_sao.noi_nhan.gui.0")),
        ([("so = 5", 'so = 5\ndia_danh = "bình Điền"')], ("dia_danh_chu_thuong", "ban_sao.dia_danh")),
    ],
)  # fmt: skip
def test_a_copy_is_judged_as_a_paper_is(changes, expected):
    assert copied(*changes) == [expected]


def test_who_signs_a_copy_is_looked_for_among_the_office_s_signers(tmp_path):
    (tmp_path / "notice-gen.toml").write_text(
        '[[nguoi_ky]]\nma = "cvp"\nquyen_han = ["TL. Chủ tịch"]\nchuc_vu = "Chánh Văn phòng"\nho_ten = "Lê Văn C"\n', "utf-8"
    )
    assert copied(folder=tmp_path) == [("nguoi_ky_lan_lon", "ban_sao.ky.ho_ten")]
    assert copied(('"Trần Thị B"', '"Lê Văn C"'), folder=tmp_path) == []
