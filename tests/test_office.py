"""The office's own settings: its signers by their codes, and ``notice-gen init`` that asks and writes them."""

from __future__ import annotations

import io
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import profile, starter, templates
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.profile import Office, Signer

TODAY = date(2026, 11, 24)
OFFICE = """
[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"
[van_ban]
dia_danh = "Bình Điền"
[noi_nhan]
luu = "VT, VP"
[ky]
quyen_han = ["TL. Chủ tịch"]
chuc_vu = "Chánh Văn phòng"
ho_ten = "Nguyễn Văn A"
[[nguoi_ky]]
ma = "chu-tich"
chuc_vu = "Chủ tịch"
ho_ten = "Trần Thị B"
[[nguoi_ky]]
ma = "pho"
quyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
chuc_vu = "Phó Chủ tịch"
ho_ten = "Lê Văn C"
"""
NOTICE = """
phien_ban = 1
mau = "thong-bao"
[van_ban]
trich_yeu = "Kết quả rà soát thủ tục hành chính"
[ket_thuc]
noi_dung = "Ủy ban nhân dân xã thông báo để các đơn vị biết"
"""


def signed(tmp_path, ky: str, office: str = OFFICE):
    (tmp_path / "notice-gen.toml").write_text(office, "utf-8")
    values = issue((NOTICE + ky).encode(), file="tb.toml", folder=tmp_path, today=TODAY).context.values["ky"]
    return [*values["quyen_han"], values["chuc_vu"], values["ho_ten"]]


SIGNERS = {
    "": ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nguyễn Văn A"],
    '[ky]\nnguoi_ky = "chu-tich"': ["CHỦ TỊCH", "Trần Thị B"],
    '[ky]\nchuc_vu = "Chủ tịch"\nho_ten = "Phạm Thị D"': ["CHỦ TỊCH", "Phạm Thị D"],  # no "TL." of the office's
    '[ky]\nho_ten = "Phạm Thị D"': ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Phạm Thị D"],
    '[ky]\nnguoi_ky = "pho"': ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn C"],
    '[ky]\nnguoi_ky = "pho"\nquyen_han = ["KT. Chủ tịch"]': ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn C"],
    '[[nguoi_ky]]\nma = "pho"\nchuc_vu = "Chủ tịch"\nho_ten = "Phạm Thị D"\n[ky]\nnguoi_ky = "pho"': ["CHỦ TỊCH", "Phạm Thị D"],
}


@pytest.mark.parametrize("ky", SIGNERS)
def test_a_signer_is_chosen_by_code_and_brings_no_line_of_another(tmp_path, ky):
    assert signed(tmp_path, ky) == SIGNERS[ky]


def test_the_office_s_usual_signer_may_be_a_code_too(tmp_path):
    office = OFFICE.replace('[ky]\nquyen_han = ["TL. Chủ tịch"]\nchuc_vu = "Chánh Văn phòng"\nho_ten = "Nguyễn Văn A"', '[ky]\nnguoi_ky = "pho"')
    assert office != OFFICE
    assert signed(tmp_path, "", office)[-1] == "Lê Văn C"
    assert signed(tmp_path, '[ky]\nnguoi_ky = "chu-tich"', office) == ["CHỦ TỊCH", "Trần Thị B"]
    assert signed(tmp_path, '[ky]\nchuc_vu = "Chủ tịch"\nho_ten = "Phạm Thị D"', office) == ["CHỦ TỊCH", "Phạm Thị D"]


def test_the_chair_of_a_meeting_signs_as_such_whoever_signs_for_the_office(tmp_path):
    sample = templates.sample("bien-ban")
    by_code = OFFICE.replace('quyen_han = ["TL. Chủ tịch"]\nchuc_vu = "Chánh Văn phòng"\nho_ten = "Nguyễn Văn A"', 'nguoi_ky = "pho"')
    assert by_code != OFFICE
    for office in (OFFICE, by_code):
        (tmp_path / "notice-gen.toml").write_text(office, "utf-8")
        ky = issue(sample.encode(), file="bb.toml", folder=tmp_path, today=TODAY).context.values["ky"]
        assert [*ky["quyen_han"], ky["chuc_vu"], ky["ho_ten"]] == ["CHỦ TỌA", "Nguyễn Văn A"]


