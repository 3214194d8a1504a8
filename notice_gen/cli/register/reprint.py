"""``notice-gen register reprint``: a paper of the archive once more, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.options import is_folder, usage_error
from notice_gen.cli.register import chosen
from notice_gen.errors import N_, ExitCode, InputError, Say
from notice_gen.office import archived

if TYPE_CHECKING:
    from notice_gen.register import Entry, Register
    from notice_gen.register.archive import Print


@chosen.command(
    N_("In lại đúng văn bản đã ra, từ bản lưu trữ trong sổ."),
    N_(
        "Ghi lại tệp Word đã in của SỐ, đúng từng byte, từ bản lưu trữ trong sổ ([so_van_ban] luu_tru = true), dù tệp nội dung, mẫu hay "
        "chương trình đã đổi từ đó.\n\nMột số gửi nhiều nơi, hoặc có phụ lục là tệp riêng, thì ghi đủ các tệp. Sổ không đổi."
    ),
    "so",
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Tệp .docx hoặc thư mục để ghi. Mặc định: thư mục đang đứng, tên tệp như lúc in.")),  # noqa: E501
    click.option("--sources", "with_sources", is_flag=True, help=N_("Ghi cả những gì đã dùng để in: tệp nội dung, thiết lập của cơ quan, hàng số liệu, hình, mẫu riêng; ĐÍCH là thư mục.")),  # noqa: E501
    click.option("--void", "with_void", is_flag=True, help=N_("Cũng ghi lại văn bản mang số đã hủy, chỉ để xem.")),
    "nam", "loai", "co_quan", "if_exists", "where",
)  # fmt: skip
def reprint(
    say: Say, so: str, out: str | None, with_sources: bool, with_void: bool, if_exists: str, where: str | None, **which: Any
) -> int:
    """Return the exit code after writing the papers of a number."""
    is_file = out is not None and not is_folder(out)
    options.check_suffix(out, ".docx", say)
    if is_file and with_sources:
        raise usage_error(say, N_("--sources ghi nhiều tệp: sau -o ghi một thư mục, cuối tên có dấu /, ví dụ -o luu-tru/."))
    with chosen.opened(where) as book:
        entry = chosen.the_one(chosen.lines(book, so, say, **which), so, say)
        kept = archived.prints(book, entry)
        if entry.trang_thai == "hủy" and not with_void:
            raise InputError(archived.void(entry, kept))
        if is_file and len(kept) > 1:
            raise usage_error(say, N_("Số {so} có {dem} tệp: cho -o là một thư mục."), so=entry.so_ky_hieu, dem=len(kept))
        for path, data in _files(book, kept, out, with_sources=with_sources):
            path.parent.mkdir(parents=True, exist_ok=True)
            options.write(path, data, if_exists, say, named=is_file)
    _tell(entry, kept, say)
    return ExitCode.OK


def _files(book: Register, kept: list[Print], out: str | None, *, with_sources: bool) -> Iterator[tuple[Path, bytes]]:
    """Yield the files to write, one after the other: a mailing has thousands."""
    from notice_gen import files
    from notice_gen.register import archive

    folder = Path() if out is None else Path(out)
    for one in kept:
        name = files.safe_name(one.ten)
        path = folder if out is not None and not is_folder(out) else folder / name
        yield path, archive.docx(book, one)
        if with_sources:
            beside = path.with_suffix("")
            yield from ((beside / said, data) for said, data in archived.sources(book, one))


def _tell(entry: Entry, kept: list[Print], say: Say) -> None:
    printed = chosen.moment(kept[0].luc)
    message = say(N_("Đúng từng byte bản đã in lúc {luc} của số {van_ban}."))
    report.note(report.visible(message.format(luc=printed, van_ban=chosen.title(entry, say))))
    if entry.trang_thai == "hủy":
        report.note(report.visible(say(N_("Số này đã hủy: {ly_do}. Đừng gửi đi.")).format(ly_do=entry.ly_do.rstrip("."))))
