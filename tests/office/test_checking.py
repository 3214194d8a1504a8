"""Many documents checked as a library does: bytes without a file, in this process and in others, in the order given."""

from __future__ import annotations

import sys

import pytest

from notice_gen.errors import ExitCode
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
    found = checking.waivers([tmp_path, tmp_path / "xa", tmp_path])
    assert found.by_folder == dict.fromkeys([tmp_path, tmp_path / "xa"], frozenset({"TN02"}))
    [doubt] = found.doubts
    assert (doubt.level, doubt.values["ma"], doubt.place.line) == ("warning", "XX99", 2)


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
