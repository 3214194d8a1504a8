"""The tables that one form alone has (forms 1.6 to 1.10, and the types without a form): the second half of ``tables``.

Each is optional in the model; a form's manifest says which it must have, and others refuse it.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from notice_gen.model.spec import Table, key, table
from notice_gen.model.values import NAMES, Count, GioNgay, Line, Lines, Ngay, SomeLines, Word, YesNo

OF_ONE_FORM = ("giay_moi", "cong_dien", "bien_ban", "giay_gioi_thieu", "giay_nghi_phep", "ben", "thu_cong")
"""The keys of the whole that hold these tables."""

_TAM_GIO = dt.datetime.fromisoformat("2026-03-05 08:00:00")


@table
class Nguoi(Table):
    """Một người."""

    xung_ho: Literal["Ông", "Bà", "Đồng chí"] | None = key(default=None, help="Xưng hô trước họ tên: \"Ông\", \"Bà\" hoặc \"Đồng chí\". Bỏ trống thì in \"Ông (bà)\".")  # noqa: E501
    ho_ten: Word = key(examples=["Trần Thị B"], help="Họ và tên, không ghi học hàm, học vị.")
    chuc_vu: Annotated[Line, NAMES] = key(examples=["Công chức Văn phòng"], help="Chức vụ và đơn vị công tác.")


@table
class GiayMoi(Table):
    """Giấy mời (mẫu 1.7): ai được mời, dự gì, lúc nào, ở đâu; những điều lưu ý ghi ở [mo_dau], [[muc]] hoặc [ket_thuc]."""

    kinh_moi: SomeLines = key(examples=["Ông Nguyễn Văn A, Trưởng thôn Một"], help="Cơ quan, hoặc họ tên, chức vụ, đơn vị của người được mời; nhiều nơi thì viết danh sách. Mỗi nơi một giấy: \"{{ don_vi.ten }}\" và notice-gen batch.")  # noqa: E501
    toi_du: Line = key(examples=["Hội nghị tổng kết công tác cải cách hành chính năm 2026"], help="Tên hoặc nội dung cuộc họp, hội nghị, hội thảo; in sau chữ \"Tới dự\".")  # noqa: E501
    chu_tri: Line | None = key(default=None, examples=["Ông Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã"], help="Người chủ trì (ở biên bản là chủ tọa): họ tên, chức vụ.")  # noqa: E501
    thoi_gian: GioNgay = key(examples=[_TAM_GIO], help="Giờ, ngày bắt đầu, không dấu nháy: 2026-03-05 08:00:00, in thành 08 giờ 00, ngày 05 tháng 3 năm 2026.")  # noqa: E501
    den_luc: GioNgay | None = key(default=None, help="Giờ, ngày kết thúc, không dấu nháy, ví dụ 2026-03-05 11:30:00. Giấy mời không có thì bỏ dòng này.")  # noqa: E501
    in_thu: YesNo = key(default=False, help="true: in thêm thứ trong tuần, tự tính: 08 giờ 00, thứ Năm, ngày 05 tháng 3 năm 2026.")
    dia_diem: Line = key(examples=["Hội trường Ủy ban nhân dân xã A"], help="Địa điểm họp.")


@table
class CongDien(Table):
    """Công điện (mẫu 1.6): ai điện, điện cho ai; nội dung điện ghi ở [mo_dau], [[muc]], [ket_thuc]."""

    nguoi_dien: Line | None = key(default=None, examples=["Chủ tịch Ủy ban nhân dân tỉnh A"], help="Cơ quan hoặc chức danh người đứng đầu, in hoa trước chữ \"điện:\". Bỏ trống thì là tên cơ quan ban hành.")  # noqa: E501
    dien_toi: Annotated[SomeLines, NAMES] = key(examples=["Giám đốc Sở A"], help="Cơ quan, tổ chức nhận điện, mỗi nơi một chuỗi; gạch đầu dòng, dấu ; và dấu chấm cuối tự thêm.")  # noqa: E501


@table
class GiayGioiThieu(Nguoi):
    """Giấy giới thiệu (mẫu 1.8): giới thiệu ai, đến đâu, về việc gì, có giá trị đến hết ngày nào."""

    cu_den: Annotated[Line, NAMES] = key(examples=["Sở A"], help="Cơ quan, tổ chức được giới thiệu tới làm việc; in sau chữ \"Được cử đến:\".")  # noqa: E501
    ve_viec: Line = key(examples=["Liên hệ công tác chuyển đổi số"], help="Việc được cử đi làm; in sau chữ \"Về việc:\".")
    den_ngay: Ngay = key(examples=[_TAM_GIO.date()], help="Ngày cuối cùng giấy còn giá trị, viết năm-tháng-ngày không dấu nháy: 2026-03-31.")  # noqa: E501


@table
class BienBan(Table):
    """Biên bản họp (mẫu 1.9); diễn biến ghi ở [mo_dau], [[muc]], [ket_thuc]. [ky] là chủ tọa, [bien_ban.thu_ky] là người ghi biên bản."""

    thoi_gian: GioNgay = key(examples=[_TAM_GIO], help="Giờ, ngày bắt đầu, không dấu nháy: 2026-03-05 08:00:00.")
    den_luc: GioNgay = key(examples=[_TAM_GIO.replace(hour=11)], help="Giờ, ngày kết thúc, không dấu nháy: 2026-03-05 11:30:00; câu kết tự thêm.")  # noqa: E501
    dia_diem: Line = key(examples=["Hội trường Ủy ban nhân dân xã A"], help="Địa điểm họp.")
    thanh_phan: SomeLines = key(examples=["Toàn thể công chức Văn phòng"], help="Thành phần tham dự, mỗi người, mỗi đơn vị một chuỗi.")
    chu_tri: Line = key(examples=["Ông Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã"], help="Chủ trì (chủ tọa): họ tên như ở [ky], chức vụ.")
    thu_ky: Nguoi
    cuoc_hop: Word = key(default="Cuộc họp", examples=["Hội nghị"], help="Gọi là gì ở câu kết: \"Cuộc họp\", \"Hội nghị\", \"Hội thảo\"; in trước chữ \"kết thúc vào\".")  # noqa: E501


@table
class GiayNghiPhep(Nguoi):
    """Giấy nghỉ phép (mẫu 1.10): cấp cho ai, nghỉ mấy ngày, từ ngày nào đến ngày nào, ở đâu."""

    ngay_don: Ngay = key(examples=[_TAM_GIO.date()], help="Ngày của Đơn đề nghị nghỉ phép, viết năm-tháng-ngày không dấu nháy.")
    so_ngay: Count = key(examples=[5], help="Số ngày được nghỉ; phải bằng số ngày, hoặc số ngày làm việc, từ tu_ngay đến hết den_ngay.")
    tu_ngay: Ngay = key(examples=[_TAM_GIO.date()], help="Ngày đầu tiên được nghỉ, viết năm-tháng-ngày không dấu nháy.")
    den_ngay: Ngay = key(examples=[_TAM_GIO.date()], help="Ngày cuối cùng được nghỉ, viết năm-tháng-ngày không dấu nháy.")
    noi_nghi: Line = key(examples=["Xã B, tỉnh C"], help="Nơi nghỉ phép; in sau chữ \"tại\".")
    tinh_vao: Line = key(examples=["nghỉ hằng năm của năm 2026"], help="Loại thời gian nghỉ theo Bộ luật Lao động; in sau chữ \"được tính vào thời gian\": nghỉ hằng năm, nghỉ không hưởng lương, nghỉ việc riêng …")  # noqa: E501
    xac_nhan: YesNo = key(default=True, help="false: bỏ phần xác nhận của nơi nghỉ phép (Phụ lục III ghi: nếu cần).")


@table
class Ben(Table):
    """Một bên của hợp đồng, bản ghi nhớ, bản thỏa thuận; bên đầu là Bên A, rồi Bên B, Bên C."""

    ten: Line = key(examples=["Công ty Cổ phần A"], help="Tên cơ quan, tổ chức của bên này.")
    vai: Word | None = key(default=None, examples=["bên giao"], help="Vai của bên này, in trong ngoặc sau chữ \"Bên A\", ví dụ \"bên giao\", \"bên nhận\".")  # noqa: E501
    thong_tin: Lines = key(default=(), help="Địa chỉ, điện thoại, mã số thuế, tài khoản …: mỗi dòng một đoạn.")
    dai_dien: Nguoi


@table
class ThuCong(Table):
    """Thư công của người đứng đầu: không số, ký hiệu; lời thư ghi ở [mo_dau], [ket_thuc]."""

    tieu_de: Word = key(default="Thư công", examples=["Thư chúc mừng"], help="Tên thư, in hoa giữa trang: \"Thư chúc mừng\", \"Thư cảm ơn\", \"Thư khen\". Bỏ trống thì in THƯ CÔNG.")  # noqa: E501
