"""What the signatures of a PDF say, read in a child that may die of a stranger's file."""

from __future__ import annotations

import json
import pickle
import subprocess
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from notice_gen import child
from notice_gen.errors import N_, InputError, Problem, ToolError
from notice_gen.records import record
from notice_gen.signatures import fields

_SECONDS = 120  # that may pass on a busy machine
_HARMLESS = {"NONE", "LTA_UPDATES"}
_TOO_MUCH = Problem(N_("Đọc chữ ký số của tệp này mất quá nhiều thời gian hoặc bộ nhớ."), N_("Tệp lạ thì không nên mở."))
_UNREADABLE = Problem(N_("Không đọc được tệp này như một tệp PDF."), N_("Xem lại tên tệp; tệp hỏng thì xin lại bản khác."))
_ENCRYPTED = Problem(
    N_("Tệp PDF có mật khẩu nên không đọc được chữ ký số."), N_("Xin bản không có mật khẩu, hoặc bỏ mật khẩu rồi chạy lại."),
)  # fmt: skip


@record
class Signer:
    """Who signed, as the certificate in the file says."""

    name: str
    organization: str
    unit: str
    title: str
    issuer: str  # who gave the certificate
    serial: str  # its number, hexadecimal
    first_day: str  # from which the certificate holds, ISO 8601
    last_day: str


@record
class Signature:
    """One signature.

    Attributes:
        field: the name of its field.
        signer: who; None where the signature cannot be read.
        is_time_stamp: no person's, a time stamp over the whole file.
        time: when; None where nothing says it.
        is_stamped: a time stamp that leads to a trusted root says the time, not the signer's machine.
        is_intact: what was signed is as it was, and it was signed with the certificate's key.
        covers: all of the file up to the signature was signed.
        changes: what was added behind it, pyHanko's name of the level; ``NONE`` for nothing.
        is_allowed: the signature itself does not forbid it.
        filled: names of other fields that were filled in since.
        signed_later: how many signatures came after it.
        pages: pages whose words are no longer those that were signed, from 1.
        is_trusted: the certificate leads to one of the office's; None where the office gave none.
        is_revoked: the file itself carries the word of the issuer that the certificate was taken back.
        trust_problem: why it does not lead there, pyHanko's name.
        has_expired: the certificate has ended since.
    """

    field: str
    signer: Signer | None = None
    is_time_stamp: bool = False
    time: datetime | None = None
    is_stamped: bool = False
    is_intact: bool = False
    covers: bool = False
    changes: str = "OTHER"
    is_allowed: bool = False
    filled: tuple[str, ...] = ()
    signed_later: int = 0
    pages: tuple[int, ...] = ()
    is_trusted: bool | None = None
    is_revoked: bool = False
    trust_problem: str = ""
    has_expired: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether anything but signatures was added behind it."""
        only_signed = self.changes == "FORM_FILLING" and not self.filled
        return not (self.is_allowed and (self.changes in _HARMLESS or only_signed))

    @property
    def is_right(self) -> bool:
        """Whether it is intact, by somebody known, and nothing was changed since."""
        return self.is_intact and self.covers and not self.is_changed and self.is_trusted is True and not self.is_revoked


@record
class Reading:
    """The signatures of a file, the first signed first; *empty*: names of fields that wait for one; *left_out*: how many more there are."""

    signatures: tuple[Signature, ...]
    empty: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def is_right(self) -> bool:
        """Whether the file is signed and every signature is right."""
        return bool(self.signatures) and not self.left_out and all(one.is_right for one in self.signatures)


def read(pdf: bytes, roots: Sequence[bytes], names: Sequence[str] = ()) -> Reading:
    """Return what the signatures of *pdf* say.

    Args:
        pdf: a stranger's file.
        roots: files of certificates, PEM or DER, that the office trusts.
        names: of those files, for messages.

    Raises ToolError: pyHanko is missing; InputError: the file or a root cannot be read, or takes too much.
    """
    if not fields.can_sign():
        raise ToolError(fields.MISSING)
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            child.command("doc-chu-ky"), input=pickle.dumps((pdf, list(roots))), capture_output=True, timeout=_SECONDS, check=True
        )
        said = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise InputError(_TOO_MUCH) from error
    if "refused" in said:
        raise InputError(_refused(said, names))
    return Reading(tuple(map(_signature, said["signatures"])), tuple(said["empty"]), said["left_out"])


def _refused(said: dict[str, Any], names: Sequence[str]) -> Problem:
    if said["refused"] == "root":
        message = N_("“{tep}” không phải tệp chứng thư số (.pem, .crt, .cer, .der).")
        name = names[said["root"]] if said["root"] < len(names) else ""
        return Problem(message, N_("Xin tệp chứng thư gốc của đơn vị cấp chữ ký số, kiểu PEM hoặc DER."), {"tep": name})
    return _ENCRYPTED if said["refused"] == "encrypted" else _UNREADABLE


def _signature(said: dict[str, Any]) -> Signature:
    who = said.get("signer")
    names = ("name", "organization", "unit", "title", "issuer", "serial", "from", "to")
    signer = Signer(*[who[name] for name in names]) if who else None
    if "unreadable" in said:
        return Signature(said["field"], signer)
    time = datetime.fromisoformat(said["time"]) if said["time"] else None
    return Signature(
        said["field"], signer, said["is_time_stamp"], time, said["time_by"] == "stamp", said["intact"], said["covers"], said["changes"],
        said["allowed"], tuple(said["filled"]), said["signed_later"], tuple(said["pages"]), said["trusted"], said["revoked"],
        said["trust_problem"], said["expired_since"],
    )  # fmt: skip
