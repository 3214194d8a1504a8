"""``notice-gen register void``, ``backup`` and ``check``: keeping the register right and safe."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import numbering, options, report
from notice_gen.cli.i18n import Say
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, OutputError, Problem

_NOT_A_REGISTER = frozenset({".docx", ".doc", ".xlsx", ".xls", ".csv", ".toml", ".zip", ".pdf"})


@click.command(
    context_settings=options.HELP,
    short_help=N_("Hủy số, có lý do; số đã hủy không dùng lại."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_(
        "Hủy một hay nhiều số, ghi 7 hoặc 07/TB-UBND. Số hủy vẫn nằm trong sổ cùng lý do, không cấp lại cho văn bản nào.\n\n"
        "Một số có ở nhiều năm, nhiều cơ quan hay nhiều dãy thì lệnh hỏi lại, chưa hủy gì."
    ),
)
@click.argument("so", metavar=N_("SỐ[/KÝ-HIỆU]…"), nargs=-1, required=True)
@click.option("--reason", "ly_do", required=True, metavar=N_("LÝ_DO"), help=N_("Vì sao hủy; in ở cột ghi chú của sổ."))
@chosen.year
@chosen.kind
@chosen.agency
@click.option(
    "--rewind",
    is_flag=True,
    help=N_("Khi gõ nhầm số cao quá: số tự động quay về tiếp sau số lớn nhất chưa hủy. Chỉ dùng khi các số bỏ qua chưa cấp ở đâu, kể cả trên giấy."),  # noqa: E501
)
@numbering.option
@options.lang
@click.pass_obj
def void(
    say: Say, so: tuple[str, ...], ly_do: str, nam: int | None, loai: str | None, co_quan: str | None, rewind: bool, where: str | None
) -> int:  # fmt: skip
    """Return the exit code after making the numbers void."""
    from notice_gen import register

    with chosen.opened(where) as book:
        wanted: list[register.Entry] = []
        problems: list[Problem] = []
        for text in so:
            try:
                wanted.append(chosen.the_one(chosen.lines(book, text, say, nam=nam, loai=loai, co_quan=co_quan), text, say))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        done = register.void(book, list(dict.fromkeys(entry.id for entry in wanted)), ly_do, rewind=rewind)
        report.complain(book.remarks, say)
    for entry in done:
        message = say(N_("Đã hủy số {van_ban}. Lý do: {ly_do}."))
        click.echo(report.visible(message.format(van_ban=chosen.title(entry, say), ly_do=entry.ly_do.rstrip("."))))
        if not entry.is_paper:
            again = say(N_("Tệp {tep} nếu in lại thì nhận số mới (đã ghi số {so} trong tệp thì sửa số đó trước); bản Word mang số {so_ky_hieu} không dùng nữa."))  # noqa: E501
            report.note(report.visible(again.format(tep=entry.tep, so=entry.so, so_ky_hieu=entry.so_ky_hieu)))
    return ExitCode.OK


@click.command(
    context_settings=options.HELP,
    short_help=N_("Sao lưu sổ ra tệp khác, có kiểm tra."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_("Chép sổ ra TỆP, kể cả khi máy đang dùng sổ, và kiểm tra bản chép. TỆP là thư mục thì bản chép mang tên sổ và ngày hôm nay."),
)
@click.argument("out", metavar=N_("TỆP"))
@options.if_exists
@numbering.option
@options.lang
@click.pass_obj
def backup(say: Say, out: str, if_exists: str, where: str | None) -> int:
    """Return the exit code after copying the register to *out*."""
    from notice_gen import files, register

    with chosen.opened(where) as book:
        data = register.snapshot(book)
        own = Path(book.label)
    target = Path(out) / f"{own.stem}-{today().isoformat()}.db" if options.is_folder(out) else Path(out)
    if target.resolve() == own.resolve():
        raise options.usage_error(say, N_("“{tep}” chính là sổ đang dùng; sao lưu ra tệp khác."), tep=report.visible(out))
    if target.suffix.lower() in _NOT_A_REGISTER:
        raise options.usage_error(say, N_("Bản sao lưu là tệp cơ sở dữ liệu, không phải {duoi}: đặt tên có đuôi .db."), duoi=target.suffix)
    if files.IfExists(if_exists) is files.IfExists.FAIL and _is_register(target) and target.read_bytes() != data:
        raise OutputError(_kept_already(target))
    written = files.write(target, data, if_exists=files.IfExists(if_exists), is_ours=lambda _: False)
    options.tell_written(target, written, say)
    return ExitCode.OK


def _is_register(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(15) == b"SQLite format 3"
    except OSError:
        return False


def _kept_already(target: Path) -> Problem:
    return Problem(
        N_("“{tep}” đã có, là bản sao lưu lúc trước; không ghi đè."),
        N_("Thêm --if-exists overwrite để thay bằng bản mới, --if-exists rename để giữ cả hai, hoặc ghi tên khác."),
        {"tep": target},
    )


@click.command(
    context_settings=options.HELP,
    short_help=N_("Soát sổ: số thiếu, số giữ mà chưa in, tệp hỏng."),
    options_metavar=N_("[TÙY CHỌN]"),
    help=N_("Soát sổ: cơ sở dữ liệu có hỏng không, số nào thiếu mà không ghi hủy, số nào giữ lâu mà chưa in, bộ đếm có khớp các dòng không.\n\nCó điều cần xem lại thì mã thoát là 1."),  # noqa: E501
)
@click.option("--days", type=click.IntRange(0, 36500), default=7, show_default=True, metavar=N_("NGÀY"), help=N_("Số giữ chỗ quá bấy nhiêu ngày mà chưa in thì báo."))  # noqa: E501
@numbering.option
@options.lang
@click.pass_obj
def check(say: Say, days: int, where: str | None) -> int:
    """Return the exit code after reporting what is odd in the register."""
    from notice_gen import register

    with chosen.opened(where) as book:
        problems = register.findings(book, days=days)
        label = report.visible(book.label)
    for problem in problems:
        for line in report.problem_lines(problem, say):
            click.echo(line)
    message = N_("Sổ {so}: có {dem} điều cần xem lại.") if problems else N_("Sổ {so}: không có gì phải xem lại.")
    report.note(say(message).format(so=label, dem=len(problems)))
    return ExitCode.FAULTS if problems else ExitCode.OK
