"""Administrative units: those that are no more, and how they are spelt."""

from __future__ import annotations

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules import dia_danh_ngay
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import danh_muc
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.danh_muc import two_levels


@rule("DV01", Level.GOI_Y, "Nghị quyết số 202/2025/QH15")
def don_vi_khong_con(this: Rule, view: DocumentView) -> Faults:
    """Đơn vị hành chính không còn ở ngày của văn bản.
    Căn cứ: và Luật Tổ chức chính quyền địa phương năm 2025: từ ngày 01/7/2025 không còn cấp huyện, nhiều tỉnh, xã đã sắp xếp lại.
    Sai: văn bản năm 2026 giao việc cho huyện Ba Vì, tỉnh Thừa Thiên Huế | Đúng: ghi tên xã, phường, tỉnh, thành phố hiện nay
    Bỏ qua khi: câu nói về thời gian trước ngày 01/7/2025 hoặc tên nằm trong tên văn bản cũ.
    """
    within = texts.issued_within(view)
    if within is None or not two_levels(within[0]):
        return
    seen = set()
    for span in texts.legible(view):
        for unit in dia_danh_ngay.named(span) if not dia_danh_ngay.of_the_past(span) else ():
            name = dia_danh_ngay.gone(unit)
            if name and (unit.loai, name) not in seen:
                seen.add((unit.loai, name))
                message = N_("{doan} không còn từ ngày 01/7/2025.")
                yield this.at(unit.place, message, N_("Ghi đơn vị hiện nay, hoặc ghi rõ là tên cũ."), doan=f"{unit.loai.lower()} {name}")


_HINTS = ("uyện", "quận", "thị ")  # one of them is in whatever the next pattern finds
_UNNAMED = r"(?:huyện|quận|thị xã)\b(?! [A-Z\d])"
_DISTRICT = (
    rf"\b(?:cấp huyện|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|[Cc]ác|[Tt]oàn|địa bàn) (?:quận, )?{_UNNAMED}"
    r"|xã, phường, thị trấn|phường, xã, thị trấn|[Hh]uyện ủy|[Hh]uyện uỷ"
    rf"|(?:Phòng [A-Z][a-z]+(?:(?:,| -| và|) [A-Za-z]+){{0,7}}|Công an|Ban Chỉ huy [Qq]uân sự|Trung tâm [Yy] tế) {_UNNAMED})"
)
_ADDRESSED = (r"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị trấn|[Tt]hị xã) [A-Z\d]\w*(?: [A-Z][a-z]+){0,3}")


@rule("DV02", Level.GOI_Y, "Luật Tổ chức chính quyền địa phương năm 2025")
def cap_huyen_sau_sap_xep(this: Rule, view: DocumentView) -> Faults:
    """Nhắc đến cấp huyện sau khi không còn cấp huyện.
    Căn cứ: từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã.
    Sai: văn bản năm 2026 giao UBND các huyện, thị xã, thành phố; các xã, phường, thị trấn; Phòng Nội vụ huyện; Kính gửi: UBND thị trấn A
    Đúng: UBND các xã, phường, đặc khu | Bỏ qua khi: câu nói về thời gian trước ngày 01/7/2025.
    """
    within = texts.issued_within(view)
    if within is None or not two_levels(within[0]):
        return
    addressed = {span.paragraph.index for span in texts.boxed(view, "kinh_gui")}
    for span in texts.legible(view):
        match = texts.vietnamese(_DISTRICT).search(span.text) if any(word in span.text for word in _HINTS) else None
        if match is None and span.paragraph.index in addressed and not any(dia_danh_ngay.gone(unit) for unit in dia_danh_ngay.named(span)):
            match = texts.vietnamese(_ADDRESSED).search(span.text)
        if match and not dia_danh_ngay.of_the_past(span):
            message = N_("“{doan}”: từ ngày 01/7/2025 không còn cấp huyện và thị trấn.")
            yield this.at(texts.piece(span, match), message, N_("Chỉ còn cấp tỉnh và cấp xã (xã, phường, đặc khu)."))


@rule("DV03", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")
def ten_don_vi_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Tên xã, phường viết sai dấu.
    Căn cứ: tên đơn vị hành chính viết đúng như văn bản thành lập. | Sai: xã Bình Diền | Đúng: xã Bình Điền
    Bỏ qua khi: đó là tên một đơn vị cũ hoặc thôn, tổ dân phố.
    """
    within, tinh = texts.issued_within(view), dia_danh_ngay.province(view)
    if within is None or not tinh or not danh_muc.two_levels(within[0]):
        return
    for span in texts.legible(view):
        for unit in dia_danh_ngay.named(span):
            right = _near(unit, tinh)
            if right:
                yield this.at(unit.place, N_("“{doan}” có lẽ viết sai dấu."), N_("Có phải: {dung}?"), dung=f"{unit.loai.lower()} {right}")


def _near(one: dia_danh_ngay.Named, tinh: str) -> str:
    """Return the commune of the province whose name has the same letters and other marks; nothing for a name in use anywhere."""
    if one.loai not in {"Xã", "Phường", "Đặc khu"} or dia_danh_ngay.spelling(one.ten) in dia_danh_ngay.known():
        return ""
    alike = danh_muc.names(danh_muc.SINCE).get(bo_dau(one.ten).lower(), ())
    near = [unit.ten_rieng for unit in alike if unit.tinh.ten_rieng.lower() == tinh]
    return near[0] if len(near) == 1 else ""
