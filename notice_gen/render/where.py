"""What is wrong with a tag of a template, and where: part, paragraph, tag."""

from __future__ import annotations

import re

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from notice_gen.errors import N_, Problem
from notice_gen.expressions.bounds import TooMuchError


def runtime_problem(label: str, part: str, source: str, line: int, error: Exception) -> Problem:
    """Return why a part could not be printed, at that line, from 1, of its text *source*, one paragraph a line; 0 when nobody knows."""
    where = {"mau": label, "phan": part, "doan": paragraph(source, line), "the": tags(source, line)}
    if isinstance(error, JinjaError) and not isinstance(error, SecurityError):
        found = re.search(r"'([^']+)' is undefined|attribute '([^']+)'", str(error))
        name = (found[1] or found[2]) if found else str(error)
        typed = re.search(rf"(?:\w+\.)*{re.escape(name)}\b", where["the"])  # "a.b" as it stands there, not "b"
        return Problem(
            N_("Mẫu {mau}, phần {phan}: thẻ {the} trong đoạn “{doan}” hỏi “{ten}” nhưng không có."),
            N_("Sửa tên trong mẫu, hoặc thêm số liệu đó vào [so_lieu]."), {**where, "ten": typed[0] if typed else name},
        )
    if isinstance(error, TooMuchError):
        message = N_("Mẫu {mau}, phần {phan}: thẻ {the} trong đoạn “{doan}” cho ra quá nhiều chữ, số quá dài hoặc quá nhiều bước.")
        hint = N_("Bỏ vòng lặp, phép nhân hoặc bộ lọc thừa trong thẻ đó, hoặc làm lại từ mẫu gốc: notice-gen templates export.")
        return Problem(message, hint, where)
    return Problem(
        N_("Mẫu {mau}, phần {phan}: không tính được thẻ {the} trong đoạn “{doan}”."), N_("Xem lại bộ lọc và loại số liệu trong thẻ."), where
    )


def syntax_problem(error: TemplateSyntaxError, part: str, source: str, label: str) -> Problem:
    """Return why a tag cannot be read."""
    if unknown := re.fullmatch(r"No filter named '(\w+)'\.?", str(error.message)):
        message = N_("Mẫu {mau}, phần {phan}: không có bộ lọc “{loc}” (đoạn “{doan}”).")
        hint = N_("Chỉ dùng các bộ lọc của chương trình (ngay, so, ty_le, tien, bang_chu, chu_hoa, …), hoặc bỏ dấu | và tên sau nó.")
        return Problem(message, hint, {"mau": label, "phan": part, "loc": unknown[1], "doan": paragraph(source, error.lineno)})
    return Problem(
        N_("Mẫu {mau}, phần {phan}: không đọc được thẻ trong đoạn “{doan}”."),
        N_("Mở mẫu bằng Word, gõ lại thẻ đó cho đủ ngoặc và đúng tên bộ lọc; {{% for %}} có {{% endfor %}}, {{% if %}} có {{% endif %}}."),
        {"mau": label, "phan": part, "doan": paragraph(source, error.lineno)},
    )


def paragraph(source: str, line: int) -> str:
    """Return the words of the paragraph on a line of *source*, cut short."""
    return plain_text(_on(source, line)).strip()[:120]


def tags(source: str, line: int) -> str:
    """Return the tags on a line of *source*."""
    return ", ".join(map(plain_text, re.findall(r"\{\{.*?\}\}|\{%.*?%\}", _on(source, line)))) or "{{ … }}"


def _on(source: str, line: int) -> str:
    return source.split("\n")[line - 1] if 0 < line <= source.count("\n") + 1 else ""


def plain_text(xml: str) -> str:
    """Return *xml* without its markup."""
    return re.sub(r"<[^>]*>", "", xml)
