"""``notice-gen batch`` as a clerk meets it: rows or files in, one Word file each, and again."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers.batches import AUTO, BASE, HEAD, OUT, made, manifest, put, said, thon
from tests.helpers.findings import GOOD, spoilt

DRAFT = "du-thao-tb-ubnd-thon-{}.docx"


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def lines(where: str = numbering.NAME) -> list[tuple[int, str, str]]:
    with register.connect(where, create=False) as book:
        return [(entry.so, entry.don_vi, entry.trang_thai) for entry in register.entries(book)]


def untouched(names: list[str]) -> dict[str, int]:
    """When each file was last written: a file left alone keeps its time."""
    for name in names:
        os.utime(OUT / name, ns=(10**18, 10**18))
    return {name: (OUT / name).stat().st_mtime_ns for name in names}


# --- making -------------------------------------------------------------------------------------------


def test_every_row_gives_one_file_and_one_line(capsys):
    assert run(put(thon(3))) == 0
    out, err = capsys.readouterr()
    names = [DRAFT.format(n) for n in (1, 2, 3)]
    assert out.splitlines() == [f"ra/{name}" for name in names]
    assert err == "Đã ghi 3 văn bản vào ra.\n"
    assert sorted(made()) == names
    assert "Đã tiếp nhận 20 hồ sơ." in said(names[1])
    for line, name in zip(manifest(), names, strict=True):
        assert (line["status"], line["output"], line["number"]) == ("written", name, None)
        assert line["sha256"] == hashlib.sha256(made()[name]).hexdigest()
        assert all(len(line[key]) == 64 for key in ("input_sha256", "template_sha256"))
        assert line["version"]
    assert [line["place"] for line in manifest()] == [f"so-lieu.csv, dòng {n}" for n in (2, 3, 4)]


@pytest.mark.slow
def test_a_batch_prints_the_same_bytes_as_render_and_as_many_processes(capfdbinary):
    command = put(thon(150))
    assert run(command) == 0
    alone = made()
    assert run([*command[:-2], "--jobs", "2", "-o", "hai"]) == 0
    assert made(Path("hai")) == alone
    Path("mot.toml").write_text(BASE.replace("[so_lieu]\n", '[don_vi]\nten = "thôn 7"\n\n[so_lieu]\ntiep_nhan = 70\n'), "utf-8")
    capfdbinary.readouterr()
    assert run(["render", "mot.toml", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == alone[DRAFT.format(7)]


def test_the_files_of_a_folder(capsys):
    Path("vao").mkdir()
    for n, name in enumerate(("b", "a", "c"), start=1):
        Path(f"vao/{name}.toml").write_text(spoilt("thôn Một", f"thôn {n}").replace("so = 12", f"so = {n}"), "utf-8")
    Path("vao/notice-gen.toml").write_text("", "utf-8")
    for files in (["vao"], ["vao/*.toml"], ["vao/a.toml", "vao/b.toml", "vao/c.toml", "vao/a.toml", "vao/notice-gen.toml"]):
        assert run(["batch", *files]) == 0
        assert sorted(made(Path("vao/ket-qua"))) == [f"0{n}-tb-ubnd-thon-{n}.docx" for n in (1, 2, 3)]
    assert [line["key"] for line in manifest(Path("vao/ket-qua"))] == ["../a.toml", "../b.toml", "../c.toml"]
    assert "3 văn bản đã có, không đổi." in capsys.readouterr().err


def test_several_common_files_each_with_every_row():
    command = put(thon(2))
    Path("moi.toml").write_text(BASE.replace("Kết luận kiểm tra tại", "Mời họp tại"), "utf-8")
    assert run([command[0], "chung.toml", "moi.toml", *command[2:], "--name", "{{ van_ban.trich_yeu | slug }}"]) == 0
    assert sorted(made()) == [f"{what}-tai-thon-{n}.docx" for what in ("ket-luan-kiem-tra", "moi-hop") for n in (1, 2)]


def test_only_and_limit_choose(capsys):
    command = put(thon(9))
    assert run([*command, "--only", "so_lieu.tiep_nhan > 30 and don_vi.ten != 'thôn 5'", "--limit", "2"]) == 0
    assert sorted(made()) == [DRAFT.format(4), DRAFT.format(6)]
    assert run([*command, "--only", "tiep_nhan < 20"]) == 0
    assert sorted(made()) == [DRAFT.format(n) for n in (1, 4, 6)]
    capsys.readouterr()
    assert run([*command, "--only", "tiep_nhn < 20"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("--only:1:1: lỗi: Không có số liệu nào tên “tiep_nhn”.\n    tiep_nhn < 20\n    ^^^^^^^^^^^^^\n")
    assert "Có phải ý bạn là “tiep_nhan”?" in err
    assert run([*command, "--only", "tiep_nhan <"]) == 2


NAMES = [
    ("{{ don_vi.ten | slug }}-{{ so_lieu.tiep_nhan }}.docx", "thôn 1", "thon-1-10.docx"),
    ("{{ don_vi.ten }}", "thôn Một", "thôn Một.docx"),
    ("{{ don_vi.ten }}", "../../etc", "etc.docx"),
    ("{{ don_vi.ten }}", "..", "van-ban.docx"),
    ("{{ don_vi.ten }}", "CON", "_CON.docx"),
    ("{{ don_vi.ten }}", r"a\b/c:d", "a-b-c-d.docx"),
    ("{{ don_vi.ten }}", "x" * 500, "x" * 120 + ".docx"),
]


@pytest.mark.parametrize(("pattern", "ten", "name"), NAMES)
def test_names_from_a_pattern_stay_in_the_folder(pattern, ten, name):
    assert run([*put([(ten, 10)]), "--name", pattern]) == 0
    assert list(made()) == [name]
    assert {path.name for path in Path().iterdir()} == {"chung.toml", "so-lieu.csv", "ra"}


def test_a_pattern_that_cannot_be_read_is_wrong_usage_and_one_that_cannot_be_worked_out_a_bad_row(capsys):
    command = put(thon(2))
    assert run([*command, "--name", "{{ don_vi.ten"]) == 2
    assert run([*command, "--name", "{{ don_vi.tinh }}"]) == 3
    assert "“don_vi.tinh” chưa có giá trị" in capsys.readouterr().err
    assert made() == {}


# --- bad rows -----------------------------------------------------------------------------------------


def test_one_bad_row_stops_no_other(capsys):
    assert run(put([("thôn 1", 10), ("thôn 2", -5), ("thôn 3", 30)])) == 1
    err = capsys.readouterr().err
    assert sorted(made()) == [DRAFT.format(1), DRAFT.format(3)]
    assert "so-lieu.csv:3:8: lỗi: Không khớp" in err
    assert "dòng 3:" not in err  # said once
    assert "tiep_nhan = -5" in err
    table = err[err.index("Không in được:") :]
    assert "so-lieu.csv, dòng 3  thôn 2" in table
    assert [(line["status"], line["place"]) for line in manifest()][-1] == ("refused", "so-lieu.csv, dòng 3")
    assert run(put([("thôn 1", 10), ("thôn 2", 5), ("thôn 3", 30)])) == 0
    assert "Đã ghi 1 văn bản vào ra. 2 văn bản đã có, không đổi." in capsys.readouterr().err


def test_when_every_row_is_bad_nothing_is_left_behind(capsys):
    assert run(put([("thôn 1", -1), ("thôn 2", -2)])) == 3
    assert "Không ghi tệp nào." in capsys.readouterr().err
    assert not OUT.exists()


@pytest.mark.parametrize(
    ("base", "message"),
    [
        (BASE.replace('luu = "VT"', "luu = VT"), "Chữ phải đặt trong dấu nháy"),
        (BASE.replace('mau = "thong-bao"', 'mau = "thong-bo"'), "Không có mẫu nào tên “thong-bo”"),
        (BASE.replace('luu = "VT"', 'lu = "VT"'), "“lu”"),
        ("", "Tệp trống"),
    ],
)
def test_a_bad_common_file_is_refused_once(base, message, capsys):
    assert run(put(thon(30), base=base)) == 3
    assert capsys.readouterr().err.count(message) == 1
    assert not OUT.exists()


def test_an_unusable_template_is_refused_as_a_whole():
    Path("mau.docx").write_text("x", "utf-8")
    assert run([*put(thon(3)), "--template", "mau.docx"]) == 3
    assert run([*put(thon(3)), "--template", "khong-co.docx"]) == 3


def test_a_number_asked_for_as_a_word_is_told_in_vietnamese(capsys):
    for value in ("ba", "0"):
        assert run([*put(thon(3)), "--limit", value]) == 2
        assert re.search("--limit.*không phải số nguyên|--limit.*không nằm trong khoảng", capsys.readouterr().err)
    assert not OUT.exists()


def test_strict_refuses_the_rows_that_have_warnings():
    command = put([("thôn 1", 10, "3/6 (60%)"), ("thôn 2", 20, "3/6 (50%)")], head=(*HEAD, "so_lieu.ghi_chu"), base=BASE.replace("{{ tiep_nhan }} hồ sơ", "{{ tiep_nhan }} hồ sơ, đạt {{ ghi_chu }}"))
    assert run(command) == 0
    assert run([*command, "--strict", "-o", "chat"]) == 1
    assert sorted(made(Path("chat"))) == [DRAFT.format(2)]


def test_a_doubt_that_many_rows_share_is_told_once(capsys):
    base = BASE.replace("[[kiem_tra]]", "phan_anh = 5\n\n[[kiem_tra]]", 1)
    rows = [(f"thôn {n}", 10, "") for n in range(9)]
    assert run(put(rows, head=(*HEAD, "so_lieu.phan_anh"), base=base)) == 0
    err = capsys.readouterr().err
    assert err.count("Cả cột để trống, lấy theo tệp chung: phan_anh = 5.") == 1
    assert "so-lieu.csv, dòng 2 và 8 văn bản khác:" in err


@pytest.mark.parametrize(("language", "place"), [("vi", "so-lieu.csv, dòng 2"), ("en", "so-lieu.csv, line 2")])
def test_a_plan_names_its_rows_in_the_language_spoken(language, place, capsys):
    assert run(["--lang", language, *put(thon(2)), "--dry-run"]) == 0
    assert place in capsys.readouterr().out
    assert run(["--lang", language, *put(thon(2)), "--dry-run", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["input"] == place


def test_a_unit_that_has_two_rows_is_told_by_both_places(capsys):
    assert run(put([("thôn 1", 10), ("thôn 2", 20), ("Thôn  1", 30)])) == 1
    err = capsys.readouterr().err
    assert list(made()) == [DRAFT.format(2)]
    assert "so-lieu.csv, dòng 2:\nlỗi: Đơn vị “thôn 1” có hai hàng: hàng này và so-lieu.csv, dòng 4." in err
    assert "so-lieu.csv, dòng 4:\nlỗi: Đơn vị “Thôn 1” có hai hàng: hàng này và so-lieu.csv, dòng 2." in err


def test_a_unit_known_by_its_code_is_called_by_its_name_too(capsys):
    rows = [("00004", "phường Ba Đình", 10), ("00004", "phường Ba Đình", 20), ("00008", "phường Ngọc Hà", "x")]
    assert run(put(rows, head=("don_vi.ma", *HEAD))) == 3
    err = capsys.readouterr().err
    assert "Đơn vị “phường Ba Đình, 00004” có hai hàng" in err
    assert "  so-lieu.csv, dòng 4  phường Ngọc Hà  " in err


@pytest.mark.parametrize(
    ("van_ban", "last", "status", "message"),
    [
        ("", 7, 1, "dòng 2: lỗi: Chưa điền phan_anh: giá trị 5 trong tệp chung không in thay cho hàng này."),  # others have it: it was left out
        ("", "", 0, "Cả cột để trống, lấy theo tệp chung: phan_anh = 5."),
        ("so = 5", 7, 1, "Chưa điền phan_anh"), ("so = 5", "", 3, "Chưa điền phan_anh"),  # no draft: a figure of nobody's goes out
        ('so = "tu-dong"', "", 3, "Chưa điền phan_anh"),
    ],
)  # fmt: skip
def test_a_figure_that_a_row_leaves_out_is_not_that_of_the_common_file(van_ban, last, status, message, capsys):
    base = BASE.replace("[[kiem_tra]]", "phan_anh = 5\n\n[[kiem_tra]]", 1).replace("[van_ban]", f"[van_ban]\n{van_ban}", 1)
    command = put([("thôn 1", 10, ""), ("thôn 2", 10, last)], head=(*HEAD, "so_lieu.phan_anh"), base=base)
    assert run([*command, "--limit", "2"]) == status
    err = capsys.readouterr().err
    assert message.removeprefix("dòng 2: ") in err
    assert "thôn 1" not in "".join(path for path in made() if status)


def test_a_column_of_numbers_makes_papers_of_rows_that_have_one(capsys):
    base = BASE.replace("[[kiem_tra]]", "phan_anh = 5\n\n[[kiem_tra]]", 1)
    command = put([("thôn 1", 10, "", 7), ("thôn 2", 10, "", "")], head=(*HEAD, "so_lieu.phan_anh", "van_ban.so"), base=base)
    assert run(command) == 1
    assert "so-lieu.csv:2:11: lỗi: Chưa điền phan_anh" in capsys.readouterr().err
    assert list(made()) == [DRAFT.format(2)]


@pytest.mark.parametrize("pair", [("thôn A", "Thôn a b"), (unicodedata.normalize("NFD", "thôn Điền"), "thôn ĐIỀN b")])
def test_two_files_of_one_name_are_refused_before_any_is_written(pair, capsys):
    command = put([(pair[0], 10), (pair[1], 20), ("thôn C", 30)])
    assert run([*command, "--name", "{{ 'x' if don_vi.ten != 'thôn C' else don_vi.ten }}"]) == 1
    assert list(made()) == ["thôn C.docx"]
    assert capsys.readouterr().err.count("lỗi: Tên tệp “x.docx” trùng") == 2
    assert run([*command, "--name", "{{ don_vi.ten | lower | trim }}"]) == 0


def test_a_number_written_twice_is_refused(capsys):
    rows = [("thôn 1", 10, 5), ("thôn 2", 20, 6), ("thôn 3", 30, 5)]
    assert run(put(rows, head=(*HEAD, "van_ban.so"))) == 1
    assert list(made()) == ["06-tb-ubnd-thon-2.docx"]
    assert "Số 05/TB-UBND cũng ghi ở so-lieu.csv, dòng 4" in capsys.readouterr().err


# --- numbers ------------------------------------------------------------------------------------------


def test_numbers_follow_the_rows_without_a_gap_and_stay():
    rows = [("thôn B", 10), ("thôn A", -1), ("thôn D", 30), ("thôn C", 40)]
    assert run(put(rows, base=AUTO)) == 1
    assert lines() == [(1, "thôn B", "đã cấp"), (2, "thôn D", "đã cấp"), (3, "thôn C", "đã cấp")]
    assert sorted(made()) == ["01-tb-ubnd-thon-b.docx", "02-tb-ubnd-thon-d.docx", "03-tb-ubnd-thon-c.docx"]
    assert "Số: 02/TB-UBND" in said("02-tb-ubnd-thon-d.docx")
    # sorted, one put right, one in the middle
    again = [("thôn A", 5), ("thôn B", 10), ("thôn BB", 1), ("thôn C", 40), ("thôn D", 31)]
    assert run(put(again, base=AUTO)) == 0
    assert {(so, don_vi) for so, don_vi, _ in lines()} == {(1, "thôn B"), (2, "thôn D"), (3, "thôn C"), (4, "thôn A"), (5, "thôn BB")}
    assert "Đã tiếp nhận 31 hồ sơ." in said("02-tb-ubnd-thon-d.docx")
    assert len(made()) == 5


@pytest.mark.slow
def test_many_rows_with_bad_ones_between_get_numbers_without_gaps():
    rows = [(ten, -1 if n % 9 == 4 else figure) for n, (ten, figure) in enumerate(thon(80))]
    good = [ten for ten, figure in rows if figure >= 0]
    assert run([*put(rows, base=AUTO)[:-1], "2"]) == 1
    assert [(so, don_vi) for so, don_vi, _ in lines()] == list(enumerate(good, start=1))
    for line in manifest():
        if line["status"] == "written":
            assert f"Số: {line['number']:02}/TB-UBND" in said(line["output"])


def test_a_row_without_a_unit_may_not_take_a_number(capsys):
    command = put([(10,), (20,)], head=("so_lieu.tiep_nhan",), base=AUTO.replace("[so_lieu]", '[don_vi]\nten = "thôn X"\n\n[so_lieu]'))
    assert run(command) == 3
    assert "không giữ được số đã cấp" in capsys.readouterr().err
    assert not Path(numbering.NAME).exists()


def test_explicit_numbers_are_checked_against_the_register_and_entered(capsys):
    Path("khac.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    assert run(["render", "khac.toml"]) == 0
    rows = [("thôn 1", 10, 2), ("thôn 2", 20, 1), ("thôn 3", 30, 3)]
    capsys.readouterr()
    assert run(put(rows, head=(*HEAD, "van_ban.so"))) == 1
    err = capsys.readouterr().err
    assert "Số 1 năm 2024 đã dùng cho văn bản 01/TB-UBND" in err
    assert "so-lieu.csv:3:" in err
    assert [(so, don_vi) for so, don_vi, _ in lines()] == [(1, "thôn Một"), (2, "thôn 1"), (3, "thôn 3")]


def test_strict_takes_no_number_that_is_doubtful(capsys):
    rows = [("thôn 1", 10, 3), ("thôn 2", 20, 40)]
    Path("khac.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    assert run(["render", "khac.toml"]) == 0
    assert run([*put(rows, head=(*HEAD, "van_ban.so")), "--strict"]) == 3
    assert "cách số cuối trong sổ" in capsys.readouterr().err
    assert len(lines()) == 1
    assert made() == {}


def test_a_number_made_void_is_not_printed_again():
    command = put(thon(2), base=AUTO)
    assert run(command) == 0
    with register.connect(numbering.NAME) as book:
        register.void(book, [register.entries(book)[0].id], "in nhầm")
    assert run(command) == 0
    assert sorted(made()) == ["02-tb-ubnd-thon-2.docx", "03-tb-ubnd-thon-1.docx"]
    assert [(so, trang_thai) for so, _, trang_thai in lines()] == [(1, "hủy"), (2, "đã cấp"), (3, "đã cấp")]


def test_a_register_lost_and_begun_anew_gets_the_numbers_that_files_bear():
    command = put(thon(3), base=AUTO)
    assert run(command) == 0
    before = made()
    Path(numbering.NAME).unlink()
    Path("khac.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"').replace("thôn Một", "thôn Khác"), "utf-8")
    assert run(command) == 0
    assert [(so, don_vi) for so, don_vi, _ in lines()] == [(1, "thôn 1"), (2, "thôn 2"), (3, "thôn 3")]
    assert made() == before


# --- again --------------------------------------------------------------------------------------------


def test_what_is_done_and_unchanged_is_left_alone(capsys):
    command = put(thon(5))
    assert run(command) == 0
    times = untouched(sorted(made()))
    capsys.readouterr()
    assert run(command) == 0
    assert capsys.readouterr() == ("", "5 văn bản đã có, không đổi.\n")
    assert untouched([]) == {}
    assert {name: (OUT / name).stat().st_mtime_ns for name in times} == times
    assert len(manifest()) == 5
    rows = thon(5)
    rows[2] = ("thôn 3", 33)
    assert run(put(rows)) == 0
    changed = [name for name, at in times.items() if (OUT / name).stat().st_mtime_ns != at]
    assert changed == [DRAFT.format(3)]
    assert "Đã tiếp nhận 33 hồ sơ." in said(DRAFT.format(3))


def test_the_same_mailing_spelt_otherwise_is_the_same_mailing(tmp_path, monkeypatch, capsys):
    there, elsewhere = tmp_path / "vb", tmp_path / "khac"
    there.mkdir()
    elsewhere.mkdir()
    (tmp_path / "loi-tat").symlink_to(there)
    monkeypatch.chdir(there)
    Path("notice-gen.toml").write_text("[dinh_dang]\nco_chu = 13\n", "utf-8")
    assert run(put(thon(2), base=AUTO)) == 0
    before = made()
    for cwd, to in ((tmp_path, "vb"), (elsewhere, "../vb"), (elsewhere, str(there)), (tmp_path, "loi-tat")):
        monkeypatch.chdir(cwd)
        capsys.readouterr()
        assert run(["batch", f"{to}/chung.toml", "--data", f"{to}/so-lieu.csv", "-o", str(there / "ra"), "--jobs", "1"]) == 0
        assert capsys.readouterr().err == "2 văn bản đã có, không đổi.\n", to
    assert made(there / "ra") == before
    assert [so for so, _, _ in lines(str(there / numbering.NAME))] == [1, 2]


@pytest.mark.parametrize("what", ["base", "office", "name", "template"])
def test_whatever_a_file_depends_on_makes_it_anew(what, capsys):
    command = put(thon(2))
    assert run(command) == 0
    if what == "base":
        command = put(thon(2), base=BASE.replace("Đã công khai.", "Đã niêm yết công khai."))
    elif what == "office":
        Path("notice-gen.toml").write_text('[dinh_dang]\nco_chu = 13\n', "utf-8")
    elif what == "name":
        command += ["--name", "{{ don_vi.ten | slug }}"]
    else:
        from notice_gen import templates

        Path("mau-rieng.docx").write_bytes(templates.find("thong-bao").docx)
        command += ["--template", "mau-rieng.docx"]
    capsys.readouterr()
    assert run(command) == 0
    assert "Đã ghi 2 văn bản vào ra." in capsys.readouterr().err
    assert len(made()) == 2


def test_a_figure_that_an_office_s_own_word_file_may_print_is_not_doubted(capsys):
    """As ``render`` has it; even where that file is a copy of ours."""
    from notice_gen import templates

    Path("mau-rieng.docx").write_bytes(templates.find("thong-bao").docx)
    Path("bo").mkdir()
    Path("bo/mot.toml").write_text(spoilt("[so_lieu]\n", "[so_lieu]\nkhac = 1250\n"), "utf-8")
    command = ["batch", "bo", "-o", str(OUT), "--jobs", "1"]
    assert run(command) == 0
    assert "so_lieu_khong_dung" in capsys.readouterr().err
    assert run([*command, "--template", "mau-rieng.docx"]) == 0
    assert "so_lieu_khong_dung" not in capsys.readouterr().err


def test_a_file_that_is_gone_comes_back():
    command = put(thon(3))
    assert run(command) == 0
    before = made()
    (OUT / DRAFT.format(2)).unlink()
    assert run(command) == 0
    assert made() == before


def test_without_the_manifest_everything_is_made_again_to_the_same_bytes():
    command = put(thon(3), base=AUTO)
    assert run(command) == 0
    before, times = made(), untouched(sorted(made()))
    (OUT / "ket-qua.jsonl").unlink()
    assert run(command) == 0
    assert made() == before
    assert {name: (OUT / name).stat().st_mtime_ns for name in times} == times
    assert len(manifest()) == 3


@pytest.mark.parametrize(
    "torn",
    [b'{"key": "../chung.toml|th', b"\xff\xfe\x00", b'{"key": 1}\n', b'{"status": "written"}\n', b"[]\n", b'{"key": "x", "status": "written", "output": "../../etc/passwd", "sha256": "", "input_sha256": "", "number": null, "register": ""}\n'],
)
def test_a_manifest_with_a_torn_or_strange_line_is_read_on(torn, capsys):
    command = put(thon(2))
    assert run(command) == 0
    with (OUT / "ket-qua.jsonl").open("ab") as file:
        file.write(torn)
    rows = thon(3)
    capsys.readouterr()
    assert run(put(rows)) == 0
    assert "Đã ghi 1 văn bản vào ra. 2 văn bản đã có, không đổi." in capsys.readouterr().err
    capsys.readouterr()
    assert run(put(rows)) == 0
    assert capsys.readouterr().err == "3 văn bản đã có, không đổi.\n"


def test_a_file_edited_in_word_is_left_alone_until_told(capsys):
    command = put(thon(2))
    assert run(command) == 0
    edited = OUT / DRAFT.format(1)
    edited.write_bytes(b"edited")
    capsys.readouterr()
    assert run(command) == 0
    assert "1 văn bản đã được sửa trong Word, để yên" in capsys.readouterr().err
    assert edited.read_bytes() == b"edited"
    changed = put([("thôn 1", 11), ("thôn 2", 22)])
    assert run(changed) == 1
    err = capsys.readouterr().err
    assert "đã có và đã được sửa" in err
    assert edited.read_bytes() == b"edited"
    assert "Đã tiếp nhận 22 hồ sơ." in said(DRAFT.format(2))
    assert run([*changed, "--if-exists", "skip"]) == 0
    assert edited.read_bytes() == b"edited"
    assert run([*changed, "--if-exists", "rename"]) == 0
    assert sorted(made()) == sorted([DRAFT.format(1), DRAFT.format("1 (2)"), DRAFT.format(2)])
    edited.write_bytes(b"edited")
    (OUT / "ket-qua.jsonl").unlink()
    assert run([*changed, "--if-exists", "overwrite"]) == 0
    assert "Đã tiếp nhận 11 hồ sơ." in said(DRAFT.format(1))


@pytest.mark.slow
def test_a_notice_that_is_called_otherwise_now_leaves_no_old_file(capsys):
    assert run(put([("00004", "phường Ba Đình", 10), ("00008", "phường Liễu Giai", 20)], head=("don_vi.ma", *HEAD), base=AUTO)) == 0
    (OUT / "02-tb-ubnd-phuong-lieu-giai.docx").write_bytes(b"edited")
    capsys.readouterr()
    assert run(put([("00004", "phường Ba Đình mới", 10), ("00008", "phường Liễu Giai mới", 20)], head=("don_vi.ma", *HEAD), base=AUTO)) == 3
    # the register knows the numbers as another unit's: that is told, not printed
    assert "nay nội dung là của văn bản khác" in capsys.readouterr().err


def test_a_draft_that_is_called_otherwise_now_leaves_no_old_file(capsys):
    head = ("don_vi.ma", *HEAD)
    assert run(put([("00004", "phường Ba Đình", 10), ("00008", "phường Liễu Giai", 20)], head=head)) == 0
    (OUT / "du-thao-tb-ubnd-phuong-lieu-giai.docx").write_bytes(b"edited")
    capsys.readouterr()
    assert run(put([("00004", "phường Một", 10), ("00008", "phường Hai", 20)], head=head)) == 0
    assert sorted(made()) == [f"du-thao-tb-ubnd-phuong-{name}.docx" for name in ("hai", "lieu-giai", "mot")]
    assert "Đã bỏ 1 tệp cũ" in capsys.readouterr().err


def test_names_that_change_places_are_kept_apart():
    head = ("don_vi.ma", *HEAD)
    assert run(put([("00004", "A", 10), ("00008", "B", 20)], head=head)) == 0
    assert run(put([("00004", "B", 10), ("00008", "A", 20)], head=head)) == 0
    assert {name: "10 hồ sơ" in said(name) for name in made()} == {"du-thao-tb-ubnd-a.docx": False, "du-thao-tb-ubnd-b.docx": True}


def test_a_row_of_another_run_is_not_written_over(capsys):
    assert run(put(thon(2))) == 0
    command = put(thon(3))
    assert run([*command, "--only", "tiep_nhan == 30", "--name", DRAFT.format(1)]) == 3
    assert "là của văn bản khác đã in lần trước" in capsys.readouterr().err
    assert "Đã tiếp nhận 10 hồ sơ." in said(DRAFT.format(1))


# --- packed -------------------------------------------------------------------------------------------


def test_finished_files_in_one_archive_the_same_every_time(capsys):
    command = [*put([("thôn B", 10), ("thôn A", 20), ("thôn X", -1)]), "--zip", "gui.zip"]
    assert run(command) == 1
    assert "Đã nén 2 tệp vào gui.zip." in capsys.readouterr().err
    with zipfile.ZipFile("gui.zip") as archive:
        assert archive.namelist() == ["du-thao-tb-ubnd-thon-b.docx", "du-thao-tb-ubnd-thon-a.docx"]
        assert {name: archive.read(name) for name in archive.namelist()} == made()
        assert {(info.compress_type, info.date_time) for info in archive.infolist()} == {(zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))}
    before = Path("gui.zip").read_bytes()
    assert run([*command, "-o", "khac"]) == 1
    assert Path("gui.zip").read_bytes() == before
    assert run([*command, "--only", "don_vi.ten == 'thôn A'"]) == 0
    assert Path("gui.zip").read_bytes() != before
    assert {path.name for path in Path().iterdir()} == {"chung.toml", "so-lieu.csv", "ra", "khac", "gui.zip"}


def test_an_archive_that_cannot_be_written_says_where_and_the_files_stay(monkeypatch, capsys):
    opened = zipfile.ZipFile

    def full(file, mode="r", *args, **options):
        if mode == "x":
            raise OSError(errno.ENOSPC, "No space left on device", "gui.zip")
        return opened(file, mode, *args, **options)

    monkeypatch.setattr(zipfile, "ZipFile", full)
    assert run([*put(thon(2)), "--zip", "gui.zip"]) == 4
    err = capsys.readouterr().err
    assert "Ổ đĩa đã đầy, không ghi được “gui.zip”." in err
    assert len(made()) == 2


def test_an_archive_does_not_go_over_somebodys_file(capsys):
    Path("gui.zip").write_bytes(b"somebody's")
    command = [*put(thon(2)), "--zip", "gui.zip"]
    assert run(command) == 4
    assert "“gui.zip” đã có và đã được sửa" in capsys.readouterr().err
    assert len(made()) == 2
    assert Path("gui.zip").read_bytes() == b"somebody's"
    assert run([*command, "--if-exists", "rename"]) == 0
    assert zipfile.is_zipfile("gui (2).zip")
    assert run([*command, "--zip", "khong-co/gui.zip"]) == 4
    assert "Không có thư mục “khong-co”" in capsys.readouterr().err


# --- the plan, and JSON -------------------------------------------------------------------------------


def test_a_dry_run_shows_numbers_and_names_and_writes_nothing(capsys):
    rows = [("thôn 1", 10), ("thôn 2", -1), ("thôn 3", 30)]
    assert run([*put(rows, base=AUTO), "--dry-run"]) == 1
    out, err = capsys.readouterr()
    assert [line.split("\t") for line in out.splitlines()] == [
        ["01/TB-UBND", "01-tb-ubnd-thon-1.docx", "sẽ in", "so-lieu.csv, dòng 2"],
        ["-", "-", "hỏng", "so-lieu.csv, dòng 3"],
        ["02/TB-UBND", "02-tb-ubnd-thon-3.docx", "sẽ in", "so-lieu.csv, dòng 4"],
    ]
    assert "Kế hoạch, chưa ghi gì: 2 văn bản sẽ in." in err
    assert run(["--lang", "en", *put(rows, base=AUTO), "--dry-run"]) == 1
    assert capsys.readouterr().out.splitlines()[0].endswith("\tso-lieu.csv, line 2")
    assert {path.name for path in Path().iterdir()} == {"chung.toml", "so-lieu.csv"}
    assert run(put(rows, base=AUTO)) == 1
    capsys.readouterr()
    assert run([*put([*rows, ("thôn 4", 40)], base=AUTO), "--dry-run"]) == 1
    assert [line.split("\t")[:3:2] for line in capsys.readouterr().out.splitlines()] == [
        ["01", "đã có, không đổi"], ["-", "hỏng"], ["02", "đã có, không đổi"], ["03/TB-UBND", "sẽ in"],
    ]  # fmt: skip
    assert len(made()) == 2


def test_a_plan_gives_a_row_that_is_refused_no_number_of_another(capsys):
    command = [*put([("thôn 1", 10), ("thôn 1", 20), ("thôn 3", 30)], base=AUTO), "--dry-run"]
    assert run(command) == run(["--lang", "en", *command]) == 1
    out, err = capsys.readouterr()
    assert [line.split("\t")[:2] for line in out.splitlines()[:3]] == [["-", "-"], ["-", "-"], ["01/TB-UBND", "01-tb-ubnd-thon-3.docx"]]
    assert "this one and so-lieu.csv, line 3." in err


def test_json_says_what_became_of_every_row(capsys):
    command = put([("thôn 1", 10), ("thôn 2", -1)])
    assert run([*command, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    good, bad = told["results"]
    assert (good["status"], good["output"], good["number"], good["problems"]) == ("written", f"ra/{DRAFT.format(1)}", None, [])
    assert good["sha256"] == hashlib.sha256(made()[DRAFT.format(1)]).hexdigest()
    assert (bad["status"], bad["output"], bad["input"]) == ("refused", None, "so-lieu.csv, dòng 3")
    assert bad["problems"][0]["level"] == "error"
    assert told["problems"] == []
    assert run([*command, "--format", "json", "--dry-run", "-o", "khac"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [row["status"] for row in told["results"]] == ["planned", "refused"]
    assert told["results"][0]["output"] == DRAFT.format(1)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["batch"], 2),
        (["batch", "khong-co.toml"], 3),
        (["batch", "rong"], 2),
        (["batch", "chung.toml", "--data", "khong-co.csv"], 3),
        (["batch", "chung.toml", "--data", "so-lieu.csv", "--jobs", "0"], 2),
        (["batch", "chung.toml", "--data", "so-lieu.csv", "--limit", "0"], 2),
        (["batch", "chung.toml", "--data", "so-lieu.csv", "-o", "so-lieu.csv"], 4),
        (["batch", "chung.toml", "--data", "so-lieu.csv", "-o", "so-lieu.csv/x"], 4),
    ],
)
def test_wrong_commands(args, code):
    put(thon(1))
    Path("rong").mkdir()
    assert run(args) == code
    assert sorted(path.name for path in Path().iterdir()) == ["chung.toml", "rong", "so-lieu.csv"]


def test_english(capsys):
    assert run([*put([("thôn 1", 10), ("thôn 2", -1)]), "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "Notices written into ra: 1." in err
    assert "Không" not in err.replace("Không khớp", "")


def test_a_slip_in_the_common_file_is_told_once_where_no_row_says_otherwise(capsys):
    base = BASE.replace("[so_lieu]\n", "[so_lieu]\ndan_so = 1.250\n")
    assert run(put(thon(3), base=base)) == 0
    err = capsys.readouterr().err
    assert err.count("1.250 được hiểu là số thập phân") == 1
    assert "chung.toml:" in err
    rows = [(*row, 5) for row in thon(3)]
    assert run([*put(rows, head=(*HEAD, "so_lieu.dan_so"), base=base), "--if-exists", "overwrite"]) == 0
    assert "1.250" not in capsys.readouterr().err


def test_a_constant_that_became_a_column_is_told_once(capsys):
    base = BASE.replace("[so_lieu]\n", "[so_lieu]\nnam_truoc = 2025\nqua_han = 3\n")
    head = ("don_vi.ten", "so_lieu.tiep_nhan", "so_lieu.qua_han", "so_lieu.nam_truoc")
    rows = [(f"thôn {n}", n, "" if n % 3 == 0 else n, "") for n in range(1, 10)]
    assert run(put(rows, head=head, base=base)) == 1
    err = capsys.readouterr().err
    assert (err.count("nam_truoc = 2025"), err.count("lỗi: Chưa điền qua_han")) == (1, 3)
    assert "và 5 văn bản khác" in err


def test_only_the_rows_that_excel_shows(capsys):
    put([], base=BASE)
    book = openpyxl.Workbook()
    for row in (HEAD, *thon(4)):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save("bang.xlsx")
    command = ["batch", "chung.toml", "--data", "bang.xlsx", "-o", str(OUT), "--jobs", "1"]
    assert run(command) == 3
    assert "thêm --visible-only" in capsys.readouterr().err
    assert run([*command, "--visible-only"]) == 0
    assert sorted(made()) == [DRAFT.format(n) for n in (1, 3, 4)]


def test_what_is_too_much_to_show_says_in_its_line_how_all_of_it_is_seen(capsys):
    command = put([(f"thôn {n}", f"{n} hồ sơ") for n in range(25)], base=BASE.replace("[so_lieu]\n", "[so_lieu]\ntiep_nhan = 7\n"))
    assert run(command) == 3
    err = capsys.readouterr().err
    assert "… và 5 lỗi khác; muốn xem hết thì thêm --format json, hoặc --mark loi.xlsx" in err
    assert "… và 5 văn bản khác; muốn xem hết thì thêm --format json" in err
    assert run([*command, "--format", "json"]) == 3
    assert len([problem for result in json.loads(capsys.readouterr().out)["results"] for problem in result["problems"]]) == 25
