"""The forms: which Word files there are, and what each is put together from."""

from __future__ import annotations

from collections.abc import Mapping

from package import package
from parts import (
    BODY,
    address,
    alone,
    attached_heading,
    blocks,
    copy_block,
    document,
    letterhead,
    signature,
    subject_below_number,
    title,
)
from wml import end


def quyet_dinh() -> dict[str, str]:
    """Forms 1.1 to 1.3: nghị quyết and quyết định, with the texts that they issue."""
    body = blocks(*BODY, "tham_quyen", "can_cu", "quyet")
    return package("Mẫu nghị quyết, quyết định", document(letterhead() + title(), body, signature(), attached_heading()))


def ten_loai() -> dict[str, str]:
    """Form 1.4, the named types without a form of their own."""
    body = blocks(*BODY, "can_cu", "kinh_gui", "kinh_gui_noi")
    return package("Mẫu văn bản có tên loại", document(letterhead() + title(), body, signature()))


def cong_van() -> dict[str, str]:
    """Form 1.5: công văn."""
    head = letterhead(subject_below_number()) + end('<w:spacing w:after="240"/>')
    body = blocks(*BODY, "can_cu", "kinh_gui", "kinh_gui_noi")
    return package("Mẫu công văn", document(head, body, signature(), address_below=True), address())


def cong_dien() -> dict[str, str]:
    """Form 1.6: công điện."""
    return package("Mẫu công điện", document(letterhead() + title(), blocks(*BODY, "loi_dan", "kinh_gui_noi"), signature()))


def ban_sao() -> dict[str, str]:
    """Form 3.1, the copy's block alone, to be printed below a photocopy."""
    return package("Mẫu phần sao", alone(copy_block("van_ban.ten_loai", "co_quan", "van_ban", "noi_nhan", "ky")))


FORMS: Mapping[str, dict[str, str]] = {"quyet-dinh": quyet_dinh(), "ten-loai": ten_loai(), "cong-van": cong_van(), "cong-dien": cong_dien(), "ban-sao": ban_sao()}
"""The parts of each Word file, by its name in ``templates/word``."""
