"""Which register and which of its lines a command is about: options they share, and what they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import completing, options, report
from notice_gen.cli.options import Decorator, usage_error
from notice_gen.errors import N_, InputError, Problem, Say
from notice_gen.office import on_paper
from notice_gen.office.numbering import in_force

if TYPE_CHECKING:
    from notice_gen.register import Entry, Register

STATUSES = {"giu-cho": N_("giữ chỗ"), "da-cap": N_("đã cấp"), "huy": N_("hủy")}
"""What ``--status`` says, and what the register says, in the language spoken when it is shown."""

_NUMBER = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,9})(?:\s*/\s*(\S.*))?", re.IGNORECASE)


def _target(command: Any) -> Any:
    """Let a command take the file to write as an argument, or after ``-o`` as the commands that print do; see :func:`target`."""
    text = N_("Cũng là TỆP, ghi như ở các lệnh in văn bản.")
    after = click.option("-o", "--output", "to", metavar=N_("TỆP"), type=options.FILE, help=text)
    return click.argument("out", metavar=N_("TỆP"), type=options.FILE, required=False)(after(command))


_OPTIONS: dict[str, Decorator] = {
    "nam": click.option("--year", "nam", type=click.IntRange(1900, 9999), metavar=N_("NĂM"), help=N_("Chỉ năm này.")),
    "loai": click.option("--type", "loai", metavar=N_("LOẠI"), shell_complete=completing.types, help=N_("Chỉ loại này, ghi bằng chữ viết tắt: TB, QĐ, KH…; công văn ghi CV.")),  # noqa: E501
    "trang_thai": click.option("--status", "trang_thai", type=click.Choice(list(STATUSES)), help=N_("Chỉ số ở trạng thái này: giữ chỗ, đã cấp hay hủy.")),  # noqa: E501
    "co_quan": click.option("--agency", "co_quan", metavar=N_("CƠ_QUAN"), help=N_("Chỉ cơ quan này: tên đầy đủ như trong văn bản; viết hoa hay thường đều được.")),  # noqa: E501
    "so": click.argument("so", metavar=N_("SỐ[/KÝ-HIỆU]")),
    "cac_so": click.argument("so", metavar=N_("SỐ[/KÝ-HIỆU]…"), nargs=-1, required=True),
    "file": click.argument("file", metavar=N_("TỆP"), type=options.FILE),
    "out": _target,
    "if_exists": options.if_exists,
    "where": options.register,
    "output_format": options.output_format,
}  # fmt: skip
"""What the commands of the register share."""


def command(short: str, text: str, *shared: str | Decorator, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """As :func:`options.command`; arguments and options may go by their names here."""
    return options.command(short, text, *(_OPTIONS[each] if isinstance(each, str) else each for each in shared), name=name)


def target(say: Say, out: str | None, to: str | None) -> str:
    """Return the file to write: the argument *out*, or what ``-o`` says.  Raises click.UsageError: there is none, or both."""
    if out and to:
        raise usage_error(say, N_("Ghi tên tệp một lần: {out}, hoặc -o {to}."), out=report.visible(out), to=report.visible(to))
    if not (out or to):
        raise usage_error(say, N_("Ghi thêm tên tệp để ghi ra, ví dụ so-van-ban-di-2026.docx (in sổ), sao-luu.db (sao lưu sổ)."))
    return out or to or ""


@contextmanager
def opened(where: str | None) -> Iterator[Register]:
    """Open the register that *where* (``--register``) says, or the one in force here.  Raises RegisterError: there is none."""
    from notice_gen import register

    with register.connect(in_force(where, Path()), create=False) as book:
        if not book.ready:
            raise register.absent(book.label)
        yield book


def lines(book: Register, text: str, say: Say, *, loai: str | None, **which: Any) -> list[Entry]:
    """Return the lines that a clerk means by ``7`` or ``07/TB-UBND``.  Raises InputError: there is none."""
    from notice_gen import register

    match = _NUMBER.fullmatch(unicodedata.normalize("NFC", text).strip())
    if not match:
        raise usage_error(say, N_("“{so}” không phải số văn bản: ghi 7 hoặc 07/TB-UBND."), so=report.visible(text))
    entries = register.entries(book, so=int(match[1]), loai=on_paper.code(loai), **which)
    if match[2]:
        entries = [entry for entry in entries if _plain(entry.ky_hieu) == _plain(match[2])]
    if not entries:
        raise InputError(Problem(N_("Trong sổ không có số {so}."), N_("Xem sổ: notice-gen register list."), {"so": text}))
    return entries


def _plain(ky_hieu: str) -> str:
    return "".join(unicodedata.normalize("NFC", ky_hieu).casefold().split())


def the_one(entries: Sequence[Entry], text: str, say: Say) -> Entry:
    """Return the only line; ask which one when there are several.  Raises click.UsageError: there are several."""
    if len(entries) == 1:
        return entries[0]
    listed = "\n".join(f"  {report.visible(title(entry, say))}: {_option(entry, entries)}" for entry in entries)
    raise usage_error(say, N_("Trong sổ có {dem} văn bản số {so}; ghi thêm cho rõ là văn bản nào:\n{danh_sach}"), dem=len(entries), so=report.visible(text), danh_sach=listed)  # noqa: E501


def _option(entry: Entry, among: Sequence[Entry]) -> str:
    """Return what to type to know *entry* from the others."""
    options = [entry.so_ky_hieu if any(_plain(other.ky_hieu) != _plain(entry.ky_hieu) for other in among) else ""]
    options.append(f"--year {entry.nam}" if any(other.nam != entry.nam for other in among) else "")
    options.append(f'--agency "{entry.co_quan}"' if any(other.day_so.co_quan != entry.day_so.co_quan for other in among) else "")
    options.append(f"--type {entry.loai or 'CV'}" if any(other.loai != entry.loai for other in among) and not options[0] else "")
    return report.visible(" ".join(filter(None, options)))


def title(entry: Entry, say: Say) -> str:
    """Return a line in one phrase: number, day, agency, subject."""
    from notice_gen import vietnamese

    day = say(N_(" ngày {ngay}")).format(ngay=vietnamese.ngay(entry.ngay)) if entry.ngay else ""
    subject = f" “{entry.trich_yeu}”" if entry.trich_yeu else ""
    return f"{entry.so_ky_hieu}{day}{subject} ({entry.co_quan})"


def heading(entry: Entry, say: Say) -> str:
    """Return the series of a line in one phrase: agency, year, and the type where each has its own."""
    from notice_gen import register

    agency_and_year = say(N_("{co_quan}, năm {nam}")).format(co_quan=entry.co_quan, nam=entry.nam)
    return agency_and_year if entry.nhom == register.CHUNG else say(N_("{day}, dãy số {nhom}")).format(day=agency_and_year, nhom=entry.nhom)


def moment(utc: str) -> str:
    """Return a moment of the register by the clock of this place."""
    from notice_gen import vietnamese

    here = datetime.fromisoformat(utc).astimezone() if utc else None
    return f"{here:%H:%M:%S} {vietnamese.ngay(here.date())}" if here else ""
