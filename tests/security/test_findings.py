"""Findings files, settings and rows from strangers: each hostile one is refused within bounds, at its place, and nothing is written."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_gen.cli.main import run
from notice_gen.reader.broken.words import quoted
from tests.helpers.findings import GOOD, faults, spoilt
from tests.security.limits import MEMORY, in_a_child, needs_fork, refused

pytestmark = pytest.mark.slow
BATCH = GOOD.replace("so = 12\n", "").replace("tiep_nhan == 322", "tiep_nhan >= 0")
ROW = '{"don_vi.ten": "xã A", "so_lieu.tiep_nhan": %s}'
CSV = "don_vi.ten;so_lieu.tiep_nhan\n"


def _top(line: str) -> str:
    return spoilt("phien_ban = 1\n", f"phien_ban = 1\n{line}\n")


def _value(key: str, value: str) -> str:
    """GOOD with *value* for a key that it has."""
    assert re.search(rf"(?m)^{key} = ", GOOD), key
    return re.sub(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", GOOD, count=1)


def _text(key: str, text: str) -> str:
    return _value(key, quoted(text))


def _deep_header(parts: int) -> str:
    return f"{GOOD}\n[{'.'.join(['a'] * parts)}]\nx = 1\n"


BROKEN = {
    "a line of 87 KB in broken TOML": f'{GOOD}\nghi_chu = {"chữ “" * 12_000}\n',
    "a line of 87 KB of quotes": f"{GOOD}\nghi_chu = {'“a”, ' * 15_000}\n",
    "a line of 87 KB of commas": f"{GOOD}\nghi_chu = [{'a,' * 44_000}\n",
    "a line of 87 KB of brackets": f"{GOOD}\nghi_chu = {'[' * 44_000}{']' * 40_000}\n",
    "a line of 87 KB of braces": f"{GOOD}\nghi_chu = {'{a=' * 29_000}\n",
    "a key of 87 KB": f"{GOOD}\n{'ố ' * 29_000}= 1\n",
    "a stray line of 87 KB": f"{GOOD}\n{'chữ ' * 20_000}\n",
    "10 MB never closed": GOOD.replace('noi_dung = """', 'noi_dung = """' + "chữ " * 2_500_000).replace('như sau:\n"""', "như sau:\n"),
    "10 MB on one line": GOOD + '\nghi_chu = "' + "a" * 10_000_000 + "\n",
    "10 MB of good TOML": f"{GOOD}\n# {'a' * 10_000_000}\n",
    "100,000 broken lines": GOOD + "\na b c\n\nx = = 1\n" * 30_000,
    "20,000 strings never closed": GOOD + '\nx = "chữ\n' * 20_000,
    "20,000 keys given twice": GOOD + "\n[x]\n" + "a = 1\n" * 20_000,
    "5,000 brackets": _top(f"x = {'[' * 5_000}{']' * 5_000}"),
    "5,000 braces": _top(f"x = {'{a=' * 5_000}1{'}' * 5_000}"),
    "5,000 brackets not closed": _top(f"x = {'[' * 5_000}"),
    "a key of 10,000 parts": _top(f"{'.'.join(['a'] * 10_000)} = 1"),
    "a table of 10,000 parts": _deep_header(10_000),
    "a table of 900 parts": _deep_header(900),
    "a table of 300 parts": _deep_header(300),
    "a surrogate": _top('x = "\\ud800"'),
    "a date out of range": _value("ngay", "2024-13-45"),
    "a year of 5 figures": _value("ngay", "12024-06-12"),
    "a number of 1e999999999999999999999": _value("tiep_nhan", "1e999999999999999999999"),
    "an integer of 10,000 digits": _value("so", "9" * 10_000),
    "a hexadecimal of 10,000 digits": _value("so", "0x" + "f" * 10_000),
}
SIZES = ("co_chu", "gian_dong", "gian_doan", "thut_dau_dong", "le_tren", "le_duoi", "le_trai", "le_phai")
SECTION = '\n[[muc]]\ntieu_de = "A"\nnoi_dung = "{}"\n'
VALUES = {
    "6,000 sections that divide by 0": GOOD + SECTION.format("{{ tiep_nhan / (tiep_nhan - tiep_nhan) }}") * 6_000,
    "6,000 sections with a fault of their own": GOOD + "".join(SECTION.format(f"{{{{ 'a{n}' | tien }}}}") for n in range(6_000)),
    "10,000 sections with a title that is a number": GOOD + "\n[[muc]]\ntieu_de = 5\n" * 10_000,
    "10,000 sections with a key each that is nearly known": GOOD + "".join(f'\n[[muc]]\ntieu_dee{n} = "A"\n' for n in range(10_000)),
    "60,000 figures that are nan": GOOD.replace("[so_lieu]\n", "[so_lieu]\n" + "".join(f"s{n} = nan\n" for n in range(60_000))),
    "2,000 formulas in a circle": f'{GOOD}\n[so_lieu_tinh]\ns0 = "s2000"\n' + "".join(f's{n + 1} = "s{n} + 1"\n' for n in range(2_000)),
    "20,000 formulas": f"{GOOD}\n[so_lieu_tinh]\n" + "".join(f's{n} = "tiep_nhan + {n}"\n' for n in range(20_000)),
    "5,000 conditions": GOOD + "".join(f'\n[[kiem_tra]]\ndieu_kien = "tiep_nhan == {n}"\nthong_bao = "Sai"\n' for n in range(5_000)),
    "an integer of 4,000 digits": _value("so", "9" * 4_000),
    "a hexadecimal of 4,000 digits": _value("tiep_nhan", "0x" + "f" * 4_000),
    "a figure of 1e999999999": _value("tiep_nhan", "1e999999999"),
    "a figure of 1e-999999999": _value("tiep_nhan", "1e-999999999"),
    "a figure of 1e308": _value("tiep_nhan", "1e308"),
    "a figure that is nan": _value("tiep_nhan", "nan"),
    "a figure that is inf": _value("tiep_nhan", "-inf"),
    "co_chu = nan": f"{GOOD}\n[dinh_dang]\nco_chu = nan\n",
    "co_chu = inf": f"{GOOD}\n[dinh_dang]\nco_chu = inf\n",
    "co_chu = 1e999999999": f"{GOOD}\n[dinh_dang]\nco_chu = 1e999999999\n",
    **{f"{key} = {number}": f"{GOOD}\n[dinh_dang]\n{key} = {number}\n" for key in SIZES for number in ("nan", "inf", "-inf", "1e308", "-1", "9" * 30, "1e-300", "1585")},
    "a number that is nan": _value("so", "nan"),
    "phien_ban = nan": GOOD.replace("phien_ban = 1", "phien_ban = nan"),
    "a day that is inf": _value("ngay", "inf"),
    "a year 9999": _value("ngay", "9999-12-31"),
    "a year 1": _value("ngay", "0001-01-01"),
    "100,000 keys": GOOD + "\n[x]\n" + "".join(f"a{n} = 1\n" for n in range(100_000)),
    "10,000 tables": GOOD + "".join(f"\n[x{n}]\na = 1\n" for n in range(10_000)),
    "10,000 sections of unknown keys": GOOD + '\n[[muc]]\ntieu_de = "A"\nabc = 1\n' * 10_000,
    "inline tables 60 deep": _top(f"x = {'{a=' * 60}1{'}' * 60}"),
    "5,000 parentheses": _text("dieu_kien", "(" * 5_000 + "1" + ")" * 5_000 + " == 1"),
    "5,000 brackets in an expression": _text("trich_yeu", "A {{ " + "[" * 5_000 + "1" + "]" * 5_000 + " }}"),
    "400 not": _text("dieu_kien", "not " * 400 + "tiep_nhan"),
    "5,000 minus signs": _text("dieu_kien", "-" * 5_000 + "tiep_nhan == 1"),
    "400 filters": _text("trich_yeu", "A {{ tiep_nhan" + " | so" * 400 + " }}"),
    "a condition of 1 MB": _text("dieu_kien", "tiep_nhan " + "+ 1 " * 250_000 + "== 1"),
    **{f"mau = {name}": GOOD.replace('mau = "thong-bao"', f"mau = {text}") for name, text in {
        "300 letters": quoted("a" * 300), "100,000 letters": quoted("a" * 100_000), "NUL": '"thong\\u0000bao"', "..": '"../../etc/passwd"', "dots": '".."',
        "CON": '"CON"', "nul": '"nul.toml"', "empty": '""', "an absolute path": '"/etc/passwd"', "a backslash": '"..\\\\thong-bao"', "a line end": '"a\\nb"',
        "a number": "1", "a list": "[]", "a colon": '"C:thong-bao"', "200 accents": quoted("ố" * 200), "a star": '"*"',
    }.items()},
    **{f"a text of 300 KB for {key}": _text(key, "chữ " * 60_000) for key in ("viet_tat", "so", "ngay")},
}  # fmt: skip
ROWS = {
    "brackets 100,000 deep": ("a.jsonl", ROW % ("[" * 100_000 + "]" * 100_000)),
    "braces 100,000 deep": ("a.jsonl", ROW % ('{"a":' * 100_000 + "1" + "}" * 100_000)),
    "braces 900 deep": ("a.jsonl", ROW % ('{"a":' * 900 + "1" + "}" * 900)),
    "1e999999999": ("a.jsonl", ROW % "1e999999999"),
    "1e999999999999999999999": ("a.jsonl", ROW % "1e999999999999999999999"),
    "an integer of 10,000 digits": ("a.jsonl", ROW % ("9" * 10_000)),
    "an integer of 4,000 digits": ("a.jsonl", ROW % ("9" * 4_000)),
    "NaN": ("a.jsonl", ROW % "NaN"),
    "a surrogate": ("a.jsonl", '{"don_vi.ten": "x\\ud800", "so_lieu.tiep_nhan": 1}'),
    "a text of 10 MB": ("a.jsonl", '{"don_vi.ten": "' + "a" * 10_000_000 + '", "so_lieu.tiep_nhan": 1}'),
    "100,000 keys": ("a.jsonl", "{" + ",".join(f'"a{n}": 1' for n in range(100_000)) + "}"),
    "100,000 keys of one name": ("a.jsonl", "{" + ",".join('"a": 1' for n in range(100_000)) + "}"),
    "a key of 10,000 parts": ("a.jsonl", ROW.replace("so_lieu.tiep_nhan", ".".join(["a"] * 10_000)) % 1),
    "a cell of 10 MB": ("a.csv", f"{CSV}xã A;{'9' * 10_000_000}\n"),
    "a quoted cell of 10 MB": ("a.csv", CSV + 'xã A;"' + "9" * 10_000_000 + '"\n'),
    "a quote never closed before 10 MB": ("a.csv", CSV + 'xã A;"' + "9;\n" * 3_000_000),
    "a heading of 300 KB": ("a.csv", f"{'chữ ' * 60_000};so_lieu.tiep_nhan\nxã A;1\n"),
    "20,000 headings": ("a.csv", ";".join(f"chu{n}" for n in range(20_000)) + "\nxã A\n"),
    "a figure of 1e999999999 in CSV": ("a.csv", f"{CSV}xã A;1e999999999\n"),
    "a figure of 10,000 digits in CSV": ("a.csv", f"{CSV}xã A;{'9' * 10_000}\n"),
    "a figure of 900,000 signs in CSV": ("a.csv", f"{CSV}xã A;{'9' * 900_000}\n"),
}


