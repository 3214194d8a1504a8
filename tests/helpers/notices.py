"""Notices for tests: the smallest right one, and how to change it."""

from __future__ import annotations

import copy
import tomllib
from decimal import Decimal
from typing import Any

from notice_gen import expressions, legal
from notice_gen.compose import Context, Frame, compose
from notice_gen.model import Notice, validate
from notice_gen.vietnamese.lien_dong import nhu_go
from tests.helpers.findings import TODAY

FRAME = Frame(rong_van_ban=165, rong_co_quan=65, rong_quoc_hieu=100, law=legal.law(TODAY))

SMALLEST = """\
phien_ban = 1
mau = "thong-bao"

[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"

[van_ban]
so = 12
ngay = 2026-03-05
dia_danh = "Bình Điền"
loai = "TB"
trich_yeu = "Kết quả kiểm tra"

[ket_thuc]
noi_dung = "Yêu cầu các đơn vị thực hiện."

[noi_nhan]
gui = ["Các thôn"]
luu = "VT"

[ky]
quyen_han = "TM. Ủy ban nhân dân"
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""


def notice(**tables: Any) -> Notice:
    """The smallest notice with *tables* replaced or merged (``van_ban={"so": 9}``); None removes."""
    data: dict[str, Any] = tomllib.loads(SMALLEST, parse_float=Decimal)
    for name, value in copy.deepcopy(tables).items():
        if isinstance(value, dict) and isinstance(data.get(name), dict):
            data[name] = {key: v for key, v in {**data[name], **value}.items() if v is not None}
        elif value is None:
            data.pop(name, None)
        else:
            data[name] = value
    names = expressions.Names(frozenset({**data.get("so_lieu", {}), **data.get("so_lieu_tinh", {})}), frozenset(data.get("don_vi", {})))
    return validate(data, names, TODAY)


def composed(**tables: Any) -> Context:
    """The context of :func:`notice`."""
    return compose(notice(**tables), today=TODAY, frame=FRAME)


def body(**tables: Any) -> list[str]:
    """The texts of the body's blocks."""
    return [nhu_go(block["chu"]) for block in composed(**tables).values["tai_lieu"][0]["noi_dung"]]


def kinds(**tables: Any) -> list[str]:
    """The kinds of the body's blocks."""
    return [block["kieu"] for block in composed(**tables).values["tai_lieu"][0]["noi_dung"]]
