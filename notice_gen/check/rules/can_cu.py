"""The legal bases, and the words of decision after them."""

from __future__ import annotations

import re

from notice_gen.check import head, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Kind, whole
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.ten_don_vi import cac_ten, cung_ten

_RANKS = ("Luật", "Pháp lệnh", "Nghị định", "Thông tư")


@rule("CC04", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm a")
def can_cu_sai_thu_tu(this: Rule, view: DocumentView) -> Faults:
    """Căn cứ không xếp theo hiệu lực pháp lý từ cao xuống thấp.
    Căn cứ: căn cứ gồm văn bản quy định thẩm quyền, rồi các văn bản quy định nội dung; các cơ quan xếp luật, nghị định, thông tư theo thứ
    bậc. | Sai: Căn cứ Thông tư … đứng trước Căn cứ Nghị định … | Đúng: Luật, pháp lệnh, nghị định, thông tư.
    Bỏ qua khi: căn cứ thẩm quyền riêng của cơ quan đặt trước.
    """
    highest = 0
    for span in texts.bases(view) if view.loai in texts.WITH_BASES else ():
        match = re.match(r"\s*Căn cứ (?:Bộ )?([Ll]uật|Pháp lệnh|Nghị định|Thông tư)\b", span.text)
        if match is None:
            continue
        rank = _RANKS.index(match[1].capitalize())
        if rank < highest:
            message, hint = N_("{loai} đứng sau {truoc} trong các căn cứ."), N_("Xếp căn cứ từ văn bản có hiệu lực cao xuống thấp.")
            yield this.at(texts.piece(span, match, 1), message, hint, loai=_RANKS[rank], truoc=_RANKS[highest].lower())
            return
        highest = rank


@rule("CC05", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def thieu_can_cu(this: Rule, view: DocumentView) -> Faults:
    """Nghị quyết, quyết định không có căn cứ ban hành.
    Căn cứ: dưới tên loại, trích yếu của nghị quyết, quyết định là các căn cứ ban hành.
    Sai: dưới thẩm quyền ban hành là ngay “QUYẾT ĐỊNH:”. | Đúng: Căn cứ Nghị định số … ngày … của … về …;
    """
    basis = r"[-–+•*\s]*(?:CAN CU|XET|THUC HIEN|THEO (?:\w+ ){0,3}DE NGHI)\b"
    if view.kind is not Kind.HANH_CHINH or view.loai not in texts.WITH_BASES or not texts.body(view):
        return
    if not any(re.match(basis, bo_dau(paragraph.text.strip()[:40]).upper()) for paragraph in view.paragraphs):
        message, hint = N_("{loai} không có căn cứ ban hành."), N_("Thêm trước dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:”: Căn cứ …;")
        yield this.at(texts.body(view)[0], message, hint, loai="Quyết định" if view.loai == "QĐ" else "Nghị quyết")


@rule("CC06", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def thieu_dong_quyet_dinh(this: Rule, view: DocumentView) -> Faults:
    """Sau các căn cứ không có dòng “QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:”.
    Căn cứ: sau các căn cứ là dòng “QUYẾT NGHỊ:” hoặc “QUYẾT ĐỊNH:”. | Sai: sau căn cứ cuối cùng là ngay “Điều 1.” | Đúng: QUYẾT ĐỊNH:
    """
    decides = r"^\W*QUYET (?:DINH|NGHI)\W*$|\bQUYET (?:DINH|NGHI)[^:]{0,40}:\s*$"
    if view.kind is not Kind.HANH_CHINH or view.loai not in texts.WITH_BASES or not texts.body(view):
        return
    titles = {span.paragraph.index for span in texts.boxed(view, "ten_loai") if ":" not in span.paragraph.text}
    lines = (line for paragraph in view.paragraphs if paragraph.index not in titles for line in paragraph.text.split("\n"))
    if not any(re.search(decides, bo_dau(texts.nfc(" ".join(line.split()))).upper()) for line in lines):
        shown = "QUYẾT ĐỊNH:" if view.loai == "QĐ" else "QUYẾT NGHỊ:"
        message = N_("Không thấy dòng “{doan}” sau các căn cứ.")
        yield this.at(texts.body(view)[0], message, N_("Thêm dòng “{doan}” canh giữa, chữ in hoa, đậm, trước nội dung."), doan=shown)


@rule("CC08", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def dong_quyet_dinh_chu_thuong(this: Rule, view: DocumentView) -> Faults:
    """Dòng “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” viết chữ thường.
    Căn cứ: các mẫu trình bày dòng này bằng chữ in hoa. | Sai: Quyết định: | Đúng: QUYẾT ĐỊNH:
    """
    for span in texts.body(view)[:_BASES] if view.loai in texts.WITH_BASES else ():
        typed = texts.nfc(span.text).strip()
        if re.fullmatch(r"Quyết (?:định|nghị)\s*:", typed, re.IGNORECASE) and not look.capitals(span):
            yield this.write(span, N_("“{doan}” phải viết in hoa."), typed.upper())


_OPENS = Phrases(r"\s*(?:[-–+*] ?)?{can_cu}\b")

_OTHER_OPENINGS = re.compile(r"(?:Sau khi|Được|Xét|Theo|Trên cơ sở|Để)\b")


@rule("CC14", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def can_cu_sai_mo_dau(this: Rule, view: DocumentView) -> Faults:
    """Một dòng trước “QUYẾT ĐỊNH:” không bắt đầu bằng “Căn cứ …”, “Theo đề nghị …”, “Xét …”.
    Căn cứ: các mẫu ghi “Căn cứ …;” và “Theo đề nghị của …”. | Sai: Luật Tổ chức chính quyền địa phương …; CĂN CỨ Luật …; Dựa vào …
    Đúng: Căn cứ Luật Tổ chức chính quyền địa phương … | Bỏ qua khi: dòng viết tiếp căn cứ trên (chương trình bỏ qua).
    """
    found = texts.bases(view) if view.loai in texts.WITH_BASES else []
    for above, span in zip([None, *found], found, strict=False):
        begins = len(found) > 1 and (above is None or above.text.rstrip().endswith((";", ".", ",")))
        typed = texts.nfc(span.text).strip()
        if begins and typed[:1].isupper() and not _OPENS.match(typed) and not _OTHER_OPENINGS.match(typed):
            message, hint = N_("Căn cứ mở đầu chưa đúng: “{doan}”."), N_("Viết: Căn cứ …; hoặc Theo đề nghị của …")
            yield this.at(span, message, hint, doan=" ".join(typed.split()[:4]))


_BASES = 40  # paragraphs of the text among which the words of decision stand


@rule("CC07", Level.GOI_Y, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def tham_quyen_noi_khac(this: Rule, view: DocumentView) -> Faults:
    """Dòng thẩm quyền, dòng “… điện:”, “… trân trọng kính mời” ghi xã, phường, tỉnh, thành phố khác với cơ quan ban hành.
    Căn cứ: thẩm quyền ban hành là của cơ quan ban hành hoặc người đứng đầu cơ quan đó.
    Sai: UBND XÃ BÌNH ĐIỀN ban hành, dòng thẩm quyền ghi CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ VINH | Đúng: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN
    """
    heads = texts.body(view)[:_AUTHORITY] if view.loai in texts.WITH_BASES else [*texts.boxed(view, "kinh_gui")[:1], *texts.body(view)[:1]]
    issuer = head.places(view)
    for span in heads:
        speaker = _SPEAKER.match(texts.nfc(span.text))
        for named in cac_ten(span.text) if span.text.isupper() else cac_ten(speaker["ai"]) if speaker else ():
            own = [one for one in issuer if one.cap == named.cap]
            if own and not any(cung_ten(one.ten, named.ten) for one in own):
                message = N_("Dòng thẩm quyền ghi “{doan}”, cơ quan ban hành là của {dung}.")
                hint, right = N_("Sửa dòng này hoặc tên cơ quan ban hành."), f"{own[0].loai} {own[0].ten}"
                yield this.at(span, message, hint, doan=f"{named.loai} {named.ten}", dung=right)


_SPEAKER = re.compile(r"(?P<ai>.{5,120}?)\s*(?:điện\s*:\s*$|trân trọng (?:kính mời|giới thiệu))")
_AUTHORITY = 3  # paragraphs of the text among which the line stands


@rule("CC09", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1, 1.2, 1.3")
def dong_quyet_dinh_khac_mau(this: Rule, view: DocumentView) -> Faults:
    """Dòng “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” sau căn cứ thiếu dấu hai chấm, hoặc dùng từ của loại kia.
    Căn cứ: mẫu nghị quyết ghi “QUYẾT NGHỊ:”, mẫu quyết định ghi “QUYẾT ĐỊNH:”. | Sai: QUYẾT ĐỊNH; nghị quyết ghi “QUYẾT ĐỊNH:”
    Đúng: QUYẾT ĐỊNH:
    """
    right = {"QĐ": "QUYẾT ĐỊNH:", "NQ": "QUYẾT NGHỊ:"}.get(view.loai)
    title = texts.boxed(view, "ten_loai")
    if right is None or not title:
        return
    first = title[0].paragraph.index
    for paragraph in view.paragraphs:
        typed = " ".join(texts.nfc(paragraph.text).split())
        below = first < paragraph.index < first + _BASES
        if below and re.fullmatch(r"QUYẾT (?:ĐỊNH|NGHỊ) ?[.:;,!]?", typed) and typed.replace(" :", ":") != right:
            yield this.write(whole(paragraph), N_("Dòng “{doan}” khác mẫu."), right, doan=typed)
            return
