"""``notice-gen register export``: the register as a book, in Word, Excel or CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import numbering, options
from notice_gen.cli.i18n import Say
from notice_gen.cli.register import chosen
from notice_gen.errors import N_, ExitCode, InputError, Problem

if TYPE_CHECKING:
    from notice_gen.register import Entry

_KINDS = (".docx", ".xlsx", ".csv")


@click.command(
    context_settings=options.HELP,
    short_help=N_("In sổ đăng ký văn bản đi ra Word, Excel hoặc CSV."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_(
        "In sổ đăng ký văn bản đi theo mẫu ở Phụ lục IV, mục I.\n\n"
        "TỆP .docx để in ra giấy, đóng quyển: mỗi cơ quan, năm, dãy số một quyển, có bìa. TỆP .xlsx và .csv là danh sách, nhập lại được bằng register import."  # noqa: E501
    ),
)
@click.argument("out", metavar=N_("TỆP"))
@chosen.year
@chosen.kind
@chosen.agency
@options.if_exists
@numbering.option
@options.lang
@click.pass_obj
def export(say: Say, out: str, nam: int | None, loai: str | None, co_quan: str | None, if_exists: str, where: str | None) -> int:
    """Return the exit code after writing the register to *out*."""
    from notice_gen import files, register

    path = Path(out)
    if path.suffix.lower() not in _KINDS or options.is_folder(out):
        raise options.usage_error(say, N_("Ghi tên tệp có đuôi .docx, .xlsx hoặc .csv, ví dụ so-van-ban-di-2026.docx."))
    with chosen.opened(where) as book:
        entries = register.entries(book, nam=nam, loai=chosen.code(loai), co_quan=co_quan)
    if not entries:
        raise InputError(Problem(N_("Trong sổ không có số nào như vậy để in."), N_("Xem sổ: notice-gen register list.")))
    written = files.write(path, _bytes(path.suffix.lower(), entries), if_exists=files.IfExists(if_exists), is_ours=lambda _: False)
    options.tell_written(path, written, say)
    return ExitCode.OK


def _bytes(kind: str, entries: Sequence[Entry]) -> bytes:
    from notice_gen.register import paper

    if kind == ".csv":
        return paper.csv_text(entries).encode()
    if kind == ".xlsx":
        return paper.xlsx(entries)
    volumes = paper.quyen(entries)
    return paper.docx(volumes, _chu_quan({volume.co_quan for volume in volumes}))


def _chu_quan(agencies: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the parent agency of each agency that the office settings name."""
    from notice_gen import reader, register

    layer = reader.office_layer(Path())
    co_quan = layer.data.get("co_quan") if layer else None
    if not isinstance(co_quan, Mapping):
        return {}
    ten, chu_quan = (chosen.lines_of(co_quan.get(key)) for key in ("ten", "chu_quan"))
    ours = register.ten_chuan(" ".join(ten))
    return {agency: chu_quan for agency in agencies if register.ten_chuan(agency) == ours}
