"""Box 9b: the recipients at the foot."""

from __future__ import annotations

import re

from notice_gen.check import lists, look, outline, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Span, is_blank
from notice_gen.errors import N_
from notice_gen.vietnamese import loi_ten
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.dieu_noi_bo import cac_dieu


@rule("NN06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def noi_nhan_thieu_dau_hai_cham(this: Rule, view: DocumentView) -> Faults:
    """Sau từ “Nơi nhận” không có dấu hai chấm.
    Căn cứ: từ “Nơi nhận” sau có dấu hai chấm (:). | Sai: Nơi nhận | Đúng: Nơi nhận:
    """
    words, _ = lists.noi_nhan(view)
    if words and not words.text.endswith(":"):
        end = Span(words.paragraph, words.end - 1, words.end)
        yield this.write(end, N_("Sau từ “Nơi nhận” thiếu dấu hai chấm."), "Nơi nhận:", new=f"{end.text}:")


@rule("NN21", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 9, điểm a")
def noi_nhan_hai_lan(this: Rule, view: DocumentView) -> Faults:
    """Một nơi nhận ghi hai lần.
    Căn cứ: mỗi cơ quan, tổ chức, cá nhân nhận văn bản ghi một lần. | Sai: - Sở Nội vụ; / - Sở Tài chính; / - Sở Nội vụ;
    Đúng: - Sở Nội vụ; / - Sở Tài chính;
    """
    seen: set[str] = set()
    for entry in lists.recipients(view):
        name = entry.key.rstrip(" ;.,")
        if name in seen and not entry.unfinished and not lists.is_kept(entry):
            hint = N_("Bỏ một dòng, hoặc sửa thành nơi nhận còn thiếu.")
            yield this.at(entry.lines[0], N_("Nơi nhận “{doan}” ghi hai lần."), hint, doan=entry.text.rstrip(" ;.,"))
        seen.add(name)


@rule("NN22", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")
def tu_noi_nhan_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Từ “Nơi nhận” viết hoa sai, sai dấu hoặc thay bằng từ khác.
    Căn cứ: từ “Nơi nhận” trình bày bằng chữ in thường. | Sai: Nơi Nhận:; Nơi nhân:; Nơi gửi: | Đúng: Nơi nhận:
    """
    words, _ = lists.noi_nhan(view)
    typed = texts.nfc(words.text).strip(" :\t\u00a0") if words else ""
    # One in capitals, and a paper typed without marks, are other rules'.
    if words and typed != "Nơi nhận" and not (typed.isascii() or typed.isupper()) and bo_dau(typed).lower() in {"noi nhan", "noi gui"}:
        yield this.write(words, N_("Từ “{doan}” viết chưa đúng."), "Nơi nhận:", doan=typed)


@rule("NN07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def noi_nhan_khong_rieng_dong(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận đầu tiên viết cùng dòng với từ “Nơi nhận”.
    Căn cứ: từ “Nơi nhận” được trình bày trên một dòng riêng. | Sai: Nơi nhận: - Các xã, phường;
    Đúng: Nơi nhận: (xuống dòng) - Các xã, phường;
    """
    words, entries = lists.noi_nhan(view)
    if words and entries and entries[0].lines[0].paragraph is words.paragraph and entries[0].lines[0].start == words.end:
        message = N_("“{doan}” viết cùng dòng với “Nơi nhận:”.")
        yield this.at(entries[0].lines[0], message, N_("Xuống dòng sau “Nơi nhận:”."), doan=entries[0].text)


@rule("NN08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True, each=lists.recipients)
def muc_noi_nhan_thieu_gach_dau_dong(this: Rule, entry: lists.Entry) -> Faults:
    """Dòng nơi nhận không có gạch đầu dòng.
    Căn cứ: tên mỗi nơi nhận trên một dòng riêng, đầu dòng có gạch đầu dòng (-) sát lề trái. | Sai: Các xã, phường; + Lưu: VT.
    Đúng: - Các xã, phường; - Lưu: VT. | Bỏ qua khi: dòng viết tiếp của nơi nhận ở trên (chương trình bỏ qua).
    """
    if entry.dash != "-" and not is_blank(entry.text):
        yield this.write(entry.lines[0], N_("Đầu dòng “{doan}” không có gạch đầu dòng."), f"- {entry.text}", doan=entry.text)


@rule("NN10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")
def noi_nhan_thieu_luu(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận không có dòng “Lưu”.
    Căn cứ: dòng cuối cùng bao gồm chữ “Lưu”, dấu hai chấm, chữ viết tắt “VT”, đơn vị soạn thảo và số lượng bản lưu.
    Sai: nơi nhận không ghi nơi lưu. | Đúng: - Lưu: VT, VP.
    """
    entries = lists.recipients(view)
    if entries and not any(lists.is_kept(entry) or entry.unfinished for entry in entries):
        yield this.at(entries[-1].lines[-1], N_("Nơi nhận không có dòng “Lưu”."), N_("Thêm dòng cuối, ví dụ: “- Lưu: VT, VP.”"))


@rule("NN11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")
def luu_khong_o_cuoi(this: Rule, view: DocumentView) -> Faults:
    """Dòng “Lưu” không ở cuối phần nơi nhận.
    Căn cứ: dòng cuối cùng bao gồm chữ “Lưu”. | Sai: - Lưu: VT; / - Các xã, phường. | Đúng: - Các xã, phường; / - Lưu: VT.
    """
    entries = lists.recipients(view)
    kept = [number for number, entry in enumerate(entries) if lists.is_kept(entry)]
    if kept and kept[-1] != len(entries) - 1:
        message = N_("Dòng “{doan}” phải ở cuối phần nơi nhận.")
        yield this.at(entries[kept[-1]].lines[0], message, N_("Chuyển dòng “Lưu” xuống cuối."), doan=entries[kept[-1]].text)


@rule("NN12", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", each=lists.recipients)
def luu_sai_dang(this: Rule, entry: lists.Entry) -> Faults:
    """Dòng “Lưu” thiếu dấu hai chấm, thiếu “VT”, sau “VT” không phải dấu phẩy, hoặc viết sai chữ “Lưu”.
    Căn cứ: chữ “Lưu”, sau có dấu hai chấm (:), tiếp theo là chữ viết tắt “VT”, dấu phẩy (,), chữ viết tắt đơn vị soạn thảo, số lượng bản
    lưu. | Sai: - Lưu VT; - Lưu: Văn phòng; - Lưu: VT; VP. - lưu: VT. | Đúng: - Lưu: VT, VP.
    Bỏ qua khi: cơ quan không tổ chức văn thư riêng.
    """
    unsaid = re.match(r"LUU\s*:?\s*(?:…|[._]{2,}|[\[<{])", entry.key)
    shaped = re.match(r"LUU\s*:\s*VT\s*(?:[,(…]|[._;:]*$|\.{2})", entry.key) and not re.search(r":\s*(?!VT)[Vv][Tt]\b", entry.text)
    right = shaped and (entry.text.startswith("Lưu") or entry.text.isascii())
    if lists.is_kept(entry) and not unsaid and not right:
        yield this.write(entry.lines[0], N_("Dòng “{doan}” ghi chưa đúng."), "- Lưu: VT, …", doan=entry.text)


@rule("NN28", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 9, điểm c", each=lists.recipients)
def luu_hai_lan(this: Rule, entry: lists.Entry) -> Faults:
    """Dòng “Lưu” ghi một nơi hai lần.
    Căn cứ: mỗi nơi lưu ghi một lần. | Sai: - Lưu: VT, VT. | Đúng: - Lưu: VT, VP.
    """
    places = re.findall(r"[^\W_][^,;:.()]*", entry.text.partition(":")[2]) if lists.is_kept(entry) else []
    twice = next((one.strip() for n, one in enumerate(places) if one.strip() in {other.strip() for other in places[:n]}), None)
    if twice:
        yield this.at(entry.lines[0], N_("Dòng “{doan}” ghi “{noi}” hai lần."), N_("Bỏ một lần."), doan=entry.text, noi=twice)


@rule("NN13", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")
def thieu_nhu_tren(this: Rule, view: DocumentView) -> Faults:
    """Có “Kính gửi” mà nơi nhận không có “Như trên”.
    Căn cứ: đối với tờ trình, báo cáo gửi cấp trên và công văn, phía dưới từ “Nơi nhận” là từ “Như trên”.
    Sai: nơi nhận của công văn bắt đầu bằng “- Sở Tài chính;” | Đúng: - Như trên;
    """
    entries = lists.recipients(view)
    asked = entries and "kinh_gui" in view.components and view.loai in {"CV", "TTr", "BC"}
    if asked and not any(lists.as_above(entry) or (entry.unfinished and not lists.is_kept(entry)) for entry in entries):
        yield this.at(entries[0].lines[0], N_("Có “Kính gửi” mà nơi nhận không có “Như trên”."), N_("Thêm dòng đầu: “- Như trên;”"))


@rule("NN14", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b", each=lists.recipients)
def nhu_kinh_gui(this: Rule, entry: lists.Entry) -> Faults:
    """Nơi nhận ghi “Như kính gửi”, “Như Trên”, hoặc “như Điều” viết thường.
    Căn cứ: phía dưới từ “Nơi nhận” là từ “Như trên”. | Sai: - Như kính gửi; - Như Trên; - như Điều 3; | Đúng: - Như trên; - Như Điều 3;
    """
    if entry.text.startswith("như Điều"):
        yield this.write(entry.lines[0], N_("Nơi nhận ghi “{doan}”."), f"- N{entry.text[1:]}", doan=entry.text)
    elif re.match(r"NHU (?:NOI )?KINH GUI\b", entry.key) or re.match(r"(?:Như Trên|NHƯ TRÊN|như trên)\b", entry.text):
        yield this.write(entry.lines[0], N_("Nơi nhận ghi “{doan}”."), "- Như trên;", doan=entry.text)


@rule("NN15", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")
def nhu_tren_khong_o_dau(this: Rule, view: DocumentView) -> Faults:
    """Dòng “Như trên” không ở đầu phần nơi nhận.
    Căn cứ: phía dưới từ “Nơi nhận” là từ “Như trên”, tiếp theo là các nơi nhận khác. | Sai: - Sở Tài chính; / - Như trên;
    Đúng: - Như trên; / - Sở Tài chính;
    """
    for entry in lists.recipients(view)[1:]:
        if lists.as_above(entry):
            message = N_("Dòng “{doan}” phải ở đầu phần nơi nhận.")
            yield this.at(entry.lines[0], message, N_("Chuyển dòng “Như trên” lên đầu."), doan=entry.text)


@rule("NN16", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 9, điểm c")
def nhu_tren_khong_co_kinh_gui(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận ghi “Như trên” mà văn bản không có “Kính gửi”.
    Căn cứ: văn bản không có phần “Kính gửi” thì liệt kê các nơi nhận. | Sai: kế hoạch không có “Kính gửi”, nơi nhận ghi “- Như trên;”
    Đúng: - Các phòng, ban; | Bỏ qua khi: giấy mời, giấy giới thiệu, công điện (chương trình bỏ qua).
    """
    if "kinh_gui" in view.components or view.loai in {"GM", "GGT", "CĐ", ""}:
        return
    for entry in lists.recipients(view):
        if lists.as_above(entry):
            yield this.at(entry.lines[0], N_("Không có “Kính gửi” để nơi nhận ghi “{doan}”."), N_("Ghi tên các nơi nhận."), doan=entry.text)


@rule("NN17", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")
def nhu_dieu_khong_co(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận ghi “Như Điều …” mà văn bản không có điều đó.
    Căn cứ: nơi nhận ghi “Như Điều …”, là điều giao trách nhiệm thi hành. | Sai: quyết định có 3 điều, nơi nhận ghi “- Như Điều 4;”
    Đúng: - Như Điều 3;
    """
    there = {label.value for label in outline.labels(view) if label.level == "Điều" and label.annex == -1}
    for entry in lists.recipients(view) if there else ():
        begins = re.match(r"NHU (?:CAC )?DIEU\b", entry.key)
        named = cac_dieu(f"Như Điều{entry.text[begins.end() :]}") if begins else ()
        absent = [number for one in named for number in one.cac_dieu if number not in there]
        if absent:
            message, hint = N_("Văn bản không có Điều {so}."), N_("Ghi điều giao trách nhiệm thi hành, thường là điều cuối: Điều {dung}.")
            yield this.at(entry.lines[0], message, hint, so=absent[0], dung=max(there))


@rule("NN18", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")
def quyet_dinh_thieu_nhu_dieu(this: Rule, view: DocumentView) -> Faults:
    """Nơi nhận của quyết định, nghị quyết không có “Như Điều …”.
    Căn cứ: dòng đầu của nơi nhận là “Như Điều …”. | Sai: nơi nhận của quyết định bắt đầu bằng “- Các thôn;” | Đúng: - Như Điều 3;
    Bỏ qua khi: điều cuối không giao trách nhiệm cho ai.
    """
    entries = lists.recipients(view)
    numbered = any(label.level == "Điều" and label.annex == -1 for label in outline.labels(view))
    if entries and view.loai in texts.WITH_BASES and numbered and not any(entry.key.startswith("NHU ") for entry in entries):
        message = N_("Nơi nhận không có dòng “Như Điều …”.")
        yield this.at(entries[0].lines[0], message, N_("Thêm dòng đầu: “- Như Điều …;”, ghi điều giao trách nhiệm thi hành."))


@rule("NN19", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def noi_nhan_in_hoa(this: Rule, view: DocumentView) -> Faults:
    """Từ “Nơi nhận” viết in hoa.
    Căn cứ: từ “Nơi nhận” bằng chữ in thường. | Sai: NƠI NHẬN: | Đúng: Nơi nhận:
    """
    words, _ = lists.noi_nhan(view)
    if words and look.capitals(words):
        yield this.write(words, N_("Từ “{doan}” viết in hoa."), "Nơi nhận:")


@rule("NN20", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", form=True)
def noi_nhan_khong_sat_le_trai(this: Rule, view: DocumentView) -> Faults:
    """Từ “Nơi nhận”, gạch đầu dòng của các nơi nhận không sát lề trái.
    Căn cứ: từ “Nơi nhận” ngang hàng với dòng quyền hạn, chức vụ của người ký và sát lề trái; gạch đầu dòng (-) sát lề trái.
    Sai: “Nơi nhận:” canh giữa ô, hoặc thụt vào 2 cm; “- Sở Nội vụ;” canh phải. | Đúng: canh trái, không thụt.
    """
    # A cell's padding and a ruler dragged by hand, mm.
    shifted = 5.0
    words, entries = lists.noi_nhan(view)
    for span in (words, *(entry.lines[0] for entry in entries)):
        paragraph = span.paragraph if span is not None and span.text.strip() == span.paragraph.text.strip() else None
        if paragraph and (paragraph.align in {"center", "right"} or paragraph.left + paragraph.first_line > shifted):
            mend, message = Mend("paragraph", {"align": "left", "left": 0.0, "first_line": 0.0}), N_("“{doan}” phải sát lề trái.")
            hint = N_("Đặt con trỏ vào dòng này, bấm Ctrl+L; Paragraph > Indentation: Left 0.")
            yield this.at(span, message, hint, mend=mend, doan=paragraph.text.strip())


def _listed(view: DocumentView) -> list[lists.Entry]:
    return [*lists.recipients(view), *lists.addressees(view)]


@rule("NN26", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", each=lists.names)
def noi_nhan_ca_dong_in_hoa(this: Rule, span: Span) -> Faults:
    """Tên nơi nhận ở “Kính gửi”, “Nơi nhận” viết in hoa cả dòng.
    Căn cứ: tên các cơ quan, tổ chức, cá nhân nhận văn bản được trình bày bằng chữ in thường. | Sai: - SỞ NỘI VỤ; Kính gửi: SỞ NỘI VỤ
    Đúng: - Sở Nội vụ; Kính gửi: Sở Nội vụ | Bỏ qua khi: cả dòng là chữ viết tắt.
    """
    words = [word for word in re.findall(r"[^\W\d_]{2,}", texts.nfc(span.text)) if bo_dau(word) != word and not word.startswith("HĐ")]
    if len(words) > 1 and texts.nfc(span.text).isupper() and not span.text.lstrip().endswith(":"):
        message, hint = N_("Nơi nhận “{doan}” viết in hoa."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng.")
        yield this.at(span, message, hint, doan=span.text.strip())


@rule("NN23", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", each=_listed)
def nhieu_noi_mot_dong(this: Rule, entry: lists.Entry) -> Faults:
    """Hai nơi nhận viết chung một dòng.
    Căn cứ: tên mỗi nơi nhận, mỗi nhóm nơi nhận được trình bày trên một dòng riêng, cuối dòng có dấu chấm phẩy.
    Sai: - Sở Nội vụ; Sở Tài chính; | Đúng: - Sở Nội vụ; / - Sở Tài chính;
    Bỏ qua khi: dấu chấm phẩy trong ngoặc đơn (chương trình bỏ qua).
    """
    shown = [lists.bare(span.text) for span in entry.lines]
    if not lists.is_kept(entry) and any(lists.SEVERAL.search(line) and not lists.of_one_group(line) for line in shown):
        yield this.at(entry.lines[0], N_("“{doan}”: mỗi nơi nhận một dòng."), N_("Xuống dòng sau dấu chấm phẩy."), doan=entry.text)


@rule("NN27", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d", each=lists.names)
def noi_nhan_chung_dong(this: Rule, span: Span) -> Faults:
    """Hai cơ quan nhận văn bản ghi chung một dòng, nối bằng dấu phẩy hoặc chữ “và”.
    Căn cứ: tên mỗi nơi nhận, mỗi nhóm nơi nhận được trình bày trên một dòng riêng. | Sai: - UBND tỉnh, Sở Nội vụ;
    Đúng: - UBND tỉnh; / - Sở Nội vụ; | Bỏ qua khi: đó là một nhóm nơi nhận (gọi chung thì ghi: Các sở: Nội vụ, Tài chính).
    """
    if several := loi_ten.chung_dong(lists.bare(span.text)):
        message, hint = N_("“{doan}” là {so} nơi nhận ghi chung một dòng."), N_("Mỗi nơi nhận một dòng, có gạch đầu dòng.")
        yield this.at(span, message, hint, doan=span.text.strip(), so=len(several))
