"""Empty signature fields on a PDF, by pyHanko."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from notice_gen.errors import N_, InputError, Problem, ToolError

if TYPE_CHECKING:
    from notice_gen.convert.pages import Sheet
    from notice_gen.signatures.places import Place

MISSING = Problem(N_("Chưa có pyHanko, phần làm việc với chữ ký số."), N_("Cài thêm: pip install \"notice-gen[ky-so]\", rồi chạy lại."))
_REFUSED = Problem(
    N_("Không đặt được ô ký số vào bản PDF này."), N_("Làm bản PDF không có --sign-places, rồi chọn chỗ trong phần mềm ký số."),
)  # fmt: skip
_POINTS = 72 / 25.4  # in a mm


def can_sign() -> bool:
    """Say whether pyHanko is here."""
    return importlib.util.find_spec("pyhanko") is not None


def with_fields(pdf: bytes, pages: Sequence[Sheet], places: Sequence[Place]) -> bytes:
    """Return *pdf*, which has those *pages*, with an empty signature field at each place, in their order, behind the bytes that are there.

    Raises ToolError: pyHanko is missing; InputError: it does not read the file.
    """
    if not can_sign():
        raise ToolError(MISSING)
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        for place in places:
            area, height = place.area, pages[place.page - 1].height
            left, low, right, high = (round(mm * _POINTS) for mm in (area.left, height - area.bottom, area.right, height - area.top))
            box = (left, low, right, high)
            append_signature_field(writer, SigFieldSpec(place.name, place.page - 1, box, readable_field_name=place.label))
        out = io.BytesIO()
        writer.write(out)  # type: ignore[no-untyped-call]
    except (PdfError, IndexError, KeyError, ValueError) as error:
        raise InputError(_REFUSED) from error
    return out.getvalue()