REFUSED = [
    ('[ky]\nnguoi_ky = "chu_tich"', OFFICE, "tb.toml:9:13", "Không có người ký nào mang mã “chu_tich”.", 'Có phải ý bạn là "chu-tich"?'),
    ('[ky]\nnguoi_ky = "xyz"', OFFICE, "tb.toml:9:13", "mang mã “xyz”", "chu-tich, pho"),
    ('[ky]\nnguoi_ky = "pho"', "", "tb.toml:9:13", "chưa có bảng [[nguoi_ky]] nào", "notice-gen.toml"),
    ("[ky]\nnguoi_ky = 5", OFFICE, "tb.toml:9:12", "cần chữ trong dấu nháy kép", 'nguoi_ky = "…"'),
    ('[ky]\nnguoi_ky = "pho"', OFFICE.replace('"KT. Chủ tịch"]', '"TL. Chủ tịch"]'), "notice-gen.toml:19:", "“TL. Chủ tịch” không đi với", "quyen_han = "),
    ('[ky]\nnguoi_ky = "pho"', OFFICE.replace('ho_ten = "Lê Văn C"', 'ho_ten = "TS. Lê Văn C"'), "notice-gen.toml:21:", "học hàm", "Lê Văn C"),
    ("", OFFICE.replace('ma = "pho"', 'ten = "pho"'), "notice-gen.toml:17:1", "Thiếu khóa “ma”", "ma = "),
    ('[ky]\nnguoi_ky = "pho"', OFFICE.replace('ma = "chu-tich"', 'ma = "pho"'), "notice-gen.toml:18:7", "hai người ký cùng mã “pho”", "mã khác"),
]


@pytest.mark.parametrize(("ky", "office", "place", "message", "hint"), REFUSED)
def test_a_wrong_signer_is_told_where_it_stands(tmp_path, ky, office, place, message, hint):
    with pytest.raises(InputError) as caught:
        signed(tmp_path, ky, office)
    said = [f"{problem} {problem.hint_text()}" for problem in caught.value.problems]
    assert any(place in one and message in one and hint in one for one in said), said


# --- init ------------------------------------------------------------------------------------------------


def answered(monkeypatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("".join(f"{answer}\n" for answer in answers).encode()), "utf-8"))


