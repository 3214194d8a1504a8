"""``notice-gen register import``: a year begun on paper, or an exported register, entered whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import report
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, Problem, Say
from notice_gen.office import on_paper
from notice_gen.office.numbering import in_force, usual

if TYPE_CHECKING:
    from notice_gen.register import Register
    from notice_gen.register.paper import Entered

_ALIKE = 3  # rows with one and the same fault reported in full


@chosen.command(
    N_("Lập sổ mới, chưa có số nào."),
    N_(
        "Lập sổ mới ở chỗ ghi sau --register; không ghi thì so-van-ban.db cạnh notice-gen.toml đang dùng, không có thì ở thư mục đang đứng.\n\n"  # noqa: E501
        "Ở đó đã có sổ thì báo, không đổi gì. Cơ quan đã cấp số trên giấy trong năm thì nhập tiếp bằng register import."
    ),
    "where",
)  # fmt: skip
def init(say: Say, where: str | None) -> int:
    """Return the exit code after beginning a register."""
    from notice_gen import register

    place = where or usual(Path())
    with register.connect(place, create=False) as book:
        if book.ready:
            raise register.already(book.label)
    with register.connect(place) as book:
        click.echo(report.visible(book.label))
    report.note(say(N_("Đã lập sổ văn bản mới, chưa có số nào.")))
    return ExitCode.OK


@chosen.command(
    N_("Nhập sổ giấy, hoặc sổ đã xuất ra Excel, CSV."),
    N_(
        "Nhập vào sổ các số đã cấp trên giấy, từ bảng tính hoặc CSV có các cột như sổ đăng ký văn bản đi (Phụ lục IV, mục I); cột số là bắt buộc.\n\n"  # noqa: E501
        "Có lỗi thì báo hết theo từng ô và không nhập gì. Nhập lại tệp cũ thì sổ không đổi; ô còn trống trong sổ được điền thêm."
    ),
    "file",
    click.option("--year", "nam", type=click.IntRange(1900, 9999), metavar=N_("NĂM"), help=N_("Năm của cả tệp; cần khi có hàng không ghi ngày.")),  # noqa: E501
    click.option("--agency", "co_quan", metavar=N_("CƠ_QUAN"), help=N_("Cơ quan của cả tệp; mặc định: theo cột Cơ quan, không có thì theo [co_quan] ten của notice-gen.toml.")),  # noqa: E501
    "where", name="import",
)  # fmt: skip
def import_(say: Say, file: str, nam: int | None, co_quan: str | None, where: str | None) -> int:
    """Return the exit code after entering the lines of *file*."""
    from notice_gen import register
    from notice_gen.reader.rows import plain_table
    from notice_gen.register import paper

    sheet = on_paper.Sheet(plain_table(Path(file)))
    lines, problems = sheet.lines(on_paper.office(Path(), today(), nam=nam, co_quan=co_quan))
    report.complain([*sheet.warnings, *(problem for problem in problems if problem.level == "warning")], say)
    if problems := [problem for problem in problems if problem.level == "error"]:
        return _refused(problems, say)
    with register.connect(in_force(where, Path())) as book:
        report.begun([book.label] if book.created else [], book.remarks, say)
        try:
            done = paper.enter(book, lines)
        except InputError as error:
            return _refused(map(sheet.located, error.problems), say)
        _tell(done, book, say)
    return ExitCode.OK


def _refused(problems: Iterable[Problem], say: Say) -> int:
    in_order = sorted(problems, key=lambda problem: (problem.place.line, problem.place.column) if problem.place else (0, 0))
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in in_order:
        alike.setdefault((problem.message, problem.hint, repr(problem.values)), []).append(problem)
    for group in alike.values():  # what is missing for the whole sheet is wrong in every row of it
        rows = list(dict.fromkeys(problem.place.line if problem.place else 0 for problem in group))
        report.complain([problem for problem in group if (problem.place.line if problem.place else 0) in rows[:_ALIKE]], say)
        if len(rows) > _ALIKE:
            report.note(say(N_("… và {so} hàng khác cũng vậy.")).format(so=len(rows) - _ALIKE))
    report.note(say(N_("Có {loi} lỗi; chưa nhập số nào. Sửa rồi nhập lại.")).format(loi=len(in_order)))
    return ExitCode.INPUT


def _tell(done: Entered, book: Register, say: Say) -> None:
    from notice_gen import register
    from notice_gen.register import audit

    message = say(N_("Đã nhập {moi} số mới, điền thêm vào {bu} số, {cu} số đã có sẵn."))
    click.echo(message.format(moi=done.new, bu=done.filled, cu=done.same))
    for series, last in sorted(done.last.items(), key=repr):
        entries = [entry for entry in register.entries(book, nam=series.nam, co_quan=series.co_quan) if entry.day_so == series]
        name = chosen.heading(entries[-1], say)
        report.note(report.visible(say(N_("{so}: số tự động tiếp theo là {tiep}.")).format(so=name, tiep=last + 1)))
        if missing := audit.gaps((entry.so for entry in entries), last):
            report.note(report.visible(say(N_("{so}: trong sổ chưa có số {thieu}.")).format(so=name, thieu=missing)))
