"""Tables of figures: their columns, rows, what is worked out, the lines above and below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from notice_gen.model.spec import Before, Table, With, key, keys_of, table
from notice_gen.model.values import Count, Figure, Line, Lines, TyLe, YesNo, one_a_line, wrapped


@table
class CotBang(Table):
    """Một cột của bảng số liệu: tên, và cách tính hàng tổng cộng."""

    ten: Line = key(examples=["Tiếp nhận"], help="Tên cột.")
    nhom: Line | None = key(default=None, examples=["Hồ sơ"], help="Tiêu đề chung, in trên cột này và các cột liền nhau cùng nhom (đầu bảng hai tầng). Cũng viết được: { tieu_de = \"Hồ sơ\", cot = [\"Tiếp nhận\", \"Đã xong\"] }.")  # noqa: E501
    can_le: Literal["trai", "giua", "phai"] | None = key(default=None, help="Căn các ô của cột: \"trai\", \"giua\", \"phai\". Bỏ trống thì tự chọn: số căn phải; thứ tự, ngày, mã ngắn căn giữa; chữ căn trái.")  # noqa: E501
    ty_le: TyLe = key(default=(), examples=[["Đã giải quyết", "Tiếp nhận"]], help="Cột tỷ lệ phần trăm tính từ hai cột khác, ví dụ ty_le = [\"Đã giải quyết\", \"Tiếp nhận\"]: ô để trống và ô ở hàng tổng cộng tự tính.")  # noqa: E501
    cong: YesNo | None = key(default=None, help="true: cột này cộng được; false: không cộng, không đối chiếu với hàng tổng. Bỏ trống thì theo tên cột và các ô: tỷ lệ, số thứ tự, năm, mã số, đơn giá không cộng.")  # noqa: E501


def _named_column(value: Any) -> Any:
    return value if isinstance(value, dict | CotBang) else {"ten": value}


Column = Annotated[CotBang, Before(_named_column, str | CotBang)]
"""A column of a table: its name, or a table that tells more."""


def cot_ten(cot: Sequence[CotBang], ten: str, c: int) -> list[int]:
    """Return the numbers of the columns of a name that column number *c* may mean: those of its own group if there are any."""
    called = [n for n, column in enumerate(cot) if column.ten == ten]
    return [n for n in called if cot[n].nhom == cot[c].nhom] or called


@table
class NhomCot(Table):
    """Các cột liền nhau dưới một tiêu đề chung (đầu bảng hai tầng)."""

    tieu_de: Line = key(examples=["Hồ sơ"], help="Tiêu đề chung, in trên các cột.")
    cot: tuple[Column, ...] = key(examples=[["Tiếp nhận", "Đã xong"]], help="Các cột của nhóm.")


def _columns(value: Any) -> Any:
    """A text of several lines, or a list in which some columns stand in groups → a flat list, each column with the heading of its group."""
    value = one_a_line(value)
    if not isinstance(value, list):
        return value
    flat: list[Any] = []
    for column in value:
        flat += _of_group(column) if isinstance(column, dict) and isinstance(column.get("cot"), list) else [column]
    return flat


def _of_group(group: dict[str, Any]) -> list[Any]:
    columns = [{**_named_column(column), "nhom": group.get("tieu_de", "")} for column in group["cot"]]
    unknown = {name: value for name, value in group.items() if name not in keys_of(NhomCot)}
    return [{**columns[0], **unknown}, *columns[1:]] if columns else [{**group}]  # what no column knows is refused there


@table
class Bang(Table):
    """Một bảng số liệu."""

    tieu_de: Line | None = key(default=None, help="Tên bảng, in đậm giữa trang trên bảng.")
    don_vi_tinh: Line | None = key(default=None, help="Đơn vị tính, in nghiêng bên phải trên bảng, ví dụ \"triệu đồng\".")
    cot: Annotated[tuple[Column, ...], With(min_length=1), Before(_columns, str | list[Column | NhomCot])] = key(examples=[["TT", "Nội dung"]], help="Tên các cột, in đậm, lặp lại ở đầu mỗi trang. Các cột chung một tiêu đề viết { tieu_de = \"Hồ sơ\", cot = [\"Tiếp nhận\", \"Đã xong\"] }. Cột cần nói rõ cách cộng thì viết { ten = \"Tỷ lệ (%)\", ty_le = [\"Đã giải quyết\", \"Tiếp nhận\"] } hoặc { ten = \"Mức chi\", cong = false }.")  # noqa: E501
    hang: tuple[tuple[Figure, ...], ...] = key(examples=[[[1, "Tiếp nhận hồ sơ"]]], help="Các hàng; mỗi hàng đủ số ô như số cột. Số để trần (1250) được in 1.250 và căn phải.")  # noqa: E501
    rong: tuple[Count, ...] = key(default=(), help="Độ rộng tương đối của các cột, ví dụ [1, 4, 2]. Bỏ trống thì tự tính.")
    tong: YesNo = key(default=False, help="true: thêm hàng \"Tổng cộng\" cộng các cột số; hàng tên nhóm (I, A, chữ in hoa) không cộng hai lần.")  # noqa: E501
    tong_nhom: YesNo = key(default=False, help="true: ô trống ở hàng tên nhóm (I, A, chữ in hoa) được điền tổng các hàng của nhóm.")
    chu_thich: Lines = key(default=(), examples=["Nguồn: báo cáo của các xã, phường."], help="Chú thích, nguồn số liệu, in nghiêng ngay dưới bảng: mỗi dòng một đoạn.")  # noqa: E501


Tables = Annotated[tuple[Bang, ...], Before(wrapped, Bang | list[Bang])]
"""One table of figures, or several."""
