"""Abbreviations: explained once, spelt in one way."""

from __future__ import annotations

import re
from collections import Counter

from notice_gen.check import abbreviations, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.viet_tat import bang_viet_tat


@rule("VT01", Level.THONG_LE, "Thông lệ viết tắt trong văn bản")
def viet_tat_chua_giai_thich(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt dùng khi chưa được viết đầy đủ lần nào.
    Căn cứ: lần đầu viết đầy đủ, chữ viết tắt đặt trong ngoặc ngay sau đó. | Sai: Công tác CCHC đạt kết quả tốt.
    Đúng: Công tác cải cách hành chính (CCHC) đạt kết quả tốt.
    Bỏ qua khi: nơi nhận văn bản đều quen với chữ viết tắt đó. Chữ thông dụng như UBND, HĐND, THPT không được xét.
    """
    head = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu", "co_quan_chu_quan", "co_quan"))
    fine = set(re.findall(r"[^\W\d_]+", head)) | abbreviations.known() | abbreviations.misspelt(view).keys()
    full = {**bang_viet_tat("don_vi"), **bang_viet_tat("thuat_ngu")}
    for use in abbreviations.uses(view):
        if use.short not in fine and abbreviations.is_short(use.short) and not use.explains:
            hint = N_("Lần đầu viết đầy đủ, kèm chữ viết tắt trong ngoặc: {dung} ({doan}).")
            yield this.at(use.place, N_("“{doan}” dùng khi chưa giải thích."), hint, doan=use.short, dung=full.get(use.short, "…"))
        fine.add(use.short)


@rule("VT02", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")
def viet_tat_khong_dung(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt được quy ước mà không dùng đến.
    Căn cứ: chỉ quy ước chữ viết tắt sẽ dùng lại. | Sai: cải cách hành chính (sau đây viết tắt là CCHC), rồi không có chữ CCHC nào nữa.
    Đúng: cải cách hành chính | Bỏ qua khi: chữ viết tắt được dùng trong văn bản kèm theo.
    """
    agreed = [(span, match) for span in texts.prose(view) for match in abbreviations.SHORT_FOR.finditer(span.text)]
    counted = Counter(re.findall(r"[^\W\d_]+", "\n".join(span.text for span in texts.words(view)))) if agreed else Counter()
    for span, match in agreed:
        if counted[match["chu"]] == 1:
            message = N_("Chữ viết tắt “{doan}” được quy ước mà không dùng lần nào.")
            yield this.at(texts.piece(span, match, "chu"), message, N_("Bỏ lời quy ước viết tắt này."))


@rule("VT03", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")
def viet_tat_giai_thich_hai_lan(this: Rule, view: DocumentView) -> Faults:
    """Một chữ viết tắt được giải thích hai lần.
    Căn cứ: giải thích một lần, sau đó dùng chữ viết tắt.
    Sai: cải cách hành chính (CCHC) ở đoạn đầu, cải cách hành chính (CCHC) ở đoạn sau. | Đúng: lần sau chỉ viết CCHC.
    Bỏ qua khi: phụ lục được dùng riêng.
    """
    seen = set()
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    for span in texts.prose(view):
        for match in abbreviations.IN_BRACKETS.finditer(span.text) if span.paragraph.index not in annexed else ():
            if abbreviations.stands_for(span.text, match.start(), match["chu"]):
                if match["chu"] in seen:
                    message = N_("Chữ viết tắt “{doan}” đã được giải thích ở trên.")
                    yield this.at(texts.piece(span, match, "chu"), message, N_("Từ lần thứ hai chỉ viết: {doan}"))
                seen.add(match["chu"])


@rule("VT04", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")
def viet_tat_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt viết sai, thừa hoặc thiếu chữ cái.
    Căn cứ: mỗi tên viết tắt theo một cách. | Sai: văn bản QPPPL; UBNDTTQVN xã | Đúng: văn bản QPPL; UBMTTQVN xã
    Bỏ qua khi: đó là chữ viết tắt của một tên khác.
    """
    wrong = abbreviations.misspelt(view)
    for use in abbreviations.uses(view):
        if use.short in wrong:
            message = N_("Chữ viết tắt “{doan}” có lẽ viết sai.")
            yield this.at(use.place, message, N_("Có phải: {dung}?"), doan=use.short, dung=wrong[use.short])
