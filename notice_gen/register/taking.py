"""What the register follows of a notice once it is issued: its findings, its figures, the paper it follows; carried as bytes.

A mailing asks for thousands of numbers at once: bytes, opened when they are written, take a fifth of the memory; and findings that no
figure changes are carried, and written, once for all its papers.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any, NamedTuple

from notice_gen import expressions, markup
from notice_gen.errors import InputError
from notice_gen.model import Muc, Notice, PhatHien, PhuLuc
from notice_gen.page import Page
from notice_gen.records import remembered
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

Line = tuple[str, int, str, str, str, str, str]
"""A finding: ``(nhan, stt, ma, loai, linh_vuc, noi_dung, han)``, its day ISO 8601."""
_Pieces = tuple[str | expressions.Expression, ...]


class Taken(NamedTuple):
    """What one paper, or one of the papers that share a number, has to be followed.

    *kien_nghi*: its findings; *so_lieu*: names and values as text; *truoc*: ``(viec, so_ky_hieu, ngay)`` of the paper it follows, or
    nothing; *chung*: its number is shared by papers to other units.
    """

    don_vi: str
    ma_don_vi: str
    kien_nghi: tuple[Line, ...]
    so_lieu: tuple[tuple[str, str], ...]
    truoc: tuple[str, ...]
    chung: bool = False


def taken(notice: Notice, page: Page, shown: Mapping[str, str] = {}) -> tuple[bytes, bytes]:
    """Return what is to be followed of *notice*, whose page is printed: its own, and its findings that other papers have alike.

    Both are empty when there is nothing.  *shown* is what expressions came to on the page; others are worked out.
    """
    if notice.ban_sao or not (notice.muc or notice.phu_luc or page.so_lieu or notice.van_ban_truoc):
        return b"", b""
    (alike, worked_out), so_lieu, before = _typed(notice.muc, notice.phu_luc), tuple(_figures(page)), notice.van_ban_truoc
    own = _worked_out(worked_out, notice, page, shown) if worked_out else ()
    truoc = (before.viec, before.so_ky_hieu, before.ngay.isoformat() if before.ngay else "") if before else ()
    if not (alike or own or so_lieu or truoc):
        return b"", b""
    return marshal.dumps([(notice.don_vi.get("ten", ""), notice.don_vi.get("ma", ""), own, so_lieu, truoc)]), alike


def opened(kem: bytes, alike: bytes = b"") -> list[Taken]:
    """Return what :func:`taken` put together, findings in their order: one, or of papers that share a number each."""
    several, lines = opened_own(kem), opened_alike(alike)
    return [each._replace(kien_nghi=tuple(sorted((*lines, *each.kien_nghi), key=itemgetter(1)))) for each in several] if lines else several


def opened_own(kem: bytes) -> list[Taken]:
    """Return the same without the findings that other papers have alike."""
    return [Taken(*values) for values in marshal.loads(kem)] if kem else []  # noqa: S302 - ours


def opened_alike(alike: bytes) -> tuple[Line, ...]:
    """Return the findings that papers have alike."""
    return marshal.loads(alike) if alike else ()  # noqa: S302 - ours


def joined(several: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return what papers that share one number have to be followed, all together."""
    every = [(*each[:5], True) for kem, alike in several for each in opened(kem, alike)]
    return marshal.dumps(every) if every else b""


_WorkedOut = tuple[str, Line, _Pieces]
"""A finding that holds expressions: where it stands, what is typed of it, the pieces of its text."""


def _worked_out(several: Iterable[_WorkedOut], notice: Notice, page: Page, shown: Mapping[str, str]) -> tuple[Line, ...]:
    scope, off = _scope(notice, page), notice.ngay_nghi
    scope.shown.update({code: text for code, text in shown.items() if "van_ban" not in code and "co_quan" not in code})
    lines: list[Line] = []
    with theo_lich_rieng(off.nghi, off.lam_viec):
        for place, (nhan, stt, ma, loai, linh_vuc, _, han), pieces in several:
            text = "".join([piece if type(piece) is str else _shown(scope, piece.code) for piece in pieces])  # type: ignore[union-attr]
            lines.append((nhan or _name(place, text), stt, ma, loai, linh_vuc, text, han))
    return tuple(lines)


