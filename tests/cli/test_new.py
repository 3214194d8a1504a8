"""``notice-gen new``: the office's own names and usual signer; blanks that a draft prints and a number refuses."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from notice_gen import blanks, templates
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.vietnamese import dia_danh
from tests.helpers.word import paragraphs

TODAY = date(2026, 11, 24)
WARD = """
[co_quan]
ten = ["Ủy ban nhân dân", "phường Thuận Hóa"]
viet_tat = "UBND"
[van_ban]
dia_danh = "Thuận Hóa"
[noi_nhan]
luu = "VT, VP"
[ky]
nguoi_ky = "pho"
[[nguoi_ky]]
ma = "chu-tich"
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Trần Thị Bình"
[[nguoi_ky]]
ma = "pho"
quyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
chuc_vu = "Phó Chủ tịch"
ho_ten = "Lê Văn Cường"
"""
DEPARTMENT = """
[co_quan]
chu_quan = "Ủy ban nhân dân tỉnh Nghệ An"
ten = "Sở Nội vụ"
viet_tat = "SNV"
[van_ban]
dia_danh = "Nghệ An"
[noi_nhan]
luu = "VT"
[ky]
chuc_vu = "Giám đốc"
ho_ten = "Lê Văn Cường"
"""
PROVINCE = WARD.replace("phường Thuận Hóa", "tỉnh Nghệ An").replace('"Thuận Hóa"', '"Nghệ An"')
OFFICES = {"none": "", "ward": WARD, "department": DEPARTMENT, "province": PROVINCE}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def begun(mau: str, office: str = "") -> str:
    if office:
        Path("notice-gen.toml").write_text(office, "utf-8")
    assert run(["new", mau]) == 0
    return Path(f"{mau}.toml").read_text("utf-8")


def begun_again(mau: str, office: str) -> str:
    Path(f"{mau}.toml").unlink()
    return begun(mau, office)


def numbered(text: str) -> str:
    return re.sub(r"(?m)^# ((?:so|ngay) = )", r"\1", text)


def refused(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        issue(numbered(text).encode(), file="x.toml", folder=Path(), today=TODAY)
    return [f"{problem} {problem.hint_text()}" for problem in caught.value.problems]


@pytest.mark.parametrize("mau", templates.names())
def test_a_place_is_bare_in_every_sample(mau):
    place = tomllib.loads(templates.sample(mau))["van_ban"].get("dia_danh")
    assert place is None or dia_danh.fault(place) is None


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("mau", templates.names())
def test_a_new_file_prints_as_a_draft_without_a_word(mau, office, capsys):
    begun(mau, OFFICES[office])
    capsys.readouterr()
    assert run(["render", f"{mau}.toml", "-o", "x.docx"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("mau", templates.names())
def test_without_settings_nothing_of_the_sample_s_agency_and_signer_is_left(mau, capsys):
    text = begun(mau)
    assert "notice-gen init" in capsys.readouterr().err
    own = tomllib.loads(text)
    assert not re.search(r'"Nguyễn Văn A"|"Trần Thị B"', "".join(line for line in text.splitlines() if line.startswith("ho_ten")))
    assert own["van_ban"].get("dia_danh", blanks.PLACE) == blanks.PLACE
    assert own["ky"]["ho_ten"] == blanks.NAME
    assert not re.search(r"\bxã A\b", "\n".join(line for line in text.splitlines() if not line.startswith("#")))


@pytest.mark.parametrize("mau", templates.names())
def test_blanks_are_refused_at_their_places_with_a_number(mau):
    said = refused(begun(mau))
    told = [one for one in said if "Còn chỗ chưa điền" in one]
    assert any("“(ghi họ tên)”" in one and 'ho_ten = "Nguyễn Văn A"' in one for one in told)
    assert all(re.match(r"x\.toml:\d+:\d+: ", one) for one in told)
    assert any("(ghi địa danh)" in one for one in told) or mau == "bien-ban"


def test_a_draft_shows_its_blanks():
    printed = "\n".join(paragraphs(issue(begun("thong-bao").encode(), file="x.toml", folder=Path(), today=TODAY).docx))
    assert "(ghi họ tên)" in printed
    assert "(ghi địa danh), ngày" in printed
    assert "(GHI TÊN XÃ)" in printed


BLANKS = [
    ("ho_ten", "(ghi họ tên)"), ("ho_ten", "(Ghi rõ họ tên)"), ("ho_ten", "(họ tên)"), ("ho_ten", "[họ và tên]"), ("ho_ten", "…"), ("ho_ten", "........"),
    ("ho_ten", "<điền tên>"), ("ho_ten", "Nguyễn Văn (ghi tên)"), ("ho_ten", "( ghi  họ tên )"), ("ho_ten", "_____"), ("chuc_vu", "(ghi chức vụ)"),
    ("dia_danh", "(ghi địa danh)"), ("dia_danh", "…"), ("dia_danh", "(điền xã)"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "blank"), BLANKS)
def test_other_spellings_of_a_blank_are_refused_with_a_number_too(key, blank):
    text = re.sub(rf'(?m)^{key} = "[^"]*"', f'{key} = "{blank}"', templates.sample("thong-bao"))
    assert any("Còn chỗ chưa điền" in one for one in refused(text))


@pytest.mark.parametrize(("blank", "typed"), [
    (blanks.FIGURE, "= 125"), (blanks.DAY, "= 2026-03-05"), (blanks.COMMUNE, '= "…"'), (f"xã {blanks.COMMUNE}", '= "…"'), ("( Ghi số )", "= 125"), ("tiếp nhận (ghi số) hồ sơ", '= "…"'),
])  # fmt: skip
def test_a_blank_among_the_figures_asks_for_what_it_stands_for(blank, typed):
    """A figure that is a text, the name of a place, is not to become a number."""
    told = [one for one in refused(templates.sample("thong-bao").replace("\ntiep_nhan = ", f'\nmoi = "{blank}"\ntiep_nhan = ')) if "Còn chỗ" in one]
    assert len(told) == 1
    assert f"ví dụ: moi {typed}." in told[0]


HONEST = [
    ('chuc_vu = "Chủ tịch"', 'chuc_vu = "Chủ tịch"\nchuc_vu_khac = "Trưởng ban (kiêm nhiệm)"'),
    ('noi_dung = "Bên cạnh', 'noi_dung = "Người dân ký (ghi rõ họ tên). Bên cạnh'),
    ("Đã niêm yết công khai", "Mẫu đơn có dòng (ghi họ tên), đã niêm yết công khai"),
    ('ten = "thôn Một"', 'ten = "thôn Một (khu A)"'),
    ('gui = ["', 'gui = ["Hội trường (ghi hình)", "'),
]


@pytest.mark.parametrize(("old", "new"), HONEST)
def test_brackets_that_may_be_meant_are_quiet(old, new):
    text = templates.sample("thong-bao")
    assert old in text
    issued = issue(numbered(text.replace(old, new, 1)).encode(), file="x.toml", folder=Path(), today=TODAY)
    assert issued.warnings == ()


@pytest.mark.parametrize("so", ["so = 12", 'so = "tu-dong"'])
def test_a_number_of_the_register_counts(so):
    text = begun("thong-bao").replace("# so = 12 ", f"{so} ").replace("# ngay = ", "ngay = ")
    with pytest.raises(InputError, match="Còn chỗ chưa điền"):
        issue(text.encode(), file="x.toml", folder=Path(), today=TODAY)


def test_a_paper_filled_in_gets_its_number():
    text = begun("thong-bao")
    for blank, value in ((blanks.NAME, "Lê Văn Cường"), (blanks.PLACE, "Bình Điền"), (f"xã {blanks.COMMUNE}", "xã Bình Điền"), (blanks.SUBJECT, "Kết luận kiểm tra việc giải quyết thủ tục hành chính tại {{ don_vi.ten }}")):
        text = text.replace(blank, value)
    assert issue(numbered(text).encode(), file="x.toml", folder=Path(), today=TODAY).warnings == ()


# --- an office that has its settings -------------------------------------------------------------------


def signature(text: str) -> list[str]:
    made = issue(text.encode(), file="x.toml", folder=Path(), today=TODAY).context.values["ky"]
    return [*made["quyen_han"], made["chuc_vu"], made["ho_ten"]]


@pytest.mark.parametrize("mau", ["thong-bao", "ke-hoach", "bao-cao", "cong-van", "giay-moi", "to-trinh", "sao-y"])
def test_the_usual_signer_signs_and_the_others_are_named(mau):
    text = begun(mau, WARD)
    assert signature(text) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Cường"]
    assert "người ký theo notice-gen.toml: Lê Văn Cường, Phó Chủ tịch" in text
    assert '# nguoi_ky = "chu-tich" ' in text
    assert signature(text.replace('# nguoi_ky = "chu-tich"', 'nguoi_ky = "chu-tich"'))[-1] == "Trần Thị Bình"


@pytest.mark.parametrize("mau", ["quyet-dinh", "chi-thi", "giay-uy-quyen", "thu-cong", "hop-dong"])
def test_what_the_head_signs_in_his_own_right_has_the_head_s_name(mau):
    assert begun(mau, WARD).count("Trần Thị Bình") >= 1
    assert signature(Path(f"{mau}.toml").read_text("utf-8"))[-1] == "Trần Thị Bình"


def test_a_party_to_a_contract_is_represented_by_who_signs():
    own = tomllib.loads(begun("hop-dong", DEPARTMENT))
    assert own["ben"][0]["ten"] == "Sở Nội vụ"
    assert own["ben"][0]["dai_dien"]["ho_ten"] == "Lê Văn Cường"
    assert own["ben"][0]["dai_dien"]["chuc_vu"] == "Giám đốc"
    assert own["ben"][1]["dai_dien"]["ho_ten"] == blanks.NAME
    assert any("(ghi số điện thoại)" in one for one in own["ben"][0]["thong_tin"])


def test_the_office_s_name_is_in_the_running_text_too():
    text = begun("thong-bao", WARD)
    assert "Ủy ban nhân dân phường Thuận Hóa thông báo kết luận" in text
    assert "các Phó Chủ tịch UBND phường" in text
    assert "xã A" not in text
    assert "Sở Nội vụ thông báo kết luận" in begun_again("thong-bao", DEPARTMENT)


def test_a_province_writes_to_no_commune_s_own_leaders():
    for mau in templates.names():
        own = "".join(line for line in begun(mau, PROVINCE).splitlines() if not line.startswith("#"))
        assert re.findall(r"(?:UBND|HĐND|nhân dân|Đảng ủy) xã(?! hội)", own) == [], mau
    assert "Thường trực Tỉnh ủy" in begun_again("cong-van", PROVINCE)


def test_words_that_only_hold_the_word_xa_stay():
    text = begun("chuong-trinh", WARD)
    assert "kinh tế - xã hội" in text
    assert "Văn hóa - Xã hội" in text


def test_a_council_of_the_same_commune_has_its_name(capsys):
    text = begun("nghi-quyet", WARD)
    assert "loại cơ quan khác" in capsys.readouterr().err
    assert tomllib.loads(text)["co_quan"]["ten"] == ["Hội đồng nhân dân", "phường Thuận Hóa"]
    assert tomllib.loads(text)["van_ban"]["dia_danh"] == "Thuận Hóa"


def test_copies_of_an_office_with_a_parent_print():
    begun("sao-y", DEPARTMENT)
    assert run(["render", "sao-y.toml"]) == 0
