"""``notice-gen register void``, ``backup``, ``check`` and ``export``: keeping the register right, safe and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from notice_gen.cli import options, report
from notice_gen.cli.register import chosen
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, OutputError, Problem, Say
from notice_gen.office import on_paper

_NOT_A_REGISTER = frozenset({".docx", ".doc", ".xlsx", ".xls", ".csv", ".toml", ".zip", ".pdf"})


@chosen.command(
    N_("Hủy số, có lý do; số đã hủy không dùng lại."),
    N_(
        "Hủy một hay nhiều số, ghi 7 hoặc 07/TB-UBND. Số hủy vẫn nằm trong sổ cùng lý do, không cấp lại cho văn bản nào.\n\n"
        "Một số có ở nhiều năm, nhiều cơ quan hay nhiều dãy thì lệnh hỏi lại, chưa hủy gì."
    ),
    "cac_so",
    click.option("--reason", "ly_do", required=True, metavar=N_("LÝ_DO"), help=N_("Vì sao hủy; in ở cột ghi chú của sổ.")),
    "nam", "loai", "co_quan",
    click.option("--rewind", is_flag=True, help=N_("Khi gõ nhầm số cao quá: số tự động quay về tiếp sau số lớn nhất chưa hủy. Chỉ dùng khi các số bỏ qua chưa cấp ở đâu, kể cả trên giấy.")),  # noqa: E501
    "where",
)  # fmt: skip
def void(say: Say, so: tuple[str, ...], ly_do: str, rewind: bool, where: str | None, **which: Any) -> int:
    """Return the exit code after making the numbers void."""
    from notice_gen import register
    from notice_gen.register.kien_nghi import reading

    with chosen.opened(where) as book:
        wanted: list[register.Entry] = []
        problems: list[Problem] = []
        for text in so:
            try:
                wanted.append(chosen.the_one(chosen.lines(book, text, say, **which), text, say))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        done = register.void(book, list(dict.fromkeys(entry.id for entry in wanted)), ly_do, rewind=rewind)
        left_out = reading.of_papers(book, [entry.id for entry in done])
        report.complain(book.remarks, say)
    for entry in done:
        message = say(N_("Đã hủy số {van_ban}. Lý do: {ly_do}."))
        click.echo(report.visible(message.format(van_ban=chosen.title(entry, say), ly_do=entry.ly_do.rstrip("."))))
        if not entry.is_paper:
            again = say(N_("Tệp {tep} nếu in lại thì nhận số mới (đã ghi số {so} trong tệp thì sửa số đó trước); bản Word mang số {so_ky_hieu} không dùng nữa."))  # noqa: E501
            report.note(report.visible(again.format(tep=entry.tep, so=entry.so, so_ky_hieu=entry.so_ky_hieu)))
        if entry.id in left_out:
            words = N_("{so} kiến nghị của văn bản này không còn tính trong theo dõi, thống kê ({co} kiến nghị đã có diễn biến).")
            report.note(say(words).format(so=left_out[entry.id][0], co=left_out[entry.id][1]))
    return ExitCode.OK


@chosen.command(
    N_("Sao lưu sổ ra tệp khác, có kiểm tra."),
    N_("Chép sổ ra TỆP, kể cả khi máy đang dùng sổ, và kiểm tra bản chép. TỆP là thư mục thì bản chép mang tên sổ và ngày hôm nay."),
    "out", "if_exists", "where",
)  # fmt: skip
def backup(say: Say, out: str | None, to: str | None, if_exists: str, where: str | None) -> int:
    """Return the exit code after copying the register to *out*, or *to*."""
    from notice_gen import files

    file = chosen.target(say, out, to)
    with chosen.opened(where) as book:
        data = book.store.snapshot()
        own = Path(book.label)
    path = Path(file) / f"{own.stem}-{today().isoformat()}.db" if options.is_folder(file) else Path(file)
    if path.resolve() == own.resolve():
        raise options.usage_error(say, N_("“{tep}” chính là sổ đang dùng; sao lưu ra tệp khác."), tep=report.visible(file))
    if path.suffix.lower() in _NOT_A_REGISTER:
        raise options.usage_error(say, N_("Bản sao lưu là tệp cơ sở dữ liệu, không phải {duoi}: đặt tên có đuôi .db."), duoi=path.suffix)
    if files.IfExists(if_exists) is files.IfExists.FAIL and _held(path) not in {b"", data}:
        hint = N_("Thêm --if-exists overwrite để thay bằng bản mới, --if-exists rename để giữ cả hai, hoặc ghi tên khác.")
        raise OutputError(Problem(N_("“{tep}” đã có, là bản sao lưu lúc trước; không ghi đè."), hint, {"tep": path}))
    options.write(path, data, if_exists, say, named=not options.is_folder(file))
    return ExitCode.OK


def _held(path: Path) -> bytes:
    """Return the register that a file is; nothing when it is none."""
    from notice_gen import files

    try:
        held = files.read(path)
    except OSError:
        return b""
    return held if held.startswith(b"SQLite format 3") else b""


@chosen.command(
    N_("Soát sổ: số thiếu, số giữ mà chưa in, tệp hỏng."),
    N_("Soát sổ: cơ sở dữ liệu có hỏng không, số nào thiếu mà không ghi hủy, số nào giữ lâu mà chưa in, bộ đếm có khớp các dòng không, dòng nào bị sửa ngoài chương trình.\n\nCó điều cần xem lại thì mã thoát là 1."),  # noqa: E501
    click.option("--days", type=click.IntRange(0, 36500), default=7, show_default=True, metavar=N_("NGÀY"), help=N_("Số giữ chỗ quá bấy nhiêu ngày mà chưa in thì báo.")),  # noqa: E501
    click.option("--head", "heads", multiple=True, metavar=N_("MÃ"), help=N_("Mã nhật ký đã in ở cuối sổ hay sau register list (ghi được nhiều lần): báo nếu sổ bị làm lại từ sau lần in đó.")),  # noqa: E501
    "where",
)  # fmt: skip
def check(say: Say, days: int, heads: tuple[str, ...], where: str | None) -> int:
    """Return the exit code after reporting what is odd in the register."""
    from notice_gen import register

    with chosen.opened(where) as book:
        problems = register.findings(book, days=days, heads=heads)
        label = report.visible(book.label)
    for problem in problems:
        for line in report.problem_lines(problem, say):
            click.echo(line)
    message = N_("Sổ {so}: có {dem} điều cần xem lại.") if problems else N_("Sổ {so}: không có gì phải xem lại.")
    report.note(say(message).format(so=label, dem=len(problems)))
    return ExitCode.FAULTS if problems else ExitCode.OK


@chosen.command(
    N_("In sổ đăng ký văn bản đi ra Word, Excel hoặc CSV."),
    N_(
        "In sổ đăng ký văn bản đi theo mẫu ở Phụ lục IV, mục I.\n\n"
        "TỆP .docx để in ra giấy, đóng quyển: mỗi cơ quan, năm, dãy số một quyển, có bìa. TỆP .xlsx và .csv là danh sách, nhập lại được bằng register import."  # noqa: E501
    ),
    "out", "nam", "loai", "co_quan", "if_exists", "where",
)  # fmt: skip
def export(say: Say, out: str | None, to: str | None, loai: str | None, if_exists: str, where: str | None, **which: Any) -> int:
    """Return the exit code after writing the register to *out*, or *to*."""
    from notice_gen import register

    file = chosen.target(say, out, to)
    path = Path(file)
    kind = path.suffix.lower()
    if kind not in on_paper.KINDS or options.is_folder(file):
        raise options.usage_error(say, N_("Ghi tên tệp có đuôi .docx, .xlsx hoặc .csv, ví dụ so-van-ban-di-2026.docx."))
    with chosen.opened(where) as book:
        entries = register.entries(book, loai=on_paper.code(loai), **which)
        if not entries:
            raise InputError(Problem(N_("Trong sổ không có số nào như vậy để in."), N_("Xem sổ: notice-gen register list.")))
        data = on_paper.exported(kind, book, entries, Path())
    options.write(path, data, if_exists, say, named=True)
    return ExitCode.OK

