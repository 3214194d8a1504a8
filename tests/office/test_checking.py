"""Many documents checked as a library does: bytes without a file, in this process and in others, in the order given."""

from __future__ import annotations

import sys

import pytest

from notice_gen.errors import ExitCode, InputError
from notice_gen.office import checking, pool
from notice_gen.office.checking import Job
from notice_gen.office.pool import Work
from tests.helpers.docx import c, docx, p
from tests.helpers.findings import TODAY

CODES = frozenset({"TN02"})
NOTICE = docx(c("ỦY BAN NHÂN DÂN"), c("Độc lập – Tự do – Hạnh phúc", b=True), c("THÔNG BÁO", b=True), p("Nội dung."))


@pytest.mark.parametrize("processes", [1, 2])
def test_bytes_are_judged_wherever_the_work_is_done(processes, tmp_path):
    (tmp_path / "b.docx").write_bytes(NOTICE)
    jobs = [Job("a", CODES, TODAY, data=NOTICE), Job(str(tmp_path / "b.docx"), CODES, TODAY), Job("c", CODES, TODAY, data=b"khong phai Word")]
    a, b, c_ = checking.check_all(jobs, processes)
    assert (a.file, a.verdict) == ("a", b.verdict)
    assert (c_.file, c_.verdict, c_.exit_code) == ("c", None, ExitCode.INPUT)


def test_what_an_office_passes_over_is_looked_for_in_each_folder_once(tmp_path):
    (tmp_path / "xa").mkdir()
    (tmp_path / "notice-gen.toml").write_text('[the_thuc]\nbo_qua = ["TN02", "XX99", "phep_tinh_sai", "hoc_vi_chua_ro"]\n', "utf-8")
    found = checking.offices([tmp_path, tmp_path / "xa", tmp_path])
    assert found.by_folder == dict.fromkeys([tmp_path, tmp_path / "xa"], checking.Habits(frozenset({"TN02"})))
    [doubt] = found.doubts
    assert (doubt.level, doubt.values["ma"], doubt.place.line) == ("warning", "XX99", 2)


def test_deadlines_are_held_against_the_days_that_the_office_works(tmp_path):
    (tmp_path / "notice-gen.toml").write_text("[ngay_nghi]\nnghi = [2026-12-01]\nlam_viec = [2026-11-28]\n", "utf-8")
    due = docx(
        c("ỦY BAN NHÂN DÂN"), c("Số: 01/TB-UBND"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), c("THÔNG BÁO", b=True),
        *(p(f"Đề nghị các thôn gửi báo cáo trước ngày {day}/2026.") for day in ("28/11", "01/12", "02/12", "05/12")),
    )
    habits = checking.offices([tmp_path]).by_folder[tmp_path]

    def told(habits):
        checked = checking.check_one(Job("a", frozenset({"TG04"}), TODAY, habits, data=due))
        return [(fault.values["doan"], fault.values.get("dung")) for fault in checked.verdict.faults]

    assert told(checking.Habits()) == [("28/11/2026", "30/11/2026"), ("05/12/2026", "07/12/2026")]
    assert told(habits) == [("01/12/2026", "02/12/2026"), ("05/12/2026", "07/12/2026")]


@pytest.mark.parametrize("settings", ["[ngay_nghi]\nnghi = \"2026-12-01\"\n", "[ngay_nghi]\nlam_viec = [2026]\n", "ngay_nghi = 1\n"])
def test_days_off_that_are_none_are_refused_at_their_line(tmp_path, settings):
    (tmp_path / "notice-gen.toml").write_text(settings, "utf-8")
    with pytest.raises(InputError, match="phải là danh sách ngày"):
        checking.offices([tmp_path])


def _square(number: int) -> int:
    if number == 7:
        sys.exit(3)
    return number * number


SQUARES = Work[tuple[int, ...], list[int]](
    lambda numbers: (_squares, (numbers,)), lambda numbers: [(number,) for number in numbers], lambda _, error: [repr(type(error).__name__)]
)


def _squares(numbers: tuple[int, ...]) -> list[int]:
    return [_square(number) for number in numbers]


def test_what_fails_in_a_worker_is_tried_alone_in_parts_and_lost_by_itself():
    things = [(1, 2), (6, 7), (3,)]
    results = dict(pool.fan_out(pool.processes(2), SQUARES, iter(things)))
    assert results == {(1, 2): [1, 4], (6,): [36], (7,): ["'SystemExit'"], (3,): [9]}
    assert dict(pool.fan_out(None, SQUARES, iter([(4,)]))) == {(4,): [16]}
