"""Abbreviations: explained once, spelt in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notice_gen import facts
from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.viet_tat import bang_viet_tat

_TOKEN = re.compile(r"(?<![\w/.\-@&“‘])[A-ZĐƯÔ]{2,12}(?![\w/\-@&])")
_ROMAN = re.compile(r"[IVXLC]+")
_VOWEL = re.compile(r"[AEIOUYƯÔ]")
SHORT_FOR = re.compile(r"(?:viết|gọi) tắt(?: chung)?(?: là)?:? [“\"]?(?P<chu>[A-ZĐƯÔ]{2,12})\b")
"""“… viết tắt là CCHC”, the abbreviation as ``chu``."""
IN_BRACKETS = re.compile(r"\((?P<chu>[A-ZĐƯÔ]{2,12})\)")
"""“(CCHC)”, likewise."""


@record
class Use:
    """An abbreviation at one place: *explains* when it is given there with the words it stands for."""

    short: str
    place: Span
    explains: bool


@texts.remembered
def uses(view: DocumentView) -> list[Use]:
    """Return the abbreviations of the running paragraphs in order; paragraphs in capitals, codes and numerals are left out."""
    return [use for typed in texts.prose(view) if (span := texts.readable(typed)) for use in _uses(span)]


def _uses(span: Span) -> Iterator[Use]:
    text = span.text
    if text.isupper():
        return
    explained = {found.start("chu") for pattern in (SHORT_FOR, IN_BRACKETS) for found in pattern.finditer(text)}
    for found in _TOKEN.finditer(text):
        before = text[max(found.start() - 20, 0) : found.start()].rstrip(" ").rpartition(" ")[2]
        after = text[found.end() : found.end() + 20].lstrip(" ").partition(" ")[0]
        alone = not (_is_capitals(before) or _is_capitals(after) or _is_code(before, after) or _is_part_of_a_name(text, found, before))
        if alone and not _ROMAN.fullmatch(found[0]):
            explains = found.start() in explained or text.startswith(" (", found.end()) or _named_so(text, found.start(), found[0])
            yield Use(found[0], texts.piece(span, found), explains)


def _named_so(text: str, at: int, short: str) -> bool:
    """Tell whether a bracket says that the words before are called so: ``Chương trình mục tiêu quốc gia … (Chương trình MTQG)``."""
    opened = text.rfind("(", 0, at)
    words = re.findall(r"[^\W\d_]+", text[max(opened - 160, 0) : opened]) if 0 <= at - opened <= _NAME_IN_BRACKETS else []
    return ")" not in text[opened:at] and short in "".join(word[0].upper() for word in words)


_NAME_IN_BRACKETS = 40
_CODE_GOES_ON = re.compile(r"\.?[ \u00a0]?\d|[.:][A-ZĐ\d]")
_COUNTS = re.compile(r"[ \u00a0]\d+[ \u00a0][^\W\d_A-ZĐ]")  # CCHC 15 ngày
_ROADS = frozenset({"QL", "ĐT", "TL", "ĐH", "CT"})


def _is_part_of_a_name(text: str, found: re.Match[str], before: str) -> bool:
    """Tell whether it is no word of its own: ``ĐT.721``, ``QL 20``, ``40/KH- STTTT``, ``Chat GPT``, ``Lưu: VT``."""
    year = re.match(r" (?:19|20)\d\d\b", text[found.end() :])
    bare = before.strip("()“”\".,;:")
    foreign = bare[:1].isupper() and bare.isascii() and bare.isalpha() and not la_am_tiet(bare.lower())
    kept = bare == "Lưu" or before.endswith(("-", "/")) or re.search(r"\d{4}$|\d\.\d+$", bare)
    counts = _COUNTS.match(text, found.end()) and found[0] not in _ROADS
    return bool(foreign or kept or (_CODE_GOES_ON.match(text, found.end()) and not year and not counts))


def _is_capitals(word: str) -> bool:
    """Tell whether a neighbour is in capitals too, as in a name or a heading; a known abbreviation is none."""
    bare = word.strip("()“”\".,;:")
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and bare not in known()


def _is_code(before: str, after: str) -> bool:
    """Tell whether letters begin a number, as ``số CH 00125`` of a certificate does."""
    digits = after.strip("()“”\".,;:")
    return digits.isdecimal() and (before.lower() in {"số", "số:", "seri", "sêri", "hiệu"} or len(digits) > 4 or digits[0] == "0")


@texts.remembered
def misspelt(view: DocumentView) -> dict[str, str]:
    """Return the abbreviations that nobody explains and that are nearly one of the data or of the paper, with that one."""
    found = uses(view)
    meant = {*listed(), *(use.short for use in found if use.explains)}
    near = ((use.short, _nearest(use.short, sorted(meant))) for use in found if use.short not in meant)
    return {short: right for short, right in near if right}


def _nearest(short: str, meant: list[str]) -> str:
    """Return the one of *meant* that *short* is a slip for: a letter doubled, or two wrong in a long one."""
    for one in meant:
        if len(short) == len(one) + 1 and len(one) > 3 and _once(short) == _once(one):
            return one
        apart = not (short.startswith(one) or one.startswith(short) or short.endswith(one) or one.endswith(short))
        if len(short) >= 7 and len(one) >= 7 and apart:
            from difflib import SequenceMatcher

            if SequenceMatcher(None, short, one, autojunk=False).ratio() > 0.8:
                return one
    return ""


def _once(short: str) -> str:
    return re.sub(r"(.)\1+", r"\1", short)


@facts.once
def known() -> frozenset[str]:
    """Return the abbreviations that need no explanation: of agencies, and of what everybody says so."""
    return frozenset({*bang_viet_tat("co_quan"), *bang_viet_tat("pho_bien")})


@facts.once
def listed() -> frozenset[str]:
    """Return every abbreviation of the data."""
    return frozenset({*known(), *bang_viet_tat("don_vi"), *bang_viet_tat("thuat_ngu")})


def is_short(word: str) -> bool:
    """Tell whether a word in capitals is an abbreviation for sure: a listed one, or one that nobody can pronounce."""
    return word in listed() or not _VOWEL.search(word)


def stands_for(text: str, at: int, short: str) -> bool:
    """Tell whether the words right before *at* begin with the letters of *short*, as in ``cải cách hành chính (CCHC)``."""
    words = re.findall(r"[^\W\d_]+", text[max(at - 160, 0) : at])
    initials = [word[0].upper() for word in words if word.lower() not in {"và", "của", "về"}]
    return "".join(initials[-len(short) :]) == short


@rule("VT01", Level.THONG_LE, "Thông lệ viết tắt trong văn bản")
def viet_tat_chua_giai_thich(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt dùng khi chưa được viết đầy đủ lần nào.
    Căn cứ: lần đầu viết đầy đủ, chữ viết tắt đặt trong ngoặc ngay sau đó. | Sai: Công tác CCHC đạt kết quả tốt.
    Đúng: Công tác cải cách hành chính (CCHC) đạt kết quả tốt.
    Bỏ qua khi: nơi nhận văn bản đều quen với chữ viết tắt đó. Chữ thông dụng như UBND, HĐND, THPT không được xét.
    """
    head = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu", "co_quan_chu_quan", "co_quan"))
    fine = set(re.findall(r"[^\W\d_]+", head)) | known() | misspelt(view).keys()
    full = {**bang_viet_tat("don_vi"), **bang_viet_tat("thuat_ngu")}
    for use in uses(view):
        if use.short not in fine and is_short(use.short) and not use.explains:
            hint = N_("Lần đầu viết đầy đủ, kèm chữ viết tắt trong ngoặc: {dung} ({doan}).")
            yield this.at(use.place, N_("“{doan}” dùng khi chưa giải thích."), hint, doan=use.short, dung=full.get(use.short, "…"))
        fine.add(use.short)


@rule("VT02", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")
def viet_tat_khong_dung(this: Rule, view: DocumentView) -> Faults:
    """Chữ viết tắt được quy ước mà không dùng đến.
    Căn cứ: chỉ quy ước chữ viết tắt sẽ dùng lại. | Sai: cải cách hành chính (sau đây viết tắt là CCHC), rồi không có chữ CCHC nào nữa.
    Đúng: cải cách hành chính | Bỏ qua khi: chữ viết tắt được dùng trong văn bản kèm theo.
    """
    agreed = [(span, match) for span in texts.prose(view) for match in SHORT_FOR.finditer(span.text)]
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
        for match in IN_BRACKETS.finditer(span.text) if span.paragraph.index not in annexed else ():
            if stands_for(span.text, match.start(), match["chu"]):
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
    wrong = misspelt(view)
    for use in uses(view):
        if use.short in wrong:
            message = N_("Chữ viết tắt “{doan}” có lẽ viết sai.")
            yield this.at(use.place, message, N_("Có phải: {dung}?"), doan=use.short, dung=wrong[use.short])
