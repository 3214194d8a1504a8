"""``notice-gen batch``: one notice for every row of data, or for every findings file of a folder."""

from __future__ import annotations

import errno
import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import numbering, options, report, work
from notice_gen.cli.batch_report import report_batch
from notice_gen.cli.i18n import Say
from notice_gen.cli.options import usage_error
from notice_gen.cli.work import Bar, today
from notice_gen.errors import N_, OutputError

if TYPE_CHECKING:
    from notice_gen.office.pool import Crew

FOLDER = "ket-qua"
"""The output folder, unless another is named."""


@options.command(
    N_("In hàng loạt: mỗi hàng số liệu, hoặc mỗi tệp, một văn bản Word."),
    N_(
        "In hàng loạt: mỗi hàng của --data một văn bản, theo TỆP chung; không có --data thì mỗi TỆP một văn bản.\n\n"
        "Mọi hàng được kiểm tra và lấy số trước khi ghi tệp đầu tiên; một hàng hỏng không cản các hàng khác. Chạy lại thì làm "
        "tiếp, bỏ qua những gì đã xong và không đổi, giữ nguyên số. TỆP là thư mục thì lấy mọi tệp .toml trong đó."
    ),
)
@options.files
@click.option("--data", metavar=N_("BẢNG"), type=click.Path(path_type=Path), help=N_("Bảng số liệu: .xlsx, .xls, .ods, .csv hoặc .jsonl; mỗi hàng một văn bản."))  # noqa: E501
@click.option(
    "-o", "--output", "out", metavar=N_("THƯ_MỤC"), type=click.Path(path_type=Path),
    help=N_("Thư mục để ghi, chưa có thì tạo. Mặc định: ket-qua, cạnh TỆP đầu tiên."),
)  # fmt: skip
@click.option("--name", metavar=N_("MẪU_TÊN"), default="", help=N_("Cách đặt tên tệp, ví dụ \"{{ van_ban.so }}-{{ don_vi.ten | slug }}\". Mặc định: như lệnh render."))  # noqa: E501
@click.option("--only", metavar=N_("BIỂU_THỨC"), default="", help=N_("Chỉ in những hàng mà biểu thức này đúng, ví dụ \"so_lieu.tiep_nhan > 300\"."))  # noqa: E501
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help=N_("Chỉ in N văn bản đầu tiên."))
@click.option("--dry-run", "dry", is_flag=True, help=N_("Chỉ in ra kế hoạch: sẽ in những gì, số nào, tên tệp gì; không ghi, không lấy số."))
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help=N_("Số tiến trình chạy song song; mặc định: mọi lõi của máy."))
@click.option("--zip", "archive", metavar=N_("TỆP"), type=click.Path(path_type=Path), help=N_("Nén các tệp đã xong vào một tệp .zip, để gửi đi."))  # noqa: E501
@click.option("--cluster", metavar=N_("ĐỊA_CHỈ"), help=N_("Chia việc cho cụm máy Dask, ví dụ tcp://10.0.0.5:8786; tệp vẫn ghi ở máy này."))
@options.template
@options.strict
@numbering.option
@options.if_exists
@work.judging
@options.output_format
@options.speaking
def batch(
    say: Say, files: tuple[str, ...], data: Path | None, out: Path | None, name: str, only: str, limit: int | None, dry: bool,
    jobs: int | None, archive: Path | None, cluster: str | None, template: Path | None, strict: bool, where: str | None,
    if_exists: str, check: str, output_format: str,
) -> int:  # fmt: skip
    """Return the exit code after writing what *files* and *data* say."""
    from notice_gen import expressions
    from notice_gen.batch import run, state
    from notice_gen.batch.settle import faults
    from notice_gen.batch.source import Source
    from notice_gen.files import IfExists, refusal

    for text, fault in ((name, expressions.fault_in_text(name)), (only, expressions.fault_in_expression(only) if only else None)):
        if fault:
            raise usage_error(say, N_("“{bieu_thuc}”: {loi}"), bieu_thuc=text, loi=f"{fault.text(say)} {fault.hint_text(say)}")
    if archive and archive.is_dir():  # reported before any number is taken
        raise usage_error(say, N_("“{tep}” là thư mục: sau --zip ghi tên tệp, ví dụ --zip thong-bao.zip."), tep=archive)
    if archive and not archive.parent.is_dir():
        raise OutputError(refusal(archive, FileNotFoundError(errno.ENOENT, "")))
    gc.enable()  # unlike other commands this one lives long enough to collect what it leaves behind
    findings = _expanded(files)
    if not findings:
        raise usage_error(say, N_("Không có tệp .toml nào trong: {tep}."), tep=", ".join(files))
    source = Source(findings, data, out or findings[0].parent / FOLDER, template, name, only, limit, strict, today())
    order = state.order(source, where, crew=_crew(jobs, cluster), if_exists=IfExists(if_exists), dry=dry, archive=archive)
    bar = Bar(say)
    try:
        done = run.run(order, bar.at)
    except KeyboardInterrupt:
        bar.close()
        report.note(say(N_("Chưa ghi tệp nào. Chạy lại đúng lệnh này để làm lại; số đã giữ trong sổ (nếu có) không mất.")))
        raise
    finally:
        bar.close()
    bar = Bar(say)
    unlawful = faults(order, done, check, bar.at)
    bar.close()
    return report_batch(order, done, output_format, say, unlawful)


def _expanded(files: Iterable[str]) -> tuple[Path, ...]:
    """Return the files meant, each once: those of a folder, those of a pattern that the shell (of Windows) left as it is."""
    from notice_gen.reader import OFFICE_FILE

    paths: list[Path] = []
    for file in files:
        path = Path(file)
        if path.is_dir():
            paths += sorted(path.glob("*.toml"))
        elif any(mark in file for mark in "*?[") and not path.exists():
            paths += sorted(path.parent.glob(path.name)) or [path]
        else:
            paths.append(path)
    return tuple(path for path in dict.fromkeys(paths) if path.name != OFFICE_FILE)


def _crew(jobs: int | None, cluster: str | None) -> Crew | None:
    if cluster:
        from notice_gen.batch import cluster as machines

        return machines.crew(cluster)
    from notice_gen.office import pool

    count = jobs or pool.cores()
    return None if count == 1 else pool.processes(count)
