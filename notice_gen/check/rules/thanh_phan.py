"""The rules of size, weight, place and capitals of the components: a row says which component, and where the decree says so.

What is asked stands in the decree's data (``thanh_phan``), and so do the figures of these rules' manuals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from notice_gen.check import attached, layout, lists, look, outline, texts
from notice_gen.check.fault import Entry, Faults, Level, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.legal import ThanhPhan

Places = Callable[[DocumentView], Iterable[tuple[Span, str]]]
"""Gives the lines of a component, each with its key in the decree's data."""

Wrong = Callable[[Rule, Span, ThanhPhan], Faults]
"""Gives what is wrong with a line, against what the decree asks."""


# --- where the components are ------------------------------------------------------------------------------


def _boxes(part: str, *names: str) -> Places:
    """Return the lines of the named boxes, by default of the one that is called as its part."""
    return lambda view: ((span, part) for span in look.spans(view, *(names or (part,))))


def _stamps(view: DocumentView) -> Iterable[tuple[Span, str]]:
    yield from ((span, "khan") for span in look.spans(view, "do_khan"))
    yield from ((span, "luu_hanh") for span in look.spans(view, "pham_vi"))


def _bases(view: DocumentView) -> Iterable[tuple[Span, str]]:
    return ((span, "can_cu") for span in (texts.bases(view) if view.loai in texts.WITH_BASES else ()))


def _recipients_word(view: DocumentView) -> Iterable[tuple[Span, str]]:
    word, _ = lists.noi_nhan(view)
    return [(word, "noi_nhan")] if word else []


def _wide_titles(view: DocumentView) -> Iterable[tuple[Span, str]]:
    return ((heading.title, "chuong") for heading in outline.wide(view) if heading.title)


_PLACES: Mapping[str, Places] = {
    "chu_quan": _boxes("chu_quan", "co_quan_chu_quan"), "dia_danh": _boxes("dia_danh", "dia_danh_ngay"),
    "quyen_han": _boxes("quyen_han", "quyen_han", "chuc_vu"), "nguoi_soan": _boxes("nguoi_soan", "ky_hieu_nguoi_soan"), "khan": _stamps,
    "can_cu": _bases, "noi_dung": lambda view: ((span, "noi_dung") for span in layout.paragraphs(view)), "noi_nhan": _recipients_word,
    "noi_nhan_muc": lambda view: ((span, "noi_nhan_muc") for entry in lists.recipients(view) for span in entry.lines),
    "chuong": lambda view: ((heading.label.span, "chuong") for heading in outline.wide(view)),
    "dieu": lambda view: ((label.place, "dieu") for label in outline.labels(view) if label.level == "Điều" and label.typed),
    "khoan_co_tieu_de": lambda view: ((label.span, "khoan_co_tieu_de") for label in outline.titled(view)),
    "tieu_de_muc": lambda view: ((label.span, "tieu_de_muc") for label in outline.roman(view)),
    "phu_luc": lambda view: ((annex.ten, "phu_luc") for annex in attached.annexes(view) if annex.ten),
    "ten_phu_luc": lambda view: ((annex.tieu_de, "ten_phu_luc") for annex in attached.annexes(view) if annex.tieu_de),
    "kem_theo": lambda view: ((annex.kem_theo, "kem_theo") for annex in view.annexes if annex.kem_theo),
}
"""Where the lines of a component are, when it is not the box of its name."""


# --- kinds of rows -----------------------------------------------------------------------------------------


def _row(code: str, name: str, article: str, places: Places, wrong: Wrong, notes: str, *, form: bool = True) -> Entry:
    def faults(this: Rule, view: DocumentView) -> Faults:
        for span, part in places(view):
            yield from wrong(this, span, view.law.thanh_phan[part])

    return Entry(Rule(code, name, Level.LUAT, article), faults, notes, form)


def _places(part: str) -> Places:
    return _PLACES.get(part) or _boxes(part)


def _ignored(when: str) -> str:
    return f"\nBỏ qua khi: {when}." if when else ""


