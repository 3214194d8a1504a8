"""Charts: what they draw, from figures of their own or from a table of the same section."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from notice_gen.errors import N_
from notice_gen.model.spec import After, Before, Table, With, key, refuse, table
from notice_gen.model.values import Count, Figure, Line, Lines, wrapped

LOWEST_MM, HIGHEST_MM = 40, 180
"""How high a chart is in mm, at least and at most: a page has room for its caption below it."""


def _height(value: Decimal) -> Decimal:
    if not LOWEST_MM <= value <= HIGHEST_MM:
        raise refuse(N_("Chiều cao biểu đồ {cao} mm nằm ngoài khoảng {it_nhat}-{nhieu_nhat} mm."), N_("Ghi số mm, ví dụ: chieu_cao = 90; bỏ dòng này thì tự tính."), cao=value, it_nhat=LOWEST_MM, nhieu_nhat=HIGHEST_MM)  # noqa: E501
    return value


def _label_and_series(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(value) < 2:
        raise refuse(N_("Số liệu của biểu đồ cần một cột nhãn và ít nhất một cột số."), N_("Ví dụ: cot = [\"Quý\", \"Hồ sơ tiếp nhận\"]."))
    return value


@table
class DuLieu(Table):
    """Số liệu riêng của biểu đồ, ví dụ { cot = ["Quý", "Tiếp nhận"], hang = [["Quý I", 1250]] }; ghi thay cho tu_bang."""

    cot: Annotated[tuple[Line, ...], After(_label_and_series)] = key(examples=[["Quý", "Tiếp nhận", "Đã giải quyết"]], help="Tên các cột: cột đầu là nhãn (không in ra), mỗi cột sau là một dãy số, in ở chú giải khi có từ hai dãy.")  # noqa: E501
    hang: Annotated[tuple[tuple[Figure, ...], ...], With(min_length=1)] = key(examples=[[["Quý I", 1250, 1211]]], help="Các hàng: nhãn, rồi các số; số gõ trần (1250), như trên giấy (\"1.250\") hoặc là biểu thức (\"{{ tiep_nhan }}\"); không có thì ghi \"\".")  # noqa: E501


@table
class TuBang(Table):
    """Số liệu của biểu đồ lấy từ một bảng của cùng mục, cùng phụ lục, ví dụ { cot = ["Tiếp nhận"] }; ghi thay cho du_lieu."""

    thu_tu: Count = key(default=1, help="Bảng thứ mấy của mục, đếm từ 1. Mục có một bảng thì bỏ trống.")
    nhan: Line | None = key(default=None, examples=["Đơn vị"], help="Tên cột lấy làm nhãn. Bỏ trống thì là cột chữ đầu tiên của bảng.")
    cot: Annotated[tuple[Line, ...], With(min_length=1)] = key(examples=[["Tiếp nhận", "Đã giải quyết"]], help="Tên các cột số được vẽ, mỗi cột một dãy. Đầu bảng hai tầng thì ghi cả tiêu đề chung: \"Năm 2026 Tiếp nhận\".")  # noqa: E501
    hang: tuple[Line, ...] = key(default=(), examples=[["Xã Bình Điền", "Phường Phú Bài"]], help="Nhãn các hàng được vẽ, theo thứ tự vẽ. Bỏ trống thì vẽ mọi hàng, trừ hàng tên nhóm và hàng tổng.")  # noqa: E501


@table
class BieuDo(Table):
    """Một biểu đồ, rộng hết khung chữ; tên và số thứ tự in dưới biểu đồ: "Biểu đồ 1. …"."""

    kieu: Literal["cot", "cot-chong", "thanh", "thanh-chong", "duong"] = key(examples=["cot"], help="Kiểu biểu đồ: \"cot\" (cột đứng), \"cot-chong\" (cột chồng), \"thanh\" (thanh ngang, hợp khi nhiều nhãn hoặc nhãn dài), \"thanh-chong\" (thanh ngang chồng), \"duong\" (đường).")  # noqa: E501
    ten: Line = key(examples=["Hồ sơ tiếp nhận và giải quyết theo quý"], help="Tên biểu đồ, không gõ \"Biểu đồ 1.\" (số tự đánh).")
    du_lieu: DuLieu | None = None
    tu_bang: TuBang | None = None
    don_vi_tinh: Line | None = key(default=None, examples=["hồ sơ"], help="Đơn vị tính, in dọc trục số. Bỏ trống thì như don_vi_tinh của bảng được lấy số liệu.")  # noqa: E501
    chieu_cao: Annotated[Decimal, After(_height)] | None = key(default=None, examples=[90], help="Chiều cao khi in, mm (40 đến 180). Bỏ trống thì tự tính theo số nhãn.")  # noqa: E501
    chu_thich: Lines = key(default=(), examples=["Nguồn: báo cáo của các xã, phường."], help="Chú thích, nguồn số liệu, in nghiêng dưới tên biểu đồ: mỗi dòng một đoạn.")  # noqa: E501


Charts = Annotated[tuple[BieuDo, ...], Before(wrapped, BieuDo | list[BieuDo])]
"""One chart, or several."""
