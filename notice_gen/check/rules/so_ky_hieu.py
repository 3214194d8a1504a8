"""Box 3: the number and the symbol."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from notice_gen.check import head, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_
from notice_gen.legal.quyen_ky import OF_A_BODY, viet_tat_cua_co_quan_khac
from notice_gen.vietnamese import loi_vien_dan
from notice_gen.vietnamese.chu_cai import bo_dau

_TYPES = frozenset({"TB", "KH", "BC", "TTr", "QĐ", "NQ", "GM", "BB", "CTr", "HD", "CT", "QC", "GGT", "GNP"})


@rule("SO02", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", form=True, of=head.number)
def so_thieu_so_khong(this: Rule, number: head.Number) -> Faults:
    """Số văn bản nhỏ hơn 10 không có số 0 phía trước.
    Căn cứ: với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước. | Sai: Số: 5/TB-UBND | Đúng: Số: 05/TB-UBND
    """
    if re.fullmatch(r"[1-9]", number.so.text):
        yield this.write(number.so, N_("Số văn bản “{so}” nhỏ hơn 10, thiếu số 0 phía trước."), f"0{number.so.text}", so=number.so.text)


@rule("SO03", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", of=head.number)
def so_thua_so_khong(this: Rule, number: head.Number) -> Faults:
    """Số văn bản thừa số 0 phía trước.
    Căn cứ: chỉ những số nhỏ hơn 10 mới ghi thêm số 0, và chỉ thêm một số. | Sai: Số: 005/TB-UBND; Số: 0125/TB-UBND
    Đúng: Số: 05/TB-UBND; Số: 125/TB-UBND | Bỏ qua khi: cơ quan cấp số theo mã riêng đã có quy định.
    """
    if re.fullmatch(r"00+\d+|0\d\d+", number.so.text):
        yield this.write(number.so, N_("Số văn bản “{so}” thừa số 0 phía trước."), f"{int(number.so.text):02}", so=number.so.text)


@rule("SO04", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", form=True, of=head.number)
def so_thieu_dau_hai_cham(this: Rule, number: head.Number) -> Faults:
    """Sau từ “Số” không có dấu hai chấm, hoặc dấu hai chấm đứng cách chữ.
    Căn cứ: sau từ “Số” có dấu hai chấm (:). | Sai: Số 15/TB-UBND; Số : 15/TB-UBND | Đúng: Số: 15/TB-UBND
    """
    if ":" not in number.mark:
        start = number.span.start + len(number.word)
        gap = Span(number.span.paragraph, start - 1, start)
        yield this.write(gap, N_("Sau từ “Số” thiếu dấu hai chấm."), "Số: …", new=f"{gap.text}:")
    elif number.mark[:1].isspace():
        start = number.span.start + len(number.word)
        gap = Span(number.span.paragraph, start, start + number.mark.index(":") + 1)
        yield this.write(gap, N_("Dấu hai chấm viết liền sau từ “Số”."), "Số: …", new=":")


_ODD_FIGURE = re.compile(r"0+|\(\d+\)|\d+[.,](?!(?:19|20)\d\d$)\d+")


@rule("SO22", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, số thứ tự 3", of=head.number)
def so_dinh_chu_so(this: Rule, number: head.Number) -> Faults:
    """Sau “Số:” không có khoảng trắng; hoặc một nhóm chữ của ký hiệu ghi hai lần.
    Căn cứ: mẫu chữ ghi “Số: 15/QĐ-BNV”. | Sai: Số:15/TB-UBND; Số: 15/TB-UBND-UBND | Đúng: Số: 15/TB-UBND
    """
    if number.mark == ":" and number.so.text[:1].isdigit():
        place = Span(number.span.paragraph, number.so.start - 1, number.so.start + 1)
        yield this.write(place, N_("Sau “Số:” thiếu khoảng trắng."), "Số: …", new=f": {number.so.text[0]}")
    twice = next((one for one, other in pairwise(number.groups) if one == other), None)
    if twice and number.ky_hieu:
        yield this.at(number.ky_hieu, N_("Ký hiệu ghi “{doan}” hai lần."), N_("Bỏ một lần."), doan=twice)


@rule("SO05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm a", of=head.number)
def so_khong_phai_chu_so(this: Rule, number: head.Number) -> Faults:
    """Số văn bản không phải chữ số Ả Rập, hoặc có dấu phân cách hàng nghìn.
    Căn cứ: số của văn bản được ghi bằng chữ số Ả Rập. | Sai: Số: XII/TB-UBND; Số: 12A/TB-UBND; Số: 2.105/TB-UBND | Đúng: Số: 12/TB-UBND
    """
    if number.ky_hieu and any(sign.isalpha() for sign in number.so.text) and not head.to_be_filled(number.so.text):
        message = N_("Số văn bản “{so}” không phải chữ số Ả Rập.")
        yield this.at(number.so, message, N_("Ghi số thứ tự đăng ký bằng chữ số 0 đến 9."), so=number.so.text.strip())
    elif number.ky_hieu and _ODD_FIGURE.fullmatch(number.so.text.strip()):
        typed, message = number.so.text.strip(), N_("Số văn bản viết liền, không có dấu phân cách: “{so}”.")
        yield this.write(number.so, message, re.sub(r"\D", "", typed).lstrip("0") or "01", so=typed)


@rule("SO06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b", of=head.number)
def thieu_ky_hieu(this: Rule, number: head.Number) -> Faults:
    """Có số văn bản nhưng không có ký hiệu.
    Căn cứ: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan ban hành. | Sai: Số: 15 | Đúng: Số: 15/TB-UBND
    """
    hint = N_("Thêm dấu gạch chéo rồi chữ viết tắt tên loại, tên cơ quan, ví dụ 15/TB-UBND.")
    numbered = any(map(str.isdigit, number.so.text))
    if not number.groups and numbered:
        yield this.at(number.span, N_("Sau số không có ký hiệu văn bản: “{doan}”."), hint)
    elif numbered and number.ky_hieu and len(number.groups) == 1 and number.groups[0] in _TYPES and number.ky_hieu.text.strip() in _TYPES:
        yield this.at(number.span, N_("Ký hiệu chỉ có tên loại, thiếu cơ quan ban hành: “{doan}”."), hint)


@rule("SO07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def ky_hieu_sai_loai(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt tên loại trong ký hiệu không đúng với tên loại văn bản.
    Căn cứ: ký hiệu gồm chữ viết tắt tên loại; bảng chữ viết tắt ở Phụ lục III, Mục I.
    Sai: tên loại “KẾ HOẠCH”, số “12/TB-UBND”; tờ trình ghi “TT”, “TTR”; quy định ghi “QĐ”; đề án ghi “DA”; hướng dẫn ghi “HĐ”; chương trình
    ghi “CT”. | Đúng: kế hoạch: KH; tờ trình: TTr; quy định: QyĐ; đề án: ĐA; hướng dẫn: HD; chương trình: CTr.
    Bỏ qua khi: chương trình nhận nhầm một dòng chữ in hoa là tên loại.
    """
    number = head.number(view)
    asked = view.law.loai.get(view.loai)
    if view.kind is not Kind.HANH_CHINH or not number or not number.groups or not asked or "ten_loai" not in view.components:
        return
    if number.groups[0] != asked.ma and number.groups[0][:1].isalnum():
        message, hint = N_("Tên loại là {loai}, ký hiệu lại ghi “{ghi}”."), N_("Chữ viết tắt của {loai} là “{dung}”.")
        yield this.at(number.ky_hieu, message, hint, loai=asked.ten.lower(), ghi=number.groups[0], dung=asked.ma)