def _render(folder: Path, text: str) -> list[str]:
    (folder / "a.toml").write_text(text, "utf-8")
    return ["render", str(folder / "a.toml"), "-o", str(folder / "ra.docx")]


def _settings(folder: Path, text: str) -> list[str]:
    (folder / "notice-gen.toml").write_text(text, "utf-8")
    return _render(folder, GOOD)


def _batch(folder: Path, name: str, rows: str) -> list[str]:
    (folder / "chung.toml").write_text(BATCH, "utf-8")
    (folder / name).write_text(rows, "utf-8")
    return ["batch", str(folder / "chung.toml"), "--data", str(folder / name), "-o", str(folder / "ra")]


@pytest.fixture(autouse=True, scope="module")
def _warm(tmp_path_factory):
    """Everything that any command loads, loaded before the children that are measured."""
    folder = tmp_path_factory.mktemp("am")
    run(_render(folder, GOOD))
    run(_batch(folder, "a.jsonl", ROW % 1))
    run(_render(folder, GOOD + "\nx = \n"))


@needs_fork
@pytest.mark.parametrize("name", BROKEN)
def test_broken_toml_is_refused_within_bounds(name, tmp_path):
    refused(_render(tmp_path, BROKEN[name]), tmp_path, "a.toml")


@needs_fork
@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_cannot_be_is_refused_within_bounds(name, tmp_path):
    refused(_render(tmp_path, VALUES[name]), tmp_path, "a.toml")


