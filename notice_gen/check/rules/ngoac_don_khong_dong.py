"""Dấu ngoặc đơn mở mà không đóng, hoặc đóng mà không mở.

Căn cứ: Thông lệ chính tả tiếng Việt: dấu ngoặc đơn đi thành cặp.

Sai: các xã (trừ xã miền núi phải báo cáo.

Đúng: các xã (trừ xã miền núi) phải báo cáo.

Bỏ qua khi: dấu đóng ngoặc là một phần của ký hiệu, ví dụ 1), a).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("DC10", "ngoac_don_khong_dong", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")

_LABEL = re.compile(r"(?:^\s*(?:[-–+*] ?)?|[;:,.] )(?:\d{1,2}|[a-zăâđêôơưA-ZĐ]|[ivx]{1,4}|\*+)\)")
_AHEAD = 2


def faults(view: DocumentView) -> Iterator[Fault]:
    waiting: dict[int, tuple[Span, list[int]]] = {}
    for number, span in enumerate(texts.words(view)):
        if number - _AHEAD - 1 in waiting:
            yield _fault(*waiting.pop(number - _AHEAD - 1), N_("Dấu ngoặc mở mà không đóng ở “{doan}”."))
        opened, closed = _odd(span.text)
        for at in closed:
            near = max(waiting, default=None)
            if near is None:
                yield _fault(span, [at], N_("Dấu ngoặc đóng mà không mở ở “{doan}”."))
                break
            waiting[near][1].pop()
            if not waiting[near][1]:
                del waiting[near]
        if opened:
            waiting[number] = (span, opened)
    for left in waiting.values():
        yield _fault(*left, N_("Dấu ngoặc mở mà không đóng ở “{doan}”."))


def _fault(span: Span, places: list[int], message: str) -> Fault:
    at = places[0]
    start, end = max(at - 20, 0), min(at + 20, len(span.text))
    return RULE.at(texts.part(span, at, at + 1), message, N_("Thêm dấu ngoặc còn thiếu, hoặc bỏ dấu thừa."), doan=span.text[start:end].strip())


def _odd(text: str) -> tuple[list[int], list[int]]:
    """Return where the brackets stand that open, and that close, without a partner in *text*."""
    shown = _LABEL.sub(lambda label: label[0].replace(")", " "), text) if text.count("(") < text.count(")") else text
    opened: list[int] = []
    closed: list[int] = []
    for found in re.finditer(r"[()]", shown):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            closed.append(found.start())
    return opened, closed
