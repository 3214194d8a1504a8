"""The block of a copy below a paper's end: its kind, its number, its day (Phụ lục I, Phần II)."""

from __future__ import annotations

import re

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.ngay_thang import ngay, ngay_ban_hanh

_OLD = r"(?:BẢN )?(?P<sao>SAO Y|SAO LỤC|TRÍCH SAO) (?:TỪ )?(?:BẢN (?:CHÍNH|GỐC|SAO)|CHÍNH BẢN)\W*"
_NUMBER = re.compile(r"\s*Số\s*:\s*\d*\s*/\s*(?P<ma>[^\W\d_]+)-")
_DATE_LINE = re.compile(r"[^,.;:]{2,40}, ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_SYMBOLS = frozenset({"SY", "SL", "TRS", "TS", "BS", "SYBC", "SAO"})
_FORM = "3.1"  # of Phụ lục III, Mục II
_NEAR = 8  # paragraphs between the lines of one block


def _shown(span: Span) -> str:
    return " ".join(texts.nfc(span.text).split())


@rule("BS01", Level.LUAT, "Phụ lục I, Phần II, khoản 1")
def hinh_thuc_sao_cu(this: Rule, view: DocumentView) -> Faults:
    """Hình thức sao ghi theo cách cũ.
    Căn cứ: hình thức sao ghi “SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”. | Sai: SAO Y BẢN CHÍNH; TRÍCH SAO TỪ BẢN CHÍNH | Đúng: SAO Y; TRÍCH SAO
    """
    for span in (span for span in texts.everything(view) if "SAO" in span.text):
        found = re.fullmatch(_OLD, _shown(span))
        if found:
            yield this.write(span, N_("Hình thức sao “{doan}” không còn dùng."), found["sao"], doan=span.text.strip())


def _block(view: DocumentView) -> tuple[str, list[Span]]:
    """Return the kind of copy that a block says it is, and its lines; nothing where the paper is no copy, or the first of its kind."""
    lines, kinds = texts.everything(view), {kind.ten.upper(): ma for ma, kind in view.law.loai.items() if kind.mau == _FORM}
    at = next((n for n, span in enumerate(lines) if "SAO" in span.text and _shown(span) in kinds), None)
    return ("", []) if at is None else (kinds[_shown(lines[at])], lines[max(0, at - _NEAR) : at + _NEAR])


@rule("BS02", Level.LUAT, "Phụ lục III, Mục I")
def ky_hieu_ban_sao_sai(this: Rule, view: DocumentView) -> Faults:
    """Ký hiệu của bản sao không phải chữ viết tắt của hình thức sao.
    Căn cứ: chữ viết tắt: sao y là SY, trích sao là TrS, sao lục là SL. | Sai: SAO Y, Số: 08/SL-UBND | Đúng: SAO Y, Số: 08/SY-UBND
    """
    right, lines = _block(view)
    for span in lines:
        found = _NUMBER.match(texts.nfc(span.text))
        # Above the block the number of the paper itself may stand as near.
        if found and found["ma"] != right and found["ma"].upper() in _SYMBOLS:
            shown = texts.piece(span, found, "ma")
            yield this.write(shown, N_("Ký hiệu bản sao ghi “{doan}”, hình thức sao này viết tắt là {ma}."), right, ma=right)


@rule("BS03", Level.GOI_Y, "Phụ lục I, Phần II, khoản 3")
def sao_truoc_ban_hanh(this: Rule, view: DocumentView) -> Faults:
    """Ngày sao đứng trước ngày ban hành của văn bản được sao.
    Căn cứ: văn bản được sao sau khi đã ban hành. | Sai: công văn ngày 06/11/2026, SAO Y ngày 04/11/2026 | Đúng: SAO Y ngày 09/11/2026
    """
    issued = texts.issued(view)
    _, lines = _block(view)
    for span in lines if issued else ():
        day = ngay_ban_hanh(_shown(span)) if _DATE_LINE.fullmatch(_shown(span)) else None
        if day and issued and day < issued:
            message = N_("Ngày sao {doan} đứng trước ngày ban hành {ngay}.")
            yield this.at(span, message, N_("Xem lại ngày của bản sao."), doan=ngay(day), ngay=ngay(issued))
