"""The tables of the findings file, in the order of the printed page: the one place that names every key.

The words are the decree's, in Vietnamese without diacritics, and stay the same from TOML through
template; ``docs/glossary.md`` gives the accented form and the article.  Each key's help is what a clerk
sees on hovering over it in an editor, and goes into the JSON Schema.  Tables of one form alone are in ``forms``,
tables of figures in ``bang``.
"""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Annotated, Any, Literal

from notice_gen import pasted
from notice_gen.model.bang import Tables
from notice_gen.model.bieu_do import Charts
from notice_gen.model.forms import Ben, BienBan, CongDien, GiayGioiThieu, GiayMoi, GiayNghiPhep, ThuCong
from notice_gen.model.hinh import Pictures
from notice_gen.model.spec import Before, Table, key, table
from notice_gen.model.truoc import VanBanTruoc
from notice_gen.model.values import NAMES, ONE_A_LINE, Condition, Count, Figure, Figures, Formula, Formulas, Headings, Line, Lines, Ngay

# isort: split
from notice_gen.model.values import PartOfKyHieu, Parts, So, SomeLines, Word, Words, YesNo, few, within, wrapped

PHIEN_BAN = 1
"""Version of the findings file's contract."""


@table
class CoQuan(Table):
    """Cơ quan, tổ chức ban hành (ô số 2)."""

    chu_quan: Annotated[Lines, NAMES] = key(default=(), help="Cơ quan chủ quản trực tiếp (nếu có), ví dụ \"UBND tỉnh X\". Được in hoa, không đậm. UBND các cấp không ghi dòng này.")  # noqa: E501
    ten: Annotated[SomeLines, NAMES] = key(examples=[["Ủy ban nhân dân", "xã A"]], help="Tên cơ quan ban hành, in hoa đậm. Tên dài thì viết thành danh sách, mỗi dòng một phần: [\"Ủy ban nhân dân\", \"xã A\"].")  # noqa: E501
    viet_tat: PartOfKyHieu = key(examples=["UBND"], help="Chữ viết tắt tên cơ quan trong ký hiệu văn bản, ví dụ \"UBND\", \"SNV\".")
    dia_chi: Lines = key(default=(), help="Địa chỉ, số điện thoại, thư điện tử, trang thông tin điện tử, in ở chân trang đầu của công văn (ô số 13). Mỗi chuỗi một dòng. Thường ghi trong notice-gen.toml.")  # noqa: E501


@table
class VanBan(Table):
    """Số, ký hiệu, thời gian, địa danh, trích yếu (ô số 3, 4, 5)."""

    so: So = key(default=None, help="Số văn bản: số nguyên, không dấu nháy. Bỏ dòng này khi còn là dự thảo; \"tu-dong\" để lấy số từ sổ văn bản.")  # noqa: E501
    ngay: Ngay | None = key(default=None, help="Ngày ban hành, viết năm-tháng-ngày không dấu nháy: 2026-03-05. Bỏ dòng này khi còn là dự thảo.")  # noqa: E501
    dia_danh: Word = key(examples=["Hương Trà"], help="Địa danh trước ngày tháng: tên riêng của tỉnh, xã nơi cơ quan đóng trụ sở, ví dụ \"Hương Trà\", không ghi \"xã Hương Trà\".")  # noqa: E501
    loai: PartOfKyHieu | None = key(default=None, help="Chữ viết tắt tên loại văn bản (TB, KH, BC, …). Thường đã có sẵn trong mẫu.")
    ky_hieu: PartOfKyHieu | None = key(default=None, help="Ký hiệu viết sẵn, thay cho ký hiệu tự ghép từ loai và co_quan.viet_tat, ví dụ \"TB-UBND\".")  # noqa: E501
    don_vi_soan: PartOfKyHieu | None = key(default=None, help="Chữ viết tắt đơn vị soạn thảo trong ký hiệu công văn, ví dụ NV trong 12/UBND-NV.")  # noqa: E501
    khan: Literal["khẩn", "thượng khẩn", "hỏa tốc"] | None = key(default=None, help="Mức độ khẩn của văn bản: dấu chữ đỏ trong khung, bên trái dưới số, ký hiệu (ô số 10b).")  # noqa: E501
    luu_hanh: Literal["lưu hành nội bộ", "xem xong trả lại"] | None = key(default=None, help="Chỉ dẫn phạm vi lưu hành, in trong khung ở mép trên trang đầu (ô số 11).")  # noqa: E501
    dien_tu: YesNo = key(default=False, help="true: văn bản điện tử; chỉ dẫn \"Kèm theo …\" trên phụ lục và văn bản kèm theo để trống số, ngày.")  # noqa: E501
    trich_yeu: Line = key(examples=["Kết luận kiểm tra công tác cải cách hành chính năm 2026"], help="Trích yếu nội dung: in đậm dưới tên loại văn bản; ở công văn in sau chữ \"V/v\" dưới số, ký hiệu; ở giấy giới thiệu, giấy nghỉ phép không in, chỉ để ghi sổ.")  # noqa: E501
    kinh_gui: Annotated[Lines, NAMES] = key(default=(), examples=["Ủy ban nhân dân tỉnh"], help="Nơi nhận ở dòng Kính gửi (công văn, tờ trình, báo cáo gửi cấp trên); nhiều nơi thì viết danh sách.")  # noqa: E501


