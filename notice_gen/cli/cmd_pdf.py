"""``notice-gen pdf``: Word files in, PDF files out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, pdf_text
from notice_gen.cli.options import is_folder, usage_error
from notice_gen.cli.work import Bar, today
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.office import pdf as making

_SEAL = 36  # mm: what most offices' seals have; the decree says “its real size”


@options.command(
    N_("Làm bản PDF của tệp Word."),
    N_(
        "Làm bản PDF của từng TỆP Word (.docx; .doc, .odt, .rtf cũng được), cạnh tệp đó hoặc vào ĐÍCH, bằng LibreOffice.\n\n"
        "TỆP là một thư mục thì làm mọi tệp .docx trong đó. Bản PDF đã có mà tệp Word không đổi thì để yên; "
        "bản đã ký hoặc đã sửa không bị ghi đè.\n\n"
        "Với --sign-places, bản PDF có sẵn ô ký số để trống ở đúng chỗ Phụ lục I Nghị định 30/2020/NĐ-CP quy định; "
        "phần mềm ký số của cơ quan ký vào các ô đó. Chỗ nào không tìm thấy thì báo và không đặt ô (mã thoát 1)."
    ),
    options.files,
    click.option("-o", "--output", "out", metavar=N_("ĐÍCH"), type=options.FILE, help=N_("Thư mục đã có, hoặc một tệp .pdf khi có một TỆP; mặc định: cạnh từng TỆP.")),  # noqa: E501
    click.option("--pdf-a", "is_archive", is_flag=True, help=N_("Xuất theo PDF/A-2b, kiểu tệp để lưu trữ lâu dài.")),
    click.option("--sign-places", "with_places", is_flag=True, help=N_("Đặt sẵn ô ký số: chữ ký, dấu, thời gian ký (cần phần kèm [ky-so]).")),  # noqa: E501
    click.option("--seal-diameter", "seal", type=click.IntRange(20, 60), metavar=N_("MM"), help=N_("Đường kính dấu của cơ quan, mm; mặc định 36.")),  # noqa: E501
    options.if_exists,
)  # fmt: skip
def pdf(say: Say, files: tuple[str, ...], out: str | None, is_archive: bool, with_places: bool, seal: int | None, if_exists: str) -> int:
    """Return the exit code after making a PDF of each of *files*."""
    from notice_gen.files import IfExists
    from notice_gen.office import pdf as making

    if seal is not None and not with_places:
        raise usage_error(say, N_("--seal-diameter chỉ dùng cùng --sign-places."))
    places = making.SignPlaces(seal or _SEAL, today()) if with_places else None
    orders = [making.Order(path, *_target(path, out)) for path in _named(files)]
    _check(orders, out, say)
    bar = Bar(say, shown=len(orders) > 1)
    run = making.run(orders, IfExists(if_exists), making.Kind(is_archive, places), progress=bar.at)
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
