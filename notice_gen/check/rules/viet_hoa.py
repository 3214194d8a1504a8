"""Capitals (Phụ lục II): of sentences, of documents cited, of posts, holidays and places."""

from __future__ import annotations

import re

from notice_gen.check import head, lists, look, outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import dia_danh, loi_ten
from notice_gen.vietnamese.loi_viet_hoa import ten_don_vi


@rule("VH05", Level.LUAT, "Phụ lục II, Mục I")
def dau_doan_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Đoạn văn bắt đầu bằng chữ thường dù đoạn trước đã kết thúc.
    Căn cứ: viết hoa chữ cái đầu của một câu khi xuống dòng. | Sai: đề nghị các xã báo cáo. | Đúng: Đề nghị các xã báo cáo.
    Bỏ qua khi: đoạn nối tiếp câu của đoạn trước.
    """
    small_paragraph = r"\s*(?:[-–+•*][ \t\u00a0]*|(?:[IVX]{1,6}|\d{1,2}|Điều \d{1,2})\.[ \t\u00a0]+)?(?P<dau>[a-z]{2,}|ý)(?= )"
    before, opening, beside = None, texts.body(view)[:1], _beside_capitals(view)
    bases = {span.paragraph.index for span in texts.bases(view)}  # those are told otherwise
    for span in filter(None, map(texts.readable, texts.prose(view))):
        match = texts.vietnamese(small_paragraph).match(span.text)
        if match and span.paragraph.index not in bases and (_opens(span, before, opening) or span.paragraph.index in beside):
            yield this.at(texts.piece(span, match, "dau"), N_("Đoạn bắt đầu bằng chữ thường “{doan}”."), N_("Viết hoa chữ đầu đoạn."))
        before = span


def _opens(span: Span, before: Span | None, opening: list[Span]) -> bool:
    """Tell whether a paragraph begins a sentence: the one *before* has ended, is a heading, or there is none."""
    whole = len(span.text) > _SENTENCE and span.paragraph.align in {"both", "left"}
    short = span.text.rstrip()[-1:] in {".", ":"} and len(span.text.split()) > _TITLE
    if before is None:
        return any(one.paragraph is span.paragraph for one in opening) and (whole or short)
    if re.search(r"(?:\w{2}|\d%|\w\))\.?/?[.!?][”\"]?\s*$", before.text[-12:]):
        return True
    plain = (whole or short) and not any(run.bold for run in span.runs)
    return _is_heading(before) and (span.text.lstrip()[:1].isdigit() or plain)


def _beside_capitals(view: DocumentView) -> set[int]:
    """Return the Điều, and the khoản of which another, of the same list, begins with a capital."""
    found: set[int] = set()
    run: list[outline.Label] = []
    for label in outline.labels(view):
        if label.level == "Điều":
            found.add(label.span.paragraph.index)
        if label.level != "điểm" and not (run and label.level == "khoản" and label.value == run[-1].value + 1):
            run = []
        if label.level == "khoản":
            run.append(label)
            if any(one.rest[:1].isupper() for one in run):
                found.update(one.span.paragraph.index for one in run)
    return found


_TITLE = 4  # words: no more may be the end of a title
_SENTENCE = 60  # letters: a line that short may be a fragment


def _is_heading(span: Span) -> bool:
    return span.text.rstrip()[-1:].isalpha() and all(run.bold for run in look.lettered(span))


_SMALL_WORDS = r"Và|Của|Về|Các|Những|Cho|Để|Với|Được|Trên|Tại|Theo|Có|Không|Đến|Từ|Bằng|Trong|Là"


@rule("VH37", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5 và 6", each=texts.legible)
def viet_hoa_tung_chu(this: Rule, span: Span) -> Faults:
    """Cả câu, cả tiêu đề viết hoa chữ đầu của từng tiếng.
    Căn cứ: trích yếu, nội dung được trình bày bằng chữ in thường. | Sai: Kết Quả Kiểm Tra Công Tác Văn Thư Của Các Xã
    Đúng: Kết quả kiểm tra công tác văn thư của các xã
    """
    text = texts.nfc(span.text)
    if not re.search(rf"(?<=[a-zà-ỹ] )(?:{_SMALL_WORDS})(?= [A-ZĐÀ-Ỹ])", text):
        return
    words = re.findall(r"[^\W\d_]+", text)
    capitals = [word for word in words if word[0].isupper() and not word.isupper()]
    if len(words) > 5 and len(capitals) * 100 >= len(words) * 85:
        yield this.at(span, N_("“{doan}” viết hoa từng chữ."), N_("Chỉ viết hoa chữ đầu và tên riêng."), doan=" ".join(words[:6]))


_ALONE = (
    r"\b(?P<truoc>UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Công an|Đảng ủy|Hội Nông dân|địa bàn|toàn) "
    r"(?P<loai>Tỉnh|Huyện|Xã|Phường|Thành phố)"
    r"(?=[,.;:)]|$| (?:[a-z]{2,7}|ý)(?: |[,.;:)]|$))"
)


@rule("VH19", Level.THONG_LE, "Phụ lục II, Mục III, khoản 1, điểm a")
def don_vi_mot_minh_viet_hoa(this: Rule, view: DocumentView) -> Faults:
    """Danh từ chung chỉ đơn vị hành chính đứng một mình mà viết hoa.
    Căn cứ: chỉ viết hoa tên riêng của đơn vị hành chính. | Sai: UBND Tỉnh; trên địa bàn Xã | Đúng: UBND tỉnh; trên địa bàn xã
    Bỏ qua khi: văn bản đã quy ước gọi như vậy, ví dụ “sau đây gọi là Thành phố” (chương trình bỏ qua).
    """
    city = any(one.ten.upper().endswith("HỒ CHÍ MINH") for one in head.places(view))  # its noun has a capital in the name itself
    agreed = {"Thành phố"} if city else set()
    agreed |= {match[1] for span in texts.prose(view) for match in re.finditer(r"gọi (?:chung |tắt )?là:? [“\"]?(\w+(?: phố)?)", span.text)}
    for span, match in texts.matches(texts.legible(view), _ALONE, "Tỉnh", "Huyện", "Xã", "Phường", "Thành phố"):
        if match["loai"] not in agreed:
            message = N_("Danh từ chung trong “{doan}” không viết hoa.")
            yield this.write(texts.piece(span, match, "loai"), message, f"{match['truoc']} {match['loai'].lower()}", doan=match[0])


@rule("VH18", Level.LUAT, "Phụ lục II, Mục IV, khoản 1, điểm a", each=lists.names)
def noi_nhan_viet_thuong(this: Rule, span: Span) -> Faults:
    """Tên cơ quan ở “Kính gửi”, “Nơi nhận” bắt đầu bằng chữ thường.
    Căn cứ: viết hoa chữ cái đầu của từ chỉ loại hình cơ quan, tổ chức. | Sai: - văn phòng UBND tỉnh; / - công an xã;
    Đúng: - Văn phòng UBND tỉnh; / - Công an xã;
    """
    said = texts.nfc(span.text)
    begun = re.match(r"(?!để\b|như\b|lưu\b)[a-zà-ỹđ][^\W\d_]* (?=[^\W\d_])", said)
    kind = loi_ten.noi_nhan_viet_thuong(said) or (said[:1].upper() if begun and begun[0].islower() else "")
    if kind:
        yield this.write(texts.part(span, 0, 1), N_("“{doan}” bắt đầu bằng chữ thường."), kind + said[len(kind) :], doan=said)


@rule("VH17", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm a")
def ten_don_vi_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên riêng của đơn vị hành chính mà viết thường trong lời văn.
    Căn cứ: viết hoa chữ cái đầu của các âm tiết tạo thành tên riêng. | Sai: trên địa bàn xã Bình điền | Đúng: trên địa bàn xã Bình Điền
    Bỏ qua khi: cụm từ trùng với tên đơn vị mà không phải tên đơn vị.
    """
    # “Bảo hiểm xã hội”, “thành phố trực thuộc trung ương” name no unit.
    kind = re.compile(r"\b(?:xã(?! hội\b)|phường|thị trấn|đặc khu|huyện|thị xã|tỉnh|thành phố)(?! (?:trực )?thuộc\b) ", re.IGNORECASE)
    shown_above = " ".join(span.text for span in texts.boxed(view, "co_quan_chu_quan", "co_quan"))
    names = {dia_danh.parse(shown_above[match.start() :])[1].lower() for match in kind.finditer(shown_above)}
    names = {name for name in names if " " in name and name.replace(" ", "").isalpha()}
    for span in texts.legible(view):
        told: set[int] = set()
        for name in sorted(names):
            right = " ".join(word.capitalize() for word in name.split(" "))
            for match in kind.finditer(span.text):
                start, end = match.end(), match.end() + len(name)
                shown, following = span.text[start:end], span.text[end : end + 1]
                whole = shown.lower() == name and not (following.isalnum() or following == "_")
                if whole and shown != right and not shown.isupper():
                    told.add(start)
                    yield this.write(texts.part(span, start, end), N_("Tên riêng “{doan}” viết hoa chưa đúng."), right)
        yield from _other_units(this, span, told)


