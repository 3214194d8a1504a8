"""Boxes 7a and 7b: authority, post and name of the signer."""

from __future__ import annotations

import re

from notice_gen.check import head, look, signing, texts
from notice_gen.check.fault import Fault, Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Kind
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.legal.quyen_ky import quyen_ky


@rule("KY01", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ", form=True)
def thieu_chuc_vu_nguoi_ky(this: Rule, view: DocumentView) -> Faults:
    """Không thấy quyền hạn, chức vụ của người ký.
    Căn cứ: quyền hạn, chức vụ của người ký được trình bày ở ô số 7a. | Sai: cuối văn bản chỉ có họ tên. | Đúng: CHỦ TỊCH / Nguyễn Văn A
    Bỏ qua khi: chữ ký là hình ảnh cả khối.
    """
    if view.kind is Kind.HANH_CHINH and not {"quyen_han", "chuc_vu"} & view.components.keys():
        message = N_("Không thấy quyền hạn, chức vụ của người ký.")
        yield this.at(None, message, N_("Ghi chức vụ người ký bằng chữ in hoa, đậm, ngang hàng với “Nơi nhận”."))


@rule("KY02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c", form=True)
def thieu_ho_ten_nguoi_ky(this: Rule, view: DocumentView) -> Faults:
    """Dưới chức vụ không có họ tên người ký.
    Căn cứ: họ và tên người ký văn bản bao gồm họ, tên đệm (nếu có) và tên. | Sai: dưới “CHỦ TỊCH” để trống. | Đúng: CHỦ TỊCH / Nguyễn Văn A
    Bỏ qua khi: bản dự thảo chưa có số, chưa rõ người ký (chương trình bỏ qua).
    """
    number = head.number(view)
    if number is not None and number.ky_hieu and not any(map(str.isdigit, number.so.text)):
        return  # a draft: who signs is not known yet
    for signer in signing.signers(view):
        last = (signer.post or signer.authority)[-1:]
        if last and not signer.name and not any(signing.below(view, last[0])):
            yield this.at(last[0], N_("Dưới “{doan}” không có họ tên người ký."), N_("Ghi họ và tên người ký, canh giữa, chữ đậm."))


@rule("KY08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")
def ho_ten_in_hoa(this: Rule, view: DocumentView) -> Faults:
    """Họ tên người ký viết in hoa tất cả.
    Căn cứ: họ và tên người ký bằng chữ in thường. | Sai: NGUYỄN VĂN A | Đúng: Nguyễn Văn A
    """
    for span in look.spans(view, "ho_ten"):
        if look.capitals(span) and len(span.text.split()) > 1 and any(map(str.isalpha, span.text)):
            yield this.write(span, N_("Họ tên người ký viết in hoa: “{doan}”."), span.text.title())


_TITLES = Phrases(r"(?:{hoc_vi_truoc_ho_ten}(?:\.\s*|\s+))+(?=\w)")
_WITH_TITLES = Phrases("{co_quan_ghi_hoc_vi}")


@rule("KY10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c")
def ho_ten_co_hoc_vi(this: Rule, view: DocumentView) -> Faults:
    """Trước họ tên người ký có học hàm, học vị, danh hiệu.
    Căn cứ: trước họ tên của người ký, không ghi học hàm, học vị và các danh hiệu danh dự khác. | Sai: TS. Nguyễn Văn A; NGƯT. Nguyễn Văn A
    Đúng: Nguyễn Văn A
    Bỏ qua khi: đơn vị vũ trang nhân dân, tổ chức sự nghiệp giáo dục, y tế, khoa học (chương trình bỏ qua khi tên cơ quan cho biết).
    """
    agency = " ".join(span.text for span in look.spans(view, "co_quan_chu_quan", "co_quan"))
    if _WITH_TITLES.search(texts.nfc(agency).upper()):
        return
    for span in look.spans(view, "ho_ten"):
        match = _TITLES.match(span.text)
        if match:
            message = N_("Trước họ tên người ký có “{doan}”.")
            yield this.at(texts.piece(span, match), message, N_("Chỉ ghi họ và tên."), doan=match[0].strip())


@rule("KY11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def quyen_han_sai(this: Rule, view: DocumentView) -> Faults:
    """Quyền hạn và chức vụ người ký không đi với nhau, hoặc viết tắt sai.
    Căn cứ: TM. trước tên tập thể; Q., KT., TL., TUQ. trước chức vụ của người đứng đầu; cấp phó ký thay cấp trưởng.
    Sai: TM. CHỦ TỊCH; KT. CHỦ TỊCH / CHỦ TỊCH; TL. CHỦ TỊCH / PHÓ CHỦ TỊCH
    Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH; KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Bỏ qua khi: chương trình nhận nhầm dòng chức vụ.
    """
    for place, problem in signing.problems(view):
        if problem.level == "error":
            hint = N_("Xem lại chữ viết tắt TM., Q., KT., TL., TUQ. và chức vụ ở dưới.")
            yield Fault(this, problem.message, hint, problem.values, span=place)


@rule("KY12", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def quyen_han_thieu_dau_cach(this: Rule, view: DocumentView) -> Faults:
    """Sau chữ viết tắt quyền hạn không có dấu cách.
    Căn cứ: các mẫu ở Mục V và Phụ lục III viết “TM. ỦY BAN NHÂN DÂN”, có cách chữ. | Sai: TL.CHỦ TỊCH; KT.GIÁM ĐỐC
    Đúng: TL. CHỦ TỊCH; KT. GIÁM ĐỐC
    """
    for span in look.spans(view, "quyen_han"):
        match = re.match(signing.TIGHT, span.text)
        if match:
            mend, message = Mend("text", {"new": f"{match[0]} "}), N_("Sau “{doan}” thiếu dấu cách.")
            yield this.write(texts.piece(span, match), message, re.sub(signing.TIGHT, r"\1. ", span.text), mend=mend)


@rule("KY13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")
def quyen_han_thieu_chuc_vu(this: Rule, view: DocumentView) -> Faults:
    """Có dòng quyền hạn mà không có chức vụ người ký.
    Căn cứ: quyền hạn, chức vụ của người ký được trình bày ở ô số 7a. | Sai: TM. ỦY BAN NHÂN DÂN / Nguyễn Văn A
    Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn A | Bỏ qua khi: biên bản họp do nhiều người ký.
    """
    for signer in signing.signers(view):
        if signer.authority and signer.name and not signer.title:
            message = N_("Dưới “{doan}” không có chức vụ của người ký.")
            yield this.at(signer.authority[-1], message, N_("Thêm dòng chức vụ, ví dụ “CHỦ TỊCH”, giữa quyền hạn và họ tên."))


@rule("KY14", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")
def quyen_han_nen_xem_lai(this: Rule, view: DocumentView) -> Faults:
    """Quyền hạn, chức vụ người ký có chỗ nên xem lại.
    Căn cứ: cách ghi quyền hạn; Điều 13 của Nghị định: ai được ký thay, thừa lệnh, thừa ủy quyền.
    Sai: TUQ. CHỦ TỊCH / PHÓ CHÁNH VĂN PHÒNG; TM. ỦY BAN NHÂN DÂN của một xã khác. | Đúng: TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Bỏ qua khi: có văn bản ủy quyền, phân công của cơ quan.
    """
    for place, problem in signing.problems(view):
        if problem.level != "error":
            yield Fault(this, problem.message, N_("Xem lại dòng này với người ký."), problem.values, span=place)


@rule("KY15", Level.LUAT, "Phụ lục II, Mục II, khoản 1")
def ho_ten_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Họ tên người ký có chữ không viết hoa chữ cái đầu.
    Căn cứ: viết hoa chữ cái đầu tất cả các âm tiết của tên người Việt Nam. | Sai: Trần thị Bình; trần thị bình | Đúng: Trần Thị Bình
    Bỏ qua khi: tên người nước ngoài, tên theo cách viết của dân tộc thiểu số (chương trình chỉ xét những họ thường gặp).
    """
    families = quyen_ky().truoc_ho_ten["ho"]
    for span in look.spans(view, "ho_ten"):
        words = texts.nfc(span.text).split()
        vietnamese = 2 <= len(words) <= 5 and words[0].lower() in families and all(map(str.isalpha, words))
        if vietnamese and any(word[0].islower() for word in words):
            message = N_("Họ tên người ký viết hoa chưa đúng: “{doan}”.")
            yield this.write(span, message, " ".join(word[0].upper() + word[1:] for word in words))
