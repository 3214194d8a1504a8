"""Administrative units: those that are no more, and how they are spelt."""

from __future__ import annotations

import re
from datetime import date

from notice_gen import legal
from notice_gen.check import texts
from notice_gen.check.fault import Fault, Faults, Level, Rule, rule
from notice_gen.check.rules import dia_danh_ngay
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_, Problem
from notice_gen.records import replace
from notice_gen.vietnamese import danh_muc, don_vi_cu, goi_don_vi, tinh_thanh
from notice_gen.vietnamese.chu_cai import bo_dau


@rule("DV04", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def tinh_khong_dung_ngay(this: Rule, view: DocumentView) -> Faults:
    """Tên cơ quan ban hành ghi tỉnh, thành phố không như tên gọi vào ngày của văn bản.
    Căn cứ: tên cơ quan ban hành là tên chính thức, đầy đủ; tỉnh thành thành phố, tỉnh sắp xếp lại theo các nghị quyết của Quốc hội.
    Sai: UBND TỈNH BẮC NINH ở văn bản ngày 20/11/2026; UBND TỈNH BÌNH THUẬN ở văn bản năm 2026 | Đúng: UBND THÀNH PHỐ BẮC NINH
    """
    within = texts.issued_within(view)
    for box in ("co_quan_chu_quan", "co_quan") if within else ():
        spans = texts.boxed(view, box)
        lines = [span.text for span in spans]
        lines += [" ".join(lines)] * (len(lines) > 1)  # a name may go over several, “… TỈNH” and “BẮC NINH”
        wrong = next(filter(None, (_always_wrong(line, within) for line in lines)), None)
        if wrong:
            yield _fault(this, next((span for span in spans if wrong.found in span.text), spans[-1]), wrong)


def _always_wrong(text: str, within: tuple[date, date] | None) -> Problem | None:
    """Return what is wrong with a province's name on the first and on the last day on which a paper can have been issued."""
    first = tinh_thanh.goi_sai(text, within[0]) if within else None
    return tinh_thanh.goi_sai(text, within[1]) if first and within else None


@rule("DV07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def co_quan_cap_khong_con(this: Rule, view: DocumentView) -> Faults:
    """Cơ quan ban hành thuộc cấp hành chính không có vào ngày của văn bản.
    Căn cứ: tên cơ quan ban hành là tên chính thức; từ ngày 01/7/2025 không còn huyện, quận, thị xã, thị trấn.
    Sai: UBND THỊ XÃ HƯƠNG TRÀ ở văn bản năm 2026 | Đúng: UBND PHƯỜNG HƯƠNG TRÀ
    """
    within = texts.issued_within(view)
    for box in ("co_quan_chu_quan", "co_quan") if within else ():
        spans = texts.boxed(view, box)
        wrong = legal.level_gone(" ".join(span.text for span in spans), within[0]) if within and spans else None
        if wrong:
            yield replace(this.at(spans[-1], wrong.message, wrong.hint), values=wrong.values)


@rule("DV08", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 2, điểm a")
def co_quan_xa_khong_co(this: Rule, view: DocumentView) -> Faults:
    """Cơ quan ban hành là của xã, phường mà danh mục không có vào ngày của văn bản.
    Căn cứ: tên cơ quan ban hành là tên chính thức. | Sai: UBND PHƯỜNG VÕ THỊ SÁU ở văn bản năm 2026 | Đúng: UBND PHƯỜNG XUÂN HÒA
    Bỏ qua khi: xã, phường mới thành lập mà danh mục chưa có.
    """
    issued, spans = texts.issued(view), texts.boxed(view, "co_quan_chu_quan", "co_quan")
    for span in spans if issued else ():
        commune = _COMMUNE.search(span.text)
        name = commune[0].strip().title() if commune else ""
        wrong = goi_don_vi.khong_thay(name, issued, dia_danh_ngay.province(view)) if name and issued else None
        if wrong and (wrong.values.get("gan") or "nay" in wrong.values):
            yield replace(this.at(span, wrong.message, wrong.hint), values=wrong.values)


_COMMUNE = re.compile(r"(?<!THỊ )\b(?:XÃ(?! HỘI\b)|PHƯỜNG|ĐẶC KHU) [^(\n]+", re.IGNORECASE)


@rule("DV05", Level.GOI_Y, "Nghị quyết số 202/2025/QH15")
def noi_nhan_tinh_ten_cu(this: Rule, view: DocumentView) -> Faults:
    """Gửi tỉnh, thành phố bằng tên gọi không dùng vào ngày của văn bản.
    Căn cứ: và các nghị quyết của Quốc hội về việc thành lập thành phố trực thuộc trung ương.
    Sai: Kính gửi: UBND tỉnh Bắc Ninh (ngày 20/11/2026) | Đúng: Kính gửi: UBND thành phố Bắc Ninh
    """
    within = texts.issued_within(view)
    for span in texts.boxed(view, "kinh_gui", "noi_nhan") if within else ():
        wrong = _always_wrong(span.text, within)
        if wrong and not any(don_vi_cu.khong_con(loai, ten) for _, loai, ten in don_vi_cu.neu_ten(span.text)):
            yield _fault(this, span, wrong)


def _fault(this: Rule, span: Span, wrong: Problem) -> Fault:
    """Return what is *wrong* of a line as a fault, at all of the line where that is written otherwise."""
    start = span.text.find(wrong.found)
    place = texts.part(span, start, start + len(wrong.found)) if start >= 0 else span
    return replace(this.at(place, wrong.message, wrong.hint), values=wrong.values)


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
        for found, loai, ten in don_vi_cu.neu_ten(span.text):
            right = _near(loai, ten, tinh)
            if right:
                place, message = texts.piece(span, found), N_("“{doan}” có lẽ viết sai dấu.")
                yield this.at(place, message, N_("Có phải: {dung}?"), dung=f"{loai.lower()} {right}")


def _near(loai: str, ten: str, tinh: str) -> str:
    """Return the commune of the province whose name has the same letters and other marks; nothing for a name in use anywhere."""
    listed = danh_muc.nhu_danh_muc(loai.lower(), ten.lower())  # as most are, and nothing needs to be read
    if loai not in {"Xã", "Phường", "Đặc khu"} or listed or dia_danh_ngay.spelling(ten) in dia_danh_ngay.known():
        return ""
    alike = danh_muc.names(danh_muc.SINCE).get(bo_dau(ten).lower(), ())
    near = [unit.ten_rieng for unit in alike if unit.tinh.ten_rieng.lower() == tinh]
    return near[0] if len(near) == 1 else ""