def test_init_asks_and_writes_what_a_notice_can_be_printed_with(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    answered(
        monkeypatch, "Ủy ban nhân dân  xã Bình Điền", "", "", "", "VT, VP", "hai", "chung",
        "Chủ tịch", "", "ThS. Nguyễn Văn A", "Chủ tịch", "", "Nguyễn Văn A",
        "Phó Chánh Văn phòng", "", "Trần Thị B", "Chủ tịch", "-", "Nguyễn Văn A", "", "",
    )  # fmt: skip
    assert run(["init"]) == 0
    said = capsys.readouterr()
    assert said.out == "notice-gen.toml\n"
    assert "ThS." in said.err
    assert "Gõ một trong: chung, riêng." in said.err
    written = tomllib.loads((tmp_path / "notice-gen.toml").read_text("utf-8"))
    assert written["co_quan"] == {"ten": ["Ủy ban nhân dân", "xã Bình Điền"], "viet_tat": "UBND"}
    assert written["van_ban"] == {"dia_danh": "Bình Điền"}
    assert [(one["ma"], one.get("quyen_han")) for one in written["nguoi_ky"]] == [
        ("chu-tich", ["TM. Ủy ban nhân dân"]),
        ("pho-chanh-van-phong", ["TL. Chủ tịch", "KT. Chánh Văn phòng"]),
        ("chu-tich-2", None),
    ]
    (tmp_path / "tb.toml").write_text(NOTICE + '[noi_nhan]\ngui = ["Các thôn"]\n[ky]\nnguoi_ky = "pho-chanh-van-phong"\n', "utf-8")
    assert run(["render", "tb.toml", "--strict"]) == 0


@pytest.mark.parametrize("mau", templates.names())
def test_a_new_file_follows_the_settings_that_are_there(mau, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notice-gen.toml").write_text(OFFICE, "utf-8")
    (tmp_path / "thang-6").mkdir()
    assert run(["new", mau, "-o", "thang-6"]) == 0
    said = capsys.readouterr()
    assert "notice-gen.toml đã ghi" in said.err
    if mau in {"huong-dan", "nghi-quyet"}:  # of a division, of a council, which this office is not
        assert "loại cơ quan khác" in said.err
        assert "xã Bình Điền" in (tmp_path / "thang-6" / f"{mau}.toml").read_text("utf-8")
        return
    text = (tmp_path / "thang-6" / f"{mau}.toml").read_text("utf-8")
    made = issue(text.encode(), file="x.toml", folder=tmp_path / "thang-6", today=TODAY).notice
    assert made.co_quan.ten == ("Ủy ban nhân dân", "xã Bình Điền")
    own, sample = tomllib.loads(text), tomllib.loads(templates.sample(mau))
    assert "luu" not in own["noi_nhan"] if "noi_nhan" in own else True
    assert {key for key in sample["van_ban"] if key != "dia_danh"} == own["van_ban"].keys()
    assert made.ky.ho_ten == ("Trần Thị B" if mau in OF_THE_HEAD else "Nguyễn Văn A")


# The head signs in his own right, or presides; all else is signed by the office's usual signer, the Chánh Văn phòng.
OF_THE_HEAD = {
    "ban-ghi-nho", "ban-thoa-thuan", "bien-ban", "chi-thi", "cong-dien", "giay-uy-quyen", "hop-dong", "quyet-dinh", "thu-cong",
}  # fmt: skip


def test_settings_that_cannot_be_read_leave_a_new_file_as_it_is(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notice-gen.toml").write_text("[co_quan\n", "utf-8")
    assert run(["new"]) == 0
    assert "notice-gen.toml" not in capsys.readouterr().err
    assert (tmp_path / "thong-bao.toml").read_text("utf-8") == starter.started(templates.sample("thong-bao"), None)


def test_settings_that_are_there_are_told_before_the_first_question(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notice-gen.toml").write_text("# của tôi", "utf-8")
    answered(monkeypatch)
    assert run(["init"]) == 4
    assert "Đã có tệp" in capsys.readouterr().err
    assert (tmp_path / "notice-gen.toml").read_text("utf-8") == "# của tôi"


def test_answers_that_end_too_soon_write_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    answered(monkeypatch, "Sở Nội vụ", "UBND thành phố Huế")
    assert run(["init"]) == 3
    assert "chưa ghi gì" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


GUESSES = [
    ("Ủy ban nhân dân thành phố Huế", "UBND", "Huế"),
    ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "Thành phố Hồ Chí Minh"),
    ("Hội đồng nhân dân phường Thuận Hóa", "HĐND", "Thuận Hóa"),
    ("Sở Nội vụ", "SNV", ""),
    ("Ủy ban nhân dân Phường 3", "UBND", "Phường 3"),
]


@pytest.mark.parametrize(("ten", "viet_tat", "dia_danh"), GUESSES)
def test_what_a_name_says_already(ten, viet_tat, dia_danh):
    assert (profile.viet_tat(ten), profile.dia_danh(ten)) == (viet_tat, dia_danh)


WORD = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=30)


@given(WORD, WORD, st.lists(WORD, max_size=2))
def test_any_answer_comes_back_from_the_file(ten, ho_ten, quyen_han):
    office = Office(ten, ten, "UBND", "Huế", ho_ten, "rieng", (Signer("a", tuple(quyen_han), ten, ho_ten),))
    written = tomllib.loads(profile.text(office))
    assert "".join(written["co_quan"]["ten"]) == ten.replace(" ", "", 1) or " ".join(written["co_quan"]["ten"]) == ten
    assert written["noi_nhan"]["luu"] == ho_ten
    (signer,) = written["nguoi_ky"]
    assert (signer.get("quyen_han", []), signer["chuc_vu"], signer["ho_ten"]) == (quyen_han, ten, ho_ten)


def test_any_answer_makes_settings_that_can_be_read():
    office = Office('Sở "A"\\\x7f\t', "", "SA", "B", "VT", "chung", (Signer("a", ("KT. \x7f",), "B", "C"),))
    read = tomllib.loads(profile.text(office))
    assert read["co_quan"]["ten"] == ['Sở "A"\\\x7f\t']
    assert read["nguoi_ky"] == [{"ma": "a", "quyen_han": ["KT. \x7f"], "chuc_vu": "B", "ho_ten": "C"}]


def test_a_value_of_several_lines_is_no_remark_where_the_settings_say_it():
    sample = '[noi_nhan]\ngui = [\n  "A",\n]\nluu = "VT"\n'
    shown = profile.over(sample, {"noi_nhan": {"gui": ["B"], "luu": "VT, A"}})
    assert shown == sample.replace("luu", "# luu")


def test_who_signs_by_a_code_signs_only_where_the_code_is_named():
    one, other = ({"chuc_vu": "A", "ho_ten": name} for name in ("B", "C"))
    signers = [{"ma": "pho", **one}, {"ma": "ct", **other}]
    assert profile.usual_signer({"nguoi_ky": signers}) == {}
    assert profile.usual_signer({"nguoi_ky": signers, "ky": {"nguoi_ky": "ct"}}) == signers[1]
    assert profile.usual_signer({"nguoi_ky": signers, "ky": other}) == other
