"""Word files → PDF beside them, by LibreOffice: what is there and not changed stays, what somebody signed or edited too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from notice_gen.convert import PDF, PDF_A, Paper, convert
from notice_gen.convert.pdf_info import with_info
from notice_gen.convert.pdf_mark import Mark, marked, place_of, read_mark
from notice_gen.errors import N_, ExitCode, NoticeGenError, OutputError, Problem, ToolError
from notice_gen.files import IfExists
from notice_gen.records import record

WRITTEN, UNCHANGED, EDITED, SKIPPED, NOT_WRITTEN = "written", "unchanged", "edited", "skipped", "not written"


@record
class Order:
    """A PDF to make."""

    docx: Path  # a file that is there; other kinds that LibreOffice reads, too
    pdf: Path  # where to
    named: bool = False  # the user wrote the whole path


@record
class SignPlaces:
    """Places for signatures that are wanted."""

    seal: int  # mm of the seal's diameter
    today: date  # whose decree holds for a paper without a date


@record
class Kind:
    """What sort of PDF is wanted."""

    is_archive: bool = False  # as PDF/A
    places: SignPlaces | None = None


@record
class Made:
    """What became of it."""

    status: str
    path: Path | None = None  # where it is, None when it was not written
    problems: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK


_PLAIN = Kind()


def make(orders: Sequence[Order], if_exists: IfExists, kind: Kind = _PLAIN) -> Iterator[tuple[int, Made]]:
    """Yield what becomes of each order, by its place among them, in no order; what needs no LibreOffice comes first.

    Raises ToolError: LibreOffice, or what places need, is missing or does not work; what was yielded by then is done.
    """
    from notice_gen.back.describing import properties
    from notice_gen.office import sign_places

    if kind.places:
        sign_places.refuse_without_tools()

    left = []
    for index, order in enumerate(orders):
        try:
            made = _there(order, if_exists, kind)
        except NoticeGenError as error:
            made = Made(NOT_WRITTEN, None, error.problems, error.exit_code)
        if made:
            yield index, made
        else:
            left.append(index)
    sent: list[tuple[int, str, Mapping[str, str]]] = []  # by place: which order, the digest of its file, the metadata it bears

    def papers() -> Iterator[Paper]:
        for index in left:
            suffix, data = read_word(orders[index].docx)
            sent.append((index, hashlib.sha256(data).hexdigest(), properties(data)))
            yield Paper(data, suffix)

    for at, made_of in convert(papers(), PDF_A if kind.is_archive else PDF):
        index, digest, said = sent[at]
        if isinstance(made_of, Problem):
            yield index, Made(NOT_WRITTEN, None, (made_of,), ExitCode.INPUT)
        else:
            yield index, _finished(orders[index], with_info(made_of, said), digest, if_exists, kind)


def _finished(order: Order, pdf: bytes, digest: str, if_exists: IfExists, kind: Kind) -> Made:
    """Put places, if they are wanted, and our mark on a PDF and write it; the mark speaks of places only where all are there."""
    from notice_gen.office import sign_places

    doubts: tuple[Problem, ...] = ()
    if kind.places:
        pdf, doubts = sign_places.placed(pdf, order.docx, kind.places.seal, kind.places.today)
    seal = kind.places.seal if kind.places and not doubts else None
    made = _write(order, marked(pdf, digest, place_of(order.docx), is_archive=kind.is_archive, seal=seal), if_exists)
    if not doubts or made.status != WRITTEN:
        return made
    return replace(made, problems=doubts, exit_code=ExitCode.FAULTS)


@record
class Run:
    """What became of all."""

    made: dict[int, Made]  # by the order's place; one that is missing was not come to
    problems: tuple[Problem, ...] = ()  # why LibreOffice could make no more
    interrupted: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """The worst."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        return max((*(made.exit_code for made in self.made.values()), ExitCode.ENVIRONMENT if self.problems else ExitCode.OK))


def run(
    orders: Sequence[Order], if_exists: IfExists, kind: Kind = _PLAIN, *, progress: Callable[[int, int], None] = lambda *_: None
) -> Run:
    """Make all that can be made; *progress* is called with how many are done, of how many.  It raises nothing: what is done counts."""
    made: dict[int, Made] = {}
    try:
        for index, one in make(orders, if_exists, kind):
            made[index] = one
            progress(len(made), len(orders))
    except ToolError as error:
        return Run(made, error.problems)
    except KeyboardInterrupt:
        return Run(made, interrupted=True)
    return Run(made)


