"""``notice-gen register correct``, ``withdraw`` and ``replace``: the paper that follows one that was wrong, made from its findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, InputError, Problem, Say

_FINDINGS = click.option("--findings", "tep", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Tệp nội dung của văn bản cũ, khi không còn ở chỗ sổ ghi."))  # noqa: E501
_DATA = click.option("--data", metavar=N_("BẢNG"), type=click.Path(path_type=Path), help=N_("Bảng số liệu đã dùng, khi văn bản in hàng loạt: lấy lại hàng của đơn vị đó."))  # noqa: E501
_REASON = click.option("--reason", "ly_do", default="", metavar=N_("LÝ_DO"), help=N_("Vì sao; bỏ trống thì để chỗ trống trong tệp."))
_SHARED = ("so", _FINDINGS, _DATA, _REASON, options.output, "if_exists", "nam", "loai", "co_quan", "where")


@chosen.command(
    N_("Đính chính văn bản đã ban hành: làm công văn đính chính."),
    N_("Ghi tệp nội dung của công văn đính chính văn bản SỐ (sai thể thức, kỹ thuật trình bày, thủ tục ban hành; Điều 18). Điền chỗ sai, chỗ đúng rồi in bằng render: sổ ghi hai văn bản liền nhau."),  # noqa: E501
    *_SHARED,
)  # fmt: skip
def correct(say: Say, **given: Any) -> int:
    """Return the exit code after writing the findings of the letter that corrects a paper."""
    return _follow(say, "dinh-chinh", **given)


@chosen.command(
    N_("Thu hồi văn bản đã ban hành: làm văn bản thu hồi."),
    N_("Ghi tệp nội dung của văn bản thu hồi văn bản SỐ. In ra thì sổ ghi văn bản SỐ đã bị thu hồi, kiến nghị của nó thôi tính; số vẫn nằm trong sổ."),  # noqa: E501
    *_SHARED,
)  # fmt: skip
def withdraw(say: Say, **given: Any) -> int:
    """Return the exit code after writing the findings of the paper that withdraws a paper."""
    return _follow(say, "thu-hoi", **given)


@chosen.command(
    N_("Thay thế văn bản đã ban hành: làm văn bản thay thế."),
    N_("Ghi tệp nội dung của văn bản thay thế văn bản SỐ (sai nội dung; Điều 18): chép tệp cũ, có câu thay thế, lấy số mới. Sửa chỗ sai rồi in bằng render: kiến nghị, diễn biến tính theo văn bản mới."),  # noqa: E501
    *_SHARED,
)  # fmt: skip
def replace(say: Say, **given: Any) -> int:
    """Return the exit code after writing the findings of the paper that replaces a paper."""
    return _follow(say, "thay-the", **given)


def _follow(
    say: Say, viec: str, *, so: str, tep: Path | None, data: Path | None, ly_do: str, out: str | None, if_exists: str, where: str | None,
    **which: Any,
) -> int:  # fmt: skip
    from notice_gen.follow import issuer, successor
    from notice_gen.vietnamese import slug_ky_hieu

    if out != options.STREAM:
        options.check_suffix(out, ".toml", say)
    with chosen.opened(where) as book:
        entry = chosen.the_one(chosen.lines(book, so, say, **which), so, say)
        folder = book.path.resolve().parent if book.path else None
    if entry.trang_thai != "đã cấp":
        message = N_("Văn bản {so} chưa ban hành (đã hủy, hoặc mới giữ số), nên không phải đính chính, thu hồi hay thay thế.")
        hint = N_("Chưa in thì sửa tệp nội dung rồi in lại; đã hủy thì in lại lấy số mới.")
        raise InputError(Problem(message, hint, {"so": entry.so_ky_hieu}))
    tree = successor.old_findings(entry, folder, tep, data)
    text = successor.findings(viec, entry, tree, issuer.office(Path()), today(), ly_do)
    name = f"{successor.FILES[viec]}-{slug_ky_hieu(entry.so_ky_hieu)}.toml"
    code = options.put(text, out, name, if_exists, say)
    report.aside(report.visible(say(N_("Sửa tệp rồi in: notice-gen render {tep}. Sổ ghi hai văn bản liền nhau khi in.")).format(tep=out or name)))  # noqa: E501
    return code
