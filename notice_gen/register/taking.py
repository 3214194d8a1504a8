"""What the register follows of a notice once it is issued: its findings, its figures, the paper it follows; carried as bytes.

A mailing asks for thousands of numbers at once: bytes, opened when they are written, take a fifth of the memory.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from notice_gen import expressions, markup
from notice_gen.errors import InputError
from notice_gen.model import Muc, Notice, PhatHien
from notice_gen.page import Page
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng


class Taken(NamedTuple):
    """What one paper, or one of the papers that share a number, has to be followed.

    *kien_nghi*: of each finding ``(nhan, stt, ma, loai, linh_vuc, noi_dung, han)``, its day ISO 8601; *so_lieu*: names and values as text;
    *truoc*: ``(viec, so_ky_hieu, ngay)`` of the paper it follows, or nothing; *chung*: its number is shared by papers to other units.
    """

    don_vi: str
    ma_don_vi: str
    kien_nghi: tuple[tuple[str, int, str, str, str, str, str], ...]
    so_lieu: tuple[tuple[str, str], ...]
    truoc: tuple[str, ...]
    chung: bool = False


def taken(notice: Notice, page: Page) -> bytes:
    """Return what is to be followed of *notice*, whose page is printed; empty when there is nothing."""
    if notice.ban_sao or not (notice.muc or notice.phu_luc or page.so_lieu or notice.van_ban_truoc):
        return b""
    kien_nghi, so_lieu = tuple(_findings(notice, page)), tuple(_figures(page))
    before = notice.van_ban_truoc
    truoc = (before.viec, before.so_ky_hieu, before.ngay.isoformat() if before.ngay else "") if before else ()
    if not (kien_nghi or so_lieu or truoc):
        return b""
    return pickle.dumps([(notice.don_vi.get("ten", ""), notice.don_vi.get("ma", ""), kien_nghi, so_lieu, truoc)], 5)


def opened(kem: bytes) -> list[Taken]:
    """Return what :func:`taken` put together: one, or of papers that share a number each."""
    return [Taken(*values) for values in pickle.loads(kem)] if kem else []  # noqa: S301 - ours


def joined(several: Iterable[bytes]) -> bytes:
    """Return what papers that share one number have to be followed, all together."""
    every = [(*values[:5], True) for kem in several if kem for values in pickle.loads(kem)]  # noqa: S301 - ours
    return pickle.dumps(every, 5) if every else b""


def _walk(cac_muc: Sequence[Muc], path: str) -> Iterator[tuple[str, PhatHien]]:
    for m, muc in enumerate(cac_muc, start=1):
        for n, finding in enumerate(muc.phat_hien, start=1):
            yield f"{path}.{m}.phat_hien.{n}", finding
        if muc.muc:
            yield from _walk(muc.muc, f"{path}.{m}.muc")


def _placed(notice: Notice) -> Iterator[tuple[str, PhatHien]]:
    yield from _walk(notice.muc, "muc")
    for n, annex in enumerate(notice.phu_luc, start=1):
        yield from _walk(annex.muc, f"phu_luc.{n}.muc")


def _findings(notice: Notice, page: Page) -> Iterator[tuple[str, int, str, str, str, str, str]]:
    shown = _Texts(notice, page)
    seen: set[str] = set()
    for stt, (place, finding) in enumerate(_placed(notice), start=1):
        text = shown.of(finding.noi_dung + finding.phu if finding.phu else finding.noi_dung)
        ma = finding.ma or ""
        # A code twice in one paper: the second is known by its place too.
        nhan = ma if ma and ma not in seen else _name(place, text)
        seen.add(nhan)
        yield nhan, stt, ma, finding.loai or "", finding.linh_vuc or "", text, finding.han.isoformat() if finding.han else ""


@lru_cache(maxsize=4096)  # most findings of a mailing are the same in every paper
def _name(place: str, text: str) -> str:
    """Return what a finding without a code is known by: where it stands and what it says."""
    return f"{place}#{hashlib.sha256(text.encode()).hexdigest()[:12]}"


class _Texts:
    """The texts of one notice's findings as printed, without emphasis; its number is not known yet."""

    def __init__(self, notice: Notice, page: Page) -> None:
        self._notice, self._page = notice, page
        self._scope: expressions.Scope | None = None

    def of(self, lines: tuple[str, ...]) -> str:
        pieces = _pieces(lines)
        if type(pieces) is str:
            return pieces
        off = self._notice.ngay_nghi
        with theo_lich_rieng(off.nghi, off.lam_viec):
            return "".join(piece if type(piece) is str else self._shown(piece.code) for piece in pieces)  # type: ignore[union-attr]

    def _shown(self, code: str) -> str:
        if self._scope is None:
            notice, printed = self._notice, self._page.van_ban
            van_ban = {
                "so": "…", "ngay": notice.van_ban.ngay, "thoi_gian": printed.thoi_gian, "dia_danh": printed.dia_danh,
                "loai": notice.van_ban.loai, "ten_loai": printed.ten_loai, "ky_hieu": printed.ky_hieu,
                "so_ky_hieu": f"…/{printed.ky_hieu}", "trich_yeu": str(printed.trich_yeu), "khan": printed.khan,
                "luu_hanh": printed.luu_hanh,
            }  # fmt: skip
            issuer = notice.co_quan
            co_quan = {"ten": " ".join(issuer.ten), "chu_quan": " ".join(issuer.chu_quan), "viet_tat": issuer.viet_tat}
            groups: dict[str, dict[str, Any]] = {"don_vi": dict(notice.don_vi), "van_ban": van_ban, "co_quan": co_quan}
            self._scope = expressions.Scope(expressions.seen(self._page.so_lieu, groups))
        try:
            return self._scope.show(code)
        except InputError:  # it was printed, so it lacks only what is given later
            return "…"


@lru_cache(maxsize=8192)
def _pieces(lines: tuple[str, ...]) -> str | tuple[str | expressions.Expression, ...]:
    """Return the lines of a text as one, without their marks of emphasis: a text, or texts and expressions."""
    source = "\n".join(lines)
    pieces = tuple(piece for piece, _ in markup.spans(expressions.pieces(source)))
    return "".join(pieces) if all(type(piece) is str for piece in pieces) else pieces  # type: ignore[arg-type]  # all are texts


def _figures(page: Page) -> Iterator[tuple[str, str]]:
    for name, value in page.so_lieu.items():
        if isinstance(value, int | Decimal | dt.date) and not isinstance(value, bool):
            yield name, value.isoformat() if isinstance(value, dt.date) else f"{value:f}" if isinstance(value, Decimal) else str(value)
