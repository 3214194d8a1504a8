"""The divisions of the text: parts, chapters, Điều, roman sections, clauses, points; their numbers, marks and titles."""

from __future__ import annotations

import re

from notice_gen.check import layout, look, outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import la_ma


@rule("PC03", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.wide)
def phan_chuong_in_hoa(this: Rule, heading: outline.Heading) -> Faults:
    """Từ “Phần”, “Chương”, “Mục” viết in hoa.
    Căn cứ: từ “Phần”, “Chương”, “Mục” và số thứ tự được trình bày bằng chữ in thường. | Sai: CHƯƠNG I | Đúng: Chương I
    """
    word = heading.label.shown.split()[0]
    if word.isupper() and len(word) > 1:
        yield this.write(
            heading.label.place, N_("“{doan}” viết in hoa."), f"{word.capitalize()} {heading.label.shown.split()[-1]}",
            doan=heading.label.shown,
        )


@rule("PC04", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.wide)
def phan_chuong_khong_so_la_ma(this: Rule, heading: outline.Heading) -> Faults:
    """Số thứ tự của phần, chương không phải số La Mã; của mục, tiểu mục không phải số Ả Rập.
    Căn cứ: số thứ tự của phần, chương dùng chữ số La Mã; của mục, tiểu mục dùng chữ số Ả Rập. | Sai: Chương 1; Chương một; Mục II
    Đúng: Chương I; Mục 2
    """
    label = heading.label
    typed, asked = label.shown.split()[-1], label.level in {"phần", "chương"}
    roman = bool(re.fullmatch(r"[IVXLC]+", typed))
    if (roman or not typed.isdigit()) != asked or (asked and not roman):
        right = str(label.value) if roman else la_ma(label.value)
        message = N_("Số thứ tự “{doan}” dùng sai loại chữ số.")
        yield this.write(label.place, message, f"{label.level.capitalize()} {right}", doan=label.shown)