def _size(code: str, name: str, part: str, article: str, what: str, example: str, by: int = -1, said: str = "", ignored: str = "") -> Entry:
    """Return the rule of a component's size.

    *part* is the component's key in the decree's data, *what* its name behind “Cỡ chữ”, *by* how far the wrong size of the *example* is
    above the largest or below the smallest, *said* what the decree says before the size, *ignored* when the rule is passed over.
    """
    notes = (
        f"Cỡ chữ {what} {{{part}[ngoai]}}.\nCăn cứ: {said}cỡ chữ {{{part}[khoang]}}.\n"
        f"Sai: {example} cỡ chữ {{{part}[{by:+}]}}.\nĐúng: {example} cỡ chữ {{{part}[chon]}}.{_ignored(ignored)}"
    )
    return _row(code, name, article, _places(part), look.size_of, notes)


def _style(
    code: str, name: str, part: str, article: str, what: str, example: str, wrong: str = "", said: str = "", *,
    in_full: str = "", ignored: str = "", places: Places | None = None, fits: Wrong = look.style_of,
) -> Entry:  # fmt: skip
    """Return the rule of a component's weight and slant; as :func:`_size`; *wrong* is the wrong example."""
    notes = (
        f"{what} {{{part}[sai_kieu]}}.\nCăn cứ: {in_full or f'{said}kiểu chữ {{{part}[kieu]}}'}.\n"
        f"Sai: {wrong or f'{example} không đậm'}.\nĐúng: {example} chữ {{{part}[ca_kieu]}}.{_ignored(ignored)}"
    )
    return _row(code, name, article, places or _places(part), fits, notes)


_BY_HAND = "tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua)"


def _centred(
    code: str, name: str, part: str, article: str, what: str, said: str, example: str, wrong: str = "canh trái", ignored: str = _BY_HAND, *,
    places: Places | None = None, fits: Wrong = look.centred_of,
) -> Entry:  # fmt: skip
    """Return the rule that a component is in the middle; as :func:`_size`; *wrong* is how the wrong example is set."""
    notes = f"{what}.\nCăn cứ: {said}.\nSai: {example} {wrong}.\nĐúng: {example} canh giữa.{_ignored(ignored)}"
    return _row(code, name, article, places or _places(part), fits, notes)


def _capitals(
    code: str, name: str, part: str, article: str, what: str, said: str, examples: tuple[str, str], message: str, *,
    form: bool = True, ignored: str = "", places: Places | None = None,
) -> Entry:  # fmt: skip
    """Return the rule that a component is in capitals, with its message; *examples* are a wrong and a right one."""

    def small(this: Rule, span: Span, _: ThanhPhan) -> Faults:
        if not look.capitals(span):
            shown = span.text.strip()
            yield this.write(span, message, shown.upper(), doan=shown)

    notes = f"{what} không in hoa.\nCăn cứ: {said}.\nSai: {examples[0]}\nĐúng: {examples[1]}{_ignored(ignored)}"
    return _row(code, name, article, places or _places(part), small, notes, form=form)


def _bold(this: Rule, span: Span, _: ThanhPhan) -> Faults:
    return outline.not_bold(this, span)


def _middle(this: Rule, span: Span, _: ThanhPhan) -> Faults:
    return outline.not_centred(this, span)


# --- the rows ----------------------------------------------------------------------------------------------

