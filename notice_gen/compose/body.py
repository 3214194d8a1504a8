"""The body as one flat list of blocks: paragraphs, numbered headings, dash items, tables.

Numbers are text, computed here: Word's own numbering does not know the decree's alphabet (Phụ lục I, Phần I, mục II.6.đ).
The lines of a text are planned first, numbers and all; what then depends on the figures is written for each notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from notice_gen import markup, pasted, vietnamese
from notice_gen.compose.closing import CLOSED
from notice_gen.compose.drawings import charts, pictures
from notice_gen.compose.tables import table_blocks
from notice_gen.compose.writer import Path, Writer, ended, is_fixed, prefixed, suffixed, unended
from notice_gen.errors import N_, Problem
from notice_gen.model import Bang, BieuDo, Hinh, KetThuc, MoDau, Muc, PhatHien
from notice_gen.page import Block, Chuong, Dong
from notice_gen.records import record, remembered, replace
from notice_gen.vietnamese.chu_cai import CHU_DIEM

_ARTICLES = ("dieu", "khoan", "diem")
_SCHEMES = {"1": ("khoan", "diem"), "I": ("muc", "khoan", "diem"), "dieu": _ARTICLES, "chuong": ("chuong", *_ARTICLES), "khong": ()}
# Divisions above the articles, outermost first: their title stands on a line of its own (Phụ lục I, Phần I, mục II.6.đ).
_CAP = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu-muc": "Tiểu mục"}
_BELOW_DIVISIONS = len(_CAP)
_RUN_ON = ("phan", "chuong", "dieu")
_KINDS = ("", "gach", "cong")


def opening(writer: Writer, mo_dau: MoDau | None, quyet: str) -> Iterator[Block]:
    """Yield the authority line, the legal bases (`;` … `.`) and *quyet* (``QUYẾT ĐỊNH:``, or nothing), as forms 1.1 to 1.3 have them."""
    for line in mo_dau.tham_quyen if mo_dau else ():
        yield Dong("tham_quyen", vietnamese.chu_hoa(writer.text(line, ("mo_dau", "tham_quyen"))))
    can_cu = mo_dau.can_cu if mo_dau else ()
    for i, line in enumerate(can_cu):
        text = writer.paragraph(pasted.bare(line), ("mo_dau", "can_cu", i))
        yield Dong("can_cu", ended(unended(text), "." if i == len(can_cu) - 1 else ";"))
    if quyet:
        yield Dong("quyet", quyet)


def paragraphs(writer: Writer, lines: Iterable[str], path: Path) -> Iterator[Block]:
    """Yield a block for each line: a paragraph, a dash item (``- ``) or a second-level item (``+ ``).

    The mark of a line is looked for before its figures are filled in, so no figure can change its kind.
    """
    return _written(writer, _items(lines, path))


def matter(
    writer: Writer, mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, danh_so: str, width: int
) -> Iterable[Block]:
    """Return the blocks of what a notice says: its opening words, its sections as :func:`sections` has them, its closing words."""
    planned = _matter(mo_dau, cac_muc, ket_thuc, danh_so, width)
    return writer.again(planned, _block) if planned.is_of_lines else _written(writer, planned.steps)


def sections(writer: Writer, cac_muc: tuple[Muc, ...], danh_so: str, width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of the numbered sections at *path* and what stands in them, in the contract's order.

    *danh_so* is the numbering scheme of ``[dinh_dang]``, *width* that of the text area in twips, for tables.
    """
    return _written(writer, _plan(cac_muc, danh_so, width, path))


