"""``notice-gen report``: the counts as a findings file of a report to the authority above."""

from __future__ import annotations

from pathlib import Path

import click

from notice_gen.cli import options
from notice_gen.cli import report as said
from notice_gen.cli.cmd_stats import counted_from
from notice_gen.cli.follow import asked
from notice_gen.errors import N_, InputError, Problem, Say


@asked.command(
    N_("Làm báo cáo gửi cấp trên từ sổ theo dõi kiến nghị."),
    N_(
        "Ghi tệp nội dung của một báo cáo (mẫu bao-cao): lời văn để sửa, số liệu, bảng theo lĩnh vực và theo đơn vị, phụ lục danh sách quá hạn. In ra như mọi tệp: notice-gen render bao-cao.toml.\n\n"  # noqa: E501
        "--refresh điền lại số liệu, bảng vào báo cáo đã có, giữ nguyên lời văn đã sửa."
    ),
    click.argument("files", metavar=N_("[TỆP]…"), nargs=-1, type=options.FILE), *asked.which("nam"),
    click.option("--to", "kinh_gui", default="", metavar=N_("NƠI_NHẬN"), help=N_("Nơi nhận ở dòng Kính gửi, ví dụ \"Ủy ban nhân dân tỉnh\".")),  # noqa: E501
    click.option("--refresh", is_flag=True, help=N_("Chỉ điền lại số liệu và bảng của báo cáo đã có.")),
    options.output, options.if_exists,
)  # fmt: skip
def report(
    say: Say, files: tuple[str, ...], nam: int | None, kinh_gui: str, refresh: bool, out: str | None, if_exists: str, co_quan: str | None,
    where: str | None,
) -> int:  # fmt: skip
    """Return the exit code after writing the report's findings file."""
    from notice_gen.follow import issuer, reporting

    if out != options.STREAM:
        options.check_suffix(out, ".toml", say)
    with counted_from(files, where, co_quan, say) as (theo_doi, code):
        text, counted = reporting.written(theo_doi, asked.now(5), issuer.office(Path()), kinh_gui, nam=nam)
    said.complain(counted.ghi_chu, say)
    if refresh:
        text, if_exists = _refreshed(text, out, say), "overwrite"
    if nameless := reporting.nameless(counted):
        words = N_("Số liệu chưa có tên có dấu nên chưa đưa vào báo cáo: {cac_so}. Ghi vào [cot] của notice-gen.toml, ví dụ: \"Hồ sơ tiếp nhận\" = \"so_lieu.{ten}\"")  # noqa: E501
        said.aside(say(words).format(cac_so=", ".join(nameless), ten=nameless[0]))
    written = options.put(text, out, reporting.FILE, if_exists, say)
    asked.left_out(theo_doi, say)
    return max(code, written)


def _refreshed(new: str, out: str | None, say: Say) -> str:
    from notice_gen import reader
    from notice_gen.follow import reporting

    path, _ = options.target(out, reporting.FILE)
    old = reader.load_findings(path).decode("utf-8-sig").replace("\r\n", "\n")
    if not reporting.is_report(old):
        hint = N_("Làm báo cáo mới: notice-gen report -o TÊN-KHÁC.toml")
        raise InputError(Problem(N_("“{tep}” không phải báo cáo do notice-gen report làm, nên không điền lại được."), hint, {"tep": str(path)}))  # noqa: E501
    text, problems = reporting.refreshed(old, new)
    said.complain(problems, say)
    return text