def read_word(path: Path) -> tuple[str, bytes]:
    """Return the kind and the bytes of a Word file.  Raises InputError: it is none, or cannot be read."""
    from notice_gen import reader
    from notice_gen.ooxml import kinds
    from notice_gen.ooxml.package import Package

    data = reader.load(path)
    kind = kinds.convertible(data)
    if not kind:
        Package(data)  # says what it is instead
    return kind or ".docx", data


def is_current(docx: Path) -> bool:
    """Say whether the PDF beside a Word file was made of it as it is."""
    from notice_gen import files

    try:
        mark = read_mark(files.read(docx.with_suffix(".pdf")))
        return mark is not None and mark.docx == hashlib.sha256(files.read(docx)).hexdigest()
    except OSError:
        return False


def _there(order: Order, if_exists: IfExists, kind: Kind) -> Made | None:
    """Return what becomes of an order whose PDF is there and is to stay; None when it is to be made.

    Raises InputError: what it is made of is no Word file; OutputError: its place is not free.
    """
    from notice_gen import files

    _, data = read_word(order.docx)
    try:
        mark = read_mark(files.read(order.pdf))
    except FileNotFoundError:
        return None
    except OSError:  # a link, a folder, locked: whoever writes says it
        return None
    is_current = mark is not None and mark.docx == hashlib.sha256(data).hexdigest()
    if mark and is_current and _is_as_wanted(mark, kind) and if_exists is not IfExists.OVERWRITE:
        return Made(UNCHANGED, order.pdf)
    if _is_ours(mark, order) or if_exists in {IfExists.OVERWRITE, IfExists.RENAME}:
        return None
    if is_current:
        return Made(EDITED, order.pdf)
    if if_exists is IfExists.SKIP:
        return Made(SKIPPED, order.pdf)
    message = N_("Tệp “{tep}” đã có, đã được ký hoặc sửa, hoặc không phải do notice-gen làm ra từ “{docx}”, nên không ghi đè.")
    hint = N_("Chuyển tệp đó đi, hoặc thêm --if-exists rename để ghi sang tên khác, --if-exists overwrite để bỏ tệp đó.")
    raise OutputError(Problem(message, hint, {"tep": order.pdf, "docx": order.docx}))


def _is_as_wanted(mark: Mark, kind: Kind) -> bool:
    return mark.is_untouched and (mark.is_archive or not kind.is_archive) and (kind.places is None or kind.places.seal == mark.seal)


def _is_ours(mark: Mark | None, order: Order) -> bool:
    """Say whether a PDF is as we made it, of the Word file beside it or of the same as now."""
    if mark is None or not mark.is_untouched:
        return False
    return order.pdf.resolve() == order.docx.with_suffix(".pdf").resolve() or mark.place == place_of(order.docx)


def _write(order: Order, data: bytes, if_exists: IfExists) -> Made:
    from notice_gen import files

    try:
        written = files.write(
            order.pdf, data, if_exists=if_exists, is_ours=lambda old: _is_ours(read_mark(old), order), named=order.named
        )
    except OutputError as error:
        return Made(NOT_WRITTEN, None, error.problems, error.exit_code)
    return Made(SKIPPED, order.pdf) if written is None else Made(WRITTEN, written)


def drop(docx: Path) -> Path | None:
    """Remove the PDF of a Word file that is gone, where nobody has changed it; return it when it was there and is gone."""
    from notice_gen import files

    pdf = docx.with_suffix(".pdf")
    try:
        mark = read_mark(files.read(pdf))
        if mark and _is_ours(mark, Order(docx, pdf)):
            pdf.unlink()
            return pdf
    except OSError:
        pass
    return None


def stale(docx: Iterable[Path]) -> list[Path]:
    """Return our own PDFs beside Word files that are no longer what these say."""
    from notice_gen import files

    found = []
    for path in docx:
        pdf = path.with_suffix(".pdf")
        try:
            mark = read_mark(files.read(pdf))
            if mark and mark.is_untouched and mark.docx != hashlib.sha256(files.read(path)).hexdigest():
                found.append(pdf)
        except OSError:
            continue
    return found
