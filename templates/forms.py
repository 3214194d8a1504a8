"""The forms: which Word files there are, and what each is put together from."""

from __future__ import annotations

from collections.abc import Mapping

from package import package
from parts import BODY, blocks, document, letterhead, signature, title


def ten_loai() -> dict[str, str]:
    """Form 1.4, the named types without a form of their own."""
    return package("Mẫu văn bản có tên loại", document(letterhead() + title(), blocks(*BODY, "can_cu", "tham_quyen", "kinh_gui", "kinh_gui_noi"), signature()))


FORMS: Mapping[str, dict[str, str]] = {"ten-loai": ten_loai()}
"""The parts of each Word file, by its name in ``templates/word``."""
