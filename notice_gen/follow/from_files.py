"""What counts of findings files themselves, printed or not: each is read as the print command reads it, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from notice_gen import issue, reader
from notice_gen.errors import NoticeGenError, Problem
from notice_gen.follow.model import KienNghi, SoLieu, TheoDoi, VanBan, told_apart
from notice_gen.steps import Issued


def read(files: Sequence[Path], today: date) -> tuple[TheoDoi, list[Problem]]:
    """Return what the findings files hold, and what is wrong with those that cannot be read, located."""
    papers: list[VanBan] = []
    findings: list[KienNghi] = []
    figures: list[SoLieu] = []
    problems: list[Problem] = []
    for number, file in enumerate(files, start=1):
        try:
            issued = issue.issue(reader.load_findings(file), file=str(file), folder=file.parent, today=today)
        except NoticeGenError as error:
            problems += error.problems
            continue
        paper = _paper(number, issued, file, today)
        papers.append(paper)
        _take(issued, paper, findings, figures)
    return TheoDoi(tuple(papers), *told_apart(findings, figures)), problems


def _paper(number: int, issued: Issued, file: Path, today: date) -> VanBan:
    notice, printed = issued.notice, issued.context.page.van_ban
    van_ban = notice.van_ban
    so = printed.so_ky_hieu.strip() if isinstance(van_ban.so, int) else f"(dự thảo)/{printed.ky_hieu}"
    return VanBan(
        number, so, van_ban.ngay, (van_ban.ngay or today).year, " ".join(notice.co_quan.ten), notice.don_vi.get("ten", ""),
        str(printed.trich_yeu), str(file), loai=van_ban.loai or "",
    )  # fmt: skip


def _take(issued: Issued, paper: VanBan, findings: list[KienNghi], figures: list[SoLieu]) -> None:
    from notice_gen.register import taking

    for each in taking.opened(*taking.taken(issued.notice, issued.context.page)):
        for nhan, stt, ma, loai, linh_vuc, noi_dung, han in each.kien_nghi:
            day = date.fromisoformat(han) if han else None
            findings.append(KienNghi(paper, nhan, stt, ma, each.don_vi, each.ma_don_vi, loai, linh_vuc, noi_dung, day))
    for ten, value in issued.context.page.so_lieu.items():
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            figures.append(SoLieu(paper, paper.don_vi, ten, value, issued.notice.don_vi.get("ma", "")))
