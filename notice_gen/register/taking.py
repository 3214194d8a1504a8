"""What the register follows of a notice once it is issued: its findings, its figures, the paper it follows; carried as bytes.

A mailing asks for thousands of numbers at once: bytes, opened when they are written, take a fifth of the memory.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
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


def taken(notice: Notice, page: Page) -> bytes:
    """Return what is to be followed of *notice*, whose page is printed; empty when there is nothing."""
    if notice.ban_sao or not (notice.muc or notice.phu_luc or page.so_lieu or notice.van_ban_truoc):
        return b""
    kien_nghi, so_lieu = _findings(notice, page), tuple(_figures(page))
    before = notice.van_ban_truoc
    truoc = (before.viec, before.so_ky_hieu, before.ngay.isoformat() if before.ngay else "") if before else ()
    if not (kien_nghi or so_lieu or truoc):
        return b""
    return marshal.dumps([(notice.don_vi.get("ten", ""), notice.don_vi.get("ma", ""), kien_nghi, so_lieu, truoc)])


def opened(kem: bytes) -> list[Taken]:
    """Return what :func:`taken` put together: one, or of papers that share a number each."""
    return [Taken(*values) for values in marshal.loads(kem)] if kem else []  # noqa: S302 - ours


def joined(several: Iterable[bytes]) -> bytes:
    """Return what papers that share one number have to be followed, all together."""
    every = [(*values[:5], True) for kem in several if kem for values in marshal.loads(kem)]  # noqa: S302 - ours
    return marshal.dumps(every) if every else b""


def _findings(notice: Notice, page: Page) -> tuple[Line, ...]:
    lines, worked_out = _typed(notice.muc, notice.phu_luc)
    if not worked_out:
        return lines
    every, scope = list(lines), _scope(notice, page)
    off = notice.ngay_nghi
    with theo_lich_rieng(off.nghi, off.lam_viec):
        for at, place, pieces in worked_out:
            nhan, stt, ma, loai, linh_vuc, _, han = lines[at]
            text = "".join([piece if type(piece) is str else _shown(scope, piece.code) for piece in pieces])  # type: ignore[union-attr]
            every[at] = (nhan or _name(place, text), stt, ma, loai, linh_vuc, text, han)
    return tuple(every)


@remembered(8)  # a mailing's papers have the same findings but for what is worked out in them
def _typed(cac_muc: Sequence[Muc], phu_luc: Sequence[PhuLuc]) -> tuple[tuple[Line, ...], list[tuple[int, str, _Pieces]]]:
    """Return the findings as they are typed, and of those that hold expressions where they stand and their pieces: their text is empty."""
    lines: list[Line] = []
    worked_out: list[tuple[int, str, _Pieces]] = []
    codes: set[str] = set()
    for at, (place, finding) in enumerate(_placed(cac_muc, phu_luc)):
        ma, pieces = finding.ma or "", _pieces((*finding.noi_dung, *finding.phu))
        # A code twice in one paper: the second is known by its place too.
        nhan, text = "" if ma in codes else ma, ""
        codes.add(ma)
        if isinstance(pieces, str):
            nhan, text = nhan or _name(place, pieces), pieces
        else:
            worked_out.append((at, place, pieces))
        han = finding.han.isoformat() if finding.han else ""
        lines.append((nhan, at + 1, ma, finding.loai or "", finding.linh_vuc or "", text, han))
    return tuple(lines), worked_out


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
