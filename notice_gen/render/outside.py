"""Tags that would print where Word shows nothing: outside of a run's text.

docxtpl takes the run, the paragraph, the row or the cell away around ``{{r x}}``, ``{{p x}}``, ``{{tr x}}``, ``{{tc x}}``, for values that
bring their own (RichText, Subdoc).  Ours are texts and numbers: between two elements they are characters that Word drops without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.errors import N_, Problem
from notice_gen.render import where

_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|</?(?:w|m|a):t(?:>|\s[^<>]*>)|<[^<>]*>", re.DOTALL)
_TEXT = re.compile(r"<(/?)(?:w|m|a):t[\s>]")


def prints_outside(source: str) -> Iterator[tuple[int, str]]:
    """Yield line, tag of each ``{{ … }}`` of *source*, one part's XML with whole tags, that stands neither in a text nor in an attribute.

    >>> list(prints_outside('<w:p><w:r><w:t>{{ a }}</w:t></w:r>{{ b }}</w:p><w:tcW w:w="{{ c }}"/>'))
    [(1, '{{ b }}')]
    """
    inside = False
    for piece in _PIECE.finditer(source):
        if text := _TEXT.match(piece[0]):
            inside = not text[1] and not piece[0].endswith("/>")
        elif piece[0].startswith("{{") and not inside:
            yield source.count("\n", 0, piece.start()) + 1, piece[0]


def problems(source: str, part: str, label: str) -> Iterator[Problem]:
    """Yield why a part of the template *label* is refused for such tags, *source* one paragraph a line."""
    message = N_("Mẫu {mau}, phần {phan}: thẻ {the} trong đoạn “{doan}” đặt chữ ra ngoài ô chữ, Word sẽ không hiện chữ đó.")
    hint = N_("Gõ {the}: không có chữ r, p, tr, tc ngay sau hai ngoặc mở (các chữ ấy chỉ dùng với {{% for %}}, {{% if %}}).")
    for line, tag in prints_outside(source):
        said = {"mau": label, "phan": part, "doan": where.paragraph(source, line), "the": where.plain_text(tag)}
        yield Problem(message, hint, said)