@rule("SO08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def cong_van_co_ma_loai(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu công văn có chữ viết tắt tên loại.
    Căn cứ: đối với công văn, ký hiệu gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực.
    Sai: công văn ghi “Số: 120/CV-SNV”, “Số: 120/TB-UBND” | Đúng: Số: 120/SNV-VP; Số: 120/UBND-NC
    Bỏ qua khi: “CV” là chữ viết tắt tên cơ quan.
    """
    # Those that are no agency's abbreviation.
    codes = {"CV", "TB", "KH", "BC", "TTr", "TTR", "QĐ", "NQ", "GM", "BB", "CTr"}
    number = head.number(view)
    if view.loai == "CV" and "ten_loai" not in view.components and number and number.groups[:1] and number.groups[0] in codes:
        message = N_("Ký hiệu công văn không có chữ viết tắt tên loại “{ghi}”.")
        hint = N_("Ghi chữ viết tắt tên cơ quan, gạch nối, chữ viết tắt đơn vị soạn thảo, ví dụ 120/SNV-VP.")
        yield this.at(number.ky_hieu, message, hint, ghi=number.groups[0])


@rule("SO09", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def cong_van_thieu_don_vi_soan(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu công văn không có chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.
    Căn cứ: ký hiệu công văn gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết.
    Sai: Số: 120/UBND | Đúng: Số: 120/UBND-NC | Bỏ qua khi: cơ quan nhỏ, không có đơn vị soạn thảo riêng.
    """
    number = head.number(view)
    alone = number.groups if number and len(number.groups) == 1 and not head.to_be_filled(number.groups[0]) else []
    if view.loai == "CV" and "ten_loai" not in view.components and number and alone:
        message = N_("Ký hiệu công văn “{ghi}” chưa có đơn vị soạn thảo hoặc lĩnh vực.")
        yield this.at(number.ky_hieu, message, N_("Thêm gạch nối và chữ viết tắt đơn vị soạn thảo, ví dụ {ghi}-VP."), ghi=number.groups[0])


@rule("SO10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b", of=head.number)
def so_ky_hieu_co_nam(this: Rule, number: head.Number) -> Faults:
    """Số, ký hiệu văn bản hành chính có ghi năm.
    Căn cứ: ký hiệu chỉ gồm chữ viết tắt tên loại và tên cơ quan; năm chỉ có trong văn bản quy phạm pháp luật.
    Sai: Số: 15/2026/TB-UBND; Số: 15-2026/TB-UBND | Đúng: Số: 15/TB-UBND | Bỏ qua khi: văn bản quy phạm pháp luật (chương trình không xét).
    """
    if number.ky_hieu is None:
        return
    message, hint = N_("Số, ký hiệu văn bản hành chính không ghi năm: “{doan}”."), N_("Bỏ năm: số, gạch chéo, rồi chữ viết tắt tên loại.")
    for span, pattern in ((number.so, r"\s*\d+(?P<nam>\s*[-–.]\s*(?:19|20)\d\d)\s*$"), (number.ky_hieu, head.YEAR)):
        match = re.match(pattern, span.text)
        if match:
            yield this.at(texts.piece(span, match, "nam"), message, hint, doan=number.span.text)


@rule("SO11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", of=head.number)
def ky_hieu_sai_dau_noi(this: Rule, number: head.Number) -> Faults:
    """Số, ký hiệu có cách chữ, hoặc dấu nối không phải gạch chéo, gạch nối.
    Căn cứ: giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không cách chữ.
    Sai: Số: 15 / TB - UBND; Số: 15/TB–UBND; Số: 15/TB/UBND | Đúng: Số: 15/TB-UBND
    """
    if not number.ky_hieu or not number.groups:
        return
    start = number.so.end if number.so.text.strip(" .…_") else number.ky_hieu.start - 1
    typed = Span(number.so.paragraph, start, number.ky_hieu.end)
    # An abbreviation still to be filled in: “/TB-”, “/TB-……”.
    typed = texts.part(typed, 0, len(re.sub(r"[-–][ .…_]*$", "", typed.text)))
    if re.search(r"[\[<{]", typed.text):
        return
    groups = [group for group in number.groups if any(map(str.isalnum, group))]
    right = "/" + "-".join(groups)
    if groups and not re.match(head.YEAR, number.ky_hieu.text) and unicodedata.normalize("NFC", typed.text) != right:
        message = N_("Dấu nối trong số, ký hiệu chưa đúng: “{doan}”.")
        yield this.write(typed, message, f"{number.so.text.strip()}{right}", new=right, doan=number.span.text)


@rule("SO12", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")
def ky_hieu_chu_thuong(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu văn bản viết chữ thường.
    Căn cứ: ký hiệu của văn bản được trình bày bằng chữ in hoa (riêng TTr, CTr, QyĐ, TrS theo Phụ lục III).
    Sai: Số: 15/tb-ubnd; Số: 15/TB-Ubnd | Đúng: Số: 15/TB-UBND
    Bỏ qua khi: chữ viết tắt do người đứng đầu quy định có một chữ thường, ví dụ “GDTrH” (chương trình bỏ qua).
    """
    number = head.number(view)
    if not number:
        return
    for group in number.groups:
        small = sum(sign.islower() for sign in group)
        if group not in view.law.loai and small * 2 > len(group) and not head.to_be_filled(group):
            yield this.write(number.ky_hieu, N_("Ký hiệu viết chữ thường: “{doan}”."), group.upper(), doan=group)
            return


@rule("SO17", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", each=texts.found(look.boxes("so_ky_hieu"), r".+"))
def ky_hieu_viet_sai(this: Rule, span: Span, _: re.Match[str]) -> Faults:
    """Ký hiệu có chữ viết sai.
    Căn cứ: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan. | Sai: Số: 15/TB-UBNĐ; Số: 15/QĐ-HDND | Đúng: Số: 15/TB-UBND
    """
    typed = texts.nfc(span.text)
    for slip in loi_vien_dan.viet_sai_ky_hieu(typed) if "-" in typed and len(typed) == len(span.text) else ():
        place = texts.part(span, slip.tu, slip.den)
        yield this.write(place, N_("Ký hiệu “{doan}” viết sai."), str(slip.dung))


@rule("SO19", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def ky_hieu_cua_co_quan_khac(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu ghi chữ viết tắt của cơ quan khác với cơ quan ban hành.
    Căn cứ: ký hiệu gồm chữ viết tắt tên cơ quan ban hành văn bản. | Sai: ỦY BAN NHÂN DÂN xã ban hành, ký hiệu ghi “QĐ-HĐND”
    Đúng: Số: 15/QĐ-UBND
    """
    number, issuer = head.number(view), [" ".join(texts.nfc(span.text).split()) for span in look.spans(view, "co_quan")]
    other = viet_tat_cua_co_quan_khac("-".join(number.groups), issuer) if number else None
    if number and other and other[0] in OF_A_BODY:  # a department's own letters, in papers of several too, are not surely read
        message = N_("Ký hiệu ghi “{viet_tat}” ({ten_kia}) mà cơ quan ban hành là “{co_quan}”.")
        hint = N_("Ghi chữ viết tắt của cơ quan ban hành.")
        yield this.at(number.ky_hieu, message, hint, viet_tat=other[0], ten_kia=other[1], co_quan=" ".join(issuer))


def _named(view: DocumentView) -> tuple[head.Number, int] | None:
    """Return a number of two groups of letters, with which of them names the agency; None where that is a type, a body's, or not known."""
    number = head.number(view)
    if number is None or len(number.groups) != _TWO or not look.spans(view, "co_quan"):
        return None
    at = 0 if view.loai == "CV" and "ten_loai" not in view.components else 1
    group = number.groups[at]
    return (number, at) if group.isalpha() and group not in {*OF_A_BODY, *view.law.loai, "CV"} and not head.to_be_filled(group) else None


@rule("SO23", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")
def ky_hieu_khong_theo_ten(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt trong ký hiệu không ghép từ tên cơ quan ban hành, hoặc đứng sai thứ tự.
    Căn cứ: ký hiệu gồm chữ viết tắt tên cơ quan ban hành văn bản; của công văn thì trước chữ viết tắt đơn vị soạn thảo.
    Sai: SỞ NỘI VỤ ban hành, ký hiệu ghi “TTr-SYT”, “VP-SNV” | Đúng: Số: 31/TTr-SNV; Số: 31/SNV-VP
    Bỏ qua khi: cơ quan có chữ viết tắt riêng, do người đứng đầu quy định.
    """
    number, at = _named(view) or (None, 0)
    if number is None or number.ky_hieu is None:
        return
    named, issuer = texts.nfc(number.groups[at]).upper(), texts.nfc(" ".join(span.text for span in look.spans(view, "co_quan"))).upper()
    own, above = "".join(word[0] for word in issuer.split() if word[0].isalpha()), look.spans(view, "co_quan_chu_quan")
    if at == 0 and texts.nfc(number.groups[1]).upper() == own != named:
        message, right = N_("Ký hiệu ghi “{doan}”: tên cơ quan đứng sau đơn vị soạn thảo."), "-".join(reversed(number.groups))
        yield this.write(number.ky_hieu, message, right, doan="-".join(number.groups))
    elif _strange(named, " ".join((issuer, *(span.text for span in above)))):
        message, hint = N_("Ký hiệu ghi “{doan}”, không ghép từ tên “{co_quan}”."), N_("Ghi chữ viết tắt của cơ quan ban hành.")
        yield this.at(number.ky_hieu, message, hint, doan=number.groups[at], co_quan=" ".join(issuer.split()))


_TWO = 2  # groups: the type and the agency, or the agency and whoever drafts


def _strange(named: str, issuer: str) -> bool:
    """Tell whether fewer than half the letters of an abbreviation begin words of a name; of an abbreviation in it all letters count."""
    words = re.findall(r"[^\W\d_]+", texts.nfc(issuer).upper())
    letters = Counter(letter for word in words for letter in (word if word in OF_A_BODY or not any(map(_is_vowel, word)) else word[0]))
    known = sum((Counter(texts.nfc(named).upper()) & letters).values())
    return len(named) > 1 and known * 2 < len(named)


def _is_vowel(letter: str) -> bool:
    return bo_dau(letter) in set("AEIOUY")


@rule("SO16", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c", of=head.number)
def tu_so_in_hoa(this: Rule, number: head.Number) -> Faults:
    """Từ “Số” viết in hoa, viết thường cả chữ đầu hoặc sai dấu.
    Căn cứ: từ “Số” được trình bày bằng chữ in thường; mẫu ở Mục V: “Số: 15/QĐ-BNV”. | Sai: SỐ: 15/TB-UBND; số: 15/TB-UBND; Sô: 15/TB-UBND
    Đúng: Số: 15/TB-UBND
    """
    shown = unicodedata.normalize("NFC", number.word)
    # A paper typed without marks is another rule's.
    if bo_dau(shown).upper() == "SO" and shown != "Số" and bo_dau(shown) != shown:
        message = N_("Từ “{doan}” viết chưa đúng.")
        yield this.write(Span(number.span.paragraph, number.span.start, number.span.start + len(number.word)), message, "Số", doan=shown)
