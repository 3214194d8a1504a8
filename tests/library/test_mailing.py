"""Many notices from a program: the bytes of the command line's batch, and its promises in a folder."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import notice_gen
from notice_gen.cli.main import run
from notice_gen.errors import InputError, OutputError
from tests.helpers.batches import AUTO, BASE, made, manifest, put, thon

TODAY = dt.date(2026, 3, 5)


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def rows(count):
    return [{"don_vi.ten": name, "so_lieu": {"tiep_nhan": number}} for name, number in thon(count)]


def tree(text=BASE):
    return tomllib.loads(text, parse_float=Decimal)


# --- in memory ---------------------------------------------------------------------------------------------


def test_the_bytes_are_those_of_the_command_line_and_of_one_notice():
    assert run(put(thon(5))) == 0
    done = list(notice_gen.make_many(rows(5), BASE.encode()))
    assert {row.document.name: row.document.docx for row in done} == made()
    merged = [tree() | {"don_vi": {"ten": name}, "so_lieu": tree()["so_lieu"] | {"tiep_nhan": number}} for name, number in thon(5)]
    assert [row.document.docx for row in done] == [notice_gen.make(one).docx for one in merged]
    assert [(row.row, row.key, row.status) for row in done] == [(n, f"thôn {n}", "made") for n in range(1, 6)]


def test_rows_come_as_they_are_asked_for():
    taken = []

    def endless():
        for n in range(1, 10**9):
            taken.append(n)
            yield {"don_vi.ten": f"thôn {n}", "so_lieu.tiep_nhan": n}

    done = notice_gen.make_many(endless(), tree(), today=TODAY)
    assert taken == []
    assert next(done).document
    assert next(done).document
    assert len(taken) < 4


def test_what_pandas_and_numpy_have_for_figures_dates_and_nothing():
    base = tree(BASE.replace("han_nop = 2024-06-28", "han_nop = 2024-06-28\nty_le = 1.5\nghi_chu = 'x'"))
    frame = pd.DataFrame({
        "don_vi.ten": ["thôn Một", "thôn Hai"],
        "so_lieu.tiep_nhan": [322.0, np.nan],
        "so_lieu.han_nop": [pd.Timestamp(2024, 7, 1), pd.NaT],
        "so_lieu.ty_le": pd.array([98.5, None], "Float64"),
        "so_lieu.ghi_chu": ["a", None],
        "van_ban.so": pd.array([7, None], "Int64"),
    })  # fmt: skip
    one, other = notice_gen.make_many(frame.to_dict("records"), base | {"so_lieu": base["so_lieu"] | {"tiep_nhan": 1}})
    plain = {"don_vi.ten": "thôn Một", "so_lieu.tiep_nhan": 322, "so_lieu.han_nop": dt.date(2024, 7, 1), "so_lieu.ty_le": Decimal("98.5"), "so_lieu.ghi_chu": "a"}
    [alike] = notice_gen.make_many([plain | {"van_ban.so": np.int64(7)}], base)
    assert one.document == alike.document
    assert one.number == 7
    assert other.number is None


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ({"don_vi.ten": {1}}, "don_vi.ten"),
        ({"don_vi.ten": "\ud800"}, "don_vi.ten"),
        ({5: "x"}, ""),
        ({"so_lieu": {"tiep_nhan": float("inf")}}, "so_lieu.tiep_nhan"),
        (None, ""),
        (["don_vi.ten"], ""),
    ],
)
def test_what_is_no_row_is_refused_and_the_others_are_made(row, cell):
    done = [*notice_gen.make_many([*rows(1), row, *rows(2)[1:]], tree(), today=TODAY)]
    assert [each.status for each in done] == ["made", "refused", "made"]
    assert notice_gen.write_many([row], tree(), "ra")[0].problems == tuple(replace(each, place=replace(each.place, line=1)) for each in done[1].problems)
    [problem] = done[1].problems
    assert (problem.place.file, problem.place.line, problem.place.cell) == ("<rows>", 2, cell)


def test_a_bad_value_is_refused_at_its_row():
    [done] = notice_gen.make_many([{"don_vi.ten": "thôn Một", "so_lieu": {"tiep_nhan": 3, "han_nop": "hôm qua"}}], tree())
    [problem] = done.problems
    assert (problem.path, problem.place.line) == (("so_lieu", "han_nop"), 1)


def test_a_number_of_the_register_is_left_blank():
    [row] = notice_gen.make_many(rows(1), AUTO.encode())
    assert row.number is None
    assert row.document.name.startswith("du-thao-")


@pytest.mark.parametrize("base", [{}, {"van_ban": 5}, {"so_lieu": [1]}, {"cot": {"a": 5}}, 5, None, b"x", "khong-co.toml", {"mau": "la"}], ids=repr)
def test_a_wrong_base_is_refused_in_words(base):
    done = []
    with contextlib.suppress(notice_gen.NoticeGenError):
        done += notice_gen.make_many(rows(2), base)
    with contextlib.suppress(notice_gen.NoticeGenError):
        done += notice_gen.write_many(rows(2), base, "ra")
    assert {row.status for row in done} <= {"refused"}
    assert made() == {}


# --- into a folder ---------------------------------------------------------------------------------------


def test_a_folder_is_that_of_the_command_line():
    Path("chung.toml").write_text(BASE, "utf-8")
    Path("hang.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows(3)), "utf-8")
    assert run(["batch", "chung.toml", "--data", "hang.jsonl", "-o", "ra", "--jobs", "1"]) == 0
    theirs, told = made(), manifest()
    done = notice_gen.write_many(rows(3), "chung.toml", "ra2")
    assert made(Path("ra2")) == theirs
    kept = ("key", "status", "output", "sha256", "number")
    assert [[line[key] for key in kept] for line in manifest(Path("ra2"))] == [[line[key] for key in kept] for line in told]
    assert [(row.row, row.status, row.path) for row in done] == [(n, "written", Path("ra2") / told[n - 1]["output"]) for n in (1, 2, 3)]


def test_numbers_stay_with_their_units_when_rows_change_places():
    with notice_gen.open_register("so.db", create=True):
        pass
    first = notice_gen.write_many(rows(3), AUTO.encode(), "ra", register="so.db")
    assert [(row.number, row.label) for row in first] == [(1, "01/TB-UBND"), (2, "02/TB-UBND"), (3, "03/TB-UBND")]
    again = notice_gen.write_many(reversed([*rows(4)]), AUTO.encode(), "ra", register="so.db")
    assert [(row.key, row.status, row.number) for row in again] == [
        ("thôn 4", "written", 4), ("thôn 3", "unchanged", 3), ("thôn 2", "unchanged", 2), ("thôn 1", "unchanged", 1),
    ]  # fmt: skip
    with notice_gen.open_register("so.db") as register:
        assert [line.trang_thai for line in register.entries()] == ["đã cấp"] * 4


def test_a_file_that_somebody_changed_stays_unless_told():
    [row] = notice_gen.write_many(rows(1), tree(), "ra")
    row.path.write_bytes(b"edited")
    assert [each.status for each in notice_gen.write_many(rows(1), tree(), "ra")] == ["edited"]
    assert [each.status for each in notice_gen.write_many(rows(1), tree(), "ra", overwrite=True)] == ["written"]


def test_a_number_without_a_register_is_refused():
    done = notice_gen.write_many(rows(2), AUTO.encode(), "ra")
    assert [row.status for row in done] == ["refused"] * 2
    done = notice_gen.write_many([row | {"van_ban.so": n} for n, row in enumerate(rows(2), start=5)], AUTO.encode(), "ra")
    assert [(row.status, row.number) for row in done] == [("written", 5), ("written", 6)]


def test_a_register_that_is_not_there_is_not_begun():
    with pytest.raises(notice_gen.RegisterError):
        notice_gen.write_many(rows(1), AUTO.encode(), "ra", register="khong-co.db")
    assert not Path("khong-co.db").exists()


def test_two_units_alike_are_refused():
    done = notice_gen.write_many(rows(1) * 2, tree(), "ra")
    assert [row.status for row in done] == ["refused"] * 2


def test_names_by_a_pattern_and_processes():
    done = notice_gen.write_many(rows(150), tree(), "ra", name="{{ don_vi.ten | slug }}", jobs=2)
    assert {row.status for row in done} == {"written"}
    assert done[1].path == Path("ra/thon-2.docx")


def test_a_folder_that_is_in_use_is_refused():
    def write(_):
        try:
            return [row.status for row in notice_gen.write_many(rows(40), tree(), "ra")]
        except OutputError as error:
            return [problem.text() for problem in error.problems]

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(write, range(4)))
    assert len(made()) == 40
    assert any(each in (["written"] * 40, ["unchanged"] * 40) for each in done)


def test_a_wrong_pattern_of_names_is_refused():
    done = notice_gen.write_many(rows(1), tree(), "ra", name="{{ la }}")
    assert done[0].status == "refused"
    assert isinstance(done[0].problems[0].text(), str)


def test_problems_of_the_base_stand_at_its_keys():
    wrong = tree()
    wrong["ky"]["sos"] = 1
    [row] = notice_gen.make_many(rows(1), wrong)
    assert [problem.place.cell for problem in row.problems] == ["ky.sos"]
    [row] = notice_gen.write_many(rows(1), wrong, "ra")
    assert [problem.place.cell for problem in row.problems] == ["ky.sos"]
    with pytest.raises(InputError):
        notice_gen.make_many(rows(1), BASE.replace("phien_ban = 1", "phien_ban 1").encode())


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
def test_a_table_is_not_printed_through_a_link(tmp_path):
    for name in ("kia", "ra"):
        (tmp_path / name).mkdir()
    (tmp_path / "lien-ket").symlink_to(tmp_path / "kia")
    (tmp_path / "chung.toml").write_text(BASE, "utf-8")
    table = notice_gen.DataTable(tmp_path / "chung.toml", "Tên đơn vị;Tiếp nhận\nthôn Một;322\n".encode(), "a.csv", {}, {}, frozenset())
    assert [row.status for row in notice_gen.mail(table, tmp_path / "ra", today=TODAY).rows] == ["written"]
    with pytest.raises(OutputError, match="là liên kết"):
        notice_gen.mail(table, tmp_path / "lien-ket", today=TODAY)
    assert not [*(tmp_path / "kia").iterdir()]
