"""From text to Notice: what is accepted, what is refused, and what the clerk then reads."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from notice_gen import issue, reader
from notice_gen.errors import ExitCode, InputError, Problem
from notice_gen.reader import Layer
from tests.helpers.findings import GOOD, TODAY, faults, spoilt
from tests.reader.wrong_inputs import WRONG_INPUTS


def read(text: str):
    return reader.read([reader.parse(text.encode(), file="tep.toml")], None, TODAY).notice


def place(problem: Problem) -> tuple[int, int, str]:
    assert problem.place
    at = problem.place.column - 1
    return problem.place.line, problem.place.column, problem.place.text[at : at + problem.place.width]


def test_a_good_file_becomes_a_notice():
    notice = read(GOOD)
    assert notice.van_ban.so == 12
    assert notice.van_ban.ngay == dt.date(2024, 6, 12)
    assert notice.muc[0].phat_hien[1].ma == "A-01"
    assert notice.so_lieu["tiep_nhan"] == 322
    assert notice.mo_dau
    assert notice.mo_dau.noi_dung == ("Căn cứ Biên bản kiểm tra;", "Thông báo như sau:")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.replace("so = 12", "\tso\t=\t12  # ghi chú"),
        GOOD.replace('"Bình Điền"', "'Bình Điền'"),
        spoilt("so = 12\nngay = 2024-06-12\n", ""),
        spoilt("so = 12", 'so = "tu-dong"'),
        spoilt('gui = ["Thôn Một", "Thôn Hai"]\n', ""),
    ],
)
def test_harmless_differences_are_accepted(text):
    assert faults(text) == ()


def test_decomposed_letters_are_composed():
    notice = read(GOOD.replace("Bình Điền", "Bi\u0300nh Đie\u0302\u0300n"))
    assert notice.van_ban.dia_danh == "Bình Điền"


def test_decimals_stay_exact():
    assert read(spoilt("tiep_nhan = 322", "tiep_nhan = 322\nty_le = 98.70")).so_lieu["ty_le"] == Decimal("98.70")


@pytest.mark.parametrize("row", WRONG_INPUTS, ids=lambda row: row[1])
def test_a_wrong_input_gets_one_located_vietnamese_message(row):
    old, new, line, column, found, message, hint = row
    (problem,) = faults(spoilt(old, new))
    assert (place(problem), problem.text(), problem.hint_text()) == ((line, column, found), message, hint)
    assert problem.place
    assert problem.place.text == spoilt(old, new).split("\n")[line - 1]


@pytest.mark.parametrize(
    ("data", "line", "message", "hint"),
    [
        (b"", 1, "Tệp trống", "tệp mẫu"),
        (b" \n\t\n", 1, "Tệp trống", "tệp mẫu"),
        (b"PK\x03\x04\x14\x00", 1, ".docx", ".toml"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", 1, ".doc", ".toml"),
        (b"%PDF-1.7", 1, "PDF", ".toml"),
        (b"{\\rtf1 a}", 1, "RTF", ".toml"),
        (GOOD.encode("utf-16"), 1, "UTF-16", "UTF-8"),
        (GOOD.encode("utf-16-le"), 1, "UTF-16", "UTF-8"),
        (GOOD.encode("utf-16-be"), 1, "UTF-16", "UTF-8"),
        (b'so = 1\nten = "Bi\xccnh \xd0i\xea\xccn, \xf0\xf4\xccng"\n', 2, "Windows-1258", "UTF-8"),
        (b'so = 1\nten = "X\xb7 B\xb5nh \xa7i\xd2n, \xae\xb9p \xb8n"\n', 2, "TCVN3", "UniKey"),
        (b'so = 1\nten = "Xa\xf5 B\xecnh \xd1ie\xe0n, \xf1o\xe0ng thua\xe4n"\n', 2, "VNI", "UniKey"),
        (b'so = 1\nten = "\xff\xfe\x80"\n', 2, "UTF-8", "UTF-8"),
        (b"so = 1\n\x00\x01\x02", 2, "NUL", ".toml"),
    ],
)
def test_what_is_no_utf_8_text_is_refused_with_the_way_out(data, line, message, hint):
    (problem,) = faults(data)
    assert problem.place
    assert problem.place.line == line
    assert message in problem.text()
    assert hint in problem.hint_text()


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(InputError, match="Không tìm thấy tệp"):
        reader.load(tmp_path / "khong-co.toml")
    with pytest.raises(InputError, match="thư mục"):
        reader.load(tmp_path)
    assert InputError.exit_code == ExitCode.INPUT


def test_faults_of_syntax_and_of_meaning_are_told_together():
    text = (
        spoilt("ngay = 2024-06-12", "ngay = 12/06/2024").replace("tiep_nhan }}", "tiep_nhann }}").replace("luu", "lu")
    )
    assert [problem.place.line for problem in faults(text) if problem.place] == [13, 34, 40]


def test_what_stands_against_another_part_is_told_with_the_rest():
    text = (
        spoilt('"Kết quả"', '"1. Kết quả"')
        .replace("2024-06-28", "2024-06-01")
        .replace("luu", "lu")
        .replace("so = 12", "so = 0")
    )
    lines = [problem.place.line for problem in faults(text + "[[muc]]\nx = 1\n") if problem.place]
    assert lines == [12, 19, 32, 40, 47]  # the deadline needs a sound date, not a sound [van_ban]
    assert [p.place.line for p in faults(text.replace("so = 0", "so = 9")) if p.place] == [19, 32, 40]


def test_a_line_with_a_syntax_fault_is_not_blamed_twice():
    assert len(faults(spoilt("so = 12", "số = 12/TB"))) == 2  # the key and the value, nothing about "so"


def test_a_misspelt_required_key_is_one_fault():
    assert [p.text() for p in faults(spoilt("luu =", "lưu ="))] == [
        "Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: lưu"
    ]


def test_two_unclosed_texts_are_both_found():
    text = spoilt('Thông báo như sau:\n"""', "Thông báo như sau:").replace(
        "[ky]", '[ket_thuc]\nnoi_dung = """\nHết.\n\n[ky]'
    )
    assert [place(problem) for problem in faults(text)] == [(26, 12, '"""'), (42, 12, '"""')]