@table
class KiemTra(Table):
    """Một phép kiểm tra số liệu: sai thì không ra văn bản."""

    dieu_kien: Condition | None = key(default=None, examples=["tiep_nhan == da_giai_quyet + dang_giai_quyet"], help="Điều kiện phải đúng, ví dụ \"tiep_nhan == da_giai_quyet + dang_giai_quyet\"; phải có thong_bao.")  # noqa: E501
    thong_bao: Word | None = key(default=None, examples=["Tổng số hồ sơ không khớp"], help="Câu báo cho người soạn khi điều kiện sai.")
    khong_am: tuple[Formula, ...] = key(default=(), examples=[["tiep_nhan", "qua_han"]], help="Các số liệu không được âm, ví dụ [\"tiep_nhan\", \"qua_han\"]. Ghi thay cho dieu_kien và thong_bao.")  # noqa: E501
    la_phan_cua: Parts = key(default_factory=dict, examples=[{"dung_han": "da_giai_quyet"}], help="Số liệu là một phần của số liệu khác thì không lớn hơn số ấy, ví dụ { dung_han = \"da_giai_quyet\", qua_han = \"da_giai_quyet\" }. Ghi thay cho dieu_kien và thong_bao.")  # noqa: E501
    sai_so: Figure = key(default=0, help="Chênh lệch được phép giữa hai vế khi điều kiện dùng ==, ví dụ 0.5 cho số đã làm tròn.")


@table
class PhatHien(Table):
    """Một phát hiện, in thành một gạch đầu dòng."""

    ma: Word | None = key(default=None, help="Mã phát hiện để thống kê, không in ra, ví dụ \"TTHC-01\".")
    loai: Literal["ket-qua", "ton-tai", "yeu-cau"] | None = key(default=None, help="Loại phát hiện để thống kê, không in ra: ket-qua, ton-tai hoặc yeu-cau.")  # noqa: E501
    linh_vuc: Word | None = key(default=None, help="Lĩnh vực để thống kê, không in ra, ví dụ \"Cải cách thể chế\".")
    noi_dung: SomeLines = key(examples=["Đã công khai thủ tục hành chính."], help="Nội dung phát hiện. Có thể nhiều dòng.")
    han: Ngay | None = key(default=None, help="Hạn thực hiện, dùng để kiểm tra và thống kê, không tự in ra.")
    phu: Annotated[tuple[Line, ...], ONE_A_LINE] = key(default=(), help="Các ý nhỏ, in thành dấu cộng dưới phát hiện.")


def _finding(value: Any) -> Any:
    return {"noi_dung": value} if isinstance(value, str) else value


def _findings(value: Any) -> Any:
    """One text with a finding on each line, lesser items below it → a list of findings."""
    if not isinstance(value, str) or "\n" not in value:
        return value
    found: list[Any] = []
    lines = [line.strip() for line in pasted.with_bullets(value).split("\n") if line.strip()]
    for line, level in zip(lines, pasted.levels(lines), strict=True):
        if found and level > 1:
            found[-1]["phu"].append(line)
        else:
            found.append({"noi_dung": line, "phu": []})
    return found


