"""Spelling: words, syllables, tone marks."""

from __future__ import annotations

import re

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese import am_tiet, chinh_ta


@rule("CT01", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")
def tu_viet_sai(this: Rule, view: DocumentView) -> Faults:
    """Từ viết sai chính tả.
    Căn cứ: viết theo từ điển tiếng Việt. | Sai: bổ xung, sử lý, sát nhập, thăm quan | Đúng: bổ sung, xử lý, sáp nhập, tham quan
    Bỏ qua khi: chữ được chép nguyên văn.
    """
    for span in texts.legible(view):
        for slip in chinh_ta.viet_sai(span.text):
            yield this.write(texts.part(span, slip.tu, slip.den), N_("“{doan}” viết sai chính tả."), slip.dung)


@rule("CT02", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")
def tu_lap(this: Rule, view: DocumentView) -> Faults:
    """Từ viết lặp hai lần liền.
    Căn cứ: từ láy thì giữ, từ gõ thừa thì bỏ. | Sai: kết quả của của xã; Hội Nông dân Nông dân xã | Đúng: kết quả của xã; Hội Nông dân xã
    Bỏ qua khi: lặp lại có chủ ý.
    """
    for span in texts.legible(view):
        for slip in chinh_ta.tu_lap(span.text):
            yield this.at(texts.part(span, slip.tu, slip.den), N_("Từ viết lặp: “{doan}”."), N_("Chỉ giữ lại: {dung}"), dung=slip.dung)


# A small word with a letter of Vietnamese alone; a hyphen, a figure or an apostrophe makes it something else.
_WORD = r"(?<![\w'’/.@&-])[a-z]{2,14}(?![\w'’/@&-])"
_FOREIGN = re.compile(r"[fjwz]|[bcdđgkp][lr]|[st]l|s[ckmnpt]|[lrsvxkdđbq]$|(?<!n)g$|(?<![nc])h$")


@rule("CT03", Level.THONG_LE, "Thông lệ chính tả tiếng Việt", each=texts.found(texts.legible, _WORD))
def am_tiet_khong_co(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Chữ không phải một âm tiết tiếng Việt, thường do gõ nhầm hoặc hai từ dính nhau.
    Căn cứ: mỗi âm tiết gồm phụ âm đầu, vần và thanh điệu có trong tiếng Việt. | Sai: quyêt định; thưòng xuyên; thủtục
    Đúng: quyết định; thường xuyên; thủ tục | Bỏ qua khi: đó là từ nước ngoài hoặc tiếng dân tộc.
    """
    word = match[0]
    if word.isascii() or am_tiet.la_am_tiet(word) or not re.search(r"[^\W_bcdđghklmnpqrstvx]", word):
        return
    apart = am_tiet.dinh_chu(word)
    if apart:
        yield this.at(texts.piece(span, match), N_("“{doan}”: hai từ viết dính nhau."), N_("Viết: {dung}"), doan=word, dung=" ".join(apart))
    elif len(word) <= 7 and not am_tiet.la_tu_ghep(word) and not _FOREIGN.search(am_tiet.khong_thanh(word)):
        message = N_("“{doan}” không phải một âm tiết tiếng Việt.")
        yield this.at(texts.piece(span, match), message, N_("Xem lại chữ và dấu của “{doan}”."), doan=word)


@rule("CT04", Level.THONG_LE, "Thông lệ chính tả tiếng Việt", each=texts.found(texts.legible, r"(?<![\w'’-])[A-Za-z]{2,8}(?![\w'’-])"))
def dau_thanh_sai_cho(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Dấu thanh đặt sai chỗ trong chữ.
    Căn cứ: dấu thanh đặt ở âm chính. | Sai: đựơc, cuả, nghiã | Đúng: được, của, nghĩa | Bỏ qua khi: chữ là tên riêng viết theo giấy tờ.
    """
    right = match[0] if match[0].isascii() else am_tiet.dat_dung_dau(match[0])
    if right != match[0]:
        yield this.write(texts.piece(span, match), N_("Dấu thanh đặt sai chỗ: “{doan}”."), right)
