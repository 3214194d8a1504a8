"""What the signatures of a PDF say → lines, JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from notice_gen.cli import report
from notice_gen.errors import N_, Say

if TYPE_CHECKING:
    from notice_gen.signatures.reading import Reading, Signature, Signer

_VIETNAM = timezone(timedelta(hours=7))
_PAGES = 10  # that are named


def as_json(found: Reading) -> dict[str, Any]:
    """Return it as plain JSON values."""
    return {
        "right": found.is_right, "signatures": [_signature_as_json(one) for one in found.signatures], "empty_fields": list(found.empty),
        "left_out": found.left_out,
    }  # fmt: skip


def _signature_as_json(one: Signature) -> dict[str, Any]:
    return {
        "field": one.field, "right": one.is_right, "signer": asdict(one.signer) if one.signer else None, "time_stamp": one.is_time_stamp,
        "time": one.time.isoformat() if one.time else None, "time_stamped": one.is_stamped, "intact": one.is_intact, "covers": one.covers,
        "changed": one.is_changed, "changes": one.changes.lower(), "filled_fields": list(one.filled), "changed_pages": list(one.pages),
        "signed_later": one.signed_later, "trusted": one.is_trusted, "revoked": one.is_revoked, "trust_problem": one.trust_problem.lower(),
        "certificate_expired": one.has_expired,
    }  # fmt: skip


def lines(found: Reading, file: str, say: Say) -> Iterator[str]:
    """Yield it in lines, a signature after the other, and what it comes to."""

    def filled(text: str, **values: object) -> str:
        return report.visible(say(text).format_map(values))

    if not found.signatures:
        yield filled(N_("{tep}: không có chữ ký số nào."), tep=file)
    else:
        yield filled(N_("{tep}: {so} chữ ký số."), tep=file, so=len(found.signatures) + found.left_out)
    for number, one in enumerate(found.signatures, 1):
        yield filled(N_("{thu_tu}. {nguoi} (ô “{o}”)"), thu_tu=number, nguoi=_named(one.signer, say), o=one.field)
        for text, values in (*_when(one), *_state(one), *_known(one)):
            yield "   " + filled(text, **values)
    if found.left_out:
        yield filled(N_("Còn {so} chữ ký nữa không xem: tệp có quá nhiều chữ ký."), so=found.left_out)
    if found.empty:
        yield filled(N_("Ô ký số còn trống: {cac_o}."), cac_o=", ".join(found.empty))
    if found.signatures:
        right = N_("Mọi chữ ký nguyên vẹn, biết người ký, sau khi ký không có gì bị sửa. Giá trị pháp lý của chữ ký do pháp luật quy định.")
        yield filled(right if found.is_right else N_("Có điều phải xem lại ở trên trước khi dùng tệp này."))


def _named(signer: Signer | None, say: Say) -> str:
    if signer is None:
        return say(N_("không rõ người ký"))
    names = filter(None, (signer.name, signer.title, signer.unit, signer.organization))
    return ", ".join(dict.fromkeys(names)) or say(N_("không rõ người ký"))


Sentence = tuple[str, dict[str, object]]


def _when(one: Signature) -> Iterator[Sentence]:
    if one.time is None:
        return
    if one.time.tzinfo is None:
        when = one.time
    else:
        when = one.time.astimezone(_VIETNAM)
    text = N_("Ký lúc {gio} (theo dấu thời gian).") if one.is_stamped else N_("Ký lúc {gio} (theo giờ máy của người ký).")
    yield text, {"gio": _spoken(when)}


def _spoken(when: datetime) -> str:
    return f"{when:%H:%M:%S} {when.day:02}/{when.month:02}/{when.year}"


def _state(one: Signature) -> Iterator[Sentence]:
    """Yield what became of the file since."""
    if one.signer is None or (one.time is None and not one.is_intact and one.changes == "OTHER" and not one.covers):
        yield N_("Không đọc được chữ ký này: kiểu lạ hoặc đã hỏng."), {}
        return
    if not one.is_intact:
        yield N_("KHÔNG NGUYÊN VẸN: nội dung đã ký bị sửa, hoặc chữ ký bị làm hỏng."), {}
        return
    if not one.covers:
        yield N_("CHỮ KÝ KHÔNG BAO TRÙM CẢ TỆP: có phần của tệp không được ký."), {}
        return
    yield N_("Phần đã ký còn nguyên vẹn."), {}
    if one.signed_later:
        yield N_("Sau chữ ký này có thêm {so} chữ ký."), {"so": one.signed_later}
    if one.filled:
        yield N_("ĐÃ ĐIỀN THÊM sau khi ký, ở các ô: {cac_o}."), {"cac_o": ", ".join(one.filled)}
    elif one.is_changed and one.pages:
        yield N_("ĐÃ SỬA sau khi ký: chữ ở trang {cac_trang} không còn như lúc ký."), {"cac_trang": _numbers(one.pages)}
    elif one.is_changed:
        yield N_("ĐÃ SỬA sau khi ký: tệp có thêm nội dung không phải chữ ký."), {}


def _numbers(pages: tuple[int, ...]) -> str:
    return ", ".join(map(str, pages[:_PAGES])) + (", …" if len(pages) > _PAGES else "")


def _known(one: Signature) -> Iterator[Sentence]:
    """Yield whose word it is that this is the signer."""
    if one.signer is None:
        return
    who = one.signer
    values: dict[str, object] = {"noi_cap": who.issuer, "so": who.serial, "tu": _day(who.first_day), "den": _day(who.last_day)}
    yield N_("Chứng thư số {so} do {noi_cap} cấp, từ {tu} đến {den}."), values
    if one.is_revoked:
        yield N_("CHỨNG THƯ ĐÃ BỊ THU HỒI."), {}
    elif one.is_trusted is None:
        yield N_("Chưa biết có đúng người ký không: thêm --trust TỆP_CHỨNG_THƯ_GỐC của đơn vị cấp chữ ký số mà cơ quan tin cậy."), {}
    elif not one.is_trusted:
        yield N_("CHƯA TIN ĐƯỢC NGƯỜI KÝ: chứng thư không dẫn tới chứng thư gốc nào đã ghi ở --trust, hoặc không còn, chưa có hiệu lực lúc ký."), {}  # noqa: E501
    else:
        yield N_("Chứng thư dẫn tới chứng thư gốc mà cơ quan tin cậy; chưa tra danh sách thu hồi."), {}
    if one.has_expired:
        yield N_("Chứng thư nay đã hết hạn."), {}


def _day(text: str) -> str:
    year, month, day = text.split("-")
    return f"{day}/{month}/{year}"