def _with_tables(between: str, value: Any) -> Any:
    """A section whose text ends with lines of a table, cells parted by tabs → the same with that table, before those of its own.

    Where *between*, a key, says something, it is printed between text and tables.
    """
    lines = pasted.lines_of(value.get("noi_dung")) if isinstance(value, dict) and not value.get(between) else []
    last = pasted.last_tables(lines)
    if not last:
        return value
    own, given = [{"cot": bang.cot, "hang": bang.hang} for bang in last], wrapped(value.get("bang", []))
    return {**value, "noi_dung": "\n".join(lines[: last[0].start]), "bang": [*own, *given] if isinstance(given, list) else given}


TABLES_LAST = Before(functools.partial(_with_tables, "phat_hien"))
"""Marks a section whose text may end with tables pasted from Word; ``OF_AN_ANNEX`` an annex."""

OF_AN_ANNEX = Before(functools.partial(_with_tables, "muc"))

Finding = Annotated[PhatHien, Before(_finding, str | PhatHien)]
"""A finding: a text, or a table that tells more."""

@table
class Muc(Table):
    """Một mục có đánh số; lồng được bằng [[muc.muc]]."""

    cap: Literal["phan", "chuong", "muc", "tieu-muc"] | None = key(default=None, help="Cấp của mục khi văn bản chia phần, chương, mục, tiểu mục: \"phan\", \"chuong\", \"muc\", \"tieu-muc\"; các mục con là điều. Bỏ trống thì theo danh_so.")  # noqa: E501
    tieu_de: Line | None = key(default=None, help="Tiêu đề mục, không gõ số thứ tự (số tự đánh). Khi đánh số theo điều, mục không có tiêu đề thì số đứng ngay trước lời văn.")  # noqa: E501
    noi_dung: Lines = key(default=(), help="Lời văn: mỗi dòng một đoạn; dòng bắt đầu bằng \"- \" là gạch đầu dòng, \"+ \" là ý nhỏ. Các dòng có tab ở cuối mục thành bảng.")  # noqa: E501
    phat_hien: Annotated[tuple[Finding, ...], Before(_findings, str | list[Finding])] = key(default=(), help="Các phát hiện: mỗi phát hiện một chuỗi hoặc một bảng { ma, loai, noi_dung, … }.")  # noqa: E501
    bang: Tables = key(default=(), help="Bảng số liệu của mục.")
    bieu_do: Charts = key(default=(), help="Biểu đồ của mục, in sau bảng.")
    hinh: Pictures = key(default=(), help="Hình của mục (PNG, JPEG), in sau bảng.")
    muc: tuple[Annotated[Muc, TABLES_LAST], ...] = key(default=(), help="Các mục con.")


@table
class MoDau(Table):
    """Phần mở đầu, trước các mục."""

    can_cu: Annotated[tuple[Line, ...], ONE_A_LINE] = key(default=(), examples=[["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"]], help="Các căn cứ ban hành, in nghiêng; dấu chấm phẩy và dấu chấm cuối tự thêm. Ở quyết định, dòng cuối là \"Theo đề nghị của …\".")  # noqa: E501
    tham_quyen: Annotated[Lines, NAMES] = key(default=(), examples=["Chủ tịch Ủy ban nhân dân xã A"], help="Thẩm quyền ban hành (nghị quyết, quyết định), in hoa đậm: người đứng đầu thì ghi chức vụ, tập thể thì ghi tên. Dài thì viết danh sách, mỗi chuỗi một dòng.")  # noqa: E501
    noi_dung: Lines = key(default=(), help="Lời mở đầu: mỗi dòng một đoạn; ở nghị quyết, quyết định in sau dòng QUYẾT NGHỊ:, QUYẾT ĐỊNH:.")


@table
class KetThuc(Table):
    """Phần kết thúc, sau các mục; dấu ./. tự thêm."""

    noi_dung: Lines = key(default=(), help="Lời kết: mỗi dòng một đoạn. Không gõ ./. (tự thêm).")


@table
class NoiNhan(Table):
    """Nơi nhận (ô số 9b)."""

    gui: Annotated[tuple[Line, ...], NAMES, ONE_A_LINE] = key(default=(), help="Nơi nhận, mỗi nơi một chuỗi; gạch đầu dòng, dấu ; và dấu chấm cuối tự thêm.")  # noqa: E501
    luu: Annotated[Line, NAMES] = key(examples=["VT, NV"], help="Phần lưu sau chữ \"Lưu:\", ví dụ \"VT, NV\".")
    nguoi_soan: Word | None = key(default=None, examples=["PL"], help="Ký hiệu người soạn thảo, in hoa sau phần lưu (ô số 12), ví dụ \"PL\".")  # noqa: E501
    so_ban: Count | None = key(default=None, help="Số lượng bản phát hành, in trong ngoặc sau ký hiệu người soạn thảo (ô số 12).")


