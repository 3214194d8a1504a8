"""Annexes: their numbers, titles, and the line that says whose they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import attached, head, look, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.form.annexes import KEM_THEO
from notice_gen.check.form.pieces import fold, pieces
from notice_gen.check.form.title import types
from notice_gen.check.view import Annex, DocumentView, Span
from notice_gen.errors import N_, Words, joined
from notice_gen.vietnamese import loi_vien_dan
from notice_gen.vietnamese.con_so import la_ma
from notice_gen.vietnamese.ngay_thang import ngay


@rule("PL03", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b", form=True, each=attached.annexes)
def phu_luc_in_hoa(this: Rule, annex: Annex) -> Faults:
    """Từ “Phụ lục” viết in hoa, viết hoa hay viết thường sai chữ.
    Căn cứ: từ “Phụ lục” và số thứ tự của phụ lục bằng chữ in thường. | Sai: PHỤ LỤC I; Phụ Lục I; phụ lục I | Đúng: Phụ lục I
    """
    words = re.match(r"\s*\S+\s+\S+", texts.nfc(annex.ten.text)) if annex.ten else None
    if annex.ten is None or words is None:
        return
    right, shown = f"Phụ lục {attached.number(annex)}".strip(), annex.ten.text.strip()
    if look.capitals(annex.ten):
        yield this.write(annex.ten, N_("“{doan}” viết in hoa."), right, doan=shown)
    elif " ".join(words[0].split()) in {"Phụ Lục", "phụ lục", "phụ Lục"}:
        yield this.write(annex.ten, N_("“{doan}” viết hoa chưa đúng."), right, doan=shown)


@rule("PL05", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")
def phu_luc_khong_danh_so(this: Rule, view: DocumentView) -> Faults:
    """Văn bản có nhiều phụ lục mà phụ lục không đánh số.
    Căn cứ: từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã. | Sai: Phụ lục / Phụ lục
    Đúng: Phụ lục I / Phụ lục II
    """
    annexes = attached.annexes(view)
    for annex in annexes if len(annexes) > 1 else ():
        if annex.ten and not attached.number(annex):
            message = N_("Văn bản có {so} phụ lục, phụ lục này không có số thứ tự.")
            yield this.at(annex.ten, message, N_("Đánh số: Phụ lục I, Phụ lục II, …"), so=len(annexes))


@rule("PL06", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")
def phu_luc_khong_so_la_ma(this: Rule, view: DocumentView) -> Faults:
    """Số thứ tự của phụ lục không phải số La Mã.
    Căn cứ: từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã. | Sai: Phụ lục 1 / Phụ lục 2
    Đúng: Phụ lục I / Phụ lục II | Bỏ qua khi: văn bản chỉ có một phụ lục (chương trình bỏ qua).
    """
    annexes = attached.annexes(view)
    for annex in annexes if len(annexes) > 1 else ():
        number = attached.number(annex)
        if annex.ten and number and not texts.roman_value(number):
            right = la_ma(int(number)) if number.isdigit() and int(number) else "I, II, …"
            yield this.write(annex.ten, N_("Số thứ tự của “{doan}” không phải số La Mã."), f"Phụ lục {right}", doan=annex.ten.text.strip())


@rule("PL07", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")
def phu_luc_sai_thu_tu(this: Rule, view: DocumentView) -> Faults:
    """Số thứ tự của các phụ lục không liên tục hoặc trùng nhau.
    Căn cứ: các phụ lục phải được đánh số thứ tự. | Sai: Phụ lục I / Phụ lục III | Đúng: Phụ lục I / Phụ lục II
    """
    values = [(annex, texts.roman_value(attached.number(annex))) for annex in attached.annexes(view)]
    for (above, before), (annex, here) in pairwise(values):
        if above.ten and annex.ten and before and here and here != before + 1:
            message = N_("“{so}” đứng sau “{truoc}”: sai thứ tự hoặc thiếu số ở giữa.")
            hint = N_("Đánh lại số thứ tự, rồi sửa các chỗ viện dẫn.")
            yield this.at(annex.ten, message, hint, so=annex.ten.text.strip(), truoc=above.ten.text.strip())


@rule("PL12", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c", form=True, each=attached.annexes)
def phu_luc_thieu_kem_theo(this: Rule, annex: Annex) -> Faults:
    """Phụ lục không có dòng chỉ dẫn “Kèm theo …”.
    Căn cứ: thông tin chỉ dẫn kèm theo văn bản trên mỗi phụ lục gồm số, ký hiệu, thời gian ban hành và tên cơ quan ban hành.
    Sai: dưới tên phụ lục là ngay nội dung. | Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)
    Bỏ qua khi: dòng chỉ dẫn đặt trong hình ảnh.
    """
    if annex.ten and annex.kem_theo is None:
        message = N_("Phụ lục không có dòng chỉ dẫn “(Kèm theo …)”.")
        yield this.at(annex.ten, message, N_("Thêm dưới tên phụ lục: (Kèm theo … số … ngày … tháng … năm … của …)"))


@rule("PL24", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b", each=attached.annexes)
def phu_luc_sai_cho_ten(this: Rule, annex: Annex) -> Faults:
    """Tên phụ lục viết cùng dòng với “Phụ lục”, không có, hoặc đứng dưới dòng “Kèm theo”.
    Căn cứ: từ “Phụ lục” và số thứ tự thành một dòng riêng; tên phụ lục ở dưới, rồi tới thông tin chỉ dẫn kèm theo.
    Sai: Phụ lục I: KẾT QUẢ KIỂM TRA; “(Kèm theo …)” ngay dưới “Phụ lục I” | Đúng: Phụ lục I / KẾT QUẢ KIỂM TRA / (Kèm theo …)
    """
    word, title, reference = annex.ten, annex.tieu_de, annex.kem_theo
    if word is None:
        return
    if title is not None and title.paragraph is word.paragraph:
        if "\n" not in word.paragraph.text[word.end : title.start]:
            message, hint = N_("Tên phụ lục viết cùng dòng với “{tu}”."), N_("Xuống dòng sau số thứ tự của phụ lục.")
            yield this.at(title, message, hint, tu=word.text.strip())
    elif title is None and reference is not None:
        between = [one for one in annex.paragraphs if word.paragraph.index < one.index < reference.paragraph.index and one.text.strip()]
        if not between:
            message = N_("Giữa “{tu}” và dòng chỉ dẫn không có tên phụ lục.")
            yield this.at(reference, message, N_("Ghi tên phụ lục bằng chữ in hoa, đậm, ở trên dòng này."), tu=word.text.strip())


_NAMED = r"\b(?:tại|ở|theo) Phụ lục\b|\bPhụ lục(?: [IVX]+)? (?:kèm|đính) theo"


def _speaks_of_one(view: DocumentView) -> bool:
    """Tell whether the text speaks of an annex, and what is attached is no paper of a type, ``QUY CHẾ``."""
    title = view.annexes[0].tieu_de
    typed = title is not None and any(fold(title.text.strip()).startswith(name) for name, _, _ in types(view.law))
    return not typed and next(texts.matches(texts.body(view), _NAMED, "Phụ lục"), None) is not None


@rule("PL26", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")
def phu_luc_thieu_tu_phu_luc(this: Rule, view: DocumentView) -> Faults:
    """Một phụ lục có dòng chỉ dẫn “Kèm theo” mà trên đó không có từ “Phụ lục” và số thứ tự.
    Căn cứ: từ “Phụ lục” và số thứ tự của phụ lục được trình bày thành một dòng riêng, canh giữa.
    Sai: sang trang mới là ngay “DANH SÁCH / (Kèm theo …)”. | Đúng: Phụ lục II / DANH SÁCH / (Kèm theo …)
    """
    for span in _references_alone(view):
        message = N_("Trên dòng “{doan}” không có từ “Phụ lục” và số thứ tự.")
        yield this.at(span, message, N_("Thêm dòng “Phụ lục …” trên tên phụ lục."))


def _references_alone(view: DocumentView) -> Iterator[Span]:
    """Yield the lines ``(Kèm theo …)`` of annexes that do not call themselves so."""
    own = attached.annexes(view)
    if not own and view.annexes and view.annexes[0].kem_theo and _speaks_of_one(view):
        yield view.annexes[0].kem_theo
    for annex in own:
        head_ = annex.kem_theo.paragraph.index + 1 if annex.kem_theo else sys.maxsize
        later = [one for one in annex.paragraphs if one.index > head_ and one.align == "center" and one.cell is None]
        for piece in pieces((one.index, one) for one in later):
            if piece.text.startswith("(") and KEM_THEO.match(piece.key) and re.search(r"\bSO\b", piece.key):
                yield piece.span


_SHORT_DATE = r"/[^\W\d][^\s/]*\s+ngày \d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}"


@rule("PL25", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 2.1, 2.2")
def kem_theo_sai_dang(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” không trong ngoặc đơn, bắt đầu bằng chữ thường, có dấu ở cuối hoặc ghi ngày viết tắt.
    Căn cứ: mẫu ghi “(Kèm theo … số …/… ngày … tháng … năm … của …)”. | Sai: Kèm theo Thông báo …; [Kèm theo …]; (kèm theo …)
    Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)
    """
    issued = texts.issued(view)
    for annex in view.annexes:
        line, dated = annex.kem_theo, attached.date_of(annex)
        if line is None or (issued and dated and dated[1] != issued):  # the wrong day is told by itself
            continue
        rows = [one for one in annex.paragraphs if line.paragraph.index <= one.index < line.paragraph.index + 3]
        shown = " ".join(texts.nfc(" ".join(one.text for one in rows)).partition(")")[0].split())
        closed = re.match(r"\s*[.,;:]", texts.nfc(line.paragraph.text).partition(")")[2]) or re.search(r"[.,;:]$", shown)
        if not re.match(r"\((?:Ban hành kèm|Kèm|Ban hành) ", shown) or closed or re.search(_SHORT_DATE, shown):
            yield this.at(line, N_("Dòng chỉ dẫn ghi chưa đúng mẫu: “{doan}”."), N_("Viết: (Kèm theo … số … ngày … tháng … năm … của …)"))


