"""The findings file as typed, frozen values: the one place that names every key.

The words are the decree's, in Vietnamese without diacritics, and stay the same from TOML through
template; ``docs/glossary.md`` gives the accented form and the article.  Each field's description is
the help a clerk sees on hovering over the key in an editor, and goes into the JSON Schema.

Validation refuses a value with :func:`refuse`, whose sentence and hint ``reader/`` turns into
a located problem.  The validation context may carry ``names`` (:class:`expressions.Names`), so that
a figure misspelt in a text is found together with every other fault.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StrictBool,
    StrictStr,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from notice_gen import expressions, legal
from notice_gen.errors import N_

PHIEN_BAN = 1
"""Version of the findings file's contract."""


def refuse(message: str, hint: str = "", found: str = "", /, **values: object) -> PydanticCustomError:
    """Return the exception by which a validator refuses a value.

    Args:
        message: a catalogue sentence with ``{named}`` fields, as in :class:`errors.Problem`.
        hint: likewise, what to type instead.
        found: the offending piece as the source spells it, when it is less than the whole value.
        values: the fields' values.
    """
    context = {"message": message, "hint": hint, "found": found, "values": values}
    # Braces in the template would be filled by pydantic; the sentence travels in the context.
    return PydanticCustomError("notice_gen", "refused", context)


# --- texts ------------------------------------------------------------------------------------

_SPACES = re.compile(r"[ \t]+")
_ALL_SPACES = re.compile(r"[ \t\r\n]+")
# XML 1.0 §2.2 has no way to write these characters; Word would call the file damaged.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _plain(text: str) -> str:
    bad = _NOT_XML.search(text)
    if bad:
        raise refuse(
            N_("Có ký tự điều khiển U+{code} không in được trong văn bản."),
            N_("Xóa ký tự đó (thường lẫn vào khi dán từ chương trình khác) rồi gõ lại đoạn chữ quanh nó."),
            code=f"{ord(bad[0]):04X}",
        )
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    return _ALL_SPACES.sub(" ", _plain(text)).strip(" ")


def _lines(text: str) -> tuple[str, ...]:
    kept = (_SPACES.sub(" ", line).strip(" ") for line in _plain(text).split("\n"))
    return tuple(line for line in kept if line)


def _not_empty(text: str) -> str:
    if not text:
        raise refuse(
            N_("Giá trị đang để trống."),
            N_("Điền nội dung vào giữa hai dấu nháy, hoặc xóa cả dòng nếu không dùng."),
        )
    return text


def _expressions_hold(text: str, info: ValidationInfo) -> str:
    names = (info.context or {}).get("names")
    fault = expressions.fault_in_text(text, names)
    if fault:
        raise refuse(fault.message, fault.hint, fault.found, **fault.values)
    return text


def _condition_holds_together(text: str, info: ValidationInfo) -> str:
    names = (info.context or {}).get("names")
    fault = expressions.fault_in_expression(text, names)
    if fault:
        raise refuse(fault.message, fault.hint, fault.found, **fault.values)
    return text


def _split(value: Any, info: ValidationInfo) -> Any:
    """A string, or a list of strings, each of one or more lines → one flat list of lines."""
    if isinstance(value, str):
        return _lines(_expressions_hold(value, info))
    if isinstance(value, list | tuple):
        out: list[Any] = []
        for item in value:
            out.extend(_lines(_expressions_hold(item, info)) if isinstance(item, str) else [item])
        return out
    return value


Word = Annotated[StrictStr, AfterValidator(_one_line), AfterValidator(_not_empty)]
"""One line, printed as it is: no expressions, no emphasis."""

Line = Annotated[
    StrictStr, AfterValidator(_one_line), AfterValidator(_not_empty), AfterValidator(_expressions_hold)
]
"""One line that may hold ``{{ expressions }}`` and ``**emphasis**``."""

Lines = Annotated[
    tuple[StrictStr, ...], BeforeValidator(_split, json_schema_input_type=str | list[str])
]
"""Lines of text: a string (one line = one paragraph) or a list of strings; blank lines go."""

Condition = Annotated[
    StrictStr, AfterValidator(_one_line), AfterValidator(_not_empty), AfterValidator(_condition_holds_together)
]
"""An expression over the figures that is true or false."""


