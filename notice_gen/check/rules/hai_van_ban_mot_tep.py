"""Trong tệp còn một văn bản nữa ở dưới.

Căn cứ: Điều 8: thể thức là của từng văn bản; chương trình kiểm tra văn bản đứng đầu tệp.

Sai: công văn và quyết định kèm sau nó chung một tệp.

Đúng: mỗi văn bản một tệp.

Bỏ qua khi: phần sau là mẫu trong phụ lục (chương trình bỏ qua), hoặc bản chụp văn bản khác kèm để tham khảo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.form.header import QUOC_HIEU, SO
from notice_gen.check.form.pieces import Piece, pieces
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("QH05", "hai_van_ban_mot_tep", Level.GOI_Y, "Điều 8")

_NEAR = 20  # paragraphs: the number stands that close to the Quốc hiệu
_HEAD = 8  # paragraphs of the first paper's own head, below its number


def faults(view: DocumentView) -> Iterator[Fault]:
    first = look.spans(view, "so_ky_hieu")
    if not first:
        return
    attached = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    below = [one for one in pieces(enumerate(view.paragraphs)) if one.at > first[0].paragraph.index + _HEAD]
    heads = [one for one in below if QUOC_HIEU.fullmatch(one.key) and one.paragraph.index not in attached]
    for head in heads:
        if any(abs(one.at - head.at) <= _NEAR and _is_number(one) for one in below):
            hint = N_("Tách thành hai tệp rồi kiểm tra từng tệp.")
            yield RULE.at(head.span, N_("Từ đây là một văn bản khác; chương trình chỉ kiểm tra văn bản ở đầu tệp."), hint)
            return


def _is_number(piece: Piece) -> bool:
    return SO.match(piece.key) is not None and re.search(r"\d\s*/", piece.key) is not None