@rule("PL16", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")
def kem_theo_sai_so(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” ghi số, ký hiệu khác với văn bản.
    Căn cứ: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.
    Sai: văn bản số 15/TB-SNV, phụ lục ghi “Kèm theo Thông báo số 14/TB-SNV”. | Đúng: (Kèm theo Thông báo số 15/TB-SNV …)
    Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
    """
    number = head.number(view)
    if number is None or any(loi_vien_dan.viet_sai_ky_hieu(texts.nfc(number.span.text))):  # a slip of its own number is told there
        return
    for annex in view.annexes:
        other = attached.other_number(view, annex)
        if other:
            message = N_("Phụ lục ghi kèm theo văn bản “{doan}”, văn bản này là “{dung}”.")
            yield this.at(annex.kem_theo, message, N_("Ghi đúng số, ký hiệu của văn bản này."), doan=other, dung=number.span.text)


@rule("PL17", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")
def khong_chi_dan_phu_luc(this: Rule, view: DocumentView) -> Faults:
    """Văn bản có phụ lục mà nội dung không nhắc tới phụ lục.
    Căn cứ: trường hợp văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.
    Sai: thông báo có phụ lục, lời văn không có chữ “phụ lục”, “kèm theo”. | Đúng: … (chi tiết tại Phụ lục kèm theo).
    """
    annexes = attached.annexes(view)
    if not annexes or not annexes[0].ten:
        return
    # A text may name the annex by what it is: “có tên trong danh sách”.
    titles = " ".join(texts.nfc(annex.ten.text).lower() for annex in annexes if annex.ten)
    named = [word for word in ("danh sách", "biểu mẫu", "biểu", "bảng") if re.search(rf"\b{word}\b", titles)]
    reference = "|".join([r"phụ\s+lục|kèm\s+theo|gửi\s+kèm|đính\s+kèm|PL\s?\d", *named]).replace(" ", r"\s+")
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    spans = (span for span in texts.text(view) if span.paragraph.index not in annexed)
    if not any(re.search(reference, texts.nfc(span.text), re.IGNORECASE) for span in spans):
        message = N_("Nội dung văn bản không nhắc tới phụ lục.")
        yield this.at(annexes[0].ten, message, N_("Thêm chỉ dẫn vào chỗ có liên quan, ví dụ “(chi tiết tại Phụ lục kèm theo)”."))


@rule("PL18", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")
def kem_theo_thieu_thong_tin(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” thiếu số, ngày hoặc cơ quan ban hành.
    Căn cứ: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.
    Sai: (Kèm theo Thông báo số 15/TB-SNV của Sở Nội vụ); (Kèm theo Thông báo này)
    Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)
    Bỏ qua khi: văn bản điện tử để trống các chỗ này (chương trình bỏ qua).
    """
    own = view.law.loai.get(view.loai)  # else the annex may be another paper's
    types = "|".join(loai.ten for loai in ([own] if own else (*view.law.loai.values(), *view.law.loai_khong_ma))) + "|Văn bản"
    for annex in view.annexes:
        reference = attached.reference(annex)
        if not re.match(rf"\(\s*(?:Ban hành )?kèm theo (?:{types})\b", reference, re.IGNORECASE):
            continue
        blank = re.search(r"\bngày(?![\s.…_]*\d)|\bsố(?![\s.…_:]*\d)", reference)
        asked = (N_("số, ký hiệu"), "số"), (N_("ngày, tháng, năm"), "ngày"), (N_("cơ quan ban hành"), "của")
        lacking = [name for name, word in asked if not re.search(rf"\b{word}\b", reference)]
        if re.search(r"\d/[A-ZĐ]", reference):  # the number stands there, the word before it is another rule's
            lacking = [name for name in lacking if name != "số, ký hiệu"]
        if lacking and not (blank and lacking == ["cơ quan ban hành"]):
            message, hint = N_("Dòng chỉ dẫn thiếu {thieu}: “{doan})”."), N_("Viết: (Kèm theo … số … ngày … tháng … năm … của …)")
            yield this.at(annex.kem_theo, message, hint, thieu=joined("; ", [*map(Words, lacking)]), doan=reference)


@rule("PL19", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")
def kem_theo_sai_ngay(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” ghi ngày khác với ngày của văn bản.
    Căn cứ: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.
    Sai: văn bản ngày 05 tháng 3 năm 2026, phụ lục ghi ngày 06 tháng 3 năm 2026.
    Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)
    Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
    """
    issued = texts.issued(view)
    for annex in view.annexes:
        dated = attached.date_of(annex)
        if issued and dated and dated[1] != issued and not attached.other_number(view, annex):
            message = N_("Phụ lục ghi “{doan}”, văn bản này ban hành ngày {dung}.")
            yield this.at(annex.kem_theo, message, N_("Ghi đúng ngày của văn bản này."), doan=dated[0][0], dung=ngay(issued))


@rule("PL20", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")
def kem_theo_sai_co_quan(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” ghi cơ quan khác với cơ quan ban hành văn bản.
    Căn cứ: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.
    Sai: văn bản của Sở Nội vụ, phụ lục ghi “của Sở Tài chính”.
    Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)
    Bỏ qua khi: tên cơ quan viết tắt (chương trình không so).
    """
    for annex in view.annexes:
        name = attached.issuer(attached.reference(annex))
        if name and attached.other_issuer(view, name) and not attached.other_number(view, annex):
            message = N_("Phụ lục ghi kèm theo văn bản của “{doan}”, không phải cơ quan ban hành văn bản này.")
            yield this.at(annex.kem_theo, message, N_("Ghi đúng tên cơ quan ban hành."), doan=name)


@rule("PL22", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")
def kem_theo_sai_loai(this: Rule, view: DocumentView) -> Faults:
    """Dòng chỉ dẫn “Kèm theo” ghi tên loại khác với văn bản.
    Căn cứ: thông tin chỉ dẫn kèm theo là của chính văn bản có phụ lục.
    Sai: thông báo số 15/TB-SNV, phụ lục ghi “Kèm theo Kế hoạch số 15/TB-SNV”
    Đúng: (Kèm theo Thông báo số 15/TB-SNV …) | Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
    """
    own = view.law.loai.get(view.loai)
    types = "|".join(loai.ten for loai in view.law.loai.values())
    for annex in view.annexes if own else ():
        found = re.match(rf"\(\s*(?:Ban hành )?kèm theo (?P<loai>{types}) số\b", attached.reference(annex), re.IGNORECASE)
        if own and found and found["loai"].lower() != own.ten.lower() and not attached.other_number(view, annex):
            message = N_("Phụ lục ghi kèm theo {ghi}, văn bản này là {loai}.")
            yield this.at(annex.kem_theo, message, N_("Ghi đúng tên loại của văn bản này."), ghi=found["loai"], loai=own.ten)


@rule("PL23", Level.GOI_Y, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b", each=attached.annexes)
def phu_luc_thua_chu_so(this: Rule, annex: Annex) -> Faults:
    """Giữa từ “Phụ lục” và số thứ tự có thêm chữ “số”.
    Căn cứ: từ “Phụ lục” và số thứ tự của phụ lục; mẫu ghi “Phụ lục I”. | Sai: Phụ lục số I | Đúng: Phụ lục I
    """
    if annex.ten and re.match(r"\s*Phụ lục số\b", texts.nfc(annex.ten.text), re.IGNORECASE):
        right = f"Phụ lục {attached.number(annex)}".strip()
        yield this.write(annex.ten, N_("“{doan}” có thêm chữ “số”."), right, doan=annex.ten.text.strip())
