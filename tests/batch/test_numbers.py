"""Numbers of a mailing that must not be given twice: mixed tables, other years, other papers, a register that is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers.batches import AUTO, BASE, HEAD, OUT, made, manifest, put, said, thon
from tests.helpers.findings import GOOD

NUMBERS = "van_ban.so", *HEAD


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def lines(where: str = numbering.NAME) -> list[tuple[int, int, str, str]]:
    with register.connect(where, create=False) as book:
        return [(entry.nam, entry.so, entry.don_vi, entry.trang_thai) for entry in register.entries(book)]


def names() -> list[str]:
    return [name for name in made() if name.endswith(".docx")]


# --- written and automatic numbers -----------------------------------------------------------------------

MIXED = [("1", "thôn Một", 10), ("tu-dong", "thôn Hai", 20), ("2", "thôn Ba", 30)]


def test_a_written_number_is_not_given_again_by_a_register_that_is_begun():
    assert run(put(MIXED, head=NUMBERS, base=BASE.replace("ngay = 2024", 'so = "tu-dong"\nngay = 2024'))) == 0
    assert [(so, don_vi) for _, so, don_vi, _ in lines()] == [(1, "thôn Một"), (2, "thôn Ba"), (3, "thôn Hai")]
    assert [name[:2] for name in names()] == ["01", "02", "03"]


def test_nor_in_the_plan(capsys):
    assert run([*put(MIXED, head=NUMBERS), "--dry-run"]) == 0
    assert not Path(numbering.NAME).exists()
    plan = capsys.readouterr().out
    assert all(f"0{n}/TB-UBND" in plan for n in (1, 2, 3)), plan


def test_a_number_printed_before_there_was_a_register_is_not_given_again():
    assert run(put([("1", "thôn Một", 10)], head=NUMBERS)) == 0
    assert run(put([("1", "thôn Một", 10), ("tu-dong", "thôn Hai", 20)], head=NUMBERS)) == 0
    assert [name[:2] for name in names()] == ["01", "02"]


def test_render_holds_written_numbers_against_those_it_takes():
    Path("mot.toml").write_text(GOOD.replace("so = 12", "so = 1"), "utf-8")
    Path("hai.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"').replace("thôn Một", "thôn Hai"), "utf-8")
    assert run(["render", "mot.toml", "hai.toml"]) == 0
    assert [so for _, so, _, _ in lines()] == [1, 2]


# --- another year, another type --------------------------------------------------------------------------


def test_another_year_has_numbers_of_its_own_and_leaves_the_papers_of_the_last(capsys):
    command = put(thon(2), base=AUTO)
    Path("truoc.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    assert run(["render", "truoc.toml"]) == 0  # number 1
    assert run(command) == 0
    before = made()
    Path("chung.toml").write_text(AUTO.replace("2024-", "2025-"), "utf-8")
    assert run(command) == 0
    assert [(nam, so) for nam, so, _, _ in lines()] == [(2024, 1), (2024, 2), (2024, 3), (2025, 1), (2025, 2)]
    assert made().items() >= before.items()
    assert len(made()) == 4
    capsys.readouterr()


def test_the_papers_of_another_year_are_not_written_over(capsys):
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    before = made()
    Path("chung.toml").write_text(AUTO.replace("2024-", "2025-"), "utf-8")
    assert run(command) == 4
    assert "không phải văn bản này; không ghi đè" in capsys.readouterr().err
    assert made() == before


def test_another_type_under_its_own_series_begins_anew():
    series = '[so_van_ban]\nday_so = "rieng"\n\n[van_ban]'
    command = put(thon(2), base=AUTO.replace("[van_ban]", series))
    Path("truoc.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"').replace("[van_ban]", series), "utf-8")
    assert run(["render", "truoc.toml"]) == 0
    assert run(command) == 0
    Path("chung.toml").write_text(Path("chung.toml").read_text("utf-8").replace('loai = "TB"', 'loai = "KH"').replace('mau = "thong-bao"', 'mau = "ke-hoach"'), "utf-8")
    assert run(command) == 0
    assert sorted(name[:5] for name in names()) == ["01-kh", "02-kh", "02-tb", "03-tb"]


# --- another paper in the same file ----------------------------------------------------------------------

MONTH = AUTO.replace("trich_yeu = \"", "trich_yeu = \"Tháng 11 năm 2024: ")


def test_the_paper_of_the_next_month_is_another(capsys):
    assert MONTH != AUTO
    command = put(thon(2), base=MONTH)
    assert run(command) == 0
    before, there = made(), lines()
    Path("chung.toml").write_text(MONTH.replace("Tháng 11", "Tháng 12").replace("ngay = 2024-06-12", "ngay = 2024-06-20"), "utf-8")
    assert Path("chung.toml").read_text("utf-8") != MONTH
    assert run([*command[:-3], "thang-12", *command[-2:]]) == 3
    assert "nay nội dung là của văn bản khác" in capsys.readouterr().err
    assert (made(), lines()) == (before, there)


def test_a_figure_set_right_on_the_same_day_is_the_same_paper():
    command = put(thon(1), base=MONTH)
    assert run(command) == 0
    Path("chung.toml").write_text(MONTH.replace("Tháng 11", "Tháng 10"), "utf-8")
    assert run(command) == 0
    assert len(lines()) == 1


# --- one commune by two names ----------------------------------------------------------------------------

UNITS = AUTO.replace("2024-", "2026-")
CODED = "don_vi.ma", *HEAD
BINH_DIEN, BINH_DIEN_MA = "xã Bình Điền", "20035"


def test_a_unit_that_stands_once_by_its_code_and_once_by_its_name_is_refused(capsys):
    rows = [(BINH_DIEN_MA, "", 10), ("", BINH_DIEN, 10), ("", "thôn Một", 20)]
    assert run(put(rows, head=CODED, base=UNITS)) == 1
    err = capsys.readouterr().err
    assert "hàng này và so-lieu.csv, dòng 3" in err
    assert "hàng này và so-lieu.csv, dòng 2" in err
    assert [don_vi for _, _, don_vi, _ in lines()] == ["thôn Một"]


def test_a_unit_that_has_its_number_under_another_name_does_not_get_a_second(capsys):
    assert run(put([(BINH_DIEN, 10)], base=UNITS)) == 0
    for head, row in ((CODED, (BINH_DIEN_MA, "", 10)), (HEAD, ("Xã  Bình Điền", 10)), (("don_vi.tinh", *HEAD), ("Huế", BINH_DIEN, 10)), (("don_vi.tinh", *HEAD), ("thành phố Huế", BINH_DIEN, 10))):
        capsys.readouterr()
        code = run(put([row], head=head, base=UNITS))
        err = capsys.readouterr().err
        assert (code, len(lines())) in {(3, 1), (0, 1)}, (row, err)
        assert code == 0 or "01/TB-UBND" in err, err


def test_communes_of_one_name_in_two_provinces_are_two(capsys):
    rows = [("Cà Mau", "xã Hòa Bình", 10), ("Vĩnh Long", "xã Hòa Bình", 20)]
    assert run(put(rows, head=("don_vi.tinh", *HEAD), base=UNITS)) == 0
    assert len(lines()) == 2
    assert "có thể là một văn bản" not in capsys.readouterr().err


# --- a register that is lost, papers that are not in the run ----------------------------------------------


def test_a_number_that_a_file_bears_is_not_given_to_another_by_a_new_register():
    command = put(thon(3), base=AUTO)
    assert run(command) == 0
    Path(numbering.NAME).unlink()
    put([*thon(3), ("thôn Mới", 40)], base=AUTO)
    assert run([*command, "--only", "don_vi.ten == 'thôn Mới'"]) == 0
    assert [(so, don_vi) for _, so, don_vi, _ in lines()] == [(4, "thôn Mới")]
    assert run(command) == 0
    assert [(so, don_vi) for _, so, don_vi, _ in lines()] == [(1, "thôn 1"), (2, "thôn 2"), (3, "thôn 3"), (4, "thôn Mới")]


def test_issued_papers_stay_when_their_notice_is_printed_as_a_draft_or_another_type():
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    before = made()
    Path("chung.toml").write_text(AUTO.replace('so = "tu-dong"\n', ""), "utf-8")
    assert run(command) == 0
    assert made().items() >= before.items()
    assert len(made()) == 4


KH = AUTO.replace('mau = "thong-bao"', 'mau = "ke-hoach"')
DRAFT = AUTO.replace('so = "tu-dong"\n', "")


def use(base: str) -> None:
    Path("chung.toml").write_text(base, "utf-8")


def test_papers_of_which_a_register_knows_nothing_stay_and_keep_their_numbers():
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    use(KH)
    assert run(command) == 0
    Path(numbering.NAME).unlink()
    use(AUTO)
    assert run(command) == 0
    put(thon(3), base=AUTO)
    assert run(command) == 0
    assert sorted(name[:5] for name in names()) == ["01-tb", "02-tb", "03-kh", "04-kh", "05-tb"]


def test_a_draft_between_does_not_make_the_folder_forget_its_numbers():
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    use(DRAFT)
    assert run(command) == 0
    Path(numbering.NAME).unlink()
    put([("thôn Mới", 5), *thon(2)], base=AUTO)
    assert run(command) == 0
    assert [(so, don_vi) for _, so, don_vi, _ in lines()] == [(1, "thôn 1"), (2, "thôn 2"), (3, "thôn Mới")]


@pytest.mark.parametrize("base", [DRAFT, KH])
def test_a_paper_is_not_written_over_by_another_of_the_same_name(base, capsys):
    command = [*put(thon(1), base=AUTO), "--name", "{{ don_vi.ten | slug }}"]
    assert run(command) == 0
    before = made()
    use(base)
    assert run(command) == 4
    assert "“thon-1.docx” là văn bản số 1 đã in" in capsys.readouterr().err
    assert made() == before
    assert run([*command, "--if-exists", "overwrite"]) == 0
    assert made() != before


def test_written_numbers_without_a_register_are_papers_too():
    written = [("5", "thôn Một", 10), ("6", "thôn Hai", 20)]
    command = put(written, head=NUMBERS)
    assert run(command) == 0
    put([row[1:] for row in written])
    assert run(command) == 0
    assert sorted(name[:8] for name in names()) == ["05-tb-ub", "06-tb-ub", "du-thao-", "du-thao-"]
    put([("7", "thôn Một", 10), written[1]], head=NUMBERS)  # set right in the table
    assert run(command) == 0
    use(AUTO.replace("2024-", "2025-"))
    put([row[1:] for row in written], base=AUTO.replace("2024-", "2025-"))
    assert run(command) == 0
    assert [(nam, so) for nam, so, _, _ in lines()] == [(2025, 1), (2025, 2)]


def test_a_number_set_right_in_the_table_replaces_its_file_of_the_same_year_and_name_alone(capsys):
    named = ["--name", "{{ don_vi.ten }}"]
    assert run([*put([("5", "thôn Một", 10)], head=NUMBERS), *named]) == 0
    assert run([*put([("6", "thôn Một", 10)], head=NUMBERS), *named]) == 0
    assert (names(), "06/TB-UBND" in said("thôn Một.docx")) == (["thôn Một.docx"], True)
    assert run([*put([("7", "thôn Một", 10)], head=NUMBERS, base=BASE.replace("2024-", "2025-")), *named]) == 4
    assert "không ghi đè" in capsys.readouterr().err
    assert "06/TB-UBND" in said("thôn Một.docx")


SUBJECTS = [
    ("Kết quả {{ tiep_nhan }} hồ sơ tại {{ don_vi.ten }}", "", 20, 0),
    ("Lịch họp ngày {{ van_ban.ngay | ngay }} tại {{ don_vi.ten }}", "", 10, 0),
    ("Kết quả tháng sáu tại {{ don_vi.ten }}", "Kết quả tháng bảy tại {{ don_vi.ten }}", 10, 3),
    ("Kết quả quý I tại {{ don_vi.ten }}", "Kết quả quý II tại {{ don_vi.ten }}", 10, 3),
    ("Kết quả kiểm tra taị {{ don_vi.ten }}", "Kết quả kiểm tra tại {{ don_vi.ten }}", 10, 0),
]


@pytest.mark.parametrize(("subject", "other", "figure", "code"), SUBJECTS)
def test_another_day_is_another_paper_only_with_another_period(subject, other, figure, code):
    base = AUTO.replace("Kết luận kiểm tra tại {{ don_vi.ten }}", subject)
    assert base != AUTO
    assert run(put([("thôn Một", 10)], base=base)) == 0
    later = base.replace(subject, other or subject).replace("ngay = 2024-06-12", "ngay = 2024-06-20")
    assert run(put([("thôn Một", figure)], base=later)) == code
    assert len(lines()) == 1


@pytest.mark.parametrize("name", ["Bình Điền", "xa binh dien", "xã Bình Điền, thành phố Huế", "UBND xã Bình Điền"])
def test_a_commune_has_one_number_however_it_is_spelt(name):
    assert run(put([(BINH_DIEN_MA, "", 10)], head=CODED, base=UNITS)) == 0
    assert run(put([(name, 10)], base=UNITS)) == 3
    assert len(lines()) == 1


def test_many_rows_of_one_name_are_told_apart():
    rows = [(f"X{n:03}", "Trưởng thôn", n) for n in range(60)]
    assert run(put(rows, head=CODED, base=UNITS)) in {0, 1, 3}


def test_a_paper_whose_number_is_void_goes_when_it_has_another():
    command = put(thon(1), base=AUTO)
    assert run(command) == 0
    assert run(["register", "void", "1", "--reason", "In nhầm"]) == 0
    assert run(command) == 0
    assert [name[:2] for name in names()] == ["02"]


def test_a_faulty_first_row_does_not_spoil_the_names_of_others(capsys):
    assert run(put([("thôn X", 10)], base=AUTO)) == 0  # number 1
    rows = [("thôn Hỏng", "x"), ("thôn X", 10), ("thôn Y", 20)]
    assert run([*put([("", "x", ""), *[("", a, b) for a, b in rows[1:]]], head=("don_vi.ma", *HEAD), base=AUTO)]) == 1
    assert "trùng" not in capsys.readouterr().err
    assert [name[:2] for name in names()] == ["01", "02"]


# --- what lies in the place of an output ------------------------------------------------------------------


def test_an_output_that_is_empty_is_written_anew_and_a_folder_in_its_place_is_told(capsys):
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    first, second = names()
    whole = made()[first]
    (OUT / first).write_bytes(b"")
    (OUT / second).unlink()
    (OUT / second).mkdir()
    assert run(command) == 1
    assert "là thư mục" in capsys.readouterr().err
    assert (OUT / first).read_bytes() == whole
    (OUT / second).rmdir()
    assert run(command) == 0
    assert [line["status"] for line in manifest()][-1] == "written"


TOTALS = ["Tổng cộng:", "Tổng cộng (40 xã)", "TỔNG CỘNG TOÀN THÀNH PHỐ", "Tổng số:", "Tổng:", "Cộng:", "Cộng toàn tỉnh", "* Tổng cộng", "Tổng"]


@pytest.mark.parametrize("name", TOTALS)
def test_a_row_of_totals_is_no_unit(name, capsys):
    assert run(put([*thon(2), (name, 30)], base=AUTO)) == 1
    assert "hàng cộng" in capsys.readouterr().err
    assert len(lines()) == 2


def test_a_text_of_a_row_may_speak_of_totals():
    rows = [("thôn Một", 10, "Tổng số: 12 hồ sơ"), ("thôn Hai", 10, "Cộng (đủ)")]
    assert run(put(rows, head=(*HEAD, "so_lieu.ket_qua"), base=AUTO.replace("[so_lieu]\n", '[so_lieu]\nket_qua = "không"\n'))) == 0


@pytest.mark.parametrize("name", ["xã Cộng Hòa", "Cộng Hòa", "Tổng cục A", "thôn Tổng Cộng"])
def test_a_unit_may_be_called_nearly_so(name):
    assert run(put([(name, 30)], base=AUTO)) == 0


def test_a_place_where_no_archive_can_be_is_told_before_numbers_are_taken(capsys):
    Path("nen").mkdir()
    command = put(thon(2), base=AUTO)
    assert run([*command, "--zip", "nen"]) == 2
    assert run([*command, "--zip", "khong-co/a.zip"]) == 4
    assert not Path(numbering.NAME).exists()
    assert "là thư mục" in capsys.readouterr().err


# --- a common file of another name -----------------------------------------------------------------------


def renamed(command: list[str], name: str = "ket-luan.toml") -> list[str]:
    Path("chung.toml").rename(name)
    return [name if word == "chung.toml" else word for word in command]


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace("ngay = 2024-06-12", "ngay = 2024-06-13")], ids=["same", "other day"])
def test_a_renamed_common_file_takes_no_second_numbers(change, capsys):
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    before, after = made(), renamed(command)
    Path("ket-luan.toml").write_text(change(Path("ket-luan.toml").read_text("utf-8")), "utf-8")
    for dry in ([], ["--dry-run"]):
        capsys.readouterr()
        assert run([*after, *dry]) == 3
        err = capsys.readouterr().err
        assert "in từ tệp chung.toml" in err
        assert "lấy số thứ hai" in err
        assert (made(), len(lines())) == (before, 2)
    assert run(renamed_back(after)) == 0
    assert len(lines()) == 2


def renamed_back(command: list[str]) -> list[str]:
    Path("ket-luan.toml").rename("chung.toml")
    return ["chung.toml" if word == "ket-luan.toml" else word for word in command]


def test_nor_into_another_folder(capsys):
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    after = renamed(command)
    assert run(["khac" if word == str(OUT) else word for word in after]) == 3
    assert "trả tệp về tên và chỗ cũ, chung.toml" in capsys.readouterr().err
    assert len(lines()) == 2


def test_a_new_row_of_a_renamed_common_file_has_its_number():
    assert run(put(thon(1), base=AUTO)) == 0
    assert run(renamed(put(thon(2), base=AUTO))) == 1
    assert [so for _, so, _, _ in lines()] == [1, 2]


def test_the_papers_of_another_day_are_new_in_another_folder():
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    after = ["khac" if word == str(OUT) else word for word in renamed(command)]
    text = Path("ket-luan.toml").read_text("utf-8")
    Path("ket-luan.toml").write_text(text.replace("ngay = 2024-06-12", "ngay = 2024-06-13"), "utf-8")
    assert run(after) == 0
    assert len(lines()) == 4


def test_a_renamed_common_file_has_new_numbers_when_the_old_are_void():
    command = put(thon(1), base=AUTO)
    assert run(command) == 0
    assert run(["register", "void", "1", "--reason", "in lại"]) == 0
    assert run(renamed(command)) == 0
    assert [so for _, so, _, state in lines() if state != register.HUY] == [2]


def test_a_renamed_findings_file_of_a_folder_takes_no_second_number(capsys):
    Path("thang-6").mkdir()
    Path("thang-6/mot.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    command = ["batch", "thang-6", "-o", str(OUT), "--jobs", "1"]
    assert run(command) == 0
    Path("thang-6/mot.toml").rename("thang-6/hai.toml")
    assert run(command) == 3
    assert "thang-6/mot.toml" in capsys.readouterr().err
    assert len(lines()) == 1


def test_all_moved_into_a_folder_is_told_where_to_put_it_back(capsys):
    command = put(thon(2), base=AUTO)
    Path("notice-gen.toml").touch()
    assert run(command) == 0
    Path("moi").mkdir()
    for name in ("chung.toml", str(OUT)):
        Path(name).rename(f"moi/{name}")
    capsys.readouterr()
    moved = [f"moi/{word}" if word in {"chung.toml", str(OUT)} else word for word in command]
    assert run(moved) == 0
    assert capsys.readouterr().err == "2 văn bản đã có, không đổi.\n"
    common = Path("moi/chung.toml")
    common.write_text(common.read_text("utf-8").replace("Đã công khai.", "Đã niêm yết công khai."), "utf-8")
    assert run(moved) == 3
    err = capsys.readouterr().err
    assert "trả về tên và chỗ cũ, chung.toml" in err
    assert "Ghi so =" not in err
    assert len(lines()) == 2


# --- a register in a folder above ------------------------------------------------------------------------


@pytest.fixture
def below(monkeypatch) -> list[str]:
    """A folder below that of a register, with a common file, its rows and the command."""
    with register.connect(numbering.NAME):
        pass
    Path("cong-viec").mkdir()
    monkeypatch.chdir("cong-viec")
    return put(thon(2), base=AUTO)


def test_a_register_in_a_folder_above_is_told_once(below, capsys):
    assert run(below) == 0
    assert capsys.readouterr().err.count("Có sổ văn bản ở") == 1


def test_before_numbers_are_taken(below, capsys):
    assert run([*below, "--strict"]) == 3
    assert "Có sổ văn bản ở" in capsys.readouterr().err
    assert not Path(numbering.NAME).exists()


@pytest.mark.usefixtures("below")
def test_also_of_typed_numbers(capsys):
    assert run([*put([("3", "thôn Ba", 10)], head=NUMBERS)]) == 0
    assert "Có sổ văn bản ở" in capsys.readouterr().err


@pytest.mark.parametrize("base", [BASE, AUTO + '\n[the_thuc]\nbo_qua = ["so_ngoai_so"]\n'])
def test_not_of_drafts_and_not_when_waived(base, below, capsys):
    Path("chung.toml").write_text(base, "utf-8")
    run(below)
    assert "Có sổ văn bản ở" not in capsys.readouterr().err
