"""What only the clerk can know, in a starter file: words in brackets that cannot be taken for anything else.

A draft prints them as they stand; a paper with a number is refused for them (``reader.judging.blank``).
"""

from __future__ import annotations

import re
import unicodedata

NAME, PLACE, COMMUNE, POST, AGENCY = "(ghi họ tên)", "(ghi địa danh)", "(ghi tên xã)", "(ghi chức vụ)", "(ghi tên cơ quan)"
FIGURE, DAY, PERSON, SUBJECT = "(ghi số)", "(ghi ngày)", "(ghi ông hay bà, họ tên, chức vụ)", "(ghi trích yếu)"
ADDRESS, TELEPHONE, CODE = "(ghi địa chỉ)", "(ghi số điện thoại)", "(ghi mã số thuế)"
REASON, WRONG, RIGHT, WHERE = "(ghi lý do)", "(ghi lời sai)", "(ghi lời đúng)", "(ghi mục, trang)"
_OF_OURS = (
    NAME, PLACE, COMMUNE, POST, AGENCY, FIGURE, DAY, PERSON, SUBJECT, ADDRESS, TELEPHONE, CODE, REASON, WRONG, RIGHT, WHERE,
)  # fmt: skip

_WORDS = "|".join(blank[1:-1].replace(" ", r"\s+") for blank in _OF_OURS)
_OURS = re.compile(rf"[(\[<]\s*(?:{_WORDS})\s*[)\]>]", re.IGNORECASE)
_ANY = re.compile(r"[(\[<{]\s*(?:(?:xin\s+)?(?:ghi|điền|nhập|viết)\b|họ\b|tên\b)[^)\]>}]*[)\]>}]|[.…_]{2,}|…", re.IGNORECASE)


def found(text: str, *, of_name: bool = False) -> str:
    """Return the first blank in *text* as it is typed; empty when there is none.

    Args:
        text: one value of a findings file.
        of_name: it is a name (of a person, a place, an agency), where any bracket that asks to be filled, or dots, is a blank.

    >>> found("Ủy ban nhân dân xã (ghi tên xã)"), found("(Ghi  họ tên)"), found("Hội trường (ghi hình)")
    ('(ghi tên xã)', '(Ghi  họ tên)', '')
    >>> found("(ghi rõ họ tên)", of_name=True), found("………", of_name=True), found("Nguyễn Văn A", of_name=True)
    ('(ghi rõ họ tên)', '………', '')
    """
    match = (_ANY if of_name else _OURS).search(unicodedata.normalize("NFC", text))
    return match[0] if match else ""
