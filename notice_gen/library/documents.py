"""One notice: made, and with a number of the register."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files, issue, reader, template_choice
from notice_gen.errors import N_, InputError, Problem, unwaived
from notice_gen.library import sources
from notice_gen.library.sources import Source
from notice_gen.office import keeping
from notice_gen.reader import Layer
from notice_gen.records import record
from notice_gen.steps import Issued

if TYPE_CHECKING:
    from notice_gen import register as registers
    from notice_gen.register import Entry, TrangThai

_AUTO = "tu-dong"
_LONGEST_KEY = 200


@record
class Document:
    """A finished notice.

    Attributes:
        docx: the file's bytes.
        name: what to call the file; no folders.
        title: as in the file's properties.
        number: the number it bears; None for a draft.
        label: number and symbol as printed, ``05/TB-UBND``.
        warnings: what is not wrong but worth a look.
        entry: its line of the register; None where it was not numbered there.
        issued: what it was made from, for the register's archive.
    """

    docx: bytes
    name: str
    title: str
    number: int | None
    label: str
    warnings: tuple[Problem, ...] = ()
    entry: Entry | None = None
    issued: Issued | None = None

    @property
    def sha256(self) -> str:
        """The digest of its bytes, hexadecimal."""
        return hashlib.sha256(self.docx).hexdigest()


def make(source: Source, *, office: Source | None = None, template: str | Path | None = None, today: date | None = None) -> Document:
    """Make a notice; a draft where its number is to come from a register.

    Args:
        source: the findings file: its bytes, its path, or the same tree as a dict.
        office: what ``notice-gen.toml`` says, likewise, or a folder to look for it in and above; None for nothing.
        template: the office's own Word file, in place of the shipped one.
        today: gives a draft without a date its year; None for what day it is here.

    Raises:
        InputError: the findings are refused; every problem found, located.
        TemplateError: the template cannot be used or does not print all that the findings say.
    """
    today = today or this_day()
    with sources.placed():
        return document(drafted(_issued((*sources.office_of(office), sources.layer_of(source)), template, today), today))


def drafted(issued: Issued, today: date) -> Issued:
    """Return a notice without the number that a register has yet to give."""
    return issue.numbered(issued, None, today=today) if issued.notice.van_ban.so == _AUTO else issued


def document(issued: Issued, doubts: Sequence[Problem] = (), entry: Entry | None = None) -> Document:
    """Return a notice as its caller knows it; *doubts* are those of the register."""
    so, context = issued.notice.van_ban.so, issued.context
    warnings = sources.as_given((*issued.warnings, *reader.locate(doubts, issued.layers)))
    label = context.page.van_ban.so_ky_hieu.strip()
    number, name = so if isinstance(so, int) else None, files.safe_name(issued.name)
    return Document(issued.docx, name, context.title, number, label, warnings, entry, issued if entry else None)


def this_day() -> date:
    """Return what day it is here."""
    return datetime.now().astimezone().date()


def _issued(layers: Sequence[Layer], template: str | Path | None, today: date) -> Issued:
    used = template_choice.template_of(layers, sources.path_of(template) if template is not None else None)
    return issue.of_layers([template_choice.defaults(used), *layers], used, today=today)


@record
class Series:
    """A series of numbers: its agency, its year, whose it is (``chung``, or a type's code), the next number, what is missing before it."""

    co_quan: str
    nam: int
    nhom: str
    next: int
    missing: str


@record
class Entered:
    """What became of a table read into a register.

    Attributes:
        new, filled, same: how many lines are new, had blanks that are filled now, were there just so.
        series: those they belong to, as they stand now.
        warnings: what was passed over, or is worth a look, at its cell.
    """

    new: int
    filled: int
    same: int
    series: tuple[Series, ...]
    warnings: tuple[Problem, ...]


class Register:
    """An open register of outgoing documents; ``label`` is its path, or its URL without the password."""

    def __init__(self, book: registers.Register) -> None:
        self._book, self.label = book, book.label

    def reserve(
        self, source: Source, key: str, *, office: Source | None = None, template: str | Path | None = None, today: date | None = None
    ) -> Document:
        """Make a notice with its number, the next one unless the source says which, and keep the number for *key*.

        *key* is the caller's own name for this document, one line.  Asked again, it has the same number, its text mended or not;
        another document (another subject, another unit) under a key that was issued is refused.  The rest is as for :func:`make`.

        Raises:
            InputError, TemplateError: as :func:`make`; or the number is another's.  No number was taken.
            RegisterError: the register cannot be written; no number was taken.
        """
        from notice_gen import register

        tep, today = _name_of(key), today or this_day()
        with sources.placed():
            wish = Layer("", "", {"van_ban": {"so": _AUTO}})
            issued = _issued((*sources.office_of(office), wish, sources.layer_of(source)), template, today)
            request = register.request_of(issued.notice, issued.context.page, tep, today=today)
            try:
                [entry] = register.reserve(self._book, [request])
            except register.NumberRefusedError as error:
                raise InputError(reader.locate(error.problems, issued.layers)) from error
            if issued.notice.van_ban.so == _AUTO:
                issued = issue.numbered(issued, entry.so, today=today)
            return document(issued, unwaived(entry.doubts, issued.notice.the_thuc.bo_qua), entry)

    def issue(self, document: Document) -> None:
        """Note that a document reserved here is issued; its office's settings may have the register keep it (``luu_tru``).

        Raises RegisterError: the register cannot be written, or the number was made void meanwhile.
        """
        from notice_gen import register

        khoa, part = _line(document).khoa, keeping.Part(document.name, document.sha256, lambda: document.docx)
        told = keeping.issues(document.issued, khoa, [part]) if document.issued else [(khoa, document.sha256)]
        register.issue(self._book, told)

    def void(self, document: Document | Entry, reason: str) -> None:
        """Make the number of a document, or of a line, void: it is never used again.

        Raises InputError: it is void already, or no reason is given; RegisterError: the register cannot be written.
        """
        from notice_gen import register

        register.void(self._book, [_line(document).id], reason)

    def entries(
        self, *, nam: int | None = None, loai: str | None = None, trang_thai: TrangThai | None = None, so: int | None = None
    ) -> list[Entry]:
        """Return the lines of a year, a type's code, a state (``giữ chỗ``, ``đã cấp``, ``hủy``), a number; of all that is not said.

        Raises RegisterError: the register cannot be read.
        """
        from notice_gen import register

        return register.entries(self._book, nam=nam, loai=loai, trang_thai=trang_thai, so=so)

    def series(self) -> list[Series]:
        """Return the series there are, the newest year first.  Raises RegisterError: the register cannot be read."""
        from notice_gen import register
        from notice_gen.register import audit

        lines: dict[registers.DaySo, list[Entry]] = {}
        for entry in self.entries():
            lines.setdefault(entry.day_so, []).append(entry)
        last = register.counters(self._book)
        return [
            Series(of[0].co_quan, day.nam, day.nhom, last.get(day, 0) + 1, audit.gaps((entry.so for entry in of), last.get(day, 0)))
            for day, of in sorted(lines.items(), key=lambda one: (-one[0].nam, one[0].co_quan, one[0].nhom))
        ]

    def export(self, kind: str, *, nam: int | None = None, loai: str | None = None, office: str | Path | None = None) -> bytes:
        """Return the register as the decree's book (Phụ lục IV, mục I): ``.docx`` to be printed, ``.xlsx`` or ``.csv`` to be read again.

        Args:
            kind: the file's ending.
            nam: the lines of this year only.
            loai: of this type's code only.
            office: a folder whose settings name the parent agency on the cover.

        Raises InputError: there is no such line, or no such kind; RegisterError: the register cannot be read.
        """
        from notice_gen.office import on_paper

        if kind not in on_paper.KINDS:
            raise InputError(Problem(N_("Không xuất được sổ ra “{duoi}”."), N_("Chọn .docx, .xlsx hoặc .csv."), {"duoi": kind}))
        entries = self.entries(nam=nam, loai=loai)
        if not entries:
            raise InputError(Problem(N_("Trong sổ không có số nào như vậy để in."), N_("Chọn năm khác, loại khác.")))
        folder = sources.path_of(office) if office is not None else None
        return on_paper.exported(kind, self._book, entries, folder)

    def enter(
        self, table: bytes, name: str, *, nam: int | None = None, co_quan: str | None = None, office: str | Path | None = None,
        today: date | None = None,
    ) -> Entered:  # fmt: skip
        """Enter the lines of a workbook or CSV, a register kept on paper or one exported: all of them or none; again changes nothing.

        Args:
            table: the file's bytes.
            name: what problems are to call it.
            nam: the year of all lines, for those without a day.
            co_quan: the agency of all lines.
            office: a folder whose settings name the agency.
            today: the day; None for what day it is here.

        Raises InputError: it is refused, every fault at its cell; RegisterError: the register cannot be written.
        """
        from notice_gen.office import on_paper
        from notice_gen.reader.rows import plain_table
        from notice_gen.register import paper

        sheet = on_paper.Sheet(plain_table(Path(name), table))
        folder = sources.path_of(office) if office is not None else None
        lines, problems = sheet.lines(on_paper.office(folder, today or this_day(), nam=nam, co_quan=co_quan))
        if errors := [problem for problem in problems if problem.level == "error"]:
            raise InputError(errors)
        try:
            done = paper.enter(self._book, lines)
        except InputError as error:
            raise InputError(map(sheet.located, error.problems)) from error
        touched = {(day.co_quan, day.nam, day.nhom) for day in done.last}
        series = [one for one in self.series() if (_plain(one.co_quan), one.nam, one.nhom) in touched]
        return Entered(done.new, done.filled, done.same, tuple(series), (*sheet.warnings, *problems))


def _plain(agency: str) -> str:
    from notice_gen import register

    return register.ten_chuan(agency)


def _name_of(key: object) -> str:
    """Return what stands in the register for the findings file of a document that a program calls *key*."""
    if isinstance(key, str) and key.isprintable() and 0 < len(key) <= _LONGEST_KEY:
        return f"app:{key}"
    hint = N_("Ví dụ mã của văn bản trong chương trình gọi thư viện.")
    raise InputError(Problem(N_("key phải là một dòng chữ, dài nhất {dai} ký tự."), hint, {"dai": _LONGEST_KEY}))


def _line(document: Document | Entry) -> Entry:
    entry = document.entry if isinstance(document, Document) else document
    if entry is None:
        raise InputError(Problem(N_("Văn bản này không lấy số từ sổ."), N_("Lấy số bằng number() hoặc Register.reserve().")))
    return entry


def register_path(folder: str | Path) -> str:
    """Return the path of the register that notices of a folder are numbered in; it may not be there yet."""
    from notice_gen.office import numbering

    path = sources.path_of(folder)
    where = Path(numbering.usual(path))
    return str(where if where.is_absolute() else path / where)


@contextmanager
def open_register(where: str | Path, *, create: bool = False) -> Iterator[Register]:
    """Open the register at a path, or at ``postgresql://user@host/database``; with *create*, begin one where there is none.

    Raises RegisterError: there is none; it cannot be reached or read.
    """
    from notice_gen import register

    with register.connect(where, create=create) as book:
        if not book.ready:
            raise register.absent(book.label)
        yield Register(book)


@contextmanager
def number(
    source: Source, register: str | Path | Register, key: str, *,
    office: Source | None = None, template: str | Path | None = None, today: date | None = None,
) -> Iterator[Document]:  # fmt: skip
    """Lend a notice with its number from *register*, open or not; it is noted there as issued when the ``with`` ends well.

    When it ends in an exception, or with the process, the number stays reserved for *key*, and the next call has it again.

    Raises InputError, TemplateError, RegisterError: as :meth:`Register.reserve` and :meth:`Register.issue`.
    """
    if not isinstance(register, Register):
        with open_register(register) as book, number(source, book, key, office=office, template=template, today=today) as document:
            yield document
        return
    document = register.reserve(source, key, office=office, template=template, today=today)
    yield document
    register.issue(document)
