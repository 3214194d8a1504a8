"""The findings file as typed, frozen values.

``tables`` (and ``forms``, for one form alone) names every key; ``values`` knows the kinds of values; ``spec`` is the small language
both are written in; ``validation`` turns plain data into a :class:`Notice` through pydantic's core.
"""

from __future__ import annotations

from notice_gen.model.bang import Bang, CotBang, cot_ten
from notice_gen.model.bieu_do import HIGHEST_MM, LOWEST_MM, BieuDo, DuLieu, TuBang
from notice_gen.model.forms import OF_ONE_FORM, Ben, BienBan, CongDien, GiayGioiThieu, GiayMoi, GiayNghiPhep, Nguoi
from notice_gen.model.hinh import Hinh
from notice_gen.model.kind import GUI_NHIEU_NOI, ky_hieu, la_cong_van, loai_cua, loai_theo_mau
from notice_gen.model.spec import Key, Table, keys_of, refuse
from notice_gen.model.tables import PHIEN_BAN, BanSao, CoQuan, DinhDang, KetThuc, KiemTra, Ky, MoDau

# isort: split
from notice_gen.model.tables import DonViRieng, Muc, NoiNhan, Notice, PhatHien, PhuLuc, SoVanBan, VanBan, VanBanKemTheo
from notice_gen.model.validation import Revalidate, law_of, validate, validating
from notice_gen.model.values import SoLieu

__all__ = [
    "GUI_NHIEU_NOI", "HIGHEST_MM", "LOWEST_MM", "OF_ONE_FORM", "PHIEN_BAN", "BanSao", "Bang", "Ben", "BienBan", "BieuDo", "CoQuan",
    "CongDien", "CotBang", "DinhDang", "DonViRieng", "DuLieu", "GiayGioiThieu", "GiayMoi", "GiayNghiPhep", "Hinh", "KetThuc", "Key",
    "KiemTra", "Ky", "MoDau", "Muc", "Nguoi", "NoiNhan", "Notice", "PhatHien", "PhuLuc", "Revalidate", "SoLieu", "SoVanBan", "Table",
    "TuBang", "VanBan", "VanBanKemTheo", "cot_ten", "keys_of", "ky_hieu", "la_cong_van", "law_of", "loai_cua", "loai_theo_mau",
    "refuse", "validate", "validating",
]  # fmt: skip
