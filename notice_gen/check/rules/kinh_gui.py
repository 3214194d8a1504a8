"""Box 9a: to whom the document goes, “Kính gửi”."""

from __future__ import annotations

import re

from notice_gen.check import lists, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.chu_cai import bo_dau

_WITHOUT = frozenset({"NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "CTr", "KH", "PA", "ĐA", "DA", "BB"})


@rule("KG02", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")
def kinh_gui_thua(this: Rule, view: DocumentView) -> Faults:
    """Loại văn bản này theo mẫu không có “Kính gửi”.
    Căn cứ: phần “Kính gửi” dùng cho tờ trình, báo cáo gửi cấp trên và công văn. | Sai: kế hoạch có dòng “Kính gửi: Các phòng, ban”.
    Đúng: ghi nơi nhận ở cuối văn bản. | Bỏ qua khi: báo cáo, phiếu gửi, phiếu chuyển, giấy mời (chương trình bỏ qua).
    """
    if view.loai in _WITHOUT and "kinh_gui" in view.components:
        message, hint = N_("{loai} theo mẫu không có “Kính gửi”."), N_("Ghi các nơi nhận ở cuối văn bản, sau “Nơi nhận:”.")
        yield this.at(look.spans(view, "kinh_gui")[0], message, hint, loai=view.law.loai[view.loai].ten)


@rule("KG05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def kinh_gui_thieu_dau_hai_cham(this: Rule, view: DocumentView) -> Faults:
    """Sau từ “Kính gửi” không có dấu hai chấm.
    Căn cứ: sau từ “Kính gửi” có dấu hai chấm (:). | Sai: Kính gửi Sở Nội vụ; Kính gửi - Sở Nội vụ | Đúng: Kính gửi: Sở Nội vụ
    Bỏ qua khi: công điện (mẫu 1.6: “… điện:”) (chương trình bỏ qua).
    """
    for line in texts.boxed(view, "kinh_gui")[:1] if view.loai != "CĐ" else ():
        match = re.match(r"\S+\s+\S+", line.text)
        if match and ":" not in line.text[: match.end() + 3]:
            end = texts.part(line, match.end() - 1, match.end())
            yield this.at(end, N_("Sau từ “Kính gửi” thiếu dấu hai chấm."), N_("Viết: Kính gửi: …"), new=f"{end.text}:")


@rule("KG06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True, of=lists.kinh_gui)
def kinh_gui_thieu_gach_dau_dong(this: Rule, line: Span, entries: list[lists.Entry]) -> Faults:
    """Gửi nhiều nơi mà đầu dòng không có gạch.
    Căn cứ: gửi từ hai nơi trở lên, mỗi nơi một dòng, đầu dòng có gạch đầu dòng (-).
    Sai: dưới “Kính gửi:” là “Các xã, phường;” không có gạch. | Đúng: - Các xã, phường;
    """
    for entry in entries if len(entries) > 1 else ():
        if entry.dash != "-" and not lists.beside(line, entry):
            yield this.write(entry.lines[0], N_("Đầu dòng “{doan}” không có gạch đầu dòng."), f"- {entry.text}", doan=entry.text)


@rule("KG08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", of=lists.kinh_gui)
def kinh_gui_nhieu_noi_cung_dong(this: Rule, line: Span, entries: list[lists.Entry]) -> Faults:
    """Gửi nhiều nơi mà nơi đầu tiên ở cùng dòng với “Kính gửi”.
    Căn cứ: gửi từ hai nơi trở lên thì xuống dòng, tên mỗi nơi trên một dòng riêng.
    Sai: Kính gửi: - Sở Nội vụ; (dòng dưới) - Sở Tài chính. | Đúng: Kính gửi: (xuống dòng) - Sở Nội vụ; (xuống dòng) - Sở Tài chính.
    Bỏ qua khi: các nơi nhận đặt ở ô bên cạnh trong bảng.
    """
    beside = line.text.partition(":")[2].strip()
    if (any(entry.dash for entry in entries) and beside) or lists.SEVERAL.search(lists.bare(beside)):
        message = N_("Gửi nhiều nơi thì sau “Kính gửi:” phải xuống dòng: “{doan}”.")
        yield this.at(line, message, N_("Xuống dòng sau dấu hai chấm, mỗi nơi một dòng, có gạch đầu dòng."))


@rule("KG09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", of=lists.kinh_gui)
def kinh_gui_mot_noi_xuong_dong(this: Rule, line: Span, entries: list[lists.Entry]) -> Faults:
    """Gửi một nơi mà tên nơi nhận ở dòng khác với “Kính gửi”.
    Căn cứ: gửi cho một nơi thì từ “Kính gửi” và tên nơi nhận trên cùng một dòng. | Sai: Kính gửi: (xuống dòng) Sở Nội vụ
    Đúng: Kính gửi: Sở Nội vụ | Bỏ qua khi: tên nơi nhận dài, chương trình nhận nhầm dòng sau.
    """
    if len(entries) == 1 and not line.text.partition(":")[2].strip() and not lists.beside(line, entries[0]):
        message = N_("Gửi một nơi thì “{doan}” ở cùng dòng với “Kính gửi:”.")
        yield this.write(entries[0].lines[0], message, f"Kính gửi: {entries[0].text}", doan=entries[0].text)


@rule("KG10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def kinh_gui_in_hoa(this: Rule, view: DocumentView) -> Faults:
    """Từ “Kính gửi” viết in hoa.
    Căn cứ: từ “Kính gửi” được trình bày bằng chữ in thường. | Sai: KÍNH GỬI: Sở Nội vụ | Đúng: Kính gửi: Sở Nội vụ
    Bỏ qua khi: công điện (mẫu 1.6) (chương trình bỏ qua).
    """
    for line in texts.boxed(view, "kinh_gui")[:1] if view.loai != "CĐ" else ():
        match = re.match(r"\S+\s+[^\s:]+", line.text)
        if match and look.capitals(texts.piece(line, match)):
            yield this.write(texts.piece(line, match), N_("Từ “{doan}” viết in hoa."), "Kính gửi:", doan=match[0])


_MEANT = frozenset({"kinh gui", "kinh goi", "kinh trinh"})


@rule("KG12", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, số thứ tự 8", of=lists.kinh_gui)
def kinh_gui_mot_noi_co_dau(this: Rule, line: Span, entries: list[lists.Entry]) -> Faults:
    """Gửi một nơi mà cuối dòng có dấu câu, hoặc trước tên nơi nhận có gạch đầu dòng.
    Căn cứ: mẫu chữ ghi “Kính gửi: Bộ Nội vụ”; dấu chấm phẩy chỉ ở cuối dòng khi gửi nhiều nơi. | Sai: Kính gửi: Sở Nội vụ;
    Đúng: Kính gửi: Sở Nội vụ
    """
    found = re.search(r"\w\s*(?P<dau>[;,:/][.;,:/]*|\./\.)\s*$", line.text) or re.search(r":\s*(?P<dau>[-–])\s*(?=[^\W\d_])", line.text)
    if found and not entries:
        message = N_("Gửi một nơi thì không có dấu “{doan}”.")
        yield this.at(texts.piece(line, found, "dau"), message, N_("Viết: Kính gửi: …, không có dấu ở trước và sau tên nơi nhận."), new="")


@rule("KG14", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")
def kinh_gui_co_dau_ket_thuc(this: Rule, view: DocumentView) -> Faults:
    """Dấu “./.” ở phần “Kính gửi”.
    Căn cứ: “./.” chỉ ở cuối nội dung. | Sai: - Các đơn vị trực thuộc Sở./. | Đúng: - Các đơn vị trực thuộc Sở.
    """
    for span, found in texts.matches(texts.boxed(view, "kinh_gui"), r"\./\.|/\.\s*$", "/."):
        yield this.at(texts.piece(span, found), N_("Dấu “./.” không ở cuối nội dung."), N_("Bỏ dấu này."), new=".")


@rule("KG11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")
def tu_kinh_gui_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Từ “Kính gửi” viết hoa sai, sai dấu hoặc thay bằng từ khác.
    Căn cứ: từ “Kính gửi” được trình bày bằng chữ in thường. | Sai: Kính Gửi:; Kính gởi:; Kính trình: | Đúng: Kính gửi:
    """
    for line in texts.boxed(view, "kinh_gui")[:1]:
        match = re.match(r"\s*(?P<tu>[^\W\d_]+\s+[^\W\d_]+)", texts.nfc(line.text))
        typed = " ".join(match["tu"].split()) if match else ""
        # One in capitals, and a paper typed without marks, are other rules'.
        if typed not in {"", "Kính gửi"} and not (typed.isascii() or typed.isupper()) and bo_dau(typed).lower() in _MEANT:
            yield this.write(line, N_("Từ “{doan}” viết chưa đúng."), "Kính gửi:", doan=typed)