@table
class NoiNhanVanBan(NoiNhan):
    """Nơi nhận của văn bản (ô số 9b)."""

    chung_so: YesNo = key(default=False, help="true: in hàng loạt (notice-gen batch) một giấy mời, công văn gửi nhiều nơi: mọi bản cùng một số, sổ ghi một dòng (Điều 15). Bỏ trống: mỗi hàng một văn bản, một số.")  # noqa: E501


@table
class Ky(Table):
    """Quyền hạn, chức vụ, họ tên người ký (ô số 7)."""

    quyen_han: Annotated[Lines, NAMES] = key(default=(), help="Quyền hạn, 0 đến 2 dòng, ví dụ \"TL. Chủ tịch\" hoặc \"TM. Ủy ban nhân dân\". Được in hoa.")  # noqa: E501
    chuc_vu: Annotated[Line, NAMES] = key(examples=["Chủ tịch"], help="Chức vụ người ký, ví dụ \"Chánh Văn phòng\". Được in hoa.")
    ho_ten: Word = key(examples=["Nguyễn Văn A"], help="Họ và tên người ký, không ghi học hàm, học vị.")
    chuc_vu_khac: Annotated[Line, NAMES] | None = key(default=None, help="Chức vụ khác của người ký, in trên họ tên (ô số 7b): chức vụ ở cơ quan của người ký văn bản của hội đồng, ban chỉ đạo.")  # noqa: E501
    co_quan: Annotated[Line, NAMES] | None = key(default=None, help="Cơ quan mà người này ký, in trên quyền hạn; chỉ ghi khi nhiều cơ quan cùng ký (có [[ky_lien_tich]]).")  # noqa: E501


@table
class KyVanBan(Ky):
    """Người ký văn bản: ghi ra, hoặc gọi theo mã một người trong [[nguoi_ky]]."""

    nguoi_ky: Word | None = key(default=None, examples=["chu-tich"], help="Mã của người ký trong các [[nguoi_ky]] (thường ghi ở notice-gen.toml); khóa nào ghi thêm ở đây thì thay khóa ấy của người đó.")  # noqa: E501


@table
class NguoiKy(Ky):
    """Một người ký của cơ quan, để [ky] nguoi_ky gọi theo mã; thường ghi trong notice-gen.toml."""

    ma: Word = key(examples=["chu-tich"], help="Mã để gọi người ký này: [ky] nguoi_ky = \"chu-tich\".")


@table
class DonViRieng(Table):
    """Một đơn vị mà danh mục kèm theo chương trình chưa có; thường ghi trong notice-gen.toml."""

    ma: Word = key(examples=["20036"], help="Mã của đơn vị, để [don_vi] ma gọi tới.")
    ten: Word = key(examples=["xã Bình Tiến"], help="Tên đơn vị như viết giữa câu.")
    tinh: Word | None = key(default=None, examples=["thành phố Huế"], help="Tỉnh, thành phố của đơn vị.")


DanhSo = Literal["1", "I", "dieu", "chuong", "khong"]
_DANH_SO = "Cách đánh số mục: \"1\" (1. → a)), \"I\" (I. → 1. → a)), \"dieu\" (Điều 1. → 1. → a)), \"chuong\" (Chương I → Điều 1. → 1. → a)), \"khong\" (không số)."  # noqa: E501


@table
class PhuLuc(Table):
    """Một phụ lục."""

    tieu_de: Line | None = key(default=None, help="Tên phụ lục, in hoa đậm giữa trang.")
    danh_so: DanhSo | None = key(default=None, help="Cách đánh số mục trong phụ lục. Bỏ trống thì như [dinh_dang] danh_so; văn bản đánh số theo điều thì phụ lục đánh số 1. → a).")  # noqa: E501
    noi_dung: Lines = key(default=(), help="Lời văn của phụ lục: mỗi dòng một đoạn.")
    muc: tuple[Annotated[Muc, TABLES_LAST], ...] = key(default=(), help="Các mục của phụ lục.")
    bang: Tables = key(default=(), help="Bảng của phụ lục.")
    bieu_do: Charts = key(default=(), help="Biểu đồ của phụ lục, in sau bảng.")
    hinh: Pictures = key(default=(), help="Hình của phụ lục (PNG, JPEG), in sau bảng.")
    ngang: YesNo = key(default=False, help="true: phụ lục trình bày trên trang ngang.")