@pytest.mark.slow
def test_a_long_file_with_a_fault_at_its_end_is_read():
    text = spoilt("tiep_nhan = 322", "tiep_nhan = 322\n" + "\n".join(f"x{n} = {n}" for n in range(10_000)))
    (problem,) = faults(text.replace('"VT"', "VT"))
    assert place(problem) == (10_040, 7, "VT")


def test_fields_and_literal_braces_of_every_sentence_fill():
    table = 'bang = { cot = ["a"], hang = [[1]] }'
    for wrong in (
        "{ a = 1, b }",
        "[ { a = 1, ], 2 }",
        "{ a = 1, = 2 }",
        "{ [1] = 2 }",
        "[1 2",
        "{",
        "[[[",
        "= =",
        "a = b = c",
        "{ a 1 }",
    ):
        for problem in faults(spoilt("so = 12", f"so = {wrong}").replace("[ky]", table)):
            assert problem.text()
            assert problem.hint_text()


# --- layers -----------------------------------------------------------------------------------


def test_layers_merge_tables_and_replace_lists():
    low = Layer("mau", "", {"ky": {"ho_ten": "A", "chuc_vu": "B"}, "noi_nhan": {"gui": ["x", "y"]}})
    high = Layer("tep", "", {"ky": {"ho_ten": "C"}, "noi_nhan": {"gui": ["z"]}})
    assert reader.merge([low, high]) == {"ky": {"ho_ten": "C", "chuc_vu": "B"}, "noi_nhan": {"gui": ["z"]}}


def test_the_office_file_is_found_upwards(tmp_path):
    inner = tmp_path / "2024" / "thang-6"
    inner.mkdir(parents=True)
    (tmp_path / "notice-gen.toml").write_text('[ky]\nho_ten = "Nguyễn Văn B"\n', encoding="utf-8")
    layer = reader.office_layer(inner)
    assert layer
    assert layer.data == {"ky": {"ho_ten": "Nguyễn Văn B"}}
    (inner / "notice-gen.toml").write_text("", encoding="utf-8")
    nearer = reader.office_layer(inner)
    assert nearer
    assert nearer.data == {}


def test_a_fault_is_placed_in_the_layer_its_value_came_from():
    office = reader.parse(b'[ky]\nho_ten = 5\n\n[noi_nhan]\nlu = "VT"\n', file="notice-gen.toml")
    own = spoilt('ho_ten = "Nguyễn Văn A"\n', "").replace("so = 12", "so = 0")
    with pytest.raises(InputError) as caught:
        reader.read([office, reader.parse(own.encode(), file="tep.toml")], None, TODAY)
    places = [(p.place.file, p.place.line) for p in caught.value.problems if p.place]
    assert places == [("tep.toml", 12), ("notice-gen.toml", 2), ("notice-gen.toml", 5)]


def test_defaults_inside_a_larger_file_are_placed_there():
    text = 'ten = "Mẫu"\n\n[mac_dinh.ky]\nho_ten = 5\n'
    manifest = Layer("manifest.toml", text, {"ky": {"ho_ten": 5}}, root=("mac_dinh",))
    own = reader.parse(spoilt('ho_ten = "Nguyễn Văn A"\n', "").encode(), file="tep.toml")
    with pytest.raises(InputError) as caught:
        reader.read([manifest, own], None, TODAY)
    assert [place(problem) for problem in caught.value.problems] == [(4, 10, "5")]


def test_a_layer_without_text_is_named():
    own = reader.parse(GOOD.encode(), file="tep.toml")
    row = Layer("du-lieu.csv", "", {"don_vi": {"ten": 5}})
    with pytest.raises(InputError) as caught:
        reader.read([own, row], None, TODAY)
    (problem,) = caught.value.problems
    assert problem.place
    assert problem.place.file == "du-lieu.csv"


