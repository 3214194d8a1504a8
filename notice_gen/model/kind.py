"""What kind of document a notice is: by the code it gives, or by the name of its template."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from notice_gen import legal, vietnamese
from notice_gen.legal import LoaiVanBan
from notice_gen.model.tables import Notice

_CONG_VAN = "1.5"


def loai_cua(notice: Notice, on: date) -> LoaiVanBan | None:
    """Return the notice's type by the law of that day: by its code, or by the name of its template (a công văn has no code)."""
    loai = notice.van_ban.loai
    return legal.law(on).loai.get(loai) if loai else loai_theo_mau(notice.mau, on)


@lru_cache(maxsize=64)
def loai_theo_mau(mau: str, on: date) -> LoaiVanBan | None:
    """Return the type that the template *mau* is called after."""
    law = legal.law(on)
    return next((loai for loai in (*law.loai.values(), *law.loai_khong_ma) if vietnamese.slug(loai.ten) == mau), None)


GUI_NHIEU_NOI = frozenset({"giay-moi", "cong-van", "cong-dien"})
"""Templates of documents that go to many addressees, each with a copy of its own: one document, one number (Điều 15)."""


def la_cong_van(loai: LoaiVanBan | None) -> bool:
    """Tell whether the subject stands below the number, without a title (ô 5b)."""
    return loai is not None and loai.mau == _CONG_VAN


def ky_hieu(notice: Notice) -> str:
    """Join type and issuer, or for a công văn issuer and drafting unit (Phụ lục I, mục II.3.b)."""
    van_ban = notice.van_ban
    if van_ban.ky_hieu:
        return van_ban.ky_hieu
    groups = (van_ban.loai, notice.co_quan.viet_tat) if van_ban.loai else (notice.co_quan.viet_tat, van_ban.don_vi_soan)
    return "-".join(group for group in groups if group)
