"""Where on the pages of a paper its digital signatures are to stand (Phụ lục I, Phần I, mục II.7.d, II.8, III.1.d; Phần II, mục I.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notice_gen.errors import N_, Problem
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.signatures import lines, room
from notice_gen.signatures.lines import Area, Line

if TYPE_CHECKING:
    from notice_gen.check.form.pieces import Piece
    from notice_gen.check.view import DocumentView
    from notice_gen.convert.pages import Sheet

_ELECTRONIC_COPY = Phrases(r"{hinh_thuc_sao}\s*[;,]")
_PRINTED_NUMBER = re.compile(r"SO\s*:.*;$")
_NO_SEAL = re.compile(r"THU KY\b")  # of minutes, form 1.9
_FAR = 80.0  # mm between a post and the name below it
_ASIDE = 20.0  # mm between their middles
_FIRST = 8  # lines that may stand above what tells an annex of its own
_TIME, _WHOLE, _HIGH = 46.0, 80.0, 4.6  # mm: the time in 10 pt, with the number before it, a line of it
_TOP, _LOWEST = 3.5, 18.0  # mm from above
_LEAST_MARGIN = 10.0


@record
class Place:
    """A place for one signature."""

    name: str  # of the field: ``chu_ky``, ``dau_2``, ``thoi_gian_ky``
    label: str  # what a reader of the file is told of it, Vietnamese, as its fields are
    page: int  # from 1
    area: Area


@record
class Found:
    """The places of a paper, and why some are not there."""

    places: tuple[Place, ...]
    problems: tuple[Problem, ...]


@record
class _Signer:
    post: tuple[str, ...]  # lines of authority and post, from above
    name: str


def places(view: DocumentView, pages: Sequence[Sheet], *, seal: float) -> Found:
    """Return where the signatures of a paper stand.

    Args:
        view: the Word file, as the checker reads it.
        pages: its PDF.
        seal: mm of the seal's diameter.
    """
    from notice_gen.check.form.pieces import pieces

    first = list(pieces(enumerate(view.paragraphs[:_FIRST])))
    if not pages:
        return Found((), (_untold(N_("Bản PDF không có trang nào, nên không đặt ô ký số.")),))
    if first and _ELECTRONIC_COPY.match(first[0].key):
        return _corner(pages[0], view, first[0].text)
    if _is_paper_copy(view):
        message = N_("Bản sao giấy ký tay, đóng dấu, nên không đặt ô ký số.")
        return Found((), (_problem(message, N_("Sao sang bản điện tử thì ghi dien_tu = true trong [ban_sao], in lại rồi làm PDF.")),))
    if _is_apart(view, first):
        number = first[0].text if _PRINTED_NUMBER.match(first[0].key) else ""
        return _corner(pages[0], view, number)
    return _signers(view, pages, seal)


def _is_paper_copy(view: DocumentView) -> bool:
    from notice_gen.back import copies

    return bool(copies.copy_alone(view)) or copies.without_copy(view)[1] is not None


def _is_apart(view: DocumentView, first: Sequence[Piece]) -> bool:
    """Say whether a file is an annex or an issued text by itself."""
    from notice_gen.check.form.annexes import KEM_THEO, is_annex_heading
    from notice_gen.check.view import Kind

    if "ho_ten" in view.components and "so_ky_hieu" in view.components:
        return False
    if first and _PRINTED_NUMBER.match(first[0].key) and "so_ky_hieu" not in _names_below(view, first[0]):
        return True
    attached = view.kind is Kind.KEM_THEO or any(is_annex_heading(one) for one in first[:2])
    return attached or any(KEM_THEO.match(one.key) for one in first if one.paragraph.align == "center")


def _names_below(view: DocumentView, number: Piece) -> set[str]:
    """Return the boxes that hold anything but the line of the number."""
    return {name for name, box in view.components.items() if any(span.paragraph is not number.paragraph for span in box.spans)}


def _corner(page: Sheet, view: DocumentView, printed: str) -> Found:
    """Return the place at the top right of the first page (box 14): the time below what is *printed* there, or the whole line."""
    margin = view.sections[0].right if view.sections else float(view.law.ranges["le_phai"].default)
    edge = page.width - max(margin, _LEAST_MARGIN)
    width, top, name, label = _WHOLE, _TOP, "thong_tin_ky_so", "Số, ký hiệu văn bản; thời gian ký (ô số 14)"
    if printed:
        width, name, label = _TIME, "thoi_gian_ky", "Thời gian ký (ô số 14)"
        own = next(lines.saying(_upper(page), printed), None)
        if own is None:
            message = N_("Không thấy dòng “{doan}” ở đầu trang 1 của bản PDF, nên không đặt ô thời gian ký.")
            return Found((), (_untold(message, doan=printed),))
        edge, top = own.right, own.bottom + 0.3
    while top <= _LOWEST:
        area = Area(edge - width, top, edge, top + _HIGH)
        if room.free(page.letters, area):
            return Found((Place(name, label, 1, area),), ())
        if printed:
            break
        top += 0.5
    return Found((), (_untold(N_("Góc trên bên phải trang 1 không còn chỗ cho thông tin ký số (ô số 14), nên không đặt ô ở đó.")),))


def _upper(page: Sheet) -> list[Line]:
    return [line for line in lines.lines(page) if line.area.top < page.height / 4]


def _signers(view: DocumentView, pages: Sequence[Sheet], seal: float) -> Found:
    several = list(_who_sign(view))
    if not several:
        return Found((), (_untold(N_("Không thấy chức vụ, họ tên người ký trong tệp Word, nên không đặt ô ký số.")),))
    printed = [lines.lines(page) for page in pages]
    found, problems, taken = list[Place](), list[Problem](), dict[int, list[Area]]()
    for at, signer in enumerate(several, 1):
        post = signer.post[-1] if signer.post else ""
        if not signer.name:
            problems.append(_untold(N_("Dưới “{chuc_vu}” chưa có họ tên, nên không đặt ô ký số ở đó."), chuc_vu=post))
            continue
        stands = _standing(signer, printed, taken)
        if stands is None:
            message = N_("Không thấy “{ho_ten}” ngay dưới “{chuc_vu}” trên cùng một trang của bản PDF, nên không đặt ô ký số ở đó.")
            problems.append(_untold(message, ho_ten=signer.name, chuc_vu=post))
            continue
        number, above, below = stands
        ending = f"_{at}" if len(several) > 1 else ""
        has_seal = not _NO_SEAL.match(_folded(post))
        beside = taken.setdefault(number, [])
        free = room.signed(pages[number - 1], above, below, beside, seal=seal if has_seal else None)
        if free.picture is None:
            message = N_("Giữa chức vụ và họ tên “{ho_ten}” (trang {trang}) không đủ chỗ cho hình chữ ký, nên không đặt ô ký số ở đó.")
            problems.append(_untold(message, ho_ten=signer.name, trang=number))
            continue
        found.append(Place(f"chu_ky{ending}", f"Chữ ký của {signer.name} (ô số 7c)", number, free.picture))
        beside.append(free.picture)
        if free.seal is not None:
            found.append(Place(f"dau{ending}", f"Dấu, chữ ký số của cơ quan, bên chữ ký của {signer.name} (ô số 8)", number, free.seal))
            beside.append(free.seal)
        elif has_seal:
            message = N_("Bên trái chữ ký của “{ho_ten}” (trang {trang}) không đủ chỗ cho dấu {so} mm mà không chạm chữ, nên không đặt ô dấu.")  # noqa: E501
            problems.append(_untold(message, ho_ten=signer.name, trang=number, so=round(seal)))
    return Found(tuple(found), tuple(problems))


def _folded(text: str) -> str:
    from notice_gen.check.form.pieces import fold

    return fold(text)


def _who_sign(view: DocumentView) -> Iterator[_Signer]:
    """Yield who signs, from the left: the lines above each name, as printed."""
    from notice_gen.check.rules.nguoi_ky import signers

    for signer in signers(view):
        above = sorted([*signer.authority, *signer.post], key=lambda span: (span.paragraph.index, span.start))
        yield _Signer(tuple(span.text for span in above), " ".join(span.text for span in signer.name).strip())


def _standing(signer: _Signer, printed: Sequence[Sequence[Line]], taken: dict[int, list[Area]]) -> tuple[int, Area, Area] | None:
    """Return the page, the first line of the post and the name below it, the first that stand so and are nobody's yet.

    Not the last line: a post of the name's own (box 7b) may stand below the signature.
    """
    for number, several in enumerate(printed, 1):
        names = list(lines.saying(several, signer.name))
        posts = [area for text in signer.post for area in lines.saying(several, text)]
        pairs = [
            (above, below) for below in names for above in posts
            if 0 < below.top - above.bottom < _FAR and abs(above.middle - below.middle) < _ASIDE
            and not any(_between(above, one, below) for one in taken.get(number, ()))
        ]  # fmt: skip
        if pairs:
            return (number, *min(pairs, key=lambda pair: (pair[1].top, pair[0].top)))
    return None


def _between(above: Area, place: Area, below: Area) -> bool:
    return above.bottom < place.bottom and place.top < below.top and place.left < below.middle < place.right


def _untold(message: str, **values: object) -> Problem:
    hint = N_("Ký bằng phần mềm của cơ quan rồi tự chọn chỗ, hoặc sửa tệp Word rồi làm lại bản PDF.")
    return _problem(message, hint, **values)


def _problem(message: str, hint: str, **values: object) -> Problem:
    return Problem(message, hint, values, level="warning", code="khong_dat_cho_ky_so")
