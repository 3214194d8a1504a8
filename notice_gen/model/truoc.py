"""The earlier paper that a paper follows: it corrects, withdraws or replaces it."""

from __future__ import annotations

from typing import Literal

from notice_gen.model.spec import Table, key, table
from notice_gen.model.values import Ngay, Word


@table
class VanBanTruoc(Table):
    """Văn bản đã ban hành mà văn bản này đính chính, thu hồi hay thay thế (Điều 18): sổ ghi hai văn bản liền nhau; không in."""

    viec: Literal["dinh-chinh", "thu-hoi", "thay-the"] = key(examples=["thay-the"], help="Văn bản này làm gì với văn bản trước: dinh-chinh (sai thể thức, kỹ thuật trình bày), thu-hoi, hay thay-the (sai nội dung).")  # noqa: E501
    so_ky_hieu: Word = key(examples=["07/TB-UBND"], help="Số, ký hiệu của văn bản trước, đúng như đã in.")
    ngay: Ngay | None = key(default=None, help="Ngày của văn bản trước, viết năm-tháng-ngày không dấu nháy: 2026-03-05.")
