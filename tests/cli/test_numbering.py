"""``so = "tu-dong"`` and explicit numbers through the command line: the register as a clerk meets it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sqlite3
import sys
import types
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.office import notices, numbering
from notice_gen.register import DA_CAP, GIU_CHO
from notice_gen.register.entry import UNSAID
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.word import paragraphs

AUTO = spoilt("so = 12", 'so = "tu-dong"')
BOOK = numbering.NAME
OF_INVITED = re.compile(r"^kinh_moi = (?:\[.*?\]|[^\n]*)\n", re.MULTILINE | re.DOTALL)
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str = AUTO, thon: str = "thôn Một") -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace('ten = "thôn Một"', f'ten = "{thon}"'), "utf-8")
    return name


def lines(where: str = BOOK) -> list[tuple[int, str]]:
    with register.connect(where, create=False) as book:
        return [(entry.so, entry.trang_thai) for entry in register.entries(book)]


def test_the_first_number_begins_a_register_and_says_so(capsys):
    assert run(["render", put("a.toml")]) == 0
    out, err = capsys.readouterr()
    assert out == "01-tb-ubnd-thon-mot.docx\n"
    assert "Đã lập sổ văn bản mới: so-van-ban.db" in err
    data = Path("01-tb-ubnd-thon-mot.docx").read_bytes()
    assert "Số: 01/TB-UBND" in paragraphs(data)
    with register.connect(BOOK, create=False) as book:
        [entry] = register.entries(book)
    assert (entry.trang_thai, entry.sha256) == (DA_CAP, hashlib.sha256(data).hexdigest())
    assert (entry.trich_yeu, entry.noi_nhan, entry.luu) == ("Kết luận kiểm tra tại thôn Một", "Thôn Một; Thôn Hai", "VT")
    assert (entry.nguoi_ky, entry.ky_hieu, entry.don_vi) == ("Nguyễn Văn A", "TB-UBND", "thôn Một")
    assert "|" in entry.khoa
    assert entry.khoa.startswith("a.toml|")


def test_rendering_again_keeps_the_number_wherever_one_stands(capsys, monkeypatch):
    put("van-phong/notice-gen.toml", "")
    put("van-phong/thang-3/a.toml")
    assert run(["render", put("van-phong/thang-3/b.toml", thon="thôn Hai"), "van-phong/thang-3/a.toml"]) == 0
    assert lines("van-phong/" + BOOK) == [(1, DA_CAP), (2, DA_CAP)]
    monkeypatch.chdir("van-phong/thang-3")
    text = Path("a.toml").read_text("utf-8").replace('luu = "VT"', 'luu = "VT, VP"')
    Path("a.toml").write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["render", "a.toml"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("02-tb-ubnd-thon-mot.docx\n", "")
    assert not Path(BOOK).exists()


def test_the_folder_of_the_register_may_move_as_a_whole():
    put("cu/notice-gen.toml", "")
    assert run(["render", put("cu/b.toml", thon="thôn Hai"), put("cu/a.toml")]) == 0
    Path("cu").rename("moi")
    assert run(["render", "moi/a.toml"]) == 0
    assert lines("moi/" + BOOK) == [(1, DA_CAP), (2, DA_CAP)]


def test_what_is_refused_takes_no_number(capsys):
    bad = put("hong.toml", AUTO.replace("tiep_nhan == 322", "tiep_nhan == 1"))
    assert run(["render", put("a.toml"), bad]) == 3
    assert not Path(BOOK).exists()
    undated = put("b.toml", AUTO.replace("ngay = 2024-06-12\n", ""))
    assert run(["render", undated]) == 3
    assert "phải có ngày ban hành" in capsys.readouterr().err
    assert not Path(BOOK).exists()


def test_validate_and_drafts_leave_the_register_alone():
    draft = put("du-thao.toml", spoilt("so = 12\n", ""))
    assert run(["validate", put("a.toml")]) == 0
    assert run(["render", draft]) == 0
    assert not Path(BOOK).exists()
    assert run(["render", "a.toml"]) == 0
    before = Path(BOOK).read_bytes()
    assert run(["validate", put("b.toml", thon="thôn Hai"), "a.toml", draft]) == 0
    assert run(["render", draft, "--if-exists", "overwrite"]) == 0
    assert Path(BOOK).read_bytes() == before


def test_an_explicit_number_without_a_register_needs_none():
    assert run(["render", put("a.toml", GOOD)]) == 0
    assert not Path(BOOK).exists()


def test_an_explicit_number_is_checked_against_the_register_and_entered(capsys):
    assert run(["render", put("a.toml")]) == 0
    taken = put("b.toml", spoilt("so = 12", "so = 1"), thon="thôn Hai")
    for command in ("render", "validate"):
        capsys.readouterr()
        assert run([command, taken]) == 3
        err = capsys.readouterr().err
        assert "b.toml:12:6: lỗi: Số 1 năm 2024 đã dùng cho văn bản 01/TB-UBND" in err
        assert "(tệp a.toml)" in err
    assert run(["render", put("b.toml", spoilt("so = 12", "so = 2"), thon="thôn Hai")]) == 0
    assert lines() == [(1, DA_CAP), (2, DA_CAP)]
    assert run(["render", put("c.toml", thon="thôn Ba")]) == 0
    assert lines()[-1] == (3, DA_CAP)


def test_one_refused_by_the_register_and_none_is_written():
    assert run(["render", put("a.toml")]) == 0
    taken = put("b.toml", spoilt("so = 12", "so = 1"), thon="thôn Hai")
    assert run(["render", put("c.toml", thon="thôn Ba"), taken]) == 3
    assert lines() == [(1, DA_CAP)]
    assert sorted(path.name for path in Path().glob("*.docx")) == ["01-tb-ubnd-thon-mot.docx"]


def test_strict_turns_the_register_s_doubts_into_refusals_and_takes_no_number(capsys):
    assert run(["render", put("a.toml")]) == 0
    earlier = put("b.toml", AUTO.replace("2024-06-12", "2024-06-11"), thon="thôn Hai")
    capsys.readouterr()
    assert run(["render", earlier, "--strict"]) == 3
    assert "số và ngày phải cùng thứ tự" in capsys.readouterr().err
    assert lines() == [(1, DA_CAP)]
    assert run(["render", earlier]) == 0
    assert "cảnh báo" in capsys.readouterr().err


@pytest.mark.slow
def test_a_file_used_again_for_another_unit_is_stopped(capsys):
    assert run(["render", put("a.toml")]) == 0
    capsys.readouterr()
    assert run(["render", put("a.toml", thon="thôn Hai")]) == 3
    assert "Tệp này đã ra văn bản 01/TB-UBND" in capsys.readouterr().err
    assert run(["render", put("a.toml", AUTO.replace('"tu-dong"', "1"), thon="thôn Hai")]) == 0
    assert lines() == [(1, DA_CAP)]


@pytest.mark.parametrize(
    ("invited", "noted"), [('"Ông Lê Văn C, Trưởng thôn Một"', "Ông Lê Văn C, Trưởng thôn Một"), ('["Ông Lê Văn C", "Bà Trần Thị D"]', "Ông Lê Văn C; Bà Trần Thị D")]
)
def test_who_is_invited_stands_in_the_register_and_another_is_told(invited, noted, capsys):
    text = re.sub(r"(?ms)^gui = .*?\]\n", 'gui = ["Như trên", "Chủ tịch UBND xã"]\n', (EXAMPLES / "giay-moi.toml").read_text("utf-8"))
    text = re.sub(r"(?m)^so = .*", 'so = "tu-dong"', text)
    Path("a.toml").write_text(re.sub(OF_INVITED, f"kinh_moi = {invited}\n", text), "utf-8")
    assert run(["render", "a.toml"]) == 0
    with register.connect(BOOK, create=False) as book:
        [entry] = register.entries(book)
    assert entry.noi_nhan == f"{noted}; Chủ tịch UBND xã"
    Path("a.toml").write_text(re.sub(OF_INVITED, 'kinh_moi = "Bà Hoàng Thị E"\n', text), "utf-8")
    capsys.readouterr()
    assert run(["render", "a.toml"]) == 0
    assert f"({noted.partition(';')[0]}); tệp này nay có" in capsys.readouterr().err


def test_a_number_reserved_and_not_printed_is_taken_up_again():
    put("a.toml")
    Path("dich.docx").mkdir()
    assert run(["render", "a.toml", "-o", "dich.docx/khong-co/x.docx"]) == 4
    assert lines() == [(1, GIU_CHO)]
    assert run(["render", put("b.toml", thon="thôn Hai")]) == 0
    assert run(["render", "a.toml"]) == 0
    assert lines() == [(1, DA_CAP), (2, DA_CAP)]


def test_numbers_typed_do_not_begin_a_register():
    assert run(["render", put("a.toml", GOOD)]) == 0
    assert not Path(BOOK).exists()
    assert run(["validate", "a.toml", "--register", "a" * 5000]) == 4
    assert not Path("moi.db").exists()


def test_a_register_reached_through_a_link_knows_its_notices():
    Path("so").mkdir()
    assert run(["register", "init", "--register", "so/sach.db"]) == 0
    assert run(["render", put("a.toml"), "--register", "so/sach.db"]) == 0
    try:
        Path("loi-tat.db").symlink_to("so/sach.db")
    except OSError:
        pytest.skip("links need a right of their own here")
    assert run(["render", "a.toml", "--register", "loi-tat.db"]) == 0
    assert lines("so/sach.db") == [(1, DA_CAP)]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are texts there")
def test_a_file_name_that_is_no_text_has_its_number():
    name = os.fsdecode(b"v\xff.toml")
    assert run(["render", put(name)]) == run(["render", name]) == 0
    with register.connect(BOOK, create=False) as book:
        assert [entry.tep for entry in register.entries(book)] == ["v\\xff.toml"]


def test_which_register_the_option_then_the_variable(monkeypatch):
    monkeypatch.setenv("NOTICE_GEN_REGISTER", "bien.db")
    assert run(["register", "init"]) == run(["register", "init", "--register", "chon.db"]) == 0
    assert run(["render", put("a.toml"), "--register", "chon.db"]) == 0
    assert run(["render", put("b.toml", thon="thôn Hai")]) == 0
    assert lines("chon.db") == lines("bien.db") == [(1, DA_CAP)]
    assert not Path(BOOK).exists()


@pytest.mark.parametrize("text", [AUTO, GOOD], ids=["taken", "typed"])
@pytest.mark.parametrize("where", ["khong-co.db", "./khong-co.db", "sqlite:///khong-co.db", "thu-muc/khong-co.db"])
@pytest.mark.parametrize("by", ["option", "variable"])
def test_a_register_that_is_named_and_not_there_is_refused_and_not_begun(text, where, by, monkeypatch, capsys):
    option = ["--register", where] if by == "option" else []
    if by == "variable":
        monkeypatch.setenv("NOTICE_GEN_REGISTER", where)
    put("a.toml", text)
    Path("bang.csv").write_text("don_vi.ten\nthôn Một\n", "utf-8")
    for command in (["render", "a.toml"], ["validate", "a.toml"], ["batch", "a.toml", "--data", "bang.csv", "-o", "ra"], ["register", "list"], ["register", "import", "bang.csv"]):
        assert run([*command, *option]) != 0, command
        assert not list(Path().rglob("*.db")), command
        assert not list(Path().rglob("*.docx")), command
    err = capsys.readouterr().err
    assert ("Không có thư mục" if "/" in where[2:] and "sqlite" not in where else "notice-gen register init") in err


def test_a_register_is_begun_once(capsys):
    assert run(["register", "init", "--register", "moi.db"]) == 0
    assert capsys.readouterr().out.strip().endswith("moi.db")
    before = Path("moi.db").read_bytes()
    assert run(["register", "init", "--register", "moi.db"]) == 4
    assert "đã có sổ văn bản" in capsys.readouterr().err
    assert Path("moi.db").read_bytes() == before
    assert run(["render", put("a.toml"), "--register", "moi.db"]) == 0
    assert lines("moi.db") == [(1, DA_CAP)]


def test_standard_input_is_known_by_what_it_says(monkeypatch, capsysbinary):
    def feed(text: str) -> None:
        monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(text.encode())))

    for text in (AUTO, AUTO, AUTO.replace("thôn Một", "thôn Hai")):
        feed(text)
        assert run(["render", "-", "-o", "-"]) == 0
        capsysbinary.readouterr()
    assert lines() == [(1, DA_CAP), (2, DA_CAP)]


def test_the_number_is_in_the_json(capsys):
    assert run(["render", put("a.toml"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["number"] == 1


def test_a_text_may_say_its_own_number():
    text = AUTO.replace("Đã công khai.", "Thông báo số {{ van_ban.so_ky_hieu }}.")
    assert run(["render", put("b.toml", thon="thôn Hai"), put("a.toml", text)]) == 0
    assert "- Thông báo số 02/TB-UBND./." in paragraphs(Path("02-tb-ubnd-thon-mot.docx").read_bytes())


def test_series_by_type_from_the_office_settings():
    put("notice-gen.toml", '[so_van_ban]\nday_so = "rieng"\n')
    assert run(["render", put("a.toml"), put("b.toml", AUTO.replace("[van_ban]", '[van_ban]\nloai = "KH"'), thon="thôn Hai")]) == 0
    assert lines() == [(1, DA_CAP), (1, DA_CAP)]


# --- a register that fails -----------------------------------------------------------------------------


def not_ours() -> None:
    with sqlite3.connect(BOOK) as raw:
        raw.execute("CREATE TABLE khach (a)")
    raw.close()


def newer() -> None:
    with register.connect(BOOK) as book:
        raw = sqlite3.connect(book.path)
        raw.execute("UPDATE so_phien_ban SET phien_ban = 99")
        raw.commit()
        raw.close()


def read_only() -> None:
    with register.connect(BOOK):
        pass
    Path(BOOK).chmod(0o444)


def damaged() -> None:
    with register.connect(BOOK):
        pass
    data = Path(BOOK).read_bytes()
    Path(BOOK).write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (not_ours, "không phải sổ văn bản của notice-gen"),
        (lambda: Path(BOOK).write_bytes(b"Kh\xc3\xb4ng ph\xe1\xba\xa3i so" * 400), "không phải sổ văn bản của notice-gen"),
        (lambda: Path(BOOK).mkdir(), "không phải tệp sổ văn bản"),
        (lambda: Path(BOOK).touch(), "rỗng, không còn gì"),
        (newer, "phiên bản notice-gen mới hơn"),
        (damaged, "bị hỏng"),
        pytest.param(
            read_only, "chỉ được đọc", marks=pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root writes everywhere")
        ),
    ],
)
@pytest.mark.parametrize("command", ["render", "validate"])
def test_a_register_that_cannot_be_used_is_a_plain_message(spoil, said, command, capsys):
    put("a.toml")
    spoil()
    expected = 0 if (spoil, command) == (read_only, "validate") else 4
    if command == "validate":
        put("a.toml", GOOD)
    assert run([command, "a.toml"]) == expected
    err = capsys.readouterr().err
    assert (said in err) == bool(expected)
    assert "ngoài dự kiến" not in err
    assert list(Path().glob("*.docx")) == []


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("khong/co/so.db", "Không có thư mục"),
        ("mysql://a:bimat@may/so", "Không dùng được loại sổ"),
        ("postgresql://a:bimat@localhost:1/so?connect_timeout=2", "Không nối được tới sổ"),
        ("postgresql://a@localhost:1/so?password=bimat", "Không nối được tới sổ"),
        ("postgresql://a:bi@bimat@localhost:1/so", "có hai dấu @"),
        ("postgresql://a:bimat@may:cong/so", "viết sai"),
        ("a" * 5000, "Không dùng được sổ"),
        ("sqlite://may/so.db", "Không dùng được"),
    ],
)
def test_a_register_that_is_not_there(where, said, capsys):
    assert run(["render", put("a.toml"), "--register", where]) == 4
    err = capsys.readouterr().err
    assert said in err
    assert "bimat" not in err
    assert "ngoài dự kiến" not in err


def test_a_register_removed_before_the_file_is_noted(monkeypatch, capsys):
    number = notices.number

    def and_then_gone(*args, **kwargs):
        given = number(*args, **kwargs)
        Path(BOOK).unlink()
        return given

    monkeypatch.setattr(notices, "number", and_then_gone)
    assert run(["render", put("a.toml")]) == 4
    out, err = capsys.readouterr()
    assert out == "01-tb-ubnd-thon-mot.docx\n"
    assert "đã bị xóa" in err
    assert "sổ chưa ghi nhận" in err
    assert not Path(BOOK).exists()


def test_a_register_above_that_is_passed_by_is_told(capsys, monkeypatch):
    put("thang-3/a.toml")
    put("thang-3/b.toml", thon="thôn Hai")
    assert run(["render", "thang-3/a.toml"]) == 0
    capsys.readouterr()
    monkeypatch.chdir("thang-3")
    assert run(["render", "b.toml", "--strict"]) == 3
    assert not Path(BOOK).exists()  # and no number is taken
    err = capsys.readouterr().err
    assert f"Có sổ văn bản ở “{Path(BOOK).absolute().parent.parent / BOOK}”" in err
    assert run(["render", "b.toml", "--register", f"../{BOOK}"]) == 0
    assert "Có sổ văn bản" not in capsys.readouterr().err
    assert lines(f"../{BOOK}") == [(1, DA_CAP), (2, DA_CAP)]


@pytest.mark.parametrize(
    ("mau", "typed", "column"),
    [
        ("giay-gioi-thieu", "", ("ông Lê Văn C", "Sở Nội vụ thành phố Huế")), ("giay-gioi-thieu", "Giới thiệu ông Lê Văn C nộp hồ sơ", ("Giới thiệu ông Lê Văn C nộp hồ sơ", "Sở Nội vụ thành phố Huế")),
        ("giay-gioi-thieu", "Nộp hồ sơ lưu trữ", ("ông Lê Văn C: Nộp hồ sơ lưu trữ", "Sở Nội vụ thành phố Huế")), ("giay-nghi-phep", "", ("bà Trần Thị B", "Bà Trần Thị B; Phòng Cải cách hành chính")),
    ],
)
def test_the_register_says_whom_a_paper_without_a_subject_is_for(mau, typed, column):
    text = (Path(__file__).parents[2] / "examples" / f"{mau}.toml").read_text("utf-8")
    text = re.sub(r"^trich_yeu = .*\n", f'trich_yeu = "{typed}"\n' if typed else "", re.sub(r"^so = .*", 'so = "tu-dong"', text, flags=re.MULTILINE), flags=re.MULTILINE)
    Path("giay.toml").write_text(text, "utf-8")
    assert run(["render", "giay.toml"]) == 0
    with register.connect(BOOK, create=False) as book:
        (entry,) = register.entries(book)
    assert (entry.trich_yeu, entry.noi_nhan) == column


def test_what_forms_say_for_want_of_a_subject_is_known_to_the_register():
    manifests = [(Path(__file__).parents[2] / "templates/mau" / mau / "manifest.toml").read_text("utf-8") for mau in ("giay-gioi-thieu", "giay-nghi-phep")]
    assert {re.search(r'trich_yeu = "(.*?)"', text)[1] for text in manifests} == UNSAID


@pytest.mark.parametrize("command", ["render", "batch"])
def test_called_from_another_folder_the_register_beside_the_findings_goes_on(command, tmp_path, monkeypatch, capsys):
    """A second register begun where one stands would give the numbers of the first again."""
    there, elsewhere = tmp_path / "a", tmp_path / "b"
    there.mkdir()
    (elsewhere / "ra").mkdir(parents=True)
    (there / "mot.toml").write_text(AUTO, "utf-8")
    (there / "hai.toml").write_text(AUTO.replace("Kết luận", "Thông báo kết luận"), "utf-8")
    monkeypatch.chdir(there)
    assert run(["render", "mot.toml"]) == 0
    monkeypatch.chdir(elsewhere)
    assert run([command, "../a/hai.toml", "-o", "ra/"]) == 0
    capsys.readouterr()
    assert not (elsewhere / "so-van-ban.db").exists()
    assert [path.name[:3] for path in (elsewhere / "ra").glob("*.docx")] == ["02-"]