_QUOC_HIEU, _TIEU_NGU, _CO_QUAN = (f"Phụ lục I, Phần I, Mục II, khoản {where}" for where in ("1, điểm a", "1, điểm b", "2, điểm b"))
_SO, _DIA_DANH, _TEN_LOAI = (f"Phụ lục I, Phần I, Mục II, khoản {where}" for where in ("3, điểm c", "4, điểm c", "5, điểm b"))
_BO_CUC, _LOI_VAN, _NGUOI_KY = (f"Phụ lục I, Phần I, Mục II, khoản {where}" for where in ("6, điểm đ", "6, điểm e", "7, điểm đ"))
_CAN_CU, _NOI_NHAN = "Phụ lục I, Phần I, Mục II, khoản 6, điểm a", "Phụ lục I, Phần I, Mục II, khoản 9, điểm d"
_MUC = "Phụ lục I, Phần I, Mục V, số thứ tự 6"
_PHU_LUC, _KEM_THEO = "Phụ lục I, Phần I, Mục III, khoản 1, điểm b", "Phụ lục I, Phần I, Mục III, khoản 1, điểm c"
_KHAN, _NGUOI_SOAN, _DIA_CHI = (f"Phụ lục I, Phần I, Mục III, khoản {where}" for where in ("2", "3", "4"))
_PHAN = "“Phần”, “Chương”, “Mục” và số thứ tự"
_SO_PHU_LUC = "từ “Phụ lục” và số thứ tự"
_HEADING = N_("Tiêu đề “{doan}” phải viết in hoa.")

