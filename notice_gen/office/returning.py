"""Papers that come back from Word: read within limits, taken into findings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from notice_gen.errors import N_, InputError, Place, Problem
from notice_gen.office import archived, checking, foreign
from notice_gen.office.archived import Found
from notice_gen.office.limits import OutOfTimeError, within
from notice_gen.reader import Layer
from notice_gen.records import record, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from notice_gen.back.comparing import Difference
    from notice_gen.back.importing import Imported
    from notice_gen.back.looks import Look
    from notice_gen.back.printing import Printed
    from notice_gen.back.taking import Taken
    from notice_gen.check.view import DocumentView
    from notice_gen.templates import Template

Result = TypeVar("Result")
_SECONDS = 60.0
_TOO_MUCH = Problem(
    N_("Đọc tệp này mất quá nhiều thời gian hoặc bộ nhớ."), N_("Tách phụ lục thành tệp riêng rồi làm lại; tệp lạ thì không nên mở."),
)  # fmt: skip


def read(file: str, data: bytes | None, today: date) -> DocumentView:
    """Return a paper as it is seen, also one that another program saved.

    Args:
        file: its name.
        data: its bytes, None when they are the file's.
        today: whose decree holds for a paper without a date.

    Raises InputError: it cannot be read; ToolError: LibreOffice is needed, and is missing or does not work.
    """
    return _read(file, data, today)[0]


def _read(file: str, data: bytes | None, today: date) -> tuple[DocumentView, bytes]:
    """Return a paper as it is seen, and the Word file that it is, or was made into; raises as :func:`read`."""
    from notice_gen.check.read import read as seen

    [made] = foreign.made_ours([(file, data)])
    if made is not None:
        if made.error is not None:
            raise type(made.error)(placed(made.error.problems, file))
        data = made.docx
    docx = checking.bytes_of(file) if data is None else data
    try:
        return seen(docx, today), docx
    except InputError as error:
        raise InputError(placed(error.problems, file)) from error


def placed(problems: tuple[Problem, ...], file: str) -> tuple[Problem, ...]:
    """Return problems that have no place with that of a file."""
    return tuple(one if one.place else replace(one, place=Place(file)) for one in problems)


def within_limits(file: str, work: Callable[[], Result]) -> Result:
    """Return what *work* gives of the paper *file*.  Raises InputError: it takes longer, or more, than any paper does."""
    try:
        return within(_SECONDS, work)
    except (OutOfTimeError, MemoryError, RecursionError) as error:
        raise InputError(placed((_TOO_MUCH,), file)) from error


def imported(file: str, data: bytes | None, *, name: str, today: date, with_figures: bool = False) -> Imported:
    """Return the findings of a paper; arguments as :func:`read`, *name*, *with_figures* as :func:`importing.imported`.  Raises likewise."""
    from notice_gen.back import importing

    def work() -> Imported:
        view = read(file, data, today)
        try:
            return importing.imported(view, name=name, today=today, with_figures=with_figures)
        except InputError as error:
            raise InputError(placed(error.problems, file)) from error

    return within_limits(file, work)


def taken(findings: Path, data: bytes, word: str, docx: bytes | None, *, today: date) -> Taken:
    """Take the edits of a Word file into the findings file it was printed from.

    Args:
        findings: the findings file, whose office's settings hold.
        data: its bytes.
        word: the name of the Word file.
        docx: its bytes, None when they are the file's.
        today: gives a draft its year and its law.

    Raises InputError, TemplateError, ToolError: either cannot be read, or the findings cannot be printed.
    """
    from notice_gen.back import printing, taking, unsaid

    layers, used = printing.of_file(findings, data)

    def work() -> Taken:
        edited, data = _read(word, docx, today)
        fitted = _fitted(layers, used, edited, today)
        found = taking.taken(fitted, used, edited, today)
        return replace(found, looks=(*found.looks, *unsaid.added(printing.printed(fitted, used, today).docx, data)))

    return within_limits(word, work)


def _fitted(layers: list[Layer], used: Template, view: DocumentView, today: date) -> list[Layer]:
    """Return the layers with the measures that the paper *view* was fitted to its pages by, below its findings."""
    from notice_gen.back import looks
    from notice_gen.check.read import read as seen

    found = _tried(layers, used, today)
    if len(found) < 2:
        return layers
    print_, measured = min(found, key=lambda one: sum(1 for _ in looks.changed(seen(one[0].docx, today), view)))
    return [*layers[:-1], Layer("", "", {"dinh_dang": measured}), layers[-1]] if print_ is not found[0][0] else layers


def _tried(layers: list[Layer], used: Template, today: date) -> list[tuple[Printed, dict[str, Decimal]]]:
    """Return what the layers print: as they stand, and where they want to be fitted to their pages by each of the looks tried then."""
    from notice_gen.back import printing
    from notice_gen.office import fitting

    made = printing.printed(layers, used, today)
    found: list[tuple[Printed, dict[str, Decimal]]] = [(made, {})]
    if made.issued and made.issued.notice.dinh_dang.vua_trang:
        for each in fitting.looks(made.issued.notice.dinh_dang, made.issued.context.law):
            measured = fitting.named(each)
            own = layers[-1]
            fitted = replace(own, data={**own.data, "dinh_dang": {**own.data.get("dinh_dang", {}), **measured}})
            found.append((printing.printed([*layers[:-1], fitted], used, today), measured))
    return found


def compared(old: str, new: str, *, today: date) -> tuple[tuple[Difference, ...], tuple[Look, ...]]:
    """Return where two papers differ, findings or Word files: words, and looks of what says the same; raises as :func:`taken`."""
    return within_limits(new, lambda: _between(_paper(old, today), _paper(new, today)))


def _paper(file: str, today: date) -> tuple[DocumentView, bytes]:
    """Return a paper as it is seen, and its bytes: a Word file, or what a findings file prints."""
    from notice_gen.check.read import read as seen

    if not file.endswith(".toml"):
        return _read(file, None, today)
    docx = _printed(Path(file), today)
    return seen(docx, today), docx


def _printed(path: Path, today: date) -> bytes:
    from notice_gen import reader
    from notice_gen.back import printing

    layers, used = printing.of_file(path, reader.load_findings(path))
    found = printing.printed(layers, used, today)
    if not found.docx:
        raise InputError(found.problems)
    return found.docx


@record
class Verified:
    """Whether a Word file is the paper that was printed.

    Attributes:
        status: ``exact`` (the very bytes), ``same`` (words and looks are the same, other bytes), ``differs``; held against nothing
            ``untouched`` (as it was printed), ``edited`` (printed by this program, saved by another since), ``foreign`` (none of its).
        findings: the findings file it was held against; None where there is none.
        differences, looks: where it differs.
        found: what its register says of it, and has of it; None where it says nothing.
    """

    status: str
    findings: Path | None = None
    differences: tuple[Difference, ...] = ()
    looks: tuple[Look, ...] = ()
    found: Found | None = None


def verified(word: str, findings: Path | None, *, today: date, register: str | None = None) -> Verified:
    """Hold a Word file against what its register has of it, else against the findings it was printed from; raises as :func:`taken`.

    Args:
        word: the Word file.
        findings: the findings file to hold it against, in place of the register.
        today: gives a draft its year and its law.
        register: the register's path or URL; None for the one in force in the folder of the file.

    Raises RegisterError too: the register cannot be read, or the one named is not there.
    """
    from notice_gen import render

    docx = checking.bytes_of(word)
    place = "" if findings else archived.register_of(register, Path(word).parent)
    if place and (held := within_limits(word, lambda: _in_register(word, docx, place, today))):
        return held
    source = findings or _beside(Path(word), render.source(docx))
    if source is None:
        return Verified("untouched" if render.is_untouched(docx) else "edited" if render.is_printed(docx) else "foreign")
    return within_limits(word, lambda: _held(word, docx, source, today))


def _in_register(word: str, docx: bytes, place: str, today: date) -> Verified | None:
    """Hold a Word file against the paper of a register; None where the register knows nothing of it."""
    from notice_gen import register
    from notice_gen.check.read import read as seen
    from notice_gen.register import archive

    with register.connect(place, create=False) as book:
        if exact := archived.found(book, word, docx, None):
            return Verified("exact", found=exact)
        paper = _read(word, docx, today)
        found = archived.found(book, word, docx, paper[0])
        if found is None or found.kept is None:
            return None
        issued = archive.docx(book, found.kept)
    words, looks = _between((seen(issued, today), issued), paper)
    return Verified("differs" if words or looks else "same", None, words, looks, found)


_Paper = tuple["DocumentView", bytes]


def _between(one: _Paper, other: _Paper) -> tuple[tuple[Difference, ...], tuple[Look, ...]]:
    """Return where two papers differ: words, looks, and what the other has that is neither."""
    from notice_gen.back import comparing, lines, looks, unsaid

    words = tuple(comparing.differences(lines.lines(one[0]), lines.lines(other[0])))
    return words, (*looks.changed(one[0], other[0]), *unsaid.added(one[1], other[1]))


def _beside(word: Path, mark: str) -> Path | None:
    from notice_gen import render
    from notice_gen.reader import OFFICE_FILE

    several = sorted(word.parent.glob("*.toml")) if mark else []
    return next((path for path in several if path.name != OFFICE_FILE and render.mark(path.name) == mark), None)


def _held(word: str, docx: bytes, findings: Path, today: date) -> Verified:
    from notice_gen import reader, render
    from notice_gen.back import lines, looks, printing
    from notice_gen.check import head
    from notice_gen.check.read import read as seen

    view, data = _read(word, docx, today)
    layers, used = printing.of_file(findings, reader.load_findings(findings))
    number = head.number(view)
    figure = lines.plain(number.so.text) if number else ""
    layers = [_numbered(layer, int(figure) if figure.isdecimal() and int(figure) else None) for layer in layers]
    several = [made for made, _ in _tried(layers, used, today)]
    if not several[0].docx:
        raise InputError(several[0].problems)
    mark = render.mark(findings.name)
    if any(docx in {made.docx, render.marked(made.docx, mark)} for made in several):
        return Verified("exact", findings)
    if len(several) > 1:
        several.sort(key=lambda made: sum(1 for _ in looks.changed(seen(made.docx, today), view)))
    made = several[0]
    words, changed = _between((seen(made.docx, today), made.docx), (view, data))
    return Verified("differs" if words or changed else "same", findings, words, changed)


def _numbered(layer: Layer, so: int | None) -> Layer:
    """Return a layer whose number comes from the register with the one that the paper has."""
    van_ban = layer.data.get("van_ban")
    if not isinstance(van_ban, dict) or van_ban.get("so") != "tu-dong":
        return layer
    own = {key: value for key, value in van_ban.items() if key != "so"} | ({"so": so} if so else {})
    return replace(layer, data={**layer.data, "van_ban": own})