def _other_units(this: Rule, span: Span, told: set[int]) -> Faults:
    for slip in ten_don_vi(span.text):
        if slip.tu not in told:
            yield this.write(texts.part(span, slip.tu, slip.den), N_("Tên riêng “{doan}” viết hoa chưa đúng."), str(slip.dung))


# “kế hoạch này”, “đề án này” may speak of what is planned.
_NOTHING_BUT_PAPERS = frozenset({"QĐ", "NQ", "CT", "QC", "TB", "TC", "TTr", "CĐ", "CV"})


@rule("VH22", Level.LUAT, "Phụ lục II, Mục V, khoản 6")
def van_ban_nay_viet_thuong(this: Rule, view: DocumentView) -> Faults:
    """Tên loại của chính văn bản này mà viết thường.
    Căn cứ: viết hoa chữ cái đầu của tên loại văn bản khi nói đến một văn bản cụ thể. | Sai: chịu trách nhiệm thi hành quyết định này
    Đúng: chịu trách nhiệm thi hành Quyết định này
    """
    own = view.law.loai.get(view.loai)
    name = own.ten if own and view.loai in _NOTHING_BUT_PAPERS else ""
    small, right = f"{name.lower()} này", f"{name} này"
    pattern = rf"(?<=[a-z\d,;] )(?P<ten>{name.lower()}) này\b"
    for span, match in texts.matches(texts.legible(view), pattern, small) if name else ():
        yield this.write(texts.piece(span, match, "ten"), N_("“{doan}” nói đến chính văn bản này, phải viết hoa."), right, doan=match[0])
