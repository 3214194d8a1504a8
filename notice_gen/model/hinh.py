"""Pictures in the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from notice_gen.errors import N_
from notice_gen.model.spec import After, Before, Table, key, refuse, table
from notice_gen.model.values import Line, Word, wrapped

_NARROWEST, _WIDEST = 5, 267  # mm: of a landscape page's text


def _width(value: Decimal) -> Decimal:
    if not _NARROWEST <= value <= _WIDEST:
        raise refuse(N_("Bề rộng hình {rong} mm nằm ngoài khoảng {it_nhat}-{nhieu_nhat} mm."), N_("Ghi số mm, ví dụ: be_rong = 120"), rong=value, it_nhat=_NARROWEST, nhieu_nhat=_WIDEST)  # noqa: E501
    return value


@table
class Hinh(Table):
    """Một hình (PNG, JPEG) in giữa trang."""

    tep: Word = key(examples=["so-do.png"], help="Tên tệp hình PNG hoặc JPEG, cùng thư mục với tệp này hoặc trong thư mục con, ví dụ \"hinh/so-do.png\".")  # noqa: E501
    be_rong: Annotated[Decimal, After(_width)] = key(examples=[120], help="Bề rộng khi in, mm (5 đến 267); chiều cao theo tỷ lệ của hình. Rộng hơn trang thì thu vào vừa trang.")  # noqa: E501
    mo_ta: Line = key(examples=["Sơ đồ quy trình tiếp nhận hồ sơ"], help="Mô tả hình bằng lời, cho người dùng trình đọc màn hình; không in ra.")  # noqa: E501
    chu_thich: Line | None = key(default=None, help="Chú thích in nghiêng dưới hình, ví dụ \"Hình 1. Quy trình tiếp nhận hồ sơ\".")


Pictures = Annotated[tuple[Hinh, ...], Before(wrapped, Hinh | list[Hinh])]
"""One picture, or several."""