def test_problems_found_later_are_placed_too():
    layer = reader.parse(GOOD.encode(), file="tep.toml")
    found = [
        Problem("x", path=("muc", 0, "phat_hien", 1, "noi_dung")),
        Problem("x", path=("so_lieu", "han_nop"), found="han_nop"),
    ]
    assert [place(p) for p in reader.locate(found, [layer])] == [(35, 29, '"Đã công khai."'), (19, 1, "han_nop")]


def test_every_key_has_its_own_place():
    from notice_gen.reader import places

    spots = places.index(GOOD, "tep.toml").spots
    assert set(spots) == set(_paths(reader.parse(GOOD.encode(), file="").data)) - {()}


def _paths(data, path=()):
    yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _paths(value, (*path, key))


def test_a_repeated_code_is_only_a_warning():
    taken = reader.read([reader.parse(spoilt('"Đã tiếp nhận {{ tiep_nhan }} hồ sơ."', '{ ma = "A-01", noi_dung = "Một." }').encode(), file="tep.toml")], None, TODAY)
    (problem,) = taken.warnings
    assert (problem.level, problem.path) == ("warning", ("muc", 0, "phat_hien", 1, "ma"))


@pytest.mark.parametrize(
    ("text", "number"),
    [("1. Đã công khai.", "1."), ("a) Đã công khai.", "a)"), ("II. Đã công khai.", "II."), ("12) Đã công khai.", "12)")]
    + [(text, "") for text in ("1.250 hồ sơ đã giải quyết.", "12 hồ sơ quá hạn.", "Điều 3. Đã công khai.", "a. b", "1.Đã công khai.", "- Đã công khai.")],
)
def test_a_finding_typed_with_a_number_is_told(text, number):
    taken = reader.read([reader.parse(f'{GOOD}\n[[muc]]\ntieu_de = "Khác"\nphat_hien = ["Đã niêm yết.", "{text}"]\n'.encode(), file="a.toml")], None, TODAY)
    told = [problem for problem in taken.warnings if "số thứ tự" in problem.message]
    assert [problem.found for problem in told] == [number][: bool(number)]
    assert all(problem.level == "warning" and problem.path[-2:] == ("phat_hien", 1) for problem in told)
    assert not told or 'chỉ gõ: "Đã công khai."' in told[0].hint_text()


def test_reading_a_good_file_loads_no_parser_of_positions():
    code = (
        "import datetime, sys; from notice_gen import reader; data = sys.stdin.buffer.read();"
        "reader.read([reader.parse(data, file='tep.toml')], None, datetime.date(2026, 11, 1));"
        "bad = [m for m in sys.modules if m.startswith(('tree_sitter', 'notice_gen.reader.broken', 'notice_gen.reader.places', 'babel'))];"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=GOOD.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("text", "found", "column"), [("§· c«ng khai, x· héi.", "c«ng", 33), ("Coäng hoøa.", "Coäng", 30), ("Cộng hòa, 5 µm, Citroën, «a»", "", 0)]
)
def test_a_text_in_an_old_font_is_doubted_at_its_place(text, found, column):
    data = spoilt("Đã công khai.", text).encode()
    issued = issue.issue(data, file="x.toml", folder=Path(), today=dt.date(2024, 6, 12))
    told = [(w.found, w.place.line, w.place.column) for w in issued.warnings if "phông" in w.message]
    assert told == ([(found, 35, column)] if found else [])


@pytest.mark.parametrize("typed", ['"23/11/2026"', '"2026-11-23"'])
def test_a_day_of_a_list_is_told_without_a_key(typed):
    """An item has no key of its own: “Gõ: 0 = …” cannot be typed."""
    (problem,) = faults(f"{GOOD}\n[ngay_nghi]\nnghi = [{typed}]\n".encode())
    assert problem.hint_text() == "Gõ: 2026-11-23 (không có dấu nháy)."


@pytest.mark.parametrize(
    "line",
    [
        r'luu = "C:\\thu\\nguoi"', r"luu = 'C:\thu'", r'luu = "C:/thu"', r'luu = "VT" # C:\thu', r'luu = "\\\\may\\\\thu"', r'luu = "Bên A:\tông B"',
        r'luu = "Bên C:\t12"', r'luu = "\u0043:\u0020x"',
    ],
)  # fmt: skip
def test_paths_of_windows_that_are_written_right_are_read_as_they_are(line):
    text = GOOD.replace('luu = "VT"', line)
    layer = reader.parse(text.encode(), file="a.toml")
    assert (layer.problems, layer.text) == ((), text)


def test_a_picture_is_named_with_a_stroke_that_means_a_sign():
    layer = reader.parse(GOOD.replace("[noi_nhan]", 'hinh = { tep = "anh\\tam.png", be_rong = 5, mo_ta = "x" }\n[noi_nhan]', 1).encode(), file="a.toml")
    [problem] = layer.problems
    assert problem.text() == "Đường dẫn Windows có dấu \\ không viết được như thế trong dấu nháy kép (ở “\\t”)."
    assert layer.data["muc"][-1]["hinh"]["tep"] == "anh\\tam.png"