@table
class VanBanKemTheo(Table):
    """Văn bản được ban hành, phê duyệt kèm theo quyết định (mẫu 1.3)."""

    ten_loai: Word = key(examples=["Quy chế"], help="Tên loại của văn bản kèm theo, được in hoa: \"Quy chế\", \"Quy định\", \"Kế hoạch\", \"Điều lệ\".")  # noqa: E501
    trich_yeu: Line = key(examples=["Làm việc của Ủy ban nhân dân xã A"], help="Trích yếu, in đậm dưới tên loại.")
    danh_so: DanhSo = key(default="dieu", help=_DANH_SO)
    noi_dung: Lines = key(default=(), help="Lời văn trước mục đầu tiên: mỗi dòng một đoạn.")
    muc: tuple[Annotated[Muc, TABLES_LAST], ...] = key(default=(), help="Các chương, điều hoặc mục của văn bản kèm theo.")


@table
class BanSao(Table):
    """Bản sao của chính văn bản này (mẫu 3.1, 3.2): phần sao in sau phần cuối cùng; [ban_sao.co_quan] chỉ ghi khi khác cơ quan ban hành."""

    hinh_thuc: Literal["trích sao", "sao y", "sao lục"] = key(examples=["trích sao"], help="Hình thức sao. Sao y, sao lục là bản chụp, bản in từ bản gốc, bản chính; chỉ trích sao được soạn lại (Điều 25).")  # noqa: E501
    so: Count | None = key(default=None, help="Số bản sao, đánh chung cho mọi hình thức sao trong năm. Bỏ trống thì để trống chỗ ghi số.")
    ngay: Ngay | None = key(default=None, help="Ngày sao, viết năm-tháng-ngày không dấu nháy: 2026-03-05.")
    dia_danh: Word | None = key(default=None, help="Địa danh của cơ quan sao. Bỏ trống thì như [van_ban].")
    dien_tu: YesNo = key(default=False, help="true: bản sao điện tử (mẫu 3.2): chỉ in hình thức sao, tên cơ quan sao ở góc trên bên phải trang đầu; thời gian ký do phần mềm ký số ghi.")  # noqa: E501
    co_quan: CoQuan | None = None
    noi_nhan: NoiNhan | None = None
    ky: Ky | None = None


@table
class DinhDang(Table):
    """Kỹ thuật trình bày, trong giới hạn của Phụ lục I."""

    danh_so: DanhSo = key(default="1", help=_DANH_SO + " Thường đã có sẵn trong mẫu.")
    co_chu: Annotated[Decimal, within("co_chu")] | None = key(default=None, help="Cỡ chữ lời văn (pt).")
    gian_dong: Annotated[Decimal, within("gian_dong")] | None = key(default=None, help="Giãn dòng (lần dòng đơn).")
    gian_doan: Annotated[Decimal, within("gian_doan")] | None = key(default=None, help="Khoảng cách giữa các đoạn (pt).")
    thut_dau_dong: Annotated[Decimal, within("thut_dau_dong")] | None = key(default=None, help="Thụt đầu dòng (cm).")
    le_tren: Annotated[Decimal, within("le_tren")] | None = key(default=None, help="Lề trên (mm).")
    le_duoi: Annotated[Decimal, within("le_duoi")] | None = key(default=None, help="Lề dưới (mm).")
    le_trai: Annotated[Decimal, within("le_trai")] | None = key(default=None, help="Lề trái (mm).")
    le_phai: Annotated[Decimal, within("le_phai")] | None = key(default=None, help="Lề phải (mm).")
    vua_trang: YesNo = key(default=False, help="true: trang cuối chỉ có một, hai dòng, hoặc chữ ký đứng một mình một trang, thì tự chỉnh cỡ chữ, giãn dòng, khoảng cách đoạn trong giới hạn của nghị định cho vừa trang; cần LibreOffice. Đã chỉnh gì thì báo.")  # noqa: E501


