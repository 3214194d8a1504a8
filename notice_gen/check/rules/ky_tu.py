"""The characters: fonts and codes of before Unicode, letters apart, hidden and broken signs; the syllables they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import chu_cai, loi_go
from notice_gen.vietnamese.chinh_ta import dat_dau

_APART = r"[A-Za-zÀ-ỹ][\u0300-\u0303\u0306\u0309\u031b\u0323]+"


@rule("KT01", Level.THONG_LE, "Thông lệ soạn thảo văn bản điện tử")
def chu_to_hop_roi(this: Rule, view: DocumentView) -> Faults:
    """Chữ có dấu gõ bằng mã tổ hợp (dấu rời) thay cho mã dựng sẵn.
    Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4 quy định bộ mã ký tự Unicode theo TCVN 6909:2001, không nói dựng sẵn hay tổ hợp; các cơ quan
    dùng mã dựng sẵn để tìm kiếm, sắp xếp, trao đổi được.
    Sai: chữ “ế” gồm ba mã: e, dấu mũ, dấu sắc (gõ bằng Unicode tổ hợp, hoặc chép từ máy Mac, từ tệp PDF).
    Đúng: chữ “ế” là một mã; nhìn không khác nhưng tìm kiếm và sắp xếp được.
    Bỏ qua khi: không có trường hợp nào; chương trình sửa được mà không đổi chữ nào.
    """
    for span in texts.everything(view):
        if unicodedata.is_normalized("NFC", span.text):
            continue
        letters = [match for match in re.finditer(_APART, span.text) if unicodedata.normalize("NFC", match[0]) != match[0]]
        if letters:
            apart = texts.part(span, letters[0].start(), letters[-1].end())
            shown = unicodedata.normalize("NFC", texts.around(span, *letters[0].span()))
            hint = N_("Chuyển sang Unicode dựng sẵn, ví dụ bằng UniKey (Ctrl+Shift+F6), hoặc để chương trình sửa.")
            message = N_("Chữ gõ bằng Unicode tổ hợp ở “{doan}” ({so} chữ trong đoạn).")
            yield this.at(apart, message, hint, new=unicodedata.normalize("NFC", apart.text), doan=shown, so=len(letters))


@rule("KT02", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")
def phong_chu_cu(this: Rule, view: DocumentView) -> Faults:
    """Chữ gõ bằng phông có từ trước Unicode (.VnTime, VNI-Times).
    Căn cứ: phông chữ Times New Roman, bộ mã ký tự Unicode theo TCVN 6909:2001.
    Sai: “Céng hßa x· héi chñ nghÜa”, chỉ đọc được bằng phông .VnTime. | Đúng: “Cộng hòa xã hội chủ nghĩa” bằng Times New Roman.
    Bỏ qua khi: đoạn đó thật sự là tiếng nước ngoài.
    """
    for span in texts.everything(view):
        code, word = chu_cai.phong_chu_cu(span.text)
        if code:
            hint = N_("Chuyển mã sang Unicode, ví dụ bằng UniKey Toolkit (Ctrl+Shift+F6), rồi chọn phông Times New Roman.")
            yield this.at(span, N_("Đoạn có chữ “{doan}” gõ bằng bảng mã {ma}, không phải Unicode."), hint, doan=word, ma=code)


_CYRILLIC = "аеорсухіјѕАВЕКМНОРСТУХІЈЅ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_WIDE_LETTERS = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
# One that is of no other use here, or one that touches a Latin letter.
_ALIKE = rf"[ÐðƉ{_WIDE_LETTERS}]|(?<=[A-Za-zÀ-ỹ])[{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}](?=[A-Za-zÀ-ỹ])"
_OTHER_LETTERS = re.compile(f"[ÐðƉ{_WIDE_LETTERS}{_CYRILLIC}{_GREEK}]")


_HIDDEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"


@rule("KT04", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính", each=texts.found(texts.everything, _HIDDEN))
def ky_tu_vo_hinh(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Ký tự không nhìn thấy lẫn trong chữ.
    Căn cứ: chữ chép từ trang mạng, tệp PDF hay mang theo ký tự ẩn, làm hỏng tìm kiếm và ngắt dòng.
    Sai: “xã” và “hội” cách nhau bằng một ký tự có độ rộng bằng không. | Đúng: chỉ có chữ, dấu và khoảng trắng thường.
    Bỏ qua khi: ký tự đó được đặt có chủ ý để cho phép ngắt dòng.
    """
    shown = re.sub(_HIDDEN, "·", texts.around(span, *match.span()))
    codes = " ".join(f"U+{ord(sign):04X}" for sign in match[0][:3])
    message, hint = N_("Có ký tự ẩn {ma} ở “{doan}”."), N_("Xóa các ký tự ẩn, hoặc để chương trình sửa.")
    yield this.at(texts.piece(span, match), message, hint, new="", ma=codes, doan=shown)


