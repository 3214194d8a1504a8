"""``notice-gen pdf``: Word files in, PDF files out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, pdf_text
from notice_gen.cli.options import is_folder, usage_error
from notice_gen.cli.work import Bar
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.office import pdf as making


@options.command(
    N_("Làm bản PDF của tệp Word."),
    N_(
        "Làm bản PDF của từng TỆP Word (.docx; .doc, .odt, .rtf cũng được), cạnh tệp đó hoặc vào ĐÍCH, bằng LibreOffice.\n\n"
        "TỆP là một thư mục thì làm mọi tệp .docx trong đó. Bản PDF đã có mà tệp Word không đổi thì để yên; "
        "bản đã ký hoặc đã sửa không bị ghi đè."
    ),
    options.files,
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Thư mục đã có, hoặc một tệp .pdf khi có một TỆP; mặc định: cạnh từng TỆP.")),  # noqa: E501
    click.option("--pdf-a", "is_archive", is_flag=True, help=N_("Xuất theo PDF/A-2b, kiểu tệp để lưu trữ lâu dài.")),
    options.if_exists,
)  # fmt: skip
def pdf(say: Say, files: tuple[str, ...], out: str | None, is_archive: bool, if_exists: str) -> int:
    """Return the exit code after making a PDF of each of *files*."""
    from notice_gen.files import IfExists
    from notice_gen.office import pdf as making

    orders = [making.Order(path, *_target(path, out)) for path in _named(files)]
    _check(orders, out, say)
    bar = Bar(say, shown=len(orders) > 1)
    run = making.run(orders, IfExists(if_exists), is_archive=is_archive, progress=bar.at)
    bar.close()
    pdf_text.tell(orders, run, say)
    if run.interrupted:
        raise KeyboardInterrupt
    return run.exit_code


def _named(names: Iterable[str]) -> list[Path]:
    from notice_gen.office import checking

    def meant(path: Path) -> list[Path]:
        return [one for one in map(Path, checking.word_files(path)) if one.suffix.lower() == ".docx"] if path.is_dir() else [path]

    return list(dict.fromkeys(chain.from_iterable(map(meant, map(Path, names)))))


def _target(docx: Path, out: str | None) -> tuple[Path, bool]:
    return options.target(out, f"{docx.stem}.pdf", docx.parent)


def _check(orders: Iterable[making.Order], out: str | None, say: Say) -> None:
    """Refuse (click.UsageError) two that would be written to one place."""
    several = list(orders)
    options.check_suffix(out, ".pdf", say)
    if out is not None and not is_folder(out) and len(several) > 1:
        raise usage_error(say, N_("Có {so} tệp vào mà -o chỉ một tệp ra: cho -o là một thư mục."), so=len(several))
    places: dict[str, Path] = {}
    for order in several:
        other = places.setdefault(str(order.pdf.absolute()).casefold(), order.docx)
        if other != order.docx:
            raise usage_error(say, N_("“{tep}” và “{tep_kia}” cùng ghi ra một tệp: {dich}."), tep=order.docx, tep_kia=other, dich=order.pdf)