@needs_fork
@pytest.mark.parametrize("name", ["a line of 87 KB in broken TOML", "10 MB never closed", "5,000 brackets", "100,000 broken lines"])
def test_settings_are_bounded_too(name, tmp_path):
    refused(_settings(tmp_path, BROKEN[name]), tmp_path, "notice-gen.toml")


@needs_fork
@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_refused_within_bounds(name, tmp_path):
    file, rows = ROWS[name]
    refused(_batch(tmp_path, file, rows), tmp_path, file)


# --- long and honest -----------------------------------------------------------------------------------


def _body(piece: str, size: int = 900_000) -> str:
    return GOOD.replace('noi_dung = """', 'noi_dung = """' + piece * (size // len(piece.encode())), 1)


LONG = {
    "one word": _body("a"), "blanks": _body(" "), "lines": _body("chữ\n"), "paragraphs": _body("chữ\n\n"), "laws": _body("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 "),
    "figures": _body("{{ tiep_nhan }} "), "bold words": _body("**chữ** "), "stars that are not closed": _body("**a "), "stars and lines": _body("*a_ "), "blanks to fill in": _body("__a "),
    "sums": _body("1 + 1 = 2; "), "wrong sums": _body("1 + 1 = 3; "), "sections": GOOD + SECTION.format("Tổng {{ tiep_nhan }} hồ sơ.") * 10_000, "wrong sums in sections": GOOD + SECTION.format("Tổng 2 + 2 = 5.") * 10_000,
    "500 formulas on each other": f'{GOOD}\n[so_lieu_tinh]\ns0 = "tiep_nhan"\n' + "".join(f's{n + 1} = "s{n} + 1"\n' for n in range(499)),
}  # fmt: skip


@needs_fork
@pytest.mark.parametrize("name", LONG)
def test_a_long_honest_text_is_printed_within_bounds(name, tmp_path):
    code, said, grown = in_a_child(_render(tmp_path, LONG[name]), tmp_path, MEMORY)
    assert code == 0, said[-2000:]
    assert (tmp_path / "ra.docx").read_bytes()[:2] == b"PK"
    assert len(said) < 100_000
    assert grown < MEMORY


@needs_fork
def test_what_comes_by_the_pipe_is_bounded_too(tmp_path, monkeypatch):
    for name in ("a line of 87 KB in broken TOML", "10 MB of good TOML", "5,000 brackets"):
        (tmp_path / "vao.toml").write_text(BROKEN[name], "utf-8")
        with (tmp_path / "vao.toml").open("rb") as pipe:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(pipe, encoding="utf-8"))
            refused(["render", "-", "-o", str(tmp_path / "ra.docx")], tmp_path, "lỗi:")


# --- any text ------------------------------------------------------------------------------------------

_KEYS = st.sampled_from(re.findall(r"(?m)^(\w+) =", GOOD)) | st.text("abô.\"' -_", max_size=6)
_SCALARS = (
    st.integers().map(str) | st.floats().map(repr) | st.datetimes().map(str) | st.booleans().map(lambda b: str(b).lower())
    | st.text(max_size=12).map(lambda text: f'"{text}"') | st.sampled_from(["nan", "inf", "-inf", "1e400", "0x1F", "08:00:00", "9999-12-31", "{{ x }}"])
)  # fmt: skip
_NESTED = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    | st.lists(st.tuples(_KEYS, inner), max_size=3).map(lambda pairs: f"{{ {', '.join(f'{k} = {v}' for k, v in pairs)} }}"),
    max_leaves=8,
)
_LINES = st.tuples(_KEYS, _NESTED).map(" = ".join) | st.sampled_from(re.findall(r"(?m)^\[.*\]$", GOOD)) | st.text(max_size=20)


def _answered(text: str) -> None:
    for problem in faults(text.encode("utf-8", "replace")):
        assert problem.place, problem


@settings(max_examples=100, deadline=None)
@given(st.lists(_LINES, max_size=8))
def test_lines_of_any_keys_and_values_are_answered(lines):
    _answered("\n".join(lines))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(re.findall(r"(?m)^(\w+) =", GOOD)), _NESTED)
def test_any_value_of_a_key_of_a_good_file_is_answered(key, value):
    _answered(re.sub(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", GOOD, count=1))
