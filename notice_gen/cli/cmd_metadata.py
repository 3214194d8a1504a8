"""``notice-gen metadata``: the fields of Phụ lục VI of an outgoing paper, for the office's document system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, report
from notice_gen.cli.options import STREAM, usage_error
from notice_gen.cli.work import today
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.office.describing import Described


@options.command(
    N_("Xuất dữ liệu đặc tả của văn bản đi (Phụ lục VI): JSON hoặc XML."),
    N_(
        "In ra các trường dữ liệu đặc tả của văn bản đi theo Phụ lục VI Nghị định 30/2020/NĐ-CP, để nhập vào hệ thống quản lý văn bản.\n\n"
        "TỆP là tệp nội dung (.toml), hoặc văn bản Word đã xong (của ai cũng được). Trường dài hơn quy định thì báo và không xuất. "
        "Số trang (trường 10) cần LibreOffice; không có thì bỏ trường đó và nói rõ."
    ),
    click.argument("file", metavar=N_("TỆP"), type=options.FILE),
    click.option("--as", "kind", type=click.Choice(["json", "xml"]), default=None, help=N_("Kiểu tệp: json hoặc xml. Mặc định: theo đuôi của ĐÍCH, không thì json.")),  # noqa: E501
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Tệp hoặc thư mục để ghi. Mặc định: đầu ra chuẩn.")),  # noqa: E501
    click.option("--no-pages", is_flag=True, help=N_("Không đếm trang (trường 10), nên không cần LibreOffice.")),
    options.if_exists,
)  # fmt: skip
def metadata(say: Say, file: str, kind: str | None, out: str | None, no_pages: bool, if_exists: str) -> int:
    """Return the exit code after writing the metadata of *file*."""
    from notice_gen import metadata as fields
    from notice_gen.office import describing

    if file == STREAM:
        raise usage_error(say, N_("Lệnh này đọc một tệp, không đọc đầu vào chuẩn."))
    named = Path(out).suffix.lower().lstrip(".") if out not in {None, STREAM} and not options.is_folder(str(out)) else ""
    if named and named not in fields.KINDS:
        raise usage_error(say, N_("Tệp ghi ra “{tep}” phải có đuôi {duoi}."), tep=out, duoi=".json, .xml")
    if named and kind and named != kind:
        raise usage_error(say, N_("--as {kieu} không hợp với đuôi của “{tep}”."), kieu=kind, tep=out)
    kind = kind or named or "json"
    found = describing.described(file, today=today(), counted=not no_pages)
    code = options.put(fields.text(found.values, kind), out or STREAM, f"{Path(file).stem}.{kind}", if_exists, say)
    _tell(found, say, counted=not no_pages)
    return code


def _tell(found: Described, say: Say, *, counted: bool) -> None:
    from notice_gen import metadata as fields

    report.complain(found.problems, say)
    if counted and found.uncounted:
        words = say(N_("Chưa đếm được số trang, nên bỏ trường 10 (PageAmount): {vi_sao}"))
        report.note(report.visible(words.format(vi_sao=found.uncounted.text(say))))
    missing = [f"{one.so} {one.ma}" for one in fields.missing(found.values) if one.ma != fields.PAGES]
    if missing:
        report.aside(report.visible(say(N_("Các trường không có giá trị nên không ghi: {truong}.")).format(truong=", ".join(missing))))