@rule("PC05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.bound)
def phan_chuong_khong_rieng_dong(this: Rule, label: outline.Label) -> Faults:
    """Tiêu đề viết cùng dòng với “Phần”, “Chương”, “Mục”.
    Căn cứ: từ “Chương” và số thứ tự trên một dòng riêng; tiêu đề được trình bày ngay dưới. | Sai: Chương I. QUY ĐỊNH CHUNG
    Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG | Bỏ qua khi: trong phụ lục có tên “Phụ lục” (chương trình bỏ qua).
    """
    if label.level in outline.WIDE and label.typed and label.beside:
        yield this.at(label.place, N_("Tiêu đề viết cùng dòng với “{doan}”."), N_("Xuống dòng sau số thứ tự."), doan=label.shown)


@rule("PC06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm d", each=outline.wide)
def phan_chuong_thieu_tieu_de(this: Rule, heading: outline.Heading) -> Faults:
    """Phần, chương, mục không có tiêu đề.
    Căn cứ: phần, chương, mục, tiểu mục, điều phải có tiêu đề. | Sai: dưới “Chương I” là ngay “Điều 1.”
    Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG
    """
    if heading.title is None:
        message = N_("“{doan}” không có tiêu đề.")
        yield this.at(heading.label.span, message, N_("Thêm tiêu đề ngay dưới, canh giữa, chữ in hoa, đậm."), doan=heading.label.shown)


@rule("PC19", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm d")
def dieu_thieu_tieu_de(this: Rule, view: DocumentView) -> Faults:
    """Một điều không có tiêu đề, chỉ có số thứ tự, trong khi các điều khác có.
    Căn cứ: phần, chương, mục, tiểu mục, điều phải có tiêu đề. | Sai: “Điều 4.” một mình trên một dòng
    Đúng: Điều 4. Trách nhiệm của bạn đọc
    """
    articles = [label for label in outline.labels(view) if label.level == "Điều"]
    titled = {label.annex for label in articles if label.rest.strip()}
    for label in articles:
        if label.annex in titled and not label.rest.strip():
            yield this.at(label.place, N_("“{doan}” không có tiêu đề."), N_("Ghi tiêu đề của điều sau số thứ tự."), doan=label.shown)


@rule("PC11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", form=True, each=outline.labels)
def dieu_thieu_dau_cham(this: Rule, label: outline.Label) -> Faults:
    """Sau số thứ tự của điều không có dấu chấm.
    Căn cứ: số thứ tự của điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.). | Sai: Điều 1: Phạm vi điều chỉnh
    Đúng: Điều 1. Phạm vi điều chỉnh
    """
    if label.level == "Điều" and label.mark != "." and label.typed:
        last = label.place.text[-1]
        yield this.write(
            Span(label.place.paragraph, label.place.end - 1, label.place.end), N_("Sau “{doan}” không có dấu chấm."),
            f"{label.shown.rstrip(':)–-')}.", new="." if last in ":)–-" else f"{last}.", doan=label.shown.rstrip(":)–-"),
        )


@rule("PC12", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def dieu_in_hoa(this: Rule, label: outline.Label) -> Faults:
    """Từ “Điều” viết in hoa.
    Căn cứ: từ “Điều”, số thứ tự và tiêu đề của điều được trình bày bằng chữ in thường. | Sai: ĐIỀU 1. | Đúng: Điều 1.
    """
    if label.level == "Điều" and label.shown.startswith("ĐIỀU"):
        yield this.write(label.place, N_("“{doan}” viết in hoa."), label.shown.capitalize(), doan=label.shown)


@rule("PC16", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.titled)
def khoan_tieu_de_in_hoa(this: Rule, label: outline.Label) -> Faults:
    """Tiêu đề của khoản viết in hoa.
    Căn cứ: số thứ tự và tiêu đề của khoản bằng chữ in thường. | Sai: 1. KẾT QUẢ CHUNG | Đúng: 1. Kết quả chung
    """
    if look.capitals(label.span) and len(label.rest.split()) > 1:
        message = N_("Tiêu đề khoản “{doan}” viết in hoa.")
        yield this.at(label.span, message, N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."), doan=label.span.text.strip())


@rule("PC17", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def dieu_so_la_ma(this: Rule, label: outline.Label) -> Faults:
    """Số thứ tự của điều là số La Mã.
    Căn cứ: số thứ tự của điều dùng chữ số Ả Rập. | Sai: Điều I. Phạm vi điều chỉnh | Đúng: Điều 1. Phạm vi điều chỉnh
    Bỏ qua khi: điều của văn bản khác được trích lại.
    """
    if label.level == "Điều" and not any(map(str.isdigit, label.shown)):
        yield this.write(label.place, N_("“{doan}”: số thứ tự của điều là chữ số Ả Rập."), f"Điều {label.value}.", doan=label.shown)


@rule("PC20", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def tieu_de_muc_co_dau_cuoi(this: Rule, label: outline.Label) -> Faults:
    """Tiêu đề của mục kết thúc bằng dấu phẩy, chấm phẩy.
    Căn cứ: tiêu đề của mục ở các mẫu không có dấu ở cuối. | Sai: I. KẾT QUẢ KIỂM TRA; | Đúng: I. KẾT QUẢ KIỂM TRA
    """
    title = label.level == "mục La Mã" and (look.capitals(label.span) or all(run.bold for run in look.lettered(label.span)))
    if title and label.rest[-1:] in {",", ";"}:
        end = len(label.span.text.rstrip())
        place = texts.part(label.span, end - 2, end)
        message, hint = N_("Tiêu đề “{doan}” có dấu ở cuối."), N_("Bỏ dấu ở cuối tiêu đề.")
        yield this.at(place, message, hint, new=place.text[0], doan=label.span.text.strip())


@rule("SX05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def diem_khong_phai_chu_viet(this: Rule, view: DocumentView) -> Faults:
    """Điểm dùng chữ cái không có trong tiếng Việt.
    Căn cứ: thứ tự các điểm dùng các chữ cái tiếng Việt. | Sai: e) / f) / g) | Đúng: e) / g)
    """
    for paragraph in (span.paragraph for span in texts.prose(view)):
        match = re.match(r"\s*([fjwz])\)", paragraph.number or paragraph.text[:10])
        if match:
            message = N_("Điểm “{chu})” dùng chữ cái không có trong tiếng Việt.")
            yield this.at(paragraph, message, N_("Dùng a, b, c, d, đ, e, g, h, i, k, l, …"), chu=match[1])


@rule("SX06", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def khoan_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Sau số thứ tự của khoản không phải dấu chấm.
    Căn cứ: sau số thứ tự của khoản có dấu chấm (.). | Sai: 1) Nội dung; 1/ Nội dung; 1. / 2) / 3. | Đúng: 1. Nội dung
    Bỏ qua khi: danh sách trong một khoản đã có dấu chấm (chương trình bỏ qua).
    """
    clauses = [label for label in outline.labels(view) if label.level == "khoản"]
    dotted = any(label.mark == "." for label in clauses)
    for label in clauses:
        stray = label.span.paragraph.index in outline.strays(view)
        if label.mark != "." and label.typed and (stray or not (dotted and label.mark == ")")):
            yield from _wrong_mark(this, label, ".")


def _wrong_mark(this: Rule, label: outline.Label, right: str) -> Faults:
    """Yield the fault that another mark than *right*, or none, stands behind a number."""
    place = label.place
    end, shown = Span(place.paragraph, place.end - 1, place.end), label.shown[: len(label.shown) - len(label.mark)].rstrip()
    message = N_("Sau số thứ tự “{doan}” là “{dau}”, không phải “{phai}”.") if label.mark else N_("Sau số thứ tự “{doan}” thiếu “{phai}”.")
    new = right if label.mark else f"{end.text}{right}"
    yield this.write(end, message, f"{shown}{right}", new=new, dau=label.mark, doan=shown, phai=right)


@rule("SX14", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def so_thu_tu_thua_so_khong(this: Rule, view: DocumentView) -> Faults:
    """Số thứ tự của mục, điều, khoản có số 0 phía trước.
    Căn cứ: số thứ tự dùng chữ số Ả Rập; số 0 chỉ thêm vào số của văn bản, ngày và tháng 1, 2. | Sai: Điều 01.; 01. Các xã
    Đúng: Điều 1.; 1. Các xã | Bỏ qua khi: danh sách trong phụ lục (chương trình bỏ qua).
    """
    for label in outline.labels(view):
        found = re.search(r"(?<!\d)0(?=\d)", label.shown)
        own = label.annex == -1 or view.annexes[label.annex].ten is None
        if found and label.typed and own and label.level in {"mục", "tiểu mục", "Điều", "khoản"}:
            message = N_("Số thứ tự “{doan}” thừa số 0.")
            yield this.write(label.place, message, label.shown.replace("0", "", 1), doan=label.shown)
            return


@rule("SX12", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, số thứ tự 6", each=outline.labels)
def muc_la_ma_sai_dau(this: Rule, label: outline.Label) -> Faults:
    """Sau số La Mã của mục không phải dấu chấm.
    Căn cứ: mẫu chữ ghi số thứ tự của mục là chữ số La Mã, sau có dấu chấm (.). | Sai: I) KẾT QUẢ; I/ KẾT QUẢ; I KẾT QUẢ; I - KẾT QUẢ
    Đúng: I. KẾT QUẢ
    """
    if label.level == "mục La Mã" and label.mark != "." and label.typed:
        yield from _wrong_mark(this, label, ".")


@rule("SX07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def diem_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Sau chữ cái của điểm không phải dấu đóng ngoặc đơn.
    Căn cứ: thứ tự các điểm … sau có dấu đóng ngoặc đơn. | Sai: a. Nội dung; a/ Nội dung; a) / b. / c) | Đúng: a) Nội dung
    Bỏ qua khi: danh sách không phải điểm của khoản.
    """
    for before, label in outline.steps(view):
        if label.level != "điểm" or label.mark == ")" or not label.typed:
            continue
        stray = label.span.paragraph.index in outline.strays(view)
        second = before is not None and label.value == before.value + 1
        if stray or second:
            for one in (before, label) if before and second and before.value == 1 and before.mark != ")" else (label,):
                yield from _wrong_mark(this, one, ")")


@rule("SX08", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def danh_so_thap_phan(this: Rule, view: DocumentView) -> Faults:
    """Mục nhỏ đánh số nhiều cấp (1.1, 1.1.1).
    Căn cứ: nội dung bố cục theo phần, chương, mục, tiểu mục, điều, khoản, điểm: khoản số Ả Rập, điểm chữ cái.
    Sai: 1.1. Nội dung; 2.1.3. Nội dung | Đúng: 1. Nội dung / a) Nội dung
    Bỏ qua khi: đề án, báo cáo dài có quy định riêng về cách đánh số.
    """
    for span in texts.body(view):
        label = span.paragraph.number
        number = re.match(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s", f"{label} " if label else span.text[:20])
        words = span.text.strip() if label else span.text[number.end() if number else 0 :].strip()
        if number and words[:1].isupper():
            yield this.at(span, N_("Đánh số nhiều cấp: “{doan}”."), N_("Dưới khoản 1, 2, 3 dùng điểm a), b), c)."), doan=number[1])
            return


@rule("SX09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=layout.paragraphs)
def diem_in_hoa(this: Rule, span: Span) -> Faults:
    """Chữ cái của điểm viết in hoa.
    Căn cứ: thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn, bằng chữ in thường. | Sai: A) Nội dung
    Đúng: a) Nội dung | Bỏ qua khi: danh sách không phải điểm của khoản.
    """
    match = re.match(r"\s*([A-ZĐ])\)(?=\s)", span.text)
    if match:
        message = N_("Chữ cái của điểm viết in hoa: “{doan}”.")
        yield this.write(texts.piece(span, match, 1), message, f"{match[1].lower()})", doan=f"{match[1]})")


_ROMAN = r"^\s*(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Phụ lục|PHỤ LỤC) )?(?P<so>[IVX]{2,8})(?=[./)]\s|[.:]?\s*$)"


@rule("SX10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=texts.found(texts.everything, _ROMAN, "I", "V", "X"))
def so_la_ma_viet_sai(this: Rule, span: Span, found: re.Match[str]) -> Faults:
    """Số La Mã viết sai cách.
    Căn cứ: số thứ tự của phần, chương dùng chữ số La Mã. | Sai: IIII. TỔ CHỨC THỰC HIỆN; Chương VIIII
    Đúng: IV. TỔ CHỨC THỰC HIỆN; Chương IX
    """
    if not texts.roman_value(found["so"]):
        hint = N_("Viết: I, II, III, IV, V, VI, VII, VIII, IX, X, …")
        yield this.at(texts.piece(span, found, "so"), N_("“{doan}” không phải số La Mã."), hint)


_SMALL_ROMAN = (
    r"^\s*(?P<so>(?=[IVX]*[ivxl1])[IVXivxl1]{1,5})\.\s+(?=[A-Z]{2,}(?:[ ,]+[A-Z]{2,})+)"
    r"|^\s*(?:Chương|CHƯƠNG|Phần|PHẦN) (?P<chuong>(?=[IVX]*[ivxl])[IVXivxl1]{1,5})\s*$"
)


@rule("SX16", Level.LUAT, "Phụ lục I, Phần I, Mục V, số thứ tự 6", each=texts.found(texts.prose, _SMALL_ROMAN, "i", "v", "x", "l", "1"))
def so_la_ma_go_nham(this: Rule, span: Span, found: re.Match[str]) -> Faults:
    """Số La Mã của mục, chương viết bằng chữ thường, hoặc gõ chữ l, số 1 thay cho chữ I.
    Căn cứ: số thứ tự của mục là chữ số La Mã in hoa. | Sai: ii. YÊU CẦU; lI. YÊU CẦU; 1I. YÊU CẦU | Đúng: II. YÊU CẦU
    """
    group = "so" if found["so"] else "chuong"
    typed = found[group]
    right = re.sub(r"[l1]", "I", typed).upper()
    if not typed.isdigit() and texts.roman_value(right):
        yield this.write(texts.piece(span, found, group), N_("Số La Mã “{doan}” viết chưa đúng."), right, doan=typed)


_BOTH_BRACKETS = r"^\s*(?P<diem>\([a-zđ]\))\s"


@rule("SX11", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=texts.found(texts.prose, _BOTH_BRACKETS, "("))
def diem_hai_ngoac(this: Rule, span: Span, found: re.Match[str]) -> Faults:
    """Chữ cái của điểm có cả dấu mở ngoặc.
    Căn cứ: thứ tự các điểm dùng chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn. | Sai: (a) Đối với các xã | Đúng: a) Đối với các xã
    """
    yield this.write(texts.piece(span, found, "diem"), N_("Trước chữ cái của điểm “{doan}” có dấu mở ngoặc."), found["diem"][1:])


@rule("SX15", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def khoan_hai_ngoac(this: Rule, view: DocumentView) -> Faults:
    """Số của một khoản đặt trong ngoặc, các khoản khác có dấu chấm.
    Căn cứ: sau số thứ tự của khoản có dấu chấm (.). | Sai: (1) Ưu điểm / 2. Hạn chế | Đúng: 1. Ưu điểm / 2. Hạn chế
    """
    dotted = {label.span.paragraph.index: label for label in outline.labels(view) if label.level == "khoản" and label.mark == "."}
    for span, found in texts.matches(texts.prose(view), r"^\s*(?P<so>\((?P<n>\d{1,2})\))\s+(?=[A-Z])", "("):
        value, here = int(found["n"]), span.paragraph.index
        below = min((index for index in dotted if index > here), default=-1)
        above = max((index for index in dotted if index < here), default=-1)
        before, after = (dotted[at].value if at >= 0 else 0 for at in (above, below))
        if (value == 1 and before != 1 and after == value + 1) or (value > 1 and before == value - 1 and after in {0, 1, value + 1}):
            yield this.write(texts.piece(span, found, "so"), N_("Số của khoản “{doan}” đặt trong ngoặc."), f"{value}.", doan=found["so"])
