"""After issue, for a program: findings and what has come of them, their counts, the report to the authority above."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, get_args

from notice_gen.errors import N_, InputError, Problem
from notice_gen.follow import answers, counting, issuer, listing, model, reporting
from notice_gen.follow.counting import Stats
from notice_gen.follow.model import DienBien, TheoDoi
from notice_gen.follow.states import SOON, Today
from notice_gen.library import sources
from notice_gen.library.documents import Register, this_day
from notice_gen.library.sources import Source
from notice_gen.records import record
from notice_gen.register.kien_nghi import reading
from notice_gen.register.kien_nghi.reading import Viec

if TYPE_CHECKING:
    from notice_gen.follow.issuer import Tree


@record
class Finding:
    """A finding of an issued paper in force, and where it stands.

    Attributes:
        van_ban: number and symbol of its paper, of the day *ngay*.
        stt: its place in the paper, from 1; *ma* is its code, which may be empty.
        don_vi: its unit, with the code *ma_don_vi* where the unit has one.
        loai: ``ket-qua``, ``ton-tai``, ``yeu-cau`` or nothing.
        linh_vuc: its field; *noi_dung* its words as printed.
        han: the deadline in force: put off, and moved off a day off.
        trang_thai: ``quá hạn``, ``sắp đến hạn``, ``chưa đến hạn``, ``không ghi hạn``, ``đã báo cáo``, ``hoàn thành``.
        dien_bien: what has come of it, by day: each with ``ngay``, ``loai``, ``han``, ``van_ban_den``, ``ghi_chu``.
        line: where the register has it, for :func:`note_event`.
    """

    van_ban: str
    ngay: date | None
    stt: int
    ma: str
    don_vi: str
    ma_don_vi: str
    loai: str
    linh_vuc: str
    noi_dung: str
    han: date | None
    trang_thai: str
    dien_bien: tuple[DienBien, ...]
    line: listing.Line


@contextmanager
def _followed(register: Register, office: Source | None) -> Iterator[tuple[TheoDoi, Tree]]:
    """Yield what counts and the office's settings; days off are the office's until the end."""
    with sources.placed():
        settings = next((dict(layer.data) for layer in sources.office_of(office)), {})
    with issuer.days_off(settings):
        yield model.counted(reading.noted(register._book)), settings  # noqa: SLF001 - of the library alone


def findings_of(
    register: Register, *, don_vi: str = "", linh_vuc: str = "", loai: str = "", trang_thai: Collection[str] = (), nam: int | None = None,
    tat_ca: bool = False, office: Source | None = None, today: date | None = None,
) -> list[Finding]:  # fmt: skip
    """Return the findings that ask for something, the most pressing first, as ``notice-gen follow list``.

    Args:
        register: the open register.
        don_vi: of a unit: its code, or a part of its name.
        linh_vuc: of a field: a part of its name.
        loai: of this kind.
        trang_thai: in these states.
        nam: of papers of this year.
        tat_ca: those too that ask for nothing.
        office: whose days off count.
        today: the day on which they stand so; None for what day it is here.

    Raises RegisterError: the register cannot be read.
    """
    wish = listing.Wish(don_vi, linh_vuc, loai, trang_thai, nam=nam, tat_ca=tat_ca)
    with _followed(register, office) as (theo_doi, _):
        return [_plain(line) for line in listing.lines(theo_doi, Today(today or this_day(), SOON), wish)]


def _plain(line: listing.Line) -> Finding:
    each, (state, han) = line.kien_nghi, line.trang_thai
    return Finding(
        each.van_ban.so_ky_hieu, each.van_ban.ngay, each.stt, each.ma, each.don_vi, each.ma_don_vi, each.loai, each.linh_vuc, each.noi_dung,
        han, state, each.dien_bien, line,
    )  # fmt: skip


def note_event(
    register: Register, finding: Finding, viec: Viec, ngay: date, *, han: date | None = None, van_ban: str = "", ghi_chu: str = "",
    today: date | None = None,
) -> bool:  # fmt: skip
    """Note what has come of a finding: ``báo cáo``, ``gia hạn``, ``hoàn thành``, ``không chấp nhận``; it stays, and is told again as False.

    Args:
        register: the open register.
        finding: as :func:`findings_of` gave it.
        viec: what has come of it.
        ngay: when it happened: not before the paper, not after *today*.
        han: the new deadline, where it is put off.
        van_ban: the paper that says so, which a new deadline needs.
        ghi_chu: a remark.
        today: the day; None for what day it is here.

    Raises:
        InputError: *viec* is none of these, the day is wrong, a new deadline or its paper is missing, or the paper is void, or has no
            such finding any more.
        RegisterError: the register cannot be written.
    """
    each = finding.line.kien_nghi
    problem = answers.wrong_day(ngay, today or this_day(), each.van_ban)
    if viec not in get_args(Viec):
        known = {"viec": viec, "cac_viec": ", ".join(get_args(Viec))}
        problem = Problem(N_("Không rõ việc “{viec}”."), N_("Ghi một trong: {cac_viec}."), known)
    elif viec == "gia hạn" and (han is None or han < ngay or not van_ban.strip()):
        problem = problem or answers.not_put_off()
    if problem:
        raise InputError(problem)
    event = reading.SuKien(each.van_ban.id, each.nhan, ngay, viec, han if viec == "gia hạn" else None, van_ban.strip(), ghi_chu.strip())
    return reading.add(register._book, [event]) == 1  # noqa: SLF001 - of the library alone


def count_findings(register: Register, *, nam: int | None = None, office: Source | None = None, today: date | None = None) -> Stats:
    """Return findings counted by kind, field, unit, month and state, and figures over all units, as ``notice-gen stats``.

    Args: *nam*: of papers of this year; *office*: its days off, and what it calls figures; *today*: the day on which they stand so.
    Raises RegisterError: the register cannot be read.
    """
    with _followed(register, office) as (theo_doi, settings):
        return counting.stats(theo_doi, Today(today or this_day(), SOON), nam=nam, labels=issuer.labels(settings))


def report_file(
    register: Register, kinh_gui: str = "", *, nam: int | None = None, office: Source | None = None, today: date | None = None
) -> str:
    """Return the findings file of a report on all that is followed, as ``notice-gen report``; what nobody said is a blank in it.

    Args: *kinh_gui*: whom it goes to; the rest as for :func:`count_findings`.
    Raises InputError: there is no finding; RegisterError: the register cannot be read.
    """
    with _followed(register, office) as (theo_doi, settings):
        now = Today(today or this_day(), SOON)
        return reporting.written(theo_doi, now, settings, kinh_gui, nam=nam)[0]
