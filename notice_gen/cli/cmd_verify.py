"""``notice-gen verify``: is this Word file the paper that was printed, or was it edited since, and where?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import back_text, options, report
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

if TYPE_CHECKING:
    from notice_gen.office.returning import Verified

_SAID = {
    "exact": N_("{word}: đúng từng byte văn bản mà {toml} in ra."),
    "same": N_("{word}: lời văn và định dạng đúng như {toml} in ra; tệp do chương trình khác ghi lại, hoặc in bằng phiên bản, mẫu khác."),
    "differs": N_("{word}: khác văn bản mà {toml} in ra ở {so} chỗ:"),
    "untouched": N_("{word}: còn nguyên như lúc in ra. Muốn so với tệp nội dung: thêm --from TỆP."),
    "edited": N_("{word}: do notice-gen in ra, rồi đã được chương trình khác ghi lại. Muốn biết sửa ở đâu: thêm --from TỆP."),
    "foreign": N_("{word}: không phải tệp do notice-gen in ra, hoặc không còn dấu vết. Muốn so với tệp nội dung: thêm --from TỆP."),
}  # fmt: skip
_OF_REGISTER = {
    "exact": N_("{word}: đúng từng byte văn bản đã cấp số {van_ban}."),
    "same": N_("{word}: lời văn và định dạng đúng như bản lưu trữ của số {van_ban}; tệp do chương trình khác ghi lại."),
    "differs": N_("{word}: khác bản lưu trữ của số {van_ban} ở {so} chỗ:"),
}  # fmt: skip
_RIGHT = {"exact", "same", "untouched"}


@options.command(
    N_("Xem tệp Word có đúng là văn bản đã in không, từ sổ hoặc từ tệp nội dung."),
    N_(
        "Xem TỆP Word có đúng là văn bản đã in không: đúng từng byte, hay đã bị sửa, sửa ở đâu. So với bản đã cấp số trong sổ (mã SHA-256, "
        "và bản lưu trữ nếu cơ quan đặt luu_tru = true); sổ không có thì với văn bản mà tệp nội dung cạnh đó in ra, theo dấu mà TỆP mang. "
        "Có --from thì chỉ so với tệp nội dung ấy.\n\n"
        "Đúng: mã thoát 0; đã sửa, không biết, số đã hủy hoặc đã in lại bản khác: 1."
    ),
    click.argument("file", metavar=N_("TỆP")),
    click.option(
        "--from", "source", metavar=N_("TỆP_NỘI_DUNG"), type=click.Path(path_type=Path), help=N_("Tệp nội dung .toml đã in ra TỆP."),
    ),
    options.register, options.output_format,
)  # fmt: skip
def verify(say: Say, file: str, source: Path | None, where: str | None, output_format: str) -> int:
    """Return the exit code after telling whether *file* is the paper that was printed."""
    from notice_gen.office import returning

    held = returning.verified(file, source, today=today(), register=where)
    doubtful = list(_doubts(held, say))
    if output_format == "json":
        _print_json(file, held)
    else:
        several = len(held.differences) + len(held.looks)
        van_ban = chosen.title(held.found.entry, say) if held.found else ""
        said = say((_OF_REGISTER if held.found else _SAID)[held.status])
        report.note(report.visible(said.format(word=file, toml=held.findings, so=several, van_ban=van_ban)))
        for line in (*back_text.lines(held.differences, say), *back_text.look_lines(held.looks, say), *doubtful):
            report.note(line)
    return ExitCode.OK if held.status in _RIGHT and not doubtful else ExitCode.FAULTS


def _doubts(held: Verified, say: Say) -> Iterator[str]:
    """Yield why a paper as it was printed is no paper in force."""
    found = held.found
    if found and found.entry.trang_thai == "hủy":
        yield report.visible(say(N_("Số này đã hủy: {ly_do}. Văn bản không còn dùng.")).format(ly_do=found.entry.ly_do.rstrip(".")))
    elif found and found.kept and not found.is_current:
        message = say(N_("Đó là bản in lúc {luc}; sau đó số này đã in lại bản khác (xem: notice-gen register reprint)."))
        yield report.visible(message.format(luc=chosen.moment(found.kept.luc)))


def _print_json(file: str, held: Verified) -> None:
    differences = [back_text.as_json(one) for one in held.differences]
    looks = [back_text.look_as_json(one) for one in held.looks]
    findings = str(held.findings) if held.findings else None
    number = None
    if held.found:
        entry, kept = held.found.entry, held.found.kept
        status = {status: name for name, status in chosen.STATUSES.items()}[entry.trang_thai]
        number = {"so_ky_hieu": entry.so_ky_hieu, "nam": entry.nam, "co_quan": entry.co_quan, "trang_thai": status}
        number |= {"luu_tru": kept is not None, "luc": kept.luc if kept else None, "moi_nhat": held.found.is_current}
    report.print_json({
        "file": file, "status": held.status, "findings": findings, "number": number, "differences": differences, "looks": looks,
    })  # fmt: skip