@table
class SoVanBan(Table):
    """Sổ đăng ký văn bản đi: cách cấp số (Điều 15); thường ghi trong notice-gen.toml."""

    day_so: Literal["chung", "rieng"] = key(default="chung", help="Cách cấp số trong năm, do người đứng đầu cơ quan quy định: \"chung\" (mọi loại văn bản một dãy số) hoặc \"rieng\" (mỗi loại một dãy số). Không đổi giữa năm.")  # noqa: E501
    luu_tru: YesNo = key(default=False, help="true: lưu trong sổ đúng bản Word đã in của mỗi số, cùng tệp nội dung, thiết lập của cơ quan lúc in, để sau này đối chiếu (notice-gen verify) và in lại đúng từng byte (notice-gen register reprint).")  # noqa: E501


@table
class NgayNghi(Table):
    """Ngày cơ quan nghỉ, làm việc khác lịch chung (hoán đổi, nghỉ bù); thường ghi trong notice-gen.toml."""

    nghi: tuple[Ngay, ...] = key(default=(), help="Những ngày cơ quan nghỉ thêm, không dấu nháy, ví dụ [2026-11-23]. Dùng khi đếm ngày làm việc: han_sau(5, lam_viec=true), giấy nghỉ phép.")  # noqa: E501
    lam_viec: tuple[Ngay, ...] = key(default=(), help="Những ngày lịch chung nghỉ mà cơ quan làm việc (làm bù), không dấu nháy, ví dụ [2026-11-28].")  # noqa: E501


@table
class MaNoiNhan(Table):
    """Mã định danh của một nơi nhận, cho dữ liệu đặc tả."""

    ten: Word = key(examples=["Ủy ban nhân dân tỉnh"], help="Tên nơi nhận, như ghi ở [noi_nhan] gui hoặc kinh_gui.")
    ma: Word = key(examples=["000.00.00.H56"], help="Mã định danh của cơ quan, tổ chức đó (13 ký tự).")


@table
class DacTa(Table):
    """Dữ liệu đặc tả của văn bản đi (Phụ lục VI) mà trang in không có: hồ sơ, mã định danh, hạn trả lời; lệnh notice-gen metadata."""

    ma_co_quan: Word | None = key(default=None, examples=["000.00.01.H56"], help="Mã định danh của cơ quan lập danh mục hồ sơ (trường 1.1, 13 ký tự). Thường ghi trong notice-gen.toml.")  # noqa: E501
    nam_ho_so: Count | None = key(default=None, examples=[2026], help="Năm hình thành hồ sơ (trường 1.2). Bỏ trống thì là năm của văn bản khi có ho_so.")  # noqa: E501
    ho_so: Word | None = key(default=None, examples=["05.CCHC"], help="Số và ký hiệu hồ sơ theo danh mục hồ sơ (trường 1.3, 20 ký tự).")
    thu_tu: Count | None = key(default=None, help="Số thứ tự văn bản trong hồ sơ (trường 2, ba chữ số).")
    ngon_ngu: Word | None = key(default=None, examples=["Tiếng Việt"], help="Ngôn ngữ của văn bản (trường 9, 30 ký tự). Bỏ trống thì là Tiếng Việt.")  # noqa: E501
    ghi_chu: Word | None = key(default=None, help="Ghi chú (trường 11, 500 ký tự).")
    han_tra_loi: Ngay | None = key(default=None, help="Hạn trả lời văn bản (trường 16), viết năm-tháng-ngày không dấu nháy: 2026-03-05.")
    noi_nhan: tuple[MaNoiNhan, ...] = key(default=(), help="Mã định danh của các nơi nhận (trường 13.1), mỗi nơi một bảng [[dac_ta.noi_nhan]] có ten, ma. Thường ghi trong notice-gen.toml.")  # noqa: E501
    ghi_vao_word: YesNo = key(default=False, help="true: ghi các trường dữ liệu đặc tả vào thuộc tính của tệp Word (và của bản PDF); lời văn trên trang không đổi.")  # noqa: E501


@table
class TheThuc(Table):
    """Kiểm tra thể thức của tệp Word (notice-gen check); thường ghi trong notice-gen.toml."""

    bo_qua: Annotated[tuple[Word, ...], ONE_A_LINE] = key(default=(), examples=[["TR05"]], help="Các quy tắc thể thức mà cơ quan không xét: mã (\"TR05\"), nhóm (\"TR\") hoặc tên quy tắc; và tên của cảnh báo không cần nhắc (in sau các cảnh báo). Lỗi bỏ qua vẫn được đếm. Xem một quy tắc: notice-gen check --explain TR05.")  # noqa: E501
    tu_dien: Annotated[tuple[Word, ...], ONE_A_LINE] = key(default=(), examples=[["môn đun"]], help="Từ mà cơ quan viết như vậy là đúng (thuật ngữ chuyên môn, tiếng dân tộc): không nhắc lỗi chính tả (quy tắc CT) ở các từ này, khi in cũng như khi kiểm tra tệp Word.")  # noqa: E501


