"""What some forms have and others not: telegrams, copies, stamps of urgency, who signs for a body; symbols of bodies that are gone."""

from __future__ import annotations

import re

from notice_gen.check import head, look, parts, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.rules.nguoi_ky import signers
from notice_gen.check.view import DocumentView, Kind, Run, Span, whole
from notice_gen.errors import N_
from notice_gen.legal.quyen_ky import loai_ban_hanh
from notice_gen.vietnamese.chinh_ta import dat_dau
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.don_vi_cu import co_quan_het
from notice_gen.vietnamese.ngay_thang import ngay


@rule("KG13", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.6")
def cong_dien_thieu_dong_dien(this: Rule, view: DocumentView) -> Faults:
    """Công điện không có dòng “… điện:”.
    Căn cứ: mẫu công điện ghi tên cơ quan hoặc chức vụ của người đứng đầu, rồi chữ “điện:”, ở dưới là nơi nhận.
    Sai: Kính gửi: / - Giám đốc các sở; | Đúng: Chủ tịch Ủy ban nhân dân tỉnh điện: / - Giám đốc các sở;
    """
    if view.loai != "CĐ" or view.kind is not Kind.HANH_CHINH or not texts.body(view):
        return
    lines = texts.boxed(view, "kinh_gui")
    if not any(re.search(r"\bđiện\s*:?", texts.nfc(span.text).lower()) for span in lines):
        place = lines[0] if lines else texts.body(view)[0]
        message, hint = N_("Công điện không có dòng “… điện:”."), N_("Viết: tên cơ quan hoặc chức vụ người đứng đầu, rồi “điện:”.")
        yield this.at(place, message, hint)


@rule("CC16", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def thieu_dong_tham_quyen(this: Rule, view: DocumentView) -> Faults:
    """Quyết định, nghị quyết không có dòng thẩm quyền ban hành giữa trích yếu và căn cứ.
    Căn cứ: mẫu ghi thẩm quyền ban hành, chữ in hoa, canh giữa, dưới trích yếu. | Sai: dưới trích yếu là ngay “Căn cứ …;”
    Đúng: GIÁM ĐỐC SỞ NỘI VỤ
    """
    bases = texts.bases(view) if view.loai in texts.WITH_BASES and view.kind is Kind.HANH_CHINH else []
    above = [span for span in texts.everything(view) if bases and span.paragraph.index < bases[0].paragraph.index][-1:]
    titles = {span.paragraph.index for span in texts.boxed(view, "ten_loai", "trich_yeu")}
    if above and above[0].paragraph.index in titles:
        message, hint = N_("Trên các căn cứ không có dòng thẩm quyền ban hành."), N_("Thêm dưới trích yếu, chữ in hoa, ví dụ: {vi_du}.")
        yield this.at(bases[0], message, hint, vi_du="GIÁM ĐỐC SỞ NỘI VỤ")


@rule("CC18", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def dong_tham_quyen_sai(this: Rule, view: DocumentView) -> Faults:
    """Dòng thẩm quyền ban hành viết tắt, ghi chức vụ cấp phó, hoặc thiếu tên đơn vị hành chính.
    Căn cứ: mẫu ghi đủ chức vụ của người đứng đầu và tên cơ quan.
    Sai: CHỦ TỊCH UBND XÃ BÌNH ĐIỀN; PHÓ CHỦ TỊCH …; CHỦ TỊCH ỦY BAN NHÂN DÂN | Đúng: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN
    """
    lines = list(parts.lines(view, "dong_tham_quyen"))
    typed = " ".join(" ".join(texts.nfc(span.text) for span in lines).split())
    if re.match(r".*\b(?:UBND|HĐND)\b|PHÓ |(?:CHỦ TỊCH )?(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN$", typed):
        message = N_("Dòng thẩm quyền ban hành ghi “{doan}”.")
        yield this.at(lines[0], message, N_("Ghi đủ, ví dụ: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"), doan=typed)


_STAMPS = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")


@rule("DK06", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2, điểm b", each=look.boxes("do_khan"))
def muc_khan_khong_co(this: Rule, span: Span) -> Faults:
    """Dấu chỉ mức độ khẩn ghi một mức không còn trong quy định.
    Căn cứ: văn bản được xác định độ khẩn theo các mức: hỏa tốc, thượng khẩn, khẩn. | Sai: HỎA TỐC HẸN GIỜ; RẤT KHẨN | Đúng: HỎA TỐC
    """
    typed = " ".join(span.text.split())
    if bo_dau(texts.nfc(typed)).upper() not in map(bo_dau, _STAMPS):
        right = next((stamp for stamp in reversed(_STAMPS) if bo_dau(stamp) in bo_dau(texts.nfc(typed)).upper()), "KHẨN")
        yield this.write(span, N_("Không có mức độ khẩn “{doan}”."), right, doan=typed)


def _not_red(run: Run) -> str:
    if len(run.color) != 6:
        return "không đỏ"
    red, green, blue = bytes.fromhex(run.color)
    return "" if red >= 0xC0 and max(green, blue) <= 0x60 else "không đỏ"


@rule("DK07", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2, điểm b", form=True, each=look.boxes("do_khan"))
def dau_khan_khong_do(this: Rule, span: Span) -> Faults:
    """Dấu chỉ mức độ khẩn không phải màu đỏ tươi.
    Căn cứ: mực để đóng dấu độ khẩn dùng màu đỏ tươi. | Sai: chữ HỎA TỐC màu đen. | Đúng: chữ HỎA TỐC màu đỏ.
    Bỏ qua khi: dấu độ khẩn được đóng bằng con dấu trên bản giấy.
    """
    if any(_not_red(run) for run in look.lettered(span)):
        mend = Mend("run", {"color": "FF0000"})
        yield this.at(span, N_("Dấu độ khẩn “{doan}” không phải màu đỏ tươi."), N_("Chọn chữ này, Font Color > Red."), mend=mend)


_BODIES = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|(?:THƯỜNG TRỰC )?HỘI ĐỒNG NHÂN DÂN|BAN CHỈ ĐẠO|ỦY BAN MẶT TRẬN TỔ QUỐC|BAN CHẤP HÀNH|BAN THƯỜNG VỤ)\b"
)
_OF_ITS_HEAD = re.compile(r"(?:(?:KT|Q)\. ?)?(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG BAN|BÍ THƯ)\b")


def _capitals(text: str) -> str:
    return dat_dau(" ".join(texts.nfc(text).split()).upper(), "cu", chu_hoa_dau=True)


@rule("KY21", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def tap_the_thieu_tm(this: Rule, view: DocumentView) -> Faults:
    """Trên chức vụ người ký ghi tên tập thể mà không có “TM.”.
    Căn cứ: ký thay mặt tập thể thì ghi chữ viết tắt “TM.” vào trước tên tập thể lãnh đạo hoặc tên cơ quan.
    Sai: ỦY BAN NHÂN DÂN / CHỦ TỊCH | Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH
    """
    posts = [span for span in texts.boxed(view, "quyen_han", "chuc_vu") if _OF_ITS_HEAD.match(_capitals(span.text))]
    first = min(posts, key=lambda span: (span.paragraph.index, span.start), default=None)
    if first is None:
        return
    above = [one for one in view.paragraphs if one.cell == first.paragraph.cell and one.index < first.paragraph.index and one.text.strip()]
    lines = [Span(first.paragraph, 0, first.start)] if first.start else [whole(one) for one in above[-1:]]
    for span in lines:
        typed = _capitals(span.text)
        if _BODIES.match(typed) and span.text.isupper() and first.paragraph.index - span.paragraph.index <= 1:
            yield this.write(span, N_("Trước tên tập thể “{doan}” thiếu “TM.”."), f"TM. {typed}", doan=span.text.strip())


_OF_THE_BODY = frozenset({"BC", "KH", "TTr", "CTr", "ĐA"})


@rule("KY22", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def van_ban_cua_tap_the_khong_tm(this: Rule, view: DocumentView) -> Faults:
    """Báo cáo, kế hoạch, tờ trình, chương trình của Ủy ban nhân dân mà chữ ký không ghi “TM.”.
    Căn cứ: ký thay mặt tập thể thì ghi chữ viết tắt “TM.” vào trước tên tập thể. | Sai: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    Đúng: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH | Bỏ qua khi: văn bản là của Chủ tịch Ủy ban nhân dân.
    """
    issuer = loai_ban_hanh(tuple(span.text for span in texts.boxed(view, "co_quan")))
    signed = [*signers(view)]
    if view.loai not in _OF_THE_BODY or issuer is None or issuer.ma != "ubnd" or len(signed) != 1:
        return
    lines = [*signed[0].lines, signed[0].title]
    place = next(iter((*signed[0].authority, *signed[0].post)), None)
    if place and all(_OF_ITS_HEAD.match(_capitals(line)) for line in lines if line) and not any(tap_the_thieu_tm.faults(view)):
        message = N_("Văn bản của tập thể Ủy ban nhân dân mà phần ký không ghi “TM.”.")
        yield this.at(place, message, N_("Thêm dòng trên: TM. ỦY BAN NHÂN DÂN; thẩm quyền riêng của Chủ tịch thì để nguyên."))


@rule("SO20", Level.GOI_Y, "Nghị quyết số 176/2025/QH15", of=lambda view: (view, number) if (number := head.number(view)) else None)
def ky_hieu_co_quan_da_het(this: Rule, view: DocumentView, number: head.Number) -> Faults:
    """Ký hiệu của văn bản có chữ viết tắt của bộ, sở không còn ở ngày ban hành.
    Căn cứ: và Nghị định số 45/2025/NĐ-CP; ký hiệu gồm chữ viết tắt tên cơ quan ban hành (Phụ lục I, Phần I, Mục II, khoản 3).
    Sai: Số: 12/TC-BTTTT ngày 12/10/2026 | Đúng: Số: 12/TC-BKHCN | Bỏ qua khi: chữ viết tắt là của một cơ quan khác trùng tên.
    """
    within = texts.issued_within(view)
    gone = co_quan_het(number.groups, within[0]) if within else None
    if gone and number.ky_hieu:
        message = N_("Ký hiệu “{doan}” là của cơ quan không còn từ ngày {ngay}; nay là {nay}.")
        yield this.at(number.ky_hieu, message, N_("Ghi chữ viết tắt của cơ quan ban hành."), ngay=ngay(gone["tu"]), nay=gone["nay"])