# --- figures and dates ------------------------------------------------------------------------

SoLieu = int | Decimal | dt.date | str
"""A figure: a count, an exact decimal, a date or a piece of text."""


def _so_lieu(value: Any) -> SoLieu:
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, bool | dt.datetime | dt.time) or not isinstance(value, int | Decimal | dt.date):
        raise refuse(
            N_("Số liệu phải là số, ngày hoặc chữ trong dấu nháy."),
            N_("Ví dụ: tiep_nhan = 322, ty_le = 98.7, han = 2024-06-28, ghi_chu = \"không có\"."),
        )
    if isinstance(value, Decimal) and not value.is_finite():
        raise refuse(N_("Số liệu phải là một số hữu hạn."), N_("Bỏ nan hoặc inf, ghi con số thật."))
    if isinstance(value, int | Decimal) and not _is_printable(value):
        raise refuse(
            N_("Con số này quá dài: nhiều nhất {nhieu_nhat} chữ số ở mỗi bên dấu phẩy."),
            N_("Kiểm tra lại con số; bỏ phần mũ (như e400) và các chữ số lẻ thừa."),
            nhieu_nhat=_DIGITS,
        )
    return value


_DIGITS = 30


def _is_printable(value: int | Decimal) -> bool:
    """``1e999999999`` is one short word of TOML, and a figure that would never be printed."""
    if isinstance(value, int):
        return bool(abs(value) < 10**_DIGITS)
    return value.adjusted() < _DIGITS and int(value.as_tuple().exponent) >= -_DIGITS


def _only_a_date(value: Any) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise refuse(
        N_("Cần một ngày, viết năm-tháng-ngày và không có dấu nháy."),
        N_("Ví dụ ngày 12 tháng 6 năm 2024: 2024-06-12."),
    )


Ngay = Annotated[dt.date, BeforeValidator(_only_a_date, json_schema_input_type=dt.date)]
So_Lieu = Annotated[
    SoLieu, PlainValidator(_so_lieu, json_schema_input_type=int | float | dt.date | str)
]
O_Bang = Annotated[
    SoLieu, PlainValidator(_so_lieu, json_schema_input_type=int | float | dt.date | str)
]


def _only_a_number(value: Any) -> Any:
    if value == "tu-dong" or (isinstance(value, int) and not isinstance(value, bool) and value >= 1):
        return value
    # 1.999 is how an office prints 1999.
    digits = str(value).strip().replace(".", "") if isinstance(value, str | Decimal) else ""
    raise refuse(
        N_("Số văn bản phải là số nguyên từ 1 trở lên, không có dấu nháy và không có ký hiệu."),
        N_("Gõ: so = {so} (bỏ cả dòng nếu là dự thảo chưa có số)."),
        so=int(m[0]) if (m := re.match(r"\d+", digits)) and int(m[0]) else 12,
    )