@table
class Notice(Table):
    """Một văn bản: toàn bộ tệp nội dung, đã kiểm tra kiểu."""

    phien_ban: Literal[1] = key(examples=[1], help="Phiên bản của định dạng tệp này; ghi 1.")
    mau: Word = key(default="thong-bao", help="Tên mẫu văn bản, ví dụ \"thong-bao\".")
    co_quan: CoQuan
    don_vi: Annotated[Words, NAMES] = key(default_factory=dict, help="Đơn vị mà văn bản nói tới; dùng trong lời văn bằng {{ don_vi.ten }}. Khóa tùy ý. Ghi ma = \"20035\" (mã đơn vị cấp xã) thì ten và tinh tự điền theo ngày của văn bản.")  # noqa: E501
    don_vi_rieng: tuple[DonViRieng, ...] = key(default=(), help="Những đơn vị mà danh mục chưa có (mới lập, mới đổi tên), mỗi đơn vị một bảng [[don_vi_rieng]] có ma, ten.")  # noqa: E501
    van_ban: VanBan
    so_lieu: Figures = key(default_factory=dict, help="Các số liệu, tên tùy ý (chữ không dấu, số, gạch dưới); dùng trong lời văn bằng {{ ten }}.")  # noqa: E501
    so_lieu_tinh: Formulas = key(default_factory=dict, help="Số liệu tính từ số liệu khác: mỗi tên một biểu thức, ví dụ ty_le_dung_han = \"dung_han / da_giai_quyet\". Dùng trong lời văn như mọi số liệu.")  # noqa: E501
    kiem_tra: Annotated[tuple[KiemTra, ...], Before(few, tuple[KiemTra, ...])] = ()
    cot: Headings = key(default_factory=dict, help="Tên cột của bảng số liệu dùng với notice-gen batch: mỗi tên cột một khóa, ví dụ \"Hồ sơ tiếp nhận\" = \"so_lieu.tiep_nhan\". Ghi \"\" để bỏ qua một cột.")  # noqa: E501
    mo_dau: MoDau | None = None
    muc: tuple[Annotated[Muc, TABLES_LAST], ...] = ()
    ket_thuc: KetThuc | None = None
    noi_nhan: NoiNhanVanBan
    ky: KyVanBan
    nguoi_ky: tuple[NguoiKy, ...] = key(default=(), help="Những người ký của cơ quan, mỗi người một bảng [[nguoi_ky]] có ma; [ky] nguoi_ky chọn một người theo mã.")  # noqa: E501
    ky_lien_tich: tuple[Ky, ...] = key(default=(), help="Những người ký khác khi nhiều cơ quan cùng ban hành: mỗi người một bảng [[ky_lien_tich]], các khóa như [ky], có co_quan. [ky] là của cơ quan chủ trì, in bên phải.")  # noqa: E501
    phu_luc: tuple[Annotated[PhuLuc, OF_AN_ANNEX], ...] = ()
    van_ban_kem_theo: tuple[VanBanKemTheo, ...] = ()
    ban_sao: BanSao | None = None
    giay_moi: GiayMoi | None = None
    cong_dien: CongDien | None = None
    bien_ban: BienBan | None = None
    giay_gioi_thieu: GiayGioiThieu | None = None
    giay_nghi_phep: GiayNghiPhep | None = None
    ben: tuple[Ben, ...] = ()
    thu_cong: ThuCong | None = None
    dinh_dang: DinhDang = DinhDang()
    so_van_ban: SoVanBan = SoVanBan()
    van_ban_truoc: VanBanTruoc | None = None
    ngay_nghi: NgayNghi = NgayNghi()
    dac_ta: DacTa = DacTa()
    the_thuc: TheThuc = TheThuc()

    @property
    def is_final(self) -> bool:
        """Whether it is no draft: it has its number, or, as a letter, which has none, its date."""
        return self.van_ban.so is not None or (self.mau == "thu-cong" and self.van_ban.ngay is not None)
