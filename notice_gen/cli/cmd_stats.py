"""``notice-gen stats``: findings and figures of all units, counted: on the screen, as a workbook with charts, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import options, report, work
from notice_gen.cli.follow import asked
from notice_gen.cli.register.look import table
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, Say

if TYPE_CHECKING:
    from notice_gen.follow.counting import Figure, Stats
    from notice_gen.follow.model import TheoDoi

_SHOWN = 20  # units of a table on the screen
FILE = "thong-ke-kien-nghi.xlsx"


@asked.command(
    N_("Thống kê kiến nghị, số liệu của mọi đơn vị: bảng, bảng tính có biểu đồ."),
    N_(
        "Đếm kiến nghị theo loại, lĩnh vực, đơn vị, tháng; cộng số liệu của các đơn vị, xếp hạng, so với năm trước.\n\n"
        "Không ghi TỆP thì đếm những văn bản đã cấp số trong sổ; có TỆP (.toml, hoặc thư mục) thì đếm các tệp nội dung đó, đã in hay chưa. "
        "-o TỆP.xlsx ghi bảng tính có biểu đồ, mỗi con số dẫn tới các văn bản được đếm."
    ),
    click.argument("files", metavar=N_("[TỆP]…"), nargs=-1, type=options.FILE), *asked.which("nam"),
    click.option("-o", "--output", "out", metavar=N_("TỆP"), type=options.FILE, help=N_("Ghi ra bảng tính .xlsx có biểu đồ.")),
    options.if_exists, options.output_format,
)  # fmt: skip
def stats(
    say: Say, files: tuple[str, ...], nam: int | None, out: str | None, if_exists: str, output_format: str, co_quan: str | None,
    where: str | None,
) -> int:  # fmt: skip
    """Return the exit code after counting."""
    from notice_gen.follow import counting, dashboard, issuer

    options.check_suffix(out, ".xlsx", say)
    with counted_from(files, where, co_quan, say) as (theo_doi, code):
        now = asked.now(5)
        found = counting.stats(theo_doi, now, nam=nam, labels=issuer.labels(issuer.office(Path())))
        report.complain(found.ghi_chu, say)
        if out is not None:
            path, named = options.target(out, FILE)
            cited = f"{co_quan}. " if co_quan else ""
            options.write(path, dashboard.workbook(found, theo_doi, now, cited), if_exists, say, named=named)
        elif output_format == "json":
            report.print_json(as_json(found))
        else:
            for line in _tables(found, say):
                click.echo(line)
    asked.left_out(theo_doi, say)
    return code


@contextmanager
def counted_from(files: Sequence[str], where: str | None, co_quan: str | None, say: Say) -> Iterator[tuple[TheoDoi, int]]:
    """Yield what counts, of the findings files or of the register, and the exit code that files which cannot be read ask for."""
    if not files:
        with asked.opened(where, co_quan) as (_, theo_doi):
            yield theo_doi, ExitCode.OK
        return
    from notice_gen.follow import from_files, issuer

    with issuer.days_off(issuer.office(Path())):
        theo_doi, problems = from_files.read(_expanded(files), today())
        report.complain(problems, say)
        if problems:
            report.note(say(N_("Có tệp không đọc được như trên, nên chưa tính.")))
        yield theo_doi, ExitCode.INPUT if problems and not theo_doi.van_ban else ExitCode.FAULTS if problems else ExitCode.OK


def _expanded(files: Sequence[str]) -> list[Path]:
    paths: list[Path] = []
    for file in map(Path, files):
        paths += sorted(file.glob("*.toml")) if file.is_dir() else [file]
    return list(work.without_settings(list(dict.fromkeys(paths))))


def as_json(found: Stats) -> dict[str, Any]:
    """Return the counts as plain JSON values."""
    return {
        "nam": found.nam, "tong": found.tong, "van_ban": [paper.so_ky_hieu for paper in found.van_ban],
        "dem": [{**key._asdict(), "so": count} for key, count in sorted(found.dem.items())],
        "trang_thai": dict(found.trang_thai), "trang_thai_don_vi": {unit: dict(counts) for unit, counts in found.trang_thai_don_vi.items()},
        "so_lieu": list(map(_figure_as_json, found.so_lieu)), "ngoai": dict(found.ngoai),
    }  # fmt: skip


def _figure_as_json(figure: Figure) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return value if value is None or isinstance(value, int | float) else float(value)

    return {
        "ten": figure.ten, "nhan": figure.nhan, "tong": plain(figure.tong), "binh_quan": plain(figure.binh_quan),
        "tong_nam_truoc": plain(figure.tong_nam_truoc),
        "don_vi": [
            {"don_vi": row.don_vi, "gia_tri": plain(row.gia_tri), "ty_trong": row.ty_trong, "hang": row.hang,
             "nam_truoc": plain(row.nam_truoc), "tang": row.tang, "van_ban": row.van_ban.so_ky_hieu}
            for row in figure.don_vi
        ],
    }  # fmt: skip


def _tables(found: Stats, say: Say) -> Iterator[str]:
    from notice_gen.follow.counting import NO_DAY, NO_FIELD
    from notice_gen.follow.model import LOAI
    from notice_gen.vietnamese import so

    def figure(value: Any) -> str:
        return so(value) if value else "-"

    def called(name: str) -> str:
        return say(name) if name in {NO_FIELD, NO_DAY} else name

    kinds = found.names("loai")
    heads = [say(LOAI.get(kind, kind)) for kind in kinds]
    yield say(N_("{so} kiến nghị trong {vb} văn bản.")).format(so=so(found.tong), vb=so(len(found.van_ban)))
    for title, field in ((N_("Lĩnh vực"), "linh_vuc"), (N_("Tháng"), "thang"), (N_("Đơn vị"), "don_vi")):
        by, names, totals = found.by(field, "loai"), found.names(field), found.by(field)
        rows = [[called(name), *(figure(by.get((name, kind))) for kind in kinds), figure(totals[name,])] for name in names[:_SHOWN]]
        if rows:
            yield ""
            yield from table([[say(title), *heads, say(N_("Cộng"))], *rows])
        if len(names) > _SHOWN:
            yield say(N_("… và {so} dòng khác; đủ cả: -o TỆP.xlsx hoặc --format json.")).format(so=len(names) - _SHOWN)
    if found.trang_thai:
        yield ""
        states = [[say(name), figure(count)] for name, count in found.trang_thai.items()]
        yield from table([[say(N_("Trạng thái")), say(N_("Số"))], *states])
    if found.so_lieu:
        yield ""
        heads = [say(name) for name in (N_("Số liệu"), N_("Tổng"), N_("Bình quân"), N_("Năm trước"), N_("Cao nhất"), N_("Thấp nhất"))]
        yield from table([heads, *(_row(each) for each in found.so_lieu)])


def _row(figure: Figure) -> list[str]:
    from notice_gen.vietnamese import so

    first, last = figure.don_vi[0], figure.don_vi[-1]
    return [
        figure.nhan or figure.ten, so(figure.tong) if figure.tong is not None else "", so(figure.binh_quan),
        so(figure.tong_nam_truoc) if figure.tong_nam_truoc is not None else "", f"{so(first.gia_tri)} ({first.don_vi})",
        f"{so(last.gia_tri)} ({last.don_vi})",
    ]  # fmt: skip