@rule("KT06", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")
def dau_thanh_hai_kieu(this: Rule, view: DocumentView) -> Faults:
    """Dấu thanh của oa, oe, uy đặt theo hai kiểu trong cùng một văn bản.
    Căn cứ: cả “hòa, thủy” và “hoà, thuỷ” đều được dùng; một văn bản nên theo một kiểu. | Sai: “hòa giải” ở đoạn đầu, “hoà giải” ở đoạn sau.
    Đúng: “hòa giải” ở mọi chỗ. | Bỏ qua khi: chữ được chép nguyên văn từ văn bản khác. Tên riêng không được xét.
    """
    new_style = re.compile(r"\b[a-zđ]*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b")
    old_style = re.compile(r"\b[a-zđ]*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b")
    old = [*texts.matches(_with(texts.legible(view), "[òóỏõọ][ae]|[ùúủũụ]y"), old_style)]
    new = [*texts.matches(_with(texts.legible(view), "o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]") if old else (), new_style)]
    if old and new:
        fewer, style = (old, "moi") if len(old) < len(new) else (new, "cu")
        span, match = fewer[0]
        right = dat_dau(match[0], "moi" if style == "moi" else "cu")
        hint = N_("Cả văn bản nên theo một kiểu; phần lớn chỗ khác viết theo kiểu “{dung}”.")
        message = N_("Dấu thanh đặt theo hai kiểu: “{doan}” ({so} chữ) khác kiểu với những chữ còn lại.")
        yield this.at(texts.piece(span, match), message, hint, so=len(fewer), dung=right)


def _with(spans: Iterable[Span], pattern: str) -> Iterator[Span]:
    return (span for span in spans if re.search(pattern, span.text))


@rule("KT08", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")
def van_ban_khong_dau(this: Rule, view: DocumentView) -> Faults:
    """Văn bản gõ không dấu.
    Căn cứ: phông chữ tiếng Việt, bộ mã ký tự Unicode theo TCVN 6909:2001. | Sai: Kinh gui: Uy ban nhan dan xa
    Đúng: Kính gửi: Ủy ban nhân dân xã | Bỏ qua khi: văn bản bằng tiếng nước ngoài.
    """
    enough = 150
    longest, marked = sum(len(span.text) for span in texts.words(view)), 0
    for span in texts.words(view):
        marked += sum(map(str.isalpha, _PLAIN.sub("", unicodedata.normalize("NFC", span.text))))
        if marked * 100 >= longest:
            return
    bare = sum(sum(map(str.isalpha, span.text)) for span in texts.words(view))
    # One letter in four of Vietnamese has a mark; a paper without any has lost them all.
    if bare >= enough and marked * 100 < bare:
        yield this.at(texts.words(view)[0], N_("Văn bản gõ không dấu."), N_("Gõ lại có dấu bằng bộ gõ tiếng Việt, bảng mã Unicode."))


_PLAIN = re.compile("[\\x00-\\x7f]+")
_OTHER = str.maketrans({"\u3001": ",", "\u3002": "."})


# A small word with a letter of Vietnamese alone; a hyphen, a figure or an apostrophe makes it something else.
_WORD = r"(?<![\w'’/.@&-])[a-z]{2,14}(?![\w'’/@&-])"
_FOREIGN = re.compile(r"[fjwz]|[bcdđgkp][lr]|[st]l|s[ckmnpt]|[lrsvxkdđbq]$|(?<!n)g$|(?<![nc])h$")


_AND_SO_ON = re.compile(r"\([^()]*,[^(),]{1,30}(?:…|\.{3})\)$")  # “(giao thông, điện, nước …)”
_BLANK = (
    r"(?:(?<=[^\W\d_] )|(?<=\) ))(?<!\.v )(?:(?:…+|\.{3,}|_{3,})(?=[ ,;)/]|\. [^\W\d_])|…{2,}|\.{5,}|_{3,})"
    r"|^\s*[-–+•]\s*(?:…+|\.{3,}|_{3,})\s*;?$|^\s*(?:…{2,}|\.{4,}|_{3,})\s*;?$|\[[^\[\]\d…][^\[\]\n]{0,40}\]|<[^<>\d=\s][^<>\n]{0,40}>"
    r"|^\s*\((?:Nêu|Ghi(?! chú)|Điền|Trình bày|Liệt kê|Viết|Nhập|Chèn|Mô tả)(?= )[^()\n]{2,100}\)"  # what a form tells the drafter
)


@rule("KT18", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")
def con_cho_trong(this: Rule, view: DocumentView) -> Faults:
    """Còn chỗ trống chờ điền trong lời văn, nơi nhận; cả tệp báo một lần. Những chỗ KT12 đã báo thì không kể.
    Căn cứ: văn bản trình ký đủ nội dung. | Sai: ông (bà) …… ở thôn ….; [tên đơn vị]; <nội dung>
    Đúng: ông Nguyễn Văn A ở thôn Đông | Bỏ qua khi: đó là biểu mẫu để nơi khác điền, hoặc dấu chấm lửng.
    """
    told = next(row for row in loi_go.cac_dong() if row["ten"] == "cho_chua_dien")
    spans = [*texts.boxed(view, "trich_yeu", "trich_yeu_cong_van", "kinh_gui"), *texts.body(view), *texts.boxed(view, "noi_nhan")]
    known = [span for span in spans if next(iter(loi_go.tim(told, span.text, texts.paper(view))), None) is None]
    found = texts.matches(known, _BLANK, "…", "...", "__", "[", "<", "(")
    blanks = [texts.piece(span, match) for span, match in found if not _AND_SO_ON.search(span.text[: match.end() + 1])]
    if blanks:
        message, hint = N_("Còn {so} chỗ trống chờ điền, chỗ đầu là “{doan}”."), N_("Điền nốt trước khi trình ký, hoặc bỏ chỗ trống.")
        yield this.at(blanks[0], message, hint, so=len(blanks), doan=blanks[0].text.strip())


@rule("KT17", Level.THONG_LE, "Cấu trúc tệp Word (ECMA-376)", each=lambda view: [view.unseen] if view.unseen else [])
def chu_word_khong_hien(this: Rule, *unseen: str) -> Faults:
    """Trong tệp có chữ mà Word không hiện ra, thường do phần mềm khác ghi tệp sai.
    Căn cứ: Word chỉ hiện chữ nằm trong phần tử w:t. | Sai: chữ đặt thẳng trong đoạn văn, trong thân tệp, ngoài w:t
    Đúng: gõ lại chỗ đó bằng Word. | Bỏ qua khi: đó là chữ thừa của phần mềm, không thuộc văn bản.
    """
    hint = N_("Gõ lại những chữ đó bằng Word, hoặc xuất lại tệp từ phần mềm đã tạo ra nó.")
    message = N_("Word không hiện {so} chỗ có chữ của tệp này, đầu tiên là “{doan}”.")
    shown = unseen[0] if len(unseen[0]) <= 60 else unseen[0][:60].rstrip() + "…"
    yield this.at(None, message, hint, so=len(unseen), doan=shown)
