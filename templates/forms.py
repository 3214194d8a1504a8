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
    confirmation,
    copy_block,
    document,
    letterhead,
    parties,
    secretary_and_chair,
    signature,
    signature_alone,
    subject_below_number,
    title,
    title_alone,
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


def bien_ban() -> dict[str, str]:
    """Form 1.9: biên bản, without place and date at its head."""
    return package("Mẫu biên bản", document(letterhead(dated=False) + title(), blocks(*BODY), secretary_and_chair()))


def giay_gioi_thieu() -> dict[str, str]:
    """Form 1.8: giấy giới thiệu."""
    return package("Mẫu giấy giới thiệu", document(letterhead() + title_alone(), blocks(*BODY, "loi_dan"), signature()))


def giay_nghi_phep() -> dict[str, str]:
    """Form 1.10: giấy nghỉ phép."""
    return package("Mẫu giấy nghỉ phép", document(letterhead() + title_alone(), blocks(*BODY), signature() + confirmation()))


def hop_dong() -> dict[str, str]:
    """Hợp đồng, bản ghi nhớ, bản thỏa thuận: the decree has no form; its common components (Điều 8), and two who sign."""
    return package("Mẫu hợp đồng, bản ghi nhớ, bản thỏa thuận", document(letterhead() + title(), blocks(*BODY, "can_cu"), parties()))


def thu_cong() -> dict[str, str]:
    """Thư công: the decree has no form; a leader's letter, without number and recipients."""
    body = blocks(*BODY, "kinh_gui", "kinh_gui_noi")
    return package("Mẫu thư công", document(letterhead(numbered=False) + title(), body, signature_alone()))


def ban_sao() -> dict[str, str]:
    """Form 3.1, the copy's block alone, to be printed below a photocopy."""
    return package("Mẫu phần sao", alone(copy_block("van_ban.ten_loai", "co_quan", "van_ban", "noi_nhan", "ky")))


FORMS: Mapping[str, dict[str, str]] = {
    "quyet-dinh": quyet_dinh(), "ten-loai": ten_loai(), "cong-van": cong_van(), "cong-dien": cong_dien(), "bien-ban": bien_ban(),
    "giay-gioi-thieu": giay_gioi_thieu(), "giay-nghi-phep": giay_nghi_phep(), "hop-dong": hop_dong(), "thu-cong": thu_cong(),
    "ban-sao": ban_sao(),
}  # fmt: skip
"""The parts of each Word file, by its name in ``templates/word``."""