@remembered(8)  # a mailing's papers have the same findings but for what is worked out in them
def _typed(cac_muc: Sequence[Muc], phu_luc: Sequence[PhuLuc]) -> tuple[bytes, list[_WorkedOut]]:
    """Return the findings that are as they are typed, and those that hold expressions, their text and perhaps their name empty."""
    lines: list[Line] = []
    worked_out: list[_WorkedOut] = []
    codes: set[str] = set()
    for at, (place, finding) in enumerate(_placed(cac_muc, phu_luc)):
        ma, pieces = finding.ma or "", _pieces((*finding.noi_dung, *finding.phu))
        # A code twice in one paper: the second is known by its place too.
        nhan = "" if ma in codes else ma
        codes.add(ma)
        said = (at + 1, ma, finding.loai or "", finding.linh_vuc or "")
        han = finding.han.isoformat() if finding.han else ""
        if isinstance(pieces, str):
            lines.append((nhan or _name(place, pieces), *said, pieces, han))
        else:
            worked_out.append((place, (nhan, *said, "", han), pieces))
    return marshal.dumps(tuple(lines)) if lines else b"", worked_out


def _placed(cac_muc: Sequence[Muc], phu_luc: Sequence[PhuLuc]) -> Iterator[tuple[str, PhatHien]]:
    yield from _walk(cac_muc, "muc")
    for n, annex in enumerate(phu_luc, start=1):
        yield from _walk(annex.muc, f"phu_luc.{n}.muc")


def _walk(cac_muc: Sequence[Muc], path: str) -> Iterator[tuple[str, PhatHien]]:
    for m, muc in enumerate(cac_muc, start=1):
        for n, finding in enumerate(muc.phat_hien, start=1):
            yield f"{path}.{m}.phat_hien.{n}", finding
        if muc.muc:
            yield from _walk(muc.muc, f"{path}.{m}.muc")


def _pieces(lines: tuple[str, ...]) -> str | _Pieces:
    """Return the lines of a text as one, without their marks of emphasis: a text, or texts and expressions."""
    pieces = tuple(piece for piece, _ in markup.spans(expressions.pieces("\n".join(lines))))
    return "".join(pieces) if all(type(piece) is str for piece in pieces) else pieces  # type: ignore[arg-type]  # all are texts


def _name(place: str, text: str) -> str:
    """Return what a finding without a code is known by: where it stands and what it says."""
    return f"{place}#{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _scope(notice: Notice, page: Page) -> expressions.Scope:
    """Return what the expressions of a notice's findings name; its number is not known yet."""
    printed, issuer = page.van_ban, notice.co_quan
    van_ban = {
        "so": "…", "ngay": notice.van_ban.ngay, "thoi_gian": printed.thoi_gian, "dia_danh": printed.dia_danh,
        "loai": notice.van_ban.loai, "ten_loai": printed.ten_loai, "ky_hieu": printed.ky_hieu,
        "so_ky_hieu": f"…/{printed.ky_hieu}", "trich_yeu": str(printed.trich_yeu), "khan": printed.khan, "luu_hanh": printed.luu_hanh,
    }  # fmt: skip
    co_quan = {"ten": " ".join(issuer.ten), "chu_quan": " ".join(issuer.chu_quan), "viet_tat": issuer.viet_tat}
    groups: dict[str, dict[str, Any]] = {"don_vi": dict(notice.don_vi), "van_ban": van_ban, "co_quan": co_quan}
    return expressions.Scope(expressions.seen(page.so_lieu, groups))


def _shown(scope: expressions.Scope, code: str) -> str:
    try:
        return scope.show(code)
    except InputError:  # it was printed, so it lacks only what is given later
        return "…"


def _figures(page: Page) -> Iterator[tuple[str, str]]:
    for name, value in page.so_lieu.items():
        if isinstance(value, int | Decimal | dt.date) and not isinstance(value, bool):
            yield name, value.isoformat() if isinstance(value, dt.date) else f"{value:f}" if isinstance(value, Decimal) else str(value)
