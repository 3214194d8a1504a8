"""Bytes that are no .docx: what they are instead, and what to do."""

from __future__ import annotations

import contextlib

from notice_gen.errors import N_, Problem

_SAVE_AS = N_("Mở bằng Word, chọn Save As, kiểu Word Document (.docx), rồi kiểm tra tệp vừa lưu.")
_CHOOSE = N_("Kiểm tra tệp Word (.docx).")
_COPY_AGAIN = N_("Xin lại tệp, hoặc chép lại cho đủ rồi kiểm tra.")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: a document of Word 97, a package with a password."""
_SIGNATURES = (
    (b"%PDF", N_("Đây là tệp PDF, không phải tệp Word."), N_("Kiểm tra tệp Word gốc (.docx).")),
    (b"{\\rtf", N_("Đây là tệp RTF, không phải tệp .docx."), _SAVE_AS),
    (b"MIME-Version:", N_("Đây là trang web (.mht), không phải tệp .docx."), _SAVE_AS),
)
_NOT_WORD = Problem(N_("Tệp không phải văn bản Word (.docx)."), _CHOOSE)
TOO_LARGE = Problem(N_("Tệp quá lớn, không giống một văn bản."), N_("Nếu đúng là văn bản: bỏ bớt hình ảnh, tách phụ lục thành tệp riêng rồi kiểm tra."))  # noqa: E501
"""A file larger than any paper, on purpose or not."""
UNSAFE = Problem(N_("Tệp có cấu trúc không an toàn, không phải do Word lưu ra."), N_("Không mở tệp này nếu không rõ nguồn gốc; xin lại tệp từ người gửi."))  # noqa: E501
"""A file built as no program that writes papers builds it."""
WITH_MACROS = Problem(N_("Tệp có chứa macro (.docm)."), N_("Mở bằng Word, lưu lại với kiểu Word Document (.docx) để bỏ macro, rồi kiểm tra."))  # noqa: E501
STRICT = Problem(N_("Tệp lưu kiểu Strict Open XML."), _SAVE_AS)
"""A file of ISO 29500's strict kind, which spells every name otherwise."""


_ODT = b"mimetypeapplication/vnd.oasis.opendocument.textPK"  # its first member, which is stored as it is (ODF 1.2 Part 3, §3.3)


def convertible(data: bytes) -> str:
    r"""Return the ending of a paper that LibreOffice makes a .docx of, as its bytes tell: ``.doc``, ``.odt``, ``.rtf``; else empty.

    >>> convertible(b"{\\rtf1 a}"), convertible(b"PK")
    ('.rtf', '')
    """
    if data.startswith(OLE):
        names = ("WordDocument", "EncryptedPackage")
        is_word, is_encrypted = (name.encode("utf-16-le") in data for name in names)
        return ".doc" if is_word and not is_encrypted else ""
    if data.startswith(b"PK"):
        return ".odt" if data[30:].startswith(_ODT) else ""
    return ".rtf" if _head(data).startswith(b"{\\rtf") else ""


def _head(data: bytes) -> bytes:
    return data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def not_a_package(data: bytes) -> Problem:
    """Tell what *data*, which is no zip archive, is."""
    head = _head(data)
    for signature, message, hint in _SIGNATURES:
        if head.startswith(signature):
            return Problem(message, hint)
    if not data.strip(b"\0 \t\r\n"):
        return Problem(N_("Tệp rỗng, không có nội dung nào."), _COPY_AGAIN)
    if data.startswith(OLE):  # a compound file: an encrypted package, or a document of Word 97
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Problem(N_("Tệp có mật khẩu."), N_("Mở bằng Word, vào File > Info > Protect Document, bỏ mật khẩu, lưu lại rồi kiểm tra."))  # noqa: E501
        return Problem(N_("Đây là tệp Word đời cũ (.doc)."), _SAVE_AS) if "WordDocument".encode("utf-16-le") in data else _NOT_WORD
    if data.startswith(b"PK"):
        return damaged()
    plain = head.replace(b"\0", b"").lower()  # whatever the encoding
    if b"<html" in plain or plain.startswith(b"<!doctype html"):
        return Problem(N_("Đây là trang web (HTML) mang tên tệp Word."), _SAVE_AS)
    if b'progid="word.document"' in plain or b"/2006/xmlpackage" in plain:
        return Problem(N_("Đây là tệp Word dạng XML, không phải tệp .docx."), _SAVE_AS)
    with contextlib.suppress(UnicodeDecodeError):
        if data.decode("utf-8-sig").replace("\t", "").replace("\r", "").replace("\n", "").isprintable():
            return Problem(N_("Đây là tệp chữ, không phải tệp Word."), N_("Kiểm tra tệp Word (.docx); tệp nội dung (.toml) thì soát bằng: notice-gen validate TỆP"))  # noqa: E501
    return _NOT_WORD


def damaged(part: str = "") -> Problem:
    """Say that the archive, or a part of it, is damaged."""
    if part:
        return Problem(N_("Tệp bị hỏng ở phần {phan}."), N_("Mở bằng Word để Word tự sửa, lưu lại rồi kiểm tra."), {"phan": part})
    return Problem(N_("Tệp bị hỏng hoặc chép chưa xong."), _COPY_AGAIN)


def other_package(names: frozenset[str], mimetype: bytes) -> Problem:
    """Tell what a zip archive without a Word document in it is."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        return Problem(N_("Đây là tệp OpenDocument (.odt), không phải tệp .docx."), _SAVE_AS)
    for folder, message in (("xl/", N_("Đây là tệp Excel, không phải tệp Word.")), ("ppt/", N_("Đây là tệp PowerPoint, không phải tệp Word."))):  # noqa: E501
        if any(name.startswith(folder) for name in names):
            return Problem(message, _CHOOSE)
    return _NOT_WORD