def tables(writer: Writer, cac_bang: tuple[Bang, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of *cac_bang*: title, unit, table."""
    for i, bang in enumerate(cac_bang):
        yield from table_blocks(writer, bang, width, (*path, i))


@record
class _Line:
    """One line still to be written: its kind, its text as typed and where, and what is put before it (bold or not), or above it."""

    kieu: str
    source: str
    path: Path
    label: str
    bold: bool = False
    end: str = ""  # closes it, unless it is closed as typed


@record
class _Tables:
    """Tables still to be written."""

    cac_bang: tuple[Bang, ...]
    width: int
    path: Path


@record
class _Charts:
    """Charts still to be drawn, and the tables of their section, from which they may be."""

    cac_bieu_do: tuple[BieuDo, ...]
    cac_bang: tuple[Bang, ...]
    width: int
    path: Path


@record
class _Pictures:
    """Pictures still to be put on the page."""

    cac_hinh: tuple[Hinh, ...]
    width: int
    path: Path


Step = Block | _Line | _Tables | _Charts | _Pictures | Problem
"""One step of a plan: a block that is the same whatever the figures, what is still to be written, or something wrong."""


def _written(writer: Writer, plan: Iterable[Step]) -> Iterator[Block]:
    for step in plan:
        if type(step) is Dong:  # the commonest by far
            yield step
        elif isinstance(step, _Line):
            yield _block(writer, step)
        elif isinstance(step, _Tables):
            yield from tables(writer, step.cac_bang, step.width, step.path)
        elif isinstance(step, _Charts):
            yield from charts(writer, step.cac_bieu_do, step.cac_bang, step.width, step.path)
        elif isinstance(step, _Pictures):
            yield from pictures(writer, step.cac_hinh, step.width, step.path)
        elif isinstance(step, Problem):  # a plan is the same by every law; where it is cited is not
            problem = replace(step, values={**writer.cited, **step.values})
            (writer.problems if step.level == "error" else writer.warnings).append(problem)
        else:
            yield step


def _block(writer: Writer, line: _Line) -> Block:
    kieu = line.kieu
    if kieu == "chuong":  # number and title are one paragraph of two lines, which nothing can part
        return Chuong(kieu, line.label, ten=vietnamese.chu_hoa(writer.text(line.source, line.path)))
    text = writer.paragraph(line.source, line.path)
    if line.end and _typed_end(text) not in CLOSED and not text.endswith("/"):
        text = suffixed(text.rstrip(" ") if type(text) is str else text, line.end)
    if kieu == "muc":
        text = vietnamese.chu_hoa(text)
    if line.bold:
        return Dong(kieu, markup.styled(((line.label, "b"), *markup.runs_of(text))))
    return Dong(kieu, prefixed(line.label, text) if line.label else text)


def _items(lines: Iterable[str], path: Path, first: int = 0) -> Iterator[Step]:
    """Yield the steps of *lines* from the *first* on, each of the kind that its mark and those above it say."""
    lines = tuple(lines)
    for line, level in [*zip(lines, pasted.levels(lines), strict=True)][first:]:
        yield _line(line, _KINDS[level], path)


def _step(line: _Line) -> Step:
    """Return a line that prints as it stands as its block, once for all notices; another as it is."""
    return _block(Writer({}), line) if line.kieu != "chuong" and is_fixed(line.source) else line


def _line(line: str, kieu: str, path: Path, end: str = "") -> Step:
    """Return one line as a block of that kind, or of the kind its mark says; *end* closes it unless it is closed."""
    if len(line) == 1 and pasted.ALONE.match(line):
        return Problem(
            N_("Dòng chỉ có dấu “{found}”, không có chữ nào sau đó, nên không in ra."), N_("Gõ nội dung sau dấu đó, hoặc xóa dòng."),
            {"found": line}, path, level="warning", code="dong_chi_co_dau",
        )  # fmt: skip
    return _marked(line, kieu, path, end)


def _marked(line: str, kieu: str, path: Path, end: str) -> Step:
    """Return the step of a line without its mark; *kieu* is the kind it has whatever its mark, if any."""
    mark = pasted.DASH.match(line) or (pasted.PLUS.match(line) if kieu else None)
    kieu = kieu or "doan"
    return _step(_Line(kieu, line[mark.end() :] if mark else line, path, {"gach": "- ", "cong": "+ "}.get(kieu, ""), end=end))


@record
class _Planned:
    """A plan, which of its steps are still to be taken, and whether these are all lines to be written."""

    steps: tuple[Any, ...]
    open: tuple[int, ...]
    is_of_lines: bool


@remembered(64, same=3)  # the notices of a mailing share all that they say
def _matter(mo_dau: MoDau | None, cac_muc: tuple[Muc, ...], ket_thuc: KetThuc | None, danh_so: str, width: int) -> _Planned:
    steps = (
        *_items(mo_dau.noi_dung if mo_dau else (), ("mo_dau", "noi_dung")), *_plan(cac_muc, danh_so, width, ("muc",)),
        *_items(ket_thuc.noi_dung if ket_thuc else (), ("ket_thuc", "noi_dung")),
    )  # fmt: skip
    lines = tuple(n for n, step in enumerate(steps) if type(step) is not Dong)
    return _Planned(steps, lines, all(type(steps[n]) is _Line for n in lines))


@remembered(64, same=1)
def _plan(cac_muc: tuple[Muc, ...], danh_so: str, width: int, path: Path) -> tuple[Step, ...]:
    scheme = _SCHEMES[danh_so]
    return tuple(_level(_Text(scheme, width, {}), cac_muc, scheme, path, -1))


@record
class _Text:
    """One text with its sections: its scheme, its width, and what is counted through all of it."""

    scheme: tuple[str, ...]
    width: int
    counted: dict[str, int]

    def within(self, division: str) -> tuple[str, ...]:
        """Return the kinds of what stands in a division: all of the scheme, chapters in a part alone."""
        return self.scheme[division != "phan" and self.scheme[:1] == ("chuong",) :]

    def numbers(self, muc: Muc, kind: str) -> bool:
        """Tell whether a section has a number, or would have one: where articles are counted, those without a title too."""
        return bool(muc.tieu_de or (kind and "dieu" in self.scheme))


def _level(text: _Text, cac_muc: Iterable[Muc], kinds: tuple[str, ...], path: Path, above: int) -> Iterator[Step]:
    """Yield the plan of one level; *kinds* are those of this level and below, *above* is the parent's depth."""
    own: dict[str, int] = {}
    for i, muc in enumerate(cac_muc):
        here, number = (*path, i), 0
        kind = muc.cap or (kinds[0] if kinds else "")
        counted = text.counted if kind in _RUN_ON else own
        if muc.cap or kind == "chuong":
            depth, below = list(_CAP).index(kind), text.within(kind)
            yield from _division(muc, kind, _next(counted, _CAP[kind]), here, inside_lesser=above >= depth)
        else:
            depth, below = _BELOW_DIVISIONS, kinds[1:]
            if text.numbers(muc, kind):
                number = _next(counted, kind)
                if kind == "diem" and number > (letters := len(CHU_DIEM)):
                    if number == letters + 1:
                        message = N_("Có hơn {nhieu_nhat} điểm: chữ cái đánh số điểm đi từ a đến y, tới đây không còn chữ nào.")
                        hint = N_("Từ đây chia sang một mục (khoản) khác, hoặc viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung.")  # noqa: E501
                        yield Problem(message, hint, {"nhieu_nhat": letters}, here)
                    continue
                yield from _head(muc, kind, number, here, in_division=above >= 0)
            if kinds and not below:
                yield from _too_deep(muc.muc, (*here, "muc"), text.scheme)
        yield from _contents(muc, text.width, here, run_in=bool(number and not muc.tieu_de))
        yield from _level(text, muc.muc, below, (*here, "muc"), depth)


def _next(counted: dict[str, int], kind: str) -> int:
    counted[kind] = counted.get(kind, 0) + 1
    return counted[kind]


def _contents(muc: Muc, width: int, path: Path, *, run_in: bool) -> Iterator[Step]:
    """Yield what stands in a section below its head; *run_in* says that its first line stands there already."""
    yield from _items(muc.noi_dung, (*path, "noi_dung"), first=1 if run_in else 0)
    yield from _findings(muc.phat_hien, (*path, "phat_hien"))
    if muc.bang:
        yield _Tables(muc.bang, width, (*path, "bang"))
    if muc.bieu_do:
        yield _Charts(muc.bieu_do, muc.bang, width, (*path, "bieu_do"))
    if muc.hinh:
        yield _Pictures(muc.hinh, width, (*path, "hinh"))


def _division(muc: Muc, kind: str, number: int, path: Path, *, inside_lesser: bool) -> Iterator[Step]:
    """Yield the head of a division: a title is asked of it, and that it stands in none lesser than itself."""
    values: dict[str, Any] = {"cap": _CAP[kind]}
    if inside_lesser:
        hint = N_("Thứ tự từ lớn đến nhỏ: phần, chương, mục, tiểu mục, điều, khoản, điểm ({thu_tu_cap}).")
        yield Problem(N_("{cap} không nằm trong một cấp nhỏ hơn hoặc bằng nó."), hint, values, (*path, "cap"))
    if not muc.tieu_de:
        yield Problem(N_("{cap} phải có tiêu đề ({tieu_de_cap})."), N_("Thêm vào mục này: tieu_de = \"…\""), values, path)
    label = f"{_CAP[kind]} {vietnamese.la_ma(number) if kind in _RUN_ON else number}"
    yield _Line("chuong", muc.tieu_de or "", (*path, "tieu_de"), label)


def _head(muc: Muc, kind: str, number: int, path: Path, *, in_division: bool) -> Iterator[Step]:
    """Yield the numbered title of a section, or its number before its first words."""
    label = _label(kind, number)
    if muc.tieu_de:
        yield _step(_Line(kind or "khoan", muc.tieu_de, (*path, "tieu_de"), label))
        return
    if kind == "dieu" and in_division:
        message = N_("Điều {so} nằm trong chương, mục nên phải có tiêu đề ({tieu_de_cap}).")
        yield Problem(message, N_("Thêm vào mục này: tieu_de = \"…\""), {"so": number}, path, level="warning", code="dieu_khong_tieu_de")
    if not muc.noi_dung:
        message = N_("Mục “{so}” chưa có tiêu đề và cũng chưa có lời văn.")
        yield Problem(message, N_("Thêm tieu_de hoặc noi_dung."), {"so": label.strip()}, path)
        yield Dong("doan", label)
        return
    first = muc.noi_dung[0]
    mark = pasted.DASH.match(first) or pasted.PLUS.match(first)
    yield _step(_Line("doan", first[mark.end() :] if mark else first, (*path, "noi_dung"), label, bold=kind == "dieu"))


def _label(kind: str, number: int) -> str:
    """Return the number as it stands before a section: ``I. ``, ``Điều 1. ``, ``1. ``, ``a) ``, or nothing."""
    if kind == "diem":
        return f"{vietnamese.chu_diem(number - 1)}) "
    if kind == "dieu":
        return f"Điều {number}. "
    return f"{vietnamese.la_ma(number) if kind == 'muc' else number}. " if kind else ""


def _findings(cac_phat_hien: Sequence[PhatHien], path: Path) -> Iterator[Step]:
    """Yield the findings of a section, closed where no mark is typed: by ``;``, by ``.`` at last, by ``:`` before lesser items.

    Where the others are sentences closed by a full stop, so is each.
    """
    last = len(cac_phat_hien) - 1
    between = "." if any(_typed_end(phat_hien.noi_dung[-1]) == "." for phat_hien in cac_phat_hien[:last]) else ";"
    for j, phat_hien in enumerate(cac_phat_hien):
        here, end = (*path, j), "." if j == last else between
        *before, own = phat_hien.noi_dung
        kinds = ("gach", *(_KINDS[level] for level in pasted.levels(phat_hien.noi_dung[1:], below=True)))
        yield from (_line(line, kind, here) for line, kind in zip(before, kinds, strict=False))
        yield _line(own, kinds[-1], here, ":" if phat_hien.phu else end)
        if phat_hien.phu and _typed_end(own) in {".", ";"}:
            yield Problem(
                N_("Phát hiện có các ý nhỏ (phu) bên dưới mà kết thúc bằng dấu “{dau}”."), N_("Gõ dấu hai chấm ở cuối: …{cuoi}:"),
                {"dau": _typed_end(own), "cuoi": own.rstrip()[-31:-1]}, here, own, level="warning", code="y_nho_sau_dau_cham",
            )  # fmt: skip
        for i, line in enumerate(phat_hien.phu):
            yield _line(line, "cong", (*here, "phu", i), ";" if i < len(phat_hien.phu) - 1 else end)


def _typed_end(line: str) -> str:
    return line.rstrip(" *_”\"")[-1:]


def _too_deep(cac_muc: Iterable[Muc], path: Path, scheme: tuple[str, ...]) -> Iterator[Problem]:
    hint = N_("Viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung.")
    if len(scheme) < len(_SCHEMES["I"]):
        hint = N_("Viết các ý nhỏ thành dòng bắt đầu bằng \"- \" trong noi_dung, hoặc chọn danh_so = \"I\" trong [dinh_dang] (I. → 1. → a)).")  # noqa: E501
    if any(muc.tieu_de for muc in cac_muc):
        yield Problem(N_("Mục lồng nhau sâu hơn cách đánh số đã chọn."), hint, path=path)