ROWS = (
    _size("QH03", "quoc_hieu_sai_co_chu", "quoc_hieu", _QUOC_HIEU, "của Quốc hiệu", "Quốc hiệu", +1),
    _style("QH04", "quoc_hieu_sai_kieu_chu", "quoc_hieu", _QUOC_HIEU, "Quốc hiệu", "Quốc hiệu",
           "Quốc hiệu chữ thường (không đậm) hoặc nghiêng"),
    _size("TN03", "tieu_ngu_sai_co_chu", "tieu_ngu", _TIEU_NGU, "của Tiêu ngữ", "Tiêu ngữ"),
    _style("TN04", "tieu_ngu_sai_kieu_chu", "tieu_ngu", _TIEU_NGU, "Tiêu ngữ", "Tiêu ngữ", "Tiêu ngữ in nghiêng"),
    _centred("TN07", "tieu_ngu_khong_canh_giua", "tieu_ngu", _TIEU_NGU, "Tiêu ngữ không canh giữa dưới Quốc hiệu",
             "Tiêu ngữ được canh giữa dưới Quốc hiệu", "“Độc lập - Tự do - Hạnh phúc”", "canh trái dưới Quốc hiệu",
             "tác giả canh bằng dấu cách, tab hoặc thụt đoạn (chương trình bỏ qua)"),
    _size("CQ02", "co_quan_sai_co_chu", "co_quan", _CO_QUAN, "tên cơ quan ban hành", "tên cơ quan", +1),
    _style("CQ03", "co_quan_sai_kieu_chu", "co_quan", _CO_QUAN, "Tên cơ quan ban hành", "tên cơ quan ban hành",
           ignored="chương trình nhận nhầm tên cơ quan chủ quản là cơ quan ban hành"),
    _size("CQ04", "chu_quan_sai_co_chu", "chu_quan", _CO_QUAN, "tên cơ quan chủ quản", "tên cơ quan chủ quản", +1),
    _row("CQ05", "chu_quan_sai_kieu_chu", _CO_QUAN, _places("chu_quan"), look.style_of,
         "Tên cơ quan chủ quản {chu_quan[sai_kieu]}.\n"
         "Căn cứ: tên cơ quan chủ quản kiểu chữ {chu_quan[kieu]}, chỉ tên cơ quan ban hành mới đậm.\n"
         "Sai: cả “UBND TỈNH NGHỆ AN” và “SỞ NỘI VỤ” cùng đậm.\nĐúng: “UBND TỈNH NGHỆ AN” không đậm, “SỞ NỘI VỤ” đậm.\n"
         "Bỏ qua khi: hai dòng là tên của một cơ quan, ví dụ “ỦY BAN NHÂN DÂN / TỈNH NGHỆ AN”."),
    _size("SO13", "so_ky_hieu_sai_co_chu", "so_ky_hieu", _SO, "của số, ký hiệu", "số, ký hiệu", +1, "từ “Số” và ký hiệu "),
    _style("SO14", "so_ky_hieu_sai_kieu_chu", "so_ky_hieu", _SO, "Số, ký hiệu", "Số: 15/TB-UBND", "Số: 15/TB-UBND in đậm",
           "từ “Số” và ký hiệu "),
    _centred("SO15", "so_ky_hieu_khong_canh_giua", "so_ky_hieu", _SO, "Số, ký hiệu không canh giữa dưới tên cơ quan",
             "số, ký hiệu được đặt canh giữa dưới tên cơ quan, tổ chức ban hành", "số, ký hiệu", "canh trái trong ô"),
    _size("DN04", "dia_danh_ngay_sai_co_chu", "dia_danh", _DIA_DANH, "của địa danh, ngày tháng", "địa danh, ngày tháng"),
    _style("DN05", "dia_danh_ngay_sai_kieu_chu", "dia_danh", _DIA_DANH, "Địa danh, ngày tháng", "địa danh, ngày tháng",
           "địa danh, ngày tháng chữ đứng"),
    _centred("DN06", "dia_danh_ngay_khong_canh_giua", "dia_danh", _DIA_DANH, "Địa danh, ngày tháng không canh giữa dưới Tiêu ngữ",
             "được đặt dưới, canh giữa so với Quốc hiệu và Tiêu ngữ", "địa danh, ngày tháng", "canh phải trong ô"),
    _capitals("TL02", "ten_loai_khong_in_hoa", "ten_loai", _TEN_LOAI, "Tên loại văn bản",
              "tên loại văn bản được trình bày bằng chữ in hoa", ("Thông báo", "THÔNG BÁO"), N_("Tên loại “{doan}” phải viết in hoa.")),
    _size("TL03", "ten_loai_sai_co_chu", "ten_loai", _TEN_LOAI, "tên loại", "THÔNG BÁO", +2, "tên loại "),
    _style("TL04", "ten_loai_sai_kieu_chu", "ten_loai", _TEN_LOAI, "Tên loại", "THÔNG BÁO", said="tên loại "),
    _centred("TL05", "ten_loai_khong_canh_giua", "ten_loai", _TEN_LOAI, "Tên loại không canh giữa",
             "tên loại và trích yếu đặt canh giữa theo chiều ngang văn bản", "THÔNG BÁO"),
    _size("TY02", "trich_yeu_sai_co_chu", "trich_yeu", _TEN_LOAI, "trích yếu", "trích yếu", said="trích yếu "),
    _style("TY03", "trich_yeu_sai_kieu_chu", "trich_yeu", _TEN_LOAI, "Trích yếu", "trích yếu", "trích yếu không đậm, hoặc nghiêng",
           "trích yếu "),
    _centred("TY04", "trich_yeu_khong_canh_giua", "trich_yeu", _TEN_LOAI, "Trích yếu không canh giữa",
             "tên loại và trích yếu đặt canh giữa theo chiều ngang văn bản", "trích yếu", "canh đều hai lề"),
    _size("TY10", "trich_yeu_cong_van_sai_co_chu", "trich_yeu_cong_van", _TEN_LOAI, "trích yếu công văn", "“V/v …”", +1,
          "trích yếu công văn "),
    _style("TY11", "trich_yeu_cong_van_sai_kieu_chu", "trich_yeu_cong_van", _TEN_LOAI, "Trích yếu công văn", "“V/v …”", "“V/v …” in đậm",
           "trích yếu công văn "),
    _centred("TY12", "trich_yeu_cong_van_khong_canh_giua", "trich_yeu_cong_van", _TEN_LOAI, "Trích yếu công văn không canh giữa",
             "đặt canh giữa dưới số và ký hiệu văn bản", "“V/v …”", "canh trái trong ô"),
    _capitals("DK01", "dau_khan_khong_in_hoa", "khan", _KHAN, "Dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành",
              "các từ HỎA TỐC, THƯỢNG KHẨN, KHẨN; XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ trình bày bằng chữ in hoa", ("Khẩn", "KHẨN"),
              N_("“{doan}” phải viết in hoa.")),
    _size("DK02", "dau_khan_sai_co_chu", "khan", _KHAN, "dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành", "KHẨN"),
    _style("DK03", "dau_khan_sai_kieu_chu", "khan", _KHAN, "Dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành", "KHẨN"),
    _size("KG03", "kinh_gui_sai_co_chu", "kinh_gui", _NOI_NHAN, "phần “Kính gửi”", "“Kính gửi”", said="từ “Kính gửi” và tên nơi nhận "),
    _row("KG04", "kinh_gui_sai_kieu_chu", _NOI_NHAN, _places("kinh_gui"), look.style_of,
         "Phần “Kính gửi” {kinh_gui[sai_kieu]}.\n"
         "Căn cứ: từ “Kính gửi” và tên nơi nhận kiểu chữ {kinh_gui[kieu]} (Mục V: {kinh_gui[ca_kieu]}).\n"
         "Sai: **Kính gửi: Sở Nội vụ** in đậm.\nĐúng: Kính gửi: Sở Nội vụ, chữ {kinh_gui[ca_kieu]}."),
    _row("CC01", "can_cu_khong_nghieng", _CAN_CU, _places("can_cu"), look.style_of,
         "Căn cứ ban hành không in nghiêng.\nCăn cứ: căn cứ ban hành được trình bày bằng chữ in thường, kiểu chữ {can_cu[kieu]}.\n"
         "Sai: Căn cứ Luật Tổ chức chính quyền địa phương; chữ đứng.\n"
         "Đúng: Căn cứ Luật Tổ chức chính quyền địa phương; chữ {can_cu[kieu]}.\n"
         "Bỏ qua khi: câu mở đầu “Căn cứ …, Ủy ban nhân dân xã thông báo như sau:” của văn bản không phải quyết định, nghị quyết "
         "(chương trình bỏ qua)."),
    _size("ND03", "loi_van_sai_co_chu", "noi_dung", _LOI_VAN, "lời văn", "lời văn", said="nội dung văn bản ",
          ignored="tên bảng, ghi chú của bảng (chương trình bỏ qua)"),
    _centred("PC01", "phan_chuong_khong_canh_giua", "chuong", _BO_CUC, f"{_PHAN} không canh giữa",
             "từ “Phần”, “Chương”, “Mục”, “Tiểu mục” và số thứ tự trên một dòng riêng, canh giữa", "Chương I,", ignored="", fits=_middle),
    _style("PC02", "phan_chuong_sai_kieu_chu", "chuong", _BO_CUC, _PHAN, "Chương I,", "Chương I, chữ nghiêng",
           "chữ in thường, cỡ chữ {chuong[khoang]}, ", fits=_bold,
           places=lambda view: ((heading.label.place, "chuong") for heading in outline.wide(view))),
    _capitals("PC07", "tieu_de_phan_chuong_khong_in_hoa", "chuong", _BO_CUC, "Tiêu đề của phần, chương, mục",
              "tiêu đề của phần, chương, mục ngay dưới, canh giữa, bằng chữ in hoa", ("Quy định chung", "QUY ĐỊNH CHUNG"), _HEADING,
              form=False, places=_wide_titles),
    _style("PC08", "tieu_de_phan_chuong_sai_kieu_chu", "chuong", _BO_CUC, "Tiêu đề của phần, chương, mục", "QUY ĐỊNH CHUNG",
           said="tiêu đề của phần, chương, mục ", places=_wide_titles, fits=_bold),
    _centred("PC09", "tieu_de_phan_chuong_khong_canh_giua", "chuong", _BO_CUC, "Tiêu đề của phần, chương, mục không canh giữa",
             "tiêu đề của phần, chương, mục ngay dưới, canh giữa", "QUY ĐỊNH CHUNG", ignored="", places=_wide_titles, fits=_middle),
    _style("PC10", "dieu_sai_kieu_chu", "dieu", _BO_CUC, "“Điều”, số thứ tự và tiêu đề của điều", "**Điều 1.**",
           "Điều 1. chữ thường; *Điều 1.* chữ nghiêng", "từ “Điều”, số thứ tự và tiêu đề của điều ", fits=_bold),
    _capitals("PC13", "muc_la_ma_khong_in_hoa", "tieu_de_muc", _MUC, "Tiêu đề của mục (I, II, …)",
              "số thứ tự và tiêu đề của mục: in hoa, {tieu_de_muc[kieu]}", ("I. Kết quả đạt được", "I. KẾT QUẢ ĐẠT ĐƯỢC"), _HEADING,
              form=False, ignored="mục không có tiêu đề, số thứ tự đứng trước lời văn (chương trình bỏ qua)"),
    _style("PC14", "muc_la_ma_sai_kieu_chu", "tieu_de_muc", _MUC, "Số thứ tự và tiêu đề của mục (I, II, …)", "I. KẾT QUẢ ĐẠT ĐƯỢC",
           in_full="số thứ tự và tiêu đề của mục: in hoa, {tieu_de_muc[kieu]}", ignored="mục không có tiêu đề (chương trình bỏ qua)",
           fits=_bold),
    _row("PC15", "khoan_tieu_de_khong_dam", _BO_CUC, _places("khoan_co_tieu_de"), _bold,
         "Số thứ tự và tiêu đề của khoản {khoan_co_tieu_de[sai_kieu]}.\n"
         "Căn cứ: nếu khoản có tiêu đề, số thứ tự và tiêu đề trên một dòng riêng, kiểu chữ {khoan_co_tieu_de[kieu]}.\n"
         "Sai: 1. Kết quả chung (dòng riêng, không đậm).\nĐúng: **1. Kết quả chung** chữ {khoan_co_tieu_de[ca_kieu]}.\n"
         "Bỏ qua khi: khoản là một câu, không có tiêu đề (chương trình bỏ qua)."),
    _capitals("KY03", "quyen_han_khong_in_hoa", "quyen_han", _NGUOI_KY, "Quyền hạn, chức vụ người ký",
              "quyền hạn, chức vụ của người ký được trình bày bằng chữ in hoa",
              ("TM. Ủy ban nhân dân / Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"), N_("“{doan}” phải viết in hoa.")),
    _size("KY04", "quyen_han_sai_co_chu", "quyen_han", _NGUOI_KY, "quyền hạn, chức vụ người ký", "CHỦ TỊCH", said="quyền hạn, chức vụ "),
    _style("KY05", "quyen_han_sai_kieu_chu", "quyen_han", _NGUOI_KY, "Quyền hạn, chức vụ người ký", "CHỦ TỊCH", said="quyền hạn, chức vụ "),
    _size("KY06", "ho_ten_sai_co_chu", "ho_ten", _NGUOI_KY, "họ tên người ký", "Nguyễn Văn A", said="họ và tên người ký "),
    _style("KY07", "ho_ten_sai_kieu_chu", "ho_ten", _NGUOI_KY, "Họ tên người ký", "Nguyễn Văn A", said="họ và tên người ký "),
    _centred("KY09", "ho_ten_khong_canh_giua", "ho_ten", _NGUOI_KY, "Họ tên người ký không canh giữa dưới chức vụ",
             "họ và tên người ký được đặt canh giữa quyền hạn, chức vụ của người ký", "họ tên", "canh phải trong ô"),
    _size("NN02", "noi_nhan_sai_co_chu", "noi_nhan", _NOI_NHAN, "của từ “Nơi nhận”", "“Nơi nhận:”", +2, "từ “Nơi nhận” "),
    _style("NN03", "noi_nhan_sai_kieu_chu", "noi_nhan", _NOI_NHAN, "Từ “Nơi nhận”", "“Nơi nhận:”", "“Nơi nhận:” chữ đứng",
           "từ “Nơi nhận” "),
    _size("NN04", "muc_noi_nhan_sai_co_chu", "noi_nhan_muc", _NOI_NHAN, "các dòng nơi nhận", "“- Các xã, phường;”", +1,
          "phần liệt kê nơi nhận "),
    _style("NN05", "muc_noi_nhan_sai_kieu_chu", "noi_nhan_muc", _NOI_NHAN, "Các dòng nơi nhận", "“- Các xã, phường;”",
           "“- Các xã, phường;” in nghiêng", "phần liệt kê nơi nhận "),
    _size("PL01", "phu_luc_sai_co_chu", "phu_luc", _PHU_LUC, f"của {_SO_PHU_LUC}", "“Phụ lục I”", said=f"{_SO_PHU_LUC} "),
    _style("PL02", "phu_luc_sai_kieu_chu", "phu_luc", _PHU_LUC, "Từ “Phụ lục” và số thứ tự", "“Phụ lục I”", said=f"{_SO_PHU_LUC} "),
    _centred("PL04", "phu_luc_khong_canh_giua", "phu_luc", _PHU_LUC, "Từ “Phụ lục” và số thứ tự không canh giữa",
             f"{_SO_PHU_LUC} thành một dòng riêng, canh giữa", "“Phụ lục I”", ignored="", fits=_middle),
    _capitals("PL08", "ten_phu_luc_khong_in_hoa", "ten_phu_luc", _PHU_LUC, "Tên phụ lục",
              "tên phụ lục (nếu có) được trình bày canh giữa, bằng chữ in hoa", ("Kết quả kiểm tra", "KẾT QUẢ KIỂM TRA"),
              N_("Tên phụ lục “{doan}” phải viết in hoa.")),
    _size("PL09", "ten_phu_luc_sai_co_chu", "ten_phu_luc", _PHU_LUC, "tên phụ lục", "KẾT QUẢ KIỂM TRA", +2, "tên phụ lục "),
    _style("PL10", "ten_phu_luc_sai_kieu_chu", "ten_phu_luc", _PHU_LUC, "Tên phụ lục", "KẾT QUẢ KIỂM TRA", said="tên phụ lục "),
    _centred("PL11", "ten_phu_luc_khong_canh_giua", "ten_phu_luc", _PHU_LUC, "Tên phụ lục không canh giữa",
             "tên phụ lục (nếu có) được trình bày canh giữa", "KẾT QUẢ KIỂM TRA", ignored="", fits=_middle),
    _size("PL13", "kem_theo_sai_co_chu", "kem_theo", _KEM_THEO, "dòng chỉ dẫn “Kèm theo”", "“(Kèm theo …)”",
          said="thông tin chỉ dẫn kèm theo "),
    _style("PL14", "kem_theo_sai_kieu_chu", "kem_theo", _KEM_THEO, "Dòng chỉ dẫn “Kèm theo”", "“(Kèm theo …)”", "“(Kèm theo …)” chữ đứng",
           "thông tin chỉ dẫn kèm theo chữ in thường, "),
    _centred("PL15", "kem_theo_khong_canh_giua", "kem_theo", _KEM_THEO, "Dòng chỉ dẫn “Kèm theo” không canh giữa",
             "thông tin chỉ dẫn kèm theo văn bản được canh giữa phía dưới tên của phụ lục", "“(Kèm theo …)”", ignored="", fits=_middle),
    _size("SD01", "nguoi_soan_sai_co_chu", "nguoi_soan", _NGUOI_SOAN, "ký hiệu người soạn thảo", "NVA.15", -3,
          "ký hiệu người soạn thảo, số lượng bản "),
    _style("SD02", "nguoi_soan_sai_kieu_chu", "nguoi_soan", _NGUOI_SOAN, "Ký hiệu người soạn thảo", "NVA.15", "NVA.15 in nghiêng",
           "ký hiệu người soạn thảo "),
    _size("SD03", "dia_chi_sai_co_chu", "dia_chi", _DIA_CHI, "địa chỉ cơ quan", "địa chỉ", said="địa chỉ, thư điện tử, số điện thoại "),
    _style("SD04", "dia_chi_sai_kieu_chu", "dia_chi", _DIA_CHI, "Địa chỉ cơ quan", "địa chỉ", "địa chỉ in nghiêng",
           "địa chỉ, thư điện tử, số điện thoại "),
)  # fmt: skip
