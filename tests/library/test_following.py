"""Findings after issue for a program: what is refused, and nothing else than the command says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import notice_gen
from notice_gen.cli.main import run
from tests.helpers.following import BOOK, TODAY, at_work, put, xa

ASKED = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def mailed(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path)
    assert run([*put(xa(3)), "-q"]) == 0


def findings(**wish):
    with notice_gen.open_register(BOOK) as register:
        return notice_gen.findings_of(register, today=ASKED, **wish)


def test_findings_are_those_of_the_command():
    every = findings()
    assert [one.trang_thai for one in every] == ["quá hạn"] * 3 + ["sắp đến hạn"] * 3 + ["không ghi hạn"] * 3
    assert (every[0].van_ban, every[0].ma, every[0].han, every[0].linh_vuc) == ("02/TB-UBND", "TTHC-03", date(2026, 10, 30), "Thủ tục hành chính")
    assert len(findings(tat_ca=True)) == 15
    assert [one.don_vi for one in findings(don_vi="vy da", trang_thai=["quá hạn"])] == ["phường Vỹ Dạ"]
    assert findings(nam=2025) == findings(loai="ket-qua") == []


@pytest.mark.parametrize(("viec", "ngay", "more", "why"), [
    ("xong", ASKED, {}, "Không rõ việc “xong”"), ("báo cáo", date(2026, 12, 1), {}, "ở sau hôm nay"),
    ("báo cáo", date(2026, 10, 1), {}, "ở trước ngày của văn bản"), ("gia hạn", ASKED, {"van_ban": "1/UBND"}, "phải ghi hạn mới"),
    ("gia hạn", ASKED, {"han": date(2026, 12, 31)}, "phải ghi hạn mới"), ("gia hạn", ASKED, {"han": date(2026, 11, 1), "van_ban": "1/UBND"}, "phải ghi hạn mới"),
])  # fmt: skip
def test_what_cannot_have_come_of_a_finding_is_refused(viec, ngay, more, why):
    with notice_gen.open_register(BOOK) as register:
        with pytest.raises(notice_gen.InputError) as error:
            notice_gen.note_event(register, findings()[0], viec, ngay, today=TODAY, **more)
        assert why in notice_gen.sentence(error.value.problems[0])
        assert all(one.dien_bien == () for one in notice_gen.findings_of(register, today=TODAY))


def test_what_is_noted_twice_is_noted_once_and_what_is_put_off_has_its_new_deadline():
    with notice_gen.open_register(BOOK) as register:
        late = findings()[0]
        args = (register, late, "gia hạn", ASKED)
        assert notice_gen.note_event(*args, han=date(2026, 12, 31), van_ban="1/UBND", today=TODAY)
        assert not notice_gen.note_event(*args, han=date(2026, 12, 31), van_ban="1/UBND", today=TODAY)
        [now] = [one for one in notice_gen.findings_of(register, today=TODAY) if one.line.kien_nghi.nhan == late.ma and one.van_ban == late.van_ban]
    assert (now.han, now.trang_thai, len(now.dien_bien)) == (date(2026, 12, 31), "chưa đến hạn", 1)


def test_the_report_is_the_one_of_the_command_by_the_days_off_and_names_of_the_office():
    settings = '[cot]\n"Hồ sơ tiếp nhận" = "so_lieu.tiep_nhan"\n[ngay_nghi]\nnghi = [2026-10-30, 2026-11-02]\n'
    Path("notice-gen.toml").write_text(settings, "utf-8")
    assert run(["report", "--to", "Ủy ban nhân dân tỉnh", "-q"]) == 0
    with notice_gen.open_register(BOOK) as register:
        text = notice_gen.report_file(register, "Ủy ban nhân dân tỉnh", office=".", today=TODAY)
        assert text == Path("bao-cao.toml").read_text("utf-8")
        assert tomllib.loads(text)["so_lieu"]["tong_tiep_nhan"] == 360
        assert notice_gen.findings_of(register, office=settings.encode(), today=TODAY)[0].han == date(2026, 11, 3)
        assert notice_gen.count_findings(register, office=settings.encode(), today=TODAY).so_lieu[1].nhan == "Hồ sơ tiếp nhận"
        with pytest.raises(notice_gen.InputError):
            notice_gen.report_file(register, nam=2020, today=TODAY)
