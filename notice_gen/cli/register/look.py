"""``notice-gen register list`` and ``show``: what stands in the register."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.register import chosen
from notice_gen.errors import N_, ExitCode, Say
from notice_gen.office import on_paper

if TYPE_CHECKING:
    from notice_gen.register import Entry, Register

_NOT_SHOWN = frozenset(["id", "khoa", "doubts", "trang_thai", "ngay"])
_GAP = "  "
_LEAST = 12  # columns that a shortened cell of a table keeps


@chosen.command(
    N_("Liệt kê các số trong sổ."),
    N_("Liệt kê các số trong sổ: số, ký hiệu, ngày, trích yếu, trạng thái, tệp nội dung."),
    "nam", "loai", "trang_thai", "co_quan", "where", "output_format", name="list",
)  # fmt: skip
def list_(say: Say, loai: str | None, trang_thai: str | None, where: str | None, output_format: str, **which: Any) -> int:
    """Return the exit code after listing the lines asked for."""
    from notice_gen import register

    with chosen.opened(where) as book:
        wanted: Any = chosen.STATUSES.get(trang_thai or "")
        entries = register.entries(book, loai=on_paper.code(loai), trang_thai=wanted, **which)
        names = {(entry.day_so.co_quan, entry.nam): entry.co_quan for entry in entries}
        heads = {head: names[head.co_quan, head.nam] for head in register.heads(book) if (head.co_quan, head.nam) in names}
    if output_format == "json":
        plain = [{"co_quan": name, "nam": head.nam, "so_su_kien": head.stt, "ma": str(head)} for head, name in heads.items()]
        report.print_json({"entries": list(map(_plain, entries)), "nhat_ky": plain})
        return ExitCode.OK
    for line in _listed(entries, say, shutil.get_terminal_size().columns if sys.stdout.isatty() else None):
        click.echo(line)
    counts = {name: sum(entry.trang_thai == status for entry in entries) for name, status in chosen.STATUSES.items()}
    message = say(N_("{dem} số: {cap} đã cấp, {giu} giữ chỗ, {huy} hủy."))
    report.aside(message.format(dem=len(entries), cap=counts["da-cap"], giu=counts["giu-cho"], huy=counts["huy"]))
    for head, name in heads.items():
        report.note(report.visible(say(N_("Mã nhật ký {co_quan}, năm {nam}: {ma}")).format(co_quan=name, nam=head.nam, ma=head)))
    return ExitCode.OK


def _listed(entries: Sequence[Entry], say: Say, width: int | None) -> Iterator[str]:
    """Yield the lines of the list: a table for each agency, year and series."""
    from notice_gen import vietnamese

    head = [say(N_("Số")), say(N_("Ký hiệu")), say(N_("Ngày")), say(N_("Trích yếu")), say(N_("Trạng thái")), say(N_("Tệp"))]
    groups = (list(group) for _, group in itertools.groupby(entries, key=lambda entry: entry.day_so))
    for index, of_series in enumerate(groups):
        if index:
            yield ""
        yield report.visible(chosen.heading(of_series[0], say))
        rows = [
            [
                vietnamese.so_van_ban(entry.so), entry.ky_hieu, vietnamese.ngay(entry.ngay) if entry.ngay else "", entry.trich_yeu,
                say(entry.trang_thai), _file(entry, say),
            ]
            for entry in of_series
        ]  # fmt: skip
        yield from table([head, *rows], width=width, shortened=(5, 3), right=0)


def _file(entry: Entry, say: Say) -> str:
    if entry.is_paper:
        return say(N_("(nhập từ sổ giấy)"))
    return f"{entry.tep} [{entry.hang}]" if entry.hang else entry.tep


def _plain(entry: Entry) -> dict[str, Any]:
    slug = {status: name for name, status in chosen.STATUSES.items()}[entry.trang_thai]
    rest = {name: value for name, value in entry._asdict().items() if name not in _NOT_SHOWN}
    ngay = entry.ngay.isoformat() if entry.ngay else None
    tep = "" if entry.is_paper else entry.tep
    return {**rest, "so_ky_hieu": entry.so_ky_hieu, "ngay": ngay, "trang_thai": slug, "tep": tep, "hang": entry.hang}


@chosen.command(
    N_("Xem đủ một số: văn bản nào, giữ, cấp, hủy lúc nào."),
    N_("Xem mọi điều sổ biết về một số, ghi 7 hoặc 07/TB-UBND, kể cả lúc giữ, lúc cấp, lúc hủy và lý do.\n\nNhiều năm, nhiều cơ quan cùng có số đó thì xem tất cả."),  # noqa: E501
    "so", "nam", "loai", "co_quan", "where", "output_format",
)  # fmt: skip
def show(say: Say, so: str, where: str | None, output_format: str, **which: Any) -> int:
    """Return the exit code after showing the lines with that number."""
    with chosen.opened(where) as book:
        entries = chosen.lines(book, so, say, **which)
        linked = _linked(book, entries)
    if output_format == "json":
        plain = [{"viec": viec, "van_ban": later.so_ky_hieu, "van_ban_truoc": earlier.so_ky_hieu} for later, viec, earlier in linked]
        report.print_json({"entries": list(map(_plain, entries)), "lien_ket": plain})
        return ExitCode.OK
    for index, entry in enumerate(entries):
        if index:
            click.echo()
        for line in _shown(entry, say):
            click.echo(line)
        for later, viec, earlier in linked:
            if entry.id in {later.id, earlier.id}:
                does, done = _LINKS[viec]
                text = say(does).format(so=earlier.so_ky_hieu) if entry.id == later.id else say(done).format(so=later.so_ky_hieu)
                click.echo(report.visible(text + ("" if later.trang_thai == "đã cấp" else f" ({say(later.trang_thai)})")))
    return ExitCode.OK


_LINKS = {
    "dinh-chinh": (N_("Đính chính {so}."), N_("Được đính chính bằng {so}.")), "thu-hoi": (N_("Thu hồi {so}."), N_("Bị thu hồi bằng {so}.")),
    "thay-the": (N_("Thay thế {so}."), N_("Được thay thế bằng {so}.")),
}  # fmt: skip


def _linked(book: Register, entries: Sequence[Entry]) -> list[tuple[Entry, str, Entry]]:
    """Return which papers follow these, or are followed by them: the later one, what it does, the earlier one."""
    from notice_gen.register.kien_nghi import reading

    shown = {entry.id for entry in entries}
    return [pair for pair in reading.linked(book) if shown & {pair[0].id, pair[2].id}]


def _shown(entry: Entry, say: Say) -> Iterator[str]:
    """Yield all that the register knows of one number."""
    from notice_gen import register, vietnamese

    series = say(N_("chung mọi loại")) if entry.nhom == register.CHUNG else say(N_("riêng loại {nhom}")).format(nhom=entry.nhom)
    shown = (
        (N_("Số, ký hiệu"), entry.so_ky_hieu), (N_("Cơ quan"), entry.co_quan), (N_("Năm, dãy số"), f"{entry.nam}, {series}"),
        (N_("Ngày văn bản"), vietnamese.ngay(entry.ngay) if entry.ngay else ""), (N_("Trích yếu"), entry.trich_yeu),
        (N_("Đơn vị"), entry.don_vi), (N_("Người ký"), entry.nguoi_ky), (N_("Nơi nhận"), entry.noi_nhan),
        (N_("Nơi nhận bản lưu"), entry.luu), (N_("Số lượng bản"), entry.so_ban), (N_("Ngày chuyển"), entry.ngay_chuyen),
        (N_("Ghi chú"), entry.ghi_chu), (N_("Tệp"), _file(entry, say)), (N_("Trạng thái"), say(entry.trang_thai)),
        (N_("Giữ chỗ lúc"), chosen.moment(entry.giu_luc)), (N_("Cấp lúc"), chosen.moment(entry.cap_luc)),
        (N_("SHA-256 của tệp"), entry.sha256),
        (N_("SHA-256 của mẫu"), entry.mau_sha256), (N_("In bằng"), entry.phien_ban),
        (N_("Bản lưu trữ"), say(N_("có; in lại: notice-gen register reprint")) if entry.luu_tru else ""),
        (N_("Hủy lúc"), chosen.moment(entry.huy_luc)), (N_("Lý do hủy"), entry.ly_do),
    )
    yield from table([[say(name) + ":", value] for name, value in shown if value])


def table(rows: Sequence[Sequence[str]], *, width: int | None = None, shortened: Sequence[int] = (), right: int = -1) -> Iterator[str]:
    """Yield the lines of a table, of as many cells in each of its *rows*; the cell *right* is set against its right side.

    Where a row would be wider than the terminal's *width*, in its columns, the cells *shortened* give way, the first of them first.
    """
    cells = [[" ".join(report.visible(cell).split()) for cell in row] for row in rows]
    widths = [max(map(_wide, column)) for column in zip(*cells, strict=True)]
    for index in shortened:
        over = sum(widths) + len(_GAP) * (len(widths) - 1) - width if width else 0
        widths[index] = max(widths[index] - max(over, 0), min(widths[index], _LEAST))
    for row in cells:
        parts = [_fit(cell, wide, right=index == right) for index, (cell, wide) in enumerate(zip(row, widths, strict=True))]
        yield _GAP.join(parts).rstrip()


def _fit(text: str, width: int, *, right: bool) -> str:
    if _wide(text) > width:
        ends = itertools.accumulate(map(report.columns, text))
        text = "".join(char for char, end in zip(text, ends, strict=True) if end < width).rstrip() + "…"
    blanks = " " * (width - _wide(text))
    return blanks + text if right else text + blanks


def _wide(text: str) -> int:
    return sum(map(report.columns, text))
