"""What became of PDFs → lines; options that ask for them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_gen.cli import options, report
from notice_gen.cli.options import Decorator
from notice_gen.errors import N_, Place, Problem, Say

if TYPE_CHECKING:
    from notice_gen.batch.state import Batch
    from notice_gen.batch.state import Order as BatchOrder
    from notice_gen.office.pdf import Order, Run

wanted: Decorator = click.option("--pdf", "with_pdf", is_flag=True, help=N_("Làm thêm bản PDF cạnh mỗi tệp Word (cần LibreOffice)."))


def tell(orders: Sequence[Order], run: Run, say: Say) -> None:
    """Print the paths written on stdout; what was left alone, what failed and which font was printed with on stderr."""
    sentences = {
        "unchanged": N_("{tep}: đã có, không đổi."), "edited": N_("{tep}: đã được ký hoặc sửa, để yên."),
        "skipped": N_("Bỏ qua, tệp đã có: {tep}"),
    }  # fmt: skip
    for index in sorted(run.made):
        made = run.made[index]
        if made.status == "written":
            options.tell_written(orders[index].pdf, made.path, say)
        elif made.path:
            report.note(report.visible(say(sentences[made.status]).format(tep=made.path)))
    tell_failed(orders, run, say)


def tell_failed(orders: Sequence[Order], run: Run, say: Say) -> None:
    """Print on stderr what failed and what is true of all: why no more were made; which font was printed with, once."""
    for index in sorted(run.made):
        report.complain(problems(orders[index], run.made[index].problems), say)
    report.complain(run.problems, say)
    if run.problems:
        report.note(say(N_("Chưa làm {so} tệp PDF; tệp Word thì đã có đủ.")).format(so=len(orders) - len(run.made)))
    font = _substitute() if any(made.status == "written" for made in run.made.values()) else ""
    if font:
        report.note(font_sentence(font, say))


def _substitute() -> str:
    from notice_gen.convert import fonts

    return fonts.substitute()


def font_sentence(font: str, say: Say) -> str:
    """Say what *font* stands for, and what comes of it."""
    from notice_gen.convert import fonts

    same = N_("Máy này không có phông Times New Roman: PDF in bằng {phong}, chữ rộng bằng nhau nên dòng và trang không đổi.")
    other = N_("Máy này không có phông Times New Roman: PDF in bằng {phong}, dòng và trang có thể khác; cài Times New Roman hoặc Liberation Serif.")  # noqa: E501
    return say(same if font in fonts.SAME_WIDTHS else other).format(phong=font)


def problems(order: Order, several: Iterable[Problem]) -> list[Problem]:
    """Return problems with the Word file that they are about."""
    return [problem if problem.place else replace(problem, place=Place(str(order.docx))) for problem in several]


def tell_of_batch(order: BatchOrder, batch: Batch, say: Say) -> None:
    """Print on stderr what became of the PDFs of a batch; where none were asked for, which ones are old now."""
    if batch.pdf_run:
        tell_failed(batch.pdf_orders, batch.pdf_run, say)
    elif not order.dry:
        tell_stale(order.source.out, [result.output for result in batch.results if result.status == "written"], say)


def counted(run: Run | None, say: Say) -> list[str]:
    """Return the sentences that count PDFs by what became of them."""
    counts = Counter(made.status for made in run.made.values()) if run else Counter[str]()
    sentences = (
        ("written", N_("Đã làm {so} tệp PDF.")), ("unchanged", N_("{so} tệp PDF đã có, không đổi.")),
        ("edited", N_("{so} tệp PDF đã được ký hoặc sửa, để yên.")), ("skipped", N_("{so} tệp PDF đã có, để yên.")),
        ("not written", N_("{so} tệp PDF chưa làm được; tệp Word thì đã có.")),
    )  # fmt: skip
    return [say(text).format(so=counts[status]) for status, text in sentences if counts[status]]


def tell_stale(folder: Path, docx: Iterable[str], say: Say) -> None:
    """Say on stderr which PDFs lie beside Word files of *folder* just printed again and are not made again."""
    there = [folder / name for name in docx if f"{name.removesuffix('.docx')}.pdf" in found] if (found := _pdfs(folder)) else []
    if not there:
        return
    from notice_gen.office import pdf

    old = pdf.stale(there)
    if old:
        some = ", ".join(str(path) for path in old[:3]) + (", …" if len(old) > 3 else "")
        message = N_("{so} tệp PDF còn là bản cũ của văn bản vừa in lại: {cac_tep}. Thêm --pdf để làm lại, hoặc xóa đi.")
        report.note(report.visible(say(message).format(so=len(old), cac_tep=some)))


def _pdfs(folder: Path) -> set[str]:
    """Return the names of the PDFs in a folder: one look for many files."""
    try:
        return {entry.name for entry in os.scandir(folder) if entry.name.endswith(".pdf")}
    except OSError:
        return set()
