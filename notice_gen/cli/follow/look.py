"""``notice-gen follow list``, ``show`` and ``calendar``: where findings stand."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.follow import asked
from notice_gen.cli.register.look import table
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, Problem, Say

if TYPE_CHECKING:
    from notice_gen.follow.listing import Line
    from notice_gen.follow.model import KienNghi, TheoDoi

_ALL = click.option("--all", "tat_ca", is_flag=True, help=N_("Cả những phát hiện không đòi hỏi gì (kết quả, không hạn)."))


def _wish(say: Say, trang_thai: tuple[str, ...], den: str | None, loai: str | None, **rest: Any) -> Any:
    from notice_gen.follow.listing import Wish

    return Wish(trang_thai=tuple(asked.STATES[name] for name in trang_thai), den=asked.day(den, "--until", say), loai=loai or "", **rest)


@asked.command(
    N_("Liệt kê kiến nghị: quá hạn trước, rồi sắp đến hạn."),
    N_(
        "Liệt kê kiến nghị của các văn bản đã cấp số, việc gấp trước. Mặc định: những gì phải có trả lời (tồn tại, yêu cầu, có hạn).\n\n"
        "-o TỆP.xlsx ghi thành bảng có sẵn các cột để đơn vị điền kết quả; nhập lại bằng follow import."
    ),
    *asked.which(), _ALL,
    click.option("-o", "--output", "out", metavar=N_("TỆP"), type=options.FILE, help=N_("Ghi ra bảng tính .xlsx.")), options.if_exists,
    options.output_format, name="list",
)  # fmt: skip
def list_(
    say: Say, co_quan: str | None, where: str | None, out: str | None, if_exists: str, output_format: str, soon: int, **which: Any
) -> int:  # fmt: skip
    """Return the exit code after listing the findings asked for."""
    from notice_gen.follow import listing

    options.check_suffix(out, ".xlsx", say)
    wish = _wish(say, **which)
    with asked.opened(where, co_quan) as (_, theo_doi):
        found = listing.lines(theo_doi, asked.now(soon), wish)
    counts = listing.counts(found)
    if out is not None:
        path, named = options.target(out, "theo-doi-kien-nghi.xlsx")
        options.write(path, listing.workbook(found, today()), if_exists, say, named=named)
    elif output_format == "json":
        report.print_json({"kien_nghi": list(map(listing.as_json, found)), "dem": counts, "ngoai": dict(theo_doi.ngoai)})
    else:
        for line in _listed(found, say):
            click.echo(line)
    report.aside(_summary(len(found), counts, say))
    asked.left_out(theo_doi, say)
    return ExitCode.OK


def _summary(total: int, counts: dict[str, int], say: Say) -> str:
    parts = ", ".join(f"{so} {say(name)}" for name, so in counts.items())
    return say(N_("{so} kiến nghị")).format(so=total) + (f": {parts}." if parts else ".")


def _listed(found: list[Line], say: Say) -> Iterator[str]:
    from notice_gen.vietnamese import ngay

    if not found:
        return
    head = [say(N_("Hạn")), say(N_("Trạng thái")), say(N_("Văn bản")), say(N_("Mã")), say(N_("Đơn vị")), say(N_("Lĩnh vực")), say(N_("Nội dung"))]  # noqa: E501
    rows = [
        [ngay(line.trang_thai.han) if line.trang_thai.han else "", say(line.trang_thai.ten), line.kien_nghi.van_ban.so_ky_hieu,
         line.kien_nghi.ten, line.kien_nghi.don_vi, line.kien_nghi.linh_vuc, line.kien_nghi.noi_dung]
        for line in found
    ]  # fmt: skip
    yield from table([head, *rows], width=shutil.get_terminal_size().columns if sys.stdout.isatty() else None, shortened=(6, 5, 4))


@asked.command(
    N_("Xem các kiến nghị của một văn bản và diễn biến của từng kiến nghị."),
    N_("Xem các kiến nghị của văn bản SỐ (7 hoặc 07/TB-UBND): nội dung, hạn, trạng thái, từng diễn biến; văn bản nào đính chính, thu hồi, thay thế nó."),  # noqa: E501
    click.argument("so", metavar=N_("SỐ[/KÝ-HIỆU]")), click.argument("ma", metavar=N_("[MÃ]"), required=False, default=""),
    *asked.which("don_vi", "nam", "soon"), options.output_format,
)  # fmt: skip
def show(
    say: Say, so: str, ma: str, don_vi: str, nam: int | None, soon: int, output_format: str, co_quan: str | None, where: str | None
) -> int:  # fmt: skip
    """Return the exit code after showing the findings of a paper."""
    from notice_gen.follow import listing
    from notice_gen.follow.naming import Names

    with asked.opened(where, co_quan) as (_, theo_doi):
        names = Names(theo_doi)
        paper = names.paper(so, nam=nam)
        if isinstance(paper, Problem):
            raise InputError(paper)
        found: list[KienNghi] = names.findings(paper, don_vi=don_vi)
        if ma:
            only = names.finding(paper, ma, don_vi=don_vi)
            if isinstance(only, Problem):
                raise InputError(only)
            found = [only]
        now = asked.now(soon)
        lines = [listing.Line(each, now.state(each)) for each in found]
    if output_format == "json":
        links = [{"viec": viec, "van_ban": later.so_ky_hieu} for viec, later in theo_doi.lien_ket.get(paper.id, ())]
        report.print_json({"kien_nghi": list(map(listing.as_json, lines)), "van_ban_sau": links})
        return ExitCode.OK
    click.echo(report.visible(f"{paper.so_ky_hieu} {paper.trich_yeu} ({paper.co_quan})"))
    for text in _followers(paper.id, theo_doi, say):
        click.echo(text)
    for line in lines:
        for text in _shown(line, say):
            click.echo(report.visible(text))
    return ExitCode.OK


DONE_BY = {"dinh-chinh": N_("Được đính chính bằng {so}."), "thu-hoi": N_("Bị thu hồi bằng {so}."), "thay-the": N_("Được thay thế bằng {so}.")}  # noqa: E501


def _followers(number: int, theo_doi: TheoDoi, say: Say) -> Iterator[str]:
    for viec, later in theo_doi.lien_ket.get(number, ()):
        yield report.visible(say(DONE_BY[viec]).format(so=later.so_ky_hieu))


def _shown(line: Line, say: Say) -> Iterator[str]:
    from notice_gen.vietnamese import ngay

    each, (state, han) = line.kien_nghi, line.trang_thai
    until = say(N_(", hạn {ngay}")).format(ngay=ngay(han)) if han else ""
    yield ""
    yield f"[{each.ten}] {each.don_vi}: {say(state)}{until}"
    for text in each.noi_dung.split("\n"):
        yield f"    {text}"
    for event in each.dien_bien:
        more = [say(N_("đến {ngay}")).format(ngay=ngay(event.han)) if event.han else "", event.van_ban_den, event.ghi_chu]
        yield f"  {ngay(event.ngay)}  {say(event.loai)}" + "".join(f"; {part}" for part in more if part)


@asked.command(
    N_("Xuất các hạn thành lịch .ics, mở được bằng Outlook."),
    N_("Ghi hạn của các kiến nghị chưa trả lời thành lịch .ics (RFC 5545): mỗi văn bản, mỗi hạn một mục, nhắc trước mấy ngày."),
    *asked.which("don_vi", "linh_vuc", "loai", "trang_thai", "den", "nam"),
    click.option("--before", "truoc", type=click.IntRange(0, 60), default=3, show_default=True, metavar=N_("NGÀY"), help=N_("Nhắc trước hạn bấy nhiêu ngày.")),  # noqa: E501
    options.output, options.if_exists,
)  # fmt: skip
def calendar(say: Say, co_quan: str | None, where: str | None, out: str | None, if_exists: str, truoc: int, **which: Any) -> int:
    """Return the exit code after writing the deadlines as a calendar."""
    from notice_gen.follow import listing
    from notice_gen.follow.calendar import ics

    if out != options.STREAM:
        options.check_suffix(out, ".ics", say)
    wish = _wish(say, **which)
    with asked.opened(where, co_quan) as (_, theo_doi):
        found = listing.lines(theo_doi, asked.now(5), wish)
    return options.put(ics(found, today(), days=truoc).decode(), out, "han-kien-nghi.ics", if_exists, say)
