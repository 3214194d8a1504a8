"""``notice-gen data …``: the data that papers are made and judged by: their date, and newer ones without a new version."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import meant, options, report, work
from notice_gen.errors import N_, ExitCode, InputError, Problem, Say, why_refused

_SAID = {
    "don_vi": N_("{so} đơn vị cấp xã"), "biet_den": N_("biết mọi lần đổi đến ngày {so}"), "lan_doi": N_("{so} lần đổi"),
    "chinh_thuc": N_("lịch nghỉ đã công bố {so}"), "tam_tinh": N_("tạm tính {so}"), "dong": N_("{so} dòng"),
    "hieu_luc": N_("hiệu lực từ {so}"),
}
_FILE = click.argument("file", metavar=N_("TỆP"), type=click.Path(path_type=Path))


@options.command(
    N_("Dữ liệu đang dùng: ngày, nguồn, có những gì."),
    N_("In ngày và nguồn của dữ liệu đang dùng, số đơn vị hành chính, các năm có lịch nghỉ, nghị định, từ ngữ."), options.output_format,
)  # fmt: skip
def show(say: Say, output_format: str) -> int:
    """Return the exit code after reporting the data in use."""
    from notice_gen import bundles, facts, installed
    from notice_gen.installed import HOLIDAYS
    from notice_gen.vietnamese import ngay

    using, counts = facts.in_use(), bundles.counts()
    said, home = using or facts.shipped(), str(installed.folder())
    if output_format == "json":
        told = {"edition": facts.edition(), "date": said.ngay.isoformat(), "source": said.nguon, "folder": home}
        report.print_json({**told, "installed": sorted(using.files) if using else [], "files": counts})
        return ExitCode.OK
    click.echo(say(N_("Dữ liệu ngày {ngay}, {nguon}.")).format(ngay=ngay(said.ngay), nguon=report.source(said.nguon, say)))
    for name, what in counts.items():
        mark = "*" if using and name in using.files else " "
        click.echo(f"{mark} {name}: {', '.join(say(_SAID[key]).format(so=value) for key, value in what.items())}")
        if name == HOLIDAYS:
            for nam, year in facts.table(name)["nam"].items():
                if "ghi_chu" in year:
                    click.echo(f"    {nam}: {report.visible(year['ghi_chu'])}")
    if using:
        click.echo(say(N_("Tệp có dấu * là của bộ dữ liệu cài thêm, ở {thu_muc}.")).format(thu_muc=using.folder))
    return ExitCode.OK


@options.command(
    N_("Soát một gói dữ liệu, không cài."),
    N_("Soát gói dữ liệu TỆP (.zip): còn nguyên như lúc làm ra, chỉ có tệp dữ liệu, đọc được hết. Không ghi gì vào máy."), _FILE,
)  # fmt: skip
def check(say: Say, file: Path) -> int:
    """Return the exit code after judging a bundle."""
    from notice_gen import bundles
    from notice_gen.vietnamese import ngay

    data, made = bundles.laid_over(*bundles.opened(file))
    if problems := bundles.judged(data, made):
        raise InputError(problems)
    message = N_("Gói dữ liệu ngày {ngay}, {nguon}: dùng được, gồm {cac_tep}.")
    names = ", ".join(sorted(name for name in bundles.opened(file)[1].files))
    click.echo(say(message).format(ngay=ngay(made.ngay), nguon=report.source(made.nguon, say), cac_tep=names))
    if doubt := bundles.out_of_time(made, work.today()):
        report.complain([doubt], say)
        return ExitCode.FAULTS
    return ExitCode.OK


@options.command(
    N_("Cài gói dữ liệu mới, hoặc quay về bộ trước."),
    N_(
        "Soát gói dữ liệu TỆP (.zip) rồi cài vào thư mục dữ liệu của người dùng; chương trình không đổi, không cần mạng.\n\n"
        "Mã SHA-256 trong gói cho biết tệp còn nguyên như lúc làm ra, không cho biết ai làm ra: chỉ cài gói lấy từ nơi tin cậy.\n\n"
        "Thư mục khác: biến NOTICE_GEN_DATA."
    ),
    click.argument("file", metavar=N_("[TỆP]"), type=click.Path(path_type=Path), required=False),
    click.option("--undo", is_flag=True, help=N_("Bỏ bộ dữ liệu đang dùng, quay về bộ trước, hoặc dữ liệu kèm chương trình.")),
)  # fmt: skip
def update(say: Say, file: Path | None, undo: bool) -> int:
    """Return the exit code after installing a bundle, or leaving the last one."""
    from notice_gen import bundles, facts, installed
    from notice_gen.errors import OutputError
    from notice_gen.vietnamese import ngay

    if (file is None) is not undo:
        raise options.usage_error(say, N_("Ghi TỆP để cài, hoặc --undo để quay về; một trong hai."))
    if file:
        made = bundles.install(file, today=work.today())
        click.echo(say(N_("Đã cài dữ liệu ngày {ngay}, {nguon}.")).format(ngay=ngay(made.ngay), nguon=report.source(made.nguon, say)))
        report.aside(say(N_("Quay về dữ liệu trước: notice-gen data update --undo")))
        return ExitCode.OK
    try:
        left = installed.undo()
    except OSError as error:
        message, hint = N_("Không ghi được vào “{thu_muc}”: {loi}."), N_("Kiểm tra quyền ghi của thư mục; chưa có gì thay đổi.")
        raise OutputError(Problem(message, hint, {"thu_muc": installed.folder(), "loi": why_refused(error)})) from None
    if not left:
        raise InputError(Problem(N_("Chưa cài bộ dữ liệu nào."), N_("Đang dùng dữ liệu kèm chương trình; xem: notice-gen data show")))
    found, _ = installed.current()
    said = found if found and found.ngay > facts.shipped().ngay else facts.shipped()
    click.echo(say(N_("Đang dùng lại dữ liệu ngày {ngay}, {nguon}.")).format(ngay=ngay(said.ngay), nguon=report.source(said.nguon, say)))
    return ExitCode.OK


data = options.group(
    meant.Group, "data", N_("Dữ liệu: đơn vị hành chính, ngày nghỉ, nghị định, từ ngữ; xem và cập nhật."),
    N_("Dữ liệu mà chương trình dựa vào (đơn vị hành chính, ngày nghỉ, nghị định, từ ngữ): xem có đến ngày nào, soát và cài gói mới."),
    show, check, update,
)  # fmt: skip