def _wrap(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _law(name: str) -> Callable[[Any], Any]:
    """Return a validator that keeps *name* inside the decree's range."""

    def check(value: Any) -> Any:
        limit = legal.law().ranges[name]
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not limit.allows(value):
            raise refuse(
                N_("{ten} phải là {khoang} ({dieu})."),
                N_("Bỏ dòng này để dùng giá trị mặc định {mac_dinh} {don_vi}."),
                ten=limit.label, khoang=limit.text, dieu=limit.dieu,
                mac_dinh=limit.default, don_vi=limit.unit,
            )  # fmt: skip
        return Decimal(value)

    return check


def _within(name: str) -> Any:
    return Annotated[
        Decimal, PlainValidator(_law(name), json_schema_input_type=legal.law().ranges[name].schema_type)
    ]


# --- tables of the file, in the order of the printed page ----------------------------------------


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


class CoQuan(_Table):
    """Cơ quan, tổ chức ban hành (ô số 2)."""

    chu_quan: Lines = Field((), description="Cơ quan chủ quản trực tiếp (nếu có), ví dụ \"UBND tỉnh X\". Được in hoa, không đậm. UBND các cấp không ghi dòng này.")
    ten: Lines = Field(examples=[["Ủy ban nhân dân", "xã A"]], description="Tên cơ quan ban hành, in hoa đậm. Tên dài thì viết thành danh sách, mỗi dòng một phần: [\"Ủy ban nhân dân\", \"xã A\"].")
    viet_tat: Word = Field(examples=["UBND"], description="Chữ viết tắt tên cơ quan trong ký hiệu văn bản, ví dụ \"UBND\", \"SNV\".")

    @field_validator("ten")
    @classmethod
    def _has_a_line(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _at_least_one(value)

    @field_validator("viet_tat")
    @classmethod
    def _fits_a_ky_hieu(cls, value: str) -> str:
        return _part_of_ky_hieu(value)


class VanBan(_Table):
    """Số, ký hiệu, thời gian, địa danh, trích yếu (ô số 3, 4, 5)."""

    so: Annotated[int | Literal["tu-dong"] | None, BeforeValidator(_only_a_number, json_schema_input_type=int | Literal["tu-dong"])] = Field(None, description="Số văn bản: số nguyên, không dấu nháy. Bỏ dòng này khi còn là dự thảo; \"tu-dong\" để lấy số từ sổ văn bản.")
    ngay: Ngay | None = Field(None, description="Ngày ban hành, viết năm-tháng-ngày không dấu nháy: 2026-03-05. Bỏ dòng này khi còn là dự thảo.")
    dia_danh: Word = Field(examples=["Xã A"], description="Địa danh trước ngày tháng: tên tỉnh, xã nơi cơ quan đóng trụ sở, ví dụ \"Hương Trà\".")
    loai: Word | None = Field(None, description="Chữ viết tắt tên loại văn bản (TB, KH, BC, …). Thường đã có sẵn trong mẫu.")
    ky_hieu: Word | None = Field(None, description="Ký hiệu viết sẵn, thay cho ký hiệu tự ghép từ loai và co_quan.viet_tat, ví dụ \"TB-UBND\".")
    don_vi_soan: Word | None = Field(None, description="Chữ viết tắt đơn vị soạn thảo trong ký hiệu công văn, ví dụ NV trong 12/UBND-NV.")
    khan: Literal["khẩn", "thượng khẩn", "hỏa tốc"] | None = Field(None, description="Mức độ khẩn của văn bản.")
    trich_yeu: Line = Field(examples=["Kết luận kiểm tra công tác cải cách hành chính năm 2026"], description="Trích yếu nội dung, in đậm dưới tên loại văn bản.")
    kinh_gui: Lines = Field((), description="Nơi nhận ở dòng Kính gửi (công văn, tờ trình, báo cáo gửi cấp trên).")

    @field_validator("ky_hieu", "don_vi_soan", "loai")
    @classmethod
    def _fits_a_ky_hieu(cls, value: str | None) -> str | None:
        return value if value is None else _part_of_ky_hieu(value)


class KiemTra(_Table):
    """Một phép kiểm tra số liệu: sai thì không ra văn bản."""

    dieu_kien: Condition = Field(examples=["tiep_nhan == da_giai_quyet + dang_giai_quyet"], description="Điều kiện phải đúng, ví dụ \"tiep_nhan == da_giai_quyet + dang_giai_quyet\".")
    thong_bao: Word = Field(examples=["Tổng số hồ sơ không khớp"], description="Câu báo cho người soạn khi điều kiện sai.")


class Bang(_Table):
    """Một bảng số liệu."""

    tieu_de: Line | None = Field(None, description="Tên bảng, in đậm giữa trang trên bảng.")
    don_vi_tinh: Line | None = Field(None, description="Đơn vị tính, in nghiêng bên phải trên bảng, ví dụ \"triệu đồng\".")
    cot: tuple[Line, ...] = Field(examples=[["TT", "Nội dung"]], min_length=1, description="Tên các cột, in đậm, lặp lại ở đầu mỗi trang.")
    hang: tuple[tuple[O_Bang, ...], ...] = Field(examples=[[[1, "Tiếp nhận hồ sơ"]]], description="Các hàng; mỗi hàng đủ số ô như số cột. Số để trần (1250) được in 1.250 và căn phải.")
    rong: tuple[Annotated[int, Field(ge=1)], ...] = Field((), description="Độ rộng tương đối của các cột, ví dụ [1, 4, 2]. Bỏ trống thì tự tính.")
    tong: StrictBool = Field(False, description="true: thêm hàng \"Tổng cộng\" cộng các cột số.")


class PhatHien(_Table):
    """Một phát hiện, in thành một gạch đầu dòng."""

    ma: Word | None = Field(None, description="Mã phát hiện để thống kê, không in ra, ví dụ \"TTHC-01\".")
    loai: Literal["ket-qua", "ton-tai", "yeu-cau"] | None = Field(None, description="Loại phát hiện để thống kê, không in ra: ket-qua, ton-tai hoặc yeu-cau.")
    linh_vuc: Word | None = Field(None, description="Lĩnh vực để thống kê, không in ra, ví dụ \"Cải cách thể chế\".")
    noi_dung: Lines = Field(examples=["Đã công khai thủ tục hành chính."], description="Nội dung phát hiện. Có thể nhiều dòng.")
    han: Ngay | None = Field(None, description="Hạn thực hiện, dùng để kiểm tra và thống kê, không tự in ra.")
    phu: tuple[Line, ...] = Field((), description="Các ý nhỏ, in thành dấu cộng dưới phát hiện.")

    @field_validator("noi_dung")
    @classmethod
    def _has_a_line(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _at_least_one(value)


def _finding(value: Any) -> Any:
    return {"noi_dung": value} if isinstance(value, str) else value


Phat_Hien = Annotated[PhatHien, BeforeValidator(_finding, json_schema_input_type=str | PhatHien)]
Cac_Bang = Annotated[tuple[Bang, ...], BeforeValidator(_wrap, json_schema_input_type=Bang | list[Bang])]


class Muc(_Table):
    """Một mục có đánh số; lồng được bằng [[muc.muc]]."""

    tieu_de: Line | None = Field(None, description="Tiêu đề mục, không gõ số thứ tự (số tự đánh).")
    noi_dung: Lines = Field((), description="Lời văn: mỗi dòng một đoạn; dòng bắt đầu bằng \"- \" là gạch đầu dòng, \"+ \" là ý nhỏ.")
    phat_hien: tuple[Phat_Hien, ...] = Field((), description="Các phát hiện: mỗi phát hiện một chuỗi hoặc một bảng { ma, loai, noi_dung, … }.")
    bang: Cac_Bang = Field((), description="Bảng số liệu của mục.")
    muc: tuple[Muc, ...] = Field((), description="Các mục con.")


class MoDau(_Table):
    """Phần mở đầu, trước các mục."""

    can_cu: tuple[Line, ...] = Field((), description="Các căn cứ ban hành, in nghiêng; dấu chấm phẩy và dấu chấm cuối tự thêm.")
    tham_quyen: Line | None = Field(None, description="Thẩm quyền ban hành (nghị quyết, quyết định), ví dụ \"Chủ tịch Ủy ban nhân dân xã A\".")
    noi_dung: Lines = Field((), description="Lời mở đầu: mỗi dòng một đoạn.")


class KetThuc(_Table):
    """Phần kết thúc, sau các mục; dấu ./. tự thêm."""

    noi_dung: Lines = Field((), description="Lời kết: mỗi dòng một đoạn. Không gõ ./. (tự thêm).")


class NoiNhan(_Table):
    """Nơi nhận (ô số 9b)."""

    gui: tuple[Line, ...] = Field((), description="Nơi nhận, mỗi nơi một chuỗi; gạch đầu dòng, dấu ; và dấu chấm cuối tự thêm.")
    luu: Line = Field(examples=["VT, NV"], description="Phần lưu sau chữ \"Lưu:\", ví dụ \"VT, NV\".")


class Ky(_Table):
    """Quyền hạn, chức vụ, họ tên người ký (ô số 7)."""

    quyen_han: Lines = Field((), description="Quyền hạn, 0 đến 2 dòng, ví dụ \"TL. Chủ tịch\" hoặc \"TM. Ủy ban nhân dân\". Được in hoa.")
    chuc_vu: Line = Field(examples=["Chủ tịch"], description="Chức vụ người ký, ví dụ \"Chánh Văn phòng\". Được in hoa.")
    ho_ten: Word = Field(examples=["Nguyễn Văn A"], description="Họ và tên người ký, không ghi học hàm, học vị.")

    @model_validator(mode="after")
    def _is_a_lawful_signature(self) -> Ky:
        fault = legal.fault_in_signature(self.quyen_han, self.chuc_vu)
        if fault:
            raise refuse(fault.message, fault.hint, fault.found, **fault.values)
        return self


class PhuLuc(_Table):
    """Một phụ lục."""

    tieu_de: Line | None = Field(None, description="Tên phụ lục, in hoa đậm giữa trang.")
    noi_dung: Lines = Field((), description="Lời văn của phụ lục: mỗi dòng một đoạn.")
    muc: tuple[Muc, ...] = Field((), description="Các mục của phụ lục.")
    bang: Cac_Bang = Field((), description="Bảng của phụ lục.")
    ngang: StrictBool = Field(False, description="true: phụ lục trình bày trên trang ngang.")


class DinhDang(_Table):
    """Kỹ thuật trình bày, trong giới hạn của Phụ lục I."""

    danh_so: Literal["1", "I", "dieu", "khong"] = Field("1", description="Cách đánh số mục: \"1\" (1. → a)), \"I\" (I. → 1. → a)), \"dieu\" (Điều 1. → 1. → a)), \"khong\" (không số).")
    co_chu: _within("co_chu") | None = Field(None, description="Cỡ chữ lời văn (pt).")  # type: ignore[valid-type]
    gian_dong: _within("gian_dong") | None = Field(None, description="Giãn dòng (lần dòng đơn).")  # type: ignore[valid-type]
    gian_doan: _within("gian_doan") | None = Field(None, description="Khoảng cách giữa các đoạn (pt).")  # type: ignore[valid-type]
    thut_dau_dong: _within("thut_dau_dong") | None = Field(None, description="Thụt đầu dòng (cm).")  # type: ignore[valid-type]
    le_tren: _within("le_tren") | None = Field(None, description="Lề trên (mm).")  # type: ignore[valid-type]
    le_duoi: _within("le_duoi") | None = Field(None, description="Lề dưới (mm).")  # type: ignore[valid-type]
    le_trai: _within("le_trai") | None = Field(None, description="Lề trái (mm).")  # type: ignore[valid-type]
    le_phai: _within("le_phai") | None = Field(None, description="Lề phải (mm).")  # type: ignore[valid-type]


class Notice(_Table):
    """Một văn bản: toàn bộ tệp kết quả, đã kiểm tra kiểu."""

    phien_ban: Literal[1] = Field(examples=[1], description="Phiên bản của định dạng tệp này; ghi 1.")
    mau: Word = Field("thong-bao", description="Tên mẫu văn bản, ví dụ \"thong-bao\".")
    co_quan: CoQuan
    don_vi: Mapping[str, Word] = Field(default_factory=dict, description="Đơn vị mà văn bản nói tới; dùng trong lời văn bằng {{ don_vi.ten }}. Khóa tùy ý. Ghi ma = \"20035\" (mã đơn vị cấp xã) thì ten và tinh tự điền theo ngày của văn bản.")
    van_ban: VanBan
    so_lieu: Mapping[str, So_Lieu] = Field(default_factory=dict, description="Các số liệu, tên tùy ý (chữ không dấu, số, gạch dưới); dùng trong lời văn bằng {{ ten }}.")
    kiem_tra: tuple[KiemTra, ...] = ()
    mo_dau: MoDau | None = None
    muc: tuple[Muc, ...] = ()
    ket_thuc: KetThuc | None = None
    noi_nhan: NoiNhan
    ky: Ky
    phu_luc: tuple[PhuLuc, ...] = ()
    dinh_dang: DinhDang = DinhDang()

    @field_validator("so_lieu", "don_vi")
    @classmethod
    def _keys_are_names(cls, value: Mapping[str, Any]) -> Mapping[str, Any]:
        for key in value:
            fault = expressions.fault_in_name(key)
            if fault:
                raise refuse(fault.message, fault.hint, fault.found, **fault.values)
        return value


def _at_least_one(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        _not_empty("")
    return value


def _part_of_ky_hieu(value: str) -> str:
    if re.search(r"[\s/]", value):
        raise refuse(
            N_("“{value}” không dùng được trong ký hiệu: không có khoảng trắng, không có dấu /."),
            N_("Chỉ ghi chữ viết tắt, các nhóm nối bằng dấu gạch, ví dụ \"TB-UBND\"."),
            value=value,
        )
    return value
