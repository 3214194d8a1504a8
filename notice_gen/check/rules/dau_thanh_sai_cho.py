"""Dấu thanh đặt sai chỗ trong chữ.

Căn cứ: Thông lệ chính tả tiếng Việt: dấu thanh đặt ở âm chính.

Sai: đựơc, cuả, nghiã

Đúng: được, của, nghĩa

Bỏ qua khi: chữ là tên riêng viết theo giấy tờ.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import am_tiet

RULE = Rule("CT04", "dau_thanh_sai_cho", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in texts.vietnamese(r"(?<![\w'’-])[A-Za-z]{2,8}(?![\w'’-])").finditer(span.text):
            right = found[0] if found[0].isascii() else am_tiet.dat_dung_dau(found[0])
            if right != found[0]:
                yield RULE.at(texts.piece(span, found), N_("Dấu thanh đặt sai chỗ: “{doan}”."), N_("Viết: {dung}"), doan=found[0], dung=right)
